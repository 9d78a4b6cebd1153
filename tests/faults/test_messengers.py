"""Messengers that misbehave, told over real sockets: nobody gets a lesson twice, and nobody loses one in silence.

Ten learners chose the same minute. Some of them meet a fault, the others must not notice; then the fault is over.
"""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import cycle
from typing import Any

import pytest

from bot.__main__ import _under_cap
from bot.channels.kakao_push import Pace, open_push
from bot.channels.telegram import open_telegram
from bot.channels.telegram.wire import Wire
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.korean.holidays import korean_holidays
from bot.lessons import Course
from bot.message import Address, Said, Send
from bot.metrics import Metrics
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS
from tests.channels import kakao_api, telegram_api
from tests.channels.kakao_api import BOT, EVENT, KEY
from tests.channels.kakao_requests import endpoint
from tests.channels.telegram_api import TOKEN
from tests.conftest import TUESDAY_8, Clock
from tests.faults.faulty import (
    Fault,
    FaultyKakao,
    FaultyTelegram,
    cut_off,
    hanging,
    moved,
    no_buttons,
    nth,
    refusing,
    reset,
    saying,
    slow,
)

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

TEN = range(1, 11)
HOLIDAYS = korean_holidays([2026, 2027])
HASTY = 0.5  # seconds that we wait where nobody answers
PACE = Pace(gather=0.02, pause=0.01, longest=5, connect=5, answer=5, polls=(0.005, 0.01, 0.02), known=5, grace=5)


@dataclass(frozen=True)
class Row:
    """A fault, how many of the ten it hits, and what must come of it: messages in each chat, and the slot's outcome.

    What is still `claimed` is tried again, and arrives when the fault is over; all else stays as it is.
    """

    fault: Fault
    meanwhile: int
    outcome: str
    at_last: int
    hits: int = 4
    patience: float = 5.0


BLOCKED = refusing(403, "Forbidden: bot was blocked by the user")
TOO_LONG = refusing(400, "Bad Request: message is too long")
SLOW_DOWN = refusing(429, "Too Many Requests", retry_after=0.05)
PORTAL = "<html>please log in</html>"

TELEGRAM = {  # a lesson has three bubbles
    "429": Row(SLOW_DOWN, 0, "claimed", 3),
    "429 to everybody": Row(SLOW_DOWN, 0, "claimed", 3, hits=10),
    "429 in the middle": Row(nth(2, SLOW_DOWN), 3, "sent", 3, hits=1),
    "401": Row(refusing(401, "Unauthorized"), 0, "claimed", 3, hits=10),
    "404": Row(refusing(404, "Not Found"), 0, "claimed", 3, hits=10),
    "403 blocked": Row(BLOCKED, 0, "unreachable", 0),
    "403 in the middle": Row(nth(2, BLOCKED), 1, "unreachable", 1),
    "400 chat not found": Row(refusing(400, "Bad Request: chat not found"), 0, "unreachable", 0),
    "400 bad buttons": Row(no_buttons, 3, "sent", 3),
    "400 too long": Row(nth(1, TOO_LONG), 3, "sent", 3),
    "400 whatever we do": Row(TOO_LONG, 0, "failed", 0),
    "the chat moved": Row(moved, 3, "sent", 3),
    "500": Row(refusing(500, "Internal Server Error"), 0, "unknown", 0),
    "502, but taken": Row(saying(502, PORTAL, taken=True), 1, "unknown", 1),
    "502 in the middle": Row(nth(2, saying(502, PORTAL, taken=False)), 1, "unknown", 1),
    "hangs": Row(hanging(), 0, "unknown", 0, patience=HASTY),
    "hangs for everybody": Row(hanging(), 0, "unknown", 0, hits=10, patience=HASTY),
    "taken, answered too late": Row(hanging(first=True), 1, "unknown", 1, patience=HASTY),
    "taken long after": Row(hanging(at_last=True), 0, "unknown", 1, patience=HASTY),
    "slow": Row(slow, 3, "sent", 3),
    "reset": Row(reset(taken=False), 0, "unknown", 0),
    "reset, but taken": Row(reset(taken=True), 1, "unknown", 1, hits=1),
    "an empty 200, but taken": Row(saying(200, taken=True), 1, "unknown", 1),
    "somebody else's page": Row(saying(200, PORTAL, taken=False), 0, "unknown", 0, hits=10),
    "led elsewhere": Row(saying(302, taken=False), 0, "unknown", 0, hits=10),
    "cut off": Row(cut_off, 1, "unknown", 1),
}
KAKAO = {  # a lesson is one showing
    "429": Row(refusing(429), 0, "claimed", 1),
    "503": Row(refusing(503), 0, "claimed", 1),
    "400": Row(refusing(400), 0, "claimed", 1),
    "401": Row(refusing(401), 0, "claimed", 1, hits=10),
    "403": Row(refusing(403), 0, "claimed", 1, hits=10),
    "404": Row(refusing(404), 0, "claimed", 1, hits=1),
    "led elsewhere": Row(saying(302, taken=False), 0, "claimed", 1),
    "500": Row(refusing(500), 0, "unknown", 0),
    "502, but taken": Row(saying(502, PORTAL, taken=True), 1, "unknown", 1),
    "hangs": Row(hanging(), 0, "unknown", 0, patience=HASTY),
    "taken, answered too late": Row(hanging(first=True), 1, "unknown", 1, patience=HASTY),
    "taken long after": Row(hanging(at_last=True), 0, "unknown", 1, patience=HASTY),
    "slow": Row(slow, 1, "sent", 1),
    "reset": Row(reset(taken=False), 0, "unknown", 0),
    "reset, but taken": Row(reset(taken=True), 1, "unknown", 1),
    "an empty 200, but taken": Row(saying(200, taken=True), 1, "unknown", 1),
    "somebody else's page": Row(saying(200, PORTAL, taken=False), 0, "unknown", 0),
    "cut off": Row(cut_off, 1, "unknown", 1),
}


@pytest.fixture
def conversation(database: Database, course: Course, say: Texts, clock: Clock) -> Conversation:
    return Conversation(database, course, say, COMMANDS, clock, Metrics(), HOLIDAYS, {"telegram", "kakao"})


@dataclass
class Town:
    """Ten learners of one minute, whom the database numbers from 1."""

    database: Database
    conversation: Conversation
    clock: Clock

    async def fill(self, channel: str, ids: list[str]) -> None:
        """They have been welcomed, and chose weekdays at eight."""
        async with self.database.transaction() as store:
            for id_ in ids:
                one = await store.learners.meet(Address(channel, id_), self.clock())
                chosen = replace(one, trade="teacher", rhythm="weekdays 08:00", next_lesson_at=TUESDAY_8)
                await store.learners.save((one, chosen))
        self.clock.now = TUESDAY_8

    def delivery(self, channel: str, send: Send) -> Delivery:
        return Delivery(self.database, self.conversation, {channel: send}, self.clock, Metrics(), HOLIDAYS)

    async def outcomes(self) -> list[str]:
        """What became of the newest message to each of the ten."""
        async with self.database.transaction() as store:
            return [(await store.sent.latest(one))[0].outcome for one in await store.learners.of(TEN)]

    async def later(self, delivery: Delivery, *minutes: int) -> None:
        """The clock looks again after so many minutes, and after so many more."""
        for span in minutes:
            self.clock.forward(minutes=span)
            await delivery.settle()
            await delivery.deliver()

    async def charged(self) -> int:
        """How many pushes we believe to have paid for."""
        async with self.database.transaction() as store:
            return await store.sent.charged("kakao", TUESDAY_8 - timedelta(days=1))


@pytest.fixture
def town(database: Database, conversation: Conversation, clock: Clock) -> Town:
    return Town(database, conversation, clock)


async def play(row: Row, town: Town, api: FaultyTelegram | FaultyKakao, delivery: Delivery, ids: list[str]) -> None:
    """The fault, its end, the hours after it, and the next day."""
    whole = 3 if isinstance(api, FaultyTelegram) else 1

    def seen(many: int) -> dict[str, int]:
        return dict(zip(ids, [many] * row.hits + [whole] * (10 - row.hits), strict=True))

    async def counted() -> dict[str, int]:
        saw = await api.saw()
        assert all(len(set(texts)) == len(texts) for texts in saw.values()), "somebody was told something twice"
        return {id_: len(saw.get(id_, ())) for id_ in ids}

    await delivery.deliver()
    assert await counted() == seen(row.meanwhile)
    assert await town.outcomes() == [row.outcome] * row.hits + ["sent"] * (10 - row.hits)
    await api.end()
    await town.later(delivery, 1, 5, 60, 150)
    assert await counted() == seen(row.at_last)
    ended = "sent" if row.outcome == "claimed" else row.outcome
    assert await town.outcomes() == [ended] * row.hits + ["sent"] * (10 - row.hits)
    api.forget()
    town.clock.now = TUESDAY_8 + timedelta(days=1)
    await delivery.deliver()
    assert await counted() == seen(0 if row.outcome == "unreachable" else whole)


@asynccontextmanager
async def telegram(town: Town, api: FaultyTelegram, say: Texts) -> AsyncIterator[Delivery]:
    respond = town.conversation.respond
    async with open_telegram(
        TOKEN, respond, say, [], api_url=api.url, spacing=0, pause=0.001, bulk_rate=1000
    ) as channel:
        yield town.delivery("telegram", channel.send)


@pytest.mark.parametrize("row", TELEGRAM.values(), ids=TELEGRAM)
async def test_on_telegram(row: Row, town: Town, say: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [str(n) for n in TEN]
    await town.fill("telegram", ids)
    monkeypatch.setattr("bot.channels.telegram.Wire", partial(Wire, read=row.patience))
    api = FaultyTelegram(row.fault, set(ids[: row.hits]))
    async with telegram_api.serving(api), telegram(town, api, say) as delivery:
        await play(row, town, api, delivery, ids)


@asynccontextmanager
async def kakao(town: Town, api: FaultyKakao, cap: int = 0, patience: float = 5.0) -> AsyncIterator[Delivery]:
    allowed, pace = partial(_under_cap, town.database, cap), replace(PACE, answer=patience)
    async with (
        endpoint(town.conversation.respond) as api.skill,
        open_push(api.url, KEY, BOT, EVENT, allowed=allowed, pace=pace) as push,
    ):
        yield town.delivery("kakao", push.send)


def on_either(rows: dict[str, Row]) -> list[Any]:
    """Each row on one database, in turn: what a fault means has been shown on both already."""
    kinds = zip(rows.items(), cycle(("sqlite", "postgres")), strict=False)
    return [pytest.param(kind, row, id=f"{kind}-{name}") for (name, row), kind in kinds]


@pytest.mark.parametrize(("database_url", "row"), on_either(KAKAO), indirect=["database_url"])
async def test_on_kakaotalk(row: Row, town: Town) -> None:
    """A call is shared by a hundred; those who are hit are on the development channel, which has calls of its own."""
    ids = [f"u{n}" for n in TEN]
    await town.fill("kakao", [f"dev:{id_}" for id_ in ids[: row.hits]] + ids[row.hits :])
    api = FaultyKakao(row.fault)
    async with kakao_api.serving(api), kakao(town, api, patience=row.patience) as delivery:
        await play(row, town, api, delivery, ids)
        assert await town.charged() >= api.paid


@pytest.mark.parametrize(
    ("error", "row"),
    [
        ({"errorType": 999, "msg": "not a friend"}, Row(slow, 0, "unreachable", 0)),
        ({"errorType": 201, "msg": "Bot skill server responded with an HTTP error."}, Row(slow, 0, "claimed", 1)),
        (None, Row(slow, 0, "sent", 0)),  # a key that nobody knows: the result tells how many, not whose
    ],
    ids=["no friend", "our answer failed", "nobody knows whose"],
)
async def test_those_of_a_call_who_fail_alone(error: Any, row: Row, town: Town) -> None:
    """The others in the same call have theirs."""
    ids = [f"u{n}" for n in TEN]
    await town.fill("kakao", ids)
    api = FaultyKakao(slow)
    api.failing = dict.fromkeys(ids[: row.hits], error) if error else {}
    api.unknown = set() if error else set(ids[: row.hits])
    async with kakao_api.serving(api), kakao(town, api) as delivery:
        await play(row, town, api, delivery, ids)
        assert await town.charged() >= api.paid


async def test_the_cap_holds_whatever_the_event_api_says(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven may be paid for. What may have arrived is paid for; the rest waits for the next month."""
    monkeypatch.setattr("bot.__main__.now", town.clock)
    await town.fill("kakao", [f"dev:u{n}" for n in range(1, 5)] + [f"u{n}" for n in range(5, 11)])
    api = FaultyKakao(saying(502, PORTAL, taken=True))
    async with kakao_api.serving(api), kakao(town, api, cap=7) as delivery:
        await delivery.deliver()
        await town.later(delivery, 1, 5, 60, 150)
        assert await town.charged() == len(await api.saw()) == 7
        assert Counter(await town.outcomes())["unsent"] == 3
        await api.end()
        for day in range(1, 7):  # to the 30th of November
            town.clock.now = TUESDAY_8 + timedelta(days=day)
            await delivery.deliver()
        await api.saw()
        assert api.paid == 7
        town.clock.now = TUESDAY_8 + timedelta(days=7)
        await delivery.deliver()
        await api.saw()
        assert api.paid == 14


async def test_a_429_of_an_hour(town: Town, say: Texts) -> None:
    """Who was on the way is not lost and not doubled: a process that has not heard of the silence sends the rest."""
    await town.fill("telegram", [str(n) for n in TEN])
    api = FaultyTelegram(refusing(429, "Too Many Requests", retry_after=3600), {"1"})
    async with telegram_api.serving(api):
        async with telegram(town, api, say) as delivery:
            await delivery.deliver()
            assert set(await town.outcomes()) <= {"sent", "claimed", "unknown"}
        await api.end()
        async with telegram(town, api, say) as delivery:
            await town.later(delivery, 1)
    assert {id_: len(set(texts)) for id_, texts in (await api.saw()).items()} == {str(n): 3 for n in TEN}


@pytest.mark.parametrize("channel", ["telegram", "kakao"])
@pytest.mark.parametrize(("minutes", "arrives"), [(170, True), (190, False)])
async def test_away_for_hours(channel: str, minutes: int, arrives: bool, town: Town, say: Texts) -> None:  # noqa: FBT001 - a column of the table
    """Back within three hours, everybody has the lesson once; later it waits in the chat, and the next one comes."""
    ids = [str(n) for n in TEN]
    await town.fill(channel, ids)
    api: FaultyTelegram | FaultyKakao = FaultyTelegram(slow, set()) if channel == "telegram" else FaultyKakao(slow)
    async with AsyncExitStack() as stack:
        async with serving(api):
            port = int(api.url.rpartition(":")[2])
        delivery = await stack.enter_async_context(opened(town, api, say))
        await town.later(delivery, 0, *[1] * minutes)
        await stack.enter_async_context(serving(api, port))
        await town.later(delivery, *[1] * 6)
        whole = 3 if channel == "telegram" else 1
        assert {id_: len(texts) for id_, texts in (await api.saw()).items()} == dict.fromkeys(
            ids if arrives else (), whole
        )
        assert await town.outcomes() == ["sent" if arrives else "unsent"] * 10
        answer = await town.conversation.respond(Said(Address(channel, "7"), "오늘"))
        assert "레슨 1/30" in " ".join(answer.bubbles)
        api.forget()
        town.clock.now = TUESDAY_8 + timedelta(days=1)
        await delivery.deliver()
        assert {id_: len(texts) for id_, texts in (await api.saw()).items()} == dict.fromkeys(ids, whole)


def serving(api: FaultyTelegram | FaultyKakao, port: int = 0) -> AbstractAsyncContextManager[object]:
    return telegram_api.serving(api, port) if isinstance(api, FaultyTelegram) else kakao_api.serving(api, port)


def opened(town: Town, api: FaultyTelegram | FaultyKakao, say: Texts) -> AbstractAsyncContextManager[Delivery]:
    return telegram(town, api, say) if isinstance(api, FaultyTelegram) else kakao(town, api)
