"""From text to words of time: put it in one spelling, then cut it along the tables of bot.korean.words."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.korean import words
from bot.korean.days import ALL, WEEKEND, WORKDAYS
from bot.korean.words import number

LONGEST = 160  # characters of an answer to "when?"; more is a letter, not an answer

Numbers = tuple[int, ...]
Value = str | Numbers | Callable[[re.Match[str]], Numbers | None]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of time: its kind, its numbers or its name, and the marks behind it (부터, 까지, 만 …)."""

    kind: str
    numbers: Numbers = ()
    name: str = ""
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of time in their order, and the pieces that were not understood."""

    tokens: tuple[Token, ...]
    left: tuple[str, ...]


def spelled(text: str) -> str:
    """One spelling: composed Hangul, plain digits and signs, single spaces, no emoji, small Latin letters."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in text)
    text = text.translate(SIGNS).lower()
    text = "".join(sign for sign in text if unicodedata.category(sign) not in ("So", "Sk", "Cf", "Mn", "Cn", "Co"))
    for pattern, plain in SPELLINGS:
        text = pattern.sub(plain, text)
    return text.strip()


SIGNS = str.maketrans("–—−‒―∼～〜〰·ㆍ・•､、∶：；;＋\u3000", "-----~~~~,,,,,,::::+ ")
SPELLINGS = (
    (
        re.compile(r"(?<![가-힣ㄱ-ㅎㅏ-ㅣ])(?:므|ㅁㅡ)(?![가-힣])|므(?=\s*\d)|(?<=\d)므"),
        "am",
    ),  # am and pm on a Korean keyboard
    (re.compile("[ㅔㅖ]ㅡ"), "pm"),
    (re.compile(r"(?<=\d) ?[씨싀](?![가-힣])"), "시"),
    (re.compile(r"\b(?:every ?day|daily)\b"), "매일 "),
    (re.compile(r"\bweekdays?\b"), "평일 "),
    (re.compile(r"\bweekends?\b"), "주말 "),
    (re.compile(r"\btomorrow\b"), "내일 "),
    (re.compile(r"\btoday\b"), "오늘 "),
    (re.compile(r"\b(?:at )?(?:12 ?)?noon\b"), "정오"),
    (re.compile(r"\b(?:at )?midnight\b"), "자정"),
    (re.compile(r"([~!?.,ㅋㅎㅠㅜㄱㅇ\s])\1+"), r"\1"),
    (re.compile(r"\s+"), " "),
)
