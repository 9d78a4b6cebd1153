"""Learners who know what they answer, and what each of their days asks of them: the minutes, and which questions."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bot.course.model import Practice
from bot.course.quizzes.essay import OWN
from bot.course.quizzes.kind import Say
from bot.learning.habit import Firmness
from bot.learning.memory import DAY_STARTS
from bot.learning.minutes import SENTENCE, TAP, WORD, reading
from bot.message import Message
from tests.whole_course import SEOUL, Life

Act = Callable[[Message | None], Awaitable[None]]
WINDOW = 42  # days in which no question may come too often


@dataclass
class Measured(Life):
    """A life with an answer to every question, right with a chance of `knows`. `firm` is what they knew on a day."""

    say: Say = str
    knows: float = 1.0
    firm: Counter[Firmness] = field(default_factory=Counter)
    random: Random = field(default_factory=lambda: Random(1))
    seconds: defaultdict[date, float] = field(default_factory=lambda: defaultdict(float))
    asked: list[tuple[date, str]] = field(default_factory=list)
    apart: set[date] = field(default_factory=set)  # days of a making, of the welcome and of the end

    @property
    def most_asked(self) -> int:
        """How often the question came that came most often in six weeks."""
        counts = (
            Counter(name for day, name in self.asked if start <= day < start + timedelta(days=WINDOW))
            for start in {day for day, _ in self.asked}
        )
        return max(max(count.values()) for count in counts)

    def minutes(self) -> dict[date, float]:
        """Of each day that is not apart, by the words that were shown and what was done by hand."""
        return {day: seconds / 60 for day, seconds in self.seconds.items() if day not in self.apart}

    async def days_of(self, count: int) -> AsyncIterator[int]:
        """The welcome, and so many days as they come, each once it is over."""
        await self._welcome()
        for day in range(1, count + 1):
            await self._a_day(self._learn)
            yield day

    async def practise(self, count: int) -> None:
        """After the end, so many times 퀴즈, answered."""
        await self._says("/ending now", tapped=True)
        for _ in range(count):
            await self._types("퀴즈")
            while self._open():
                await self._answers()

    async def _welcome(self) -> None:
        await super()._welcome()
        self.apart.add(self._study_day())

    def _open(self) -> str:
        expects = self.message.expects if self.heard else None
        return expects.argument.partition(":")[0] if expects and expects.command == "answer" else ""

    def _ending(self) -> bool:
        return any(words in self.text for words in ("마지막 점검까지", "다섯 문제 1/", "끝까지 걸었어요"))

    def _study_day(self) -> date:
        return (self.clock().astimezone(SEOUL) - DAY_STARTS).date()

    async def _step(self) -> None:
        await (self._answers() if self._open() else super()._step())

    async def _answers(self) -> None:
        """What they know, or that they do not."""
        assert self.message.expects
        name, _, state = self.message.expects.argument.partition(":")
        quiz = self.course.quizzes[name][1]
        if self.random.random() >= self.knows:
            await self._types("모르겠어요")
            return
        reply = quiz.replies(state, self.say)[0]
        await self._says(f"/answer {name}:{reply.state} {reply.said}", tapped=True)
        if self.message.expects and self.message.expects.argument == f"{name}:{OWN}":
            await self._says(f"/answer {name}:{OWN} 3", tapped=True)

    async def _a_day(self, act: Act) -> None:
        async def read(message: Message | None) -> None:
            if message:
                self._shown("")
            await act(message)

        await super()._a_day(read)

    async def _says(self, words: str, *, tapped: bool = False) -> None:
        asked = self._open()
        await super()._says(words, tapped=tapped)
        typed = WORD if asked else SENTENCE
        self.seconds[self._study_day()] += TAP if tapped else typed
        self._shown(asked)

    def _shown(self, before: str) -> None:
        """The message is read; `before` is the question that was open."""
        day = self._study_day()
        self.seconds[day] += sum(map(reading, self.message.bubbles))
        if self._open() and self._open() != before:
            self.asked.append((day, self._open()))
        expects = self.message.expects
        made = expects and expects.command == "write" and isinstance(self.course.part(expects.argument), Practice)
        if made or self._ending():
            self.apart.add(day)
