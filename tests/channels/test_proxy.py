"""Where a network lets calls leave by a proxy alone, all of ours do: to Telegram, to KakaoTalk, and web pushes."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import pytest
from telegram import Bot

from bot.channels.kakao.push import open_push
from bot.channels.proxy import proxy_to
from bot.channels.telegram import token
from bot.channels.telegram.calls import Calls, NotSent, Wire
from bot.channels.web.push import Fate, Push
from bot.message import Address, Message, Unsent
from bot.texts import load_texts
from tests.channels.kakao_api import BOT, EVENT, KEY
from tests.channels.push_service import PushService
from tests.channels.test_kakao_push import FAST
from tests.channels.test_web import KEYS

TOKEN = "1:a"
LESSON = Message(("오늘의 레슨이에요.",))


@dataclass
class Proxy:
    """Hears where calls would go, and lets none through."""

    url: str = ""
    heard: list[str] = field(default_factory=list)

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.heard.append(" ".join(head.split(" ")[:2]))
        writer.write(b"HTTP/1.1 503 Not Now\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()


@asynccontextmanager
async def standing() -> AsyncIterator[Proxy]:
    proxy = Proxy()
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield proxy


async def telegram(url: str) -> None:
    async with Wire(proxy=proxy_to(url)) as wire:
        with pytest.raises(NotSent):
            await Calls(Bot(TOKEN, f"{url}/bot", request=wire)).send_message(7, "가")


async def token_asked(url: str) -> None:
    assert await token.asked(TOKEN, url) == "away"


async def kakao(url: str) -> None:
    async with open_push(url, KEY, BOT, EVENT, pace=FAST) as push:
        with pytest.raises(Unsent):
            await push.send(Address("kakao", "u1"), LESSON)


async def browser(url: str) -> None:
    push = Push(KEYS, load_texts(), "https://localhost")
    subscribed = replace(PushService().browser("phone"), endpoint=f"{url}/push")
    assert await push.send([subscribed], LESSON) == [Fate.UNSENT]
    await push.close()


@pytest.mark.parametrize("call", [telegram, token_asked, kakao, browser])
@pytest.mark.parametrize(
    ("name", "bare", "spared", "heard"),
    [
        ("HTTPS_PROXY", False, "", True),
        ("https_proxy", False, "", True),
        ("HTTPS_PROXY", True, "", True),  # without http:// before it, as curl takes it
        ("HTTPS_PROXY", False, "localhost,127.0.0.1", False),
        ("HTTPS_PROXY", False, "*", False),
        ("HTTP_PROXY", False, "", False),  # that is for calls without encryption
    ],
)
async def test_all_calls_leave_by_the_proxy(
    call: Callable[[str], Awaitable[None]],
    name: str,
    bare: bool,  # noqa: FBT001 - a column of the table
    spared: str,
    heard: bool,  # noqa: FBT001 - the same
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the proxy does not let through was surely not sent, and may be sent again."""
    for other in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(other, raising=False)
        monkeypatch.delenv(other.lower(), raising=False)
    async with standing() as proxy:
        monkeypatch.setenv(name, proxy.url.removeprefix("http://") if bare else proxy.url)
        monkeypatch.setenv("NO_PROXY", spared)
        await call("https://127.0.0.1:1")
        assert set(proxy.heard) == ({"CONNECT 127.0.0.1:1"} if heard else set())
