"""How a job is said back by somebody who has just heard it. Pure."""

import re
from enum import StrEnum

from bot.korean.oneself import AT_REST, IS_AT, PLACES, TELLS, TITLES, is_person
from bot.korean.work_verbs import as_noun, worked

_LATIN = re.compile(r"([A-Za-z]{2,3})\s?(?=쪽|계열|분야|업계|회사|일)")
_UNFINISHED = re.compile("(?:으?로|에서|에|하고|고)$")  # 간호조무사에서 요양보호사로
_SENIORITY = re.compile(r"\s?\d+\s?(?:년|개월)\s?차$")


class Back(StrEnum):
    """How a job is said back: …이시군요, …시는군요, …셨군요, …에서 일하시는군요, … 일을 하시는군요, or in quotes."""

    IS = "is"
    DOES = "does"
    DID = "did"
    AT = "at"
    FIELD = "field"
    RESTS = "rests"
    QUOTED = "quoted"


_NOUNS = (
    (
        re.compile(r".*(?:취준|휴직|휴학|휴업|구직|이직|준비|출산휴가|취업준비|연수|유학|실습|인턴십|경력\s?단절)"),
        Back.IS,
        " 중",
    ),
    (re.compile(r".*(?:은퇴|퇴직|퇴임|퇴사|졸업|제대|전역|폐업)"), Back.DID, "하"),
    (re.compile(r".*(?:사업|장사|알바|아르바이트|운영|근무|공부|창업|무역|임대업)"), Back.DOES, "하"),
    (
        re.compile(r".*(?:투잡|쓰리잡|N잡|n잡|엔잡|부업|자영업|과외|육아|살림|유튜브|블로그|주식|강의|영업|일)"),
        Back.DOES,
        " 하",
    ),
    (re.compile(r".*농사"), Back.DOES, " 지으"),
)
"""Nouns that are said back with what they lack, by their ends."""


def told_back(job: str, *, known: bool) -> tuple[Back, str]:
    """How a job is said back, and its words then: 꽃집 해요 is (DOES, 꽃집 하), to which …시는군요 is joined.

    `known` says that it names a job of the course.
    """
    if AT_REST.search(job):
        return Back.RESTS, ""
    if predicate := worked(job):
        return (Back.DID if predicate[1] else Back.DOES), predicate[0]
    if at := IS_AT.fullmatch(job):
        return Back.AT, at["place"]
    said = _LATIN.sub(lambda found: f"{found[1].upper()} ", job) if _LATIN.match(job) else job
    found = next(((back, end) for pattern, back, end in _NOUNS if pattern.fullmatch(said)), None)
    if found:
        return found[0], said + found[1]
    if said.endswith("사람"):
        return Back.IS, f"{said[:-2]}분"
    if is_person(_SENIORITY.sub("", said)) or TITLES.fullmatch(_SENIORITY.sub("", said)):
        return Back.IS, said
    if PLACES.fullmatch(said):
        return Back.AT, said
    return (
        Back.FIELD if known and not (said.isascii() or TELLS.search(said) or _UNFINISHED.search(said)) else Back.QUOTED
    ), said


_DOING = re.compile(
    r"(?:[을를에]|에서|로)?\s+(?:(?:운영)?(?:해요?|합니다)|(?:운영)?하고\s?있어요?|하고\s?있습니다|하는\s?(?:중|사람)(?:이에요|입니다)?|다녀요?|다닙니다|다니고\s?있어요?|일해요?|일합니다)$"
)

_AND_GO = re.compile(r"고\s+다")  # 모시고 다녀요: what is done stands before
_MYSELF = re.compile(r"^(?:저는|전|나는|난|제가|내가|저)\s+(?=\S)")
_NAMED = re.compile(r"(.*?[가-힣])\s?(?:이에요|예요|이예요|에요|입니다|이야|야|임|이요|요|이고요|거든요)")


def on_paper(job: str) -> str:
    """A job as a heading bears it: 네일샵 해요 is 네일샵, 버스 몰아요 is 버스 모는 일, 간호사예요 is 간호사; what is
    said in another way stays as it is.
    """
    said = _MYSELF.sub("", job.strip(" .!~"))
    noun = said if _AND_GO.search(said) else _DOING.sub("", said)
    if noun == said:
        named = _NAMED.fullmatch(said)
        noun = as_noun(said) or (named[1] if named and (is_person(named[1]) or named[1].endswith("사람")) else said)
    return noun if len(noun) > 1 else job
