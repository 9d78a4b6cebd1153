"""Days as a calendar repeats them: the parts of an RRULE (RFC 5545, 3.3.10). Pure."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from bot.rhythm.days import NAMES, Days, EveryDays, Weekdays

LAST_OF_ALL = 28  # days that every month has
LAST = -1  # the last day of a month, as the standard counts


def rule(days: Days) -> Mapping[str, object]:
    """The parts of the rule, which counts from a first day that `days` holds. It may bring days that they do not hold:
    no rule says “the thirtieth, or in a shorter month its last day”.
    """
    match days:
        case Weekdays(named, weeks):
            each = [NAMES[day][:2].upper() for day in sorted(named)]
            return {"freq": "weekly", "interval": weeks, "byday": each, "wkst": "MO"}
        case EveryDays(step):
            return {"freq": "daily", "interval": step}
    return {"freq": "monthly", "bymonthday": _numbers(days.days)}


def brings(days: Days, day: date, since: date) -> bool:
    """Whether the rule brings a day; `since` is what `days` count from."""
    if isinstance(days, Weekdays | EveryDays):
        return days.holds(day, since)
    numbers, last = _numbers(days.days), monthrange(day.year, day.month)[1]
    return day.day in numbers or (LAST in numbers and day.day == last)


def _numbers(days: Sequence[int]) -> list[int]:
    """The days of the month as a rule names them: those that a short month lacks, with its last one."""
    named = {day for day in days if day <= LAST_OF_ALL + 2}
    return [*sorted(named), *([LAST] if max(days) > LAST_OF_ALL else [])]
