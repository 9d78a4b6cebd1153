"""The ten people to talk to: one row each, under a nickname. Pure."""

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec.structs import replace

MOST_PEOPLE = 30  # rows: ten are asked for, and who has more to talk to may note them
LONGEST_ALIAS = 40  # characters
LONGEST_ENTRY = 200  # of whatever else is told of somebody: why them, what was said, what they answered


class Person(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Somebody to talk to. `number` tells the learner's rows apart; `alias` stands for the name, which is never kept.

    `why` says why them, `said` what was said to them and on which day, `answer` what came back and on which day,
    `next_step` what comes next and when. Days are the learner's study days; of answers kept by an edition before the
    day is not known.
    """

    number: int
    alias: str
    why: str = ""
    said: str = ""
    sent_on: date | None = None
    answer: str = ""
    next_step: str = ""
    next_on: date | None = None
    answered_on: date | None = None  # new ones last: an `undo` kept before holds the fields in this order

    def sent(self, day: date, said: str = "") -> "Person":
        """After a message to them; what was promised for that day or before is done."""
        kept = self.next_on if self.next_on and self.next_on > day else None
        step = self.next_step if kept else ""
        return replace(self, sent_on=day, said=said or self.said, next_on=kept, next_step=step)

    def answered(self, day: date, answer: str) -> "Person":
        """After an answer that came on a day."""
        return replace(self, answer=answer, answered_on=day)

    def refused(self, day: date, answer: str) -> "Person":
        """After a no: nothing comes next."""
        return replace(self.answered(day, answer), next_on=None, next_step="")

    def promised(self, day: date | None, step: str = "") -> "Person":
        """With what comes next, and when."""
        return replace(self, next_on=day, next_step=step or self.next_step)


def next_number(people: Iterable[Person]) -> int:
    """The number of a row to come."""
    return 1 + max((person.number for person in people), default=0)
