"""Messengers that misbehave towards some learners until it is over, and remember what each learner saw."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from aiohttp import web

from tests.channels.kakao_api import Json, KakaoApi, event_request, resetting
from tests.channels.kakao_rules import texts
from tests.channels.telegram_api import Api

MOVED = "-100"  # what Telegram puts before the id of a chat that has become a supergroup


class Faulty(Protocol):
    """A messenger at fault."""

    over: asyncio.Event
    met: Counter[str]  # how often each chat has met the fault

    async def take(self, request: web.Request) -> web.StreamResponse:
        """What it does when it is well."""


Fault = Callable[[Faulty, web.Request], Awaitable[web.StreamResponse]]


class FaultyTelegram(Api):
    """Answers every message to those chats as the fault wants."""

    def __init__(self, fault: Fault, hit: set[str]) -> None:
        super().__init__()
        self.over, self.met, self._fault, self._hit, self._inside = asyncio.Event(), Counter[str](), fault, hit, 0

    async def handle(self, request: web.Request) -> Any:
        """Answers one request, sooner or later."""
        if request.match_info["method"] != "sendMessage":
            return await super().handle(request)
        chat = str((await request.post())["chat_id"])
        if chat not in self._hit or self.over.is_set():
            return await super().handle(request)
        self.met[chat] += 1
        self._inside += 1
        try:
            return await self._fault(self, request)
        finally:
            self._inside -= 1

    async def take(self, request: web.Request) -> web.StreamResponse:
        """What it does when it is well."""
        answer: web.StreamResponse = await super().handle(request)
        return answer

    async def end(self) -> None:
        """The fault is over, and whatever it held up has happened."""
        self.over.set()
        await self.until(lambda: not self._inside)

    async def saw(self) -> dict[str, list[str]]:
        """The texts in each chat, by the id it had."""
        chats: defaultdict[str, list[str]] = defaultdict(list)
        for fields in self.sent():
            chats[str(fields["chat_id"]).removeprefix(MOVED)].append(fields["text"])
        return chats

    def forget(self) -> None:
        """A new day."""
        self.calls.clear()


class FaultyKakao(KakaoApi):
    """Answers every call for the development channel as the fault wants; `failing` and `unknown` fail alone."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.over, self.met, self._fault, self._inside = asyncio.Event(), Counter[str](), fault, 0
        self._saw: defaultdict[str, list[str]] = defaultdict(list)
        self._asking: list[asyncio.Task[None]] = []
        self.paid = 0  # messages, at 15 won each

    async def talk(self, request: web.Request) -> web.StreamResponse:
        """Takes one push in, or does not."""
        if not request.match_info["bot"].endswith("!") or self.over.is_set():
            return await self.take(request)
        self._inside += 1
        try:
            return await self._fault(self, request)
        finally:
            self._inside -= 1

    async def take(self, request: web.Request) -> web.StreamResponse:
        """What it does when it is well."""
        return await self.take_in(request)

    async def _ask_skill(self, bot: str, body: Json) -> None:
        """KakaoTalk answers first, and asks then."""
        self._asking.append(asyncio.create_task(self._show(bot, body)))

    async def _show(self, bot: str, body: Json) -> None:
        """Shows each learner what our skill says, and is paid for it."""
        assert self.skill
        for user in {user["id"] for user in body["user"]} - self.failing.keys() - self.unknown:
            answer = await self.skill(event_request(user, body["params"], bot))
            self._saw[user].append(" ".join(texts(await answer.json())))
            self.paid += 1

    async def end(self) -> None:
        """The fault is over, and whatever it held up has happened."""
        self.over.set()
        self.failing, self.unknown = {}, set()
        async with asyncio.timeout(30):
            while self._inside:  # noqa: ASYNC110 - a handler signals nothing
                await asyncio.sleep(0.002)

    async def saw(self) -> dict[str, list[str]]:
        """The lessons that each learner was shown."""
        await asyncio.gather(*self._asking)
        return self._saw

    def forget(self) -> None:
        """A new day."""
        self._saw.clear()


def refusing(status: int, words: str = "no", **parameters: Any) -> Fault:
    """Does not take it in, and says why."""

    async def fault(_: Faulty, __: web.Request) -> web.StreamResponse:
        body = {"ok": False, "error_code": status, "description": words, "parameters": parameters, "status": "ERROR"}
        return web.json_response(body, status=status)

    return fault


def saying(status: int, text: str = "", *, taken: bool) -> Fault:
    """Answers something that is no answer."""

    async def fault(api: Faulty, request: web.Request) -> web.StreamResponse:
        if taken:
            await api.take(request)
        return web.Response(status=status, text=text, content_type="text/html", headers={"Location": "/elsewhere"})

    return fault


def reset(*, taken: bool) -> Fault:
    """Resets the connection."""

    async def fault(api: Faulty, request: web.Request) -> web.StreamResponse:
        if taken:
            await api.take(request)
        return await resetting(request)

    return fault


def hanging(*, first: bool = False, at_last: bool = False) -> Fault:
    """Takes it first, or at last, or never; nothing is answered before it is over."""

    async def fault(api: Faulty, request: web.Request) -> web.StreamResponse:
        await request.read()
        answer = await api.take(request) if first else None
        await api.over.wait()
        return answer or (await api.take(request) if at_last else web.Response())

    return fault


async def slow(api: Faulty, request: web.Request) -> web.StreamResponse:
    """Answers late, and still in time."""
    await asyncio.sleep(0.1)
    return await api.take(request)


async def cut_off(api: Faulty, request: web.Request) -> web.StreamResponse:
    """Takes it, and breaks off in the middle of the answer."""
    await api.take(request)
    answer = web.StreamResponse(headers={"Content-Length": "1000"})
    await answer.prepare(request)
    await answer.write(b'{"ok": true, "result"')
    assert request.transport
    request.transport.close()
    return answer


async def no_buttons(api: Faulty, request: web.Request) -> web.StreamResponse:
    """Takes everything but buttons."""
    refused = "reply_markup" in await request.post()
    return await (refusing(400, "Bad Request: BUTTON_DATA_INVALID")(api, request) if refused else api.take(request))


async def moved(api: Faulty, request: web.Request) -> web.StreamResponse:
    """The chat is elsewhere now."""
    chat = str((await request.post())["chat_id"])
    there = int(f"{MOVED}{chat}")
    return await refusing(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=there)(api, request)


def nth(n: int, fault: Fault, *, on: bool = False) -> Fault:
    """Only the n-th message to a chat meets it, or each one from the n-th on."""

    async def once(api: Faulty, request: web.Request) -> web.StreamResponse:
        chat = str((await request.post())["chat_id"])
        return await (fault(api, request) if api.met[chat] == n or (on and api.met[chat] > n) else api.take(request))

    return once
