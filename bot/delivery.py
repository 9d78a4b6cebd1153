"""The clock's side: claim who is due, say "/ring" for them, send. Claimed and committed before anything is sent."""

import asyncio
import logging
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.conversation import Conversation
from bot.learner import LESSON, Learner
from bot.message import Address, Away, Said, Send, Unreachable, Unsent, Unsure
from bot.metrics import Metrics
from bot.store import Database
from bot.store.sent import NOWHERE, Slot

log = logging.getLogger(__name__)

EVERY = 15.0  # seconds between looks at the clock
AT_ONCE = 100  # learners claimed together


class Delivery:
    """Sends each learner's daily lesson once, at their time, to their home address."""

    def __init__(
        self,
        database: Database,
        conversation: Conversation,
        sends: Mapping[str, Send],
        clock: Callable[[], datetime],
        metrics: Metrics,
        holidays: Container[date],
    ) -> None:
        self._database, self._conversation, self._sends = database, conversation, sends
        self._clock, self._metrics, self._holidays = clock, metrics, holidays

    async def run(self) -> None:
        """Look at the clock until cancelled. A fault is logged and the next look tries again."""
        while True:
            try:
                while await self.deliver():
                    pass
            except Away:
                log.error("delivery waits: the database is away")  # noqa: TRY400 - no bug of ours
            except Exception:
                log.exception("delivery failed; the next look tries again")
            await asyncio.sleep(EVERY)

    async def deliver(self) -> int:
        """Claim and send what is due now, at most a hundred; how many were claimed."""
        now = self._clock()
        claimed = await self._claim(now)
        for address, slot in claimed:
            outcome = await self._ring(address)
            async with self._database.transaction() as store:
                await store.sent.close(slot, outcome, self._clock())
                if outcome == "unreachable":
                    await store.learners.reachable(address, reachable=False)
            self._metrics.lesson(address.channel, outcome)
        return len(claimed)

    async def _claim(self, now: datetime) -> list[tuple[Address, Slot]]:
        claimed = []
        async with self._database.transaction() as store:
            for learner, address in await store.sent.due(now, AT_ONCE):
                slot = Slot(learner.id, learner.day(now), learner.next_kind)
                following = replace(learner, next_lesson_at=self._following(learner, now), next_kind=LESSON)
                await store.learners.save(learner, following)
                if address != NOWHERE and await store.sent.claim(slot, address.channel, learner.next_lesson_at, now):
                    claimed.append((address, slot))
        return claimed

    def _following(self, learner: Learner, now: datetime) -> datetime | None:
        """The next regular lesson; after one that was asked for, not on the same study day again."""
        following = learner.next_lesson(now, self._holidays)
        while following and learner.next_kind != LESSON and learner.day(following) == learner.day(now):
            following = learner.next_lesson(following, self._holidays)
        return following

    async def _ring(self, address: Address) -> str:
        """Say the lesson for the learner and send it: sent, skipped, unreachable, unsent, unknown or failed."""
        send = self._sends.get(address.channel)
        if send is None:
            return "skipped"  # this channel cannot speak first; the lesson waits in the chat
        try:
            message, command = await self._conversation.turn(Said(address, "/ring"))
            if command == "sorry":
                return "skipped"
            await send(address, message)
        except Unreachable:
            return "unreachable"
        except Unsent:
            return "unsent"
        except Unsure:
            return "unknown"  # never sent again blindly: the lesson itself waits in the chat
        except Exception:
            log.exception("lesson channel=%s failed", address.channel)
            return "failed"
        return "sent"
