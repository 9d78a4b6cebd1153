"""A learner with a past, and a crowd of copies: talked into being over the KakaoTalk skill, then copied as rows.

Nothing here knows the schema: whatever has a `learner_id` is copied, by the columns SQLite tells of.
"""

import asyncio
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine

from bot.message import Address
from bot.store.keyring import Keyring, key_file
from tests.bench.bot_api import BotApi
from tests.bench.exchange import Wrong
from tests.bench.http_load import Connections, Request
from tests.bench.process import SKILL_KEY, BotProcess, running
from tests.bench.updates import ANYTHING, FIRST, GRADED, holding, skill
from tests.records import home_row

LESSONS, DAYS, ANSWERS = 20, 25, 120
FADES = 10  # days over which the next reviews are spread: a tenth of the cards is due today
TABLED = {"객관식", "OX"}  # kinds of quiz that are answered by the number of a button
QUIZ = re.compile(r"^## (\S+) · ([a-z0-9-]+)(?: · (복습))?", re.MULTILINE)
LINE = "개인화요. 손님마다 설명을 다르게 해 온 지 10년이라서요."
FIRST_WORDS = ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")

Row = dict[str, Any]


def study_day() -> date:
    """Today in Seoul, where a day begins at 04:00."""
    return (datetime.now(UTC) + timedelta(hours=9 - 4)).date()


class Course:
    """Lessons and quizzes by name, read from the files as an author writes them."""

    def __init__(self, checkout: Path) -> None:
        files = sorted((checkout / "locales" / "ko" / "courses" / "own-work").glob("[0-9]*.md"))
        self.lessons = {file.stem: QUIZ.findall(file.read_text(encoding="utf-8")) for file in files}

    def kept(self, lesson: str) -> list[tuple[str, bool]]:
        """The quizzes of a lesson that are kept as cards, and whether a number answers them."""
        return [(name, kind in TABLED) for kind, name, kept in self.lessons[lesson] if kept]

    @property
    def numbered(self) -> list[str]:
        """Every quiz of the lessons lived through that is kept as a card and answered by a number."""
        lived_through = list(self.lessons)[:LESSONS]
        return [name for lesson in lived_through for name, numbered in self.kept(lesson) if numbered]


def _said(course: Course) -> Iterator[tuple[str, re.Pattern[bytes]]]:
    """All that the learner says, and what is found in the answer."""
    yield from ((words, ANYTHING) for words in FIRST_WORDS)
    quizzes = []
    for lesson in list(course.lessons)[:LESSONS]:
        yield f"/lesson {lesson}", holding("/ask ")
        for quiz, numbered in course.kept(lesson):
            quizzes.append((quiz, numbered))
            yield f"/answer {quiz} {1 if numbered else '모르겠어요'}", GRADED
        yield f"/line {lesson}", holding("/skip ")
        yield LINE, holding("/next")
    again = [quiz for quiz, numbered in quizzes if numbered]
    for n in range(ANSWERS - len(quizzes)):
        yield f"/answer {again[n % len(again)]} {2 - n // len(again) % 2}", GRADED


async def _talk(bot: BotProcess, course: Course) -> None:
    """One word after the other, each when the one before is answered."""
    answer: asyncio.Future[tuple[int, bytes]]

    def answered(_: Request, status: int, body: bytes) -> None:
        answer.set_result((status, body))

    async with Connections(answered).to(bot.port, 1) as connections:
        for words, expected in _said(course):
            answer = asyncio.get_running_loop().create_future()
            connections.push(skill("first", words, words if words.startswith("/") else ""))
            status, body = await answer
            if status != 200 or not expected.search(body):
                raise Wrong(f"{words!r} was answered with {status}: {body.decode()[:400]}")


async def lived(checkout: Path, folder: Path) -> Path:
    """A database in which one learner has lived through the first twenty lessons."""
    path = folder / "one.sqlite3"
    async with BotApi().serving() as api:
        ours = partial(running, checkout / ".venv" / "bin" / "python", "bot", checkout, folder, api.url, path)
        async with ours(KAKAO_SKILL_SECRET=SKILL_KEY) as bot:
            await _talk(bot, Course(checkout))
    with closing(sqlite3.connect(path)) as db, db:
        for table in ("learners", *_personal(db)):
            _changed(db, table, _spread)
    return path


def keys_of(path: Path, like: Path | None = None) -> Keyring:
    """The keys of a database in a file, or those that it shares with the one it is a copy of."""
    if like:
        shutil.copy(key_file(like), key_file(path))
    engine, keyring = create_engine(f"sqlite:///{path}"), Keyring("", key_file(path))
    with engine.connect() as connection:
        keyring.unlock(connection)
    engine.dispose()
    return keyring


def crowd(
    one: Path, path: Path, count: int, studied: int | None = None, channel: str = "telegram", **learner: object
) -> Path:
    """A database with so many learners more, of whom the first `studied` have the past of the first one.

    They are FIRST, FIRST + 1 and so on at the channel. `learner` gives all of them other values.
    """
    with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(path)) as db, db:
        source.backup(db)
        values: Row = {"next_lesson_at": f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d %H:%M:%S.%f}", **learner}
        known = _columns(db, "learners")
        for name in values.keys() & known.keys():
            db.execute(f'UPDATE learners SET "{name}" = ? WHERE id = 1', (values[name],))
        numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count - 1})"
        columns = _listed(set(known) - {"id"})
        db.execute(f"{numbers} INSERT INTO learners (id, {columns}) SELECT {FIRST} + n, {columns} "
                   "FROM numbers, learners WHERE id = 1")  # fmt: skip
        keyring = keys_of(path, like=one)
        homes = [home_row(keyring, Address(channel, str(FIRST + n)), FIRST + n) for n in range(count)]
        db.executemany("INSERT INTO addresses (channel, id, encrypted, learner_id, reachable, untold) "
                       "VALUES (:channel, :id, :encrypted, :learner_id, :reachable, '')", homes)  # fmt: skip
        for table in set(_personal(db)) - {"addresses"}:
            columns = _listed(_columns(db, table).keys() - _given(db, table) - {"learner_id"})
            db.execute(f'INSERT INTO "{table}" (learner_id, {columns}) '
                       f'SELECT l.id, {columns} FROM (SELECT {columns} FROM "{table}" WHERE learner_id = 1), '
                       f"(SELECT id FROM learners WHERE id BETWEEN {FIRST} AND {FIRST} + ? - 1) l",
                       (count if studied is None else studied,))  # fmt: skip
        db.execute("UPDATE learners SET next_lesson_at = NULL WHERE id = 1")
    return path


def _columns(db: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table and their types."""
    return {row[1]: row[2].upper() for row in db.execute(f'PRAGMA table_info("{table}")')}


def _given(db: sqlite3.Connection, table: str) -> set[str]:
    """The column that SQLite numbers by itself, if there is one."""
    keys = [(row[1], row[2].upper()) for row in db.execute(f'PRAGMA table_info("{table}")') if row[5]]
    return {name for name, kind in keys if kind == "INTEGER" and len(keys) == 1 and name != "learner_id"}


def _personal(db: sqlite3.Connection) -> list[str]:
    """The tables with something about a learner."""
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [table for table in tables if "learner_id" in _columns(db, table)]


def _listed(names: set[str]) -> str:
    return ", ".join(f'"{name}"' for name in sorted(names))


def _changed(db: sqlite3.Connection, table: str, change: Callable[[str, list[Row], dict[str, str]], list[Row]]) -> None:
    """Reads the rows of the table, in the order they were written, and writes them anew."""
    types = _columns(db, table)
    read = db.execute(f'SELECT * FROM "{table}"')
    rows = change(table, [dict(zip(types, row, strict=True)) for row in read], types)
    db.execute(f'DELETE FROM "{table}"')
    marks = ", ".join("?" * len(types))
    db.executemany(f'INSERT INTO "{table}" VALUES ({marks})', [list(row.values()) for row in rows])


def _spread(table: str, rows: list[Row], types: dict[str, str]) -> list[Row]:
    """What was done today, as if over the last weeks: the first row the longest ago, the last one yesterday."""
    if table == "days":
        return [_moved(row, types, n) for row in rows for n in range(DAYS, 0, -1)]
    moved = [_moved(row, types, DAYS - n * DAYS // len(rows)) for n, row in enumerate(rows)]
    if table == "cards" and "due" in types:
        return [row | {"due": f"{study_day() + timedelta(days=n % FADES)}"} for n, row in enumerate(moved)]
    return moved


def _moved(row: Row, types: dict[str, str], back: int) -> Row:
    """The row so many days ago."""
    moved = dict(row)
    for name, value in row.items():
        if types[name] == "DATE" and isinstance(value, str):
            moved[name] = f"{date.fromisoformat(value) - timedelta(days=back)}"
        elif types[name] == "DATETIME" and isinstance(value, str):
            moved[name] = f"{datetime.fromisoformat(value) - timedelta(days=back):%Y-%m-%d %H:%M:%S.%f}"
    return moved
