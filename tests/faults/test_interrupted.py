"""A process that is killed in the middle of erasing, joining or backing up: what its files hold then is whole.

What stands in the files of SQLite before each statement is what a kill there leaves: whoever opens them anew finds
everything as it was, or as it was to be.
"""

import asyncio
import os
import shutil
import signal
import sys
import textwrap
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.store import Database, copies
from tests.conftest import Chat, Clock, Post
from tests.records import record_at
from tests.test_copies import rows, unseen
from tests.test_erasure import found
from tests.test_erasure import leaver as leaver  # noqa: PLC0414 - somebody who left words wherever words are kept
from tests.test_house import ROOT
from tests.test_link import code_in, kept, two_pasts

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@contextmanager
def killed_at_each(database: Database, folder: Path) -> Iterator[list[Database]]:
    """What is left of a database wherever whoever speaks to it may be killed meanwhile, to be opened anew."""
    left: list[Path] = []

    def kept_so(*_: Any) -> None:
        file = folder / f"killed-{len(left)}.sqlite3"
        for end in ("", "-wal", ".key"):
            there = database.files[0].with_name(database.files[0].name + end)
            if there.exists():
                shutil.copyfile(there, file.with_name(file.name + end))
        left.append(file)

    both = (database._engine.sync_engine, database._reader.sync_engine)  # noqa: SLF001 - nobody else listens
    moments = [(one, name) for one in both for name in ("before_cursor_execute", "commit")]
    for engine, name in moments:
        event.listen(engine, name, kept_so)
    again: list[Database] = []
    try:
        yield again
    finally:
        for engine, name in moments:
            event.remove(engine, name, kept_so)
        again += [Database(f"sqlite:///{file}") for file in left]


@asynccontextmanager
async def opened(databases: list[Database]) -> AsyncIterator[list[Database]]:
    try:
        for one in databases:
            await one.migrate()
        yield databases
    finally:
        for one in databases:
            await one.close()


def house(database: Database, conversation: Conversation, clock: Clock) -> Delivery:
    """The clock's side of a bot that is started again."""
    desk = Desk(database, conversation, clock, Metrics())
    return Delivery(database, desk, {"web": Post().send}, clock, Metrics(), ())


async def test_erasing(leaver: Chat, database: Database, desk: Desk, clock: Clock, tmp_path: Path) -> None:
    """All of it is there, or none; and once somebody is gone, the first look of the next start leaves no word of theirs
    in the files.
    """
    before = await rows(database)
    await leaver.says("탈퇴")
    asked = await rows(database)
    with killed_at_each(database, tmp_path) as killed:
        assert "모두 지웠어요" in await leaver.taps("모두 지울게요")
    gone = await rows(database)
    seen = []
    async with opened(killed):
        for one in killed:
            now = await rows(one)
            assert now["learners"] in (asked["learners"], gone["learners"])
            seen.append(now["learners"] == gone["learners"])
            assert {name: many for name, many in now.items() if name != "deliveries"} == {
                name: many for name, many in (gone if seen[-1] else asked).items() if name != "deliveries"
            }
            if seen[-1]:
                await house(one, desk.conversation, clock).settle()
                assert found(f"sqlite:///{one.file}") == set()
    assert set(seen) == {True, False}
    assert before["lines"]


async def test_joining(learner: Chat, desk: Desk, clock: Clock, database: Database, tmp_path: Path) -> None:
    """They are two with all that each had, or one with all of both; and the code joins them then, if it did not."""
    other = Chat(desk, clock, Address("kakao", "k7"))
    await two_pasts(learner, other)
    code = code_in(await learner.says("연결"))
    addresses = learner.address, other.address

    async def both(there: Database) -> list[dict[str, object]]:
        return [kept(await record_at(there, address, clock.now)) for address in addresses]

    two = await both(database)
    with killed_at_each(database, tmp_path) as killed:
        assert "이어졌어요" in await other.says(code)
    one = await both(database)
    assert one[0] == one[1]
    seen = []
    async with opened(killed):
        for there in killed:
            now = await both(there)
            assert now in (two, one)
            seen.append(now == one)
            if now == two:
                again = Chat(Desk(there, desk.conversation, clock, Metrics()), clock, other.address)
                assert "이어졌어요" in await again.says_at_once(code)
                assert await both(there) == one
    assert set(seen) == {True, False} or len(seen) > 1
    assert not seen[0]


BACKING_UP = """
    import asyncio, os, signal, sys
    from pathlib import Path
    from bot.store import Database, copies

    def killed(done: int, all_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    copies.PAGES = 8
    asyncio.run(copies.backup(Database(sys.argv[1]), Path(sys.argv[2]), killed))
"""


async def test_backing_up(learner: Chat, database: Database, database_url: str, tmp_path: Path) -> None:
    """No backup is left that is not whole; what lay about of it, with everybody's words, is gone with the next one."""
    await two_pasts(learner, Chat(learner.desk, learner.clock, Address("kakao", "k7")))
    (folder := tmp_path / "copies").mkdir()
    program = [sys.executable, "-c", textwrap.dedent(BACKING_UP), database_url, str(folder / "a.sqlite3")]
    process = await asyncio.create_subprocess_exec(*program, cwd=ROOT)
    assert await process.wait() == -signal.SIGKILL
    [left] = folder.iterdir()
    assert left.name.startswith(".backup-")
    assert left.stat().st_mode & 0o077 == 0
    counts = await copies.backup(database, folder / "b.sqlite3", unseen)
    assert [left.name.startswith(".backup-") for left in folder.iterdir()].count(True) == 1, "it may be at work"
    for one in (left, *left.iterdir()):
        os.utime(one, (0, 0))
    assert await copies.backup(database, folder / "c.sqlite3", unseen) == counts
    assert {path.name for path in folder.iterdir()} == {"b.sqlite3", "c.sqlite3"}
