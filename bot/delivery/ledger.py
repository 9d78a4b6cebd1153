"""Writes down what becomes of slots, many in one transaction: a commit costs the same for one as for fifty."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.message import Away, Unsent
from bot.store import Database, Store
from bot.store.sent import Claim

SENDING = timedelta(minutes=10)  # in which a message that was begun is sent or not; after that its fate is unknown
AGAIN = 1.0  # seconds between tries to write an end down while the database is away


class Taken(Unsent):
    """Somebody else holds the slot by now: the message is theirs."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What becomes of a claim: begun, or given back until `at`, or ended with an outcome and a note."""

    claim: Claim
    outcome: str
    note: str = ""
    at: datetime | None = None


class Ledger:
    """Whoever comes while one transaction is written shares the next one."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock
        self._waiting: list[tuple[Mark, asyncio.Future[Claim]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def begin(self, claim: Claim) -> Claim:
        """Mark it as sent right after this; the claim with its new lease. Raises Taken, or Away."""
        return await self._write(Mark(claim, "begun"))

    async def end(self, claim: Claim, outcome: str, note: str = "") -> None:
        """Write down what became of it, as soon as the database lets us, while that is still of use."""
        await self._at_last(Mark(claim, outcome, note))

    async def give_back(self, claim: Claim, at: datetime) -> None:
        """It surely never left: from that moment on it may be tried again."""
        await self._at_last(Mark(claim, "claimed", at=at))

    async def _at_last(self, mark: Mark) -> None:
        for _ in range(int(SENDING.total_seconds() / AGAIN)):
            with suppress(Away):
                await self._write(mark)
                return
            await asyncio.sleep(AGAIN)

    async def _write(self, mark: Mark) -> Claim:
        future: asyncio.Future[Claim] = asyncio.get_running_loop().create_future()
        self._waiting.append((mark, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return await future

    async def _write_all(self) -> None:
        while self._waiting:
            # in one order always, so that two processes never wait for each other's rows
            batch = sorted(self._waiting, key=_order)
            self._waiting = []
            try:
                async with self._database.transaction() as store:
                    begun = await self._marked([mark for mark, _ in batch], store)
            except Exception as failure:  # noqa: BLE001 - whoever waits for it decides
                for _, future in batch:
                    if not future.done():
                        future.set_exception(failure)
                continue
            for mark, future in batch:
                _tell(future, mark, begun)

    async def _marked(self, marks: Sequence[Mark], store: Store) -> dict[Claim, Claim]:
        """Write the marks; the claims that were begun, with their new lease."""
        now = self._clock()
        held = [mark.claim for mark in marks if mark.outcome == "begun"]
        await store.sent.release([(mark.claim, mark.at) for mark in marks if mark.at])
        ends = [(mark.claim, mark.outcome, mark.note) for mark in marks if mark.outcome not in ("begun", "claimed")]
        await store.sent.close(ends, now)
        for claim, outcome, _ in ends:
            if outcome == "unreachable":
                await store.learners.reachable(claim.address, reachable=False)
        return await store.sent.begin(held, now + SENDING)


def _order(entry: tuple[Mark, object]) -> tuple[object, ...]:
    slot = entry[0].claim.slot
    return slot.day, slot.kind, slot.learner_id


def _tell(future: asyncio.Future[Claim], mark: Mark, begun: dict[Claim, Claim]) -> None:
    if future.done():
        return
    if mark.outcome == "begun" and mark.claim not in begun:
        future.set_exception(Taken("the slot is somebody else's"))
    else:
        future.set_result(begun.get(mark.claim, mark.claim))
