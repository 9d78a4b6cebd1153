"""KakaoTalk's skill under load: `python -m tests.bench.kakao_load [checkout]`.

200 requests a second, half of them tapped answers and half typed words; then a thousand learners within one second.
KakaoTalk hangs up after five seconds, and our bot asks to say it again after three and a half.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.bot_api import BotApi
from tests.bench.exchange import at
from tests.bench.http_load import Connections, Request
from tests.bench.process import SKILL_KEY, BotProcess
from tests.bench.scenario import Facts, alone, ms
from tests.bench.updates import FIRST, GRADED, PROGRESS, Talk, skill
from tests.bench.variants import ours

RATE, SECONDS, QUICK = 200, 20.0, 5.0
RUSH = 1000
AT_ONCE = 1000  # connections; KakaoTalk opens as many as it needs
PATIENCE = 60.0  # seconds for the last answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds until each answer, in order; how many said what was asked for, and how many were no answer at all."""

    latencies: Sequence[float]
    right: int
    lost: int

    def __str__(self) -> str:
        half, late, last = at(self.latencies, 0.5), at(self.latencies, 0.99), self.latencies[-1]
        right = f"{len(self.latencies):,} 가운데 제 답 {self.right:,}"
        lost = f", 답 없음 {self.lost:,}" if self.lost else ""
        return f"절반 {ms(half)}, 99 % {ms(late)}, 가장 늦은 답 {ms(last)}; {right}{lost}"


def said(talk: Talk, k: int) -> Request:
    """The k-th request: one learner after the other answers a question, and on the next round types 진도."""
    lap, n = divmod(k, talk.learners)
    user, step = str(FIRST + n), lap + n % 2
    if step % 2:
        return skill(user, "진도", expects=PROGRESS)
    quiz = talk.quizzes[step // 2 % len(talk.quizzes)]
    return skill(user, "1번", f"/answer {quiz} 1", GRADED)


async def asked(bot: BotProcess, requests: Sequence[Request], rate: float) -> Outcome:
    """All of them at that rate, however slow the answers are."""
    latencies: list[float] = []
    right = lost = 0

    def answered(request: Request, status: int, body: bytes) -> None:
        nonlocal right, lost
        latencies.append(time.perf_counter() - request.began)
        right += status == 200 and bool(request.expects.search(body))
        lost += status != 200

    async with Connections(answered).to(bot.port, AT_ONCE) as connections:
        await connections.at_rate(requests, rate)
        give_up = time.perf_counter() + PATIENCE
        while connections.busy and time.perf_counter() < give_up:  # noqa: ASYNC110 - answers are timed as they come
            await asyncio.sleep(0.01)
    lost += len(requests) - len(latencies)
    return Outcome(sorted(latencies), right, lost)


async def measure(checkout: Path, folder: Path, quick: bool) -> Facts:  # noqa: FBT001 - as every scenario
    """Both, each on a bot started anew."""
    learners = await ours(checkout, folder, 3000, channel="kakao")
    variant = replace(learners, environment=(("KAKAO_SKILL_SECRET", SKILL_KEY),))
    seconds = QUICK if quick else SECONDS
    found: Facts = []
    for what, count, rate in (
        (f"카카오톡 1초에 {RATE}번, {seconds:.0f}초 동안", int(RATE * seconds), RATE),
        (f"카카오톡 {RUSH:,}명이 1초 안에", RUSH, RUSH),
    ):
        async with BotApi().serving() as api, variant.running(folder, api) as bot:
            await asked(bot, [said(variant.talk, -k) for k in range(1, 41)], 20)
            found.append((what, str(await asked(bot, [said(variant.talk, k) for k in range(count)], rate))))
    return found


if __name__ == "__main__":
    alone(measure, __doc__)
