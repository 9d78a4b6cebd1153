"""Which of a week's tasks to hand over first, and how many hours that saves. Pure; the rules are one visible table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.korean.tasks import WEEKS, Risk, Task

CHECKED = (
    1 / 3
)  # of the time of a task, which checking and mending a draft is reckoned to take: a guess, said to be one
SELDOM = 0.99 / WEEKS  # times a week: once a month


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
    def monthly(self) -> int:
        """Minutes a month."""
        return round((self.task.a_week or 0) * WEEKS * (self.task.minutes or 0))

    @property
    def saved(self) -> int:
        """Minutes a month that are left when its draft is checked and mended by hand."""
        return round(self.monthly * (1 - CHECKED))


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
