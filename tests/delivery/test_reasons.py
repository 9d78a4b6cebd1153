"""왜 안 와요: the one reason that is told, where several hold."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from bot.record.facts import Outcome
from handlers.why_not_sent import Case, reason
from tests.delivery.values import CLAIM, HOLIDAY, LEARNER, at

QUIET = {"quiet": "quiet 08:00-09:00"}
PAUSED = {"paused_from": date(2026, 11, 24), "paused_until": date(2026, 11, 26)}
MONDAYS = {"rhythm": "weekly mon 08:00"}


def told(learner: dict[str, Any], now: str, following: str | None, today: Outcome | None, **case: bool) -> str:
    """The reason at that moment, when the next lesson comes then and so much became of today's."""
    one = replace(CLAIM, outcome=today) if today else None
    coming = at(following) if following else None
    return reason(Case(replace(LEARNER, **learner), at(now), coming, one, **case), {HOLIDAY})


ALL: dict[str, dict[str, Any]] = {
    "ended": {"ended": True},
    "alone": {"pushed": False},
    "none": {"rhythm": ""},
    "off": {"off": True},
    "paused": PAUSED,
    "quiet": QUIET,
}
CASE = ("pushed", "ended", "done")


@pytest.mark.parametrize("skipped", range(len(ALL)))
def test_the_most_lasting_reason_is_told(skipped: int) -> None:
    """Of all that hold the first: alone, no rhythm, the end, off, a pause, quiet hours; then whatever today brought."""
    left = dict(list(ALL.items())[skipped:])
    merged = {name: value for values in left.values() for name, value in values.items()}
    case = {name: merged.pop(name) for name in CASE if name in merged}
    assert told(merged, "24 12:00", "25 08:00", Outcome.SENT, **case, done=True) == next(iter(left))


@pytest.mark.parametrize(
    ("learner", "now", "following", "today", "done", "why"),
    [
        # what became of today's
        ({}, "24 12:00", "25 08:00", Outcome.SENT, True, "sent"),
        ({}, "24 12:00", "25 08:00", Outcome.BEGUN, True, "unsure"),
        ({}, "24 12:00", "25 08:00", Outcome.UNKNOWN, True, "unsure"),
        ({}, "24 12:00", "25 08:00", Outcome.CLAIMED, True, "soon"),
        ({}, "24 12:00", "25 08:00", Outcome.SKIPPED, True, "done"),
        ({}, "24 12:00", "25 08:00", Outcome.SKIPPED, False, "late"),
        ({}, "24 12:00", "25 08:00", Outcome.UNREACHABLE, False, "late"),
        ({}, "24 12:00", "25 08:00", Outcome.UNSENT, False, "late"),
        ({}, "24 12:00", "25 08:00", Outcome.FAILED, False, "late"),
        # nothing yet
        ({}, "24 12:00", "24 20:00", None, True, "done"),
        ({}, "24 12:00", "24 20:00", None, False, "soon"),
        ({}, "24 12:00", "24 23:59", Outcome.FAILED, False, "soon"),
        ({}, "24 12:00", "25 00:00", None, False, "over"),
        ({}, "24 00:00", "24 08:00", None, False, "soon"),
        ({}, "23 23:59", "24 08:00", None, False, "over"),
        # days of silence
        (PAUSED, "23 23:59", "26 08:00", None, False, "over"),
        (PAUSED, "24 00:00", "26 08:00", None, False, "paused"),
        (PAUSED, "25 23:59", "26 08:00", None, False, "paused"),
        (PAUSED, "26 00:00", "26 08:00", None, False, "soon"),
        ({"paused_from": date(2026, 11, 24)}, "24 12:00", "25 08:00", None, False, "over"),
        ({"paused_until": date(2026, 11, 26)}, "24 12:00", "25 08:00", None, False, "over"),
        ({}, "30 12:00", "12-01 08:00", None, False, "holiday"),
        ({}, "30 12:00", "12-01 08:00", Outcome.FAILED, False, "holiday"),
        ({"on_holidays": True}, "30 12:00", "12-01 08:00", None, False, "over"),
        (MONDAYS, "30 12:00", "12-07 08:00", None, False, "holiday"),
        (MONDAYS, "24 12:00", "30 08:00", None, False, "day"),
        (MONDAYS, "24 12:00", "30 08:00", Outcome.FAILED, False, "day"),
        (MONDAYS, "23 12:00", "30 08:00", None, False, "over"),
        ({"rhythm": "every 2d 08:00"}, "25 12:00", "27 08:00", None, False, "over"),
        ({"rhythm": "every 2d 08:00"}, "24 12:00", "25 08:00", None, False, "day"),
        # quiet hours hold what lies in them
        (QUIET, "24 12:00", "25 08:00", None, False, "quiet"),
        (QUIET, "24 12:00", "25 09:00", None, False, "over"),
        (QUIET, "24 12:00", None, None, False, "over"),
    ],
)
def test_why_none_came_today(
    learner: dict[str, Any],
    now: str,
    following: str | None,
    today: Outcome | None,
    why: str,
    *,
    done: bool,
) -> None:
    """What became of today's, a day that is done, one still to come, a silent day; else its time was over."""
    assert told(learner, now, following, today, done=done) == why
