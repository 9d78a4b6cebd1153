"""Requests to a bot over keep-alive connections: all at once, or one after another at a fixed rate."""

import asyncio
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

CONNECTIONS = 40  # what Telegram opens to a webhook unless told otherwise (Bot API, setWebhook)
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Request:
    """One HTTP request of somebody; `expects` is found in the reply to it. `began` is when it was due to leave."""

    raw: bytes
    who: int = 0
    expects: re.Pattern[bytes] = re.compile(b"")
    began: float = 0.0


Answered = Callable[[Request, int, bytes], None]
"""Told of each request, its status and the body of its answer; status 0 when the connection broke."""


def post(path: str, body: bytes, **headers: str) -> bytes:
    """A whole POST request with a JSON body."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


class Connections:
    """So many keep-alive connections; a request waits while all of them are busy, and its waiting counts."""

    def __init__(self, answered: Answered) -> None:
        self._answered = answered
        self._waiting: deque[Request] = deque()
        self._idle: list[_Connection] = []
        self._all: list[_Connection] = []

    @asynccontextmanager
    async def to(self, port: int, count: int = CONNECTIONS) -> AsyncIterator["Connections"]:
        """Opens them all."""
        loop = asyncio.get_running_loop()
        for _ in range(count):
            _, connection = await loop.create_connection(lambda: _Connection(self), "127.0.0.1", port)
            self._all.append(connection)
        self._idle = list(self._all)
        try:
            yield self
        finally:
            for connection in self._all:
                connection.close()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting) or len(self._idle) < sum(connection.open for connection in self._all)

    def push(self, request: Request) -> None:
        """Sends it as soon as a connection is free."""
        request.began = time.perf_counter()
        if self._idle:
            self._idle.pop().send(request)
        else:
            self._waiting.append(request)

    async def at_rate(self, requests: Iterable[Request], rate: float) -> None:
        """Pushes one after another, whether the ones before are answered or not."""
        start = time.perf_counter()
        for n, request in enumerate(requests):
            if (wait := start + n / rate - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            self.push(request)

    def done(self, connection: "_Connection", request: Request, status: int, body: bytes) -> None:
        """One was answered: the next may go."""
        self._answered(request, status, body)
        if not status:
            return
        if self._waiting:
            connection.send(self._waiting.popleft())
        else:
            self._idle.append(connection)


class _Connection(asyncio.Protocol):
    def __init__(self, owner: Connections) -> None:
        self._owner, self._rest, self.open = owner, b"", True
        self._under_way: Request | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._to: Any = transport

    def send(self, request: Request) -> None:
        self._under_way = request
        self._to.write(request.raw)

    def close(self) -> None:
        self._under_way = None
        self._to.close()

    def data_received(self, data: bytes) -> None:
        self._rest = self._rest + data if self._rest else data
        head, found, body = self._rest.partition(b"\r\n\r\n")
        if not found:
            return
        length = LENGTH.search(head)
        if len(body) < (size := int(length[1]) if length else 0):
            return
        self._rest = body[size:]
        request, self._under_way = self._under_way, None
        if request:
            self._owner.done(self, request, int(head[9:12]), body[:size])

    def connection_lost(self, exc: Exception | None) -> None:
        self.open = False
        request, self._under_way = self._under_way, None
        if request:
            self._owner.done(self, request, 0, b"")
