"""What goes on in the background: bounded, in order, never silent about a fault, and not for ever."""

import asyncio
import logging

import pytest

from bot.channels.telegram.listener import AT_ONCE, Background
from tests.conftest import PATIENCE


async def test_so_many_go_on_at_once_and_the_next_finds_room_when_one_ends() -> None:
    background, doors = Background(), [asyncio.Event() for _ in range(AT_ONCE)]
    for door in doors:
        await asyncio.wait_for(background.room(), PATIENCE)
        background.start(door.wait)
    came = list[int]()

    async def comes(n: int) -> None:
        await background.room()
        came.append(n)
        background.start(doors[0].wait)

    late = [asyncio.create_task(comes(n)) for n in range(3)]
    for ended, there in ((7, [0]), (8, [0, 1]), (9, [0, 1, 2])):
        doors[ended].set()
        await asyncio.sleep(0.01)
        assert came == there
    await asyncio.gather(*late)
    for door in doors:
        door.set()
    await background.finish(asyncio.get_running_loop().time() + 5)


async def test_they_start_in_the_order_they_came() -> None:
    background, started = Background(), list[int]()

    async def work(n: int) -> None:
        started.append(n)

    for n in range(20):
        background.start(lambda n=n: work(n))  # type: ignore[misc]  # mypy cannot type a default in a lambda
    await background.finish(asyncio.get_running_loop().time() + 5)
    assert started == list(range(20))


async def test_a_fault_is_reported_by_its_name_alone(caplog: pytest.LogCaptureFixture) -> None:
    background = Background()

    async def faulty() -> None:
        raise LookupError("비밀스러운 말")

    background.start(faulty)
    await background.finish(asyncio.get_running_loop().time() + 5)
    assert "LookupError" in caplog.text
    assert "비밀" not in caplog.text


async def test_at_the_deadline_what_still_runs_is_cut_off_and_counted(caplog: pytest.LogCaptureFixture) -> None:
    background, ended = Background(), asyncio.Event()

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    caplog.set_level(logging.WARNING)
    background.start(endless)
    await background.finish(asyncio.get_running_loop().time() + 0.01)
    assert ended.is_set()
    assert "1 turns or replies took too long" in caplog.text
