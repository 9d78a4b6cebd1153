"""What a learner can ask besides a rhythm: a change of one part, a pause, quiet hours, on and off."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.rhythm.days import Days, Weekdays, names, short
from bot.rhythm.feasts import LONG, feast_span

A_DAY = timedelta(days=1)
LONGEST_PAUSE = 3660  # days: ten years; the calendar of a computer ends some day


@dataclass(frozen=True, slots=True)
class DaysChange:
    """Other days at the same times: these (""), these too ("+"), or not these ("-")."""

    sign: str
    days: Days

    def __post_init__(self) -> None:
        plain = isinstance(self.days, Weekdays) and self.days.weeks == 1
        if self.sign not in ("", "+", "-") or (self.sign and not plain):
            raise ValueError("only days of the week can be added or taken away")

    def __str__(self) -> str:
        days = names(self.days.days) if self.sign and isinstance(self.days, Weekdays) else short(self.days)
        return f"days {self.sign}{days}"


@dataclass(frozen=True, slots=True)
class TimeChange:
    """Other times on the same days."""

    times: tuple[time, ...]

    def __post_init__(self) -> None:
        check_times(self.times)

    def __str__(self) -> str:
        return f"time {clocks(self.times)}"


@dataclass(frozen=True, slots=True)
class Shift:
    """Every time so many minutes earlier (below zero) or later."""

    minutes: int

    def __str__(self) -> str:
        hours, minutes = divmod(abs(self.minutes), 60)
        said = (f"{hours}h" if hours else "") + (f"{minutes}m" if minutes else "")
        return f"shift {'-' if self.minutes < 0 else '+'}{said}"


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence for some `days` from today, over a `feast`, or from `first` (None: today) until the day `back`."""

    days: int = 0
    first: date | None = None
    back: date | None = None
    feast: str = ""

    def __post_init__(self) -> None:
        ways = (self.days > 0, self.back is not None, self.feast in LONG)
        if sum(ways) != 1 or self.days < 0 or (self.feast and not ways[2]):
            raise ValueError("a pause is a number of days, a span of dates or a feast")
        if self.first and not (self.back and self.first < self.back):
            raise ValueError("a pause that begins on a date ends after it")

    def __str__(self) -> str:
        if self.days:
            return f"pause {self.days}d"
        if self.feast:
            return f"pause holiday:{self.feast}"
        assert self.back  # one of the three is given
        last = self.back - A_DAY
        if not self.first:
            return f"pause until {self.back}"
        return f"pause {self.first}" if self.first == last else f"pause {self.first}..{last}"

    def span(self, today: date) -> tuple[date, date] | None:
        """First silent day and first day back; None when the feast lies beyond our table."""
        if self.feast:
            found = feast_span(self.feast, today)
            return (found[0], found[1] + A_DAY) if found else None
        return self.first or today, self.back or today + timedelta(days=min(self.days, LONGEST_PAUSE))


@dataclass(frozen=True, slots=True)
class Resume:
    """Messages again from that day on."""

    day: date

    def __str__(self) -> str:
        return f"resume {self.day}"


@dataclass(frozen=True, slots=True)
class OnHolidays:
    """Whether messages come on public holidays."""

    sent: bool

    def __str__(self) -> str:
        return f"holidays {'on' if self.sent else 'off'}"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours without messages, over midnight when `start` is later than `end`."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise ValueError("quiet hours end at another time than they begin")

    def __str__(self) -> str:
        return f"quiet {self.start:%H:%M}-{self.end:%H:%M}"

    def holds(self, at: time) -> bool:
        """Whether a local time lies in these hours; the end is no longer quiet."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Switch:
    """All messages on or off."""

    on: bool

    def __str__(self) -> str:
        return "on" if self.on else "off"


def clocks(times: tuple[time, ...]) -> str:
    """08:00,21:00."""
    return ",".join(f"{at:%H:%M}" for at in times)


def check_times(times: tuple[time, ...]) -> None:
    """Raises ValueError unless there are times, to the minute, in order, none twice."""
    if not times or list(times) != sorted({*times}) or any(at.second or at.microsecond or at.tzinfo for at in times):
        raise ValueError("times are whole local minutes, in order, none twice")
