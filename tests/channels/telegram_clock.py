"""A loop whose time leaps to the next timer, and a network that answers by script: sending rates without waiting."""

import asyncio
import json
import selectors
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.channels.channel import RateLimiter
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.transport import Chats, Transport
from bot.message import Address, Begin, Message, Unsent, at_once


class _Leaping(selectors.SelectSelector):
    now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everybody waits for ever"
            self.now += timeout
        return ready


class LeapingLoop(asyncio.SelectorEventLoop):
    """Nothing waits on it: time itself goes on."""

    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        """Seconds since the start."""
        return self._leaping.now


def leaping(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Plays a scene from time 0."""
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        runner.run(scene())


@dataclass
class Post(BaseRequest):
    """A Bot API that answers each call after `takes` seconds, and the n-th as `refusals[n]` says."""

    takes: float = 0.15
    refusals: dict[int, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    left: list[tuple[float, str, str]] = field(default_factory=list)  # when, to which chat, with which text
    silent: list[bool] = field(default_factory=list)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return 15.0

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Notes the call when it leaves, and answers later."""
        assert request_data is not None
        fields = request_data.json_parameters
        refusal = self.refusals.get(len(self.left))
        self.left.append((round(asyncio.get_running_loop().time(), 6), fields["chat_id"], fields["text"]))
        self.silent.append("disable_notification" in fields)
        await asyncio.sleep(self.takes)
        if refusal:
            status, parameters = refusal
            return status, json.dumps({"ok": False, "description": "no", "parameters": parameters}).encode()
        chat = {"id": int(fields["chat_id"]), "type": "private"}
        return 200, json.dumps({"ok": True, "result": {"message_id": 1, "date": 1, "chat": chat}}).encode()

    @property
    def times(self) -> list[float]:
        """When each call left, in seconds."""
        return [when for when, _, _ in self.left]

    @property
    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [text for _, _, text in self.left]

    def transport(
        self, rate: float = 25.0, limiter: RateLimiter | None = None, spacing: float = 1.0, burst: int = 1
    ) -> Transport:
        """A transport that sends here; every sending in a chat is spaced, unless a burst is allowed."""
        bot = Bot("4242:AA", request=self, get_updates_request=self)
        return Transport(bot, Lanes(rate, limiter), Chats(spacing, burst), 1.0)


def push(transport: Transport, chat: int, *bubbles: str, begin: Begin = at_once) -> Coroutine[Any, Any, None]:
    """A push to a chat, by default of one bubble that names it."""
    return transport.send(Address("telegram", str(chat)), Message(bubbles or (f"수업 {chat}",)), begin)


async def tried(transport: Transport, chat: int) -> None:
    """A push that is tried until it leaves, as the delivery does."""
    for _ in range(9):
        with suppress(Unsent):
            return await push(transport, chat)
    raise AssertionError("it never left")


def reply(transport: Transport, chat: int, *bubbles: str) -> Coroutine[Any, Any, None]:
    """A reply, likewise."""
    return transport.reply(Address("telegram", str(chat)), Message(bubbles or (f"답 {chat}",)))


async def after(seconds: float, doing: Coroutine[Any, Any, None]) -> None:
    """Does it later."""
    await asyncio.sleep(seconds)
    await doing


def every(interval: float, count: int, start: float = 0.0) -> list[Any]:
    """So many times, one interval apart."""
    return [pytest.approx(start + n * interval, abs=1e-5) for n in range(count)]
