"""One step rarer, one step closer, and a number of days a week: the same hours, never more than was wished."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.time.frequency import count, denser, fitted, thinner, week_of
from bot.rhythm import Repeat, load_repeat

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 23, 10, tzinfo=SEOUL)


def ladder(rhythm: str) -> list[str]:
    found: list[str] = []
    step = thinner(load_repeat(rhythm))
    while step:
        found.append(str(step))
        step = thinner(step)
    return found


@pytest.mark.parametrize(
    ("rhythm", "rarer"),
    [
        ("daily 08:00", ["weekdays 08:00", "weekly mon,wed,fri 08:00", "weekly mon,fri 08:00", "weekly mon 08:00"]),
        ("weekly tue,thu,sat 21:00", ["weekly tue,sat 21:00", "weekly tue 21:00"]),
        ("weekends 10:00", ["weekly sat 10:00"]),
        ("weekly sun 10:00", []),
        ("every 2d 07:30", ["weekly mon,wed,fri 07:30", "weekly mon,fri 07:30", "weekly mon 07:30"]),
        ("every 3d 07:30", ["weekly mon,thu 07:30", "weekly mon 07:30"]),
        ("every 10d 07:30", []),
        ("every 2w tue,thu 10:00", ["every 2w tue 10:00"]),
        ("monthly 1,15 09:00", ["monthly 1 09:00"]),
        ("monthly last 09:00", []),
        ("weekly mon,thu 08:00,20:00", ["weekly mon 08:00,20:00", "weekly mon 08:00"]),
    ],
)
def test_every_step_down(rhythm: str, rarer: list[str]) -> None:
    assert ladder(rhythm) == rarer


DAYS = st.sampled_from(
    """
    daily|weekdays|weekends|weekly mon|weekly wed,sun|every 2d|every 5d|every 2w mon,sat|every 3w thu|monthly 1,15
    |monthly 3,last|weekly mon,tue,wed,thu,fri,sat
    """.strip()
    .replace("\n    ", "")
    .split("|")
)


@given(DAYS, st.sampled_from(["08:00", "07:30,21:00"]))
def test_a_step_down_is_rarer_and_a_step_up_is_not(days: str, times: str) -> None:
    have = load_repeat(f"{days} {times}")
    if rarer := thinner(have):
        assert messages(rarer) < messages(have)
        assert set(rarer.times) <= set(have.times)
    if closer := denser(have):
        assert messages(closer) > messages(have)
        assert closer.times == have.times


def messages(rhythm: Repeat) -> int:
    """How many come in a year and a half."""
    start = date(2026, 1, 1)
    return len(rhythm.times) * sum(rhythm.days.holds(start + timedelta(days=n), start) for n in range(546))


@given(st.integers(1, 7), st.frozensets(st.integers(0, 6), max_size=7))
def test_a_week_keeps_the_days_one_has(number: int, days: frozenset[int]) -> None:
    week = week_of(number, days)
    assert len(week) == number
    assert week <= days or days <= week


@pytest.mark.parametrize(
    ("words", "have", "want"),
    [
        ("일주일에 두 번만", "daily 08:00", "weekly mon,thu 08:00"),
        ("주 3회", "weekdays 19:30", "weekly mon,wed,fri 19:30"),
        ("주 3회로 줄여줘", "daily 21:00", "weekly mon,wed,fri 21:00"),
        ("주 3회로 줄여줘", "weekly tue,thu 21:00", "weekly tue,thu 21:00"),
        ("주 5회 받을래요", "weekly tue,thu 21:00", "weekdays 21:00"),
        ("일주일에 한 번이면 좋겠어요", "weekends 10:00", "weekly sat 10:00"),
        ("일주일에 이틀만", "weekly mon,wed,fri 08:00,20:00", "weekly mon,fri 08:00"),
        ("매일 받을래요", "weekly sun 10:00", "daily 10:00"),
        ("격일로 보내줘", "weekdays 08:00", "every 2d 08:00"),
        ("주 3회 저녁 9시", "weekdays 08:00", "weekly mon,wed,fri 21:00"),
        ("주 2회 9시", "weekdays 08:00", "ambiguous: ask weekly mon,thu 09:00|weekly mon,thu 21:00"),
        ("주 2회", "", "ambiguous: ask " + "|".join(f"weekly mon,thu {at}:00" for at in ("08", "12", "19", "21"))),
        ("매일이요", "", "ambiguous: ask 08:00|12:00|19:00|21:00"),
    ],
)
def test_days_without_an_hour_take_the_hour_there_is(words: str, have: str, want: str) -> None:
    assert str(fitted(words, NOW, load_repeat(have) if have else None)) == want


UNCLEAR = """
월요일|주 9회|주 2~3회|일주일에 두세 번|주 2회만 쉴게요|다음 주 매일|한 달에 두 번|매일 두 번|일주일 쉬기
|매일은 힘들어요|평일 말고||파란 코끼리|오늘 두 번
"""


@pytest.mark.parametrize("words", UNCLEAR.replace("\n", "").split("|"))
def test_what_is_not_clear_is_not_fitted(words: str) -> None:
    assert fitted(words, NOW, load_repeat("weekdays 08:00")) is None


def test_a_number_of_days_is_told_from_a_number_of_times() -> None:
    assert [count(words) for words in ("주 3회", "일주일에 한 번", "하루에 두 번", "세 번", "")] == [3, 1, 0, 0, 0]


def test_the_first_day_after_a_step_is_no_sooner() -> None:
    have = load_repeat("weekdays 08:00")
    rarer = thinner(have)
    assert rarer
    moments = [rhythm.next_at(NOW, SEOUL) for rhythm in (have, rarer)]
    assert moments == [datetime(2026, 11, 23 + n, 23, tzinfo=UTC) for n in (0, 1)]
