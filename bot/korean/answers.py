"""Whether a typed answer is the expected one: lenient about how it is said, strict about what it says. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from bot.korean.answer_frame import (
    LONGEST_TAIL,
    closes,
    inflects,
    opened,
    preferred,
    reasoned,
    sentences,
    unchecked,
    without_adverbs,
    without_topic,
)
from bot.korean.keyboard import MOST_TYPED, from_latin_keys, to_latin_keys
from bot.korean.slips import slipped

FEWEST_TWICE = 2  # letters of a word that is said twice; 답답 is one word
LONGEST = 200  # characters; a longer answer is compared as it stands, and one that nobody types is none
WORDS_OF_THEIR_OWN = frozenset(["정치가", "투자가", "연구가", "애호가", "활주로", "교차로", "대중가요"])

_NOISE = dict.fromkeys(map(ord, "\"'`´‘’‚“”„«»‹›「」『』《》〈〉\u3000"))
_ENDS = " .!?~,;:…。！？、·)]}>*_^\u110f\u1112\u1172\u116e"  # the last four are ㅋ ㅎ ㅠ ㅜ after NFKC
_SIGNS = re.compile(r"[!?~,;:…。！？、·)]+|[.](?!\d)")  # 전문성이요!! 맞죠?
_TAG = re.compile(r"(?<![이가])\s?아님\s?[?？]+\s*$")
"""전문성 아님? affirms, 전문성 아님 and 전문성이 아님? deny."""
_CALLS = re.compile(r"(?<=[요다죠까게])[\s,]+(?:선생님|쌤|샘|봇님|관리자님)[\s!.~^]*$")
"""Whom an answer is said to, behind it: 일번으로 하겠습니다 선생님."""
_SENTENCE = re.compile(r"[요다죠까]$|[.!?]")  # of two that are options, one after the other names both
_STARTS = "([{<*_~"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CROSSES_AND_CIRCLES = str.maketrans(dict.fromkeys("×✕✖❌╳✗✘", "x") | dict.fromkeys("○〇⭕◯✔✅☑", "o"))


def same(typed: str, expected: str, others: Iterable[str] = ()) -> bool:
    """Whether `typed` means `expected`, and none of the `others` that are also possible. Nothing typed is no answer.

    Forgives spacing, case, width, quotes, the wrong keyboard layout, what is said around an answer (see
    bot.korean.answer_frame), and one wrong jamo in an answer of three syllables or more.
    """
    if len(typed) > LONGEST or len(expected) > LONGEST:
        return max(len(typed), len(expected)) <= MOST_TYPED and typed.split() == expected.split() != []
    wanted, answers = _expected(expected), readings(typed) if _SENTENCE.search(expected) else answers_in(typed)
    if not wanted or not answers[0]:
        return False
    if typed.split() == expected.split() or wanted in readings(typed):
        return True  # as it stands: thirty zeros would else be fifteen, said twice
    if not {_expected(other) for other in others}.isdisjoint(answers):
        return False
    return wanted in answers or any(_names(answer, wanted) or slipped(answer, wanted) for answer in answers)


def says(typed: str, sayings: str) -> bool:
    """Whether `typed` is one of the sayings, which stand with spaces between, bent by an ending or not.

    음 잘 모르겠는데요ㅠ is 모르겠. Longer than LONGEST it is none.
    """
    if len(typed) > LONGEST:
        return False
    known = _known(sayings)
    return any(
        one in known or any(one[:end] in known and inflects(one[:end], one[end:]) for end in _ends_of_form(one))
        for one in _said(typed)
    )


def names_part(typed: str, parts: Iterable[str]) -> bool:
    """Whether `typed` names one of the parts, whatever is said around it. Parts are plain, and admit no slip."""
    if len(typed) > LONGEST:
        return False
    answers = answers_in(typed)
    return any(part in answers or any(_names(answer, part) for answer in answers) for part in parts)


def plain(text: str) -> str:
    """The text without what does not count: width, case, spaces, quotes, invisible characters, closing punctuation.

    A cross is an x and a circle an o, however they are drawn.
    """
    text = unicodedata.normalize("NFKC", text.translate(_CROSSES_AND_CIRCLES)).casefold()
    kept = "".join(c for c in text if c.isalnum() or not (c.isspace() or _decorates(c)))
    kept = kept.replace("곱하기", "x").replace("일인", "1인")
    bare = kept.translate(_NOISE).rstrip(_ENDS).lstrip(_STARTS) or kept
    return _THOUSANDS.sub("", unicodedata.normalize("NFC", bare))


_expected = lru_cache(2048)(plain)  # texts of ours, which are compared again and again


@lru_cache(1)  # the same words are held against one answer after the other
def readings(typed: str) -> tuple[str, ...]:
    """What was typed, plain: as it stands first, then in the other layouts, then without what was said before it."""
    return _readings(typed)


def _readings(typed: str) -> tuple[str, ...]:
    typed = _TAG.sub("아닌가요", unchecked(without_topic(_CALLS.sub("", typed)))).replace("슴다", "습니다")
    meant = list(dict.fromkeys((typed, from_latin_keys(typed), from_latin_keys(typed.lower()))))
    framed = [text for one in meant for text in opened(one)]
    named_last = [text for one in (*meant, *framed) for text in (*preferred(one), *reasoned(one))]
    named_last += [text for one in named_last for text in opened(one)]
    whole = map(plain, (*meant, to_latin_keys(typed), *framed, *named_last))
    return tuple(dict.fromkeys(map(_once, whole)))


def _once(said: str) -> str:
    """융합융합: a word that is said twice, once."""
    half = len(said) // 2
    return said[:half] if half >= FEWEST_TWICE and said == said[:half] * 2 else said


@lru_cache(1)
def answers_in(typed: str) -> tuple[str, ...]:
    """The readings of what was typed, then those of each of its sentences."""
    return tuple(dict.fromkeys(chain(readings(typed), *map(_readings, sentences(typed)))))


@lru_cache(1)
def _said(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rest for reading in readings(typed) for rest in without_adverbs(reading)))


@lru_cache(64)
def _known(sayings: str) -> frozenset[str]:
    return frozenset(map(plain, sayings.split())) - {""}


def _ends_of_form(said: str) -> range:
    return range(max(1, len(said) - LONGEST_TAIL), len(said))


def _decorates(character: str) -> bool:
    """Whether the character is an emoji, a part of one, or cannot be seen."""
    kind = unicodedata.category(character)
    return kind == "Cf" or character == "\ufe0f" or (kind in ("So", "Sk") and character >= "\u2600")


def _names(answer: str, wanted: str) -> bool:
    """Whether a plain answer is the wanted one with something said after it."""
    if not answer.startswith(wanted) or answer in WORDS_OF_THEIR_OWN:
        return False
    return closes(wanted, _SIGNS.sub("", answer[len(wanted) :]))
