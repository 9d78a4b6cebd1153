"""The verbs with which people tell what they do for a living, and how one says them back politely. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from bot.korean.conjugation import conjugated

VERBS = """
    하 다니 팔 만들 짓 지 키우 기르 가르치 돌보 돌봐주 보 그리 찍 쓰 고치 배우 차리 열 내리 굽 빚 볶 튀기
    몰 뛰 서 타 맡 짜 나가 나르 심 잡 꾸미 다듬 깎 자르 돌리 굴리 치 부르 찾 돕 알아보 다루 가꾸 캐 엮 뜨
    꿰매 깁 붙이 박 놓 싣 옮기 닦 치우 빨 널 뽑 나누 받 넣 매기 올리 부치 살피 모시 챙기 지키 알리 파 잇
    이끌 꾸리 벌이 빌려주 봐주 거들 다리 달이 말리 절이 삶 끓이 물려받 살 놀 쉬
""".split()
"""Stems; of those in ㅅ and ㅂ that change, 지어요 is found as 지."""
JOINED = frozenset({"하", "다니", "지", "짓", "뛰", "쓰", "찍", "굽", "팔", "그리", "가르치", "만들", "키우", "돌보"})
"""Verbs that may be written together with what is done."""
_HELPING = frozenset({"주", "가", "오", "드리", "나가"})
_JOINS = tuple("아어해봐워려여와켜겨쳐펴져")  # how a verb ends before a helping one
_NO_WORK = frozenset({"놀", "쉬", "살", "물려받"})
LONGEST = 20  # letters of a word that is looked at
_HONOURED = {
    "짓": "지으",
    "지": "지으",
    "굽": "구우",
    "깁": "기우",
    "돕": "도우",
    "잇": "이으",
    "몰": "운전하",
    "고 있": "고 계",
}
_PRESENT = "요|용|여|욥|죠|지요|네요|는데요|거든요|고요|구요|"
_TAILS = {
    "아": re.compile(f"(?:{_PRESENT})"),
    "ㅂ": re.compile("니다"),
    "았": re.compile("(?:어요|습니다|음|었어요|어|지요|죠|는데요|고요|거든요)"),
    "ㅁ": re.compile(""),
    "": re.compile("(?:죠|지요|네요|는데요|고요|구요|거든요|는\\s?중(?:이에요|입니다|임|이요|이야)?)"),
}
"""What may stand behind each form of a stem, by its mark."""
_GOING_ON = re.compile(
    r"(?P<doing>.*\S고)\s?있(?:어요?|습니다|음|는데요?|지요|죠|네요|거든요|고요|는\s?중(?:이에요|입니다)?)"
)


def worked(said: str) -> tuple[str, bool] | None:
    """What is told with a verb of working, up to where 시 is joined, and whether it was: 꽃집 해요 is 꽃집 하, 농사
    지어요 is 농사 지으, 식당 차렸어요 is 식당 차리 and past. None for a noun, and for any other predicate.
    """
    if (going_on := _GOING_ON.fullmatch(said)) and _works(going_on["doing"].removesuffix("고").rstrip()):
        return f"{going_on['doing']} {_HONOURED['고 있'].removeprefix('고 ')}", False
    *others, last = said.split(" ")
    found = max(_verbs_in(last[:LONGEST]), default=None) if len(last) <= LONGEST else None
    if found is None:
        return None
    _, before, stem, past = found
    return " ".join((*others, before + _honoured(stem))), past


def _works(doing: str) -> bool:
    """Whether what somebody is doing ends in the stem of a verb of working: 애 키우, and no 애 재우."""
    before, _, last = doing[-LONGEST:].rpartition(" ")
    if before.endswith(_JOINS) and last in _HELPING:
        return True  # 손주 봐 주고 있어요
    return any(last.endswith(stem) and _stands(stem, "", len(last) - len(stem)) for stem in VERBS)


def as_noun(said: str) -> str:
    """What is told with a verb of working, as a heading bears it: 버스 몰아요 is 버스 모는 일. "" for what is over, for
    who rests, and for whatever is told in another way.
    """
    going_on = _GOING_ON.fullmatch(said)
    *others, last = (going_on["doing"].removesuffix("고").rstrip() if going_on else said).split(" ")
    if not last or len(last) > LONGEST:
        return ""
    ends = ((len(stem), last.removesuffix(stem), stem, False) for stem in VERBS if last.endswith(stem))
    stems = (one for one in ends if _stands(one[2], "", len(one[1])))
    found = max(stems if going_on else _verbs_in(last), default=None)
    if found is None or found[3] or found[2] in _NO_WORK:
        return ""
    _, before, stem, _ = found
    return " ".join((*others, f"{before}{_before_neun(stem)}는 일"))


def _before_neun(stem: str) -> str:
    """The stem before 는: 모 of 몰, 굽 of 굽, 짓 of 짓, which is found as 지 as well."""
    return "짓" if stem == "지" else next(form for mark, form in conjugated(stem) if mark == "느")


def _verbs_in(word: str) -> Iterator[tuple[int, str, str, bool]]:
    """Every verb that the word may end in: how long the form is, what is written before, its stem, whether it was."""
    forms = _forms()
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            for stem, mark in forms.get(word[start:end], ()):
                if _stands(stem, mark, start) and _TAILS[mark].fullmatch(word, end):
                    yield end - start, word[:start], stem, mark == "았"


@cache
def _forms() -> dict[str, list[tuple[str, str]]]:
    """Every form of every verb, with its stem and the mark of what may stand behind it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for stem in VERBS:
        for mark, form in conjugated(stem):
            if mark in _TAILS:
                found.setdefault(form, []).append((stem, mark))
    return found


def _stands(stem: str, mark: str, before: int) -> bool:
    """Whether so many letters may be joined to the verb: 농사지어요, 알바해요; to most none. 명함 is no verb."""
    return before >= (2 if mark == "ㅁ" else 0) if stem in JOINED else before == 0


def _honoured(stem: str) -> str:
    """The stem before 시: 하, 파 of 팔, 찍으 of 찍."""
    return _HONOURED.get(stem) or next(form for mark, form in conjugated(stem) if mark == "으")
