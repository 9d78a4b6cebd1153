"""When a broadcast may come to a learner, and with what. Pure.

It never adds a message to a day: it comes with the lesson of the day, or on a day without any, and only to who gets
lessons by themselves. Its day has no other lesson then.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Message
from bot.record import GIVEN_UP, Record
from bot.record.facts import Reminder
from bot.store.outbox import Broadcast

DAYTIME = range(8, 21)  # hours in which a message that is not punctual may come


def for_lesson(record: Record, claim: Reminder, broadcasts: Sequence[Broadcast], now: datetime) -> Broadcast | None:
    """What comes with a claimed message: what was claimed with it, or with a lesson the first that is owed."""
    if claim.news:
        return next((one for one in broadcasts if one.id == claim.news and one.runs(now)), None)
    return next((one for one in broadcasts if claim.daily and _owed(record, one, now)), None)


def may_come_alone(record: Record, broadcast: Broadcast, now: datetime, holidays: Container[date]) -> bool:
    """Whether it may come just now, without a lesson."""
    return _owed(record, broadcast, now) and may_speak(record, now, holidays)


def may_speak(record: Record, now: datetime, holidays: Container[date]) -> bool:
    """Whether a message of ours may come just now that no lesson brings: by day, on a day without any."""
    learner = record.learner
    local, day = learner.local(now), learner.day(now)
    coming = learner.next_lesson_at
    return not (
        local.hour not in DAYTIME
        or learner.quiet_at(now)
        or learner.rests(local.date(), holidays)
        or learner.hushed(day)
        or any(_on(one, day, record) for one in record.reminders)
        or (coming and learner.day(coming) <= day)  # it comes with that
    )


def with_news(message: Message, told: str) -> Message | None:
    """The message with what is told before all else; None where no messenger would show so much."""
    first, *others = message.bubbles
    ways = [(told, *message.bubbles), (f"{told}\n\n{first}", *others)]
    if others:
        ways += [(told, f"{first}\n\n{others[0]}", *others[1:]), (told, first, "\n\n".join(others))]
    fitting = (way for way in ways if len(way) <= MOST_BUBBLES and all(len(one) <= LONGEST_BUBBLE for one in way))
    way = next(fitting, None)
    return replace(message, bubbles=way) if way else None


def _owed(record: Record, broadcast: Broadcast, now: datetime) -> bool:
    learner = record.learner
    wants = bool(learner.rhythm) and not learner.off and learner.since <= broadcast.at
    return wants and broadcast.runs(now) and not record.told(broadcast.id)


def _on(one: Reminder, day: date, record: Record) -> bool:
    """Whether a message came on that study day, or may have."""
    return day in (one.day, record.learner.day(one.claimed_at)) and one.outcome not in GIVEN_UP
