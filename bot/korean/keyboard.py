"""The two layouts of a Korean keyboard (두벌식 and Latin), each typed by mistake for the other."""

import re
import string
import unicodedata

MOST_TYPED = 3_000  # characters: the longest message, each syllable in three signs; what is longer stays as it stands
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

# Half-width letters as usual ones, and what looks like nothing as a space: fillers, blank Braille, joiners.
_USUAL = {
    code: chr(int(unicodedata.decomposition(chr(code))[-4:], 16))
    for code in (
        *range(0xFFA1, 0xFFBF),
        *range(0xFFC2, 0xFFC8),
        *range(0xFFCA, 0xFFD0),
        *range(0xFFD2, 0xFFD8),
        *range(0xFFDA, 0xFFDD),
    )
}
_USUAL |= dict.fromkeys((0x3164, 0xFFA0, 0x115F, 0x1160, 0x2800, 0x034F, 0x17B4, 0x17B5), " ")
_UNUSUAL = re.compile(f"[{''.join(map(chr, _USUAL))}]")
_WIDE = re.compile("[！-～]+")  # full-width signs, each as far from the usual one as the first is
_OPEN = "".join(map(chr, range(ord("가"), ord("힣") + 1, 28)))  # every syllable without a final
_WORDS = re.compile("[가-힣]{2,}(?: [가-힣]+)*")
_PIECES = re.compile("[A-Za-zㄱ-ㅣ]+")
_TEARS = re.compile("[ㅋㅎㅠㅜ]+")
# Each run is tried once from its beginning and never given back, or a thousand ㅋ would take for ever
_LAUGHTER = re.compile("(?:" + "|".join(f"(?<!{sign}){sign}{{2,}}+" for sign in "ㅋㅎㅠㅜ") + ")++$")
_SHOW_ME = re.compile(r"(?<=[보알]여|알려)죠(?=[\s.!~]*$)")  # 다시 보여죠
_ASKED_FOR = re.compile("([주쥬하으])(?:새[요여용]|떼[요여]|쎄[요여]|세[여염욤])(?![가-힣])")
_DRAWLED = re.compile(r"(?<=[가-힣][봐줘해돼예네죠지])유(?=[\s.!?~ㅋㅎ]*$)")  # 융합인가봐유
_SPLIT = re.compile(
    f"([{_OPEN}])(?:([ㅏㅐㅓㅔㅣ])(?![ㅏ-ㅣ])([ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅌㅍ](?![ㄱ-ㅣ]))?|([ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅌㅍ])(?=[가-힣]))"
)


def from_latin_keys(text: str) -> str:
    """What the same keys write in the Korean layout: znlwm is 퀴즈. Other characters stay.

    Capitals without a jamo of their own fold, and a word whose every other key is a capital was typed under
    caps lock, where Shift makes small letters: RMRL is 그기, rMRL 끄기. A capital that a phone puts
    first (Tlwkr) does not: try `text.lower()` as well.
    """
    if len(text) > MOST_TYPED:
        return text
    return _TYPED.sub(lambda typed: _BLOCK.sub(_compose, _jamo(typed[0])), text)


def to_latin_keys(text: str) -> str:
    """What the same keys write in the Latin layout: 므 is am. Other characters stay."""
    if len(text) > MOST_TYPED:
        return text
    return _SYLLABLES.sub(lambda said: unicodedata.normalize("NFD", said[0]), text).translate(_KEYS_OF)


def composed(text: str) -> str:
    """The text with NFD Hangul as syllables. Only jamo are touched: NFC of stray accents takes quadratic time."""
    if len(text) > MOST_TYPED:
        return text
    return _DECOMPOSED.sub(lambda jamo: unicodedata.normalize("NFC", jamo[0]), text)


def narrowed(text: str) -> str:
    """The text with full-width letters, digits and signs as usual ones: ２번． is 2번."""
    return _WIDE.sub(lambda wide: "".join(chr(ord(sign) - ord("！") + ord("!")) for sign in wide[0]), text)


def mended(text: str) -> str:
    """The text with syllables that a keyboard left in pieces put together: ㄷㅗㅇㅜㅁㅁㅏㄹ, ㅇㅏ침, 쿠ㅣ즈, zㅜㅣ즈.

    Half-width letters become usual ones and blank fillers spaces. Laughter, tears and initials stay: pieces become
    syllables only where none is left over. Texts longer than anybody types stay as they are.
    """
    if len(text) > MOST_TYPED:
        return text
    usual = _UNUSUAL.sub(lambda sign: _USUAL[ord(sign[0])], text)
    return _SPLIT.sub(_joined, _PIECES.sub(_whole, usual)).strip()


def respelled(text: str) -> str:
    """The text with what is asked for spelled as usual: 꺼주새요, 해쥬세여, 해주떼요."""
    text = _ASKED_FOR.sub(lambda asked: f"{'주' if asked[1] in '주쥬' else asked[1]}세요", text)
    return _DRAWLED.sub("요", _SHOW_ME.sub("줘", text.replace("바꺼", "바꿔").replace("바꼈", "바뀌었")))


def is_hangul(text: str) -> bool:
    """Whether a text is nothing but whole syllables, two at least, in words with single spaces."""
    return _WORDS.fullmatch(text) is not None


def _whole(pieces: re.Match[str]) -> str:
    """The pieces as syllables, when all of them go in; Latin letters among them were typed in the wrong layout."""
    text, alone = pieces[0], not "가" <= pieces.string[max(pieces.start() - 1, 0)] <= "힣"
    laughter = _LAUGHTER.search(text)
    end = laughter.start() if laughter else len(text)
    if text[:end].isascii() or (alone and _TEARS.fullmatch(text)):
        return text
    whole = _BLOCK.sub(_compose, text[:end].translate(_JAMO_OF))
    return whole + text[end:] if _SYLLABLES.fullmatch(whole) else text


def _joined(split: re.Match[str]) -> str:
    """A syllable without a final, and the vowel or consonant behind it, in one; 우ㅓㄴ is 원."""
    syllable, vowel, final, tail = split.groups(default="")
    if tail:
        return chr(ord(syllable) + TAILS.index(tail) + 1)
    first = (ord(syllable) - ord("가")) % 588 // 28
    both = COMPOUNDS.get(VOWELS[first] + vowel)
    closed = TAILS.index(final) + 1 if final else 0
    return chr(ord(syllable) + (VOWELS.index(both) - first) * 28 + closed) if both else split[0]


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
    return syllable(lead, vowel, tail)


def syllable(lead: str, vowel: str, tail: str = "") -> str:
    """The syllable of an initial, a vowel and a final, which may be ""."""
    return chr(0xAC00 + (LEADS.index(lead) * 21 + VOWELS.index(vowel)) * 28 + (TAILS.index(tail) + 1 if tail else 0))
