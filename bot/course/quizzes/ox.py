"""OX: whether a statement holds."""

from dataclasses import dataclass
from typing import ClassVar

from bot.course.markdown import Faulty, Section
from bot.course.quizzes.choice import explained, one_right, restated
from bot.course.quizzes.kind import LONGEST_CHOICE, Heard, Hint, Option, Say, means
from bot.course.quizzes.options import AnsweredByOption, chosen
from bot.course.quizzes.reading import read_question
from bot.message import Button, Go, Message

SIGNS = ("O", "X")


@dataclass(frozen=True, slots=True)
class Ox(AnsweredByOption):
    """O and X, always in that order."""

    name: str
    line: int
    question: str
    options: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    kind: ClassVar[str] = "ox"
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-quiz-ox"
    longest: ClassVar[int] = LONGEST_CHOICE

    def ask(self, _seed: str, _say: Say, /) -> Message:
        """The statement with two buttons."""
        buttons = tuple(Button(sign, Go("answer", f"{self.name} {number}")) for number, sign in enumerate(SIGNS, 1))
        return Message((self.question,), buttons, Go("answer", self.name))

    def hear(self, words: str, _state: str, say: Say, /) -> Heard:
        """Grade O or X, however people write and say them."""
        option = chosen(self.options, words)
        for sign, key in zip(self.options, ("quiz-says-o", "quiz-says-x"), strict=True):
            option = option or (sign if means(words, key, say) else None)
        return explained(self.name, self.options, option, say) if option else None

    def solution(self, say: Say, /) -> tuple[str, ...]:
        """The right sign and why."""
        return restated(self.options, say)


def read_ox(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Ox:
    """O and X in that order, each with its reason, one of them marked [x]."""
    question, options = read_question(section, name), one_right(section)
    if tuple(option.text for option in options) != SIGNS:
        raise Faulty(section.line, "fault-ox")
    return Ox(name, section.line, question, options, sources, review)
