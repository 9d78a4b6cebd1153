"""How far a learner is: lessons finished, questions answered, days together."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialect import insert_new
from bot.store.learners import Learner
from bot.store.tables import answers, days, finished


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it is kept. `counted` is the first of its study day, the only one that is scheduled."""

    quiz: str
    answer: str
    right: bool
    counted: bool


class Progress:
    """Questions and changes about one learner's way through the course, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def finished(self, learner: Learner) -> dict[str, date]:
        """The names of the lessons finished, with the study day of each."""
        rows = await self._connection.execute(
            select(finished.c.lesson, finished.c.day).where(finished.c.learner_id == learner.id)
        )
        return {row.lesson: row.day for row in rows}

    async def answered(self, learner: Learner) -> dict[str, date]:
        """The names of the quizzes answered, with the last study day of each."""
        rows = await self._connection.execute(
            select(answers.c.quiz, func.max(answers.c.day).label("day"))
            .where(answers.c.learner_id == learner.id)
            .group_by(answers.c.quiz)
        )
        return {row.quiz: row.day for row in rows}

    async def days(self, learner: Learner) -> int:
        """Days together: study days with at least one real step. It never falls."""
        counted = select(func.count()).select_from(days).where(days.c.learner_id == learner.id)
        return (await self._connection.execute(counted)).scalar_one()

    async def answer(self, learner: Learner, answer: Answer, day: date, now: datetime) -> None:
        """Keep an answer for good, and the day it was given on."""
        kept = insert(answers).values(learner_id=learner.id, day=day, at=now, **asdict(answer))
        await self._connection.execute(kept)
        await self._together(learner, day)

    async def finish(self, learner: Learner, lesson: str, day: date, now: datetime) -> bool:
        """Mark a lesson finished; False when it already was."""
        row = {"learner_id": learner.id, "lesson": lesson, "day": day, "at": now}
        done = await self._connection.execute(insert_new(self._connection, finished, **row))
        await self._together(learner, day)
        return bool(done.rowcount)

    async def _together(self, learner: Learner, day: date) -> None:
        await self._connection.execute(insert_new(self._connection, days, learner_id=learner.id, day=day))
