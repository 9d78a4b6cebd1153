"""What the tables of delivery are made of: moments, a learner, a reminder, and what a decision came to in a word."""

from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.conversation import Conversation, Handler, Result
from bot.course.model import Course
from bot.delivery.decisions import Decisions, Errand
from bot.message import Address, Message
from bot.record import Found, Home, Record
from bot.record.facts import Outcome, Reminder
from bot.record.learner import Learner
from bot.store.outbox import Waiting
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.language import LANGUAGE

SEOUL = ZoneInfo("Asia/Seoul")
HERE = Address("telegram", "7")
HOLIDAY = date(2026, 11, 30)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def at(moment: str) -> datetime:
    """`24 08:00:01` is a moment of November 2026 by the clocks of Seoul, in UTC; `12-01 08:00` one of December.

    The 24th is a Tuesday.
    """
    day = moment if moment[2] == "-" else f"11-{moment}"
    return datetime.fromisoformat(f"2026-{day}").replace(tzinfo=SEOUL).astimezone(UTC)


LEARNER = Learner(1, at("23 10:00"), rhythm="daily 08:00", next_lesson_at=at("24 08:00"), screen=Message(("…",)))
CLAIM = Reminder(
    1, date(2026, 11, 24), "lesson", "telegram", "daily 08:00", at("24 08:00"), at("24 08:00"), at("24 08:01:30")
)
DUE, LAPSED = Waiting(1), Waiting(1, CLAIM.slot)


def record(*reminders: Reminder, homes: tuple[Home, ...] = (Home(HERE),), **values: Any) -> Record:
    """LEARNER with other values, at their homes, and what they were sent."""
    return Record(replace(LEARNER, **values), homes, reminders=reminders)


def decisions(course: Course, say: Texts, handler: Handler = remind) -> Decisions:
    """Decisions of a house where only Telegram can speak first and the last day of November is a holiday."""
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, handler, {HOLIDAY}, {"telegram"})
    return Decisions(conversation, {"telegram"}, {HOLIDAY})


def becomes(before: Record, result: Result[Errand | None], now: datetime) -> str:
    """What a decision came to: `nothing`, `moved on` (the learner alone), or the outcome with its note.

    Whatever it is, it must be whole: the facts are the learner's and lead to what the result says; what is claimed
    has a lease and a message, what is closed has neither, and says when.
    """
    errand = result.answer
    if result.record is None:
        assert (errand, result.facts) == (None, ())
        return "nothing"
    assert {id_ for id_, _ in result.facts} == {before.learner.id}
    after = reduce(Record.after, [fact for _, fact in result.facts], before)
    assert after.learner == result.record.learner
    if errand is None:
        assert after.reminders == before.reminders
        return "moved on"
    one = errand.reminder
    assert errand.address == before.home(("telegram",))
    assert after.reminder(one.slot) == one
    if one.outcome == Outcome.CLAIMED:
        assert (one.lease, one.done_at, one.note) == (now + timedelta(seconds=90), None, "")
        assert errand.message == after.learner.screen
        assert one.opened
        return one.outcome
    assert (one.lease, one.done_at, errand.message) == (None, now, None)
    assert after.learner.screen == before.learner.screen
    return f"{one.outcome} {one.note}".rstrip()


def found(before: Record | None) -> Found:
    """As the desk hands it to a turn."""
    return Found(before)
