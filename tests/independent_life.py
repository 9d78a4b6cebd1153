"""What is to be sent to a learner, and when: every rule once, in words and in plain code that bot/ has no part in.

- Moving to another zone never takes a study day back.
- A day of the calendar is silent when it is a public holiday (unless those are wanted) or lies in a pause.
- A lesson belongs to the study day of the moment it was due. Of each of the rhythm's hours there is one a study day,
  also when the hours change in its course, and none once a part was finished on it.
- A message asked for ("30분 뒤") stands in for the lessons of its own study day. It comes even when the day is done,
  and into quiet hours; a pause or switching off takes it back.
- Nothing else in quiet hours, nothing over 3 hours late, and over 5 minutes late only from 08:00 to 21:00 on the wall.
- After 3 study days with lessons and no word or step since, one question instead of a lesson, once in 28 days; after
  10 a farewell, then nothing until messages are asked for anew. A message asked for is no lesson: it is always what
  was asked for.
- After the last part the end is told once, on a later day; a month later, or on the first day after it on which the
  rhythm beats, we ask how it goes, at its first hour.
- Whoever blocked us is tried once, and again only after they have spoken.

The process looks for what is due 7 and 37 seconds into each minute, unless it is down; learners act at 30.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from tests.independent_calendar import (
    DAY,
    HOLIDAYS,
    MINUTE,
    falls,
    place,
    shown,
    span,
    study_day,
    times_of,
    wall,
    within,
)

SPOKEN = timedelta(seconds=30)
LOOKS = (timedelta(seconds=7), timedelta(seconds=37))

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


@dataclass
class Life:
    """A learner's reminders from the first minute on. `parts` is how many the course has."""

    zone: str
    first: date
    rhythm: str
    parts: int = 42
    on: bool = True
    on_holidays: bool = False
    quiet: str = ""
    pauses: list[tuple[date, date]] = field(default_factory=list)  # the first and the last day of each
    floor: date = date.min
    asked_for: datetime | None = None
    follow_up: datetime | None = None
    blocked: bool = False  # they let nothing in
    unreachable: bool = False  # and we have learnt it
    finished: int = 0
    missed: set[date] = field(default_factory=set)  # study days with a lesson that came, since one was finished
    questioned: date | None = None  # when last
    done: set[date] = field(default_factory=set)  # study days with a finished part
    rung: set[tuple[date, int]] = field(default_factory=set)  # study days and which of their lessons was sent
    asked: set[date] = field(default_factory=set)  # study days with a message asked for
    waiting: list[Due] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)

    def live(self, start: datetime, minutes: int, facts: Sequence[Fact], outages: Sequence[Outage] = ()) -> list[Ring]:
        """Every message that is to come in so many minutes from `start`. Facts lie 30 seconds into a minute."""
        to_come, walls = deque(facts), shown(self.zone, start, minutes)
        for n in range(minutes):
            moment, comes = start + n * MINUTE, self.comes(walls[n])
            open_ = self.waiting or self.asked_for or self.follow_up
            if comes or open_ or (to_come and to_come[0].at < moment + MINUTE):  # most minutes are empty
                self._minute(moment, to_come, outages, comes=comes)
                walls = shown(self.zone, start, minutes)  # in another zone, perhaps
        assert not to_come, f"no minute for {to_come[0]}"
        return self.rings

    def _minute(self, moment: datetime, facts: deque[Fact], outages: Sequence[Outage], *, comes: bool) -> None:
        asked = self.asked_for and self.day(self.asked_for) == self.day(moment)
        if comes and self.on and not (asked or self.follow_up):
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
        paused = any(first <= day <= last for first, last in self.pauses)
        return paused or (day in HOLIDAYS and not self.on_holidays)

    def hears(self, fact: Fact) -> None:
        """What a learner does changes what is to come."""
        today = self.day(fact.at)
        if fact.what != "blocks":
            self.blocked = self.unreachable = False
            self._begins_anew()
        match fact.what, fact.value:
            case "rhythm", rhythm:
                self.on = True
                self.rhythm = rhythm
            case "on", _:
                self.on = True
                self.pauses = []
            case "off", _:
                self.on, self.asked_for = False, None
            case "zone", zone:
                self.zone, self.floor = zone, today
            case "holidays", wanted:
                self.on_holidays = wanted == "on"
            case "quiet", hours:
                self.quiet = hours
            case "pause", days:
                first, last = span(days, today)  # said anew, a pause takes the place of what it touches
                self.pauses = [one for one in self.pauses if one[1] < first or one[0] > last] + [(first, last)]
                self.asked_for = None
            case "snooze", minutes:
                self.asked_for = fact.at + int(minutes) * MINUTE
            case "done", lessons:
                self.done.add(today)
                self.finished += int(lessons)
            case "blocks", _:
                self.blocked = True
            case other:
                assert other == ("speaks", ""), other

    def _begins_anew(self) -> None:
        self.missed = set()

    def _hour(self, due: Due) -> int:
        """Which of a study day's hours, as the rhythm has them now, that moment is, or is the last to have passed."""
        here = wall(self.zone, due.at)
        since_four = [(hour - 4) % 24 * 60 + minute for hour, minute in times_of(self.rhythm)]
        return max(1, sum(minutes <= (here.hour - 4) % 24 * 60 + here.minute for minutes in since_four))

    def _look(self, now: datetime, outages: Sequence[Outage]) -> None:
        if self.asked_for and self.asked_for <= now:
            self.waiting.append(Due(self.asked_for, "asked"))
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
        if self.unreachable or (due.kind != "asked" and self.quiet and within(self.quiet, here.time())):
            return True
        if late > timedelta(hours=3) or (late > timedelta(minutes=5) and not 8 <= here.hour < 21):
            return True
        sent = any((day, hour) in self.rung for hour in range(self._hour(due), 25))
        if due.kind == "lesson" and (sent or day in self.asked):
            return True
        return due.kind == "lesson" and day in self.done

    def _ring(self, due: Due, now: datetime) -> None:
        what = due.kind if due.kind == "follow-30" else self._opens(due, now)
        self.rings.append(Ring(now, self.day(due.at), what))
        if due.kind == "lesson":
            self.rung.add((self.day(due.at), self._hour(due)))
        if due.kind == "asked":
            self.asked.add(self.day(due.at))
        if self.blocked:
            self.unreachable = True
        elif due.kind == "lesson":
            self.missed.add(self.day(due.at))
            self.questioned = self.day(due.at) if what == "question" else self.questioned

    def _beat_of(self, day: date) -> datetime:
        """The first beat of the rhythm in a study day, or in the first one after it that has any."""
        while True:
            hours = sorted(times_of(self.rhythm), key=lambda at: ((at[0] - 4) % 24, at[1]))
            for hour, minute in hours:
                at = datetime.combine(day + DAY * (hour < 4), time(hour, minute), place(self.zone))
                if falls(self.rhythm.rpartition(" ")[0], at.date(), self.first) and not self.rests(at.date()):
                    return at.astimezone(UTC)
            day += DAY

    def _opens(self, due: Due, now: datetime) -> str:
        """What the day's message is."""
        if self.finished >= self.parts:
            self.follow_up = self._beat_of(self.day(now) + 30 * DAY)
            return "end"
        if due.kind == "asked":
            return "lesson"
        missed = len([day for day in self.missed if day < self.day(due.at)])
        if missed == 3 and not (self.questioned and self.day(due.at) - self.questioned < 28 * DAY):
            return "question"
        if missed >= 10:
            self.on = False
            return "farewell"
        return "lesson"
