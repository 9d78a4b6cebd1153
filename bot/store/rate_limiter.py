"""Sending slots that all processes share, and that a restart does not forget: one row for each messenger."""

from typing import Any

from sqlalchemy import ColumnElement, case, update

from bot.store import Database, Transaction
from bot.store.dialect import clock, insert_missing, later_of
from bot.store.tables import rates

SET_BACK = 1.0  # seconds the clock must have gone back to be taken for set back


class SharedRateLimiter:
    """Hands out moments to send at, `rate` a second for all who use the name. Each call is one short transaction, which
    locks the row to its end; times are the database's own. Raises Away.
    """

    def __init__(self, database: Database, name: str, rate: float) -> None:
        self._database, self._name, self._interval = database, name, 1 / rate

    async def take(self, count: int) -> float:
        """Reserve so many in a row, which belong to the caller alone; the seconds until the first."""
        seconds = count * self._interval
        async with self._database.transaction() as connection:
            now = clock(connection)
            free = later_of(connection, _free_at(now), now)
            return max(0.0, await self._move(connection, free + seconds) - seconds)

    async def hold(self, seconds: float) -> None:
        """Give none for so long from now, whoever asks; what the row was held for longer than that stays."""
        async with self._database.transaction() as connection:
            now = clock(connection)
            await self._move(connection, later_of(connection, _free_at(now), now + seconds))

    async def _move(self, connection: Transaction, free_at: ColumnElement[Any]) -> float:
        """In one statement, which two processes cannot do at once; the seconds until the row is free."""
        moving = (
            update(rates)
            .where(rates.c.name == self._name)
            .values(free_at=free_at, asked_at=clock(connection))
            .returning(rates.c.free_at - rates.c.asked_at)
        )
        left: float | None = await connection.scalar(moving)
        if left is None:
            first = {"name": self._name, "free_at": 0.0, "asked_at": 0.0}
            await connection.execute(insert_missing(connection.dialect.name, rates), first)
            left = await connection.scalar(moving)
        assert left is not None
        return left


def _free_at(now: ColumnElement[float]) -> ColumnElement[Any]:
    """When the clock was set back an hour, what remained of the wait remains, and not an hour more."""
    ahead = rates.c.asked_at - now
    return case((ahead > SET_BACK, rates.c.free_at - ahead), else_=rates.c.free_at)
