"""A move from a SQLite file to PostgreSQL: every row, in steps that stay where an interruption comes between.

Nobody else can open the file meanwhile, and by its edition the target says that it is not whole yet: no bot starts on
it. Rows go over in the order of their keys, so that how many are there tells where to go on; that they are the first
of ours, and at the end all of them, is proved by sums over their contents.
"""

import secrets
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Select, Table, insert, select, text

from bot.store import MOVING, Database, Transaction, Unfit, versions
from bot.store.copies import Counts, Progress, counted, go_on_numbering
from bot.store.tables import house_keys, metadata, rates

ROWS = 1000  # read and written at once: some megabytes, whatever the size of the file
OF_A_START = {house_keys.name, rates.name}  # what a bot has written as soon as it has run, with nobody there
_EDITION = text("SELECT version_num FROM alembic_version FOR UPDATE")
_MARK = text("UPDATE alembic_version SET version_num = :to WHERE version_num = :was")


Row = dict[str, object]
"""Values by column, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows there are, and the sum of the digests of their values, in whatever order they come."""

    rows: int = 0
    digest: int = 0

    def with_(self, rows: Iterable[Row]) -> "Sum":
        """Together with these. Rows are told by their values in Python, which both databases give alike."""
        digests = [
            blake2b(repr((*row.values(),)).encode("utf-8", "surrogatepass"), digest_size=16).digest() for row in rows
        ]
        digest = sum((int.from_bytes(one) for one in digests), self.digest)
        return Sum(self.rows + len(digests), digest % (1 << 128))


Sums = Mapping[str, Sum]
"""Of each table, by its name."""


async def move(source: Database, target: Database, progress: Progress) -> Counts:
    """Carry all rows over; `source` is a migrated SQLite file that is open to us alone. Raises Unfit and Away, and
    Refused for what PostgreSQL does not take: the same again goes on from there.
    """
    mark = await _mark(target)
    async with source.transaction() as rows:
        counts = await counted(rows)
        moving = _Move(rows, target, mark, progress, sum(counts.values()))
        there = await moving.there()
        if there != await moving.here(there):  # the file has changed since, or rows of others are there
            await moving.clear()
            there = {name: Sum() for name in there}
        sums = {table.name: await moving.carry(table, there[table.name]) for table in metadata.sorted_tables}
        if await moving.there() != sums:
            raise Unfit("move-differs")
        await moving.finish()
    return counts


async def _mark(target: Database) -> str:
    """Take an empty target, or one that a move did not finish, for ourselves; the edition that says so. Whoever had it
    before us writes no more.
    """
    try:
        await target.migrate()
    except Unfit as unfit:
        if unfit.key != "start-moving":
            raise
    start = f"{MOVING}-{versions()[-1]}-"
    mark = start + secrets.token_hex(8)
    async with target.transaction() as connection:
        edition = await connection.scalar(_EDITION)
        if edition == versions()[-1]:
            if any(count for name, count in (await counted(connection)).items() if name not in OF_A_START):
                raise Unfit("move-not-empty")
            await _empty(connection)
        elif not edition.startswith(start):
            raise Unfit("move-edition")
        await connection.execute(_MARK, {"was": edition, "to": mark})
    return mark


async def _empty(target: Transaction) -> None:
    for table in reversed(metadata.sorted_tables):
        await target.execute(table.delete())


@dataclass(slots=True)
class _Move:
    """A move under way: from one open transaction into many."""

    source: Transaction
    target: Database
    mark: str
    progress: Progress
    all: int  # rows there are to move
    done: int = 0

    async def there(self) -> Sums:
        """What has come over so far."""
        async with self.target.snapshot() as connection:
            return {table.name: await _summed(connection, select(table)) for table in metadata.sorted_tables}

    async def here(self, there: Sums) -> Sums:
        """As many of our first rows."""
        return {
            table.name: await _summed(self.source, _in_order(table).limit(there[table.name].rows))
            for table in metadata.sorted_tables
        }

    async def clear(self) -> None:
        """Begin anew."""
        async with self._writing() as connection:
            await _empty(connection)

    async def carry(self, table: Table, there: Sum) -> Sum:
        """All rows of a table but those that are there; the sum of all."""
        self._tell(there.rows)
        async for rows in _read(self.source, _in_order(table).offset(there.rows)):
            async with self._writing() as connection:
                await connection.execute(insert(table).inline(), rows)
            there = there.with_(rows)
            self._tell(len(rows))
        return there

    async def finish(self) -> None:
        """All is there: from now on a bot may start on it."""
        async with self._writing() as connection:
            await go_on_numbering(self.source, connection)
            await connection.execute(_MARK, {"was": self.mark, "to": versions()[-1]})

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Transaction]:
        """A transaction on the target, as long as nobody has taken it from us. Raises Unfit."""
        async with self.target.transaction() as connection:
            if not (await connection.execute(_MARK, {"was": self.mark, "to": self.mark})).rowcount:
                raise Unfit("move-other")
            yield connection

    def _tell(self, rows: int) -> None:
        self.done += rows
        self.progress(self.done, self.all)


def _in_order(table: Table) -> Select[tuple[object, ...]]:
    return select(table).order_by(*table.primary_key)


async def _read(connection: Transaction, rows: Select[tuple[object, ...]]) -> AsyncIterator[list[Row]]:
    """Some at a time. PostgreSQL takes no U+0000 in a text and nobody sees one: it stays behind."""
    async with connection.stream(rows) as stream:
        async for part in stream.mappings().partitions(ROWS):
            yield [{name: v.replace("\0", "") if isinstance(v, str) else v for name, v in row.items()} for row in part]


async def _summed(connection: Transaction, rows: Select[tuple[object, ...]]) -> Sum:
    found = Sum()
    async for some in _read(connection, rows):
        found = found.with_(some)
    return found
