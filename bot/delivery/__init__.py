"""The clock's side: claim who is due, say "/ring" for them, send.

A slot is claimed and committed before anything is said, and marked as begun right before its first byte may leave. So
a process that dies loses nothing: what it had not begun is taken over, and what it had is of unknown fate.
"""

import asyncio
import logging
import math
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.conversation import Conversation, Ring, Sorry
from bot.delivery.ledger import Ledger
from bot.delivery.sender import Sender
from bot.learner import AGAIN, LESSON, Learner
from bot.message import Address, Away, Message, Send
from bot.metrics import Metrics
from bot.store import Database, Store
from bot.store.sent import NOWHERE, Claim, Slot

log = logging.getLogger(__name__)

EVERY = 15.0  # seconds between looks at the clock, at most
SOON = 0.2  # seconds, at least: somebody due may just be talking to us
LEASE = timedelta(seconds=90)  # for a claim to be begun; longer than a channel makes anybody wait
LATE = timedelta(hours=3)  # after an outage a lesson is still sent so long; later it waits in the chat
PUNCTUAL = timedelta(minutes=5)
DAYTIME = range(8, 21)  # hours in which a message that is no longer punctual may come
SPREAD = timedelta(minutes=3)  # how early a crowded minute may begin; so few matter to nobody
REMEMBERED = timedelta(days=2)  # ids of updates answered; Telegram repeats one for 24 hours (Bot API, Update)


class Delivery:
    """Sends each learner's daily lesson once, at their time, to their home address. `rate` is messages a second."""

    def __init__(
        self,
        database: Database,
        conversation: Conversation,
        sends: Mapping[str, Send],
        clock: Callable[[], datetime],
        metrics: Metrics,
        holidays: Container[date],
        rate: float = math.inf,
    ) -> None:
        self._database, self._conversation = database, conversation
        self._clock, self._metrics, self._holidays, self._rate = clock, metrics, holidays, rate
        self._sender = Sender(sends, Ledger(database, clock), clock, metrics)
        self._state, self._behind = "ok", timedelta()

    def state(self) -> str:
        """ "ok", or in English why nothing is sent just now, or how far behind its time it is."""
        if self._state == "ok" and self._behind > PUNCTUAL:
            return f"degraded: {self._behind // timedelta(minutes=1)} minutes behind; see BULK_RATE and the messengers"
        return self._state

    async def run(self) -> None:
        """Look at the clock until cancelled. A fault is logged and the next look tries again."""
        try:
            while True:
                nap = await self._look_safely()
                await asyncio.sleep(nap)
        finally:
            await self._sender.finish()

    async def deliver(self) -> int:
        """Send what is due now, to the end; how many slots were claimed."""
        claimed = await self._look()
        await self._sender.done()
        return claimed

    async def _look_safely(self) -> float:
        """Send what is due now; the seconds until there is something to do again."""
        try:
            await self.settle()
            await self._look()
            nap = await self._nap()
        except Away as away:
            self._state = "degraded: the database is away; what is due waits"
            log.error("delivery waits: the database is away: %s", away)  # noqa: TRY400 - no bug of ours
            return SOON * 10
        except Exception:
            self._state = "degraded: a fault of its own, see the log"
            log.exception("delivery failed; the next look tries again")
            return EVERY
        self._state = "ok"
        return nap

    async def _look(self) -> int:
        """Start to send what is due now; how many slots were claimed."""
        count = 0
        while True:
            room, now = await self._sender.room(), self._clock()
            found, claims = await self._claim(now, room)
            self._behind = max((now - claim.due_at for claim, note in claims if not note), default=timedelta())
            for claim, message in await self._ring([claim for claim, note in claims if not note]):
                self._sender.start(claim, message)
            count += len(claims)
            if not found:
                return count

    async def settle(self) -> None:
        """Close what nobody will close any more, and forget what nobody asks for."""
        now = self._clock()
        async with self._database.transaction() as store:
            await store.sent.settle(now)
            await store.learners.tidy(now - REMEMBERED)

    async def _nap(self) -> float:
        async with self._database.transaction() as store:
            moment = await store.sent.next_moment()
        wait = (moment - self._clock()).total_seconds() if moment else EVERY
        return min(max(wait, SOON), EVERY)

    async def _claim(self, now: datetime, most: int) -> tuple[int, list[tuple[Claim, str]]]:
        """Take what has fallen due, in one transaction: how many were found, and our claims.

        The note with a claim says why it is better not sent any more; its slot is closed with it.
        """
        async with self._database.transaction() as store:
            again = await store.sent.reclaim(now, now + LEASE, most)
            due = await store.sent.due(now, await self._early(now, store), most - len(again))
            notes = {claim: self._note(claim, one[0], now) for one in due for claim in [_claim(*one, now + LEASE)]}
            await store.sent.move_on(
                [self._moved_on(one, now, notes[claim]) for (one, _), claim in zip(due, notes, strict=True)]
            )
            fresh = await store.sent.claim([claim for claim in notes if claim.address != NOWHERE], now)
            claims = [(claim, notes[claim], "skipped") for claim in fresh]
            claims += [(claim, _stopped(claim, one) or self._note(claim, one, now), "unsent") for claim, one in again]
            await store.sent.close([(claim, outcome, note) for claim, note, outcome in claims if note], now)
        for claim, note, outcome in claims:
            if note:
                self._metrics.lesson(claim.address.channel, outcome)
        return len(due) + len(again), [(claim, note) for claim, note, _ in claims]

    async def _early(self, now: datetime, store: Store) -> Collection[datetime]:
        """The moments whose crowd takes longer than a minute, and would be half done at their time if begun now."""
        if math.isinf(self._rate):
            return ()
        crowds = await store.sent.crowds(now, now + SPREAD, int(self._rate * 60))
        return [moment for moment, many in crowds if moment - now <= timedelta(seconds=many / self._rate / 2)]

    def _moved_on(self, learner: Learner, now: datetime, note: str) -> Learner:
        """When to speak next, and about what; after an outage that may be due already. A note: it is not sent now."""
        due = learner.next_lesson_at or now
        given = learner.given(due, sent=not note)
        return given.scheduled(max(due, now - LATE), self._holidays)

    def _note(self, claim: Claim, learner: Learner, now: datetime) -> str:
        """Why a slot is better not used any more; empty when it is good."""
        if not self._sender.reaches(claim.address.channel):
            return "alone"  # this channel cannot speak first; the lesson waits in the chat
        late = now - claim.due_at
        if late > LATE:
            return "late"
        if learner.quiet_at(max(now, claim.due_at)) and not claim.slot.kind.startswith(AGAIN):
            return "quiet"  # what was asked for comes when it was asked for
        return "night" if late > PUNCTUAL and learner.local(now).hour not in DAYTIME else ""

    async def _ring(self, claims: Sequence[Claim]) -> list[tuple[Claim, Message]]:
        """What is to be sent, as each learner's screen. One that cannot be said takes no other with it."""
        if not claims:
            return []
        try:
            return await self._rung(claims)
        except Away:
            raise  # the claims lapse, and are taken over when the database is back
        except Exception:
            if len(claims) > 1:
                half = len(claims) // 2
                return await self._ring(claims[:half]) + await self._ring(claims[half:])
            log.exception("lesson channel=%s failed", claims[0].address.channel)
            await self._sender.end(claims[0], "failed")
            return []

    async def _rung(self, claims: Sequence[Claim]) -> list[tuple[Claim, Message]]:
        now = self._clock()
        rings = [Ring(claim.slot.learner_id, claim.address, claim.slot.kind, _meant(claim, now)) for claim in claims]
        async with self._database.transaction() as store:
            said = dict(zip(claims, await self._conversation.ring(rings, store), strict=True))
            spoken = {claim: what for claim, what in said.items() if not isinstance(what, Sorry)}
            mute = [(claim, "skipped", what.key) for claim, what in said.items() if isinstance(what, Sorry)]
            await store.sent.word([(claim, opening) for claim, (_, opening) in spoken.items()])
            await store.sent.close(mute, now)
        for claim, outcome, _ in mute:
            self._metrics.lesson(claim.address.channel, outcome)
        return [(claim, message) for claim, (message, _) in spoken.items()]


def _claim(learner: Learner, address: Address, lease: datetime) -> Claim:
    """The slot of the study day on which it was due, and why it is due."""
    due = learner.next_lesson_at
    assert due is not None  # so it was found
    kind, why = learner.next_kind, learner.next_kind
    if kind == LESSON:
        nth = learner.nth(due)
        kind, why = (LESSON if nth == 1 else f"{LESSON}-{nth}"), learner.rhythm
    return Claim(Slot(learner.id, learner.day(due), kind), address, due, why, lease)


def _meant(claim: Claim, now: datetime) -> datetime:
    """The moment a message speaks of: that it was due, while it is punctual, so that 03:59 belongs to its own day."""
    return claim.due_at if now - claim.due_at <= PUNCTUAL else now


def _stopped(claim: Claim, learner: Learner) -> str:
    """Whether the learner has said since it was due that no lesson shall come; our own farewell is no such word."""
    spoken = learner.heard_at is not None and learner.heard_at > claim.due_at
    silent = learner.off or learner.rests(learner.local(claim.due_at).date(), ())
    return "off" if spoken and silent and claim.slot.kind.startswith(LESSON) else ""
