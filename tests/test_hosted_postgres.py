"""A PostgreSQL that others host is like any other: encrypted, behind poolers, by whatever address they give."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url, select
from sqlalchemy.sql.functions import count

from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Away
from bot.operator.metrics import Metrics
from bot.store import Database, Unfit
from bot.store.tables import metadata
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Chat, Clock, Postgres
from tests.hosted_postgres import Hosted, certified, hosted
from tests.language import LANGUAGE
from tests.test_floors import ROOT
from tests.test_start import told

SAID = ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "오늘", "다음", "1", "진도")


def socket_of(postgres: Postgres) -> Path:
    return Path(postgres.address("x").partition("host=")[2]) / ".s.PGSQL.5432"


def named(url: str) -> str:
    """The name of the database at an address of the tests' own server."""
    return make_url(url).database or ""


def desk_at(database: Database, course: Course, say: Texts, clock: Clock) -> Desk:
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, korean_holidays([2026, 2027]), {"telegram"})
    return Desk(database, conversation, clock, Metrics())


async def lived(urls: list[str], course: Course, say: Texts, clock: Clock, learners: int = 6) -> dict[str, int]:
    """How many rows are kept of learners who talk all at once, each to one of the processes at these addresses."""
    databases = [Database(url) for url in urls]
    desks = [desk_at(database, course, say, clock) for database in databases]
    chats = [Chat(desks[n % len(desks)], clock, Address("telegram", str(n))) for n in range(learners)]

    async def talks(chat: Chat) -> None:
        for words in SAID:
            await chat.says_at_once(words)

    try:
        await asyncio.gather(*map(talks, chats))
        async with databases[0].reading() as connection:
            tables = metadata.tables.values()
            return {one.name: await connection.scalar(select(count()).select_from(one)) or 0 for one in tables}
    finally:
        for desk in desks:
            await desk.close()
        for database in databases:
            await database.close()


@pytest.mark.parametrize(
    ("greets", "words"),
    [
        (True, ""),
        (True, "?sslmode=disable&application_name=own-work"),
        (False, "?pgbouncer=true&connection_limit=1"),
        (False, "?prepared_statement_cache_size=0"),
    ],
)
async def test_a_pooler_in_transaction_mode(
    greets: bool,  # noqa: FBT001 - a column of the table
    words: str,
    postgres: Postgres,
    course: Course,
    say: Texts,
    clock: Clock,
) -> None:
    """Two processes behind it hear and keep all that is said, as on a server of their own; it is found out by itself
    from who greets us, and by the words of an address.
    """
    with postgres.empty() as alone:
        expected = await lived([alone], course, say, clock)
    pooler = Hosted(socket_of(postgres), greets=greets)
    with postgres.empty() as url:
        async with hosted(pooler) as there:
            address = f"postgresql://postgres@{there}/{named(url)}{words}"
            assert await lived([address, address], course, say, clock) == expected
        told_of = {greeted.get("application_name") for greeted in pooler.greeted}
        assert told_of == {"own-work" if "own-work" in words else None}


async def test_a_pooler_that_looks_like_a_server(postgres: Postgres, course: Course, say: Texts, clock: Clock) -> None:
    """Once a name is gone nothing gets one: whoever speaks just then speaks again, and all that is said is kept."""
    away = 0
    with postgres.empty() as url:
        async with hosted(Hosted(socket_of(postgres), greets=False)) as there:
            database = Database(f"postgresql://postgres@{there}/{named(url)}")
            desk = desk_at(database, course, say, clock)
            chat = Chat(desk, clock)
            for words in SAID:
                try:
                    await chat.says_at_once(words)
                except Away:
                    away += 1
                    await chat.says_at_once(words)
            await desk.close()
            await database.close()
    assert away <= 1  # none, where the first look at the keys finds it out


@pytest.mark.parametrize(
    "words",
    [
        "sslmode=require&channel_binding=require",  # as Neon writes it
        "sslmode=verify-full&sslrootcert={trusted}&connect_timeout=10&keepalives=1",  # as libpq does
        "ssl=true&target_session_attrs=any&options=-c%20jit%3Doff",  # as drivers of Java do
        "ssl=verify-ca&sslrootcert={trusted}",  # as asyncpg does
    ],
)
@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2", "postgresql+asyncpg"])
async def test_addresses_as_hosts_give_them(scheme: str, words: str, postgres: Postgres, tmp_path: Path) -> None:
    """Each is understood as it stands, and nothing leaves unencrypted."""
    context, trusted = certified(tmp_path)
    pooler = Hosted(socket_of(postgres), tls=context)
    with postgres.empty() as url:
        async with hosted(pooler) as there:
            database = Database(f"{scheme}://postgres:s3cret@{there}/{named(url)}?{words.format(trusted=trusted)}")
            await database.migrate()
            await database.close()
    assert pooler.encrypted == len(pooler.greeted) > 0
    assert {tuple(sorted(greeted)) for greeted in pooler.greeted} <= {
        ("client_encoding", "database", "user"),
        ("client_encoding", "database", "options", "user"),
    }


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("sslmode=require", "암호화된 연결을 받지 않아요"),
        ("sslmode=sometimes", "? 뒤의 값을 읽을 수 없어요"),
        ("connect_timeout=soon", "? 뒤의 값을 읽을 수 없어요"),
        ("target_session_attrs=mine", "? 뒤의 값을 읽을 수 없어요"),
        ("flavour=sweet", "? 뒤에 서버가 모르는 설정이 있어요"),
        ("sslmode=verify-full&sslrootcert=/none.crt", "sslrootcert의 파일이 없어요: /none.crt"),
    ],
)
async def test_words_that_cannot_be_meant(words: str, line: str, postgres: Postgres, say: Texts) -> None:
    """One line tells which they are, by a server that speaks in plain alone."""
    pooler = Hosted(socket_of(postgres), passing=("flavour",))
    async with hosted(pooler) as there:
        with pytest.raises(Unfit) as fault:  # noqa: PT012 - one or the other of them
            database = Database(f"postgresql://postgres:pass-s3cret@{there}/migrated?{words}")
            try:
                await database.migrate()
            finally:
                await database.close()
    assert line in told(fault.value, say)


@pytest.mark.parametrize("words", ["sslmode=verify-full&sslrootcert=system", "sslmode=verify-ca&sslrootcert={other}"])
async def test_a_server_that_nobody_vouches_for(words: str, postgres: Postgres, say: Texts, tmp_path: Path) -> None:
    """Whoever stands between us and the server hears nothing, not even a password."""
    for folder in ("ours", "other"):
        (tmp_path / folder).mkdir()
    (context, _), (_, other) = certified(tmp_path / "ours"), certified(tmp_path / "other")
    pooler = Hosted(socket_of(postgres), tls=context)
    async with hosted(pooler) as there:
        database = Database(f"postgresql://postgres:pass-s3cret@{there}/migrated?{words.format(other=other)}")
        with pytest.raises(Unfit) as fault:
            await database.migrate()
        await database.close()
    assert "서버의 인증서를 믿을 수 없어요" in told(fault.value, say)
    assert pooler.greeted == []


def test_the_driver_is_loaded_for_postgresql_alone(tmp_path: Path) -> None:
    """A small computer without it runs the bot on SQLite; where it is asked for, one line says what is missing."""
    code = """
import asyncio, sys
from bot.store import Database, Unfit
async def sqlite():
    database = Database("sqlite:///x.sqlite3")
    await database.migrate()
    await database.close()
asyncio.run(sqlite())
assert "asyncpg" not in sys.modules
sys.modules["asyncpg"] = None
try:
    Database("postgresql://u@127.0.0.1/x")
except Unfit as unfit:
    print(unfit.key)
"""
    home = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-c", code], cwd=tmp_path, env=home, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("start-server-driver\n", "")
