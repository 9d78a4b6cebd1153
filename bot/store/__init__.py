"""What we remember. Nothing else speaks SQL; rows leave here as plain values.

records: the one read of a turn · writes: what turns have done · outbox: reminders of all learners · tables: the schema
document_links: links to files · address, postgres: how a database is reached
Each of their functions is given an open transaction.
"""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.message import Away
from bot.store import postgres
from bot.store.address import Unfit, check_address, file_of, read_address, unopened
from bot.store.remains import PATIENCE, Remains
from bot.store.tables import metadata

__all__ = ["Database", "Refused", "Transaction", "Unfit", "check_address"]

Transaction = AsyncConnection
"""The connection of an open transaction."""

_ROOT = Path(__file__).parent.parent.parent
_PASSING = ("08", "25006", "40", "53", "55", "57", "58")  # gone, read-only, rolled back, full, locked, stopping, broken
READERS = 2  # connections to a SQLite file beside the one that writes
LITTLE = 64 * 1024 * 1024  # bytes free on the disk
PRAGMAS = f"journal_mode=WAL synchronous=FULL foreign_keys=ON busy_timeout={PATIENCE} secure_delete=ON".split()
BEAT = 5.0  # seconds for which a commit proves that the next would be kept too
_BEATS = text(
    "INSERT INTO house_keys (name, value) VALUES ('heartbeat', :at) ON CONFLICT (name) DO UPDATE SET value = :at"
)


class Refused(Exception):
    """The database does not take a statement: of what kind its reason is, and which statement. No values, no words."""


class File:
    """The file of a SQLite database: whether it is still the one that was opened, and how much room is left beside it.
    None of it holds for other databases, nor for one in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None

    def check(self) -> None:
        """Raises Away when another file stands in its place, or none: what is written to the one that is open is lost
        when we stop.
        """
        if self._path is None:
            return
        try:
            found = self._path.stat()
        except FileNotFoundError:
            if self._opened is None:
                return  # it is about to be made
            raise Away("its file was removed; put it back and restart") from None
        same = found.st_dev, found.st_ino
        if self._opened is None and found.st_size:
            self._opened = same
        if self._opened not in (None, same):
            raise Away("its file was replaced; restart")

    def room(self) -> str:
        """ "ok", or in English how little is left; "ok" where nobody can tell."""
        try:
            free = shutil.disk_usage(self._path.parent).free if self._path else LITTLE
        except OSError:
            return "ok"
        return "ok" if free >= LITTLE else f"degraded: {free // 1024 // 1024} MB are left on the disk"


class Database:
    """The learners' database, SQLite or PostgreSQL: the same code and the same migrations. Raises Unfit for an
    address that is none.
    """

    def __init__(self, url: str) -> None:
        self._url = read_address(url)
        self._engine = _engine(self._url)
        self._reader = _reader(self._url) or self._engine
        self.file = file_of(self._url)  # where it is kept, on SQLite
        self._file, self.remains = File(self.file), Remains(self._reader)
        self._writing, self._kept_at, self._why = 0, -BEAT, ""

    async def migrate(self) -> None:
        """Bring the schema up to date; a second process starting at once waits for the first. Raises Unfit where
        the database does not open, or is not ours.
        """
        try:
            async with self._engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    await connection.execute(text("SELECT pg_advisory_xact_lock(720114)"))
                if not await connection.run_sync(_current):
                    await connection.run_sync(_upgrade)
        except Unfit:
            raise
        except Exception as fault:
            if why := unopened(fault, self._url):
                raise why from None
            raise
        self._file.check()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing; one writer at a time on SQLite. Raises Away when the database cannot be reached, or what it
        would keep could never be found again.
        """
        self._writing += 1
        try:
            with _told_away():
                self._file.check()
                async with self._engine.begin() as connection:
                    yield connection
            self._kept_at, self._why = time.monotonic(), ""
        except Away as away:
            self._why = str(away)
            raise
        finally:
            self._writing -= 1

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Questions alone, answered beside whoever writes. Raises Away when the database cannot be reached."""
        with _told_away():
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Transaction]:
        """Questions alone, all answered as things stand at one moment, whatever others write meanwhile. Raises Away."""
        async with self.reading() as connection:
            if connection.dialect.name == "sqlite":
                await connection.exec_driver_sql("BEGIN")
            else:
                await connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    async def answers(self) -> bool:
        """Whether the database answers within two seconds."""
        try:
            async with asyncio.timeout(2), self._reader.connect() as connection:
                await connection.execute(text("SELECT version_num FROM alembic_version"))
        except Exception:  # noqa: BLE001 - whatever keeps it from answering, it does not answer
            return False
        return True

    async def trouble(self) -> str:
        """In English, why what is said now would not be kept; "" when it would. A few bytes are written to see it,
        unless turns write just now: a busy database is not a dead one.
        """
        if not await self.answers():
            return "the database is away"
        why = self._why
        try:
            self._file.check()
            if not self._writing and (why or time.monotonic() - self._kept_at > BEAT):
                async with self.transaction() as connection:
                    await connection.execute(_BEATS, {"at": str(int(time.time()))})
                why = ""
        except (Refused, Away) as fault:
            why = str(fault)
        return f"the database takes nothing: {why}" if why else ""

    def room(self) -> str:
        """ "ok", or in English how little room is left on the disk of the file."""
        return self._file.room()

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()
        await self._reader.dispose()


@contextmanager
def _told_away() -> Iterator[None]:
    """Whatever keeps the database from serving us for a while becomes Away, what it does not take Refused."""
    try:
        yield
    except (DBAPIError, PoolTimeout, OSError) as error:
        if isinstance(error, DBAPIError) and not _passing(error):
            raise Refused(f"{_kind(error)} in {' '.join((error.statement or '').split()[:3])}") from None
        raise Away(f"{type(error).__name__}: {_kind(error)}") from None
    except Exception as error:
        if not type(error).__module__.startswith("asyncpg"):
            raise
        # what strikes while a new connection is made ready for us, SQLAlchemy hands on as the driver raised it
        raise Away(f"{type(error).__name__}: no connection") from None


def _kind(error: Exception) -> str:
    """What the driver calls it, by a name of the database where it has one: its sentences may quote a value."""
    orig = getattr(error, "orig", None)
    cause = getattr(orig, "__cause__", None) or orig
    return str(getattr(cause, "sqlite_errorname", "")) or (type(cause).__name__ if cause else "no connection")


def _passing(error: DBAPIError) -> bool:
    """Whether the database failed us for a while, and not we the database; the driver of PostgreSQL tells by a code."""
    code = str(getattr(error.orig, "sqlstate", None) or "")
    # without a code of the database it is the driver that failed, as when its connection is cut amid a question
    driver = not code and (isinstance(error, InternalError) or type(error) is DBAPIError)
    passing = driver or error.connection_invalidated or code.startswith(_PASSING)
    return isinstance(error, OperationalError | InterfaceError) or passing


def _engine(url: URL) -> AsyncEngine:
    if not url.drivername.startswith("sqlite"):
        return postgres.engine(url)
    # One writer: a larger pool on SQLite only moves the queue into the database, where waiting costs more.
    engine = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=30, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_at_once)
    return engine


def _reader(url: URL) -> AsyncEngine | None:
    """Connections that only read: on SQLite they need not wait for the one that writes, and keep nobody waiting."""
    if not url.drivername.startswith("sqlite") or url.database in (None, "", ":memory:"):
        return None
    engine = create_async_engine(url, pool_size=READERS, max_overflow=0, pool_timeout=30, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_reader)
    return engine


def _prepare_reader(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("query_only = ON", f"busy_timeout = {PATIENCE}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late and loses updates; ours is below
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_at_once(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def versions() -> list[str]:
    """Every edition of the schema, the newest last."""
    return sorted(path.name.split("_")[0] for path in (_ROOT / "migrations" / "versions").glob("*.py"))


def version_of(connection: Connection) -> str | None:
    """The edition of the schema that a database has; None for one that has none of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _current(connection: Connection) -> bool:
    """Whether the newest migration has run; asking the file names spares most starts the migration library. Raises
    Unfit for a schema that is newer than this program, or another's.
    """
    tables = set(inspect(connection).get_table_names())
    version, known = version_of(connection), versions()
    if version is not None and version not in known:
        raise Unfit("start-schema-newer" if "learners" in tables else "start-schema-foreign")
    others = tables if connection.dialect.name == "sqlite" else tables & metadata.tables.keys()
    if version is None and others:
        raise Unfit("start-schema-foreign")
    return version == known[-1]


def _upgrade(connection: Connection) -> None:
    _run("upgrade", connection, "head")


def _run(direction: str, connection: Connection, revision: str) -> None:
    """Let the migration library go up or down to a revision."""
    from alembic import command  # noqa: PLC0415 - a seventh of the time to start, and seldom needed
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(_ROOT / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, direction)(config, revision)
