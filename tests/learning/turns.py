"""One turn of a learner, made by hand: what handlers are asked with."""

from collections.abc import Container
from datetime import UTC, date, datetime

from bot.conversation import Turn
from bot.course.model import Course
from bot.message import Address
from bot.record import Home, Record
from bot.record.learner import Learner
from bot.texts import Texts
from handlers import COMMANDS

HOME = Address("telegram", "7")


def seoul(text: str) -> datetime:
    """A moment on the clock in Seoul: 2026-11-25 08:00."""
    return datetime.fromisoformat(f"{text}:00+09:00").astimezone(UTC)


def turn_of(
    record: Record, now: datetime, course: Course, say: Texts, words: str = "", holidays: Container[date] = ()
) -> Turn:
    """The turn of whoever a record is about, in a chat that can speak first."""
    return Turn(record, HOME, words, now, course, say, COMMANDS, holidays, {"telegram"})


def somebody(rhythm: str = "weekdays 08:00", intention: str = "") -> Learner:
    """A learner in Seoul since the beginning of November 2026."""
    return Learner(1, seoul("2026-11-02 12:00"), rhythm=rhythm, intention=intention)


def at_home(learner: Learner) -> tuple[Home, ...]:
    """The one address of theirs."""
    assert learner.id == 1
    return (Home(HOME),)
