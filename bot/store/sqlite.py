"""SQLite: its file, one connection that writes, others that read beside it, and what each asks of the file first."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.message import Away
from bot.store.remains import PATIENCE

READERS = 2  # connections to a file beside the one that writes
PRAGMAS = f"journal_mode=WAL synchronous=FULL foreign_keys=ON busy_timeout={PATIENCE} secure_delete=ON".split()
LITTLE = 64 * 1024 * 1024  # bytes free on the disk
OWNER_ONLY = 0o600  # what learners say is nobody else's on this machine


class File:
    """The file of a SQLite database: whether it is still the one that was opened, and how much room is left beside it.
    None of it holds for other databases, nor for one in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None

    def make(self) -> None:
        """Make it for its owner alone where there is none; what stands beside it later is as closed as it is (SQLite,
        "Write-Ahead Logging"). A fault is left for whoever opens it.
        """
        if self._path:
            with suppress(OSError):
                os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))

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


def engine(url: URL, *, alone: bool) -> AsyncEngine:
    """The one connection that writes; `alone` it keeps all others out of the file, and needs that none is there."""
    # One writer: a larger pool on SQLite only moves the queue into the database, where waiting costs more.
    made = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=30, hide_parameters=True)
    if alone:
        event.listen(made.sync_engine, "connect", _keep_others_out)
    event.listen(made.sync_engine, "connect", _prepare_writer)
    event.listen(made.sync_engine, "begin", _begin_at_once)
    return made


def reader(url: URL) -> AsyncEngine | None:
    """Connections that only read: they need not wait for the one that writes, and keep nobody waiting. None in memory,
    which each connection has of its own.
    """
    if url.database in (None, "", ":memory:"):
        return None
    made = create_async_engine(url, pool_size=READERS, max_overflow=0, pool_timeout=30, hide_parameters=True)
    event.listen(made.sync_engine, "connect", _prepare_reader)
    return made


def _prepare_reader(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("query_only = ON", f"busy_timeout = {PATIENCE}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _keep_others_out(connection: Any, _record: Any) -> None:
    """Before anything else is asked: then the whole file is locked as long as it is open (SQLite, WAL, "Use of WAL
    Without Shared-Memory").
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA locking_mode = EXCLUSIVE")
    cursor.close()


def _prepare_writer(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late and loses updates; ours is below
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_at_once(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
