"""All that a text says of time, sorted: clocks, dates, repeating days, lengths and verbs."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from bot.korean.time.clocks import DAY, Clocks, read_clocks
from bot.korean.time.dates import Dated, Span, read_dates
from bot.korean.time.repeats import Repeats, read_repeats
from bot.korean.time.scan import Token

TIMES = frozenset({"part", "clock", "noon", "midnight", "number"})
HALTS = frozenset({"halt", "halt reminders"})


class Mentions(NamedTuple):
    """All that a text says of time, sorted."""

    clocks: Clocks
    dates: Dated
    repeats: Repeats
    lengths: tuple[Token, ...]
    verbs: frozenset[str]
    kinds: frozenset[str]
    tokens: tuple[Token, ...]
    now: datetime

    @property
    def today(self) -> date:
        """The learner's date."""
        return self.now.date()

    @property
    def spans(self) -> list[Span]:
        """The dates named."""
        return self.dates.spans

    @property
    def timed(self) -> bool:
        """Whether a clock time or a part of the day was named."""
        return bool(self.clocks.readings or self.clocks.parts)


def sorted_out(tokens: Sequence[Token], now: datetime) -> Mentions:
    if any(token.kind in TIMES for token in tokens):  # 출근 전에 잠깐: how long it takes beside when it is
        tokens = [token for token in tokens if token.name != "a while"]
    clocks = read_clocks(tokens, now.hour * 60 + now.minute)
    dates = read_dates([token for token in tokens if token.kind != "verb"], now.date())
    repeats, rest = read_repeats(dates.rest)
    return Mentions(
        clocks,
        dates,
        repeats,
        tuple(token for token in rest if token.kind == "length"),
        _verbs(tokens),
        frozenset(token.kind for token in tokens),
        tuple(tokens),
        now,
    )


def _verbs(tokens: Sequence[Token]) -> frozenset[str]:
    """What shall be done. 취소 and 안 할래요 stop something only where it is named."""
    names = frozenset(token.name for token in tokens if token.kind == "verb")
    alone = len(names) == 1 and all(token.kind == "verb" for token in tokens)
    return names if alone or not names & HALTS else names - HALTS | {"stop"}


def clock_time(minute: int) -> time:
    """The minute of the day as a time; one of the night that follows is taken round the clock."""
    return time(*divmod(minute % DAY, 60))
