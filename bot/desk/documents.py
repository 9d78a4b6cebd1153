"""Files that go with messages: made when they are handed over, or fetched once by a link; and the calendar, which
whoever has subscribed to it fetches again and again.
"""

import asyncio
import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from bot.conversation import Result, Turn
from bot.desk import MOST_WAITING, Desk, holdings
from bot.message import Address, Busy, File, is_picture
from bot.record import NOWHERE, Asked, Found, Reads, undoing
from bot.store import Database, document_links
from bot.store.holdings import held

HOLDS = timedelta(minutes=10)  # for so long a link works, and once
SHOWN = timedelta(
    days=7
)  # for so long a chat shows a picture: where it does not keep one itself, scrolling up asks again
LINKED = "/plan/"  # where links lead to: `bot.channels.web.plan` answers there
SUBSCRIBED = "/calendar/{}.ics"  # where whoever has subscribed looks: `bot.channels.web.calendar` answers there
CALENDAR = "calendar"  # the name of the file there
AT_ONCE = 1  # files made at a time, and of one learner's only one in line: who asks for many waits for themselves
READ = Reads.STUDY | Reads.PLAN

T = TypeVar("T")


class Documents(Generic[T]):
    """Makes files by their names, such as "plan.pdf" or "plan.png offer 7": the ending is a form, words may follow.

    `view` is what is on one, said in a turn of the learner with the form and the words; `draw` makes the file of it.
    """

    def __init__(
        self,
        desk: Desk,
        database: Database,
        clock: Callable[[], datetime],
        view: Callable[[Turn], T],
        draw: Callable[[T, str], File],
        public_url: str = "",
    ) -> None:
        self._desk, self._database, self._clock = desk, database, clock
        self._view, self._draw, self._public_url = view, draw, public_url.rstrip("/")
        self._room = asyncio.Semaphore(AT_ONCE)
        self._lines: WeakValueDictionary[Asked, asyncio.Lock] = WeakValueDictionary()
        self._looking: Counter[str] = Counter()  # how many look at an address just now

    @property
    def public(self) -> bool:
        """Whether an address of ours leads here from outside."""
        return bool(self._public_url)

    async def file(self, address: Address, name: str, key: str = "") -> File | None:
        """The file for whoever is reached at an address; None for a stranger. With a key once: what was asked for with
        the same before, at whichever process, raises Repeated. May raise Away.
        """
        return await self._made(Asked(address, reads=READ, key=key), name)

    async def link(self, address: Address, name: str) -> str:
        """An address that gives the file once, for ten minutes, to whoever has it; "" without a PUBLIC_URL, or for a
        stranger. An older link of the learner is void. May raise Away.
        """
        if not self._public_url:
            return ""
        token, now = secrets.token_urlsafe(16), self._clock()
        async with self._database.transaction() as connection:
            kept = await document_links.keep(connection, address, _digest(token), name, now, now + HOLDS)
        return f"{self._public_url}{LINKED}{token}" if kept else ""

    async def picture(self, address: Address, name: str) -> str:
        """The address of a picture that a chat shows, for a week, to whoever has it; "" as above. May raise Away."""
        if not self._public_url:
            return ""
        token, now = secrets.token_urlsafe(16), self._clock()
        async with self._database.transaction() as connection:
            kept = await document_links.show(connection, address, _digest(token), name, now, now + SHOWN)
        return f"{self._public_url}{LINKED}{token}.png" if kept else ""

    async def shown(self, token: str) -> File | None:
        """The picture at an address, as it is now; None where there is none."""
        async with self._database.reading() as connection:
            found = await document_links.shown(connection, _digest(token), self._clock())
        return await self._made(Asked(learner_id=found[0], reads=READ), found[1]) if found else None

    async def leads_to(self, token: str) -> str:
        """The name of the file that a link would give now, or ""."""
        async with self._database.reading() as connection:
            return await document_links.name(connection, _digest(token), self._clock())

    async def fetch(self, token: str, form: str = "") -> File | None:
        """The file that a link gives, or the same in another form; None for one that is used, over, or none. Of a
        picture, which shows what was picked, and of what is no plan there is no other form.
        """
        async with self._database.transaction() as connection:
            found = await document_links.use(connection, _digest(token), self._clock())
        if found is None:
            return None
        learner, name = found
        other = form and not is_picture(name) and name not in {CALENDAR, holdings.NAME}
        behind = name.partition(" ")[2]
        as_form = f"plan.{form} {behind}".rstrip() if other else name
        return await self._made(Asked(learner_id=learner, reads=READ), as_form)

    async def subscribe(self, address: Address) -> str:
        """The secret address at which whoever knows it may look at a learner's calendar until it is taken back; any
        older one leads nowhere from now on. "" for a stranger, and without a PUBLIC_URL. May raise Away.
        """
        return await self._subscribe(Asked(address, reads=READ))

    async def subscribe_by(self, token: str) -> str:
        """The same for whoever has a link, which works no more."""
        async with self._database.transaction() as connection:
            found = await document_links.use(connection, _digest(token), self._clock())
        return await self._subscribe(Asked(learner_id=found[0], reads=READ)) if found and found[1] == CALENDAR else ""

    async def calendar(self, token: str) -> File | None:
        """What whoever has subscribed sees; None for an address that leads nowhere. Raises Busy when too many look at
        it at once, and may raise Away.
        """
        digest = _digest(token)
        if self._looking[digest] >= MOST_WAITING:
            raise Busy
        self._looking[digest] += 1
        try:
            async with self._database.reading() as connection:
                learner = await document_links.subscribed(connection, digest)
            return None if learner is None else await self._made(Asked(learner_id=learner, reads=READ), CALENDAR)
        finally:
            self._looking -= Counter({digest: 1})  # which leaves no zero behind

    async def _subscribe(self, whom: Asked) -> str:
        secret = secrets.token_urlsafe(16)
        given = bool(self._public_url) and await self._desk.take(whom, partial(self._given, _digest(secret)))
        return self._public_url + SUBSCRIBED.format(secret) if given else ""

    def _given(self, digest: str, found: Found, now: datetime) -> Result[bool]:
        """The turn that gives an address out; it can be taken back as any change of a setting."""
        if found.record is None:
            return Result(answer=False)
        turn = self._desk.conversation.turn(found.record, NOWHERE, "", now)
        turn.change(feed=digest, feed_since=now)
        turn.change(undo=undoing.undo_of(found.record, turn.record, turn.facts, now))
        return Result(True, turn.record, tuple(turn.facts))  # noqa: FBT003 - the answer is whether one was given out

    async def _made(self, whom: Asked, name: str) -> File | None:
        first, _, words = name.partition(" ")
        form = first.rpartition(".")[2]
        line = self._lines.setdefault(replace(whom, key=""), asyncio.Lock())
        async with line:
            if name == holdings.NAME:
                return await self._held(whom)
            seen = await self._desk.look(whom, self._view, f"{form} {words}".strip())
            if seen is None:
                return None
            async with self._room:
                return await asyncio.to_thread(self._draw, seen, form)

    async def _held(self, whom: Asked) -> File | None:
        """Every row about a learner."""
        learner = await self._desk.look(whom, lambda turn: turn.learner)
        if learner is None:
            return None
        async with self._database.snapshot() as connection:
            rows = await held(connection, learner.id)
        say = self._desk.conversation.say
        async with self._room:
            return await asyncio.to_thread(holdings.drawn, rows, say, learner.local, self._clock())


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
