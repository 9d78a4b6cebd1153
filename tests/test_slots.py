"""One rate for all processes, kept in the database: each slot is one process's, and a restart forgets no silence."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from bot.message import Away
from bot.store import Database
from bot.store.rate_limiter import SharedRateLimiter
from bot.store.tables import rates

SLOW = 0.25  # slots a second: four seconds apart, so that a busy machine takes no part in what is tested
HOUR = 3600.0
TOLERANCE = 3.0  # seconds within which a test surely gets on


@pytest.fixture
async def elsewhere(database_url: str) -> AsyncIterator[Database]:
    """Another process on the same database, or this one after a restart."""
    other = Database(database_url)
    yield other
    await other.close()


async def turn_clock(database: Database, seconds: float) -> None:
    """The database's clock jumps: all it has noted lies so many seconds further in the future."""
    moved = {column.name: column + seconds for column in (rates.c.free_at, rates.c.asked_at)}
    async with database._engine.begin() as connection:  # noqa: SLF001 - clocks do not jump for a test
        await connection.execute(update(rates).values(moved))


async def test_slots_lie_one_interval_apart(database: Database) -> None:
    slots = SharedRateLimiter(database, "telegram", SLOW)
    waits = [await slots.take(count) for count in (1, 1, 3, 1)]
    assert waits == [pytest.approx(seconds, abs=TOLERANCE) for seconds in (0, 4, 8, 20)]
    assert waits == sorted(waits)


async def test_the_first_slot_is_now(database: Database) -> None:
    assert await SharedRateLimiter(database, "telegram", SLOW).take(10) == pytest.approx(0, abs=1e-3)


async def test_two_processes_never_get_the_same_slot(database: Database, elsewhere: Database) -> None:
    """Though both ask at once, and the row is not there yet; each block is as long as it was asked for."""
    one, other = SharedRateLimiter(database, "telegram", SLOW), SharedRateLimiter(elsewhere, "telegram", SLOW)
    waits = await asyncio.gather(*(slots.take(10) for slots in (one, other) * 10))
    assert sorted(waits) == [pytest.approx(n * 40, abs=TOLERANCE) for n in range(20)]


async def test_names_have_nothing_to_do_with_each_other(database: Database) -> None:
    await SharedRateLimiter(database, "telegram", SLOW).hold(HOUR)
    assert await SharedRateLimiter(database, "another", SLOW).take(1) < TOLERANCE


async def test_a_silence_stops_everybody_and_outlives_a_restart(database: Database, elsewhere: Database) -> None:
    await SharedRateLimiter(database, "telegram", SLOW).hold(HOUR)
    await database.close()
    assert await SharedRateLimiter(elsewhere, "telegram", SLOW).take(1) == pytest.approx(HOUR, abs=TOLERANCE)


async def test_nothing_shortens_a_silence(database: Database) -> None:
    slots = SharedRateLimiter(database, "telegram", SLOW)
    await slots.hold(HOUR)
    await slots.hold(1)
    assert await slots.take(1) == pytest.approx(HOUR, abs=TOLERANCE)
    await slots.hold(10)
    assert await slots.take(1) == pytest.approx(HOUR + 4, abs=TOLERANCE)


async def test_slots_reserved_before_a_silence_count_into_it(database: Database) -> None:
    """The next slot comes after the longer of both."""
    slots = SharedRateLimiter(database, "telegram", SLOW)
    await slots.take(10)
    await slots.hold(20)
    assert await slots.take(1) == pytest.approx(40, abs=TOLERANCE)


@pytest.mark.parametrize("back", [2.0, HOUR, 365 * 24 * HOUR])
async def test_a_clock_set_back_makes_nobody_wait_for_it(database: Database, back: float) -> None:
    """What remained of the wait remains, for slots as for a silence."""
    slots = SharedRateLimiter(database, "telegram", SLOW)
    await slots.take(10)
    await turn_clock(database, back)
    assert await slots.take(1) == pytest.approx(40, abs=1.9)
    await slots.hold(100)
    await turn_clock(database, back)
    await slots.hold(1)
    assert await slots.take(1) == pytest.approx(100, abs=1.9)


async def test_after_a_long_rest_slots_begin_at_once_and_none_were_saved_up(database: Database) -> None:
    slots = SharedRateLimiter(database, "telegram", SLOW)
    await slots.take(10)
    await turn_clock(database, -HOUR)
    assert [await slots.take(1) for _ in range(3)] == [pytest.approx(seconds, abs=TOLERANCE) for seconds in (0, 4, 8)]


async def test_a_clock_that_jumped_far_ahead_and_back_does_no_harm(database: Database) -> None:
    slots = SharedRateLimiter(database, "telegram", SLOW)
    for jump in (-HOUR, 2 * HOUR, -HOUR):
        await turn_clock(database, jump)
        assert await slots.take(1) < 4 + TOLERANCE


async def test_a_slot_counts_from_when_it_was_given(database: Database, elsewhere: Database) -> None:
    """Not from when it was asked for, which was before another process let go of the row."""
    slots = SharedRateLimiter(database, "telegram", SLOW)
    await slots.take(1)
    async with elsewhere.transaction() as other:
        await other.execute(update(rates).values(name="telegram"))  # which locks the row
        waiting = asyncio.create_task(slots.take(1))
        await asyncio.sleep(1)
    assert await waiting <= 3


async def test_a_database_that_is_away_is_said_to_be_away() -> None:
    nowhere = Database("postgresql://nobody@127.0.0.1:1/nothing")
    slots = SharedRateLimiter(nowhere, "telegram", SLOW)
    with pytest.raises(Away):
        await slots.take(1)
    with pytest.raises(Away):
        await slots.hold(1)
    await nowhere.close()
