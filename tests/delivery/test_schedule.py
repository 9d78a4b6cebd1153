"""When a learner is spoken to next and about what, which of the day's lessons it is, and which days are silent."""

import time
from collections.abc import Iterator
from datetime import UTC, date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.delivery.values import HOLIDAY, LEARNER, at

TWICE = {"rhythm": "daily 08:00,20:00"}
GIVEN = {"reminded_on": date(2026, 11, 24), "reminded": 1}
PAUSE = {"paused_from": date(2026, 11, 25), "paused_until": date(2026, 11, 27)}
NOVEMBER_1 = {"ended_at": at("01 08:00")}  # 30 days on is the 1st of December, 90 days the 30th of January


@pytest.mark.parametrize(
    ("learner", "after", "following", "kind"),
    [
        # the rhythm, strictly after the moment
        ({}, "24 07:59:59", "24 08:00", "lesson"),
        ({}, "24 08:00", "25 08:00", "lesson"),
        ({"rhythm": ""}, "24 07:00", None, "lesson"),
        ({"rhythm": "every 2d 08:00"}, "23 12:00", "25 08:00", "lesson"),
        ({"rhythm": "every 2d 08:00", "since": at("24 00:30")}, "24 07:00", "24 08:00", "lesson"),
        ({"rhythm": "every 2d 08:00", "since": at("23 23:30")}, "24 07:00", "25 08:00", "lesson"),
        ({"off": True}, "24 07:00", None, "lesson"),
        # silent days
        ({}, "29 08:00", "12-01 08:00", "lesson"),
        ({"on_holidays": True}, "29 08:00", "30 08:00", "lesson"),
        (PAUSE, "24 08:00", "27 08:00", "lesson"),
        # lessons given out on this study day do not come again when hours change
        (GIVEN, "24 07:00", "25 08:00", "lesson"),
        (GIVEN | {"rhythm": "daily 20:00"}, "24 12:00", "25 20:00", "lesson"),
        (GIVEN | TWICE, "24 12:00", "24 20:00", "lesson"),
        (GIVEN | TWICE | {"reminded": 2}, "24 12:00", "25 08:00", "lesson"),
        (GIVEN | {"rhythm": "daily 02:00"}, "24 12:00", "26 02:00", "lesson"),
        (GIVEN | {"reminded_on": date(2026, 11, 23)}, "24 07:00", "24 08:00", "lesson"),
        # what was asked for stands in for the lessons of its study day, and comes though all else is off
        ({"once_at": at("24 07:30")}, "24 07:00", "24 07:30", "again 23 22:30"),
        ({"once_at": at("24 21:00")}, "24 08:00", "24 21:00", "again 24 12:00"),
        ({"once_at": at("24 21:00")}, "24 07:00", "24 21:00", "again 24 12:00"),
        ({"once_at": at("25 21:00")}, "24 07:00", "24 08:00", "lesson"),
        ({"once_at": at("25 03:59")}, "24 07:00", "25 03:59", "again 24 18:59"),
        ({"once_at": at("25 04:00")}, "24 07:00", "24 08:00", "lesson"),
        ({"once_at": at("24 21:00")} | TWICE, "24 07:00", "24 21:00", "again 24 12:00"),
        ({"once_at": at("24 21:00"), "off": True}, "24 07:00", "24 21:00", "again 24 12:00"),
        ({"once_at": at("24 06:00")}, "24 07:00", "24 06:00", "again 23 21:00"),
        # after the end
        (NOVEMBER_1, "12-01 07:59:59", "12-01 08:00", "follow-30"),
        (NOVEMBER_1 | {"off": True}, "24 07:00", None, "lesson"),
        # on their next own day
        (NOVEMBER_1 | {"rhythm": "weekly mon,wed,fri 19:30"}, "24 07:00", "12-02 19:30", "follow-30"),
        (NOVEMBER_1 | {"rhythm": "weekly sat 09:00,21:00"}, "24 07:00", "12-05 09:00", "follow-30"),
        (NOVEMBER_1 | {"rhythm": "weekly tue 01:00"}, "24 07:00", "12-08 01:00", "follow-30"),  # of Monday, before dawn
        (NOVEMBER_1 | {"rhythm": "weekly wed 01:00"}, "24 07:00", "12-02 01:00", "follow-30"),
        (NOVEMBER_1 | {"rhythm": ""}, "24 07:00", "12-01 08:00", "follow-30"),
        (NOVEMBER_1 | {"once_at": at("24 21:00")}, "24 07:00", "24 21:00", "again 24 12:00"),
        (NOVEMBER_1 | {"once_at": at("12-01 08:01")}, "24 07:00", "12-01 08:00", "follow-30"),
    ],
)
def test_what_comes_next(learner: dict[str, Any], after: str, following: str | None, kind: str) -> None:
    """Whatever is first: what was asked for, the daily lesson, or a month after the end the question how it goes."""
    scheduled = replace(LEARNER, **learner).scheduled(at(after), {HOLIDAY})
    assert (scheduled.next_lesson_at, scheduled.next_kind) == (following and at(following), kind)
    assert scheduled.next_lesson_at is None or scheduled.next_lesson_at.tzinfo is UTC
    assert scheduled == replace(
        LEARNER, **learner, next_lesson_at=scheduled.next_lesson_at, next_kind=scheduled.next_kind
    )


@pytest.fixture
def machine_in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone that the process was started in."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_zone_of_the_machine_does_not_matter(machine_in_new_york: None) -> None:
    """What was asked for is named by its moment in UTC, and the next lesson is a moment in UTC."""
    scheduled = replace(LEARNER, once_at=at("24 21:00")).scheduled(at("24 07:00"), ())
    assert scheduled.next_kind == "again 24 12:00"
    assert str(scheduled.next_lesson_at) == "2026-11-24 12:00:00+00:00"


@pytest.mark.parametrize(
    ("days", "kind", "wait"),
    [(29, "follow-30", 30), (30, "follow-90", 90), (89, "follow-90", 90), (90, "lesson", None)],
)
def test_after_the_end_two_questions(days: int, kind: str, wait: int | None) -> None:
    """After 30 days and after 90, each once, at the hour of the end; then silence."""
    ended = at("01 08:00")
    day = at("02 08:00") - ended
    scheduled = replace(LEARNER, ended_at=ended).scheduled(ended + days * day, ())
    assert (scheduled.next_kind, scheduled.next_lesson_at) == (kind, wait and ended + wait * day)


def test_the_question_after_the_end_keeps_the_wall_clock() -> None:
    """The clocks of New York go back on the 1st of November; it comes at eight in the morning all the same."""
    ended = at("10-24 21:00")  # 08:00 in New York
    scheduled = replace(LEARNER, zone="America/New_York", ended_at=ended).scheduled(ended, ())
    assert scheduled.next_lesson_at == at("23 22:00")


@pytest.mark.parametrize(
    ("learner", "moment", "sent", "once", "given"),
    [
        ({}, "24 08:00", True, True, (24, 1)),
        ({}, "24 08:00", False, True, None),
        (TWICE, "24 20:00", True, True, (24, 2)),
        (TWICE, "25 03:59", True, True, (24, 2)),
        (TWICE, "25 04:00", True, True, (25, 1)),
        ({"next_kind": "again 24 12:00"}, "24 21:00", True, False, (24, 99)),
        ({"next_kind": "again 24 12:00"}, "24 21:00", False, False, None),
        ({"next_kind": "follow-30", "ended_at": at("20 08:00")}, "24 08:00", True, True, None),
        ({"next_kind": "follow-90", "ended_at": at("20 08:00")}, "24 08:00", True, True, None),
        ({"next_kind": "follow-90"}, "24 08:00", True, True, (24, 99)),  # of another course: in place of the lesson
        ({"next_kind": "follow-90"}, "24 08:00", False, True, None),
    ],
)
def test_what_counts_as_given_out(
    learner: dict[str, Any],
    moment: str,
    given: tuple[int, int] | None,
    *,
    sent: bool,
    once: bool,
) -> None:
    """A lesson and those before it, or with one asked for all of its study day; what was left unsaid does not count.

    What was asked for is over either way.
    """
    before = replace(LEARNER, once_at=at("24 21:00"), **learner)
    after = before.given(at(moment), sent=sent)
    assert (after.reminded_on and (after.reminded_on.day, after.reminded)) == given
    assert (after.once_at is not None) == once
    assert (after.next_kind, after.next_lesson_at) == (before.next_kind, before.next_lesson_at)


@pytest.mark.parametrize(
    ("rhythm", "moment", "nth"),
    [
        ("daily 08:00", "24 08:00", 1),
        ("daily 08:00", "24 07:59", 1),  # the rhythm has changed since
        ("daily 08:00,12:00,20:00", "24 11:59", 1),
        ("daily 08:00,12:00,20:00", "24 12:00", 2),
        ("daily 08:00,12:00,20:00", "24 12:01", 2),
        ("daily 08:00,12:00,20:00", "24 19:59", 2),
        ("daily 08:00,12:00,20:00", "24 20:00", 3),
        ("daily 08:00,12:00,20:00", "25 03:59", 3),
        ("daily 08:00,12:00,20:00", "25 04:00", 1),
        ("daily 00:30,08:00", "24 08:00", 1),
        ("daily 00:30,08:00", "24 23:59", 1),
        ("daily 00:30,08:00", "25 00:29", 1),
        ("daily 00:30,08:00", "25 00:30", 2),
        ("daily 03:59,04:00", "24 04:00", 1),
        ("daily 03:59,04:00", "25 03:58", 1),
        ("daily 03:59,04:00", "25 03:59", 2),
    ],
)
def test_which_lesson_of_the_study_day(rhythm: str, moment: str, nth: int) -> None:
    """Hours count from four in the morning, when a study day begins; the first is 1."""
    assert replace(LEARNER, rhythm=rhythm).nth(at(moment)) == nth


@pytest.mark.parametrize(
    ("learner", "day", "silent"),
    [
        ({}, date(2026, 11, 29), False),
        ({}, HOLIDAY, True),
        ({"on_holidays": True}, HOLIDAY, False),
        ({"on_holidays": True, "paused_from": HOLIDAY, "paused_until": date(2026, 12, 1)}, HOLIDAY, True),
        (PAUSE, date(2026, 11, 24), False),
        (PAUSE, date(2026, 11, 25), True),
        (PAUSE, date(2026, 11, 26), True),
        (PAUSE, date(2026, 11, 27), False),
        ({"paused_from": date(2026, 11, 25)}, date(2026, 11, 26), False),
        ({"paused_until": date(2026, 11, 27)}, date(2026, 11, 26), False),
    ],
)
def test_silent_days(learner: dict[str, Any], day: date, *, silent: bool) -> None:
    """A public holiday, unless they want those, and a pause from its first day to the day before its last."""
    assert replace(LEARNER, **learner).rests(day, {HOLIDAY}) is silent


@pytest.mark.parametrize(
    ("quiet", "zone", "moment", "held"),
    [
        ("", "Asia/Seoul", "24 23:00", False),
        ("quiet 22:00-07:00", "Asia/Seoul", "24 21:59:59", False),
        ("quiet 22:00-07:00", "Asia/Seoul", "24 22:00", True),
        ("quiet 22:00-07:00", "Asia/Seoul", "25 00:00", True),
        ("quiet 22:00-07:00", "Asia/Seoul", "25 06:59:59", True),
        ("quiet 22:00-07:00", "Asia/Seoul", "25 07:00", False),
        ("quiet 13:00-14:00", "Asia/Seoul", "24 12:59:59", False),
        ("quiet 13:00-14:00", "Asia/Seoul", "24 13:00", True),
        ("quiet 13:00-14:00", "Asia/Seoul", "24 13:59:59", True),
        ("quiet 13:00-14:00", "Asia/Seoul", "24 14:00", False),
        ("quiet 22:00-07:00", "Europe/London", "24 23:00", False),
        ("quiet 22:00-07:00", "Europe/London", "24 08:00", True),
    ],
)
def test_quiet_hours(quiet: str, zone: str, moment: str, *, held: bool) -> None:
    """By the learner's own clock; the end is no longer quiet."""
    assert replace(LEARNER, quiet=quiet, zone=zone).quiet_at(at(moment)) is held


@pytest.mark.parametrize(
    ("zone", "floor", "moment", "day"),
    [
        ("Asia/Seoul", None, "25 03:59:59", 24),
        ("Asia/Seoul", None, "25 04:00", 25),
        ("Europe/London", None, "25 12:59", 24),
        ("Europe/London", None, "25 13:00", 25),
        ("Europe/London", date(2026, 11, 25), "25 12:59", 25),
        ("Europe/London", date(2026, 11, 24), "25 13:00", 25),
    ],
)
def test_the_study_day(zone: str, floor: date | None, moment: str, day: int) -> None:
    """It begins at four in the morning where they live, and a move to another zone never takes it back."""
    assert replace(LEARNER, zone=zone, day_floor=floor).day(at(moment)) == date(2026, 11, day)
