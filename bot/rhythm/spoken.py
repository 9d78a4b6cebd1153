"""Clock times and days as a Korean says them. 24-hour clocks are read by us and never shown."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

LONGEST = 1_000  # characters; what is longer names no time
WEEKDAYS = "월화수목금토일"
HALVES = {
    "오전": "오전",
    "아침": "오전",
    "오후": "오후",
    "저녁": "오후",
    "밤": "오후",
}  # as one would say which of two is meant


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
    far = abs(on - today) > timedelta(days=300)
    name = near or f"{on.year}년 " * far + f"{on.month}월 {on.day}일"
    return f"{name}({WEEKDAYS[on.weekday()]})"


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
    """Which of the labels the words pick, where all are of one clock: 오전, 매일 저녁요. Empty for none or all."""
    said = words.strip().removesuffix("요").split() if len(words) <= LONGEST else []
    clocks = {tuple(word for word in label.split() if word[0].isdigit()) for label in labels}
    wanted = {HALVES.get(word, word) for word in said}
    found = [at for at, label in enumerate(labels) if wanted and wanted <= set(label.split())]
    return found if len(clocks) == 1 and len(found) < len(labels) else []
