"""Records of learners, looked at and prepared from outside a turn."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from bot.course.model import Part
from bot.message import Address
from bot.record import Asked, Record
from bot.record.facts import Changed, Fact, Finished
from bot.store import Database, records, writes
from bot.store.keyring import Keyring
from bot.store.writes import learner_rows, rows_of

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)  # only the life of a link code depends on when a record is read


async def record_at(database: Database, address: Address, now: datetime = NEW_YEAR) -> Record:
    """The whole record of whoever speaks at an address; a stranger is enrolled then."""
    async with database.transaction() as connection:
        [found] = await records.read(connection, [Asked(address)], now)
        if found.record is None:
            await records.enrol(connection, [address], now)
            [found] = await records.read(connection, [Asked(address)], now)
    assert found.record
    return found.record


async def record_of(database: Database, learner_id: int) -> Record:
    """The whole record of a learner."""
    async with database.transaction() as connection:
        [found] = await records.read(connection, [Asked(learner_id=learner_id)], NEW_YEAR)
    assert found.record
    return found.record


async def happened(database: Database, record: Record, *facts: Fact) -> None:
    """Write facts down as if a turn had brought them."""
    after = record
    for fact in facts:
        after = after.after(fact)
    async with database.transaction() as connection:
        written = rows_of(((record.learner.id, fact) for fact in facts), record.learner.course)
        await writes.write(connection, {"learners": learner_rows([after.learner]), **written})


async def change(database: Database, record: Record, **values: Any) -> None:
    """Give a learner new values."""
    await happened(database, record, Changed(values))


def home_row(keyring: Keyring, address: Address, learner_id: int) -> dict[str, Any]:
    """The row of an address where messages arrive."""
    kept = {"id": keyring.place(address), "encrypted": keyring.encrypted(address.id)}
    return {"channel": address.channel, **kept, "learner_id": learner_id, "reachable": True}


async def has_read(database: Database, address: Address, parts: Iterable[Part], now: datetime) -> None:
    """Those parts are finished, in a tenth of the time that all their words take."""
    record = await record_at(database, address, now)
    day = record.learner.day(now)
    await happened(database, record, *(Finished(part.name, day, now) for part in parts))
