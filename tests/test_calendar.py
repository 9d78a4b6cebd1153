"""The independent calendar by dates worked out by hand, then our own schedule and deliveries against it."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.learner import Learner
from tests.independent_calendar import DAY, HOLIDAYS, MINUTE, Fact, Life, Ring, shown, study_day, wall

AUTUMN = datetime(2026, 9, 21, tzinfo=UTC)  # 추석; clocks change in Auckland, on Lord Howe, in London and New York
WINTER = datetime(2027, 2, 3, tzinfo=UTC)  # 설, 3·1절; clocks change in New York
SPRING = datetime(2027, 2, 22, tzinfo=UTC)  # 3·1절; clocks change in New York, London, Auckland and on Lord Howe
WEEKS = 6 * 7 * 1440  # minutes
DAYS = (
    "daily", "weekdays", "weekends", "weekly mon,wed,fri", "weekly sun", "every 2d", "every 3d", "every 2w sat",
    "every 2w mon,thu", "every 3w wed", "monthly 1,15", "monthly 31", "monthly last",
)  # fmt: skip
TIMES = ("00:00", "00:30", "01:30", "02:15", "02:30", "03:59", "04:00", "08:00", "19:30", "23:59")
ZONES = (
    "Asia/Seoul", "America/New_York", "Europe/London", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Pacific/Auckland", "America/Sao_Paulo",
)  # fmt: skip


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
def test_the_calendar_by_hand(zone: str, rhythm: str, start: str, expected: list[str]) -> None:
    """The first moments in UTC for a learner whose first day is Wednesday, 10 February 2027, or long ago."""
    life = Life(zone, date(2027, 2, 10), rhythm)
    found = dues(life, at(start), 50 * 1440)
    assert [moment for moment in found[: len(expected)]] == [at(f"{start[:5]}{moment}") for moment in expected]


@pytest.mark.parametrize("start", [AUTUMN, WINTER, SPRING])
def test_our_schedule_is_the_calendars(start: datetime) -> None:
    """Hundreds of learners anywhere: every next moment for six weeks, one after the other."""
    dice = random.Random(start.year + start.month)
    for n in range(100):
        since = start - timedelta(days=dice.randrange(40), minutes=dice.randrange(1440))
        zone = ZONES[n % len(ZONES)]
        first = wall(zone, since).date()
        paused = first + timedelta(days=dice.randrange(70))
        back = paused + timedelta(days=dice.randrange(1, 12))
        life = Life(zone, first, some_rhythm(dice), on_holidays=dice.random() < 0.3, pause=(paused, back - DAY))
        learner = Learner(
            n, since, zone=zone, rhythm=life.rhythm, on_holidays=life.on_holidays, paused_from=paused, paused_until=back
        )
        ours, after = [], start - MINUTE
        while (after := learner.next_lesson(after, HOLIDAYS) or at("9999-12-31")) < start + WEEKS * MINUTE:
            ours.append(after)
        assert ours == dues(life, start, WEEKS), life
        assert [learner.day(moment) for moment in ours] == [study_day(zone, moment) for moment in ours], life


def some_rhythm(dice: random.Random) -> str:
    """Days and times of every kind, most of them awkward."""
    days = dice.choice(DAYS)
    times = {dice.choice((*TIMES, f"{dice.randrange(24):02}:{dice.randrange(60):02}")) for _ in range(dice.choice((1, 1, 2)))}
    return f"{days} {','.join(sorted(times))}"
