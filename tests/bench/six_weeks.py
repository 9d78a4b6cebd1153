"""Learners everywhere, six weeks of a fast clock, against the independent calendar: `python -m tests.bench.six_weeks`

A thousand learners take some minutes; a number after it is another seed. A smaller town is in the suite.
The clock jumps from one moment at which something happens to the next: a learner acts, or the database says that
somebody is due. Whatever was sent in between would stand at the wrong moment, and be seen.
"""

import asyncio
import heapq
import itertools
import logging
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import event, select

from bot.conversation import Conversation
from bot.course.load import load_course
from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Begin, Message, Said, Unreachable, at_once
from bot.operator.metrics import Metrics
from bot.store import Database, outbox
from bot.store.tables import addresses, sent
from bot.texts import LOCALES, Texts, load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Chat, Clock
from tests.independent_calendar import HOLIDAYS, MINUTE, wall
from tests.independent_life import LOOKS, SPOKEN, Fact, Life, Outage, Ring
from tests.language import LANGUAGE
from tests.records import has_read
from tests.simulated_learners import AUTUMN, SPRING, WEEKS, WINTER, Folk, Person, outages, people
from tests.test_first_minutes import finish_lesson

HOME = "Asia/Seoul"  # where we take a stranger to live
WORDS = {  # what a fact is in words
    "rhythm": "/remind {}", "zone": "/zone {}", "holidays": "/remind holidays {}", "pause": "/rest pause {}",
    "quiet": "/remind quiet {}", "off": "/remind off", "on": "/remind on", "snooze": "/remind once +{}m",
    "speaks": "/help",
}  # fmt: skip
SAME = ("done", "blocks", "speaks", "quiet")  # facts that change no moment
TOLD = {"reminder-ask": "question", "reminder-hush": "farewell", "course-end": "end", "follow-30": "follow-30"}


@dataclass
class Verdict:
    """How what was sent compares with the calendar."""

    expected: int = 0
    lost: int = 0
    moved: int = 0  # off the minute, or another message than it should be
    doubled: int = 0
    uncalled: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counted = ", ".join(f"{count} {kind}" for kind, count in self.kinds.most_common())
        wrong = f"{self.lost} lost, {self.doubled} doubled, {self.uncalled} uncalled, {self.moved} off"
        return f"{self.expected} deliveries checked ({counted}): {wrong}"

    def add(self, other: "Verdict") -> None:
        """Count another town."""
        for name in ("expected", "lost", "moved", "doubled", "uncalled"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.kinds.update(other.kinds)
        self.faults += other.faults

    def compare(self, person: Person, expected: Sequence[Ring], got: Sequence[Ring]) -> None:
        """Count one learner."""
        missing, extra = Counter(expected) - Counter(got), Counter(got) - Counter(expected)
        for ring in list(missing.elements()):
            moved = next((other for other in extra.elements() if other.day == ring.day), None)
            if moved:
                extra[moved] -= 1
                self.moved += 1
            else:
                self.lost += 1
        again = sum(ring.day in {other.day for other in expected} for ring in extra.elements())
        self.doubled += again
        self.uncalled += extra.total() - again
        self.expected += len(expected)
        self.kinds.update(ring.what for ring in expected)
        if missing or extra:
            self.faults.append(_told(person, expected, got))


def _told(person: Person, expected: Sequence[Ring], got: Sequence[Ring]) -> str:
    """The first things that differ, and what the learner did before them."""
    apart = sorted(set(expected) ^ set(got), key=lambda ring: ring.at)[:4]
    lines = [f"learner {person.number} ({person.name}, {person.habit}), {person.zone}, {person.rhythm}:"]
    for ring in apart:
        come = "expected" if ring in expected else "got"
        lines.append(
            f"  {come} {ring.what} on {ring.day} at {ring.at:%m-%d %H:%M:%S} ({wall(person.zone, ring.at):%a %H:%M})"
        )
    before = [fact for fact in person.facts if fact.at < apart[0].at][-4:] if apart else []
    return "\n".join(lines + [f"    after {fact.what} {fact.value} at {fact.at:%m-%d %H:%M:%S}" for fact in before])


class Town:
    """Learners over one database, and one process that serves them except in outages."""

    def __init__(
        self, database: Database, course: Course, say: Texts, start: datetime, folk: Folk, outages: Sequence[Outage]
    ) -> None:
        self.clock, self.start, self.end = Clock(start), start, start + WEEKS * MINUTE
        self.database, self.course, self.outages = database, course, outages
        metrics, channels = Metrics(), {"telegram"}
        self.desk = Desk(
            database, Conversation(course, say, LANGUAGE, COMMANDS, remind, HOLIDAYS, channels), self.clock, metrics
        )
        self.delivery = Delivery(database, self.desk, {"telegram": self.send}, self.clock, metrics, HOLIDAYS)
        self.people = {person.address: person for person, _ in folk}
        self._texts = {say(key): what for key, what in TOLD.items()}
        self._order = itertools.count()
        self._to_come: list[tuple[datetime, int, Person, Fact]] = []
        for person, facts in folk:
            for fact in facts:
                self._later(person, fact)

    async def live(self) -> None:
        """Six weeks."""
        look = self.end
        while True:
            fact = self._to_come[0][0] if self._to_come else self.end
            if min(look, fact) >= self.end:
                return
            if look < fact:
                assert look > self.clock.now, f"what was due by {look} stays due"
                self.clock.now = look
                await self.delivery.deliver()
            else:
                self.clock.now = fact
                person, what = heapq.heappop(self._to_come)[2:]
                await self._act(person, what)
                if what.what in SAME:
                    continue
            look = await self._next_look()

    async def _next_look(self) -> datetime:
        async with self.database.reading() as connection:
            moment = await outbox.next_moment(connection)
        if moment is None:
            return self.end
        for gone, back in self.outages:
            moment = back if gone <= moment < back else moment
        minute = moment.replace(second=0, microsecond=0)
        looks = (minute + n * MINUTE + second for n in (0, 1) for second in LOOKS)
        return next(look for look in looks if look >= moment and not self._down(look))

    def _down(self, moment: datetime) -> datetime | None:
        """When we are back, if we are away."""
        return next((back for gone, back in self.outages if gone <= moment < back), None)

    async def _act(self, person: Person, fact: Fact) -> None:
        """Do what they mean to, once we can hear it, and write it down."""
        back = self._down(fact.at)
        if back and fact.what != "blocks":
            self._later(person, Fact(back + SPOKEN, fact.what, fact.value))
            return
        person.facts.append(fact)
        person.blocked = fact.what == "blocks"
        if fact.what == "done" and person.habit == "chats":
            await finish_lesson(Chat(self.desk, self.clock, person.address))
            self.clock.now = fact.at  # what took minutes for them took none for the others
        elif fact.what == "done":
            await self._finish(person, int(fact.value))
        elif fact.what != "blocks":
            await self._say(person, WORDS[fact.what].format(fact.value))

    async def _finish(self, person: Person, count: int) -> None:
        await has_read(
            self.database, person.address, self.course.parts[person.read : person.read + count], self.clock.now
        )
        person.read += count

    async def _say(self, person: Person, words: str) -> None:
        _, command = await self.desk.reply(Said(person.address, words, tapped=words.startswith("/")))
        assert command not in ("sorry", "again"), f"{person.address} was not understood: {words}"

    def _later(self, person: Person, fact: Fact) -> None:
        if fact.at < self.end:
            heapq.heappush(self._to_come, (fact.at, next(self._order), person, fact))

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """The messenger: gives the message to the learner, unless they have blocked us."""
        await begin()
        person, now = self.people[address], self.clock.now
        first = message.bubbles[0].partition("\n\n")[0]  # of the end its figures follow
        what = self._texts.get(first, "lesson")
        person.rings.append((now, what))
        if person.blocked:
            raise Unreachable
        for fact in person.reacts(now):
            self._later(person, fact)

    async def verdict(self) -> Verdict:
        """Everybody's messages against the calendar; the study days are those in our books."""
        days = await self._days()
        found = Verdict()
        for address, person in self.people.items():
            unseen = [(self.end, "in our books alone")] * (len(days[address]) - len(person.rings))
            unbooked = [date.min] * (len(person.rings) - len(days[address]))
            booked = zip(person.rings + unseen, days[address] + unbooked, strict=True)
            got = [Ring(moment, day, what) for (moment, what), day in booked]
            born = next(fact.at for fact in person.facts)
            life = Life(HOME, wall(person.zone, born).date(), "", len(self.course.parts))
            found.compare(person, life.live(self.start, WEEKS, person.facts, self.outages), got)
        return found

    async def _days(self) -> dict[Address, list[date]]:
        booked = (
            select(addresses.c.channel, addresses.c.encrypted, sent.c.day)
            .join(sent, sent.c.learner_id == addresses.c.learner_id)
            .where(sent.c.outcome.in_(("sent", "unreachable")))
            .order_by(sent.c.claimed_at)
        )
        days: defaultdict[Address, list[date]] = defaultdict(list)
        async with self.database._engine.connect() as connection:  # noqa: SLF001 - the house itself asks for less
            for channel, encrypted, day in await connection.execute(booked):
                days[Address(channel, self.database.keyring.decrypted(encrypted))].append(day)
        return days


def hasty(database: Database) -> Database:
    """The database, without a wait for the disk where it is a file: no power cut is played here."""
    if database._engine.dialect.name == "sqlite":  # noqa: SLF001 - the house itself must not ask for it
        connects = database._engine.sync_engine, "connect"  # noqa: SLF001 - the same
        event.listen(*connects, lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return database


async def main(seed: int, count: int = 1000) -> None:
    """Print what became of a thousand learners' messages, and how long it took."""
    logging.disable(logging.CRITICAL)
    course, say, started = load_course(LOCALES / "ko" / "courses" / "own-work"), load_texts(), time.perf_counter()
    whole = Verdict()
    for start in (AUTUMN, WINTER, SPRING):
        with tempfile.TemporaryDirectory() as folder:
            database = hasty(Database(f"sqlite:///{Path(folder)}/town.sqlite3"))
            await database.migrate()
            town = Town(database, course, say, start, people(seed, start, count // 3 + 1), outages(seed, start))
            await town.live()
            whole.add(await town.verdict())
            await database.close()
    sys.stdout.write("\n".join([*whole.faults, f"seed {seed}: {whole}"]) + f", {time.perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
