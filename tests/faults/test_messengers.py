"""Messengers that misbehave, told over real sockets: nobody gets a lesson twice, and nobody loses one in silence.

Ten learners chose the same minute. Some of them meet a fault, the others must not notice; then the fault is over.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

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
HASTY = 0.3  # seconds that we wait where nobody answers
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
SLOW_DOWN = refusing(429, "Too Many Requests", retry_after=0.2)
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
        """Everybody is welcomed, and chooses weekdays at eight."""
        for id_ in ids:
            for words in ("시작", "/trade teacher", "/hour weekdays 08:00"):
                await self.conversation.respond(Said(Address(channel, id_), words))
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

    def counted() -> dict[str, int]:
        assert all(len(set(texts)) == len(texts) for texts in api.saw().values()), "somebody was told something twice"
        return {id_: len(api.saw().get(id_, ())) for id_ in ids}

    await delivery.deliver()
    assert counted() == seen(row.meanwhile)
    assert await town.outcomes() == [row.outcome] * row.hits + ["sent"] * (10 - row.hits)
    await api.end()
    await town.later(delivery, 1, 5, 60, 150)
    assert counted() == seen(row.at_last)
    ended = "sent" if row.outcome == "claimed" else row.outcome
    assert await town.outcomes() == [ended] * row.hits + ["sent"] * (10 - row.hits)
    api.forget()
    town.clock.now = TUESDAY_8 + timedelta(days=1)
    await delivery.deliver()
    assert counted() == seen(0 if row.outcome == "unreachable" else whole)


@asynccontextmanager
async def telegram(town: Town, api: FaultyTelegram, say: Texts) -> AsyncIterator[Delivery]:
    respond, fast = town.conversation.respond, {"spacing": 0, "pause": 0.001, "bulk_rate": 1000}
    async with open_telegram(TOKEN, respond, say, [], api_url=api.url, **fast) as channel:
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
    async with endpoint(town.conversation.respond) as api.skill:
        async with open_push(api.url, KEY, BOT, EVENT, allowed=allowed, pace=pace) as push:
            yield town.delivery("kakao", push.send)


@pytest.mark.parametrize("row", KAKAO.values(), ids=KAKAO)
async def test_on_kakaotalk(row: Row, town: Town) -> None:
    """A call is shared by a hundred; those who are hit are on the development channel, which has calls of its own."""
    ids = [f"u{n}" for n in TEN]
    await town.fill("kakao", [f"dev:{id_}" for id_ in ids[: row.hits]] + ids[row.hits :])
    api = FaultyKakao(row.fault)
    async with kakao_api.serving(api), kakao(town, api, patience=row.patience) as delivery:
        await play(row, town, api, delivery, ids)
    assert await town.charged() >= api.paid
