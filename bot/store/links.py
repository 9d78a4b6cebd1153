"""One-use codes that join a second address to a learner. Only a digest of a code is kept."""

import hashlib
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.message import Address
from bot.store.learners import learner_of
from bot.store.tables import addresses, learners, links


class Links:
    """Questions and changes about link codes, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def issue(self, learner: Learner, code: str, expires: datetime) -> None:
        """Keep a code until it expires; older ones of the learner are void."""
        await self._connection.execute(delete(links).where(links.c.learner_id == learner.id))
        row = {"code": _digest(code), "learner_id": learner.id, "expires": expires}
        await self._connection.execute(insert(links).values(row))

    async def owner(self, code: str, now: datetime) -> Learner | None:
        """Whose code it is, while it holds."""
        found = await self._connection.execute(
            select(learners).join(links).where(links.c.code == _digest(code), links.c.expires > now)
        )
        row = found.one_or_none()
        return learner_of(row) if row else None

    async def join(self, address: Address, guest: Learner, owner: Learner) -> None:
        """The address is the owner's from now on; the guest, who had nothing yet, is gone, and the code is used."""
        here = (addresses.c.channel == address.channel) & (addresses.c.id == address.id)
        await self._connection.execute(update(addresses).where(here).values(learner_id=owner.id))
        await self._connection.execute(delete(links).where(links.c.learner_id == owner.id))
        await self._connection.execute(delete(learners).where(learners.c.id == guest.id))

    async def addresses(self, learner: Learner) -> list[Address]:
        """Where the learner can be met."""
        rows = await self._connection.execute(
            select(addresses.c.channel, addresses.c.id).where(addresses.c.learner_id == learner.id)
        )
        return [Address(row.channel, row.id) for row in rows]


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
