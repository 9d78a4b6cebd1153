"""Where a learner stands on a study day, and how they have answered each question. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from bot.learning.memory import Card

AWAY = 4  # days since the last step after which a return is greeted: three whole days of silence, …
MISSED = 2  # … among them so many that the rhythm names: a Friday left out before a weekend is no silence


class History(msgspec.Struct, frozen=True, gc=False):
    """How a question was answered: the last study day, how often on it, how often rightly on it; and how often in all.

    `seen` is the place of the last answer among all answers to any question, from 1. `first` says whether the first
    answer of all was right.
    """

    last: date
    times: int = 0
    rights: int = 0
    asked: int = 0
    seen: int = 0
    first: bool = False

    def again(self, day: date, seen: int, *, right: bool) -> "History":
        """After one more answer on a study day, the `seen`th of all."""
        times, rights = (self.times, self.rights) if day == self.last else (0, 0)
        first = self.first if self.asked else right
        return History(day, times + 1, rights + right, self.asked + 1, seen, first)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands on a study day: parts finished and quizzes answered by name, in the order of their first
    answers; cards, those due first in front; days together.

    `missed` says on how many silent days before today their rhythm has a lesson, holidays too, counted up to MISSED;
    `put_off` names the practice they left for later, `ended` says that they were told the end of the course, and
    `lighter` that they wished for reviews alone.
    """

    day: date
    finished: Mapping[str, date] = field(default_factory=dict)
    answered: Mapping[str, History] = field(default_factory=dict)
    cards: Sequence[Card] = ()
    days: Collection[date] = ()
    paused: bool = False
    missed: int = MISSED
    put_off: str | None = None
    ended: bool = False
    lighter: bool = False

    @property
    def done_today(self) -> bool:
        """Whether a part was finished today."""
        return self.day in self.finished.values()

    @property
    def away(self) -> int:
        """Days since the last day together before today; 0 for a beginner."""
        before = [day for day in self.days if day < self.day]
        return (self.day - max(before)).days if before else 0

    @property
    def returning(self) -> bool:
        """Whether today is the first day back after a silence; days that the rhythm does not name are none."""
        return self.away >= AWAY and self.missed >= MISSED

    @property
    def eased(self) -> bool:
        """Whether that silence is longer than the one before, so that the day begins with hello, and lightly, whatever
        has piled up: who comes every few days would be greeted each time, and asked what is due on none of them.
        """
        before = sorted(day for day in self.days if day < self.day)[-2:]
        return self.returning and (len(before) < 2 or self.away > (before[1] - before[0]).days)

    def comes_back(self, *, rested: bool) -> bool:
        """Whether nothing was done yet on the first day after a silence, or after a pause that is over, as `rested`
        says.
        """
        return (self.eased or rested) and self.day not in self.days
