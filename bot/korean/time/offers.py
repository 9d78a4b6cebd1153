"""What is not wished and can be offered: one of two hours, a rest in the days of a holiday. Pure.

Each answers the texts it is about and gives None to all others.
"""

from bot.korean.time.changes import SILENCE, pause
from bot.korean.time.mentions import Mentions, clock_time
from bot.rhythm import Repeat, Rhythm, Unclear
from bot.rhythm.changes import Pause
from bot.rhythm.days import ALL, Weekdays

NEAR = 180  # minutes between two hours that are told as alternatives
MOST_CHOICES = 4  # hours to choose from


def either(said: Mentions) -> Unclear | None:
    """저녁 7시 반 아니면 8시: each of them to choose from. An hour of which no half is told is near the others."""
    names = {token.name for token in said.tokens if token.kind == "vague"}
    readings = said.clocks.readings
    told = names == {"either"} or (not names and "or" in said.clocks.marks)
    if not told or len(readings) < 2 or said.spans or said.repeats.days or said.lengths or said.verbs & SILENCE:
        return None
    known = [reading.options[0] for reading in readings if len(reading.options) == 1]
    near = [
        [at for at in reading.options if not known or any(abs(at - other) <= NEAR for other in known)]
        for reading in readings
    ]
    times = dict.fromkeys(at for options in near for at in options)
    if len(times) > MOST_CHOICES or not all(near):
        return None
    return Unclear(tuple(Repeat(Weekdays(ALL), (clock_time(at),)) for at in times))


def nth_week(said: Mentions) -> tuple[Repeat, ...]:
    """매달 둘째 주 화요일 저녁 7시: no rhythm of ours counts the weeks of a month; that day of every week, or of every
    other one. None where no day of every month is told with its hour.
    """
    counted = any(token.name == "nth week" for token in said.tokens)
    days = frozenset(day for token in said.tokens if token.kind == "week" for day in token.numbers)
    if not (counted and days and said.timed and "monthly" in said.kinds) or said.verbs & SILENCE:
        return ()
    times = said.clocks.alternatives() if len(said.clocks.readings) == 1 else []
    offers = (Repeat(Weekdays(days, weeks), (clock_time(at),)) for (at,) in times for weeks in (1, 2))
    return tuple(offers)[:MOST_CHOICES]


def away(said: Mentions) -> Rhythm | None:
    """12월 3일부터 5일까지 휴가예요: a rest in those days is offered, for none was wished."""
    names = {token.name for token in said.tokens if token.kind == "vague"}
    if names != {"away"} or said.verbs or said.timed or said.kinds & {"that month", "year", "season"}:
        return None
    rest = said._replace(verbs=frozenset({"rest"}))
    found = pause(rest) if said.spans or said.repeats.days else None
    choices = (found,) if isinstance(found, Pause) else found.choices if isinstance(found, Unclear) else ()
    pauses = tuple(choice for choice in choices if isinstance(choice, Pause))
    return Unclear(pauses) if pauses else None
