"""Ten learners who chose the same minute, and the channels that reach them."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from bot.__main__ import paid_for
from bot.channels.kakao import under_cap
from bot.channels.kakao.push import Pace, open_push
from bot.channels.telegram.opening import open_telegram
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Send
from bot.operator.metrics import Metrics
from bot.store import Database, outbox
from tests.channels import kakao_api, telegram_api
from tests.channels.kakao_api import BOT, EVENT, KEY
from tests.channels.kakao_requests import endpoint
from tests.channels.telegram_api import TOKEN
from tests.conftest import TUESDAY_8, Clock
from tests.faults.faulty import FaultyKakao, FaultyTelegram
from tests.language import SAY
from tests.records import change, record_at, record_of

TEN = range(1, 11)
HOLIDAYS = korean_holidays([2026, 2027])
PACE = Pace(gather=0.02, pause=0.01, longest=5, connect=5, answer=5, polls=(0.005, 0.01, 0.02), known=5, grace=5)


@dataclass
class Town:
    """Its people are numbered from 1, as they came."""

    database: Database
    desk: Desk
    clock: Clock

    async def fill(self, channel: str, ids: list[str]) -> None:
        """They have been welcomed, and chose weekdays at eight."""
        for id_ in ids:
            one = await record_at(self.database, Address(channel, id_), self.clock())
            await change(self.database, one, trade="teacher", rhythm="weekdays 08:00", next_lesson_at=TUESDAY_8)
        self.clock.now = TUESDAY_8

    def delivery(self, channel: str, send: Send) -> Delivery:
        """Who sends to them."""
        return Delivery(self.database, self.desk, {channel: send}, self.clock, Metrics(), HOLIDAYS)

    async def later(self, delivery: Delivery, *minutes: int) -> None:
        """The clock is looked at after so many minutes, and after so many more."""
        for span in minutes:
            self.clock.forward(minutes=span)
            await delivery.settle()
            await delivery.deliver()

    async def days_later(self, delivery: Delivery, *days: int) -> None:
        """The clock is looked at as many days after the first, at eight."""
        for day in days:
            self.clock.now = TUESDAY_8 + timedelta(days=day)
            await delivery.deliver()

    async def outcomes(self) -> list[str]:
        """What became of the newest message to each of the ten."""
        return [(await record_of(self.database, id_)).latest()[0].outcome for id_ in TEN]

    async def all_sent(self) -> bool:
        """Whether everybody's newest message is known to have been sent."""
        return set(await self.outcomes()) == {"sent"}

    async def charged(self) -> int:
        """How many pushes we believe to have paid for."""
        async with self.database.reading() as connection:
            return await outbox.charged(connection, "kakao", TUESDAY_8 - timedelta(days=1))


def serving(api: FaultyTelegram | FaultyKakao, port: int = 0) -> AbstractAsyncContextManager[object]:
    """The messenger, on a free port by default."""
    return telegram_api.serving(api, port) if isinstance(api, FaultyTelegram) else kakao_api.serving(api, port)


@asynccontextmanager
async def sending(
    town: Town, api: FaultyTelegram | FaultyKakao, *, cap: int = 0, patience: float = 5.0
) -> AsyncIterator[Delivery]:
    """A delivery over the real channel to this messenger; a call on KakaoTalk waits `patience` seconds."""
    if isinstance(api, FaultyTelegram):
        respond, fast = town.desk.respond, 1000
        async with open_telegram(
            TOKEN, respond, SAY, [], api_url=api.url, spacing=0, pause=0.001, bulk_rate=fast
        ) as telegram:
            yield town.delivery("telegram", telegram.send)
        return
    allowed, pace = partial(under_cap, partial(paid_for, town.database, "kakao"), cap), replace(PACE, answer=patience)
    async with (
        endpoint(town.desk.respond) as api.skill,
        open_push(api.url, KEY, BOT, EVENT, allowed=allowed, pace=pace) as push,
    ):
        yield town.delivery("kakao", push.send)
