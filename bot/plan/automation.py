"""Which of a week's tasks to hand over first, and how many hours that saves. Pure; the rules are one visible table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.korean.tasks import WEEKS, Risk, Task

CHECKED = 1 / 3
"""Of the time of a task, what checking and mending a draft is reckoned to take: a guess, said to be one."""
SELDOM = 0.99 / WEEKS  # times a week: once a month
STEP = 10  # minutes, to which what is saved is rounded down: more would promise what nobody has measured


class Per(StrEnum):
    """The span in which how often a task is done is a whole number."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


A_MONTH: Mapping[Per, float] = {
    Per.WEEK: WEEKS,
    Per.FORTNIGHT: WEEKS / 2,
    Per.MONTH: 1,
    Per.QUARTER: 1 / 3,
    Per.YEAR: 1 / 12,
}
"""How often a month what is done once in a span is done."""


def often(a_week: float) -> tuple[float, Per]:
    """So many times a week, in the shortest span in which it is a whole number; else to a tenth."""
    counts = [(a_week * WEEKS / a_month, per) for per, a_month in A_MONTH.items()]
    whole = next(
        ((round(count), per) for count, per in counts if count > 0.9 and abs(count - round(count)) < 0.05), None
    )
    if whole:
        return whole
    count, per = next((pair for pair in counts if pair[0] > 0.9), counts[-1])
    return round(count, 1), per


class Place(StrEnum):
    """What becomes of a task."""

    FIRST = "first"  # handed over before all others
    LATER = "later"  # may be handed over after that
    SELDOM = "seldom"  # so rare that it saves next to nothing
    HUMAN = "human"  # a person does it; a draft at most


@dataclass(frozen=True, slots=True)
class Ranked:
    """A task with what becomes of it."""

    task: Task
    place: Place

    @property
    def exactly(self) -> float:
        """Minutes a month, to a tenth, as they are reckoned on paper: the times of a span, and how many spans."""
        times, per = often(self.task.a_week or 0)
        return round(times * (self.task.minutes or 0) * A_MONTH[per], 1)

    @property
    def monthly(self) -> int:
        """Whole minutes a month."""
        return int(self.exactly)

    @property
    def left(self) -> int:
        """Whole minutes a month that are left when its draft is checked and mended by hand."""
        return int(round(self.exactly * (1 - CHECKED), 1))

    @property
    def saved(self) -> int:
        """The same rounded down to STEP, where it is more."""
        return self.left if self.left < STEP else self.left // STEP * STEP


KEPT_BACK: Sequence[tuple[Place, Callable[[Task], bool]]] = (
    (Place.HUMAN, lambda task: task.risk is Risk.HIGH),
    (Place.SELDOM, lambda task: (task.a_week or 0) < SELDOM),
)
"""What keeps a task back, the strongest rule first. The others are ordered by risk, then by the time of a month."""


def ranked(tasks: Iterable[Task]) -> list[Ranked]:
    """The tasks in the order in which they may be handed over; of those that may, the first one is FIRST."""
    placed = [Ranked(task, next((place for place, holds in KEPT_BACK if holds(task)), Place.LATER)) for task in tasks]
    places = list(Place)
    placed.sort(key=lambda one: (places.index(one.place), one.task.risk is not Risk.LOW, -one.monthly))
    if placed and placed[0].place is Place.LATER:
        placed[0] = Ranked(placed[0].task, Place.FIRST)
    return placed


def is_told(task: Task) -> bool:
    """Whether all is known that the rules ask for."""
    return task.a_week is not None and task.minutes is not None and task.risk is not None
