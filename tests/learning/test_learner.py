"""When lessons come to one learner, as calendars. Moments are written on the clock in Seoul unless a zone is named."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from time import tzset

import pytest
from msgspec.structs import replace

from bot.message import Message
from bot.record.learner import ALL_LESSONS, FOLLOW_UPS, Learner, ReminderKind

HOLIDAY = date(2026, 12, 25)  # a Friday


def seoul(text: str) -> datetime:
    """A moment of 2026 on the clock in Seoul: 11-25 08:00."""
    return datetime.fromisoformat(f"2026-{text}:00+09:00").astimezone(UTC)


def on(text: str) -> date:
    """A day of 2026."""
    return date.fromisoformat(f"2026-{text}")


def spoken(moment: datetime | None) -> str:
    """The inverse of `seoul`, with the zone proved to be UTC."""
    assert moment is None or moment.tzinfo is UTC
    return f"{moment + timedelta(hours=9):%m-%d %H:%M}" if moment else "never"


NEW = Learner(1, seoul("11-02 12:00"))
WEEKDAYS = replace(NEW, rhythm="weekdays 08:00")
TWICE = replace(NEW, rhythm="daily 08:00,20:00")


@pytest.fixture(autouse=True)
def _server_in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone of the machine that serves has no say in anything here."""
    monkeypatch.setenv("TZ", "America/New_York")
    tzset()
    yield
    monkeypatch.undo()
    tzset()


# -- the learner's own day and clock -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "zone", "floor", "day"),
    [
        ("11-25 03:59", "Asia/Seoul", None, "11-24"),  # a study day rolls at 04:00
        ("11-25 04:00", "Asia/Seoul", None, "11-25"),
        ("11-25 23:59", "Asia/Seoul", None, "11-25"),
        ("11-25 08:00", "America/New_York", None, "11-24"),  # 18:00 the evening before
        ("11-25 08:00", "America/New_York", "11-25", "11-25"),  # moved there today: the day is not taken back
        ("11-25 08:00", "Asia/Seoul", "11-24", "11-25"),  # a floor of yesterday holds nobody
    ],
)
def test_the_day(moment: str, zone: str, floor: str | None, day: str) -> None:
    """Where they live, and never before `day_floor`."""
    learner = replace(NEW, zone=zone, day_floor=on(floor) if floor else None)
    assert learner.day(seoul(moment)) == on(day)


def test_the_local_clock() -> None:
    """08:00 in Seoul is 18:00 of the day before in New York."""
    assert NEW.local(seoul("11-25 08:00")).isoformat() == "2026-11-25T08:00:00+09:00"
    assert replace(NEW, zone="America/New_York").local(seoul("11-25 08:00")).isoformat() == "2026-11-24T18:00:00-05:00"


@pytest.mark.parametrize(
    ("quiet", "at", "holds"),
    [
        ("", "22:30", False),
        ("quiet 22:00-07:00", "21:59", False),
        ("quiet 22:00-07:00", "22:00", True),
        ("quiet 22:00-07:00", "06:59", True),
        ("quiet 22:00-07:00", "07:00", False),
    ],
)
def test_quiet_hours(quiet: str, at: str, *, holds: bool) -> None:
    """On the learner's own clock; the end is no longer quiet."""
    assert replace(NEW, quiet=quiet).quiet_at(seoul(f"11-25 {at}")) is holds


@pytest.mark.parametrize(
    ("first", "back", "wants_holidays", "day", "rests"),
    [
        (None, None, False, "11-25", False),
        ("11-25", "11-27", False, "11-24", False),
        ("11-25", "11-27", False, "11-25", True),
        ("11-25", "11-27", False, "11-26", True),
        ("11-25", "11-27", False, "11-27", False),  # the day they are back
        ("11-25", None, False, "11-25", False),  # half a pause is none
        (None, "11-27", False, "11-25", False),
        (None, None, False, "12-25", True),  # a public holiday
        (None, None, True, "12-25", False),  # wanted
        ("12-24", "12-26", True, "12-25", True),  # a pause rests though holidays are wanted
    ],
)
def test_days_of_rest(first: str | None, back: str | None, day: str, *, wants_holidays: bool, rests: bool) -> None:
    """A pause from its first day to the day before they are back; a public holiday unless it is wanted."""
    pause = (on(first) if first else None, on(back) if back else None)
    learner = replace(NEW, paused_from=pause[0], paused_until=pause[1], on_holidays=wants_holidays)
    assert learner.rests(on(day), {HOLIDAY}) is rests


def test_somebody_new() -> None:
    """New is who was never shown anything."""
    assert NEW.new
    assert not replace(NEW, screen=Message(("…",))).new


def test_what_a_learner_is_at_first() -> None:
    """In Seoul, with nothing chosen, kept from or given out."""
    assert Learner(
        id=1, since=seoul("11-02 12:00"), trade="", zone="Asia/Seoul", rhythm="", intention="", on_holidays=False,
        quiet="", paused_from=None, paused_until=None, day_floor=None, off=False, once_at=None, ended_at=None,
        next_lesson_at=None, next_kind="lesson", reminded_on=None, reminded=0, screen=None, heard="", meant="",
        heard_at=None, undo=None,
    ) == NEW  # fmt: skip


# -- the lessons of a day ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "at", "nth"),
    [
        ("daily 08:00", "07:00", 1),  # before the first it is the first
        ("daily 08:00", "08:00", 1),
        ("daily 08:00,20:00", "07:59", 1),
        ("daily 08:00,20:00", "19:59", 1),
        ("daily 08:00,20:00", "20:00", 2),
        ("daily 08:00,20:00", "20:30", 2),
        ("daily 08:00,08:30", "08:29", 1),  # the minutes count
        ("daily 08:00,08:30", "08:30", 2),
        ("daily 08:00,20:00", "03:59", 2),  # late at night it is still the day before
        ("daily 08:00,20:00", "04:00", 1),
        ("daily 01:00,22:00", "22:30", 1),  # 01:00 ends the study day it lies in
        ("daily 01:00,22:00", "01:00", 2),
        ("daily 03:59,04:00", "04:00", 1),
        ("daily 03:59,04:00", "03:59", 2),
    ],
)
def test_which_lesson_of_the_study_day(rhythm: str, at: str, nth: int) -> None:
    """Counted from 04:00, when a study day begins (DAY_STARTS)."""
    assert replace(NEW, rhythm=rhythm).nth(seoul(f"11-25 {at}")) == nth


@pytest.mark.parametrize(
    ("learner", "after", "first"),
    [
        (NEW, "11-25 07:00", "never"),  # no rhythm was chosen
        (WEEKDAYS, "11-25 07:00", "11-25 08:00"),
        (WEEKDAYS, "11-25 08:00", "11-26 08:00"),  # strictly after
        (WEEKDAYS, "11-27 09:00", "11-30 08:00"),  # Friday to Monday
        (WEEKDAYS, "12-24 09:00", "12-28 08:00"),  # over the holiday
        (replace(WEEKDAYS, on_holidays=True), "12-24 09:00", "12-25 08:00"),
        (replace(WEEKDAYS, zone="America/New_York"), "11-25 08:00", "11-25 22:00"),
        (replace(WEEKDAYS, paused_from=on("11-25"), paused_until=on("11-27")), "11-24 09:00", "11-27 08:00"),
        (replace(NEW, rhythm="every 2d 08:00"), "11-25 07:00", "11-26 08:00"),  # counted from the first day, a 2nd
        (replace(NEW, rhythm="every 2d 08:00", since=seoul("11-03 12:00")), "11-25 07:00", "11-25 08:00"),
        (replace(NEW, rhythm="every 2d 08:00", since=seoul("11-03 00:30")), "11-25 07:00", "11-25 08:00"),  # in Seoul
    ],
)
def test_when_the_rhythm_beats_next(learner: Learner, after: str, first: str) -> None:
    """The next hour of the rhythm on a day that does not rest; days and hours are those where they live."""
    assert spoken(learner.next_hour(seoul(after), {HOLIDAY})) == first
    assert spoken(learner.next_lesson(seoul(after), {HOLIDAY})) == first, "nothing was given out yet"


@pytest.mark.parametrize(
    ("learner", "given", "after", "first"),
    [
        (WEEKDAYS, ("11-25", 1), "11-25 07:00", "11-26 08:00"),  # given out already, then the hour was changed
        (WEEKDAYS, ("11-24", 1), "11-25 07:00", "11-25 08:00"),
        (WEEKDAYS, ("11-26", 1), "11-25 07:00", "11-25 08:00"),
        (WEEKDAYS, ("11-25", 0), "11-25 07:00", "11-25 08:00"),
        (TWICE, ("11-25", 1), "11-25 07:00", "11-25 20:00"),  # the second is still to come
        (TWICE, ("11-25", 2), "11-25 07:00", "11-26 08:00"),
        (TWICE, ("11-25", ALL_LESSONS), "11-25 07:00", "11-26 08:00"),
    ],
)
def test_no_lesson_of_a_day_is_given_out_twice(
    learner: Learner, given: tuple[str, int], after: str, first: str
) -> None:
    """`given` is the study day of the last lesson given out, and how many of that day's lessons were."""
    day, count = given
    learner = replace(learner, reminded_on=on(day), reminded=count)
    assert spoken(learner.next_lesson(seoul(after), {HOLIDAY})) == first
    assert spoken(learner.next_hour(seoul(after), {HOLIDAY})) == "11-25 08:00", "the rhythm itself is the same"


# -- what comes next -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("", "mon tue wed thu fri sat sun"),
        ("weekdays 08:00", "mon tue wed thu fri"),
        ("weekly wed 04:00", "wed"),
        ("weekly wed 03:59", "tue"),  # before dawn it belongs to the study day before
        ("weekly wed 00:30,12:00", "tue wed"),
    ],
)
def test_the_study_days_of_a_rhythm(rhythm: str, days: str) -> None:
    """On which study days of a week a lesson comes."""
    monday = date(2026, 11, 23)
    learner = replace(WEEKDAYS, rhythm=rhythm)
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    assert [names[n] for n in range(7) if learner.expects(monday + timedelta(days=n))] == days.split()


ENDED = replace(WEEKDAYS, ended_at=seoul("11-01 09:30"))
ENDED_BEFORE_IT = replace(WEEKDAYS, ended_at=seoul("11-25 09:30"))  # 30 days before the holiday
SNOOZED = replace(WEEKDAYS, once_at=seoul("11-25 08:30"))


@pytest.mark.parametrize(
    ("learner", "after", "first", "kind"),
    [
        (NEW, "11-25 07:00", "never", "lesson"),
        (WEEKDAYS, "11-25 07:00", "11-25 08:00", "lesson"),
        (replace(WEEKDAYS, off=True), "11-25 07:00", "never", "lesson"),
        # asked for once: it stands in for the lessons of its study day
        (SNOOZED, "11-25 07:00", "11-25 08:30", "again 24 23:30"),  # named by its moment in UTC
        (replace(SNOOZED, off=True), "11-25 07:00", "11-25 08:30", "again 24 23:30"),  # who asks is told
        (replace(SNOOZED, rhythm=""), "11-25 07:00", "11-25 08:30", "again 24 23:30"),
        (replace(TWICE, once_at=seoul("11-26 06:00")), "11-25 09:00", "11-25 20:00", "lesson"),  # another day's is kept
        (replace(TWICE, once_at=seoul("11-25 10:00")), "11-25 07:00", "11-25 10:00", "again 25 01:00"),
        (replace(TWICE, once_at=seoul("11-26 03:00")), "11-25 07:00", "11-26 03:00", "again 25 18:00"),  # both are out
        (replace(TWICE, once_at=seoul("11-26 05:00")), "11-25 07:00", "11-25 08:00", "lesson"),
        # after the end: in 30 and in 90 days at their first hour, be it a day of theirs or not, and nothing else
        (ENDED, "11-25 07:00", "12-01 08:00", "follow-30"),
        (ENDED, "12-01 07:59", "12-01 08:00", "follow-30"),
        (ENDED, "12-01 08:00", "02-01 08:00", "follow-90"),  # strictly after; the 90th day is a Saturday
        (replace(ENDED, rhythm=""), "11-25 07:00", "12-01 09:30", "follow-30"),  # at that of the end
        (replace(ENDED, ended_at=seoul("11-02 00:30")), "11-25 07:00", "12-01 08:00", "follow-30"),  # never at midnight
        (replace(ENDED, rhythm="daily 01:00,20:00"), "11-25 07:00", "12-01 20:00", "follow-30"),
        (replace(ENDED, rhythm="daily 01:00"), "11-25 07:00", "12-02 01:00", "follow-30"),  # still the 30th study day
        (
            ENDED_BEFORE_IT,
            "11-25 10:00",
            "12-28 08:00",
            "follow-30",
        ),  # the day rests, and the weekend after it is none of theirs
        (replace(ENDED_BEFORE_IT, on_holidays=True), "11-25 10:00", "12-25 08:00", "follow-30"),
        (replace(ENDED, off=True), "11-25 07:00", "never", "lesson"),
        (replace(ENDED, once_at=seoul("11-25 09:00")), "11-25 07:00", "11-25 09:00", "again 25 00:00"),
        (replace(ENDED, once_at=seoul("12-01 09:31")), "11-25 07:00", "12-01 08:00", "follow-30"),
        (replace(ENDED, ended_at=seoul("06-01 09:30")), "11-25 07:00", "never", "lesson"),  # both are over
    ],
)
def test_what_comes_next(learner: Learner, after: str, first: str, kind: str) -> None:
    """Whatever comes first; a moment and its kind."""
    stale = replace(learner, next_lesson_at=seoul("01-01 00:00"), next_kind="stale")
    then = stale.scheduled(seoul(after), {HOLIDAY})
    assert (spoken(then.next_lesson_at), then.next_kind) == (first, kind)
    assert replace(then, next_lesson_at=None, next_kind=ReminderKind.LESSON) == learner, "nothing else is changed"


def test_the_month_after_the_end_is_counted_on_the_wall() -> None:
    """Told at 09:30 in New York in October, asked at 09:30 in November, though the clocks went back between."""
    told = datetime(2026, 10, 15, 13, 30, tzinfo=UTC)
    then = replace(NEW, zone="America/New_York", ended_at=told).scheduled(told, ())
    assert then.next_lesson_at == datetime(2026, 11, 14, 14, 30, tzinfo=UTC)


ENDED = replace(WEEKDAYS, ended_at=seoul("10-26 08:00"))


@pytest.mark.parametrize(
    ("learner", "kind", "moment", "sent", "kept"),
    [
        (WEEKDAYS, ReminderKind.LESSON, "11-25 08:00", True, ("11-25", 1)),
        (TWICE, ReminderKind.LESSON, "11-25 20:00", True, ("11-25", 2)),
        (WEEKDAYS, ReminderKind.LESSON, "11-26 03:00", True, ("11-25", 1)),  # late at night: of the day before
        (WEEKDAYS, ReminderKind.LESSON, "11-25 08:00", False, None),  # left unsaid: it may still come
        (ENDED, "follow-30", "11-25 08:00", True, None),  # after the end nothing is counted
        (ENDED, "follow-90", "11-25 08:00", True, None),
        (WEEKDAYS, "follow-30", "11-25 08:00", True, ("11-25", ALL_LESSONS)),  # of another course: the day's own
        (SNOOZED, "again 24 23:30", "11-25 08:30", True, ("11-25", ALL_LESSONS)),  # it stood in for all of the day
        (SNOOZED, "again 24 23:30", "11-25 08:30", False, None),
    ],
)
def test_what_was_given_out_is_remembered(
    learner: Learner, kind: str, moment: str, kept: tuple[str, int] | None, *, sent: bool
) -> None:
    """The study day and how many of its lessons are out; what was asked for is done with, sent or not."""
    before = replace(learner, next_kind=kind, reminded_on=on("11-01"), reminded=7)
    after = before.given(seoul(moment), sent=sent)
    day, count = kept or ("11-01", 7)
    assert (after.reminded_on, after.reminded) == (on(day), count)
    assert after.once_at is None
    assert replace(after, reminded_on=on("11-01"), reminded=7, once_at=before.once_at) == before


def test_what_was_asked_for_outlives_a_lesson() -> None:
    """A lesson given out takes nothing from a message asked for on another day."""
    learner = replace(WEEKDAYS, once_at=seoul("11-28 10:00"))
    assert learner.given(seoul("11-25 08:00"), sent=True).once_at == seoul("11-28 10:00")


def test_more_lessons_than_any_day_has() -> None:
    """ALL_LESSONS is more than one an hour; the kinds of messages are what the database holds."""
    assert ALL_LESSONS > 24
    assert (ReminderKind.LESSON, ReminderKind.ASKED_FOR) == ("lesson", "again")
    assert {kind: wait.days for kind, wait in FOLLOW_UPS.items()} == {"follow-30": 30, "follow-90": 90}
