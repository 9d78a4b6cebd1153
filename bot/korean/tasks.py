"""Tasks of a week as people list them: 청구서 쓰기 주 3번 20분 위험 낮음; one a line, or several in one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.korean.flow_words import as_task
from bot.korean.quantities import minutes
from bot.korean.stems import stem_of

LONGEST, LONGEST_LIST = 120, 1000  # characters of what is told of one task, and of a list of them
WORKDAYS = 5  # what 매일 is reckoned as, so that nothing is promised that a day off would break
WEEKS = 4.3  # of a month: what a reader can reckon with on paper


class Risk(StrEnum):
    """What a mistake does to a customer, to money or to personal data."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Task:
    """Something done again and again; what was not told is None. `a_week` are times a week, `minutes` those of one."""

    name: str
    a_week: float | None = None
    minutes: int | None = None
    risk: Risk | None = None


_COUNTS = dict(zip("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), range(1, 11), strict=True)) | {
    "서너": 3, "두세": 2, "두어": 2, "너댓": 4,
}  # fmt: skip
_N = rf"(\d{{1,2}}|{'|'.join(_COUNTS)})"
_RANGE = rf"{_N}(?:\s?[~∼-]\s?\d{{1,2}})?"
_TIMES = rf"{_RANGE}\s?(?:번|회|차례|건|통|개)(?:씩|쯤|정도)?"
_DAY = (
    r"(?:매일(?:매일)?|날마다|하루에?|일일|평일(?:에|마다)?|영업일마다"
    r"|(?:매일\s?)?(?:아침|저녁|점심|오전|오후|밤|퇴근|출근)마다)"
)
_WEEK = r"(?:매주|주마다|일주일에|일주일|한\s?주에|주에|주당|주간|1주에?|주(?=\s?\d))"
_MONTH = r"(?:매달|매월|달마다|한\s?달에|한\s?달|월(?=\s?\d)|월에|1달에|1개월에)"
_WEEKDAYS = r"(?:매주\s?)?((?:[월화수목금토일](?:요일)?[,·\s]?){1,7}?)(?:요일)?(?:마다|에만|에)(?=\s|$|[,\d])"
_BOUND = r"(?<![가-힣\d])"

_OFTEN: tuple[tuple[re.Pattern[str], float | None], ...] = (  # times a week; None: times what is counted behind
    (re.compile(rf"{_BOUND}{_DAY}\s?(?:에\s?)?{_TIMES}"), WORKDAYS),
    (re.compile(rf"{_BOUND}{_WEEK}\s?{_TIMES}"), 1),
    (re.compile(rf"{_BOUND}{_MONTH}\s?{_TIMES}"), 1 / WEEKS),
    (re.compile(rf"{_BOUND}주\s?(\d{{1,2}})(?=[\s,|]|$)"), 1),  # 주1
    (re.compile(rf"{_BOUND}매주\s?((?:[월화수목금토일]요일(?:에|마다)?[,·과와\s]*)+)"), None),
    (re.compile(rf"{_BOUND}(?:(?:2|두|이)\s?주(?:에|마다)(?:\s?한\s?번)?|격주(?:로|마다)?)"), -0.5),
    (re.compile(rf"{_BOUND}(?:분기(?:에|마다)(?:\s?한\s?번)?|세\s?달에(?:\s?한\s?번)?)"), -1 / (3 * WEEKS)),
    (re.compile(rf"{_BOUND}(?:매년|해마다|(?:일|1)?\s?년에\s?한\s?번|한\s?해에\s?한\s?번)"), -1 / (12 * WEEKS)),
    (re.compile(rf"{_BOUND}(?:주말마다|주말에)"), -2.0),
    (re.compile(rf"{_BOUND}{_DAY}"), -float(WORKDAYS)),
    (re.compile(rf"{_BOUND}{_WEEKDAYS}"), None),
    (
        re.compile(r"(?<=\s)((?:[월화수목금토일][,·/]?\s?){2,7})(?:요일)?(?=\s+(?:\d|한\s|두\s|각|총)|$)"),
        None,
    ),  # 월수금 20분
    (re.compile(rf"{_BOUND}(?:매주|주마다|일주일에|일주일|한\s?주에|주에|주(?=\s?\d))"), -1.0),
    (re.compile(rf"{_BOUND}{_MONTH}"), -1 / WEEKS),
    (re.compile(rf"{_BOUND}{_TIMES}(?!\s?에)"), 1),  # 3번 alone: of the week that was asked for
)
"""How often, the longest sayings first; a negative number is the times a week themselves."""
_LONG = re.compile(
    rf"(?:한\s?번에\s?|1회에?\s?|건당\s?|각\s?)?(?:약\s?)?(?:(?:\d+(?:\.\d+)?|{'|'.join(_COUNTS)}|반)\s*시간(?:\s*반)?(?:\s*\d+\s*분)?"
    r"|(?:\d+|[일이삼사오]?십[일이삼사오육칠팔구]?|오)\s*분)(?:씩|쯤|정도|가량)?(?:[이은]?\s?(?:들어요|걸려요|걸림|듦|소요))?"
)
_CLOCK = re.compile(
    r"(?:(?:아침|오전|오후|저녁|밤|새벽|점심)\s?)?\d{1,2}시(?!간)(?:\s?반)?(?P<minutes>\s?\d{1,2}분)?(?:마다|에|쯤)?"
)
_DANGER = (
    r"(?:(?:실수\s?)?위험(?:도|성|부담)?|리스크|risk)(?:은|는|이|가)?"
    r"\s?[:=]?\s?(?:좀|조금|약간|꽤|매우|아주|거의|제일)?\s?"
)
_RISKS: tuple[tuple[Risk, re.Pattern[str]], ...] = (
    (Risk.HIGH, re.compile(
        rf"{_DANGER}(?:높\S{{0,3}}|큼|커요?|크\S{{0,2}}|많\S{{0,2}}|상(?![가-힣])|高|high|[45](?!\d|\s?[분번]))"
        r"|틀리면\s[^.,]{0,20}?(?:큰일|안\s?[돼되]|손해|곤란|물어\s?[줘내]|돈)[^.,]{0,12}"
        r"|(?:매우|아주)\s?위험\S{0,2}", re.IGNORECASE,
    )),
    (Risk.MIDDLE, re.compile(
        rf"{_DANGER}(?:중간|보통|중(?![가-힣])|반반|그저\s?그\S{{0,2}}|middle|mid|medium|3(?!\d|\s?[분번]))"
        r"(?:이에요|예요|임|쯤|정도)?", re.IGNORECASE,
    )),
    (Risk.LOW, re.compile(
        rf"{_DANGER}(?:낮\S{{0,3}}|작\S{{0,2}}|적\S{{0,2}}|없\S{{0,3}}|하(?![가-힣])|low|[0-2](?!\d|\s?[분번]))"
        r"|틀려도\s?(?:괜찮|상관|돼|다시|고치)[^.,]{0,16}|안\s?위험\S{0,2}|안전(?:해요|함)?(?=\s*$)", re.IGNORECASE,
    )),
)  # fmt: skip
_BARE_RISK = re.compile(
    r"(?<![가-힣A-Za-z\d])(상|중|하|높음|중간|보통|낮음|높아요|낮아요|없음|high|mid|low)[.\s|]*$", re.IGNORECASE
)
_BARE = dict.fromkeys(("상", "높음", "높아", "높아요", "high"), Risk.HIGH) | dict.fromkeys(
    ("중", "중간", "보통", "mid"), Risk.MIDDLE
)
_BULLET = re.compile(
    r"^\s*(?:[-*•▪■□◦●◆★☆✓✔☑>#]+\s*|\(?\d{1,2}\s?[.):](?!\d)\s*|[①-⑳]\s*|\[[ xX]?\]\s*"
    r"|(?:\d{1,2}번\s?)?(?:추가|또)\s?[:：]\s*)+"
)
_NUMBERED = re.compile(r"(?:^|(?<=\s))(?=(?:\d{1,2}[.)](?!\d)|[①-⑳])\s*\S)")
_BETWEEN = re.compile(
    r"(?<!\s)(?:\s*[;；,，、]\s*|\s+/\s+|\s+그리고\s+)|(?<=[가-힣])\.\s+|(?<=[분음함])\s*하?고\s+(?=\S+\s)"
)
_HEADING = re.compile(r"^\s*\|?\s*(?:할\s?일|업무|일|작업|이름)\s*[|\t,].*|^[\s|:=-]+$")
_FILLERS = frozenset(
    """
    하고 하는데 하며 해요 합니다 해 한다 함 들어요 들고 듭니다 걸려요 걸리고 걸립니다 걸려 걸림 씩 정도 쯤 한 번에
    한번에 소요 이고 이며 이에요 예요 이요 요 돼요 있어요 그때그때 가끔 자주 하루 하루에 일주일에 한번씩 약 총
    """.split()
)
"""Words around numbers that belong to no name."""
_AROUND = " \t.,;:·-–—|/'\"‘’“”()[]~!?="
_TOPIC = re.compile(r"(?<=[가-힣]{2})(?:은|는)$|(?<=[기장서문])(?:이|가|을|를)$")
_NO_TASK = re.compile("(?:면|니까|는데|지만|어서|아서|[가-힣]요|니다|었다|았다|했다)$")  # 아침이 되면, 오늘 바빴어요
_LETTER = re.compile("[가-힣]|[A-Za-z]{2}")
_COPULA = re.compile("(?:이에요|예요|이요|요|입니다|임|이야|정도|쯤|같아요|인것같아요)+$")
_STRAY = re.compile(r"\(\s*\)|\[\s*\]|[|\t]+|\s{2,}|(?<=\s)[-–—·:,](?=\s|$)")


def tasks_in(text: str) -> list[Task]:
    """The tasks that a text lists, in its order. What names no task, such as a time alone, belongs to the one before;
    where there is none, it is left out.
    """
    found: list[Task] = []
    for entry in _entries(text[:LONGEST_LIST]):
        task = _task(entry)
        if task.name and _LETTER.search(task.name) and not (task == Task(task.name) and _NO_TASK.search(task.name)):
            found.append(task)
        elif found and task != Task(""):
            found[-1] = completed(found[-1], task)
    return found


def told_of_one(text: str) -> Task:
    """What a text tells of a task that is known already: 주 3번 20분이고 위험은 낮아요. Its name is what is left."""
    return _task(text)


_OF_ALL = re.compile(r"(?:둘|셋|넷|다섯|여섯)\s?(?:다|모두)|모두|전부|전체(?:가|는)?|(?<!\S)다(?=\s)")


def told_of_all(text: str) -> Task | None:
    """What a text tells of all tasks at once, 위험은 둘 다 낮아요; None where it does not."""
    told = told_of_one(" ".join(_OF_ALL.sub(" ", text).split())) if _OF_ALL.search(text) else None
    return None if told is None or told.name or not (told.a_week or told.minutes or told.risk) else told


def completed(task: Task, told: Task) -> Task:
    """A task with what was told of it besides; what is told anew counts."""
    return Task(
        task.name,
        task.a_week if told.a_week is None else told.a_week,
        task.minutes if told.minutes is None else told.minutes,
        told.risk or task.risk,
    )


def _entries(text: str) -> Iterator[str]:
    """The pieces that may each be a task. A comma parts two tasks only where both of them have a name."""
    lines = [line for line in text.splitlines() if line.strip() and not _HEADING.match(line)]
    for line in lines:
        parts = [part for part in _NUMBERED.split(line) if part.strip()] if len(lines) == 1 else [line]
        for part in parts:
            yield from (piece for piece in _BETWEEN.split(_BULLET.sub("", part)) if piece.strip())


def _task(entry: str) -> Task:
    if len(entry) > LONGEST:
        return Task("")
    risk, entry = _risk(entry)
    often, entry = _often(entry)
    long, entry = _how_long(entry)
    if risk is None and (often or long) and (bare := _BARE_RISK.search(entry)):
        risk, entry = _BARE.get(bare[1].lower(), Risk.LOW), entry[: bare.start()]
    words = _STRAY.sub(" ", entry).strip(_AROUND).split()
    if often or long or risk:
        while words and words[-1].strip(_AROUND) in {*_FILLERS, ""} and not _told(words):
            words.pop()
    name = " ".join(words).strip(_AROUND)
    return Task(as_task(_TOPIC.sub("", name)) if often or long or risk else name, often, long, risk)


def _told(words: list[str]) -> bool:
    """재고를 세고 있어요: the last word belongs to a verb."""
    return len(words) > 1 and stem_of(" ".join(words[-2:])) != ""


def _risk(entry: str) -> tuple[Risk | None, str]:
    for risk, pattern in _RISKS:
        if found := pattern.search(entry):
            return risk, _without(entry, found)
    bare = _COPULA.sub("", entry.strip(_AROUND).lower())
    if bare in {*_BARE, "낮음", "낮아", "낮아요", "없음", "하", "low", "높아"}:
        return _BARE.get(bare, Risk.LOW), ""
    return None, entry


def _often(entry: str) -> tuple[float | None, str]:
    for pattern, unit in _OFTEN:
        if found := pattern.search(entry):
            if unit is None:
                days = {day for day in re.sub("요일", "", found[1]) if day in "월화수목금토일"}
                return float(len(days) or 1), _without(entry, found)
            if unit < 0:
                return -unit, _without(entry, found)
            return unit * float(_COUNTS.get(found[1], 0) or found[1]), _without(entry, found)
    return None, entry


def _how_long(entry: str) -> tuple[int | None, str]:
    if clock := _CLOCK.search(entry):  # 아침 8시 is no length; the minutes behind it are where no other is told
        behind = _without(entry, clock)
        entry = behind if _LONG.search(behind) else _without(entry, clock) + (clock["minutes"] or "")
    found = _LONG.search(entry)
    if found is None:
        return None, entry
    told = 5 if re.fullmatch(r"\D*오\s*분\D*", found[0]) else minutes(found[0])
    return told, _without(entry, found)


def _without(entry: str, found: re.Match[str]) -> str:
    return f"{entry[: found.start()]} {entry[found.end() :]}"
