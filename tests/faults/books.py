"""What a database holds, read from outside: the connection lives no longer than the question."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, make_url, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import Database
from bot.store.tables import addresses, answers, learners, lines, sent

LEARNER = {"trade": "teacher", "rhythm": "weekdays 08:00", "intention": "커피를 내리면"}  # on the way to lesson 1


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot on its way; its lease tells who holds it."""

    learner_id: int
    outcome: str
    lease: datetime


@dataclass(slots=True)
class Kept:
    """What is kept of one chat: the lines in their order, and how many answers."""

    lines: list[str] = field(default_factory=list)
    answers: int = 0

    @property
    def turns(self) -> int:
        """How many turns left a trace."""
        return len(self.lines) + self.answers


class Books:
    """One bot's database."""

    def __init__(self, url: str) -> None:
        self._url, self._many = url, not url.startswith("sqlite")

    def known_as(self, who: str) -> str:
        """The database's address for a process, under which it can be told from others."""
        dsn = f"postgresql://?application_name={who}"  # the rest of it stands in the address
        return self._url if not self._many else str(make_url(self._url).update_query_dict({"dsn": dsn}))

    async def enrol(self, ids: Collection[int], due: datetime) -> None:
        """Learners whose lesson is due at that moment; their chats bear the same numbers."""
        people = [{**LEARNER, "id": id_, "since": due, "next_lesson_at": due} for id_ in ids]
        homes = [{"channel": "telegram", "id": str(id_), "learner_id": id_, "reachable": True} for id_ in ids]
        async with self._opened() as connection:
            await connection.execute(insert(learners), people)
            await connection.execute(insert(addresses), homes)

    async def outcomes(self) -> dict[int, str]:
        """What became of each learner's only slot."""
        return {row.learner_id: row.outcome for row in await self._rows(select(sent.c.learner_id, sent.c.outcome))}

    async def leaves(self, who: str) -> None:
        """Waits until a killed process is gone from the database: PostgreSQL may just be committing for it."""
        there = text("SELECT 1 FROM pg_stat_activity WHERE application_name = :who").bindparams(who=who)
        while self._many and await self._rows(there):
            await asyncio.sleep(0.001)

    async def held(self) -> list[Slot]:
        """The slots that somebody holds, alive or dead."""
        held = select(sent.c.learner_id, sent.c.outcome, sent.c.lease).where(sent.c.lease.is_not(None))
        return [Slot(*row) for row in await self._rows(held)]

    async def age(self, outcome: str, now: datetime) -> None:
        """As if the time of every slot in that state had run out, which no test can wait for."""
        async with self._opened() as connection:
            await connection.execute(update(sent).where(sent.c.outcome == outcome).values(lease=now))

    async def kept(self) -> dict[int, Kept]:
        """What each chat left, over all the learners it may have become."""
        found: defaultdict[int, Kept] = defaultdict(Kept)
        home = addresses.c.learner_id
        said = select(addresses.c.id, lines.c.text).join(lines, lines.c.learner_id == home).order_by(lines.c.id)
        for chat, text in await self._rows(said):
            found[int(chat)].lines.append(text)
        counted = select(addresses.c.id, func.count()).join(answers, answers.c.learner_id == home)
        for chat, count in await self._rows(counted.group_by(addresses.c.id)):
            found[int(chat)].answers = count
        return found

    async def _rows(self, question: Any) -> list[Any]:
        async with self._opened() as connection:
            return list(await connection.execute(question))

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[AsyncConnection]:
        database = Database(self._url)
        try:
            async with database._engine.begin() as connection:  # noqa: SLF001 - only a test reads the books whole
                yield connection
        finally:
            await database.close()
