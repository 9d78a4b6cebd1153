"""All that is held about one learner, row by row, as it is handed to them: what no turn reads is in it too.

Which tables that are is told by their columns, so that a new one is in it by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, exists, or_, select

from bot.store import Transaction, joining
from bot.store.tables import addresses, inquiries, learners, metadata

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""By the names of tables their rows, and in these values by the names of columns."""

OWNERS = ("learner_id", "owner_id")  # columns that say whose a row is
KEYS = ("address", "code", "digest", "encrypted", "endpoint", "feed")
"""Columns of what opens something to whoever has it: a file that is sent on must not. So is the id of an address, for
that of a page is its cookie.
"""


async def held(connection: Transaction, learner_id: int) -> Rows:
    """Every row about a learner, and about whoever is kept for minutes to be parted from them; empty tables are left
    out, and of a key only that there is one: True.
    """
    found: dict[str, list[Mapping[str, Any]]] = {}
    for table in metadata.sorted_tables:
        if (whose := _whose(table, learner_id)) is not None:
            rows = await connection.execute(select(table).where(whose).order_by(*table.primary_key))
            found[table.name] = [dict(_shown(table, row)) for row in rows.mappings()]
    return {name: rows for name, rows in found.items() if rows}


def _whose(table: Table, learner_id: int) -> ColumnElement[bool] | None:
    """Whether a row is about them; None for a table that is about nobody."""

    def theirs(column: ColumnElement[int]) -> ColumnElement[bool]:
        return or_(column == learner_id, column.in_(joining.of(learner_id)))

    if table is learners:
        return theirs(table.c.id)
    if owners := [table.c[name] for name in OWNERS if name in table.c]:
        return or_(*map(theirs, owners))
    if {"channel", "address"} <= set(table.c.keys()):
        there = (addresses.c.channel == table.c.channel) & (addresses.c.id == table.c.address)
        return exists().where(there, theirs(addresses.c.learner_id))
    return None


def _shown(table: Table, row: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        key = (name in KEYS and table is not inquiries) or (table is addresses and name == "id")
        yield name, bool(value) if key else value
