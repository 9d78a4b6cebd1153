"""A learner in KakaoTalk, in front of the real endpoint: types and taps, and no answer goes unexamined."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.desk import Desk
from bot.message import Address
from bot.store import Database
from tests.channels.kakao_requests import Post, endpoint, shown, skill_request, tap
from tests.channels.kakao_rules import taps, texts
from tests.conftest import Clock
from tests.language import SAY
from tests.records import record_at

Json = dict[str, Any]

RAW = re.compile(  # what shows that a sentence came out unfinished, or was written for a page and not for a chat
    r"[{}<>`\u2068\u2069]|\*\*|~~|\]\(|^\s*#|^>|(?<!_)__(?!_)|\bNone\b|\bnull\b|\bTrue\b|\bFalse\b|Traceback|button-|sorry-",
    re.MULTILINE,
)
TROUBLE = (SAY("sorry-trouble"), SAY("kakao-busy"), SAY("kakao-nobody"))


def rough(answer: Json) -> list[str]:
    """Whatever a reader would stumble over in an answer that KakaoTalk itself would show."""
    labels = [reply["messageText"] for reply in taps(answer)]
    found = [f"{hit[0]!r} in {text!r}" for text in [*texts(answer), *labels] for hit in RAW.finditer(text)]
    found += [f"trouble: {text!r}" for text in texts(answer) if text in TROUBLE]
    return found + [f"two buttons say {label!r}" for label in set(labels) if labels.count(label) > 1]


@dataclass
class KakaoLearner:
    """One person's KakaoTalk: `answer` is the last one that was shown."""

    post: Post
    clock: Clock
    user: str = "u1"
    answer: Json = field(default_factory=dict)

    async def says(self, words: str) -> str:
        """Types, after a while."""
        self.clock.forward(seconds=4)  # more than a double tap takes
        return await self.asks(skill_request(words, user=self.user))

    async def taps(self, label: str) -> str:
        """Taps what bears these words, after a while."""
        self.clock.forward(seconds=4)
        return await self.asks(self.reply(label))

    async def sends(self, command: str) -> str:
        """Taps a quick reply from anywhere up in the chat."""
        self.clock.forward(seconds=4)
        return await self.asks(tap("버튼", command, self.user))

    def reply(self, label: str) -> Json:
        """The request that a tap on it would send."""
        found = [reply for reply in self.replies if label in reply["messageText"]]
        assert found, f"no button {label!r} among {self.labels} under {self.text!r}"
        return tap(found[0]["messageText"], found[0]["extra"]["command"], self.user)

    async def asks(self, request: Json) -> str:
        """Sends a request as it is, at once."""
        self.answer = await shown(await self.post(request))
        assert rough(self.answer) == [], request["userRequest"]["utterance"]
        return self.text

    @property
    def text(self) -> str:
        return "\n\n".join(texts(self.answer))

    @property
    def replies(self) -> list[Json]:
        return taps(self.answer)

    @property
    def labels(self) -> list[str]:
        return [reply["messageText"] for reply in self.replies]

    @property
    def address(self) -> Address:
        return Address("kakao", self.user)


@asynccontextmanager
async def kakao(desk: Desk, clock: Clock, user: str = "u1") -> AsyncIterator[KakaoLearner]:
    """The endpoint on a socket with the whole conversation behind it, and a stranger in front of it."""
    async with endpoint(desk.respond, patience=60) as post:  # no timing decides a test
        yield KakaoLearner(post, clock, user)


async def kept(database: Database, address: Address, clock: Clock) -> Json:
    """What is remembered of somebody: today's answers and right answers by question, parts finished, days, wishes."""
    record = await record_at(database, address, clock.now)
    me = record.learner
    today = {name: mark for name, mark in record.histories.items() if mark.last == me.day(clock.now)}
    return {
        "answers": {name: mark.times for name, mark in today.items()},
        "right": {name: mark.rights for name, mark in today.items() if mark.rights},
        "finished": list(record.finished),
        "days": len(record.days),
        "trade": me.trade,
        "rhythm": me.rhythm,
    }
