"""The whole house as an operator runs it: a real process, a real port, a real file."""

import asyncio
import contextlib
import os
import re
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.channels.kakao_requests import skill_request
from tests.channels.kakao_rules import faults, taps, texts
from tests.conftest import PATIENCE

ROOT = Path(__file__).parent.parent
SECRET = "s3cret"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """What a bot is started with: nothing but these settings."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", **settings}


async def start(folder: Path, **settings: str) -> Process:
    """`python -m bot` with nothing in its environment but these settings."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=folder, env=environment(folder, **settings), stdout=PIPE, stderr=PIPE
    )


class House:
    """A running bot: its address, and a learner's KakaoTalk in front of it."""

    def __init__(self, process: Process, address: str, http: aiohttp.ClientSession) -> None:
        self.process, self.address, self.http = process, address, http
        self.answer: dict[str, Any] = {}

    async def says(self, words: str, user: str = "u1", extra: dict[str, str] | None = None) -> str:
        request = skill_request(words, extra=extra, user=user)
        async with self.http.post(f"{self.address}kakao/skill", json=request, headers={"X-Skill-Key": SECRET}) as got:
            assert got.status == 200
            self.answer = await got.json()
        assert faults(self.answer) == []
        return "\n\n".join(texts(self.answer))

    async def taps(self, label: str, user: str = "u1") -> str:
        reply = next(reply for reply in taps(self.answer) if label in reply["messageText"])
        return await self.says(reply["messageText"], user, reply["extra"])

    async def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(sign)
        await asyncio.wait_for(self.process.communicate(), PATIENCE)
        return self.process.returncode or 0


@pytest.fixture
async def opened(database_url: str) -> AsyncIterator[Callable[[], Any]]:
    """Opens the house as often as it is asked to, each time over the same database."""
    async with contextlib.AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())

        async def open_house() -> House:
            process = await start(
                ROOT, DATABASE_URL=database_url, PORT="0", KAKAO_SKILL_SECRET=SECRET, SECRET_KEY="k" * 32
            )
            stack.callback(lambda: process.kill() if process.returncode is None else None)
            assert process.stdout
            line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
            found = ADDRESS.search(line)
            assert found, (line, (await process.communicate())[1].decode())
            return House(process, found[0], http)

        yield open_house


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
async def test_a_restart_in_the_middle_of_a_quiz_forgets_nobody(
    opened: Callable[[], Any], sign: signal.Signals
) -> None:
    """Stopped kindly or by force, the question is still open afterwards, and its number still answers it."""
    house: House = await opened()
    await house.says("시작")
    for label in ("강사", "건너뛰기", "건너뛰기", "첫 레슨", "확인 문제"):
        text = await house.taps(label)
    assert "확인 1/2" in text
    status = await house.stop(sign)
    assert status == (0 if sign is signal.SIGTERM else -9)
    house = await opened()
    await house.says("융합")
    assert "맞아요" in "".join(texts(house.answer)) or "요리와 사진" in "".join(texts(house.answer))
    await house.stop()


async def test_fifty_newcomers_at_once_over_the_skill_route(opened: Callable[[], Any]) -> None:
    """Every answer is valid and nobody is lost."""
    house: House = await opened()
    greeted = await asyncio.gather(*(house.says("시작", f"u{n}") for n in range(50)))
    assert all("「나만의 일」이에요" in text for text in greeted)
    answered = await asyncio.gather(*(house.says("강사", f"u{n}") for n in range(50)))
    assert all("언제" in text for text in answered)
    await house.stop()


async def test_nothing_is_restored_under_a_running_bot(
    opened: Callable[[], Any], database_url: str, tmp_path: Path
) -> None:
    """Not even into a database that nobody has spoken to: the bot keeps its key, and would know nobody who comes."""
    house: House = await opened()
    file = tmp_path / "b.sqlite3"
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": "k" * 32}

    async def ask(*arguments: str) -> tuple[int, list[str]]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=ROOT,
            env=environment(ROOT, **settings),
            stdout=PIPE,
            stderr=PIPE,
        )
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode or 0, (out + err).decode().splitlines()

    assert (await ask("backup", str(file)))[0] == 0
    status, told = await ask("restore", str(file))
    assert (status, len(told)) == (1, 1)
    assert told[0].startswith(("봇이나 다른 프로그램이 데이터베이스 파일을", "봇이 켜져 있거나 방금"))
    assert "「나만의 일」이에요" in await house.says("시작")  # and nothing of the bot has changed
    await house.stop()
    if database_url.startswith("sqlite"):
        status, told = await ask("restore", str(file))
        assert "이미 배우는 분이 있어요" in told[0]  # at once, however it ended


async def test_the_operators_routes(opened: Callable[[], Any]) -> None:
    """Ready or not, numbers for Prometheus, and the page for people at this machine only."""
    house: House = await opened()
    await house.says("시작")
    async with house.http.get(f"{house.address}healthz") as got:
        told = await got.json()
        assert told.pop("last_turn") < PATIENCE
        assert (got.status, told) == (200, {"status": "ok", "delivery": "ok", "disk": "ok", "last_push": None})
    async with house.http.get(f"{house.address}metrics") as got:
        assert 'turn_seconds_count{channel="kakao",command="start"} 1.0' in await got.text()
    async with house.http.get(house.address) as got:
        assert got.status == 200
    async with house.http.get(house.address, headers={"Host": "evil.example"}) as got:
        assert got.status == 403
    await house.stop()


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"TELEGRAM_TOKEN": "a"}, "설정 TELEGRAM_TOKEN: 값의 모양이 맞지 않아요."),
        ({"PORT": "eighty"}, "설정 PORT: 값의 모양이 맞지 않아요."),
    ],
)
async def test_a_wrong_setting_stops_the_start_with_one_line(
    settings: dict[str, str], line: str, tmp_path: Path
) -> None:
    """What, where, and how to mend it; never the value."""
    process = await start(ROOT, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3", **settings)
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2
    assert errors.decode().startswith(line)
    assert len(errors.decode().splitlines()) == 1
    assert not (tmp_path / "x.sqlite3").exists()


async def test_a_broken_lesson_stops_the_start_naming_file_line_and_mend(tmp_path: Path) -> None:
    """Every fault of every file at once, in the author's language."""
    for folder in ("bot", "handlers", "locales", "migrations"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    lessons = sorted((tmp_path / "locales/ko/courses/own-work").glob("0*.md"))
    for lesson in lessons[:2]:
        text = lesson.read_text(encoding="utf-8")
        lesson.write_text(text.replace("- [x]", "- [ ]", 1), encoding="utf-8")
    process = await start(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3")
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2
    named = re.findall(r"(\d\d-[\w-]+\.md):(\d+): 맞는 보기 \[x\]는 하나여야 하는데 0개예요\.", errors.decode())
    assert [name for name, _ in named] == [lesson.name for lesson in lessons[:2]]
    for (name, line), lesson in zip(named, lessons, strict=False):
        assert lesson.read_text(encoding="utf-8").splitlines()[int(line) - 1].startswith("## "), name
