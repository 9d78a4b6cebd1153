"""What others feel when one learner floods the bot: `python -m tests.bench.flood [checkout]`.

While one learner's messages come as fast as the webhook takes them, another message comes every 50 ms, each from
somebody else, because a chat gets one reply a second. The flood has its own connections, as many as Telegram opens.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.bot_api import BotApi
from tests.bench.exchange import Exchange, Wrong, at
from tests.bench.http_load import CONNECTIONS, Connections, Request
from tests.bench.process import BotProcess
from tests.bench.scenario import Facts, alone, ms
from tests.bench.updates import FIRST, Talk, message
from tests.bench.variants import Variant, ours

EVERY = 0.05  # seconds between two messages of others
AT_LEAST = 40  # of them in a run without a flood
FLOOD, TIMES = 1000, 8
HOSTILE: dict[str, Callable[[], list[str]]] = {
    f"한 사람이 쏟아붓는 말 {FLOOD:,}개": lambda: ["진도", "도움말"] * (FLOOD // 2),
    "‘알림 ’과 숫자 30,000자, 20번": lambda: [f"알림 {n % 10}{'1234567890' * 3000}" for n in range(20)],
    "‘알림 ’과 숫자 4,000자, 20번": lambda: [f"알림 {n % 10}{'1234567890' * 400}" for n in range(20)],
    "숫자 4,000자, 20번": lambda: [f"{n % 10}{'1234567890' * 400}" for n in range(20)],
}


async def others(api: BotApi, bot: BotProcess, talk: Talk, numbers: Iterator[int], flood: Sequence[str]) -> list[float]:
    """Seconds until each reply to the others, while the flood lasts."""
    taken = 0

    def answered(_: Request, status: int, __: bytes) -> None:
        nonlocal taken
        taken += status == 200

    rude = Connections(answered)

    def polite() -> Iterator[Request]:
        for n in itertools.count():
            if not rude.busy and (flood or n >= AT_LEAST):
                return  # who comes after the flood feels nothing of it
            yield talk.words(next(numbers))

    async with rude.to(bot.port, CONNECTIONS), Exchange(api).to(bot.port, CONNECTIONS) as exchange:
        for words in flood:
            rude.push(message(FIRST + talk.learners, words))
        return await exchange.at_rate(polite(), 1 / EVERY)


async def measure(checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """Each kind of flood on a bot started anew, where the others speak alone before."""
    variant = await ours(checkout, folder, 3000)
    return [
        (f"{what}: 그동안 다른 이의 답", await _felt(variant, folder, words, 1 if quick else TIMES))
        for what, words in HOSTILE.items()
    ]


async def _felt(variant: Variant, folder: Path, words: Callable[[], list[str]], times: int) -> str:
    """What the others feel before and during a flood; or that they were left without an answer."""
    talk, numbers = Talk(variant.talk.learners - 1), itertools.count()
    before: list[float] = []
    during: list[float] = []
    try:
        async with BotApi().serving() as api, variant.running(folder, api) as bot:
            await others(api, bot, talk, numbers, ())
            for _ in range(times):
                before += await others(api, bot, talk, numbers, ())
                during += await others(api, bot, talk, numbers, words())
    except Wrong as wrong:
        return f"답을 받지 못한 이가 있어요 ({str(wrong).partition(';')[0]})"
    return _compared(sorted(before), sorted(during))


def _compared(before: Sequence[float], during: Sequence[float]) -> str:
    half, whole = at(before, 0.5), at(during, 0.5)
    return f"절반 {ms(half)} → {ms(whole)} ({whole / half:.1f}배), 가장 늦은 답 {ms(before[-1])} → {ms(during[-1])}"


if __name__ == "__main__":
    alone(measure, __doc__)
