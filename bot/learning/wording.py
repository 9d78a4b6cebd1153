"""How a reminder begins: wordings take turns, so that none wears out. Pure.

The rules are those of Yancey and Settles, "A Sleeping, Recovering Bandit Algorithm for Optimizing Recurring
Notifications" (KDD 2020): some wordings sleep for some learners, a wording seen lately has to recover, and the choice
is a softmax. What a wording is worth cannot be learned from a few hundred learners, so all are worth the same; the
chances are kept beside each choice, from which it can be learned later (the reward: a lesson finished within 2 hours).
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import blake2s

WEAR = 0.017  # what a wording loses right after it was seen
HALF_LIFE = 15  # days after which half of the loss is made up
HEAT = 0.0025  # of the softmax; the lower, the surer the best is taken


class Wording(StrEnum):
    """How a reminder may begin; its sentence is `reminder-…`. When each is true, says `handlers/reminder.py`."""

    PLAIN = "plain"
    SMALL = "small"
    GO_ON = "go-on"
    REVIEW = "review"
    TOGETHER = "together"
    LEFT = "left"
    MAKING = "making"
    CHECK = "check"
    PROMISE = "promise"  # of another act than to open lessons, quoted whole
    LIGHTER = "lighter"  # in a week of reviews these two, in place of any other
    LIGHTER_BACK = "lighter-back"
    FIRST = "first"  # of all messages, in place of any other
    RETURN = "return"  # after a pause or holidays, in place of any other
    OWN_LINE = "own-line"  # after a missed day: a line of their own plan, …
    SENTENCE = "sentence"  # … a sentence of the part that waits, …
    TERM = "term"  # … or a word of it; see `handlers/reminder.py`


@dataclass(frozen=True, slots=True)
class Opening:
    """What a message opens, the wording it begins with, and the chance that each wording had."""

    opened: str = ""
    wording: str = ""
    chances: Mapping[str, float] = field(default_factory=dict)


def opening(opened: str, awake: Collection[str], seen: Mapping[str, date], learner_id: int, today: date) -> Opening:
    """A message that opens a step with one of the wordings that are true."""
    odds = chances(awake, seen, today)
    return Opening(opened, draw(odds, learner_id, today), odds)


def chances(awake: Collection[str], seen: Mapping[str, date], today: date) -> dict[str, float]:
    """The chance of each wording that is true; `seen` says on which day the learner last read one.

    The one read last sleeps too, where another is awake: by the paper's rule alone it would often come twice in a row.
    """
    latest = max(set(awake) & set(seen), key=lambda name: seen[name], default="")
    rested = [name for name in awake if name != latest] or awake
    worn = {name: WEAR * 2 ** (-(today - seen[name]).days / HALF_LIFE) if name in seen else 0.0 for name in rested}
    least = min(worn.values())
    weights = {name: math.exp((least - loss) / HEAT) for name, loss in worn.items()}
    whole = sum(weights.values())
    return {name: round(weight / whole, 6) for name, weight in weights.items()}


def draw(chances: Mapping[str, float], learner_id: int, today: date) -> str:
    """One of the wordings by its chance; the same for a learner all day, so that a second try says the same."""
    digest = blake2s(f"{learner_id} {today}".encode(), digest_size=8).digest()
    point = int.from_bytes(digest) / 2**64 * sum(chances.values())
    for name, chance in chances.items():
        point -= chance
        if point < 0:
            return name
    return name
