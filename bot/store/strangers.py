"""Whoever looked in and did nothing: nobody misses what is kept of them, and a flood of such would fill the disk."""

from datetime import datetime

from sqlalchemy import delete, exists, or_, select

from bot.store import Transaction
from bot.store.tables import (
    addresses,
    answers,
    days,
    finished,
    inquiries,
    learners,
    lines,
    people,
    prechecks,
    push_subscriptions,
    reports,
    sent,
)

MOST = 5000  # in one transaction
TOLD = ("trade", "job", "called", "rhythm", "intention", "drafts", "feed", "past")
DONE = (answers, days, finished, inquiries, lines, people, prechecks, reports, sent)


async def forget(connection: Transaction, before: datetime) -> int:
    """Erase those who have told and done nothing, and were heard last before that moment; how many they were."""
    at = learners.c
    silent = [at.since < before, or_(at.heard_at.is_(None), at.heard_at < before), at.undo.is_(None)]
    silent += [at[name] == "" for name in TOLD]
    silent += [~exists().where(table.c.learner_id == at.id) for table in DONE]
    there = (push_subscriptions.c.channel == addresses.c.channel) & (push_subscriptions.c.address == addresses.c.id)
    subscribed = exists().where(there, addresses.c.learner_id == at.id)
    unused = select(at.id).where(*silent, ~subscribed).limit(MOST)
    return (await connection.execute(delete(learners).where(at.id.in_(unused)))).rowcount
