"""A stand-in for the Bot API on this machine: it answers every call at once, counts it, and shows each message sent."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

BOT = {"id": 4242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SENT = {
    "message_id": 777,
    "date": 1764000000,
    "text": "ok",
    "from": BOT,
    "chat": {"id": 1001, "type": "private", "first_name": "민지"},
}
RESULTS: dict[str, Any] = {
    "getMe": {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False},
    "sendMessage": SENT,
    "editMessageText": SENT,
    "getUpdates": [],
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getChatMenuButton": {"type": "commands"},
}  # to all else: true


def whole(result: object) -> bytes:
    """The HTTP answer that carries a result."""
    body = json.dumps({"ok": True, "result": result}, separators=(",", ":")).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


ANSWERS = {method.encode(): whole(result) for method, result in RESULTS.items()}
TRUE = whole(True)  # noqa: FBT003 - the result itself


class BotApi:
    """Counts calls by method, and offers the body of each sendMessage to its listeners until one takes it."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: Counter[bytes] = Counter()
        self.listeners: list[Callable[[bytes], bool]] = []
        self.untaken: list[bytes] = []  # messages nobody waited for; the first few
        self._webhook = ""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["BotApi"]:
        """On a free port."""
        server = await asyncio.get_running_loop().create_server(lambda: _Caller(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()

    def take(self, method: bytes, body: bytes) -> bytes:
        """One call, and its answer."""
        self.calls[method] += 1
        if method == b"sendMessage":
            self.sent(body)
        elif method == b"setWebhook":
            self._webhook = parse_qs(body.decode()).get("url", [""])[0]
        elif method == b"getWebhookInfo":
            info = {"url": self._webhook, "has_custom_certificate": False, "pending_update_count": 0}
            return whole(info)
        return ANSWERS.get(method, TRUE)

    def sent(self, body: bytes) -> None:
        """A message arrived, as a call or inside the answer to an update."""
        body = readable(body)
        if not any(listener(body) for listener in self.listeners) and len(self.untaken) < 5:
            self.untaken.append(body)


def readable(body: bytes) -> bytes:
    """A form whose values are escaped letter by letter, as plain bytes; anything else as it is."""
    if b"chat_id=%" not in body:
        return body
    fields = (field.partition(b"=") for field in body.split(b"&"))
    return b"&".join(name + b"=" + _bare(value) for name, _, value in fields)


def _bare(value: bytes) -> bytes:
    escaped = value.count(b"%") * 3 == len(value)
    return bytes.fromhex(value.decode().replace("%", "")) if escaped else value


class _Caller(asyncio.Protocol):
    """As little HTTP as the clients of bots need."""

    def __init__(self, api: BotApi) -> None:
        self._api, self._rest = api, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody calls."""
        self._to: Any = transport

    def data_received(self, data: bytes) -> None:
        """Answers each whole request."""
        self._rest = self._rest + data if self._rest else data
        while (body_at := self._rest.find(b"\r\n\r\n") + 4) > 3:
            head = self._rest[:body_at]
            end = _end(head.lower(), self._rest, body_at)
            if end < 0 or len(self._rest) < end:
                return
            body, self._rest = self._rest[body_at:end], self._rest[end:]
            method = head.partition(b" HTTP")[0].rpartition(b"/")[2].partition(b"?")[0]
            self._to.write(self._api.take(method, body))


def _end(head: bytes, data: bytes, body_at: int) -> int:
    """Where the request ends; less than 0 while that is unknown."""
    _, found, length = head.partition(b"content-length:")
    if found:
        return body_at + int(length.partition(b"\r\n")[0])
    if b"chunked" in head:
        return data.find(b"0\r\n\r\n", body_at) + 5 if b"0\r\n\r\n" in data[body_at:] else -1
    return body_at
