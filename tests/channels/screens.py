"""Every screen the bot can show, for those who look at how a messenger draws it: a whole course lived by somebody who
looks at everything on the way, and each part as its author previews it.
"""

import asyncio
from dataclasses import dataclass
from functools import cache

from bot.authoring.preview import Rehearsal
from bot.conversation import Conversation
from bot.course.load import load_course
from bot.course.model import Course
from bot.message import Address, Message
from bot.texts import LOCALES, Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Clock
from tests.language import LANGUAGE, SAY, rehearse
from tests.whole_course import NO_HOLIDAYS, Bare, Life

ASIDE = "|".join(
    line.strip()
    for line in """
    진도|계획|목차|1단원|4단원|1번 칸|7번 칸|10번 칸|12번 칸|내데이터|근거|도움말|알림|쉬기|레슨 1|레슨 3
    퀴즈|복습|힌트|모르겠어요|열 사람|미용실 원장님 - 예약 전화가 겹친대요|1번한테 보냈어요|개인화 해 볼래
    그만|자동화 설계|청구서 쓰기 주 3번 20분 위험 낮음|그만|조합기|값 정하기|그만|AI 점검|네|공유|인쇄|연결
    시간대|호칭|하는일|내글 손님|가격을 12만 원으로 바꿔 줘|짧은 줄로|오늘|한 번에 보여 줘|이 문제 이상해요
    왜 안 왔어요?|융합이 뭐예요?|되돌리기|탈퇴|그대로 둘게요|고마워요|얼마예요?|😀|죽고 싶어요|피곤해요
    사용법|설계서|만들기|점검|계속 갈래요|바꿔 볼래요|달력|달력 끊어 줘|한 문장 카드|약속
""".strip().splitlines()
).split("|")
"""What is said beside the course, one a day and then all at once."""


@dataclass
class Curious(Life):
    """Somebody who every day looks at something else as well."""

    async def _learn(self, message: Message | None) -> None:
        await super()._learn(message)
        await self._types(ASIDE[self.days % len(ASIDE)])

    async def looks_at_everything(self) -> None:
        for words in ASIDE:
            await self._types(words)


@cache
def screens(channel: str) -> tuple[Message, ...]:
    """Every screen on a channel, made once for a process."""
    course, say = load_course(LOCALES / "ko" / "courses" / "own-work"), SAY
    return tuple(asyncio.run(_all(course, say, channel)))


async def _all(course: Course, say: Texts, channel: str) -> list[Message]:
    return [*await _lived(course, say, channel), *await _previewed(course, say, channel)]


async def _lived(course: Course, say: Texts, channel: str) -> list[Message]:
    """All that somebody is shown on a channel from hello to 90 days after the ending."""
    clock, address = Clock(), Address(channel, "1")
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, NO_HOLIDAYS, {"telegram", "web"})
    house = Bare(conversation, clock, address, 1)
    life = Curious(house, clock, course, address, "daily 08:00", "taps", five=True)
    await life.live()
    await life.looks_at_everything()
    return life.heard


async def _previewed(course: Course, say: Texts, channel: str) -> list[Message]:
    """Each part, question, answer and feedback of the course."""
    previews = Rehearsal(rehearse(course, say), channel, "teacher", say)
    return [message for part in course.parts for message in [one async for _, one in previews.screens(part)]]
