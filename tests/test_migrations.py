"""What learners left in the edition before is carried over, row by row, on SQLite and on PostgreSQL."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, Table, column, create_engine, insert, inspect, null, select, text
from sqlalchemy import table as sql_table
from sqlalchemy.sql.schema import ScalarElementColumnDefault as Scalar

from bot import store
from bot.course.model import Course
from bot.learning.day import open_parts, parts_to_come, waiting_part
from bot.message import Address, Button, Message, go_of
from bot.record.facts import Finished
from bot.store import Database
from bot.store.keyring import Keyring, Purpose
from bot.store.tables import metadata
from tests.records import record_at

BEFORE = Path(__file__).parent / "data" / "first-edition.db"  # two learners; one has been all the way, and 90 days on
ONE_COURSE = BEFORE.with_name("one-course.db")  # of edition 0016: two learners after eight parts, with ten people begun
EDITION = "0002"
KEPT = [
    table for table in metadata.sorted_tables if table.name not in {"links", "document_links", "shown_pictures"}
]  # they hold for minutes, or a week
LIVED, BEGUN = Address("telegram", "end5"), Address("kakao", "rec")


TAUGHT = "own-work"
NEWER: dict[str, dict[str, Any]] = {
    "learners": {"elsewhere": "", "lighter_from": None, "ring_on": "", "code_tries": 0, "code_tried_at": None,
                 "joined": None},
    "sent": {"news": 0},
    "addresses": {"untold": ""},
    "answers": {"recall": None},
    "reports": {"closed_at": None, "forwarded_at": None},
    "inquiries": {"quiz": ""},
}  # fmt: skip
"""What later editions have added to the one of one course."""
LATER = ("", "", None, "", None, False, "", "", None, None, TAUGHT, "", None, "", 0, None, None)
"""No job, no name, nothing put off; no rhythm before this one, no week of reviews, and nothing that came later."""
HASHED = {"deliveries": ("key", Purpose.DELIVERY), "links": ("code", Purpose.CODE)}
"""What is kept as a keyed hash alone."""
RENAMED = {"rung_on": "reminded_on", "rung": "reminded", "quiz": "thought"}


def rows(connection: Connection, names: Callable[[str], str] = str) -> dict[str, list[tuple[Any, ...]]]:
    """All that is kept, by table; `names` gives the columns of now their names in that database."""

    def of(table: Table) -> list[tuple[Any, ...]]:
        if not inspect(connection).has_table(table.name):
            return []  # newer than that database
        kept = {one["name"] for one in inspect(connection).get_columns(table.name)}
        columns = [column(names(one.name), one.type) if names(one.name) in kept else null() for one in table.c]
        keys: list[Any] = [column(names(one.name)) for one in table.primary_key if names(one.name) in kept]
        return [tuple(row) for row in connection.execute(select(*columns).select_from(table).order_by(*keys))]

    return {table.name: of(table) for table in KEPT}


@pytest.fixture
def before() -> dict[str, list[tuple[Any, ...]]]:
    """What is in the file."""
    former = {new: old for old, new in RENAMED.items()}
    engine = create_engine(f"sqlite:///{BEFORE}")
    with engine.connect() as connection:
        found = rows(connection, lambda name: former.get(name, name))
    engine.dispose()
    return found


def carried(before: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """What is to become of it: everything as it was, but for screens, whose commands are values now; and what was
    learnt belongs to the one course there was.
    """
    place = list(metadata.tables["learners"].c.keys()).index("screen")
    learners = [
        (*row[:place], _screen(row[place]), *row[place + 1 : -len(LATER)], *LATER) for row in before["learners"]
    ]
    note = list(metadata.tables["sent"].c.keys()).index("note")
    told = [
        (*("done" if at == note and one == "day-done" else one for at, one in enumerate(row[:-1])), 0)  # no broadcast
        for row in before["sent"]
    ]
    learnt = {table.name: _in_course(table, before[table.name]) for table in KEPT if "course" in table.c}
    homes = [  # nothing was joined that they were not told of; the id that is encrypted is told by `opened`
        (channel, id_, learner, id_, reachable, "") for channel, id_, learner, _, reachable, _ in before["addresses"]
    ]
    return {**before, **learnt, "learners": learners, "sent": told, "addresses": homes}


def opened(found: dict[str, list[tuple[Any, ...]]], keyring: Keyring) -> dict[str, list[tuple[Any, ...]]]:
    """Rows with their ids as they were before they were hashed and encrypted; deliveries are only hashed."""
    homes = []
    for channel, place, learner, encrypted, *others in found["addresses"]:
        id_ = keyring.decrypted(encrypted)
        assert place == keyring.place(Address(channel, id_)) != id_ != encrypted
        homes.append((channel, id_, learner, id_, *others))
    return {**found, "addresses": sorted(homes)}


def hashed(before: dict[str, list[tuple[Any, ...]]], keyring: Keyring) -> dict[str, list[tuple[Any, ...]]]:
    """What is to become of deliveries, and of the keys of ours: there was none."""
    heard = [(channel, keyring.hashed(Purpose.DELIVERY, key), at) for channel, key, at in before["deliveries"]]
    return {**before, "deliveries": sorted(heard)}


def _in_course(table: Table, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows of a table in the one course there was."""
    place = list(table.c.keys()).index("course")
    return [(*row[:place], TAUGHT, *row[place + 1 :]) for row in rows]


def _screen(kept: str) -> Message:
    """The screen as the edition before would have shown it."""
    message = json.loads(kept)
    buttons = tuple(Button(one["label"], go_of(one["command"])) for one in message["buttons"])
    expects = go_of(message["expects"]) if message["expects"] else None
    return Message(tuple(message["bubbles"]), buttons, expects, message["repeated"])


def read(found: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows with their screens read."""
    place = list(metadata.tables["learners"].c.keys()).index("screen")
    learners = [
        (*row[:place], msgspec.json.decode(row[place], type=Message), *row[place + 1 :]) for row in found["learners"]
    ]
    return {**found, "learners": learners}


@pytest.fixture
async def lived(database_url: str, database: Database, before: dict[str, list[tuple[Any, ...]]]) -> Database:
    """A database of the edition before, with what was in its file."""
    if database_url.startswith("sqlite"):
        shutil.copy(BEFORE, database_url.removeprefix("sqlite:///"))
        return database

    def as_it_was(connection: Connection) -> None:
        store._run(connection, "downgrade", EDITION, database.keyring)  # noqa: SLF001 - nobody else goes back
        for table in KEPT:
            if before[table.name]:
                former = {new: old for old, new in RENAMED.items()}
                kept = {one["name"] for one in inspect(connection).get_columns(table.name)}
                names = [former.get(one.name, one.name) for one in table.c]
                values = [
                    {name: one for name, one in zip(names, row, strict=True) if name in kept}
                    for row in before[table.name]
                ]
                columns = [column(name, one.type) for name, one in zip(names, table.c, strict=True) if name in kept]
                connection.execute(insert(sql_table(table.name, *columns)), values)

    async with database._engine.begin() as connection:  # noqa: SLF001 - the same
        await connection.run_sync(as_it_was)
    return database


async def test_every_row_is_carried_over(lived: Database, before: dict[str, list[tuple[Any, ...]]]) -> None:
    """Nothing is lost, nothing is changed; a second start finds nothing to do."""
    assert sum(map(len, before.values())) > 400
    for _ in range(2):
        await lived.migrate()
        async with lived._engine.connect() as connection:  # noqa: SLF001 - the same
            found = opened(await connection.run_sync(rows), lived.keyring)
        [(name, _)] = found["house_keys"]
        assert name == "hash-key"
        found["house_keys"] = []
        assert read(found) == hashed(carried(before), lived.keyring)


async def test_the_record_is_what_the_rows_say(lived: Database, course: Course) -> None:
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
        assert list(record.histories) == [
            quiz for (quiz,) in file.execute(f"SELECT quiz FROM answers {mine} GROUP BY quiz ORDER BY min(id)")
        ]
        for quiz, mark in record.histories.items():
            last = one(f"SELECT max(day) FROM answers {mine} AND quiz = ?", quiz)
            assert mark.last == date.fromisoformat(last)
            assert mark.times == one(f"SELECT count(*) FROM answers {mine} AND quiz = ? AND day = ?", quiz, last)
            assert mark.rights == one(f'SELECT sum("right") FROM answers {mine} AND quiz = ? AND day = ?', quiz, last)
            assert mark.asked == one(f"SELECT count(*) FROM answers {mine} AND quiz = ?", quiz)
            newest = one(f"SELECT max(id) FROM answers {mine} AND quiz = ?", quiz)
            assert mark.seen == one(f"SELECT count(*) FROM answers {mine} AND id <= ?", newest)
        for thought, card in record.cards.items():
            assert card.stability == one(f"SELECT stability FROM cards {mine} AND quiz = ?", thought)
            assert card.difficulty == one(f"SELECT difficulty FROM cards {mine} AND quiz = ?", thought)
            assert course.thoughts[thought].name == thought  # a question whose card it was has given it its name
    assert record.learner.since == datetime(2026, 11, 23, 0, 0, 20, tzinfo=UTC)
    file.close()


async def test_whoever_was_under_way_goes_on_where_they_are(lived: Database, course: Course) -> None:
    """Makings and checks came at weekends alone: what was missed stays open, holds nobody up, and floods nobody."""
    await lived.migrate()
    day = date(2027, 5, 1)
    ended = (await record_at(lived, LIVED)).standing(day)
    assert (waiting_part(course, ended), open_parts(course, ended), ended.ended) == (None, [], True)
    record = await record_at(lived, BEGUN)  # two lessons and, on the Saturday after them, the first making
    ways = {
        2: ("03-opinion-or-fact", []),
        5: ("week-1-check", []),
        6: ("07-one-customer", ["week-1-check"]),
        10: ("week-2-practice", ["week-1-check"]),
        13: ("14-five-tool-criteria", ["week-1-check", "week-2-practice", "week-2-check"]),
    }
    for count, lesson in enumerate(course.lessons, 1):
        if lesson.name not in record.finished:
            record = record.after(Finished(lesson.name, day, datetime(2027, 5, 1, tzinfo=UTC)))
        if count in ways:
            waiting, open_ = waiting_part(course, record.standing(day)), open_parts(course, record.standing(day))
            assert (waiting and waiting.name, [part.name for part in open_]) == ways[count]
    at_the_end = record.standing(day)
    assert [part.name for part in parts_to_come(course, at_the_end)] == ["week-6-practice", "week-6-check"]


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
    codes_ = [(id_, lived.keyring.hashed(Purpose.CODE, code)) for id_, code in ((1, "new"), (2, "other"))]
    assert [tuple(row) for row in kept] == codes_


async def test_what_was_learnt_before_belongs_to_the_one_course(database_url: str, database: Database) -> None:
    """Two learners in the middle of it, with plan, people, reports and cards: each row stays as it was."""
    file = create_engine(f"sqlite:///{ONE_COURSE}")
    with file.connect() as connection:
        there = set(inspect(connection).get_table_names())
        were = {table.name: _all(connection, table) for table in metadata.sorted_tables if table.name in there}
    file.dispose()
    if database_url.startswith("sqlite"):
        shutil.copy(ONE_COURSE, database_url.removeprefix("sqlite:///"))
    else:
        async with database._engine.begin() as connection:  # noqa: SLF001 - nobody else goes back
            await connection.run_sync(_put_back, were, database.keyring)
    await database.migrate()
    async with database._engine.connect() as connection:  # noqa: SLF001 - the same
        are = {table.name: await connection.run_sync(_all, table) for table in metadata.sorted_tables}
    learnt = {table.name for table in metadata.sorted_tables if "course" in table.c}
    assert learnt == {"learners", "answers", "cards", "finished", "lines", "people", "prechecks", "reports"}
    assert min(len(were[name]) for name in learnt) >= 2
    for name, rows in were.items():
        more: dict[str, Any] = {"course": TAUGHT} if name in learnt else {}
        more |= NEWER.get(name, {})
        expected = [{**row, **more} for row in rows]
        if name == "addresses":
            for row in are[name]:
                row["id"] = database.keyring.decrypted(row.pop("encrypted"))
            are[name].sort(key=lambda row: str((row["channel"], row["id"])))
        for row in expected:
            if "address" in row:
                row["address"] = database.keyring.place(Address(row["channel"], row["address"]))
        if name in HASHED:
            column_, purpose = HASHED[name]
            for row in expected:
                row[column_] = database.keyring.hashed(purpose, row[column_])
            for both in (expected, are[name]):
                both.sort(key=lambda row: str(row[column_]))
        if name == "house_keys":
            are[name] = [row for row in are[name] if row["name"] != "hash-key"]
        assert are[name] == expected, name
    record = await record_at(database, Address("telegram", "7001"))
    assert (record.learner.course, len(record.finished), len(record.ledger)) == (TAUGHT, 8, 2)


def _all(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """Every row of a table, with the columns that it has in that database, in an order of their own."""
    there = [one["name"] for one in inspect(connection).get_columns(table.name)]
    columns = [column(one.name, one.type) for one in table.c if one.name in there]
    found = connection.execute(select(*columns).select_from(sql_table(table.name)))
    return sorted(map(dict, found.mappings()), key=lambda row: str([row[one] for one in sorted(row) if one in _KEYS]))


_KEYS = ("id", "learner_id", "channel", "address", "quiz", "thought", "lesson", "number", "round", "day", "key", "name")


async def test_what_was_reported_and_asked_before_still_waits(database: Database) -> None:
    """Of the edition before answers to reports were known: every row as it was, and none closed."""
    at = datetime(2026, 11, 30, tzinfo=UTC)
    defaults = {one.name: one.default.arg for one in metadata.tables["learners"].c if isinstance(one.default, Scalar)}
    learner = {"id": 1, "since": at, **defaults}
    answer = {"id": 7, "learner_id": 1, "course": TAUGHT, "quiz": "q", "day": at.date(), "at": at, "answer": "1"}
    were = {
        "learners": [learner],
        "answers": [{**answer, "right": True, "rating": 3, "counted": True}],
        "reports": [{"id": 3, "learner_id": 1, "course": TAUGHT, "quiz": "q", "note": "둘 다 맞아요", "at": at}],
        "inquiries": [{"code": "ABCDEF", "learner_id": 1, "at": at, "text": "언제요", "answer": "", "told_at": None}],
    }
    async with database._engine.begin() as connection:  # noqa: SLF001 - nobody else goes back
        await connection.run_sync(_put_back, were, database.keyring, "0022")
    await database.migrate()
    async with database._engine.connect() as connection:  # noqa: SLF001 - the same
        are = {name: await connection.run_sync(_all, metadata.tables[name]) for name in were}
    for name in ("answers", "reports", "inquiries"):
        [row], [before] = are[name], were[name]
        assert row == {**row, **before, **NEWER[name]}


def _put_back(
    connection: Connection, were: dict[str, list[dict[str, Any]]], keyring: Keyring, edition: str = "0016"
) -> None:
    """The database as it was in an edition, with those rows."""
    store._run(connection, "downgrade", edition, keyring)  # noqa: SLF001 - nobody else goes back
    for name, rows in were.items():
        if rows:
            columns = [column(one, metadata.tables[name].c[one].type) for one in rows[0]]
            connection.execute(insert(sql_table(name, *columns)), rows)
