"""빈칸: a sentence with one blank, to be filled by typing."""

import re
from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.kind import Grade, Hint, Option, Say, Verdict
from bot.course.quizzes.reading import read_question
from bot.course.quizzes.typed import (
    LONGEST_WORD,
    UNHEARD,
    AnsweredByWord,
    amiss,
    first_letter,
    fits,
    found,
    holds,
    is_no_answer,
    missed,
    read_words,
    spaced,
    typed_question,
)
from bot.korean.answers import plain
from bot.korean.borrowed import without_verb
from bot.message import Message

BLANK = "____"


@dataclass(frozen=True, slots=True)
class Cloze(AnsweredByWord):
    """The answers that are right, the first of them shown, and the misunderstandings we know."""

    name: str
    line: int
    question: str
    answers: tuple[str, ...]
    because: str
    misses: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    nears: tuple[str, ...] = ()
    kind: ClassVar[str] = "cloze"
    how: ClassVar[str] = "sorry-quiz-cloze"
    longest: ClassVar[int] = LONGEST_WORD

    @property
    def rights(self) -> tuple[str, ...]:
        """The answers that are right."""
        return self.answers

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The initial consonants, if there are any, then the first letter."""
        sounds = spaced(self.answers[0])
        audible = sounds.replace(UNHEARD, "").strip()
        return ((("quiz-hint-initials", sounds),) if audible else ()) + first_letter(self.answers[0])

    def ask(self, _seed: str, say: Say, /) -> Message:
        """The sentence with its blank."""
        return typed_question(self.name, say("quiz-cloze", question=self.question), say)

    def hear(self, words: str, _state: str, say: Say, /) -> Verdict:
        """Grade a typed answer; how it is typed does not count."""
        said, words = words, self._in_blank(words)
        if fits(words, self.answers, self.misses, self.question):
            return found(self.answers[0], self.because, say)
        miss = missed(words, self.misses, self.question)
        if miss is None and (
            self.stands(said)[1]
            or is_no_answer(words, say)
            or is_no_answer(said, say)
            or holds(words, self.rights, self.misses)
        ):
            return None
        return amiss(words, miss.because if miss else "", self.answers[0], self.solution(say), say)

    def claims(self, words: str, _state: str, _say: Say, /) -> bool:
        """A right answer, with or without the words around the blank."""
        return fits(self._in_blank(words), self.answers, self.misses, self.question)

    def _asked_for(self, words: str) -> str:
        return self._in_blank(words)

    def _in_blank(self, words: str) -> str:
        """The words without those of the sentence around the blank: 부탁받은 일 for ____받은 일, 이유를 여쭤봐요."""
        if self._knows(words):
            return words
        head, _, tail = self.question.partition(BLANK)
        if self._knows(bare := without_verb(words, tail)):
            return bare
        before, after = plain(head), plain(tail)
        said = whole = plain(words[: self.longest])
        said = next((said[:-end] for end in range(len(said) - 1, 1, -1) if after.startswith(said[-end:])), said)
        said = next((said[end:] for end in range(len(said) - 1, 1, -1) if before.endswith(said[:end])), said)
        return words if said == whole else said

    def _knows(self, words: str) -> bool:
        """Whether the words are an answer with a feedback of its own."""
        right = fits(words, self.answers, self.misses, self.question)
        return right or missed(words, self.misses, self.question) is not None

    def solution(self, say: Say, /) -> Grade:
        """What belongs into the blank and why."""
        named = say("quiz-cloze-solution", answer=self.answers[0])
        return Grade(right=False, because=(self.because,), solution=named)


def read_cloze(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Cloze:
    """A question with one blank; all right answers, the first with its reason; misunderstandings with theirs."""
    question = read_question(section, name)
    if re.findall("__+", question) != [BLANK]:
        raise Faulty(section.line, "fault-cloze-blank")
    words = read_words(section)
    answers = tuple(right.text for right in words.rights)
    because = words.rights[0].because
    return Cloze(name, section.line, question, answers, because, words.misses, sources, review, words.nears)
