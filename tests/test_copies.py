"""Backups: complete at one moment while turns are written, read again before they are trusted, restored anywhere."""

import asyncio
import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.desk import Desk
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.store import Database, Unfit, copies
from bot.store.tables import metadata
from tests.conftest import Chat, Clock, Postgres


def unseen(done: int, all_: int) -> None:
    """Whoever does not look at the progress."""
    assert 0 <= done <= all_


@pytest.fixture
def empty_url(
    request: pytest.FixtureRequest, database_url: str, sqlite_template: Path, tmp_path: Path
) -> Iterator[str]:
    """A second database, of the other kind than the first."""
    if database_url.startswith("sqlite"):
        postgres: Postgres = request.getfixturevalue("postgres")
        with postgres.empty() as url:
            yield url
        return
    shutil.copy(sqlite_template, tmp_path / "other.sqlite3")
    yield f"sqlite:///{tmp_path}/other.sqlite3"


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept, by table."""
    async with database.snapshot() as connection:
        return {
            table.name: sorted((tuple(row) for row in await connection.execute(table.select())), key=str)
            for table in metadata.sorted_tables
        }


async def lessons(learner: Chat) -> None:
    """A learner who has studied, written and been shown something on the page."""
    await learner.says("오늘")
    await learner.says("안녕하세요")
    await learner.desk.respond(Said(Address("web", "p"), "시작"))


async def test_what_was_copied_is_what_was_kept_in_either_kind(
    database: Database, learner: Chat, empty_url: str, tmp_path: Path
) -> None:
    """From each kind of database into a file and from there into the other kind: every row is the same."""
    await lessons(learner)
    file = tmp_path / "b.sqlite3"
    counts = await copies.backup(database, file, unseen)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [name for name in left_in(tmp_path) if "backup" in name or "b.sqlite3" in name] == ["b.sqlite3"]
    other = Database(empty_url, keyring=database.keyring.twin())
    assert await copies.restore(other, file, unseen) == counts
    assert counts["learners"] == 2
    assert await rows(other) == await rows(database)
    await other.close()


async def test_a_restored_database_goes_on_numbering(
    database: Database, learner: Chat, empty_url: str, clock: Clock, tmp_path: Path
) -> None:
    """A stranger is welcomed after a restore, and nobody's number is given out twice."""
    await copies.backup(database, tmp_path / "b.sqlite3", unseen)
    other = Database(empty_url, keyring=database.keyring.twin())
    await copies.restore(other, tmp_path / "b.sqlite3", unseen)
    desk = Desk(other, learner.desk.conversation, clock, Metrics())
    await Chat(desk, clock, Address("telegram", "8")).says("시작")
    async with other.reading() as connection:
        assert (await connection.execute(text("SELECT id FROM learners ORDER BY id"))).scalars().all() == [1, 2]
    await desk.close()
    await other.close()


async def test_a_copy_taken_while_turns_are_written_lacks_nobody(
    database: Database, desk: Desk, empty_url: str, tmp_path: Path
) -> None:
    """Everybody who had their answer before it began is in it, whole; and it ends, whatever is written meanwhile."""

    async def join(numbers: Iterable[int]) -> None:
        for number in numbers:
            await desk.respond(Said(Address("web", f"{number}"), "시작"))

    await join(range(30))
    others = asyncio.create_task(join(itertools.count(30)))
    await asyncio.sleep(0)
    counts = await copies.backup(database, tmp_path / "b.sqlite3", unseen)
    assert others.cancel(), "they wrote all the while"
    await asyncio.wait([others])
    assert counts["learners"] >= 30
    other = Database(empty_url, keyring=database.keyring.twin())
    await copies.restore(other, tmp_path / "b.sqlite3", unseen)
    kept = await rows(other)
    assert len(kept["learners"]) == len(kept["addresses"]) == counts["learners"]
    await other.close()


async def test_nothing_is_overwritten(database: Database, learner: Chat, tmp_path: Path) -> None:
    """Neither a file that is there, nor learners that are there."""
    file = tmp_path / "b.sqlite3"
    await copies.backup(database, file, unseen)
    before, kept = file.read_bytes(), await rows(database)
    with pytest.raises(Unfit, match="backup-exists"):
        await copies.backup(database, file, unseen)
    with pytest.raises(Unfit, match="restore-not-empty"):
        await copies.restore(database, file, unseen)
    with pytest.raises(Unfit, match="backup-no-folder"):
        await copies.backup(database, tmp_path / "none" / "b.sqlite3", unseen)
    assert file.read_bytes() == before
    assert await rows(database) == kept


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scratched(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 8192] = b"\x5a" * 8192
    file.write_bytes(content)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def other_file(file: Path) -> None:
    file.write_text("이것은 백업이 아니에요.", encoding="utf-8")


def others_database(file: Path) -> None:
    file.unlink()
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE learners (id INTEGER)"))
    engine.dispose()


def from_the_future(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()


def orphaned(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM learners"))
    engine.dispose()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (cut, "restore-broken"),
        (scratched, "restore-broken"),
        (emptied, "restore-broken"),
        (other_file, "restore-broken"),
        (others_database, "restore-broken"),
        (orphaned, "restore-broken"),
        (from_the_future, "restore-newer"),
        (Path.unlink, "restore-missing"),
    ],
)
async def test_a_broken_backup_is_refused(
    database: Database, learner: Chat, empty_url: str, tmp_path: Path, harm: Callable[[Path], None], why: str
) -> None:
    """Whatever struck the file, and then nothing of it is kept."""
    await lessons(learner)
    file = tmp_path / "b.sqlite3"
    await copies.backup(database, file, unseen)
    harm(file)
    other = Database(empty_url, keyring=database.keyring.twin())
    before = await rows(other)
    with pytest.raises(Unfit, match=why):
        await copies.restore(other, file, unseen)
    assert await rows(other) == before
    await other.close()


async def test_a_backup_of_the_first_edition_is_brought_up_to_date(database: Database) -> None:
    """Its learners are there afterwards, in the schema of today; the file itself stays as it was."""
    file = Path(__file__).parent / "data" / "first-edition.db"
    before = file.read_bytes()
    counts = await copies.restore(database, file, unseen)
    assert counts["learners"] == len((await rows(database))["learners"]) > 0
    assert file.read_bytes() == before


async def test_there_is_nothing_to_copy_before_the_first_start(tmp_path: Path) -> None:
    """That is said, and no empty backup is left."""
    database = Database(f"sqlite:///{tmp_path}/none.sqlite3")
    with pytest.raises(Unfit, match="backup-nothing"):
        await copies.backup(database, tmp_path / "b.sqlite3", unseen)
    assert not (tmp_path / "b.sqlite3").exists()
    await database.close()
