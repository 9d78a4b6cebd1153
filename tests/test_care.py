"""Somebody who may harm themselves is answered with care and a helpline, in every state, before anything else."""

from collections.abc import Sequence

import pytest

from bot.delivery import Delivery
from bot.desk import Desk
from bot.store import Database
from tests.channels.kakao_learner import kakao
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.records import record_at

WORDS = "그만 살고 싶어요"
WORRY = "다 지쳤어요 이제 아무 의미가 없어요"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
STATES: dict[str, Sequence[str]] = {
    "greeted": ("시작",),
    "asked for the hour": ("시작", "/trade teacher"),
    "asked for a promise": ("시작", "/trade teacher", "/hour weekdays 08:00"),
    "idle": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "진도"),
    "a choice": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "/ask strategy-map"),
    "an open line": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "/line 01-three-strategies"),
    "a report": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "/report strategy-map"),
    "a reminder's time": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "알림"),
    "asked what they do": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "하는일"),
    "asked to erase all": ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", "탈퇴"),
}


@pytest.mark.parametrize("state", STATES)
async def test_in_every_state(chat: Chat, database: Database, state: str) -> None:
    """Nothing is graded, kept or guessed, and the open question stays open."""
    for words in STATES[state]:
        await chat.says(words)
    before = await record_at(database, chat.address)
    text = await chat.says(WORDS)
    assert "109" in text
    assert "1577-0199" in text
    assert "1388" in text
    after = await record_at(database, chat.address)
    assert after.learner.screen == before.learner.screen
    for name in ("histories", "cards", "finished", "days", "written", "prechecks"):
        assert getattr(after, name) == getattr(before, name), name
    for name in ("trade", "rhythm", "intention", "off", "quiet", "heard", "meant", "heard_at"):
        assert getattr(after.learner, name) == getattr(before.learner, name), name
    assert WORDS not in repr(after)


@pytest.mark.parametrize("state", STATES)
async def test_harm_by_others(chat: Chat, database: Database, state: str) -> None:
    """The police and the helplines for it, whatever is open; nothing of it is kept either."""
    for words in STATES[state]:
        await chat.says(words)
    before = await record_at(database, chat.address)
    text = await chat.says("남편이 때려요")
    assert "112" in text
    assert "1366" in text
    after = await record_at(database, chat.address)
    assert after.learner.screen == before.learner.screen
    assert after.written == before.written
    assert "때려요" not in repr(after)


@pytest.mark.parametrize("state", STATES)
async def test_a_worry_changes_nothing(chat: Chat, database: Database, state: str) -> None:
    """A helpline, softly; nothing is graded, kept or switched off, and what is open stays a tap away."""
    for words in STATES[state]:
        await chat.says(words)
    before, buttons = await record_at(database, chat.address), chat.message.buttons
    text = await chat.says(WORRY)
    assert "109" in text
    assert "?" not in text
    assert chat.message.buttons[: len(buttons)] == buttons
    after = await record_at(database, chat.address)
    assert after.learner == before.learner
    assert after.written == before.written
    assert "지쳤어요" not in repr(after)


async def test_after_a_worry_the_reminder_comes_and_a_rest_is_a_tap(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """Whoever is only tired still gets the lesson that they asked for, unless they say otherwise."""
    clock.now = TUESDAY_8
    clock.forward(minutes=-30)
    await learner.says(WORRY)
    assert "하루 쉬기" in learner.labels
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert len(post.letters) == 1


async def test_on_kakaotalk(desk: Desk, clock: Clock) -> None:
    """What was open is still a tap away there, danger is answered under any question, and neither breaks a rule."""
    async with kakao(desk, clock) as me:
        for words in ("시작", "강사", "평일 오전 8시", "커피를 내리면", "오늘", "다음"):
            await me.says(words)
        assert "109로 전화해 주세요" in await me.says(WORRY)
        assert "아쉬워요" in await me.taps("개인화")
        assert "자살예방 상담전화 109" in await me.says(WORDS)
        assert "확인 2/2" in await me.says("다음")


async def test_the_trouble_of_customers_is_a_line(learner: Chat) -> None:
    """What a business is about is filed where a line is asked for."""
    await learner.says("/line 01-three-strategies")
    assert "적어 두었어요" in await learner.says("고객은 지치고 외로운 보호자예요")


async def test_when_the_reminder_comes_is_told_truly(learner: Chat, clock: Clock) -> None:
    """The day's lesson rests, and whoever asks about it hears so, before its hour and after."""
    clock.now = TUESDAY_8
    clock.forward(minutes=-30)
    await learner.says(WORDS)
    assert "다음 레슨은 내일(수) 오전 8시에 가요" in await learner.says("알림 언제 와요?")
    assert "오늘 레슨은 쉬어요" in await learner.says("알림 왜 안 와요?")
    clock.forward(hours=2)
    assert "오늘 레슨은 쉬어요" in await learner.says("알림 왜 안 와요?")
    clock.forward(days=1)
    assert "쉬어요" not in await learner.says("알림 언제 와요?")


async def test_next_does_not_leave_out_a_line_that_is_out_of_sight(learner: Chat) -> None:
    """The care has put the open line out of sight: 다음 brings it back, and 건너뛰기 leaves it out."""
    line = await learner.says("/line 01-three-strategies")
    await learner.says(WORDS)
    assert await learner.says("다음") == line
    assert "비워 둘게요" in await learner.says("건너뛰기")


async def test_a_strangers_first_words(chat: Chat) -> None:
    """Before any greeting."""
    assert "109" in await chat.says(WORDS)
    assert "「나만의 일」이에요" in await chat.says("안녕하세요")


async def test_no_lesson_comes_for_the_rest_of_the_day(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """The day's reminder rests; the next day's comes as ever."""
    clock.now = TUESDAY_8
    clock.forward(minutes=-30)
    await learner.says(WORDS)
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert post.letters == []
    clock.forward(days=1)
    await delivery.deliver()
    assert len(post.letters) == 1


@pytest.mark.parametrize("words", ["배고파 죽겠다", "웃겨 죽겠네", "과정을 끝내고 싶어요"])
async def test_a_figure_of_speech_is_none(learner: Chat, words: str) -> None:
    """Nobody is sent to a helpline for being hungry."""
    assert "109" not in await learner.says(words)


@pytest.mark.parametrize(
    ("words", "job"),
    [
        ("번개탄 배달", "번개탄 배달"),
        ("목을 매는 스카프 가게", "목을 매는 스카프 가게"),
        ("칼 가는 트럭", "칼 가는 트럭"),
        ("죽집 해요", "죽집 해요"),
        ("수의 짓는 일", "수의 짓는 일"),
        ("자살 예방 강사예요", "자살 예방 강사"),
        ("죽고 싶다는 학생을 상담하는 상담사예요", "죽고 싶다는 학생을 상담하는 상담사"),
    ],
)
async def test_a_trade_that_touches_it_is_kept(chat: Chat, database: Database, words: str, job: str) -> None:
    await chat.says("시작")
    assert "109" not in await chat.types(words)
    assert (await record_at(database, chat.address)).learner.job == job


@pytest.mark.parametrize("words", ["죽고 싶은 미용사예요", "유서 쓰는 강사예요", "자살하려는 친구를 돕는 일"])
async def test_who_says_it_of_themselves_is_heard_though_a_trade_is_asked_for(
    chat: Chat, database: Database, words: str
) -> None:
    await chat.says("시작")
    assert "109" in await chat.types(words)
    assert (await record_at(database, chat.address)).learner.job == ""
