"""When a thought comes back: FSRS on study days. Pure.

py-fsrs counts blocks of 24 hours, so an answer 23 h 40 m after the last one would pass for the same day and earn
a fraction of its interval. Every answer is therefore dated at one fixed hour of the learner's study day.
"""

from datetime import UTC, date, datetime, time, timedelta

import msgspec
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State

MOST_REVIEWS = (
    6  # a day, where its minutes hold them: with RETENTION the fewest that lose no recall to the five minutes
)
RETENTION = 0.9  # the chance of recall at which a card falls due: what the model was fitted at; with 0.93 recall falls
LONGEST_DAYS = 72  # the course's 42 days and the month after it
DAY_STARTS = timedelta(hours=4)  # a lesson done after midnight still belongs to the evening before

_SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),  # no pings after a minute in a chat
    relearning_steps=(),
    maximum_interval=LONGEST_DAYS,
    enable_fuzzing=False,
)


class Card(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one learner remembers of one thought. `due` and `last` are study days; stability is in days."""

    thought: str
    due: date
    last: date
    stability: float
    difficulty: float

    def moved(self, rest: timedelta) -> "Card":
        """The card after it lay still for so long."""
        return msgspec.structs.replace(self, last=self.last + rest, due=self.due + rest)


def review(card: Card | None, thought: str, rating: Rating, day: date) -> Card:
    """The card after the first answer of a study day; None is a thought met for the first time."""
    before = FsrsCard(card_id=1)
    if card:
        before.state, before.step = State.Review, None
        before.stability, before.difficulty = card.stability, card.difficulty
        before.last_review, before.due = _moment(card.last), _moment(card.due)
    after, _ = _SCHEDULER.review_card(before, rating, _moment(day))
    assert after.stability is not None
    assert after.difficulty is not None
    return Card(thought, after.due.date(), day, after.stability, after.difficulty)


def recall(card: Card, day: date) -> float:
    """The chance, from 0 to 1, that the learner still knows it on that study day."""
    last = _moment(card.last)
    known = FsrsCard(1, State.Review, None, card.stability, card.difficulty, due=last, last_review=last)
    return float(_SCHEDULER.get_card_retrievability(known, _moment(day)))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(3), UTC)
