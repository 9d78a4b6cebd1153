"""What a learner can ask of the clock, as values. `str` writes the canonical form and `load` reads it back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.rhythm.changes import (
    DaysChange,
    OnHolidays,
    Pause,
    Quiet,
    Resume,
    Shift,
    Switch,
    TimeChange,
    check_times,
    clocks,
)
from bot.rhythm.days import ALL, Days, Weekdays, load_days, load_names

ASK = "ambiguous: ask"
LONGEST = 1_000  # characters of a canonical form; learners may type these words too
A_DAY = timedelta(days=1)
FAR = 800  # days searched for a next moment: two years, and a leap day's slack


def never(_: date) -> bool:
    """No day is skipped."""
    return False


@dataclass(frozen=True, slots=True)
class Repeat:
    """Messages again and again: on these days, at these local times, in order."""

    days: Days
    times: tuple[time, ...]

    def __post_init__(self) -> None:
        check_times(self.times)

    def __str__(self) -> str:
        return f"{self.days} {clocks(self.times)}"

    def next_at(
        self, after: datetime, zone: ZoneInfo | str, skip: Callable[[date], bool] = never, since: date = date.min
    ) -> datetime | None:
        """The next moment strictly after `after`, in UTC; None when two years hold none.

        `since` is the learner's first day: `every 2d` and `every 2w` count from it. `skip` says which days are silent.
        """
        here = ZoneInfo(zone) if isinstance(zone, str) else zone
        first = after.astimezone(here).date() - A_DAY  # a gap at midnight can push a moment into the next day
        for day in (first + timedelta(days=n) for n in range(FAR)):
            if self.days.holds(day, since) and not skip(day):
                for at in self.times:
                    moment = instant(day, at, here)
                    if moment > after:
                        return moment
        return None

    def changed(self, by: "Rhythm") -> "Repeat | Unclear | Invalid":
        """This rhythm with one part changed: Invalid when nothing would be left, Unclear when it makes no one sense.

        Raises ValueError when `by` is no partial change.
        """
        match by:
            case TimeChange(times):
                return Repeat(self.days, times)
            case Shift(minutes):
                return self._shifted(minutes)
            case DaysChange("", days):
                return Repeat(days, self.times)
            case DaysChange(sign, Weekdays(changed, 1)):
                return self._with_days(sign, changed)
        raise ValueError(f"not a change of one part: {by}")

    def _shifted(self, minutes: int) -> "Repeat | Unclear":
        moved = [at.hour * 60 + at.minute + minutes for at in self.times]
        if not all(0 <= minute < 1440 for minute in moved):
            return Unclear()  # over midnight: another day might be meant
        return Repeat(self.days, tuple(time(*divmod(minute, 60)) for minute in moved))

    def _with_days(self, sign: str, changed: frozenset[int]) -> "Repeat | Unclear | Invalid":
        if not isinstance(self.days, Weekdays) or self.days.weeks > 1:
            return Unclear()  # 이틀에 한 번 has no Sunday to take away
        days = self.days.days | changed if sign == "+" else self.days.days - changed
        return Repeat(Weekdays(days), self.times) if days else Invalid()


@dataclass(frozen=True, slots=True)
class Once:
    """One message: at a local moment (naive, the learner's zone), or after a wait."""

    when: datetime | timedelta

    def __str__(self) -> str:
        if isinstance(self.when, timedelta):
            minutes = int(self.when.total_seconds()) // 60
            parts = ((minutes // 1440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "m"))
            return "once +" + "".join(f"{count}{unit}" for count, unit in parts if count)
        return f"once {self.when:%Y-%m-%d %H:%M}"

    def at(self, now: datetime, zone: ZoneInfo | str) -> datetime:
        """The moment meant by who said it at `now`, in UTC."""
        if isinstance(self.when, timedelta):
            return now.astimezone(UTC) + self.when
        return instant(self.when.date(), self.when.time(), ZoneInfo(zone) if isinstance(zone, str) else zone)

    def next_at(
        self,
        after: datetime,
        zone: ZoneInfo | str,
        skip: Callable[[date], bool] = never,  # noqa: ARG002  asked like Repeat; who names a day means it
        since: date = date.min,  # noqa: ARG002  the same
    ) -> datetime | None:
        """The moment if it is still to come; a wait runs from `after`. Holidays do not matter: the day was named."""
        moment = self.at(after, zone)
        return moment if moment > after else None


@dataclass(frozen=True, slots=True)
class Unclear:
    """About time, but not clear: each choice is a complete answer to offer as a button. There may be none."""

    choices: tuple["Clear", ...] = ()

    def __str__(self) -> str:
        daily = Weekdays(ALL)
        said = (clocks(c.times) if isinstance(c, Repeat) and c.days == daily else str(c) for c in self.choices)
        return f"{ASK} {'|'.join(said)}".rstrip()


@dataclass(frozen=True, slots=True)
class Invalid:
    """A time that does not exist, or more messages than anyone wants."""

    def __str__(self) -> str:
        return "invalid"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing was said about time."""

    def __str__(self) -> str:
        return "unknown"


Clear = Repeat | Once | DaysChange | TimeChange | Shift | Pause | Resume | OnHolidays | Quiet | Switch
Rhythm = Clear | Unclear | Invalid | Unknown


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """That local time in UTC: the first of two when clocks go back, the first that exists when they go forward."""
    local = datetime.combine(day, at, tzinfo=zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone) == local:  # of one zone, so it is the clocks on the wall that are compared
        return moment
    before, after = local.replace(fold=1).astimezone(UTC), moment  # the clocks went forward between these two
    old = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        before, after = (middle, after) if middle.astimezone(zone).utcoffset() == old else (before, middle)
    return after.replace(microsecond=0)


def load(canonical: str) -> Rhythm:
    """The inverse of `str`. Raises ValueError for anything that `str` would not have written."""
    if len(canonical) > LONGEST:
        raise ValueError("longer than any canonical rhythm")
    try:
        rhythm = _load(canonical)
    except (ValueError, OverflowError) as fault:
        raise ValueError(f"not a canonical rhythm: {canonical!r}") from fault
    if str(rhythm) != canonical:
        raise ValueError(f"not a canonical rhythm: {canonical!r}")
    return rhythm


@lru_cache(1024)  # a few rhythms are everybody's, and each is asked for at every turn of the clock
def load_repeat(canonical: str) -> Repeat:
    """The repeating rhythm that a column holds. Raises ValueError for anything else."""
    rhythm = load(canonical)
    if not isinstance(rhythm, Repeat):
        raise ValueError(f"not a repeating rhythm: {canonical!r}")
    return rhythm


def load_quiet(canonical: str) -> Quiet:
    """The quiet hours that a column holds. Raises ValueError for anything else."""
    quiet = load(canonical)
    if not isinstance(quiet, Quiet):
        raise ValueError(f"not quiet hours: {canonical!r}")
    return quiet


def _load(text: str) -> Rhythm:
    if text in SIMPLE:
        return SIMPLE[text]
    if text.startswith(ASK + " "):
        return Unclear(tuple(_choice(choice) for choice in text.removeprefix(ASK + " ").split("|")))
    head, _, rest = text.partition(" ")
    if head in LOADERS:
        return LOADERS[head](rest)
    days, _, times = text.rpartition(" ")
    return Repeat(load_days(days), _times(times))


def _choice(text: str) -> Clear:
    found = Repeat(Weekdays(ALL), _times(text)) if text[:1].isdigit() else _load(text)
    if isinstance(found, Unclear | Invalid | Unknown):
        raise ValueError(f"no answer to offer: {text!r}")
    return found


def _times(text: str) -> tuple[time, ...]:
    return tuple(time.fromisoformat(at) for at in text.split(","))


def _once(text: str) -> Once:
    wait = re.fullmatch(r"\+(?:(\d{1,4})d)?(?:(\d{1,2})h)?(?:(\d{1,2})m)?", text)
    if wait and any(wait.groups()):
        days, hours, minutes = (int(part or 0) for part in wait.groups())
        return Once(timedelta(days=days, hours=hours, minutes=minutes))
    return Once(datetime.fromisoformat(text))


def _days(text: str) -> DaysChange:
    sign = text[:1] if text[:1] in "+-" else ""
    days = Weekdays(load_names(text.removeprefix(sign))) if sign else load_days(text)
    return DaysChange(sign, days)


def _shift(text: str) -> Shift:
    found = re.fullmatch(r"([+-])(?:(\d{1,2})h)?(?:(\d{1,2})m)?", text)
    if not found or not (found[2] or found[3]):
        raise ValueError(text)
    minutes = int(found[2] or 0) * 60 + int(found[3] or 0)
    return Shift(-minutes if found[1] == "-" else minutes)


def _pause(text: str) -> Pause:
    if text.startswith("holiday:"):
        return Pause(feast=text.removeprefix("holiday:"))
    if text.startswith("until "):
        return Pause(back=date.fromisoformat(text.removeprefix("until ")))
    if text.endswith("d"):
        return Pause(days=int(text.removesuffix("d")))
    first, _, last = text.partition("..")
    return Pause(first=date.fromisoformat(first), back=date.fromisoformat(last or first) + A_DAY)


def _quiet(text: str) -> Quiet:
    start, _, end = text.partition("-")
    return Quiet(time.fromisoformat(start), time.fromisoformat(end))


SIMPLE: dict[str, Rhythm] = {
    "on": Switch(on=True),
    "off": Switch(on=False),
    "holidays on": OnHolidays(sent=True),
    "holidays off": OnHolidays(sent=False),
    "invalid": Invalid(),
    "unknown": Unknown(),
    ASK: Unclear(),
}
LOADERS: dict[str, Callable[[str], Rhythm]] = {
    "once": _once,
    "days": _days,
    "time": lambda text: TimeChange(_times(text)),
    "shift": _shift,
    "pause": _pause,
    "resume": lambda text: Resume(date.fromisoformat(text)),
    "quiet": _quiet,
}
