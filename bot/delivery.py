"""The clock's side: claim who is due, say "/ring" for them, send. Claimed and committed before anything is sent."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import Conversation
from bot.korean.rhythm import load_repeat
from bot.learning.memory import study_day
from bot.message import Address, Away, Said, Send, Unreachable, Unsent, Unsure
from bot.metrics import Metrics
from bot.store import Database
from bot.store.sent import Due, Slot

log = logging.getLogger(__name__)

EVERY = 15.0  # seconds between looks at the clock
AT_ONCE = 100  # learners claimed together
KIND = "lesson"


class Delivery:
    """Sends each learner's daily lesson once, at their time, to their home address."""

    def __init__(
        self,
        database: Database,
        conversation: Conversation,
        sends: Mapping[str, Send],
        clock: Callable[[], datetime],
        metrics: Metrics,
    ) -> None:
        self._database, self._conversation, self._sends = database, conversation, sends
        self._clock, self._metrics = clock, metrics

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
        for due, slot in claimed:
            outcome = await self._ring(due.address)
            async with self._database.transaction() as store:
                await store.sent.close(slot, outcome, self._clock())
                if outcome == "unreachable":
                    await store.learners.reachable(due.address, reachable=False)
            self._metrics.lesson(due.address.channel, outcome)
        return len(claimed)

    async def _claim(self, now: datetime) -> list[tuple[Due, Slot]]:
        claimed = []
        async with self._database.transaction() as store:
            for due in await store.sent.due(now, AT_ONCE):
                await store.sent.next_at(due.learner_id, _next(due, now))
                slot = Slot(due.learner_id, study_day(now, due.zone), KIND)
                if await store.sent.claim(slot, due.address.channel, due.due_at, now):
                    claimed.append((due, slot))
        return claimed

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


def _next(due: Due, now: datetime) -> datetime | None:
    zone = ZoneInfo(due.zone)
    return load_repeat(due.rhythm).next_at(now, zone, since=due.since.astimezone(zone).date())
