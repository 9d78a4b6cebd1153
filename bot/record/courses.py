"""What waits in the courses that a learner has begun and is not in just now. Pure.

What they did in a course is kept under its name in every table; the few values of a learner that are a course's own
move here while they are in another one.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from bot.record import Record
from bot.record.learner import Learner


class Waiting(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A course's own values, as in `Learner`."""

    ended_at: datetime | None = None
    put_off: str | None = None
    drafts: str = ""


_decode = msgspec.json.Decoder(dict[str, Waiting]).decode


def waiting(learner: Learner) -> Mapping[str, Waiting]:
    """The courses that they have begun and are not in, by name, the one left last in the end."""
    return _decode(learner.elsewhere) if learner.elsewhere else {}


def taking(record: Record, course: str) -> dict[str, Any]:
    """The learner's values, by name, once they are in another course. Their last change was one of the course they
    leave, and cannot be taken back from here; one in which they did nothing does not wait for them.
    """
    learner = record.learner
    others = {name: kept for name, kept in waiting(learner).items() if name not in (course, learner.course)}
    if record.finished or record.histories or record.prechecks or record.written:
        others[learner.course] = Waiting(learner.ended_at, learner.put_off, learner.drafts)
    kept = waiting(learner).get(course, Waiting())
    values = {name: getattr(kept, name) for name in Waiting.__struct_fields__}
    return {
        **values,
        "course": course,
        "elsewhere": msgspec.json.encode(others).decode() if others else "",
        "undo": None,
    }
