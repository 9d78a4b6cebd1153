"""Whoever has the database alone knows nobody: what messengers call learners stands nowhere in plain, and the key that
makes it plain again is kept for its owner alone, is never lost by us, and can be changed.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken
from sqlalchemy import Text, cast, select

from bot.delivery import Delivery
from bot.desk import Desk
from bot.desk.pages import Pages
from bot.message import Address, Subscription
from bot.record import link_codes
from bot.store import Database, Unfit, push, rotation
from bot.store.keyring import Keyring
from bot.store.tables import metadata
from handlers import header
from tests.conftest import Chat, Clock
from tests.records import record_at

CHAT, KAKAO = Address("telegram", "8472615930"), Address("kakao", "b8d7e6f1kakaoplanted5309")
ENDPOINT = Subscription("https://fcm.googleapis.com/fcm/send/planted-endpoint", "p256dh-planted", "auth-planted")
BEFORE = Path(__file__).parent / "data" / "one-course.db"
OLD, NEW = "o" * 32, "n" * 32


def unseen(_done: int, _all: int) -> None:
    """Nobody looks on."""


@pytest.fixture
def pages(desk: Desk, database: Database, clock: Clock) -> Pages:
    return Pages(desk, database, clock, header.beside, header.kept)


@pytest.fixture
async def planted(desk: Desk, clock: Clock, database: Database, pages: Pages, delivery: Delivery) -> list[str]:
    """What must be found nowhere, after turns on all three channels, a code, a push subscription and a broken link."""
    await pages.whose("")
    web = pages.newcomer()
    for address in (CHAT, KAKAO, web):
        chat = Chat(desk, clock, address)
        for n, words in enumerate(
            ("시작", "/trade teacher", "/hour weekdays 08:00", "오늘", "/write 01-three-strategies 줄")
        ):
            await chat.says(words, f"{address.channel}:{address.id}:{n}")
        await pages.keep(address, "안녕", chat.message)
    code = _code_in(await Chat(desk, clock, CHAT).says("연결"))
    await Chat(desk, clock, KAKAO).says(f"연결 {code}")
    await desk.reachable(CHAT, False)  # noqa: FBT003 - as Telegram says it
    await desk.reachable(CHAT, True)  # noqa: FBT003 - the same
    page = Chat(desk, clock, web)
    holds = _code_in(await page.says("연결"))
    await pages.keep(web, "연결", page.message)
    async with database.transaction() as connection:
        assert await push.subscribe(connection, web, ENDPOINT, clock.now)
    clock.forward(days=1)
    await delivery.deliver()
    secret = web.id.partition(".")[0]
    digest = hashlib.sha256(f"telegram:{CHAT.id}:0".encode()).hexdigest()[:32]
    plain = [CHAT.id, KAKAO.id, secret, *ENDPOINT.endpoint.split("/")[-1:], ENDPOINT.p256dh, ENDPOINT.auth, digest]
    codes = [form for one in (code, holds) for form in (one, one.replace("-", ""), link_codes.digest(one))]
    return [*plain, *codes]


def _code_in(told: str) -> str:
    return next(word for word in told.replace("‘", " ").replace("’", " ").split() if link_codes.digest_in(word))


def files(database: Database) -> Iterator[Path]:
    assert database.file
    yield from (one for one in database.file.parent.iterdir() if one.name.startswith(database.file.name))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_id_is_in_the_files(planted: list[str], database: Database) -> None:
    """Neither in the database nor in the log beside it, while the bot runs."""
    content = b"".join(one.read_bytes() for one in files(database))
    assert any(one.name.endswith("-wal") for one in files(database))
    assert "줄".encode() in content, "what was said is read there: so would be an id"
    assert [one for one in planted if one.encode() in content] == []


async def test_no_id_is_in_the_tables(planted: list[str], database: Database) -> None:
    """On both databases, in any column; and whoever has the key still reaches everybody."""
    columns = (column for table in metadata.sorted_tables for column in table.c)
    async with database.reading() as connection:
        kept = [value for column in columns for value in await connection.scalars(select(cast(column, Text)))]
    assert [value for value in kept if value and any(one in value for one in planted)] == []
    assert {CHAT, KAKAO} <= {home.address for home in (await record_at(database, CHAT)).homes}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_files_are_their_owners_alone(planted: list[str], database: Database, tmp_path: Path) -> None:
    """The key, and a database that we make with all that stands beside it."""
    assert database.keyring.file
    assert database.keyring.file.stat().st_mode & 0o777 == 0o600
    fresh = Database(f"sqlite:///{tmp_path}/fresh.sqlite3")
    await fresh.migrate()
    await fresh.unlock()
    async with fresh.transaction() as connection:
        await connection.execute(metadata.tables["rates"].insert(), {"name": "x", "free_at": 0, "asked_at": 0})
        assert {one.stat().st_mode & 0o777 for one in files(fresh)} == {0o600}
    assert len(list(files(fresh))) == 4
    assert len(fresh.files) == 4
    await fresh.close()


async def test_a_key_that_is_not_the_databases_is_refused(
    planted: list[str], database: Database, database_url: str
) -> None:
    """Nothing is made in its place: who came from another key would be a stranger, and nobody would be found again."""
    other = Database(database_url, NEW)
    with pytest.raises(Unfit, match="start-secret-other"):
        await other.unlock()
    assert not await other.key_fits()
    await other.close()
    assert database.keyring.file
    away = database.keyring.file.rename(database.keyring.file.with_suffix(".away"))
    lost = Database(database_url)
    with pytest.raises(Unfit, match="start-secret-lost"):
        await lost.unlock()
    assert lost.keyring.file
    assert not lost.keyring.file.exists()
    await lost.close()
    again = Database(database_url, away.read_text().strip())  # the same key by the setting
    await again.unlock()
    assert (await record_at(again, CHAT)).lines()
    away.rename(database.keyring.file)
    await again.close()


@pytest.mark.parametrize("content", ["", "short", "한" * 40])
async def test_a_broken_key_file_is_told(content: str, tmp_path: Path) -> None:
    """One that was emptied is as lost as one that is gone, where there is something to open."""
    database = Database(f"sqlite:///{tmp_path}/x.sqlite3")
    await database.migrate()
    await database.unlock()
    assert database.keyring.file
    database.keyring.file.write_text(content)
    again = Database(f"sqlite:///{tmp_path}/x.sqlite3")
    with pytest.raises(Unfit, match="start-secret-broken" if content else "start-secret-lost"):
        await again.unlock()
    for one in (database, again):
        await one.close()


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root writes everywhere")
async def test_where_no_key_can_be_kept_one_is_asked_for(tmp_path: Path) -> None:
    """As in a container that can write nothing."""
    (folder := tmp_path / "closed").mkdir(0o500)
    keyring = Keyring("", folder / "x.key")
    with pytest.raises(Unfit, match="start-secret-needed"):
        keyring._new()  # noqa: SLF001 - no database opens there either


async def test_keys_are_rotated_while_the_bot_runs(
    desk: Desk, clock: Clock, database_url: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who knows both keys goes on all the while; afterwards the new one is enough, and the old one opens nothing."""
    monkeypatch.setattr(rotation, "AT_ONCE", 2)
    old, both = Database(database_url, OLD), Database(database_url, f"{NEW}, {OLD}")
    people = [Address("telegram", str(n)) for n in range(5)]
    for address in people:
        await record_at(old, address)
    async with old.transaction() as connection:
        assert await push.subscribe(connection, people[0], ENDPOINT, clock.now)
        await push.keys(connection, {"push-private": "p", "push-public": "q"})
    assert await rotation.rotate(both, unseen) == 9
    assert await rotation.rotate(both, unseen) == 9  # begun once more, as after a crash
    new = Database(database_url, NEW)
    for address in people:
        [home] = (await record_at(new, address)).homes
        assert home.address == address
    async with new.reading() as connection:
        assert await push.reached(connection, people[0]) == (["0"], [ENDPOINT])
        assert await push.kept_keys(connection, "push-private", "push-public") == {
            "push-private": "p",
            "push-public": "q",
        }
        assert len({(await record_at(new, address)).learner.id for address in people}) == 5
    late = Database(database_url, OLD)
    with pytest.raises(Unfit, match="start-secret-other"):
        await late.unlock()
    for one in (old, both, new, late):
        await one.close()


async def test_a_migration_that_is_interrupted_changes_nothing(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed amid the learners, it begins anew at the next start; and nothing of the ids is left in the file then."""
    if not database_url.startswith("sqlite"):
        pytest.skip("a database of the edition before is a file")
    file = shutil.copy(BEFORE, tmp_path / "before.db")
    ids = [id_ for (id_,) in sqlite3.connect(BEFORE).execute("SELECT id FROM addresses")]
    database, calls = Database(f"sqlite:///{file}"), 0
    encrypted = Keyring.encrypted

    def struck(keyring: Keyring, text: str) -> str:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        return encrypted(keyring, text)

    monkeypatch.setattr(Keyring, "encrypted", struck)
    with pytest.raises(KeyboardInterrupt):
        await database.migrate()
    await database.close()
    with sqlite3.connect(file) as there:
        assert [id_ for (id_,) in there.execute("SELECT id FROM addresses")] == ids
        assert there.execute("SELECT version_num FROM alembic_version").fetchone() == ("0016",)
    monkeypatch.undo()
    again = Database(f"sqlite:///{file}")
    await again.migrate()
    content = b"".join(one.read_bytes() for one in files(again))
    assert [id_ for id_ in ids if len(id_) > 3 and id_.encode() in content] == []
    assert (await record_at(again, Address("telegram", "7001"))).learner.id == 1
    await again.close()


async def test_only_cookies_that_we_made_are_learners(pages: Pages, desk: Desk, clock: Clock) -> None:
    """One of an edition before, without a proof, is that of its learner, and of nobody else."""
    await pages.whose("")
    ours = pages.newcomer()
    assert await pages.whose(ours.id) == ours != pages.newcomer()
    for forged in (
        "",
        "A" * 22,
        f"{'A' * 22}.{'0' * 32}",
        ours.id[:-1] + "g",
        ours.id.replace(".", ""),
        ours.id.upper(),
    ):
        assert await pages.whose(forged) is None
    await Chat(desk, clock, Address("web", "A" * 22)).says("시작")
    assert await pages.whose("A" * 22) == Address("web", "A" * 22)


async def test_whoever_speaks_is_not_decrypted(
    learner: Chat, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A turn that only replies knows where it came from; a push has to look."""

    def struck(*_: object) -> str:
        raise InvalidToken

    with monkeypatch.context() as patch:
        patch.setattr(Keyring, "decrypted", struck)
        assert await learner.says("오늘")
    [home] = (await record_at(database, learner.address)).homes
    assert home.address == learner.address
