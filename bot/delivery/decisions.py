"""What becomes of each reminder: when one is claimed, taken over, begun, ended or better not sent. Pure.

Each decision is a turn on the learner's record, which is locked while it is made: see bot.desk.
"""

import logging
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce

import msgspec
from msgspec.structs import replace as changed

from bot.conversation import Conversation, NotNow, Result, Sorry, Turn
from bot.delivery import news
from bot.delivery.news import DAYTIME
from bot.message import Address, Message, Unsent
from bot.operator.logs import bare
from bot.record import NOWHERE, Found, Record
from bot.record.facts import Changed, Fact, Left, Outcome, Reached, Reminded, Reminder, Slot, WhyNotSent
from bot.record.inquiries import InquiryTold
from bot.record.inquiries import waiting as waiting_answers
from bot.record.learner import ALL_LESSONS, Learner, ReminderKind
from bot.record.silence import Stage, silence_of
from bot.store.outbox import Broadcast, Waiting

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=90)  # for a claim to be begun; longer than a channel makes anybody wait
SENDING = timedelta(minutes=10)  # in which a message that was begun is sent or not; after that its fate is unknown
LATEST_SEND = timedelta(hours=3)  # after an outage a lesson is still sent so long; later it waits in the chat
PUNCTUAL = timedelta(minutes=5)
MOVED = ("next_lesson_at", "next_kind", "once_at", "reminded_on", "reminded")  # of a learner, by a reminder


class Taken(Unsent):
    """Somebody else holds the slot by now: the message is theirs."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A claimed slot, and what is to be sent for it and where; no message where nothing is to be sent."""

    reminder: Reminder
    address: Address
    message: Message | None = None


class Decisions:
    """The turns of the clock. `reaches` are the channels that can speak first, the best one for reminders in front."""

    def __init__(self, conversation: Conversation, reaches: Collection[str], holidays: Container[date]) -> None:
        self._conversation, self._reaches, self._holidays = conversation, tuple(reaches), holidays
        self.broadcasts: Sequence[Broadcast] = ()  # that go out just now

    def remind(
        self, waiting: Waiting, early: Collection[datetime], found: Found, now: datetime
    ) -> Result[Errand | None]:
        """Claim what is due and say it; None when somebody else did so, or there is nowhere to send it."""
        record = found.record
        if record is None:
            return Result(None)
        if waiting.slot:
            return self._take_over(waiting.slot, record, now)
        due = record.learner.next_lesson_at
        if due is None or not (due <= now or due in early):
            return Result(None)
        return self._claim(record, due, now)

    def bring(self, broadcast: Broadcast, found: Found, now: datetime) -> Result[Errand | None]:
        """Claim the day for a broadcast, where no lesson brings it; None where it has to wait."""
        record = found.record
        if record is None or not news.may_come_alone(record, broadcast, now, self._holidays):
            return Result(None)
        learner, channel = record.learner, self._home(record).channel
        if channel not in self._reaches:
            return Result(None)
        kind = f"{ReminderKind.NEWS}-{broadcast.id}"
        slot = learner.id, learner.day(broadcast.at), kind, channel, ReminderKind.NEWS  # one for all its days
        claim = Reminder(*slot, now, now, now + LEASE, news=broadcast.id)
        day = Changed({"reminded_on": learner.day(now), "reminded": ALL_LESSONS})
        return self._say(record, claim, [day], now)

    def silence(self, found: Found, now: datetime) -> Result[Errand | None]:
        """Tell who said nothing for a year that they will be erased, where one can and may; erase them when that was
        said long enough ago. It is told whether they want reminders or not: it is none, and comes once.
        """
        record = found.record
        if record is None:
            return Result(None)
        learner, home = record.learner, self._home(record)
        stage = silence_of(record, reached=home.channel in self._reaches and record.reachable(home)).stage(now)
        if stage is Stage.OVER:
            return Result(None, record, ((learner.id, Left()),))
        if stage is not Stage.TELL or not news.may_speak(record, now, self._holidays):
            return Result(None)
        day = learner.day(now)
        claim = Reminder(
            learner.id, day, ReminderKind.SILENCE, home.channel, ReminderKind.SILENCE, now, now, now + LEASE
        )
        return self._say(record, claim, [Changed({"reminded_on": day, "reminded": ALL_LESSONS})], now)

    def answer(self, code: str, found: Found, now: datetime) -> Result[Errand | None]:
        """Bring what a person answered, by day and outside of quiet hours. It may come on a day that has a message of
        ours, for it is a reply; where it cannot be brought, it is told at their next word.
        """
        record = found.record
        if record is None or all(one.code != code for one in waiting_answers(record.inquiries)):
            return Result(None)
        learner, home = record.learner, self._home(record)
        may = learner.local(now).hour in DAYTIME and not learner.quiet_at(now)
        if not may or home.channel not in self._reaches:
            return Result(None)
        slot = learner.id, learner.day(now), f"{ReminderKind.ANSWER}-{code}", home.channel, ReminderKind.ANSWER
        return self._say(record, Reminder(*slot, now, now, now + LEASE), [], now)

    def mend(self, found: Found, now: datetime) -> Result[None]:
        """The next message of whoever a wrong clock put off for longer than their rhythm does."""
        if (record := found.record) is None:
            return Result(None)
        learner = record.learner
        if learner.reminded_on and learner.reminded_on > learner.day(now):
            learner = changed(learner, reminded_on=None, reminded=0)  # no such day has been
        mended = learner.scheduled(now, self._holidays)
        if not (mended.next_lesson_at and learner.next_lesson_at and mended.next_lesson_at < learner.next_lesson_at):
            return Result(None)
        moved = Changed({name: getattr(mended, name) for name in MOVED})
        return Result(None, record.after(moved), ((learner.id, moved),))

    def give_up(self, waiting: Waiting, found: Found, now: datetime) -> Result[Errand | None]:
        """Close as failed what cannot be kept otherwise, so that it is not tried for ever."""
        record = found.record
        if record is None:
            return Result(None)
        if waiting.slot:
            one = record.reminder(waiting.slot)
            return self._kept(record, closed(one, now, Outcome.FAILED), []) if one else Result(None)
        due = record.learner.next_lesson_at or now
        try:
            claim = self._slot(record, due, now)
            moved = _moved(record.learner, due, now, self._holidays, sent=False)
        except Exception as fault:
            # a zone or a rhythm that nobody can read any more: nothing is due until they choose anew
            log.exception("a learner's next reminder cannot be reckoned, and none is due", exc_info=bare(fault))
            stop = Changed({"next_lesson_at": None})
            return Result(None, record.after(stop), ((record.learner.id, stop),))
        return self._kept(record, closed(claim, now, Outcome.FAILED), [moved])

    def _claim(self, record: Record, due: datetime, now: datetime) -> Result[Errand | None]:
        learner, claim = record.learner, self._slot(record, due, now)
        why_not = self._why_not(claim, learner, now)
        moved = _moved(learner, due, now, self._holidays, sent=not why_not)
        there = record.reminder(claim.slot)
        if claim.channel == NOWHERE.channel or (there and there.outcome != Outcome.SKIPPED):
            return Result(None, record.after(moved), ((learner.id, moved),))
        if why_not:
            return self._kept(record, closed(claim, now, Outcome.SKIPPED, why_not), [moved])
        return self._say(record, claim, [moved], now)

    def _take_over(self, slot: Slot, record: Record, now: datetime) -> Result[Errand | None]:
        """A claim that lapsed before it was begun, for where its learner is now."""
        there = record.reminder(slot)
        if there is None or there.outcome != Outcome.CLAIMED or there.lease is None or there.lease > now:
            return Result(None)
        claim = changed(there, channel=self._home(record).channel, lease=now + LEASE)
        why_not = _stopped(claim, record.learner) or self._why_not(claim, record.learner, now)
        if why_not:
            return self._kept(record, closed(claim, now, Outcome.UNSENT, why_not), [])
        return self._say(record, claim, [], now)

    def _say(self, before: Record, claim: Reminder, facts: list[Fact], now: datetime) -> Result[Errand | None]:
        """The message, as the learner's screen. A fault of ours closes the slot, and takes no other with it."""
        record, home = reduce(Record.after, facts, before), self._home(before)
        tells = news.for_lesson(before, claim, self.broadcasts, now) if self.broadcasts else None
        if claim.kind.startswith(ReminderKind.NEWS) and not tells:
            return self._kept(before, closed(claim, now, Outcome.UNSENT, WhyNotSent.LATE), facts)
        # the moment it speaks of: that it was due, while it is punctual, so that 03:59 belongs to its own day
        meant = claim.due_at if now - claim.due_at <= PUNCTUAL else now
        try:
            turn, message = self._conversation.remind(record, home, claim.kind, meant)
            message, told = self._telling(turn, message, tells) if tells else (message, 0)
        except NotNow as nothing:
            return self._kept(before, closed(claim, now, Outcome.SKIPPED, nothing.why), facts)
        except Sorry as sorry:
            return self._kept(before, closed(claim, now, Outcome.SKIPPED, sorry.key), facts)
        except Exception as fault:
            log.exception("a reminder failed on channel %s", claim.channel, exc_info=bare(fault))
            return self._kept(before, closed(claim, now, Outcome.FAILED, type(fault).__name__), facts)
        opening = turn.opening
        chances = msgspec.json.encode(opening.chances).decode() if opening.chances else ""
        claim = changed(claim, opened=opening.opened, wording=opening.wording, chances=chances, news=told)
        said = [(record.learner.id, fact) for fact in (*facts, Reminded(claim))]
        return Result(Errand(claim, home, message), turn.record, (*said, *turn.facts))

    def _telling(self, turn: Turn, message: Message, tells: Broadcast) -> tuple[Message, int]:
        """The message, with the broadcast before it where there is room for it, and then the number of that; else 0."""
        longer = news.with_news(message, turn.say("news", text=tells.text))
        if not longer:
            return message, 0
        turn.change(screen=longer)
        return longer, tells.id

    def _home(self, record: Record) -> Address:
        return record.home(self._reaches)

    def _kept(self, record: Record, reminder: Reminder, facts: list[Fact]) -> Result[Errand | None]:
        """Nothing is to be sent, and that is written down."""
        facts = [*facts, Reminded(reminder)]
        about = tuple((record.learner.id, fact) for fact in facts)
        return Result(Errand(reminder, self._home(record)), reduce(Record.after, facts, record), about)

    def _slot(self, record: Record, due: datetime, now: datetime) -> Reminder:
        """A claim on the slot of the study day on which it was due, and why it is due."""
        learner = record.learner
        kind, why = learner.next_kind, learner.next_kind
        if kind == ReminderKind.LESSON:
            nth = learner.nth(due)
            kind, why = (ReminderKind.LESSON if nth == 1 else f"{ReminderKind.LESSON}-{nth}"), learner.rhythm
        return Reminder(learner.id, learner.day(due), kind, self._home(record).channel, why, due, now, now + LEASE)

    def _why_not(self, claim: Reminder, learner: Learner, now: datetime) -> WhyNotSent | None:
        """Why a slot is better not used any more; None when it is good."""
        if claim.channel not in self._reaches:
            return WhyNotSent.ALONE  # this channel cannot speak first; the lesson waits in the chat
        late = now - claim.due_at
        if late > LATEST_SEND:
            return WhyNotSent.LATE
        if learner.quiet_at(max(now, claim.due_at)) and not claim.kind.startswith(ReminderKind.ASKED_FOR):
            return WhyNotSent.QUIET  # what was asked for comes when it was asked for
        night = late > PUNCTUAL and learner.local(now).hour not in DAYTIME
        return WhyNotSent.NIGHT if night else None


def begin(claim: Reminder, found: Found, now: datetime) -> Result[Reminder]:
    """Mark it as sent right after this; the claim with its new lease. Raises Taken."""
    there = found.record and found.record.reminder(claim.slot)
    if not there or there.lease != claim.lease or there.outcome != Outcome.CLAIMED:
        raise Taken("the slot is somebody else's")
    begun = changed(there, outcome=Outcome.BEGUN, lease=now + SENDING)
    return Result(begun, found.record, ((claim.learner_id, Reminded(begun)),))


def end(errand: Errand, outcome: Outcome, note: str, found: Found, now: datetime) -> Result[None]:
    """Write down what became of it, while it is still held or was given up as unknown."""
    there = _ours(errand.reminder, found)
    facts: list[Fact] = [Reminded(closed(there, now, outcome, note))] if there else []
    if outcome == Outcome.SENT and errand.reminder.kind.startswith(ReminderKind.ANSWER):
        facts.append(InquiryTold(errand.reminder.kind.rpartition("-")[2], now))
    if outcome == Outcome.UNREACHABLE:
        facts.append(Reached(errand.address, reachable=False))
    return Result(None, found.record, tuple((errand.reminder.learner_id, fact) for fact in facts))


def give_back(claim: Reminder, at: datetime, found: Found, _now: datetime) -> Result[None]:
    """It surely never left: from that moment on it may be tried again."""
    there = _ours(claim, found)
    if there is None:
        return Result(None)
    back = changed(there, outcome=Outcome.CLAIMED, lease=at, done_at=None)
    return Result(None, found.record, ((claim.learner_id, Reminded(back)),))


def closed(reminder: Reminder, now: datetime, outcome: Outcome, note: str = "") -> Reminder:
    """A reminder whose outcome is known."""
    return changed(reminder, outcome=outcome, note=note, lease=None, done_at=now)


def _ours(claim: Reminder, found: Found) -> Reminder | None:
    there = found.record.reminder(claim.slot) if found.record else None
    return there if there and (there.lease == claim.lease or there.outcome == Outcome.UNKNOWN) else None


def _moved(learner: Learner, due: datetime, now: datetime, holidays: Container[date], *, sent: bool) -> Changed:
    """When to speak next, and about what; after an outage that may be due already."""
    moved = learner.given(due, sent=sent).scheduled(max(due, now - LATEST_SEND), holidays)
    return Changed({name: getattr(moved, name) for name in MOVED})


def _stopped(claim: Reminder, learner: Learner) -> WhyNotSent | None:
    """Whether the learner has said since it was due that no lesson shall come; our own farewell is no such word."""
    spoken = learner.heard_at is not None and learner.heard_at > claim.due_at
    if spoken and claim.kind == ReminderKind.SILENCE:
        return WhyNotSent.DONE
    silent = learner.off or learner.rests(learner.local(claim.due_at).date(), ())
    return WhyNotSent.OFF if spoken and silent and (claim.daily or claim.news) else None
