"""How far a reader walks: the files that a tap and a reminder cross through Telegram, counted while they run.

`pytest tests/test_walks.py -s` prints them, for docs/architecture.md tells both walks step by step.
"""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import pytest

from bot.channels.telegram.opening import Telegram
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.operator.metrics import Metrics
from bot.store import Database
from tests.channels.telegram_api import Api, serving
from tests.channels.test_dialogue_telegram import Learner, opened, welcomed
from tests.conftest import TUESDAY_8, Clock
from tests.test_floors import FILES, module

MODULES = {str(path): module(path) for path in FILES}
MOST_FILES = 35
MOST_CALLS = 80
OF_THE_FIRST = 90  # reminder, which also reckons the minutes of a day nothing was done on yet


@dataclass
class Walk:
    """What runs of our code: `files`, and of each file the functions of others that it calls."""

    files: set[str] = field(default_factory=set)
    calls: set[tuple[str, str]] = field(default_factory=set)

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        here = MODULES.get(frame.f_code.co_filename)
        if event != "call" or here is None:
            return
        self.files.add(here)
        caller = frame.f_back and MODULES.get(frame.f_back.f_code.co_filename)
        if caller and caller != here:
            self.calls.add((caller, f"{here}.{frame.f_code.co_qualname}"))


@contextmanager
def walking() -> Iterator[Walk]:
    walk = Walk()
    sys.setprofile(walk)
    try:
        yield walk
    finally:
        sys.setprofile(None)
        print(f"\n{len(walk.files)} files, {len(walk.calls)} calls", *sorted(walk.calls), sep="\n")  # noqa: T201 - for -s


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
async def telegram(api: Api, desk: Desk) -> AsyncIterator[Telegram]:
    async with opened(api, desk) as telegram:
        yield telegram


@pytest.fixture
async def me(api: Api, telegram: Telegram, clock: Clock) -> Learner:
    """Somebody with a lesson every weekday at eight."""
    me = Learner(api, clock)
    await welcomed(me)
    return me


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_tapped_answer(me: Learner) -> None:
    """From the update to the bubbles, and the mark under the button."""
    await me.taps("첫 레슨")
    await me.taps("확인 문제")
    with walking() as walk:
        await me.taps("융합")
    assert len(walk.files) <= MOST_FILES
    assert len(walk.calls) <= MOST_CALLS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_reminder(me: Learner, telegram: Telegram, database: Database, desk: Desk, clock: Clock) -> None:
    """From the look at the clock to what became of it."""
    delivery = Delivery(database, desk, {"telegram": telegram.send}, clock, Metrics(), korean_holidays([2026]))
    clock.now = TUESDAY_8
    with walking() as first:
        assert await delivery.deliver() == 1
    clock.forward(days=1)
    with walking() as second:  # what is made once for a process is no part of this one
        assert await delivery.deliver() == 1
    assert len(second.files) <= MOST_FILES
    assert len(second.calls) <= MOST_CALLS
    assert len(first.calls) <= OF_THE_FIRST
