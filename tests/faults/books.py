"""What a database holds, read from outside. A file is closed after each question: its next start must mend it alone."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, make_url, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Address
from bot.store import Database, broadcasts
from bot.store.tables import addresses, answers, learners, lines, sent
from tests.records import home_row

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


def known_as(name: str, url: str) -> str:
    """A database's address for one process, under which it can be told from others."""
    if url.startswith("sqlite"):
        return url
    return make_url(url).update_query_dict({"application_name": name}).render_as_string(hide_password=False)


class Books:
    """One bot's database."""

    def __init__(self, url: str, secret: str = "") -> None:
        self._database, self._file = Database(url, secret), url.startswith("sqlite")

    async def enrol(self, ids: Collection[int], due: datetime) -> None:
        """Learners whose lesson is due at that moment; their chats bear the same numbers."""
        people = [{**LEARNER, "id": id_, "since": due, "next_lesson_at": due} for id_ in ids]
        await self._database.unlock()
        homes = [home_row(self._database.keyring, Address("telegram", str(id_)), id_) for id_ in ids]
        async with self._opened() as connection:
            await connection.execute(insert(learners), people)
            await connection.execute(insert(addresses), homes)

    async def tell(self, ids: Collection[int], at: datetime) -> None:
        """Learners who have a lesson on Mondays alone, and something that they are told by a broadcast at once."""
        await self.enrol(ids, at)
        async with self._opened() as connection:
            weekly = {"rhythm": "weekly mon 08:00", "next_lesson_at": None}
            await connection.execute(update(learners).where(learners.c.id.in_(ids)).values(weekly))
            await broadcasts.begin(connection, f"소식 {max(ids)}", at, at + timedelta(days=7))

    async def outcomes(self) -> dict[int, str]:
        """What became of each learner's only slot."""
        return {row.learner_id: row.outcome for row in await self._rows(select(sent.c.learner_id, sent.c.outcome))}

    async def let_go(self, name: str) -> None:
        """Waits until a killed process is gone from the database: PostgreSQL may just be committing for it."""
        there = text("SELECT 1 FROM pg_stat_activity WHERE application_name = :name").bindparams(name=name)
        while not self._file and await self._rows(there):  # noqa: ASYNC110  the server tells nobody
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
        await self._database.unlock()
        chat_of = self._database.keyring.decrypted
        said = select(addresses.c.encrypted, lines.c.text).join(lines, lines.c.learner_id == home).order_by(lines.c.id)
        for chat, line in await self._rows(said):
            found[int(chat_of(chat))].lines.append(line)
        counted = select(addresses.c.encrypted, func.count()).join(answers, answers.c.learner_id == home)
        for chat, count in await self._rows(counted.group_by(addresses.c.encrypted)):
            found[int(chat_of(chat))].answers = count
        return found

    async def _rows(self, question: Any) -> list[Any]:
        async with self._opened() as connection:
            return list(await connection.execute(question))

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[AsyncConnection]:
        async with self._database._engine.begin() as connection:  # noqa: SLF001 - only a test reads the books whole
            yield connection
        if self._file:
            await self.close()

    async def close(self) -> None:
        """Ends with all questions."""
        await self._database.close()
