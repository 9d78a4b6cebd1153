"""Every fault that can strike a running bot, and none of them tells a word, an id, a cookie or a secret of anybody."""

import asyncio
import contextlib
import json
import random
import re
import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.message import Address
from bot.store import Database
from tests.channels.kakao_requests import skill_request
from tests.conftest import PATIENCE
from tests.faults.stand_in import StandIn
from tests.records import record_at
from tests.test_house import ADDRESS, ROOT, start

WORDS, USER, CHAT = "남몰래 끓인 미역국", "kakao-user-7f3a", 41234567891
COOKIE = secrets.token_urlsafe(16)
SKILL, HOOK, METRICS, TOKEN = "skill-s3cret", "hook-s3cret", "metrics-s3cret", "4242:AAbot-s3cret"
PLANTED = (WORDS, "미역국", USER, str(CHAT), COOKIE, SKILL, HOOK, METRICS, TOKEN, TOKEN.partition(":")[2])
FLOOD = 60  # requests that are none


def planted_in(text: str) -> list[str]:
    """What of the secrets stands in a text, as it is or as programs write what is not ASCII."""
    escaped = {one: (one, ascii(one)[1:-1], repr(one.encode())[2:-1], json.dumps(one)[1:-1]) for one in PLANTED}
    return [one for one, ways in escaped.items() if any(way in text for way in ways)]


@dataclass
class Victim:
    """A running bot; `refused` is all that it answered with a status from 400 on, heads and bodies."""

    port: int
    file: Path
    refused: list[str] = field(default_factory=list)

    async def sends(self, raw: bytes) -> int:
        """Bytes as they are; the status of the answer, 0 without one."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
            answer = await asyncio.wait_for(reader.read(), PATIENCE)
            writer.close()
            status = int(answer[9:12] or 0)
            if status >= 400:
                self.refused.append(re.sub(rb"(?im)^set-cookie:.*$", b"", answer).decode(errors="replace"))
            return status
        return 0

    async def asks(self, path: str, body: object = None, *headers: bytes) -> int:
        """A request; its status."""
        content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        method = b"GET" if body is None else b"POST"
        head = [b"%s %s HTTP/1.1" % (method, path.encode()), b"Host: localhost", b"Connection: close", *headers]
        if body is not None:
            head += [b"Content-Type: application/json", b"Content-Length: %d" % len(content)]
        return await self.sends(b"\r\n".join(head) + b"\r\n\r\n" + content)

    async def says(self, words: str = WORDS, *, tapped: bool = False) -> list[int]:
        """The same on the page, on KakaoTalk and on Telegram."""
        on_page = {"words": words, "key": COOKIE[:8], "tapped": tapped}
        message = {"message_id": 1, "date": 1, "chat": {"id": CHAT, "type": "private"}, "text": words}
        update = {"update_id": random.randrange(10**6), "message": message | {"from": {"id": CHAT}}}
        return [
            await self.asks("/chat", on_page, b"Cookie: my-own-work=" + COOKIE.encode()),
            await self.asks("/kakao/skill", skill_request(words, user=USER), b"X-Skill-Key: " + SKILL.encode()),
            await self.asks("/telegram/webhook", update, b"X-Telegram-Bot-Api-Secret-Token: " + HOOK.encode()),
        ]

    def breaks(self, *statements: str) -> None:
        """Another program changes the database behind its back."""
        with contextlib.closing(sqlite3.connect(self.file)) as other, other:
            for statement in statements:
                other.execute(statement)


async def known(file: Path) -> None:
    """The cookie is that of a learner of an edition before: no other cookie would be heard that we have not made."""
    database = Database(f"sqlite:///{file}")
    await database.migrate()
    await record_at(database, Address("web", COOKIE))
    await database.close()


SECRETS = b"\r\n".join(
    [
        b"Cookie: my-own-work=" + COOKIE.encode(),
        b"X-Skill-Key: " + SKILL.encode(),
        b"Authorization: Bearer " + METRICS.encode(),
        b"X-Telegram-Bot-Api-Secret-Token: " + HOOK.encode(),
    ]
)


async def no_requests(bot: Victim) -> None:
    """Heads and bodies that are none, with all secrets beside; again and again."""
    words = WORDS.encode()
    for broken in (
        b"GET / HTTP/1.1\r\n" + SECRETS + b"\r\nno header " + words + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + SECRETS + b"\r\nX: \x00" + words + b"\r\n\r\n",
        b"GET /" + words + b" HTTP/9.9\r\n" + SECRETS + b"\r\n\r\n",
        words + b" " + SECRETS + b"\r\n\r\n",
        b"POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n" + SECRETS + b"\r\n\r\n" + words,
        b"POST /chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n"
        + SECRETS + b"\r\n\r\nzz" + words + b"\r\n\r\n",
    ):  # fmt: skip
        await bot.sends(broken)
    noise = b"GET / HTTP/1.1\r\n" + SECRETS + b"\r\nno header " + words + b"\r\n\r\n"
    assert await bot.sends(noise) == 400
    await asyncio.gather(*(bot.sends(noise) for _ in range(FLOOD)))


async def strange_requests(bot: Victim) -> None:
    """Requests that are some, and hold what nobody of ours would send."""
    odd = b"Authorization: Bearer \xff\xfe" + METRICS.encode()
    assert await bot.asks("/metrics", None, odd) == 401
    key = b"X-Skill-Key: " + SKILL.encode()
    assert await bot.asks("/kakao/skill", b"{" + WORDS.encode(), key) == 400
    assert await bot.asks("/kakao/skill", {"userRequest": WORDS}, b"X-Skill-Key: \xff" + SKILL.encode()) == 401
    hook = b"X-Telegram-Bot-Api-Secret-Token: " + HOOK.encode()
    await bot.asks("/telegram/webhook", {"update_id": 1, "message": {"text": WORDS, "chat": CHAT}}, hook)
    assert await bot.asks("/telegram/webhook", WORDS.encode(), hook) == 400
    cookie = b"Cookie: my-own-work=" + COOKIE.encode()
    assert await bot.asks("/chat", {"words": [WORDS]}, cookie) == 400
    assert await bot.asks(f"/plan/{COOKIE}") == 404
    assert await bot.asks(f"/{WORDS}?{COOKIE}".encode().decode("latin-1"), None, cookie) in {400, 404}


async def refused_rows(bot: Victim) -> None:
    """The database takes neither a line nor what the page shows."""
    trap = "CREATE TRIGGER {0}_trap BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, '" + WORDS + "'); END"
    bot.breaks(trap.format("learners", "UPDATE"), trap.format("history", "INSERT"))
    await bot.says("/today", tapped=True)
    await bot.says()
    bot.breaks("DROP TRIGGER learners_trap", "DROP TRIGGER history_trap")


async def no_table(bot: Victim) -> None:
    """A table is gone."""
    bot.breaks("ALTER TABLE addresses RENAME TO elsewhere")
    await bot.says()
    bot.breaks("ALTER TABLE elsewhere RENAME TO addresses")


async def broken_file(bot: Victim) -> None:
    """Pages of the file are overwritten."""
    bot.breaks("PRAGMA wal_checkpoint(TRUNCATE)")
    with bot.file.open("r+b") as file:
        file.seek(4096)
        file.write(WORDS.encode() * 20_000)
    assert (await bot.says())[0] >= 400 or (await bot.says())[0] == 200
    await bot.asks("/healthz")


async def no_file(bot: Victim) -> None:
    """The file is gone: nothing that is said now would be found again, and everybody is told so."""
    bot.file.unlink()
    statuses = await bot.says()
    assert statuses[0] == 503
    assert statuses[2] == 503
    assert await bot.asks("/healthz") == 503


FAULTS: tuple[Callable[[Victim], Awaitable[None]], ...] = (
    no_requests, strange_requests, refused_rows, no_table, broken_file, no_file,
)  # fmt: skip


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[tuple[Victim, Callable[[], Awaitable[str]]]]:
    """A bot with every channel open, and how to stop it and hear all that it wrote."""
    file = tmp_path / "bot.sqlite3"
    async with StandIn(random.Random(1)).serving() as api:
        await known(file)
        process = await start(
            ROOT, DATABASE_URL=f"sqlite:///{file}", PORT="0", KAKAO_SKILL_SECRET=SKILL, METRICS_TOKEN=METRICS,
            TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, TELEGRAM_WEBHOOK_SECRET=HOOK,
            PUBLIC_URL="https://bot.example", HOST="0.0.0.0",  # noqa: S104 - the page is asked for by other names too
        )  # fmt: skip
        try:
            assert process.stdout
            found = ADDRESS.search((await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode())
            assert found

            async def stop() -> str:
                process.terminate()
                out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
                return (out + errors).decode()

            yield Victim(int(found[0].rpartition(":")[2].rstrip("/")), file), stop
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


async def test_no_fault_tells_anything_of_anybody(told: tuple[Victim, Callable[[], Awaitable[str]]]) -> None:
    """Neither in what is logged nor in an answer; that something went wrong is told, and a flood of it in few lines."""
    bot, stop = told
    assert (await bot.says("시작"))[:2] == [200, 200]
    for fault in FAULTS:
        await fault(bot)
        assert not [one for refused in bot.refused for one in planted_in(refused)], fault.__name__
    written = await stop()
    assert planted_in(written) == []
    assert "what came was no request" in written
    assert "turn failed" in written
    assert written.count("what came was no request") < FLOOD / 3
