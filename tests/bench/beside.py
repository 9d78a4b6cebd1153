"""Our bot beside its peers: started by turns, driven over sockets, one core for the bot and another for the load."""

import random
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from tests.bench.bot_api import BotApi
from tests.bench.exchange import Figures, Wrong, measured, median
from tests.bench.http_load import Request
from tests.bench.process import say
from tests.bench.updates import GRADED, LOADS
from tests.bench.variants import Variant

SAID = {"answer": "누른 답", "tap": "문제와 답을 번갈아 누르기", "words": "적은 말"}
HEADER = (
    "| 봇 | 일 | 1초에 (적게는~많게는) | aiogram의 | 하나에 CPU | 걸린 시간 절반 · 99 % | 부르는 수 | "
    "메모리 지금 · 최고 | 켜기 |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)
BASE = ("aiogram", "words")  # what the others are compared with


@dataclass(frozen=True, slots=True)
class Started:
    """What a process is worth whatever it is told: seconds to start, megabytes after the loads and at most."""

    seconds: float
    memory: float
    peak: float


class Results:
    """Figures of all rounds by variant and load; a variant that answered wrongly is out."""

    def __init__(self) -> None:
        self.loads: defaultdict[tuple[str, str], list[Figures]] = defaultdict(list)
        self.starts: defaultdict[str, list[Started]] = defaultdict(list)
        self.wrong: dict[str, str] = {}

    def median(self, name: str, load: str, field: str) -> float:
        """Of all rounds."""
        return median(self.loads[name, load], field)

    def started(self, name: str, field: str) -> float:
        """The median of all rounds."""
        return median(self.starts[name], field)

    def spread(self, name: str, load: str) -> str:
        """The fewest and the most updates a second."""
        rates = [figures.a_second for figures in self.loads[name, load]]
        return f"{min(rates):,.0f}~{max(rates):,.0f}"

    @property
    def load_busy(self) -> float:
        """How much of its core the load took, at most: near 1 it would be the load that was measured."""
        return max((figures.load_busy for runs in self.loads.values() for figures in runs), default=0)


async def alternating(
    variants: Mapping[str, Variant], folder: Path, rounds: int, count: int, seconds: float, loads: Sequence[str]
) -> Results:
    """Every variant once a round, in an order that changes."""
    results = Results()
    for n in range(rounds):
        order = list(variants)
        random.Random(n).shuffle(order)
        for name in order:
            here = folder / f"{n}-{name}"
            here.mkdir()
            try:
                await _one(name, variants[name], here, count, seconds, loads, results)
            except Wrong as wrong:
                results.wrong[name] = str(wrong)
                say(f"round {n + 1} {name}: WRONG {wrong}", aside=True)
            shutil.rmtree(here)
    return results


async def _one(
    name: str, variant: Variant, folder: Path, count: int, seconds: float, loads: Sequence[str], results: Results
) -> None:
    """One variant from its start to its end. Raises Wrong when it did not keep each answer."""
    given, kept = 0, 0

    def noted(request: Request) -> Request:
        nonlocal given
        given += request.expects is GRADED
        return request

    async with BotApi().serving() as api, variant.running(folder, api) as bot:
        kept = variant.answers(folder)
        for load in (load for load in variant.loads if load in loads):
            make = partial(LOADS[load], variant.talk)
            figures = await measured(bot, api, lambda k, make=make: noted(make(k)), count, seconds)  # type: ignore[misc]  # mypy cannot type a default in a lambda
            results.loads[name, load].append(figures)
            line = " ".join(f"{field.name}={getattr(figures, field.name):.4g}" for field in fields(figures))
            say(f"{name:12} {load:7} {line}", aside=True)
        results.starts[name].append(Started(bot.started_in, *bot.memory()))
    if (kept := variant.answers(folder) - kept) != given:
        raise Wrong(f"{kept} answers were kept of {given}")


def table(results: Results, variants: Mapping[str, Variant]) -> str:
    """All medians, as a table for the README; without those who answered wrongly."""
    shown = [(name, load) for name, load in results.loads if name not in results.wrong]
    shown.sort(key=lambda one: (list(LOADS).index(one[1]), list(variants).index(one[0])))
    return "\n".join([HEADER, *(_row(results, variants[name].title, name, load) for name, load in shown)])


def _row(results: Results, title: str, name: str, load: str) -> str:
    def of(field: str) -> float:
        return results.median(name, load, field)

    base = results.median(*BASE, "a_second") if results.loads.get(BASE) else 0
    ratio = f"{of('a_second') / base:.2f}배" if base else ""
    calls = f"{of('calls'):.1f}" + (f" + 답 속에 {of('in_answer'):.1f}" if of("in_answer") else "")
    cells = (
        title, SAID[load], f"{of('a_second'):,.0f} ({results.spread(name, load)})", ratio, f"{of('cpu'):,.0f} µs",
        f"{of('p50') * 1e3:.1f} · {of('p99') * 1e3:.1f} ms", calls,
        f"{results.started(name, 'memory'):.0f} · {results.started(name, 'peak'):.0f} MB",
        f"{results.started(name, 'seconds'):.2f}초",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"
