"""Days that repeat: 평일, 월수금, 격주 토요일, 매달 15일, and what is taken out of them or added."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.korean.time.scan import Token
from bot.rhythm.days import ALL, LAST, Days, EveryDays, Monthdays, Weekdays

LONGEST_STEP = (56, 99)  # days; a rarer rhythm, of weeks or of days, is asked about
TAKEN_OUT = frozenset({"except", "instead"})


class Repeats(NamedTuple):
    """The repeating days of a text. `habit` says that repeating was meant: one weekday alone may be a date."""

    days: Days | None = None
    habit: bool = False
    out: frozenset[int] = frozenset()
    marks: frozenset[str] = frozenset()
    fault: bool = False
    unclear: bool = False
    times: int = 0

    @property
    def named(self) -> frozenset[int]:
        """The days of the week, when it is a plain week."""
        return self.days.days if isinstance(self.days, Weekdays) and self.days.weeks == 1 else frozenset()


KINDS = ("week", "step", "weekly", "monthly", "day number", "last day", "count", "length")


def read_repeats(tokens: Sequence[Token]) -> tuple[Repeats, list[Token]]:
    """The repeating days among the tokens, and the tokens that are none."""
    steps = [token for token in tokens if token.kind == "step" or (token.kind == "length" and _often(token))]
    counted = [token for token, behind in pairwise(tokens) if token.kind == "length" and behind.kind == "count"]
    lasting = [token for token in tokens if token.kind == "length" and token not in [*steps, *counted]]
    rest = [token for token in tokens if token.kind not in KINDS] + lasting
    weeks = [token for token in tokens if token.kind == "week"]
    inside = [token for token in weeks if not token.marks & TAKEN_OUT]
    out = frozenset(day for token in weeks if token.marks & TAKEN_OUT for day in token.numbers)
    marks = frozenset().union(*(token.marks for token in tokens if token.kind not in ("verb",)))
    numbers = [token for token in tokens if token.kind in ("day number", "last day")]
    kinds = {token.kind for token in tokens}
    often, times = _count(tokens)
    # 평일만 말고 매일 wants more days, not fewer
    more = any("instead" in token.marks and ("only" in token.marks or len(token.numbers) > 4) for token in weeks)
    unclear = (
        len(steps) > 1
        or _split(tokens)
        or _spanning(numbers)
        or (more and any(len(token.numbers) == 7 for token in inside))
    )
    if "monthly" in kinds or any(token.numbers[0] for token in steps):
        found = _monthly(numbers, bool(weeks) or unclear or any(token.numbers[0] > 1 for token in steps))
    elif numbers:
        found = Repeats(unclear=True)  # 15일 may be this month's or every month's
    elif steps:
        found = _stepping(steps[0], _union(inside))
    else:
        found = _weekly(inside, out)
    unclear = unclear or found.unclear or ("weekly" in kinds and not weeks) or bool(often and often != _size(found))
    habit = (
        found.habit
        or bool(kinds & {"weekly", "monthly"})
        or bool("every" in marks or _marks(weeks) & {"only", "also"})
        or bool(often)
    )
    fault = found.fault or times > 5 or any(0 < token.numbers[2] < 720 for token in counted)  # 한 시간에 두 번
    return Repeats(found.days, habit, out, _marks(weeks), fault, unclear, times), rest


def _often(token: Token) -> bool:
    """이틀에 한 번, 2주마다, 3시간 간격, 사흘 걸러."""
    return "after" not in token.marks and bool(token.marks & {"every", "one time", "skipping"})  # 두 시간 뒤 한 번


def _marks(weeks: Sequence[Token]) -> frozenset[str]:
    return frozenset().union(*(token.marks for token in weeks))


def _count(tokens: Sequence[Token]) -> tuple[int, int]:
    """How many days a week, and how many times a day, were counted: 주 3회, 하루 두 번."""
    often = times = 0
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.kind == "count":
            week = len(token.numbers) > 1 or (before and before.kind == "length" and before.numbers == (0, 7, 0))
            month = before and before.kind == "length" and before.numbers[0]
            often, times = (token.numbers[0], times) if week else (-1, times) if month else (often, token.numbers[0])
    return often, times


def _size(found: Repeats) -> int:
    return len(found.days.days) if isinstance(found.days, Weekdays) and found.days.weeks == 1 else 0


def _split(tokens: Sequence[Token]) -> bool:
    """평일은 8시 주말은 10시: days, times and again days and times are two rhythms."""
    shape = "".join(
        {"week": "w", "clock": "c", "part": "", "noon": "c", "midnight": "c"}.get(t.kind, "") for t in tokens
    )
    return "wcwc" in shape or "wccw" in shape


def _spanning(numbers: Sequence[Token]) -> bool:
    """1일부터 5일까지: all days between, which no rhythm of ours has."""
    return any(token.marks & {"from", "till", "range", "or"} for token in numbers)


def _union(weeks: Sequence[Token]) -> frozenset[int]:
    """All named days; a narrower name behind a wider one replaces it: 주말 토요일."""
    days: frozenset[int] = frozenset()
    joined = True
    for token in weeks:
        named = frozenset(token.numbers)
        days = named if not joined and named < days else days if not joined and days < named else days | named
        joined = bool(token.marks & {"join", "also"})
    return days


def _monthly(numbers: Sequence[Token], unclear: bool) -> Repeats:  # noqa: FBT001  the one thing that can be wrong
    days = sorted({LAST if token.kind == "last day" else token.numbers[0] for token in numbers})
    if any(not 1 <= day <= LAST for day in days) or any(
        t.kind == "day number" and t.numbers[0] == LAST for t in numbers
    ):
        return Repeats(fault=True)
    return Repeats(Monthdays(tuple(days)) if days else None, habit=True, unclear=unclear or not days)


def _stepping(step: Token, named: frozenset[int]) -> Repeats:
    """Every so many days, or weeks with their days. Within the day it is more than we send."""
    _, days, minutes = step.numbers
    if minutes:
        return Repeats(fault=days == 0 and minutes < 720, unclear=True)
    if "skipping" in step.marks:
        return Repeats(unclear=True)  # 이틀 걸러 is every second day to some and every third to others
    weeks = days // 7
    if days == 1:
        return Repeats(Weekdays(named or ALL), habit=True)
    if named and days % 7 == 0 and days <= LONGEST_STEP[0]:
        return Repeats(Weekdays(named, weeks), habit=True)
    if not days:
        return Repeats(fault=True)
    weekly = days % 7 == 0
    return Repeats(None if weekly else EveryDays(min(days, 99)), habit=True, unclear=weekly or bool(named) or days > 99)


def _weekly(inside: Sequence[Token], out: frozenset[int]) -> Repeats:
    """Days of the week, less those taken out."""
    days = _union(inside)
    habit = len(days) > 1
    if days - out:
        return Repeats(Weekdays(days - out), habit=habit)
    return Repeats(habit=habit, unclear=bool(days))
