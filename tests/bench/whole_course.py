"""The whole course lived by 280 learners: every rhythm, day to begin on, channel and habit.

`python -m tests.bench.whole_course` takes some minutes and says how many did not meet all of it; a fifth of them is in
the suite.
"""

import asyncio
import sys
import time

from bot.conversation import Conversation
from bot.course.load import load_course
from bot.texts import LOCALES, load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.language import LANGUAGE
from tests.test_whole_course import everyone, lived_from
from tests.whole_course import NO_HOLIDAYS


async def main() -> None:
    """Live them all, one after the other."""
    course, say, started = load_course(LOCALES / "ko" / "courses" / "own-work"), load_texts(), time.perf_counter()
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, NO_HOLIDAYS, {"telegram"})
    count, wrong = 0, 0
    for rhythm, lives in everyone():
        for start, *how in lives:
            count += 1
            try:
                await lived_from(conversation, course, rhythm, count, start, *how)
            except AssertionError as fault:
                wrong += 1
                sys.stdout.write(f"{rhythm}, day {start}, {how}: {fault}\n")
    sys.stdout.write(f"{count} lives, {wrong} without the whole course, {time.perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    asyncio.run(main())
