"""What waits in the courses that a learner has begun and is not in just now. Pure.

What they did in a course is kept under its name in every table; the few values of a learner that are a course's own
move here while they are in another one.
"""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from bot.record import Record, elsewhere
from bot.record.elsewhere import OWN, Waiting
from bot.record.learner import FOLLOW_UPS, Learner


def waiting(learner: Learner) -> Mapping[str, Waiting]:
    """The courses that they have begun and are not in, by name, the one left last in the end."""
    return elsewhere.read(learner.elsewhere)


def begun(record: Record) -> bool:
    """Whether they did anything in the course they are in."""
    return bool(record.finished or record.histories or record.prechecks or record.written)


def taking(record: Record, course: str, act: str = "") -> dict[str, Any]:
    """The learner's values, by name, once they are in another course; `act` is what they mean to do after the end of
    the one they leave. Their last change was one of that course, and cannot be taken back from here; one in which they
    did nothing does not wait for them.
    """
    learner = record.learner
    others = {name: kept for name, kept in waiting(learner).items() if name not in (course, learner.course)}
    if begun(record):
        asked = tuple(kind for kind in FOLLOW_UPS if any(line.lesson == kind for line in record.written))
        others[learner.course] = Waiting(learner.ended_at, learner.put_off, learner.drafts, act, asked)
    kept = waiting(learner).get(course, Waiting())
    values = {name: getattr(kept, name) for name in OWN}
    return {**values, "course": course, "elsewhere": elsewhere.kept(others), "undo": None}


def having_asked(learner: Learner, course: str, kind: str) -> str:
    """`Learner.elsewhere` once a question after the end of a course that waits was asked."""
    there = waiting(learner)
    one = there[course]
    return elsewhere.kept({**there, course: replace(one, asked=(*one.asked, kind))})
