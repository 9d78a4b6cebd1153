"""The stem of a verb that is told in the present: 써요, 씁니다, 쓴다 and 쓰고 있어요 are all of 쓰. Pure.

It is `bot.korean.conjugation` read backwards. Where a form may be of two stems, the one that is a task is taken.
"""

import re

from bot.korean.conjugation import parts_of
from bot.korean.keyboard import syllable

_KNOWN = {  # before 요, and the stem: what no rule tells, or tells otherwise
    "도와": "돕", "구워": "굽", "누워": "눕", "주워": "줍", "기워": "깁", "켜": "켜", "펴": "펴", "서": "서",
    "시켜": "시키", "물어": "묻", "실어": "싣", "부어": "붓", "이어": "잇", "저어": "젓", "지어": "짓", "그어": "긋",
    "들러": "들르", "치러": "치르", "따라": "따르", "담가": "담그", "잠가": "잠그", "모아": "모으", "지켜": "지키",
    "가리켜": "가리키",
}  # fmt: skip
_PARTED = {"ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅕ": "ㅣ", "ㅙ": "ㅚ", "ㅓ": "ㅡ"}
"""The vowel before 요, and that of the stem it came from."""
_LOSE_RIEUL = tuple("드파거여푸다도미비아써터노구무버")
"""Stems in ㄹ as they stand before ㄴ and ㅂ: 거는 and 겁니다 are of 걸."""
_POLITE = re.compile(r"(?P<joined>.*[가-힣])요")
_PLAIN = re.compile(
    r"(?P<stem>.*[가-힣])(?:습니다|는다|고\s?있(?:어요?|습니다|음|는데요?|다)|지요|죠|네요|는데요|거든요|고요|구요)"
)
_MUST = re.compile(r"(?P<joined>.*[가-힣])야\s?(?:해요?|돼요?|합니다|됩니다|하고요?|함|됨|하는데요?|한다|된다)")
_ENDS = re.compile(r"(?:[요다죠음함임됨까기자]|[게래])$")
_OF = re.compile(r"(?P<before>.*[가-힣])는\s?(?:것|거|일|작업|업무|걸)")


def is_sentence(said: str) -> bool:
    """Whether words end as one that is told, wished or noted does: …해요, …한다, …하기, …함."""
    return _ENDS.search(said) is not None


def stem_of(told: str) -> str:
    """The stem of a verb in the present; "" for any other word, and for what is over."""
    if found := _PLAIN.fullmatch(told):
        return found["stem"]
    if found := _OF.fullmatch(told):
        return _with_rieul(found["before"])
    joined = _MUST.fullmatch(told) or _POLITE.fullmatch(told)
    if joined:
        return _parted(joined["joined"])
    for ending, tail in (("니다", "ㅂ"), ("다", "ㄴ")):
        before = told.removesuffix(ending)
        if before != told and before and "가" <= before[-1] <= "힣" and parts_of(before[-1])[2] == tail:
            return _with_rieul(before[:-1] + syllable(*parts_of(before[-1])[:2]))
    return ""


def _with_rieul(before: str) -> str:
    """The stem of what stands before ㄴ or ㅂ."""
    if not before.endswith(_LOSE_RIEUL) or (len(before) > 1 and before[-1] != "드"):
        return before
    return before[:-1] + syllable(*parts_of(before[-1])[:2], "ㄹ")


def _parted(joined: str) -> str:
    """The stem of what stands before 요: 쓰 of 써, 고르 of 골라; "" for what cannot stand there."""
    known = max((one for one in _KNOWN if joined.endswith(one)), key=len, default="")
    if known:
        return joined.removesuffix(known) + _KNOWN[known]
    head, (lead, vowel, tail) = joined[:-1], parts_of(joined[-1])
    if tail or (head and "가" <= head[-1] <= "힣" and head[-1] != "있" and parts_of(head[-1])[2] == "ㅆ"):
        return ""
    if joined[-1] == "해":
        return f"{head}하"
    before = parts_of(head[-1]) if head and "가" <= head[-1] <= "힣" else ("", "", "")
    if joined[-1] in "라러" and before[2] == "ㄹ":
        return f"{head[:-1]}{syllable(*before[:2])}르"
    if joined[-1] in "아어" and (before[2] or before[1] in {"ㅟ", "ㅢ"}):
        return head
    if vowel in _PARTED:
        return head + syllable(lead, _PARTED[vowel])
    return joined if vowel in {"ㅏ", "ㅐ", "ㅔ"} and joined[-1] not in "아에애" else ""
