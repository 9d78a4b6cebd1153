"""Unprompted messages: who is due, and what became of each slot."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.message import Address
from bot.store.dialect import insert_all_new
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

    async def move_on(self, nexts: Sequence[tuple[int, datetime | None, str]]) -> None:
        """Give each learner the moment and the kind of the next message; None for never."""
        if nexts:
            moved = update(learners).where(learners.c.id == bindparam("learner"))
            moved = moved.values(next_lesson_at=bindparam("moment"), next_kind=bindparam("kind"))
            rows = [{"learner": learner, "moment": moment, "kind": kind} for learner, moment, kind in nexts]
            await self._connection.execute(moved, rows)

    async def claim(self, slots: Sequence[tuple[Slot, str]], now: datetime) -> set[Slot]:
        """Take slots before sending, each with its channel, in one statement; those that were still free."""
        if not slots:
            return set()
        rows = [asdict(slot) | {"channel": channel, "claimed_at": now, "outcome": "claimed"} for slot, channel in slots]
        claimed = await self._connection.execute(insert_all_new(self._connection, sent, rows))
        return {Slot(row.learner_id, row.day, row.kind) for row in claimed}

    async def settle(self, before: datetime, now: datetime) -> None:
        """Claims of before that moment that nobody closed: their sender died, so their fate is unknown."""
        open_ = (sent.c.outcome == "claimed") & (sent.c.claimed_at < before)
        await self._connection.execute(update(sent).where(open_).values(outcome="unknown", done_at=now))

    async def charged(self, channel: str, since: datetime) -> int:
        """How many messages on a channel were, or may have been, paid for since that moment."""
        paid = sent.c.outcome.in_(("sent", "unknown", "claimed")) & (sent.c.claimed_at >= since)
        counted = select(func.count()).where(sent.c.channel == channel, paid)
        return (await self._connection.execute(counted)).scalar_one()

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
