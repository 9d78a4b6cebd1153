"""An operator at a terminal: what they are told, what they have to say twice, and what they never get to see."""

import asyncio
import shutil
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from bot.channels.telegram import token
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.desk.operating import commands
from bot.desk.operating.house import House
from bot.message import Address
from bot.operator import doctor
from bot.operator.doctor import Finding
from bot.operator.settings import HouseSettings
from bot.record.facts import Outcome
from bot.store import Database, outbox, versions
from bot.store.tables import metadata
from bot.texts import Texts
from handlers import for_operator
from tests.conftest import MONDAY, TUESDAY_8, Chat, Clock, Post
from tests.delivery import people
from tests.delivery.values import CLAIM
from tests.records import change, record_of

WORDS = "저는 소금빵을 굽는 사람이에요"


async def _no_token() -> str:
    return "none"


@dataclass
class Operator:
    """Asks on the command line, types what is asked of them, and reads what is printed."""

    url: str
    say: Texts
    clock: Clock
    conversation: Callable[[], Conversation]
    read: Callable[[], str]
    type_: Callable[[list[str]], None]
    titles: dict[tuple[str, str], str] = field(
        default_factory=lambda: {("own-work", "three-strategies"): "세 전략 지도"}
    )
    settings: HouseSettings = field(default_factory=lambda: HouseSettings(port=0))
    environment: dict[str, str] = field(default_factory=dict)
    token: Callable[[], Awaitable[str]] = _no_token
    year: int | None = None
    status: int = -1

    async def asks(self, *arguments: str, typed: tuple[str, ...] = ()) -> str:
        house = House(
            self.settings, Database(self.url), self.say, self.clock, self.environment, self.conversation,
            for_operator.why, lambda: self.titles, {"telegram": 0, "kakao": 15}, self.token, lambda: self.year,
        )  # fmt: skip
        self.type_(list(typed))
        self.status = await commands.do(commands.parser(self.say).parse_args(arguments), house)
        return self.read()


@pytest.fixture
def operator(
    database_url: str,
    say: Texts,
    clock: Clock,
    chat: Chat,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Operator:
    monkeypatch.setenv("COLUMNS", "120")

    def type_(lines: list[str]) -> None:
        def typed(_prompt: str = "") -> str:
            if not lines:
                raise EOFError
            return lines.pop(0)

        monkeypatch.setattr("builtins.input", typed)

    return Operator(database_url, say, clock, lambda: chat.desk.conversation, lambda: capsys.readouterr().out, type_)


def columns(told: str) -> set[str]:
    """The rows of all tables, without what is drawn around them."""
    return {" ".join(line.split()) for line in told.replace("│", " ").splitlines()}


async def rows(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return {
            table.name: await connection.scalar(text(f"SELECT count(*) FROM {table.name}")) or 0
            for table in metadata.sorted_tables
        }


async def test_why_tells_what_came_and_nothing_that_was_said(
    operator: Operator, learner: Chat, delivery: Delivery, clock: Clock
) -> None:
    """By number and by address; the words and the address of the learner are nowhere."""
    await learner.says(WORDS)
    clock.now = TUESDAY_8
    await delivery.deliver()
    by_number = await operator.asks("why", "1")
    assert operator.status == 0
    assert "1번 분: 오늘 알림은 갔어요." in by_number
    assert "다음 알림은 내일(수) 오전 8시에 가요." in by_number
    assert "보냈어요" in by_number
    assert "정해 둔 시간" in by_number
    assert await operator.asks("why", "telegram:7") == by_number
    assert not [word for word in ("telegram:7", *WORDS.split()) if word in by_number]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"off": True, "next_lesson_at": None}, "알림을 꺼 뒀어요."),
        ({"rhythm": "", "next_lesson_at": None}, "아직 시간을 정하지 않았어요."),
        ({"paused_from": MONDAY.date(), "paused_until": TUESDAY_8.date() + timedelta(days=9)}, "쉬는 중이에요."),
    ],
)
async def test_why_nothing_came(
    operator: Operator, learner: Chat, database: Database, values: dict[str, object], reason: str
) -> None:
    """The reason that holds, in a sentence."""
    await change(database, await record_of(database, 1), **values)
    assert reason in await operator.asks("why", "1")


@pytest.mark.parametrize("whom", ["2", "telegram:8", "seven", "-1", "99999999999999999999", "telegram:"])
@pytest.mark.parametrize("command", ["why", "forget"])
async def test_somebody_nobody_knows(operator: Operator, learner: Chat, command: str, whom: str) -> None:
    """That is said, and nothing happens."""
    told = await operator.asks(command, f"{whom}" if whom != "-1" else "0", typed=(whom, whom))
    assert told == "그런 분이 없어요. 번호나 telegram:12345처럼 채널:번호로 적어 주세요.\n"
    assert operator.status == 1


async def test_forget_erases_what_leaving_does(
    operator: Operator, learner: Chat, database: Database, clock: Clock
) -> None:
    """After it was said once more by number; row for row as when the learner says so."""
    await learner.says("오늘")
    other = Chat(learner.desk, clock, Address("telegram", "8"))
    await other.says("시작")
    before = await rows(database)
    for typed in ((), ("2",), ("네",)):
        assert "바뀐 것은 없어요" in await operator.asks("forget", "1", typed=typed)
        assert operator.status == 1
    assert await rows(database) == before
    assert "1번 분의 기록을 모두 지웠어요." in await operator.asks("forget", "telegram:7", typed=("1",))
    erased = await rows(database)
    await learner.says("시작")
    await learner.says("탈퇴")
    await learner.taps("모두 지울게요")
    assert {**await rows(database), "deliveries": 0} == {**erased, "deliveries": 0}
    assert erased["learners"] == 1


async def test_stats_hide_fewer_than_five(operator: Operator, database: Database) -> None:
    """Four and nobody look alike; of five one sees how many, and a share only where both its parts are."""
    await people.enrol(database, *([{}] * 5), {"rhythm": ""}, {"rhythm": ""}, {"rhythm": ""}, {"rhythm": ""})
    day = MONDAY.date() - timedelta(days=10)
    async with database.transaction() as connection:
        table = metadata.tables["days"]
        for id_ in range(1, 10):
            later = [1] if id_ <= 5 else []
            for n in [0, *later, *([3] if id_ <= 4 else [])]:
                await connection.execute(table.insert(), {"learner_id": id_, "day": day + timedelta(days=n)})
        for id_ in range(1, 7):
            row = {"learner_id": id_, "course": "own-work", "lesson": "three-strategies", "day": day, "at": MONDAY}
            await connection.execute(metadata.tables["finished"].insert(), row)
    told = await operator.asks("stats")
    lines = columns(told)
    assert {"말을 건 분 9", "시간을 정한 분 5", "한 걸음이라도 뗀 분 9", "레슨을 하나 마친 분 6"} <= lines
    assert {"자기 일을 한 줄 적은 분 5 미만", "끝까지 온 분 5 미만", "세 전략 지도 6"} <= lines
    assert {"1일째 5 9 55%", "3일째 5 미만 9 5 미만", "7일째 5 미만 9 5 미만", "28일째 5 미만 5 미만 5 미만"} <= lines


async def test_stats_of_messages_and_questions(operator: Operator, database: Database) -> None:
    """Outcomes by channel, how late they were, and the questions that are worth a look."""
    await people.enrol(database, *([{}] * 6))
    sent = [
        CLAIM.__class__(id_, CLAIM.due_at.date(), "lesson", "telegram", "", MONDAY, MONDAY, None,
            MONDAY + timedelta(seconds=40), Outcome.SENT if id_ < 6 else Outcome.FAILED)
        for id_ in range(1, 7)
    ]  # fmt: skip
    await people.sent(database, *sent)
    async with database.transaction() as connection:
        for id_ in range(1, 7):
            for quiz, right in (("hard", id_ > 4), ("easy", True), ("fair", id_ > 2), ("hard", True)):
                row = {"learner_id": id_, "quiz": quiz, "day": MONDAY.date(), "at": MONDAY, "answer": WORDS}
                await connection.execute(
                    metadata.tables["answers"].insert(), {**row, "right": right, "rating": 0, "counted": True}
                )
        odd = {"learner_id": 1, "quiz": "fair", "note": WORDS, "at": MONDAY}
        await connection.execute(metadata.tables["reports"].insert(), odd)
    told = await operator.asks("stats")
    lines = columns(told)
    assert {"telegram 보냈어요 5", "telegram 여기서 문제가 생겨 못 보냈어요 5 미만", "telegram 40"} <= lines
    assert {"hard 반도 못 맞혔어요 6 33%", "easy 거의 다 맞혔어요 6 100%", "fair 이상하다는 말이 있어요 6 66%"} <= lines
    assert WORDS not in told


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text("토요일에 점검해요.\n", encoding="utf-8")
    return file


async def test_a_broadcast_is_shown_counted_and_confirmed_twice(
    operator: Operator, letter: Path, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the number of learners and then the word send it; said again it only looks on, until it is stopped."""
    monkeypatch.setattr("bot.desk.operating.news.LOOKS", 0.0)
    weekly = {"rhythm": "weekly mon 08:00"}
    await people.enrol(database, weekly, weekly, {**weekly, "off": True}, channel="kakao")
    for typed in ((), ("2",), ("3", "보내기"), ("2", "아니요"), ("보내기", "2")):
        told = await operator.asks("broadcast", str(letter), typed=typed)
        assert "토요일에 점검해요." in told
        assert "kakao 2 15 30" in columns(told)
        assert "바뀐 것은 없어요" in told
        assert operator.status == 1
        async with database.reading() as connection:
            assert await outbox.running(connection, clock()) == []
    told = await operator.asks("broadcast", str(letter), typed=("2", "보내기"))
    assert operator.status == 0
    assert "켜져 있는 봇이 이어서 보내요." in told
    async with database.reading() as connection:
        assert len(await outbox.running(connection, clock())) == 1
    assert "아직 때를 기다려요 2" in columns(await operator.asks("broadcast", str(letter)))
    assert "더 보내지 않아요" in await operator.asks("broadcast", str(letter), "--stop")
    assert "이미 보낸 글이에요" in await operator.asks("broadcast", str(letter), typed=("2", "보내기"))
    assert "그런 글이 없어요" in await operator.asks("broadcast", str(letter), "--stop")
    async with database.reading() as connection:
        assert await outbox.running(connection, clock()) == []


async def test_a_broadcast_that_came_to_everybody_says_so(
    operator: Operator, letter: Path, database: Database, delivery: Delivery, clock: Clock, post: Post
) -> None:
    """While one looks on, and when one comes back later."""
    await people.enrol(database, {"rhythm": "weekly mon 08:00", "next_lesson_at": None})
    clock.now = TUESDAY_8 + timedelta(hours=2)
    asking = asyncio.create_task(operator.asks("broadcast", str(letter), typed=("1", "보내기")))
    while not post.letters:
        await delivery.settle()
        await delivery.deliver()
        await asyncio.sleep(0.01)
    assert "다 보냈어요." in await asking
    assert "다 보냈어요." in await operator.asks("broadcast", str(letter))
    assert len(post.letters) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "지금은 0자예요"), (b"\xff\xfe", "읽지 못했어요"), ("가".encode() * 401, "지금은 401자예요")],
)
async def test_what_cannot_be_broadcast(operator: Operator, tmp_path: Path, content: bytes, told: str) -> None:
    """Nothing, no text, and what no bubble holds before a lesson."""
    (letter := tmp_path / "letter.txt").write_bytes(content)
    assert told in await operator.asks("broadcast", str(letter))
    assert operator.status == 1


async def test_backup_and_restore_are_told(
    operator: Operator, learner: Chat, database: Database, tmp_path: Path, clock: Clock
) -> None:
    """What was copied by tables; why it was not; and nothing of what learners said."""
    await learner.says(WORDS)
    file = tmp_path / "b.sqlite3"
    told = await operator.asks("backup", str(file))
    assert (operator.status, "확인했어요" in told, WORDS in told) == (0, True, False)
    assert "learners" in told
    assert (
        await operator.asks("backup", str(file))
    ).strip() == "그 이름의 파일이 이미 있어요. 다른 이름으로 적어 주세요."
    assert operator.status == 1
    await database.close()  # no bot runs any more
    assert "이미 배우는 분이 있어요" in await operator.asks("restore", str(file))
    operator.url = f"sqlite:///{tmp_path}/new.sqlite3"
    assert "열쇠가 아니에요" in await operator.asks("restore", str(file))
    key = tmp_path / "new.sqlite3.key"
    assert not key.exists()
    assert database.keyring.file
    shutil.copy(database.keyring.file, key)
    assert "모두 되살리고" in await operator.asks("restore", str(file))
    assert "1번 분" in await operator.asks("why", "1")
    file.write_bytes(b"SQLite format 3\0 and then nothing")
    operator.url = f"sqlite:///{tmp_path}/newer.sqlite3"
    assert "온전한 백업이 아니에요" in await operator.asks("restore", str(file))


@pytest.mark.parametrize("arguments", [("stats",), ("why", "1"), ("forget", "1"), ("backup", "b.sqlite3")])
async def test_before_the_first_start(operator: Operator, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """There is nothing yet, and asking makes no database."""
    operator.url = f"sqlite:///{tmp_path}/none.sqlite3"
    assert "봇을 한 번 켠 다음에 해 주세요." in await operator.asks(*arguments)
    assert operator.status == 1
    assert not (tmp_path / "none.sqlite3").exists()


async def test_a_database_that_is_away(operator: Operator) -> None:
    """One line, and no trace."""
    operator.url = "postgresql://u:secret@127.0.0.1:1/none"
    told = await operator.asks("stats")
    assert told == operator.say("start-server-away", server="127.0.0.1:1") + "\n"
    assert "secret" not in told
    assert operator.status == 1


async def test_the_doctor_finds_all_well(operator: Operator, learner: Chat) -> None:
    """A line each for eleven things, and nothing to mend."""
    told = (await operator.asks("doctor")).splitlines()
    assert len(told) == 11
    assert not [line for line in told if line.startswith("✗")]
    assert operator.status == 0


async def test_the_doctor_of_a_new_house(operator: Operator, tmp_path: Path) -> None:
    """Before the first start all is well too, and no database is made."""
    operator.url = f"sqlite:///{tmp_path}/none.sqlite3"
    assert "✓ 데이터베이스는 처음 켤 때 만들어요." in await operator.asks("doctor")
    assert operator.status == 0
    assert not (tmp_path / "none.sqlite3").exists()


async def test_the_doctor_of_a_broken_house(operator: Operator, tmp_path: Path, clock: Clock) -> None:
    """Each fault is a line of its own that says how to mend it, and no value of a setting stands in any."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        operator.settings = HouseSettings(port=taken.getsockname()[1], public_url="https://127.0.0.1:1/s3cret")
        operator.url = "postgresql://u:s3cret@127.0.0.1:1/none"
        operator.environment = {"HTTPS_PROXY": "http://u:s3cret@127.0.0.1:1"}
        operator.year, operator.token = 2027, refused
        clock.now = MONDAY - timedelta(days=400)
        told = await operator.asks("doctor")
    assert operator.status == 1
    for part in (
        "다른 프로그램이 쓰고 있어요", "시계가 2025-10-19", "데이터베이스가 대답하지 않아요", "토큰을 알아보지 못해요",
        "프록시에 닿지 않아요", "PUBLIC_URL로 닿지 않아요", "2027년의 공휴일을 몰라요",
    ):  # fmt: skip
        assert [line for line in told.splitlines() if part in line and line.startswith("✗")], part
    assert "s3cret" not in told


async def refused() -> str:
    return "refused"


async def test_the_doctor_knows_a_schema_of_another_edition(operator: Operator, database: Database) -> None:
    """An older one is mended by the next start; a newer one is not ours to touch; one is not whole yet."""
    told = {}
    for version in (
        "0003",
        "9999",
        "moving-0020-x",
        versions()[-1],
    ):  # the last for whichever test uses this database next
        async with database.transaction() as connection:
            await connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
        told[version] = (await operator.asks("doctor")).splitlines()
    for version, sign, part in (
        ("0003", "✓", "예전 모양"), ("9999", "✗", "더 새로운 판"), ("moving-0020-x", "✗", "옮기다 만"),
    ):  # fmt: skip
        assert [line for line in told[version] if line.startswith(sign) and part in line]


@pytest.mark.parametrize(
    ("free", "key"), [(doctor.LEAST_ROOM, "disk"), (doctor.LEAST_ROOM - 1, "disk-full"), (0, "disk-full")]
)
def test_the_doctor_looks_at_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, key: str) -> None:
    """Whether there is room for months."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert doctor.disk(tmp_path / "b.sqlite3").key == key


def test_the_doctor_looks_who_may_read(tmp_path: Path) -> None:
    """What others on the machine may read is told of, but keeps nobody from starting."""
    file, secrets = tmp_path / "b.sqlite3", tmp_path / ".env"
    for path in (file, secrets):
        path.touch(0o600)
    assert doctor.folder(file, [file, secrets]) == Finding("folder")
    secrets.chmod(0o644)
    assert doctor.folder(file, [file, secrets]) == Finding("folder-open", values={"file": ".env"}, warns=True)


@pytest.mark.parametrize(("ours", "key"), [(True, "port-ours"), (False, "port-taken")])
async def test_the_doctor_tells_us_from_others(ours: bool, key: str) -> None:  # noqa: FBT001 - a table
    """Whoever answers like our health page is our bot, and may be."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "degraded", "delivery": "ok"} if ours else ["other"], status=503)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    async with TestServer(app) as server:
        found = await asyncio.to_thread(doctor.port, "127.0.0.1", server.port or 0)
    assert (found.key, found.well) == (key, ours)


async def test_a_look_that_breaks_or_hangs_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its kind alone, and the others go on."""
    monkeypatch.setattr(doctor, "PATIENCE", 0.01)

    def broken() -> Finding:
        raise ValueError("s3cret")

    async def hanging() -> Finding:
        await asyncio.Event().wait()
        return Finding("never")

    found = await doctor.examine({"proxy": broken, "public": hanging, "python": doctor.python})
    assert [(one.key, one.well) for one in found] == [
        ("proxy-unknown", False), ("public-unknown", False), ("python", True),
    ]  # fmt: skip
    assert [dict(one.values) for one in found[:2]] == [{"kind": "ValueError"}, {"kind": "TimeoutError"}]


@pytest.mark.parametrize(
    ("status", "told"), [(200, "known"), (401, "refused"), (404, "refused"), (500, "away"), (429, "away")]
)
async def test_telegram_is_asked_for_the_token(status: int, told: str) -> None:
    """Only who says no to the token itself makes it a wrong one."""

    async def get_me(request: web.Request) -> web.Response:
        assert request.path == "/bot1:a/getMe"
        return web.Response(status=status)

    app = web.Application()
    app.router.add_post("/bot1:a/getMe", get_me)
    async with TestServer(app) as server:
        assert await token.asked("1:a", str(server.make_url("/"))) == told
    assert await token.asked("1:a", "http://127.0.0.1:1") == "away"
    assert await token.asked("", "http://127.0.0.1:1") == "none"
