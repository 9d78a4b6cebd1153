"""The clock's side: look who is due, let the desk claim and say it, send.

A slot is claimed and committed before anything is sent, and marked as begun right before its first byte may leave. So
a process that dies loses nothing: what it had not begun is taken over, and what it had is of unknown fate.
"""

import asyncio
import logging
import math
import random
import time
from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.conversation import Result
from bot.delivery.decisions import PUNCTUAL, Decisions, Errand
from bot.delivery.inquiries import Forwarding
from bot.delivery.sender import Sender
from bot.desk import Desk
from bot.message import Away, Send
from bot.operator.logs import bare
from bot.operator.metrics import Metrics
from bot.record import Asked, Found
from bot.record.inquiries import A_DAY
from bot.record.links import PARTS_FOR
from bot.record.silence import GRACE, SILENT
from bot.store import Database, Transaction, broadcasts, history, inquiries, joining, outbox, silence, strangers
from bot.store.heartbeat import beat
from bot.store.outbox import Waiting

log = logging.getLogger(__name__)

EVERY = 15.0  # seconds between looks at the clock, at most
SHORTEST_WAIT = 0.2  # seconds, at least: somebody due may just be talking to us
SPREAD = timedelta(minutes=3)  # how early a crowded minute may begin; so few matter to nobody
CHOICE = 4  # times as many are looked for as are taken, so that processes side by side seldom reach for the same
SWEEP = timedelta(minutes=10)  # between two rounds of a broadcast to those to whom it could not come before
LEAP = timedelta(minutes=10)  # that the clock may go ahead or back beside the time that passed between two looks
AGAIN = 2.0  # seconds until a clock that leapt is looked at again
FAR = timedelta(days=9)  # longer than any rhythm is silent
MOST_MENDED = 100_000
MENDED = 64  # learners at once, who share transactions
TRIED_OUT = timedelta(days=1)  # after which somebody who looked in and did nothing is forgotten
HOUR = 3600.0
IDS_KEPT = timedelta(days=2)  # ids of updates answered; Telegram repeats one for 24 hours (Bot API, Update)


@dataclass(frozen=True, slots=True)
class Sweep:
    """How far all learners were asked whether a broadcast may come now: up to a number, or anew from a moment on."""

    begins: datetime
    after: int = 0


class Delivery:
    """Sends each learner's daily lesson once, at their time, to their home address. `rate` is messages a second."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        sends: Mapping[str, Send],
        clock: Callable[[], datetime],
        metrics: Metrics,
        holidays: Container[date],
        rate: float = math.inf,
        forwarding: Forwarding | None = None,
    ) -> None:
        self._database, self._desk, self._clock, self._metrics, self._rate = database, desk, clock, metrics, rate
        self._decisions = Decisions(desk.conversation, sends.keys(), holidays)
        self._sender = Sender(sends, desk, clock, metrics)
        self._state, self._behind, self._forwarding = "ok", timedelta(), forwarding
        self._sweeps: dict[int, Sweep] = {}
        self._seen: tuple[datetime, float] | None = None  # the clock at the last look, and beside it one nobody sets
        self._mended, self._swept, self._beaten = False, -HOUR, -HOUR

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
        while await self._bring_news():
            pass
        await self._sender.done()
        return claimed

    async def settle(self) -> None:
        """Close what nobody will close any more, forget what nobody asks for, and hear which broadcasts go out."""
        now, ticks = self._clock(), time.monotonic()
        sweeps, beaten = ticks - self._swept > HOUR, ticks - self._beaten > EVERY / 2
        async with self._database.transaction() as connection:
            if beaten:
                await beat(connection)
            self._decisions.broadcasts = await outbox.settle(connection, now)
            await outbox.forget_deliveries(connection, now - IDS_KEPT)
            await history.forget(connection, now - history.KEPT)
            await joining.forget(connection, now - PARTS_FOR)
            if sweeps:
                await strangers.forget(connection, now - TRIED_OUT)
        await self._database.remains.empty_later()
        if sweeps:
            await self.look_at_the_silent()
        self._swept, self._beaten = ticks if sweeps else self._swept, ticks if beaten else self._beaten

    async def bring_answers(self) -> None:
        """Forward what learners ask a person, and bring them what was answered since yesterday."""
        if self._forwarding:
            await self._forwarding.look()
        async with self._database.reading() as connection:
            answers = await inquiries.untold(connection, self._clock() - A_DAY)
        for learner_id, code in answers:
            if errand := await self._take(learner_id, partial(self._decisions.answer, code)):
                self._start(errand)

    async def look_at_the_silent(self) -> None:
        """Tell those who have said nothing for a year, and erase those who were told and still say nothing."""
        now, after = self._clock(), 0
        while True:
            async with self._database.reading() as connection:
                some = await silence.silent(connection, now - SILENT, now - GRACE, after, MENDED)
            if not some:
                return
            taken = await asyncio.gather(*(self._take(id_, self._decisions.silence) for id_ in some))
            for errand in filter(None, taken):
                self._start(errand)
            await self._sender.room()
            after = some[-1]

    async def mend(self) -> int:
        """Reckon anew when to speak to those who wait longer than their rhythm says, as after a clock that was wrong;
        of how many that was looked at.
        """
        now = self._clock()
        async with self._database.reading() as connection:
            waiting = await outbox.far_off(connection, now + FAR, now.date(), MOST_MENDED)
        for start in range(0, len(waiting), MENDED):
            some = [Asked(learner_id=id_) for id_ in waiting[start : start + MENDED]]
            taken = [self._desk.take(asked, self._decisions.mend) for asked in some]
            faults = [one for one in await asyncio.gather(*taken, return_exceptions=True) if one]
            if away := next((one for one in faults if isinstance(one, Away)), None):
                raise away
            if faults:  # whose rhythm nobody can read any more: they are given up when they fall due
                log.error("the next reminders of %d learners could not be reckoned anew", len(faults))
        return len(waiting)

    def _steady(self) -> bool:
        """Whether the clock went on since the last look as time did. What it shows at two looks is believed."""
        now, ticks = self._clock(), time.monotonic()
        before, self._seen = self._seen or (now, ticks), (now, ticks)
        leap = now - before[0] - timedelta(seconds=ticks - before[1])
        self._mended = self._mended and abs(leap) < LEAP
        return abs(leap) < LEAP

    async def _look_safely(self) -> float:
        """Send what is due now; the seconds until there is something to do again."""
        try:
            if not self._steady():
                self._state = "degraded: the clock leapt; it is looked at again"
                return AGAIN
            if not self._mended:
                await self.mend()
                self._mended = True
            await self.settle()
            await self.bring_answers()
            await self._look()
            nap = SHORTEST_WAIT if await self._bring_news() else await self._nap()
        except Away as away:
            self._state = "degraded: the database is away; what is due waits"
            log.error("delivery waits: the database is away: %s", str(away))  # noqa: TRY400 - no bug of ours
            return SHORTEST_WAIT * 10
        except Exception as fault:
            self._state = "degraded: a fault of its own, see the log"
            log.exception("delivery failed; the next look tries again", exc_info=bare(fault))
            return EVERY
        self._state = "ok"
        return nap

    async def _look(self) -> int:
        """Start to send what is due now; how many slots were claimed."""
        count = 0
        while True:
            room = await self._sender.room()
            waiting, early = await self._waiting(room)
            taken = await asyncio.gather(*(self._remind(one, early) for one in waiting))
            claimed = [errand for errand in taken if errand]
            self._behind = max((self._late(one) for one in claimed if one.message), default=timedelta())
            for errand in claimed:
                self._start(errand)
            count += len(claimed)
            if not claimed:
                return count

    async def _bring_news(self) -> bool:
        """Bring broadcasts to some of those to whom no lesson brings them now; whether there are more to be asked."""
        for broadcast in self._decisions.broadcasts:
            sweep, now = self._sweeps.setdefault(broadcast.id, Sweep(self._clock())), self._clock()
            if now < sweep.begins:
                continue
            async with self._database.reading() as connection:
                asked = await broadcasts.owed(connection, broadcast, sweep.after, await self._sender.room())
            taken = await asyncio.gather(*(self._take(id_, partial(self._decisions.bring, broadcast)) for id_ in asked))
            for errand in filter(None, taken):
                self._start(errand)
            self._sweeps[broadcast.id] = Sweep(now, asked[-1]) if asked else Sweep(now + SWEEP)
            if asked:
                return True
        return False

    async def _take(self, learner_id: int, turn: Callable[[Found, datetime], Result[Errand | None]]) -> Errand | None:
        """What a turn of the clock has to send to a learner."""
        try:
            return await self._desk.take(Asked(learner_id=learner_id), turn)
        except Away:
            raise
        except Exception as fault:
            log.exception("a learner could not be told something, and it is tried again", exc_info=bare(fault))
            return None

    def _start(self, errand: Errand) -> None:
        if errand.message:
            self._sender.start(errand)
        else:
            self._metrics.lesson(errand.address.channel, errand.reminder.outcome)

    def _late(self, errand: Errand) -> timedelta:
        return self._clock() - errand.reminder.due_at

    async def _remind(self, waiting: Waiting, early: Collection[datetime]) -> Errand | None:
        asked = Asked(learner_id=waiting.learner_id)
        try:
            return await self._desk.take(asked, partial(self._decisions.remind, waiting, early))
        except Away:
            raise  # what was claimed lapses, and is taken over when the database is back
        except Exception as fault:
            log.exception("a reminder could not be kept, and is given up", exc_info=bare(fault))
            return await self._desk.take(asked, partial(self._decisions.give_up, waiting))

    async def _waiting(self, room: int) -> tuple[list[Waiting], Collection[datetime]]:
        """Who is to be reminded now, and the moments that begin early."""
        now = self._clock()
        async with self._database.reading() as connection:
            early = await self._early(now, connection)
            waiting = await outbox.waiting(connection, now, early, room * CHOICE)
        return (random.sample(waiting, room) if len(waiting) > room else waiting), early

    async def _early(self, now: datetime, connection: Transaction) -> Collection[datetime]:
        """The moments whose crowd takes longer than a minute, and would be half done at their time if begun now."""
        if math.isinf(self._rate):
            return ()
        crowds = await outbox.crowds(connection, now, now + SPREAD, int(self._rate * 60))
        return [moment for moment, many in crowds if moment - now <= timedelta(seconds=many / self._rate / 2)]

    async def _nap(self) -> float:
        async with self._database.reading() as connection:
            moment = await outbox.next_moment(connection)
        wait = (moment - self._clock()).total_seconds() if moment else EVERY
        return min(max(wait, SHORTEST_WAIT), EVERY)
