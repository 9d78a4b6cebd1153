"""How far a learner is: lessons finished, questions answered, days together."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.store.dialect import insert_new
from bot.store.tables import answers, days, finished, prechecks, reports


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it is kept. `counted` is the first of its study day, the only one that is scheduled."""

    quiz: str
    answer: str
    right: bool
    counted: bool
    rating: int = 0


class Progress:
    """Questions and changes about one learner's way through the course, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def right_days(self, learner: Learner) -> dict[str, int]:
        """On how many different study days each quiz was answered rightly."""
        rows = await self._connection.execute(
            select(answers.c.quiz, func.count(answers.c.day.distinct()))
            .where(answers.c.learner_id == learner.id, answers.c.right)
            .group_by(answers.c.quiz)
        )
        return {row.quiz: row[1] for row in rows}

    async def answer(self, learner: Learner, answer: Answer, day: date, now: datetime) -> None:
        """Keep an answer for good, and the day it was given on."""
        kept = insert(answers).values(learner_id=learner.id, day=day, at=now, **asdict(answer))
        await self._connection.execute(kept)
        await self._together(learner, day)

    async def prechecked(self, learner: Learner) -> dict[tuple[str, int], bool]:
        """The answers to the five questions by name and round: whether each was right."""
        rows = await self._connection.execute(
            select(prechecks.c.quiz, prechecks.c.round, prechecks.c.right).where(prechecks.c.learner_id == learner.id)
        )
        return {(row.quiz, row.round): row.right for row in rows}

    async def precheck(self, learner: Learner, quiz: str, number: int, day: date, *, right: bool) -> None:
        """Keep the first answer to one of the five in a round."""
        row = {"learner_id": learner.id, "quiz": quiz, "round": number, "right": right}
        await self._connection.execute(insert_new(self._connection, prechecks, **row))
        await self._together(learner, day)

    async def report(self, learner: Learner, quiz: str, note: str, now: datetime) -> None:
        """Keep what a learner found odd about a question."""
        row = {"learner_id": learner.id, "quiz": quiz, "note": note, "at": now}
        await self._connection.execute(insert(reports).values(row))

    async def finish(self, learner: Learner, lesson: str, day: date, now: datetime) -> bool:
        """Mark a lesson finished; False when it already was."""
        row = {"learner_id": learner.id, "lesson": lesson, "day": day, "at": now}
        done = await self._connection.execute(insert_new(self._connection, finished, **row))
        if done.rowcount:
            await self._together(learner, day)
        return bool(done.rowcount)

    async def _together(self, learner: Learner, day: date) -> None:
        await self._connection.execute(insert_new(self._connection, days, learner_id=learner.id, day=day))
