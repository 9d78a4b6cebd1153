"""Clock times: a number, the part of the day it was said with, and what that leaves open."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from bot.korean.time.scan import Token
from bot.korean.time.words import PARTS

DAY = 1440  # minutes; a time beyond it is in the night that follows: 밤 12시 is 24:00 of the day named
CLOCKS = ("clock", "clock before", "noon", "midnight", "now", "hours", "number")
COUNTED = "to 24"  # the mark of an hour that only a clock of 24 hours shows
MOST_TIMES = 5  # a day
RANGES = frozenset({"from", "till", "between", "since", "before", "after", "range", "or"})


class Reading(NamedTuple):
    """What one clock time may mean, in minutes of the day; `sure` when nothing need be asked."""

    options: tuple[int, ...]
    sure: bool
    marks: frozenset[str] = frozenset()


class Clocks(NamedTuple):
    """All clock times of a text in order, and the parts of the day named without one."""

    readings: tuple[Reading, ...] = ()
    parts: tuple[Token, ...] = ()
    fault: bool = False

    @property
    def marks(self) -> frozenset[str]:
        """The marks behind any of them."""
        return frozenset().union(*(reading.marks for reading in self.readings))

    @property
    def sure(self) -> bool:
        """Whether every time has one meaning, and no part of the day was left over."""
        return not self.parts and not self.marks & RANGES and all(reading.sure for reading in self.readings)

    def alternatives(self) -> list[tuple[int, ...]]:
        """Every set of times this may mean, at most six; one when sure."""
        if not self.readings:
            return [(minutes(at),) for at in self._offers()]
        if self.marks & RANGES or any(len(reading.options) == 0 for reading in self.readings):
            return [(at,) for at in _between(self.readings)]
        if self.parts or len(self.readings) > MOST_TIMES:  # the choices double with every time
            return []
        times = [tuple(sorted({*chosen})) for chosen in product(*(reading.options for reading in self.readings))]
        most = max(map(len, times))  # 8시, 20시 are two times, not twice the same
        return list(dict.fromkeys(chosen for chosen in times if len(chosen) == most))[:6]

    def _offers(self) -> list[str]:
        """Times to offer for a part of the day; none when several parts were named."""
        return PARTS[self.parts[-1].name][2].split() if len({part.name for part in self.parts}) == 1 else []


def minutes(clock: str) -> int:
    """08:30 as minutes."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def read_clocks(tokens: Sequence[Token], now: int) -> Clocks:
    """The clock times among the tokens; `now` is the minute of the day."""
    items = [token for token in tokens if token.kind == "part" or token.kind in CLOCKS]
    clocks = [token for token in items if token.kind in CLOCKS]
    if any(token.kind != "number" for token in clocks):  # a bare number is an hour only where no clock is
        items = [token for token in items if token.kind != "number"]
    if not any(token.kind in CLOCKS for token in items):
        return Clocks(parts=tuple(items))
    behind = items[0].kind != "part" and items[-1].kind == "part"  # 7시 오전, 9시 오후
    readings: list[Reading] = []
    waiting: list[Token] = []
    for token in reversed(items) if behind else items:
        if token.kind == "part":
            waiting.append(token)
            continue
        # 8am-9am: the mark stands behind the part of the day
        marks = token.marks.union(*(part.marks for part in waiting)) if behind else token.marks
        found = _read(token._replace(marks=marks), waiting, now, readings)
        if found is None:
            return Clocks(fault=True)
        readings.extend(found)
        waiting = []
    if len(readings) == 1:  # 8시~ is a friendly 8시
        readings = [readings[0]._replace(marks=readings[0].marks - {"range"})]
    return Clocks(tuple(reversed(readings)) if behind else tuple(readings), tuple(waiting))


def _read(token: Token, parts: Sequence[Token], now: int, before: Sequence[Reading]) -> list[Reading] | None:
    """The reading of one clock with its parts of the day; two for 아침저녁 8시, None for a time that is none."""
    names = [part.name for part in parts]
    match token.kind:
        case "noon":
            return [Reading((720,), {*names} <= {"noontime", "pm", "am"}, token.marks)]
        case "midnight":
            return [Reading((DAY,), {*names} <= {"night", "dawn", "bedtime"}, token.marks)]
        case "now":
            return [Reading((now,), not names, token.marks)]
        case "hours":
            return _hours(token, names)
    hour, minute, padded = (*token.numbers, 0, 0)[:3] if token.kind != "clock before" else (token.numbers[0], 0, 0)
    if token.kind == "clock before" and not 0 < token.numbers[1] < 60:
        return None
    if token.kind == "number" and hour > 24:
        return [Reading((), sure=False)]
    back = token.numbers[1] if token.kind == "clock before" else 0
    found = _apart(hour, minute, names) or [_resolve(hour, minute, names, padded=bool(padded))]
    if any(reading is None for reading in found):
        return None
    sure = token.kind != "number" or hour < 13 or bool(names)
    counted = {COUNTED} if 13 <= hour < 24 and not names else frozenset[str]()
    followed = bool(before) and not names and bool(before[-1].marks & RANGES)
    return [
        Reading(
            tuple((option - back) % DAY if option < back else option - back for option in reading.options),
            reading.sure and sure and not followed,
            token.marks | counted,
        )
        for reading in found
        if reading
    ]


def _apart(hour: int, minute: int, names: Sequence[str]) -> list[Reading | None]:
    """아침저녁으로 8시 is two times: one for each of two parts that share no hour."""
    if len(names) != 2 or not _allowed(names[:1]).isdisjoint(_allowed(names[1:])):
        return []
    return [_resolve(hour, minute, [name], padded=False) for name in names]


def _allowed(names: Iterable[str]) -> set[int]:
    hours = set(range(25))
    for name in names:
        hours &= set(range(PARTS[name][0], PARTS[name][1] + 1))
    return hours


def _resolve(hour: int, minute: int, names: Sequence[str], *, padded: bool) -> Reading | None:
    """One clock time; None when no clock shows it."""
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    if not names:
        return _bare(hour, minute, padded=padded)
    allowed = _allowed(names)
    if 13 <= hour < 24:
        return Reading((hour * 60 + minute,), sure=True) if hour in allowed else None
    if hour == 12 and "am" in names:  # 오전 12시 is noon to some and midnight to others
        return Reading((minute, 720 + minute), sure=False)
    fitting = [option for option in (hour % 12, hour % 12 + 12, 24) if option in allowed and option % 12 == hour % 12]
    if hour in (0, 24):
        fitting = [option for option in (0, 24) if option in allowed]
    if len(fitting) == 1 or {*fitting} == {0, 24}:
        return Reading((fitting[0] * 60 + minute,), sure=True)
    if "night" in names and 1 <= hour <= 4:  # 밤 2시 is likely 새벽 2시, of the day after
        return Reading((DAY + hour * 60 + minute,), sure=False)
    return Reading((hour % 12 * 60 + minute, hour % 12 * 60 + 720 + minute), sure=False)


def _bare(hour: int, minute: int, *, padded: bool) -> Reading:
    """Without a part of the day: 24-hour when written so, else to be asked."""
    if padded or hour == 0 or hour >= 13:
        return Reading((hour * 60 + minute,), sure=True)
    if hour == 12:
        return Reading((720 + minute, DAY + minute), sure=False)
    return Reading((hour * 60 + minute, hour * 60 + 720 + minute), sure=False)


def _hours(token: Token, names: Sequence[str]) -> list[Reading] | None:
    """7~8시: two ends of a range."""
    ends = [_resolve(hour, 0, names, padded=False) for hour in token.numbers]
    first, last = ends
    if not first or not last:
        return None
    return [Reading(first.options, first.sure, token.marks | {"from"}), Reading(last.options, last.sure, token.marks)]


def _between(readings: Sequence[Reading]) -> list[int]:
    """Times to offer for a range: its start, middle and end; or around its one end."""
    first = readings[0]
    if not first.sure or len(readings) > 2:
        return []
    start = first.options[0]
    if len(readings) == 2:
        ends = [option for option in readings[1].options if start < option <= start + 240]
        return sorted({start, (start + ends[0]) // 60 * 30, ends[0]}) if ends else []
    if first.marks & {"before", "till"}:
        whole = start // 60 * 60
        around = [start - 60, start - 30] if start == whole else [whole - start % 60, start]
    else:
        around = [start, start + 30, start + 60]
    return [at % DAY for at in around]
