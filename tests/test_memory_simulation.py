"""That reviews are worth their time; `python -m tests.bench.memory` measures how much."""

import statistics
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from bot.learning.memory import MOST_REVIEWS
from bot.learning.standing import AWAY
from tests.bench.memory import AFTER, COURSE, START, Before, Fsrs, Ladder, Learner, Ours, simulate

ENDS = (START + timedelta(days=COURSE), START + timedelta(days=COURSE + AFTER))


def test_reviews_keep_much_more_than_none() -> None:
    """A month after the course a tenth more is known, for at most six reviews on a day of use, two on a return."""
    reviewed, left_alone = (simulate(schedule, Fsrs, 60) for schedule in (Ours, Ladder))
    kept, lost = (_mean_recall(group, ENDS[1]) for group in (reviewed, left_alone))
    assert kept >= lost + 0.1
    for one in reviewed:
        load = Counter(one.reviews)
        assert max(load.values()) <= MOST_REVIEWS == 6
        assert load.keys() <= set(one.days)
        away = [(back - before).days for before, back in zip(one.days, one.days[1:], strict=False)]
        for n, (back, silent) in enumerate(zip(one.days[1:], away, strict=True)):
            longer = n == 0 or silent > away[n - 1]  # who comes every few days is asked what is due
            assert silent < AWAY or not longer or load[back] <= 2


def test_short_days_lose_nothing() -> None:
    """Days of at most five minutes keep what the edition before kept with days of any length, for no more minutes."""
    now, before = (simulate(schedule, Fsrs, 60) for schedule in (Ours, Before))
    for day in ENDS:
        assert _mean_recall(now, day) >= _mean_recall(before, day) - 0.002  # what sixty learners tell
    assert sum(one.seconds for one in now) <= sum(one.seconds for one in before)


def _mean_recall(learners: Sequence[Learner], day: date) -> float:
    return statistics.fmean(one.recall(day) for one in learners)
