"""The weekly letter: on which day it comes, and what of the week stands in it.

November 2026: the 23rd is a Monday, the 27th a Friday, the 29th a Sunday; 25 December is a Friday and a holiday.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.learning.standing import History, Standing
from bot.message import plain
from bot.record import Record
from bot.record.learner import Line
from bot.texts import Texts
from handlers.letter import is_due, letter
from tests.learning.small_course import COURSE
from tests.learning.turns import seoul, somebody, turn_of

CHRISTMAS = date(2026, 12, 25)
DAILY, WEEKDAYS, TWICE = "daily 08:00", "weekdays 08:00", "daily 08:00,20:00"


@pytest.mark.parametrize(
    ("rhythm", "now", "due"),
    [
        (WEEKDAYS, "2026-11-26 21:00", False),  # Thursday
        (WEEKDAYS, "2026-11-27 21:00", True),  # Friday
        (WEEKDAYS, "2026-11-27 07:00", True),  # before its hour
        (WEEKDAYS, "2026-11-28 01:00", True),  # after midnight it is still Friday
        (WEEKDAYS, "2026-11-28 21:00", False),  # Saturday is no day of this rhythm
        (WEEKDAYS, "2026-11-29 21:00", False),
        (WEEKDAYS, "2026-11-30 01:00", False),
        (WEEKDAYS, "2026-12-24 21:00", True),  # Friday is a holiday: the week ends on Thursday
        (WEEKDAYS, "2026-12-25 21:00", False),
        (DAILY, "2026-11-28 21:00", False),
        (DAILY, "2026-11-29 21:00", True),  # Sunday
        (DAILY, "2026-11-30 03:59", True),  # still Sunday
        (DAILY, "2026-11-30 04:00", False),  # Monday
        (DAILY, "2027-01-03 21:00", True),  # the Sunday after New Year
        (TWICE, "2026-11-29 07:00", True),  # both hours of today are still to come
        (TWICE, "2026-11-29 12:00", True),
        (TWICE, "2026-11-28 07:00", False),
        ("weekly wed 08:00", "2026-11-25 21:00", True),
        ("weekly mon,wed 08:00", "2026-11-23 21:00", False),
        ("daily 02:00", "2026-11-29 21:00", True),  # Sunday's own lesson comes after midnight
        ("daily 02:00", "2026-11-28 21:00", False),
        ("daily 04:00", "2026-11-29 21:00", True),  # an hour on the edge of the study day
        ("every 2w sat 10:00", "2026-11-28 12:00", False),  # not this Saturday
        ("every 2w sat 10:00", "2026-11-21 12:00", True),  # its next Saturday is in another week
        ("", "2026-11-27 21:00", False),
        ("", "2026-11-28 21:00", False),
        ("", "2026-11-29 21:00", True),  # without a rhythm on Sunday
        ("", "2026-11-30 03:59", True),
        ("", "2026-11-30 21:00", False),
    ],
)
def test_the_day_of_the_letter(say: Texts, rhythm: str, now: str, *, due: bool) -> None:
    """The last study day of the week on which the rhythm has a lesson; Sunday without a rhythm."""
    turn = turn_of(Record(somebody(rhythm)), seoul(now), COURSE, say, holidays={CHRISTMAS})
    assert is_due(turn, Standing(turn.day, {"one": turn.day})) is due


@pytest.mark.parametrize(
    ("finished", "due"),
    [
        ([], False),  # nothing was finished
        ([1], False),  # yesterday
        ([0], True),
        ([1, 0], True),
        ([0, 0], False),  # the letter came with the first
        ([0, 0, 0], False),
    ],
)
@pytest.mark.parametrize("rhythm", [WEEKDAYS, ""])
def test_the_letter_comes_with_the_first_part_of_the_day(
    say: Texts, rhythm: str, finished: Sequence[int], *, due: bool
) -> None:
    """`finished` in days before the last day of the week."""
    now = seoul("2026-11-27 21:00" if rhythm else "2026-11-29 21:00")
    turn = turn_of(Record(somebody(rhythm)), now, COURSE, say)
    parts = zip(("one", "two", "three"), finished, strict=False)
    standing = Standing(turn.day, {part: turn.day - timedelta(days=days) for part, days in parts})
    assert is_due(turn, standing) is due


@pytest.mark.parametrize(("met", "due"), [("25 23:00", True), ("26 03:59", True), ("26 04:00", False), ("27", False)])
@pytest.mark.parametrize("rhythm", [WEEKDAYS, ""])
def test_no_letter_right_after_hello(say: Texts, rhythm: str, met: str, *, due: bool) -> None:
    """MET_BEFORE is 2: whoever came on a Thursday has no week to be told of on Friday; days are study days."""
    day = 0 if rhythm else 2  # without a rhythm the letter comes on Sunday, and all of it is two days later
    now = seoul("2026-11-27 21:00") + timedelta(days=day)
    since = seoul(f"2026-11-{met}" if " " in met else f"2026-11-{met} 20:30") + timedelta(days=day)
    turn = turn_of(Record(replace(somebody(rhythm), since=since)), now, COURSE, say)
    assert is_due(turn, Standing(turn.day, {"one": turn.day})) is due


def test_a_rhythm_that_has_no_next_lesson_ends_its_week(say: Texts) -> None:
    """All the years to come are holidays: the week of the last lesson ends with it."""

    class AllButFriday:
        def __contains__(self, day: object) -> bool:
            return day != date(2026, 11, 27)

    turn = turn_of(Record(somebody()), seoul("2026-11-27 21:00"), COURSE, say, holidays=AllButFriday())
    assert is_due(turn, Standing(turn.day, {"one": turn.day}))
    thursday = turn_of(Record(somebody()), seoul("2026-11-26 21:00"), COURSE, say, holidays=AllButFriday())
    assert not is_due(thursday, Standing(thursday.day, {"one": thursday.day}))
    nothing = turn_of(Record(somebody()), seoul("2026-11-30 21:00"), COURSE, say, holidays=AllButFriday())
    assert not is_due(nothing, Standing(nothing.day, {"one": nothing.day}))


def test_the_day_is_the_learners_own(say: Texts) -> None:
    """Friday evening in New York is Saturday morning in Seoul."""
    there = replace(somebody(), zone="America/New_York")
    turn = turn_of(Record(there), datetime(2026, 11, 28, 1, 0, tzinfo=UTC), COURSE, say)
    assert is_due(turn, Standing(turn.day, {"one": turn.day}))


FRIDAY, MONDAY, SUNDAY = (date(2026, 11, day) for day in (27, 23, 22))


def written(standing: Standing, say: Texts, *lines: Line) -> str:
    """The letter of Friday evening."""
    record = Record(somebody(), written=lines)
    return plain(letter(turn_of(record, seoul("2026-11-27 21:00"), COURSE, say), standing))


def line(lesson: str, text: str, at: str) -> Line:
    return Line(1, lesson, text, seoul(f"2026-11-{at}"))


def test_a_letter_of_a_full_week(say: Texts) -> None:
    """What was done from Monday on, and of the lines the newest before today's, which stands right above the letter;
    what came before stood in the letter before.
    """
    standing = Standing(
        FRIDAY,
        finished={"one": MONDAY, "two": FRIDAY},
        answered={"one.1": History(MONDAY), "one.2": History(SUNDAY), "two.1": History(FRIDAY)},
        days={SUNDAY, MONDAY, FRIDAY},
    )
    lines = line("one", "첫 줄", "23 09:00"), line("two", "새 줄", "27 09:00"), line("three", "둘째 줄", "27 03:59")
    assert written(standing, say, *lines).splitlines() == [
        "이번 주 편지", "", "이번 주에 함께한 날은 2일이에요.", "마친 레슨: one, two", "풀어 본 문제는 2개예요.",
        "이번 주에 적은 줄: “둘째 줄”", "다음 차례: making-1",
    ]  # fmt: skip


def test_a_letter_of_an_empty_week(say: Texts) -> None:
    """What was done on the Sunday before is not of this week, and no row says that there is nothing; the end of the
    course is told.
    """
    before = dict.fromkeys((part.name for part in COURSE.parts), SUNDAY)
    standing = Standing(FRIDAY, before, {"one.1": History(SUNDAY)}, days={SUNDAY})
    assert written(standing, say, line("one", "옛 줄", "23 03:59")).splitlines()[2:] == [
        "이번 주에 함께한 날은 0일이에요.", "풀어 본 문제는 0개예요.", say("letter-end"),
    ]  # fmt: skip


def test_a_long_line_is_cut(say: Texts) -> None:
    """Eighty characters of it are quoted whole; a line of Monday at 04:00 is of this week."""
    whole, longer = (written(Standing(FRIDAY), say, line("one", "가" * n, "23 04:00")) for n in (80, 81))
    assert plain(say("letter-line", line="가" * 80)) in whole
    assert plain(say("letter-line", line="가" * 79 + "…")) in longer


def test_what_others_said_is_quoted_within_a_quote(say: Texts) -> None:
    told = written(Standing(FRIDAY), say, line("one", "대리님: “당일이면 맡기죠”", "23 04:00"))
    assert "“대리님: ‘당일이면 맡기죠’”" in told
