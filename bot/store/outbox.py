"""The outbox of reminders of all learners: who is due, what lapsed, what became of it all, inside one transaction.

Claims are facts of a turn (bot.record).
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.record.facts import Outcome, Slot, rewarded
from bot.store.tables import broadcasts, deliveries, finished, learners, sent

EXPORTED = (
    "day",
    "kind",
    "channel",
    "why",
    "due_at",
    "claimed_at",
    "done_at",
    "outcome",
    "note",
    "opened",
    "wording",
    "chances",
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to do for a learner: what falls due, or with a slot a claim that lapsed before it was begun."""

    learner_id: int
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Words for everybody who was there at a moment; whom they have not reached by another they do not reach."""

    id: int
    text: str
    at: datetime
    until: datetime

    def runs(self, now: datetime) -> bool:
        """Whether it still goes out."""
        return self.at <= now < self.until


SELECTED = select(broadcasts.c.id, broadcasts.c.text, broadcasts.c.at, broadcasts.c.until)
"""A broadcast, as its columns."""


async def waiting(connection: AsyncConnection, now: datetime, early: Collection[datetime], most: int) -> list[Waiting]:
    """Lapsed claims first, then whose time has come, or is one of those early ones."""
    lapsed = (
        select(sent.c.learner_id, sent.c.day, sent.c.kind)
        .where(sent.c.lease <= now, sent.c.outcome == Outcome.CLAIMED)
        .order_by(sent.c.lease)
        .limit(most)
    )
    found = [Waiting(row.learner_id, Slot(*row)) for row in await connection.execute(lapsed)]
    at = learners.c.next_lesson_at
    due = select(learners.c.id).where(or_(at <= now, at.in_(early)) if early else at <= now)
    those = await connection.execute(due.order_by(at, learners.c.id).limit(most - len(found)))
    return found + [Waiting(id_) for id_ in those.scalars()]


async def running(connection: AsyncConnection, now: datetime) -> list[Broadcast]:
    """The broadcasts that go out just now, the oldest first; to whom, says bot.store.broadcasts."""
    going = (broadcasts.c.at <= now) & (broadcasts.c.until > now)
    return [Broadcast(*row) for row in await connection.execute(SELECTED.where(going).order_by(broadcasts.c.id))]


async def crowds(connection: AsyncConnection, now: datetime, until: datetime, over: int) -> list[tuple[datetime, int]]:
    """The moments to come for which more than so many learners wait, and how many."""
    at, count = learners.c.next_lesson_at, func.count()
    waiting = select(at, count).where(at > now, at <= until).group_by(at).having(count > over)
    return [(moment, many) for moment, many in await connection.execute(waiting)]


async def next_moment(connection: AsyncConnection) -> datetime | None:
    """When there will be something to do: a learner due, or a lease lapsed."""
    due = await connection.execute(select(func.min(learners.c.next_lesson_at)))
    lapse = await connection.execute(select(func.min(sent.c.lease)).where(sent.c.lease.is_not(None)))
    return min(filter(None, (due.scalar_one(), lapse.scalar_one())), default=None)


async def far_off(connection: AsyncConnection, after: datetime, today: date, most: int) -> list[int]:
    """Whose next message is later than that, though neither a pause nor the end of the course says so."""
    awake = learners.c.ended_at.is_(None) & func.coalesce(learners.c.paused_until <= today, true())
    at = learners.c.next_lesson_at
    found = await connection.execute(select(learners.c.id).where(at > after, awake).order_by(at.desc()).limit(most))
    return list(found.scalars())


async def settle(connection: AsyncConnection, now: datetime) -> list[Broadcast]:
    """What was begun and never closed while its lease ran: its sender died, so its fate is unknown. Gives the
    broadcasts that go out.
    """
    lapsed = (sent.c.lease <= now) & (sent.c.outcome == Outcome.BEGUN)
    await connection.execute(update(sent).where(lapsed).values(outcome=Outcome.UNKNOWN, lease=None, done_at=now))
    return await running(connection, now)


async def forget_deliveries(connection: AsyncConnection, before: datetime) -> None:
    """Forget the ids of updates answered before that moment; nobody delivers those again."""
    await connection.execute(delete(deliveries).where(deliveries.c.at < before))


async def charged(connection: AsyncConnection, channel: str, since: datetime) -> int:
    """How many messages on a channel were, or may have been, paid for since that moment."""
    paid = sent.c.outcome.in_((Outcome.SENT, Outcome.UNKNOWN, Outcome.BEGUN)) & (sent.c.claimed_at >= since)
    counted = select(func.count()).where(sent.c.channel == channel, paid)
    return (await connection.execute(counted)).scalar_one()


async def sent_messages(connection: AsyncConnection) -> AsyncIterator[tuple[object, ...]]:
    """Every message, as the operator is shown it: without its learner, but with whether a lesson followed."""
    done = await connection.execute(select(finished.c.learner_id, finished.c.at).order_by(finished.c.at))
    finishes: defaultdict[int, list[datetime]] = defaultdict(list)
    for id_, at in done:
        finishes[id_].append(at)
    shown = [sent.c[name] for name in EXPORTED]
    for id_, *row in await connection.execute(select(sent.c.learner_id, *shown).order_by(sent.c.due_at)):
        yield *row, int(rewarded(row[EXPORTED.index("done_at")], finishes[id_]))
