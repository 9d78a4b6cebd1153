"""What goes on after its update was confirmed, such as a slow reply: in the background, and bounded."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from typing import Any

AT_ONCE = 256  # when so many are under way, updates wait

log = logging.getLogger(__name__)


class Errands:
    """Runs errands; they start in the order they came. Updates find `room` first, so that those of one chat keep it."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._door = asyncio.Lock()  # nobody overtakes who waits here

    async def room(self) -> None:
        """Returns when fewer than 256 run, and at once when nobody waits for that."""
        async with self._door:
            while len(self._running) >= AT_ONCE:
                await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)

    def start(self, errand: Callable[[], Awaitable[object]]) -> None:
        """Lets it run."""
        task = asyncio.create_task(self._run(errand))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def finish(self, deadline: float) -> None:
        """Lets them end until the deadline, in loop time."""
        await let_end(self._running, deadline)

    async def _run(self, errand: Callable[[], Awaitable[object]]) -> None:
        try:
            await errand()
        except Exception as fault:  # noqa: BLE001  nobody else waits for it; its text and trace may hold words
            log.error("an errand failed: %s", type(fault).__name__)  # noqa: TRY400  the same


async def let_end(tasks: Collection[asyncio.Task[Any]], deadline: float) -> None:
    """Waits for the tasks until the deadline, in loop time, and cancels what still runs then."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=max(0, deadline - asyncio.get_running_loop().time()))
    if late:
        log.warning("%d turns or replies took too long and were cut off", len(late))
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
