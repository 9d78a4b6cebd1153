"""Links to a learner's documents, inside one transaction: one a learner, each works once; the addresses of pictures
that a chat shows, which do not wear off; and whose calendar an address leads to that works until it is taken back. Of
each only its digest is kept.

Moments are in UTC.
"""

from datetime import datetime

from sqlalchemy import delete, insert, select

from bot.message import Address
from bot.store import Transaction
from bot.store.dialect import insert_or_replace
from bot.store.records import number
from bot.store.tables import document_links, learners, shown_pictures


async def keep(
    connection: Transaction, whose: Address | int, digest: str, name: str, now: datetime, expires: datetime
) -> bool:
    """Keep a link for whoever is reached at an address, or has that number, instead of any other; False for a
    stranger.
    """
    await connection.execute(delete(document_links).where(document_links.c.expires <= now))
    learner = await number(connection, whose)
    if learner is None:
        return False
    row = {"learner_id": learner, "digest": digest, "name": name, "expires": expires}
    await connection.execute(insert_or_replace(connection.dialect.name, document_links), row)
    return True


async def name(connection: Transaction, digest: str, now: datetime) -> str:
    """What a link leads to that still works, or ""."""
    there = document_links.c.digest == digest
    found = select(document_links.c.name).where(there, document_links.c.expires > now)
    return await connection.scalar(found) or ""


async def use(connection: Transaction, digest: str, now: datetime) -> tuple[int, str] | None:
    """The learner and what a link leads to, and it works no more; None when it does not. Of two who use it at once one
    gets it: the row goes with the statement that reads it.
    """
    links = document_links.c
    using = delete(document_links).where(links.digest == digest).returning(links.learner_id, links.name, links.expires)
    row = (await connection.execute(using)).one_or_none()
    return (row.learner_id, row.name) if row and row.expires > now else None


async def subscribed(connection: Transaction, digest: str) -> int | None:
    """The learner whose calendar is given out at the address of that digest; None for one that leads nowhere."""
    return await connection.scalar(select(learners.c.id).where(learners.c.feed == digest, learners.c.feed != ""))


async def show(
    connection: Transaction, address: Address, digest: str, name: str, now: datetime, expires: datetime
) -> bool:
    """Keep the address of a picture of whoever is reached at an address, instead of an older one of the same; False for
    a stranger.
    """
    pictures = shown_pictures.c
    learner = await number(connection, address)
    former = (pictures.learner_id == learner) & (pictures.name == name)
    await connection.execute(delete(shown_pictures).where(former | (pictures.expires <= now)))
    if learner is None:
        return False
    row = {"learner_id": learner, "digest": digest, "name": name, "expires": expires}
    await connection.execute(insert(shown_pictures).values(row))
    return True


async def shown(connection: Transaction, digest: str, now: datetime) -> tuple[int, str] | None:
    """The learner and the name of the picture at an address; None where there is none."""
    pictures = shown_pictures.c
    found = select(pictures.learner_id, pictures.name).where(pictures.digest == digest, pictures.expires > now)
    row = (await connection.execute(found)).one_or_none()
    return (row.learner_id, row.name) if row else None
