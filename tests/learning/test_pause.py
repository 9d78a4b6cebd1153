"""The end of a pause: memory stood still as long as it lasted."""

import pytest
from msgspec.structs import replace

from bot.record import Reads, Record, pause_ended
from bot.record.facts import Changed, Scheduled
from tests.learning.records import LEARNER
from tests.learning.small_course import TODAY, ago, card


def over_since(first: int, back: int) -> Changed:
    """The end of a pause from and until so many days ago, which stays known; one that never began leaves nothing."""
    past = f"{ago(first)} {ago(back)} pause" if back < first else ""
    return Changed({"paused_from": None, "paused_until": None, "past": past})


@pytest.mark.parametrize(
    ("first", "back", "over"),
    [
        (3, 1, True),
        (3, 0, True),  # today they are back
        (3, -1, False),  # tomorrow
        (0, 0, True),  # taken back on the day it began
        (0, -1, False),
        (-1, -3, False),  # it is still to come
        (-1, 0, False),  # and one that ends before it begins waits for its day
        (None, 1, False),
        (3, None, False),
        (None, None, False),
    ],
)
def test_a_pause_is_over(first: int | None, back: int | None, *, over: bool) -> None:
    """From its first day to the day before they are back; in days ago."""
    pause = [ago(days) if days is not None else None for days in (first, back)]
    record = Record(replace(LEARNER, paused_from=pause[0], paused_until=pause[1]))
    expected = [over_since(first, back)] if over and first is not None and back is not None else []
    assert list(pause_ended(record, TODAY)) == expected
    assert list(pause_ended(replace(record, reads=Reads.PLAN | Reads.SENT), TODAY)) == [], "its cards are not known"


@pytest.mark.parametrize(
    ("last", "moved"),
    [
        (20, 7),  # answered before the pause: it lay still for all of the seven days
        (10, 7),  # answered on the day it began
        (9, 6),  # answered in the pause: only the rest of it
        (4, 1),
        (3, 0),  # answered on the day they are back
        (1, 0),  # and afterwards
    ],
)
def test_cards_lie_still_in_a_pause(last: int, moved: int) -> None:
    """Ten days ago they went for a week: each card moves on by as long as it lay still since its last answer."""
    lay = card("one.1", due=8, last=last)
    learner = replace(LEARNER, paused_from=ago(10), paused_until=ago(3))
    facts = list(pause_ended(Record(learner, cards={"one.1": lay}), TODAY))
    expected = [Scheduled(card("one.1", due=8 - moved, last=last - moved))] if moved else []
    assert facts == [*expected, over_since(10, 3)]
