"""Whether words speak of somebody who may harm themselves, the speaker or somebody close. Pure; the sayings are data.

Every reading of the words is looked through: as they stand, with letters typed apart put together, in the other
keyboard layout, without words that say nothing, with slips of the thumb mended. `locales/ko/sayings/safety.toml` holds
what is always heard; figures of speech, which are taken away; what is heard in the rest; and signs heard together.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec

from bot.korean.keyboard import MOST_TYPED, from_latin_keys, to_latin_keys
from bot.understanding.safety_sayings import SayingsFile, known_of, one_of, patterns

_WIDE = re.compile("[\uff00-\uffef]+")  # full-width signs and half-width Hangul
_UNSEEN = re.compile("[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff]+")
_LAUGHTER = re.compile(r"([ㅋㅎㅠㅜㅡ])\1+")
_CONJOINING = re.compile("[\u1100-\u11ff]")
_JAMO = re.compile("[ㄱ-ㅣ]")
_BETWEEN_JAMO = re.compile(r"(?<=[ㄱ-ㅣ])\s+(?=[ㄱ-ㅣ])")
_APART = re.compile("(?<![가-힣ㄱ-ㅣ])[가-힣]*[ㄱ-ㅣ\u1100-\u11ff][가-힣ㄱ-ㅣ\u1100-\u11ff]*")
_LOOKALIKE = re.compile("(?<=[ㄱ-ㅎ])[rl]")  # Latin letters written for vowels
_CAPITALS = re.compile("[A-Z]{3}")  # caps lock
_STRAY = re.compile("(?<=[가-힣])[ㄱ-ㅣ](?=[가-힣ㄱ-ㅣ])|(?<![가-힣ㄱ-ㅣ])[ㄱ-ㅎ](?=[가-힣])")
_STRAYS, _NEAR = 3, 12  # such letters that are looked at, and characters before and after one
_LATIN = re.compile("[A-Za-z]{2}")  # what is shorter than a syllable is none in the other layout

_INSIDE = re.compile(r"(?<=[가-힣])[^가-힣a-z\s]+(?=[가-힣])")  # 자1살, 죽.고, 죽고ㅋㅋ싶어
_SPREAD = re.compile(r"(?<![가-힣])(?:[가-힣][\W\d_]+){2,}[가-힣](?![가-힣])")  # 죽 고 싶 다
_SIGNS = re.compile(r"[\W\d_]+")
_DROPPED = re.compile("[ㄱ-ㅣ'’]+")  # laughter, and what is left out of don't
_END = re.compile(r"(?<![.!?])[.!?]\s+")  # of a sentence; several dots are a pause
_GAP = re.compile(r"(?:[^\w;?]|(?<!;)\?)+|_+")
_SENTENCE = re.compile(r"[^;]+(?:;\?)?")

_SPOKEN = 400  # characters that are read again without asides and slips
_TOGETHER = 60  # characters of a sentence in which signs belong together


Row = tuple[tuple[str, bool], ...]
"""Kinds of signs, and whether each has to stand in a text or must not."""


class Care(StrEnum):
    """Who hears which helplines, by the key of what is said to them."""

    DANGER = "care"  # who may harm themselves
    HARM = "care-harm"  # who is hurt, followed or threatened by others


@dataclass(frozen=True, slots=True, repr=False)
class Safety:
    """What is known of such words, ready to be looked for. Made by `load_safety`."""

    initials: tuple[re.Pattern[str], ...]
    always: tuple[re.Pattern[str], ...]
    figures: tuple[re.Pattern[str], ...]
    heard: tuple[re.Pattern[str], ...]
    asides: re.Pattern[str]
    slips: Mapping[int, str]
    signs: Mapping[str, tuple[re.Pattern[str], ...]]
    together: tuple[Row, ...]
    across: tuple[Row, ...]
    unless: re.Pattern[str]
    harm: tuple[re.Pattern[str], ...]
    no_harm: re.Pattern[str]

    def care_for(self, words: str) -> Care | None:
        """What care the words ask for, if any. Danger to oneself comes before all else."""
        if self.in_danger(words):
            return Care.DANGER
        return Care.HARM if self.harmed(words) else None

    def in_danger(self, words: str) -> bool:
        """Whether they are heard in any reading of the words; of more than anybody types, the beginning is read."""
        visible = _visible(words[:MOST_TYPED])
        if _JAMO.search(visible) and _found(self.initials, f";{visible};"):
            return True
        return any(self._in(_plain(reading)) for reading in _readings(visible))

    def harmed(self, words: str) -> bool:
        """Whether they tell of somebody who hurts, follows or threatens the speaker or somebody close."""
        texts = (_plain(reading) for reading in _readings(_visible(words[:MOST_TYPED])))
        return any(_found(self.harm, text) and not self.no_harm.search(text) for text in texts)

    def _in(self, text: str) -> bool:
        """Whether they are heard in a text as it stands, or without the words that say nothing."""
        if len(text) > _SPOKEN:
            return self._heard(text)
        without = self.asides.sub("", text).translate(self.slips)
        if self._heard(text) or (without != text and self._heard(without)):
            return True
        there = cache(lambda text, kind: _found(self.signs[kind], text))  # a lone sentence is the whole text too
        sentences = (f";{sentence};" for sentence in _SENTENCE.findall(text) if len(sentence) <= _TOGETHER)
        if any(self._stand(self.together, sentence, there) for sentence in sentences):
            return True
        return len(text) <= _TOGETHER and self._stand(self.across, text, there)

    def _stand(self, together: Iterable[Row], text: str, there: Callable[[str, str], bool]) -> bool:
        """Whether all the signs that one row wants stand in a text and no other of it, unless that speaks of work."""
        for row in together:
            for kind, wanted in row:
                if there(text, kind) is not wanted:
                    break
            else:
                return not self.unless.search(text)
        return False

    def _heard(self, text: str) -> bool:
        if _found(self.always, text):
            return True
        if not _found(self.heard, text):
            return False  # nearly always, and so the figures are looked for last
        for figure in self.figures:
            text = figure.sub("-", text)
        return _found(self.heard, text)


def load_safety(path: Path) -> Safety:
    """The sayings of a file. Raises ValueError for one that cannot be read, and OSError without a file."""
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), SayingsFile)
        known, signs = known_of(file), file.signs
        return Safety(
            initials=tuple(patterns(file.initials, known)),
            always=tuple(patterns(file.always, known)),
            figures=tuple(patterns(file.figures, known)),
            heard=tuple(patterns(file.heard, known)),
            asides=re.compile(f" ?{one_of(file.words['asides'].split())}"),
            slips={ord(pair[0]): pair[1] for pair in file.words["slips"].split()},
            signs={kind: tuple(patterns(sayings, known)) for kind, sayings in signs.kinds.items()},
            together=tuple(map(_row, signs.together)),
            across=tuple(map(_row, signs.across)),
            unless=_any_of(signs.unless),
            harm=tuple(patterns(file.harm.said, known)),
            no_harm=_any_of(file.harm.unless),
        )
    except (ValueError, KeyError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _row(kinds: str) -> Row:
    return tuple((kind.removeprefix("!"), not kind.startswith("!")) for kind in kinds.split())


def _any_of(words: str) -> re.Pattern[str]:
    """Any of the words as they are written: 서울 is not in 에서 울고."""
    return re.compile("|".join(map(re.escape, words.split())))


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    for pattern in patterns:  # noqa: SIM110 - a generator inside `any` costs as much again as most of the searches
        if pattern.search(text):
            return True
    return False


def _visible(words: str) -> str:
    """Without laughter and what nobody sees, in the usual widths."""
    words = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), words)
    return _LAUGHTER.sub("", _UNSEEN.sub("", words))


def _readings(words: str) -> Iterator[str]:
    """The words as they stand and as they may have been meant, the likeliest first."""
    yield words
    if _JAMO.search(words) or _CONJOINING.search(words):
        yield _mended(words)
        yield to_latin_keys(words)
        yield from _retyped(words)
    if typed := " ".join(word for word in words.split() if _LATIN.search(word)):
        yield from_latin_keys(typed)
        if typed[0].isupper():
            yield from_latin_keys(typed[0].lower() + typed[1:])  # a phone begins with a capital
        if _CAPITALS.search(typed):
            yield from_latin_keys(typed.swapcase())


def _mended(words: str) -> str:
    """With letters typed apart put together: ㅈㅏㅅㅏㄹ, ㅈ ㅏ ㅅ ㅏ ㄹ, ㅈrㅅrㄹ."""
    words = _LOOKALIKE.sub(lambda vowel: {"r": "ㅏ", "l": "ㅣ"}[vowel[0]], words)
    return _APART.sub(lambda apart: from_latin_keys(to_latin_keys(apart[0])), _BETWEEN_JAMO.sub("", words))


def _retyped(words: str) -> Iterator[str]:
    """Without a letter that stands alone, as one struck by mistake, and with the two after it in the other order."""
    for stray in islice(_STRAY.finditer(words), _STRAYS):
        before, after = words[: stray.start()], words[stray.end() :]
        yield _mended(before[-_NEAR:] + after[:_NEAR])
        first, *keys = list(to_latin_keys(stray[0] + after[:_NEAR]))
        yield from_latin_keys("".join((first, *reversed(keys[:2]), *keys[2:])))


def _plain(words: str) -> str:
    """Letters in one case with single spaces between words and `;` between sentences, before and after all.

    After a question there is one more sentence, of nothing but `?`.
    """
    text = _SPREAD.sub(lambda spread: _SIGNS.sub("", spread[0]), words.lower())
    text = _DROPPED.sub("", _INSIDE.sub("", text))
    text = _END.sub(lambda end: ";?;" if "?" in end[0] else ";", f"{text} ")
    return f";{_GAP.sub(' ', text).strip(' ;')};"
