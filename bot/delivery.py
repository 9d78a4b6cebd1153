"""The clock's side: claim who is due, say "/ring" for them, send. Claimed and committed before anything is sent."""

import asyncio
import logging
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.conversation import Conversation
from bot.learner import FOLLOW_UPS, LESSON, Learner
from bot.message import Address, Away, Said, Send, Unreachable, Unsent, Unsure
from bot.metrics import Metrics
from bot.store import Database
from bot.store.sent import NOWHERE, Slot

log = logging.getLogger(__name__)

EVERY = 15.0  # seconds between looks at the clock
AT_ONCE = 100  # learners claimed together
LATE = timedelta(hours=3)  # after an outage a lesson is still sent so long; later it waits in the chat
PUNCTUAL = timedelta(minutes=5)
DAYTIME = range(8, 21)  # hours in which a message that is no longer punctual may come
ABANDONED = timedelta(minutes=10)  # a claim that was not closed by then never will be
REMEMBERED = timedelta(days=2)  # ids of updates answered; Telegram repeats one for 24 hours (Bot API, Update)


@dataclass(frozen=True, slots=True)
class Errand:
    """A slot that is ours, where its message goes, and whether it is better not sent any more."""

    slot: Slot
    address: Address
    silent: bool


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
                await self._settle()
                while await self.deliver():
                    pass
            except Away as away:
                log.error("delivery waits: the database is away: %s", away)  # noqa: TRY400 - no bug of ours
            except Exception:
                log.exception("delivery failed; the next look tries again")
            await asyncio.sleep(EVERY)

    async def deliver(self) -> int:
        """Claim and send what is due now, at most a hundred; how many were claimed."""
        claimed = await self._claim(self._clock())
        await asyncio.gather(*(self._send(errand) for errand in claimed))
        return len(claimed)

    async def _settle(self) -> None:
        """What a process claimed and never closed may have arrived or not; it is never sent again."""
        now = self._clock()
        async with self._database.transaction() as store:
            await store.sent.settle(now - ABANDONED, now)
            await store.learners.tidy(now - REMEMBERED)

    async def _claim(self, now: datetime) -> list[Errand]:
        """Move everybody due on to their next lesson and take their slots, in one transaction."""
        async with self._database.transaction() as store:
            due = await store.sent.due(now, AT_ONCE)
            await store.sent.move_on([(learner.id, *self._following(learner, now)) for learner, _ in due])
            errands = [
                Errand(Slot(learner.id, learner.day(now), learner.next_kind), address, _silent(learner, now))
                for learner, address in due
                if address != NOWHERE
            ]
            mine = await store.sent.claim([(errand.slot, errand.address.channel) for errand in errands], now)
            return [errand for errand in errands if errand.slot in mine]

    async def _send(self, errand: Errand) -> None:
        outcome = "skipped" if errand.silent else await self._ring(errand)
        async with self._database.transaction() as store:
            await store.sent.close(errand.slot, outcome, self._clock())
            if outcome == "unreachable":
                await store.learners.reachable(errand.address, reachable=False)
        self._metrics.lesson(errand.address.channel, outcome)

    def _following(self, learner: Learner, now: datetime) -> tuple[datetime | None, str]:
        """When to speak next, and about what; after a lesson that was asked for, not on the same study day again."""
        if learner.next_kind in FOLLOW_UPS:
            kinds = list(FOLLOW_UPS)
            later = kinds[kinds.index(learner.next_kind) + 1 :]
            wait = FOLLOW_UPS[later[0]] - FOLLOW_UPS[learner.next_kind] if later else None
            return (now + wait, later[0]) if wait else (None, LESSON)
        following = learner.next_lesson(now, self._holidays)
        while following and learner.next_kind != LESSON and learner.day(following) == learner.day(now):
            following = learner.next_lesson(following, self._holidays)
        return following, LESSON

    async def _ring(self, errand: Errand) -> str:
        """Say the lesson for the learner and send it: sent, skipped, unreachable, unsent, unknown or failed."""
        address = errand.address
        send = self._sends.get(address.channel)
        if send is None:
            return "skipped"  # this channel cannot speak first; the lesson waits in the chat
        try:
            message, command = await self._conversation.turn(Said(address, f"/ring {errand.slot.kind}"))
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


def _silent(learner: Learner, now: datetime) -> bool:
    """Whether it has grown too late, or falls into the night or the learner's quiet hours."""
    late = now - (learner.next_lesson_at or now)
    if late > LATE or learner.quiet_at(now):
        return True
    return late > PUNCTUAL and learner.local(now).hour not in DAYTIME
