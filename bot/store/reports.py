"""What learners found odd about questions, inside one transaction: what waits for an operator, and its answer. Moments
are in UTC.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, insert, select, tuple_, update

from bot.record.inquiries import A_DAY, MOST_A_DAY, new_code
from bot.store import Transaction
from bot.store.tables import inquiries, joints, reports

MOST, MOST_NOTES = 20, 500
_ALL = reports.c
_OPEN = _ALL.closed_at.is_(None)
_UNTOLD = _OPEN, _ALL.forwarded_at.is_(None)
_JOINED = select(joints.c.learner_id)  # of whom all is kept twice for minutes


@dataclass(frozen=True, slots=True)
class OddQuestion:
    """A question by its course and name, how many called it odd since when, and what they wrote, the oldest first."""

    course: str
    quiz: str
    learners: int
    since: datetime
    notes: Sequence[str]


async def waiting(connection: Transaction) -> Sequence[OddQuestion]:
    """The questions whose reports were not answered or closed, those that wait longest first."""
    theirs, since = (_OPEN, _ALL.learner_id.not_in(_JOINED)), func.min(_ALL.at)
    grouped = select(_ALL.course, _ALL.quiz, func.count(_ALL.learner_id.distinct()), since).where(*theirs)
    grouped = grouped.group_by(_ALL.course, _ALL.quiz).order_by(since, _ALL.course, _ALL.quiz).limit(MOST)
    found = (await connection.execute(grouped)).all()
    names = [(course, quiz) for course, quiz, *_ in found]
    written = select(_ALL.course, _ALL.quiz, _ALL.note).where(*theirs, _ALL.note != "")
    written = written.where(tuple_(_ALL.course, _ALL.quiz).in_(names)).order_by(_ALL.at, _ALL.id).limit(MOST_NOTES)
    notes: dict[tuple[str, str], list[str]] = {name: [] for name in names}
    for course, quiz, note in await connection.execute(written):
        notes[course, quiz].append(note)
    return [OddQuestion(course, quiz, many, at, notes[course, quiz]) for course, quiz, many, at in found]


async def waits(connection: Transaction) -> bool:
    """Whether one is to be forwarded."""
    return bool(await connection.scalar(select(exists().where(*_UNTOLD))))


async def taken(connection: Transaction, now: datetime, most: int) -> Sequence[tuple[str, str, Sequence[str]]]:
    """Some questions by course and name that are to be forwarded, with what was written since the last time, which
    nobody else is given any more. Of one learner so many a day as one may ask; the others wait.
    """
    told = reports.alias()
    lately = told.c.learner_id == _ALL.learner_id, told.c.forwarded_at > now - A_DAY
    few = select(func.count()).select_from(told).where(*lately).scalar_subquery() < MOST_A_DAY
    new = *_UNTOLD, _ALL.learner_id.not_in(_JOINED), few
    next_ = select(_ALL.course, _ALL.quiz).where(*new).group_by(_ALL.course, _ALL.quiz)
    names = [(row.course, row.quiz) for row in await connection.execute(next_.order_by(func.min(_ALL.at)).limit(most))]
    joined = set((await connection.execute(_JOINED)).scalars())
    taking = update(reports).where(*_UNTOLD, tuple_(_ALL.course, _ALL.quiz).in_(names)).values(forwarded_at=now)
    rows = (await connection.execute(taking.returning(*_ALL))).all() if names else []
    notes: dict[tuple[str, str], list[str]] = {name: [] for name in names}
    for row in sorted(rows, key=lambda row: (row.at, row.id)):
        if row.note and row.learner_id not in joined:
            notes[row.course, row.quiz].append(row.note)
    return [(*name, written) for name, written in notes.items()]


async def give_back(connection: Transaction, course: str, quiz: str, taken_at: datetime) -> None:
    """What was taken of a question then has surely reached nobody."""
    theirs = _ALL.course == course, _ALL.quiz == quiz, _ALL.forwarded_at == taken_at
    await connection.execute(update(reports).where(*theirs).values(forwarded_at=None))


async def close(connection: Transaction, course: str, quiz: str, now: datetime, answer: str = "") -> int:
    """Nothing of a question waits any more; of how many learners something did. An answer goes to each of them once, as
    if they had asked.
    """
    open_ = _OPEN, _ALL.course == course, _ALL.quiz == quiz
    closing = update(reports).where(*open_).values(closed_at=now).returning(_ALL.learner_id, _ALL.note, _ALL.at)
    closed = sorted((await connection.execute(closing)).all(), key=lambda row: row.at)
    joined = set((await connection.execute(_JOINED)).scalars())
    theirs: dict[int, list[str]] = {row.learner_id: [] for row in closed if row.learner_id not in joined}
    for row in closed:
        if row.learner_id in theirs and row.note:
            theirs[row.learner_id].append(row.note)
    answered = {"quiz": quiz, "at": now, "forwarded_at": now, "answer": answer, "answered_at": now}
    rows = [
        {"code": new_code(), "learner_id": id_, "text": "\n".join(notes), **answered} for id_, notes in theirs.items()
    ]
    if answer and rows:
        await connection.execute(insert(inquiries).inline(), rows)
    return len(theirs)
