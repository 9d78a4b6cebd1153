"""What a claim says: the moment it speaks of, and what becomes of a message that cannot be said."""

import logging
from datetime import datetime

import pytest

from bot.conversation import Handler, NotNow, Sorry, Turn
from bot.course.model import Course
from bot.learning.wording import Opening
from bot.message import Message
from bot.record.facts import WhyNotSent
from bot.texts import Texts
from tests.delivery import values
from tests.delivery.values import CLAIM, DUE, LAPSED, at, becomes, found, record


class Listening:
    """A reminder that notes of which moment it speaks."""

    def __init__(self) -> None:
        self.moments = list[datetime]()

    def __call__(self, turn: Turn) -> Message:
        self.moments.append(turn.now)
        turn.opening = Opening("lesson")
        return Message(("…",))


@pytest.mark.parametrize(
    ("due", "now", "of"),
    [
        ("24 08:00", "24 07:58", "24 08:00"),
        ("24 08:00", "24 08:00", "24 08:00"),
        ("25 03:59", "25 04:03:59", "25 03:59"),
        ("24 08:00", "24 08:05", "24 08:00"),
        ("24 08:00", "24 08:05:01", "24 08:05:01"),
        ("24 08:00", "24 10:00", "24 10:00"),
    ],
)
def test_the_moment_it_speaks_of(course: Course, say: Texts, due: str, now: str, of: str) -> None:
    """That it was due, while it is punctual, so that 03:59 belongs to its own study day; else now."""
    listening = Listening()
    before = record(next_lesson_at=at(due))
    result = values.decisions(course, say, listening).remind(DUE, [at(due)], found(before), at(now))
    assert becomes(before, result, at(now)) == "claimed"
    assert listening.moments == [at(of)]


def raises(fault: Exception) -> Handler:
    """A reminder that gives up after it has changed something."""

    def handler(turn: Turn) -> Message:
        turn.change(off=True)
        raise fault

    return handler


UNSAID = [
    (NotNow(WhyNotSent.DONE), "skipped done"),
    (Sorry("sorry-unknown"), "skipped sorry-unknown"),
    (KeyError("gone"), "failed KeyError"),
]


@pytest.mark.parametrize(("fault", "what"), UNSAID)
def test_what_cannot_be_said_closes_its_slot(course: Course, say: Texts, fault: Exception, what: str) -> None:
    """The learner moves on, and nothing stays of what the turn had begun to change; its slot counts as given."""
    before, now = record(), at("24 08:00")
    result = values.decisions(course, say, raises(fault)).remind(DUE, (), found(before), now)
    assert becomes(before, result, now) == what
    assert result.record
    after = result.record.learner
    assert (after.off, after.next_lesson_at, after.reminded) == (False, at("25 08:00"), 1)


@pytest.mark.parametrize(("fault", "what"), UNSAID)
def test_the_same_of_one_that_is_taken_over(course: Course, say: Texts, fault: Exception, what: str) -> None:
    """Only the slot changes."""
    before, now = record(CLAIM), at("24 08:02")
    result = values.decisions(course, say, raises(fault)).remind(LAPSED, (), found(before), now)
    assert becomes(before, result, now) == what
    assert result.record
    assert result.record.learner == before.learner


@pytest.mark.parametrize(("fault", "told"), [(UNSAID[0][0], []), (UNSAID[1][0], []), (UNSAID[2][0], ["telegram"])])
def test_only_a_fault_of_ours_is_logged(
    course: Course, say: Texts, caplog: pytest.LogCaptureFixture, fault: Exception, told: list[str]
) -> None:
    """With its channel and its trace, and without what was said in it."""
    values.decisions(course, say, raises(fault)).remind(DUE, (), found(record()), at("24 08:00"))
    logged = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert [one.getMessage() for one in logged] == [f"a reminder failed on channel {channel}" for channel in told]
    assert all(one.exc_info and one.exc_info[2] for one in logged)
    assert "gone" not in caplog.text
