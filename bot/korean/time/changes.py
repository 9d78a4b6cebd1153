"""What a text wishes besides a rhythm: silence, holidays, quiet hours, earlier or later, on and off.

Each rule answers the texts it is about and gives None to all others.
"""

from datetime import date, time, timedelta
from itertools import pairwise

from bot.korean.time.clocks import CLOCKS, COUNTED, DAY, Reading
from bot.korean.time.dates import A_DAY, Span, months_on, run
from bot.korean.time.mentions import Mentions, clock_time
from bot.korean.time.repeats import TAKEN_OUT
from bot.rhythm import Clear, Invalid, Once, Rhythm, Unclear
from bot.rhythm.changes import DaysChange, OnHolidays, Pause, Quiet, Resume, Shift, Switch
from bot.rhythm.days import ALL, WEEKEND, Weekdays, next_weekday
from bot.rhythm.feasts import LONG, feast_span

LONGEST_REST = 372  # days, of which a month has 31: a year
SHORTEST_WAIT = 10  # minutes; who asks for less is refused kindly, unless they say 5분만 있다가
DATES = frozenset({"day", "that week", "weekend", "that month", "year", "date", "month day", "feast", "coming"})
SILENCE = frozenset({"rest", "stop", "quiet"})
NIGHTS = {
    "night": (Quiet(time(22), time(7)), Quiet(time(22), time(8))),
    "dawn": (Quiet(time(0), time(6)), Quiet(time(0), time(7))),
}
"""The hours that may be meant by a part of the day in which nothing shall come."""


def impossible(said: Mentions) -> Rhythm | None:
    if "fault" in said.kinds or said.clocks.fault or said.dates.fault or said.repeats.fault:
        return Invalid()
    waits = [token for token in said.lengths if token.marks & {"after"}]
    total = sum(sum(token.numbers) for token in waits)
    short = 0 < total < SHORTEST_WAIT and not any(any(token.numbers[:2]) or "only" in token.marks for token in waits)
    return Invalid() if waits and (not total or short) else None


def unclear(said: Mentions) -> Rhythm | None:
    """아무 때나, 주 3회, 명절에, 다음 주 월수금: no one answer, and none to offer."""
    if said.verbs == {"halt reminders"}:
        return Unclear((Switch(on=False),))
    if said.verbs & {"rest", "stop"} and any(token.name == "feasts" for token in said.tokens):
        return Unclear((Pause(feast="seollal"), Pause(feast="chuseok")))  # 명절 is either
    ends = any(token.marks & {"from", "till", "topic"} for token in said.tokens if token.kind == "vague")
    if "rest" in said.verbs and "stop" not in said.verbs and said.kinds <= {"vague", "verb"} and not ends:
        return Unclear((Pause(first=said.today, back=said.today + A_DAY), Pause(days=3), Pause(days=7)))
    if said.kinds & {"vague", "season"} or "keep" in said.verbs or said.dates.unclear or "or" in said.clocks.marks:
        return Unclear()
    lone = "number" in said.kinds and (said.lengths or said.kinds & {*CLOCKS} - {"number"})
    if lone or any(token.kind == "note" for token in said.dates.rest) or (said.spans and said.repeats.times):
        return Unclear()  # a number or a weekday that belongs to nothing
    either = any(token.marks & {"or", "between"} for token in said.tokens if token.kind == "week")
    refused = either or any(token.marks & TAKEN_OUT for token in said.tokens if token.kind in (*CLOCKS, "part"))
    return Unclear() if refused else None


def holidays(said: Mentions) -> Rhythm | None:
    """공휴일엔 보내지 마세요."""
    days_off = [token for token in said.tokens if token.kind in ("holiday", "day off")]
    if not days_off:
        return None
    marks = days_off[0].marks
    if days_off[0].name == "long break" and "rest" in said.verbs:  # 연휴에 쉴게요 may be about the next ones alone
        return Unclear((Pause(first=said.today, back=said.today + A_DAY), Pause(days=3), Pause(days=7)))
    silent = bool(said.verbs & {"stop", "rest", "quiet"} or marks & TAKEN_OUT)
    answers: tuple[Clear, ...] = (OnHolidays(sent=False),) if silent else (OnHolidays(sent=True),)
    if said.kinds - {"holiday", "day off", "verb"}:
        return Unclear()  # a rhythm and its holidays in one sentence are two answers
    if "day off" in said.kinds:  # 쉬는 날 may be the weekend
        return Unclear((*answers, DaysChange("-", Weekdays(WEEKEND)))) if silent else Unclear()
    if not silent and "also" not in marks and "start" not in said.verbs:
        return Unclear((OnHolidays(sent=False), OnHolidays(sent=True)))
    return answers[0]


def quiet(said: Mentions) -> Rhythm | None:
    """밤 10시부터 아침 7시까지는 보내지 마: hours, when both ends are said."""
    readings = said.clocks.readings
    if not said.verbs & {"stop", "quiet"} or not said.timed:
        return None
    if len(readings) != 2 or said.clocks.parts or not {"from", "range"} & readings[0].marks:
        named = [part.name for part in said.clocks.parts] if not readings else []
        return Unclear(next((NIGHTS[name] for name in named if name in NIGHTS), ()) or _open_hours(said))
    if said.spans or said.repeats.days or said.lengths:
        return Unclear()
    ends = _of_one_clock(*readings)
    pairs = [(a % DAY, b % DAY) for a in readings[0].options for b in ends if a % DAY != b % DAY]
    hours = tuple(Quiet(clock_time(a), clock_time(b)) for a, b in pairs if (b - a) % DAY <= 720 or len(pairs) == 1)
    first_sure = len(readings[0].options) == 1
    sure = len(pairs) == 1 and first_sure and len(ends) == 1
    return hours[0] if sure else Unclear(hours)


def _of_one_clock(first: Reading, last: Reading) -> tuple[int, ...]:
    """19시부터 9시까지: who counts the first hour to 24 counts the last one so."""
    return last.options[:1] if COUNTED in first.marks else last.options


def _open_hours(said: Mentions) -> tuple[Quiet, ...]:
    """밤 10시 이후엔 보내지 마: until when is to be asked."""
    readings = said.clocks.readings
    if len(readings) != 1 or not readings[0].marks & {"since", "from"} or len(readings[0].options) != 1:
        return ()
    start = readings[0].options[0] % DAY
    return tuple(Quiet(clock_time(start), end) for end in (time(7), time(8))) if start >= 18 * 60 else ()


def shift(said: Mentions) -> Rhythm | None:
    """30분만 당겨줘, 한 시간 늦게."""
    strong, weak = said.verbs & {"earlier", "later"}, said.verbs & {"sooner", "slower", "back"}
    minutes = sum(token.numbers[2] for token in said.lengths)
    if not strong and (not weak or (said.timed and not minutes)):
        return None
    if said.clocks.readings and not said.lengths and strong:
        return None  # 밤 10시로 늦춰줘 names the new time
    sign = -1 if said.verbs & {"earlier", "sooner"} else 1
    if said.verbs >= {"earlier", "later"} or said.timed or said.spans or said.repeats.named not in (frozenset(), ALL):
        return Unclear()
    if any(token.numbers[0] or token.numbers[1] for token in said.lengths):
        return Unclear()
    if not said.lengths:
        return Unclear((Shift(sign * 30), Shift(sign * 60)))
    if not minutes:
        return Invalid()
    if said.verbs == {"back"}:  # 한 시간 뒤로 is later, or in an hour
        return Unclear((Shift(minutes), Once(timedelta(minutes=minutes))) if minutes < 720 else ())
    return Shift(sign * minutes) if minutes < 720 and len(said.lengths) <= 2 else Unclear()


def pause(said: Mentions) -> Rhythm | None:
    """오늘만 쉴게요, 일주일 쉬기, 12월 1일까지 쉴게요, 일요일에는 보내지 마세요."""
    if not said.verbs & SILENCE:
        return None
    if said.timed or "again" in said.verbs or {"rest", "stop"} <= said.verbs or "start" in said.verbs:
        return Unclear()
    if said.repeats.unclear or any(token.numbers[2] for token in said.lengths):
        return Unclear()
    if said.spans:
        return Unclear() if said.repeats.days or _silent_between(said) else _pause_on(said)
    if said.repeats.days or said.repeats.out:
        return _without(said)
    if said.lengths:
        return _pause_for(said)
    if said.kinds - {"verb"}:
        return Unclear()
    if "rest" in said.verbs:
        return Unclear((Pause(first=said.today, back=said.today + A_DAY), Pause(days=3), Pause(days=7)))
    return Switch(on=False)


def _silent_between(said: Mentions) -> bool:
    """오늘 쉬고 내일 할게요: a day named behind the verb is no part of the silence, unless it says 다시."""
    named = [at for at, token in enumerate(said.tokens) if token.kind in DATES and "from" not in token.marks]
    verbs = [at for at, token in enumerate(said.tokens) if token.kind == "verb" and token.name in SILENCE]
    return any(named[0] < at < named[-1] for at in verbs) if named else False


def _pause_for(said: Mentions) -> Rhythm:
    """A length from today."""
    months, days, _ = (sum(parts) for parts in zip(*(token.numbers for token in said.lengths), strict=True))
    if not 0 < months * 31 + days <= LONGEST_REST or any(token.marks & {"after", "before"} for token in said.lengths):
        return Unclear()
    return Pause(back=months_on(said.today, months) + days * A_DAY) if months else Pause(days=days)


def _pause_on(said: Mentions) -> Rhythm:
    """A pause on the named days, which must follow one another."""
    spans = said.spans
    doubted = next((span for span in spans if span.doubts), None)
    first, last = spans[0], spans[-1]
    if doubted:
        coming = [day for day in doubted.doubts if day >= said.today]
        until = "till" in doubted.marks
        return Unclear(tuple(Pause(back=day + A_DAY) if until else _pause(said, day, day) for day in coming))
    if any(span.last < said.today for span in spans) or any(
        span.marks & {"except", "instead", "also", "after"} for span in spans
    ):
        return Unclear()
    if len(spans) == 1 and first.feast in ("seollal", "chuseok") and not first.marks & {"from", "till"}:
        one_day = "itself" in first.marks or [token.numbers for token in said.lengths] == [(0, 1, 0)]
        if one_day:  # 설 당일, 설날 하루만
            return Unclear() if "long" in first.marks else _pause(said, first.first, first.last)
        return Pause(feast=first.feast) if not said.lengths else Unclear()
    if len(spans) == 1:
        return _pause_around(said, first)
    if any("till" in before.marks or "from" in later.marks for before, later in pairwise(spans)):
        return _pause_until(spans)
    gaps = any(later.first - before.last != A_DAY for before, later in pairwise(spans))
    if gaps and (not first.marks & {"from", "range"} or len(spans) > 2 or last.last <= first.first):
        return Unclear()
    days = [(0, (last.last - first.first).days + 1, 0)]  # 내일 모레 이틀 says the same twice
    return _pause(said, first.first, last.last) if [t.numbers for t in said.lengths] in ([], days) else Unclear()


def _pause_until(spans: list[Span]) -> Rhythm:
    """수요일까지 쉬고 목요일부터 다시: the second day only repeats where the first ends."""
    back = spans[0].last + A_DAY
    plain = spans[0].marks == {"till"} and [span.first for span in spans[1:]] == [back]
    return Pause(back=back) if plain else Unclear()


def _pause_around(said: Mentions, span: Span) -> Rhythm:
    """One named day or week: on it, until it, or for a length from it."""
    months, days = (sum(token.numbers[n] for token in said.lengths) for n in (0, 1))
    if span.feast and "long" in span.marks:
        return Unclear()  # 설 연휴까지 is until the last of its days
    if "till" in span.marks:
        back = span.first if "before" in span.marks else span.last + A_DAY
        return Pause(back=back) if back > said.today and not said.lengths else Unclear()
    if span.marks & {"before", "since", "range"}:
        return Unclear()
    if "from" in span.marks and span.first == span.last and said.lengths:
        if span.first == said.today and days and not months:
            return Pause(days=days)
        back = months_on(span.first, months) + days * A_DAY
        return Pause(first=span.first, back=back) if back > span.first else Unclear()
    if "from" in span.marks or (said.lengths and (months or days != (span.last - span.first).days + 1)):
        return Unclear()
    return _pause(said, span.first, span.last)


def _pause(said: Mentions, first: date, last: date) -> Pause:
    """From the first to the last day; one that begins today is said by its end alone."""
    begun = first <= said.today and last > first
    return Pause(first=None if begun else first, back=last + A_DAY)


def _without(said: Mentions) -> Rhythm:
    """Silence on days of the week: every week, or only on the next of them."""
    days = said.repeats.named or said.repeats.out
    if not days or days == ALL or (said.repeats.out and said.repeats.days):
        return Unclear()
    if "till" in said.repeats.marks and not (said.lengths or said.repeats.out or "also" in said.repeats.marks):
        return _through(said, days)
    if said.lengths or said.repeats.marks & {"only", "also", "from", "till"}:
        return Unclear()
    change = DaysChange("-", Weekdays(days))
    if "stop" in said.verbs or "every" in said.repeats.marks or "weekly" in said.kinds or said.repeats.out:
        return change
    coming = sorted(next_weekday(day, said.today) for day in days)
    if (coming[-1] - coming[0]).days != len(coming) - 1:
        return Unclear((change,))
    return Unclear((change, _pause(said, coming[0], coming[-1])))


def _through(said: Mentions, days: frozenset[int]) -> Rhythm:
    """수요일부터 금요일까지 쉬기: the coming ones, or the next when the first of them is today."""
    found = run(days)
    if found is None or "stop" in said.verbs or "every" in said.repeats.marks or "weekly" in said.kinds:
        return Unclear((DaysChange("-", Weekdays(days)),))
    first, length = next_weekday(found[0], said.today), found[1]
    pauses = tuple(_pause(said, day, day + (length - 1) * A_DAY) for day in (first, first + 7 * A_DAY))
    return Unclear(pauses) if first == said.today else pauses[0]


def resume(said: Mentions) -> Rhythm | None:
    """다음 주 월요일부터 다시 보내줘."""
    again = bool(said.verbs & {"again", "start"}) or "again" in said.kinds
    waits = [token for token in said.lengths if "after" in token.marks]
    if said.timed or said.repeats.days or said.repeats.unclear or said.verbs - {"again", "start"}:
        return None
    if waits and not any(token.numbers[2] for token in waits) and (again or any("from" in t.marks for t in waits)):
        months, days, _ = waits[0].numbers
        day = months_on(said.today, min(months, 24)) + min(days, 999) * A_DAY
        sure = "from" in waits[0].marks and len(said.lengths) == 1
        return Resume(day) if sure else Unclear((Resume(day), Once(timedelta(days=days)))[: 1 if months else 2])
    if len(said.spans) != 1 or said.lengths or not (again or "from" in said.spans[0].marks):
        return None
    span = said.spans[0]
    if span.feast in LONG and span.marks & {"since", "after"} and (over := feast_span(span.feast, said.today)):
        return Unclear((Resume(over[1] + A_DAY),))  # 설 지나고 다시
    if span.doubts:
        return Unclear(tuple(Resume(day) for day in span.doubts))
    if span.first < said.today:
        return Unclear()
    return Resume(span.first) if "from" in span.marks else Unclear((Resume(span.first),))


def switch(said: Mentions) -> Rhythm | None:
    """알림 다시 켜줘; with anything else said, only to be confirmed."""
    if not said.verbs & {"again", "start"}:
        return None
    if said.kinds == {"verb"}:
        return Switch(on=True) if said.verbs <= {"again", "start"} else Unclear()
    return None
