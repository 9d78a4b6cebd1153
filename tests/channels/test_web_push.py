"""Web pushes and the installed page: signed, encrypted and told once, forgotten when they are gone, and nobody can make
us call whom they name.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.web.installed import HERE, ICONS
from bot.channels.web.push import LONGEST, takes
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.desk.pages import Pages
from bot.message import Address, Message, Said, Subscription, Unsent, Unsure
from bot.operator.metrics import Metrics
from bot.record.facts import Outcome
from bot.store import Database
from bot.store.push import MOST
from docs.icons import drawn
from handlers import header
from tests.channels.push_service import PushService, push_service
from tests.channels.test_web import KEYS, LESSON, House, Script, Visitor, running
from tests.conftest import PATIENCE, TUESDAY_8, Chat, Clock
from tests.records import record_at

HERE_IS, TABLET = Address("web", "A" * 22), Address("web", "B" * 22)


@pytest.fixture
async def service() -> AsyncIterator[PushService]:
    async with push_service() as service:
        yield service


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with running(Script()) as house:
        yield house


def written(browser: Subscription) -> dict[str, object]:
    """A subscription as a browser posts it."""
    return {"endpoint": browser.endpoint, "keys": {"p256dh": browser.p256dh, "auth": browser.auth}}


async def subscribes(visitor: Visitor, browser: Subscription) -> None:
    async with visitor.session.post("/push", json=written(browser)) as answer:
        assert (answer.status, await answer.json()) == (200, {"kept": True})


async def test_a_push_reaches_the_browsers_of_its_learner_while_no_page_is_open(
    house: House, service: PushService
) -> None:
    """Each of them once, in one line, for a lesson's day; the newest takes the place of one that waits."""
    one, other = await house.visitor(), await house.visitor()
    for visitor, name in ((one, "phone"), (one, "tablet"), (other, "stranger")):
        await subscribes(visitor, service.browser(name))
    await house.send(one.address, LESSON)
    told = {"title": "나만의 일", "body": "첫째 조각이에요. 두 줄이에요."}
    assert sorted(service.came, key=lambda one: one[0]) == [("phone", told), ("tablet", told)]
    for headers in service.headers:
        assert (headers["TTL"], headers["Urgency"], headers["Topic"]) == ("43200", "high", "lesson")
        assert f"k={KEYS['push-public']}" in headers["Authorization"]


async def test_a_long_lesson_is_cut_where_a_notification_ends(house: House, service: PushService) -> None:
    visitor = await house.visitor()
    await subscribes(visitor, service.browser())
    await house.send(visitor.address, Message(("가" * 900, "둘째")))
    (_, told), *_ = service.came
    assert told["body"] == "가" * (LONGEST - 1) + "…"


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_is_gone_is_forgotten(house: House, service: PushService, status: int) -> None:
    """And the lesson waits on the page."""
    visitor, service.status = await house.visitor(), status
    await subscribes(visitor, service.browser())
    await house.send(visitor.address, LESSON)
    assert house.memory.browsers == {}
    assert house.memory.bubbles[-1][1].text == LESSON.bubbles[-1]


@pytest.mark.parametrize("status", [400, 401, 403, 413, 429, 500, 503])
async def test_what_no_push_service_took_may_be_sent_again(house: House, service: PushService, status: int) -> None:
    """Nothing of it is shown or kept then; the browser is known as before."""
    visitor, service.status = await house.visitor(), status
    await subscribes(visitor, service.browser())
    before = len(house.memory.bubbles)
    with pytest.raises(Unsent):
        await house.send(visitor.address, LESSON)
    assert (len(house.memory.bubbles), len(house.memory.browsers)) == (before, 1)
    service.status = 201
    await house.send(visitor.address, LESSON)
    assert len(service.came) == 1


async def test_an_open_page_has_it_already_when_no_push_service_takes_it(house: House, service: PushService) -> None:
    visitor, service.status = await house.visitor(), 503
    await subscribes(visitor, service.browser())
    events = await visitor.listens()
    await house.send(visitor.address, LESSON)
    assert (await asyncio.wait_for(events.content.readuntil(b"\n\n"), PATIENCE)).startswith(b"data: ")


async def test_a_service_that_does_not_answer_leaves_it_unsure(house: House) -> None:
    """So it is never sent again blindly; it stands on the page."""

    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    visitor = await house.visitor()
    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        browser = PushService(f"http://127.0.0.1:{port}").browser()
        await subscribes(visitor, browser)
        with pytest.raises(Unsure):
            await house.send(visitor.address, LESSON)
    assert house.memory.bubbles[-1][1].text == LESSON.bubbles[-1]
    with pytest.raises(Unsent):
        await house.send(visitor.address, LESSON)  # nobody listens there any more


@pytest.mark.parametrize(
    ("endpoint", "taken", "on_loopback"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True, True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True, True),
        ("https://wns2-par02p.notify.windows.com/w/?token=abc", True, True),
        ("https://web.push.apple.com/abc", True, True),
        ("http://fcm.googleapis.com/abc", False, False),
        ("https://fcm.googleapis.com.evil.example/abc", False, False),
        ("https://evil-push.apple.com.example/abc", False, False),
        ("https://notpush.apple.com/abc", False, False),
        ("https://me@web.push.apple.com/abc", False, False),
        ("https://10.0.0.1/abc", False, False),
        ("https://169.254.169.254/latest", False, False),
        ("http://localhost:9200/_search", False, True),
        ("http://127.0.0.1:5432/", False, True),
        ("ftp://fcm.googleapis.com/", False, False),
        ("https://[::1/", False, False),
        ("https://fcm.googleapis.com:99999/", False, False),
        ("", False, False),
    ],
)
def test_only_push_services_are_called(endpoint: str, *, taken: bool, on_loopback: bool) -> None:
    """Whatever a page sends us; a page of this machine alone may name this machine."""
    assert takes(endpoint, loopback=False) == taken
    assert takes(endpoint, loopback=True) == on_loopback


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ({"endpoint": "https://evil.example/x", "keys": {"p256dh": "AA", "auth": "AA"}}, {}, 400),
        ({"endpoint": "https://web.push.apple.com/x", "keys": {"p256dh": "!", "auth": "AA"}}, {}, 400),
        ({"endpoint": "https://web.push.apple.com/x"}, {}, 400),
        ({"endpoint": "https://web.push.apple.com/" + "x" * 1000, "keys": {"p256dh": "A", "auth": "A"}}, {}, 400),
        ({"endpoint": "https://web.push.apple.com/x", "keys": {"p256dh": "A", "auth": "A"}},
         {"Origin": "https://evil.example"}, 403),
    ],
)  # fmt: skip
async def test_what_is_no_subscription_is_refused(
    house: House, body: dict[str, object], headers: dict[str, str], status: int
) -> None:
    visitor = await house.visitor()
    async with visitor.session.post("/push", json=body, headers=headers) as answer:
        assert answer.status == status
        assert (await answer.json())["sorry"].endswith("요.")
    assert house.memory.browsers == {}


async def test_pushes_are_switched_off_where_they_were_switched_on(house: House, service: PushService) -> None:
    visitor = await house.visitor()
    await subscribes(visitor, service.browser())
    async with visitor.session.delete("/push", json={"endpoint": service.browser().endpoint}) as answer:
        assert await answer.json() == {"kept": False}
    await house.send(visitor.address, LESSON)
    assert service.came == []


async def test_the_page_can_be_installed(house: House) -> None:
    """A manifest whose icons are there, a script for it, and what is said without a server stands in the script."""
    visitor = await house.visitor()
    async with visitor.session.get("/manifest.webmanifest") as answer:
        told = await answer.json(content_type="application/manifest+json")
    assert (told["name"], told["lang"], told["display"], told["start_url"]) == ("나만의 일", "ko", "standalone", "/")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} >= {("192x192", "any"), ("512x512", "maskable")}
    for icon in told["icons"]:
        async with visitor.session.get(icon["src"]) as answer:
            assert (answer.status, answer.content_type) == (200, "image/png")
    async with visitor.session.get("/sw.js") as answer:
        assert answer.content_type == "text/javascript"
        assert "connect-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "지금은 서버에 닿지 않아요" in await answer.text()


@pytest.mark.parametrize(("size", "name"), ICONS.items())
def test_the_icons_are_what_their_drawing_says(size: int, name: str) -> None:
    """`make docs` draws them anew, and they stay small."""
    kept = (Path(HERE) / name).read_bytes()
    assert kept == drawn(size)
    assert len(kept) < 8000


# --- with a real database


@pytest.fixture
def pages(desk: Desk, database: Database, clock: Clock) -> Pages:
    return Pages(desk, database, clock, header.beside, header.kept)


async def test_the_keys_are_made_once(pages: Pages) -> None:
    """Another start finds them; of two that start at once both get the same."""
    assert await pages.keys("a", "b", make=lambda: {"a": "1", "b": "2"}) == {"a": "1", "b": "2"}
    assert await pages.keys("a", "b", make=lambda: {"a": "3", "b": "4"}) == {"a": "1", "b": "2"}


async def test_a_browser_is_reached_wherever_the_learner_speaks(pages: Pages, desk: Desk, learner: Chat) -> None:
    """On each of their pages, also when they became one learner later; the same browser is never two people's."""
    phone, tablet = Subscription("https://x/1", "p", "a"), Subscription("https://x/2", "p", "a")
    assert not await pages.subscribe(HERE_IS, phone)  # a stranger
    for there, browser in ((HERE_IS, phone), (TABLET, tablet)):
        await desk.respond(Said(there, "시작"))
        assert await pages.subscribe(there, browser)
    assert await pages.reached(HERE_IS) == ([HERE_IS.id], [phone])
    for there in (HERE_IS, TABLET):
        await learner.says("/link")
        await desk.respond(Said(there, learner.text))
    ids, browsers = await pages.reached(TABLET)
    assert {*ids} == {HERE_IS.id, TABLET.id}
    assert {*browsers} == {phone, tablet}
    await pages.subscribe(TABLET, phone)
    assert len((await pages.reached(HERE_IS))[1]) == 2
    await pages.unsubscribe(phone.endpoint)
    assert (await pages.reached(HERE_IS))[1] == [tablet]
    for words in ("/forget", "/forget yes"):
        await desk.respond(Said(TABLET, words, tapped=True))
    assert await pages.reached(TABLET) == ([], [])


async def test_the_newest_browsers_of_an_address_are_kept(pages: Pages, desk: Desk, clock: Clock) -> None:
    await desk.respond(Said(HERE_IS, "시작"))
    for number in range(MOST + 2):
        clock.forward(seconds=1)
        await pages.subscribe(HERE_IS, Subscription(f"https://x/{number}", "p", "a"))
    kept = [browser.endpoint for browser in (await pages.reached(HERE_IS))[1]]
    assert kept == [f"https://x/{number}" for number in range(2, MOST + 2)]


async def test_a_lesson_is_pushed_once_whatever_the_service_answers(
    desk: Desk, database: Database, pages: Pages, clock: Clock, service: PushService
) -> None:
    """Refused, it is tried again and comes once; its slot is closed then and never sent again."""
    async with running(Script(), memory=pages, respond=desk.respond) as house:
        visitor = await house.visitor()
        for words in ("/start", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
            async with visitor.session.post("/chat", json={"words": words, "tapped": True}) as answer:
                assert answer.status == 200
        await subscribes(visitor, service.browser())
        delivery = Delivery(database, desk, {"web": house.send}, clock, Metrics(), korean_holidays([2026]))
        clock.now, service.status = TUESDAY_8, 503
        await delivery.deliver()
        assert service.came == []
        clock.forward(minutes=1)
        service.status = 201
        await delivery.deliver()
        for _ in range(3):
            clock.forward(minutes=1)
            await delivery.deliver()
        assert len(service.came) == 1
        record = await record_at(database, visitor.address, clock())
        assert [one.outcome for one in record.latest()] == [Outcome.SENT]
