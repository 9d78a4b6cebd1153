"""The one read of a turn: the records of any number of learners in one statement, on SQLite and on PostgreSQL.

Tables stay normalised; a learner's rows come as one JSON array a table, which both databases build in C.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Row, TextClause, TextualSelect, bindparam, column, insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import Line, Reminder, Slot
from bot.learner import Learner
from bot.learning.day import Mark
from bot.learning.memory import Card
from bot.learning.wording import Opening
from bot.message import Address, Message
from bot.record import NEWEST, REMEMBERED, Asked, Found, Home, Reads, Record
from bot.store.dialect import Json, insert_missing, json_of
from bot.store.tables import Instant, addresses, learners

_SENT = "day, kind, channel, why, due_at, claimed_at, lease, done_at, outcome, note, opened, wording, chances"
_SCREEN = list(learners.c.keys()).index("screen")


class _Sent(msgspec.Struct, array_like=True, frozen=True):
    """A row of the table `sent`, as JSON."""

    day: date
    kind: str
    channel: str
    why: str
    due_at: datetime
    claimed_at: datetime
    lease: datetime | None
    done_at: datetime | None
    outcome: str
    note: str
    opened: str
    wording: str
    chances: str


_screen = msgspec.json.Decoder(Message).decode
_homes = msgspec.json.Decoder(list[tuple[str, str, bool | int]]).decode
_finished = msgspec.json.Decoder(list[tuple[str, date]]).decode
_answered = msgspec.json.Decoder(list[tuple[str, date, bool | int]]).decode
_cards = msgspec.json.Decoder(list[Card], strict=False).decode  # exact numbers come as text
_days = msgspec.json.Decoder(list[tuple[date]]).decode
_prechecks = msgspec.json.Decoder(list[tuple[str, int, bool | int]]).decode
_lines = msgspec.json.Decoder(list[tuple[int, str, str, datetime]]).decode
_sent = msgspec.json.Decoder(list[_Sent]).decode
_chances = msgspec.json.Decoder(dict[str, float]).decode


def _arrays(json: Json) -> dict[str, Sequence[tuple[Reads | None, str, str]]]:
    """The arrays of a record: for whom each is read, its columns, and where they stand; of several the first that
    fits is read.
    """
    mine = "WHERE learner_id = l.id"
    given = f'(SELECT quiz, day, "right" FROM answers {mine} ORDER BY id) AS given'
    written = f"(SELECT box, lesson, text, at FROM lines {mine} ORDER BY id) AS written"
    newest = f"(SELECT {_SENT} FROM sent {mine} ORDER BY day DESC, due_at DESC LIMIT {{}}) AS newest"
    exact = ", ".join(json.exact.format(column=name) for name in ("stability", "difficulty"))
    return {
        "homes": [(None, "channel, id, reachable", f"addresses {mine}")],
        "finished": [(Reads.STUDY, "lesson, day", f"finished {mine}")],
        "answered": [(Reads.STUDY, 'quiz, day, "right"', given)],
        "cards": [(Reads.STUDY, f"quiz, due, last, {exact}", f"cards {mine}")],
        "days": [(Reads.STUDY, "day", f"days {mine}")],
        "prechecks": [(Reads.STUDY, 'quiz, round, "right"', f"prechecks {mine}")],
        "lines": [(Reads.PLAN, "box, lesson, text, at", written)],
        "sent": [(Reads.SENT, _SENT, newest.format(REMEMBERED)), (Reads.RECENT, _SENT, newest.format(NEWEST))],
    }


_ARRAYS = ("homes", "finished", "answered", "cards", "days", "prechecks", "lines", "sent")


def _reading(json: Json) -> str:
    """The statement. `asked` is a JSON array of [place, channel, id, learner, key, code, reads]."""

    def array(name: str) -> str:
        cases = ""
        for reads, columns, source in arrays[name]:
            rows = f"(SELECT {json.rows(columns)} FROM {source})"
            if reads is None:
                return f"{rows} AS {name}"
            cases += f" WHEN who.reads & {reads.value} <> 0 THEN {rows}"
        return f"CASE{cases} END AS {name}"

    arrays = _arrays(json)
    return f"""
    WITH asked AS MATERIALIZED (
        SELECT {json.item(0, "INTEGER")} AS place, {json.item(1)} AS channel, {json.item(2)} AS id,
            {json.item(3, "INTEGER")} AS learner_id, {json.item(4)} AS key, {json.item(5)} AS code,
            {json.item(6, "INTEGER")} AS reads
        FROM {json.each("asked")}
    ), who AS MATERIALIZED (
        SELECT place, reads,
            (SELECT 1 FROM deliveries WHERE channel = asked.channel AND key = asked.key) AS again,
            CASE WHEN code <> '' THEN (SELECT learner_id FROM links WHERE code = asked.code AND expires > :now)
                WHEN learner_id <> 0 THEN learner_id
                ELSE (SELECT learner_id FROM addresses WHERE channel = asked.channel AND id = asked.id)
            END AS learner_id
        FROM asked
    )
    SELECT {", ".join(f"l.{column.name}" for column in learners.c)}, who.place, who.again, who.reads,
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
    statement = text(_reading(json_of(dialect))).bindparams(bindparam("now", type_=Instant()))
    return statement.columns(*learners.c, *(column(name) for name in ("place", "again", "reads", *_ARRAYS)))


@cache
def _lock(dialect: str) -> TextClause:
    return text(_locking(json_of(dialect)))


class Records:
    """The records of learners, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection, self._dialect = connection, connection.dialect.name

    async def read(self, asked: Sequence[Asked], now: datetime) -> list[Found]:
        """What was asked for, in its order. The learners stay locked until the transaction ends.

        `now` is in UTC; a link code that has expired by then has no owner.
        """
        listed = [_listed(place, one) for place, one in enumerate(asked)]
        listed += [(~place, "", "", 0, "", one.code, Reads.STUDY.value) for place, one in enumerate(asked) if one.code]
        values = {"asked": msgspec.json.encode(listed).decode()}
        if self._dialect == "postgresql":
            await self._connection.execute(_lock(self._dialect), values)
        rows = (await self._connection.execute(_statement(self._dialect), {**values, "now": now})).all()
        by_place = {row.place: row for row in rows}
        return [
            Found(_record(by_place[place]), bool(by_place[place].again), _record(by_place.get(~place)))
            for place in range(len(asked))
        ]

    async def enrol(self, strangers: Sequence[Address], now: datetime) -> None:
        """Give each stranger a record. Raises Raced when somebody else did so meanwhile: nothing may be kept then."""
        fresh = insert(learners).returning(learners.c.id)
        ids = (await self._connection.execute(fresh, [{"since": now}] * len(strangers))).scalars()
        rows = [
            {"channel": address.channel, "id": address.id, "learner_id": id_, "reachable": True}
            for address, id_ in zip(strangers, ids, strict=True)
        ]
        free = insert_missing(self._dialect, addresses).returning(addresses.c.id)
        if len((await self._connection.execute(free, rows)).all()) < len(rows):
            raise Raced


class Raced(Exception):
    """Another process was faster; whoever tries again finds what it did."""


def _listed(place: int, asked: Asked) -> tuple[object, ...]:
    channel, id_ = (asked.address.channel, asked.address.id) if asked.address else ("", "")
    return place, channel, id_, asked.learner_id, asked.key, "", asked.reads.value


def _record(row: Row[Any] | None) -> Record | None:
    """The record a row holds; None where it holds no learner."""
    if row is None or row.id is None:
        return None
    values = list(row[: len(learners.c)])
    values[_SCREEN] = _screen(values[_SCREEN]) if values[_SCREEN] else None
    learner = Learner(*values)
    cards = sorted(_cards(row.cards or "[]"), key=lambda card: (card.due, card.quiz))
    return Record(
        learner,
        tuple(Home(Address(channel, id_), bool(reachable)) for channel, id_, reachable in _homes(row.homes)),
        Reads(row.reads),
        dict(_finished(row.finished or "[]")),
        _marks(row.answered or "[]"),
        {card.quiz: card for card in cards},
        frozenset(day for (day,) in _days(row.days or "[]")),
        {(quiz, round_): bool(right) for quiz, round_, right in _prechecks(row.prechecks or "[]")},
        [Line(box, lesson, words, _utc(at)) for box, lesson, words, at in _lines(row.lines or "[]")],
        [_reminder(learner.id, sent) for sent in _sent(row.sent or "[]")],
    )


def _marks(answered: str) -> dict[str, Mark]:
    """How each question was answered, in the order of first answers."""
    marks: dict[str, Mark] = {}
    for quiz, day, right in _answered(answered):
        mark = marks.get(quiz)
        marks[quiz] = (mark or Mark(day)).again(day, right=bool(right))
    return marks


def _reminder(learner_id: int, row: _Sent) -> Reminder:
    return Reminder(
        Slot(learner_id, row.day, row.kind),
        row.channel,
        row.why,
        _utc(row.due_at),
        _utc(row.claimed_at),
        row.lease and _utc(row.lease),
        row.done_at and _utc(row.done_at),
        row.outcome,
        row.note,
        Opening(row.opened, row.wording, _chances(row.chances) if row.chances else {}),
    )


def _utc(moment: datetime) -> datetime:
    """SQLite forgets zones, PostgreSQL says its own."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
