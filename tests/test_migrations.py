"""What learners left in the edition before is carried over, row by row, on SQLite and on PostgreSQL."""

import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert, select, text

from bot import store
from bot.message import Address
from bot.store import Database
from bot.store.tables import metadata
from tests.records import record_at

BEFORE = Path(__file__).parent / "data" / "first-edition.db"  # two learners; one has been all the way, and 90 days on
EDITION = "0002"
KEPT = [table for table in metadata.sorted_tables if table.name != "links"]  # codes hold for ten minutes
LIVED, BEGUN = Address("telegram", "end5"), Address("kakao", "rec")


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All that is kept, by table."""
    return {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in KEPT
    }


@pytest.fixture
def before() -> dict[str, list[tuple[Any, ...]]]:
    """What is in the file."""
    engine = create_engine(f"sqlite:///{BEFORE}")
    with engine.connect() as connection:
        found = rows(connection)
    engine.dispose()
    return found


@pytest.fixture
async def lived(database_url: str, database: Database, before: dict[str, list[tuple[Any, ...]]]) -> Database:
    """A database of the edition before, with what was in its file."""
    if database_url.startswith("sqlite"):
        shutil.copy(BEFORE, database_url.removeprefix("sqlite:///"))
        return database

    def as_it_was(connection: Connection) -> None:
        store._run("downgrade", connection, EDITION)  # noqa: SLF001 - nobody else goes back
        for table in KEPT:
            if before[table.name]:
                names = [column.name for column in table.c]
                values = [dict(zip(names, row, strict=True)) for row in before[table.name]]
                connection.execute(insert(table), values)

    async with database._engine.begin() as connection:  # noqa: SLF001 - the same
        await connection.run_sync(as_it_was)
    return database


async def test_every_row_is_carried_over(lived: Database, before: dict[str, list[tuple[Any, ...]]]) -> None:
    """Nothing is lost, nothing is changed; a second start finds nothing to do."""
    assert sum(map(len, before.values())) > 400
    for _ in range(2):
        await lived.migrate()
        async with lived._engine.connect() as connection:  # noqa: SLF001 - the same
            assert await connection.run_sync(rows) == before


async def test_the_record_is_what_the_rows_say(lived: Database) -> None:
    """Counted with plain SQL in the file of the edition before."""
    await lived.migrate()
    file = sqlite3.connect(BEFORE)

    def one(question: str, *values: object) -> Any:
        return file.execute(question, values).fetchone()[0]

    for id_, address in ((1, LIVED), (2, BEGUN)):
        record = await record_at(lived, address)
        mine = f"WHERE learner_id = {id_}"
        assert record.learner.id == id_
        assert len(record.finished) == one(f"SELECT count(*) FROM finished {mine}")
        assert len(record.days) == one(f"SELECT count(*) FROM days {mine}")
        assert len(record.cards) == one(f"SELECT count(*) FROM cards {mine}")
        assert len(record.lines()) == one(f"SELECT count(DISTINCT lesson) FROM lines {mine}")
        assert len(record.prechecks) == one(f"SELECT count(*) FROM prechecks {mine}")
        assert list(record.marks) == [
            quiz for (quiz,) in file.execute(f"SELECT quiz FROM answers {mine} GROUP BY quiz ORDER BY min(id)")
        ]
        for quiz, mark in record.marks.items():
            last = one(f"SELECT max(day) FROM answers {mine} AND quiz = ?", quiz)
            assert mark.last == date.fromisoformat(last)
            assert mark.times == one(f"SELECT count(*) FROM answers {mine} AND quiz = ? AND day = ?", quiz, last)
            assert mark.rights == one(f'SELECT sum("right") FROM answers {mine} AND quiz = ? AND day = ?', quiz, last)
            assert mark.right_days == one(
                f'SELECT count(DISTINCT day) FROM answers {mine} AND quiz = ? AND "right"', quiz
            )
        for quiz, card in record.cards.items():
            assert card.stability == one(f"SELECT stability FROM cards {mine} AND quiz = ?", quiz)
            assert card.difficulty == one(f"SELECT difficulty FROM cards {mine} AND quiz = ?", quiz)
    assert record.learner.since == datetime(2026, 11, 23, 0, 0, 20, tzinfo=UTC)
    file.close()


async def test_a_link_code_that_holds_still_joins(lived: Database, database_url: str) -> None:
    """Of a learner's codes the newest is kept; the database now knows one a learner."""
    codes = [("old", 1, "2027-01-01 00:01:00"), ("new", 1, "2027-01-01 00:05:00"), ("other", 2, "2027-01-01 00:02:00")]
    async with lived._engine.begin() as connection:  # noqa: SLF001 - the same
        for code, id_, expires in codes:
            await connection.execute(
                text(f"INSERT INTO links (code, learner_id, expires) VALUES ('{code}', {id_}, '{expires}')")
            )
    await lived.migrate()
    async with lived._engine.connect() as connection:  # noqa: SLF001 - the same
        kept = await connection.execute(text("SELECT learner_id, code FROM links ORDER BY learner_id"))
    assert [tuple(row) for row in kept] == [(1, "new"), (2, "other")]
