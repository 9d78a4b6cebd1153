"""What a daily lesson costs from the clock to the messenger: `python -m tests.bench.lessons`, in about two minutes.

First the look for who is due, among a thousand learners and among a million, with a hundred due in each: it has to
cost by the due. Then a morning of learners in the middle of their course, sent without a limit by one process: to a
messenger of no cost, and to a stand-in for the Bot API in a process of its own.
"""

import asyncio
import logging
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.channels.telegram.calls import Wire
from bot.conversation import Conversation
from bot.course.load import load_course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Begin, Message, Send, at_once
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import LOCALES, load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.bench.history import keys_of
from tests.bench.telegram_delivery import UNLIMITED, outbox, with_stand_in
from tests.conftest import TUESDAY_8, Chat, Clock
from tests.language import LANGUAGE
from tests.records import home_row
from tests.test_first_minutes import finish_lesson

SOME, MANY = 1_000, 1_000_000
DUE = 100
LOOKS = 15
MORNING = 3000
FINISHED = 10  # lessons that each learner of the morning has behind them
SENT_BEFORE = 20  # days on which a lesson was sent to them


COPIED = ("answers", "cards", "finished", "days", "lines")


async def nowhere(address: Address, message: Message, begin: Begin = at_once) -> None:
    """A messenger of no cost."""
    await begin()


@asynccontextmanager
async def house(folder: Path, name: str) -> AsyncIterator[tuple[Database, Desk, Clock, Path]]:
    """A migrated database in a file, and a desk over it."""
    path = folder / name
    database = Database(f"sqlite:///{path}")
    await database.migrate()
    clock = Clock()
    course = load_course(LOCALES / "ko" / "courses" / "own-work")
    desk = Desk(
        database,
        Conversation(course, load_texts(), LANGUAGE, COMMANDS, remind, korean_holidays([2026, 2027]), {"telegram"}),
        clock,
        Metrics(),
    )
    yield database, desk, clock, path
    await database.close()


def crowd(path: Path, count: int, due: int) -> None:
    """As many copies of the first learner, of whom so many are due on Tuesday at 8; the others later that day."""
    db = sqlite3.connect(path)
    names = [row[1] for row in db.execute("PRAGMA table_info(learners)") if row[1] not in ("id", "next_lesson_at")]
    columns = ", ".join(names)
    at = f"CASE WHEN n <= {due} THEN ? ELSE datetime(?, '+' || (1 + n % 900) || ' minutes') || '.000000' END"
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
    eight = f"{TUESDAY_8:%Y-%m-%d %H:%M:%S.%f}"
    db.execute(
        f"{numbers} INSERT INTO learners (id, next_lesson_at, {columns}) "
        f"SELECT n + 1, {at}, {columns} FROM numbers, learners WHERE id = 1",
        (eight, eight[:19]),
    )
    db.execute("UPDATE learners SET next_lesson_at = NULL WHERE id = 1")
    keyring = keys_of(path)
    homes = [home_row(keyring, Address("telegram", str(n)), n) for n in range(2, count + 2)]
    db.executemany("INSERT INTO addresses (channel, id, encrypted, learner_id, reachable, untold) "
                   "VALUES (:channel, :id, :encrypted, :learner_id, :reachable, '')", homes)  # fmt: skip
    for n in range(1, SENT_BEFORE + 1 if count < MANY else 2):
        day = f"date('2026-11-24', '-{n} days')"
        db.execute(
            "INSERT INTO sent (learner_id, day, kind, channel, why, due_at, claimed_at, outcome, wording) "
            f"SELECT id, {day}, 'lesson', 'telegram', 'weekdays 08:00', {day} || ' 23:00:00.000000', "
            f"{day} || ' 23:00:00.000000', 'sent', 'plain' FROM learners WHERE id > 1"
        )
    db.commit()
    db.close()


def studied(path: Path, count: int) -> None:
    """What the first learner has done so far, for all the others too."""
    db = sqlite3.connect(path)
    for table in COPIED:
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in ("id", "learner_id")]
        columns, theirs = (", ".join(f'{of}"{name}"' for name in names) for of in ("", f"{table}."))
        db.execute(
            f"INSERT INTO {table} (learner_id, {columns}) SELECT learners.id, {theirs} FROM {table}, learners "
            f"WHERE learner_id = 1 AND learners.id BETWEEN 2 AND {count + 1}"
        )
    db.commit()
    db.close()


def rewind(path: Path) -> None:
    """The hundred are due again, as if nothing had been sent today."""
    db = sqlite3.connect(path)
    db.execute("DELETE FROM sent WHERE day = '2026-11-24' AND learner_id <= ?", (DUE + 1,))
    eight = f"{TUESDAY_8:%Y-%m-%d %H:%M:%S.%f}"
    db.execute("UPDATE learners SET next_lesson_at = ? WHERE id BETWEEN 2 AND ?", (eight, DUE + 1))
    db.commit()
    db.close()


async def look(house_: tuple[Database, Desk, Clock, Path]) -> float:
    """Milliseconds from the look at the clock until a hundred lessons are sent and written down."""
    database, desk, clock, path = house_
    rewind(path)
    delivery = Delivery(database, desk, {"telegram": nowhere}, clock, Metrics(), korean_holidays([2026]), 25)
    started = time.perf_counter()
    assert await delivery.deliver() == DUE
    return (time.perf_counter() - started) * 1000


async def by_the_due(folder: Path) -> None:
    """Print how the look grows with the number of learners."""
    async with house(folder, "some.sqlite3") as some, house(folder, "many.sqlite3") as many:
        for (_, desk, clock, path), count in ((some, SOME), (many, MANY)):
            await one_learner(desk, clock, 0)
            crowd(path, count, DUE)
            clock.now = TUESDAY_8
        took: dict[int, list[float]] = {SOME: [], MANY: []}
        for _ in range(LOOKS):
            took[SOME].append(await look(some))
            took[MANY].append(await look(many))
    small, large = (statistics.median(took[count]) for count in (SOME, MANY))
    say(f"{DUE} due of {SOME}: {small:.1f} ms; of {MANY}: {large:.1f} ms; ratio {large / small:.2f}")


async def one_learner(desk: Desk, clock: Clock, lessons: int) -> None:
    """The learner that all the others are copies of."""
    chat = Chat(desk, clock, Address("telegram", "1"))
    for words in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    for _ in range(lessons):
        await finish_lesson(chat)
        clock.forward(days=1)


async def morning(folder: Path, name: str, send: Send) -> None:
    """Print how many lessons a second leave when thousands are due at once."""
    async with house(folder, f"{name}.sqlite3") as (database, desk, clock, path):
        clock.forward(days=-20)
        await one_learner(desk, clock, FINISHED)
        crowd(path, MORNING, MORNING)
        studied(path, MORNING)
        clock.now = TUESDAY_8
        delivery = Delivery(database, desk, {"telegram": send}, clock, Metrics(), korean_holidays([2026]))
        wall, cpu = time.perf_counter(), time.process_time()
        claimed = await delivery.deliver()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    say(f"{name}: {claimed / wall:.0f} lessons/s, {cpu / claimed * 1e6:.0f} µs of CPU each")


async def to_stand_in(folder: Path, port: int) -> None:
    """The same by the Telegram channel, over a socket."""
    async with Wire() as wire:
        await morning(folder, "to a stand-in for the Bot API", outbox(wire, port, UNLIMITED).send)


def say(line: str) -> None:
    """One line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(morning(Path(folder), "to a messenger of no cost", nowhere))
        with_stand_in(0, 0, lambda port: to_stand_in(Path(folder), port))
        asyncio.run(by_the_due(Path(folder)))


if __name__ == "__main__":
    main()
