"""A Bot API that never fails and knows, to the byte, what reached it.

A web server forgets a request whose connection ends in the same moment, and that is the moment of a kill: hence a bare
protocol, which the loop hands all that has arrived before it tells of the end.
"""

import asyncio
import json
import random
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

Raw = dict[str, Any]

SLOWEST = 0.03  # seconds an answer takes
MOST = 100  # updates at once (Bot API, getUpdates)
PATIENCE = 40.0  # seconds for what must come to be; a kill has made somebody start anew
ANSWERS: dict[str, Any] = {
    "getMe": {"id": 4242, "is_bot": True, "first_name": "나만의 일", "username": "own_work_bot"},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}  # to all else: true


@dataclass(slots=True)
class Letter:
    """A sendMessage that arrived whole. The `first` bubble of a push has a sound, the `last` of any message buttons."""

    chat: int
    text: str
    first: bool
    last: bool
    answered: bool = False


class StandIn:
    """Takes every call; keeps letters, and hands out updates until they are confirmed."""

    def __init__(self, rng: random.Random) -> None:
        self.url = ""
        self.letters: list[Letter] = []
        self.calls: Counter[str] = Counter()
        self.updates: deque[Raw] = deque()  # those not confirmed
        self.connections: set[_Connection] = set()
        self._rng = rng
        self._polling: _Connection | None = None

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["StandIn"]:
        """On a free port of this machine."""
        server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            for connection in list(self.connections):
                connection.to.abort()
            await until(lambda: not self.connections)

    @property
    def waiting(self) -> int:
        """How many updates are not confirmed."""
        return len(self.updates)

    def hand(self, update: Raw) -> None:
        """An update for whoever polls."""
        self.updates.append(update)
        if self._polling:
            self._hand_out(self._polling)

    def take(self, method: str, fields: dict[str, str], caller: "_Connection") -> None:
        """Answers one call, in a while."""
        self.calls[method] += 1
        if method == "getUpdates":
            self._confirm(int(fields["offset"]))
            self._hand_out(caller)
        elif method == "sendMessage":
            first, last = "disable_notification" not in fields, "reply_markup" in fields
            letter = Letter(int(fields["chat_id"]), fields["text"], first, last)
            self.letters.append(letter)
            asyncio.get_running_loop().call_later(self._rng.uniform(0, SLOWEST), self._sent, letter, caller)
        else:
            caller.answer(ANSWERS.get(method, True))

    def leaves(self, connection: "_Connection") -> None:
        """Whoever polled has died, perhaps."""
        self.connections.discard(connection)
        if self._polling is connection:
            self._polling = None

    def _sent(self, letter: Letter, caller: "_Connection") -> None:
        chat = {"id": letter.chat, "type": "private"}
        letter.answered = caller.answer({"message_id": 1, "date": 1, "chat": chat, "text": letter.text})

    def _confirm(self, offset: int) -> None:
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()

    def _hand_out(self, caller: "_Connection") -> None:
        self._polling = None if self.updates else caller
        if self.updates:
            caller.answer(list(islice(self.updates, MOST)))


class _Connection(asyncio.Protocol):
    """As little HTTP as the bot's client needs."""

    def __init__(self, api: StandIn) -> None:
        self._api, self._rest = api, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody calls."""
        self.to: Any = transport
        self._api.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """They hung up, or were killed."""
        self._api.leaves(self)

    def data_received(self, data: bytes) -> None:
        """Takes each whole request; half a one was never sent."""
        self._rest += data
        while (end := self._rest.find(b"\r\n\r\n") + 4) > 3:
            head = self._rest[:end].decode()
            length = int(head.lower().partition("content-length:")[2].partition("\r\n")[0] or 0)
            if len(self._rest) < end + length:
                return
            body, self._rest = self._rest[end : end + length], self._rest[end + length :]
            method = head.partition(" HTTP")[0].rpartition("/")[2]
            self._api.take(method, dict(parse_qsl(body.decode())), self)

    def answer(self, result: object) -> bool:
        """Whether there was still somebody to answer."""
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        there = not self.to.is_closing()
        if there:
            self.to.write(head.encode() + body)
        return there


async def until(true: Callable[[], object]) -> None:
    """Waits for what must come to be."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110  what is waited for happens in another process
            await asyncio.sleep(0.002)
