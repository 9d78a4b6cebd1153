"""Where learners stand: one of them in a turn, a hundred of them when the clock speaks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import CursorResult, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.learning.day import Mark, Standing
from bot.learning.memory import Card
from bot.store.tables import answers, cards, days, finished


class Standings:
    """Questions about how far learners are, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, moments: Iterable[tuple[Learner, datetime]]) -> dict[int, Standing]:
        """Each learner's standing at a moment, by id; in four statements for all who have the same study day."""
        by_day = defaultdict(list)
        for learner, moment in moments:
            by_day[learner.day(moment)].append(learner)
        return {
            id_: standing for day, those in by_day.items() for id_, standing in (await self._on(day, those)).items()
        }

    async def _on(self, day: date, learners: Sequence[Learner]) -> dict[int, Standing]:
        ids = [learner.id for learner in learners]
        done = _by_learner(await self._connection.execute(
            select(finished.c.learner_id, finished.c.lesson, finished.c.day).where(finished.c.learner_id.in_(ids))
        ))  # fmt: skip
        marks = _by_learner(await self._answered(day, ids))
        kept = _by_learner(await self._connection.execute(
            select(cards.c.learner_id, cards.c.quiz, cards.c.due, cards.c.last, cards.c.stability, cards.c.difficulty)
            .where(cards.c.learner_id.in_(ids))
            .order_by(cards.c.due, cards.c.quiz)
        ))  # fmt: skip
        together = _by_learner(await self._connection.execute(
            select(days.c.learner_id, days.c.day).where(days.c.learner_id.in_(ids)).order_by(days.c.day)
        ))  # fmt: skip
        return {
            learner.id: Standing(
                day,
                {lesson: on for _, lesson, on in done[learner.id]},
                {quiz: Mark(last, today, right) for _, quiz, last, today, right in marks[learner.id]},
                [Card(*card) for _, *card in kept[learner.id]],
                [on for _, on in together[learner.id]],
                bool(learner.paused_from and learner.paused_from <= day),
            )
            for learner in learners
        }

    async def _answered(self, day: date, ids: list[int]) -> Any:
        """Every quiz answered, in the order of its first answer: the last study day, and how it went on this one."""
        today = answers.c.day == day
        return await self._connection.execute(
            select(
                answers.c.learner_id,
                answers.c.quiz,
                func.max(answers.c.day),
                func.sum(case((today, 1), else_=0)),
                func.sum(case((and_(today, answers.c.right), 1), else_=0)),
            )
            .where(answers.c.learner_id.in_(ids))
            .group_by(answers.c.learner_id, answers.c.quiz)
            .order_by(func.min(answers.c.id))
        )


def _by_learner(rows: CursorResult[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.all():  # one by one they would cost five times as much
        found[row[0]].append(row)
    return found
