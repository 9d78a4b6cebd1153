"""Copies of all that is kept: into one SQLite file while the bot runs, and from such a file into an empty database.

A backup of SQLite is made by its backup API, one of PostgreSQL row by row; either is restored into either database.
Nobody is told that a copy was made before it was read again: its integrity, and how many rows each table has.
"""

import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import false, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store import Database, Transaction, Unfit, keep_starts_out, version_of, versions
from bot.store.heartbeat import beats
from bot.store.sqlite import OWNER_ONLY
from bot.store.tables import learners, metadata

Progress = Callable[[int, int], None]
"""Is told how much of how much is done: pages of a file, or tables."""
Counts = Mapping[str, int]
"""How many rows each table has."""

PAGES = 256  # copied at once: a mebibyte, between two looks at how far it is
UNFINISHED = ".backup-"  # how the folder of a backup is called that is being made
ABANDONED = 3600.0  # seconds after which nobody writes to it any more
ROWS = 500  # read and written at once
HEAD = b"SQLite format 3\0"  # how every such file begins (SQLite, Database File Format)


async def backup(database: Database, file: Path, progress: Progress) -> Counts:
    """Copy all into a new file, as it stands at one moment, while others write. Raises Unfit and Away."""
    _free(file)
    _clear(file.parent)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=UNFINISHED) as folder:
        copy = Path(folder) / "copy.sqlite3"
        async with database.snapshot() as connection:
            version = await connection.run_sync(version_of)
            if version is None:
                raise Unfit("backup-nothing")
            counts = await counted(connection)
            if connection.dialect.name == "sqlite":
                await _by_pages(connection, copy, progress)
            elif version == versions()[-1]:
                await _by_rows(database, connection, copy, progress)
            else:
                raise Unfit("backup-old-schema")
        async with _opened(copy) as there:
            if await counted(there) != counts:
                raise Unfit("backup-differs")
        copy.chmod(OWNER_ONLY)
        copy.rename(file)
    return counts


async def restore(database: Database, file: Path, progress: Progress) -> Counts:
    """Fill an empty database, beside which no bot runs, from a file; one made by an older edition is brought up to date
    on the way. Our SECRET_KEY has to be that of the backup. A file of SQLite has to be open to us alone. Raises Unfit
    and Away, and then nothing has changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = _taken(file, Path(folder) / "copy.sqlite3")
        await _updated(database, copy)
        async with _opened(copy) as source:
            if not await source.run_sync(database.keyring.fits):
                raise Unfit("restore-other-key", file=str(database.keyring.file or "none"))
            counts = await _fill(database, source, progress)
    database.keyring.lock()  # its hashes are those of the backup now
    return counts


def _free(file: Path) -> None:
    """Nothing stands there that would be lost."""
    if file.exists():
        raise Unfit("backup-exists")
    if not file.parent.is_dir():
        raise Unfit("backup-no-folder")


def _clear(folder: Path) -> None:
    """Backups that were killed long ago hold everybody's words, and are nobody's."""
    for left in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            newest = max(one.stat().st_mtime for one in (left, *left.iterdir()))
            if time.time() - newest > ABANDONED:
                shutil.rmtree(left)


def _taken(file: Path, copy: Path) -> Path:
    """A copy to work on, so that the backup stays as it is."""
    if not file.is_file():
        raise Unfit("restore-missing")
    for end in ("", "-wal"):  # the second stands beside a file that was copied while it was written
        if (part := file.with_name(file.name + end)).is_file():
            shutil.copyfile(part, copy.with_name(copy.name + end))
    with copy.open("rb") as opened:
        if opened.read(len(HEAD)) != HEAD:
            raise Unfit("restore-broken")
    return copy


async def counted(connection: Transaction) -> Counts:
    """How many rows each table of ours has, of those that are there: a file before its update has fewer."""
    names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    found = {
        table.name: select(func.count()).select_from(table) for table in metadata.sorted_tables if table.name in names
    }
    return {name: await connection.scalar(count) or 0 for name, count in found.items()}


async def _fill(database: Database, source: Transaction, progress: Progress) -> Counts:
    await database.migrate()
    counts = await counted(source)
    async with database.transaction() as target:
        await keep_starts_out(target)
        if target.dialect.name == "postgresql" and await beats(target):
            raise Unfit("restore-running")
        if await target.scalar(select(func.count()).select_from(learners)):
            raise Unfit("restore-not-empty")
        await _pour(source, target, progress)
        if await counted(target) != counts:
            raise Unfit("restore-differs")
        await go_on_numbering(source, target)
    return counts


async def _by_pages(source: Transaction, copy: Path, progress: Progress) -> None:
    """Through the backup API of SQLite, which the open snapshot keeps from beginning anew at each write of others."""
    raw: Any = (await source.get_raw_connection()).driver_connection
    engine = _engine(copy)
    try:
        async with engine.connect() as target:
            theirs: Any = (await target.get_raw_connection()).driver_connection
            await raw.backup(theirs, pages=PAGES, progress=lambda _, left, all_: progress(all_ - left, all_))
            await target.exec_driver_sql("PRAGMA journal_mode = DELETE")  # one file, and nothing beside it
    except Exception as fault:
        if not isinstance(fault, (source.dialect.loaded_dbapi.Error, DBAPIError)):
            raise
        raise Unfit("backup-broken") from None
    finally:
        await engine.dispose()


async def _by_rows(database: Database, source: Transaction, copy: Path, progress: Progress) -> None:
    async with _like(database, copy) as there:
        await there.migrate()
        async with there.alone() as target:  # a backup is made without SECRET_KEY
            await _pour(source, target, progress)


async def _pour(source: Transaction, target: Transaction, progress: Progress) -> None:
    """Every row of every table, those that others refer to first, in the place of keys that were made for the target
    meanwhile.
    """
    tables = metadata.sorted_tables
    for table in reversed(tables):
        await target.execute(table.delete())
    for done, table in enumerate(tables, 1):
        async with source.stream(select(table)) as rows:
            async for part in rows.mappings().partitions(ROWS):
                await target.execute(insert(table).inline(), [dict(row) for row in part])
        progress(done, len(tables))


async def go_on_numbering(source: Transaction, target: Transaction) -> None:
    """PostgreSQL counts apart from the rows, and would give numbers out that are taken, or were: SQLite keeps in a
    table of its own how far it has come where no number may come twice.
    """
    if target.dialect.name != "postgresql":
        return
    given = {row.name: row.seq for row in await source.execute(text("SELECT name, seq FROM sqlite_sequence"))}
    for table in metadata.sorted_tables:
        if (column := table.autoincrement_column) is not None:
            newest = func.greatest(func.coalesce(func.max(column), 0), given.get(table.name, 0))
            free = select(newest + 1).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            await target.execute(select(func.setval(sequence, free, false())))


async def _updated(database: Database, copy: Path) -> None:
    """Bring a copy to our schema. Raises Unfit for what is no sound backup, and for one of a newer edition."""
    async with _opened(copy) as connection:
        version = await connection.run_sync(version_of)
        if version is None:
            raise Unfit("restore-broken")
        if version not in versions():
            raise Unfit("restore-newer")
    async with _like(database, copy) as there:
        await there.migrate()


@asynccontextmanager
async def _like(database: Database, copy: Path) -> AsyncIterator[Database]:
    """A copy as a database with the same keys."""
    there = Database(f"sqlite:///{copy}", keyring=database.keyring.twin())
    try:
        yield there
    finally:
        await there.close()


@asynccontextmanager
async def _opened(copy: Path) -> AsyncIterator[Transaction]:
    """A file as it is, once it is sound. Raises Unfit."""
    engine = _engine(copy)
    try:
        async with engine.connect() as connection:
            if await connection.scalar(text("PRAGMA integrity_check")) != "ok":
                raise Unfit("restore-broken")
            if (await connection.execute(text("PRAGMA foreign_key_check"))).first():
                raise Unfit("restore-broken")
            yield connection
    except DBAPIError:
        raise Unfit("restore-broken") from None
    finally:
        await engine.dispose()


def _engine(copy: Path) -> AsyncEngine:
    return create_async_engine(f"sqlite+aiosqlite:///{copy}", hide_parameters=True)
