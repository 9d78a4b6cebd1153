"""How long documents take: `python -m tests.bench.documents`; the promise is the longest plan as a PDF within a second.

The longest is every slot with all the characters it takes, and ten people with full rows. Beside the time of each form
stands the longest that the event loop was kept from others meanwhile.
"""

import asyncio
import itertools
import statistics
import sys
import time
from datetime import date

from bot.__main__ import TAUGHT
from bot.course.load import load_course
from bot.plan import longest
from bot.plan.documents import FORMS, Document, Field, Person, Section, draw

ROUNDS = 5
WORDS = {"file": "plan", "people": "열 사람"}
WORDS |= {f"people-{name}": name for name in ("nickname", "why", "state", "said", "next")}
LINE = "금요일 저녁까지 셔츠 다섯 장을 다려서 문 앞에 걸어 드려요. "


def plan(long: int | None, seed: int) -> Document:
    """A plan with every slot filled; with lines as long as they may be, or of so many characters. Another seed gives
    other lines: nothing of one is left from another.
    """
    slots = load_course(TAUGHT).slots
    fields = [
        Field(slot.name, (f"{seed}-{n} {LINE * 30}")[: long or longest(slot.holds)]) for n, slot in enumerate(slots)
    ]
    people = tuple(
        Person("김○○", LINE * (1 if long else 4), "12월 1일", "써 볼게요", "화요일에 다시") for _ in range(10)
    )
    boxes = tuple(Section(f"{n + 1}. 칸", tuple(fields[n * 4 : n * 4 + 4])) for n in range(3, 11))
    front = tuple(fields[:3]), tuple(fields[3:5]), people, tuple(fields[5:12])
    return Document("나만의 일 설계서", date(2026, 11, 29), "", "민지", *front, boxes, (), WORDS)


async def main() -> None:
    """Print a table."""
    seeds = itertools.count()
    for name, long in (("usual", 40), ("longest", None)):
        for form in FORMS:
            await asyncio.to_thread(draw, plan(long, next(seeds)), form)  # what is loaded when first needed is loaded
            took, kept, sizes = zip(*[await _timed(plan(long, next(seeds)), form) for _ in range(ROUNDS)], strict=True)
            times = f"median {statistics.median(took):.0f} ms, slowest {max(took):.0f} ms"
            sys.stdout.write(f"{name} {form}: {times}, kept the loop {max(kept):.0f} ms, {max(sizes) // 1024} KB\n")


async def _timed(document: Document, form: str) -> tuple[float, float, int]:
    """Milliseconds it took, the longest that nobody else had a turn meanwhile, and the bytes that came of it."""
    started, made = time.perf_counter(), asyncio.create_task(asyncio.to_thread(draw, document, form))
    kept, last = 0.0, started
    while not made.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        kept, last = max(kept, now - last), now
    return (time.perf_counter() - started) * 1000, kept * 1000, len(await made)


if __name__ == "__main__":
    asyncio.run(main())
