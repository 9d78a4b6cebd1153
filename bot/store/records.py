"""The one read of a turn: the records of any number of learners in one statement, on SQLite and on PostgreSQL.

Tables stay normalised; a learner's rows come as one JSON array a table, which both databases build in C.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import TextClause, TextualSelect, bindparam, column, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Address
from bot.record import ALL, REMEMBERED, SHOWN, Asked, Found, Home, Reads
from bot.record.inquiries import A_DAY
from bot.record.rows import COLUMNS, homes_in, record_of
from bot.store.dialect import Instant, Json, insert_missing, json_of
from bot.store.keyring import Hashed, Keyring, Purpose, keyring_of, place_of
from bot.store.tables import addresses, cards, inquiries, learners, lines, people, sent


def _arrays(json: Json) -> dict[str, Sequence[tuple[Reads | None, str, str]]]:
    """The arrays of a record: for whom each is read, its columns, and where they stand; of several the first that
    fits is read. What is learnt is read of the course they are in.
    """
    mine = "WHERE learner_id = l.id"
    here = f"{mine} AND course = l.course"
    given = f'(SELECT quiz, day, "right" FROM answers {here} ORDER BY id) AS given'
    written = f"(SELECT box, lesson, text, at FROM lines {here} ORDER BY id) AS written"
    there = f"(SELECT * FROM addresses {mine} ORDER BY channel, id) AS there"
    ledger = f"(SELECT * FROM people {here} ORDER BY number) AS ledger"
    newest = f"(SELECT * FROM sent {mine} ORDER BY day DESC, due_at DESC LIMIT {{}}) AS newest"
    slot = f"sent {mine} AND day = {json.day.format('who.day')} AND kind = who.kind"
    card, line, person, reminder, inquiry = (
        ", ".join(json.column(table.c[name]) for name in COLUMNS[table.name])
        for table in (cards, lines, people, sent, inquiries)
    )
    asked = f"(SELECT * FROM inquiries {mine} AND (told_at IS NULL OR at > :yesterday) ORDER BY at) AS asked_lately"
    return {
        "inquiries": [(None, inquiry, asked)],
        "homes": [(None, "channel, id, encrypted, reachable, untold", there)],
        "finished": [(Reads.STUDY, "lesson, day", f"finished {here}")],
        "answered": [(Reads.STUDY, 'quiz, day, "right"', given)],
        "cards": [(Reads.STUDY, card, f"cards {here}")],
        "days": [(Reads.STUDY, "day", f"days {mine}")],
        "prechecks": [(Reads.STUDY, 'quiz, round, "right"', f"prechecks {here}")],
        "lines": [(Reads.PLAN, line, written)],
        "people": [(Reads.PLAN, person, ledger)],
        "sent": [
            (Reads.SENT, reminder, newest.format(REMEMBERED)),
            (Reads.RECENT, reminder, newest.format(SHOWN)),
            (Reads.SLOT, reminder, slot),
        ],
    }


_ARRAYS = ("homes", "finished", "answered", "cards", "days", "prechecks", "lines", "people", "sent", "inquiries")


def _reading(json: Json) -> str:
    """The statement. `asked` is a JSON array of [place, channel, id, learner, key, code, reads, day, kind]."""

    def array(name: str) -> str:
        cases = ""
        for reads, columns, source in arrays[name]:
            rows = f"(SELECT {json.rows(columns)} FROM {source})"
            if reads is None:
                return f"{rows} AS {name}"
            cases += f" WHEN who.reads & {reads.value} <> 0 THEN {rows}"
        return f"CASE{cases} END AS {name}"

    def learner(name: str) -> str:
        if name in ("screen", "undo", "joined"):
            return json.inner.format(f"CASE WHEN who.reads & {Reads.STUDY.value} <> 0 THEN l.{name} END")
        return json.column(learners.c[name]).replace(name, f"l.{name}", 1)

    arrays = _arrays(json)
    learner_ = json.one(", ".join(map(learner, COLUMNS["learner"])))
    return f"""
    WITH asked AS MATERIALIZED (
        SELECT {json.item(0, "INTEGER")} AS place, {json.item(1)} AS channel, {json.item(2)} AS id,
            {json.item(3, "INTEGER")} AS learner_id, {json.item(4)} AS key, {json.item(5)} AS code,
            {json.item(6, "INTEGER")} AS reads, {json.item(7)} AS day, {json.item(8)} AS kind
        FROM {json.each("asked")}
    ), who AS MATERIALIZED (
        SELECT place, reads, day, kind,
            (SELECT 1 FROM deliveries WHERE channel = asked.channel AND key = asked.key) AS again,
            CASE WHEN code <> '' THEN (SELECT learner_id FROM links WHERE code = asked.code AND expires > :now)
                WHEN learner_id <> 0 THEN learner_id
                ELSE (SELECT learner_id FROM addresses WHERE channel = asked.channel AND id = asked.id)
            END AS learner_id
        FROM asked
    )
    SELECT who.place, who.again, who.reads, l.id, CASE WHEN l.id IS NOT NULL THEN {learner_} END AS learner,
        {", ".join(map(array, _ARRAYS))}
    FROM who LEFT JOIN learners l ON l.id = who.learner_id
    """


def _locking(json: Json) -> str:
    """Locks the learners asked for, always in the same order: a statement of its own, because PostgreSQL would read
    what stands beside a row it had to wait for as it was before the wait.
    """
    return f"""
    WITH asked AS (
        SELECT {json.item(1)} AS channel, {json.item(2)} AS id, {json.item(3, "INTEGER")} AS learner_id,
            {json.item(5)} AS code
        FROM {json.each("asked")}
    )
    SELECT l.id FROM learners l WHERE l.id IN (
        SELECT learner_id FROM asked
        UNION SELECT addresses.learner_id FROM asked JOIN addresses USING (channel, id)
        UNION SELECT links.learner_id FROM asked JOIN links USING (code)
    ) ORDER BY l.id FOR UPDATE
    """


@cache
def _statement(dialect: str) -> TextualSelect:
    statement = text(_reading(json_of(dialect))).bindparams(
        *(bindparam(one, type_=Instant()) for one in ("now", "yesterday"))
    )
    return statement.columns(*(column(name) for name in ("place", "again", "reads", "id", "learner", *_ARRAYS)))


@cache
def _lock(dialect: str) -> TextClause:
    return text(_locking(json_of(dialect)))


async def read(connection: AsyncConnection, asked: Sequence[Asked], now: datetime) -> list[Found]:
    """What was asked for, in its order. The learners stay locked until the transaction ends.

    `now` is in UTC; a link code that has expired by then has no owner. Raises Raced.
    """
    keyring = keyring_of(connection)
    listed = [_listed(place, one, keyring) for place, one in enumerate(asked)]
    codes = {place: keyring.hashed(Purpose.CODE, one.code) for place, one in enumerate(asked) if one.code}
    listed += [(~place, "", "", 0, "", code, ALL.value, None, "") for place, code in codes.items()]
    values = {"asked": msgspec.json.encode(listed).decode()}
    locked, moments = await _locked(connection, values), {"now": now, "yesterday": now - A_DAY}
    rows = (await connection.execute(_statement(connection.dialect.name), {**values, **moments})).all()
    if locked is not None and not locked.issuperset(row.id for row in rows if row.id is not None):
        raise Raced  # an address has changed hands between the two
    by_place: dict[int, Any] = {row.place: row for row in rows}
    spoken = {str(listed[place][2]): one.address for place, one in enumerate(asked) if one.address}
    found = {place: record_of(row, _homes_of(row, keyring, spoken)) for place, row in by_place.items()}
    return [Found(found[place], bool(by_place[place].again), found.get(~place)) for place in range(len(asked))]


def _homes_of(row: Any, keyring: Keyring, spoken: Mapping[str, Address]) -> tuple[Home, ...]:
    """The addresses of a learner; nothing is decrypted of whoever speaks."""
    return tuple(
        Home(spoken.get(id_) or Address(channel, keyring.decrypted(encrypted)), bool(reachable), untold)
        for channel, id_, encrypted, reachable, untold in (homes_in(row.homes) if row.learner else ())
    )


async def _locked(connection: AsyncConnection, values: Mapping[str, str]) -> set[int] | None:
    """Whom PostgreSQL keeps for us; SQLite has one writer at a time, and needs no locks."""
    if connection.dialect.name == "sqlite":
        return None
    return set((await connection.execute(_lock(connection.dialect.name), values)).scalars())


async def enrol(connection: AsyncConnection, strangers: Sequence[Address], now: datetime, course: str = "") -> None:
    """Give each stranger a record, in a course. Raises Raced when somebody else did so meanwhile: nothing may be kept
    then.
    """
    fresh = insert(learners).returning(learners.c.id)
    ids = (await connection.execute(fresh, [{"since": now, "course": course}] * len(strangers))).scalars()
    keyring = keyring_of(connection)
    rows = [
        {"channel": address.channel, "id": keyring.place(address), "encrypted": keyring.encrypted(address.id),
         "learner_id": id_, "reachable": True}
        for address, id_ in zip(strangers, ids, strict=True)
    ]  # fmt: skip
    free = insert_missing(connection.dialect.name, addresses).returning(addresses.c.id)
    if len((await connection.execute(free, rows)).all()) < len(rows):
        raise Raced


async def number(connection: AsyncConnection, whom: Address | int) -> int | None:
    """The learner reached at an address, or of that number; None where there is none."""
    if isinstance(whom, Address):
        there = (addresses.c.channel == whom.channel) & (addresses.c.id == keyring_of(connection).place(whom))
        return await connection.scalar(select(addresses.c.learner_id).where(there))
    return await connection.scalar(select(learners.c.id).where(learners.c.id == whom))


class Raced(Exception):
    """Another process was faster; whoever tries again finds what it did."""


def _listed(place: int, asked: Asked, keyring: Keyring) -> tuple[object, ...]:
    channel = asked.address.channel if asked.address else ""
    id_ = place_of(asked.address) if asked.address else ""
    told = {"id": id_, "key": Hashed(Purpose.DELIVERY, (asked.key,)) if asked.key else ""}
    hashed = keyring.kept(told) if id_ or asked.key else told
    day, kind = (asked.slot.day, asked.slot.kind) if asked.slot else (None, "")
    return place, channel, hashed["id"], asked.learner_id, hashed["key"], "", asked.reads.value, day, kind
