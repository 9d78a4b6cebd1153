"""The one thing SQLite and PostgreSQL must be asked for differently: an insert that may find its row there."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_new(connection: AsyncConnection, table: Table, **row: Any) -> Any:
    """Insert the row unless its key is taken; `rowcount` tells."""
    return _insert(connection, table).values(row).on_conflict_do_nothing()


def insert_all_new(connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]) -> Any:
    """Insert the rows whose keys are free, in one statement; it returns the keys of those."""
    statement = _insert(connection, table).values(rows).on_conflict_do_nothing()
    return statement.returning(*table.primary_key)


def insert_or_replace(connection: AsyncConnection, table: Table, **row: Any) -> Any:
    """Insert the row, or give the row with its key these values."""
    statement = _insert(connection, table).values(row)
    values = {name: value for name, value in row.items() if not table.c[name].primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)


def _insert(connection: AsyncConnection, table: Table) -> Any:
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
