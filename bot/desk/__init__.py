"""Many turns in one transaction: whoever arrives while one is written shares the next.

One statement reads the records of all of them, the turns run, the facts are written table by table, one commit, then
the answers leave. A bug in one turn cannot hurt another's, since nothing was written when it struck.
"""

import asyncio
import hashlib
import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.conversation import Conversation, Reply, Result, Turn
from bot.desk.answered import with_answers
from bot.desk.batch import Entry, take_turns
from bot.message import LONGEST_WORDS, Address, Away, Message, Repeated, Said
from bot.operator.logs import bare
from bot.operator.metrics import Metrics
from bot.record import NOWHERE, Asked, Found, Reads, link_codes
from bot.record.facts import Reached
from bot.record.silence import ends_silence
from bot.store import Database, Refused
from bot.store.records import Raced

log = logging.getLogger(__name__)

T = TypeVar("T")

MOST_TURNS = 64  # in one transaction: so long other work of the process waits for their thinking
MOST_PEOPLE = 48  # of them, while the clock waits too
TRANSACTION_GRACE = 10.0  # seconds that a transaction under way gets when we are told to stop
MOST_QUEUED = 2000  # turns of people in all; who comes then is told so at once, instead of after everybody else
MOST_WAITING = 5  # turns of one address; one who floods the bot fills only their own place
SLOWED = 0.008  # seconds between answers to who floods the bot: as seldom their next message comes, whatever brings it
SLOWEST = 1.0  # seconds until any of them: KakaoTalk waits for four


class Desk:
    """Takes turns. Those of one learner keep their order, those of people go before those of the clock."""

    def __init__(
        self, database: Database, conversation: Conversation, clock: Callable[[], datetime], metrics: Metrics
    ) -> None:
        self.conversation = conversation
        self._database, self._clock, self._metrics = database, clock, metrics
        self._people: deque[Entry] = deque()
        self._clockwork: deque[Entry] = deque()
        self._waiting: Counter[Address] = Counter()
        self._flooding: set[Address] = set()
        self._working: asyncio.Task[None] | None = None
        self._owed = False  # whether turns wait that had to make room for newcomers, and go first

    async def respond(self, said: Said) -> Message:
        """The answer to what a learner said. A bug is logged and apologised for; raises Away and nothing else."""
        started, channel = time.perf_counter(), said.address.channel
        if said.address in self._flooding or self._waiting[said.address] >= MOST_WAITING:
            return await self._slow_down(said)
        self._waiting[said.address] += 1
        try:
            message, name = await self.reply(said)
        except Away as away:
            log.error("turn failed channel=%s: the database is away: %s", channel, str(away))  # noqa: TRY400 - no bug
            raise
        except Exception as fault:
            log.exception("turn failed channel=%s", channel, exc_info=bare(fault))
            # whether what was written before is there, nobody knows of a database that refuses what is written now
            return self.conversation.apology("sorry-not-kept" if isinstance(fault, Refused) else "sorry-trouble")
        finally:
            self._gone(said.address)
        took = time.perf_counter() - started
        self._metrics.turn(channel, name, took)
        log.debug("turn channel=%s command=%s ms=%.1f", channel, name, took * 1000)
        return message

    async def reply(self, said: Said) -> Reply:
        """The answer, and the name of the command it came from. Raises whatever goes wrong."""
        return await self.take(self._asked(said), partial(self._answer, said))

    def _answer(self, said: Said, found: Found, now: datetime) -> Result[Reply]:
        result = self.conversation.answer(said, found, now)
        if result.record and result.record.inquiries:
            result = with_answers(result, found, self.conversation.say, now)
        record = result.record or found.record
        if record is None or found.again or record.learner.heard_at == now:
            return result
        spoke = ends_silence(record, now)
        facts = (*result.facts, (record.learner.id, spoke)) if spoke else result.facts
        return replace(result, record=record.after(spoke) if spoke else record, facts=facts)

    async def take(self, asked: Asked, turn: Callable[[Found, datetime], Result[T]]) -> T:
        """The turn's answer, once its facts are kept. Raises what the turn or the database raised; Away among it.

        The turn is given what was asked for, and the time in UTC. It may run again when its transaction fails, and is
        left out when nobody waits for its answer any more.
        """
        if asked.address and len(self._people) >= MOST_QUEUED:
            raise Away("too many turns wait")
        entry = Entry(asked, turn, asyncio.get_running_loop().create_future())
        (self._people if asked.address else self._clockwork).append(entry)
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        answer: T = await entry.answer
        return answer

    async def look(self, whom: Asked, view: Callable[[Turn], T], words: str = "") -> T | None:
        """What a view shows of a learner, such as a document; None for a stranger. Nothing is kept of it but the key,
        if there is one: it is used up, and whoever asks with it again, at whichever process, finds Repeated raised.
        """

        def turn(found: Found, now: datetime) -> Result[T | None]:
            if found.again:
                raise Repeated
            record, address = found.record, whom.address or NOWHERE
            return Result(view(self.conversation.turn(record, address, words, now)) if record else None)

        return await self.take(whom, turn)

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
            await asyncio.wait([self._working], timeout=TRANSACTION_GRACE)

    def _asked(self, said: Said) -> Asked:
        return Asked(
            said.address,
            enrols=True,
            reads=self.conversation.reads(said),
            key=_digest(said.key),
            code="" if said.tapped else link_codes.digest_in(said.words[:LONGEST_WORDS]),
        )

    async def _slow_down(self, said: Said) -> Message:
        """Said once a flood, which lasts until nothing of theirs waits any more; and later the more of it waits."""
        address = said.address
        message = Message((self.conversation.say("sorry-too-many"),), repeated=address in self._flooding)
        self._flooding.add(address)
        self._waiting[address] += 1
        try:  # what came in a batch is not held back: the next batch, of others too, would be
            await asyncio.sleep(0 if said.batched else min(SLOWED * self._waiting[address], SLOWEST))
        finally:
            self._gone(address)
        return message

    def _gone(self, address: Address) -> None:
        self._waiting[address] -= 1
        if not self._waiting[address]:
            del self._waiting[address]
            self._flooding.discard(address)

    async def _work(self) -> None:
        while entries := self._next():
            await self._transact(entries)

    def _next(self) -> list[Entry]:
        """Who shares the next transaction."""
        chosen: list[Entry] = []
        for queue, most in ((self._people, MOST_PEOPLE), (self._clockwork, MOST_TURNS), (self._people, MOST_TURNS)):
            while queue and len(chosen) < most:
                entry = queue.popleft()
                if not entry.answer.done():
                    chosen.append(entry)
        return chosen

    async def _transact(self, entries: Sequence[Entry]) -> None:
        """Run the turns and keep what they have done; a failing transaction is split until the culprit is alone."""
        try:
            async with self._database.transaction() as connection:
                course = self.conversation.first.name
                batch = await take_turns(entries, connection, self._clock(), course, welcome=not self._owed)
        except Away as away:
            _tell_all(entries, Away(*away.args))
        except Raced:
            self._put_back(entries)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it decides
            if len(entries) == 1:
                _tell_all(entries, fault)
                return
            half = len(entries) // 2
            self._put_back(entries[half:])  # behind whatever the first half has to put back: each keeps their order
            await self._transact(entries[:half])
        else:
            self._owed = batch.owed
            if batch.erased:
                await self._database.remains.empty()  # before anybody is told so
            for entry, answer in batch.done:
                if not entry.answer.done():
                    entry.answer.set_result(answer)
            self._put_back(batch.later)

    def _put_back(self, entries: Sequence[Entry]) -> None:
        for entry in reversed(entries):
            (self._people if entry.asked.address else self._clockwork).appendleft(entry)


def _digest(key: str) -> str:
    """The name of a delivery as it is kept: some hold the id of whoever it came from, which is erased with them."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()[:32] if key else ""


def _tell_all(entries: Iterable[Entry], fault: Exception) -> None:
    for entry in entries:
        if not entry.answer.done():
            entry.answer.set_exception(fault)
