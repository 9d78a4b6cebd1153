"""What a turn costs: statements, and milliseconds from words to answer. `python -m tests.bench.turns`

A day of one learner, one command after the other, over a fresh SQLite file; then fifty strangers at once.
"""

import asyncio
import logging
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.conversation import Conversation
from bot.courses import load_course
from bot.desk import Desk
from bot.korean.holidays import korean_holidays
from bot.message import Address, Said
from bot.metrics import Metrics
from bot.store import Database
from bot.texts import LOCALES, load_texts
from handlers import COMMANDS
from tests.conftest import Chat, Clock
from tests.test_first_minutes import finish_lesson

WORDS = (
    "오늘",
    "/ask strategy-map",
    "/answer strategy-map 2",
    "진도",
    "근거",
    "계획",
    "도움말",
    "알림 평일 저녁 7시 반",
    "파란 코끼리",
)
TIMES = 30


async def main() -> None:
    """Print statements and median milliseconds for each command, then the slowest of fifty first meetings."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder)}/bench.sqlite3")
        await database.migrate()
        counted = _count_statements(database)
        clock = Clock()
        course = load_course(LOCALES / "ko" / "courses" / "own-work")
        holidays = korean_holidays([2026, 2027])
        desk = Desk(database, Conversation(course, load_texts(), COMMANDS, holidays, {"web"}), clock, Metrics())
        chat = Chat(desk, clock, Address("web", "1"))
        for words in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
            await chat.says(words)
        for _ in range(10):
            await finish_lesson(chat)
            clock.forward(days=1)
        for words in WORDS:
            await _measure(chat, words, counted)
        await _crowd(desk)
        await database.close()


def _count_statements(database: Database) -> Counter[str]:
    counted: Counter[str] = Counter()

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        counted[statement.split(maxsplit=1)[0]] += 1

    event.listen(database._engine.sync_engine, "before_cursor_execute", count)  # noqa: SLF001 - to look inside is the point
    return counted


async def _measure(chat: Chat, words: str, counted: Counter[str]) -> None:
    took = []
    for _ in range(TIMES):
        counted.clear()
        started = time.perf_counter()
        await chat.says(words)
        took.append((time.perf_counter() - started) * 1000)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counted.items()))
    sys.stdout.write(f"{words:28} {statistics.median(took):6.1f} ms  {counted.total():2} statements ({kinds})\n")


async def _crowd(desk: Desk) -> None:
    async def meet(n: int) -> float:
        started = time.perf_counter()
        await desk.respond(Said(Address("web", f"crowd-{n}"), "시작"))
        return time.perf_counter() - started

    took = sorted(await asyncio.gather(*(meet(n) for n in range(50))))
    sys.stdout.write(f"fifty strangers at once: median {took[25] * 1000:.0f} ms, slowest {took[-1] * 1000:.0f} ms\n")


if __name__ == "__main__":
    asyncio.run(main())
