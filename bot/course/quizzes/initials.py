"""초성: a definition and the initial consonants of the word it defines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.kind import Flaw, Grade, Hint, Option, Say, Verdict
from bot.course.quizzes.reading import read_question
from bot.course.quizzes.typed import (
    LONGEST_WORD,
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
from bot.korean.borrowed import without_noun
from bot.korean.hangul import initials
from bot.message import Message

SYLLABLES = range(2, 6)


@dataclass(frozen=True, slots=True)
class Initials(AnsweredByWord):
    """The word, why it is that one, and the words it is confused with."""

    name: str
    line: int
    question: str
    word: str
    because: str
    misses: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    nears: tuple[str, ...] = ()
    kind: ClassVar[str] = "initials"
    how: ClassVar[str] = "sorry-quiz-initials"
    longest: ClassVar[int] = LONGEST_WORD

    @property
    def rights(self) -> tuple[str, ...]:
        """The one word."""
        return (self.word,)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The first letter; definition and consonants are shown already."""
        return first_letter(self.word)

    def ask(self, _seed: str, say: Say, /) -> Message:
        """The definition, then the consonants, spaced so that they do not read as a word."""
        return typed_question(self.name, say("quiz-initials", question=self.question, initials=spaced(self.word)), say)

    def hear(self, words: str, _state: str, say: Say, /) -> Verdict:
        """Grade a typed word. The definition decides: another word with the same consonants is not it."""
        words = without_noun(words, self.question)
        if fits(words, self.rights, self.misses, self.question):
            return found(self.word, self.because, say)
        miss = missed(words, self.misses, self.question)
        if miss is None and (
            self.stands(words)[1] or is_no_answer(words, say) or holds(words, self.rights, self.misses)
        ):
            return None
        because = miss.because if miss else self._near(words, say)
        return amiss(words, because, self.word, self.solution(say), say)

    def _asked_for(self, words: str) -> str:
        return without_noun(words, self.question)

    def claims(self, words: str, _state: str, _say: Say, /) -> bool:
        """The word, with or without a noun of the definition before it."""
        return fits(without_noun(words, self.question), self.rights, self.misses, self.question)

    def solution(self, say: Say, /) -> Grade:
        """The word and why it is that one."""
        return Grade(right=False, because=(self.because,), solution=say("quiz-solution", solution=self.word))

    def flaws(self, _say: Say, /) -> Iterator[Flaw]:
        """A definition that holds the word it defines."""
        for line in self.question.split("\n"):
            if self.word in "".join(line.split()):
                yield Flaw("flaw-told-initials", line, {"word": self.word})
                return

    def _near(self, words: str, say: Say) -> str:
        alike = initials("".join(words.split())) == initials(self.word)
        return say("quiz-initials-alike") if alike else ""


def read_initials(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Initials:
    """A definition, one right word of two to five Hangul syllables, and the words it is confused with."""
    question = read_question(section, name)
    words = read_words(section)
    word, because = words.rights[0].text, words.rights[0].because
    if len(words.rights) != 1 or len(word) not in SYLLABLES or any(initials(sign) == sign for sign in word):
        raise Faulty(section.line, "fault-initials-word")
    return Initials(name, section.line, question, word, because, words.misses, sources, review, words.nears)
