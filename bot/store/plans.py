"""「나만의 일 설계서」: the lines a learner wrote about their own work."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.store.tables import lines


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan: the box it stands in, and the lesson that asked for it."""

    box: int
    lesson: str
    text: str
    at: datetime


class Plans:
    """Questions and changes about one learner's plan, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lines(self, learner: Learner) -> list[Line]:
        """The plan as it stands: of each lesson the newest line, in the order of boxes."""
        rows = await self._connection.execute(
            select(lines.c.box, lines.c.lesson, lines.c.text, lines.c.at)
            .where(lines.c.learner_id == learner.id)
            .order_by(lines.c.id)
        )
        newest = {row.lesson: Line(*row) for row in rows}
        return sorted(newest.values(), key=lambda line: (line.box, line.lesson))

    async def write(self, learner: Learner, line: Line) -> None:
        """Add a line; older ones of the same lesson are kept as its history."""
        row = {"box": line.box, "lesson": line.lesson, "text": line.text, "at": line.at}
        await self._connection.execute(insert(lines).values(learner_id=learner.id, **row))
