"""The history of the web page: what it showed and heard, and nothing of other channels, which keep their own.

It belongs to an address: when two learners become one it goes along, and it is erased with its learner. Of an address
the newest MOST_TURNS turns are kept, and none longer than KEPT. Moments are in UTC.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import FromClause, bindparam, delete, exists, func, insert, select
from sqlalchemy.sql.elements import ColumnElement

from bot.message import Address, Bubble
from bot.record.facts import Shown
from bot.store import Transaction
from bot.store.dialect import contains
from bot.store.keyring import keyring_of, place_of
from bot.store.tables import addresses, lines
from bot.store.tables import history as kept

MOST_TURNS = 200
MOST_ROWS = 4 * MOST_TURNS  # what was said, and three bubbles
KEPT = timedelta(days=60)

_OTHERS = kept.alias("others")


def _at(bubbles: FromClause) -> ColumnElement[bool]:
    """Whether a bubble was said at the address in hand."""
    return (bubbles.c.channel == bindparam("of_channel")) & (bubbles.c.address == bindparam("of_address"))


_NEWEST = select(_OTHERS.c.at).where(_at(_OTHERS)).distinct().order_by(_OTHERS.c.at.desc()).limit(MOST_TURNS)

ADDING = insert(kept).inline()
OUTGROWN = delete(kept).where(_at(kept), kept.c.at.not_in(_NEWEST))


def erasing(dialect: str) -> Any:
    """Erases the bubbles with a line in them that is about to be erased for good, whoever said it."""
    of = (
        lines.c.learner_id == bindparam("of_learner"),
        lines.c.course == bindparam("of_course"),
        lines.c.lesson == bindparam("of_lesson"),
    )
    line = select(lines.c.id).where(*of, lines.c.at <= bindparam("erased_at"), lines.c.text != "")
    said = exists(line.where(contains(dialect, kept.c.text, lines.c.text)).correlate(kept))
    return delete(kept).where(_of_learner(bindparam("of_learner")), said)


def rows(shown: Shown) -> Iterator[tuple[str, dict[str, Any]]]:
    """A turn's bubbles as the statements of bot.store.writes take them."""
    channel, address = shown.address.channel, place_of(shown.address)
    spoken = [(True, shown.said)] if shown.said else []
    spoken += [(False, bubble) for bubble in shown.bubbles]
    for place, (mine, text) in enumerate(spoken, 1):
        file = shown.file if place == len(spoken) else ""
        bubble = {"at": shown.at, "mine": mine, "text": text, "file": file}
        yield "history", {"channel": channel, "address": address, **bubble}
    yield "history outgrown", {"of_channel": channel, "of_address": address}


async def newest(connection: Transaction, address: Address) -> int:
    """The number of the last bubble of the learner who is reached at an address; 0 without any."""
    return await connection.scalar(select(func.max(kept.c.id)).where(_of_learner(_whose(connection, address)))) or 0


async def after(connection: Transaction, address: Address, last: int, since: datetime) -> list[Bubble]:
    """The newest bubbles of the learner who is reached at an address, in order, on whichever page they were said;
    those alone that came after the one with the id `last`, and after a moment.
    """
    found = (
        select(kept.c.id, kept.c.at, kept.c.mine, kept.c.text, kept.c.file)
        .where(_of_learner(_whose(connection, address)), kept.c.id > last, kept.c.at > since)
        .order_by(kept.c.id.desc())
        .limit(MOST_ROWS)
    )
    return [Bubble(*row) for row in reversed((await connection.execute(found)).all())]


async def forget(connection: Transaction, before: datetime) -> None:
    """Forget all that was said before a moment."""
    await connection.execute(delete(kept).where(kept.c.at < before))


def _whose(connection: Transaction, address: Address) -> ColumnElement[int]:
    there = addresses.c.channel == address.channel, addresses.c.id == keyring_of(connection).place(address)
    return select(addresses.c.learner_id).where(*there).scalar_subquery()


def _of_learner(id_: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a bubble was said at an address of a learner."""
    there = (addresses.c.channel == kept.c.channel) & (addresses.c.id == kept.c.address)
    return exists(select(addresses.c.id).where(there, addresses.c.learner_id == id_).correlate(kept))
