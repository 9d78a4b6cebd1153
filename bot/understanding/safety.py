"""Whether words speak of somebody who may harm themselves, the speaker or somebody close. Pure; the sayings are data.

Every reading of the words is looked through: as they stand, with letters typed apart put together, in the other
keyboard layout, without words that say nothing, with slips of the thumb mended. `locales/ko/sayings/safety.toml` holds
what is always heard; figures of speech, which are taken away; and what is heard in the rest.
What nobody wrote down is heard by its frames, in `safety_frames.toml`; they also tell a worry without a plain sign.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

import msgspec

from bot.korean.keyboard import MOST_TYPED, from_latin_keys, to_latin_keys
from bot.message import LONGEST_WORDS
from bot.understanding.safety_frames import Frames, load_frames
from bot.understanding.safety_sayings import SayingsFile, Sought, known_of, one_of, patterns, sought
from bot.understanding.safety_work import Work, work_of

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
_END = re.compile(r"(?<![.!?])[.!?:]\s+")  # of a sentence, or of a label; several dots are a pause
_GAP = re.compile(r"(?:[^\w;?]|(?<!;)\?)+|_+")
_SENTENCE = re.compile(r"[^;]+(?:;\?)?")

_ONLY_STOPS = re.compile(  # the course, of which nothing else is said: 저 이제 그만할게요, 오늘 다 끝내버릴래요
    r"(?:(?:저는?|전)\s?(?!.*버릴))?오늘(?:\s?안에|\s?중에|\s?중으로)?\s?(?:다|전부|모두|싹|싹\s?다|한\s?번에|한꺼번에)\s?끝(?:낼|내\s?버릴)(?:래|게|께)요?[.!~]?|"
    r"(?:(?:저는?|나는?|전|난)\s?)?(?:(?:이제|이젠|인제|이만|오늘은|일단)\s?)?(?:(?:그만\s?[할둘]|여기까지만?\s?할)(?:게|께|래)요?|그만\s?[할둘]까\s?(?:봐|해|하는데|싶(?:어|네|은데)|고민\s?중(?:이에)?|생각\s?중(?:이에)?)요?)[.!~]?"
)
_EVERYDAY = "everyday"  # what the frames tell of words in whose company a sign is none
_SPOKEN = 400  # characters that are read again without asides and slips


class Care(StrEnum):
    """Who hears which helplines, by the key of what is said to them, the most urgent first."""

    DANGER = "care"  # who may harm themselves
    HARM = "care-harm"  # who is hurt, followed or threatened by others
    WORRY = "care-worry"  # who may be at the end of their strength, without a plain sign


@dataclass(frozen=True, slots=True, repr=False)
class Safety:
    """What is known of such words, ready to be looked for. Made by `load_safety`."""

    initials: Sought
    always: Sought
    figures: tuple[re.Pattern[str], ...]
    heard: Sought
    asides: re.Pattern[str]
    slips: Mapping[int, str]
    harm: Sought
    no_harm: re.Pattern[str]
    work: Work
    frames: Frames

    def care_for(self, words: str) -> Care | None:
        """What care the words ask for in any reading, if any; of more than anybody types, the beginning is read."""
        visible = _visible(words[:MOST_TYPED])
        if _ONLY_STOPS.fullmatch(words.strip()):  # with tears it may be more
            return None
        if _JAMO.search(visible) and self.initials.found(f";{visible};"):
            return Care.DANGER
        cares: set[str] = set()
        for text in map(_plain, _readings(visible)):
            cares |= self._cares(text)
            if Care.DANGER in cares:
                return Care.DANGER
        return next((care for care in Care if care in cares), None)

    def _cares(self, text: str) -> set[str]:
        """The cares that one reading asks for. In a game, a film or a kitchen, words mean what they mean there."""
        sentences = [sentence.replace(";", " ").strip() for sentence in _SENTENCE.findall(text[:LONGEST_WORDS])]
        if (told := [*map(self.work.without, sentences)]) != sentences:
            text, sentences = f";{';'.join(told)};", told
        cares = self.frames.cares(sentences)
        if Care.DANGER not in cares and _EVERYDAY not in cares and self._in(text):
            cares.add(Care.DANGER)
        if self.harm.found(text) and not self.no_harm.search(text):
            cares.add(Care.HARM)
        return cares

    def _in(self, text: str) -> bool:
        """Whether they are heard in a text as it stands, or without the words that say nothing."""
        if len(text) > _SPOKEN:
            return self._heard(text)
        without = self.asides.sub("", text).translate(self.slips)
        return self._heard(text) or (without != text and self._heard(without))

    def _heard(self, text: str) -> bool:
        if self.always.found(text):
            return True
        if not self.heard.found(text):
            return False  # nearly always, and so the figures are looked for last
        for figure in self.figures:
            text = figure.sub("-", text)
        return self.heard.found(text)


def load_safety(path: Path) -> Safety:
    """The sayings of a file, and the frames beside it. Raises ValueError for one that cannot be read, and OSError
    without a file.
    """
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), SayingsFile)
        known = known_of(file)
        return Safety(
            initials=sought(file.initials, known),
            always=sought(file.always, known),
            figures=tuple(patterns(file.figures, known)),
            heard=sought(file.heard, known),
            asides=re.compile(f" ?{one_of(file.words['asides'].split())}"),
            slips={ord(pair[0]): pair[1] for pair in file.words["slips"].split()},
            harm=sought(file.harm.said, known),
            no_harm=_any_of(file.harm.unless),
            work=work_of(file.work),
            frames=load_frames(path.with_name("safety_frames.toml")),
        )
    except (ValueError, KeyError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _any_of(words: str) -> re.Pattern[str]:
    """Any of the words as they are written: 서울 is not in 에서 울고."""
    return re.compile("|".join(map(re.escape, words.split())))


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
