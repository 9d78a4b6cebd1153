"""A sender on a clock that leaps: the learner's record in memory, and a messenger that does as it is told."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec.structs import replace

from bot.conversation import Result
from bot.delivery.decisions import Errand
from bot.delivery.sender import Sender
from bot.desk import Desk
from bot.message import Address, Away, Begin, Message, at_once
from bot.operator.metrics import Metrics
from bot.record import Asked, Found, Reads, Record
from bot.record.facts import Reminder
from tests.delivery.values import CLAIM, HERE, MINUTE, record

T = TypeVar("T")
LETTER = Message(("…",))
FAULT = KeyError("a word")  # raised by its name: a trace shows lines of code


class Books(Desk):
    """A desk over one record in memory. The database is away as often as `away` says; `fault` is one of ours."""

    def __init__(self, before: Record, clock: Callable[[], datetime], away: int = 0) -> None:
        self.record, self.clock, self.away, self.fault = before, clock, away, False
        self.tries = list[float]()

    async def take(self, asked: Asked, turn: Callable[[Found, datetime], Result[T]]) -> T:
        """Like the desk's own, but the learner is known."""
        assert (asked.learner_id, asked.reads, asked.slot and asked.slot.learner_id) == (1, Reads.SLOT, 1)
        self.tries.append(asyncio.get_running_loop().time())
        if self.away:
            self.away -= 1
            raise Away("nobody listens")
        if self.fault:
            raise FAULT
        result = turn(Found(self.record), self.clock())
        for _, fact in result.facts:
            self.record = self.record.after(fact)
        return result.answer


class Scene:
    """A sender, its books, and a messenger that begins after `waits` seconds and then takes `takes`.

    `apart` is how many seconds each message begins after the one before it; `fault` is what sending ends with, or
    when it is `refused`, what it does instead of beginning.
    """

    def __init__(self, late: timedelta = timedelta(), away: int = 0, many: int = 1) -> None:
        self.start, self.metrics = CLAIM.due_at + late, Metrics()
        self.claims = [replace(CLAIM, kind=f"lesson-{n}", lease=self.start + 2 * MINUTE) for n in range(many)]
        self.books = Books(record(*self.claims), self.clock, away)
        self.sender = Sender({"telegram": self.send}, self.books, self.clock, self.metrics)
        self.waits, self.takes, self.apart = 0.0, 0.0, 0.0
        self.fault: Exception | None = None
        self.refused = False
        self.left = list[float]()
        self.away_after = 0  # how often the database is away once a message has begun

    def clock(self) -> datetime:
        """The loop's seconds, from the start on."""
        return self.start + timedelta(seconds=self.time)

    @property
    def time(self) -> float:
        """Seconds since the start."""
        return asyncio.get_running_loop().time()

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """As the messenger does."""
        assert (address, message) == (HERE, LETTER)
        self.waits += self.apart
        await asyncio.sleep(self.waits)
        if self.refused and self.fault:
            raise self.fault
        await begin()
        self.left.append(self.time)
        self.books.away = self.away_after
        await asyncio.sleep(self.takes)
        if self.fault:
            raise self.fault

    def begin(self, claim: Reminder) -> None:
        """Hand a claim to the sender."""
        self.sender.start(Errand(claim, HERE, LETTER))

    async def play(self) -> None:
        """Send the first of them, to the end."""
        self.begin(self.claims[0])
        await self.sender.done()

    @property
    def reminder(self) -> Reminder:
        """What is kept of the first claim."""
        found = self.books.record.reminder(self.claims[0].slot)
        assert found
        return found

    @property
    def counted(self) -> list[str]:
        """Every outcome that the operator is shown, with how often."""
        lines = self.metrics.text().decode().splitlines()
        return [line.split("outcome=")[1] for line in lines if line.startswith("lessons_sent_total")]
