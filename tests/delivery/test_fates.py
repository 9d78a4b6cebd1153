"""What becomes of a claim on its way: begun, ended, given back, or given up; and only by whoever holds it."""

from datetime import datetime
from functools import reduce
from typing import Any

import pytest
from msgspec.structs import replace

from bot.conversation import Result
from bot.course.model import Course
from bot.delivery import decisions
from bot.delivery.decisions import Errand, Taken
from bot.message import Message
from bot.record import Record
from bot.record.facts import Outcome, Reached, Reminder
from bot.texts import Texts
from tests.delivery import values
from tests.delivery.values import CLAIM, DUE, HERE, HOUR, LAPSED, SECOND, at, becomes, found, record

NOW = at("24 08:01")
TEN_MINUTES_ON = at("24 08:11")
BEGUN = replace(CLAIM, outcome=Outcome.BEGUN, lease=TEN_MINUTES_ON)
UNKNOWN = replace(CLAIM, outcome=Outcome.UNKNOWN, lease=None, done_at=at("24 08:12"))
ANOTHERS = replace(CLAIM, lease=at("24 08:01:31"))
ERRAND = Errand(BEGUN, HERE, Message(("…",)))
ENDS = [outcome for outcome in Outcome if outcome not in (Outcome.CLAIMED, Outcome.BEGUN)]


def told(before: Record, result: Result[Any]) -> Reminder | None:
    """The reminder after a decision; the same as its facts make it."""
    assert {id_ for id_, _ in result.facts} <= {1}
    assert result.record in (before, None)
    [*reminders] = reduce(Record.after, [fact for _, fact in result.facts], before).reminders
    return reminders[0] if reminders else None


@pytest.mark.parametrize("now", [NOW, at("24 08:01:30"), at("24 09:00")])
def test_whoever_holds_the_claim_begins_it(now: datetime) -> None:
    """Even when its lease is over, if nobody took it; its new lease is ten minutes."""
    before = record(CLAIM)
    result = decisions.begin(CLAIM, found(before), now)
    assert result.answer == told(before, result)
    assert result.record is before
    assert result.answer == replace(CLAIM, outcome=Outcome.BEGUN, lease=now + HOUR / 6)


@pytest.mark.parametrize(
    "there",
    [
        None,
        ANOTHERS,
        replace(CLAIM, lease=at("24 08:01:29")),
        replace(CLAIM, lease=None),
        *(replace(CLAIM, outcome=outcome) for outcome in Outcome if outcome != Outcome.CLAIMED),
    ],
)
def test_nobody_begins_what_is_not_theirs(there: Reminder | None) -> None:
    """Taken over, begun, closed, or gone: nothing leaves."""
    with pytest.raises(Taken):
        decisions.begin(CLAIM, found(record(*[there] if there else ())), NOW)


def test_nothing_is_begun_for_who_left() -> None:
    with pytest.raises(Taken):
        decisions.begin(CLAIM, found(None), NOW)


@pytest.mark.parametrize("there", [BEGUN, UNKNOWN])
@pytest.mark.parametrize("outcome", ENDS)
def test_its_sender_ends_it(there: Reminder, outcome: Outcome) -> None:
    """Whatever the outcome, with its note and moment and without a lease; also after it was given up as unknown."""
    before = record(there)
    result = decisions.end(ERRAND, outcome, "why", found(before), NOW)
    after = told(before, result)
    assert after == replace(there, outcome=outcome, note="why", lease=None, done_at=NOW)
    assert result.record is before


@pytest.mark.parametrize(
    "there", [ANOTHERS, replace(BEGUN, lease=TEN_MINUTES_ON + SECOND), replace(BEGUN, outcome=Outcome.SENT, lease=None)]
)
def test_nobody_ends_what_is_another_s(there: Reminder) -> None:
    """Claimed or begun by another, or closed: it stays as it is."""
    result = decisions.end(ERRAND, Outcome.SENT, "", found(record(there)), NOW)
    assert result.facts == ()


@pytest.mark.parametrize("there", [BEGUN, ANOTHERS])
@pytest.mark.parametrize("outcome", ENDS)
def test_only_a_block_closes_the_address(there: Reminder, outcome: Outcome) -> None:
    """Where the message went; also when the slot is another's by now."""
    result = decisions.end(ERRAND, outcome, "", found(record(there)), NOW)
    closed = [fact for _, fact in result.facts if isinstance(fact, Reached)]
    assert closed == ([Reached(HERE, reachable=False)] if outcome == Outcome.UNREACHABLE else [])


@pytest.mark.parametrize("there", [CLAIM, BEGUN, UNKNOWN])
def test_what_never_left_is_given_back(there: Reminder) -> None:
    """From that moment on it is anybody's; a claim again, whatever it was meanwhile."""
    holder = CLAIM if there is CLAIM else BEGUN
    before = record(there)
    result = decisions.give_back(holder, at("24 08:05"), found(before), NOW)
    assert told(before, result) == replace(CLAIM, lease=at("24 08:05"), done_at=None)
    assert result.record is before


@pytest.mark.parametrize("there", [None, ANOTHERS, replace(BEGUN, outcome=Outcome.SENT, lease=None)])
def test_nobody_gives_back_what_is_not_theirs(there: Reminder | None) -> None:
    """Another's claim keeps its lease, and what was sent is never tried again."""
    result = decisions.give_back(BEGUN, at("24 08:05"), found(record(*[there] if there else ())), NOW)
    assert (result.record, result.facts) == (None, ())
    assert decisions.give_back(BEGUN, at("24 08:05"), found(None), NOW).facts == ()


@pytest.mark.parametrize(
    ("due", "now", "following", "day"),
    [
        ("24 08:00", "24 08:01", "25 08:00", 24),
        ("24 08:00", "25 12:00", "26 08:00", 24),
        (None, "24 08:01", "25 08:00", 24),
        (None, "24 03:00", "24 08:00", 23),
    ],
)
def test_what_cannot_be_kept_is_given_up(
    course: Course, say: Texts, due: str | None, now: str, following: str, day: int
) -> None:
    """Its slot is closed as failed and counts as not given; the learner moves on."""
    before = record(next_lesson_at=due and at(due))
    result = values.decisions(course, say).give_up(DUE, found(before), at(now))
    assert becomes(before, result, at(now)) == "failed"
    assert result.record
    assert result.answer
    assert result.record.learner.next_lesson_at == at(following)
    assert (result.record.learner.reminded_on, result.answer.reminder.day.day) == (None, day)
    assert result.answer.reminder.due_at == at(due or now)


@pytest.mark.parametrize(("there", "what"), [(CLAIM, "failed"), (None, "nothing")])
def test_a_lapsed_claim_is_given_up_alone(course: Course, say: Texts, there: Reminder | None, what: str) -> None:
    """The learner had moved on when it was claimed."""
    before = record(*[there] if there else ())
    result = values.decisions(course, say).give_up(LAPSED, found(before), NOW)
    assert becomes(before, result, NOW) == what
    assert result.record is None or result.record.learner == before.learner
