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
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.store import Database
from tests.channels.telegram_api import Api, serving
from tests.channels.test_dialogue_telegram import Learner, opened, welcomed
from tests.conftest import TUESDAY_8, Chat, Clock
from tests.test_floors import FILES, module

MODULES = {str(path): module(path) for path in FILES}
MOST_FILES = 35
MOST_CALLS = 80
POLLS = ("bot.channels.telegram.polling", "bot.channels.telegram.health")
HEARS = ("bot.channels.telegram.inbox", "bot.channels.telegram.listener")
OF_THE_FIRST = 90  # reminder, which also reckons the minutes of a day nothing was done on yet


@dataclass
class Walk:
    """What runs of our code: `files`, and of each file the functions of others that it calls."""

    files: set[str] = field(default_factory=set)
    calls: set[tuple[str, str]] = field(default_factory=set)

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        here = MODULES.get(frame.f_code.co_filename)
        if event != "call" or here is None or _goes_on(frame):
            return
        caller = frame.f_back and MODULES.get(frame.f_back.f_code.co_filename)
        if here not in HEARS and (caller in POLLS or here in POLLS):
            return  # the next poll is asked for whatever was said
        self.files.add(here)
        if caller and caller != here:
            self.calls.add((caller, f"{here}.{frame.f_code.co_qualname}"))


def _goes_on(frame: FrameType) -> bool:
    """Whether it was called before and goes on after a wait: the argument of RESUME tells, 0 at a beginning."""
    return frame.f_code.co_code[frame.f_lasti + 1] != 0


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


@pytest.mark.usefixtures("me")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_reminder(telegram: Telegram, database: Database, desk: Desk, clock: Clock) -> None:
    """From the look at the clock to what became of it; what is made once for a process is no part of it."""
    delivery = Delivery(database, desk, {"telegram": telegram.send}, clock, Metrics(), korean_holidays([2026]))
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    clock.forward(days=1)
    with walking() as after_silence:
        assert await delivery.deliver() == 1
    await Chat(desk, clock, Address("telegram", "7")).types("알림 꺼 줘")
    await Chat(desk, clock, Address("telegram", "8")).has_said("시작", "/trade teacher", "/hour weekdays 08:00")
    clock.forward(days=1)
    with walking() as first:
        assert await delivery.deliver() == 1
    assert len(after_silence.files) <= MOST_FILES
    assert len(after_silence.calls) <= MOST_CALLS
    assert len(first.calls) <= OF_THE_FIRST
