"""What can be said by its name. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.korean.hangul import initials
from bot.message import Say
from bot.understanding.reading import folded


@dataclass(frozen=True)
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

    @cached_property
    def folded_terms(self) -> Mapping[str, str]:
        """The terms by their letters alone."""
        return {folded(term): term for term in sorted(self.terms)}

    @cached_property
    def initialled(self) -> Mapping[str, str]:
        """The terms by their initial consonants, where those are of one term only; else ""."""
        alike: dict[str, str] = {}
        for said, term in self.folded_terms.items():
            alike[initials(said)] = "" if initials(said) in alike else term
        return alike


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
