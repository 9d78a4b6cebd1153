"""A start that cannot be says one Korean line, ends with status 2, and never shows a trace."""

import ast
import asyncio
import errno
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.__main__ import _listen, _settings, _told
from bot.operator.settings import BadSetting, HouseSettings
from bot.operator.start_checks import Unstartable, bound, no_listening
from bot.store import Database, Unfit, check_address
from bot.texts import Texts
from tests.conftest import PATIENCE, Postgres
from tests.test_house import ADDRESS, ROOT, start

HANGUL = range(ord("가"), ord("힣") + 1)
PASSWORD = "pass-s3cret"


def told(fault: Exception, say: Texts) -> str:
    """The one line for the operator, in Korean, and without a password."""
    line = _told(fault, say)
    assert len(line.splitlines()) == 1
    assert any(ord(sign) in HANGUL for sign in line)
    assert PASSWORD not in line
    return line


def standing(folder: Path) -> dict[Path, bytes]:
    """All files and what is in them, but for what SQLite lays beside its own."""
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file() and "sqlite3-" not in path.name}


def made(file: Path, *statements: str) -> str:
    with closing(sqlite3.connect(file)) as other, other:
        for statement in statements:
            other.execute(statement)
    return f"sqlite:///{file}"


def text(folder: Path) -> str:
    (folder / "notes.txt").write_text("오늘 할 일\n" * 100)
    return f"sqlite:///{folder}/notes.txt"


def broken(folder: Path) -> str:
    (folder / "x.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    return f"sqlite:///{folder}/x.sqlite3"


VERSION = ("CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('9999')")


@pytest.mark.parametrize(
    ("address", "line"),
    [
        (lambda folder: f"sqlite:///{folder}/none/x.sqlite3", "폴더가 없어요"),
        (lambda folder: f"{text(folder)}/x.sqlite3", "만들 수 없는 자리"),
        (lambda folder: f"sqlite:///{folder}", "만들 수 없는 자리"),
        (text, "SQLite 데이터베이스가 아닌 파일"),
        (broken, "데이터베이스"),
        (lambda folder: f"sqlite:///{folder}/a?b.sqlite3", "?를 쓸 수 없어요"),
        (lambda folder: f"sqlite:///{folder}/a.sqlite3?mode=ro", "?를 쓸 수 없어요"),
        (lambda _: "sqlite://x.sqlite3", "빗금이 모자라요"),
        (lambda folder: made(folder / "x", "CREATE TABLE notes (id INTEGER)"), "다른 프로그램의 데이터베이스"),
        (lambda folder: made(folder / "x", *VERSION), "다른 프로그램의 데이터베이스"),
        (lambda folder: made(folder / "x", *VERSION, "CREATE TABLE learners (id INTEGER)"), "더 새로운 프로그램"),
        (lambda _: f"postgresql://u:{PASSWORD}@127.0.0.1:1/x", "PostgreSQL에 닿지 않아요: 127.0.0.1:1"),
        (lambda _: f"postgresql+psycopg2://u:{PASSWORD}@127.0.0.1:1/x", "PostgreSQL에 닿지 않아요"),
        (lambda _: f"postgresql://u:{PASSWORD}@127.0.0.1:port/x", "주소를 읽을 수 없어요"),
        (lambda _: f"postgresql://u:a@{PASSWORD}@127.0.0.1:1/x", "%40으로 바꿔"),
        (lambda _: f"postgresql://u:a@{PASSWORD}/b@127.0.0.1:1/x", "%40으로 바꿔"),
        (lambda _: "postgresql://u:a%40b@127.0.0.1:1/x", "PostgreSQL에 닿지 않아요: 127.0.0.1:1"),
    ],
)
async def test_a_database_that_does_not_open(
    address: Callable[[Path], str], line: str, tmp_path: Path, say: Texts
) -> None:
    """What stands there stays as it is, and nothing is made elsewhere."""
    url = address(tmp_path)
    before = standing(tmp_path)
    with pytest.raises(Unfit) as fault:  # noqa: PT012 - one or the other of them
        check_address(url)
        database = Database(url)
        try:
            await database.migrate()
        finally:
            await database.close()
    assert line in told(fault.value, say)
    after = standing(tmp_path)
    assert after.keys() == before.keys()
    assert all(before[path] == after[path] for path in before if path.suffix == ".txt")


def at_its_end() -> None:
    """The driver's thread, which tells the loop so: before that, the loop may not be closed."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join(PATIENCE)


async def test_a_folder_that_cannot_be_written_to(say: Texts) -> None:
    """Nobody can to /proc, not even root: where rights do not tell it, the database does."""
    database = Database("sqlite:////proc/x.sqlite3")
    with pytest.raises(Unfit) as fault:
        await database.migrate()
    await database.close()
    await asyncio.to_thread(at_its_end)
    assert "열거나 고칠 수 없어요: /proc/x.sqlite3" in told(fault.value, say)


@pytest.mark.parametrize(("name", "line"), [("no_such_database", "그런 데이터베이스가 없어요")])
async def test_a_server_that_has_no_such_database(name: str, line: str, postgres: Postgres, say: Texts) -> None:
    database = Database(postgres.address(name))
    with pytest.raises(Unfit) as fault:
        await database.migrate()
    await database.close()
    assert line in told(fault.value, say)


async def test_a_folder_with_signs_that_addresses_and_settings_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on somebody's desktop, the program and its data; the file is where it was named."""
    (folder := tmp_path / "100% 내 일 #1").mkdir()
    shutil.copytree(ROOT / "migrations", folder / "migrations")
    monkeypatch.setattr("bot.store._ROOT", folder)
    database = Database(f"sqlite:///{folder}/x.sqlite3")
    await database.migrate()
    await database.close()
    assert (folder / "x.sqlite3").stat().st_size


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("# 설정\nPORT=1\n".encode("utf-16"), "UTF-8로 저장된 글이 아니에요"),
        ("# 설정\nPORT=1\n".encode("utf-16-le"), "UTF-8로 저장된 글이 아니에요"),
        ("# 설정\nPORT=1\n".encode("cp949"), "UTF-8로 저장된 글이 아니에요"),
        (b"PORT=1\nthis is no setting\n", "2번째 줄"),
        (b"PORT\n", "1번째 줄"),
        (b"COLOUR=red\n", "설정 COLOUR: 모르는 이름이에요"),
        (b"PORT=many\n", "설정 PORT: 값의 모양이 맞지 않아요"),
        (b"TRUSTED_PROXIES=me\n", "설정 TRUSTED_PROXIES: 값의 모양이 맞지 않아요"),
    ],
)
def test_a_file_of_settings_that_cannot_be_read(
    content: bytes, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Texts
) -> None:
    """Whatever editor it was saved by; no value of it is shown."""
    (tmp_path / ".env").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    with pytest.raises((Unstartable, BadSetting)) as fault:
        _settings(say)
    assert line in told(fault.value, say)


@pytest.mark.parametrize("content", ["PORT=8123\n", "\ufeffPORT=8123\n", "# 내 '설정\nexport PORT='8123'\r\n\n"])
def test_a_file_of_settings_that_can_be_read(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Texts
) -> None:
    """With the mark of Windows' editor, and as shells write it."""
    (tmp_path / ".env").write_bytes(content.encode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PORT", raising=False)
    assert _settings(say).of(HouseSettings).port == 8123


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (OSError(errno.EADDRINUSE, "x"), "먼저 켜 둔 봇이 있으면"),
        (OSError(errno.EACCES, "x"), "열 권한이 없어요"),
        (OSError(errno.EADDRNOTAVAIL, "x"), "이 컴퓨터의 주소가 아니에요"),
        (socket.gaierror(-2, "x"), "이 컴퓨터의 주소가 아니에요"),
    ],
)
def test_a_place_where_nobody_can_listen(fault: OSError, line: str, say: Texts) -> None:
    assert line in told(no_listening(fault, "h", 80), say)


async def test_a_port_that_is_taken(say: Texts) -> None:
    """As when the bot is started twice."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        async with AsyncExitStack() as stack:
            with pytest.raises(Unstartable) as fault:
                await _listen(stack, web.Application(), HouseSettings(port=port))
    assert f"127.0.0.1:{port}" in told(fault.value, say)


@pytest.mark.parametrize(("host", "there"), [("*", "0.0.0.0"), ("[::1]", "::1"), ("::", "::"), ("box", "box")])  # noqa: S104
def test_how_hosts_may_be_written(host: str, there: str) -> None:
    assert bound(host) == there


def test_what_nobody_has_thought_of_is_one_line_too(say: Texts) -> None:
    """Its kind and its place, for whoever can mend it; not its words."""
    with pytest.raises(LookupError) as fault:
        say(PASSWORD)
    assert "LookupError, texts.py:" in told(fault.value, say)


@pytest.mark.parametrize("version", [(3, 6), (3, 9), (3, 10)])
def test_an_old_python_is_told_before_anything_else(version: tuple[int, int]) -> None:
    """By a file that it can read, before it meets one that it cannot."""
    ast.parse((ROOT / "bot" / "__init__.py").read_text(encoding="utf-8"), feature_version=version)
    code = f"import sys; sys.version_info = {(*version, 0)}; import bot"
    told = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, env={"LC_ALL": "C"}, check=False
    )
    assert told.returncode == 2
    assert told.stderr.decode().startswith("파이썬 3.11 이상이")
    assert len(told.stderr.decode().splitlines()) == 1


def test_packages_that_are_not_there_are_told() -> None:
    """As when it is started by another Python than that of make."""
    told = subprocess.run([sys.executable, "-S", "-m", "bot"], cwd=ROOT, capture_output=True, env={}, check=False)
    said = "필요한 꾸러미가 아직 없어요. make run으로 켜면 저절로 받아요. make가 없으면 "
    said += "python -m pip install -r requirements.txt로 받아 주세요.\n"
    assert (told.returncode, told.stderr.decode()) == (2, said)


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *words], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603, S607


@pytest.mark.parametrize(("python", "anew"), [(sys.executable, False), ("/gone/python3.11", True)])
def test_what_a_python_that_is_gone_has_left_is_set_up_anew(python: str, anew: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """As after the system's was upgraded: else nothing would start any more."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec {python} "$@"\n')
    (tmp_path / ".venv" / "bin" / "python").chmod(0o755)
    (tmp_path / ".venv" / "run.done").touch()
    asked = make(tmp_path, "-n", "run")
    assert ("-m venv" in asked.stdout) is anew, asked


def test_make_refuses_an_old_python_in_one_sentence(tmp_path: Path) -> None:
    """Before pip does, in many lines."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    shutil.copytree(ROOT / "locales" / "ko", tmp_path / "locales" / "ko", ignore=shutil.ignore_patterns("courses"))
    told = make(tmp_path, "run", "PYTHON=false")
    assert told.returncode == 2
    assert told.stderr.startswith("파이썬 3.11 이상이")
    assert not (tmp_path / ".venv").exists()


CHEAP = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # a terminal that knows ASCII alone


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"DATABASE_URL": "sqlite:////none/x.sqlite3", **CHEAP}, "데이터베이스를 둘 폴더가 없어요: /none"),
        ({"DATABASE_URL": f"postgresql://u:{PASSWORD}@127.0.0.1:1/x"}, "PostgreSQL에 닿지 않아요"),
        ({"HOST": "192.0.2.7"}, "192.0.2.7: 이 컴퓨터의 주소가 아니에요"),
    ],
)
async def test_the_real_process_says_one_line(settings: dict[str, str], line: str, tmp_path: Path) -> None:
    """Before and after the door to the database, and at that of the network."""
    process = await start(ROOT, **{"DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3", "PORT": "0", **settings})
    out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert (process.returncode, out) == (2, b"")
    assert errors.decode().startswith(line)
    assert len(errors.decode().splitlines()) == 1


async def test_the_real_process_starts_in_an_odd_place(tmp_path: Path) -> None:
    """In a folder with a percent sign and spaces; with a locale that knows ASCII alone, on IPv6, beside another
    program's names.
    """
    (home := tmp_path / "100% 내 일").mkdir()
    settings = {"HOST": "[::1]", "PORT": "0", "TELEGRAM_BOT_API_PORT": "8081", "PYTHONPATH": str(ROOT), **CHEAP}
    process = await start(home, **settings)
    assert process.stdout
    line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
    async with aiohttp.ClientSession() as http, http.get(line.split(" ")[-1].strip()) as page:
        assert page.status == 200
    process.terminate()
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert ADDRESS.search(line.replace("[::1]", "127.0.0.1")), (line, errors.decode())
    assert errors.decode().startswith("환경 변수 TELEGRAM_BOT_API_PORT: 이 봇의 설정이 아니라서")
    assert (home / "my-own-work.sqlite3").stat().st_size
    assert process.returncode == 0 or os.name == "nt"


WINDOWS = """
import asyncio, signal, sys
def missing(*_): raise NotImplementedError
asyncio.SelectorEventLoop.add_signal_handler = missing
sys.modules["uvloop"] = None
del signal.SIGPIPE
"""


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_the_real_process_ends_kindly_where_loops_take_no_signals(tmp_path: Path, sign: signal.Signals) -> None:
    """As on Windows, where there is no uvloop either; a second start finds all that was kept."""
    (tmp_path / "sitecustomize.py").write_text(WINDOWS)
    for _ in range(2):
        process = await start(tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}", PORT="0")
        assert process.stdout
        assert ADDRESS.search((await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode())
        process.send_signal(sign)
        _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert (process.returncode, errors.decode()) == (0, "")
