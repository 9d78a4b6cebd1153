"""What no rule understands, as chats: what it is most like is answered, and changes nothing."""

from datetime import timedelta

import pytest

from bot.course.model import Course
from bot.store import Database
from tests.conftest import Chat, Clock
from tests.learning.turns import seoul
from tests.records import has_read, record_at
from tests.test_first_minutes import finish_lesson

LINE = "01-three-strategies"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("일흔하나인데 너무 늦은 거 아닌가요", "누구나 할 수 있어요"),
        ("제 정보 어디 팔아먹는 거 아니에요?", "적어 둔 것은"),
        ("씨 진짜 짜증나게 하네", "언짢게"),
        ("할아버지가 돌아가셨어요", "마음이 무거우시겠어요"),
        ("주중에는 아침 7시 주말엔 9시로 받을게요", "요일마다 다른 시간"),
        ("오늘 엄청 춥네요", "바깥이 그렇군요"),
        ("노트북으로도 이어서 보고 싶은데 새로 시작해야 하나요", "다른 메신저에서"),
        ("선물 같은 거 있나요 다 맞히면", "상품은 없어요"),
        ("우리 딸 다음 달에 결혼해요", "축하드려요"),
        ("아버지가 쓰러지셔서 병원에 있어요", "마음이 많이 쓰이시겠어요"),
    ],
)
async def test_it_is_answered(learner: Chat, database: Database, said: str, answer: str) -> None:
    """And nothing is changed by it."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner.rhythm
    assert answer in await learner.says(said)
    assert (await record_at(database, learner.address)).learner.rhythm == before


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("사람이 답해 주는 건가요 아니면 기계예요", "자동으로"),
        ("제 이름이나 번호가 저장되나요", "적어 두는 것은"),
        ("무슨 내용 배우는지 목차 먼저 볼래요", "여섯 단원이에요"),
        ("운전 중이라 나중에 볼게요", "나중에 오셔도 괜찮아요"),
        ("저희 어머니 대신 등록할 수 있어요?", "대신 등록하거나"),
    ],
)
async def test_a_stranger_is_answered(chat: Chat, said: str, answer: str) -> None:
    """Before the greeting; who has no time now is not asked anything."""
    await chat.types(said)
    assert answer in chat.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("1번은 아니고 2번 3번 중에 고민돼요", "하나만 골라"),
        ("5번이요", "3번까지 있어요"),
        ("2번 아니에요?", "2번을 고르신 걸까요"),
        ("지금 버스라 이따 풀게요", "하던 곳은 그대로 있어요"),
        ("문제 다시 보여 주세요 위로 밀려서 안 보여요", "어느 전략에"),
    ],
)
async def test_under_a_question(learner: Chat, said: str, answer: str) -> None:
    """It stays open, and what is said about it is answered."""
    await learner.says("/ask strategy-map")
    await learner.types(said)
    assert answer in learner.text
    assert "✓ 융합" in await learner.types("융합이요")


@pytest.mark.parametrize(
    "said",
    [
        "손님 와서 이따가요",
        "그건 말 못해요",
        "연결 ABCD-1234",
        "오늘 점심에 국수 먹었어요",
        "뭐라고 써야 될지 모르겠어요",
    ],
)
async def test_what_is_no_line_is_not_filed(learner: Chat, database: Database, said: str) -> None:
    """It is left, answered, or asked about."""
    await learner.says(f"/line {LINE}")
    await learner.says(said)
    assert (await record_at(database, learner.address)).written == []


@pytest.mark.parametrize(
    "said",
    [
        "회사를 그만두고 싶은데 못 그만두는 30대",
        "두 분야를 합치는 전략이 저한테 맞는 것 같아요",
        "손님이 취소하면 그분 시간에 맞춰 다시 잡아 드려요",
        "저녁 8시 수업을 줄이고 아침반을 열었어요",
    ],
)
async def test_a_line_is_filed_at_once(learner: Chat, database: Database, said: str) -> None:
    """Whatever commands its words are like."""
    await learner.says(f"/line {LINE}")
    await learner.says(said)
    assert [line.text for line in (await record_at(database, learner.address)).written] == [said]


@pytest.mark.parametrize(
    "said",
    [
        "너무 자주 와서 좋네요",
        "매일 하는 건 힘들지만 해볼게요",
        "알림이 많다는 사람도 있던데",
        "아니 안 보내도 돼요",
        "알림 끄지 마세요",
        "손님들이 저를 이모라고 불러요",
    ],
)
async def test_a_setting_stays(learner: Chat, database: Database, said: str) -> None:
    """Where nothing is wished for, or not of the reminders."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner
    await learner.says(said)
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.off, after.called) == (before.rhythm, before.off, before.called)


@pytest.mark.parametrize("said", ["저녁 8시 빼고 아무때나", "아침 8시는 너무 바빠요", "저녁 8시는 안 돼요"])
async def test_an_hour_that_is_set_aside_is_not_set(chat: Chat, database: Database, said: str) -> None:
    """Where an hour is asked for: it is asked once more."""
    await chat.says("시작")
    await chat.says("/trade teacher")
    assert "언제 보내 드릴까요" in await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == ""


@pytest.mark.parametrize(
    ("said", "hour"), [("아침 8시는 힘들고 저녁 7시요", "오후 7시"), ("7시는 싫고 저녁 9시요", "오후 9시")]
)
async def test_the_hour_named_instead_is_meant(learner: Chat, said: str, hour: str) -> None:
    """What stands behind the one that does not suit."""
    assert hour in await learner.says(said)


@pytest.mark.parametrize("said", ["개인화 아니 융합", "개인화 아니다 융합", "개인화, 아니 융합"])
async def test_who_corrects_an_answer_means_the_last(learner: Chat, said: str) -> None:
    """And takes nothing else back."""
    await learner.says("/ask strategy-map")
    assert "맞아요" in await learner.says(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("주말에도 와요?", "주말에는 안 가요."),
        ("주말엔 안 오죠?", "주말에는 안 가요."),
        ("토요일에도 오나요", "토요일에는 안 가요."),
        ("수요일에도 와요?", "네, 수요일에도 가요."),
        ("평일에만 와요?", "네, 평일에만 가요."),
        ("매일 와요?", "매일은 아니고, 평일에 가요."),
        ("공휴일에도 와요?", "공휴일에는 안 가요."),
        ("내일도 와요?", "네, 내일(화) 오전 8시에 가요."),
        ("내일은 몇 시에 와요?", "내일(화) 오전 8시에 가요."),
    ],
)
async def test_whether_they_come_is_told_first(learner: Chat, said: str, told: str) -> None:
    """Then how they are set."""
    assert (await learner.says(said)).startswith(told)


@pytest.mark.parametrize(
    ("hour", "said", "told"),
    [
        (
            "2026-12-24 10:00",
            "내일 와요?",
            "내일(금)에는 공휴일이라 안 가요.\n다음 레슨은 12월 28일(월) 오전 8시에 가요.",
        ),
        ("2026-12-24 10:00", "내일 쉬어요?", "내일(금)에는 공휴일이라 안 가요."),
        ("2026-12-24 10:00", "모레도 와요?", "모레(토)에는 안 가요."),  # no day of theirs
        ("2026-12-25 10:00", "오늘 공휴일이라 쉬는 거예요?", "오늘(금)에는 공휴일이라 안 가요."),
        ("2026-12-22 10:00", "내일 공휴일이에요? 와요?", "공휴일에는 안 가요."),  # not by our calendar
    ],
)
async def test_a_holiday_is_told_as_the_reason(learner: Chat, clock: Clock, hour: str, said: str, told: str) -> None:
    """Who asks on the day, or before it, hears why none comes."""
    await learner.says("진도")
    clock.now = seoul(hour)
    assert (await learner.says(said)).startswith(told)


async def test_days_without_one_are_a_tap_away(learner: Chat) -> None:
    """With the hours of now."""
    await learner.says("주말에도 와요?")
    assert "매일 오전 8시에 보낼게요" in await learner.taps("주말에도 받기")


async def test_who_is_done_today_is_told_the_next_day(learner: Chat, clock: Clock) -> None:
    """An hour that is still ahead today brings nothing more."""
    await finish_lesson(learner)
    assert "다음 레슨은 내일(화) 오후 9시" in await learner.says("알림 저녁 9시")


async def test_a_check_left_before_its_promise_asks_for_it(
    learner: Chat, database: Database, course: Course, clock: Clock
) -> None:
    """Its line stands; what is missing is the promise, and leaving that ends the check."""
    check = course.checks[next(iter(course.checks))]
    await has_read(database, learner.address, course.parts[: course.parts.index(check)], clock.now)
    await learner.says(f"/check {check.name}")
    while not learner.expects.startswith("/write"):
        await learner.says("모르겠어요" if learner.expects else "다음")
    await learner.says("먼저 묻게 됐어요.")
    await learner.says("계획")
    clock.now += timedelta(days=1)
    assert check.promise.prompt in await learner.says(f"/line {check.name}")
    await learner.says("건너뛸게요")
    assert check.name in (await record_at(database, learner.address)).finished
