"""How a reminder begins, in figures: which wordings sleep, what each is worth, which is drawn.

Source of the rule: Yancey and Settles, "A Sleeping, Recovering Bandit Algorithm for Optimizing Recurring
Notifications" (KDD 2020). The chats about it are in tests/test_wording.py.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pytest

from bot.learning.wording import Opening, chances, draw
from bot.record.facts import rewarded
from tests.learning.small_course import TODAY, ago


@pytest.mark.parametrize(
    ("awake", "seen", "odds"),
    [
        (["a"], {}, {"a": 1.0}),
        (["a", "b"], {}, {"a": 0.5, "b": 0.5}),
        (["a", "b", "c", "d"], {}, dict.fromkeys("abcd", 0.25)),
        (["a", "b"], {"a": 1}, {"b": 1.0}),  # the one read last sleeps
        (["a", "b"], {"a": 400}, {"b": 1.0}),  # however long ago that was
        (["a"], {"a": 1}, {"a": 1.0}),  # but not when it would be alone
        (["a", "b"], {"z": 1}, {"a": 0.5, "b": 0.5}),  # nobody else's sleep matters
        (["a", "b"], {"a": 2, "z": 1}, {"b": 1.0}),  # the last of those that are true today
        (["a", "b"], {"a": 2, "b": 1}, {"a": 1.0}),
        (["a", "b"], {"a": 1, "b": 2}, {"b": 1.0}),
        # right after it was seen a wording loses 0.017, and e to the 0.017/0.0025 is 898: the new one takes nearly all
        (["a", "b", "c"], {"a": 0, "b": -1}, {"a": 0.001113, "c": 0.998887}),
        (["a", "b", "c"], {"a": 15, "b": 0}, {"a": 0.032295, "c": 0.967705}),  # half of the loss is made up
        (["a", "b", "c"], {"a": 30, "b": 0}, {"a": 0.154465, "c": 0.845535}),  # a quarter is left
        (["a", "b", "c"], {"a": 2, "b": 1, "c": 0}, {"a": 0.572782, "b": 0.427218}),  # whoever rested longer
    ],
)
def test_the_chances(awake: Sequence[str], seen: Mapping[str, int], odds: Mapping[str, float]) -> None:
    """`seen` is days ago. WEAR is 0.017, HALF_LIFE 15 days, HEAT 0.0025; chances are told to six places."""
    assert chances(awake, {name: ago(days) for name, days in seen.items()}, TODAY) == odds


@pytest.mark.parametrize(
    ("learner", "days", "drawn"),
    [(1, 0, "c"), (2, 0, "c"), (3, 0, "a"), (1, 1, "c"), (1, 2, "b"), (7, 0, "a")],
)
def test_the_draw(learner: int, days: int, drawn: str) -> None:
    """It hangs on nothing but the learner and the day, so that a second try, even of another process, says the same."""
    assert draw({"a": 0.5, "b": 0.25, "c": 0.25}, learner, ago(days)) == drawn


def test_a_draw_keeps_to_chances_that_do_not_sum_to_one() -> None:
    """They are rounded, so their sum may be a little off; and none is the last by default."""
    drawn = [draw({"a": 2.0, "b": 1.0, "c": 1.0}, learner, TODAY) for learner in range(400)]
    assert [drawn.count(name) for name in "abc"] == [
        pytest.approx(200, abs=30), pytest.approx(100, abs=25), pytest.approx(100, abs=25)
    ]  # fmt: skip


def test_what_has_no_chance_is_never_drawn() -> None:
    """Neither first nor last."""
    assert {draw({"a": 0.0, "b": 1.0, "c": 0.0}, learner, TODAY) for learner in range(100)} == {"b"}


@pytest.mark.parametrize(
    ("finishes", "counts"),
    [
        ([], False),
        ([0], True),
        ([120 * 60], True),  # two hours to the second
        ([120 * 60 + 1], False),
        ([-1], False),
        ([-1, 120 * 60 + 1], False),
        ([-3600, -1, 60], True),
        ([60, 9999], True),  # the first after it decides
    ],
)
def test_the_reward(finishes: Sequence[int], *, counts: bool) -> None:
    """REWARD is two hours; `finishes` in seconds after the message."""
    sent_at = datetime.fromisoformat("2026-11-25T08:00+09:00")
    assert rewarded(sent_at, [sent_at + timedelta(seconds=n) for n in finishes]) is counts
    assert rewarded(None, [sent_at]) is False


def test_nothing_is_opened_before_it_is() -> None:
    """The opening of a message that opens nothing."""
    assert Opening() == Opening("", "", {})
