"""What is on its way to learners: a handful at once, each marked before it leaves and closed when its fate is known."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.delivery.ledger import Ledger, Taken
from bot.message import Away, Message, Send, Unreachable, Unsent, Unsure
from bot.metrics import Metrics
from bot.store.sent import Claim

log = logging.getLogger(__name__)

IN_HAND = 100  # claimed and not yet begun; whatever else is due waits in the database
RETRY = timedelta(seconds=15), timedelta(minutes=5)  # the shortest and the longest wait for another try
GRACE = 10.0  # seconds that messages on their way get when we are told to stop


@dataclass(eq=False, slots=True)
class Errand:
    """A message for whoever holds the claim to send."""

    claim: Claim
    message: Message
    task: asyncio.Task[None] = field(init=False)


class Sender:
    """Sends messages side by side, by the channels' own rates."""

    def __init__(
        self, sends: Mapping[str, Send], ledger: Ledger, clock: Callable[[], datetime], metrics: Metrics
    ) -> None:
        self._sends, self._ledger, self._clock, self._metrics = sends, ledger, clock, metrics
        self._in_hand: set[Errand] = set()
        self._running: set[asyncio.Task[None]] = set()
        self._freed = asyncio.Event()

    def reaches(self, channel: str) -> bool:
        """Whether a channel can speak first."""
        return channel in self._sends

    async def room(self) -> int:
        """How many more may be taken in hand; waits until there are enough to be worth a transaction."""
        while len(self._in_hand) > IN_HAND // 2:
            self._freed.clear()
            await self._freed.wait()
        return IN_HAND - len(self._in_hand)

    def start(self, claim: Claim, message: Message) -> None:
        """Send it, and write down what became of it; in the background."""
        errand = Errand(claim, message)
        self._in_hand.add(errand)
        errand.task = asyncio.create_task(self._run(errand))
        self._running.add(errand.task)
        errand.task.add_done_callback(self._running.discard)

    async def end(self, claim: Claim, outcome: str, note: str = "") -> None:
        """Write down what became of a claim."""
        self._metrics.lesson(claim.address.channel, outcome, (self._clock() - claim.due_at).total_seconds())
        await self._ledger.end(claim, outcome, note)

    async def done(self) -> None:
        """Wait until nothing is on its way any more."""
        while self._running:
            await asyncio.wait(self._running)

    async def finish(self) -> None:
        """Give back what was not begun, and let the rest come to its end for a while."""
        idle = list(self._in_hand)
        for errand in idle:
            errand.task.cancel()
        if self._running:
            await asyncio.wait(self._running, timeout=GRACE)
        backs = asyncio.gather(*(self._ledger.give_back(errand.claim, self._clock()) for errand in idle))
        await asyncio.wait([backs], timeout=GRACE)

    async def _run(self, errand: Errand) -> None:
        try:
            await self._sends[errand.claim.address.channel](
                errand.claim.address, errand.message, partial(self._begin, errand)
            )
        except (Taken, Away):
            return  # another process has it by now, or will when the database is back
        except Unsent as failure:
            await self._again(errand.claim, str(failure))
        except Unreachable as failure:
            await self.end(errand.claim, "unreachable", str(failure))
        except Unsure as failure:
            # never sent again blindly: the lesson itself waits in the chat
            await self.end(errand.claim, "unknown", str(failure))
        except Exception as failure:
            log.exception("a lesson failed on channel %s", errand.claim.address.channel)
            await self.end(errand.claim, "failed", type(failure).__name__)
        else:
            await self.end(errand.claim, "sent")
        finally:
            self._let_go(errand)

    async def _begin(self, errand: Errand) -> None:
        self._let_go(errand)
        errand.claim = await self._ledger.begin(errand.claim)

    def _let_go(self, errand: Errand) -> None:
        self._in_hand.discard(errand)
        self._freed.set()

    async def _again(self, claim: Claim, why: str) -> None:
        """It surely never left: another try, the later the longer it has been due, until it is too late for it."""
        now = self._clock()
        shortest, longest = RETRY
        log.info("a lesson could not be sent on channel %s and is tried again: %s", claim.address.channel, why)
        self._metrics.lesson(claim.address.channel, "retried", (now - claim.due_at).total_seconds())
        await self._ledger.give_back(claim, now + min(max((now - claim.due_at) / 2, shortest), longest))
