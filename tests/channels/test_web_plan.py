"""The plan on the web: whose it is sees it, a link opens it once, and nobody else learns anything."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestServer

from bot.channels.web.asked import COOKIE
from bot.channels.web.page import open_web
from bot.channels.web.plan import add_plan_routes
from bot.channels.web.push import Push, new_keys
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.desk.pages import Pages
from bot.message import Address
from bot.plan.documents import Sheet
from bot.store import Database
from bot.texts import Texts
from handlers import documents, header
from tests.conftest import Clock
from tests.language import SAY

PUSH = Push(new_keys(), SAY, "https://localhost")
PROMISE = "/write 16-one-line-promise 셔츠 <b>다섯</b> 장"
PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


class Site:
    """The server, and browsers in front of it."""

    def __init__(self, url: str, files: Documents[Sheet], stack: AsyncExitStack) -> None:
        self.url, self.files, self._stack = url, files, stack

    async def browser(self) -> ClientSession:
        return await self._stack.enter_async_context(ClientSession(self.url, cookie_jar=CookieJar(unsafe=True)))

    async def learner(self) -> ClientSession:
        """Somebody who has opened the chat and written a promise."""
        browser = await self.browser()
        for words in ("/start", PROMISE):
            async with browser.post("/chat", json={"words": words, "tapped": True}) as answer:
                assert answer.status == 200
        return browser

    async def link(self, browser: ClientSession) -> str:
        (cookie,) = browser.cookie_jar
        return (await self.files.link(Address("web", cookie.value), "plan.pdf")).removeprefix("https://work.example")


@pytest.fixture
async def site(desk: Desk, database: Database, clock: Clock, say: Texts) -> AsyncIterator[Site]:
    files = Documents(desk, database, clock, documents.view, documents.draw, "https://work.example")
    app = web.Application()
    async with AsyncExitStack() as stack:
        add_plan_routes(app, files, say, lambda host: host == "127.0.0.1")
        await stack.enter_async_context(
            open_web(app, desk.respond, Pages(desk, database, clock, header.beside, header.kept), PUSH, say)
        )
        server = await stack.enter_async_context(TestServer(app, host="127.0.0.1"))
        yield Site(str(server.make_url("/")), files, stack)


async def test_the_page_shows_ones_own_plan(site: Site) -> None:
    """With the chat's cookie; what was written is text, and the page is nobody else's to list, keep or frame."""
    browser = await site.learner()
    async with browser.get("/plan") as page:
        text = await page.text()
        assert (page.status, page.content_type) == (200, "text/html")
        assert "셔츠 &lt;b&gt;다섯&lt;/b&gt; 장" in text
        assert all(f'href="{address}"' in text for address in ("/plan.pdf", "/plan.md", "/"))
        assert PRIVATE.items() <= dict(page.headers).items()
        policy = page.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script" not in policy
        assert 'name="robots" content="noindex, nofollow"' in text


@pytest.mark.parametrize(
    ("path", "kind", "begins"),
    [
        ("/plan.pdf", "application/pdf", b"%PDF-"),
        ("/plan.png?with=offer", "image/png", b"\x89PNG"),
        ("/plan.md", "text/markdown", b"# "),
        ("/plan.txt", "text/plain", "나만의".encode()),
        ("/plan.html", "text/html", b"<!doctype html>"),
    ],
)
async def test_each_form_has_an_address(site: Site, path: str, kind: str, begins: bytes) -> None:
    """Under its Korean name, and as private as the page."""
    browser = await site.learner()
    async with browser.get(path) as file:
        assert (file.status, file.content_type) == (200, kind)
        assert (await file.read()).startswith(begins)
        assert PRIVATE.items() <= dict(file.headers).items()
        if kind != "text/html":
            assert "filename*=UTF-8''%EB%82%98%EB%A7%8C%EC%9D%98" in file.headers["Content-Disposition"]


async def test_a_stranger_sees_nothing_and_becomes_nobody(site: Site) -> None:
    """Without a cookie, or with one of nobody, it says where to begin; nobody is enrolled or given a cookie by it."""
    for cookies in ({}, {COOKIE: "A" * 22}, {COOKIE: "../../etc/passwd"}):
        browser = await site.browser()
        async with browser.get("/plan", cookies=cookies) as page:
            assert page.status == 404
            assert "대화를 먼저 시작해" in await page.text()
            assert "Set-Cookie" not in page.headers
        async with browser.get("/plan.pdf", cookies=cookies) as file:
            assert file.status == 404


async def test_the_page_is_shown_under_its_own_names_alone(site: Site) -> None:
    """A page elsewhere that points its name at this machine reads nothing of it."""
    browser = await site.learner()
    for path in ("/plan", "/plan.pdf"):
        async with browser.get(path, headers={"Host": "evil.example"}) as page:
            assert page.status == 403


async def test_a_link_opens_by_a_tap_and_once(site: Site) -> None:
    """From anywhere, without a cookie. To look at it, as messengers do to draw a preview, does not use it up."""
    link, phone = await site.link(await site.learner()), await site.browser()
    for _ in range(3):
        async with phone.get(link, headers={"Host": "work.example"}) as door:
            text = await door.text()
            assert door.status == 200
            assert PRIVATE.items() <= dict(door.headers).items()
            assert "셔츠" not in text
            assert '<form method="post">' in text
    async with phone.post(link, data={"form": "html"}) as page:
        text = await page.text()
        assert "셔츠 &lt;b&gt;다섯&lt;/b&gt; 장" in text
        assert "href" not in text
        assert PRIVATE.items() <= dict(page.headers).items()
        assert "Set-Cookie" not in page.headers
    for again in (phone.get(link), phone.post(link, data={"form": "html"}), phone.post(link)):
        async with again as over:
            assert over.status == 404
            assert "이미 열었거나 10분이 지난" in await over.text()


async def test_a_link_to_a_picture_shows_what_was_picked_and_no_more(site: Site) -> None:
    """Whoever it was sent on to cannot make it give the whole plan."""
    browser, phone = await site.learner(), await site.browser()
    (cookie,) = browser.cookie_jar
    link = await site.files.link(Address("web", cookie.value), "plan.png offer")
    async with phone.post(link.removeprefix("https://work.example"), data={"form": "html"}) as file:
        assert file.content_type == "image/png"


async def test_a_picture_in_a_chat_is_shown_again_and_again(site: Site, clock: Clock) -> None:
    """By its address, to any messenger and for a week; it is as private as a link, and drawn as it is by then."""
    browser, phone = await site.learner(), await site.browser()
    (cookie,) = browser.cookie_jar
    whose = Address("web", cookie.value)
    address = await site.files.picture(whose, "plan.png offer")
    assert address.startswith("https://work.example/plan/")
    path, other = (
        one.removeprefix("https://work.example")
        for one in (address, await site.files.picture(whose, "plan.png week 2026-11-23"))
    )
    for _ in range(3):
        async with phone.get(path, headers={"Host": "work.example"}) as picture:
            assert (picture.status, picture.content_type) == (200, "image/png")
            assert picture.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
            assert picture.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
            before = await picture.read()
    async with browser.post("/chat", json={"words": "/write 16-one-line-promise 바지 세 벌", "tapped": True}):
        pass
    async with phone.get(path) as picture:
        assert await picture.read() != before
    async with phone.get(path.removesuffix(".png")) as door, phone.post(path.removesuffix(".png")) as opened:
        assert (door.status, opened.status) == (404, 404)  # it is no link to be opened
    newer = await site.files.picture(whose, "plan.png offer")
    for gone, status in ((path, 404), (other, 200), (newer.removeprefix("https://work.example"), 200)):
        async with phone.get(gone) as picture:
            assert picture.status == status
    clock.forward(days=7)
    async with phone.get(other) as picture:
        assert picture.status == 404


async def test_no_picture_is_left_of_who_has_left(site: Site) -> None:
    """Nor is a stranger given an address, or a guess shown anything."""
    browser = await site.learner()
    (cookie,) = browser.cookie_jar
    path = (await site.files.picture(Address("web", cookie.value), "plan.png offer")).removeprefix(
        "https://work.example"
    )
    for words in ("/forget", "/forget yes"):
        async with browser.post("/chat", json={"words": words, "tapped": True}):
            pass
    for gone in (path, f"/plan/{'A' * 22}.png"):
        async with browser.get(gone) as picture:
            assert picture.status == 404
    assert await site.files.picture(Address("kakao", "nobody"), "plan.png offer") == ""


async def test_a_link_gives_the_file_as_well(site: Site) -> None:
    """What it was asked for as, by the other button."""
    link, phone = await site.link(await site.learner()), await site.browser()
    async with phone.post(link, data={"form": ""}) as file:
        assert (await file.read()).startswith(b"%PDF-")


async def test_used_over_and_guessed_look_the_same(site: Site, clock: Clock) -> None:
    """Nobody can tell by guessing which links there were."""
    browser = await site.learner()
    used, over = await site.link(browser), "/plan/" + "A" * 22
    async with browser.post(used) as file:
        assert file.status == 200
    expired = await site.link(browser)
    clock.forward(minutes=10)
    said = set()
    for link in (used, expired, over):
        async with browser.get(link) as door, browser.post(link) as file:
            said |= {(door.status, await door.text()), (file.status, await file.text())}
    assert len(said) == 1
    for odd in ("/plan/", "/plan/short", "/plan/" + "A" * 23, "/plan/..%2f", "/plan.exe", "/plan.pdf/x"):
        async with browser.get(odd) as none:
            assert none.status in {403, 404}


async def test_the_chat_shows_where_a_file_opens(site: Site) -> None:
    """A message with a file has its address, and only such a one."""
    browser = await site.learner()
    async with browser.post("/chat", json={"words": "/print", "tapped": True}) as answer:
        assert (await answer.json())["file"] == "/plan.pdf"
    async with browser.post("/chat", json={"words": "/picture offer 7", "tapped": True}) as answer:
        assert (await answer.json())["file"] == "/plan.png?with=offer+7"
    async with browser.post("/chat", json={"words": "/plan", "tapped": True}) as answer:
        assert "file" not in await answer.json()
