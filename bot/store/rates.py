"""Where the next sending slot of each messenger stands: one row, from which every process takes its own."""

from typing import Any

from sqlalchemy import ColumnElement, case, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialect import clock, insert_missing, later_of
from bot.store.tables import rates

SET_BACK = 1.0  # seconds the clock must have gone back to be taken for set back


class Rates:
    """Changes of the rows, inside one transaction; a row is locked until its end. Times are the database's own."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def take(self, name: str, seconds: float) -> float:
        """So many seconds from when the row is free belong to the caller alone; the seconds until they begin."""
        free = later_of(self._connection, self._free_at(), self._now)
        return max(0.0, await self._move(name, free + seconds) - seconds)

    async def hold(self, name: str, seconds: float) -> None:
        """The row is not free for so many seconds from now; what it was held for longer than that stays."""
        await self._move(name, later_of(self._connection, self._free_at(), self._now + seconds))

    @property
    def _now(self) -> ColumnElement[float]:
        return clock(self._connection)

    def _free_at(self) -> ColumnElement[Any]:
        """When the clock was set back an hour, what remained of the wait remains, and not an hour more."""
        ahead = rates.c.asked_at - self._now
        return case((ahead > SET_BACK, rates.c.free_at - ahead), else_=rates.c.free_at)

    async def _move(self, name: str, free_at: ColumnElement[Any]) -> float:
        """In one statement, which two processes cannot do at once; the seconds until the row is free."""
        moving = (
            update(rates)
            .where(rates.c.name == name)
            .values(free_at=free_at, asked_at=self._now)
            .returning(rates.c.free_at - rates.c.asked_at)
        )
        left: float | None = await self._connection.scalar(moving)
        if left is None:
            first = {"name": name, "free_at": 0.0, "asked_at": 0.0}
            await self._connection.execute(insert_missing(self._connection.dialect.name, rates), first)
            left = await self._connection.scalar(moving)
        assert left is not None
        return left
