"""Questions to a person, inside one transaction: which are to be forwarded, what was answered, whom it is to be told.
Moments are in UTC.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, literal, select, update

from bot.record.learner import ReminderKind
from bot.store import Transaction
from bot.store.tables import inquiries, sent

_ALL = inquiries.c


async def waits(connection: Transaction) -> bool:
    """Whether one is to be forwarded."""
    return bool(await connection.scalar(select(exists().where(_ALL.forwarded_at.is_(None)))))


async def taken(connection: Transaction, now: datetime, most: int) -> Sequence[tuple[str, str]]:
    """Codes and texts of some that are to be forwarded, which nobody else is given any more."""
    next_ = select(_ALL.code).where(_ALL.forwarded_at.is_(None)).order_by(_ALL.at).limit(most)
    taking = update(inquiries).where(_ALL.code.in_(next_), _ALL.forwarded_at.is_(None)).values(forwarded_at=now)
    return [(row.code, row.text) for row in await connection.execute(taking.returning(_ALL.code, _ALL.text))]


async def give_back(connection: Transaction, codes: Sequence[str]) -> None:
    """They have surely reached nobody."""
    await connection.execute(update(inquiries).where(_ALL.code.in_(codes)).values(forwarded_at=None))


async def answer(connection: Transaction, code: str, text: str, now: datetime) -> bool | None:
    """Keep the answer to a question; False for one that was answered before, None for one that is not there."""
    open_ = _ALL.code == code, _ALL.answer == ""
    answering = update(inquiries).where(*open_).values(answer=text, answered_at=now)
    if (await connection.execute(answering)).rowcount:
        return True
    return False if await connection.scalar(select(exists().where(_ALL.code == code))) else None


async def untold(connection: Transaction, since: datetime) -> Sequence[tuple[int, str]]:
    """Learners and codes of answers since a moment that were not told, and that nobody tried to bring."""
    brought = exists().where(
        sent.c.learner_id == _ALL.learner_id, sent.c.kind == literal(f"{ReminderKind.ANSWER}-") + _ALL.code
    )
    found = select(_ALL.learner_id, _ALL.code).where(_ALL.answered_at > since, _ALL.told_at.is_(None), ~brought)
    return [(row.learner_id, row.code) for row in await connection.execute(found.order_by(_ALL.answered_at))]
