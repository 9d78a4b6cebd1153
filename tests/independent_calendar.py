"""When a learner is to be spoken to, worked out minute by minute on a wall clock. It shares no code with bot/.

It is slow and plain on purpose, so that it can be checked by reading. Its rules:

- A time comes at the first minute at which the clocks there show it, or have jumped over it.
- A study day rolls at 04:00 on the wall; moving to another zone never takes it back.
- A day of the calendar is silent when it is a public holiday (unless those are wanted) or lies in a pause.
- One lesson a study day: that of the moment it was due. None on a day on which a part was finished already.
- A message asked for ("30분 뒤") stands in for the lessons before it and for those of its own study day.
- Nothing in quiet hours, nothing over 3 hours late, and over 5 minutes late only from 08:00 to 21:00 on the wall.
- After 3 lessons in a row without a finished part one question in place of the lesson, after 10 a farewell, then
  nothing until messages are asked for anew. A message asked for is no lesson: it is always what was asked for.
- After the last lesson the end is told once; a month later, at the same hour, we ask how it goes.
- Whoever blocked us is tried once, and again only after they have spoken.

The process looks for what is due 7 and 37 seconds into each minute, unless it is down; learners act at 30.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SPOKEN = timedelta(seconds=30)
LOOKS = (timedelta(seconds=7), timedelta(seconds=37))
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Public holidays in Korea from September 2026 to April 2027, and feasts, from a printed calendar
HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-09-24", "2026-09-25", "2026-09-26", "2026-10-03", "2026-10-05", "2026-10-09", "2026-12-25",
        "2027-01-01", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-03-01",
    )
)  # fmt: skip
FEASTS = {
    "chuseok": (date(2026, 9, 24), date(2026, 9, 26)),
    "seollal": (date(2027, 2, 6), date(2027, 2, 8)),
}

Outage = tuple[datetime, datetime]  # from the first minute without us to the first with us again


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a learner did: `what` is one of the words that Life.hears knows."""

    at: datetime
    what: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """A message that is to come, or came: when, for which study day, and whether lesson, question, farewell, …"""

    at: datetime
    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Due:
    """A message whose time has come: lesson, asked (for) or follow-30."""

    at: datetime
    kind: str


@cache
def shown(zone: str, start: datetime, minutes: int) -> list[list[datetime]]:
    """For each minute from `start`, the wall minutes which the clocks there show, or jump over, for the first time."""
    latest = wall(zone, start - MINUTE)
    table = []
    for n in range(minutes):
        news, here = [], wall(zone, start + n * MINUTE)
        while latest < here:
            latest += MINUTE
            news.append(latest)
        table.append(news)
    return table


@cache
def _place(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def wall(zone: str, moment: datetime) -> datetime:
    """What the clock on the wall shows there, without its zone."""
    return moment.astimezone(_place(zone)).replace(tzinfo=None)


def study_day(zone: str, moment: datetime) -> date:
    """The day, which rolls at 04:00 on the wall."""
    here = wall(zone, moment)
    return here.date() - DAY if here.hour < 4 else here.date()


def falls(days: str, day: date, first: date) -> bool:
    """Whether a rhythm's days, as they are written, hold a date. Every few days or weeks counts from `first`."""
    name = NAMES[day.weekday()]
    match days.split():
        case ["daily"]:
            return True
        case ["weekdays"]:
            return name not in ("sat", "sun")
        case ["weekends"]:
            return name in ("sat", "sun")
        case ["weekly", names]:
            return name in names.split(",")
        case ["every", often] if often.endswith("d"):
            return (day - first).days % int(often[:-1]) == 0
        case ["every", often, names] if often.endswith("w"):
            weeks = (day - day.weekday() * DAY - first + first.weekday() * DAY).days // 7
            return name in names.split(",") and weeks % int(often[:-1]) == 0
        case ["monthly", numbers]:
            ends = (day + DAY).day == 1
            return any(
                ends if number == "last" else day.day == int(number) or (ends and day.day < int(number))
                for number in numbers.split(",")
            )
    raise ValueError(f"no days: {days!r}")


@cache
def times_of(rhythm: str) -> set[tuple[int, int]]:
    """Hours and minutes of a rhythm as it is written."""
    return {(int(at[:2]), int(at[3:])) for at in rhythm.rpartition(" ")[2].split(",") if at}


def within(quiet: str, at: time) -> bool:
    """Whether a time on the wall lies in quiet hours, as they are written: 22:00-07:00."""
    start, end = (time.fromisoformat(part) for part in quiet.split("-"))
    return start <= at < end if start < end else not end <= at < start


@dataclass
class Life:
    """A learner's reminders from the first minute on. `lessons` is how many the course has."""

    zone: str
    first: date
    rhythm: str
    lessons: int = 30
    on: bool = True
    on_holidays: bool = False
    quiet: str = ""
    pause: tuple[date, date] | None = None  # its first and its last day
    floor: date = date.min
    asked_for: datetime | None = None
    follow_up: datetime | None = None
    blocked: bool = False  # they let nothing in
    unreachable: bool = False  # and we have learnt it
    finished: int = 0
    unanswered: int = 0
    done: set[date] = field(default_factory=set)  # study days with a finished part
    rung: set[date] = field(default_factory=set)  # study days with a lesson
    asked: set[date] = field(default_factory=set)  # study days with a message asked for
    waiting: list[Due] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)

    def live(self, start: datetime, minutes: int, facts: Sequence[Fact], outages: Sequence[Outage] = ()) -> list[Ring]:
        """Every message that is to come in so many minutes from `start`. Facts lie 30 seconds into a minute."""
        to_come = deque(facts)
        for n in range(minutes):
            comes = self.comes(shown(self.zone, start, minutes)[n])
            if (
                comes
                or self.waiting
                or self.asked_for
                or self.follow_up
                or (to_come and to_come[0].at < start + n * MINUTE + MINUTE)
            ):
                self._minute(start + n * MINUTE, to_come, outages, comes=comes)
        assert not to_come, f"no minute for {to_come[0]}"
        return self.rings

    def _minute(self, moment: datetime, facts: deque[Fact], outages: Sequence[Outage], *, comes: bool) -> None:
        if comes and self.on and not (self.asked_for or self.follow_up):
            self.waiting.append(Due(moment, "lesson"))
        self._look(moment + LOOKS[0], outages)
        while facts and facts[0].at == moment + SPOKEN:
            self.hears(facts.popleft())
        self._look(moment + LOOKS[1], outages)

    def comes(self, walls: Sequence[datetime]) -> bool:
        """Whether the rhythm has a time among what the clocks show now."""
        for here in walls:
            if (here.hour, here.minute) in times_of(self.rhythm):  # most minutes end here
                days = self.rhythm.rpartition(" ")[0]
                if falls(days, here.date(), self.first) and not self.rests(here.date()):
                    return True
        return False

    def day(self, moment: datetime) -> date:
        """The learner's study day."""
        return max(self.floor, study_day(self.zone, moment))

    def rests(self, day: date) -> bool:
        """Whether a day of the calendar is silent."""
        if self.pause and self.pause[0] <= day <= self.pause[1]:
            return True
        return day in HOLIDAYS and not self.on_holidays

    def hears(self, fact: Fact) -> None:
        """What a learner does changes what is to come."""
        today = self.day(fact.at)
        if fact.what != "blocks":
            self.blocked = self.unreachable = False
        match fact.what, fact.value:
            case "rhythm", rhythm:
                self._wants_messages()
                self.rhythm = rhythm
            case "on", _:
                self._wants_messages()
                self.pause = None
            case "off", _:
                self.on, self.asked_for = False, None
            case "zone", zone:
                self.zone, self.floor = zone, today
            case "holidays", wanted:
                self.on_holidays = wanted == "on"
            case "quiet", hours:
                self.quiet = hours
            case "pause", days:
                self.pause, self.asked_for = span(days, today), None
            case "snooze", minutes:
                self.asked_for = fact.at + int(minutes) * MINUTE
            case "done", lessons:
                self.done.add(today)
                self.finished += int(lessons)
                self.unanswered = 0
            case "blocks", _:
                self.blocked = True
            case other:
                assert other == ("speaks", ""), other

    def _wants_messages(self) -> None:
        if not self.on:
            self.unanswered = 0
        self.on = True

    def _look(self, now: datetime, outages: Sequence[Outage]) -> None:
        if self.asked_for and self.asked_for <= now:
            self.waiting.append(Due(self.asked_for, "asked"))
            self.asked.add(self.day(self.asked_for))
            self.asked_for = None
        if self.follow_up and self.on and self.follow_up <= now:
            self.waiting.append(Due(self.follow_up, "follow-30"))
            self.follow_up = datetime.max.replace(tzinfo=UTC)  # the one after it lies beyond these weeks
        if not self.waiting or any(gone <= now < back for gone, back in outages):
            return
        for due in self.waiting:
            if not self._better_not(due, now):
                self._ring(due, now)
        self.waiting.clear()

    def _better_not(self, due: Due, now: datetime) -> bool:
        """Whether it stays unsaid."""
        day, here, late = self.day(due.at), wall(self.zone, now), now - due.at
        if self.unreachable or (self.quiet and within(self.quiet, here.time())):
            return True
        if late > timedelta(hours=3) or (late > timedelta(minutes=5) and not 8 <= here.hour < 21):
            return True
        if due.kind == "lesson" and (day in self.rung or day in self.asked):
            return True
        return due.kind != "follow-30" and day in self.done

    def _ring(self, due: Due, now: datetime) -> None:
        what = due.kind
        if due.kind in ("lesson", "asked"):
            what = self._opens(due, now)
        self.rings.append(Ring(now, self.day(due.at), what))
        if due.kind == "lesson":
            self.rung.add(self.day(due.at))
        if self.blocked:
            self.unreachable = True
        elif due.kind == "lesson":
            self.unanswered += 1

    def _opens(self, due: Due, now: datetime) -> str:
        """What the day's message is: at the weekend a week's making waits even for those who have read everything."""
        if self.finished >= self.lessons and self.day(due.at).weekday() < 5:
            month_later = wall(self.zone, now) + 30 * DAY
            self.follow_up = month_later.replace(tzinfo=_place(self.zone)).astimezone(UTC)
            return "end"
        if due.kind == "asked":
            return "lesson"
        if self.unanswered == 3:
            return "question"
        if self.unanswered >= 10:
            self.on = False
            return "farewell"
        return "lesson"


def span(days: str, today: date) -> tuple[date, date]:
    """First and last day of a pause as it is written: 3d, until 2026-11-30, holiday:chuseok, or one date or two."""
    if days.startswith("holiday:"):
        return FEASTS[days.removeprefix("holiday:")]
    if days.startswith("until "):
        return today, date.fromisoformat(days.removeprefix("until ")) - DAY
    if days.endswith("d"):
        return today, today + int(days[:-1]) * DAY - DAY
    first, _, last = days.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)
