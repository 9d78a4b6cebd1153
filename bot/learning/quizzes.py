"""Quiz kinds: what is asked, how it is shown, how an answer is graded. Pure."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.korean.hangul import same
from bot.outline import Block, Faulty, Section

RIGHT, WRONG = "[x] ", "[ ] "


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with the reason why it is right or why it is not."""

    text: str
    because: str
    right: bool


@dataclass(frozen=True, slots=True)
class Grade:
    """How an answer did: whether it was right, why, and the right answer to be restated last."""

    right: bool
    because: str
    solution: str
    solution_because: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which one is right; O and X are two options that keep their order."""

    name: str
    line: int
    question: str
    options: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    shuffled: bool = True

    def order(self, seed: str) -> tuple[int, ...]:
        """The options' numbers, from 1, as they are shown; the same for the same seed."""
        numbers = list(range(1, len(self.options) + 1))
        if self.shuffled:
            random.Random(f"{seed}:{self.name}").shuffle(numbers)  # noqa: S311 - an order, not a secret
        return tuple(numbers)

    def grade(self, answer: str) -> Grade | None:
        """Grade an option's number or its words; None when it is neither."""
        chosen = next((o for n, o in enumerate(self.options, 1) if answer == str(n)), None)
        chosen = chosen or next((option for option in self.options if same(answer, option.text)), None)
        if chosen is None:
            return None
        solution = next(option for option in self.options if option.right)
        return Grade(chosen.right, chosen.because, solution.text, solution.because)


Quiz = Choice


def _read_choice(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Quiz:
    options = _options(section)
    if len(options) != 3:
        raise Faulty(section.line, "fault-three-options", count=len(options))
    return Choice(name, section.line, _question(section), options, sources, review)


def _read_ox(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Quiz:
    options = _options(section)
    if [option.text for option in options] != ["O", "X"]:
        raise Faulty(section.line, "fault-ox")
    return Choice(name, section.line, _question(section), options, sources, review, shuffled=False)


def _question(section: Section) -> str:
    text = "\n\n".join(block.text for block in section.blocks if block.kind == "p")
    if not text:
        raise Faulty(section.line, "fault-no-question")
    return text


def _options(section: Section) -> tuple[Option, ...]:
    items = [item for block in section.blocks if block.kind == "ul" for item in block.inside]
    options = tuple(_option(item) for item in items)
    if sum(option.right for option in options) != 1:
        raise Faulty(section.line, "fault-one-right", count=sum(option.right for option in options))
    if len({option.text for option in options}) != len(options):
        raise Faulty(section.line, "fault-same-option")
    return options


def _option(item: Block) -> Option:
    first = item.inside[0].text if item.inside else ""
    because = "\n\n".join(block.words for block in item.inside if block.kind == "blockquote")
    if not first.startswith((RIGHT, WRONG)):
        raise Faulty(item.line, "fault-option-mark")
    if not because:
        raise Faulty(item.line, "fault-option-because", option=first[len(RIGHT) :])
    return Option(first[len(RIGHT) :], because, first.startswith(RIGHT))


KINDS: Mapping[str, Callable[..., Quiz]] = {
    "choice": _read_choice,
    "ox": _read_ox,
}
"""Every kind of quiz and how its section is read. A new kind is its dataclass, its reader and a line here."""
