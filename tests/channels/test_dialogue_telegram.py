"""Telegram from end to end: an emulated Bot API on a socket, the whole conversation, a real course and database."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any

import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram.looks import SPENT
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.store import Database
from tests.channels.kakao_learner import kept
from tests.channels.telegram_api import TOKEN, Api, Fields, Phone, serving
from tests.conftest import TUESDAY_8, Clock
from tests.language import SAY

STICKER = {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 9, "height": 9}
STICKER |= {"is_animated": False, "is_video": False}
BLOCKED = ApiRefusal("Forbidden: bot was blocked by the user", 403)
ME = Address("telegram", "7")


class Learner:
    """A person at a phone: every message that came is read to its last bubble, the one with the buttons."""

    def __init__(self, api: Api, clock: Clock) -> None:
        self.api, self.clock, self.phone = api, clock, Phone(api)
        self.bubbles: list[Fields] = []
        self.read = self.edits = 0

    async def says(self, words: str) -> str:
        """Types, after a while."""
        self.clock.forward(seconds=20)
        await self.phone.says(words)
        return await self.reads()

    async def taps(self, label: str) -> str:
        """Taps a button of the newest message, which then shows what was chosen; none of its buttons says a thing."""
        self.clock.forward(seconds=20)
        await self.phone.taps(self.command(label), self.shown())
        text, seen = await self.reads(), self.edits
        await self.api.until(lambda: len(self.edited()) > seen)
        edit = self.edited()[-1]
        if "reply_markup" in edit:
            keys = [key for row in json.loads(edit["reply_markup"])["inline_keyboard"] for key in row]
            assert [key["text"] for key in keys if label in key["text"] and "style" in key]
            assert {key["callback_data"] for key in keys} == {SPENT}
        else:
            assert label in edit["text"].rpartition("\n\n")[2]
        self.edits += 1
        return text

    def edited(self) -> list[Fields]:
        """What was made of questions and messages whose buttons were tapped."""
        edits = ("editMessageText", "editMessageReplyMarkup")
        return [fields for name, fields in self.api.calls if name in edits]

    async def reads(self) -> str:
        """The next message, once its buttons are there."""
        await self.api.until(lambda: any("reply_markup" in bubble for bubble in self.unread()))
        self.bubbles = self.unread()
        self.read += len(self.bubbles)
        return "\n\n".join(bubble["text"] for bubble in self.bubbles)

    def unread(self) -> list[Fields]:
        return self.api.sent()[self.read :]

    def shown(self) -> dict[str, Any]:
        """The newest bubble as Telegram keeps it."""
        last = self.bubbles[-1]
        return self.phone.message(text=last["text"], reply_markup=json.loads(last["reply_markup"]))

    def command(self, label: str) -> str:
        buttons = {button["text"]: str(button["callback_data"]) for row in self.rows for button in row}
        found = [buttons[text] for text in buttons if label in text]
        assert found, f"no button {label!r} among {list(buttons)}"
        return found[0]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        return list(json.loads(self.bubbles[-1]["reply_markup"])["inline_keyboard"])


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
def me(api: Api, clock: Clock) -> Learner:
    return Learner(api, clock)


@pytest.fixture
async def telegram(api: Api, desk: Desk) -> AsyncIterator[Telegram]:
    async with opened(api, desk) as telegram:
        yield telegram


def opened(api: Api, desk: Desk) -> AbstractAsyncContextManager[Telegram]:
    """The channel, with nothing to wait for between two messages."""
    return open_telegram(TOKEN, desk.respond, SAY, [], api_url=api.url, pause=0.01, spacing=0)


@pytest.fixture
def delivery(telegram: Telegram, database: Database, desk: Desk, clock: Clock) -> Delivery:
    return Delivery(database, desk, {"telegram": telegram.send}, clock, Metrics(), korean_holidays([2026]))


async def welcomed(me: Learner) -> None:
    """Greeted, and a lesson every weekday at eight."""
    await me.says("/start")
    for label in ("강사", "평일 오전 8시", "커피를 내리면"):
        await me.taps(label)


@pytest.mark.usefixtures("telegram")
async def test_the_first_five_minutes(me: Learner, database: Database, clock: Clock) -> None:
    """Come by a link, three taps, a sticker, typed words, two questions, a line: the first day is done."""
    assert "「나만의 일」이에요" in await me.says("/start campaign-1")
    assert "보내 드릴까요" in await me.taps("강사")
    assert "평일 오전 8시에 보낼게요" in await me.taps("평일 오전 8시")
    assert "‘커피를 내리면’" in await me.taps("커피를 내리면")
    assert "레슨 1/30" in await me.taps("첫 레슨")
    assert len(me.bubbles) == 3
    assert "확인 1/2" in await me.taps("확인 문제")
    clock.forward(seconds=20)
    await me.phone.sends(sticker=STICKER)
    assert "글로 적은 말만" in await me.reads()
    assert "아쉬워요. 답은 ‘융합’" in await me.taps("개인화")
    assert "확인 2/2" in await me.says("다음")
    assert "맞아요" in await me.says("X")
    assert "꽃집을 하는 세 사람" in await me.taps("한 번 더")  # in other words
    assert "모두 이으면" in await me.says("기억 안 나요")
    await me.taps("내 일에 한 줄")
    assert "오늘은 여기까지" in await me.says("손님마다 설명이 달라요.")
    assert "레슨 1/30 · 설계서 1/12칸" in await me.says("/progress@the_bot")
    assert "다시 만나 반가워요" in await me.says("/start campaign-1")
    there = await kept(database, ME, clock)
    assert (there["answers"], there["right"]) == (
        {"strategy-map": 1, "map-not-order": 1, "three-florists-three-strategies": 1},
        {"map-not-order": 1},
    )


async def test_the_lesson_comes_at_the_chosen_minute_and_goes_on_by_its_buttons(
    me: Learner, telegram: Telegram, delivery: Delivery, clock: Clock
) -> None:
    await welcomed(me)
    clock.now = TUESDAY_8 - timedelta(minutes=1)
    assert await delivery.deliver() == 0
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    assert (await me.reads()).startswith("「나만의 일」이에요. ‘커피를 내리면’ ")
    assert "확인 1/2" in await me.taps("확인 문제")
    clock.forward(hours=6)
    assert await delivery.deliver() == 0
    assert telegram.state() == "ok"


async def test_whoever_blocked_us_is_asked_no_more_and_finds_everything_kept(
    me: Learner, api: Api, telegram: Telegram, delivery: Delivery, database: Database, clock: Clock
) -> None:
    await welcomed(me)
    await me.taps("첫 레슨")
    await me.taps("확인 문제")
    await me.taps("융합")
    clock.now = TUESDAY_8
    api.faults["sendMessage"] = [BLOCKED]
    await delivery.deliver()
    tried = len(api.tried())
    for _ in range(7):
        clock.forward(days=1)
        await delivery.deliver()
    assert len(api.tried()) == tried
    assert "레슨 1/30" in await me.says("오늘")
    assert "확인 2/2" in await me.taps("확인 문제")
    assert (await kept(database, ME, clock))["trade"] == "teacher"
    assert telegram.state() == "ok"


async def test_whoever_speaks_again_after_blocking_us_gets_lessons_again(
    me: Learner, api: Api, delivery: Delivery, clock: Clock
) -> None:
    """The update that tells of the unblocking may have been lost: Telegram keeps it for a day only."""
    await welcomed(me)
    clock.now = TUESDAY_8
    api.faults["sendMessage"] = [BLOCKED]
    await delivery.deliver()
    clock.forward(days=1)
    await delivery.deliver()
    await me.says("오늘")
    clock.now = TUESDAY_8 + timedelta(days=2)
    await delivery.deliver()
    assert me.unread()


async def test_an_update_that_comes_twice_counts_once(desk: Desk, database: Database, clock: Clock) -> None:
    """A second server that starts counting anew hands out the first one's updates again, as after a lost receipt."""
    async with serving(Api()) as first, opened(first, desk):
        me = Learner(first, clock)
        await welcomed(me)
        await me.taps("첫 레슨")
        await me.taps("확인 문제")
        tap = {"id": "q1", "from": me.phone.user, "chat_instance": "1", "data": me.command("융합")}
        update = {"update_id": 900, "callback_query": {**tap, "message": me.shown()}}
        await first.enqueue_update(update, token=TOKEN)
        assert "맞아요" in await me.reads()
    clock.forward(minutes=5)
    async with serving(Api()) as second, opened(second, desk) as telegram:
        await second.enqueue_update(update, token=TOKEN)
        after = Learner(second, clock)
        assert "함께한 날 1일" in await after.says("진도")
        assert len(after.bubbles) == 1
        assert telegram.state() == "ok"
    assert (await kept(database, ME, clock))["answers"] == {"strategy-map": 1}


@pytest.mark.usefixtures("telegram")
async def test_a_double_tap_on_the_phone_is_answered_once(
    me: Learner, api: Api, database: Database, clock: Clock
) -> None:
    """Two taps are two updates; the second within three seconds says nothing new."""
    await welcomed(me)
    await me.taps("첫 레슨")
    await me.taps("확인 문제")
    clock.forward(seconds=20)
    acknowledged = len(api.sent("answerCallbackQuery"))
    for _ in range(2):
        await me.phone.taps(me.command("융합"), me.shown())
    assert "맞아요" in await me.reads()
    # both have to be heard before time goes on: twenty seconds later it would be no double tap
    await api.until(lambda: len(api.sent("answerCallbackQuery")) == acknowledged + 2)
    await asyncio.sleep(0.1)
    assert "함께한 날 1일" in await me.says("진도")
    assert (await kept(database, ME, clock))["answers"] == {"strategy-map": 1}
    assert len(api.sent("answerCallbackQuery")) >= 2


@pytest.mark.usefixtures("telegram")
@pytest.mark.parametrize("wish", ["쉬기 3일", "알림 공휴일에도"])
async def test_what_was_turned_off_stays_off_whatever_else_is_wished(
    me: Learner, delivery: Delivery, clock: Clock, wish: str
) -> None:
    await welcomed(me)
    await me.says("알림 끄기")
    await me.says(wish)
    for _ in range(7):
        clock.forward(days=1)
        await delivery.deliver()
    assert me.unread() == []


@pytest.mark.usefixtures("telegram")
async def test_what_was_turned_off_is_told_to_be_off(me: Learner) -> None:
    await welcomed(me)
    await me.says("알림 끄기")
    assert "보내 드려요" not in await me.says("알림")
