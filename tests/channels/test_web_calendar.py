"""The calendar on the web: given out once on a page, looked at by programs until it is taken back, by nobody else."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestServer

from bot.channels.web.asked import COOKIE
from bot.channels.web.page import open_web
from bot.channels.web.plan import add_plan_routes
from bot.channels.web.push import Push, new_keys
from bot.desk import MOST_WAITING, Desk
from bot.desk.documents import Documents
from bot.desk.pages import Pages
from bot.message import Address, Busy
from bot.store import Database
from bot.texts import Texts
from handlers import files, header
from tests.conftest import Clock
from tests.ics import faults, read
from tests.language import SAY

PUSH = Push(new_keys(), SAY, "https://localhost")
URL = "https://work.example"
PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
WELCOMED = ("/start", "/trade shop", "/hour weekdays 08:00", "/intend 1")


class Site:
    """The server, and browsers in front of it."""

    def __init__(self, url: str, library: Documents[Any], stack: AsyncExitStack) -> None:
        self.url, self.library, self._stack = url, library, stack

    async def browser(self) -> ClientSession:
        return await self._stack.enter_async_context(ClientSession(self.url, cookie_jar=CookieJar(unsafe=True)))

    async def learner(self) -> ClientSession:
        """Somebody who has chosen an hour."""
        browser = await self.browser()
        for words in WELCOMED:
            await says(browser, words)
        return browser

    async def link(self, browser: ClientSession) -> str:
        """A link that works once, as KakaoTalk is given."""
        (cookie,) = browser.cookie_jar
        return (await self.library.link(Address("web", cookie.value), "calendar")).removeprefix(URL)


async def says(browser: ClientSession, words: str) -> dict[str, Any]:
    async with browser.post("/chat", json={"words": words, "tapped": words.startswith("/")}) as answer:
        assert answer.status == 200
        told: dict[str, Any] = await answer.json()
        return told


async def subscribed(browser: ClientSession, at: str = "/calendar") -> str:
    """The path of a new subscription, as the page shows it."""
    async with browser.post(at, data={"form": "feed"}) as page:
        assert page.status == 200
        assert PRIVATE.items() <= dict(page.headers).items()
        [address] = re.findall(r"<code>([^<]*)</code>", await page.text())
        assert address.startswith(f"{URL}/calendar/")
        return str(address.removeprefix(URL))


@pytest.fixture
async def sites(desk: Desk, database: Database, clock: Clock, say: Texts) -> AsyncIterator[Any]:
    async with AsyncExitStack() as stack:

        async def open_site(public_url: str = URL) -> Site:
            library = Documents(desk, database, clock, files.view, files.draw, public_url)
            app = web.Application()
            add_plan_routes(app, library, say, lambda host: host == "127.0.0.1")
            pages = Pages(desk, database, clock, header.beside, header.kept)
            await stack.enter_async_context(open_web(app, desk.respond, pages, PUSH, say))
            server = await stack.enter_async_context(TestServer(app))
            return Site(f"http://127.0.0.1:{server.port}", library, stack)

        yield open_site


@pytest.fixture
async def site(sites: Any) -> Site:
    made: Site = await sites()
    return made


async def test_the_chat_leads_to_the_page(site: Site) -> None:
    """Where both ways are offered, and the file has the type that calendars know."""
    browser = await site.learner()
    assert (await says(browser, "달력에 넣어 줘"))["file"] == "/calendar"
    async with browser.get("/calendar") as page:
        text = await page.text()
        assert page.status == 200
        assert "구독하기" in text
        assert "파일로 받기" in text
    async with browser.post("/calendar", data={"form": ""}) as file:
        assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert "filename*=UTF-8''" in file.headers["Content-Disposition"]
        assert ".ics" in file.headers["Content-Disposition"]
        assert faults(await file.read()) == []


async def test_a_subscription_is_looked_at_without_a_cookie(site: Site) -> None:
    """By whatever program, under whatever name of the server, again and again; the way it looks it leaves no trace."""
    path, phone = await subscribed(await site.learner()), await site.browser()
    for _ in range(3):
        async with phone.get(path, headers={"Host": "work.example"}) as feed:
            content = await feed.read()
            assert feed.status == 200
            assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
            assert PRIVATE.items() <= dict(feed.headers).items()
            assert "Set-Cookie" not in feed.headers
            assert faults(content) == []
            assert len(read(content).of("VEVENT")) == 1
    async with phone.head(path) as head:
        assert head.status == 200
        assert head.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert await head.read() == b""


async def test_the_page_shows_the_ways_in(site: Site) -> None:
    """A tap on a phone, a link for Google, the address to copy; once, and never in the chat."""
    browser = await site.learner()
    async with browser.post("/calendar", data={"form": "feed"}) as page:
        text = await page.text()
    [address] = re.findall(r"<code>([^<]*)</code>", text)
    here = address.replace("https://", "webcal://")
    assert f'href="{here}"' in text
    assert f'href="https://calendar.google.com/calendar/r?cid={here.replace(":", "%3A").replace("/", "%2F")}"' in text
    assert "‘달력\u00a0끊어\u00a0줘’라고 보내" in text
    async with browser.get("/chat") as chat:
        assert address not in await chat.text()
    async with browser.get("/calendar") as again:
        assert address not in await again.text()


async def test_a_link_from_kakao_opens_the_same_once(site: Site) -> None:
    """Looked at it stays; by a tap it gives the file, or the subscription, and no more."""
    browser, phone = await site.learner(), await site.browser()
    link = await site.link(browser)
    for _ in range(2):
        async with phone.get(link) as door:
            assert "구독하기" in await door.text()
            assert "한 번만 열려요" in await door.text()
    path = await subscribed(phone, link)
    async with phone.get(path) as feed:
        assert feed.status == 200
    async with phone.get(link) as door, phone.post(link, data={"form": "feed"}) as again:
        assert (door.status, again.status) == (404, 404)
        assert "이미 열었거나" in await again.text()
    async with phone.get(path) as feed:
        assert feed.status == 200  # who tries the used link again closes nothing
    link = await site.link(browser)
    async with phone.post(link, data={"form": ""}) as file:
        assert faults(await file.read()) == []
    async with phone.post(link, data={"form": ""}) as over:
        assert over.status == 404


async def test_a_link_to_one_gives_nothing_of_the_other(site: Site) -> None:
    """Whoever was shown a plan does not get to see when its owner is at home; nor the plan who has the calendar."""
    browser, phone = await site.learner(), await site.browser()
    await says(browser, "/write 16-one-line-promise 셔츠 다섯 장을 다려 드려요")
    link = await site.link(browser)
    async with phone.post(link, data={"form": "html"}) as file:
        assert "셔츠" not in await file.text()
    (cookie,) = browser.cookie_jar
    link = (await site.library.link(Address("web", cookie.value), "plan.pdf")).removeprefix(URL)
    async with phone.post(link, data={"form": "feed"}) as page:
        assert page.status == 404
        assert "/calendar/" not in await page.text()


async def test_taken_back_used_and_guessed_look_the_same(site: Site) -> None:
    """Nobody learns by guessing which addresses there were; who stays with the old one sees nothing."""
    browser, phone = await site.learner(), await site.browser()
    first = await subscribed(browser)
    second = await subscribed(browser)
    await says(browser, "달력 끊어 줘")
    said = set()
    for path in (first, second, f"/calendar/{'A' * 22}.ics"):
        async with phone.get(path) as feed:
            said.add((feed.status, await feed.read(), feed.headers.get("Content-Type")))
    assert len(said) == 1
    assert next(iter(said))[0] == 404
    for odd in ("/calendar/", "/calendar/short.ics", "/calendar/" + "A" * 23 + ".ics", "/calendar/..%2f.ics"):
        async with phone.get(odd) as none:
            assert none.status in {403, 404}
    await says(browser, "되돌리기")
    async with phone.get(second) as feed, phone.get(first) as old:
        assert (feed.status, old.status) == (200, 404)


async def test_it_is_gone_with_its_learner(site: Site) -> None:
    """At once."""
    browser, phone = await site.learner(), await site.browser()
    path = await subscribed(browser)
    await says(browser, "/forget")
    await says(browser, "/forget yes")
    async with phone.get(path) as feed:
        assert feed.status == 404
    async with browser.post("/calendar", data={"form": "feed"}) as page:
        assert page.status == 404
        assert "대화를 먼저 시작해" in await page.text()


async def test_strangers_are_told_to_begin(site: Site) -> None:
    """Nobody is enrolled or given a cookie by it, and no address is given out."""
    for cookies in ({}, {COOKIE: "A" * 22}, {COOKIE: "../../etc/passwd"}):
        browser = await site.browser()
        async with browser.get("/calendar", cookies=cookies) as page:
            assert page.status == 404
            assert "Set-Cookie" not in page.headers
        for form in ("feed", "", "html"):
            async with browser.post("/calendar", data={"form": form}, cookies=cookies) as page:
                assert page.status == 404
                assert "대화를 먼저 시작해" in await page.text()


async def test_the_page_is_shown_under_its_own_names_alone(site: Site) -> None:
    """A page elsewhere that points its name at this machine gets no address."""
    browser = await site.learner()
    async with browser.get("/calendar", headers={"Host": "evil.example"}) as page:
        assert page.status == 403
    async with browser.post("/calendar", data={"form": "feed"}, headers={"Host": "evil.example"}) as page:
        assert page.status == 403


async def test_one_sees_only_ones_own(site: Site) -> None:
    """Two learners, two calendars; what one takes back is not the other's."""
    one, other, phone = await site.learner(), await site.learner(), await site.browser()
    await says(other, "/remind weekly sat 21:00")
    mine, theirs = await subscribed(one), await subscribed(other)
    await says(one, "달력 끊어 줘")
    async with phone.get(mine) as gone, phone.get(theirs) as feed:
        assert gone.status == 404
        [event] = read(await feed.read()).of("VEVENT")
        assert event.values["DTSTART"][0][1].endswith("T210000")


async def test_without_an_address_of_ours_there_is_only_the_file(sites: Any) -> None:
    """Nobody could look at a subscription from outside."""
    site = await sites("")
    browser = await site.learner()
    async with browser.get("/calendar") as page:
        text = await page.text()
        assert "파일로 받기" in text
        assert "구독하기" not in text
    async with browser.post("/calendar", data={"form": "feed"}) as page:
        assert page.status == 404


async def test_too_many_at_once_are_told_to_wait(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who floods one address waits alone; it works again afterwards, and another never stopped."""
    one, other, phone = await site.learner(), await site.learner(), await site.browser()
    mine, theirs = await subscribed(one), await subscribed(other)
    token = mine.rpartition("/")[2].removesuffix(".ics")
    held, begun, made = asyncio.Event(), asyncio.Semaphore(0), site.library._made  # noqa: SLF001 - what makes a file

    async def slowly(*args: Any) -> Any:
        begun.release()
        await held.wait()
        return await made(*args)

    monkeypatch.setattr(site.library, "_made", slowly)
    waiting = [asyncio.create_task(site.library.calendar(token)) for _ in range(MOST_WAITING)]
    for _ in waiting:
        await begun.acquire()
    with pytest.raises(Busy):
        await site.library.calendar(token)
    async with phone.get(mine) as feed:
        assert feed.status == 429
        assert int(feed.headers["Retry-After"]) > 0
    held.set()
    assert all(await asyncio.gather(*waiting))
    for path in (mine, theirs):
        async with phone.get(path) as feed:
            assert feed.status == 200
    assert not site.library._looking  # noqa: SLF001 - and nothing of it is remembered
