"""What SQLite and PostgreSQL must be asked for differently: inserts that may find their row there, JSON, the time."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Float,
    Integer,
    Table,
    TypeDecorator,
    cast,
    func,
    literal_column,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets zones, so they are given back here; a naive moment is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What it is in Python."""
        return datetime

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be kept")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Json:
    """How a dialect makes rows into JSON, and JSON into rows; the names are those of its functions."""

    array: str
    collect: str
    unpack: str
    pick: str
    exact: str  # a floating point number with all its digits
    moment: str  # a moment with its zone
    day: str  # a date that came as text
    inner: str  # JSON that is kept as text, as JSON

    def one(self, columns: str) -> str:
        """One row as an array, as text."""
        return f"CAST({self.array}({columns}) AS TEXT)"

    def rows(self, columns: str) -> str:
        """All rows as one array of arrays, as text."""
        return f"CAST({self.collect}({self.array}({columns})) AS TEXT)"

    def column(self, column: Column[Any]) -> str:
        """A column, in a form that JSON loses nothing of."""
        if isinstance(column.type, Float):
            return self.exact.format(column.name)
        return self.moment.format(column.name) if column.type.python_type is datetime else column.name

    def each(self, name: str) -> str:
        """The elements of a bound JSON array, as a table with one column `value`."""
        return self.unpack.format(name=name)

    def item(self, place: int, kind: str = "TEXT") -> str:
        """An element of the array in `value`."""
        return f"CAST({self.pick.format(place=place)} AS {kind})"


_JSON = {
    "sqlite": Json(
        "json_array", "json_group_array", "json_each(:{name})", "json_extract(value, '$[{place}]')",
        "printf('%!.17g', {})", "{} || 'Z'", "{}", "json({})",
    ),
    "postgresql": Json(
        "json_build_array", "json_agg", "json_array_elements(CAST(:{name} AS JSON)) AS element(value)",
        "value ->> {place}", "{}", "{}", "CAST({} AS DATE)", "CAST({} AS JSON)",
    ),
}  # fmt: skip


def json_of(dialect: str) -> Json:
    """How that dialect speaks JSON."""
    return _JSON[dialect]


def insert_missing(dialect: str, table: Table) -> Any:
    """Insert the rows it is executed with, where their key is not taken."""
    return _insert(dialect, table).on_conflict_do_nothing()


def insert_or_replace(dialect: str, table: Table, *keys: str) -> Any:
    """Insert the rows it is executed with, or give the rows with their keys these values."""
    statement = _insert(dialect, table)
    unique = keys or tuple(column.name for column in table.primary_key)
    values = {column.name: statement.excluded[column.name] for column in table.c if column.name not in unique}
    return statement.on_conflict_do_update(index_elements=list(unique), set_=values)


def clock(connection: AsyncConnection) -> ColumnElement[float]:
    """Seconds since 1970 on the database's own clock: now, and not when the transaction began to wait for a lock."""
    if connection.dialect.name == "postgresql":
        return literal_column("extract(epoch FROM clock_timestamp())::double precision", Float)
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)", Float)


def later_of(connection: AsyncConnection, one: ColumnElement[float], other: ColumnElement[float]) -> Any:
    """The greater of two numbers."""
    return (func.greatest if connection.dialect.name == "postgresql" else func.max)(one, other)


def days_between(dialect: str, earlier: ColumnElement[Any], later: ColumnElement[Any]) -> ColumnElement[int]:
    """How many days lie between two dates."""
    if dialect == "postgresql":
        return type_coerce(type_coerce(later, Date) - type_coerce(earlier, Date), Integer)
    return cast(func.julianday(later) - func.julianday(earlier), Integer)


def contains(dialect: str, text: ColumnElement[str], part: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a text has another in it, whatever spaces and line breaks either has."""
    place = func.strpos if dialect == "postgresql" else func.instr
    return place(_squeezed(text), _squeezed(part), type_=Integer) > 0


def _squeezed(text: ColumnElement[str]) -> ColumnElement[str]:
    return func.replace(func.replace(text, " ", ""), "\n", "")


def _insert(dialect: str, table: Table) -> Any:
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)
