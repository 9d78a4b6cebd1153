"""That reviews are worth their time; `python -m tests.bench.memory` measures how much."""

import statistics
from collections import Counter
from datetime import timedelta

from bot.learning.standing import AWAY
from tests.bench.memory import AFTER, COURSE, START, Fsrs, Ladder, Ours, simulate


def test_four_reviews_a_day_keep_much_more_than_none() -> None:
    """A month after the course a tenth more is known, for at most four reviews on a day of use, two on a return."""
    reviewed, left_alone = (simulate(schedule, Fsrs, 60) for schedule in (Ours, Ladder))
    month_later = START + timedelta(days=COURSE + AFTER)
    kept, lost = (statistics.fmean(one.recall(month_later) for one in group) for group in (reviewed, left_alone))
    assert kept >= lost + 0.1
    for one in reviewed:
        load = Counter(one.reviews)
        assert max(load.values()) <= 4
        assert load.keys() <= set(one.days)
        for before, back in zip(one.days, one.days[1:], strict=False):
            assert (back - before).days < AWAY or load[back] <= 2
