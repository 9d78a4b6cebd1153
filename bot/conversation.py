"""One turn: words in, one message out, in one transaction."""

import hashlib
import itertools
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.korean.understanding import Meaning, Vocabulary, legible, meanings
from bot.learner import Learner
from bot.learning.day import Standing
from bot.learning.wording import Opening
from bot.lessons import Course
from bot.message import Address, Away, Button, Message, Said
from bot.metrics import Metrics
from bot.store import Database, Store
from bot.store.sent import Rung
from bot.texts import Texts

log = logging.getLogger(__name__)

UNSAID = Opening()
DOUBLE_TAP = timedelta(seconds=3)  # a thumb that taps twice means one answer


@dataclass(slots=True)
class Turn:
    """All a handler may know. `words` are what followed the command; `change` is kept when the turn ends well."""

    learner: Learner
    address: Address
    words: str
    now: datetime
    store: Store
    course: Course
    say: Texts
    commands: "Mapping[str, Command]"
    holidays: Container[date]
    pushing: Collection[str]  # the channels that can speak first
    standing: Standing | None = None  # read once a turn, and again after whatever changes it
    rung: Rung | None = None  # how the learner took our messages; read for those the clock says
    opening: Opening = UNSAID  # what the message opens, and how it begins

    @property
    def pushed(self) -> bool:
        """Whether the channel they speak on can speak first."""
        return self.address.channel in self.pushing

    @property
    def day(self) -> date:
        """The learner's study day."""
        return self.learner.day(self.now)

    def change(self, **values: Any) -> None:
        """Give the learner new values."""
        self.learner = replace(self.learner, **values)

    async def hand_to(self, handler: "Handler", words: str = "") -> Message:
        """Let another handler go on in the same turn."""
        self.words = words
        return await handler(self)


Handler = Callable[[Turn], Awaitable[Message]]


@dataclass(frozen=True, slots=True)
class Ring:
    """Something the clock says for a learner at an address, by its kind, and the moment it is said for."""

    learner_id: int
    address: Address
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Command:
    """A handler, and whether its Korean name may be followed by words."""

    handler: Handler
    open: bool = False


class Sorry(Exception):
    """A kind refusal: the turn is undone, the open question stays open, and the sentence under `key` is said."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Conversation:
    """Answers whatever is said, on every channel alike."""

    def __init__(
        self,
        database: Database,
        course: Course,
        say: Texts,
        commands: Mapping[str, Command],
        clock: Callable[[], datetime],
        metrics: Metrics,
        holidays: Container[date],
        pushing: Collection[str],
    ) -> None:
        self._database, self._course, self._say, self._commands = database, course, say, commands
        self._clock, self._metrics, self._holidays, self._pushing = clock, metrics, holidays, pushing
        self._vocabulary = Vocabulary(
            latin=frozenset(commands),
            korean={say(f"command-{name}"): name for name in commands if f"command-{name}" in say.keys},
            open=frozenset(name for name, command in commands.items() if command.open),
            terms=frozenset(course.terms),
        )

    async def respond(self, said: Said) -> Message:
        """The answer to what a learner said. A bug is logged and apologised for; raises Away and nothing else."""
        started = time.perf_counter()
        try:
            message, name = await self.turn(said)
        except Away as away:
            log.error("turn failed channel=%s: the database is away: %s", said.address.channel, away)  # noqa: TRY400
            raise
        except Exception:
            log.exception("turn failed channel=%s", said.address.channel)
            return Message((self._say("sorry-trouble"),), (Button(self._say("button-today"), "/today"),))
        took = time.perf_counter() - started
        self._metrics.turn(said.address.channel, name, took)
        log.info("turn channel=%s command=%s ms=%.1f", said.address.channel, name, took * 1000)
        return message

    async def turn(self, said: Said) -> tuple[Message, str]:
        """The answer, and the name of the command it came from. Raises whatever goes wrong."""
        now = self._clock()
        screen: Message | None = None
        try:
            async with self._database.transaction() as store:
                before = await store.learners.meet(said.address, now)
                screen = before.screen
                if not await store.learners.claim(said, now):
                    return self._repeated(screen), "again"
                return await self._answer(said, before, now, store)
        except Sorry as sorry:
            text = self._say(sorry.key, **sorry.values)
            return Message((text,), screen.buttons if screen else ()), "sorry"

    async def ring(self, rings: Sequence[Ring], store: Store) -> list[tuple[Message, Opening] | Sorry]:
        """What the clock says for each of them, kept as their screens; Sorry where there is nothing to say.

        It raises whatever goes wrong for one of them.
        """
        known = {learner.id: learner for learner in await store.learners.of({ring.learner_id for ring in rings})}
        before = dict(known)
        # where a pause ends, more than reading is to be done: the handler does it
        awake = [ring for ring in rings if ring.learner_id in known and not known[ring.learner_id].paused_until]
        standings = await store.standings.of((known[ring.learner_id], ring.at) for ring in awake)
        rung = await store.sent.rung(known)
        said: list[tuple[Message, Opening] | Sorry] = []
        for ring in rings:
            turn = self._turn(known[ring.learner_id], ring.address, ring.kind, ring.at, store)
            turn.standing, turn.rung = standings.get(ring.learner_id), rung.get(ring.learner_id, Rung())
            try:
                message = await self._commands["ring"].handler(turn)
            except Sorry as sorry:
                said.append(sorry)
                continue
            turn.change(screen=message)
            known[ring.learner_id] = turn.learner
            said.append((message, turn.opening))
        await store.learners.save(*((before[id_], after) for id_, after in known.items()))
        return said

    async def _answer(self, said: Said, before: Learner, now: datetime, store: Store) -> tuple[Message, str]:
        found = meanings(said.words, before.screen, self._vocabulary, before.local(now))
        first = next(found, Meaning("/start") if before.new else None)  # a stranger's first words are a greeting
        heard = {"heard": _digest(said.words), "meant": _digest(first.command if first else ""), "heard_at": now}
        if _double(before, heard, now, known=first is not None):
            return self._repeated(before.screen), "again"
        refusal = Sorry("sorry-unknown" if legible(said.words) else "sorry-no-words")
        for meaning in itertools.chain([first] if first else [], found):
            name, _, words = meaning.command.removeprefix("/").partition(" ")
            turn = self._turn(before, said.address, words.strip(), now, store)
            try:
                message = await self._commands[name].handler(turn)
            except Sorry as sorry:
                # it does not fit; handlers refuse before they write, so the next meaning is free to try
                refusal = refusal if meaning is not first else sorry
                continue
            message = self._read_back(meaning, message)
            turn.change(screen=replace(message, repeated=False), **heard)
            await store.learners.save((before, turn.learner))
            return message, name
        raise refusal

    def _turn(self, learner: Learner, address: Address, words: str, now: datetime, store: Store) -> Turn:
        return Turn(
            learner, address, words, now, store, self._course, self._say, self._commands, self._holidays, self._pushing
        )

    def _read_back(self, meaning: Meaning, message: Message) -> Message:
        """Say what was understood when it was not said literally."""
        if not meaning.taken_for:
            return message
        first, *others = message.bubbles
        return replace(message, bubbles=(f"{self._say('understood', word=meaning.taken_for)}\n\n{first}", *others))

    def _repeated(self, screen: Message | None) -> Message:
        return replace(screen or Message((self._say("sorry-unknown"),)), repeated=True)


def _double(before: Learner, heard: Mapping[str, Any], now: datetime, *, known: bool) -> bool:
    """Whether the same words came within three seconds, unless the new screen gives them another meaning."""
    since = now - before.heard_at if before.heard_at else DOUBLE_TAP
    if not timedelta(0) <= since < DOUBLE_TAP or heard["heard"] != before.heard:  # a clock set back is no double tap
        return False
    return not known or heard["meant"] == before.meant


def _digest(words: str) -> str:
    """Enough to tell that two sayings are the same, without keeping what was said."""
    return hashlib.blake2s(words.encode(errors="replace"), digest_size=8).hexdigest()
