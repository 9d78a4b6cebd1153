"""A claim whose lease ran out before it was begun: when it is taken over, and what becomes of it by then."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from bot.course.model import Course
from bot.delivery.decisions import Decisions
from bot.message import Address
from bot.record import Home
from bot.record.facts import Outcome, Slot
from bot.store.outbox import Waiting
from bot.texts import Texts
from tests.delivery import values
from tests.delivery.values import CLAIM, LAPSED, at, becomes, found, record


@pytest.fixture
def decisions(course: Course, say: Texts) -> Decisions:
    return values.decisions(course, say)


@pytest.mark.parametrize(
    ("claim", "now", "what"),
    [
        ({}, "24 08:01:29", "nothing"),
        ({}, "24 08:01:30", "claimed"),
        ({}, "24 08:01:31", "claimed"),
        ({"lease": None}, "24 08:01:31", "nothing"),
        *(({"outcome": one}, "24 08:01:31", "nothing") for one in Outcome if one != Outcome.CLAIMED),
    ],
)
def test_when_it_is_taken_over(decisions: Decisions, claim: dict[str, Any], now: str, what: str) -> None:
    """From the second its lease ends, and only while nothing of it has left."""
    before = record(replace(CLAIM, **claim))
    assert becomes(before, decisions.remind(LAPSED, (), found(before), at(now)), at(now)) == what


@pytest.mark.parametrize(
    "slot",
    [Slot(1, date(2026, 11, 23), "lesson"), Slot(1, date(2026, 11, 24), "lesson-2"), Slot(2, CLAIM.day, "lesson")],
)
def test_no_other_slot_is_taken_instead(decisions: Decisions, slot: Slot) -> None:
    """Of another day, of another lesson of the day, or of another learner."""
    before, now = record(CLAIM), at("24 08:02")
    assert becomes(before, decisions.remind(Waiting(1, slot), (), found(before), now), now) == "nothing"


def test_what_a_new_claim_keeps(decisions: Decisions) -> None:
    """Its slot, when it was due and first claimed; the learner had moved on already, and only the screen is new."""
    before, now = record(CLAIM, next_lesson_at=at("25 08:00")), at("24 08:02")
    result = decisions.remind(LAPSED, (), found(before), now)
    assert becomes(before, result, now) == "claimed"
    assert result.answer
    assert result.record
    one = result.answer.reminder
    assert (one.slot, one.why, one.due_at, one.claimed_at) == (CLAIM.slot, CLAIM.why, CLAIM.due_at, CLAIM.claimed_at)
    assert result.record.learner == replace(before.learner, screen=result.answer.message)


PAUSE = {"paused_from": date(2026, 11, 24), "paused_until": date(2026, 11, 25)}
OFF_SAID = {"off": True, "heard_at": at("24 08:00:01")}


@pytest.mark.parametrize(
    ("claim", "learner", "now", "what"),
    [
        # what holds for a first claim holds still, and it surely never left
        ({}, {}, "24 11:00", "claimed"),
        ({}, {}, "24 11:00:01", "unsent late"),
        ({}, {"quiet": "quiet 08:00-09:00"}, "24 08:59", "unsent quiet"),
        ({"due_at": at("24 20:50")}, {}, "24 21:00", "unsent night"),
        ({"kind": "again 24 00:00"}, {"quiet": "quiet 08:00-09:00"}, "24 08:59", "claimed"),
        # switched off since it was due
        ({}, OFF_SAID, "24 08:02", "unsent off"),
        ({}, OFF_SAID, "24 11:00:01", "unsent off"),
        ({"kind": "lesson-2"}, OFF_SAID, "24 08:02", "unsent off"),
        ({"kind": "again 24 00:00"}, OFF_SAID, "24 08:02", "claimed"),
        ({"kind": "follow-30"}, OFF_SAID, "24 08:02", "claimed"),
        ({}, OFF_SAID | {"off": False}, "24 08:02", "claimed"),
        # our own farewell switches off as well, and nobody has spoken then
        ({}, {"off": True}, "24 08:02", "claimed"),
        ({}, OFF_SAID | {"heard_at": at("24 07:59")}, "24 08:02", "claimed"),
        ({}, OFF_SAID | {"heard_at": at("24 08:00")}, "24 08:02", "claimed"),
        # a pause on the day it was due, by the calendar
        ({}, PAUSE | {"heard_at": at("24 08:00:01")}, "24 08:02", "unsent off"),
        ({}, PAUSE, "24 08:02", "claimed"),
        ({}, {**PAUSE, "paused_from": date(2026, 11, 25), "heard_at": at("24 08:01")}, "24 08:02", "claimed"),
        ({}, {**PAUSE, "paused_until": date(2026, 11, 24), "heard_at": at("24 08:01")}, "24 08:02", "claimed"),
        ({"due_at": at("25 03:59")}, PAUSE | {"heard_at": at("25 04:00")}, "25 04:01:30", "claimed"),
        ({"due_at": at("24 03:59")}, PAUSE | {"heard_at": at("24 04:00")}, "24 04:01:30", "unsent off"),
        # a holiday is no wish of theirs
        ({"due_at": at("30 08:00")}, {"heard_at": at("30 08:00:01")}, "30 08:02", "claimed"),
    ],
)
def test_what_becomes_of_it(
    decisions: Decisions, claim: dict[str, Any], learner: dict[str, Any], now: str, what: str
) -> None:
    """A lesson that the learner has said no to since is not sent; whatever else they said changes nothing."""
    lapsed = replace(CLAIM, lease=at(now), **claim)
    before = record(lapsed, **learner)
    result = decisions.remind(Waiting(1, lapsed.slot), (), found(before), at(now))
    assert becomes(before, result, at(now)) == what


@pytest.mark.parametrize(
    ("homes", "what", "channel"),
    [
        ((Home(Address("telegram", "8")),), "claimed", "telegram"),
        ((Home(Address("kakao", "k")),), "unsent alone", "kakao"),
        ((Home(values.HERE, reachable=False), Home(Address("kakao", "k"))), "unsent alone", "kakao"),
        ((Home(values.HERE, reachable=False),), "unsent alone", ""),
    ],
)
def test_it_goes_where_its_learner_is_now(
    decisions: Decisions, homes: tuple[Home, ...], what: str, channel: str
) -> None:
    """And is closed where they cannot be reached any more."""
    before, now = record(CLAIM, homes=homes), at("24 08:02")
    result = decisions.remind(LAPSED, (), found(before), now)
    assert becomes(before, result, now) == what
    assert result.answer
    assert result.answer.reminder.channel == channel
