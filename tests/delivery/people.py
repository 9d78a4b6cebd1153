"""Learners of a database, many at a time, and what they were sent."""

from typing import Any

from msgspec.structs import replace

from bot.message import Address
from bot.record.facts import Reminded, Reminder
from bot.store import Database, records, writes
from bot.store.writes import learner_rows, rows_of
from tests.delivery.values import LEARNER


async def enrol(database: Database, *people: dict[str, Any], channel: str = "telegram") -> None:
    """LEARNER with other values, for each; in a fresh database their ids are 1, 2, 3, …, at that channel too."""
    async with database.transaction() as connection:
        await records.enrol(connection, [Address(channel, str(n)) for n in range(1, len(people) + 1)], LEARNER.since)
        learners = [replace(LEARNER, id=n, **values) for n, values in enumerate(people, 1)]
        await writes.write(connection, {"learners": learner_rows(learners)})


async def sent(database: Database, *reminders: Reminder) -> None:
    """Keep these."""
    async with database.transaction() as connection:
        await writes.write(connection, rows_of((one.learner_id, Reminded(one)) for one in reminders))
