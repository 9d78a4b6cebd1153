"""Many turns in one transaction: whoever arrives while one is written shares the next.

One statement reads the records of all of them, the turns run, the facts are written table by table, one commit, then
the answers leave. A bug in one turn cannot hurt another's, since nothing was written when it struck.
"""

import asyncio
import logging
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial, reduce
from typing import Any, TypeVar

from bot import link_codes
from bot.conversation import Conversation, Reply, Result
from bot.facts import Changed, Fact, Joined, Left, Reached
from bot.korean.understanding import legible
from bot.learner import Learner
from bot.logs import bare
from bot.message import Address, Away, Message, Said
from bot.metrics import Metrics
from bot.record import Asked, Found, Reads, Record
from bot.store import Database, Raced, Store
from bot.store.facts import Written, delivery_row, learner_row, rows_of

log = logging.getLogger(__name__)

T = TypeVar("T")

MOST_TURNS = 64  # in one transaction: so long other work of the process waits for their thinking
MOST_PEOPLE = 48  # of them, while the clock waits too
MOST_TABLES = 4  # that one transaction writes to beside deliveries; with begin, read and commit 8 statements
GRACE = 10.0  # seconds that a transaction under way gets when we are told to stop
MOST_WAITING = 5  # turns of one address; one who floods the bot fills only their own place
LONGEST_WORDS = 1000  # characters, composed; nothing that the bot asks for is longer than a third of it
LONGEST_RAW = 3 * LONGEST_WORDS  # a syllable of Hangul that came decomposed has up to three signs


@dataclass(eq=False, slots=True)
class _Entry:
    """A turn that waits for its transaction, and whoever waits for its answer."""

    asked: Asked
    turn: Callable[[Found, datetime], Result[Any]]
    answer: asyncio.Future[Any]


class Desk:
    """Takes turns. Those of one learner keep their order, those of people go before those of the clock."""

    def __init__(
        self, database: Database, conversation: Conversation, clock: Callable[[], datetime], metrics: Metrics
    ) -> None:
        self.conversation = conversation
        self._database, self._clock, self._metrics = database, clock, metrics
        self._people: deque[_Entry] = deque()
        self._clockwork: deque[_Entry] = deque()
        self._waiting: Counter[Address] = Counter()
        self._flooding: set[Address] = set()
        self._working: asyncio.Task[None] | None = None

    async def respond(self, said: Said) -> Message:
        """The answer to what a learner said. A bug is logged and apologised for; raises Away and nothing else."""
        started, channel = time.perf_counter(), said.address.channel
        if self._waiting[said.address] >= MOST_WAITING:
            return self._slow_down(said.address)
        self._waiting[said.address] += 1
        try:
            message, name = await self.reply(said)
        except Away as away:
            log.error("turn failed channel=%s: the database is away: %s", channel, away)  # noqa: TRY400 - no bug
            raise
        except Exception as fault:
            log.exception("turn failed channel=%s", channel, exc_info=bare(fault))
            return self.conversation.apology()
        finally:
            self._gone(said.address)
        took = time.perf_counter() - started
        self._metrics.turn(channel, name, took)
        log.debug("turn channel=%s command=%s ms=%.1f", channel, name, took * 1000)
        return message

    async def reply(self, said: Said) -> Reply:
        """The answer, and the name of the command it came from. Raises whatever goes wrong."""
        return await self.take(self._asked(said), self._turn_of(said))

    async def take(self, asked: Asked, turn: Callable[[Found, datetime], Result[T]]) -> T:
        """The turn's answer, once its facts are kept. Raises what the turn or the database raised; Away among it.

        The turn is given what was asked for, and the time in UTC. It may run again when its transaction fails, and is
        left out when nobody waits for its answer any more.
        """
        entry = _Entry(asked, turn, asyncio.get_running_loop().create_future())
        (self._people if asked.address else self._clockwork).append(entry)
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        answer: T = await entry.answer
        return answer

    async def reachable(self, address: Address, reachable: bool) -> None:  # noqa: FBT001 - as Telegram says it
        """Remember that a learner blocked us or let us in again."""

        def turn(found: Found, _now: datetime) -> Result[None]:
            if found.record is None:
                return Result(None)
            return Result(None, found.record, ((found.record.learner.id, Reached(address, reachable)),))

        await self.take(Asked(address, reads=Reads.NOTHING, enrols=False), turn)

    async def close(self) -> None:
        """Let the transaction under way come to its end; to be called before the database is closed."""
        if self._working:
            await asyncio.wait([self._working], timeout=GRACE)

    def _asked(self, said: Said) -> Asked:
        return Asked(
            said.address,
            enrols=True,
            reads=self.conversation.reads(said.words),
            key=said.key if said.key.isprintable() else "",  # no database keeps the rest, and none of ours is so
            code=link_codes.digest_in(said.words[:LONGEST_WORDS]),
        )

    def _turn_of(self, said: Said) -> Callable[[Found, datetime], Result[Reply]]:
        long = len(said.words) > LONGEST_WORDS
        if len(said.words) > LONGEST_RAW or (long and len(legible(said.words)) > LONGEST_WORDS):
            return partial(self.conversation.refuse, "sorry-much-too-long", said)
        return partial(self.conversation.answer, said)

    def _slow_down(self, address: Address) -> Message:
        """Said once a flood."""
        message = Message((self.conversation.say("sorry-too-many"),), repeated=address in self._flooding)
        self._flooding.add(address)
        return message

    def _gone(self, address: Address) -> None:
        self._waiting[address] -= 1
        if not self._waiting[address]:
            del self._waiting[address]
            self._flooding.discard(address)

    async def _work(self) -> None:
        while entries := self._next():
            await self._transact(entries)

    def _next(self) -> list[_Entry]:
        """Who shares the next transaction."""
        chosen: list[_Entry] = []
        for queue, most in ((self._people, MOST_PEOPLE), (self._clockwork, MOST_TURNS), (self._people, MOST_TURNS)):
            while queue and len(chosen) < most:
                entry = queue.popleft()
                if not entry.answer.done():
                    chosen.append(entry)
        return chosen

    async def _transact(self, entries: Sequence[_Entry]) -> None:
        """Run the turns and keep what they have done; a failing transaction is split until the culprit is alone."""
        try:
            async with self._database.transaction() as store:
                batch = await self._run(entries, store)
        except Away as away:
            _tell_all(entries, Away(*away.args))
        except Raced:
            self._put_back(entries)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it decides
            if len(entries) == 1:
                _tell_all(entries, fault)
                return
            half = len(entries) // 2
            await self._transact(entries[:half])
            await self._transact(entries[half:])
        else:
            for entry, answer in batch.done:
                if not entry.answer.done():
                    entry.answer.set_result(answer)
            self._put_back(batch.later)

    async def _run(self, entries: Sequence[_Entry], store: Store) -> "_Batch":
        now = self._clock()
        found = list(zip(entries, await store.records.read([entry.asked for entry in entries], now), strict=True))
        strangers = dict.fromkeys(
            entry.asked.address for entry, its in found if entry.asked.enrols and not its.record and not its.again
        )
        batch = _Batch(MOST_TABLES - 2 if strangers else MOST_TABLES)
        for entry, its in found:
            if entry.asked.address and entry.asked.address in strangers:
                batch.later.append(entry)  # they are known by then
            elif not entry.answer.done():
                batch.turn(entry, its, now)
        if strangers:
            await store.records.enrol([address for address in strangers if address], now)
        await store.write(batch.rows())
        return batch

    def _put_back(self, entries: Sequence[_Entry]) -> None:
        for entry in reversed(entries):
            (self._people if entry.asked.address else self._clockwork).appendleft(entry)


class _Batch:
    """What the turns of one transaction have done so far; it may write to so many tables."""

    def __init__(self, most_tables: int) -> None:
        self.done: list[tuple[_Entry, Any]] = []
        self.later: list[_Entry] = []
        self._most_tables = most_tables
        self._facts: defaultdict[int, list[Fact]] = defaultdict(list)
        self._written: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._learners: dict[int, Learner] = {}
        self._deliveries: list[dict[str, Any]] = []
        self._blocked: set[object] = set()  # learners and deliveries that wait for the next transaction

    def turn(self, entry: _Entry, found: Found, now: datetime) -> None:
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
        written = rows_of(result.facts)
        if not self._fits(set(written) | ({"learners"} if changed else set())):
            self._wait(entry, names)
            return
        self.done.append((entry, result.answer))
        self._keep(result, written)
        if changed:
            self._learners[changed.id] = changed
        if result.heard and entry.asked.key and entry.asked.address and not found.again:
            self._deliveries.append(delivery_row(entry.asked.address.channel, entry.asked.key, now))
            self._blocked.add((entry.asked.address.channel, entry.asked.key))
        if any(isinstance(fact, Joined | Left) for _, fact in result.facts):
            self._blocked |= names  # who is who has changed

    def rows(self) -> Written:
        """All that is to be written, by statement."""
        learners = [learner_row(learner) for learner in self._learners.values()]
        return {"deliveries": self._deliveries, "learners": learners, **self._written}

    def _by_now(self, record: Record | None) -> Record | None:
        return record and reduce(Record.after, self._facts[record.learner.id], record)

    def _fits(self, tables: set[str]) -> bool:
        """Whether the transaction stays short; the first turn always has its way."""
        all_ = tables | set(self._written) | ({"learners"} if self._learners else set())
        return not self.done or len(all_) <= self._most_tables

    def _keep(self, result: Result[Any], written: Written) -> None:
        for learner_id, fact in result.facts:
            self._facts[learner_id].append(fact)
        for name, rows in written.items():
            self._written[name] += rows

    def _wait(self, entry: _Entry, names: set[object]) -> None:
        self.later.append(entry)
        self._blocked |= names  # what the same learners say after it has to wait too


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


def _tell_all(entries: Iterable[_Entry], fault: Exception) -> None:
    for entry in entries:
        if not entry.answer.done():
            entry.answer.set_exception(fault)
