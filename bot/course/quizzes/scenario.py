"""상황: a scene and three ways to go on: best, fair, poor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bot.course.markdown import Faulty, Section
from bot.course.quizzes.kind import Flaw, Grade, Mark, Option, Say, Verdict, acknowledged
from bot.course.quizzes.options import AnsweredByOption, all_of_them, choices, chosen, shuffled
from bot.course.quizzes.reading import read_options, read_question
from bot.message import Message

MOST_IN_SCENE = 6  # lines: five of the scene, and the question


@dataclass(frozen=True, slots=True)
class Scenario(AnsweredByOption):
    """A best, a fair and a poor option; only the poor one is wrong, and only the best is known well."""

    kind: ClassVar[str] = "scenario"
    how: ClassVar[str] = "sorry-which-option"

    def ask(self, seed: str, say: Say, /) -> Message:
        """The scene with its options shuffled."""
        return choices(self.name, self.question, self.options, shuffled(len(self.options), f"{seed}:{self.name}"), say)

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """Grade an option, and explain all three: the chosen one first, the best one last."""
        option = chosen(self.options, words, state)
        if option is None:
            return None
        opening = {Mark.BEST: acknowledged(self.name, say), Mark.FAIR: say("quiz-fair"), Mark.POOR: ""}[option.mark]
        first = say("quiz-right", yes=opening, because=option.because) if opening else option.because
        others = [self._other(other, say) for other in self._others() if other is not option]
        bubbles = (first, "\n\n".join([*others, self._best(option, say)]))
        fair = option.mark == Mark.FAIR
        return Grade(right=option.mark != Mark.POOR, bubbles=bubbles, answer=option.text, fair=fair)

    def solution(self, say: Say, /) -> tuple[str, ...]:
        """All three, the best one last."""
        return "\n\n".join(self._other(other, say) for other in self._others()), self._best(None, say)

    def flaws(self, say: Say, /) -> Iterator[Flaw]:
        """Scenes too long to keep in mind; ways that are not the best here, without a word on when they are."""
        yield from all_of_them(self.options)
        lines = sum(bool(line) for line in self.question.split("\n"))
        if lines > MOST_IN_SCENE:
            yield Flaw("flaw-long-scene", "", {"count": lines, "most": MOST_IN_SCENE})
        then = say("flaw-better")
        for option in self._others():
            if then not in option.because:
                yield Flaw("flaw-unconditional", option.text, {"then": then})

    def _others(self) -> list[Option]:
        """The poor one, then the fair one."""
        return sorted((option for option in self.options if not option.right), key=lambda option: option.mark)

    def _other(self, option: Option, say: Say) -> str:
        return say(
            "quiz-other-fair" if option.mark == Mark.FAIR else "quiz-other", text=option.text, because=option.because
        )

    def _best(self, chosen: Option | None, say: Say) -> str:
        best = next(option for option in self.options if option.right)
        if chosen is best:
            return say("quiz-best-again", solution=best.text)  # its reason stands above
        return say("quiz-best", solution=best.text, why=best.because)


def read_scenario(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Scenario:
    """One option each of [x], [-] and [ ], with reasons."""
    options = read_options(section, "fault-scenario-marks", tuple(Mark))
    if sorted(option.mark for option in options) != sorted(Mark):
        raise Faulty(section.line, "fault-scenario-marks")
    return Scenario(name, section.line, read_question(section, name), options, sources, review)
