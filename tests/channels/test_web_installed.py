"""The page as an app, in a real browser: pushes to a closed page, the moment it asks, what it says where nothing can
reach it; faults of accessibility, letters of twice their size, and how much it weighs.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.message import Button, Go, Message
from bot.plan.documents import draw
from tests.channels.push_service import PushService, push_service
from tests.channels.test_web import GREETING, House, Memory, Script, running
from tests.channels.test_web_browser import ANSWERS, BESIDE, LESSON, QUIZ
from tests.channels.test_web_browser import browser as browser  # noqa: PLC0414 - pytest finds a fixture by its name here
from tests.conftest import PATIENCE
from tests.language import SAY
from tests.test_documents import filled

pytestmark = pytest.mark.asyncio(loop_scope="module")  # the browser's

TIMED = {**BESIDE, "clock": "weekdays 08:00"}
SUBSCRIBES = """PushManager.prototype.subscribe = async (options) => {
  const made = MADE, raw = atob(options.applicationServerKey.replace(/-/g, "+").replace(/_/g, "/"));
  const key = Uint8Array.from(raw, (one) => one.charCodeAt(0));
  return { toJSON: () => made, unsubscribe: async () => true, options: { applicationServerKey: key.buffer } };
};"""  # Chromium would ask Google's push service, which no test may call
SAFARI = """Object.defineProperty(navigator, "userAgent", { value: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)" });
delete window.PushManager;"""


@asynccontextmanager
async def opened(browser: Browser, house: House, script: str = "", **options: Any) -> AsyncIterator[Page]:
    """A page on a phone in front of the house, until it is closed."""
    options = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "locale": "ko-KR", **options}
    context = await browser.new_context(**options)
    if script:
        await context.add_init_script(script)
    page = await context.new_page()
    await page.goto(house.url)
    await expect(page.locator(".bubble").first).to_be_visible()
    yield page
    await context.close()


@pytest_asyncio.fixture(loop_scope="module")
async def service() -> AsyncIterator[PushService]:
    async with push_service() as service:
        yield service


@pytest_asyncio.fixture(loop_scope="module")
async def house() -> AsyncIterator[House]:
    memory = Memory(beside=BESIDE, plan=draw(filled("셔츠 다섯 장"), "html"))
    async with running(Script({**ANSWERS}), memory=memory) as house:
        yield house


async def says(page: Page, words: str) -> None:
    await page.locator("#box").fill(words)
    await page.keyboard.press("Enter")
    await expect(page.locator("#choices")).to_be_visible()


async def delivered(context: BrowserContext, house: House, told: dict[str, str]) -> None:
    """A push handed to the service worker, as the browser does it."""
    registrations: list[dict[str, Any]] = []
    session = await context.new_cdp_session(context.pages[0])
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registrations.extend(event["registrations"]))
    await session.send("ServiceWorker.enable")
    while not registrations:
        await context.pages[0].wait_for_timeout(20)
    push = {"origin": house.url, "registrationId": registrations[0]["registrationId"], "data": json.dumps(told)}
    await session.send("ServiceWorker.deliverPushMessage", push)


SHOWN = "self.registration.getNotifications().then((all) => all.map((one) => [one.title, one.body]))"


async def shows(context: BrowserContext, wanted: list[list[str]]) -> None:
    """Waits for what the browser's notifications say."""
    async with asyncio.timeout(PATIENCE):
        while await context.service_workers[0].evaluate(SHOWN) != wanted:
            await context.pages[0].wait_for_timeout(25)


async def test_a_push_comes_to_a_closed_page_once(browser: Browser, house: House, service: PushService) -> None:
    """Asked for when a time is chosen, and not before; what came is decrypted by the service worker's browser. A newer
    one takes its place, and opening the page takes it away.
    """
    made = service.browser()
    written = {"endpoint": made.endpoint, "keys": {"p256dh": made.p256dh, "auth": made.auth}}
    script = SUBSCRIBES.replace("MADE", json.dumps(written))
    async with opened(browser, house, script, permissions=["notifications"]) as page:
        await says(page, "2")
        await expect(page.locator("#notice")).to_be_hidden()
        house.memory.beside = TIMED
        await says(page, "2")
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-offer"))
        await page.get_by_role("button", name=SAY("web-push-on")).click()
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-works"))
        ((address, _),) = house.memory.browsers.values()
        context, blank = page.context, await page.context.new_page()
        await page.close()
        for message in (LESSON, QUIZ):
            await house.send(address, message)
            (*_, (_, told)) = service.came
            await delivered(context, house, told)
            await shows(context, [["나만의 일", told["body"]]])
        assert len(service.came) == 2
        await blank.goto(house.url)
        await expect(blank.locator(".bubble").last).to_have_text(QUIZ.bubbles[0])
        await shows(context, [])


COUNTS = """self.count = 0;
const show = registration.showNotification.bind(registration);
registration.showNotification = async (...told) => { await show(...told); self.count += 1; };"""


async def test_a_page_that_is_looked_at_gets_no_notification(browser: Browser, house: House) -> None:
    """The browser wants every push shown, and so it is, for a moment and without a sound."""
    async with opened(browser, house, permissions=["notifications"]) as page:
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        (worker,) = page.context.service_workers
        await worker.evaluate(COUNTS)
        await delivered(page.context, house, {"title": "나만의 일", "body": "레슨이에요."})
        while not await worker.evaluate("self.count"):
            await page.wait_for_timeout(20)
        await shows(page.context, [])


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { value: false });", "web-push-insecure"),
        ("delete window.PushManager;", "web-push-none"),
        (SAFARI, "web-push-ios"),
        ("Object.defineProperty(Notification, 'permission', { value: 'denied' });", "web-push-denied"),
    ],
)
async def test_where_nothing_can_reach_a_closed_page_it_says_so(
    browser: Browser, house: House, script: str, sentence: str
) -> None:
    """When a time is chosen, and whenever the bell is asked; on an iPhone it says how."""
    async with opened(browser, house, script) as page:
        await expect(page.locator("#bell")).to_be_hidden()
        house.memory.beside = TIMED
        await says(page, "2")
        await expect(page.locator("#notice p")).to_have_text(SAY(sentence))
        await page.get_by_role("button", name=SAY("web-push-understood")).click()
        await expect(page.locator("#notice")).to_be_hidden()
        await page.locator("#bell").click()
        await expect(page.locator("#notice p")).to_have_text(SAY(sentence))


async def test_pushes_are_switched_off_by_the_bell(browser: Browser, house: House, service: PushService) -> None:
    made = service.browser()
    written = {"endpoint": made.endpoint, "keys": {"p256dh": made.p256dh, "auth": made.auth}}
    house.memory.beside = TIMED
    script = SUBSCRIBES.replace("MADE", json.dumps(written))
    async with opened(browser, house, script, permissions=["notifications"]) as page:
        await page.locator("#bell").click()
        await page.get_by_role("button", name=SAY("web-push-on")).click()
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-works"))
        await page.get_by_role("button", name=SAY("web-push-off")).click()
        await expect(page.locator("#notice")).to_be_hidden()
        await page.locator("#bell").click()
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-offer"))
    assert house.memory.browsers == {}


async def test_what_was_not_answered_does_not_stand_above_a_lesson(browser: Browser, house: House) -> None:
    """The question whether pushes may come goes by itself; the bell asks it again."""
    async with opened(browser, house, SUBSCRIBES.replace("MADE", "{}"), permissions=["notifications"]) as page:
        house.memory.beside = TIMED
        await says(page, "2")
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-offer"))
        await says(page, "2")
        await expect(page.locator("#notice")).to_be_visible()
        await says(page, "/today")
        await expect(page.locator("#notice")).to_be_hidden()
        await page.locator("#bell").click()
        await expect(page.locator("#notice p")).to_have_text(SAY("web-push-offer"))


async def test_without_a_server_the_page_says_so(browser: Browser, house: House) -> None:
    """And nothing of the conversation lies in the browser."""
    async with opened(browser, house) as page:
        await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        await page.wait_for_function("navigator.serviceWorker.controller !== null")
        await page.context.set_offline(True)
        await page.reload()
        await expect(page.get_by_text(SAY("web-no-server"))).to_be_visible()
        assert await page.evaluate("caches.keys()") == []
        assert await faults(page) == []
        await page.context.set_offline(False)
        await expect(page.locator(".bubble").first).to_have_text(GREETING.bubbles[0])  # by itself


async def faults(page: Page) -> list[str]:
    """What axe finds."""
    found = await Axe().run(page)
    return [f"{one['id']}: {one['nodes'][0]['html'][:80]}" for one in found.response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_any_state(browser: Browser, house: House, scheme: str) -> None:
    house.script.answers["인쇄"] = Message(("설계서예요.",), (Button("계획", Go("plan")),), file="plan.pdf")
    async with opened(browser, house, color_scheme=scheme) as page:
        assert await faults(page) == []
        for words in ("/today", "/quiz", "인쇄"):
            await says(page, words)
            assert await faults(page) == []
        for state in ("offer", "works", "denied", "ios"):
            await page.evaluate("(state) => tell(state)", state)
            assert await faults(page) == []
        await page.evaluate("tell(); complain(undefined, () => {}); typing.hidden = false")
        assert await faults(page) == []
        await page.set_viewport_size({"width": 1280, "height": 844})
        await says(page, "2")
        await expect(page.locator("#plan")).to_contain_text("셔츠 다섯 장")
        assert await faults(page) == []


CLIPPED = """() => [...document.querySelectorAll(".phone, .phone *")].filter((one) => {
  const style = getComputedStyle(one), rolls = /auto|scroll/;
  if (!one.clientWidth || one.closest(".heard-only, svg")) return false;
  const high = one.scrollHeight > one.clientHeight + 1 && style.overflowY === "hidden" && !one.matches(".phone");
  return (one.scrollWidth > one.clientWidth + 1 && !rolls.test(style.overflowX)) || high;
}).map((one) => [one.tagName, one.id, one.className])"""


@pytest.mark.parametrize("width", [320, 360])
async def test_letters_of_twice_their_size_are_not_clipped(browser: Browser, house: House, width: int) -> None:
    """Nothing runs out of a side or a box, and what stands below the conversation can be reached."""
    house.memory.beside = TIMED
    async with opened(browser, house, viewport={"width": width, "height": 740}) as page:
        await says(page, "/quiz")
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        for state in ("tell()", "tell('ios')", "complain(undefined, () => {})"):
            await page.evaluate(state)
            assert await page.evaluate(CLIPPED) == []
            assert await page.evaluate("document.documentElement.scrollWidth") <= width
            assert await page.evaluate("pane.clientHeight") >= 64
            await page.locator("#send").scroll_into_view_if_needed()
            await expect(page.locator("#send")).to_be_in_viewport(ratio=0.95)
        await page.evaluate("tell(); trouble.hidden = true")
        fits = "box.value = box.placeholder, box.scrollHeight <= box.clientHeight + 1"
        assert await page.evaluate(fits)
        await page.evaluate("box.value = ''")
        below = await page.evaluate("document.querySelector('footer').offsetHeight")
        assert below < 740 * 0.3  # the conversation has more of it


async def test_the_page_weighs_little_and_opens_in_one_request(browser: Browser, house: House) -> None:
    """All that is seen first comes with it: no style, script or font is fetched after it."""
    asked: list[str] = []
    async with opened(browser, house) as page:
        page.on("request", lambda request: asked.append(request.resource_type))
        answer = await page.reload()
        assert answer
        assert len(await answer.body()) < 60_000
        await expect(page.locator(".bubble").first).to_be_visible()
    assert {*asked} <= {"document", "fetch", "eventsource", "manifest"}
