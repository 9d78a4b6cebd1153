"""What SQLite and PostgreSQL must be asked for differently: an insert that may find its row there, and the time."""

from typing import Any

from sqlalchemy import ColumnElement, Float, Table, func, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_new(connection: AsyncConnection, table: Table, **row: Any) -> Any:
    """Insert the row unless its key is taken; `rowcount` tells."""
    return _insert(connection, table).values(row).on_conflict_do_nothing()


def insert_all_free(connection: AsyncConnection, table: Table, free: ColumnElement[bool]) -> Any:
    """Insert the rows it is executed with, where no row has their key or a `free` one has; it returns those keys."""
    statement = _insert(connection, table)
    keys = list(table.primary_key)
    values = {column.name: statement.excluded[column.name] for column in table.c if column not in keys}
    taken = statement.on_conflict_do_update(index_elements=keys, set_=values, where=free)
    return taken.returning(*keys)


def insert_or_replace(connection: AsyncConnection, table: Table, **row: Any) -> Any:
    """Insert the row, or give the row with its key these values."""
    statement = _insert(connection, table).values(row)
    values = {name: value for name, value in row.items() if not table.c[name].primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)


def clock(connection: AsyncConnection) -> ColumnElement[float]:
    """Seconds since 1970 on the database's own clock: now, and not when the transaction began to wait for a lock."""
    if connection.dialect.name == "postgresql":
        return literal_column("extract(epoch FROM clock_timestamp())::double precision", Float)
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)", Float)


def later_of(connection: AsyncConnection, one: ColumnElement[float], other: ColumnElement[float]) -> Any:
    """The greater of two numbers."""
    return (func.greatest if connection.dialect.name == "postgresql" else func.max)(one, other)


def _insert(connection: AsyncConnection, table: Table) -> Any:
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
