"""What waits in a course that a learner has begun and is not in just now, and the names of lines in it. Pure."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

import msgspec

IN = "@"  # between the name of a line and the course in whose plan it stands, where that is not theirs just now


class Waiting(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A course's own values, as in `Learner`; what they meant to do after its end, as they wrote it, and which of the
    questions after the end were answered, or asked from another course.
    """

    ended_at: datetime | None = None
    put_off: str | None = None
    drafts: str = ""
    act: str = ""
    asked: tuple[str, ...] = ()


OWN = ("ended_at", "put_off", "drafts")
"""What of it is the learner's again once they are back."""
_decode = msgspec.json.Decoder(dict[str, Waiting]).decode


@lru_cache(maxsize=256)
def read(kept: str) -> Mapping[str, Waiting]:
    """The courses by name, the one left last in the end, as `Learner.elsewhere` keeps them."""
    return _decode(kept) if kept else {}


def kept(courses: Mapping[str, Waiting]) -> str:
    """The same to be kept."""
    return msgspec.json.encode(courses).decode() if courses else ""


def named(line: str, course: str) -> str:
    """The name of a line of another course."""
    return f"{line}{IN}{course}"


def of_line(name: str) -> tuple[str, str]:
    """The name of a line in its course, and that course; "" for the one they are in."""
    line, _, course = name.partition(IN)
    return line, course
