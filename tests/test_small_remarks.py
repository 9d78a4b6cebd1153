"""Small remarks, school age, first words and stopping: a short human word, and the question left open."""

import pytest

from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
REMARKS = {
    "배고프다": "출출하실 때네요",
    "아 배고파": "출출하실 때네요",
    "출출하네": "출출하실 때네요",
    "비오네 여기": "바깥이 그렇군요",
    "춥다 오늘": "바깥이 그렇군요",
    "오 이거 재밌네": "고마워요",
    "머리 아프네": "쉬어요",
}
OPEN = {"choice": "/ask strategy-map", "typed": "/ask word-expertise", "line": "/line 01-three-strategies"}


@one_database
@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("state", OPEN)
async def test_a_remark_at_an_open_question(learner: Chat, database: Database, state: str, remark: str) -> None:
    """It fits the remark, nothing is graded or filed, and the question is still open."""
    await learner.says(OPEN[state])
    asked = learner.expects
    assert REMARKS[remark] in await learner.types(remark)
    assert learner.expects == asked
    record = await record_at(database, learner.address)
    assert (record.written, dict(record.histories)) == ([], {})


@one_database
@pytest.mark.parametrize("laughter", ["ㅋㅋ", "ㅋㅋㅋㅋㅋㅋ", "ㅎㅎㅎ"])
async def test_laughter_with_nothing_open(learner: Chat, laughter: str) -> None:
    """It is no puzzle."""
    await finish_lesson(learner)
    assert "웃으셨다니" in await learner.types(laughter)


@one_database
@pytest.mark.parametrize("remark", ["배고프다", "오 이거 재밌네", "비 오네"])
async def test_it_takes_one_bubble(learner: Chat, remark: str) -> None:
    """With the word that the question is still there."""
    await learner.says(OPEN["typed"])
    await learner.types(remark)
    assert len(learner.message.bubbles) == 1
    assert "앞의 질문은 그대로 있어요" in learner.text


@one_database
@pytest.mark.parametrize("line", ["비 오는 날은 손님이 적어요", "손님들이 배고프다고 해요", "추우면 국물이 잘 팔려요"])
async def test_a_line_that_speaks_of_it_is_a_line(learner: Chat, database: Database, line: str) -> None:
    """What is told of one's work is no remark."""
    await learner.says(OPEN["line"])
    await learner.types(line)
    assert [one.text for one in (await record_at(database, learner.address)).written] == [line]


@one_database
@pytest.mark.parametrize(
    "said",
    [
        "중학생인데 해도 돼요?",
        "고등학교 2학년인데 들어도 되나요",
        "중2인데 해도 됨?",
        "열다섯 살인데 할 수 있어요?",
        "저 초등학생이에요",
    ],
)
async def test_school_age_is_told_the_truth(chat: Chat, said: str) -> None:
    """It is for adults; under fourteen nobody can; above it one may read along. A stranger is welcomed all the same."""
    text = await chat.types(said)
    assert "어른이 하는 일" in text
    assert "만 14세" in text
    assert "지금 어떤 일을 하세요" in text


@one_database
@pytest.mark.parametrize("said", ["중학생 가르쳐요", "저 고등학생 과외 해요"])
async def test_who_teaches_them_has_a_job(chat: Chat, database: Database, said: str) -> None:
    """And is told nothing about age."""
    await chat.says("시작")
    assert "만 14세" not in await chat.types(said)
    assert (await record_at(database, chat.address)).learner.job


@one_database
@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("회원가입 어디서 해요", "따로 없어요"),
        ("매일 해야 합니까", "매일 하지 않아도 돼요"),
        ("매일은 못하는데 괜찮아요?", "매일 하지 않아도 돼요"),
        ("안녕하세요 친구가 해보라고 해서 들어왔어요", "「나만의 일」"),
    ],
)
async def test_a_stranger_who_asks_is_answered_and_welcomed(chat: Chat, said: str, answer: str) -> None:
    """In one turn, with the question what they do."""
    assert answer in await chat.types(said)
    assert chat.expects == "/trade"


@one_database
@pytest.mark.parametrize("said", ["이따 할게요", "일단 둘러만 볼게요"])
async def test_who_comes_later_is_asked_nothing(chat: Chat, said: str) -> None:
    """It is no line and no job."""
    assert "나중에 오셔도 괜찮아요" in await chat.types(said)
    assert chat.expects == ""


@one_database
@pytest.mark.parametrize("said", ["저 이제 그만할게요", "이제 그만둘래요", "이거 그만두고 싶은데 어떻게 해요"])
async def test_who_stops_is_asked_how_far(learner: Chat, database: Database, said: str) -> None:
    """A day, some days, the reminders or all of it, by a tap; nothing is changed yet, and no helpline is given."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner
    text = await learner.types(said)
    assert "어디까지 그만할까요" in text
    assert "109" not in text
    assert {"하루 쉬기", "며칠 쉬기", "알림 끄기", "탈퇴"} <= {*learner.labels}
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.off, after.paused_until) == (before.rhythm, before.off, before.paused_until)


@one_database
@pytest.mark.parametrize("said", ["저 이제 그만할게요ㅠㅠ", "저 이제 그만할게요 그동안 고마웠어요"])
async def test_tears_and_a_farewell_keep_their_care(learner: Chat, said: str) -> None:
    """A worry is a worry."""
    assert "109" in await learner.types(said)


@one_database
async def test_who_is_done_today_rests_from_tomorrow(learner: Chat) -> None:
    """Three days are three days, told from when to when; who is not done rests from today."""
    await finish_lesson(learner)
    text = await learner.says("3일 쉴게요")
    assert "내일(화)부터 11월 26일(목)까지 쉬고, 11월 27일(금)부터" in text


@one_database
@pytest.mark.parametrize("asks", ["알림 7시로 바꿔줘", "알림", "쉴래요", "저녁 8시로 바꿔줘"])
async def test_a_question_about_time_swallows_no_answer(learner: Chat, asks: str) -> None:
    """The question of the course stays open beneath it, and is answered by the next word."""
    await learner.says("/ask word-expertise")
    await learner.types(asks)
    assert learner.expects.startswith("/answer word-expertise")
    assert "✓ 전문성" in await learner.types("전문성")


@one_database
@pytest.mark.parametrize(("asks", "hour"), [("알림 7시로 바꿔줘", "오후요"), ("알림", "저녁 7시")])
async def test_an_hour_beside_a_question_is_heard(learner: Chat, clock: Clock, asks: str, hour: str) -> None:
    """It is no answer to the question, which stays open."""
    await learner.says("/ask word-expertise")
    await learner.types(asks)
    assert "오후 7시에 보낼게요" in await learner.types(hour)
    assert learner.expects.startswith("/answer word-expertise")
