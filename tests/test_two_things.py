"""Two things in one message, as chats: both are answered, both are done, or one of each."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


@one_database
@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("이거 얼마예요? 그리고 시간 제한 있어요?", ["돈은 들지 않아요", "시간제한은 없어요"]),
        ("이거 얼마예요 시간 제한 있나요", ["돈은 들지 않아요", "시간제한은 없어요"]),
        ("고마워요! 근데 이거 언제 와요?", ["평일 오전 8시에 보내 드려요"]),
        ("내일은 뭐 배워요? 그리고 알림 저녁 8시로 바꿔줘요", ["직업을 정의한다는 말", "오후 8시에 보낼게요"]),
        ("레슨 다시 보여주고 알림도 저녁 7시로 바꿔줘", ["세 전략 지도", "오후 7시에 보낼게요"]),
        ("레슨 다시 보여주고 알림도 7시로 바꿔줘", ["세 전략 지도", "어느 때인지 골라"]),
        ("융합이 뭐였죠 까먹었네", ["서로 다른 두 분야"]),
        ("개인화랑 융합이랑 뭐가 달라요", ["한 사람의 형편", "서로 다른 두 분야"]),
    ],
)
async def test_both_are_heard(learner: Chat, said: str, answers: list[str]) -> None:
    """In three bubbles at most; what is told beside a question leaves it what it was."""
    await finish_lesson(learner)
    text = await learner.says(said)
    assert [answer for answer in answers if answer not in text] == []


@one_database
async def test_two_changes_are_taken_back_together(learner: Chat, database: Database) -> None:
    """Each is done once, and one 되돌리기 takes back what the message did."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner
    text = await learner.says("저녁 8시로 바꿔주고 이름도 민지라고 불러줘")
    assert "오후 8시에 보낼게요" in text
    assert "민지 님" in text
    await learner.taps("되돌리기")
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.called) == (before.rhythm, before.called)


@one_database
async def test_an_answer_and_a_question(learner: Chat) -> None:
    """The answer is graded, and the question is answered as under the question it was asked at."""
    await learner.says("/ask word-expertise")
    text = await learner.types("전문성이요! 근데 왜 이런걸 물어봐요?")
    assert "✓ 전문성" in text
    assert "오래 남아서" in text
    assert learner.expects == ""


@one_database
async def test_a_job_and_a_question(chat: Chat, database: Database) -> None:
    """The job is kept and said back, the question answered, and the next one asked last."""
    await chat.says("시작")
    text = await chat.says("네일샵 하는데 이런 것도 되나요")
    assert text.index("누구나 할 수 있어요") < text.index("네일샵 하시는군요") < text.index("언제 보내 드릴까요")
    assert (await record_at(database, chat.address)).learner.job == "네일샵 해요"
    assert chat.expects == "/hour"


@one_database
@pytest.mark.parametrize(
    ("said", "answers"),
    [
        (
            "이거 얼마예요? 그리고 하루에 몇 분 걸려요?",
            ["돈은 들지 않아요", "하루 5분 안쪽이에요", "지금 어떤 일을 하세요"],
        ),
        (
            "전 미용실 하는데 이런 것도 배울 수 있나요",
            ["누구나 할 수 있어요", "미용실 하시는군요", "언제 보내 드릴까요"],
        ),
    ],
)
async def test_a_stranger_is_answered_and_welcomed(chat: Chat, said: str, answers: list[str]) -> None:
    """Before the greeting, in the same turn."""
    text = await chat.types(said)
    assert [answer for answer in ("나만의 일", *answers) if answer not in text] == []


@one_database
@pytest.mark.parametrize(
    "said", ["바빠요. 나중에 할게요", "선물 같은 거 있나요 다 맞히면", "주말에도 와요? 주말은 빼줘요"]
)
async def test_one_thing_stays_one(learner: Chat, said: str) -> None:
    """A reason, a condition, or the same thing twice is no second one."""
    await finish_lesson(learner)
    await learner.says(said)
    assert len(learner.message.bubbles) <= 2


@one_database
async def test_a_line_that_tells_what_others_asked_is_no_pair_of_questions(learner: Chat) -> None:
    """It is said of customers."""
    await learner.says("/line 01-three-strategies")
    assert "돈은 들지 않아요" not in await learner.types("손님이 물어봐요. 이거 얼마예요? 언제 돼요?")


async def test_who_says_what_to_be_called_has_told_no_job(chat: Chat) -> None:
    """민지라고 불러 주세요 is one wish, and the question about work stays open."""
    await chat.says("시작")
    told = await chat.says("민지라고 불러 주세요")
    assert "이제 ‘민지 님’이라고 부를게요." in told
    assert "부르시는군요" not in told
    assert chat.expects.startswith("/trade")
