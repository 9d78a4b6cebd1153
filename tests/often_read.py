"""Who reads the same sentence too often: weeks lived by learners of every pace, and how often each sentence came."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from bot.message import Message, plain
from bot.message.blocks import marked
from bot.texts import LOCALES
from tests.measured_life import Measured

FORTNIGHT = timedelta(days=14)
_QUOTED = re.compile(r"[‘“「].*?[’”」]", re.DOTALL)
_VALUE = re.compile(r"\{[^}]*\}")
_ENTRY = re.compile(r"^[a-z0-9-]+ =|^ +\.[a-z] =", re.MULTILINE)
_SENTENCE = re.compile(r"[^\n.?!]*[가-힣][^\n.?!]*[.?!]")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, whatever is quoted or counted in them."""
    blank = _VALUE.sub("#", _QUOTED.sub("#", plain(marked(text))))
    yield from (re.sub(r"\d[\d,]*", "#", one).strip() for one in _SENTENCE.findall(blank))


@cache
def of_ours(file: str) -> frozenset[str]:
    """The sentences of a file of the locales."""
    entries = _ENTRY.split((LOCALES / "ko" / file).read_text(encoding="utf-8"))
    return frozenset(one for entry in entries for one in sentences(entry))


@dataclass
class Reader(Measured):
    """A life in which every sentence is noted with its day. They open with a chance of `comes` what comes, and some
    write no line.
    """

    comes: float = 1.0
    writes: bool = True
    read: defaultdict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    dice: Random = field(default_factory=lambda: Random(7))

    def often(self, file: str) -> Counter[str]:
        """How often each sentence of a file came in the two weeks in which it came most often."""
        found = {one: days for one, days in self.read.items() if one in of_ours(file)}
        return Counter({one: max(_in_fortnight(days, day) for day in set(days)) for one, days in found.items()})

    async def weeks(self, count: int) -> None:
        """So many weeks; what they were told is noted day by day."""
        noted = 0
        async for _ in self.days_of(7 * count):
            for message in self.heard[noted:]:
                self._note(message)
            noted = len(self.heard)

    def _note(self, message: Message) -> None:
        for bubble in message.bubbles:
            for one in sentences(bubble):
                self.read[one].append(self._study_day())

    async def _step(self) -> None:
        asked = self.message.expects.command if self.message.expects else ""
        if self.writes or asked not in ("write", "promise"):
            return await super()._step()
        left = [button.go for button in self.message.buttons if button.go.command in ("skip", "later")]
        return await (self._says(str(left[0]), tapped=True) if left else self._types("없어요"))

    async def _learn(self, message: Message | None) -> None:
        if self.dice.random() < self.comes:
            await super()._learn(message)


def _in_fortnight(days: list[date], start: date) -> int:
    return sum(start <= day < start + FORTNIGHT for day in days)
