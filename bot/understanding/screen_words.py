"""Words of the screen that are asked about, whatever is open: 초성이 뭔 말이에요, 설계서란 게 뭔가요. Pure.

Which words, and by which name they are answered, stands in `[words]` of `locales/ko/sayings/cues.toml`.
"""

import re

from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sayings import ASKING, THIS

LONGEST = 40  # characters, folded
_NAMED = re.compile(
    r"이?(?:라는|란)\s?(?:말|게|거|것|건|단어|낱말|용어|표현|뜻)|[가-힣]\s?(?:뜻|의미)[은이]?\s?(?:뭐|뭔|무엇|무슨|알려|모르)"
)
_ASKS_FOR_IT = re.compile(
    "^(?!.*(?:뜻|의미|말)).*(?:알려|설명|였|했)"
)  # 진도 알려 줘, 약속이 뭐였죠: the thing, and no word
_WORD = re.compile("[가-힣A-Za-z]{2,10}")
NO_WORDS = frozenset("그게 그거 저거 저게 이것 그것 무슨 그말 저말 방금 아까 이런 저런 그런".split())


def word_of_the_screen(heard: Heard) -> Meaning | None:
    """초성이 뭐예요: what the word means here. Nothing is counted, and the question stays open."""
    if heard.screen is None or heard.claimed or len(heard.bare) > LONGEST or _ASKS_FOR_IT.search(heard.bare):
        return None
    names = (heard.language.cues.of("words", word) for word in _asked_of(heard.bare))
    name = next(filter(None, names), "")
    return Meaning(Go("talk", f"{name} {heard.words}")) if name else None


def unknown_word(heard: Heard) -> Meaning | None:
    """프리랜서라는 게 무슨 뜻이에요: a word that nothing here explains, where no question is open."""
    if heard.screen is None or heard.expects or len(heard.bare) > LONGEST or not _NAMED.search(heard.words):
        return None
    words = (word for word in _asked_of(heard.bare) if _WORD.fullmatch(word) and word not in THIS | NO_WORDS)
    word = next(words, "")
    return Meaning(Go("talk", f"unknown_word {word}")) if word else None


def _asked_of(said: str) -> list[str]:
    """What words, folded, may ask the meaning of, the shortest first."""
    return [said[:end] for end in range(1, len(said)) if ASKING.fullmatch(said, end)]
