"""Hangul: particles and initial consonants; keyboard layouts and lenient comparison are handed on from their files."""

from bot.korean.answers import same
from bot.korean.keyboard import MOST_TYPED, composed, from_latin_keys, to_latin_keys
from bot.korean.sounds import Ending, ending_of

__all__ = ["PAIRS", "from_latin_keys", "initials", "is_initials", "josa", "particle", "same", "to_latin_keys"]

# After a consonant / after a vowel / when nothing tells. Where only 이 or 으 comes or goes, it stands in brackets.
PAIRS = (
    ("은", "는", "은(는)"),
    ("이", "가", "이(가)"),
    ("을", "를", "을(를)"),
    ("과", "와", "와(과)"),
    ("아", "야", "아(야)"),
    ("이에요", "예요", "이에요(예요)"),
    ("이었어요", "였어요", "이었어요(였어요)"),
    *(
        (f"으{form}", form, f"(으){form}")
        for form in ("로", "로서", "로써", "로부터", "로는", "로도", "로만", "로의", "로라도")
    ),
    *(
        (f"이{form}", form, f"(이){form}")
        for form in (
            *("라", "라고", "라고는", "라고도", "라서", "라는", "라도", "라면", "라며", "라기", "란", "나", "나마"),
            *("랑", "며", "면", "고", "야", "야말로", "든", "든지", "든가", "여", "다", "니", "니까", "거나", "지만"),
            *("지요", "죠", "네요", "군요", "세요", "신가요", "시군요", "요"),
        )
    ),
)
_FORMS = {frozenset(pair[:2]): pair for pair in PAIRS}

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def josa(word: str, pair: str) -> str:
    """The word with the right one of a pair such as 은/는, both orders alike. Raises ValueError for an unknown pair.

    What cannot be read aloud gets the printed form for both: 을(를), (으)로.
    """
    return word + particle(word, pair)


def particle(word: str, pair: str) -> str:
    """The particle alone that `josa` would append."""
    forms = _FORMS.get(frozenset(pair.split("/")))
    if forms is None:
        raise ValueError(f"no pair of particles is written {pair!r}; see PAIRS")
    closed, open_, either = forms
    ending = ending_of(word)
    if ending is None:
        return either
    if ending is Ending.RIEUL and closed.startswith("으로"):
        return open_  # 서울로, not 서울으로
    return open_ if ending is Ending.OPEN else closed


def initials(text: str) -> str:
    """The initial consonant (초성) of every Hangul syllable; all other characters stay, and so does a text too long."""
    if len(text) > MOST_TYPED:
        return text
    return "".join(INITIALS[(ord(c) - 0xAC00) // 588] if "가" <= c <= "힣" else c for c in composed(text))


def is_initials(text: str) -> bool:
    """Whether the text is nothing but consonants, spaces aside. Clusters count: a keyboard makes ㄳ of ㄱ and ㅅ."""
    letters = "".join(text.split()) if len(text) <= MOST_TYPED else ""
    return bool(letters) and all("ㄱ" <= letter <= "ㅎ" for letter in letters)


def within_quotes(text: str) -> str:
    """A text as it stands between “ and ”: quotes in it are single ones."""
    return text.replace("“", "‘").replace("”", "’")
