"""What a tapped answer costs among a thousand learners and among a million: `python -m tests.bench.million [checkout]`.

Both are one SQLite file, of which a thousand learners with a past speak. Runs alternate, and medians are compared.
"""

from functools import partial
from pathlib import Path

from tests.bench.bot_api import BotApi
from tests.bench.exchange import Figures, measured, median
from tests.bench.history import crowd, lived
from tests.bench.scenario import Facts, alone, ms
from tests.bench.updates import Talk
from tests.bench.variants import our_bot

SOME, MANY = 1_000, 1_000_000
ROUNDS, ANSWERS, SECONDS = 5, 1000, 6.0


async def measure(checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """The medians, and how the million's compare."""
    one = await lived(checkout, folder)
    variants = {
        count: our_bot(checkout, crowd(one, folder / f"{count}.sqlite3", count, SOME), SOME) for count in (SOME, MANY)
    }
    figures: dict[int, list[Figures]] = {SOME: [], MANY: []}
    for n in range(2 if quick else ROUNDS):
        for count, variant in sorted(variants.items(), reverse=bool(n % 2)):
            async with BotApi().serving() as api, variant.running(folder, api) as bot:
                answers = partial(Talk.answers, variant.talk)
                figures[count].append(await measured(bot, api, answers, ANSWERS // (4 if quick else 1), SECONDS))
    few, lots = ({field: median(figures[count], field) for field in ("cpu", "p50", "p99")} for count in (SOME, MANY))
    result = (
        f"CPU {few['cpu']:,.0f} → {lots['cpu']:,.0f} µs ({lots['cpu'] / few['cpu']:.2f}배), "
        f"절반 {ms(few['p50'])} → {ms(lots['p50'])} ({lots['p50'] / few['p50']:.2f}배), "
        f"99 % {ms(few['p99'])} → {ms(lots['p99'])}"
    )
    return [(f"누른 답 하나: {SOME:,}명과 {MANY:,}명 가운데", result)]


if __name__ == "__main__":
    alone(measure, __doc__)
