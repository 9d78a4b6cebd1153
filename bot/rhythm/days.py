"""Which days a rhythm falls on: days of the week, every few days, or days of the month."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALL = frozenset(range(7))
WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
GROUPS = {"daily": ALL, "weekdays": WORKDAYS, "weekends": WEEKEND}
LAST = 32  # a day of the month no month has: its last one is meant


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week (0 is Monday), every `weeks` weeks. Raises ValueError when there is none."""

    days: frozenset[int]
    weeks: int = 1

    def __post_init__(self) -> None:
        if not self.days or not self.days <= ALL or not 1 <= self.weeks <= 52:
            raise ValueError("a week's rhythm has some of its seven days, at least once a year")

    def __str__(self) -> str:
        if self.weeks > 1:
            return f"every {self.weeks}w {names(self.days)}"
        group = _group(self.days)
        return group or f"weekly {names(self.days)}"

    def holds(self, day: date, since: date) -> bool:
        """Whether `day` is one of them; weeks are counted from the one `since` lies in."""
        if self.weeks == 1 or day.weekday() not in self.days:
            return day.weekday() in self.days
        monday, first = (on.toordinal() - on.weekday() for on in (day, since))
        return (monday - first) // 7 % self.weeks == 0


@dataclass(frozen=True, slots=True)
class EveryDays:
    """Every `step` days, counted from the learner's first. Raises ValueError unless 2 to 99."""

    step: int

    def __post_init__(self) -> None:
        if not 2 <= self.step <= 99:
            raise ValueError("every 2 to 99 days")

    def __str__(self) -> str:
        return f"every {self.step}d"

    def holds(self, day: date, since: date) -> bool:
        """Whether `day` is a whole number of steps from `since`."""
        return (day - since).days % self.step == 0


@dataclass(frozen=True, slots=True)
class Monthdays:
    """Days of the month, or LAST. A month too short for one has it on its last day."""

    days: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.days or not all(1 <= day <= LAST for day in self.days) or list(self.days) != sorted({*self.days}):
            raise ValueError("days of a month are 1 to 31 or the last, in order")

    def __str__(self) -> str:
        return "monthly " + ",".join("last" if day == LAST else str(day) for day in self.days)

    def holds(self, day: date, since: date) -> bool:  # noqa: ARG002  the three kinds of days answer one question
        """Whether `day` is one of them in its month."""
        last = monthrange(day.year, day.month)[1]
        return any(min(one, last) == day.day for one in self.days)


Days = Weekdays | EveryDays | Monthdays


def names(days: frozenset[int]) -> str:
    """mon,wed,fri."""
    return ",".join(NAMES[day] for day in sorted(days))


def short(days: Days) -> str:
    """The days as a change writes them: weekdays, mon,wed,fri, every 2d."""
    return str(days).removeprefix("weekly ")


def load_days(text: str) -> Days:
    """The inverse of `str` and of `short`. Raises ValueError for anything else."""
    days = _load(text.split(" "))
    if text not in (str(days), short(days)):
        raise ValueError(f"not the canonical way to say days: {text!r}")
    return days


def _load(words: list[str]) -> Days:
    match words:
        case ["monthly", days]:
            return Monthdays(tuple(LAST if day == "last" else int(day) for day in days.split(",")))
        case ["every", step] if step.endswith("d"):
            return EveryDays(int(step.removesuffix("d")))
        case ["every", step, days] if step.endswith("w"):
            return Weekdays(load_names(days), int(step.removesuffix("w")))
        case ["weekly", days] | [days]:
            return Weekdays(load_names(days))
    raise ValueError(f"no such days: {' '.join(words)!r}")


def load_names(text: str) -> frozenset[int]:
    """Days of the week by their names or group. Raises ValueError for an unknown one."""
    return GROUPS.get(text) or frozenset(NAMES.index(name) for name in text.split(","))


def _group(days: frozenset[int]) -> str:
    return next((name for name, group in GROUPS.items() if group == days), "")


def next_weekday(day: int, after: date) -> date:
    """The first such day of the week on or after `after`."""
    return after + timedelta(days=(day - after.weekday()) % 7)
