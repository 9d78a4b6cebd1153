"""Whether a sentence is one of several options in one's own words: 그 말은 적어 두고 계속 간다. Pure.

Every word of it that carries a meaning has to be one of the option's, bent in whatever way, or near to one; one that no
option has speaks of something else. It is only ever asked about, and never graded.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.korean.conjugation import parts_of
from bot.korean.synonyms import both_stop, near

LONGEST = 60  # characters; who writes more tells of something
FEWEST = 2  # syllables that two words have to begin with
FEWEST_WORDS = 2  # of an option that is said in other words; one of a single word is named or is not
_LIGHT = re.compile(  # what carries no meaning of its own
    r"저라면|나라면|저는|저도|전|나는|난|제가|내가|저|나|제|내|음+|아|어|그냥|걍|일단|우선|역시|아마도?|당연히|무조건|솔직히|생각(?:엔|에는)?"
    r"|[이그저]|이번|이런|그런|그분|여기서|이쯤에서|좀|조금|한번|한|번|하나(?:만|쯤)?|다|둘|둘다|확|쪽(?:이|으로|을|은)?|더|(?:부분|곳|데|파트)(?:만|을|은|이|도|를)?|그래도|그러면|그럼|요|먼저|다시|정?답(?:은|이|으로|이에요|입니다)?"
    r"|(?:것|거|게|건|걸)(?:이?에요|예요|죠|지|이|으로|로|은|도|요)?|(?:[것거게])?같\S*|듯\S{0,3}|(?:낫|나을|나은|맞|싶)\S{0,5}|좋[은을아네겠]\S{0,5}"
    r"|(?:[가하해두둬놓놔보봐되돼주줘]|놓아|두어)(?:고|면|며|는|야|기|자|죠|지|네|겠|요|서)\S{0,5}|[해가둬놔봐돼줘]"
    r"|(?:[할갈둘볼줄될]|놓을)(?:게|래|까|듯|거|것|걸)\S{0,8}|할|갈|둘|볼|(?:[한간둔본된준]|놓는)다\S{0,2}|(?:[합갑둡봅됩줍]|놓습)니다|[했갔뒀놨봤됐줬]\S{0,4}"
)
_THINKS = re.compile(r"지\s?않(?:을까|나)(?:\s?(?:싶|해)\S{0,3}|요)?")  # 하나만 고치는 게 맞지 않을까 싶어요
_TURNS = re.compile(
    r"안\s|안\s?[되돼될됩할하해]|못|않|말[고아자지]|마[요세]|아니|아닌|아님|빼고|싫|(?<!재미)(?<!재미\s)없|틀[리린렸]|모르|몰라|헷갈|왜|뭐|뭔|무슨|어떻|어느|언제|취소|[?？]"
)
"""What turns, doubts or asks about what is named: nothing is asked about it then."""
_GIVES = re.compile(r"(?:것|거|듯)\s?같|[가-힣]\s?듯|야\s?(?:죠|지|할|하|해|되|돼)|낫|나을|나은|좋[을겠]|맞[을지죠]")
"""How one says what one would do, where a single word has to tell it: 그만둘 것 같아요."""
_WORD = re.compile(r"[가-힣A-Za-z\d]+")
_PARTICLE = re.compile(r"(?<=[가-힣])(?:에서|에게|으로|이랑|까지|부터|은|는|이|가|을|를|도|만|에|로|와|과|의)$")
_FRAME = re.compile(
    r"일(?:은|까지|까진)?|(?:것|거)까[진지]\S{0,2}|필요\S{0,2}|이유\S{0,2}|절대|확실히|분명히?|더더욱|아무래도|완전|너무|조금"
)
"""What stands between an option and what rules it out: 그만둘 것까진 없죠."""
_ENDINGS = frozenset("어아여고는은을지기었았으게자습다던겠음네죠며면니야요서도구")
"""How what follows a stem of one syllable begins: 적어, 적고."""
_BENT = ({"ㅜ", "ㅝ"}, {"ㅗ", "ㅘ"}, {"ㅣ", "ㅕ"}, {"ㅏ", "ㅐ"}, {"ㅡ", "ㅓ"})
"""Vowels of a stem, and what they become before an ending: 바꾸, 바꿔."""


def option_meant(words: str, options: Sequence[str]) -> str:
    """The one option that the words say in other words; "" for none, for several, and where they turn it."""
    words = _THINKS.sub("지", words)
    if len(words) > LONGEST or _TURNS.search(words):
        return ""
    said = [word for word in _words(words) if not _LIGHT.fullmatch(word)]
    phrases = {option: _words(option) for option in options}
    several = {option: own for option, own in phrases.items() if len(own) >= FEWEST_WORDS}
    found = [option for option, own in several.items() if _covers(own, said, _same_stem)]
    found = found or [option for option, own in several.items() if _covers(own, said, _near)]
    telling = len(said) >= FEWEST_WORDS or _GIVES.search(words)
    return found[0] if said and telling and len(found) == 1 else ""


def named_alone(words: str, options: Sequence[str]) -> int | None:
    """Which option a part of a sentence names by words of its own: 그만두는 건 names 이번 시험은 그만두기; None for
    none and for several.
    """
    said = [word for word in _words(words) if not (_LIGHT.fullmatch(word) or _FRAME.fullmatch(word))]
    phrases = [_words(option) for option in options]
    found = [at for at, own in enumerate(phrases) if said and _covers(own, said, _stems_alike)]
    return found[0] if len(found) == 1 else None


def _stems_alike(said: str, own: str) -> bool:
    return _same_stem(said, own) or both_stop(said, own)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _covers(own: Sequence[str], said: Sequence[str], alike: Callable[[str, str], bool]) -> bool:
    """Whether each word that is said is one of an option's."""
    return all(any(alike(word, one) for one in own) for word in said)


def _near(said: str, own: str) -> bool:
    return _same_stem(said, own) or near(said, own)


def _same_stem(said: str, own: str) -> bool:
    """Whether two words are one, bent in two ways: 바꿀거같은데 and 바꾸기, 대목을 and 대목."""
    one, other = _PARTICLE.sub("", said), _PARTICLE.sub("", own)
    if one == other:
        return True
    equal = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
    if equal >= FEWEST:
        return True
    if equal and len(one) > 1 and len(other) > 1 and _closed(one[0]) and {one[1], other[1]} <= _ENDINGS:
        return True  # 적고, 적어
    return equal == FEWEST - 1 and min(len(one), len(other)) >= FEWEST and _bent(one[equal], other[equal])


def _closed(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and bool(parts_of(syllable)[2])


def _bent(one: str, other: str) -> bool:
    """Whether two syllables end one stem: 꿀, 꾸 and 꿔."""
    if not ("가" <= one <= "힣" and "가" <= other <= "힣"):
        return False
    (lead, vowel, _), (its_lead, its_vowel, _) = parts_of(one), parts_of(other)
    return lead == its_lead and (vowel == its_vowel or any({vowel, its_vowel} == pair for pair in _BENT))
