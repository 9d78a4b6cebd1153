"""How many reminders leave in a second without a limit: `python -m tests.bench.reminder_rate [checkout]`.

Three thousand learners are due a minute before the bot starts; it sends over its Telegram channel to a stand-in that
answers at once.
"""

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.bot_api import BotApi
from tests.bench.exchange import CHAT, STILL, Wrong
from tests.bench.scenario import Facts, alone
from tests.bench.variants import ours

LEARNERS = 3000
SEOUL = timedelta(hours=9)


async def measure(checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """From the first reminder to the last."""
    count = LEARNERS // (4 if quick else 1)
    due = datetime.now(UTC) - timedelta(minutes=1)
    variant = await ours(
        checkout, folder, count,
        next_lesson_at=f"{due:%Y-%m-%d %H:%M}:00.000000", rhythm=f"daily {due + SEOUL:%H:%M}",
    )  # fmt: skip
    variant = replace(variant, environment=(("BULK_RATE", "100000"), ("PAID_BROADCAST", "true")))
    reached: dict[bytes, float] = {}  # when the first bubble reached each chat

    def sent(body: bytes) -> bool:
        if chat := CHAT.search(body):
            reached.setdefault(chat[1], time.perf_counter())
        return True

    async with BotApi().serving() as api:
        api.listeners.append(sent)
        async with variant.running(folder, api) as bot:
            before = bot.cpu
            await _all(reached, count)
            await asyncio.sleep(1)  # the outcomes are still to be written down
            cpu = bot.cpu - before
    took = max(reached.values()) - min(reached.values())
    result = f"1초에 {count / took:,.0f}통, 하나에 CPU {cpu / count * 1e6:,.0f} µs"
    return [(f"알림 {count:,}통, 속도 제한 없이", f"{result}, sendMessage {api.calls[b'sendMessage']:,}번")]


async def _all(reached: dict[bytes, float], count: int) -> None:
    """Waits until everybody was reached."""
    seen, since = 0, time.perf_counter()
    while len(reached) < count:
        await asyncio.sleep(0.01)
        if len(reached) != seen:
            seen, since = len(reached), time.perf_counter()
        if time.perf_counter() - since > STILL:
            raise Wrong(f"only {seen} of {count} were reminded")


if __name__ == "__main__":
    alone(measure, __doc__)
