"""What has become of all learners together, as numbers for the operator: never who, and no words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Integer, case, cast, func, select

from bot.record.facts import Outcome
from bot.store import Transaction
from bot.store.dialect import days_between
from bot.store.tables import answers, days, deliveries, finished, learners, lines, reports, sent

FORGOTTEN = 1  # the rating of an answer that was not remembered
_WAITS = reports.c.closed_at.is_(None)
CHANCES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
"""Of recall, from where on reviews are counted together: finer about 0.9, where a card falls due."""
RETURN_DAYS = (1, 3, 7, 14, 28)  # after the first day on which they learnt


@dataclass(frozen=True, slots=True)
class Health:
    """A question: how many met it, how many of them were right at the first try, and how often it was called odd and
    nobody has answered yet.
    """

    met: int
    right: int
    reports: int


@dataclass(frozen=True, slots=True)
class Reviews:
    """Answers to which the memory model gave about the same chance of recall: whose they are, how many, how many of
    them were remembered, and the mean of those chances.
    """

    learners: int
    count: int
    remembered: int
    predicted: float


@dataclass(frozen=True, slots=True)
class Stats:
    """`funnel` counts learners by how far they came, in its order; `returns` gives for each of RETURN_DAYS how many
    learnt again on that day, and of how many it is known; `finished` counts learners by course and part; `outcomes`
    messages by channel and outcome; `late` are the mean seconds from due to sent, by channel; `items` are questions by
    course and name; `memory` are reviews by their place among CHANCES.
    """

    funnel: Mapping[str, int]
    returns: Mapping[int, tuple[int, int]]
    finished: Mapping[tuple[str, str], int]
    outcomes: Mapping[tuple[str, str], int]
    late: Mapping[str, int]
    items: Mapping[tuple[str, str], Health]
    memory: Mapping[int, Reviews]


async def stats(connection: Transaction, today: date, since: datetime) -> Stats:
    """The numbers of all days before today, where learners live; those of messages from a moment on."""
    return Stats(
        await _funnel(connection),
        await _returns(connection, today),
        await _pairs(connection, _by(finished.c.course, finished.c.lesson)),
        await _pairs(connection, _by(sent.c.channel, sent.c.outcome).where(sent.c.due_at >= since)),
        await _late(connection, since),
        await _items(connection),
        await _memory(connection),
    )


async def newest_moment(connection: Transaction) -> datetime | None:
    """The newest moment at which somebody was heard, or came, in UTC: no right clock is before it."""
    heard = select(func.max(deliveries.c.at))
    came = select(learners.c.since).order_by(learners.c.id.desc()).limit(1)
    found = [await connection.scalar(newest) for newest in (heard, came)]
    return max(filter(None, found), default=None)


async def _funnel(connection: Transaction) -> dict[str, int]:
    """How many learners there are, and how many of them did each of the steps."""
    all_ = select(func.count()).select_from(learners)
    steps = {
        "joined": all_,
        "hour": all_.where(learners.c.rhythm != ""),
        "day": select(func.count(days.c.learner_id.distinct())),
        "lesson": select(func.count(finished.c.learner_id.distinct())),
        "line": select(func.count(lines.c.learner_id.distinct())),
        "ended": all_.where(learners.c.ended_at.is_not(None)),
    }
    return {name: await connection.scalar(count) or 0 for name, count in steps.items()}


async def _returns(connection: Transaction, today: date) -> dict[int, tuple[int, int]]:
    first = select(days.c.learner_id, func.min(days.c.day).label("day")).group_by(days.c.learner_id).subquery()
    later = days_between(connection.dialect.name, first.c.day, days.c.day)
    came = (
        select(later, func.count())
        .join_from(days, first, days.c.learner_id == first.c.learner_id)
        .where(later.in_(RETURN_DAYS), days.c.day < today)
        .group_by(later)
    )
    returned = {int(n): count for n, count in await connection.execute(came)}
    began = (await connection.execute(select(first.c.day, func.count()).group_by(first.c.day))).all()
    known = {n: sum(count for day, count in began if (today - day).days > n) for n in RETURN_DAYS}
    return {n: (returned.get(n, 0), known[n]) for n in RETURN_DAYS}


async def _pairs(connection: Transaction, counted: Any) -> dict[tuple[str, str], int]:
    return {(one, other): count for one, other, count in await connection.execute(counted)}


async def _late(connection: Transaction, since: datetime) -> dict[str, int]:
    ours = (sent.c.outcome == Outcome.SENT) & (sent.c.due_at >= since)
    seconds: dict[str, list[int]] = {}
    for channel, due, done in await connection.execute(
        select(sent.c.channel, sent.c.due_at, sent.c.done_at).where(ours)
    ):
        if done:
            seconds.setdefault(channel, []).append(max(0, int((done - due).total_seconds())))
    return {channel: sum(all_) // len(all_) for channel, all_ in seconds.items()}


async def _items(connection: Transaction) -> dict[tuple[str, str], Health]:
    question = answers.c.course, answers.c.quiz
    firsts = select(func.min(answers.c.id)).group_by(answers.c.learner_id, *question)
    right = cast(func.sum(case((answers.c.right, 1), else_=0)), Integer)
    met = select(*question, func.count(), right).where(answers.c.id.in_(firsts)).group_by(*question).order_by(*question)
    odd = await _pairs(connection, _by(reports.c.course, reports.c.quiz).where(_WAITS))
    found = {(course, quiz): (count, well) for course, quiz, count, well in await connection.execute(met)}
    return {name: Health(*counts, odd.get(name, 0)) for name, counts in found.items()}


async def _memory(connection: Transaction) -> dict[int, Reviews]:
    chance = answers.c.recall
    place = case(*((chance >= least, n) for n, least in reversed([*enumerate(CHANCES)])), else_=0).label("place")
    remembered = cast(func.sum(case((answers.c.rating > FORGOTTEN, 1), else_=0)), Integer)
    counts = func.count(answers.c.learner_id.distinct()), func.count(), remembered, func.avg(chance)
    found = select(place, *counts).where(chance.is_not(None)).group_by("place").order_by("place")
    return {n: Reviews(*counted) for n, *counted in await connection.execute(found)}


def _by(*columns: Column[Any]) -> Any:
    """How many rows there are of each."""
    return select(*columns, func.count()).group_by(*columns).order_by(*columns)
