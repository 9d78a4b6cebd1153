"""What somebody tells of a flow of work, as it is read on in our sentences: a task, when it begins, what its draft is
checked against. 청구서를 써요 is 청구서 쓰기, 문자가 와요 is 문자가 오면, 예약장과 맞춰 봐요 is 예약장. Pure.
"""

import re

from bot.korean.conjugation import parts_of
from bot.korean.offers import bare
from bot.korean.stems import stem_of

_OBJECT = re.compile(r"(?<=[가-힣])[을를](\s+\S+)$")
_TWO_WORDS = re.compile(
    r"(\S+)\s+((?:있|해|돼|거|것|일|작업|업무|합|됩|한|된|함|됨)\S*)$"
)  # 세고 있어요, 써야 해요, 넣는 거
_MOMENT = (
    r"(?:면|때|때마다|마다|자마자|대로|전에|후에|뒤에|직후에?|직전에?|고\s?나서"
    r"|아침에|점심에|저녁에|밤에|새벽에|오전에|오후에|[날일시분]에)"
)
"""What ends a moment, however the sentence goes on."""
_TIME = r"(?:에|엔|전|후|뒤|부터|아침|점심|저녁|밤|새벽|오전|오후|날|시|분|일|월|초|말|중)"
"""What ends one where nothing but a beginning follows: 집에 들어와요 is no moment of 집에."""
_BEGINS = re.compile(
    rf"(?P<moment>\S.*?{_MOMENT})[은는]?,?\s+(?P<rest>\S+(?:\s\S+){{0,3}})"
    rf"|(?P<time>\S.*?{_TIME})[은는]?,?\s+(?:그때\s|바로\s|매번\s|주로\s|제가\s|보통\s)*"
    r"(?:시작|하기?|함|해|합)\S*(?:\s(?:돼요|됩니다|해요|합니다|있어요|편이에요))?"
)
_ALWAYS = re.compile(r"(?:보통|주로|대개|매번|항상|늘|그냥|음|아마)\s+")

_HOW = (
    r"(?:하나씩|하나하나|다시|한\s?번(?:\s더|씩)?|직접|꼭|먼저|제가|내가|나란히|번갈아|전부|다|일일이|꼼꼼히|눈으로"
    r"|같이|함께|놓고|두고|펴고|펴서|열고|열어|열어서|놓고서|보고|보며|보면서|읽고|꺼내서?|꺼내고|찾아서|또|더|잘|그냥|매번|항상|서로|따로)"
)
_WHETHER = (
    r"(?:\S{0,6}(?:같은지|다른지|맞는지|맞나|틀린지|틀렸는지|어긋나는지|빠졌는지|빠진\s?게\s?(?:없는지|있는지)"
    r"|일치하는지|비슷한지))"
)
_CHECKS = (
    r"(?:맞춰|맞추|맞출|대조|비교|견주|견줘|확인|검토|점검|체크|살펴|살피|대\s?[보봐]|대어|보|봐|본|볼|봅|찾아|찾|읽|세어|세"
    r"|물어|묻|여쭤|여쭙|검산|따져|따지|참고|조회|열어)"
)
_AGAINST = re.compile(
    r"(?P<source>\S.*?)"
    rf"(?:(?:이랑|랑|하고|[과와])\s+(?:{_HOW}\s+)*(?:\S+\s+)?\S+[이가은는]\s+{_WHETHER}\s+"  # 실물과 색이 같은지
    rf"|(?:이랑|랑|하고|[과와을를]|에서|으로|로|한테|에게|께|에)?[도만는은]?\s+(?:{_HOW}\s+)*(?:{_WHETHER}\s+)?)(?:{_HOW}\s+)*"
    rf"{_CHECKS}[가-힣]*(?:\s(?:봐|보|볼|봅|해|하|할|합|돼|되|될|됩|거|것|같|놓|두|둬|둘|있|싶|생각)[가-힣]*)*$"
)
_WHETHER_LAST = re.compile(rf"(?P<source>\S.*?)(?:이랑|랑|하고|[과와])\s+(?:{_HOW}\s+)*{_WHETHER}$")
_LED = re.compile(
    r"^.*?(?:은|는|ㄴ|을|를|이|가)?\s?\S*(?:는지|은지|인지|한지|났는지)\s+(?:를\s)?(?=\S+\s?(?:으로|로|에서|이랑|랑|하고|과|와|을|를))"
)
_IS_THERE = re.compile(
    r"(?P<source>\S.*?)(?:이|가|은|는)\s+(?:제일|가장|젤|늘|항상|이미|따로|그나마)?\s*(?:있|정확|믿을|믿음|확실|맞|편하|좋|나아|나을)[가-힣]*(?:\s[가-힣]{1,4})?$"
)
_CALLED = re.compile(
    r"(?:(?:이?라고\s?(?:생각|봐|해)|이?면\s?(?:되|될|돼|충분)|으?로\s?(?:하|할|해|봐|보|대조|비교|확인)|[을를]\s?(?:쓰|써|믿))[가-힣]*(?:\s[가-힣]{1,5}){0,2})$"
)
_MINE = re.compile(r"^(?:저는|전|나는|난|제가|내가|저희는|우리는|보통|주로|음|아마|그냥)\s+")
_WITH = re.compile(r"(?<=[가-힣A-Za-z\d)])(?:이랑|랑|하고|과|와)$")
_NO_SOURCE = re.compile(
    rf"(?:(?:제|내|저|나|본인|사람)\s?)?(?:눈|머리|기억|감|느낌|직감|경험|생각|마음|촉|나|저|저희|우리|제가|내가|없음|그냥|직접|{_HOW})(?:으로|로|에)?"
)
_OF_IT = re.compile(
    r"(?<=[가-힣])(?:이랑|랑|하고|과|와)\s+(?:숫자|금액|날짜|개수|수량|이름|색|값|내용|글자|시간|가격|주소|순서|합계)$"
)
"""지난주 보고서와 숫자를 맞춰 봐요: the numbers are ours."""
_BOTH = re.compile(r"(?<=[가-힣])(?:이랑|랑|하고|과|와)\s+(?!같|다르|다른|비슷|관련|함께|연결|맞)")
_NOUNS = frozenset("개요 수요 필요 소요 동요 가요 민요 주요 중요".split())


def as_task(name: str) -> str:
    """A task by its name, where it was told as a sentence; a name stays as it is."""
    two = _TWO_WORDS.search(name)
    last = two[0] if two and stem_of(two[0]) else name.rpartition(" ")[2]
    stem = "" if last in _NOUNS else stem_of(last)
    if not stem or (last == name and last.endswith("요") and len(last) < 3):
        return name
    return _OBJECT.sub(r"\1", f"{name.removesuffix(last)}{stem}기")


def as_start(told: str) -> str:
    """What a flow begins with: 문자가 오면, 월요일 아침."""
    said = _ALWAYS.sub("", bare(told))
    whole = _ALWAYS.sub("", told.strip(" .!~"))
    for one in (whole, said):
        found = _BEGINS.fullmatch(one)
        if found and (found["time"] or _does(found["rest"])):
            return found["time"] or found["moment"]
    if re.search(rf"(?:{_MOMENT}|{_TIME})요?$", whole):
        return said
    stem = stem_of(whole.rpartition(" ")[2]) if " " in whole else ""
    if not stem:
        return said
    closed = parts_of(stem[-1])[2] not in {"", "ㄹ"}
    return f"{whole.rpartition(' ')[0]} {stem}{'으면' if closed else '면'}"


def _does(rest: str) -> bool:
    """Whether words end in a verb: 바로 시작합니다, 엽니다, 하면 돼요."""
    return rest.startswith("시작") or stem_of(rest.rpartition(" ")[2]) != ""


def as_source(told: str) -> str:
    """What a draft is checked against, so that 과 or 와 may follow it; "" where a sentence names none."""
    said = _MINE.sub("", told.strip(" .!~"))
    if re.search("는지|은지|인지|한지", said):
        said = _LED.sub("", said, count=1)
    for pattern in (_WHETHER_LAST, _AGAINST, _IS_THERE):
        if found := pattern.fullmatch(said):
            return _named(found["source"])
    return _named(_CALLED.sub("", said))


def _named(source: str) -> str:
    """A noun that is one: 눈으로 and what ends like a sentence name no source."""
    said = source.strip(" .!~")
    noun = said if said.rpartition(" ")[2] in _NOUNS else _WITH.sub("", bare(said))
    last = noun.rpartition(" ")[2]
    noun = _BOTH.sub(", ", _OF_IT.sub("", noun))
    is_sentence = last not in _NOUNS and (
        stem_of(last) or re.search(r"(?:[었았했]어요|니다|는다|세요|[가-힣]까요?)$", last)
    )
    return "" if is_sentence or _NO_SOURCE.fullmatch(noun) else noun
