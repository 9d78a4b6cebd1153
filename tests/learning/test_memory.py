"""Diaries of cards: the gaps in days between one answer and the next."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Rating

from bot.learning.memory import LONGEST_DAYS, Card, recall, review
from bot.record.learner import Learner

MONDAY = date(2026, 11, 23)
GOOD, AGAIN, HARD = Rating.Good, Rating.Again, Rating.Hard


def diary(ratings: list[Rating]) -> list[int]:
    """The gap after each answer, when every answer is given on the day it is due."""
    card: Card | None = None
    day, gaps = MONDAY, []
    for rating in ratings:
        card = review(card, "quiz", rating, day)
        gaps.append((card.due - day).days)
        day = card.due
    return gaps


@pytest.mark.parametrize(
    ("ratings", "gaps"),
    [
        ([GOOD, GOOD, GOOD], [2, 11, 46]),
        ([AGAIN, GOOD, GOOD], [1, 2, 6]),
        ([HARD, GOOD], [1, 5]),
        ([GOOD, AGAIN, GOOD], [2, 1, 2]),
    ],
)
def test_diaries(ratings: list[Rating], gaps: list[int]) -> None:
    """What was known comes back late, what was forgotten soon."""
    assert diary(ratings) == gaps


def test_no_gap_outlasts_the_course() -> None:
    """The longest gap is the course and the month after it."""
    assert max(diary([GOOD] * 8)) == LONGEST_DAYS


def test_a_review_23_hours_40_minutes_later_is_a_new_day() -> None:
    """The library alone would take it for the same day, and the gap would stay at 2 days instead of 7."""
    first = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    someone = Learner(1, first)
    days = [someone.day(moment) for moment in (first, first + timedelta(hours=23, minutes=40))]
    card = review(review(None, "quiz", GOOD, days[0]), "quiz", GOOD, days[1])
    assert (days[1] - days[0]).days == 1
    assert (card.due - days[1]).days == 7


@pytest.mark.parametrize(
    ("utc", "zone", "day"),
    [
        ((2026, 11, 23, 18, 59), "Asia/Seoul", date(2026, 11, 23)),  # 03:59 at night still belongs to Monday
        ((2026, 11, 23, 19, 0), "Asia/Seoul", date(2026, 11, 24)),
        ((2026, 11, 1, 8, 30), "America/New_York", date(2026, 10, 31)),  # the night the clocks go back
        ((2026, 3, 8, 8, 0), "America/New_York", date(2026, 3, 8)),  # the night they go forward: 04:00 comes early
    ],
)
def test_the_study_day_rolls_at_four(utc: tuple[int, int, int, int, int], zone: str, day: date) -> None:
    """An answer after midnight belongs to the evening before."""
    moment = datetime(*utc, tzinfo=UTC)
    assert Learner(1, moment, zone=zone).day(moment) == day


def test_recall_falls_with_time() -> None:
    """The most forgotten comes first because its chance of recall is lowest."""
    card = review(None, "quiz", GOOD, MONDAY)
    chances = [recall(card, MONDAY + timedelta(days=days)) for days in (0, 2, 30)]
    assert chances == sorted(chances, reverse=True)
    assert chances[1] == pytest.approx(0.9, abs=0.03)


def test_a_card_after_an_answer() -> None:
    """Dated on study days; the numbers are those of FSRS-6 with its default weights."""
    card = review(None, "quiz", GOOD, MONDAY)
    assert (card.thought, card.due, card.last) == ("quiz", MONDAY + timedelta(days=2), MONDAY)
    assert card.stability == pytest.approx(2.3065)
    assert card.difficulty == pytest.approx(2.118, abs=0.001)
    again = review(card, "quiz", HARD, card.due)
    assert (again.last, (again.due - again.last).days) == (card.due, 8)
    assert again.stability == pytest.approx(7.513, abs=0.001)
    assert again.difficulty == pytest.approx(4.753, abs=0.001)


@pytest.mark.parametrize(("days", "chance"), [(0, 1.0), (1, 0.9857), (10, 0.9), (19, 0.8503), (20, 0.8459)])
def test_recall(days: int, chance: float) -> None:
    """After one stability, here of ten days, 90 in 100 are left."""
    assert recall(Card("quiz", MONDAY, MONDAY, 10.0, 5.0), MONDAY + timedelta(days=days)) == pytest.approx(
        chance, abs=0.0001
    )


def test_a_card_moved() -> None:
    """What lay still for three days is due three days later, and as well known as before."""
    card = Card("quiz", MONDAY + timedelta(days=4), MONDAY, 10.0, 5.0)
    moved = Card("quiz", MONDAY + timedelta(days=7), MONDAY + timedelta(days=3), 10.0, 5.0)
    assert card.moved(timedelta(days=3)) == moved
