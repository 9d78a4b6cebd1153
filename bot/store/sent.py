"""Unprompted messages: who is due, and what became of each slot."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.message import Address
from bot.store.dialect import insert_new
from bot.store.learners import learner_of
from bot.store.tables import addresses, learners, sent

NOWHERE = Address("", "")  # where a learner is who blocked us everywhere


@dataclass(frozen=True, slots=True)
class Slot:
    """What may be sent once: a kind of message to a learner on a study day."""

    learner_id: int
    day: date
    kind: str


class Sent:
    """Questions and changes about unprompted messages, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def due(self, now: datetime, most: int) -> list[tuple[Learner, Address]]:
        """The learners whose time has come, longest waiting first; another process sees only the others."""
        waiting = (
            select(learners)
            .where(learners.c.next_lesson_at <= now)
            .order_by(learners.c.next_lesson_at)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        found = [learner_of(row) for row in await self._connection.execute(waiting)]
        homes = await self._homes([learner.id for learner in found])
        return [(learner, homes.get(learner.id, NOWHERE)) for learner in found]

    async def unanswered(self, learner: Learner, since: date) -> int:
        """How many lessons were sent after that study day."""
        counted = select(func.count()).where(
            sent.c.learner_id == learner.id, sent.c.day > since, sent.c.outcome == "sent"
        )
        return (await self._connection.execute(counted)).scalar_one()

    async def claim(self, slot: Slot, channel: str, due_at: datetime | None, now: datetime) -> bool:
        """Take a slot before sending; False when it was taken before."""
        row = {"learner_id": slot.learner_id, "day": slot.day, "kind": slot.kind}
        claimed = insert_new(
            self._connection, sent, **row, channel=channel, due_at=due_at, claimed_at=now, outcome="claimed"
        )
        return bool((await self._connection.execute(claimed)).rowcount)

    async def close(self, slot: Slot, outcome: str, now: datetime) -> None:
        """Write down what became of it: sent, unreachable, unknown or skipped."""
        here = (sent.c.learner_id == slot.learner_id) & (sent.c.day == slot.day) & (sent.c.kind == slot.kind)
        await self._connection.execute(update(sent).where(here).values(outcome=outcome, done_at=now))

    async def _homes(self, ids: list[int]) -> dict[int, Address]:
        """Where each learner wants to be reached: Telegram if they have it, because a push costs nothing there."""
        telegram_last = case((addresses.c.channel == "telegram", 1), else_=0)
        rows = await self._connection.execute(
            select(addresses.c.learner_id, addresses.c.channel, addresses.c.id)
            .where(addresses.c.learner_id.in_(ids), addresses.c.reachable)
            .order_by(telegram_last)
        )
        return {row.learner_id: Address(row.channel, row.id) for row in rows}
