"""What learners found odd about questions, inside one transaction: what waits for an operator, and its answer. Moments
are in UTC.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, tuple_, update

from bot.record.inquiries import new_code
from bot.store import Transaction
from bot.store.tables import inquiries, joints, reports

MOST, MOST_NOTES = 20, 500
_ALL = reports.c
_OPEN = _ALL.closed_at.is_(None)
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
