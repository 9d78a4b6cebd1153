"""GET /healthz tells the truth: whether what is said now would be kept, and how long ago all went well."""

import asyncio
import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text

import bot.store
from bot.message import Away
from bot.operator.metrics import Metrics
from bot.operator.routes import add_operator_routes
from bot.store import LITTLE, Database

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 - as shutil has it


@pytest.fixture
def file(tmp_path: Path, sqlite_template: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "bot.sqlite3"))


def moved(file: Path, there: Path) -> Path:
    """Behind the back of whoever has it open."""
    return file.replace(there)


async def kept(database: Database) -> str:
    async with database.reading() as connection:
        beat = await connection.execute(text("SELECT value FROM house_keys WHERE name = 'heartbeat'"))
        return str(beat.scalar() or "")


async def test_a_heartbeat_is_written(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """On both databases; for a few seconds after anything was kept, none is needed."""
    monkeypatch.setattr(bot.store, "BEAT", 3600.0)
    assert await database.trouble() == ""
    first = await kept(database)
    assert first
    monkeypatch.setattr("bot.store.time.time", lambda: 1.0)
    assert await database.trouble() == ""
    assert await kept(database) == first
    monkeypatch.setattr(bot.store, "BEAT", -1.0)
    assert await database.trouble() == ""
    assert await kept(database) == "1"


async def test_a_busy_database_is_well(database: Database) -> None:
    """A turn that is being written proves nothing against it."""
    async with database.transaction():
        assert await asyncio.wait_for(database.trouble(), 5) == ""


async def test_a_database_that_another_process_writes_to_is_well(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it holds the lock, and even after a turn has waited for it in vain; then all is kept again."""
    monkeypatch.setattr(bot.store, "BEAT", -1.0)
    monkeypatch.setattr(bot.store, "BUSY_AFTER", 0.1)
    database = Database(f"sqlite:///{file}")
    await database.migrate()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await database.trouble() == ""
    with pytest.raises(Away, match="BUSY"):
        async with database.transaction():
            pass
    assert await database.trouble() == ""
    other.execute("ROLLBACK")
    assert await database.trouble() == ""
    async with database.transaction():
        pass
    other.close()
    await database.close()


async def test_a_file_that_was_removed_or_replaced_takes_nothing(file: Path) -> None:
    """It was written to for hours once, and all of it was gone with the process."""
    database = Database(f"sqlite:///{file}")
    await database.migrate()
    assert await database.trouble() == ""
    aside = moved(file, file.with_suffix(".aside"))
    with pytest.raises(Away, match="removed"):
        async with database.transaction():
            pass
    assert "removed" in await database.trouble()
    shutil.copy(aside, file)
    assert "replaced" in await database.trouble()
    moved(aside, file)
    assert await database.trouble() == ""
    await database.close()


async def test_a_database_that_takes_nothing_is_down(file: Path) -> None:
    """It is read all the while; whatever turns have met last is told too."""
    database = Database(f"sqlite:///{file}")
    other = sqlite3.connect(file)
    other.execute("CREATE TRIGGER trap BEFORE INSERT ON house_keys BEGIN SELECT RAISE(ABORT, 'a word'); END")
    other.commit()
    told = await database.trouble()
    assert told.startswith("the database takes nothing: ")
    assert "a word" not in told
    assert await database.answers()
    other.close()
    await database.close()


@pytest.mark.parametrize(("free", "told"), [(LITTLE, "ok"), (LITTLE - 1, "degraded: 63 MB are left on the disk")])
def test_a_disk_that_is_nearly_full_is_told(free: int, told: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is too late."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, free))
    assert Database(f"sqlite:///{file}").room() == told
    assert Database("postgresql://u@127.0.0.1:1/x").room() == "ok"


async def test_what_the_page_shows() -> None:
    """Why, with status 503; what does not work; and the age of the last turn that was answered."""
    why, metrics, state = "", Metrics(), "ok"

    async def trouble() -> str:
        return why

    app = web.Application()
    add_operator_routes(app, trouble, {"disk": lambda: state}, metrics, "")
    async with TestClient(TestServer(app)) as http:
        got = await http.get("/healthz")
        assert await got.json() == {"status": "ok", "disk": "ok", "last_turn": None, "last_push": None}
        metrics.turn("web", "start", 0.1)
        metrics.lesson("web", "unsent")
        state = "degraded: full"
        told = await (await http.get("/healthz")).json()
        assert (told["status"], told["disk"], told["last_turn"] < 60, told["last_push"]) == (
            "degraded", "degraded: full", True, None,
        )  # fmt: skip
        metrics.lesson("web", "sent")
        why = "the database is away"
        got = await http.get("/healthz")
        told = await got.json()
        assert (got.status, told["status"], told["why"], told["last_push"] < 60) == (503, "down", why, True)
