"""One person who learns with us, as a value."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.korean.rhythm import load_quiet, load_repeat
from bot.learning.memory import study_day
from bot.message import Message

LESSON = "lesson"  # the kind of the daily message; one a study day
FOLLOW_UPS = {"follow-30": timedelta(days=30), "follow-90": timedelta(days=90)}  # after the end of the course


@dataclass(frozen=True, slots=True)
class Learner:
    """`zone` is an IANA name, `rhythm` and `quiet` are canonical forms of bot.korean.rhythm.

    A pause is silent from `paused_from` to the day before `paused_until`, and memory stands still as long.
    """

    id: int
    since: datetime
    trade: str = ""
    zone: str = "Asia/Seoul"
    rhythm: str = ""
    intention: str = ""
    on_holidays: bool = False
    quiet: str = ""
    paused_from: date | None = None
    paused_until: date | None = None
    day_floor: date | None = None
    next_lesson_at: datetime | None = None
    next_kind: str = LESSON
    screen: Message | None = None
    heard: str = ""
    meant: str = ""
    heard_at: datetime | None = None

    @property
    def new(self) -> bool:
        """Whether this learner has never been shown anything."""
        return self.screen is None

    @property
    def off(self) -> bool:
        """Whether a rhythm was chosen and then switched off."""
        return bool(self.rhythm) and self.next_lesson_at is None

    def local(self, moment: datetime) -> datetime:
        """The moment on the learner's own clock."""
        return moment.astimezone(ZoneInfo(self.zone))

    def day(self, moment: datetime) -> date:
        """The learner's study day; moving to another zone never takes it back."""
        day = study_day(moment, self.zone)
        return max(day, self.day_floor or day)

    def quiet_at(self, moment: datetime) -> bool:
        """Whether the moment lies in the learner's quiet hours."""
        return bool(self.quiet) and load_quiet(self.quiet).holds(self.local(moment).time())

    def rests(self, day: date, holidays: Container[date]) -> bool:
        """Whether a day is silent: a public holiday, unless they want those, or a day of a pause."""
        paused = self.paused_from and self.paused_until and self.paused_from <= day < self.paused_until
        return bool(paused) or (not self.on_holidays and day in holidays)

    def next_lesson(self, after: datetime, holidays: Container[date]) -> datetime | None:
        """When the daily lesson comes next, in UTC; None when no rhythm was chosen."""
        if not self.rhythm:
            return None
        since = self.local(self.since).date()
        return load_repeat(self.rhythm).next_at(after, self.zone, lambda day: self.rests(day, holidays), since)
