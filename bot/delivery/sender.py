"""What is on its way to learners: a handful at once, each marked before it leaves and closed when its fate is known."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from bot.conversation import Result
from bot.delivery import decisions
from bot.delivery.decisions import SENDING, Errand, Taken
from bot.desk import Desk
from bot.message import Away, Send, Unreachable, Unsent, Unsure
from bot.operator.logs import bare
from bot.operator.metrics import Metrics
from bot.record import Asked, Found, Reads
from bot.record.facts import Outcome, Reminder

log = logging.getLogger(__name__)

IN_HAND = 200  # claimed and not yet begun, so that transactions are full; whatever else is due waits in the database
RETRY = timedelta(seconds=15), timedelta(minutes=5)  # the shortest and the longest wait for another try
WAIT = 1.0  # seconds between tries to write an end down while the database is away
SENDING_GRACE = 10.0  # seconds that messages on their way get when we are told to stop


@dataclass(eq=False, slots=True)
class _Sending:
    """An errand under way; what is claimed becomes what is begun."""

    errand: Errand
    task: asyncio.Task[None] = field(init=False)


class Sender:
    """Sends messages side by side, by the channels' own rates."""

    def __init__(self, sends: Mapping[str, Send], desk: Desk, clock: Callable[[], datetime], metrics: Metrics) -> None:
        self._sends, self._desk, self._clock, self._metrics = sends, desk, clock, metrics
        self._in_hand: set[_Sending] = set()
        self._running: set[asyncio.Task[None]] = set()
        self._freed = asyncio.Event()

    async def room(self) -> int:
        """How many more may be taken in hand; waits until there are enough to be worth a transaction."""
        while len(self._in_hand) > IN_HAND // 2:
            self._freed.clear()
            await self._freed.wait()
        return IN_HAND - len(self._in_hand)

    def start(self, errand: Errand) -> None:
        """Send it, and write down what became of it; in the background."""
        sending = _Sending(errand)
        self._in_hand.add(sending)
        sending.task = asyncio.create_task(self._run(sending))
        self._running.add(sending.task)
        sending.task.add_done_callback(self._running.discard)

    async def done(self) -> None:
        """Wait until nothing is on its way any more."""
        while self._running:
            await asyncio.wait(self._running)

    async def finish(self) -> None:
        """Give back what was not begun, and let the rest come to its end for a while."""
        idle = list(self._in_hand)
        for sending in idle:
            sending.task.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=SENDING_GRACE)
        backs = asyncio.gather(*(self._give_back(sending.errand.reminder, self._clock()) for sending in idle))
        await asyncio.wait([backs], timeout=SENDING_GRACE)

    async def _run(self, sending: _Sending) -> None:
        address, message = sending.errand.address, sending.errand.message
        assert message is not None  # nothing else is started
        try:
            await self._sends[address.channel](address, message, partial(self._begin, sending))
        except (Taken, Away):
            return  # another process has it by now, or will when the database is back
        except Unsent as failure:
            await self._again(sending.errand, str(failure))
        except Unreachable as failure:
            await self._end(sending.errand, Outcome.UNREACHABLE, str(failure))
        except Unsure as failure:
            # never sent again blindly: the lesson itself waits in the chat
            await self._end(sending.errand, Outcome.UNKNOWN, str(failure))
        except Exception as failure:
            log.exception("a lesson failed on channel %s", address.channel, exc_info=bare(failure))
            await self._end(sending.errand, Outcome.FAILED, type(failure).__name__)
        else:
            await self._end(sending.errand, Outcome.SENT)
        finally:
            self._let_go(sending)

    async def _begin(self, sending: _Sending) -> None:
        self._let_go(sending)
        claim = sending.errand.reminder
        begun = await self._desk.take(_asked(claim), partial(decisions.begin, claim))
        sending.errand = replace(sending.errand, reminder=begun)

    def _let_go(self, sending: _Sending) -> None:
        self._in_hand.discard(sending)
        self._freed.set()

    async def _end(self, errand: Errand, outcome: Outcome, note: str = "") -> None:
        late = (self._clock() - errand.reminder.due_at).total_seconds()
        self._metrics.lesson(errand.address.channel, outcome, late)
        await self._at_last(errand.reminder, partial(decisions.end, errand, outcome, note))

    async def _again(self, errand: Errand, why: str) -> None:
        """It surely never left: another try, the later the longer it has been due, until it is too late for it."""
        now, claim = self._clock(), errand.reminder
        shortest, longest = RETRY
        log.info("a lesson could not be sent on channel %s and is tried again: %s", claim.channel, why)
        self._metrics.lesson(claim.channel, "retried", (now - claim.due_at).total_seconds())
        await self._give_back(claim, now + min(max((now - claim.due_at) / 2, shortest), longest))

    async def _give_back(self, claim: Reminder, at: datetime) -> None:
        await self._at_last(claim, partial(decisions.give_back, claim, at))

    async def _at_last(self, claim: Reminder, turn: Callable[[Found, datetime], Result[None]]) -> None:
        """Write it down as soon as the database lets us, while that is still of use."""
        for _ in range(int(SENDING.total_seconds() / WAIT)):
            try:
                await self._desk.take(_asked(claim), turn)
            except Away:
                await asyncio.sleep(WAIT)
            except Exception as fault:
                log.exception("what became of a lesson could not be kept", exc_info=bare(fault))
                return
            else:
                return


def _asked(claim: Reminder) -> Asked:
    return Asked(learner_id=claim.learner_id, reads=Reads.SLOT, slot=claim.slot)
