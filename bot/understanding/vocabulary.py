"""What can be said by its name. Pure."""

import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

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

    @cached_property
    def by_beginning(self) -> Mapping[str, Sequence[str]]:
        """The Korean names by the syllable that each begins with, and by its consonant."""
        names: dict[str, list[str]] = {}
        for name in self.korean:
            for letter in dict.fromkeys((name[0], initials(name[0]))):
                names.setdefault(letter, []).append(name)
        return names

    @cached_property
    def by_length(self) -> Mapping[int, Mapping[str, str]]:
        """The Korean names by how many syllables they have, each by its letters one by one."""
        names: dict[int, dict[str, str]] = {}
        for name in self.korean:
            names.setdefault(len(name), {})[unicodedata.normalize("NFD", name)] = name
        return names


class Sayable(Protocol):
    """A command, as far as its name goes; see bot.conversation."""

    @property
    def open(self) -> bool:
        """Whether words may follow its name."""

    @property
    def inner(self) -> bool:
        """Whether only buttons say it."""


class Teaching(Protocol):
    """A course, as far as what it names; see bot.course.model."""

    @property
    def terms(self) -> Iterable[str]:
        """The terms it teaches."""

    @property
    def names(self) -> Mapping[str, Iterable[str]]:
        """What may be called by name; `lesson` are parts and units."""

    @property
    def quizzes(self) -> Mapping[str, tuple[Any, Any]]:
        """Every question with the part it stands in, by its name."""

    @property
    def messages(self) -> frozenset[str]:
        """The parts whose line is said to somebody else."""


LEADS: Mapping[str, str] = {
    "step-review": "review",
    "button-ahead": "next",
    "button-next-question": "next",
    **dict.fromkeys(
        ("step-lesson", "step-ask", "step-line", "step-retry", "step-practice", "step-check", "button-first"), "today"
    ),
}
"""The buttons that lead on, by the keys of their labels: who types one that stands higher up in the chat means it."""


def named_by(commands: Mapping[str, Sayable], say: Say, keys: Container[str], course: Teaching) -> Vocabulary:
    """What is called by a name: commands, and what a course has; `keys` are those of all sentences."""
    return Vocabulary(
        latin=frozenset(name for name, command in commands.items() if not command.inner),
        korean={say(f"command-{name}"): name for name in commands if f"command-{name}" in keys},
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
