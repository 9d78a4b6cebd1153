"""Clock times and days as a Korean says them. 24-hour clocks are read by us and never shown."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

LONGEST = 1_000  # characters; what is longer names no time
WEEKDAYS = "월화수목금토일"
HALF_A_YEAR = timedelta(days=183)
HALVES = {
    "오전": "오전",
    "아침": "오전",
    "오후": "오후",
    "저녁": "오후",
    "밤": "오후",
}  # as one would say which of two is meant

_ENDING = re.compile(
    "(?:이?요|이에요|예요|에요?|에만|만|으?로요?|쪽(?:으로)?(?:이?요)?|시간대?(?:이?요)?|이|가|은|는)?[.!~]*"
)
_DENIES = re.compile("(?:은|는|에는|엔)? *(?:안 *[돼되될]|말고|빼고|싫|못|불가능|힘들|어려)")
_AGREES = re.compile(
    "(?:네|예|응|음+|어|아|그럼|그냥|당연히|할게요?|할래요?|해|해요|해줘요?|해주세요|주세요|부탁(?:해요|드려요|드립니다)"
    "|좋아요?|좋겠(?:어요|네요)|좋을것?같아요|나아요|편해요|가능해요|이요)[.!~]*"
)


def clock(at: time) -> str:
    """오전 8시, 오후 7시 30분, 낮 12시, 밤 12시 30분."""
    part = "밤" if at.hour == 0 else "낮" if at.hour == 12 else "오전" if at.hour < 12 else "오후"
    minute = f" {at.minute}분" if at.minute else ""
    return f"{part} {at.hour % 12 or 12}시{minute}"


def clocks(times: tuple[time, ...]) -> str:
    """오전 8시와 오후 8시: every clock ends in 시 or 분, and the particle follows it."""
    said = [clock(at) for at in times]
    joined = [one + ("와 " if one.endswith("시") else "과 ") for one in said[:-1]]
    return "".join(joined) + said[-1]


def on_days(days: str, times: tuple[time, ...]) -> str:
    """The times on named days. A midnight belongs to two days' night, so it is said to lead into the named one."""
    by_day = tuple(at for at in times if at.hour)
    by_night = tuple(at for at in times if not at.hour)
    said = [f"{days} {clocks(by_day)}"] if by_day else []
    if by_night:
        # 로 after 일 and other ㄹ, 으로 after any other closed syllable
        last = days.split("(", maxsplit=1)[0][-1]
        particle = "로" if (ord(last) - 0xAC00) % 28 in (0, 8) else "으로"
        said.append(f"{days}{particle} 넘어가는 {clocks(by_night)}")
    return ", ".join(said)


def weekdays(days: frozenset[int]) -> str:
    """월·수·금, or 토요일 when there is but one; 0 is Monday."""
    letters = [WEEKDAYS[day] for day in sorted(days)]
    return "·".join(letters) if len(letters) > 1 else f"{letters[0]}요일"


def day(on: date, today: date) -> str:
    """오늘(월), 내일(화), 모레(수), 11월 30일(월), 2027년 11월 30일(화)."""
    near = {0: "오늘", 1: "내일", 2: "모레"}.get((on - today).days)
    # the year is said only where leaving it out would mean another day
    far = abs(on - today) > HALF_A_YEAR
    name = near or f"{on.year}년 " * far + f"{on.month}월 {on.day}일"
    return f"{name}({WEEKDAYS[on.weekday()]})"


def far_day(on: date, today: date) -> str:
    """The same, with the year wherever it is another: 내년 9월 15일(수), 2029년 1월 1일(월)."""
    years = on.year - today.year
    said = dated(on) if abs(on - today) > timedelta(days=2) else day(on, today)
    return f"{'내년' if years == 1 else f'{on.year}년'} {said}" if years else said


def on_day(on: date, today: date) -> str:
    """When something will be: 모레(수), 11월 30일(월)에."""
    said = day(on, today)
    return said if said[0] in "오내모" else f"{said}에"


def dated(on: date) -> str:
    """12월 24일(목): for a day said without knowing today."""
    return f"{on.month}월 {on.day}일({WEEKDAYS[on.weekday()]})"


def length(lasting: timedelta) -> str:
    """1일 2시간 30분."""
    minutes = int(lasting.total_seconds()) // 60
    parts = ((minutes // 1440, "일"), (minutes // 60 % 24, "시간"), (minutes % 60, "분"))
    return " ".join(f"{count}{unit}" for count, unit in parts if count)


def spoken_moment(moment: datetime, now: datetime) -> str:
    """내일(화) 오후 7시 30분, in the zone of `now`. Both are aware."""
    local = moment.astimezone(now.tzinfo)
    said = day(local.date(), now.date())
    return on_days(said, (local.time(),))


def picked(words: str, labels: Sequence[str]) -> list[int]:
    """Which labels the words pick, where all are of one clock: 오전, 매일 저녁요, 저녁으로 할게요. What is denied, as
    in 저녁은 안 돼요, picks the others. Empty for none or all.
    """
    clocks = {tuple(word for word in label.split() if word[0].isdigit()) for label in labels}
    if len(words) > LONGEST or len(clocks) > 1:
        return []
    known = {**HALVES, **{word: word for label in labels for word in label.split()}}
    denial = _DENIES.search(words)
    said = [_picks(word, known) for word in words[: denial.start() if denial else None].split()]
    wanted = {word for word in said if word}
    if not wanted or None in said:
        return []
    found = [at for at, label in enumerate(labels) if (wanted <= set(label.split())) != bool(denial)]
    return found if len(found) < len(labels) else []


def _picks(word: str, known: Mapping[str, str]) -> str | None:
    """The word of a label that is said with an ending, "" for a word that only agrees; None for anything else."""
    if _AGREES.fullmatch(word):
        return ""
    ends = (end for end in range(len(word), 0, -1) if word[:end] in known)
    return next((known[word[:end]] for end in ends if _ENDING.fullmatch(word, end)), None)
