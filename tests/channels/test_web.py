"""The web chat's routes, over real sockets; the conversation behind them is a small script."""

import asyncio
import json
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar, web
from aiohttp.test_utils import TestServer

from bot.channels.channel import PageMemory
from bot.channels.web import live
from bot.channels.web.asked import COOKIE
from bot.channels.web.installed import add_app_routes
from bot.channels.web.page import open_web
from bot.channels.web.push import Push, new_keys
from bot.message import Address, Away, Bubble, Button, Go, Message, Respond, Said, Send, Subscription, plain
from tests.conftest import MONDAY, PATIENCE
from tests.language import SAY

GREETING = Message(
    ("처음 뵙겠습니다.",), (Button("오늘", Go("today")), Button("도움말", Go("help"))), expects=Go("start")
)
LESSON = Message(("첫째 조각이에요.\n두 줄이에요.", "둘째 조각이에요."), (Button("퀴즈", Go("quiz")),))

KEYS = new_keys()


MADE: list[str] = []  # the cookies, which are known after a restart too


@dataclass
class Script:
    """Stands where the conversation stands: answers by a table, and keeps each learner's screen."""

    answers: dict[str, Message] = field(default_factory=lambda: {"/today": LESSON})
    heard: list[Said] = field(default_factory=list)
    screens: dict[Address, Message] = field(default_factory=dict)
    thinks_until: asyncio.Event | None = None

    async def __call__(self, said: Said) -> Message:
        self.heard.append(said)
        if said.words == "/again" and said.address in self.screens:
            kept = self.screens[said.address]
            return replace(kept, repeated=True)
        if self.thinks_until and said.words != "/again":
            await self.thinks_until.wait()
        answer = self.answers.get(said.words, GREETING)
        self.screens[said.address] = answer
        return answer


@dataclass
class Memory:
    """Stands where the history is kept: in memory alone, by address."""

    bubbles: list[tuple[Address, Bubble]] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    plan: bytes = b""  # the page of it
    leaves: bool = False  # whether whoever speaks next leaves
    browsers: dict[str, tuple[Address, Subscription]] = field(default_factory=dict)
    made: list[str] = field(default_factory=lambda: MADE)

    async def keep(self, address: Address, said: str, message: Message) -> dict[str, object]:
        if self.leaves:
            return {"last": 0}
        if not (message.private or message.repeated):
            at = MONDAY + timedelta(minutes=len(self.bubbles))
            for mine, text in [(True, said)] * bool(said) + [(False, one) for one in message.marked or message.bubbles]:
                file = "" if mine or plain(text) != message.bubbles[-1] else message.file
                self.bubbles.append((address, Bubble(len(self.bubbles) + 1, at, mine, text, file)))
        return {**self.beside, "last": max((one.id for there, one in self.bubbles if there == address), default=0)}

    async def after(self, address: Address, last: int) -> list[Bubble]:
        return [bubble for there, bubble in self.bubbles if there == address and bubble.id > last]

    async def whose(self, cookie: str) -> Address | None:
        return Address("web", cookie) if cookie in self.made else None

    def newcomer(self) -> Address:
        self.made.append(secrets.token_urlsafe(16))
        return Address("web", self.made[-1])

    async def subscribe(self, address: Address, subscription: Subscription) -> bool:
        self.browsers[subscription.endpoint] = address, subscription
        return True

    async def unsubscribe(self, endpoint: str) -> None:
        self.browsers.pop(endpoint, None)

    async def reached(self, address: Address) -> tuple[list[str], list[Subscription]]:
        return [address.id], [one for there, one in self.browsers.values() if there == address]

    async def keys(self, *names: str, make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
        return KEYS


@dataclass
class House:
    """A running server with the web chat in it."""

    url: str
    send: Send
    script: Script
    memory: Memory
    stop: Callable[[], Any]
    stack: AsyncExitStack

    async def visitor(self) -> "Visitor":
        """Someone with a browser of their own, who has opened the page."""
        session = await self.stack.enter_async_context(ClientSession(self.url, cookie_jar=CookieJar(unsafe=True)))
        async with session.get("/") as page:
            assert page.status == 200
        return Visitor(session, self.stack)


@dataclass
class Visitor:
    session: ClientSession
    stack: AsyncExitStack

    @property
    def address(self) -> Address:
        (cookie,) = self.session.cookie_jar
        return Address("web", cookie.value)

    async def says(self, words: str) -> dict[str, Any]:
        async with self.session.post("/chat", json={"words": words}) as answer:
            assert answer.status == 200
            return dict(await answer.json())

    async def listens(self) -> ClientResponse:
        """An open event stream, its first line (how soon to come back) already read."""
        events = await self.stack.enter_async_context(self.session.get("/events"))
        assert events.status == 200
        assert await events.content.readuntil(b"\n\n") == b"retry: 2000\n\n"
        return events


@asynccontextmanager
async def running(
    script: Script, port: int = 0, memory: PageMemory | None = None, respond: Respond | None = None
) -> AsyncIterator[House]:
    app = web.Application()
    async with AsyncExitStack() as stack:
        held = memory if isinstance(memory, Memory) else Memory()
        memory = memory or held
        push = Push(KEYS, SAY, "https://localhost")
        stack.push_async_callback(push.close)
        add_app_routes(app, memory, SAY, lambda host: host == "127.0.0.1", loopback=True)
        send = await stack.enter_async_context(open_web(app, respond or script, memory, push, SAY))

        async def plan(_: web.Request) -> web.Response:
            return web.Response(body=held.plan, content_type="text/html", status=200 if held.plan else 404)

        app.router.add_get("/plan", plan)
        runner = web.AppRunner(app)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        port = runner.addresses[0][1]
        yield House(f"http://127.0.0.1:{port}", send, script, held, runner.cleanup, stack)


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with running(Script()) as house:
        yield house


async def next_push(events: ClientResponse) -> dict[str, Any]:
    while True:
        event = await asyncio.wait_for(events.content.readuntil(b"\n\n"), PATIENCE)
        if event.startswith(b"data: "):
            return dict(json.loads(event.removeprefix(b"data: ")))


async def test_a_stranger_is_greeted_and_asked_for_nothing(house: House) -> None:
    visitor = await house.visitor()
    async with visitor.session.get("/chat") as answer:
        assert await answer.json() == {
            "bubbles": ["처음 뵙겠습니다."],
            "buttons": [{"label": "오늘", "command": "/today"}, {"label": "도움말", "command": "/help"}],
            "repeated": False,
            "beside": {"last": 1},
            "history": [{"id": 1, "at": "2026-11-23T01:00:00Z", "mine": False, "text": "처음 뵙겠습니다."}],
        }
    assert house.script.heard == [Said(visitor.address, "/again", tapped=True)]


async def test_words_are_answered_and_the_answer_is_there_when_the_page_opens_again(house: House) -> None:
    visitor = await house.visitor()
    lesson = await visitor.says("/today")
    assert lesson["bubbles"] == ["첫째 조각이에요.\n두 줄이에요.", "둘째 조각이에요."]
    async with visitor.session.get("/chat") as answer:
        again = await answer.json()
    assert [bubble["text"] for bubble in again.pop("history")] == ["/today", *LESSON.bubbles]
    assert again == lesson | {"repeated": True}


async def test_what_was_said_is_told_once_and_a_tap_by_its_label(house: House) -> None:
    """Asked for what came after a bubble, only that is told; whatever else is asked for is all of it."""
    visitor = await house.visitor()
    await visitor.session.post("/chat", json={"words": "/today", "label": "오늘", "tapped": True, "key": "1"})
    for after, texts in {
        "0": ["오늘", *LESSON.bubbles], "2": [LESSON.bubbles[1]], "3": [], "": ["오늘", *LESSON.bubbles],
        "-1": ["오늘", *LESSON.bubbles], "x": ["오늘", *LESSON.bubbles], "9" * 40: ["오늘", *LESSON.bubbles],
    }.items():  # fmt: skip
        async with visitor.session.get("/chat", params={"after": after}) as answer:
            assert [bubble["text"] for bubble in (await answer.json())["history"]] == texts


@pytest.mark.parametrize("fault", [Away("gone"), LookupError("a bug")])
async def test_the_answer_comes_although_its_history_could_not_be_kept(
    house: House, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    async def away(*_: object) -> dict[str, object]:
        raise fault

    monkeypatch.setattr(house.memory, "keep", away)
    answer = await (await house.visitor()).says("/today")
    assert (answer["bubbles"], answer["beside"]) == ([*LESSON.bubbles], {})


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_while_nothing_can_be_kept_the_page_is_told_so(
    house: House, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """As on KakaoTalk, in a sentence; it may be said again, with the same key."""

    async def away(*_: object, **__: object) -> Message:
        raise Away("gone")

    monkeypatch.setattr(Script, "__call__", away)
    visitor = await house.visitor()
    said = {"words": "안녕"} if method == "POST" else None
    async with visitor.session.request(method, "/chat", json=said) as answer:
        assert (answer.status, (await answer.json())["sorry"]) == (503, SAY("web-away"))
        assert answer.headers["Retry-After"]


async def test_another_open_page_of_the_learner_is_told_to_look(house: House) -> None:
    visitor = await house.visitor()
    one, other = await visitor.listens(), await visitor.listens()
    await visitor.says("/today")
    for events in (one, other):
        assert await asyncio.wait_for(events.content.readuntil(b"\n\n"), PATIENCE) == live.LOOK


async def test_of_a_picture_only_that_there_is_one_is_told(house: House) -> None:
    """With the words beside it; a button of ours comes with none. The page learns where one is asked for."""
    house.script.answers["making"] = replace(LESSON, takes_picture=True)
    visitor = await house.visitor()
    for words, tapped in (("표예요", False), ("/today", True)):
        async with visitor.session.post("/chat", json={"words": words, "tapped": tapped, "picture": True}) as answer:
            assert answer.status == 200
            assert "picture" not in await answer.json()
    assert [(said.words, said.picture) for said in house.script.heard[-2:]] == [("표예요", True), ("/today", False)]
    assert (await visitor.says("making"))["picture"] is True


async def test_a_retry_carries_the_same_key_and_nobody_can_use_up_anothers(house: House) -> None:
    one, other = await house.visitor(), await house.visitor()
    for visitor in (one, one, other):
        await visitor.session.post("/chat", json={"words": "네", "key": "7"})
    first, again, stranger = (said.key for said in house.script.heard)
    assert first == again != stranger


async def test_long_words_reach_the_conversation_which_knows_a_kind_answer(house: House) -> None:
    words = "가" * 5000
    await (await house.visitor()).says(words)
    assert house.script.heard[-1].words == words


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (400, b"", {}),
        (400, b"words", {}),
        (400, b'{"words": "\xff"}', {}),
        (400, b'{"words": "\\ud800"}', {}),
        (400, b'["words"]', {}),
        (400, b"null", {}),
        (400, b"{}", {}),
        (400, b'{"words": null}', {}),
        (400, b'{"words": 7}', {}),
        (400, b'{"words": ["a"]}', {}),
        (400, b'{"words": "a", "key": 1}', {}),
        (400, b'{"words": "a", "key": "' + b"k" * 65 + b'"}', {}),
        (400, b'{"x": ' + b"[" * 30_000 + b"]" * 30_000 + b', "words": "a"}', {}),
        (413, b'{"words": "' + b"a" * 65_536 + b'"}', {}),
        (415, b'{"words": "a"}', {"Content-Type": "text/plain"}),
        (415, b'{"words": "a"}', {"Content-Type": "application/x-www-form-urlencoded"}),
        (403, b'{"words": "a"}', {"Origin": "https://elsewhere.example"}),
        (403, b'{"words": "a"}', {"Origin": "null"}),
        (403, b'{"words": "a"}', {"Origin": "http://[::1"}),
        (403, b'{"words": "a"}', {"Origin": "http://127.0.0.1"}),
    ],
)
async def test_a_request_our_page_would_not_send_gets_a_kind_reason_and_reaches_nobody(
    house: House, status: int, body: bytes, headers: dict[str, str]
) -> None:
    visitor = await house.visitor()
    headers = {"Content-Type": "application/json", **headers}
    async with visitor.session.post("/chat", data=body, headers=headers) as answer:
        assert answer.status == status
        sorry = (await answer.json())["sorry"]
    assert sorry.endswith("요.")
    assert house.script.heard == []


async def test_a_body_sent_in_pieces_without_a_length_is_stopped_at_the_same_size(house: House) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"a" * 8192

    visitor = await house.visitor()
    headers = {"Content-Type": "application/json"}
    async with visitor.session.post("/chat", data=endless(), headers=headers) as answer:
        assert answer.status == 413


async def test_our_own_page_and_programs_without_an_origin_are_welcome(house: House) -> None:
    visitor = await house.visitor()
    async with visitor.session.post("/chat", json={"words": "/today"}, headers={"Origin": house.url}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["/events", "/chat"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
async def test_another_sites_page_holds_nothing_open(house: House, path: str, headers: dict[str, str]) -> None:
    """It could not read it, but it would keep a stream of ours, and make somebody new."""
    visitor = await house.visitor()
    async with visitor.session.get(path, headers=headers) as answer:
        assert answer.status == 403
    async with visitor.session.get("/", headers=headers) as answer:
        assert answer.status == 200  # a link elsewhere leads here


async def test_the_cookie_is_random_kept_long_and_out_of_reach(house: House) -> None:
    async with ClientSession(house.url) as session, session.get("/") as page:
        cookie = page.cookies[COOKIE]
    assert cookie.value in house.memory.made
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert int(cookie["max-age"]) >= 365 * 24 * 3600


async def test_a_known_cookie_keeps_its_learner(house: House) -> None:
    visitor = await house.visitor()
    before = visitor.address
    await visitor.says("/today")
    assert visitor.address == before == house.script.heard[-1].address


@pytest.mark.parametrize(
    "forged", ["", "short", "a" * 22, "a" * 23, "../../../../etc/passwd", "가나다라마바사", "a" * 21 + "!"]
)
async def test_a_malformed_cookie_gets_a_new_identity(house: House, forged: str) -> None:
    headers = {"Cookie": f"{COOKIE}={forged}"}
    async with ClientSession(house.url) as session, session.get("/chat", headers=headers) as answer:
        new = answer.cookies[COOKIE].value
    assert new in house.memory.made
    assert house.script.heard[-1].address == Address("web", new)


async def test_the_page_runs_only_its_own_script_and_every_visit_has_another_nonce(house: House) -> None:
    visitor, policies = await house.visitor(), set()
    for _ in range(2):
        async with visitor.session.get("/") as page:
            policy, html = page.headers["Content-Security-Policy"], await page.text()
        nonce = policy.partition("script-src 'nonce-")[2].partition("'")[0]
        assert html.count(f'nonce="{nonce}"') == html.count("<script") + html.count("<style") == 2
        assert "default-src 'none'" in policy
        assert "connect-src 'self'" in policy
        assert "unsafe" not in policy
        policies.add(policy)
    assert len(policies) == 2


@pytest.mark.parametrize("path", ["/", "/chat", "/events"])
async def test_nothing_is_sniffed_cached_or_told_to_other_sites(house: House, path: str) -> None:
    visitor = await house.visitor()
    async with visitor.session.get(path) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


async def test_a_browser_that_lost_its_way_is_shown_to_the_chat(house: House) -> None:
    """A program is told the status alone."""
    for accept, told in (("text/html,*/*", SAY("web-nowhere")), ("*/*", "404: Not Found")):
        async with ClientSession(house.url) as session, session.get("/nowhere", headers={"Accept": accept}) as answer:
            text = await answer.text()
        assert answer.status == 404
        assert told in text
        assert ('href="/"' in text) is ("html" in accept)


async def test_the_page_speaks_korean_and_asks_no_other_server(house: House) -> None:
    visitor = await house.visitor()
    async with visitor.session.get("/") as page:
        html = await page.text()
    assert '<html lang="ko">' in html
    assert "나만의 일" in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in html


async def test_a_push_reaches_every_open_page_of_its_learner_and_nobody_else(house: House) -> None:
    one, other = await house.visitor(), await house.visitor()
    phone, desk, stranger = await one.listens(), await one.listens(), await other.listens()
    await house.send(one.address, LESSON)
    await house.send(other.address, GREETING)
    assert (await next_push(phone))["bubbles"] == (await next_push(desk))["bubbles"] == list(LESSON.bubbles)
    assert (await next_push(stranger))["bubbles"] == list(GREETING.bubbles)


async def test_a_push_with_no_page_open_is_no_error(house: House) -> None:
    await house.send((await house.visitor()).address, LESSON)
    await house.send(Address("web", "nobody"), LESSON)


async def test_pushes_arrive_in_order_with_signs_of_life_between(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.01)
    visitor = await house.visitor()
    events = await visitor.listens()
    assert await asyncio.wait_for(events.content.readuntil(b"\n\n"), PATIENCE) == b":\n\n"
    await house.send(visitor.address, GREETING)
    await house.send(visitor.address, LESSON)
    assert [(await next_push(events))["bubbles"][0] for _ in range(2)] == [GREETING.bubbles[0], LESSON.bubbles[0]]


async def test_a_page_that_does_not_read_keeps_only_the_newest_pushes() -> None:
    pages = live.Pages()
    with pages.open("one") as page:
        for number in range(1000):
            pages.push("one", b"%d" % number)
        kept = [page.get_nowait() for _ in range(page.qsize())]
    assert kept == [b"%d" % number for number in range(1000 - live.MOST_WAITING, 1000)]
    assert pages.waiting == {}


async def holds_a_stream(visitor: Visitor) -> bool:
    """Whether all live places of the visitor are taken; tests set MOST_PAGES to one."""
    async with visitor.session.get("/events") as answer:
        return answer.status == 204


async def test_one_browser_cannot_use_up_its_connections_with_live_pages(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_PAGES", 1)
    one, other = await house.visitor(), await house.visitor()
    await one.listens()
    assert await holds_a_stream(one)
    assert not await holds_a_stream(other)


async def test_a_page_that_was_closed_makes_room(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_PAGES", 1)
    monkeypatch.setattr(live, "HEARTBEAT", 0.02)
    visitor = await house.visitor()
    (await visitor.listens()).close()
    async with asyncio.timeout(30):
        while await holds_a_stream(visitor):
            pass  # asking takes a while of its own


async def test_a_page_that_stops_reading_never_holds_up_a_push_and_is_let_go(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_PAGES", 1)
    monkeypatch.setattr(live, "WRITE_WITHIN", 0.1)
    visitor = await house.visitor()
    host, port = house.url.removeprefix("http://").split(":")
    request = f"GET /events HTTP/1.1\r\nHost: {host}\r\nCookie: {COOKIE}={visitor.address.id}\r\n\r\n"
    with socket.socket() as asleep:
        asleep.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # so that it is full soon
        asleep.settimeout(0)
        loop, answer = asyncio.get_running_loop(), b""
        await loop.sock_connect(asleep, (host, int(port)))
        await loop.sock_sendall(asleep, request.encode())
        while b"retry: 2000" not in answer:
            answer += await loop.sock_recv(asleep, 1024)
        assert await holds_a_stream(visitor)
        async with asyncio.timeout(30):
            while await holds_a_stream(visitor):
                for _ in range(20):
                    await house.send(visitor.address, Message(("가" * 900,) * 3))
                    await asyncio.sleep(0)
        async with asyncio.timeout(10):
            await house.stop()  # nothing still waits for the sleeper to read a goodbye


async def test_the_server_stops_at_once_while_pages_listen(house: House) -> None:
    visitor = await house.visitor()
    events = [await visitor.listens() for _ in range(3)]
    async with asyncio.timeout(5):
        await house.stop()
        assert [await page.content.read() for page in events] == [b"", b"", b""]


async def test_leaving_the_channel_ends_its_streams_before_the_server_stops() -> None:
    app = web.Application()
    async with AsyncExitStack() as stack:
        async with open_web(app, Script(), Memory(), Push(KEYS, SAY, "https://localhost"), SAY):
            server = await stack.enter_async_context(TestServer(app))
            session = await stack.enter_async_context(ClientSession())
            events = await stack.enter_async_context(session.get(server.make_url("/events")))
        async with asyncio.timeout(30):
            assert await events.content.read() == b"retry: 2000\n\n"
