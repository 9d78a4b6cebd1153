"""What a turn costs at the desk: statements a transaction, and CPU a turn, alone and in company.

`python -m tests.bench.turns`, in about a minute: learners in the middle of their course, over a fresh SQLite file.
"""

import asyncio
import itertools
import logging
import sys
import tempfile
import time
from pathlib import Path

from bot.conversation import Conversation
from bot.course.load import load_course
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import LOCALES, load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.bench.lessons import crowd, studied
from tests.conftest import Chat, Clock
from tests.language import LANGUAGE
from tests.statements import counted
from tests.test_first_minutes import finish_lesson

WORDS = ("오늘", "/ask strategy-map", "/answer strategy-map 2", "진도", "근거", "계획", "도움말", "내데이터",
         "알림 평일 저녁 7시 반", "/write 01-three-strategies 손님마다 설명이 달라요", "파란 코끼리")  # fmt: skip
LEARNERS, LESSONS = 200, 10
COMPANIES = (1, 4, 16, 40)
TURNS = 400


async def main() -> None:
    """Print a line a command."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite3"
        database, clock = Database(f"sqlite:///{path}"), Clock()
        await database.migrate()
        course = load_course(LOCALES / "ko" / "courses" / "own-work")
        conversation = Conversation(
            course, load_texts(), LANGUAGE, COMMANDS, remind, korean_holidays([2026, 2027]), {"telegram"}
        )
        desk = Desk(database, conversation, clock, Metrics())
        await live(Chat(desk, clock, Address("telegram", "1")), clock)
        crowd(path, LEARNERS, 0)
        studied(path, LEARNERS)
        say(
            f"{'':34}{'statements':>11}"
            + "".join(f"{f'in {company}':>9}" for company in COMPANIES)
            + "  µs of CPU a turn"
        )
        for words in WORDS:
            await measure(desk, clock, database, words)
        await desk.close()
        await database.close()


async def live(chat: Chat, clock: Clock) -> None:
    """The learner that the others are copies of."""
    for words in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    for _ in range(LESSONS):
        await finish_lesson(chat)
        clock.forward(days=1)


async def measure(desk: Desk, clock: Clock, database: Database, words: str) -> None:
    """The same words of many learners, so many of them at once."""
    costs = []
    with counted(database) as transactions:
        for company in COMPANIES:
            await together(desk, clock, words, company, TURNS // 4)  # to warm up
            cpu = time.process_time()
            await together(desk, clock, words, company, TURNS)
            costs.append((time.process_time() - cpu) / TURNS * 1e6)
    say(f"{words[:32]:34}{transactions.longest:11}" + "".join(f"{cost:9.0f}" for cost in costs))


async def together(desk: Desk, clock: Clock, words: str, company: int, turns: int) -> None:
    """Whoever is answered is followed by the next, so that as many wait at any time."""
    learners = itertools.islice(itertools.cycle(range(2, LEARNERS + 2)), turns)

    async def worker() -> None:
        for learner in learners:
            clock.forward(seconds=1)
            await desk.respond(Said(Address("telegram", str(learner)), words, f"{clock.now}", words.startswith("/")))

    await asyncio.gather(*(worker() for _ in range(company)))


def say(line: str) -> None:
    """One line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
