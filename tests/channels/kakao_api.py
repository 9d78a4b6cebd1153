"""A stand-in for KakaoTalk's Event API on a real socket: takes calls, asks the skill, tells results, fails."""

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.channels.kakao_requests import Post, skill_request

Json = dict[str, Any]
Fault = Callable[[web.Request], Awaitable[web.StreamResponse]]

KEY = "rest-api-key-0123"
BOT = "66f0c0ffee00000000000001"
EVENT = "daily_lesson"


@dataclass
class KakaoApi:
    """Remembers every call. `faults` answer the next calls instead; `failing` users get no message."""

    url: str = ""
    skill: Post | None = None
    calls: list[tuple[str, Json]] = field(default_factory=list)  # path and body of each push, refused ones too
    times: list[float] = field(default_factory=list)  # when each came, in loop time
    tasks: dict[str, list[str]] = field(default_factory=dict)  # the users of each accepted push
    asked: int = 0  # how often a result was asked for
    shown: list[Json] = field(default_factory=list)  # the skill's answers
    faults: list[Fault] = field(default_factory=list)
    deaf: list[Fault] = field(default_factory=list)  # the same for results
    failing: dict[str, Json] = field(default_factory=dict)  # user: errorMsg
    unknown: set[str] = field(default_factory=set)  # users whose key cannot be resolved; their names are not told
    pending: float = 0  # how many times a result is not there yet
    told: Json | None = None  # a result instead of the true one

    @property
    def users(self) -> list[list[str]]:
        """Who was named in each push."""
        return [[user["id"] for user in body["user"]] for _, body in self.calls]

    async def talk(self, request: web.Request) -> web.StreamResponse:
        """Takes one push in, and asks the skill for each user it reaches."""
        body = await request.json()
        self.calls.append((request.raw_path, body))
        self.times.append(asyncio.get_running_loop().time())
        if self.faults:
            return await self.faults.pop(0)(request)
        return await self.take_in(request)

    async def take_in(self, request: web.Request) -> web.StreamResponse:
        """Accepts a push, unless it names another event."""
        body = await request.json()
        assert request.headers["Authorization"] == f"KakaoAK {KEY}"
        assert request.content_type == "application/json"
        users = [user["id"] for user in body["user"]]
        assert 1 <= len(users) == len(set(users)) <= 100
        if body["event"]["name"] != EVENT:
            return web.json_response({"status": "ERROR", "message": "Invalid Event name"}, status=404)
        task = f"task/{len(self.tasks)}"
        self.tasks[task] = users
        await self._ask_skill(request.match_info["bot"], body)
        return web.json_response({"taskId": task, "status": "SUCCESS", "timestamp": 1_790_000_000_000})

    async def _ask_skill(self, bot: str, body: Json) -> None:
        if self.skill is None:
            return
        for user in body["user"]:
            response = await self.skill(event_request(user["id"], body["params"], bot))
            assert response.status == 200
            self.shown.append(await response.json())

    async def result(self, request: web.Request) -> web.StreamResponse:
        """Tells what became of a push."""
        self.asked += 1
        if self.deaf:
            return await self.deaf.pop(0)(request)
        users = self.tasks[request.match_info["task"]]
        if self.told is not None:
            return web.json_response(self.told)
        if self.pending > 0:
            self.pending -= 1
            return web.json_response({"taskId": "t", "allRequestCount": len(users), "successCount": 0})
        return web.json_response(self._result(users))

    def _result(self, users: list[str]) -> Json:
        named = [
            {"userId": user, "reqUserType": "botUserKey", "createdAt": 1, "errorMsg": self.failing[user]}
            for user in users
            if user in self.failing
        ]
        unknown = len(self.unknown & set(users))
        failed = len(named) + unknown
        result: Json = {"allRequestCount": len(users), "successCount": len(users) - failed}
        result["status"] = f"{failed} FAIL" if failed else "ALL SUCCESS"
        if failed:
            result["fail"] = {"count": failed, "list": named}
        if unknown:
            result["userKeyResolvingFailCount"] = unknown
        return result


@asynccontextmanager
async def serving(api: KakaoApi, port: int = 0) -> AsyncIterator[KakaoApi]:
    """The Event API on a port of this machine, a free one by default."""
    app = web.Application()
    app.router.add_post("/v2/bots/{bot}/talk", api.talk)
    app.router.add_get("/v1/tasks/{task}", api.result)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield api
    finally:
        await runner.cleanup()


def event_request(user: str, params: Json, bot: str = BOT, **changes: Any) -> Json:
    """What KakaoTalk asks the skill when an event block is called: params, and no words of the learner's."""
    request = skill_request(
        "", None, user, bot__id=bot, userRequest__params={"surface": "Kakaotalk.plusfriend", **params}, **changes
    )
    del request["flow"]
    return request


def refusing(status: int, body: object = None, **headers: str) -> Fault:
    """Answers with a status and a JSON body, or a body as it is."""

    async def fault(_: web.Request) -> web.StreamResponse:
        text = body if isinstance(body, str) else json.dumps(body or {"status": "ERROR"})
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text=text, content_type="application/json", headers=named)

    return fault


async def hanging(request: web.Request) -> web.StreamResponse:
    """Never answers."""
    return await asyncio.Future()


def late(api: KakaoApi, seconds: float) -> Fault:
    """Answers as always, but later."""

    async def fault(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return await api.take_in(request)

    return fault


async def resetting(request: web.Request) -> web.StreamResponse:
    """Resets the connection after the whole request was read."""
    assert request.transport
    _linger_not(request.transport.get_extra_info("socket"))
    request.transport.abort()
    return web.Response()


@asynccontextmanager
async def resetting_at_once() -> AsyncIterator[tuple[str, list[int]]]:
    """A server that resets each connection before it reads anything: its address, and a list with one entry each."""
    met: list[int] = []

    def accept(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        met.append(1)
        _linger_not(writer.get_extra_info("socket"))
        writer.transport.abort()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", met


def _linger_not(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closing resets
