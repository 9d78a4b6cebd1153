"""What we remember. Nothing else speaks SQL; rows leave here as plain values.

records: the one read of a turn · writes: what turns have done · outbox: reminders of all learners · tables: the schema
document_links: links to files · address, sqlite, postgres: how a database is reached · keyring: how ids are kept
copies, moving: all of it, elsewhere
Each of their functions is given an open transaction.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Away
from bot.store import postgres, sqlite
from bot.store.address import Unfit, check_address, file_of, in_memory, read_address, unopened
from bot.store.heartbeat import beat
from bot.store.keyring import Keyring, key_file
from bot.store.remains import Remains
from bot.store.sqlite import LITTLE, File
from bot.store.tables import metadata

__all__ = ["LITTLE", "Database", "Refused", "Transaction", "Unfit", "check_address"]

Transaction = AsyncConnection
"""The connection of an open transaction."""

_ROOT = Path(__file__).parent.parent.parent
_PASSING = ("08", "25006", "40", "53", "55", "57", "58")  # gone, read-only, rolled back, full, locked, stopping, broken
PLAIN_BEFORE = "0021"  # the edition of the schema since which no id of a messenger is kept as it is
MOVING = "moving"  # how the edition of a schema begins while a move into it lasts
BEAT = 5.0  # seconds for which a commit proves that the next would be kept too
BUSY_AFTER = 1.0  # seconds after which who cannot write yet waits for somebody else who does
BUSY = "SQLITE_BUSY"  # how SQLite says that it has waited for them in vain


class Refused(Exception):
    """The database does not take a statement: of what kind its reason is, and which statement. No values, no words."""


class Database:
    """The learners' database, SQLite or PostgreSQL: the same code and the same migrations. `secret` is SECRET_KEY; a
    copy of another has the `keyring` of that. A SQLite file that is opened `alone` nobody else can open meanwhile, and
    it does not open while somebody else has it open. Raises Unfit for an address that is none.
    """

    def __init__(self, url: str, secret: str = "", keyring: Keyring | None = None, *, alone: bool = False) -> None:
        self._url = read_address(url)
        if self._url.drivername.startswith("sqlite"):
            self._engine = sqlite.engine(self._url, alone=alone)
            self._reader = (None if alone else sqlite.reader(self._url)) or self._engine
        else:
            self._engine = self._reader = postgres.engine(self._url)
        self.file = file_of(self._url)  # where it is kept, on SQLite
        self.keyring = keyring or Keyring(secret, None if in_memory(self._url) else key_file(self.file))
        for engine in (self._engine, self._reader):
            engine.update_execution_options(keyring=self.keyring)
        self._file, self.remains = File(self.file), Remains(self._engine, self._reader)
        self._writing, self._kept_at, self._why = 0, -math.inf, ""
        self._beating: asyncio.Task[str] | None = None

    async def migrate(self) -> None:
        """Bring the schema up to date; a second process starting at once waits for the first. Raises Unfit where
        the database does not open, or is not ours.
        """
        self._file.make()
        plain = False
        try:
            async with self.alone() as connection:
                before = await connection.run_sync(_version)
                if before != versions()[-1]:
                    await connection.run_sync(_run, "upgrade", "head", self.keyring)
                    plain = before is not None and before < PLAIN_BEFORE
        except Unfit:
            raise
        except Exception as fault:
            if why := unopened(fault, self._url):
                raise why from None
            raise
        self._file.check()
        if plain:
            await self.remains.rewrite()

    async def unlock(self) -> None:
        """Get the key that ids are hashed with, or make it, before anything is asked of the database. Raises Unfit
        where SECRET_KEY is another than the one it was made with.
        """
        if self.keyring.locked:
            async with self.alone() as connection:
                await connection.run_sync(self.keyring.unlock)

    async def key_fits(self) -> bool:
        """Whether SECRET_KEY is that of the database; nothing is made. Raises Away."""
        async with self.snapshot() as connection:
            return await connection.run_sync(self.keyring.fits)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Transaction]:
        """A transaction beside which no other such runs, in whichever process; it needs no key, and hashes nothing."""
        async with self._engine.begin() as connection:
            await keep_starts_out(connection)
            yield connection

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing; one writer at a time on SQLite. Raises Away when the database cannot be reached, or what it
        would keep could never be found again.
        """
        self._writing += 1
        try:
            with _told_away():
                self._file.check()
                await self.unlock()
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
        """Questions alone, answered beside whoever writes. Raises Away when the database cannot be reached, or is
        another than the one that was opened.
        """
        with _told_away():
            self._file.check()
            await self.unlock()
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Transaction]:
        """Questions alone, all answered as things stand at one moment, whatever others write meanwhile, and whatever
        schema it has; none about an address. Raises Away.
        """
        with _told_away():
            async with self._reader.connect() as connection:
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
        unless turns, or another process, write just now: a busy database is not a dead one.
        """
        if not await self.answers():
            return "the database is away"
        why = self._why
        try:
            self._file.check()
            if not self._writing and (why or time.monotonic() - self._kept_at > BEAT):
                self._beating = asyncio.create_task(self._beat())
                ended, _ = await asyncio.wait({self._beating}, timeout=BUSY_AFTER)
                why = self._beating.result() if ended else BUSY
        except Away as fault:
            why = str(fault)
        return f"the database takes nothing: {why}" if why and BUSY not in why else ""

    async def _beat(self) -> str:
        """Why a few bytes were not written; "" when they were."""
        try:
            async with self.transaction() as connection:
                await beat(connection)
        except (Refused, Away) as fault:
            return str(fault)
        return ""

    @property
    def files(self) -> Sequence[Path]:
        """The files that nobody else on this machine should read: those of the database, and that of its key."""
        mine = [self.file.with_name(self.file.name + end) for end in ("", "-wal", "-shm")] if self.file else []
        return [*mine, self.keyring.file] if self.keyring.file else mine

    def room(self) -> str:
        """ "ok", or in English how little room is left on the disk of the file."""
        return self._file.room()

    async def close(self) -> None:
        """Give every connection back."""
        if self._beating and not self._beating.done():
            await asyncio.wait({self._beating})
        await self._engine.dispose()
        await self._reader.dispose()


async def keep_starts_out(connection: Transaction) -> None:
    """No bot starts before this transaction has ended. On SQLite none does anyway: one writes at a time."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(720114)"))


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


def versions() -> list[str]:
    """Every edition of the schema, the newest last."""
    return sorted(path.name.split("_")[0] for path in (_ROOT / "migrations" / "versions").glob("*.py"))


def version_of(connection: Connection) -> str | None:
    """The edition of the schema that a database has; None for one that has none of ours. Raises Unfit for one that is
    not whole yet.
    """
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version and version.startswith(MOVING):
        raise Unfit("start-moving")
    return version


def _version(connection: Connection) -> str | None:
    """The edition of the schema; asking the file names spares most starts the migration library. Raises Unfit for one
    that is newer than this program, or another's.
    """
    tables = set(inspect(connection).get_table_names())
    version, known = version_of(connection), versions()
    if version is not None and version not in known:
        raise Unfit("start-schema-newer" if "learners" in tables else "start-schema-foreign")
    others = tables if connection.dialect.name == "sqlite" else tables & metadata.tables.keys()
    if version is None and others:
        raise Unfit("start-schema-foreign")
    return version


def _run(connection: Connection, direction: str, revision: str, keyring: Keyring) -> None:
    """Let the migration library go up or down to a revision; the keyring is for those that hash or encrypt."""
    from alembic import command  # noqa: PLC0415 - a seventh of the time to start, and seldom needed
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(_ROOT / "migrations").replace("%", "%%"))
    config.attributes |= {"connection": connection, "keyring": keyring}
    getattr(command, direction)(config, revision)
