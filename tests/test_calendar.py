"""The independent calendar by dates worked out by hand; then our schedule, and six weeks of deliveries, against it."""

import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.record.learner import Learner
from bot.store import Database
from bot.texts import Texts
from tests.bench.six_weeks import Town, hasty
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.independent_calendar import DAY, HOLIDAYS, MINUTE, shown, study_day, wall
from tests.independent_life import SPOKEN, Fact, Life, Ring
from tests.simulated_learners import AUTUMN, PLANS, SPRING, WEEKS, WINTER, ZONES, Person, outages, people

SEED = 1
DAYS = (
    "daily", "weekdays", "weekends", "weekly mon,wed,fri", "weekly sun", "every 2d", "every 3d", "every 2w sat",
    "every 2w mon,thu", "every 3w wed", "monthly 1,15", "monthly 31", "monthly last",
)  # fmt: skip
TIMES = ("00:00", "00:30", "01:30", "02:15", "02:30", "03:59", "04:00", "08:00", "19:30", "23:59")


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def dues(life: Life, start: datetime, minutes: int) -> list[datetime]:
    """Every moment of the life's rhythm."""
    return [start + n * MINUTE for n, walls in enumerate(shown(life.zone, start, minutes)) if life.comes(walls)]


@pytest.mark.parametrize(
    ("zone", "rhythm", "start", "expected"),
    [
        ("Asia/Seoul", "weekdays 08:00", "2026-09-22", ["09-22 23", "09-27 23", "09-28 23"]),  # 추석: 24 to 26
        ("America/New_York", "daily 02:30", "2027-03-13", ["03-13 07:30", "03-14 07:00", "03-15 06:30"]),
        ("America/New_York", "daily 01:30", "2026-10-31", ["10-31 05:30", "11-01 05:30", "11-02 06:30"]),
        ("Europe/London", "daily 01:30", "2027-03-27", ["03-27 01:30", "03-28 01:00", "03-29 00:30"]),
        ("Australia/Lord_Howe", "daily 02:15", "2026-10-01 12", ["10-01 15:45", "10-03 15:30", "10-05 15:15"]),
        ("Asia/Kathmandu", "every 2d 23:59", "2027-02-10", ["02-10 18:14", "02-12 18:14", "02-14 18:14"]),
        ("Asia/Kolkata", "monthly 31 00:30", "2027-02-11", ["02-27 19:00", "03-30 19:00"]),
        ("Pacific/Auckland", "every 2w sun 04:00", "2027-02-10", ["02-13 15:00", "02-27 15:00", "03-13 15:00"]),
    ],
)
def test_the_calendars_moments(zone: str, rhythm: str, start: str, expected: list[str]) -> None:
    """In UTC, for a learner whose first day is Wednesday, 10 February 2027, where that matters."""
    life = Life(zone, date(2027, 2, 10), rhythm)
    moments = dues(life, at(start), 50 * 1440)[: len(expected)]
    assert moments == [at(f"{start[:5]}{moment}") for moment in expected]


def test_a_week_of_the_calendar() -> None:
    """In London, where clocks go back on Sunday the 25th: a snooze, quiet hours, an outage, a day done, a pause."""
    facts = [
        Fact(at("2026-10-19 07:01") + SPOKEN, "snooze", "30"),
        Fact(at("2026-10-20 12:00") + SPOKEN, "quiet", "07:30-08:30"),
        Fact(at("2026-10-21 12:00") + SPOKEN, "quiet", "22:00-07:00"),
        Fact(at("2026-10-23 05:00") + SPOKEN, "done", "1"),
        Fact(at("2026-10-23 12:00") + SPOKEN, "pause", "2026-10-24"),
    ]
    life = Life("Europe/London", date(2026, 10, 19), "daily 08:00")
    rings = life.live(at("2026-10-19"), 8 * 1440, facts, [(at("2026-10-22 06:50"), at("2026-10-22 10:00"))])
    assert rings == [
        Ring(at("2026-10-19 07:00:07"), date(2026, 10, 19), "lesson"),
        Ring(at("2026-10-19 07:31:37"), date(2026, 10, 19), "lesson"),
        Ring(at("2026-10-20 07:00:07"), date(2026, 10, 20), "lesson"),
        # the 21st was quiet, on the 22nd we were away until just over three hours later, the 23rd done, the 24th off
        Ring(at("2026-10-25 08:00:07"), date(2026, 10, 25), "lesson"),
        Ring(at("2026-10-26 08:00:07"), date(2026, 10, 26), "lesson"),
    ]


@pytest.mark.parametrize("start", [AUTUMN, WINTER, SPRING])
def test_our_schedule_is_the_calendars(start: datetime) -> None:
    """Learners anywhere: every next moment for six weeks, one after the other, and the study day of each."""
    dice = random.Random(f"{SEED} {start}")
    for n in range(20):
        since = start - timedelta(days=dice.randrange(40), minutes=dice.randrange(1440))
        zone = ZONES[n % len(ZONES)]
        first = wall(zone, since).date()
        paused = first + timedelta(days=dice.randrange(70))
        back = paused + timedelta(days=dice.randrange(1, 12))
        life = Life(zone, first, some_rhythm(dice), on_holidays=dice.random() < 0.3, pauses=[(paused, back - DAY)])
        learner = Learner(
            n, since, zone=zone, rhythm=life.rhythm, on_holidays=life.on_holidays, paused_from=paused, paused_until=back
        )
        ours, after = [], start - MINUTE
        while (after := learner.next_lesson(after, HOLIDAYS) or at("9999-12-31")) < start + WEEKS * MINUTE:
            ours.append(after)
        assert ours == dues(life, start, WEEKS), (SEED, life)
        assert [learner.day(moment) for moment in ours] == [study_day(zone, moment) for moment in ours], (SEED, life)


def some_rhythm(dice: random.Random) -> str:
    """Days and times of every kind, most of them awkward."""
    often = dice.choice((1, 1, 2))
    times = {dice.choice((*TIMES, f"{dice.randrange(24):02}:{dice.randrange(60):02}")) for _ in range(often)}
    return f"{dice.choice(DAYS)} {','.join(sorted(times))}"


@pytest.mark.parametrize(
    ("database_url", "start", "count"),
    [("sqlite", AUTUMN, 34), ("sqlite", SPRING, 34), ("postgres", WINTER, 28)],
    indirect=["database_url"],
)
async def test_six_weeks_of_messages(
    database: Database, course: Course, say: Texts, start: datetime, count: int
) -> None:
    """Nothing lost, nothing twice, nothing else, each in its minute and for its study day."""
    assert count >= len(PLANS)
    hasty(database)
    town = Town(database, course, say, start, people(SEED, start, count), outages(SEED, start))
    await town.live()
    verdict = await town.verdict()
    assert not verdict.faults, "\n".join([f"seed {SEED}: {verdict}", *verdict.faults])
    assert verdict.expected > 10 * count
    assert verdict.kinds.keys() >= {"lesson", "question", "farewell", "end"}


@dataclass(frozen=True)
class Wrong:
    """What our bot does to a learner against the calendar: who they are, and what they do on which days."""

    zone: str
    rhythm: str
    habit: str
    day: int  # on which we meet
    facts: tuple[tuple[int, str, str, str], ...] = ()  # day, time in UTC, what and value


WRONG: Mapping[str, Wrong] = {
    "who wants messages again after the farewell is told farewell again": Wrong(
        "Asia/Seoul", "daily 07:00", "absent", 7, ((23, "01:00", "on", ""),)
    ),
    "what was asked for after the farewell is a farewell": Wrong(
        "Asia/Seoul", "daily 07:00", "absent", 7, ((23, "01:00", "snooze", "30"),)
    ),
    "what was asked for is the question, once three days were missed": Wrong(
        "Asia/Seoul", "daily 08:00", "absent", 7, ((10, "22:10", "snooze", "30"),)
    ),
    "a snooze switches on again what was switched off": Wrong(
        "Asia/Seoul", "daily 08:00", "diligent", 7, ((10, "01:00", "off", ""), (10, "02:00", "snooze", "30"))
    ),
    "of two messages a day the third evening's is the question already": Wrong(
        "Asia/Seoul", "daily 08:00,20:00", "absent", 7
    ),
    "whoever gets only the second of two messages a day is never asked": Wrong(
        "Asia/Seoul", "daily 08:00,20:00", "absent", 7, ((7, "14:00", "quiet", "07:00-09:00"),)
    ),
    "after a lesson too late to send, the new hour chosen for that day stays empty": Wrong(
        "Asia/Seoul", "daily 08:00", "diligent", 7, ((16, "03:00", "rhythm", "daily 20:00"),)
    ),
    "of two snoozes to the same wall time, an hour apart as clocks go back, one is lost": Wrong(
        "America/New_York", "daily 01:00", "absent", 40,
        ((41, "05:00", "snooze", "30"), (41, "06:00", "snooze", "30")),
    ),
    "the end is told again after a word about holidays": Wrong(
        "Asia/Seoul", "daily 08:00", "ahead", 7, ((22, "01:00", "holidays", "on"),)
    ),
    "a month after the end the hour is another when clocks have changed": Wrong(
        "Europe/London", "daily 19:30", "ahead", 0
    ),
    "due at 03:59, sent at 04:01: it rings although that day was done": Wrong(
        "Asia/Seoul", "daily 03:59", "absent", 7, ((10, "11:00", "done", "1"),)
    ),
    "a word about holidays takes a promised snooze away": Wrong(
        "Asia/Seoul", "daily 08:00", "absent", 7, ((9, "23:02", "snooze", "30"), (9, "23:10", "holidays", "on"))
    ),
    "so does a change of zone": Wrong(
        "Asia/Seoul", "daily 08:00", "absent", 7, ((9, "23:02", "snooze", "30"), (9, "23:10", "zone", "Asia/Tokyo"))
    ),
}  # fmt: skip
AWAY = (("2026-10-01 18:58", "2026-10-01 19:01"), ("2026-10-06 22:00", "2026-10-07 02:30"))


def _meant(one: Wrong) -> list[Fact]:
    facts = [(one.day, "13:00", "zone", one.zone), (one.day, "13:00", "rhythm", one.rhythm), *one.facts]
    return [Fact(at(f"{(AUTUMN + day * DAY).date()} {when}") + SPOKEN, what, value) for day, when, what, value in facts]


async def test_what_was_wrong_once(sqlite_template: Path, tmp_path: Path, course: Course, say: Texts) -> None:
    """Each was a fault; the smallest way to it stays. All of them live in one town."""
    folk = [
        (Person(n, name, one.zone, one.rhythm, one.habit, random.Random(n)), _meant(one))
        for n, (name, one) in enumerate(WRONG.items())
    ]
    database = Database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'town.sqlite3')}")
    town = Town(hasty(database), course, say, AUTUMN, folk, [(at(gone), at(back)) for gone, back in AWAY])
    await town.live()
    verdict = await town.verdict()
    await database.close()
    assert verdict.faults == []


async def test_a_crowd_at_the_end_of_quiet_hours(database: Database, desk: Desk, clock: Clock, post: Post) -> None:
    """Two learners at 07:00 are a crowd where a message takes 50 seconds; for one of them quiet hours end at 07:00."""
    for name in ("1", "2"):
        chat = Chat(desk, clock, Address("telegram", name))
        for words in ("/start", "/trade teacher", "/hour daily 07:00"):
            await chat.says(words)
    await chat.says("/remind quiet 22:00-07:00")
    slow = Delivery(database, desk, {"telegram": post.send}, clock, Metrics(), HOLIDAYS, rate=0.02)
    clock.now = TUESDAY_8 - timedelta(hours=1, seconds=45)
    await slow.deliver()
    clock.forward(seconds=50)
    await slow.deliver()
    assert len(post.letters) == 2
