"""One learner, two messengers: a short code joins them, and nothing is lost."""

import re

import pytest

from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.test_first_minutes import finish_lesson


@pytest.fixture
def other(desk: Desk, clock: Clock) -> Chat:
    """The same person's other phone."""
    return Chat(desk, clock, Address("kakao", "k7"))


def code_in(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("연결 "))


async def test_two_messengers_one_record(learner: Chat, other: Chat) -> None:
    """What was learned here is known there."""
    await finish_lesson(learner)
    assert "이어졌어요" in await other.says(code_in(await learner.says("연결")))
    assert "레슨 1/30" in await other.says("진도")
    assert "손님마다 설명이 달라요" in await other.says("내데이터")


async def test_a_code_is_forgiving_about_its_looks(learner: Chat, other: Chat) -> None:
    """Small letters, no hyphen, a space: all the same."""
    code = code_in(await learner.says("연결")).lower().replace("-", " ")
    assert "이어졌어요" in await other.says(f"{code}\n")


async def test_a_code_works_once_and_for_ten_minutes(learner: Chat, other: Chat, clock: Clock) -> None:
    """Used or old, the answer is the same: ask for a new one."""
    code = code_in(await learner.says("연결"))
    clock.forward(minutes=11)
    assert "새 번호" in await other.says(code)
    fresh = code_in(await learner.says("연결"))
    assert "이어졌어요" in await other.says(fresh)
    third = Chat(other.desk, clock, Address("web", "w7"))
    assert "새 번호" in await third.says(fresh)


async def test_progress_on_both_sides_is_never_thrown_away(learner: Chat, other: Chat) -> None:
    """Whoever learned on both keeps both until they decide."""
    await finish_lesson(learner)
    await other.says("시작")
    await finish_lesson(other)
    assert "합치지 않았어요" in await other.says(code_in(await learner.says("연결")))
    assert "레슨 1/30" in await other.says("진도")


async def test_ones_own_code_is_for_the_other_phone(learner: Chat) -> None:
    """Typed where it was given it does nothing."""
    assert "다른 메신저에서" in await learner.says(code_in(await learner.says("연결")))


async def test_lessons_go_to_telegram_once(
    other: Chat, desk: Desk, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """A push costs nothing there; linked from KakaoTalk, the lesson rings on Telegram, once."""
    for words in ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1"):
        await other.says(words)
    telegram = Chat(desk, clock)
    await telegram.says(code_in(await other.says("연결")))
    clock.now = TUESDAY_8
    await delivery.deliver()
    await delivery.deliver()
    assert [address for address, _ in post.letters] == [telegram.address]


@pytest.mark.parametrize(
    "open_question", [(), ("시작",), ("시작", "3번"), ("시작", "3번", "08:30"), ("/line 01-three-strategies",)]
)
async def test_a_code_alone_links_whatever_question_is_open(
    desk: Desk, clock: Clock, open_question: tuple[str, ...]
) -> None:
    """It is no job, no hour, no promise and no line; one that is wrong is said to be so."""
    at_home = Chat(desk, clock, Address("telegram", "7"))
    await at_home.says("시작")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", await at_home.says("연결"))
    assert code
    new = Chat(desk, clock, Address("kakao", "new"))
    for words in open_question:
        await new.says(words)
    assert "지금은 쓸 수 없는 번호" in await new.says("ABCD-2345")
    assert "이어졌어요" in await new.says(code[0].lower())
