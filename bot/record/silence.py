"""Who has said nothing for a year is told once, and erased thirty days later unless they say something. Pure.

All of it is derived from what is kept anyway: their last word, a rest they announced, and what we sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.record import GIVEN_UP, Reads, Record
from bot.record.facts import Changed, Fact, Outcome, Reminder
from bot.record.learner import Learner, ReminderKind

SILENT = timedelta(days=365)  # after which they are told
GRACE = timedelta(days=30)  # from then on, until they are erased
A_DAY = timedelta(days=1)


class Stage(StrEnum):
    """What is due of somebody's silence."""

    HEARD = "heard"  # they said something within SILENT
    TELL = "tell"  # that they will be erased
    WAIT = "wait"  # they were told, or cannot be, and GRACE runs
    OVER = "over"  # they are to be erased


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when they say nothing, when we first tried to tell them what follows, or None, whether that may have come
    (or is on its way), and whether there is an address of theirs that can be told at.
    """

    since: datetime
    tried: datetime | None
    told: bool
    reached: bool

    def stage(self, now: datetime) -> Stage:
        """What is due. Whoever can be told is erased no sooner than GRACE after the first try; whoever cannot, GRACE
        after they would have been told.
        """
        if now - self.since < SILENT:
            return Stage.HEARD
        begun = self.tried or (None if self.reached else self.since + SILENT)
        if begun and now - begun >= GRACE:
            return Stage.OVER
        return Stage.TELL if self.reached and not self.told else Stage.WAIT


def silence_of(record: Record, *, reached: bool) -> Silence:
    """The silence of whoever a record is about; `reached` says whether they can be told at an address of theirs."""
    since = last_word(record.learner)
    tries = [one for one in record.reminders if one.kind == ReminderKind.SILENCE and one.claimed_at > since]
    return Silence(since, _first(tries), any(one.outcome not in (*GIVEN_UP, Outcome.FAILED) for one in tries), reached)


def last_word(learner: Learner) -> datetime:
    """When they spoke last; a rest that they announced is no silence, until its end."""
    spoke = learner.heard_at or learner.since
    if learner.paused_until is None:
        return spoke
    return max(spoke, datetime.combine(learner.paused_until, time(), ZoneInfo(learner.zone)))


def ends_silence(record: Record, now: datetime) -> Fact | None:
    """What keeps that they spoke, also where nothing else came of their words; None where that is known to the day."""
    heard = record.learner.heard_at
    known = heard is not None and now - heard < A_DAY
    return None if known or Reads.STUDY not in record.reads else Changed({"heard_at": now, "heard": ""})


def _first(tries: Sequence[Reminder]) -> datetime | None:
    return min((one.claimed_at for one in tries), default=None)
