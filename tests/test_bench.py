"""The bench's crowd: as many learners with the same past, by the schema of today."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.history import crowd
from tests.conftest import Chat
from tests.test_first_minutes import finish_lesson

PAST = ("answers", "cards", "days", "finished")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_crowd_has_the_past_of_the_first(learner: Chat, database_url: str, tmp_path: Path) -> None:
    await finish_lesson(learner)
    many = crowd(Path(database_url.removeprefix("sqlite:///")), tmp_path / "many.sqlite3", 5, studied=3)
    with closing(sqlite3.connect(many)) as db:
        kept = {
            table: [n for (n,) in db.execute(f"SELECT count(*) FROM {table} GROUP BY learner_id")] for table in PAST
        }
    assert {table: len(counts) for table, counts in kept.items()} == dict.fromkeys(PAST, 1 + 3)
    assert all(len(set(counts)) == 1 for counts in kept.values())
