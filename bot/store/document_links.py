"""Links to a learner's documents: one a learner, each works once; only its digest is kept."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Address
from bot.store.dialect import insert_or_replace
from bot.store.tables import addresses, document_links


class DocumentLinks:
    """Changes of the rows, inside one transaction. Moments are in UTC."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep(self, address: Address, digest: str, name: str, now: datetime, expires: datetime) -> bool:
        """Keep a link for whoever is reached at an address, instead of any other; False for a stranger."""
        await self._connection.execute(delete(document_links).where(document_links.c.expires <= now))
        whose = select(addresses.c.learner_id).where(
            addresses.c.channel == address.channel, addresses.c.id == address.id
        )
        learner = await self._connection.scalar(whose)
        if learner is None:
            return False
        row = {"learner_id": learner, "digest": digest, "name": name, "expires": expires}
        await self._connection.execute(insert_or_replace(self._connection.dialect.name, document_links), row)
        return True

    async def name(self, digest: str, now: datetime) -> str:
        """What a link leads to that still works, or ""."""
        there = document_links.c.digest == digest
        found = select(document_links.c.name).where(there, document_links.c.expires > now)
        return await self._connection.scalar(found) or ""

    async def use(self, digest: str, now: datetime) -> tuple[int, str] | None:
        """The learner and what a link leads to, and it works no more; None when it does not. Of two who use it at once
        one gets it: the row goes with the statement that reads it.
        """
        links = document_links.c
        using = (
            delete(document_links).where(links.digest == digest).returning(links.learner_id, links.name, links.expires)
        )
        row = (await self._connection.execute(using)).one_or_none()
        return (row.learner_id, row.name) if row and row.expires > now else None
