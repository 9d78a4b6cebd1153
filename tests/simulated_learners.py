"""Simulated learners of every kind, everywhere: who they are, what they mean to do, and how they take a message."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.message import Address
from tests.independent_calendar import DAY, MINUTE, wall
from tests.independent_life import SPOKEN, Fact, Outage

AUTUMN = datetime(2026, 9, 21, tzinfo=UTC)  # 추석; clocks change in Auckland, on Lord Howe, in London and New York
WINTER = datetime(2027, 2, 3, tzinfo=UTC)  # 설, 3·1절; clocks change in New York
SPRING = datetime(2027, 2, 22, tzinfo=UTC)  # 3·1절; clocks change in New York, London, Auckland and on Lord Howe
WEEKS = 6 * 7 * 1440  # minutes

HABITS = ("diligent", "sometimes", "diligent", "absent")
NEIGHBOURS = 8  # have the same zone and rhythm, so that messages fall due together
PARTS = 42  # in the course

ZONES = (
    "Asia/Seoul", "America/New_York", "Asia/Seoul", "Europe/London", "Asia/Kolkata", "Asia/Seoul", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Asia/Seoul", "Pacific/Auckland", "America/Sao_Paulo",
)  # fmt: skip
RHYTHMS = (
    "daily 08:00", "weekdays 19:30", "weekends 10:00", "weekly mon,wed,fri 02:30", "daily 00:30", "every 2d 01:30",
    "daily 03:59", "every 3d 23:59", "daily 04:00", "every 2w sat,sun 04:00", "daily 02:30", "every 3w tue,wed 12:30",
    "weekdays 08:00", "monthly 1,15,28 00:30", "daily 01:30", "monthly 31 08:00", "daily 23:59", "weekdays 03:59",
    "daily 20:50",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """What sets a learner apart: facts as day, what and value, where {9} is the date of the tenth day."""

    facts: tuple[tuple[float, str, str], ...] = ()
    habit: str = ""  # diligent, sometimes, absent, snoozes, ahead, chats, evenings
    rhythm: str = ""
    zone: str = ""


PLANS: Mapping[str, Plan] = {
    "nothing special": Plan(),
    "wants holidays": Plan(((1.1, "holidays", "on"), (30.2, "holidays", "off"))),
    "pauses for days": Plan(((9.4, "pause", "3d"), (20.1, "pause", "1d"), (33.8, "pause", "7d"))),
    "pauses by dates": Plan(((5.3, "pause", "{9}..{12}"), (25.2, "pause", "{26}"))),
    "keeps the feast": Plan(((2.8, "holidays", "on"), (2.9, "pause", "holiday:{feast}")), "", "daily 08:00"),
    "comes back early": Plan(
        ((12.6, "pause", "until {21}"), (15.3, "on", ""), (30.1, "pause", "until {32}")), "diligent"
    ),
    "quiet in the morning": Plan(((4.1, "quiet", "07:00-09:00"), (20.6, "quiet", "09:00-23:00")), "", "daily 08:00"),
    "quiet at night": Plan(((3.1, "quiet", "22:00-03:00"), (30.6, "quiet", "03:00-08:00"))),
    "switches off and on": Plan(
        (
            (6.2, "off", ""), (7.1, "holidays", "on"), (8.3, "pause", "1d"), (11.7, "on", ""), (30.3, "off", ""),
            (30.6, "on", ""),
        ),
        "diligent",
    ),
    "changes the rhythm": Plan(
        ((7.3, "rhythm", "weekends 10:00"), (16.8, "rhythm", "every 2d 02:30"), (28.2, "rhythm", "daily 23:59")),
        "diligent",
    ),
    "travels": Plan(
        (
            (10.2, "zone", "Europe/London"), (19.9, "zone", "Asia/Seoul"), (24.9, "zone", "Pacific/Auckland"),
            (33.4, "zone", "America/New_York"),
        ),
        "", "daily 08:00",
    ),
    "flies west": Plan(
        (
            (10.05, "zone", "America/New_York"), (20.5, "zone", "Asia/Seoul"), (30.05, "zone", "America/Sao_Paulo"),
        ),
        "diligent", "daily 23:00", "Asia/Seoul",
    ),
    "snoozes": Plan((), "snoozes"),
    "wants it earlier today": Plan(
        tuple((day + 0.924, "snooze", "30") for day in (8, 9, 13, 20, 29, 30)), "diligent", "daily 08:00", "Asia/Seoul"
    ),
    "blocks us and returns": Plan(
        ((8.2, "blocks", ""), (15.5, "speaks", ""), (27.1, "blocks", ""), (27.9, "speaks", ""), (36.3, "blocks", ""))
    ),
    "before the hour": Plan(tuple((day + day % 7 / 7, "done", "1") for day in range(3, 42, 2)), "absent"),
    "is spoken to twice a day": Plan((), "evenings", "daily 08:00,20:00"),
    "changes hours in the day": Plan(
        ((7.01, "rhythm", "daily 21:30"), (15.4, "rhythm", "daily 09:30,23:30"), (28.05, "rhythm", "daily 20:00")),
        "diligent", "daily 08:00",
    ),
    "never answers": Plan((), "absent", "daily 12:30"),
    "answers the farewell": Plan(
        ((18.4, "speaks", ""), (21.3, "done", "1"), (22.3, "on", "")), "absent", "daily 12:30"
    ),
    "reads ahead": Plan((), "ahead", "daily 19:30", "Asia/Kolkata"),
    "really chats": Plan((), "chats", "daily 08:00"),
    # where a time does not exist, or exists twice
    "half past two in New York": Plan((), "diligent", "weekly mon,sat,sun 02:30", "America/New_York"),
    "half past one in New York": Plan((), "diligent", "weekly mon,sat,sun 01:30", "America/New_York"),
    "half past one in London": Plan((), "diligent", "weekly mon,sat,sun 01:30", "Europe/London"),
    "a quarter past two on Lord Howe": Plan((), "diligent", "weekly mon,sat,sun 02:15", "Australia/Lord_Howe"),
    "a quarter to two on Lord Howe": Plan((), "diligent", "weekly mon,sat,sun 01:45", "Australia/Lord_Howe"),
    "half past two in Auckland": Plan((), "diligent", "weekly mon,sat,sun 02:30", "Pacific/Auckland"),
}  # fmt: skip

OUTAGES = (  # day, hour and minute in UTC, and minutes; 23:00 is 08:00 in Seoul
    (4, "22:58", 5), (6, "22:50", 15), (8, "10:25", 11), (9, "18:57", 4), (11, "14:55", 15), (13, "22:59", 6),
    (15, "21:00", 300), (16, "21:00", 299), (18, "20:30", 50 * 60), (24, "05:00", 170), (27, "11:20", 30),
    (31, "15:20", 14), (33, "22:00", 185),
)  # fmt: skip


@dataclass
class Person:
    """A simulated learner: what they mean to do, and all that they did and were sent."""

    number: int
    name: str  # of the plan
    zone: str
    rhythm: str
    habit: str
    dice: random.Random
    facts: list[Fact] = field(default_factory=list)
    rings: list[tuple[datetime, str]] = field(default_factory=list)
    blocked: bool = False
    read: int = 0  # parts finished

    @property
    def address(self) -> Address:
        """Where the messenger finds them."""
        return Address("telegram", str(self.number))

    def reacts(self, now: datetime) -> Iterator[Fact]:
        """What they do about a message."""
        if self.read == PARTS:
            return
        minute = now.replace(second=0) + SPOKEN
        later = minute + self.dice.randrange(3, 200) * MINUTE
        match self.habit:
            case "snoozes" if self.dice.random() < 0.6 and self.facts[-1].what != "snooze":
                yield Fact(minute + self.dice.randrange(2, 20) * MINUTE, "snooze", "30")
            case "diligent" | "snoozes":
                yield Fact(later, "done", "1")
            case "chats" if len(self.rings) % 5 == 2:
                yield Fact(later, "done", "0")
            case "ahead":
                yield Fact(later, "done", "5")
            case "evenings" if len(self.rings) % 2 == 0:
                yield Fact(later, "done", "1")
            case "sometimes" if self.dice.random() < 0.4:
                yield Fact(later, "done", "1")


Folk = list[tuple[Person, list[Fact]]]  # learners, each with what they mean to do


def people(seed: int, start: datetime, count: int) -> Folk:
    """So many learners, through all plans, zones and rhythms in turn, each with what they mean to do."""
    found: Folk = []
    feast = "chuseok" if start == AUTUMN else "seollal"
    for n in range(count):
        name, group = list(PLANS)[n % len(PLANS)], start.month + n // NEIGHBOURS
        plan, dice = PLANS[name], random.Random(f"{seed} {start} {n}")
        zone, rhythm = plan.zone or ZONES[group % len(ZONES)], plan.rhythm or RHYTHMS[group % len(RHYTHMS)]
        habit = plan.habit or HABITS[n // len(PLANS) % len(HABITS)]
        # between 13:00 and 19:00 UTC nobody's study day lies before Seoul's
        born = start + timedelta(days=n % 3, hours=13, minutes=dice.randrange(360)) + SPOKEN
        facts = [Fact(born, "zone", zone), Fact(born, "rhythm", rhythm)]
        dates = [wall(zone, start).date() + day * DAY for day in range(60)]
        for day, what, value in plan.facts:
            moment = (start + timedelta(days=day + dice.random() / 50)).replace(second=0, microsecond=0) + SPOKEN
            facts.append(Fact(moment, what, value.format(*dates, feast=feast)))
        found.append((Person(n, name, zone, rhythm, habit, dice), facts))
    return found


def outages(seed: int, start: datetime) -> list[Outage]:
    """When our process is down, to a minute more or less by chance."""
    dice, found = random.Random(f"{seed} {start} outages"), []
    for day, at, minutes in OUTAGES:
        gone = start + timedelta(days=day, hours=int(at[:2]), minutes=int(at[3:]))
        found.append((gone, gone + (minutes + dice.randrange(-1, 2)) * MINUTE))
    return found
