"""서술형: one or two sentences of one's own, held against a checklist and a model answer, and graded by oneself."""

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.kind import Flaw, Grade, Hint, Mark, Option, Reply, Say, Verdict, unknown
from bot.course.quizzes.reading import read_items, read_option, read_question, reason
from bot.korean.hangul import is_initials
from bot.message import Button, Go, Message

CHECKS = 3
ENOUGH = 2  # checks met that count as right
FEWEST = 5  # characters; less is no sentence
MOST_IN_MODEL = 300
SENTENCE, SHARED = 15, 3  # characters and topics of a sentence that can only be an answer
_WORD = re.compile(r"[^\W\d_]{2,}")
OWN = "self"  # marks the commands that grade oneself


@dataclass(frozen=True, slots=True)
class Essay:
    """A question, what a good answer holds, and one good answer. It is never scheduled: nobody graded it."""

    name: str
    line: int
    question: str
    checks: tuple[str, ...]
    model: str
    sources: tuple[str, ...] = ()
    review: bool = False
    kind: ClassVar[str] = "essay"
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-quiz-essay"
    longest: ClassVar[int] = 500

    def ask(self, _seed: str, say: Say, /) -> Message:
        """The question."""
        text = say("quiz-essay", question=self.question, most=self.longest)
        return Message((text,), (unknown(self.name, say),), Go("answer", self.name))

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """Take the sentences and show what to hold them against; then take the learner's own grade."""
        if state == OWN:
            return self._own_grade(words, say)
        if len(words) < FEWEST or is_initials(words):
            return None
        held = say("quiz-essay-checks", checks="\n".join(f"· {check}" for check in self.checks))
        taken = replace(self.solution(say), right=True, because=(held,), verdict=say("quiz-essay-kept"))
        return replace(taken, buttons=self._own_buttons(say), expects=Go("answer", f"{self.name}:{OWN}"))

    def claims(self, words: str, state: str, _say: Say, /) -> bool:
        """A sentence that speaks of what the model answer speaks of; any other may be small talk."""
        if state == OWN or len(words) < SENTENCE or (words.rstrip().endswith("?") and len(words) < 2 * SENTENCE):
            return False
        return len(_topics(words) & _topics(f"{self.model} {self.question}")) >= SHARED

    def solution(self, say: Say, /) -> Grade:
        """The model answer."""
        return Grade(
            right=False, solution=say("quiz-essay-solution"), rows=(say("quiz-essay-model", model=self.model),)
        )

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """The model answer; what makes it good are the checks."""
        return (Option(self.model, "\n".join(self.checks), Mark.BEST),)

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """None: learners write sentences of their own."""
        return ()

    def replies(self, _state: str, say: Say, /) -> list[Reply]:
        """The model answer, then every grade one may give oneself."""
        grades = [Reply(OWN, str(met), f"{met}/{CHECKS}") for met in range(CHECKS, -1, -1)]
        return [Reply("", self.model[: self.longest], say("preview-own-words")), *grades]

    def flaws(self, _say: Say, /) -> tuple[Flaw, ...]:
        """None of its own."""
        return ()

    def _own_buttons(self, say: Say) -> tuple[Button, ...]:
        # the first three in this order, so that a typed number is the number of checks met
        counts = [Button(say(f"button-met-{met}"), Go("answer", f"{self.name}:{OWN} {met}")) for met in (1, 2, 3, 0)]
        return (*counts, Button(say("button-rewrite"), Go("ask", self.name)))

    def _own_grade(self, words: str, say: Say) -> Verdict:
        if words not in map(str, range(CHECKS + 1)):
            return None
        verdict = say(f"quiz-essay-met-{words}")
        return Grade(right=int(words) >= ENOUGH, verdict=verdict, answer=f"{words}/{CHECKS}")


def read_essay(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Essay:
    """A question, three checks, and a model answer."""
    if review:
        raise Faulty(section.line, "fault-essay-review")
    question = read_question(section, name)
    checks = tuple(read_option(item, "fault-essay-check", " ").text for item in read_items(section))
    if len(checks) != CHECKS:
        raise Faulty(section.line, "fault-essay-checks", count=len(checks))
    model = reason(section.blocks, MOST_IN_MODEL)
    if not model:
        raise Faulty(section.line, "fault-essay-model")
    return Essay(name, section.line, question, checks, model, sources)


def _topics(words: str) -> set[str]:
    """How the words of a text begin, by two syllables: stems without their endings."""
    return {word[:2] for word in _WORD.findall(words)}
