"""객관식: three options, one of them right."""

from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.kind import Grade, Option, Say, Verdict
from bot.course.quizzes.options import AnsweredByOption, choices, chosen, marked, shuffled
from bot.course.quizzes.reading import read_options, read_question
from bot.message import Message

OPTIONS = 3  # more lures would teach more wrong answers


@dataclass(frozen=True, slots=True)
class Choice(AnsweredByOption):
    """Three options in an order of the learner's own."""

    kind: ClassVar[str] = "choice"
    how: ClassVar[str] = "sorry-which-option"

    def ask(self, seed: str, say: Say, /) -> Message:
        """The question with its options shuffled."""
        return choices(self.name, self.question, self.options, shuffled(len(self.options), f"{seed}:{self.name}"), say)

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """Grade an option's own number or its words."""
        option = chosen(self.options, words, state)
        return explained(self.options, option, say) if option else None

    def solution(self, say: Say, /) -> Grade:
        """The right option and why."""
        return restated(self.options, say)


def explained(options: tuple[Option, ...], option: Option, say: Say) -> Grade:
    """A chosen option, explained; a wrong one ends on the right one."""
    best, rows = solution_of(options), marked(options, option, say)
    if option.right:
        return Grade(right=True, because=(option.because,), rows=rows, answer=option.text)
    because = (option.because, say("quiz-why", solution=best.text, why=best.because))
    named = say("quiz-solution", solution=best.text)
    return Grade(right=False, because=because, solution=named, rows=rows, answer=option.text)


def restated(options: tuple[Option, ...], say: Say) -> Grade:
    """The right option and why."""
    best = solution_of(options)
    named = say("quiz-solution", solution=best.text)
    return Grade(right=False, because=(best.because,), solution=named, rows=marked(options, None, say))


def solution_of(options: tuple[Option, ...]) -> Option:
    """The right option."""
    return next(option for option in options if option.right)


def read_choice(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Choice:
    """Three options with a reason each, one of them marked [x]."""
    question, options = read_question(section, name), one_right(section)
    if len(options) != OPTIONS:
        raise Faulty(section.line, "fault-three-options", count=len(options))
    return Choice(name, section.line, question, options, sources, review)


def one_right(section: Section) -> tuple[Option, ...]:
    """The section's options, when just one of them is right."""
    options = read_options(section)
    if sum(option.right for option in options) != 1:
        raise Faulty(section.line, "fault-one-right", count=sum(option.right for option in options))
    return options
