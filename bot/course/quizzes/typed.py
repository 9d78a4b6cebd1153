"""Questions answered by typing a word: who is right, who is near, and what is no answer at all. Pure."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.course.faults import Faulty
from bot.course.markdown import Block, Section
from bot.course.quizzes.kind import (
    RIGHT,
    WRONG,
    Flaw,
    Grade,
    Hint,
    Mark,
    Option,
    Reply,
    Say,
    means,
    row,
    unknown,
)
from bot.course.quizzes.reading import read_items, read_option
from bot.korean.answers import names_part, plain, same
from bot.korean.borrowed import with_kind
from bot.korean.hangul import initials
from bot.korean.keyboard import from_latin_keys, is_hangul
from bot.korean.slips import nearly
from bot.korean.talk import is_talk
from bot.korean.word_in_frame import Stand, stand_of
from bot.message import Go, Message

LONGEST_WORD = 40  # characters; more is a sentence, not the word that was asked for
FEWEST_TO_BEGIN = 3  # syllables of a word that is begun by all but the last
UNHEARD = "○"  # stands for a sign that has no initial consonant


class AnsweredByWord(ABC):
    """What authors need of a kind that is answered by typing a word: its right words, the first with the reason
    `because`, its `misses`, the misunderstandings we know, `nears`, the words that come close, and its `question`.
    """

    __slots__ = ()
    because: str
    misses: tuple[Option, ...]
    nears: tuple[str, ...]
    question: str

    @property
    @abstractmethod
    def rights(self) -> tuple[str, ...]:
        """The right words, the one that is shown first."""

    def claims(self, words: str, _state: str, _say: Say, /) -> bool:
        """A right answer, and nothing else: another word may be small talk."""
        return fits(words, self.rights, self.misses, self.question)

    def near(self, words: str, say: Say) -> bool:
        """Whether the words come close enough to the right one for one more try; they are none of the right ones."""
        said = self._asked_for(words)
        if self.stands(words)[1]:
            return False  # 결과물일 리 없고, 결과물인지 모르겠어요: it is asked about, and never called another word
        if fits(said, self.rights, self.misses, self.question) or is_no_answer(words, say):
            return False
        if missed(said, [Option(near, "", Mark.FAIR) for near in self.nears], self.question):
            return True
        otherwise = missed(said, self.misses, self.question) or any(may_deny(said, right) for right in self.rights)
        return not otherwise and any(comes_near(said, right) for right in self.rights)

    def stands(self, words: str) -> tuple[str, Stand]:
        """The last of the known words that is named, but not given, among other words, and as what it is: a right one,
        or one that is denied.
        """
        known = (*self.rights, *(miss.text for miss in self.misses), *self.nears)
        named = [(words.find(one), one, stand) for one in known if (stand := stand_of(words, one, known))]
        if any(stand is Stand.GIVEN for _, _, stand in named):
            return "", Stand.ABSENT
        open_ = [one for one in named if one[1] in self.rights or one[2] is Stand.DENIED]
        return max(open_, default=(0, "", Stand.ABSENT))[1:]

    def _asked_for(self, words: str) -> str:
        """The words without those of the question."""
        return words

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """The right words, then the misunderstandings."""
        first, *others = self.rights
        return (
            Option(first, self.because, Mark.BEST),
            *(Option(other, "", Mark.BEST) for other in others),
            *self.misses,
        )

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """All these words."""
        return tuple(option.text for option in self.answer_key)

    def replies(self, _state: str, say: Say, /) -> list[Reply]:
        """The right word, every misunderstanding, and a word we do not know."""
        words = (self.rights[0], *(miss.text for miss in self.misses), say("preview-other-word"))
        return [Reply("", word, word) for word in words]

    def flaws(self, _say: Say, /) -> Iterable[Flaw]:
        """None of its own."""
        return ()


def typed_question(name: str, text: str, say: Say) -> Message:
    """A question that waits for typed words."""
    return Message((text,), (unknown(name, say),), Go("answer", name))


def found(answer: str, because: str, say: Say) -> Grade:
    """The word was found, however it was typed."""
    return Grade(right=True, because=(because,), rows=(row(RIGHT, answer, say, say("quiz-note-mine")),))


def amiss(words: str, because: str, answer: str, solution: Grade, say: Say) -> Grade:
    """Another word was typed, and `because` says what there is to say of it; then the right one."""
    mine = row(WRONG, " ".join(_as_read(words, answer).split())[:LONGEST_WORD], say, say("quiz-note-mine"))
    reasons = tuple(filter(None, (because, *solution.because)))
    return replace(solution, because=reasons, rows=(mine, row(RIGHT, answer, say, say("quiz-note-right"))))


def _as_read(words: str, answer: str) -> str:
    """Words typed in the other layout as they were read, where the answer is Korean: rodlsghk is 개인화."""
    read = from_latin_keys(words)
    return read if is_hangul(read) and not answer.isascii() else words


def fits(words: str, rights: Sequence[str], misses: Sequence[Option], question: str = "") -> bool:
    """Whether the words mean one of the right answers, perhaps with a noun of the question behind it."""
    others = [miss.text for miss in misses]
    if any(same(words, right, others) for right in rights):
        return True
    if missed(words, misses):
        return False
    framed = any(stand_of(words, right, (*rights, *others)) is Stand.GIVEN for right in rights)
    return framed or names_part(words, with_kind(rights, question))


def missed(words: str, misses: Sequence[Option], question: str = "") -> Option | None:
    """The known misunderstanding that the words are, perhaps with a noun of the question behind it."""
    found = (miss for miss in misses if same(words, miss.text) or names_part(words, with_kind([miss.text], question)))
    return next(found, None)


def comes_near(words: str, right: str) -> bool:
    """Whether the words begin as a longer word does, or are one letter away from a short one: 전문적, 겸엽."""
    said, wanted = plain(words), plain(right)
    begun = len(wanted) >= FEWEST_TO_BEGIN and said.startswith(wanted[: FEWEST_TO_BEGIN - 1])
    return begun or nearly(said, wanted)


def may_deny(words: str, right: str) -> bool:
    """Whether the words are a right one without its first syllable, and so perhaps its contrary: 확인됨, of 미확인."""
    wanted = plain(right)
    return len(wanted) >= FEWEST_TO_BEGIN and plain(words).startswith(wanted[1:])


def holds(words: str, rights: Sequence[str], misses: Sequence[Option]) -> bool:
    """Whether a right answer is one of several words, so that the one that is meant has to be asked for."""
    several = dict.fromkeys(map(plain, words.split()))
    begun = tuple(right for right in map(plain, rights) if len(right) > 1)
    return len(several) > 1 and any(word.startswith(begun) or fits(word, rights, misses) for word in several)


def is_no_answer(words: str, say: Say) -> bool:
    """Whether the words name nothing: a greeting, a question back, a sentence, a denial, two words, laughter."""
    return is_talk(words) or means(words, "quiz-says-chat", say) or means(words, "quiz-says-unknown", say)


def spaced(word: str) -> str:
    """A word's initial consonants with spaces between; a ring for what has none."""
    return " ".join(_initial(sign) for sign in word)


def first_letter(word: str) -> tuple[Hint, ...]:
    """The hint that gives the first letter, unless that is the whole word."""
    return (("quiz-hint-first", word[0]),) if len(word) > 1 else ()


@dataclass(frozen=True, slots=True)
class Words:
    """The right answers, the first with its reason, the known misunderstandings with theirs, and what comes close: a
    misunderstanding, or, without a reason, only words.
    """

    rights: list[Option]
    misses: tuple[Option, ...]
    nears: tuple[str, ...]


def read_words(section: Section) -> Words:
    """The marked words; several that come close may stand in a line, with commas between."""
    items = read_items(section)
    options = [read_option(item, "fault-typed-mark", " x-") for item in items]
    rights = [option for option in options if option.right]
    if not rights:
        raise Faulty(section.line, "fault-typed-right")
    for item, option in zip(items, options, strict=True):
        _check(item, option, needed=option is rights[0] or option.mark is Mark.POOR)
    near = [option for option in options if option.mark is Mark.FAIR]
    nears = tuple(word.strip() for option in near for word in option.text.split(","))
    texts = [option.text for option in options if option.mark is not Mark.FAIR] + [*nears]
    if len({*texts}) != len(texts):
        raise Faulty(section.line, "fault-same-option")
    misses = tuple(replace(option, mark=Mark.POOR) for option in options if not option.right and option.because)
    return Words(rights, misses, nears)


def _check(item: Block, option: Option, *, needed: bool) -> None:
    if needed and not option.because:
        raise Faulty(item.line, "fault-option-because", option=option.text)
    if len(option.text) == 1 and option.text.isdecimal():
        raise Faulty(item.line, "fault-typed-number", option=option.text)
    longest = max(map(len, option.text.split(",") if option.mark is Mark.FAIR else [option.text]))
    if longest > LONGEST_WORD:
        raise Faulty(item.line, "fault-quiz-length", most=LONGEST_WORD, count=longest)


def _initial(sign: str) -> str:
    initial = initials(sign)
    return UNHEARD if initial == sign and sign.isalnum() else initial
