"""탈퇴 erases what can be proven erased: no word, name or id of a learner is left in the files of the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Text, cast, select

from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Said
from bot.store import Database
from bot.store.tables import learners, metadata
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

WELCOME = (
    "시작",
    "심은말직업 만드는 사람이에요",
    "평일 8시",
    "심은말줄 앞에 앉으면",
    "심은말호칭이라고 불러 주세요",
)
PLANTED = ("심은말줄", "심은말직업", "심은말호칭", "심은말사람", "심은말신고", "planted-cookie-7f3a")


@pytest.fixture
async def leaver(desk: Desk, clock: Clock) -> Chat:
    """Somebody who left words wherever words are kept."""
    chat = Chat(desk, clock, Address("web", PLANTED[-1]))
    for n, words in enumerate(WELCOME):
        await desk.respond(Said(chat.address, words, f"{PLANTED[-1]}:{n}"))
        clock.forward(seconds=20)
    await finish_lesson(chat)
    await chat.says("/write 01-three-strategies 심은말줄을 고쳐 드려요")
    await chat.says("/add-person 심은말사람 원장님")
    await chat.says("/report strategy-map")
    await chat.says("심은말신고예요")
    return chat


def files(url: str) -> Iterator[Path]:
    path = Path(url.removeprefix("sqlite:///"))
    yield from (one for one in path.parent.iterdir() if one.name.startswith(path.name))


def found(url: str) -> set[str]:
    content = b"".join(one.read_bytes() for one in files(url))
    return {words for words in PLANTED if words.encode() in content}


async def leave(chat: Chat) -> None:
    await chat.says("탈퇴")
    assert "모두 지웠어요" in await chat.taps("모두 지울게요")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_left_in_the_files(leaver: Chat, database_url: str) -> None:
    """Neither in pages that were given free nor in the log, while the bot runs."""
    assert found(database_url) == set(PLANTED[:-1])  # the id of their page is nowhere in plain
    await leave(leaver)
    assert found(database_url) == set()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_who_reads_for_long_holds_nobody_up(
    leaver: Chat, database: Database, database_url: str, delivery: Delivery
) -> None:
    """As a backup does: what the log still holds goes as soon as nobody reads it."""
    async with database.snapshot() as connection:
        await connection.execute(select(learners.c.id))
        await leave(leaver)
        assert found(database_url)
    await delivery.settle()
    assert found(database_url) == set()


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_nothing_is_left_in_the_files_of_a_server_that_was_tidied(
    leaver: Chat, database: Database, clock: Clock
) -> None:
    """As the README tells who runs one; those who stay keep theirs."""
    stays = Chat(leaver.desk, clock, Address("telegram", "7"))
    for words in WELCOME:
        await stays.says(words.replace("심은말", "남은말"))
    await finish_lesson(stays)

    async def asked(statement: str) -> str:
        async with database._engine.connect() as connection:  # noqa: SLF001 - as an operator with psql
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
            result = await alone.exec_driver_sql(statement)
            return str(result.scalar()) if result.returns_rows else ""

    folder = Path(await asked("SELECT current_setting('data_directory')"))
    base = folder / "base" / await asked("SELECT oid FROM pg_database WHERE datname = current_database()")

    async def found_there() -> set[str]:
        await asked("CHECKPOINT")
        content = b"".join(one.read_bytes() for one in base.iterdir())
        return {words for words in (*PLANTED, "남은말직업") if words.encode() in content}

    assert await found_there() == {*PLANTED[:-1], "남은말직업"}
    await leave(leaver)
    await asked("VACUUM FULL")
    assert await found_there() == {"남은말직업"}


async def test_nothing_is_left_in_the_tables(leaver: Chat, database: Database) -> None:
    """On both databases, in any column."""
    await leave(leaver)
    columns = (column for table in metadata.sorted_tables for column in table.c)
    async with database.reading() as connection:
        kept = [value for column in columns for value in await connection.scalars(select(cast(column, Text)))]
    assert [value for value in kept if value and any(words in value for words in PLANTED)] == []


@pytest.mark.parametrize("words", ["/forget yes", "／FORGET yes"])
@pytest.mark.parametrize("tapped", [False, True])
async def test_only_the_answer_to_the_question_erases(
    learner: Chat, database: Database, words: str, *, tapped: bool
) -> None:
    """A message that somebody sent on, or a button far up the chat, is asked about first."""
    await finish_lesson(learner)
    message = await learner.desk.respond(Said(learner.address, "/forget yes" if tapped else words, tapped=tapped))
    assert "모두 지울까요" in message.bubbles[0]
    assert (await record_at(database, learner.address)).finished


async def test_what_will_go_is_said_first(learner: Chat) -> None:
    """In numbers, with the way to keep a copy; and afterwards that it is gone, with nothing of theirs in it."""
    await finish_lesson(learner)
    await learner.says("/add-person 미용실 원장님")
    asked = await learner.says("탈퇴할게요")
    assert "적은 줄 1개, 만날 사람 1명" in asked
    assert "‘인쇄’로 설계서를 받아 두세요" in asked
    told = await learner.taps("모두 지울게요")
    assert "11월 23일" in told
    assert "지웠다는 확인" in told
