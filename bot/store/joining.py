"""Two records become one in the database, and part again: by the rules of bot.record.joining, whatever was learnt.

The guest's rows stay what they were, under a learner without an address; of the owner's rows a copy is kept, under
another. Both are forgotten after minutes (`forget`), or with the owner.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, exists, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialect import insert_missing, insert_or_replace
from bot.store.tables import (
    addresses,
    answers,
    cards,
    days,
    document_links,
    finished,
    former_addresses,
    inquiries,
    joints,
    learners,
    lines,
    links,
    people,
    prechecks,
    reports,
    sent,
    shown_pictures,
)

Rule = Callable[[AsyncConnection, Table, int, int, int], Any]
"""Brings a guest's rows of a table to the owner: guest, owner, and the copy of what the owner had."""


async def _in_order(connection: AsyncConnection, table: Table, guest: int, owner: int, copy: int) -> None:
    """All rows of both, in the order in which they were made."""
    await connection.execute(delete(table).where(table.c.learner_id == owner))
    both = _rows(table, owner).where(table.c.learner_id.in_((copy, guest))).order_by(table.c.at, table.c.id)
    await connection.execute(insert(table).inline().from_select(_names(table), both))


async def _missing(connection: AsyncConnection, table: Table, guest: int, owner: int, _copy: int) -> None:
    """The guest's, where the owner has none with the same key."""
    theirs = _rows(table, owner).where(table.c.learner_id == guest)
    await connection.execute(insert_missing(connection.dialect.name, table).from_select(_names(table), theirs))


def _better(is_better: Callable[[Table, Any], ColumnElement[bool]]) -> Rule:
    """Of two rows with the same key the better one."""

    async def rule(connection: AsyncConnection, table: Table, guest: int, owner: int, copy: int) -> None:
        other = table.alias()
        same = [other.c[key.name] == key for key in table.primary_key if key.name != "learner_id"]
        there = exists().where(other.c.learner_id == guest, *same, is_better(table, other))
        await connection.execute(delete(table).where(table.c.learner_id == owner, there))
        await _missing(connection, table, guest, owner, copy)

    return rule


async def _after_theirs(connection: AsyncConnection, table: Table, guest: int, owner: int, _copy: int) -> None:
    """The ten people: the guest's under the numbers after the owner's, course by course."""
    mine = table.alias()
    last = select(func.coalesce(func.max(mine.c.number), 0)).where(
        mine.c.learner_id == owner, mine.c.course == table.c.course
    )
    theirs = _rows(table, owner, number=table.c.number + last.scalar_subquery()).where(table.c.learner_id == guest)
    await connection.execute(insert(table).inline().from_select(_names(table), theirs))


async def _go_over(connection: AsyncConnection, table: Table, guest: int, owner: int, _copy: int) -> None:
    """The guest's are the owner's, also when they part: what was asked is answered where it was asked last."""
    await connection.execute(update(table).where(table.c.learner_id == guest).values(learner_id=owner))


async def _stay(_connection: AsyncConnection, _table: Table, _guest: int, _owner: int, _copy: int) -> None:
    """The guest's stay with them, and end with them: links of minutes, and what this is about."""


RULES: Mapping[Table, Rule] = {
    answers: _in_order,
    lines: _in_order,
    reports: _in_order,
    cards: _better(lambda mine, other: other.c.last > mine.c.last),
    finished: _better(lambda mine, other: other.c.at < mine.c.at),
    days: _missing,
    prechecks: _missing,
    sent: _missing,
    people: _after_theirs,
    inquiries: _go_over,
    links: _stay,
    document_links: _stay,
    shown_pictures: _stay,
    joints: _stay,
    former_addresses: _stay,
}
"""What becomes of a guest's rows, for every table that has some but the addresses, which go over whole."""
COPIED = (answers, lines, reports, cards, finished, days, prechecks, people)
"""Of the owner's, what goes back when they part; what was sent stays sent."""
SINCE = (answers, lines, reports, finished)
"""Of these, what was done since the two became one stays the owner's."""


async def join(connection: AsyncConnection, channel: str, address: str, guest: int, owner: int, at: datetime) -> None:
    """Make a guest, who speaks at an address, one with the owner of a link code; `at` is in UTC."""
    copy = await _copied(connection, owner)
    for table, rule in RULES.items():
        await rule(connection, table, guest, owner, copy)
    due = await connection.scalar(select(learners.c.next_lesson_at).where(learners.c.id == guest))
    both = {"owner_id": owner, "at": at}
    kept = [{**both, "learner_id": guest, "next_lesson_at": due, "copy": False}]
    kept += [{**both, "learner_id": copy, "next_lesson_at": None, "copy": True}]
    await connection.execute(insert(joints).inline(), kept)
    await connection.execute(
        update(learners).where(learners.c.id == guest).values(next_lesson_at=None, feed="")
    )  # a calendar that was theirs is the owner's, if the owner has none
    await connection.execute(delete(links).where(links.c.learner_id.in_((guest, owner))))
    theirs = select(addresses.c.channel, addresses.c.id, literal(guest)).where(addresses.c.learner_id == guest)
    newest = insert_or_replace(connection.dialect.name, former_addresses)  # one may have been joined to the guest's
    await connection.execute(newest.from_select(["channel", "address", "learner_id"], theirs))
    here = (addresses.c.channel == channel) & (addresses.c.id == address)
    both_ = addresses.c.learner_id.in_((guest, owner))
    await connection.execute(update(addresses).where(both_, ~here).values(learner_id=owner, untold=channel))
    await connection.execute(update(addresses).where(here).values(learner_id=owner))


async def part(connection: AsyncConnection, guest: int, owner: int, since: datetime) -> None:
    """Give a guest their own again, and the owner what they had; what was done after that moment stays the owner's."""
    copy = await connection.scalar(
        select(joints.c.learner_id).where(joints.c.owner_id == owner, joints.c.at == since, joints.c.copy)
    )
    if copy is None:
        return
    for table in COPIED:
        mine = table.c.learner_id == owner
        await connection.execute(
            delete(table).where(mine, table.c.at <= since) if table in SINCE else delete(table).where(mine)
        )
        await connection.execute(update(table).where(table.c.learner_id == copy).values(learner_id=owner))
    for table in (answers, finished):
        new = select(literal(owner), table.c.day).where(table.c.learner_id == owner, table.c.at > since).distinct()
        await connection.execute(insert_missing(connection.dialect.name, days).from_select(["learner_id", "day"], new))
    due = await connection.scalar(select(joints.c.next_lesson_at).where(joints.c.learner_id == guest))
    await connection.execute(update(learners).where(learners.c.id == guest).values(next_lesson_at=due))
    theirs = exists().where(
        former_addresses.c.channel == addresses.c.channel,
        former_addresses.c.address == addresses.c.id,
        former_addresses.c.learner_id == guest,
    )
    await connection.execute(
        update(addresses).where(addresses.c.learner_id == owner, theirs).values(learner_id=guest, untold="")
    )
    await connection.execute(update(addresses).where(addresses.c.learner_id == owner).values(untold=""))
    await connection.execute(delete(joints).where(joints.c.learner_id == guest))
    await connection.execute(delete(former_addresses).where(former_addresses.c.learner_id == guest))
    await connection.execute(delete(learners).where(learners.c.id == copy))


async def forget(connection: AsyncConnection, before: datetime) -> None:
    """Forget those who were joined before a moment: they can be parted no more."""
    old = select(joints.c.learner_id).where(joints.c.at < before)
    await connection.execute(delete(learners).where(learners.c.id.in_(old)))


def of(owner: Any) -> Select[tuple[int]]:
    """Whoever is kept for a learner to be parted from; they end with that learner."""
    return select(joints.c.learner_id).where(joints.c.owner_id == owner)


async def _copied(connection: AsyncConnection, owner: int) -> int:
    """A learner of no address with all the rows of the owner that go back when they part; their number."""
    known = (await connection.execute(select(learners).where(learners.c.id == owner))).mappings().one()
    unseen = {"id": None, "feed": "", "next_lesson_at": None, "screen": None, "undo": None, "joined": None}
    values = {name: value for name, value in {**known, **unseen}.items() if name != "id"}
    copy: int = (await connection.execute(insert(learners).values(values).returning(learners.c.id))).scalar_one()
    for table in COPIED:
        rows = _rows(table, copy).where(table.c.learner_id == owner)
        rows = rows.order_by(table.c.id) if "id" in table.c else rows
        await connection.execute(insert(table).inline().from_select(_names(table), rows))
    return copy


def _names(table: Table) -> list[str]:
    """The columns that are written: not the number that a database gives."""
    return [column.name for column in table.c if column.name != "id"]


def _rows(table: Table, owner: int, **others: Any) -> Select[Any]:
    """Rows of a table as the owner's, in the order of `_names`."""
    given = {"learner_id": literal(owner), **others}
    return select(*(given.get(name, table.c[name]) for name in _names(table)))
