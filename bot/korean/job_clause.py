"""The clause that tells what somebody does, out of a longer saying: 병원 원무과 다녀요 10년 넘었어요. Pure.

What is said besides — since when, where, with whom, how it goes — stands in clauses of its own, or before the noun.
"""

import re
from dataclasses import dataclass

from bot.korean.work_verbs import as_noun, worked

_ENDS = " .,!~…?^;ㅋㅎㅠㅜ"
_IS = re.compile(
    r"(?P<noun>.*?[가-힣A-Za-z])(?:이?에요|예요|이예요|입니다|임다|이?에여|예여|이요|(?<![해봐와워여려져겨써아어줘둬커서])(?<![는은운던]디)요|이?고요|인데요?|이지만"
    r"|이?긴|이기는|였는데요?|이었는데요?)"
)
_ONLY_SO_FAR = re.compile(r"(?:이?긴|이기는)$")
_YET = re.compile(r"(?:한데|하지만|해도|하는데)요?$")
_SAID_BESIDES = re.compile(
    r"(?:그냥|근데|그런데|아직|올해|요즘|요새|이제|벌써|원래|주로|가끔|지금|현재|곧|매일|혼자|같이|작년|작은|큰|동네|시장|온라인|스마트스토어"
    r"|(?:한|약|거의)\s|\d)"
)
_TELLS = re.compile(
    r"(?:[요다죠까]|니까|[는은운인던]데|잖아|네|군|구나|거든|겠어|[했었았겠]어|됐나|되나|에서|으로|부터|째|차|음|임|거|것)$"
)
_QUOTES = re.compile(r"라고\s")  # 민지라고 불러 주세요 wishes to be called so
_ASKS = re.compile(r"(?:주세[요여]|줘|줄래|주실|주시|주라|주면|달라)")  # 진도 알려 주세요
_SINCE = re.compile(
    r"\s(?:(?:한|약|벌써|이제|거의)\s)?(?:\d{1,2}|[일이삼사오육칠팔구십]{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇)\s?(?:년|개월|달)"
    r"(?:째|\s?차|\s?정도|쯤|\s?넘게|\s?가까이|\s?동안)(?=\s\S)"
)
_BESIDE = re.compile(
    r"(?:[가-힣]+\s)?[가-힣]+(?:에서|이?랑|하고\s같이|와\s함께|과\s함께|으로)\s(?:같이\s|함께\s|둘이\s|혼자\s)?(?=[가-힣])"
)
_KEPT = re.compile(
    ".*(?:가게|집|점|샵|숍|카페|식당|학원|공방|스튜디오|쇼핑몰|마트|약국|농장|사무실|사무소|업|미용실|펜션)"
)
_DOES = re.compile(
    r"(?P<noun>.*[가-힣A-Za-z])(?:[을를]|에)?\s(?:(?:운영|경영|근무|종사)?(?:해요?|해여|합니다|함|하는데요?|했어요|하고\s?있(?:어요?|습니다|는데요?|음)"
    r"|하는\s?중(?:이에요|입니다)?)|다녀요?|다녀여|다닙니다|다니는데요?|다니고\s?있(?:어요?|습니다|는데요?)|(?:운영|경영)\s?중(?:이에요|입니다)?)"
)
_LABOUR = re.compile(r"(?P<who>.*(?:사|원|자|부|관|인|터|너|장|직|님))\s일")


_DONE = {"한": "해요", "운영한": "운영해요", "다닌": "다녀요", "일한": "일해요", "근무한": "근무해요"}
_BEGUN = re.compile(  # 학교 앞에서 분식집 한 지 12년 됐심더
    rf"(?P<noun>.*?[가-힣A-Za-z])(?:[을를]|에)?\s?(?P<verb>{'|'.join(_DONE)})\s?지(?:가|는|도)?\s"
    r"(?:(?:이제|벌써|거의|한|약|올해로)\s)*\S{1,4}\s?(?:년|개월|달|해)\S*(?:\s\S{1,8}){0,2}"
)


MOST_WORDS = 24  # within which the clause that tells a job ends


@dataclass(frozen=True, slots=True)
class JobClause:
    """`told` is the clause with its predicate, `noun` what stands before a light one: 반찬가게 합니다 is 반찬가게."""

    told: str
    noun: str


def job_clause(said: str) -> JobClause | None:
    """The first clause that tells a job, where more is said than that; None for one clause alone, and for none."""
    if since := _BEGUN.fullmatch(said.rstrip(_ENDS)):
        return _without_sides(f"{since['noun']} {_DONE[since['verb']]}")
    words = said.split()
    for end in range(1, min(len(words), MOST_WORDS)):
        told, rest = " ".join(words[:end]).rstrip(_ENDS), " ".join(words[end:])
        if found := _told_by(told, rest):
            return _without_sides(found)
    whole = _without_sides(said.rstrip(_ENDS))
    return whole if whole.told != said.rstrip(_ENDS) else None


def _told_by(told: str, rest: str) -> str:
    """The clause, where the words before the rest are one and the rest only says more of it; "" where not."""
    if _QUOTES.search(told) or _ASKS.match(rest):
        return ""
    if _ONLY_SO_FAR.search(told) and (yet := _YET.match(rest.split(maxsplit=1)[0])):
        is_so = _IS.fullmatch(told)
        return is_so["noun"] if is_so and yet else ""
    besides = _SAID_BESIDES.match(rest) or _TELLS.search(rest.rstrip(_ENDS))
    if told.endswith("일하는데") or (told.endswith("는데") and worked(f"{told}요")):
        return f"{told.removesuffix('하는데')}해요" if told.endswith("하는데") else told
    if worked(told) or (told.endswith("다니는데") and besides):
        return told
    is_so = _IS.fullmatch(told)
    return is_so["noun"] if is_so and besides else ""


def _without_sides(told: str) -> JobClause:
    """The clause without since when, where and with whom, where a shop or the like is kept."""
    told = _SINCE.sub("", told)
    does = _DOES.fullmatch(told)
    if does is None:
        told = as_noun(f"{told}요") or told if told.endswith("는데") else told  # 옷 파는데
        return JobClause(told, told)
    noun = does["noun"]
    beside = _BESIDE.match(noun)
    if beside and _KEPT.fullmatch(noun[beside.end() :]):
        noun, told = noun[beside.end() :], told[beside.end() :]
    labour = _LABOUR.fullmatch(noun)
    return JobClause(told, labour["who"] if labour else noun)
