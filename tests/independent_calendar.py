"""When a rhythm's times come, worked out minute by minute on a wall clock. It shares no code with bot/.

It is slow and plain on purpose, so that it can be checked by reading. Its rules:

- A time comes at the first minute at which the clocks there show it, or have jumped over it.
- A study day rolls at 04:00 on the wall.
- Rhythms, pauses and quiet hours are read as they are written: weekly mon,wed 08:00 · until 2026-11-30 · 22:00-07:00
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Public holidays in Korea from September 2026 to April 2027, and feasts, from a printed calendar
HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-09-24", "2026-09-25", "2026-09-26", "2026-10-03", "2026-10-05", "2026-10-09", "2026-12-25",
        "2027-01-01", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-03-01",
    )
)  # fmt: skip
FEASTS = {
    "chuseok": (date(2026, 9, 24), date(2026, 9, 26)),
    "seollal": (date(2027, 2, 6), date(2027, 2, 8)),
}


@cache
def shown(zone: str, start: datetime, minutes: int) -> list[list[datetime]]:
    """For each minute from `start`, the wall minutes which the clocks there show, or jump over, for the first time."""
    latest = wall(zone, start - MINUTE)
    table = []
    for n in range(minutes):
        news, here = [], wall(zone, start + n * MINUTE)
        while latest < here:
            latest += MINUTE
            news.append(latest)
        table.append(news)
    return table


@cache
def place(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def wall(zone: str, moment: datetime) -> datetime:
    """What the clock on the wall shows there, without its zone."""
    return moment.astimezone(place(zone)).replace(tzinfo=None)


def study_day(zone: str, moment: datetime) -> date:
    """The day, which rolls at 04:00 on the wall."""
    here = wall(zone, moment)
    return here.date() - DAY if here.hour < 4 else here.date()


def falls(days: str, day: date, first: date) -> bool:
    """Whether a rhythm's days, as they are written, hold a date. Every few days or weeks counts from `first`."""
    name = NAMES[day.weekday()]
    match days.split():
        case ["daily"]:
            return True
        case ["weekdays"]:
            return name not in ("sat", "sun")
        case ["weekends"]:
            return name in ("sat", "sun")
        case ["weekly", names]:
            return name in names.split(",")
        case ["every", often] if often.endswith("d"):
            return (day - first).days % int(often[:-1]) == 0
        case ["every", often, names] if often.endswith("w"):
            weeks = (day - day.weekday() * DAY - first + first.weekday() * DAY).days // 7
            return name in names.split(",") and weeks % int(often[:-1]) == 0
        case ["monthly", numbers]:
            ends = (day + DAY).day == 1
            return any(
                ends if number == "last" else day.day == int(number) or (ends and day.day < int(number))
                for number in numbers.split(",")
            )
    raise ValueError(f"no days: {days!r}")


@cache
def times_of(rhythm: str) -> set[tuple[int, int]]:
    """Hours and minutes of a rhythm as it is written."""
    return {(int(at[:2]), int(at[3:])) for at in rhythm.rpartition(" ")[2].split(",") if at}


def within(quiet: str, at: time) -> bool:
    """Whether a time on the wall lies in quiet hours, as they are written: 22:00-07:00."""
    start, end = (time.fromisoformat(part) for part in quiet.split("-"))
    return start <= at < end if start < end else not end <= at < start


def span(days: str, today: date) -> tuple[date, date]:
    """First and last day of a pause as it is written: 3d, until 2026-11-30, holiday:chuseok, or one date or two."""
    if days.startswith("holiday:"):
        return FEASTS[days.removeprefix("holiday:")]
    if days.startswith("until "):
        return today, date.fromisoformat(days.removeprefix("until ")) - DAY
    if days.endswith("d"):
        return today, today + int(days[:-1]) * DAY - DAY
    first, _, last = days.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)
