"""Learners who live through the whole course, to its ending and 90 days on, by a clock that leaps.

They see messages and nothing else: what they tap stands on a button, what they type they could have read. A life runs
over the conversation alone, with the record in memory, or over a desk and a database.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.conversation import Conversation, Result
from bot.course.model import Course, Part
from bot.delivery import Delivery
from bot.delivery.decisions import Decisions, Errand, begin, end
from bot.desk import Desk
from bot.message import Address, Begin, Message, Said, at_once
from bot.operator.metrics import Metrics
from bot.record import Found, Home, Record
from bot.record.facts import Outcome
from bot.record.learner import Learner
from bot.store import Database
from bot.store.outbox import Waiting
from tests.conftest import Clock
from tests.records import record_at

T = TypeVar("T")

SEOUL = ZoneInfo("Asia/Seoul")
HOUR = time(8)
PATIENCE = 500  # days in which everybody has come to the end
ENOUGH = 90  # taps in which every day comes to its end
ENDS = ("오늘은 여기까지", "오늘 몫은", "되살릴 문제는", "되살릴 문제가", "끝까지 걸었어요", "맞혔어요.")
"""What tells that a day is over."""
NO_HOLIDAYS: frozenset[date] = frozenset()
ONWARD = {"ask", "lesson", "practice", "check", "line", "ending", "precheck", "next"}


class House(Protocol):
    """What a learner talks to, and what rings them."""

    async def respond(self, said: Said) -> Message: ...

    async def ring(self) -> Message | None:
        """What is due now is sent; the message, if any came."""

    async def next_at(self) -> datetime | None:
        """When the next message is due."""


class Bare:
    """The conversation alone: one learner's record, in memory."""

    def __init__(self, conversation: Conversation, clock: Clock, address: Address, number: int) -> None:
        self._conversation, self._clock = conversation, clock
        self._decisions = Decisions(conversation, ("telegram",), NO_HOLIDAYS)
        self.record = Record(Learner(number, clock()), homes=(Home(address),))

    async def respond(self, said: Said) -> Message:
        return self._kept(self._conversation.answer(said, Found(self.record), self._clock()))[0]

    async def ring(self) -> Message | None:
        now = self._clock()
        errand = self._kept(self._decisions.remind(Waiting(self.record.learner.id), (), Found(self.record), now))
        if errand is None or errand.message is None:
            return None
        begun = self._kept(begin(errand.reminder, Found(self.record), now))
        self._kept(end(Errand(begun, errand.address), Outcome.SENT, "", Found(self.record), now))
        return errand.message

    async def next_at(self) -> datetime | None:
        return self.record.learner.next_lesson_at

    def _kept(self, result: Result[T]) -> T:
        self.record = reduce(lambda record, fact: record.after(fact[1]), result.facts, self.record)
        return result.answer


class Housed:
    """A desk and a delivery over a real database."""

    def __init__(self, desk: Desk, database: Database, clock: Clock, address: Address) -> None:
        self._desk, self._database, self._address, self._came = desk, database, address, list[Message]()
        self._delivery = Delivery(database, desk, {"telegram": self.send}, clock, Metrics(), NO_HOLIDAYS)

    async def respond(self, said: Said) -> Message:
        return await self._desk.respond(said)

    async def ring(self) -> Message | None:
        await self._delivery.deliver()
        return self._came.pop() if self._came else None

    async def next_at(self) -> datetime | None:
        return (await record_at(self._database, self._address)).learner.next_lesson_at

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        assert address == self._address
        await begin()
        self._came.append(message)


@dataclass
class Life:
    """One learner: the days they learn on, what they do on them, and all that they were told."""

    house: House
    clock: Clock
    course: Course
    address: Address
    rhythm: str
    habit: str  # taps, types, skips, pauses, lightens
    five: bool  # whether they answer the five questions of the first day
    heard: list[Message] = field(default_factory=list)
    pushes: list[Message] = field(default_factory=list)
    days: int = 0  # on which something of theirs was due
    turns: int = 0  # days of theirs on which something came, or they could open it
    ended_on: date | None = None
    greeted: int = 0  # how often they came back, until the end was told

    @property
    def message(self) -> Message:
        return self.heard[-1]

    @property
    def text(self) -> str:
        return "\n\n".join(self.message.bubbles)

    async def live(self) -> None:
        """From hello to 90 days after the ending."""
        await self._welcome()
        while not self._told("끝까지 걸었어요") or not self._told("맞혔어요."):
            await self._a_day(self._learn)
            assert self.days < PATIENCE, self.text
        self.ended_on = self._today()
        self.greeted = self.times("다시 만나 반가워요")
        for _ in range(2):
            self.days = 0
            while not self.message.expects or not str(self.message.expects).startswith("/write follow"):
                await self._a_day(self._look)
                assert self.days < PATIENCE, self.text
            await self._types(f"{self.message.expects.argument}에는 한 분을 만났어요.")
        await self._types("12번 칸")

    def parts(self) -> list[Part]:
        """The parts whose end was told, in that order."""
        return [part for message in self.heard for part in self.course.parts if part.end in "\n".join(message.bubbles)]

    def times(self, words: str) -> int:
        """How many messages say so."""
        return sum(words in bubble for message in self.heard for bubble in message.bubbles)

    def _told(self, words: str) -> bool:
        return self.times(words) > 0

    def _today(self) -> date:
        return self.clock().astimezone(SEOUL).date()

    async def _welcome(self) -> None:
        for words in ("/start", "/trade teacher", f"/hour {self.rhythm}", "/intend 1"):
            await self._says(words, tapped=True)
        if self.five:
            await self._taps("precheck")
            while self.message.expects:
                await self._taps("prechecked")

    async def _a_day(self, act: Callable[[Message | None], Awaitable[None]]) -> None:
        """To the next day of theirs: they wait for the message, or at their hour say 오늘 where none can come."""
        self.days += 1
        due = await self.house.next_at()
        if self.address.channel == "telegram" and due:
            self.clock.now = max(due, self.clock.now)
            message = await self.house.ring()
            if message:
                self.heard.append(message)
                self.pushes.append(message)
                await act(message)
            return
        self.clock.now = datetime.combine(self._today() + timedelta(days=1), HOUR, SEOUL).astimezone(UTC)
        await act(None)

    def _named(self, day: date) -> bool:
        return replace(Learner(0, self.clock()), rhythm=self.rhythm).expects(day)

    async def _look(self, message: Message | None) -> None:
        """After the ending: they read what comes; where nothing can come they ask every ten days or so."""
        if message is None and self.days % 10 == 0:
            await self._types("오늘")

    async def _learn(self, message: Message | None) -> None:
        if message is None and not self._named(self._today()):
            return
        self.turns += 1
        if self.habit == "skips" and self.turns % 4 == 0 and not self._told("끝까지 걸었어요"):
            return
        if self.habit == "pauses" and self.turns == 12:
            await self._types("일주일 쉴게요")
            self.clock.forward(days=7)
            return
        if self.habit == "lightens" and self.turns == 12:
            await self._types("가볍게 한 주")
            return
        if self.habit == "types":
            self.clock.forward(hours=2)
        if self.habit == "types" or message is None or not self._opened():
            await self._types("오늘")
        for _ in range(ENOUGH):
            if any(end_ in self.text for end_ in ENDS):
                break
            await self._step()
        else:
            raise AssertionError(f"the day does not end: {self.text}")
        if "precheck" in [button.go.command for button in self.message.buttons] and self._told("끝까지 걸었어요"):
            await self._taps("precheck")
            while "맞혔어요." not in self.text:
                await self._step()

    async def _step(self) -> None:
        """Answer what is asked, or go on."""
        expects = self.message.expects.command if self.message.expects else ""
        if expects in ("write", "promise"):
            await self._types("손님마다 설명이 달라요.")
        elif expects in ("answer", "prechecked"):
            await (self._types("모르겠어요") if self.habit == "types" else self._taps(expects))
        else:
            await self._says(self._onward(), tapped=True)

    def _opened(self) -> bool:
        """Whether what came can be gone on with: it leads on, or asks."""
        asked = self.message.expects is not None and self.message.expects.command == "answer"
        return asked or bool(self._onward())

    def _onward(self) -> str:
        """What the first button says that leads on."""
        return next((str(button.go) for button in self.message.buttons if button.go.command in ONWARD), "")

    async def _taps(self, command: str) -> None:
        """One of the buttons that say so, each in its turn."""
        found = [str(button.go) for button in self.message.buttons if button.go.command == command]
        assert found, f"no button for {command} under {self.text!r}"
        await self._says(found[len(self.heard) % len(found)], tapped=True)

    async def _types(self, words: str) -> None:
        await self._says(words)

    async def _says(self, words: str, *, tapped: bool = False) -> None:
        assert words, f"no way on from {self.text!r}"
        self.clock.forward(seconds=20)
        self.heard.append(await self.house.respond(Said(self.address, words, tapped=tapped)))
