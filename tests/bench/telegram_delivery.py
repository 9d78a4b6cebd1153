"""How fast lessons leave for Telegram: `python -m tests.bench.telegram_delivery` prints it, in about half a minute.

The stand-in for the Bot API runs in its own process. First it answers at once and nothing limits the rate: what one
process could do, and where its time goes. Then it answers after 150 ms and refuses more than 30 messages in a second.
"""

import asyncio
import json
import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest

from bot.channels.telegram.chats import Chats
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.outbox import Outbox
from bot.channels.telegram.wire import Wire
from bot.message import Address, Message

TOKEN = "4242:AA"
UNLIMITED = 1e9
AT_ONCE = 100  # as bot.delivery claims them
LESSON = Message(("오늘의 한 조각이에요. " * 20,))
MOST_A_SECOND = 30
SENT = json.dumps(
    {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "수업 " * 40}}
).encode()


class StandIn(asyncio.Protocol):
    """As little HTTP as a client needs; `delay` in seconds, `limit` messages in any second."""

    def __init__(self, delay: float, limit: int, seen: deque[float]) -> None:
        self._delay, self._limit, self._seen = delay, limit, seen
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remembers whom to answer."""
        self._to: Any = transport

    def data_received(self, data: bytes) -> None:
        """Answers each whole request."""
        self._rest += data
        while (end := self._rest.find(b"\r\n\r\n") + 4) > 3:
            head = self._rest[:end].lower()
            end += int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
            if len(self._rest) < end:
                return
            self._rest = self._rest[end:]
            self._answer()

    def _answer(self) -> None:
        loop = asyncio.get_running_loop()
        while self._limit and self._seen and self._seen[0] <= loop.time() - 1:
            self._seen.popleft()
        if self._limit and len(self._seen) >= self._limit:
            refusal = b'{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":1}}'
            self._to.write(b"HTTP/1.1 429 X\r\nContent-Length: %d\r\n\r\n%b" % (len(refusal), refusal))
            return
        self._seen.append(loop.time())
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
            len(SENT),
            SENT,
        )
        if self._delay:
            loop.call_later(self._delay, self._to.write, answer)
        else:
            self._to.write(answer)


def stand_in(delay: float, limit: int, port: Connection) -> None:
    """The other process: tells its port and serves until it is ended."""

    async def serve() -> None:
        seen: deque[float] = deque()
        server = await asyncio.get_running_loop().create_server(lambda: StandIn(delay, limit, seen), "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


class Nowhere(BaseRequest):
    """A network of no cost."""

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return 15.0

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Sent at once."""
        return 200, SENT


def outbox(request: BaseRequest, port: int, rate: float) -> Outbox:
    """The sender as `open_telegram` builds it."""
    return Outbox(Bot(TOKEN, f"http://127.0.0.1:{port}/bot", request=request), Lanes(rate), Chats(), 1.0)


async def all_of(count: int, send: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """Sends so many, a hundred under way; messages a second, and microseconds of CPU a message."""
    numbers = iter(range(1, count + 1))

    async def worker() -> None:
        for n in numbers:
            await send(n)

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return count / (time.perf_counter() - wall), (time.process_time() - cpu) / count * 1e6


async def lanes_alone(count: int) -> tuple[float, float]:
    """What line, slot and chat cost without any message."""
    lanes, chats = Lanes(UNLIMITED), Chats()

    async def send(n: int) -> None:
        async with lanes.bulk(begun=False), chats.turn(str(n)):
            await asyncio.sleep(0)

    return await all_of(count, send)


async def without_limit(port: int, count: int = 3000) -> None:
    """Prints the whole, then its parts."""
    async with Wire() as wire:
        whole = outbox(wire, port, UNLIMITED)
        await all_of(300, lambda n: whole.send(Address("telegram", str(-n)), LESSON))
        say("deliveries", await all_of(count, lambda n: whole.send(Address("telegram", str(n)), LESSON)))
        fields = {"chat_id": "7", "text": LESSON.bubbles[0]}
        url = f"http://127.0.0.1:{port}/bot/sendMessage"
        say("  of it the HTTP call and reading its answer", await all_of(count, lambda _: wire.call(url, fields, 15.0)))
    bot = Bot(TOKEN, request=Nowhere())
    say("  of it the library's objects", await all_of(count, lambda n: bot.send_message(n, LESSON.bubbles[0])))
    say("  of it line, slot and chat", await lanes_alone(count))


async def at_the_rate(port: int, rate: float, seconds: int = 12) -> None:
    """Prints the share of the rate that is used; a refusal would cost a second and show."""
    async with Wire() as wire:
        limited = outbox(wire, port, rate)
        start = time.perf_counter()
        lessons = (limited.send(Address("telegram", str(n)), LESSON) for n in range(int(rate * seconds) + 1))
        await asyncio.gather(*lessons)
        took = time.perf_counter() - start - 0.15  # the last answer
    sys.stdout.write(f"at {rate:.0f}/s: {rate * seconds / took / rate:.2%} of the rate used over {seconds} s\n")


def say(what: str, measured: tuple[float, float]) -> None:
    """One line."""
    sys.stdout.write(f"{what}: {measured[0]:.0f}/s, {measured[1]:.0f} µs of CPU each\n")


def with_stand_in(delay: float, limit: int, measure: Callable[[int], Awaitable[None]]) -> None:
    """Runs the measurement against a stand-in in another process."""
    here, there = multiprocessing.Pipe()
    other = multiprocessing.get_context("spawn").Process(target=stand_in, args=(delay, limit, there))
    other.start()

    async def run() -> None:
        await measure(here.recv())

    try:
        asyncio.run(run())
    finally:
        other.terminate()
        other.join()


def main() -> None:
    """Measure and print."""
    with_stand_in(0, 0, without_limit)
    for rate in (25.0, 29.0):
        with_stand_in(0.15, MOST_A_SECOND, lambda port, rate=rate: at_the_rate(port, rate))  # type: ignore[misc]  # mypy cannot type a default in a lambda


if __name__ == "__main__":
    main()
