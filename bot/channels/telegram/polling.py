"""Long polling that confirms an update only after its turn was kept: each is processed at least once.

The library's own two ways do not: its Updater confirms before processing, and its Application swallows what a handler
raises, so an update that met an absent database would be lost. The turn claims update ids, hence exactly once.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence

import msgspec
from telegram import Bot
from telegram.error import NetworkError

from bot.channels.telegram.calls import Wire
from bot.channels.telegram.health import OK, Health, patiently
from bot.channels.telegram.inbox import KINDS, Raw, queue
from bot.channels.telegram.listener import let_end

AT_ONCE = 32  # updates worked off side by side
FLOOD = 5  # updates of one chat in a batch; more are a flood
STRIKES = 3
LONG_POLL = 30  # seconds; the server allows up to 50
LONGEST_BACKOFF = 5.0  # seconds; others are not heard meanwhile
WANTED = msgspec.json.encode(KINDS).decode()

log = logging.getLogger(__name__)


class Polling:
    """Fetches and works off updates, those of one chat in order; `pause` is the first wait after a failure, seconds.

    One after the other, so that after a failure the later ones wait. But a flood, which could fill a batch and make all
    others wait, is handed in at once, still in order: then `respond` can refuse at once what is too much of it.
    """

    def __init__(
        self, fetch: Callable[[int], Awaitable[Sequence[Raw]]], hear: Callable[[Raw], Awaitable[None]], pause: float
    ) -> None:
        self._fetch, self._hear, self._pause = fetch, hear, pause
        self._room = asyncio.Semaphore(AT_ONCE)
        self._done: set[int] = set()
        self._failed: dict[int, str] = {}  # in this round, with the name of what was raised
        self._strikes: Counter[int] = Counter()
        self._running: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Works until it is cancelled; turns that run then go on, see `finish`."""
        offset, failures = 0, 0
        while True:
            batch = await self._fetch(offset)
            await self._round([raw for raw in batch if raw["update_id"] not in self._done])
            offset = self._next_offset([raw["update_id"] for raw in batch])
            failures = failures + 1 if self._failed else 0
            if failures:
                await asyncio.sleep(min(self._pause * 2 ** (failures - 1), LONGEST_BACKOFF))

    async def finish(self, deadline: float) -> None:
        """Lets running turns end until the deadline, in loop time."""
        await let_end(self._running, deadline)

    async def _round(self, batch: Sequence[Raw]) -> None:
        self._failed.clear()
        chats: dict[object, list[Raw]] = {}
        for raw in batch:
            chats.setdefault(queue(raw), []).append(raw)
        done_before = len(self._done)
        self._running = {asyncio.create_task(self._one_chat(updates)) for updates in chats.values()}
        if self._running:
            await asyncio.wait(self._running)  # unlike gather, leaves them running when cancelled
        if self._failed:
            self._judge(others_got_through=len(self._done) > done_before)

    async def _one_chat(self, updates: Sequence[Raw]) -> None:
        if len(updates) > FLOOD:
            await asyncio.gather(*map(self._one, updates))
            return
        for raw in updates:
            if not await self._one(raw):
                return  # what this chat said later has to wait

    async def _one(self, raw: Raw) -> bool:
        """Whether its turn was kept."""
        update_id = raw["update_id"]
        async with self._room:
            try:
                await self._hear(raw)
            except Exception as failure:  # noqa: BLE001  whatever it was, the update must come again
                self._failed[update_id] = type(failure).__name__
                return False
        self._done.add(update_id)
        return True

    def _judge(self, *, others_got_through: bool) -> None:
        """A failure counts against an update only while others get through; when all fail, the database is away."""
        # only the name of a failure: its text may hold a statement's parameters
        log.warning("turns failed and will be tried again: %s", ", ".join(sorted(set(self._failed.values()))))
        if not others_got_through:
            return
        for update_id, name in self._failed.items():
            self._strikes[update_id] += 1
            if self._strikes[update_id] == STRIKES:
                log.error("an update is skipped, it failed %d times while others did not: %s", STRIKES, name)
                self._done.add(update_id)

    def _next_offset(self, batch: Sequence[int]) -> int:
        """Asking with an offset confirms all below it: the first that is left, or the end of the batch."""
        left = [update_id for update_id in batch if update_id not in self._done]
        # an empty answer confirmed the last batch. After a quiet week ids start anew, perhaps lower: 0 misses none
        offset = min(left) if left else max(batch) + 1 if batch else 0
        self._done = {update_id for update_id in self._done if left and update_id > offset}
        self._strikes = Counter({update_id: n for update_id, n in self._strikes.items() if update_id in left})
        return offset


async def fetch(bot: Bot, wire: Wire, health: Health, pause: float, offset: int) -> list[Raw]:
    """The next updates as JSON, however long it takes; asking confirms all below the offset."""
    # not bot.get_updates: one update of an unknown shape makes it log the whole batch, words included, and raise

    async def ask() -> list[Raw]:
        patience = LONG_POLL if health.state == OK else 0  # after a failure, learn at once that it is over
        fields = {"offset": str(offset), "timeout": str(patience), "allowed_updates": WANTED}
        got = await wire.call(f"{bot.base_url}/getUpdates", fields, patience + wire.read_timeout)
        if not isinstance(got, list):
            raise NetworkError("no list of updates")
        return _confirmable(got)

    return await patiently(ask, health, pause)


def _confirmable(got: Sequence[object]) -> list[Raw]:
    """Those that can be confirmed, by their ids; without an id, an update cannot even be skipped."""
    updates = [raw for raw in got if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
    if strange := len(got) - len(updates):
        log.error("%d updates without an id are passed over", strange)
    if got and not updates:
        raise NetworkError("no update has an id")  # or they would be asked for again and again without a pause
    return updates
