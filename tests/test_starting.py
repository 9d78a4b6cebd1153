"""What a bot says of its machine at every start, in a line each, and starts all the same."""

import asyncio
import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk.operating import starting
from bot.operator import doctor
from bot.store import Database
from bot.texts import Texts
from tests.conftest import PATIENCE, Chat, Clock
from tests.test_house import ADDRESS, start

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 - as shutil has it


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it is started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_where_all_is_well_nothing_is_said(
    database: Database, learner: Chat, say: Texts, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither before anybody came."""
    for file in database.files:
        if file.exists():
            file.chmod(0o600)
    await starting.tell(database, say, clock(), None)
    assert capsys.readouterr() == ("", "")


async def test_each_fault_is_a_line(
    database: Database,
    learner: Chat,
    say: Texts,
    clock: Clock,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In Korean, with what to do; on whichever database."""
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (4, 0))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, 10 * 1024 * 1024))
    (folder / ".env").write_text("PORT=0")
    (folder / ".env").chmod(0o644)
    await starting.tell(database, say, clock() - timedelta(days=9), 2027)
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    starts = ["파이썬", "이 컴퓨터의 다른 분도", "디스크에 10 MiB밖에", "시계가", "2027년의 공휴일을 몰라요"]
    assert [line[: len(one)] for line, one in zip(lines, starts, strict=True)] == starts
    assert ".env" in lines[1]


async def test_a_look_that_breaks_is_a_line_too(
    database: Database,
    say: Texts,
    clock: Clock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And keeps nothing from being looked at after it."""

    def broken(_: object) -> None:
        raise OSError("planted")

    monkeypatch.setattr(shutil, "disk_usage", broken)
    await starting.tell(database, say, clock(), 2027)
    lines = capsys.readouterr().err.splitlines()[-2:]
    assert lines == ["디스크를 살펴보지 못했어요(OSError).", say("doctor-holidays-missing", year="2027")]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_real_bot_says_so_and_starts(folder: Path, database: Database, learner: Chat) -> None:
    """Before it tells its address."""
    assert database.file
    database.file.chmod(0o644)
    await database.close()
    settings = {"DATABASE_URL": f"sqlite:///{database.file}", "PORT": "0"}
    process = await start(Path(__file__).parent.parent, **settings)
    try:
        assert process.stdout
        assert process.stderr
        assert "이 컴퓨터의 다른 분도" in (await asyncio.wait_for(process.stderr.readline(), PATIENCE)).decode()
        assert ADDRESS.search((await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode())
    finally:
        process.terminate()
        await process.communicate()
