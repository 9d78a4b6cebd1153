"""What turns bring about, as values: a record becomes another by them, and the store writes them down. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.learner import LESSON
from bot.learning.memory import Card
from bot.learning.wording import Opening
from bot.message import Address


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan: the box it stands in, the part that asked for it, and when it was written, in UTC."""

    box: int
    lesson: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """What may be sent once: a kind of reminder to a learner on a study day."""

    learner_id: int
    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """An unprompted message as it is kept; moments in UTC.

    A slot goes claimed → begun → sent, or ends as skipped, unreachable, unsent, failed or unknown. A claim holds until
    its `lease`, which is also its token: once it has lapsed, a slot not begun is anybody's again, and one begun has an
    unknown fate. `note` says why it was not sent.
    """

    slot: Slot
    channel: str
    why: str
    due_at: datetime
    claimed_at: datetime
    lease: datetime | None = None
    done_at: datetime | None = None
    outcome: str = "claimed"
    note: str = ""
    opening: Opening = field(default_factory=Opening)

    @property
    def daily(self) -> bool:
        """Whether it is a lesson of the rhythm, and not one asked for or after the end."""
        return self.slot.kind.startswith(LESSON)


@dataclass(frozen=True, slots=True)
class Changed:
    """New values of the learner, by the names of `Learner`'s fields."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered on a study day. `counted` is its first answer of the day, the only one scheduled.

    `rating` is 1 Again, 2 Hard, 3 Good; 0 where nothing is scheduled.
    """

    quiz: str
    answer: str
    right: bool
    counted: bool
    rating: int
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A card is as it is now."""

    card: Card


@dataclass(frozen=True, slots=True)
class Finished:
    """A part of the course was finished."""

    part: str
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Wrote:
    """A line of the plan; older ones of the same part are kept as its history."""

    line: Line


@dataclass(frozen=True, slots=True)
class Prechecked:
    """The first answer to one of the five questions in a round."""

    quiz: str
    round: int
    right: bool
    day: date


@dataclass(frozen=True, slots=True)
class Reported:
    """What a learner found odd about a question, in their words."""

    quiz: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CodeIssued:
    """A link code, as its digest, that holds until a moment in UTC; an older one of the learner is void."""

    digest: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """The address belongs to the owner of a link code now; whoever spoke there had nothing yet, and is gone."""

    address: Address
    owner_id: int


@dataclass(frozen=True, slots=True)
class Left:
    """The learner and everything kept about them is erased."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether messages arrive at an address; progress stays either way."""

    address: Address
    reachable: bool


@dataclass(frozen=True, slots=True)
class Reminded:
    """What became of a reminder: claimed, begun, given back or ended."""

    reminder: Reminder


Fact = (
    Changed
    | Answered
    | Scheduled
    | Finished
    | Wrote
    | Prechecked
    | Reported
    | CodeIssued
    | Joined
    | Left
    | Reached
    | Reminded
)
