"""Days together and firm knowledge, as calendars and diaries."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import msgspec
import pytest
from fsrs import Rating

from bot.learning.day import StepKind
from bot.learning.habit import (
    Firmness,
    Silence,
    concept_map,
    days_a_week,
    firmness,
    free_days,
    left_out,
    streak,
    weeks_for,
)
from bot.learning.memory import review
from bot.record import Record, pause_ended
from bot.rhythm.past import MOST_SPANS, load_spans
from tests.learning.small_course import COURSE, TODAY, card
from tests.learning.turns import seoul, somebody

MONDAY = date(2026, 11, 23)


def every_day(_: date) -> bool:
    return True


def no_day(_: date) -> bool:
    return False


def dated(calendar: str) -> tuple[set[date], date, Callable[[date], bool]]:
    """The days with a step of a calendar, its last day, and whether a day rests: weeks from Monday to Sunday, the first
    may have begun late.

    `o` is a day with a step, `.` one without, `r` a holiday or a day of a pause, `R` one with a step.
    """
    *_, week = calendar.split()
    signs = calendar.replace(" ", "")
    today = MONDAY + timedelta(days=len(week) - 1)
    first = today - timedelta(days=len(signs) - 1)
    days = {first + timedelta(days=n): sign for n, sign in enumerate(signs)}
    return {day for day, sign in days.items() if sign in "oR"}, today, lambda day: days.get(day, ".") in "rR"


def streak_of(calendar: str) -> int:
    """The streak on the last day of a calendar."""
    steps, today, rests = dated(calendar)
    return streak(steps, today, every_day, rests)


@pytest.mark.parametrize(
    ("calendar", "days"),
    [
        (".", 0),  # a beginner
        ("o", 1),
        ("oo", 2),
        ("ooooooo ooo", 10),
        ("ooo.", 3),  # today is not over yet
        ("oo..", 2),
        ("o.o.o", 3),  # two free days of a week, wherever they lie
        ("ooooo.. o", 6),  # the usual weekend
        ("ooooo.. ooooo.. o", 11),  # two every week
        ("oooo... o", 1),  # three of one week
        ("o.o...o o", 2),  # the break is before the third missed day, counted back
        ("o...oo", 2),
        ("o...", 1),  # two missed, and today
        ("o....", 0),
        ("ooooo.. ..ooo", 8),  # four in a row, but of two weeks
        ("ooooo.. ..o.o", 2),  # three of this week
        ("ooooo.. .", 5),  # today is missed by nobody
        ("ooooo.. ...", 5),
        ("ooooo.. ....", 0),
        ("orrro", 2),  # a holiday or a pause is no missed day
        ("oorrrrr rrrrrrr rro", 3),
        ("o.rr.oo", 3),  # and does not use up the free ones
        ("oRo", 3),  # who learns on a holiday has learnt
        ("or", 1),
        ("..oo", 2),  # what was before the first step does not matter
    ],
)
def test_a_streak(calendar: str, days: int) -> None:
    """Days with a step in a row. FREE_DAYS is 2 of a Monday-to-Sunday week; rests and today break nothing."""
    assert streak_of(calendar) == days


@pytest.mark.parametrize(
    ("calendar", "missed", "rested"),
    [
        ("o", 0, 0),
        ("ooo", 0, 0),
        ("oo.", 0, 0),  # today is not over
        ("o.o", 1, 0),
        ("o.o.o", 2, 0),
        ("oo..", 1, 0),  # yesterday; the streak stands all the same
        ("ooooo.. ooooo.. o", 4, 0),
        ("o.o...o o", 0, 0),  # what broke it does not lie within it
        ("o.o...o o.o", 1, 0),
        ("..oo", 0, 0),
        ("orro", 0, 2),
        ("oRo", 0, 0),
        ("o.rr.oo", 2, 2),
        ("oorrrrr rrrrrrr rro", 0, 14),
    ],
)
def test_what_lies_within_a_streak(calendar: str, missed: int, rested: int) -> None:
    """Days left out and forgiven, and days that rest; so it can be told why the count goes on."""
    steps, today, rests = dated(calendar)
    assert left_out(streak(steps, today, every_day, rests), steps, today, every_day, rests) == (missed, rested)


def test_free_days_belong_to_a_week_of_the_calendar() -> None:
    """The week that holds New Year is one week: three missed days in it break the streak, though two are of 2026."""
    steps = {date(2026, 12, 28), date(2026, 12, 29), date(2027, 1, 2), date(2027, 1, 3)}
    assert streak(steps, date(2027, 1, 3), every_day, no_day) == 2
    assert streak(steps | {date(2026, 12, 31)}, date(2027, 1, 3), every_day, no_day) == 5


def test_weeks_of_two_years_are_two_weeks() -> None:
    """Week 40 of last year has nothing to do with week 40 of this year."""
    first = date(2025, 9, 29)  # the Monday of week 40 of 2025; that of 2026 is 52 weeks later
    missed = {first, first + timedelta(days=364), first + timedelta(days=365)}
    every = {first + timedelta(days=n) for n in range(-1, 371)} - missed
    assert streak(every, first + timedelta(days=370), every_day, no_day) == len(every)


# -- the rhythm ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "a_week", "free"),
    [
        ("daily 08:00", 7, 2),
        ("daily 08:00,20:00", 7, 2),
        ("weekly mon,tue,wed,thu,fri,sat 08:00", 6, 2),
        ("weekdays 08:00", 5, 1),
        ("weekly mon,wed,fri,sat 08:00", 4, 1),
        ("every 2d 08:00", 3.5, 1),
        ("weekly mon,wed,fri 08:00", 3, 1),
        ("weekends 08:00", 2, 1),
        ("weekly sun 08:00", 1, 0),
        ("every 2w sat 08:00", 0.5, 0),
        ("every 3w wed 08:00", 1 / 3, 0),
        ("monthly 15 08:00", 11 / 48, 0),
        ("every 52w mon 08:00", 1 / 48, 0),  # seldom, but not never
        ("every 99d 08:00", 3 / 48, 0),
        ("", 7, 2),  # without a rhythm every day may be one
    ],
)
def test_free_days_by_the_rhythm(rhythm: str, a_week: float, free: int) -> None:
    """FREE_DAYS is 2 of seven days; SAMPLE is 48 weeks, so that each second and third week is counted whole."""
    found = days_a_week(somebody(rhythm).expects, TODAY)
    assert found == pytest.approx(a_week)
    assert free_days(found) == free


def test_the_days_of_a_week_are_those_to_come() -> None:
    """Of a rhythm that begins tomorrow, all the days of the SAMPLE of 48 weeks but today."""
    assert days_a_week(lambda day: day > TODAY, TODAY) == pytest.approx((7 * 48 - 1) / 48)


@pytest.mark.parametrize(
    ("rhythm", "calendar", "days"),
    [
        ("weekly mon,wed,fri", "o.o.o.. o.o.o.. o", 7),  # a perfect learner of every rhythm
        ("weekdays", "ooooo.. ooooo.. o", 11),
        ("weekly tue,thu", ".o.o... .o.o...", 4),
        ("weekends", ".....oo .....oo .", 4),
        ("weekly sun", "......o ......o .", 2),
        ("weekdays", "oo.oo.. o", 5),  # one missed Wednesday
        ("weekdays", "o..oo.. o", 3),  # two
        ("weekly mon,wed,fri", "o...o.. o", 3),
        ("weekly mon,wed,fri", "....o.. o", 2),
        ("weekly mon,wed,fri", "o.o.... ..o", 3),  # one of each week
        ("weekends", ".....oo .....o. .....o", 4),
        ("weekends", ".....oo ....... .....o", 1),
        ("weekly sun", "......o ....... .", 0),  # one day a week has none to spare
        ("weekdays", "ooooooo .", 7),  # whoever learns on other days too
    ],
)
def test_a_streak_keeps_to_the_rhythm(rhythm: str, calendar: str, days: int) -> None:
    """Days that the rhythm does not name are no misses, and of those it names as many are free as is fair."""
    steps, today = steps_of(calendar)
    assert streak(steps, today, somebody(f"{rhythm} 08:00").expects, no_day) == days


def steps_of(calendar: str) -> tuple[set[date], date]:
    """The days with a step of a calendar as above, and its last day, in the week of MONDAY."""
    *_, week = calendar.split()
    signs = calendar.replace(" ", "")
    today = MONDAY + timedelta(days=len(week) - 1)
    first = today - timedelta(days=len(signs) - 1)
    return {first + timedelta(days=n) for n, sign in enumerate(signs) if sign == "o"}, today


MWF, TTH = "weekly mon,wed,fri", "weekly tue,thu"


@pytest.mark.parametrize(
    ("rhythms", "calendar", "days"),
    [
        ({9: MWF, 23: "daily"}, "o.o.o.. o.o.o.. o", 7),  # a perfect 월수금, and more often from this week on
        ({9: MWF, 23: TTH}, "o.o.o.. o.o.o.. .o", 7),
        ({9: MWF, 16: TTH, 23: "weekends"}, "o.o.o.. .o.o... .....o", 6),
        ({9: "weekends", 16: "weekdays"}, ".....oo ooooo.. o", 8),
        ({9: "weekends", 16: "weekdays"}, ".....oo o...... o", 1),  # four of five missed, by the rhythm of then
        ({9: "daily", 23: "weekends"}, "ooooooo o....oo .", 2),  # to do less now mends no week before
        ({9: "daily", 18: MWF}, "ooooooo oo..o.. o", 11),  # in the middle of a week: Mon, Tue, Wed, Fri were named
        ({9: "daily", 18: MWF}, "ooooooo oo..... o", 1),  # of the four one is free, and two were missed
        ({9: MWF, 19: "daily"}, "o.o.o.. o.o..oo .", 7),  # Mon, Wed, and every day from Thursday on: two are free
        ({9: MWF, 19: "daily"}, "o.o.o.. o.o...o .", 1),  # three were missed
    ],
)
def test_a_streak_judges_a_day_by_the_rhythm_of_then(rhythms: Mapping[int, str], calendar: str, days: int) -> None:
    """`rhythms` are chosen on days of November; a week's free days are fair for what was named in it."""
    first, *_ = rhythms.values()
    learner = msgspec.structs.replace(somebody(f"{first} 08:00"), since=seoul("2026-11-09 07:00"))
    for day, rhythm in rhythms.items():
        learner = learner.with_rhythm(f"{rhythm} 08:00", date(2026, 11, day))
    steps, today = steps_of(calendar)
    assert streak(steps, today, learner.expects, no_day) == days


def test_the_rhythm_of_a_day_is_remembered() -> None:
    """From the day it was chosen on; changed twice on a day, the first change was none; the newest spans are kept."""
    learner = somebody("weekdays 08:00").with_rhythm("weekends 08:00", date(2026, 11, 16))
    again = learner.with_rhythm("daily 08:00", date(2026, 11, 16))
    assert (again.rhythm, again.past) == ("daily 08:00", "2026-11-02 2026-11-16 weekdays 08:00")
    saturday, monday = date(2026, 11, 14), date(2026, 11, 16)
    assert [learner.expects(day) for day in (saturday, monday)] == [False, False]
    assert [again.expects(day) for day in (saturday, monday)] == [False, True]
    assert again.with_rhythm("daily 08:00", date(2026, 11, 20)) is again
    for n in range(2 * MOST_SPANS):
        again = again.with_rhythm(f"daily {8 + n % 2:02}:30", monday + timedelta(days=n + 1))
    assert len(load_spans(again.past)) == MOST_SPANS == 24
    assert load_spans(again.past)[-1].back == monday + timedelta(days=2 * MOST_SPANS)


def test_a_rhythm_never_chosen_expects_every_day_until_one_is() -> None:
    """Its span has no name, and is read back as it was written."""
    learner = somebody("").with_rhythm("weekends 08:00", date(2026, 11, 16))
    assert learner.past == "2026-11-02 2026-11-16"
    assert [learner.expects(date(2026, 11, day)) for day in (13, 16, 21)] == [True, False, True]


def test_a_pause_that_is_over_stays_a_rest() -> None:
    """No day of it is missed afterwards; the first day back is a day again."""
    learner = msgspec.structs.replace(
        somebody("daily 08:00"), paused_from=date(2026, 11, 16), paused_until=date(2026, 11, 23)
    )
    record = Record(learner)
    assert list(pause_ended(record, date(2026, 11, 22))) == []
    for fact in pause_ended(record, MONDAY):
        record = record.after(fact)
    assert (record.learner.paused_from, record.learner.past) == (None, "2026-11-16 2026-11-23 pause")
    assert [record.learner.rests(date(2026, 11, day), ()) for day in (15, 16, 22, 23)] == [False, True, True, False]
    steps, today = steps_of("ooooooo ....... o")
    assert streak(steps, today, record.learner.expects, lambda day: record.learner.rests(day, ())) == 8


@pytest.mark.parametrize(
    ("parts", "a_week", "weeks"),
    [(42, 7, 6), (42, 5, 8), (42, 3, 14), (42, 2, 21), (42, 1, 42), (11, 7, 2), (10, 7, 1), (1, 7, 1), (42, 0.5, 84)],
)
def test_how_many_weeks_it_takes(parts: int, a_week: float, weeks: int) -> None:
    """A part on each day of the rhythm, to the nearest week, and never none."""
    assert weeks_for(parts, a_week) == weeks


# -- how firmly a thought is known ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stability", "last", "firm"),
    [
        (2.3, 0, Firmness.LEARNING),  # right in the lesson, and never since
        (2.3, 60, Firmness.LEARNING),  # what was never known cannot fade
        (6.9, 0, Firmness.LEARNING),
        (7.0, 0, Firmness.KNOWN),
        (7.0, 23, Firmness.KNOWN),  # a chance of 0.801
        (7.0, 24, Firmness.FADING),  # 0.796
        (72.0, 24, Firmness.KNOWN),
    ],
)
def test_how_firmly_a_thought_is_known(stability: float, last: int, firm: str) -> None:
    """FIRM is 7 days of stability, FADED a chance of 0.8; last answered so many days ago."""
    assert firmness(card("one.1", last=last, stability=stability), TODAY) == firm


def test_what_was_never_met_is_new() -> None:
    """It has no card."""
    assert firmness(None, TODAY) == Firmness.NEW


G, H, A = Rating.Good, Rating.Hard, Rating.Again


@pytest.mark.parametrize(
    ("answers", "firm"),
    [
        ([G], "learning"),
        ([G, G], "known"),  # right again on a later day
        ([G, H], "known"),  # with a hint, or a choice that was only fair
        ([H], "learning"),
        ([H, H], "learning"),
        ([H, G], "learning"),
        ([H, G, G], "known"),
        ([A, G], "learning"),  # the day after a mistake
        ([A, G, G], "learning"),
        ([A, G, G, G], "known"),
        ([G, G, A], "learning"),  # it goes back
        ([G, G, A, G], "learning"),
        ([G, G, A, G, G], "known"),
    ],
)
def test_answers_make_a_thought_known(answers: Sequence[Rating], firm: str) -> None:
    """Each given on the day it is due; after the last one."""
    known, day = None, TODAY
    for rating in answers:
        day = known.due if known else day
        known = review(known, "one.1", rating, day)
    assert firmness(known, day) == firm


def test_whoever_practises_early_is_not_behind() -> None:
    """Right again on the next day is known as well, with nothing but an earlier fading."""
    first = review(None, "one.1", G, TODAY)
    early, late = (review(first, "one.1", G, TODAY + timedelta(days=n)) for n in (1, 4))
    assert {firmness(early, TODAY), firmness(late, TODAY)} == {"known"}
    a_month_on = TODAY + timedelta(days=33)
    assert (firmness(early, a_month_on), firmness(late, a_month_on)) == ("fading", "known")


def test_the_map_of_a_course() -> None:
    """Each thought counts once, by its own card; what the course no longer has does not count."""
    cards = [
        card("one.1", stability=20),
        card("one.2", stability=2),
        card("two.1", last=99, stability=20),
        card("gone.1"),
    ]
    expected = Counter({Firmness.NEW: 6, Firmness.KNOWN: 1, Firmness.LEARNING: 1, Firmness.FADING: 1})
    assert concept_map(COURSE.lessons, cards, TODAY) == expected


def test_the_words_that_are_kept() -> None:
    """The progress message counts by the four; what a reminder opened after a silence is none of the steps."""
    assert list(Firmness) == ["new", "learning", "known", "fading"]
    assert not {*Silence} & {*StepKind}
