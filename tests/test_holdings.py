"""내데이터 as a file: every row that is held about a learner, whatever table it stands in, and nobody else's."""

import json
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.channels.kakao.files import with_links
from bot.channels.telegram.looks import is_photo
from bot.desk import Desk, holdings
from bot.desk.documents import Documents
from bot.message import Address, Said
from bot.plan.documents import Sheet
from bot.store import Database
from bot.store.holdings import held
from bot.store.tables import addresses, broadcasts, deliveries, house_keys, metadata, rates
from bot.texts import Texts
from handlers import documents
from tests.conftest import MONDAY, Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson
from tests.test_link import link

ABOUT_NOBODY = {broadcasts, deliveries, house_keys, rates}
"""Tables whose rows name no learner and no address; whoever adds one decides here."""
COOKIE = "secret-cookie-of-page1"
URL = "https://work.example"


@pytest.fixture
def files(desk: Desk, database: Database, clock: Clock) -> Documents[Sheet]:
    return Documents(desk, database, clock, documents.view, documents.draw, URL)


@pytest.fixture
async def writer(desk: Desk, clock: Clock) -> Chat:
    """Somebody on the page who has answered and written."""
    chat = Chat(desk, clock, Address("web", COOKIE))
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    await finish_lesson(chat)
    await chat.says("/add-person 미용실 원장님")
    await chat.says("/write 16-one-line-promise 토요일에 <b>셔츠</b> 다섯 장을 다려 드려요")
    return chat


def sample(column: Any) -> Any:
    """A value that a column takes."""
    kind = column.type.python_type
    known = {int: 7, float: 1.5, bool: True, str: "", "date": MONDAY.date(), "datetime": MONDAY}
    return known.get(kind, known.get(kind.__name__))


async def fill(database: Database, writer: Chat) -> int:
    """At least one row about the learner in every table that has a place for one; their number."""
    learner = (await record_at(database, writer.address)).learner.id
    place = database.keyring.place(Address("web", COOKIE))
    async with database.transaction() as connection:
        for table in metadata.sorted_tables:
            if table in ABOUT_NOBODY or "id" in table.c or (await connection.execute(select(table))).first():
                continue
            whose = {"learner_id": learner, "owner_id": learner, "channel": "web", "address": place}
            row = {column.name: sample(column) for column in table.c if column.name != "id"}
            await connection.execute(insert(table), row | {name: whose[name] for name in whose if name in table.c})
        for table in metadata.sorted_tables:
            if table in ABOUT_NOBODY or (await connection.execute(select(table))).first():
                continue
            whose = {"learner_id": learner, "channel": "web", "address": place}
            row = {column.name: sample(column) for column in table.c if column.name != "id"}
            await connection.execute(insert(table), row | {name: whose[name] for name in whose if name in table.c})
    return learner


async def test_every_table_about_a_learner_is_in_it(database: Database, writer: Chat) -> None:
    """A new table cannot be forgotten: it is handed over, or it is said here that it is about nobody."""
    learner = await fill(database, writer)
    async with database.snapshot() as connection:
        rows = await held(connection, learner)
    assert set(rows) == {table.name for table in metadata.sorted_tables if table not in ABOUT_NOBODY}


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_column_has_a_name_of_its_own(table: Any, say: Texts) -> None:
    """No two of a table are called alike, else one would hide the other."""
    if table in ABOUT_NOBODY:
        return
    assert say(f"held-table-{table.name}".replace("_", "-"))
    names = [holdings.name_of(table.name, column.name, say) for column in table.c]
    assert len(names) == len(set(names))


def test_no_name_is_left_over(say: Texts) -> None:
    """Each is one of a table or a column that there is."""
    asked = {"title", "file", "about", "about-text", "made", "rows"}
    tables = [table for table in metadata.sorted_tables if table not in ABOUT_NOBODY]
    asked |= {f"table-{table.name}" for table in tables}
    asked |= {f"{table.name}-{column.name}" for table in tables for column in table.c}
    asked |= {column.name for table in tables for column in table.c}
    left = {key.removeprefix("held-") for key in say.keys if key.startswith("held-")}
    assert left - {name.replace("_", "-") for name in asked} == set()


async def test_the_file_holds_their_words_and_nobody_elses(
    database: Database, desk: Desk, clock: Clock, writer: Chat, files: Documents[Sheet]
) -> None:
    """As JSON in Korean; what opens something to whoever has it is not in it."""
    other = Chat(desk, clock, Address("telegram", "8"))
    await other.has_said("시작", "/trade teacher", "/hour weekdays 09:00", "/intend 1")
    await other.says("/write 16-one-line-promise 남의 줄이에요")
    await fill(database, writer)
    made = await files.file(writer.address, "mine.json")
    assert made
    assert (made.name, made.kind) == ("나만의-일-내데이터-2026-11-23.json", "application/json")
    text = made.content.decode()
    told = json.loads(text)
    kept = told["적혀 있는 것"]
    assert told["만든 때"].endswith("+09:00")
    assert kept["설계서에 적은 줄"][-1]["글"] == "토요일에 <b>셔츠</b> 다섯 장을 다려 드려요"
    assert kept["만날 열 사람"][0]["가림말"] == "미용실 원장님"
    assert kept["이어 둔 메신저"] == [
        {
            "메신저": "web",
            "메신저 안의 번호": True,
            "누구의 것": kept["배우는 분"][0]["번호"],
            "열쇠로 잠근 값": True,
            "닿는지": True,
        }
        | {"이어졌다고 아직 말하지 않은 메신저": ""}
    ]
    assert isinstance(kept["배우는 분"][0]["마지막으로 보인 말"], dict)
    assert COOKIE not in text
    assert "남의 줄" not in text
    assert not any(chr(sign) in text for sign in range(0xFDD0, 0xFDF0))


async def test_who_was_joined_for_minutes_is_in_it_too(
    database: Database, desk: Desk, clock: Clock, writer: Chat
) -> None:
    """What is kept to part them again is about them as well."""
    guest = Chat(desk, clock, Address("telegram", "9"))
    await link(writer, guest)
    learner = (await record_at(database, writer.address)).learner.id
    async with database.snapshot() as connection:
        assert len((await held(connection, learner))["learners"]) == 3  # they, the guest, and the copy of before
        there = await connection.execute(select(addresses.c.learner_id))
        assert set(there.scalars()) == {learner}


async def test_it_is_handed_over_where_files_are(writer: Chat, files: Documents[Sheet]) -> None:
    """By a button under 내데이터, or asked for in words."""
    await writer.says("내데이터")
    assert "파일로 받기" in writer.labels
    await writer.taps("파일로 받기")
    assert writer.message.file == "mine.json"
    made = await files.file(writer.address, writer.message.file)
    assert made
    assert not is_photo(made)


@pytest.mark.parametrize("words", ["내 데이터 파일로 줘", "데이터 내보내기 되나요", "제 정보 전부 파일로 내려받을래요"])
async def test_it_can_be_asked_for(writer: Chat, words: str) -> None:
    await writer.says(words)
    assert writer.message.file == "mine.json"


async def test_kakao_gets_a_link_that_works_once(writer: Chat, say: Texts, files: Documents[Sheet]) -> None:
    """As for the plan; without an address of ours the message says where else it can be had."""
    respond = with_links(writer.desk.respond, say, files)
    message = await respond(Said(writer.address, "/mine file", tapped=True))
    token = message.bubbles[-1].rpartition("/plan/")[2].split()[0]
    assert await files.leads_to(token) == "mine.json"
    made = await files.fetch(token, "html")
    assert made
    assert made.kind == "application/json"
    assert await files.fetch(token) is None
