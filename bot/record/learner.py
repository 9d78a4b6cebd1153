"""One person who learns with us, as a value."""

import hashlib
from collections.abc import Callable, Container
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice, product
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from bot.learning.memory import DAY_STARTS, Card
from bot.learning.standing import MISSED, History
from bot.message import Message
from bot.record.elsewhere import read as courses_waiting
from bot.record.links import Joint
from bot.record.people import Person
from bot.rhythm import load_quiet, load_repeat
from bot.rhythm.past import PAUSE, Span, added, load_spans

DOUBLE_TAP = timedelta(seconds=3)  # a thumb that taps twice means one answer
UNDO_HOLDS = timedelta(days=1)  # for which a change can be taken back; later nobody means it
ALL_LESSONS = 99  # more lessons than any day has
UNDOABLE = (
    "trade", "job", "called", "zone", "rhythm", "intention", "on_holidays", "quiet", "paused_from", "paused_until",
    "day_floor", "off", "once_at", "past", "lighter_from", "lighter_until", "short_lines", "feed", "feed_since",
    "ring_on",
)  # fmt: skip
"""What of a learner is a setting of theirs, which they may take back."""


class ReminderKind(StrEnum):
    """What falls due. A kept one may say more: `lesson-2` is the second of a day; what was asked for has its moment."""

    LESSON = "lesson"  # the daily message
    ASKED_FOR = "again"
    FOLLOW_30 = "follow-30"
    FOLLOW_90 = "follow-90"
    NEWS = "news"  # a broadcast to whom no lesson brings it; a kept one has its number after it
    SILENCE = "silence"  # before who was silent for long is erased
    ANSWER = "answer"  # of a person to what was asked; a kept one has the code of the question after it


# after the end of the course
FOLLOW_UPS = {ReminderKind.FOLLOW_30: timedelta(days=30), ReminderKind.FOLLOW_90: timedelta(days=90)}


class Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One line of the plan: the box it stands in, the part that asked for it, and when it was written, in UTC."""

    box: int
    lesson: str
    text: str
    at: datetime


class Undo(msgspec.Struct, frozen=True, array_like=True):
    """What takes the last change back: the learner as they were, the line they wrote, or the question they answered
    with its history and the card of its thought before it. `people` are the rows of the ten that were changed, by
    number, as they were: None for one that was not there. `erased` are the lines that the change took back, `unmade`
    the part that was not finished without them, with its study day. `again` tells that the change was itself one that
    took something back; `course` is the one they left for another, and `joined` tells that a record was joined to
    theirs. `at` is the moment of the change, in UTC.
    """

    at: datetime
    before: "Learner | None" = None
    line: Line | None = None
    quiz: str = ""
    history: History | None = None
    card: Card | None = None
    people: tuple[tuple[int, Person | None], ...] = ()
    thought: str = ""  # whose card it is; "" in what an edition kept whose cards were of questions
    erased: tuple[Line, ...] = ()
    unmade: tuple[str, date] | None = None
    again: bool = False
    course: str = ""
    joined: bool = False


class Learner(msgspec.Struct, frozen=True, array_like=True):
    """What each value is for stands beside its column in bot.store.tables. Days are study days, moments in UTC.

    `trade` is the key of the examples that fit `job`, or "other"; `zone` is an IANA name, `rhythm` and `quiet` are
    canonical forms of bot.rhythm. A pause is silent from `paused_from` to the day before `paused_until`, and memory
    stands still as long. From `lighter_from`, or where that is None from when they wished for it, to the day before
    `lighter_until` there are reviews alone. `reminded` says how many of the daily lessons of the study day
    `reminded_on` were given out: none comes twice when its hour is changed. `course` is the folder name of the course
    they are in, and `elsewhere` what waits in their others, as bot.record.elsewhere keeps it.
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
    off: bool = False
    once_at: datetime | None = None
    ended_at: datetime | None = None
    next_lesson_at: datetime | None = None
    next_kind: str = ReminderKind.LESSON
    reminded_on: date | None = None
    reminded: int = 0
    screen: Message | None = None
    heard: str = ""
    meant: str = ""
    heard_at: datetime | None = None
    undo: Undo | None = None
    # new ones last, for an `undo` kept by an edition before holds the fields in this order
    job: str = ""
    called: str = ""
    put_off: str | None = None
    past: str = ""
    lighter_until: date | None = None
    short_lines: bool = False
    drafts: str = ""
    feed: str = ""
    feed_since: datetime | None = None
    offered_on: date | None = None
    course: str = ""
    elsewhere: str = ""
    lighter_from: date | None = None
    ring_on: str = ""
    code_tries: int = 0
    code_tried_at: datetime | None = None
    joined: Joint | None = None

    @property
    def new(self) -> bool:
        """Whether this learner has never been shown anything."""
        return self.screen is None

    def said_twice(self, heard: str, meant: str, now: datetime, *, known: bool) -> bool:
        """Whether the same words, by their digest, came within DOUBLE_TAP, unless the new screen gives them another
        meaning; `known` says whether they have any. `now` is in UTC.
        """
        since = now - self.heard_at if self.heard_at else DOUBLE_TAP
        if not timedelta(0) <= since < DOUBLE_TAP or heard != self.heard:  # a clock set back is no double tap
            return False
        return not known or meant == self.meant

    def local(self, moment: datetime) -> datetime:
        """The moment on the learner's own clock."""
        return moment.astimezone(ZoneInfo(self.zone))

    def day(self, moment: datetime) -> date:
        """The learner's study day, whose boundary is at 04:00; moving to another zone never takes it back."""
        day = (self.local(moment) - DAY_STARTS).date()
        return max(day, self.day_floor or day)

    def dawn(self, day: date) -> datetime:
        """When a study day begins, on the learner's own clock."""
        return datetime.combine(day, time(), ZoneInfo(self.zone)) + DAY_STARTS

    def quiet_at(self, moment: datetime) -> bool:
        """Whether the moment lies in the learner's quiet hours."""
        return bool(self.quiet) and load_quiet(self.quiet).holds(self.local(moment).time())

    def rests(self, day: date, holidays: Container[date]) -> bool:
        """Whether a day is silent: a public holiday, unless they want those, or a day of a pause."""
        paused = self.paused_from and self.paused_until and self.paused_from <= day < self.paused_until
        rested = any(span.rhythm == PAUSE and span.holds(day) for span in load_spans(self.past))
        return bool(paused) or rested or (not self.on_holidays and day in holidays)

    def expects(self, day: date) -> bool:
        """Whether the rhythm of that day has a lesson on a study day; without a rhythm every day may have one."""
        return self.expected()(day)

    def expected(self) -> Callable[[date], bool]:
        """`expects` for who asks about many days: what is the same for all of them is reckoned once."""
        now = self._beats(self.rhythm)
        former = [(span, self._beats(span.rhythm)) for span in load_spans(self.past) if span.rhythm != PAUSE]
        if not former:
            return now
        return lambda day: next((beats for span, beats in former if span.holds(day)), now)(day)

    def missed(self, last: date, day: date) -> int:
        """On how many days between two study days the rhythm has a lesson, holidays too; counted up to MISSED."""
        silent = (day - timedelta(days=n) for n in range(1, (day - last).days))
        return sum(1 for _ in islice(filter(self.expected(), silent), MISSED))

    def _beats(self, rhythm: str) -> Callable[[date], bool]:
        """Whether a rhythm has a lesson on a study day; one before dawn belongs to the day before."""
        if not rhythm:
            return lambda _: True
        since, repeat = self.local(self.since).date(), load_repeat(rhythm)
        nights = {timedelta(days=at.hour * 3600 < DAY_STARTS.seconds) for at in repeat.times}
        return lambda day: any(repeat.days.holds(day + night, since) for night in nights)

    def with_rhythm(self, rhythm: str, day: date) -> "Learner":
        """With another rhythm from a study day on; the days before stay what they were by the rhythm of then."""
        if rhythm == self.rhythm:
            return self
        changes = [span.back for span in load_spans(self.past) if span.rhythm != PAUSE]
        former = Span(max(changes, default=self.day(self.since)), day, self.rhythm)
        return replace(self, rhythm=rhythm, past=added(self.past, former))

    def lighter(self, day: date) -> bool:
        """Whether a study day has reviews alone."""
        return self.lighter_until is not None and (self.lighter_from or date.min) <= day < self.lighter_until

    def lighter_soon(self, day: date) -> bool:
        """Whether a week of reviews alone is to come after a study day."""
        return self.lighter_from is not None and day < self.lighter_from

    def scheduled(self, after: datetime, holidays: Container[date]) -> "Learner":
        """With whatever comes first: what was asked for once, the daily lesson, or after the end of a course the
        question how it goes. What was asked for, and such a question, stand in for the lessons of their study day.
        """
        coming: list[tuple[datetime, str]] = []
        if self.once_at:
            coming.append((self.once_at, f"{ReminderKind.ASKED_FOR} {self.once_at.astimezone(UTC):%d %H:%M}"))
        taken = {self.day(self.once_at)} if self.once_at else set[date]()
        if not self.off:
            asks = [(at, kind) for at, kind, _ in self.follow_ups(holidays) if at > after]
            coming, taken = coming + asks, taken | {self.day(at) for at, _ in asks}
        lesson = None if self.off or self.ended_at else self.next_lesson(after, holidays)
        while lesson and self.day(lesson) in taken:
            lesson = self.next_lesson(lesson, holidays)
        if lesson:
            coming.append((lesson, ReminderKind.LESSON))
        moment, kind = min(coming, default=(None, ReminderKind.LESSON))
        return replace(self, next_lesson_at=moment and moment.astimezone(UTC), next_kind=kind)

    def follow_up_at(self, kind: ReminderKind, holidays: Container[date]) -> datetime | None:
        """When it is asked after the end of this course how it goes, on their own clock; None before the end."""
        return next((at for at, *which in self.follow_ups(holidays) if which == [kind, ""]), None)

    def follow_ups(self, holidays: Container[date]) -> list[tuple[datetime, str, str]]:
        """When it is asked how it goes, and which question that is: of the course they are in, and with its name of
        each that waits and was not asked about yet. No study day has two of them.
        """
        found: list[tuple[datetime, str, str]] = []
        there = courses_waiting(self.elsewhere) if self.elsewhere else {}
        others = [(one.ended_at, name, one.asked) for name, one in there.items()]
        for (ended_at, course, asked), kind in product(((self.ended_at, "", ()), *others), FOLLOW_UPS):
            if ended_at and kind not in asked:
                day, taken = self.day(ended_at) + FOLLOW_UPS[kind], {self.day(at) for at, *_ in found}
                while self.day(at := self._asked_from(day, ended_at, holidays)) in taken:
                    day = self.day(at) + timedelta(days=1)
                found.append((at, str(kind), course))
        return found

    def _asked_from(self, day: date, ended_at: datetime, holidays: Container[date]) -> datetime:
        """The first beat of their rhythm from a study day on; without one the hour of the end, on no day of rest."""
        if beat := self.next_hour(self.dawn(day) - timedelta.resolution, holidays):
            return self.local(beat)
        hour = self.local(ended_at).time()
        day += timedelta(days=hour.hour * 3600 < DAY_STARTS.seconds)
        while self.rests(day, holidays):
            day += timedelta(days=1)
        return datetime.combine(day, hour, ZoneInfo(self.zone))

    def hushed(self, day: date) -> bool:
        """Whether no lesson of a study day is left to come, as after words of somebody in danger."""
        return self.reminded_on == day and self.reminded == ALL_LESSONS

    def given(self, moment: datetime, *, sent: bool) -> "Learner":
        """After the message of that moment was given out to be sent, or was left unsaid."""
        learner = replace(self, once_at=None) if self.next_kind.startswith(ReminderKind.ASKED_FOR) else self
        if not sent or (self.next_kind in FOLLOW_UPS and self.ended_at):
            return learner
        reminded = self.nth(moment) if self.next_kind == ReminderKind.LESSON else ALL_LESSONS
        return replace(learner, reminded_on=self.day(moment), reminded=reminded)

    def nth(self, moment: datetime) -> int:
        """Which of a study day's lessons falls due at that moment; the first is 1."""
        hours = [_since_dawn(hour) for hour in load_repeat(self.rhythm).times]
        return max(1, sum(hour <= _since_dawn(self.local(moment).time()) for hour in hours))

    def next_lesson(self, after: datetime, holidays: Container[date]) -> datetime | None:
        """When the daily lesson comes next, in UTC; None when no rhythm was chosen."""
        following = self.next_hour(after, holidays)
        while following and self.day(following) == self.reminded_on and self.nth(following) <= self.reminded:
            following = self.next_hour(following, holidays)
        return following

    def next_hour(self, after: datetime, holidays: Container[date]) -> datetime | None:
        """When the rhythm beats next, in UTC, whether the lesson of that day was given out or not."""
        if not self.rhythm:
            return None
        since = self.local(self.since).date()
        return load_repeat(self.rhythm).next_at(after, self.zone, lambda day: self.rests(day, holidays), since)


def digest(words: str) -> str:
    """Enough to tell that two sayings are the same, without keeping what was said."""
    return hashlib.blake2s(words.encode(errors="replace"), digest_size=8).hexdigest()


def _since_dawn(hour: time) -> int:  # in minutes
    return ((hour.hour - DAY_STARTS.seconds // 3600) % 24) * 60 + hour.minute
