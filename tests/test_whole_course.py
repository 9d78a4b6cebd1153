"""The whole course lived in every rhythm: each part once and in order, one ending, the gain seen, and 90 days on."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.conversation import Conversation
from bot.course.model import Course
from bot.desk import Desk
from bot.message import Address
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.bench.six_weeks import hasty
from tests.conftest import Clock
from tests.language import LANGUAGE
from tests.whole_course import NO_HOLIDAYS, Bare, House, Housed, Life

MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # noon in Seoul
RHYTHMS = {  # and about how many weeks the course takes whoever misses nothing
    "daily 08:00": 6,
    "weekdays 08:00": 8,
    "weekly mon,wed,fri 08:00": 14,
    "weekends 08:00": 21,
    "weekly tue,thu 08:00": 21,
}
CHANNELS = ("telegram", "kakao")  # one that can speak first, one that cannot
HABITS = ("taps", "types", "skips", "pauses")


LIVES = [*itertools.product(CHANNELS, HABITS)]


def every_fifth() -> Iterator[tuple[str, Sequence[tuple[int, str, str, bool]]]]:
    """For each rhythm all seven days to begin on, each with another channel and habit; every third answers the five.

    So every rhythm meets seven of the eight ways to live, and every way all rhythms but one.
    """
    both = itertools.cycle((True, False, False))
    for n, rhythm in enumerate(RHYTHMS):
        yield rhythm, [(start, *LIVES[(n + 3 * start) % len(LIVES)], next(both)) for start in range(7)]


def everyone() -> Iterator[tuple[str, Sequence[tuple[int, str, str, bool]]]]:
    """All of them, 280: `python -m tests.bench.whole_course` takes some minutes."""
    both = itertools.cycle((True, False, False))
    for rhythm in RHYTHMS:
        yield rhythm, [(start, *how, next(both)) for start in range(7) for how in LIVES]


async def lived(house: House, clock: Clock, course: Course, rhythm: str, how: tuple[str, str, bool]) -> Life:
    """A life to its end, and what is true of every one."""
    channel, habit, five = how
    life = Life(house, clock, course, Address(channel, "1"), rhythm, habit, five)
    started = clock().date()
    await life.live()
    told = f"{rhythm}, {started:%a}, {how}"
    assert [part.name for part in life.parts()] == [part.name for part in course.parts], told
    assert life.times("끝까지 걸었어요") == 1, told
    assert life.times("맞혔어요.\n") + life.times("개를 맞혔어요.") == 1, told
    assert life.times("두 번 모두 푼") == five, told
    assert life.times("한 달이 됐어요") == life.times("석 달이 됐어요") == 1, told
    for own in ("손님마다 설명이 달라요.", "follow-30에는 한 분을", "follow-90에는 한 분을", "다 채웠어요."):
        assert own in life.text, told
    return life


async def lived_from(
    conversation: Conversation, course: Course, rhythm: str, number: int, start: int, *how: Any
) -> None:
    """A life over the conversation alone; whoever misses nothing needs as many weeks as they are told."""
    clock = Clock(MONDAY + timedelta(days=start))
    first = clock().date()
    life = await lived(Bare(conversation, clock, Address(how[0], "1"), number), clock, course, rhythm, how)
    assert life.ended_on
    weeks = (life.ended_on - first).days / 7
    assert weeks > RHYTHMS[rhythm] - 1
    if how[1] in ("taps", "types"):
        assert weeks < RHYTHMS[rhythm] + 1.5, (weeks, start, how)


@pytest.fixture
def conversation(course: Course, say: Texts) -> Conversation:
    return Conversation(course, say, LANGUAGE, COMMANDS, remind, NO_HOLIDAYS, {"telegram"})


@pytest.mark.parametrize(("rhythm", "lives"), [pytest.param(*one, id=one[0]) for one in every_fifth()])
async def test_every_life_meets_the_whole_course(
    conversation: Conversation, course: Course, rhythm: str, lives: Sequence[tuple[int, str, str, bool]]
) -> None:
    """Over all days of the week to begin on, with messages and without, tapping, typing, skipping and pausing."""
    for number, (start, *how) in enumerate(lives):
        await lived_from(conversation, course, rhythm, number, start, *how)


@pytest.mark.parametrize(
    ("database_url", "rhythm", "how"),
    [
        ("sqlite", "weekdays 08:00", ("telegram", "taps", True)),
        ("postgres", "weekly mon,wed,fri 08:00", ("kakao", "pauses", False)),
    ],
    indirect=["database_url"],
)
async def test_a_life_in_the_database(
    database: Database, desk: Desk, clock: Clock, course: Course, rhythm: str, how: tuple[str, str, bool]
) -> None:
    """The same where all of it is written down and read again."""
    hasty(database)
    clock.now = MONDAY
    await lived(Housed(desk, database, clock, Address(how[0], "1")), clock, course, rhythm, how)
