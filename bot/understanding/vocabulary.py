"""What can be said by its name. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.message import Say


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be typed: Latin names, Korean ones to Latin ones, those that take words after them, the terms taught,
    the titles of parts and units, folded, the names of the questions that take whole sentences, and of the parts whose
    line is said to somebody else; and what buttons say that lead on, without spaces, to the name of what does the same.
    """

    latin: frozenset[str]
    korean: Mapping[str, str]
    open: frozenset[str]
    terms: frozenset[str]
    titles: frozenset[str] = frozenset()
    essays: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)


LEADS: Mapping[str, str] = {
    "step-review": "review",
    "button-ahead": "next",
    "button-next-question": "next",
    **dict.fromkeys(
        ("step-lesson", "step-ask", "step-line", "step-retry", "step-practice", "step-check", "button-first"), "today"
    ),
}
"""The buttons that lead on, by the keys of their labels: who types one that stands higher up in the chat means it."""


def labels(say: Say) -> dict[str, str]:
    """What those buttons say, to the name of what does the same."""
    return {"".join(say(key).split()): name for key, name in LEADS.items()}
