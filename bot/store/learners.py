"""Learners, and the addresses they can be reached at."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.message import Address, Message, Said
from bot.store.dialect import insert_new
from bot.store.tables import addresses, deliveries, learners


class Learners:
    """Questions and changes about learners, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def meet(self, address: Address, now: datetime) -> Learner:
        """The learner at this address, locked for this turn; a stranger is enrolled, and who speaks is reachable."""
        met = await self._at(address)
        if met is None:
            return await self._enrol(address, now)
        learner, reachable = met
        if not reachable:
            await self.reachable(address, reachable=True)
        return learner

    async def claim(self, said: Said, now: datetime) -> bool:
        """Whether this delivery is heard for the first time; a nameless one always is."""
        if not said.key:
            return True
        row = {"channel": said.address.channel, "key": said.key, "at": now}
        claimed = await self._connection.execute(insert_new(self._connection, deliveries, **row))
        return bool(claimed.rowcount)

    async def of(self, ids: Collection[int]) -> list[Learner]:
        """The learners with these ids, locked, always in the same order."""
        those = select(learners).where(learners.c.id.in_(ids)).order_by(learners.c.id).with_for_update()
        return [learner_of(row) for row in await self._connection.execute(those)]

    async def save(self, *changes: tuple[Learner, Learner]) -> None:
        """Keep what changed from before to after, in one statement for all who changed in the same way."""
        alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for before, after in changes:
            if new := _changed(before, after):
                alike[tuple(new)].append({"learner": after.id, **new})
        for rows in alike.values():
            await self._connection.execute(update(learners).where(learners.c.id == bindparam("learner")), rows)

    async def forget(self, learner: Learner) -> None:
        """Erase the learner and everything kept about them."""
        await self._connection.execute(delete(learners).where(learners.c.id == learner.id))

    async def tidy(self, before: datetime) -> None:
        """Forget the ids of updates answered before that moment; nobody delivers those again."""
        await self._connection.execute(delete(deliveries).where(deliveries.c.at < before))

    async def reachable(self, address: Address, *, reachable: bool) -> None:
        """Remember whether messages arrive at this address; progress stays either way."""
        here = (addresses.c.channel == address.channel) & (addresses.c.id == address.id)
        await self._connection.execute(update(addresses).where(here).values(reachable=reachable))

    async def _at(self, address: Address) -> tuple[Learner, bool] | None:
        found = await self._connection.execute(
            select(addresses.c.reachable, *learners.c)
            .select_from(learners)
            .join(addresses)
            .where(addresses.c.channel == address.channel, addresses.c.id == address.id)
            .with_for_update(of=learners)
        )
        row = found.one_or_none()
        return (learner_of(row), row.reachable) if row else None

    async def _enrol(self, address: Address, now: datetime) -> Learner:
        made = await self._connection.execute(insert(learners).values(since=now).returning(learners.c.id))
        learner = Learner(made.scalar_one(), now)
        row = {"channel": address.channel, "id": address.id, "learner_id": learner.id, "reachable": True}
        enrolled = await self._connection.execute(insert_new(self._connection, addresses, **row))
        if enrolled.rowcount:
            return learner
        # Two first messages at once on PostgreSQL: the other turn enrolled this person while we waited.
        await self.forget(learner)
        met = await self._at(address)
        assert met is not None
        return met[0]


def learner_of(row: Row[Any]) -> Learner:
    """The learner a row of the table holds; a row without the screen gives a learner who is shown nothing."""
    values = row._asdict()
    values.pop("reachable", None)
    screen = values.pop("screen", None)
    return Learner(**values, screen=msgspec.json.decode(screen, type=Message) if screen else None)


def _changed(before: Learner, after: Learner) -> dict[str, Any]:
    """The columns that differ; all of them for another learner."""
    values = {column.name: getattr(after, column.name) for column in learners.c}
    if before.id == after.id:
        values = {name: value for name, value in values.items() if value != getattr(before, name)}
    if screen := values.get("screen"):
        values["screen"] = msgspec.json.encode(screen).decode()
    return values
