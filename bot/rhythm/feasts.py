"""The dates of feasts that a learner may name: 설날, 추석. Pure; bot.delivery.holidays has the public holidays."""

from collections.abc import Mapping
from datetime import date, timedelta

# Feasts of the solar calendar: month and day
SOLAR: Mapping[str, tuple[int, int]] = {
    "newyear": (1, 1),
    "valentine": (2, 14),
    "samil": (3, 1),
    "white": (3, 14),
    "labour": (5, 1),
    "children": (5, 5),
    "parents": (5, 8),
    "teachers": (5, 15),
    "memorial": (6, 6),
    "constitution": (7, 17),
    "liberation": (8, 15),
    "foundation": (10, 3),
    "hangul": (10, 9),
    "pepero": (11, 11),
    "eve": (12, 24),
    "christmas": (12, 25),
    "newyeareve": (12, 31),
}

# Feasts of the lunar calendar, 2025 to 2050, as MMDD: asking the package would cost every reader its start.
# tests/korean/test_holidays.py holds the table against it.
FIRST_LUNAR_YEAR = 2025
LUNAR: Mapping[str, tuple[int, ...]] = {
    "seollal": (
        *(129, 217, 207, 127, 213, 203, 123, 211, 131, 219, 208, 128, 215),
        *(204, 124, 212, 201, 122, 210, 130, 217, 206, 126, 214, 202, 123),
    ),
    "buddha": (
        *(505, 524, 513, 502, 520, 509, 528, 516, 506, 525, 515, 503, 522),
        *(511, 430, 518, 507, 526, 516, 505, 524, 513, 502, 520, 509, 528),
    ),
    "chuseok": (
        *(1006, 925, 915, 1003, 922, 912, 1001, 919, 908, 927, 916, 1004, 924),
        *(913, 1002, 921, 910, 928, 917, 1005, 925, 915, 1004, 922, 911, 930),
    ),
}

LONG = ("seollal", "chuseok")  # celebrated with the day before and the day after
LONG_MONTHS = frozenset({1, 2, 8, 9, 10})  # in which they fall, by the table, or the last lesson before them
LONG_REST = 3  # silent days from which a rest is announced


def feast(name: str, since: date) -> date | None:
    """The feast's first day on or after `since`; None beyond the table. Raises KeyError for an unknown one."""
    for year in (since.year, since.year + 1):
        day = feast_in(name, year)
        if day and day >= since:
            return day
    return None


def feast_in(name: str, year: int) -> date | None:
    """The feast's day in that year; None beyond the lunar table. Raises KeyError for an unknown one."""
    if name in SOLAR:
        return date(year, *SOLAR[name])
    dates = LUNAR[name]
    if not 0 <= year - FIRST_LUNAR_YEAR < len(dates):
        return None
    return date(year, *divmod(dates[year - FIRST_LUNAR_YEAR], 100))


def feast_span(name: str, since: date) -> tuple[date, date] | None:
    """First and last day of the feast that is not over on `since`; 설날 and 추석 have three days."""
    beside = timedelta(days=1 if name in LONG else 0)
    day = feast(name, since - beside)
    return (day - beside, day + beside) if day else None


def feast_between(lesson: date, back: date) -> str:
    """설날 or 추석, by its name here, when it lies in a long rest between two lessons; "" when none does."""
    if (back - lesson).days <= LONG_REST:
        return ""
    days = {name: feast(name, lesson + timedelta(days=1)) for name in LONG}
    return next((name for name, day in days.items() if day and day < back), "")
