"""What an operator tells everybody once: to whom it is still owed, and what became of it. Moments are in UTC.

It comes with the lesson of the day, or alone to whom no lesson brings it; either is a row of `sent` that names it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, exists, func, select, update

from bot.record import GIVEN_UP
from bot.store import Transaction
from bot.store.dialect import insert_missing
from bot.store.outbox import SELECTED, Broadcast
from bot.store.tables import addresses, broadcasts, learners, sent


async def begin(connection: Transaction, text: str, now: datetime, until: datetime) -> Broadcast:
    """Tell everybody; the same words, whoever says them again, are the same broadcast."""
    row = {"digest": _digest(text), "text": text, "at": now, "until": until}
    await connection.execute(insert_missing(connection.dialect.name, broadcasts), row)
    found = await known(connection, text)
    assert found
    return found


async def known(connection: Transaction, text: str) -> Broadcast | None:
    """The broadcast of those words, if they were told before."""
    found = await connection.execute(SELECTED.where(broadcasts.c.digest == _digest(text)))
    return Broadcast(*row) if (row := found.first()) else None


async def stop(connection: Transaction, id_: int, now: datetime) -> None:
    """Tell nobody else."""
    await connection.execute(update(broadcasts).where(broadcasts.c.id == id_).values(until=now))


async def owed(connection: Transaction, broadcast: Broadcast, after: int, most: int) -> list[int]:
    """The next learners by number to whom it has not come."""
    found = select(learners.c.id).where(_owed(broadcast.id, broadcast.at), learners.c.id > after)
    return list((await connection.execute(found.order_by(learners.c.id).limit(most))).scalars())


async def audience(connection: Transaction, channels: Sequence[str], now: datetime) -> Mapping[str, int]:
    """How many learners it would reach on each channel: on the first of those given where messages arrive."""
    rank = case({channel: place for place, channel in enumerate(channels)}, value=addresses.c.channel)
    theirs = addresses.c.reachable & addresses.c.channel.in_(channels)
    best = select(func.min(rank).label("rank")).join_from(learners, addresses).where(theirs, _owed(0, now))
    each = best.group_by(learners.c.id).subquery()
    found = await connection.execute(select(each.c.rank, func.count()).group_by(each.c.rank))
    return {channels[place]: count for place, count in sorted((rank, count) for rank, count in found)}


async def outcomes(connection: Transaction, broadcast: Broadcast) -> tuple[Mapping[str, int], int]:
    """How many messages with it came to what, and to how many learners it is still owed."""
    counted = select(sent.c.outcome, func.count()).where(sent.c.news == broadcast.id).group_by(sent.c.outcome)
    left = select(func.count()).select_from(learners).where(_owed(broadcast.id, broadcast.at))
    came = {outcome: count for outcome, count in await connection.execute(counted) if outcome not in GIVEN_UP}
    return came, await connection.scalar(left) or 0


def _owed(id_: int, at: datetime) -> Any:
    """Whoever was there by then and gets reminders, to whom no message has brought it, or may have."""
    brought = exists().where(sent.c.learner_id == learners.c.id, sent.c.news == id_, sent.c.outcome.not_in(GIVEN_UP))
    there = (learners.c.since <= at) & (learners.c.rhythm != "") & learners.c.off.is_(False)
    return there & ~brought if id_ else there


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
