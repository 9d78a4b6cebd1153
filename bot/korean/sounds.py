"""How a word sounds at its end: all that a Korean particle asks of the word before it."""

import re
import unicodedata

from bot.korean import latin
from bot.korean.keyboard import MOST_TYPED
from bot.korean.latin import Ending

__all__ = ["Ending", "ending_of"]

WINDOW = 80  # characters looked at, at most: longer than any word, and than any number Korean has a name for

_O, _C, _L = Ending.OPEN, Ending.CLOSED, Ending.RIEUL

DIGITS = dict(zip("0123456789", (_C, _L, _O, _C, _O, _O, _C, _L, _L, _O), strict=True))  # 영 일 이 삼 사 오 육 칠 팔 구
ENGLISH_DIGITS = dict(zip("0123456789", (_O, _C, _O, _O, _O, _O, _O, _C, _O, _C), strict=True))  # 제로 원 투 쓰리 포 …
PLACES = (_C,) * 3  # 십 백 천
GROUPS = (_C, _C, _O, _C, _O, _O, _C, _O, _C, _C, _O, _C, _O, _O, _O, _O, _O)  # 만 억 조 경 해 자 양 구 간 정 재 극 …

SIGNS = {
    "%": _O,  # 퍼센트
    "‰": _L,  # 퍼밀
    "°": _O,  # 도
    "$": _O,  # 달러
    "₩": _C,  # 원
    "€": _O,  # 유로
    "£": _O,  # 파운드
    "¥": _C,  # 엔
    "+": _O,  # 플러스, after a letter or digit
    "#": _C,  # 샵, after a letter
}
CURRENCIES = "$₩€£¥"

UNITS = {  # only those that do not sound like their letters
    **dict.fromkeys(("g", "kg", "mg", "μg", "ug", "t", "ton"), _C),  # 그램, 톤
    **dict.fromkeys(("m", "cm", "mm", "km", "nm", "μm", "um"), _O),  # 미터
    **dict.fromkeys(("L", "l", "mL", "ml", "dL", "dl", "kL", "kl"), _O),  # 리터
    **dict.fromkeys(("cal", "kcal", "in", "sec"), _O),  # 칼로리, 인치, 초
    **dict.fromkeys(("dB", "px"), _L),  # 데시벨, 픽셀
}

GLOSSES = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "〕": "〔", "】": "【", ">": "<"}

_CLOCK = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):([0-5]\d)\Z")
_MODEL = re.compile(r"[A-Za-z]{2}-\d\Z")
_FRACTION = re.compile(r"(\d+)[/⁄](\d+)\Z")
_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(\.\d+)?\Z")
_UNIT = re.compile(r"(\d ?|(?<![A-Za-z]))([A-Za-zμ]+)\Z")
_LETTERS = re.compile(r"[A-Za-z]+\Z")
_ROMAN = {code: str(int(unicodedata.numeric(chr(code)))) for code in range(0x2160, 0x2180)}


def ending_of(word: str) -> Ending | None:
    """How the word ends when read aloud in Korean; None when nothing in it tells. Never raises."""
    word = word[-MOST_TYPED:]
    glosses = _glosses(word)
    start, end, inside = 0, len(word), None
    while True:
        if end > start and _decides(word, end - 1):
            found = _sound(_window(word, start, end))
            if found is not None or inside is None:
                return found
            (start, end), inside = inside, None
        elif end > start:
            opened = glosses.get(end - 1, -1)
            if opened >= start:
                inside = inside or (opened + 1, end - 1)
            end = opened if opened >= start else end - 1
        elif inside is None:
            return None
        else:
            (start, end), inside = inside, None


def _glosses(word: str) -> dict[int, int]:
    """Where each closed bracket of a gloss, a footnote or a closing tag was opened."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for i, character in enumerate(word):
        if character in GLOSSES.values():
            waiting.append(i)
        elif character in GLOSSES and waiting and word[waiting[-1]] == GLOSSES[character]:
            opened = waiting.pop()
            # <설계서> is a title, </b> and <br> are not
            if character != ">" or "/" in (word[opened + 1], word[i - 1]) or word[opened + 1 : i] == "br":
                found[i] = opened
    return found


def _decides(word: str, i: int) -> bool:
    """Whether the character is read aloud; quotes, emoji and closing punctuation are not."""
    character = word[i]
    if unicodedata.category(character)[0] in "LN" or character in "℃℉":
        return True
    if "\u3371" <= character <= "\u33df" or "\u3260" <= character <= "\u327e" or "\u24b6" <= character <= "\u24e9":
        return True  # ㎏, ㉠, Ⓐ: letters in one sign
    sign = unicodedata.normalize("NFKC", character)
    if sign in "+#":
        before = word[max(0, i - 2) : i].rstrip("+#＋＃")[-1:]
        return before.isascii() and (before.isalnum() if sign == "+" else before.isalpha())
    return sign in SIGNS


def _window(word: str, start: int, end: int) -> str:
    """The last stretch before `end` in its plainest form, with the accents that follow it."""
    while end < len(word) and unicodedata.combining(word[end]) and end - start < WINDOW:
        end += 1
    return unicodedata.normalize("NFKC", word[max(start, end - WINDOW) : end].translate(_ROMAN))


def _sound(text: str) -> Ending | None:
    bare = text
    while len(bare) > 1 and unicodedata.combining(bare[-1]):
        bare = bare[:-1]  # accents tell something only after a Latin letter
    last = bare[-1]
    if "가" <= last <= "힣":
        return _tail((ord(last) - 0xAC00) % 28)
    if "\u1100" <= last <= "\u11c2":
        return _jamo(last)
    if last in SIGNS:
        return SIGNS[last]
    if last in DIGITS:
        return _number(bare)
    return _latin(text)


def _tail(number: int) -> Ending:
    return Ending.OPEN if number == 0 else Ending.RIEUL if number == 8 else Ending.CLOSED


def _jamo(letter: str) -> Ending | None:
    """A letter by its name: 기역, 리을, 쌍시옷; vowels are their own names."""
    if "\u1161" <= letter <= "\u1175":
        return Ending.OPEN
    if letter in "\u1105\u11af":
        return Ending.RIEUL
    return Ending.CLOSED if letter <= "\u1112" or letter >= "\u11a8" else None


def _number(text: str) -> Ending:
    """The reading of the number at the end: 백, 만, 삼 점 오, 이분의 일, 백 달러."""
    number = _NUMBER.search(text)
    assert number is not None  # the text ends in a digit
    before = text[: number.start()].rstrip(" ")[-1:]
    if before and before in CURRENCIES:
        return SIGNS[before]
    clock = _CLOCK.search(text)
    if clock:
        return Ending.OPEN if clock[1] == "00" else Ending.CLOSED  # 열 시, 열 시 오 분
    fraction = _FRACTION.search(text)
    if fraction and int(fraction[1]) < int(fraction[2]):
        return _integer(fraction[1])
    if number[1]:
        return DIGITS[text[-1]]
    if _MODEL.search(text) or (len(number[0]) == 1 and text[-2:-1].isascii() and text[-2:-1].isalpha()):
        return ENGLISH_DIGITS[text[-1]]  # MP3, G7, GPT-3
    return _integer(number[0].replace(",", ""))


def _integer(digits: str) -> Ending:
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not significant:
        return DIGITS["0"]
    if zeros < 4:
        return PLACES[zeros - 1] if zeros else DIGITS[significant[-1]]
    return GROUPS[min(zeros // 4, len(GROUPS)) - 1]


def _latin(text: str) -> Ending | None:
    unit = _UNIT.search(text)
    if unit and (unit[1] or (len(unit[2]) > 1 and unit[2] not in ("in", "um"))):
        known = UNITS.get(unit[2]) or (UNITS.get(unit[2].lower()) if unit[1] and len(unit[2]) > 1 else None)
        if known:
            return known
    plain = unicodedata.normalize("NFD", text)
    if unicodedata.combining(plain[-1]) and plain.rstrip("\u0301\u0300\u0302\u0308")[-1:] in "aeiouAEIOU":
        return Ending.OPEN  # café: an accented vowel is never silent
    letters = _LETTERS.search("".join(c for c in plain if not unicodedata.combining(c)))
    return latin.ending_of(letters[0]) if letters else None
