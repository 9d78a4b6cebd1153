"""The whole course lived by 350 learners: every rhythm, day to begin on, channel and habit; and six weeks of learners
who know more or less.

`python -m tests.bench.whole_course` takes some minutes and says how many did not meet all of it; a tenth of them is in
the suite. Of the others it says how long their days took, which question came most often, and what they knew.
"""

import asyncio
import statistics
import sys
import time

from bot.conversation import Conversation
from bot.course.load import load_course
from bot.learning.habit import Firmness
from bot.learning.minutes import timed
from bot.texts import LOCALES, load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.language import LANGUAGE
from tests.test_whole_course import KNOWN, everyone, lived_from, measured_from
from tests.whole_course import NO_HOLIDAYS


async def main() -> None:
    """Live them all, one after the other."""
    say, started = load_texts(), time.perf_counter()
    course = timed(load_course(LOCALES / "ko" / "courses" / "own-work"), say)
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
    for knows in KNOWN:
        measured = [await measured_from(conversation, course, say, knows, number) for number in range(5)]
        days = [minutes for life in measured for minutes in life.minutes().values()]
        known = statistics.fmean(life.firm[Firmness.KNOWN] for life in measured)
        sys.stdout.write(
            f"right {knows:.0%}: days of {statistics.fmean(days):.1f} minutes, at most {max(days):.1f}; a question at "
            f"most {max(life.most_asked for life in measured)} times; {known:.0f} of 40 thoughts known on day 28\n"
        )


if __name__ == "__main__":
    asyncio.run(main())
