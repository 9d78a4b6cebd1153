"""왜요?, as chats: it is answered about what was just said, asked or changed, and changes nothing."""

import pytest

from bot.delivery import Delivery
from bot.store import Database
from tests.conftest import TUESDAY_8, Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

WAYS = ["왜요?", "왜", "어째서요?", "엥 왜요", "왜 그런 거예요?"]


@pytest.mark.parametrize("words", [*WAYS, "왜 물어봐요?"])
async def test_about_the_first_questions(chat: Chat, words: str) -> None:
    """Each has a reason of its own, and stays open."""
    await chat.says("시작")
    for reason, answer in (("예시를", "/trade teacher"), ("그때에 맞춰", "/hour weekdays 08:00"), ("무엇을 할 때", "")):
        expects = chat.expects
        assert reason in await chat.types(words)
        assert chat.expects == expects
        assert "건너뛰기" in chat.labels
        if answer:
            await chat.says(answer)


@pytest.mark.parametrize("words", [*WAYS, "왜 틀렸어요?", "왜 이게 답이에요?"])
@pytest.mark.parametrize(
    ("quiz", "answer"), [("strategy-map", "개인화"), ("strategy-map", "융합"), ("word-expertise", "모르겠어요")]
)
async def test_about_an_answer(learner: Chat, database: Database, quiz: str, answer: str, words: str) -> None:
    """The reason of the right one, and what its lesson said; it is asked as often as one likes, and counts once."""
    await learner.says(f"/ask {quiz}")
    await learner.types(answer)
    labels = learner.labels
    for _ in range(2):
        assert "답이 왜 그런지" in await learner.types(words)
        assert "레슨에서는 이렇게 말했어요" in learner.text
        assert learner.labels == labels
    assert (await record_at(database, learner.address)).histories[quiz].times == 1


@pytest.mark.parametrize("words", WAYS)
async def test_before_an_answer_the_reason_waits(learner: Chat, database: Database, words: str) -> None:
    await learner.says("/ask strategy-map")
    expects = learner.expects
    assert "답하면 왜 그런지" in await learner.types(words)
    assert learner.expects == expects
    assert (await record_at(database, learner.address)).histories == {}


@pytest.mark.parametrize("words", WAYS)
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("알림 밤 9시", "알림: 평일 오후 9시"),
        ("알림 꺼줘", "알림: 꺼져 있음"),
        ("저를 나무라고 불러 주세요", "호칭: 나무"),
        ("저 이제 사진작가예요", "하는 일: 사진작가"),
    ],
)
async def test_about_a_setting(learner: Chat, said: str, told: str, words: str) -> None:
    """What it is now, that it was heard as a wish, and the way back, which still works."""
    await finish_lesson(learner)
    await learner.types(said)
    assert told in await learner.types(words)
    assert "바꿔 달라는 말로" in learner.text
    assert "되돌렸어요" in await learner.taps("되돌리기")


@pytest.mark.parametrize("words", WAYS)
@pytest.mark.parametrize(
    ("opened", "reason"),
    [
        ("/line 01-three-strategies", "설계서」가 돼요"),
        ("/personal", "하나로 엮어"),
        ("/people", "가림말이면"),
        ("/remind", "레슨을 보낼 때"),
        ("/rest", "쉬는 동안"),
    ],
)
async def test_about_an_open_question(learner: Chat, database: Database, opened: str, reason: str, words: str) -> None:
    """It stays open, and the words are no answer."""
    await finish_lesson(learner)
    await learner.says(opened)
    expects, before = learner.expects, await record_at(database, learner.address)
    assert reason in await learner.types(words)
    after = await record_at(database, learner.address)
    assert (learner.expects, after.written, after.ledger) == (expects, before.written, before.ledger)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("탈퇴", "되돌릴 수 없어서"),
        ("/lesson 01-three-strategies", "「세 전략 지도」의 근거예요"),
        ("진도", "무엇이 왜 그런지"),
        ("이거 무료예요?", "무엇이 왜 그런지"),
    ],
)
async def test_about_what_is_shown(learner: Chat, said: str, reason: str) -> None:
    await finish_lesson(learner)
    await learner.says(said)
    assert reason in await learner.types("왜요?")


async def test_about_a_line_that_was_filed(learner: Chat) -> None:
    await learner.says("/line 01-three-strategies")
    await learner.types("손님마다 다른 향을 골라 드려요")
    assert "설계서」가 돼요" in await learner.types("왜요?")
    assert "지웠어요" in await learner.taps("되돌리기")


async def test_about_a_message_that_came_by_itself(learner: Chat, delivery: Delivery, clock: Clock) -> None:
    """The hour that was agreed on; once they have said something, it is about that."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    clock.forward(minutes=3)
    assert "정해 둔 때라서" in await learner.types("왜요?")
    assert "평일 오전 8시" in learner.text
    assert "정해 둔 때라서" not in await learner.types("왜요")
