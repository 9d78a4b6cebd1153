"""What the turns of one transaction do together: each on what its learner has become, all in few statements."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import reduce
from typing import Any

from bot.conversation import Result
from bot.message import Address
from bot.record import Asked, Found, Reads, Record
from bot.record.facts import (
    AnswerTakenBack,
    Changed,
    Fact,
    FinishTakenBack,
    Left,
    LinesErased,
    LineTakenBack,
    PersonErased,
    Reached,
    TookCourse,
)
from bot.record.learner import Learner
from bot.record.links import Joined, Parted, Unlinked
from bot.store import Transaction, records, writes
from bot.store.writes import Written, delivery_row, learner_rows, rows_of

TELLING = (
    Joined,
    Parted,
    Unlinked,
    Left,
    LineTakenBack,
    LinesErased,
    PersonErased,
    AnswerTakenBack,
    FinishTakenBack,
    TookCourse,
)  # after such a fact whoever it is about waits
ERASING = (Left, LinesErased, PersonErased)  # what shall be found nowhere any more
MOST_TABLES = 4  # that one transaction writes to beside deliveries; with begin, read and commit 8 statements


@dataclass(eq=False, slots=True)
class Entry:
    """A turn that waits for its transaction, and whoever waits for its answer."""

    asked: Asked
    turn: Callable[[Found, datetime], Result[Any]]
    answer: asyncio.Future[Any]


class Batch:
    """What the turns of one transaction have done so far; it may write to so many tables."""

    def __init__(self, most_tables: int) -> None:
        self.done: list[tuple[Entry, Any]] = []
        self.later: list[Entry] = []
        self.erased = False  # whether somebody left, or took something back for good
        self.owed = False  # whether some of them had to make room for newcomers
        self._most_tables = most_tables
        self._facts: defaultdict[int, list[Fact]] = defaultdict(list)
        self._written: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._learners: dict[int, Learner] = {}
        self._changed: set[str] = set()  # which of their values; the others need not be written again
        self._deliveries: list[dict[str, Any]] = []
        self._blocked: set[object] = set()  # learners and deliveries that wait for the next transaction

    def turn(self, entry: Entry, found: Found, now: datetime) -> None:
        """Run a turn on what its learner has become in this transaction."""
        names = _names(entry.asked, found)
        if not names.isdisjoint(self._blocked):
            self._wait(entry, names)
            return
        try:
            result = entry.turn(Found(self._by_now(found.record), found.again, self._by_now(found.owner)), now)
            changed = _changed(result)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it decides; nothing was written
            entry.answer.set_exception(fault)
            return
        rows = rows_of(result.facts, found.record.learner.course if found.record else "")
        if not self._fits(set(rows) | ({"learners"} if changed else set())):
            self._wait(entry, names)
            return
        self.done.append((entry, result.answer))
        self._keep(result.facts, rows)
        if changed:
            self._learners[changed.id] = changed
        if result.leaves_trace and entry.asked.key and entry.asked.address and not found.again:
            self._deliveries.append(delivery_row(entry.asked.address.channel, entry.asked.key, now))
            self._blocked.add((entry.asked.address.channel, entry.asked.key))
        self.erased |= any(isinstance(fact, ERASING) for _, fact in result.facts)
        if any(isinstance(fact, TELLING) for _, fact in result.facts):
            self._blocked |= names  # who is who has changed, or moments tell rows apart that a batch has in common

    def reach(self, returners: Mapping[Address, int]) -> None:
        """Whoever speaks is within reach again."""
        facts = [(id_, Reached(there, reachable=True)) for there, id_ in returners.items()]
        self._keep(facts, rows_of(facts))

    def rows(self) -> Written:
        """All that is to be written, by statement."""
        learners = learner_rows(self._learners.values(), self._changed)
        return {"deliveries": self._deliveries, "learners": learners, **self._written}

    def _by_now(self, record: Record | None) -> Record | None:
        return record and reduce(Record.after, self._facts[record.learner.id], record)

    def _fits(self, tables: set[str]) -> bool:
        """Whether the transaction stays short; no turn of ours writes to more tables by itself."""
        all_ = tables | set(self._written) | ({"learners"} if self._learners else set())
        alone = not self.done and self._most_tables == MOST_TABLES  # else it would never come
        return alone or len(all_) <= self._most_tables

    def _keep(self, facts: Iterable[tuple[int, Fact]], rows: Written) -> None:
        for learner_id, fact in facts:
            self._facts[learner_id].append(fact)
            if isinstance(fact, Changed):
                self._changed.update(fact.values)
        for name, some in rows.items():
            self._written[name] += some

    def _wait(self, entry: Entry, names: set[object]) -> None:
        self.later.append(entry)
        self._blocked |= names  # what the same learners say after it has to wait too


async def take_turns(
    entries: Sequence[Entry], connection: Transaction, now: datetime, course: str, *, welcome: bool
) -> Batch:
    """Read whom the turns are about, run them, write down what they did; newcomers are let in, to a course, if they are
    `welcome`.

    Raises Raced, and whatever the database raises: nothing may be kept then.
    """
    found = list(zip(entries, await records.read(connection, [entry.asked for entry in entries], now), strict=True))
    strangers, returners = _newcomers(found)
    newcomers = {*strangers, *returners}
    room = MOST_TABLES - 2 * (welcome and bool(strangers)) - (welcome and bool(returners))
    batch = Batch(room)
    for entry, its in found:
        if entry.asked.address in newcomers:
            batch.later.append(entry)  # they are known, and within reach, by then
        elif not entry.answer.done():
            batch.turn(entry, its, now)
    batch.owed = room < MOST_TABLES and any(entry.asked.address not in newcomers for entry in batch.later)
    if welcome and strangers:
        await records.enrol(connection, sorted(strangers, key=astuple), now, course)
    if welcome and returners:
        batch.reach(returners)
    await writes.write(connection, batch.rows())
    return batch


def _newcomers(found: Iterable[tuple[Entry, Found]]) -> tuple[set[Address], dict[Address, int]]:
    """Who speaks for the first time, and who does so from where we could not reach them, with their learners' ids.

    They are written down first, in a transaction of which their turn is no part: so none is longer than others.
    """
    strangers: set[Address] = set()
    returners: dict[Address, int] = {}
    for entry, its in found:
        there = entry.asked.address
        if there and entry.asked.enrols and not its.again:
            if its.record is None:
                strangers.add(there)
            elif not its.record.reachable(there):
                returners[there] = its.record.learner.id
    return strangers, returners


def _changed(result: Result[Any]) -> Learner | None:
    """The learner as they are to be written, if a fact gave them new values. Raises LookupError for half a learner."""
    if result.record is None or not any(isinstance(fact, Changed) for _, fact in result.facts):
        return None
    if Reads.STUDY not in result.record.reads:
        raise LookupError("the learner's screen was not read, and would be lost; ask for Reads.STUDY")
    return result.record.learner


def _names(asked: Asked, found: Found) -> set[object]:
    """Whom and what a turn is about."""
    names: set[object] = {record.learner.id for record in (found.record, found.owner) if record}
    if asked.key and asked.address:
        names.add((asked.address.channel, asked.key))
    return names
