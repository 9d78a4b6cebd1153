"""Days of the calendar: 내일, 다음 주 금요일, 12월 24일, 추석. Each becomes a span of dates."""

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from bot.korean.time.scan import Token
from bot.rhythm.feasts import feast

A_DAY = timedelta(days=1)
FAR_AWAY = timedelta(days=183)  # a date without a year that is over this year means the next, unless that is far away


class Span(NamedTuple):
    """Days from `first` to `last`. `doubts` are the days it may mean when that must be asked."""

    first: date
    last: date
    marks: frozenset[str] = frozenset()
    doubts: tuple[date, ...] = ()
    feast: str = ""


@dataclass(slots=True)
class Dated:
    """The spans of a text, and the tokens that are no dates."""

    spans: list[Span] = field(default_factory=list)
    rest: list[Token] = field(default_factory=list)
    fault: bool = False
    unclear: bool = False


def read_dates(tokens: Sequence[Token], today: date) -> Dated:
    """Find the dates among the tokens."""
    found = Dated()
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        span = _date(token, waiting, today, found)
        if span == ():
            found.rest.append(token)
        elif span:
            found.spans.append(_checked(span, waiting, found))
    return found


def _date(token: Token, behind: list[Token], today: date, found: Dated) -> Span | tuple[()] | None:
    """The span a token opens, taking what belongs to it from `behind`; () for no date, None for a fault or doubt."""
    offset = token.numbers[0] if token.numbers else 0
    match token.kind:
        case "day":
            return _day(today + offset * A_DAY, token)
        case "that week" | "weekend":
            return _week(token, behind, today, found)
        case "coming":
            return _coming(token, behind, today, found)
        case "that month":
            return _month(token, behind, today, found)
        case "year":
            return _year(token, behind, today, found)
        case "date":
            year, month, day = token.numbers
            return _real(year if year > 99 else 2000 + year, month, day, token, found)
        case "day number" if found.spans and found.spans[-1].marks & {"from", "range"}:
            return _same_month(token, found)
        case "month day":
            return _month_day(token, today, found)
        case "feast":
            return _feast(token, today, found)
        case "week" if len(token.numbers) == 1 and token.marks & {"from", "till"} and not token.marks & {"every"}:
            return _weekday(token, today)
    return ()


def _day(day: date, token: Token, doubts: tuple[date, ...] = ()) -> Span:
    return Span(day, day, token.marks, doubts)


def _real(year: int, month: int, day: int, token: Token, found: Dated) -> Span | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000 + year % 400, month)[1] or not 1900 < year < 9000:
        found.fault = True
        return None
    return _day(date(year, month, day), token)


def _month_day(token: Token, today: date, found: Dated) -> Span | None:
    """12월 24일: this year's or, when that is over, the next; asked when that is more than half a year away."""
    month, day = token.numbers
    leap = (month, day) == (2, 29)
    year = next(y for y in range(today.year, today.year + 9) if not leap or monthrange(y, 2)[1] == 29)
    span = _real(year, month, day, token, found)
    if span and span.first < today:
        span = _real(year + (4 if leap else 1), month, day, token, found)
    if span and (span.first.year > today.year and span.first - today > FAR_AWAY):
        return _day(span.first, token, (span.first,))
    return span


def _same_month(token: Token, found: Dated) -> Span | tuple[()] | None:
    """12월 1일부터 5일까지: a later day of the month named before it."""
    first = found.spans[-1].first
    later = token.numbers[0] > first.day
    return _real(first.year, first.month, token.numbers[0], token, found) if later else ()


def _feast(token: Token, today: date, found: Dated) -> Span | None:
    day = feast(token.name, today)
    if day is None:
        found.unclear = True
        return None
    return Span(day, day, token.marks, feast=token.name)


def _weekday(token: Token, today: date) -> Span:
    """금요일까지, 월요일부터: the coming one. On that very day it may be this one or the next."""
    ahead = (token.numbers[0] - today.weekday()) % 7
    day = today + ahead * A_DAY
    return _day(day, token, () if ahead else (day, day + 7 * A_DAY))


def _week(token: Token, behind: list[Token], today: date, found: Dated) -> Span | None:
    """이번 주, 다음 주말, and 다음 주 금요일 with the day behind it."""
    monday = today - today.weekday() * A_DAY + token.numbers[0] * 7 * A_DAY
    first, last = (5, 6) if token.kind == "weekend" else (0, 6)
    marks = token.marks
    if behind and not token.marks and behind[0].kind == "week" and "every" not in behind[0].marks:
        named = behind.pop(0)
        days = run(named.numbers)
        through = len(named.numbers) > 1 and "till" in named.marks
        if days is None or not (through or named.numbers in ((5, 6), (0, 1, 2, 3, 4)) or len(named.numbers) == 1):
            found.unclear = True
            return None
        marks = named.marks - {"till"} if through else named.marks
        first, last = days[0], days[0] + days[1] - 1
    span = Span(monday + first * A_DAY, monday + last * A_DAY, marks)
    if span.first < today <= span.last:
        return Span(today, span.last, marks)
    return span


def _coming(token: Token, behind: list[Token], today: date, found: Dated) -> Span | None:
    """이번 금요일 is this week's, 오는 금요일 the nearest; 다음 금요일 is either, so it is asked."""
    if not behind or behind[0].kind != "week" or len(behind[0].numbers) != 1:
        found.unclear = True
        return None
    named = behind.pop(0)
    this = today + (named.numbers[0] - today.weekday()) * A_DAY
    if token.numbers[0] == 1:
        doubts = tuple(day for day in (this, this + 7 * A_DAY) if day > today)
        return _day(this + 7 * A_DAY, named, doubts)
    if token.numbers[0] == 2 and this <= today:
        return _day(this + 7 * A_DAY, named)
    if this < today:  # on Saturday, 이번 금요일 is over
        return _day(this, named, (this + 7 * A_DAY,))
    return _day(this, named)


def _month(token: Token, behind: list[Token], today: date, found: Dated) -> Span | None:
    """다음 달, and 다음 달 3일 with the day behind it."""
    first = months_on(today.replace(day=1), token.numbers[0])
    last = monthrange(first.year, first.month)[1]
    if behind and behind[0].kind in ("day number", "last day"):
        named = behind.pop(0)
        return _real(first.year, first.month, last if named.kind == "last day" else named.numbers[0], named, found)
    return Span(max(first, today) if token.numbers[0] == 0 else first, first.replace(day=last), token.marks)


def _year(token: Token, behind: list[Token], today: date, found: Dated) -> Span | None:
    """내년 1월 2일, 내년 설날."""
    year = today.year + token.numbers[0]
    if behind and behind[0].kind == "month day":
        named = behind.pop(0)
        month, day = named.numbers
        return _real(year, month, day, named, found)
    if behind and behind[0].kind == "feast":
        return _feast(behind.pop(0), max(today, date(year, 1, 1)), found)
    found.unclear = True
    return None


def _checked(span: Span, behind: list[Token], found: Dated) -> Span:
    """The span, with a weekday said behind it compared: 12월 24일(목), 12월 24일 목요일."""
    while (
        behind and span.first == span.last and not span.marks and (behind[0].kind == "note" or _names_a_day(behind[0]))
    ):
        named = behind.pop(0)
        found.unclear = found.unclear or named.numbers[0] != span.first.weekday()
        span = Span(span.first, span.last, span.marks | named.marks, span.doubts, span.feast)
    return span


def _names_a_day(token: Token) -> bool:
    return token.kind == "week" and len(token.numbers) == 1


def run(days: Collection[int]) -> tuple[int, int] | None:
    """The first of the days of the week and how many they are, when they follow one another: 금토일월."""
    firsts = [day for day in days if (day - 1) % 7 not in days]
    return (firsts[0], len(days)) if len(firsts) == 1 else None


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
