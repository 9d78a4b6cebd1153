"""How reminders begin: they take turns, say only what is true, keep the learner's own plan, and can be learned from."""

import csv
import json
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.authoring.cli import export
from bot.delivery import Delivery
from bot.learning.wording import chances, draw
from bot.record.facts import rewarded
from bot.store import Database, outbox
from bot.texts import Texts
from handlers.reminder import WORDINGS
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.test_first_minutes import finish_lesson

TODAY = date(2026, 11, 24)
NAMES = st.sets(st.sampled_from(list(WORDINGS)), min_size=1)
SEEN = st.dictionaries(st.sampled_from(list(WORDINGS)), st.integers(0, 400).map(lambda n: TODAY - timedelta(days=n)))


@given(NAMES, SEEN)
def test_every_wording_awake_has_a_chance(awake: set[str], seen: dict[str, date]) -> None:
    """They sum to one; whoever was seen longer ago never has the smaller chance; only the one read last may sleep."""
    odds = chances(awake, seen, TODAY)
    assert len(awake - set(odds)) == (1 if len(awake) > 1 and awake & set(seen) else 0)
    assert all(seen[name] == max(seen[one] for one in awake & set(seen)) for name in awake - set(odds))
    assert sum(odds.values()) == pytest.approx(1, abs=1e-4)
    for one in odds:
        for other in odds:
            if seen.get(one, date.min) <= seen.get(other, date.min):
                assert odds[one] >= odds[other]


def test_a_wording_recovers_as_the_paper_says() -> None:
    """Seen today it loses 0.017, after fifteen days half of it; with a heat of 0.0025 that is e to the 3.4 again."""
    seen = {"a": TODAY, "b": TODAY - timedelta(days=15), "c": TODAY + timedelta(days=1)}
    odds = chances(["a", "b", "c"], seen, TODAY)
    assert odds["b"] / odds["a"] == pytest.approx(2.718281828 ** (0.017 / 2 / 0.0025), rel=0.01)


@settings(deadline=None, max_examples=30)
@given(NAMES, SEEN)
def test_draws_keep_to_the_chances(awake: set[str], seen: dict[str, date]) -> None:
    """Over many learners each wording is drawn about as often as its chance says; the same learner hears the same."""
    odds = chances(awake, seen, TODAY)
    drawn = Counter(draw(odds, learner, TODAY) for learner in range(600))
    for name, chance in odds.items():
        assert abs(drawn[name] / 600 - chance) < 0.1
    assert draw(odds, 7, TODAY) == draw(odds, 7, TODAY)


@pytest.mark.parametrize(
    ("minutes", "counts"), [([], False), ([-1], False), ([0], True), ([-5, 119], True), ([121], False)]
)
def test_the_reward(minutes: list[int], *, counts: bool) -> None:
    """A lesson finished within two hours after the message; what was finished before it is no thanks to it."""
    sent_at = datetime.fromisoformat("2026-11-24T08:00+09:00")
    assert rewarded(sent_at, [sent_at + timedelta(minutes=n) for n in minutes]) is counts
    assert not rewarded(None, [sent_at])


async def test_six_weeks_of_openings(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, say: Texts, tmp_path: Path
) -> None:
    """Each quotes the learner's plan, they take turns, and the operator's table has it all."""
    openings = []
    clock.now = TUESDAY_8
    for _ in range(42):
        await delivery.deliver()
        if post.letters:
            openings.append(post.letters.pop()[1].bubbles[0].partition("\n")[0])
            clock.forward(minutes=30)
            await finish_lesson(learner)
        clock.forward(days=1)
        clock.now = clock.now.replace(hour=23, minute=0, second=0)
    assert len(openings) == 28  # without 성탄절 and 신정
    assert all(one != other for one, other in pairwise(openings))
    assert [at for at, opening in enumerate(openings) if "‘커피를 내리면’" in opening] == [*range(7)]
    assert not any("‘" in opening for opening in openings[7:])  # what the first check asked for tells no when
    assert len({opening.translate({ord(digit): None for digit in "0123456789"}) for opening in openings}) >= 5
    async with database.reading() as connection:
        rows = [row async for row in outbox.sent_messages(connection)]
    file = tmp_path / "sent.csv"
    export("sent", rows, file, say)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        table = list(csv.DictReader(opened))
    assert {row["결과"] for row in table} == {"sent"}
    assert all(row["두 시간 안에 마침"] == "1" for row in table)
    for row in table:
        odds = json.loads(row["여는 말의 확률"])
        assert row["여는 말"] in odds
