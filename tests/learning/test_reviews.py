"""Which questions come back on Wednesday, 25 November 2026, in the course of `small_course`: tables of cards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zlib import crc32

import pytest

from bot.learning.day import due_cards
from bot.learning.memory import Card
from bot.learning.standing import History, Standing
from tests.learning.small_course import COURSE, TODAY, ago, card

A_DAY = timedelta(days=1)
ALL_TAUGHT = {"one": ago(9), "two": ago(8), "three": ago(7)}


def due_names(standing: Standing) -> list[str]:
    return [card.thought for card in due_cards(COURSE, standing)]


@pytest.mark.parametrize(
    ("cards", "reviews"),
    [
        ([card("one.1", due=0)], ["one.1"]),  # on the very day
        ([card("one.1", due=-1)], []),  # not a day early
        ([card("one.1", due=1)], ["one.1"]),
        ([card("one.1", due=1, last=0)], []),  # answered today already
        ([card("one.1", due=0, last=-1)], []),  # answered tomorrow, by a clock that was set back
        ([card("gone.1")], []),  # the course no longer has it
        ([card("check-1.1")], []),  # a Sunday's scenario never comes back
        ([card("one.1", due=1), card("two.1", due=3), card("one.2", due=2)], ["two.1", "one.2", "one.1"]),
        ([card("one.1", stability=30), card("two.1", stability=3)], ["two.1", "one.1"]),  # of one day: most forgotten
        ([card("one.1", due=1, stability=90), card("two.1", stability=1)], ["one.1", "two.1"]),  # the day decides first
    ],
)
def test_what_is_due(cards: Sequence[Card], reviews: list[str]) -> None:
    """A card is due from its day on; the longest overdue comes first, among those of a day the most forgotten."""
    assert due_names(Standing(TODAY, ALL_TAUGHT, cards=cards)) == reviews


@pytest.mark.parametrize(
    ("taught", "reviews"),
    [
        ({"one": ago(1)}, ["one.1"]),
        ({"one": ago(0)}, []),  # finished today: its questions were asked a minute ago
        ({}, []),  # begun, and never finished
        ({"two": ago(1)}, []),
    ],
)
def test_only_what_was_taught_on_an_earlier_day_is_reviewed(taught: Mapping[str, date], reviews: list[str]) -> None:
    """The lesson of the question was finished, and not today."""
    assert due_names(Standing(TODAY, taught, cards=[card("one.1")])) == reviews


OVERDUE = ["one.1", "one.2", "two.1", "two.2", "three.1", "three.2", "one.3", "two.3"]
MANY = [card(name, due=9 - n) for n, name in enumerate(OVERDUE)]


@pytest.mark.parametrize(
    ("already", "reviews"), [(0, OVERDUE[:6]), (1, OVERDUE[:5]), (5, OVERDUE[:1]), (6, []), (7, [])]
)
def test_at_most_six_reviews_a_day(already: int, reviews: list[str]) -> None:
    """MOST_REVIEWS is 6: with five, capped days lose recall in the simulation; those of today are counted."""
    names = ("three.3", *reversed(OVERDUE))[:already]
    done, others = [card(name, due=-4, last=0) for name in names], [one for one in MANY if one.thought not in names]
    assert due_names(Standing(TODAY, ALL_TAUGHT, cards=[*done, *others])) == reviews


def test_the_last_place_goes_to_the_most_forgotten_of_its_day() -> None:
    """Seven are due, the last two on one day: the one better known waits."""
    rivals = [card("one.3", stability=30), card("two.3", stability=3)]
    standing = Standing(TODAY, ALL_TAUGHT, cards=[*rivals, *MANY[:5]])
    assert due_names(standing) == [*OVERDUE[:5], "two.3"]


def test_answers_to_other_questions_take_no_place() -> None:
    """A question of today's own lesson is no review, though it has a card of today."""
    taught = {**ALL_TAUGHT, "three": TODAY}
    fresh = [card(f"three.{n}", due=-4, last=0) for n in (1, 2, 3)]
    assert due_names(Standing(TODAY, taught, cards=[*fresh, *MANY[:4]])) == OVERDUE[:4]


@pytest.mark.parametrize(
    ("last_step", "already", "reviews"),
    [
        (3, 0, OVERDUE[:6]),  # no return: what piled up, at most six
        (4, 0, ["two.3", "one.3"]),  # a return: the two that are known best
        (4, 1, ["two.3"]),
        (4, 2, []),
        (4, 3, []),
    ],
)
def test_a_return_begins_with_two_that_are_known_well(last_step: int, already: int, reviews: list[str]) -> None:
    """EASY is 2, in all of the day; whatever has piled up waits for the days after."""
    piled = [card(name, due=9 - n, stability=1.0 + n) for n, name in enumerate(OVERDUE)]
    done = [card(name, due=-4, last=0) for name in ("three.3", "one.1", "one.2")[:already]]
    piled = [one for one in piled if one.thought not in {card.thought for card in done}]
    standing = Standing(TODAY, ALL_TAUGHT, cards=[*piled, *done], days=[ago(last_step), TODAY])
    assert due_names(standing) == reviews


def test_two_returns_need_not_begin_alike() -> None:
    """Whoever came back, and left the question open, meets another on the next return; WELL is nine in ten."""
    names = [*OVERDUE[:6]]
    known = [card(name, due=-9, last=1, stability=90.0) for name in names] + [card("two.3", due=-9, stability=3.0)]
    firsts = [
        due_names(Standing(day, ALL_TAUGHT, cards=known, days=[ago(4)]))
        for day in (TODAY + A_DAY * n for n in range(8))
    ]
    assert all(len(pair) == 2 and {*pair} <= {*names} for pair in firsts)
    assert len({pair[0] for pair in firsts}) >= 4
    again = [card(name, due=-9, last=-0, stability=90.0) for name in firsts[0][:1]]
    left = [one for one in known if one.thought != firsts[0][0]]
    one_more = Standing(TODAY, ALL_TAUGHT, cards=[*left, *again], days=[ago(4), TODAY])
    assert due_names(one_more) == firsts[0][1:]  # the same all day, also when the first was answered


@pytest.mark.parametrize(("days", "first"), [(9, "one.1"), (10, "one.1"), (11, "one.2")])
def test_what_is_known_well(days: int, first: str) -> None:
    """By its stability it is known by nine in ten after as many days; later the better known one comes first."""
    cards = [card("one.1", last=days, stability=10.0), card("one.2", last=days, stability=10.05)]
    day = next(
        day
        for day in (TODAY + A_DAY * n for n in range(99))
        if crc32(f"one.1 {day}".encode()) < crc32(f"one.2 {day}".encode())
    )
    moved = [Card(one.thought, one.due, day - A_DAY * days, one.stability, one.difficulty) for one in cards]
    assert due_names(Standing(day, ALL_TAUGHT, cards=moved, days=[day - A_DAY * 4]))[0] == first


def test_a_return_takes_what_is_known_although_it_is_not_due() -> None:
    """An easy beginning need not be due; in a pause there is none."""
    known = [card("one.1", due=-30, stability=60.0)]
    back = Standing(TODAY, ALL_TAUGHT, cards=known, days=[ago(4)])
    assert due_names(back) == ["one.1"]
    assert due_names(Standing(TODAY, ALL_TAUGHT, cards=known, days=[ago(4)], paused=True)) == []


def test_a_pause_has_no_reviews() -> None:
    """Memory stands still as long."""
    assert due_names(Standing(TODAY, ALL_TAUGHT, cards=MANY, paused=True)) == []


@pytest.mark.parametrize(
    ("answered", "due"),
    [
        ({}, True),
        ({"one.1": 1}, True),  # yesterday
        ({"one.1": 0}, False),  # practised today already
        ({"one.4": 0}, False),  # and so was its thought, in other words
        ({"one.2": 0}, True),  # another thought of the lesson
    ],
)
def test_a_thought_that_was_met_today_waits(answered: Mapping[str, int], *, due: bool) -> None:
    """Answered in days ago, with or without a move of the card: what one grades oneself moves none."""
    histories = {name: History(ago(days), 1, 1, 1) for name, days in answered.items()}
    standing = Standing(TODAY, ALL_TAUGHT, histories, cards=[card("one.1")])
    assert due_names(standing) == (["one.1"] if due else [])


def test_a_thought_whose_questions_all_rest_waits() -> None:
    """And takes no place from the others."""
    worn = {name: History(ago(1), 1, 1, 6, seen) for seen, name in enumerate(("one.1", "one.4"), 1)}
    standing = Standing(TODAY, ALL_TAUGHT, worn, cards=[card("one.1", due=9), *MANY[1:]])
    assert due_names(standing) == OVERDUE[1:7]
    assert due_names(replace(standing, answered={"one.1": worn["one.1"]})) == OVERDUE[:6]
