"""Whose silence is to be looked at, inside one transaction; what is due of it, bot.record.silence tells. Moments are in
UTC.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, select

from bot.record import GIVEN_UP
from bot.record.facts import Outcome
from bot.record.learner import ReminderKind
from bot.store import Transaction
from bot.store.tables import joints, learners, sent


async def silent(
    connection: Transaction, since: datetime, told_after: datetime, after: int, most: int
) -> Sequence[int]:
    """The next learners by number who have said nothing since a moment, but for those who were told so after another,
    and those who are kept for minutes to be parted again.
    """
    told = exists().where(
        sent.c.learner_id == learners.c.id,
        sent.c.kind == ReminderKind.SILENCE,
        sent.c.claimed_at > told_after,
        sent.c.outcome.not_in((*GIVEN_UP, Outcome.FAILED)),
    )
    kept = exists().where(joints.c.learner_id == learners.c.id)
    spoke = func.coalesce(learners.c.heard_at, learners.c.since)
    found = select(learners.c.id).where(spoke <= since, ~told, ~kept, learners.c.id > after)
    return list((await connection.execute(found.order_by(learners.c.id).limit(most))).scalars())
