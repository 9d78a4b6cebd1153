"""Updates to a bot's webhook, and the reply to each: a sendMessage that reaches the Bot API."""

import asyncio
import json
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import unquote_plus

from tests.bench.bot_api import BotApi
from tests.bench.http_load import CONNECTIONS, Connections, Request
from tests.bench.process import BotProcess

CHAT = re.compile(rb'chat_id"?\s*[:=]?\s*"?(\d+)')
STILL = 30.0  # seconds without a reply after which the rest are taken for lost
LONG_ENOUGH = 3.0  # seconds of load, at least


class Wrong(Exception):
    """A bot answered an update with an error, or not at all: its figures would mean nothing."""


class Exchange:
    """Counts a reply only when what was expected of it is found in it."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._unanswered: defaultdict[int, list[Request]] = defaultdict(list)
        self.connections = Connections(self._answered)
        self.replies, self.refused = 0, 0
        self.statuses: Counter[int] = Counter()
        self.in_answers: Counter[str] = Counter()  # calls inside the webhook's HTTP answers, by method
        self.latencies: list[float] = []  # seconds from when an update was due to leave until its reply

    @asynccontextmanager
    async def to(self, port: int, count: int = CONNECTIONS) -> AsyncIterator["Exchange"]:
        """With so many connections to the bot."""
        self._api.listeners.append(self._sent)
        try:
            async with self.connections.to(port, count):
                yield self
        finally:
            self._api.listeners.remove(self._sent)

    def push(self, request: Request) -> None:
        """Sends one update."""
        self._unanswered[request.who].append(request)
        self.connections.push(request)

    async def at_once(self, requests: Sequence[Request]) -> float:
        """All of them as fast as they are taken; the seconds until the last reply."""
        started = time.perf_counter()
        for request in requests:
            self.push(request)
        await self.replied()
        return time.perf_counter() - started

    async def at_rate(self, requests: Iterable[Request], rate: float) -> list[float]:
        """So many a second, however slow the replies are; the sorted seconds until each reply."""
        self.latencies = []
        await self.connections.at_rate((self._noted(request) for request in requests), rate)
        await self.replied()
        return sorted(self.latencies)

    async def replied(self) -> None:
        """Waits for every reply. Raises Wrong when one does not come, or an update was refused."""
        seen, since = self.replies, time.perf_counter()
        while self._unanswered or self.connections.busy:
            await asyncio.sleep(0.001)
            if self.replies != seen:
                seen, since = self.replies, time.perf_counter()
            if time.perf_counter() - since > STILL:
                break
        if self._unanswered or self.refused:
            raise Wrong(self._trouble())

    def _noted(self, request: Request) -> Request:
        self._unanswered[request.who].append(request)
        return request

    def _answered(self, request: Request, status: int, body: bytes) -> None:
        self.statuses[status] += 1
        self.refused += status != 200
        if body.startswith(b"{"):
            method = json.loads(body).get("method", "")
            self.in_answers[method] += bool(method)
            if method == "sendMessage":
                self._api.sent(body)

    def _sent(self, body: bytes) -> bool:
        chat = CHAT.search(body)
        waiting = self._unanswered.get(int(chat[1])) if chat else None
        request = next((one for one in waiting or () if one.expects.search(body)), None)
        if waiting is None or request is None:
            return False
        waiting.remove(request)
        if not waiting:
            del self._unanswered[request.who]
        self.replies += 1
        self.latencies.append(time.perf_counter() - request.began)
        return True

    def _trouble(self) -> str:
        left = sum(len(waiting) for waiting in self._unanswered.values())
        said = "\n".join(unquote_plus(body.decode(errors="replace"))[:400] for body in self._api.untaken)
        return f"{left} without a reply, HTTP statuses {dict(self.statuses)}; messages nobody waited for:\n{said}"


@dataclass(frozen=True, slots=True)
class Figures:
    """One run of a load: replies a second, µs of CPU an update, seconds of latency, calls an update."""

    a_second: float
    cpu: float
    p50: float
    p99: float
    calls: float  # over HTTP
    in_answer: float  # inside the webhook's own answer
    load_busy: float  # the share of its core that the load itself took; near 1 it is the load that was measured


async def measured(bot: BotProcess, api: BotApi, make: Callable[[int], Request], count: int, seconds: float) -> Figures:
    """Warm up, all at once, and then at half the rate that was reached. `make` gives the k-th update."""
    async with Exchange(api).to(bot.port) as exchange:
        made = 0

        def some(number: int) -> list[Request]:
            nonlocal made
            made += number
            return [make(k) for k in range(made - number, made)]

        warm = max(40, count // 5)
        quick = warm / await exchange.at_once(some(warm))
        requests = some(max(count, int(quick * LONG_ENOUGH)))
        exchange.in_answers.clear()
        calls, cpu, own = api.calls.total(), bot.cpu, time.process_time()
        took = await exchange.at_once(requests)
        n, own = len(requests), time.process_time() - own
        cpu, calls, in_answer = bot.cpu - cpu, api.calls.total() - calls, exchange.in_answers.total()
        rate = n / took / 2
        latencies = await exchange.at_rate(some(max(20, int(rate * seconds))), rate)
        return Figures(
            n / took, cpu / n * 1e6, at(latencies, 0.5), at(latencies, 0.99), calls / n, in_answer / n, own / took
        )


def median(measurements: Sequence[object], field: str) -> float:
    """The median of one figure over several runs."""
    return float(statistics.median(getattr(one, field) for one in measurements))


def at(ordered: Sequence[float], share: float) -> float:
    """The value below which that share lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
