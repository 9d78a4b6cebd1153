"""상황: a scene and three ways to go on: best, fair, poor."""

from dataclasses import dataclass
from typing import ClassVar

from bot.course.markdown import Faulty, Section
from bot.course.quizzes.kind import LONGEST_CHOICE, Grade, Heard, Hint, Say, acknowledged
from bot.course.quizzes.options import choices, chosen, shuffled
from bot.course.quizzes.reading import Option, read_options, read_question
from bot.message import Message

BEST, FAIR, POOR = "x", "-", " "


@dataclass(frozen=True, slots=True)
class Scenario:
    """A best, a fair and a poor option; best and fair count as right."""

    name: str
    line: int
    question: str
    options: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-which-option"
    longest: ClassVar[int] = LONGEST_CHOICE

    def ask(self, seed: str, say: Say, /) -> Message:
        """The scene with its options shuffled."""
        return choices(self.name, self.question, self.options, shuffled(len(self.options), f"{seed}:{self.name}"), say)

    def hear(self, words: str, _state: str, say: Say, /) -> Heard:
        """Grade an option, and explain all three: the chosen one first, the best one last."""
        option = chosen(self.options, words)
        if option is None:
            return None
        opening = {BEST: acknowledged(self.name, say), FAIR: say("quiz-fair"), POOR: ""}[option.mark]
        first = say("quiz-right", yes=opening, because=option.because) if opening else option.because
        others = [self._other(other, say) for other in self._others() if other is not option]
        bubbles = (first, "\n\n".join([*others, self._best(option, say)]))
        return Grade(right=option.mark != POOR, bubbles=bubbles, answer=option.text)

    def solution(self, say: Say, /) -> tuple[str, ...]:
        """All three, the best one last."""
        return "\n\n".join(self._other(other, say) for other in self._others()), self._best(None, say)

    def _others(self) -> list[Option]:
        """The poor one, then the fair one."""
        return sorted((option for option in self.options if not option.right), key=lambda option: option.mark)

    def _other(self, option: Option, say: Say) -> str:
        return say("quiz-other-fair" if option.mark == FAIR else "quiz-other", text=option.text, because=option.because)

    def _best(self, chosen: Option | None, say: Say) -> str:
        best = next(option for option in self.options if option.right)
        if chosen is best:
            return say("quiz-best-again", solution=best.text)  # its reason stands above
        return say("quiz-best", solution=best.text, why=best.because)


def read_scenario(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Scenario:
    """One option each of [x], [-] and [ ], with reasons."""
    marks = (BEST, FAIR, POOR)
    options = read_options(section, "fault-scenario-marks", marks)
    if sorted(option.mark for option in options) != sorted(marks):
        raise Faulty(section.line, "fault-scenario-marks")
    return Scenario(name, section.line, read_question(section, name), options, sources, review)
