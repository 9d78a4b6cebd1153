"""The daily lesson: once a day, at the learner's own hour, on the right address, and never for someone who left."""

import pytest

from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.korean.holidays import korean_holidays
from bot.message import Address, Unreachable, Unsent, Unsure
from bot.metrics import Metrics
from bot.store import Database
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.test_first_minutes import finish_lesson


class Died(BaseException):
    """The process is killed."""


async def test_the_lesson_comes_at_the_chosen_hour(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Weekdays at 8: not a minute before, once at 8, and again the next morning."""
    clock.now = TUESDAY_8.replace(hour=22, minute=59)
    assert await delivery.deliver() == 0
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    assert await delivery.deliver() == 0
    address, message = post.letters[0]
    assert address == learner.address
    assert message.bubbles[0].startswith("‘커피를 내리면’ 열기로 한 레슨이에요.\n\n레슨 1/30")
    clock.forward(days=1)
    assert await delivery.deliver() == 1


async def test_weekends_stay_silent(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """평일: nothing on Saturday and Sunday."""
    clock.now = TUESDAY_8
    for _ in range(7):
        await delivery.deliver()
        clock.forward(days=1)
    assert len(post.letters) == 5


async def test_it_can_be_answered_where_it_arrived(learner: Chat, clock: Clock, delivery: Delivery) -> None:
    """The message that came by itself is the screen: its buttons and their numbers work."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert "확인 1/2" in await learner.says("1")


async def test_nothing_rings_on_a_day_already_done(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Whoever has done today's lesson is left in peace."""
    clock.now = TUESDAY_8.replace(hour=21)
    await finish_lesson(learner)
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    assert post.letters == []


async def test_whoever_blocked_us_is_left_alone_and_keeps_their_progress(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database
) -> None:
    """A 403 stops delivery; when they let us in again it goes on."""
    await finish_lesson(learner)
    clock.now = TUESDAY_8
    post.fault = Unreachable()
    await delivery.deliver()
    post.fault = None
    clock.forward(days=1)
    await delivery.deliver()
    assert len(post.letters) == 1
    assert "레슨 1/30" in await learner.says("진도")
    clock.now = TUESDAY_8
    clock.forward(days=2)
    await delivery.deliver()
    assert len(post.letters) == 2


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(Unsure(), "unknown"), (Unsent(), "unsent"), (Unreachable(), "unreachable"), (RuntimeError(), "failed")],
)
async def test_a_slot_is_never_used_twice(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, metrics: Metrics, fault: Exception, outcome: str
) -> None:
    """Whatever became of it, the same day's lesson is not sent again; the outcome is written down."""
    clock.now = TUESDAY_8
    post.fault = fault
    await delivery.deliver()
    clock.forward(minutes=5)
    await delivery.deliver()
    assert len(post.letters) == 1
    assert f'outcome="{outcome}"' in metrics.text().decode()


async def test_a_claim_that_was_never_sent_is_not_repeated(
    learner: Chat,
    clock: Clock,
    post: Post,
    delivery: Delivery,
    database: Database,
    conversation: Conversation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A crash between claim and send costs one ping, never a second one."""
    clock.now = TUESDAY_8

    async def crash(*_: object) -> str:
        raise Died

    monkeypatch.setattr(delivery, "_ring", crash)
    with pytest.raises(Died):
        await delivery.deliver()
    monkeypatch.undo()
    after_restart = Delivery(database, conversation, {"telegram": post.send}, clock, Metrics(), korean_holidays([2026]))
    assert await after_restart.deliver() == 0
    assert "레슨 1/30" in await learner.says("오늘")


async def test_the_end_of_the_course_is_told_once(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """After the last lesson there is one message, then silence."""
    for _ in learner.conversation._course.lessons:  # noqa: SLF001 - as many as there are
        await finish_lesson(learner)
        clock.forward(days=1)
    clock.now = clock.now.replace(hour=23, minute=0)
    post.letters.clear()
    for _ in range(10):
        await delivery.deliver()
        clock.forward(days=1)
    ends = [message for _, message in post.letters if "모두 마쳤어요" in "".join(message.bubbles)]
    assert len(ends) <= 1
    assert len(post.letters) < 10


async def test_a_channel_that_cannot_speak_first_is_skipped(
    conversation: Conversation, clock: Clock, delivery: Delivery, metrics: Metrics
) -> None:
    """On KakaoTalk the lesson waits for the learner."""
    chat = Chat(conversation, clock, Address("kakao", "k"))
    for words in ("시작", "/trade shop"):
        await chat.says(words)
    assert "카카오톡에서는 먼저 말을 걸 수 없으니" in await chat.says("/hour weekdays 08:00")
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert 'lessons_sent_total{channel="kakao",outcome="skipped"}' in metrics.text().decode()


@pytest.mark.parametrize(
    ("hours", "arrives"),
    [(2.9, True), (3.1, False), (24 * 5, False)],
)
async def test_after_an_outage(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, hours: float, *, arrives: bool
) -> None:
    """Within three hours the lesson still comes; later it waits, and the next one comes at its hour."""
    clock.now = TUESDAY_8
    clock.forward(hours=hours)
    assert await delivery.deliver() == 1
    assert bool(post.letters) is arrives
    assert "레슨 1/30" in await learner.says("오늘")


async def test_a_late_lesson_does_not_wake_anybody(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Chosen for 20:30, the server back at 22:00: not tonight."""
    await learner.says("알림 매일 저녁 8시 반")
    clock.now = TUESDAY_8.replace(hour=13, minute=0)  # 22:00 in Seoul
    assert await delivery.deliver() == 1
    assert post.letters == []


async def test_quiet_hours_hold(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Nothing comes by itself in the hours the learner wants quiet."""
    await learner.says("아침 7시부터 아침 9시까지는 보내지 마")
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    assert post.letters == []


async def test_silence_is_asked_about_and_then_kept(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """After three unanswered lessons one question, after ten a farewell, then nothing."""
    await learner.says("알림 매일 아침 8시")
    clock.now = TUESDAY_8
    for _ in range(20):
        await delivery.deliver()
        clock.forward(days=1)
    texts = ["".join(message.bubbles) for _, message in post.letters]
    assert len(texts) == 11
    assert "쉬어 가도 돼요" in texts[3]
    assert "먼저 말을 걸지 않을게요" in texts[10]
    assert "레슨 1/30" in await learner.says("오늘")
