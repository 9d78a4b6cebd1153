"""What can be said by its name. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.course.model import Course
from bot.message import Say
from bot.texts import Texts
from bot.understanding.reading import folded


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


class Sayable(Protocol):
    """A command, as far as its name goes; see bot.conversation."""

    @property
    def open(self) -> bool:
        """Whether words may follow its name."""

    @property
    def inner(self) -> bool:
        """Whether only buttons say it."""


LEADS: Mapping[str, str] = {
    "step-review": "review",
    "button-ahead": "next",
    "button-next-question": "next",
    **dict.fromkeys(
        ("step-lesson", "step-ask", "step-line", "step-retry", "step-practice", "step-check", "button-first"), "today"
    ),
}
"""The buttons that lead on, by the keys of their labels: who types one that stands higher up in the chat means it."""


def named_by(commands: Mapping[str, Sayable], say: Texts, course: Course) -> Vocabulary:
    """What is called by a name: commands, and what a course has."""
    return Vocabulary(
        latin=frozenset(name for name, command in commands.items() if not command.inner),
        korean={say(f"command-{name}"): name for name in commands if f"command-{name}" in say.keys},
        open=frozenset(name for name, command in commands.items() if command.open),
        terms=frozenset(course.terms),
        titles=frozenset(map(folded, course.names["lesson"])),
        essays=frozenset(name for name, (_, quiz) in course.quizzes.items() if quiz.kind == "essay"),
        messages=course.messages,
        labels=labels(say),
    )


def labels(say: Say) -> dict[str, str]:
    """What those buttons say, to the name of what does the same."""
    return {"".join(say(key).split()): name for key, name in LEADS.items()}
