"""Whether words speak of somebody who may harm themselves, the speaker or somebody close. Pure; the sayings are data.

`locales/ko/sayings/safety.toml` holds them in three stages, each looked for in every reading of the words (as they
stand, with letters typed apart put together, in the other keyboard layout): what is always heard; figures of speech,
which are taken away; and what is heard in the rest. How a saying is written is told at the head of that file.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bot.korean.keyboard import MOST_TYPED, from_latin_keys, to_latin_keys

_WIDE = re.compile("[\uff00-\uffef]+")  # full-width signs and half-width Hangul
_UNSEEN = re.compile("[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff]+")
_LAUGHTER = re.compile(r"([ㅋㅎㅠㅜㅡ])\1+")
_CONJOINING = re.compile("[\u1100-\u11ff]")
_JAMO = re.compile("[ㄱ-ㅣ]")
_BETWEEN_JAMO = re.compile(r"(?<=[ㄱ-ㅣ])\s+(?=[ㄱ-ㅣ])")
_APART = re.compile("(?<![가-힣ㄱ-ㅣ])[가-힣]*[ㄱ-ㅣ\u1100-\u11ff][가-힣ㄱ-ㅣ\u1100-\u11ff]*")
_LOOKALIKE = re.compile("(?<=[ㄱ-ㅎ])[rl]")  # Latin letters written for vowels
_CAPITALS = re.compile("[A-Z]{3}")  # caps lock
_LATIN = re.compile("[A-Za-z]{2}")  # what is shorter than a syllable is none in the other layout

_INSIDE = re.compile(r"(?<=[가-힣])[^가-힣a-z\s]+(?=[가-힣])")  # 자1살, 죽.고, 죽고ㅋㅋ싶어
_SPREAD = re.compile(r"(?<![가-힣])(?:[가-힣][\W\d_]+){2,}[가-힣](?![가-힣])")  # 죽 고 싶 다
_SIGNS = re.compile(r"[\W\d_]+")
_DROPPED = re.compile("[ㄱ-ㅣ'’]+")  # laughter, and what is left out of don't
_END = re.compile(r"(?<![.!?])[.!?]\s+")  # of a sentence; several dots are a pause
_GAP = re.compile(r"[^\w;]+|_+")

_FILLERS = 4  # at most, between the beginning of a clause and a saying
_FAR = 7  # characters that … may stand for
_GROUP = r"\{(?P<name>[^}]+)\}|\[(?P<words>[^\]]+)\]"
_BEGINNING = re.compile(rf"{_GROUP}|(?P<plain>[^\[{{(…]+)")
_ATOM = re.compile(rf"{_GROUP}|\((?P<maybe>[^)]+)\)|(?P<far>…)|(?P<plain>[a-z]+|\S)")
_PART = re.compile(r"[a-z]+|\S")

Parts = tuple[str, ...]
"""The syllables that a saying begins with, as patterns."""
Way = tuple[Parts, str]
"""One beginning of a saying, and the pattern of what follows."""


class Sayings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sayings by where they count: anywhere, at the beginning of a word, or at that of a clause, after fillers."""

    anywhere: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    always: Sayings
    figures: Sayings
    heard: Sayings


@dataclass(frozen=True, slots=True, repr=False)
class Safety:
    """What is known of such words, ready to be looked for. Made by `load_safety`."""

    always: tuple[re.Pattern[str], ...]
    figures: tuple[re.Pattern[str], ...]
    heard: tuple[re.Pattern[str], ...]

    def in_danger(self, words: str) -> bool:
        """Whether they are heard in any reading of the words; of more than anybody types, the beginning is read."""
        return any(self._in(_plain(reading)) for reading in _readings(_visible(words[:MOST_TYPED])))

    def _in(self, text: str) -> bool:
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
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
        stages = (file.always, file.figures, file.heard)
        return Safety(*(tuple(_patterns(stage, file.words)) for stage in stages))
    except (ValueError, KeyError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


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


def _plain(words: str) -> str:
    """Letters in one case with single spaces between words and `;` between sentences, before and after all."""
    text = _SPREAD.sub(lambda spread: _SIGNS.sub("", spread[0]), words.lower())
    text = _DROPPED.sub("", _INSIDE.sub("", text))
    return f";{_GAP.sub(' ', _END.sub(';', text)).strip()};"


def _patterns(sayings: Sayings, words: Mapping[str, str]) -> Iterator[re.Pattern[str]]:
    """One pattern for each place."""
    fillers, after = _one_of(words["fillers"].split()), _one_of(words["before-clause"].split())
    starts = {
        "anywhere": "",
        "word": f"(?<=[ ;{''.join(words['before-word'].split())}])",
        "clause": f"{after} ?(?:{fillers} ?){{0,{_FILLERS}}}",
    }
    for place, start in starts.items():
        if group := getattr(sayings, place):
            yield re.compile(start + _joined([way for saying in group for way in _ways(saying, words)]))


def _ways(saying: str, words: Mapping[str, str]) -> Iterator[Way]:
    """The ways in which a saying begins. Raises ValueError for unknown words or no beginning."""
    first = _BEGINNING.match(saying)
    if first is None:
        raise ValueError(f"it begins with neither a syllable nor words: {saying!r}")
    rest = _pattern(saying[first.end() :], words)
    beginnings: dict[str, list[Way]] = {}
    for part, *parts in map(_parts, _choice(first, words)):
        beginnings.setdefault(part, []).append((tuple(parts), ""))
    for part, ways in beginnings.items():  # what follows stands once for all words that begin with the same syllable
        yield ((part,), _joined(ways, " ?") + rest) if len(ways) > 1 else ((part, *ways[0][0]), rest)


def _pattern(saying: str, words: Mapping[str, str]) -> str:
    """What follows a beginning, with a space between any two syllables or none."""
    pattern = ""
    for atom in _ATOM.finditer(saying):
        if atom["far"]:
            pattern += f"[^;]{{0,{_FAR}}}?"
        elif atom["maybe"]:
            pattern += f"(?:{_pattern(atom['maybe'], words)})?"
        else:
            pattern += f" ?{_one_of(_choice(atom, words))}"
    return pattern


def _choice(atom: re.Match[str], words: Mapping[str, str]) -> list[str]:
    if atom["name"] and atom["name"] not in words:
        raise ValueError(f"no words are called {atom['name']!r}")
    if atom["name"]:
        return words[atom["name"]].split()
    return atom["words"].split() if atom["words"] else [atom["plain"]]


def _parts(word: str) -> Parts:
    """Its syllables; a Latin word is one part, and ends where no letter follows."""
    return tuple(f"{part}(?![a-z])" if part[0].islower() else re.escape(part) for part in _PART.findall(word))


def _one_of(words: Iterable[str]) -> str:
    return _joined([(_parts(word), "") for word in words])


def _joined(ways: Iterable[Way], gap: str = "") -> str:
    """All ways as one pattern that reads every syllable once, however many sayings begin with it."""
    further: dict[str, list[Way]] = {}
    ends = []
    for parts, rest in ways:
        if parts:
            further.setdefault(parts[0], []).append((parts[1:], rest))
        else:
            ends.append(rest)
    nexts = [part + _joined(rests, " ?") for part, rests in further.items()]
    choices = [f"{gap}(?:{'|'.join(nexts)})"] if nexts else []
    choices += [end for end in dict.fromkeys(ends) if end]
    return f"(?:{'|'.join(choices)}){'?' if '' in ends else ''}" if choices else ""
