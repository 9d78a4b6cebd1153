"""The first questions take an answer that no list knows: it is asked whether it is meant as it was said."""

import pytest

from bot.desk import Desk
from bot.message import Address
from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at

JOBS = """
    동네에서 커튼 달아요|시골에서 벌 쳐요|낚싯배 몰아요|아파트 돌면서 칼 갈아요|공방에서 가죽 만져요|폐지 줍습니다
    새벽에 우유 돌려요|산에서 약초 캐요|옛날 시계 고칩니다|장터에서 뻥튀기 튀겨요|배에서 그물 손질해요
    주말마다 무대에 섭니다
"""
MOMENTS = "옥상 올라가서요|강아지 뒷발 닦이고|셔터 내리고|국 끓는 동안|점심 먹고 회사 옥상|애 등원 버스 보내고"
TALK = "글쎄요|뭔 소리야|왜 물어봐요?|ㅋㅋㅋㅋ|안 할래요|패스|asdf|…|😊"


def told(table: str) -> list[str]:
    return [words for line in table.strip().splitlines() for words in line.strip().split("|")]


async def asked_the_first(chat: Chat, *words: str) -> Chat:
    for one in ("시작", *words):
        await chat.says(one)
    return chat


async def test_a_job_is_kept_as_it_was_said(desk: Desk, clock: Clock, database: Database) -> None:
    """At once where it is known as one; else by one word more, tapped or typed."""
    lost = []
    for n, words in enumerate(told(JOBS)):
        chat = await asked_the_first(Chat(desk, clock, Address("telegram", f"j{n}")))
        answer = await chat.types(words)
        if "이렇게 적어 둘까요" in answer:
            answer = await (chat.taps("네") if n % 2 else chat.types("네"))
        record = await record_at(database, chat.address, clock.now)
        if "언제 보내 드릴까요" not in answer or not record.learner.job:
            lost.append((words, record.learner.job, answer))
    assert lost == []


async def test_a_moment_is_kept_as_it_was_said(desk: Desk, clock: Clock, database: Database) -> None:
    """The same of when lessons are opened."""
    lost = []
    for n, words in enumerate(told(MOMENTS)):
        chat = await asked_the_first(Chat(desk, clock, Address("telegram", f"m{n}")), "강사", "평일 저녁 8시")
        answer = await chat.types(words)
        if "이렇게 적어 둘까요" in answer:
            answer = await chat.types("네")
        record = await record_at(database, chat.address, clock.now)
        if "첫 레슨" not in answer or not record.learner.intention:
            lost.append((words, record.learner.intention, answer))
    assert lost == []


@pytest.mark.parametrize("first", [(), ("강사", "평일 저녁 8시")])
async def test_talk_is_no_answer(desk: Desk, clock: Clock, database: Database, first: tuple[str, ...]) -> None:
    """Nothing of it is kept, and nobody is asked whether it is."""
    kept = []
    for n, words in enumerate(told(TALK)):
        chat = await asked_the_first(Chat(desk, clock, Address("telegram", f"t{n}")), *first)
        answer = await chat.types(words)
        record = await record_at(database, chat.address, clock.now)
        if "이렇게 적어 둘까요" in answer or record.learner.job not in ("", "강사") or record.learner.intention:
            kept.append((words, answer))
    assert kept == []
