"""One's own lesson times and promised days as a calendar: what stands in it, said already, and the file made of it.

It holds no more of a learner than a calendar needs to ring: when, and what they promised for that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

KIND = "text/calendar"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A moment that rings, in the learner's zone. With a `rule`, as bot.rhythm.recurrence writes it, it comes again
    until a moment in UTC, but not at the moments `without`. `name` tells it apart from others of the same calendar, and
    stays when the moment changes.
    """

    name: str
    at: datetime
    rule: Mapping[str, object] | None = None
    until: datetime | None = None
    without: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """A whole day on which something was promised. It rings at an hour, or not at all."""

    name: str
    day: date
    title: str
    text: str = ""
    rings: time | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A learner's calendar as it is at a moment, in UTC. `owner` tells their events from those of all others, for ever,
    and `edition` grows with time. `lesson` and `text` are what every lesson is called and says; `url` is where it
    opens, or "". `file` is what the file is called.
    """

    owner: str
    edition: int
    at: datetime
    zone: str
    title: str
    file: str
    lesson: str
    text: str
    url: str = ""
    lessons: tuple[Lesson, ...] = ()
    promises: tuple[Promise, ...] = ()


def draw(calendar: Calendar) -> bytes:
    """The file (RFC 5545). Takes milliseconds, and the first time a tenth of a second."""
    from bot.plan.calendar_file import drawn  # noqa: PLC0415 - nine megabytes, for whoever asks for a calendar

    return drawn(calendar)
