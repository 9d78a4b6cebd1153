"""Files that go with messages: made when they are handed over, or fetched once by a link."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from bot.conversation import Turn
from bot.desk import Desk
from bot.message import Address, File, is_picture
from bot.record import Asked, Reads
from bot.store import Database, document_links

HOLDS = timedelta(minutes=10)  # for so long a link works, and once
SHOWN = timedelta(
    days=7
)  # for so long a chat shows a picture: where it does not keep one itself, scrolling up asks again
LINKED = "/plan/"  # where links lead to: `bot.channels.web.plan` answers there
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
        """The file that a link gives, or the whole plan it is about in another form; None for one that is used, over,
        or none. Of a picture, which shows what was picked, there is no other form.
        """
        async with self._database.transaction() as connection:
            found = await document_links.use(connection, _digest(token), self._clock())
        if found is None:
            return None
        learner, name = found
        whole = form and not is_picture(name)
        return await self._made(Asked(learner_id=learner, reads=READ), f"plan.{form}" if whole else name)

    async def _made(self, whom: Asked, name: str) -> File | None:
        first, _, words = name.partition(" ")
        form = first.rpartition(".")[2]
        line = self._lines.setdefault(replace(whom, key=""), asyncio.Lock())
        async with line:
            seen = await self._desk.look(whom, self._view, f"{form} {words}".strip())
            if seen is None:
                return None
            async with self._room:
                return await asyncio.to_thread(self._draw, seen, form)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
