"""A rhythm or a single message: days and times put together, and what is missing asked for."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.korean.time.clocks import DAY
from bot.korean.time.dates import A_DAY, months_on
from bot.korean.time.mentions import Mentions, clock_time
from bot.rhythm import Clear, Invalid, Once, Repeat, Rhythm, Unclear
from bot.rhythm.changes import DaysChange, TimeChange
from bot.rhythm.days import ALL, Days, EveryDays, Weekdays, next_weekday

LONGEST_WAIT = 366  # days
CLOSEST = 10  # minutes between two messages of a day
CHANGES = frozenset({"change", "the time", "the days"})
ADVERBS = frozenset({"sooner", "slower", "back"})  # 아침 일찍 6시
Times = tuple[int, ...]


def wait(said: Mentions) -> Rhythm | None:
    """30분 뒤에, 일주일 뒤에, 사흘 뒤 아침 9시."""
    waits = [token for token in said.lengths if "after" in token.marks]
    if not waits:
        return None
    months, days, minutes = (sum(token.numbers[n] for token in said.lengths) for n in range(3))
    if said.spans or said.repeats.days or said.repeats.unclear or months * 31 + days + minutes // DAY > LONGEST_WAIT:
        return Unclear()
    if said.verbs - {"again", "change"} or waits[-1].marks & {"from", "till", "every", "since", "before"}:
        return Unclear()
    day = months_on(said.today, months) + days * A_DAY
    if said.timed:
        return Unclear() if minutes else _once(said, [day])
    if months:
        return Once(
            datetime.combine(day, clock_time(said.now.hour * 60 + said.now.minute)) + timedelta(minutes=minutes)
        )
    return Once(timedelta(days=days, minutes=minutes))


def change(said: Mentions) -> Rhythm | None:
    """평일만, 토요일도 추가, 시간만 밤 10시로 바꿔줘."""
    moved = bool(said.verbs & {"change", "earlier", "later"})
    asked = moved or bool(said.verbs & {"the time", "the days"})
    repeats = said.repeats
    if said.spans or repeats.unclear or not (asked or repeats.days or repeats.out):
        return None
    if said.timed:
        if repeats.days or repeats.out:
            return Unclear() if moved and "only" in repeats.marks else None
        if moved and any("join" not in reading.marks for reading in said.clocks.readings[:-1]):
            return Unclear()  # 아침 8시를 9시로 바꿔줘: the old time and the new one
        return _times(said, lambda times: TimeChange(tuple(clock_time(t) for t in times))) if asked else None
    if said.lengths or repeats.times or "the time" in said.verbs:
        return Unclear()
    if "also" in repeats.marks:
        return DaysChange("+", Weekdays(repeats.named)) if repeats.named and not repeats.out else Unclear()
    if repeats.out and not repeats.days:
        return DaysChange("-", Weekdays(repeats.out)) if repeats.out != ALL else Unclear()
    only = any("only" in token.marks for token in said.tokens)
    if repeats.days is None or not (asked or only or repeats.out):  # 평일에 by itself leaves out the time
        return Unclear()
    return DaysChange("", repeats.days)


def once(said: Mentions) -> Rhythm | None:
    """내일 아침 7시, 12/24 오후 5시."""
    if not said.spans or "from" in said.spans[0].marks:
        return None
    if not said.timed or said.repeats.habit or said.repeats.days or said.repeats.unclear or said.lengths:
        return Unclear()
    if said.verbs - ADVERBS - {"again"}:
        return Unclear()
    if any(
        span.marks & {"till", "except", "instead", "also", "every", "since", "before", "long"} for span in said.spans
    ):
        return Unclear()
    days = [span.first + n * A_DAY for span in said.spans for n in range(min(7, (span.last - span.first).days + 1))]
    if len(days) > 2:
        return Unclear()
    doubts = [day for span in said.spans for day in span.doubts]
    return _once(said, doubts or days, sure=not doubts and len(days) == 1)


def _once(said: Mentions, days: list[date], *, sure: bool = True) -> Rhythm:
    """The message on that day; every day and time it may mean when that is not sure."""
    options = [times[0] for times in said.clocks.alternatives() if len(times) == 1]
    many = any(len(times) > 1 for times in said.clocks.alternatives())
    moments = [_moment(day, minute) for day in days for minute in options]
    coming = [moment for moment in moments if moment > said.now.replace(tzinfo=None)]
    if sure and said.clocks.sure and len(coming) == 1 and not many:
        return Once(coming[0])
    if sure and said.clocks.sure and moments and days == [said.today] and not many:
        return Unclear((Once(moments[0] + A_DAY),))  # 오늘 아침 8시, said at ten
    return Unclear(tuple(Once(moment) for moment in coming[:6]))


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day + minute // DAY * A_DAY, clock_time(minute))


def repeat(said: Mentions) -> Rhythm | None:
    """평일 저녁 7시 반, 매일 8시, or a clock time by itself."""
    if not said.timed:
        return None
    repeats = said.repeats
    if repeats.unclear or said.lengths or said.verbs - ADVERBS - CHANGES or "also" in said.clocks.marks | repeats.marks:
        return Unclear()
    if repeats.out and not repeats.days:
        left = ALL - repeats.out
        return _times(said, partial(_repeat, Weekdays(left))) if left else Unclear()
    if repeats.times and said.clocks.readings and repeats.times != len(said.clocks.readings):
        return Unclear()
    if isinstance(repeats.days, Weekdays) and not repeats.habit:
        return _one_weekday(said, repeats.days)
    answer = _times(said, partial(_repeat, repeats.days or Weekdays(ALL)), midnight=_midnights(repeats.days))
    if said.clocks.marks >= {"one time", "only"} and not repeats.days and isinstance(answer, Repeat):
        return Unclear((answer,))  # 아침 8시 한 번만 may be for once
    return _starting(said, answer)


def _one_weekday(said: Mentions, days: Weekdays) -> Rhythm:
    """토요일 아침 10시 may be every Saturday or the next one."""
    (weekday,) = days.days
    weekly = [_repeat(days, times) for times in said.clocks.alternatives()]
    if len(weekly) != 1 or not said.clocks.sure:
        return Unclear(tuple(weekly))
    minute = said.clocks.alternatives()[0][0]
    moment = _moment(next_weekday(weekday, said.today), minute)
    if moment <= said.now.replace(tzinfo=None):
        moment += 7 * A_DAY
    return Unclear((*weekly, Once(moment)))


def _repeat(days: Days, times: Times) -> Repeat:
    return Repeat(days, tuple(sorted({clock_time(minute) for minute in times})))


def _midnights(days: Days | None) -> Callable[[Times], tuple[Clear, ...]] | None:
    """On named days 밤 12시 is the end of the day to most and its beginning to some: both are offered."""
    if days is None or days == Weekdays(ALL) or isinstance(days, EveryDays):
        return None

    def both(times: Times) -> tuple[Clear, ...]:
        following = Weekdays(frozenset((day + 1) % 7 for day in days.days)) if _plain(days) else None
        shifted = (_repeat(following, times),) if following and len(times) == 1 else ()
        return *shifted, _repeat(days, times)

    return both


def _plain(days: Days) -> bool:
    return isinstance(days, Weekdays) and days.weeks == 1


def _times(
    said: Mentions, build: Callable[[Times], Clear], midnight: Callable[[Times], tuple[Clear, ...]] | None = None
) -> Rhythm:
    """The answer for the times named, or all it may be when they are not sure."""
    options = said.clocks.alternatives()
    if said.clocks.sure and len(options) == 1:
        times = options[0]
        if any(0 < later - before < CLOSEST for before, later in pairwise(times)):
            return Invalid()
        if midnight and any(minute >= DAY for minute in times):
            return Unclear(midnight(times))
        return build(times)
    return Unclear(tuple(build(times) for times in options))


def _starting(said: Mentions, answer: Rhythm) -> Rhythm:
    """내일부터 매일 아침 8시: right only when the rhythm would not begin earlier by itself."""
    starts = [span.first for span in said.spans if "from" in span.marks]
    if not starts or not isinstance(answer, Repeat):
        return answer
    zone = said.now.tzinfo
    first = answer.next_at(said.now, zone) if isinstance(zone, ZoneInfo) else None
    doubted = any(span.doubts for span in said.spans)
    early = doubted or first is None or first.astimezone(zone).date() < starts[0]
    return Unclear((answer,)) if early or len(said.spans) > 1 or isinstance(answer.days, EveryDays) else answer
