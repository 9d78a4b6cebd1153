"""The two layouts of a Korean keyboard (두벌식 and Latin), each typed by mistake for the other."""

import re
import string
import unicodedata

LONGEST = 42_000  # characters, enough to type every syllable there is; a longer text stays as it stands
MOST_TYPED = 5_000  # characters, five times the longest message; nobody types more at once, and nothing reads on
KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm" + "QWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ" + "ㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
COMPOUNDS = {
    "ㅗㅏ": "ㅘ",
    "ㅗㅐ": "ㅙ",
    "ㅗㅣ": "ㅚ",
    "ㅜㅓ": "ㅝ",
    "ㅜㅔ": "ㅞ",
    "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_TWO_VOWELS = "ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ"
_TWO_TAILS = "ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ"
# A consonant belongs to the next syllable when a vowel follows it: 각시, not 갃ㅣ.
_BLOCK = re.compile(
    rf"([{LEADS}])({_TWO_VOWELS}|[ㅏ-ㅣ])((?:{_TWO_TAILS}|[{TAILS}])(?![ㅏ-ㅣ]))?|(?:{_TWO_TAILS})(?![ㅏ-ㅣ])|{_TWO_VOWELS}"
)
_DECOMPOSED = re.compile("[가-힣]?[\u1100-\u11ff]+")
_SYLLABLES = re.compile("[가-힣]+")
_TYPED = re.compile(r"[A-Za-z]+")

_JAMO_OF = {ord(key): KEYS.get(key) or KEYS[key.lower()] for key in string.ascii_letters}
_KEY_OF = {jamo: key for key, jamo in KEYS.items()}
_KEY_OF |= {one: "".join(_KEY_OF[part] for part in two) for two, one in COMPOUNDS.items()}
# Jamo come in three sets of code points; NFD uses the last two.
_KEY_OF |= {chr(0x1100 + i): _KEY_OF[jamo] for i, jamo in enumerate(LEADS)}
_KEY_OF |= {chr(0x1161 + i): _KEY_OF[jamo] for i, jamo in enumerate(VOWELS)}
_KEY_OF |= {chr(0x11A8 + i): _KEY_OF[jamo] for i, jamo in enumerate(TAILS)}
_KEYS_OF = str.maketrans(_KEY_OF)


def from_latin_keys(text: str) -> str:
    """What the same keys write in the Korean layout: znlwm is 퀴즈. Other characters stay.

    Capitals without a jamo of their own fold, and a word whose every other key is a capital was typed under
    caps lock, where Shift makes small letters: RMRL is 그기, rMRL 끄기. A capital that a phone puts
    first (Tlwkr) does not: try `text.lower()` as well.
    """
    if len(text) > LONGEST:
        return text
    return _TYPED.sub(lambda typed: _BLOCK.sub(_compose, _jamo(typed[0])), text)


def to_latin_keys(text: str) -> str:
    """What the same keys write in the Latin layout: 므 is am. Other characters stay."""
    if len(text) > LONGEST:
        return text
    return _SYLLABLES.sub(lambda said: unicodedata.normalize("NFD", said[0]), text).translate(_KEYS_OF)


def composed(text: str) -> str:
    """The text with NFD Hangul as syllables. Only jamo are touched: NFC of stray accents takes quadratic time."""
    if len(text) > LONGEST:
        return text
    return _DECOMPOSED.sub(lambda jamo: unicodedata.normalize("NFC", jamo[0]), text)


def _jamo(typed: str) -> str:
    plain = [] if typed.islower() else [key for key in typed if key.upper() not in KEYS]  # Shift does not change them
    if plain and all(key.isupper() for key in plain) and (len(plain) > 1 or typed.isupper()):
        typed = typed.swapcase()
    return typed.translate(_JAMO_OF)


def _compose(block: re.Match[str]) -> str:
    lead, vowel, tail = block.groups(default="")
    if not lead:
        return COMPOUNDS[block[0]]
    vowel, tail = COMPOUNDS.get(vowel, vowel), COMPOUNDS.get(tail, tail)
    return chr(0xAC00 + (LEADS.index(lead) * 21 + VOWELS.index(vowel)) * 28 + (TAILS.index(tail) + 1 if tail else 0))
