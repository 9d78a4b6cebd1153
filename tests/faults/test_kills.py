"""Processes are killed in the middle of their work, more than a hundred of them: nothing is lost, nothing comes twice.

The instants are others in every run. `python -m tests.faults` goes on for longer.
"""

from collections.abc import Callable

from tests.conftest import Postgres
from tests.faults.deliveries import kill_deliveries
from tests.faults.turns import kill_one_of_two, kill_polling, kill_webhook


async def test_lessons_while_their_only_process_is_killed_again_and_again(files: Callable[[], str], seed: int) -> None:
    """Nobody gets a lesson twice; only who was being sent one at a kill may have to do without, and we know who."""
    tally = await kill_deliveries(files, seed, kills=45)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.begun  # some kills found a message on its way,
    assert tally.claimed  # and slots claimed for later


async def test_lessons_while_one_of_three_processes_is_killed_again_and_again(postgres: Postgres, seed: int) -> None:
    """The same on one PostgreSQL; whatever the dead had in hand is taken over by the living."""
    tally = await kill_deliveries(lambda: postgres.copy(f"kills_{seed}"), seed, kills=25, processes=3)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.begun
    assert tally.claimed


async def test_a_broadcast_while_its_process_is_killed_again_and_again(files: Callable[[], str], seed: int) -> None:
    """Resumed as often as it is cut off, it comes to everybody once; and of several nobody gets two on a day."""
    tally = await kill_deliveries(files, seed, kills=15, news=True)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.begun
    assert tally.claimed


async def test_turns_by_long_polling_while_the_process_is_killed(files: Callable[[], str], seed: int) -> None:
    """Whatever a learner said is done once and in order; only replies on their way are lost, as `Listener` says."""
    tally = await kill_polling(files, seed, kills=30)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.again  # some updates were heard again after their turn had been kept


async def test_turns_by_webhook_while_the_process_is_killed(files: Callable[[], str], seed: int) -> None:
    """The same when Telegram brings what was said, until it is taken."""
    tally = await kill_webhook(files, seed, kills=20)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.again or tally.in_flight


async def test_turns_by_webhook_while_one_of_two_processes_is_killed(postgres: Postgres, seed: int) -> None:
    """On one PostgreSQL, what a learner says reaches either by turns: it is done once and in the order it was said."""
    tally = await kill_one_of_two(lambda: postgres.copy(f"pair_{seed}"), seed, kills=20)
    assert not tally.faults, f"seed {seed}: {tally}"
    assert tally.in_flight
