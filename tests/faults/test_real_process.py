"""`python -m bot` itself, on the real clock: killed in the middle of a morning's lessons, and stopped kindly."""

import asyncio
import contextlib
import random
from asyncio.subprocess import Process
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.conftest import PATIENCE
from tests.faults.books import Books
from tests.faults.deliveries import judged
from tests.faults.stand_in import StandIn, until
from tests.faults.victim import TOKEN
from tests.test_house import ROOT, start

PEOPLE = 500
SECRET = "b" * 32  # the key of the database, which is no file of its own on PostgreSQL
RATE = "600"  # calls a second
UNTIL_DUE = timedelta(seconds=2)  # until all are due; the first process starts in that time
KILLS = 4
SPAN = 0.3  # seconds of sending before a kill, at most
UNAIDED = 30  # seconds in which the rest is sent; a lease would be three times as long


class Morning:
    """One process after the other, over the same database."""

    def __init__(self, url: str, api: StandIn, rng: random.Random) -> None:
        self.books, self._url, self._api, self._rng = Books(url, SECRET), url, api, rng
        self.processes = contextlib.AsyncExitStack()

    async def busy(self) -> Process:
        """A process somewhere in the middle of its sending."""
        before = len(self._api.letters)
        settings = {"DATABASE_URL": self._url, "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": self._api.url}
        process = await start(ROOT, **settings, PORT="0", BULK_RATE=RATE, SECRET_KEY=SECRET)
        self.processes.callback(lambda: process.kill() if process.returncode is None else None)
        await until(lambda: len(self._api.letters) > before)
        await asyncio.sleep(self._rng.uniform(0, SPAN))
        return process

    async def killed(self) -> set[int]:
        """Whose message was begun and not closed when a process was killed; what it had claimed has lapsed since."""
        process = await self.busy()
        process.kill()
        await process.communicate()
        await self.books.age("claimed", datetime.now(UTC))
        return {slot.learner_id for slot in await self.books.held() if slot.outcome == "begun"}


async def stopped(process: Process) -> int:
    """Its status after a SIGTERM."""
    process.terminate()
    await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode or 0


async def test_the_real_process(files: Callable[[], str], seed: int) -> None:
    """Kills cost what was begun; a SIGTERM costs nothing, and what it gave back is sent at once by the next process."""
    async with StandIn(rng := random.Random(seed)).serving() as api:
        morning = Morning(files(), api, rng)
        books = morning.books
        async with morning.processes:
            await books.enrol(range(1, PEOPLE + 1), datetime.now(UTC) + UNTIL_DUE)
            begun = set[int]().union(*[await morning.killed() for _ in range(KILLS)])
            await books.age("begun", datetime.now(UTC))
            assert await stopped(await morning.busy()) == 0
            given_back = await books.held()
            # what the dead had begun may not be settled yet
            own = {slot.outcome for slot in given_back if slot.learner_id not in begun}
            assert own == {"claimed"}, f"seed {seed}"
            assert all(slot.lease <= datetime.now(UTC) for slot in given_back), f"seed {seed}"
            last = await morning.busy()
            async with asyncio.timeout(UNAIDED):
                while await books.held() or len(await books.outcomes()) < PEOPLE:  # noqa: ASYNC110  in another process
                    await asyncio.sleep(0.1)
            assert await stopped(last) == 0
        wrong = judged(PEOPLE, await books.outcomes(), api.letters, begun, begun)
        assert not any(wrong.values()), f"seed {seed}: {wrong}"
