"""What goes on after its update was confirmed, such as a slow reply: in the background, and bounded."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection

AT_ONCE = 256  # when so many are under way, updates wait

logger = logging.getLogger(__name__)


class Errands:
    """Runs errands, at most 256 at once; they start in the order they came."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_ONCE)
        self._running: set[asyncio.Task[None]] = set()

    async def start(self, errand: Callable[[], Awaitable[object]]) -> None:
        """Returns as soon as it runs."""
        await self._room.acquire()
        task = asyncio.create_task(self._run(errand))
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def finish(self, deadline: float) -> None:
        """Lets them end until the deadline, in loop time."""
        await let_end(self._running, deadline)

    async def _run(self, errand: Callable[[], Awaitable[object]]) -> None:
        try:
            await errand()
        except Exception as fault:  # noqa: BLE001  nobody else waits for it; its text and trace may hold words
            logger.error("an errand failed: %s", type(fault).__name__)  # noqa: TRY400  the same

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._room.release()


async def let_end(tasks: Collection[asyncio.Task[None]], deadline: float) -> None:
    """Waits for the tasks until the deadline, in loop time, and cancels what still runs then."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=max(0, deadline - asyncio.get_running_loop().time()))
    if late:
        logger.warning("%d turns or replies took too long and were cut off", len(late))
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
