"""The whole course lived in every rhythm: each part once and in order, one ending, the gain seen, and 90 days on."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.conversation import Conversation
from bot.course.model import Course
from bot.course.quizzes import MADE
from bot.desk import Desk
from bot.learning.habit import Firmness, concept_map
from bot.learning.minutes import BUDGET
from bot.learning.thoughts import MOST_ASKED
from bot.message import Address
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.bench.six_weeks import hasty
from tests.conftest import Clock
from tests.language import LANGUAGE
from tests.measured_life import Measured
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
HABITS = ("taps", "types", "skips", "pauses", "lightens")
MISSES_NOTHING = ("taps", "types")


LIVES = [*itertools.product(CHANNELS, HABITS)]


def every_tenth() -> Iterator[tuple[str, Sequence[tuple[int, str, str, bool]]]]:
    """For each rhythm all seven days to begin on, each with another channel and habit; every third answers the five.

    So every rhythm meets seven of the ten ways to live, and every way three or four rhythms.
    """
    both = itertools.cycle((True, False, False))
    for n, rhythm in enumerate(RHYTHMS):
        yield rhythm, [(start, *LIVES[(n + 3 * start) % len(LIVES)], next(both)) for start in range(7)]


def everyone() -> Iterator[tuple[str, Sequence[tuple[int, str, str, bool]]]]:
    """All of them, 350: `python -m tests.bench.whole_course` takes some minutes."""
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
    assert five or life.times("첫날의 다섯") + life.times("첫날의 답") == 0, told  # there was none
    assert life.times("한 달이 됐어요") == life.times("석 달이 됐어요") == 1, told
    assert life.greeted == 0 or habit not in MISSES_NOTHING, told
    assert life.greeted == 1 or habit != "pauses", told
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
    if how[1] in MISSES_NOTHING:
        assert weeks < RHYTHMS[rhythm] + 1.5, (weeks, start, how)


@pytest.fixture
def conversation(course: Course, say: Texts) -> Conversation:
    return Conversation(course, say, LANGUAGE, COMMANDS, remind, NO_HOLIDAYS, {"telegram"})


@pytest.mark.parametrize(("rhythm", "lives"), [pytest.param(*one, id=one[0]) for one in every_tenth()])
async def test_every_life_meets_the_whole_course(
    conversation: Conversation, course: Course, rhythm: str, lives: Sequence[tuple[int, str, str, bool]]
) -> None:
    """Over all days of the week to begin on, with messages and without, tapping, typing, skipping and pausing."""
    for number, (start, *how) in enumerate(lives):
        await lived_from(conversation, course, rhythm, number, start, *how)


KNOWN = {1.0: range(32, 41), 0.8: range(20, 34), 0.6: range(12, 24)}
"""Of the 40 thoughts taught by day 28, how many are known by whoever answers with such a chance rightly."""


async def measured_from(conversation: Conversation, course: Course, say: Texts, knows: float, number: int) -> Measured:
    """Six weeks of every day, and what is true of them however much somebody knows."""
    clock, address = Clock(MONDAY), Address("telegram", "1")
    house = Bare(conversation, clock, address, number)
    how = ("daily 08:00", "taps", True)
    life = Measured(house, clock, course, address, *how, say=say, knows=knows, random=Random(number))
    async for day in life.days_of(42):
        if day == 28:
            now = house.record.learner.day(clock())
            life.firm = concept_map(course.lessons, tuple(house.record.cards.values()), now)
    minutes = life.minutes()
    assert len(minutes) == 36  # all but six makings and the welcome
    assert max(minutes.values()) <= BUDGET / 60, minutes
    assert life.most_asked <= MOST_ASKED
    return life


@pytest.mark.parametrize("knows", KNOWN)
async def test_days_hold_what_they_promise(
    conversation: Conversation, course: Course, say: Texts, knows: float
) -> None:
    """No day but a making's takes more than five minutes, no question comes more than six times in six weeks; a perfect
    learner knows at least half of what was taught in four weeks, and whoever knows less sees less.
    """
    life = await measured_from(conversation, course, say, knows, 3)
    taught = sum(life.firm.values()) - life.firm[Firmness.NEW]
    assert taught == 40
    assert life.firm[Firmness.KNOWN] in KNOWN[knows]
    assert min(KNOWN[1.0]) >= taught / 2


@pytest.mark.parametrize(("knows", "number"), [(0.4, 0), (0.6, 5)])
async def test_no_question_is_read_too_often(
    conversation: Conversation, course: Course, say: Texts, knows: float, number: int
) -> None:
    """Also where every fourth message is left unanswered, whose question is read again on another day: with one answer
    more before a question rests it would be read seven and eight times in six weeks.
    """
    clock, address = Clock(MONDAY), Address("telegram", "1")
    house = Bare(conversation, clock, address, number)
    how = ("daily 08:00", "skips", True)
    life = Measured(house, clock, course, address, *how, say=say, knows=knows, random=Random(number))
    async for _ in life.days_of(54):
        pass
    assert life.most_asked == 6


async def test_every_question_is_met(conversation: Conversation, course: Course, say: Texts) -> None:
    """Six weeks, then 퀴즈 until it has nothing new: all questions of the course but the five of the first day. What
    one makes oneself is met in the six weeks.
    """
    life = await measured_from(conversation, course, say, 1.0, 5)
    met = {name for _, name in life.asked}
    assert {name for name, (_, quiz) in course.quizzes.items() if quiz.kind in MADE} <= met
    assert life.times("만들기 전에")
    await life.practise(40)
    five = {quiz.name for quiz in course.precheck.quizzes} if course.precheck else set()
    assert course.quizzes.keys() - {name for _, name in life.asked} == five


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
