"""What turns bring about, as values: a record becomes another by them, and the store writes them down. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import msgspec

from bot.learning.memory import Card
from bot.learning.standing import History
from bot.message import Address
from bot.record.inquiries import Inquired, InquiryTold
from bot.record.learner import Line, ReminderKind
from bot.record.links import Joined, Parted, Told, Unlinked
from bot.record.people import Person

REWARD = timedelta(hours=2)  # a lesson finished so soon after a reminder counts for its wording


@dataclass(frozen=True, slots=True)
class Slot:
    """What may be sent once: a kind of reminder to a learner on a study day."""

    learner_id: int
    day: date
    kind: str


class Outcome(StrEnum):
    """What has become of a reminder so far."""

    CLAIMED = "claimed"  # its slot is taken, and nothing has left
    BEGUN = "begun"  # its first byte may have left
    SENT = "sent"
    SKIPPED = "skipped"  # better not sent, and why stands in the note
    UNREACHABLE = "unreachable"  # the learner blocked us, or is gone
    UNSENT = "unsent"  # it surely never left, and is not tried again
    FAILED = "failed"  # a fault of ours
    UNKNOWN = "unknown"  # it may have arrived; never sent again


class WhyNotSent(StrEnum):
    """Why no reminder came, as it is kept in a note or told to a learner who asks."""

    ALONE = "alone"  # no channel of theirs can speak first
    NO_RHYTHM = "none"  # they never chose when
    ENDED = "ended"  # the course is over
    OFF = "off"  # switched off
    PAUSED = "paused"
    HOLIDAY = "holiday"
    OTHER_DAY = "day"  # no day of their rhythm
    QUIET = "quiet"  # their quiet hours
    NIGHT = "night"  # late, and by now it is night
    LATE = "late"  # we were not running when it was due, and hours have passed
    DONE = "done"  # the day was finished already
    RESTED = "rested"  # words of somebody in danger were answered today
    SOON = "soon"  # it is still to come today
    UNSURE = "unsure"  # it may have arrived
    SENT = "sent"  # but it was
    OVER = "over"  # its time had passed when they chose it


class Reminder(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An unprompted message as it is kept; moments in UTC. A row of the table `sent`.

    A slot goes claimed → begun → sent, or ends as skipped, unreachable, unsent, failed or unknown. A claim holds until
    its `lease`, which is also its token: once it has lapsed, a slot not begun is anybody's again, and one begun has an
    unknown fate. `note` says why it was not sent; `opened` what it opened, `wording` how it began, and `chances`, as
    JSON, the chance that each wording had. `news` is the number of the broadcast that came with it, or 0.
    """

    learner_id: int
    day: date
    kind: str
    channel: str
    why: str
    due_at: datetime
    claimed_at: datetime
    lease: datetime | None = None
    done_at: datetime | None = None
    outcome: Outcome = Outcome.CLAIMED
    note: str = ""
    opened: str = ""
    wording: str = ""
    chances: str = ""
    news: int = 0

    @property
    def slot(self) -> Slot:
        """What it was sent for."""
        return Slot(self.learner_id, self.day, self.kind)

    @property
    def daily(self) -> bool:
        """Whether it is a lesson of the rhythm, and not one asked for or after the end."""
        return self.kind.startswith(ReminderKind.LESSON)

    def of(self, slot: Slot) -> bool:
        """Whether it was sent for that slot."""
        return self.day == slot.day and self.kind == slot.kind and self.learner_id == slot.learner_id


@dataclass(frozen=True, slots=True)
class Changed:
    """New values of the learner, by the names of `Learner`'s fields."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TookCourse(Changed):
    """The same, another course among them: what is known of that one was not read, and comes with the next turn."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered on a study day. `counted` is the first answer of the day to its thought, the only one
    scheduled. `rating` is 1 Again, 2 Hard, 3 Good; 0 where nothing is scheduled. `recall` is the chance that the memory
    model gave it before, or None.
    """

    quiz: str
    answer: str
    right: bool
    counted: bool
    rating: int
    day: date
    at: datetime
    recall: float | None = None


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
class LineTakenBack:
    """A line was taken back; only what undoes that still holds it."""

    line: Line


@dataclass(frozen=True, slots=True)
class FinishTakenBack:
    """A part of the course is not finished after all; the day stays a day together."""

    part: str


@dataclass(frozen=True, slots=True)
class LinesErased:
    """All that was written for a part up to a moment is erased for good."""

    part: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PersonKept:
    """One of the ten people is new, or as they are now."""

    person: Person


@dataclass(frozen=True, slots=True)
class PersonErased:
    """One of the ten people is gone for good."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerTakenBack:
    """An answer given at a moment was taken back; the `history` of its quiz and the `card` of its thought are what
    they were before it.
    """

    quiz: str
    at: datetime
    history: History | None
    thought: str
    card: Card | None


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


def rewarded(sent_at: datetime | None, finishes: Sequence[datetime]) -> bool:
    """Whether a part of the course was finished within two hours of a reminder; the finishes come in order."""
    if sent_at is None:
        return False
    following = bisect_left(finishes, sent_at)
    return following < len(finishes) and finishes[following] - sent_at <= REWARD


@dataclass(frozen=True, slots=True)
class Left:
    """The learner is deleted, and with them everything kept about them."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether messages arrive at an address; progress stays either way."""

    address: Address
    reachable: bool


@dataclass(frozen=True, slots=True)
class Reminded:
    """What became of a reminder: claimed, begun, given back or ended."""

    reminder: Reminder


@dataclass(frozen=True, slots=True)
class Shown:
    """What the web page showed at an address, and what was said to it before; "" where nothing was."""

    address: Address
    said: str
    bubbles: tuple[str, ...]
    file: str
    at: datetime


Fact = (
    Changed
    | TookCourse
    | Answered
    | AnswerTakenBack
    | Scheduled
    | Finished
    | FinishTakenBack
    | Wrote
    | LineTakenBack
    | LinesErased
    | PersonKept
    | PersonErased
    | Prechecked
    | Reported
    | CodeIssued
    | Inquired
    | InquiryTold
    | Joined
    | Parted
    | Unlinked
    | Told
    | Left
    | Reached
    | Reminded
    | Shown
)
