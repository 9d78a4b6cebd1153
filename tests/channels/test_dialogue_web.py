"""The web page from end to end: a real browser, the whole conversation, the real course, a real database."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp import web
from playwright.async_api import Browser, expect

from bot.channels.web.installed import add_app_routes
from bot.channels.web.page import open_web
from bot.channels.web.push import Push, new_keys
from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.desk.pages import Pages
from bot.message import Send
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS, header
from handlers.reminder import remind
from tests.channels.kakao_learner import RAW, kept
from tests.channels.test_web_browser import Phone, launched, phone
from tests.conftest import TUESDAY_8, Clock
from tests.language import LANGUAGE, SAY

PUSH = Push(new_keys(), SAY, "https://localhost")
RECONNECTING = "web-reconnecting"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """On the loop of the desk and its database, which is each test's own."""
    async with launched() as browser:
        yield browser


@dataclass
class Server:
    """The page on a port, with everything behind it."""

    url: str
    send: Send
    runner: web.AppRunner

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


@asynccontextmanager
async def serving(desk: Desk, database: Database, clock: Clock, say: Texts, port: int = 0) -> AsyncIterator[Server]:
    app = web.Application()
    async with AsyncExitStack() as stack:
        pages = Pages(desk, database, clock, header.beside, header.kept)
        add_app_routes(app, pages, say)
        send = await stack.enter_async_context(open_web(app, desk.respond, pages, PUSH, say))
        runner = web.AppRunner(app)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield Server(f"http://127.0.0.1:{runner.addresses[0][1]}", send, runner)


class Reader:
    """Somebody without a mouse: reads the newest bubbles, types and presses keys, takes their time in between."""

    def __init__(self, phone: Phone, clock: Clock) -> None:
        self.phone, self.page, self.clock = phone, phone.page, clock

    async def reads(self, *words: str) -> None:
        """Waits for these words in the newest bubbles."""
        for part in words:
            await expect(self.page.locator(".bubble").filter(has_text=part).last).to_be_visible()

    async def offered(self) -> list[str]:
        """The labels of the buttons, without the digits that press them."""
        return [text[1:] for text in await self.page.locator("#choices button").all_text_contents()]

    async def presses(self, label: str, *words: str) -> None:
        """Out of the box, to the conversation, and the digit of the button; then waits for the words."""
        self.clock.forward(seconds=20)
        await expect(self.page.locator("#choices button").filter(has_text=label).first).to_be_visible()
        place = next(place for place, text in enumerate(await self.offered(), 1) if label in text)
        await self.page.keyboard.press("Escape")
        await self.page.keyboard.press(str(place))
        await self.reads(*words)

    async def types(self, text: str, *words: str) -> None:
        self.clock.forward(seconds=20)
        await self.page.locator("#box").focus()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")
        await self.reads(*words)

    async def finds_nothing_rough(self) -> None:
        """No bubble of the whole conversation shows what only a program should see."""
        texts = await self.page.locator(".bubble").all_text_contents()
        assert [text for text in texts if RAW.search(text)] == []


async def in_the_first_question(me: Reader) -> None:
    """A newcomer, by keyboard only, to the first question of the first lesson."""
    await me.reads("「나만의 일」이에요")
    await me.presses("강사", "언제 보내 드릴까요")
    await me.types("평일 아침 8시", "평일 오전 8시에 보낼게요")
    await me.presses("커피를 내리면", "‘커피를 내리면’ 레슨을 열기로 했어요")
    await me.presses("첫 레슨", "레슨 1/30")
    await me.presses("확인 문제", "확인 1/2")


async def test_a_newcomer_learns_the_first_lesson_by_keyboard_only(
    browser: Browser, desk: Desk, database: Database, say: Texts, clock: Clock
) -> None:
    """To the end of the day, with an unclear hour, a wrong answer and the sources on the way."""
    async with serving(desk, database, clock, say) as server, phone(browser, server.url) as held:
        me = Reader(held, clock)
        await in_the_first_question(me)
        await me.presses("개인화", "아쉬워요. 답은 ‘융합’이에요")
        await me.presses("근거", "「세 전략 지도」의 근거예요")
        await me.presses("확인 문제", "확인 2/2")
        await me.types("x", "맞아요.")
        await me.presses("한 번 더", "꽃집을 하는 세 사람")
        await me.presses("모르겠어요", "모두 이으면")
        await me.presses("내 일에 한 줄", "이렇게 적을 수")
        await me.types("손님마다 설명이 달라요.", "오늘은 여기까지예요")
        await me.types("알림 7시", "어느 때인지 골라 주세요")
        await me.presses("평일 오후 7시", "다음 레슨은 내일(화) 오후 7시에 가요")
        await me.types("ㅈㄷ", "‘진도’로 알아들었어요", "설계서 1/12칸")
        await me.finds_nothing_rough()
        there = await kept(database, await held.address(), clock)
        assert there == {
            "answers": {"strategy-map": 1, "map-not-order": 1, "three-florists-three-strategies": 1},
            "right": {"map-not-order": 1},
            "finished": ["01-three-strategies"], "days": 1, "trade": "teacher", "rhythm": "weekdays 19:00",
        }  # fmt: skip


async def test_the_lesson_comes_to_the_open_page_by_itself_and_can_be_answered(
    browser: Browser, desk: Desk, database: Database, say: Texts, clock: Clock
) -> None:
    async with serving(desk, database, clock, say) as server, phone(browser, server.url) as held:
        me = Reader(held, clock)
        await in_the_first_question(me)
        await me.presses("융합", "맞아요")
        delivery = Delivery(database, desk, {"web": server.send}, clock, Metrics(), korean_holidays([2026]))
        clock.now = TUESDAY_8
        before = await held.page.locator(".bubble").count()
        assert await delivery.deliver() == 1
        await me.reads("‘커피를 내리면’ ")
        await expect(held.page.locator(".bubble")).to_have_count(before + 3)
        await me.presses("확인 문제", "확인 2/2")
        await me.presses("X")
        await expect(held.page.locator("#choices button").first).to_contain_text("내 일에 한 줄")
        await me.finds_nothing_rough()
        assert (await kept(database, await held.address(), clock))["answers"] == {"map-not-order": 1}


async def test_after_a_restart_amid_a_question_the_page_finds_back_and_the_question_is_open(
    browser: Browser, desk: Desk, database: Database, database_url: str, course: Course, say: Texts, clock: Clock
) -> None:
    """The same port and database, everything else new; nothing is shown twice."""
    async with serving(desk, database, clock, say) as first, phone(browser, first.url) as held:
        me = Reader(held, clock)
        await in_the_first_question(me)
        labels, bubbles = await me.offered(), await held.page.locator(".bubble").count()
        await first.runner.cleanup()
        await expect(held.page.get_by_text(say(RECONNECTING))).to_be_visible()
        again = Database(database_url)
        holidays = korean_holidays([2026, 2027])
        born_anew = Desk(
            again, Conversation(course, say, LANGUAGE, COMMANDS, remind, holidays, {"web"}), clock, Metrics()
        )
        async with serving(born_anew, again, clock, say, first.port):
            await expect(held.page.get_by_text(say(RECONNECTING))).to_be_hidden()
            assert all(re.search("ERR_|Failed to load", fault) for fault in held.faults), held.faults
            held.faults.clear()  # of the minute without a server
            await expect(held.page.locator(".bubble")).to_have_count(bubbles)
            assert await me.offered() == labels
            await me.presses("융합", "맞아요")
            await held.page.reload()
            await me.reads("맞아요")
            await me.presses("다음 문제", "확인 2/2")
            there = await kept(database, await held.address(), clock)
            assert (there["answers"], there["trade"]) == ({"strategy-map": 1}, "teacher")
        await again.close()
        held.faults.clear()  # the page outlived the second server too
