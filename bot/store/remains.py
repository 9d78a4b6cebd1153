"""What a SQLite file still holds of what was erased: old pages in the log beside it (SQLite, Write-Ahead Logging)."""

from contextlib import suppress
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

PATIENCE = 5000  # milliseconds for which a connection waits for others


class Remains:
    """Empties that log over connections that read; there is none on PostgreSQL. Raises nothing: what cannot be done now
    is left for later.
    """

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer, self._engine = writer, reader
        self._left = True  # by a process that was killed before it could empty it

    async def rewrite(self) -> None:
        """Write the whole file anew, for what editions that did not erase securely have left in it."""
        if self._engine.dialect.name != "sqlite":
            return
        with suppress(SQLAlchemyError):
            async with self._writer.connect() as connection:
                raw: Any = (await connection.get_raw_connection()).driver_connection
                with suppress(self._engine.dialect.loaded_dbapi.Error):  # another process reads
                    await raw.execute("VACUUM")
        await self.empty()

    async def empty(self) -> None:
        """At once, waiting for nobody: who reads for long, as a backup does, would hold up every turn."""
        if self._engine.dialect.name != "sqlite":
            return
        self._left = True
        with suppress(SQLAlchemyError):
            async with self._engine.connect() as connection:
                await connection.exec_driver_sql("PRAGMA busy_timeout = 0")
                try:
                    emptied = await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                    self._left = bool(emptied.one()[0])
                finally:
                    await connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE}")

    async def empty_later(self) -> None:
        """Where it could not be emptied before, by us or by who was here before us."""
        if self._left:
            await self.empty()
