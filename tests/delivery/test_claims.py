"""What falls due: when it is claimed, why it is better not sent, which slot it takes, and what comes next."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from bot.course.model import Course
from bot.delivery.decisions import Decisions, Errand
from bot.message import Address
from bot.record import Home, Record
from bot.record.facts import Outcome
from bot.texts import Texts
from tests.delivery import values
from tests.delivery.values import CLAIM, DUE, HERE, SECOND, at, becomes, found, record

KAKAO, WEB = Address("kakao", "k"), Address("web", "w")
QUIET_NIGHT = {"quiet": "quiet 22:00-07:00"}
ASKED = {"next_kind": "again 24 00:00", "once_at": at("24 08:00")}


@pytest.fixture
def decisions(course: Course, say: Texts) -> Decisions:
    return values.decisions(course, say)


@pytest.mark.parametrize(
    ("due", "early", "now", "what"),
    [
        ("24 08:00", [], "24 07:59:59", "nothing"),
        ("24 08:00", [], "24 08:00", "claimed"),
        ("24 08:00", [], "24 08:00:01", "claimed"),
        ("24 08:00", ["24 08:00"], "24 07:57", "claimed"),
        ("24 08:00", ["24 08:01"], "24 07:57", "nothing"),
        ("24 08:00", ["24 08:01"], "24 08:00", "claimed"),
        (None, [], "24 08:00", "nothing"),
        (None, ["24 08:00"], "24 08:00", "nothing"),
    ],
)
def test_it_is_claimed_at_its_time(
    decisions: Decisions, due: str | None, early: list[str], now: str, what: str
) -> None:
    """Not a second before, but for the moments that begin early; and never where nothing is due."""
    before = record(next_lesson_at=due and at(due))
    result = decisions.remind(DUE, [at(one) for one in early], found(before), at(now))
    assert becomes(before, result, at(now)) == what


def test_who_left_meanwhile_is_reminded_of_nothing(decisions: Decisions) -> None:
    for waiting in (DUE, values.LAPSED):
        assert decisions.remind(waiting, (), found(None), at("24 08:00")).facts == ()
        assert decisions.give_up(waiting, found(None), at("24 08:00")).facts == ()


@pytest.mark.parametrize(
    ("due", "now", "learner", "what"),
    [
        # three hours
        ("24 08:00", "24 10:59:59", {}, "claimed"),
        ("24 08:00", "24 11:00", {}, "claimed"),
        ("24 08:00", "24 11:00:01", {}, "skipped late"),
        # the night, from 21 to 8: what is punctual may come, up to five minutes
        ("24 23:00", "24 23:00", {}, "claimed"),
        ("24 23:00", "24 23:05", {}, "claimed"),
        ("24 23:00", "24 23:05:01", {}, "skipped night"),
        ("24 20:50", "24 20:59:59", {}, "claimed"),
        ("24 20:50", "24 21:00", {}, "skipped night"),
        ("24 20:50", "24 21:59:59", {}, "skipped night"),
        ("24 06:00", "24 07:59:59", {}, "skipped night"),
        ("24 06:00", "24 08:00", {}, "claimed"),
        ("24 08:00", "24 08:06", {"zone": "Europe/London"}, "skipped night"),
        ("24 23:00", "24 23:06", {"zone": "Europe/London"}, "claimed"),
        # quiet hours, when it was due or when it would come
        ("24 21:59", "24 21:59", QUIET_NIGHT, "claimed"),
        ("24 22:00", "24 22:00", QUIET_NIGHT, "skipped quiet"),
        ("24 06:59", "24 06:59", QUIET_NIGHT, "skipped quiet"),
        ("24 07:00", "24 07:00", QUIET_NIGHT, "claimed"),
        ("24 06:00", "24 09:00", {"quiet": "quiet 09:00-10:00"}, "skipped quiet"),
        ("24 06:00", "24 09:00", {"quiet": "quiet 05:00-09:00"}, "claimed"),
        # begun early, it counts as coming when it is due
        ("24 09:00", "24 08:58", {"quiet": "quiet 09:00-10:00"}, "skipped quiet"),
        ("24 09:00", "24 08:58", {"quiet": "quiet 08:00-09:00"}, "claimed"),
        # what was asked for comes in quiet hours, but not at night or hours later
        ("24 23:00", "24 23:00", QUIET_NIGHT | ASKED, "claimed"),
        ("24 23:00", "24 23:06", QUIET_NIGHT | ASKED, "skipped night"),
        ("24 08:00", "24 11:00:01", QUIET_NIGHT | ASKED, "skipped late"),
        ("24 23:00", "24 23:00", QUIET_NIGHT | {"next_kind": "follow-30"}, "skipped quiet"),
        # the most lasting reason first
        ("24 08:00", "24 23:00", {"quiet": "quiet 08:00-23:59"}, "skipped late"),
        ("24 22:30", "24 23:00", QUIET_NIGHT, "skipped quiet"),
    ],
)
def test_why_it_is_better_not_sent(
    decisions: Decisions, due: str, now: str, learner: dict[str, Any], what: str
) -> None:
    """Each bound of lateness, night and quiet hours to the second."""
    before = record(next_lesson_at=at(due), **learner)
    assert becomes(before, decisions.remind(DUE, [at(due)], found(before), at(now)), at(now)) == what


@pytest.mark.parametrize(
    ("homes", "now", "what", "address"),
    [
        ((Home(KAKAO), Home(HERE)), "24 08:00", "claimed", HERE),
        ((Home(HERE), Home(KAKAO)), "24 08:00", "claimed", HERE),
        ((Home(HERE), Home(Address("telegram", "8"))), "24 08:00", "claimed", HERE),
        (
            (Home(HERE, reachable=False), Home(Address("telegram", "8"))),
            "24 08:00",
            "claimed",
            Address("telegram", "8"),
        ),
        ((Home(WEB), Home(KAKAO)), "24 08:00", "skipped alone", WEB),
        ((Home(KAKAO), Home(WEB)), "24 08:00", "skipped alone", KAKAO),
        ((Home(HERE, reachable=False), Home(KAKAO)), "24 08:00", "skipped alone", KAKAO),
        ((Home(KAKAO),), "24 12:00", "skipped alone", KAKAO),
        ((Home(HERE, reachable=False),), "24 08:00", "moved on", None),
        ((), "24 08:00", "moved on", None),
    ],
)
def test_where_it_goes(
    decisions: Decisions, homes: tuple[Home, ...], now: str, what: str, address: Address | None
) -> None:
    """To Telegram, else to where they came first; nowhere when they blocked us everywhere."""
    before = record(homes=homes)
    result = decisions.remind(DUE, (), found(before), at(now))
    assert becomes(before, result, at(now)) == what
    assert (result.answer and result.answer.address) == address
    assert (result.answer and result.answer.reminder.channel) == (address and address.channel)


@pytest.mark.parametrize(
    ("outcome", "what"),
    [(outcome, "moved on") for outcome in Outcome if outcome != Outcome.SKIPPED] + [(Outcome.SKIPPED, "claimed")],
)
def test_a_slot_is_used_once(decisions: Decisions, outcome: Outcome, what: str) -> None:
    """Whatever became of it; only one that was skipped may still be used. The learner moves on either way."""
    there = replace(CLAIM, outcome=outcome, lease=None, done_at=at("24 07:00"))
    before = record(there)
    result = decisions.remind(DUE, (), found(before), at("24 08:00"))
    assert becomes(before, result, at("24 08:00")) == what
    assert result.record
    assert result.record.learner.next_lesson_at == at("25 08:00")


@pytest.mark.parametrize(
    ("rhythm", "due", "learner", "day", "kind", "why"),
    [
        ("daily 08:00", "24 08:00", {}, 24, "lesson", "daily 08:00"),
        ("daily 08:00,20:00", "24 08:00", {}, 24, "lesson", "daily 08:00,20:00"),
        ("daily 08:00,20:00", "24 20:00", {}, 24, "lesson-2", "daily 08:00,20:00"),
        ("daily 08:00,12:00,20:00", "24 20:00", {}, 24, "lesson-3", "daily 08:00,12:00,20:00"),
        ("daily 03:59", "25 03:59", {}, 24, "lesson", "daily 03:59"),
        ("daily 04:00", "25 04:00", {}, 25, "lesson", "daily 04:00"),
        ("daily 00:30,08:00", "25 00:30", {}, 24, "lesson-2", "daily 00:30,08:00"),
        ("daily 00:30,08:00", "25 08:00", {}, 25, "lesson", "daily 00:30,08:00"),
        ("daily 08:00", "24 23:00", {"next_kind": "again 24 14:00"}, 24, "again 24 14:00", "again 24 14:00"),
        ("daily 08:00", "24 08:00", {"next_kind": "follow-30"}, 24, "follow-30", "follow-30"),
    ],
)
def test_which_slot_it_takes(
    decisions: Decisions, rhythm: str, due: str, learner: dict[str, Any], day: int, kind: str, why: str
) -> None:
    """The study day on which it was due, which of its lessons it is, and what it follows; claimed at that second."""
    now = at(due) + SECOND
    before = record(rhythm=rhythm, next_lesson_at=at(due), **learner)
    one = errand(decisions, before, now).reminder
    assert (one.learner_id, one.day, one.kind, one.why) == (1, date(2026, 11, day), kind, why)
    assert (one.due_at, one.claimed_at, one.channel) == (at(due), now, "telegram")


def test_what_was_said_is_kept_with_it(decisions: Decisions) -> None:
    """What it opens, its wording, and the chance each wording had; a follow-up has no wordings."""
    one = errand(decisions, record(), at("24 08:00")).reminder
    assert one.opened == "lesson"
    assert sum(json.loads(one.chances).values()) == pytest.approx(1)
    assert json.loads(one.chances)[one.wording] > 0
    one = errand(decisions, record(next_kind="follow-30"), at("24 08:00")).reminder
    assert (one.opened, one.wording, one.chances) == ("follow-30", "", "")


TWICE = {"rhythm": "daily 08:00,20:00"}


@pytest.mark.parametrize(
    ("learner", "now", "following", "kind", "given"),
    [
        ({}, "24 08:00", "25 08:00", "lesson", (24, 1)),
        ({}, "24 07:58", "25 08:00", "lesson", (24, 1)),
        ({}, "24 11:00", "25 08:00", "lesson", (24, 1)),
        ({}, "24 11:00:01", "25 08:00", "lesson", None),
        ({}, "25 10:59:59", "25 08:00", "lesson", None),
        ({}, "25 11:00", "26 08:00", "lesson", None),
        (TWICE, "24 08:00", "24 20:00", "lesson", (24, 1)),
        (TWICE | {"next_lesson_at": at("24 20:00")}, "24 20:00", "25 08:00", "lesson", (24, 2)),
        (TWICE, "24 23:30", "25 08:00", "lesson", None),
        (TWICE | ASKED, "24 08:00", "25 08:00", "lesson", (24, 99)),
        (TWICE | ASKED, "24 11:00:01", "24 20:00", "lesson", None),
        ({"next_lesson_at": at("29 08:00")}, "29 08:00", "12-01 08:00", "lesson", (29, 1)),
        ({"next_kind": "follow-30", "ended_at": at("01 08:00")}, "24 08:00", "12-01 08:00", "follow-30", None),
        ({"rhythm": "daily 08:00", "off": True}, "24 08:00", None, "lesson", (24, 1)),
    ],
)
def test_what_comes_next(
    decisions: Decisions,
    learner: dict[str, Any],
    now: str,
    following: str | None,
    kind: str,
    given: tuple[int, int] | None,
) -> None:
    """The next hour after the one that was due, but none that is over for more than three hours; a day given counts."""
    before = record(**learner)
    due = before.learner.next_lesson_at
    assert due
    result = decisions.remind(DUE, [due], found(before), at(now))
    assert result.record
    after = result.record.learner
    assert after.next_lesson_at == (following and at(following))
    assert (after.next_kind, after.once_at) == (kind, None)
    reminded = after.reminded_on and (after.reminded_on.day, after.reminded)
    assert reminded == given


def errand(decisions: Decisions, before: Record, now: datetime) -> Errand:
    """What a claim came to."""
    result = decisions.remind(DUE, (), found(before), now)
    assert becomes(before, result, now) == "claimed"
    assert result.answer
    return result.answer
