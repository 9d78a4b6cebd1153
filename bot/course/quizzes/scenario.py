"""상황: a scene and three ways to go on: best, fair, poor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.choice import solution_of
from bot.course.quizzes.kind import Flaw, Grade, Mark, Option, Say, Verdict
from bot.course.quizzes.options import AnsweredByOption, all_of_them, choices, chosen, marked, shuffled
from bot.course.quizzes.reading import read_options, read_question
from bot.message import Message

PHONE = 22  # letters in a line of a phone
MOST_IN_SCENE = 8  # lines of a phone: the scene, and the question


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
        return self._graded(option, say)

    def solution(self, say: Say, /) -> Grade:
        """All three, the best one last."""
        return self._graded(None, say)

    def flaws(self, say: Say, /) -> Iterator[Flaw]:
        """Scenes too long to keep in mind; ways that are not the best here, without a word on when they are."""
        yield from all_of_them(self.options)
        lines = sum(-(-len(line) // PHONE) for line in self.question.split("\n"))
        if lines > MOST_IN_SCENE:
            yield Flaw("flaw-long-scene", "", {"count": lines, "most": MOST_IN_SCENE})
        cases = say("flaw-better").split()
        for option in self._others():
            if not any(case in option.because for case in cases):
                yield Flaw("flaw-unconditional", option.text, {"then": cases[0]})

    def _graded(self, option: Option | None, say: Say) -> Grade:
        """The chosen way, the others, the best one last; `option` is None for who chose none."""
        best, rows = solution_of(self.options), marked(self.options, option, say)
        others = [self._other(other, say) for other in self._others() if other is not option]
        if option is best:
            return Grade(right=True, because=(best.because, *others), rows=rows, answer=best.text)
        own = (option.because,) if option else ()
        because = (*own, *others, say("quiz-why", solution=best.text, why=best.because))
        fair = option is not None and option.mark == Mark.FAIR
        named, verdict = say("quiz-best", solution=best.text), say("quiz-fair") if fair else ""
        return Grade(fair, because, named, rows, verdict, answer=option.text if option else "", fair=fair)

    def _others(self) -> list[Option]:
        """The poor one, then the fair one."""
        return sorted((option for option in self.options if not option.right), key=lambda option: option.mark)

    def _other(self, option: Option, say: Say) -> str:
        return say(
            "quiz-other-fair" if option.mark == Mark.FAIR else "quiz-other", text=option.text, because=option.because
        )


def read_scenario(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Scenario:
    """One option each of [x], [-] and [ ], with reasons."""
    options = read_options(section, "fault-scenario-marks", tuple(Mark))
    if sorted(option.mark for option in options) != sorted(Mark):
        raise Faulty(section.line, "fault-scenario-marks")
    return Scenario(name, section.line, read_question(section, name), options, sources, review)
