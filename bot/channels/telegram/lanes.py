"""Who may call the Bot API next: replies as they come, bulk behind them at its rate, nobody during a silence."""

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext, suppress

from bot.channels.channel import RateLimiter
from bot.message import Away, Unsent

REPLIES_AT_ONCE, BULK_AT_ONCE = 32, 60  # calls under way; their own room each, so neither lane lacks a connection
TAKES = 0.25  # seconds that a call and what is done before it may take, for the rate to be kept
MOST_AT_ONCE = 300  # of the bulk, however fast; a bot with a thousand calls under way is silenced
BLOCK = 10  # slots reserved together: where they stand in a database, its price is paid once for ten
BLOCK_SPAN, LARGEST_BLOCK = (
    0.1,
    1000,
)  # seconds; if they hold more slots, those are a block, reserved on a guess
TIMER_SLIP = 0.01  # seconds a timer may oversleep; a slot missed by more, and by more than one interval, has lapsed
UNPACED = 10_000  # slots a second; nobody is as fast, so that there they never lapse
LINGER = 0.2  # seconds a push may spend on its way out: at 25 a second five leave together then, which 30 has room for
LONGEST_WAIT = 60.0  # seconds a call waits for a silence to end; later, nobody waits for the message any more


class LocalRateLimiter:
    """RateLimiter of this process alone, `rate` a second."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = 0.0  # loop time

    async def take(self, count: int) -> float:
        """Reserve so many in a row; the seconds until the first."""
        now = _now()
        first = max(now, self._next)
        self._next = first + count * self._interval
        return first - now

    async def hold(self, seconds: float) -> None:
        """Give none for so long from now."""
        self._next = max(self._next, _now() + seconds)


class ReplyLane:
    """Inside `async with`, one call to answer a learner may be made; as many may be inside as there is room for."""

    def __init__(self, silence: Callable[[], Awaitable[None]]) -> None:
        self._silence = silence
        self._room = asyncio.Semaphore(REPLIES_AT_ONCE)
        self._nobody_waits = asyncio.Event()
        self._nobody_waits.set()
        self.waiting = 0

    async def nobody_waits(self) -> None:
        """Returns when no reply waits."""
        await self._nobody_waits.wait()

    async def __aenter__(self) -> None:
        self.waiting += 1
        self._nobody_waits.clear()
        try:
            await self._room.acquire()
            try:
                await self._silence()
            except BaseException:
                self._room.release()
                raise
        finally:
            self.waiting -= 1
            if not self.waiting:
                self._nobody_waits.set()

    async def __aexit__(self, *_: object) -> None:
        self._room.release()


class Lanes:
    """Two lanes to one Bot API. `limiter` paces the bulk, `rate` a second; replies are paced by each chat alone.

    Entering `replies`, the lane to answer learners, raises Unsent when Telegram asked for a long silence.
    """

    def __init__(self, rate: float, limiter: RateLimiter | None = None) -> None:
        self._limiter, self._interval = limiter or LocalRateLimiter(rate), 1 / rate
        self._block = max(BLOCK, min(int(rate * BLOCK_SPAN), LARGEST_BLOCK))
        self._guessed = self._block if self._block > BLOCK else 0
        self._late = max(self._interval, TIMER_SLIP) if rate < UNPACED else math.inf
        self._reserved: deque[float] = deque()  # loop times
        self._none_until = 0.0  # loop time; before it no slot comes in sight
        self._quiet_until = 0.0  # loop time
        self.replies, self._bulk_room = ReplyLane(self._silence), asyncio.Semaphore(bulk_at_once(rate))
        self._pushes, self._in_line = 0, 0
        # a lock serves first come, first served; before the door stands one newcomer at most, so that the next bubble
        # of a message already begun waits for one other and not for the whole line
        self._newcomers, self._door = asyncio.Lock(), asyncio.Lock()

    @asynccontextmanager
    async def bulk(self, *, begun: bool) -> AsyncIterator[None]:
        """Inside, one call of an unprompted message may be made; `begun` when a part of it, or its turn, was before."""
        self._pushes += 1
        try:
            async with AsyncExitStack() as room:
                async with self._line(begun=begun):
                    # room first: whoever is inside may need the door once more, and would wait for us, and we for them
                    await room.enter_async_context(self._bulk_room)
                    async with self._door:
                        await self._slot()
                yield
        finally:
            self._pushes -= 1

    async def again(self) -> None:
        """Another slot for who is inside already and could not use theirs in time."""
        async with self._line(begun=True), self._door:
            await self._slot()

    async def before_leaving(self, step: Callable[[], Awaitable[None]]) -> None:
        """Does what is to be done inside, right before the call; a burst that it held up does not leave as a burst."""
        started = _now()
        await step()
        if _now() - started > LINGER or self._quiet_until > _now():
            await self.again()

    async def hold(self, seconds: float) -> None:
        """A 429 asked for silence: both lanes keep it to its end, and other processes on the same slots with them."""
        self._quiet_until = max(self._quiet_until, _now() + seconds)
        with suppress(Away):  # then the others meet their own 429
            await self._limiter.hold(seconds)

    @asynccontextmanager
    async def _line(self, *, begun: bool) -> AsyncIterator[None]:
        newcomers: AbstractAsyncContextManager[None] = nullcontext() if begun else self._newcomers
        self._in_line += 1
        try:
            async with newcomers:
                yield
        finally:
            self._in_line -= 1

    async def _slot(self) -> None:
        """Waits for a slot that neither a silence nor a waiting reply forbids to use."""
        while True:
            await self._silence()
            await self.replies.nobody_waits()
            if (wait := await self._next_slot() - _now()) > 0:
                await asyncio.sleep(wait)
            if self._quiet_until <= _now() and not self.replies.waiting:
                return

    async def _next_slot(self) -> float:
        while self._reserved:
            if (slot := self._reserved.popleft()) > _now() - self._late:
                # asked for in good time: at a thousand a second each wait for a database would cost slots
                if len(self._reserved) < (others := self._wanted(self._in_line - 1)) // 4:
                    with suppress(Unsent):  # whoever needs them finds out
                        await self._reserve(others - len(self._reserved))
                return slot
        await self._reserve(self._wanted(self._in_line))
        return self._reserved.popleft()

    def _wanted(self, in_line: int) -> int:
        """A slot for each in line; where slots pass fast also for those who may follow the ones under way."""
        return min(self._block, max(in_line, min(BLOCK * self._pushes, self._guessed)))

    async def _reserve(self, count: int) -> None:
        if self._none_until <= _now():
            try:
                wait = await self._limiter.take(count)
            except Away:
                raise Unsent("the sending rate cannot be asked for") from None
            if wait <= LONGEST_WAIT:
                first = _now() + wait
                self._reserved.extend(first + n * self._interval for n in range(count))
                return
            # to go on asking would move the end of the silence further and further away
            self._none_until = _now() + wait - LONGEST_WAIT
        raise Unsent("Telegram asked for a longer silence")

    async def _silence(self) -> None:
        patience_ends = _now() + LONGEST_WAIT
        while (wait := self._quiet_until - _now()) > 0:
            if self._quiet_until > patience_ends:
                raise Unsent("Telegram asked for a longer silence")
            await asyncio.sleep(wait)


def bulk_at_once(rate: float) -> int:
    """How many calls of the bulk may be under way, at so many a second."""
    return int(min(max(BULK_AT_ONCE, rate * TAKES), MOST_AT_ONCE))


def _now() -> float:
    return asyncio.get_running_loop().time()
