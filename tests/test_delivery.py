"""The daily lesson: once a day, at the learner's own hour, on the right address, and never for someone who left."""

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.conversation import Turn
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address, Begin, Message, Send, Unreachable, Unsent, Unsure, at_once
from bot.operator.metrics import Metrics
from bot.store import Database
from handlers.reminder import remind
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.records import has_read
from tests.test_first_minutes import finish_lesson


async def test_the_lesson_comes_at_the_chosen_hour(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Weekdays at 8: not a minute before, once at 8, and again the next morning."""
    clock.now = TUESDAY_8.replace(hour=22, minute=59)
    assert await delivery.deliver() == 0
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    assert await delivery.deliver() == 0
    address, message = post.letters[0]
    assert address == learner.address
    opening, _, lesson = message.bubbles[0].partition("\n\n")
    assert "‘커피를 내리면’" in opening
    assert lesson.startswith("레슨 1/30")
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
    [(Unsure(), "unknown"), (Unreachable(), "unreachable"), (RuntimeError(), "failed")],
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


async def test_what_surely_never_left_is_tried_again(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, metrics: Metrics
) -> None:
    """The messenger is away for an hour: the lesson comes when it is back, once."""
    clock.now = TUESDAY_8
    post.fault = Unsent("nobody listens")
    for _ in range(60):
        await delivery.deliver()
        clock.forward(minutes=1)
    tries = len(post.letters)
    assert 10 < tries < 25  # the longer it has waited, the rarer the tries
    post.fault = None
    for _ in range(60):
        await delivery.deliver()
        clock.forward(minutes=1)
    assert len(post.letters) == tries + 1
    assert 'outcome="sent"} 1.0' in metrics.text().decode()


async def test_it_is_not_tried_for_ever(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """After three hours the lesson waits in the chat; the next one comes at its hour."""
    clock.now = TUESDAY_8
    post.fault = Unsent("nobody listens")
    for _ in range(200):
        await delivery.deliver()
        clock.forward(minutes=1)
    post.fault = None
    tries = len(post.letters)
    for _ in range(200):
        await delivery.deliver()
        clock.forward(minutes=1)
    assert len(post.letters) == tries
    assert "너무 늦어져서 보내지 않았어요" in await learner.says("내데이터")
    clock.now = TUESDAY_8
    clock.forward(days=1)
    await delivery.deliver()
    assert len(post.letters) == tries + 1


async def test_whoever_says_stop_meanwhile_is_left_alone(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """Nothing is tried again for somebody who switched the reminders off."""
    clock.now = TUESDAY_8
    post.fault = Unsent("nobody listens")
    await delivery.deliver()
    post.fault = None
    await learner.says("알림 꺼줘")
    clock.forward(minutes=2)
    await delivery.deliver()
    assert len(post.letters) == 1


async def test_the_farewell_is_tried_again_like_any_other_message(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """It switches the reminders off; that must not be what keeps it from being said."""
    await learner.says("알림 매일 아침 8시")
    clock.now = TUESDAY_8
    for _ in range(10):
        await delivery.deliver()
        clock.forward(days=1)
    post.fault = Unsent("nobody listens")
    await delivery.deliver()
    post.fault = None
    clock.forward(minutes=2)
    await delivery.deliver()
    assert "먼저 말을 걸지 않을게요" in post.letters[-1][1].bubbles[0]
    clock.forward(days=2)
    assert await delivery.deliver() == 0


@dataclass
class Stuck:
    """A messenger that hangs, before or after the message has begun, until it is let go."""

    begins: bool
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)
    sent: int = 0

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        if self.begins:
            await begin()
        self.reached.set()
        await self.go.wait()
        if not self.begins:
            await begin()
        self.sent += 1


def another(database: Database, desk: Desk, send: Send, clock: Clock, metrics: Metrics) -> Delivery:
    """The delivery of another process on the same database."""
    return Delivery(database, desk, {"telegram": send}, clock, metrics, korean_holidays([2026]))


async def test_what_a_dead_process_had_not_begun_is_taken_over(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, desk: Desk
) -> None:
    """Claimed, not begun, and then silence: another process sends it; the first, woken late, sends nothing."""
    clock.now = TUESDAY_8
    stuck, metrics = Stuck(begins=False), Metrics()
    first = asyncio.create_task(another(database, desk, stuck.send, clock, metrics).deliver())
    await stuck.reached.wait()
    assert await delivery.deliver() == 0
    clock.forward(seconds=91)
    assert await delivery.deliver() == 1
    assert len(post.letters) == 1
    stuck.go.set()
    await first
    assert stuck.sent == 0


async def test_what_a_dead_process_had_begun_is_never_repeated(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, desk: Desk
) -> None:
    """Its fate is unknown, and is written down as that; a sender that was only slow still tells the truth."""
    clock.now = TUESDAY_8
    stuck, metrics = Stuck(begins=True), Metrics()
    first = asyncio.create_task(another(database, desk, stuck.send, clock, metrics).deliver())
    await stuck.reached.wait()
    for _ in range(20):
        clock.forward(minutes=1)
        await delivery.settle()
        assert await delivery.deliver() == 0
    assert post.letters == []
    assert "닿았는지 알 수 없어요" in await learner.says("내데이터")
    stuck.go.set()
    await first
    assert "닿았는지 알 수 없어요" not in await learner.says("내데이터")


async def test_told_to_stop_it_gives_back_what_it_has_not_begun(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, desk: Desk
) -> None:
    """The next process need not wait for a lease to lapse."""
    clock.now = TUESDAY_8
    stuck = Stuck(begins=False)
    running = asyncio.create_task(another(database, desk, stuck.send, clock, Metrics()).run())
    await stuck.reached.wait()
    running.cancel()
    await asyncio.wait([running])
    assert await delivery.deliver() == 1
    assert len(post.letters) == 1


async def test_a_lesson_that_cannot_be_said_takes_no_other_with_it(
    desk: Desk, clock: Clock, post: Post, delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours for one learner of ten: nine get theirs, and the tenth is not tried for ever."""
    for n in range(10):
        chat = Chat(desk, clock, Address("telegram", str(n)))
        for words in ("시작", "/trade teacher", "/hour weekdays 08:00"):
            await chat.says(words)

    def faulty(turn: Turn) -> Message:
        if turn.address.id == "3":
            raise RuntimeError
        return remind(turn)

    monkeypatch.setattr(desk.conversation, "_reminder", faulty)
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 10
    assert {address.id for address, _ in post.letters} == {str(n) for n in range(10) if n != 3}
    clock.forward(minutes=5)
    assert await delivery.deliver() == 0


async def test_a_crowded_minute_begins_early(
    database: Database, desk: Desk, clock: Clock, post: Post, metrics: Metrics
) -> None:
    """At one message a second, eighty for 08:00 take eighty seconds; forty are sent before. A small crowd is not."""
    crowd = [Chat(desk, clock, Address("telegram", str(n))) for n in range(80)]
    for chat in crowd:
        for words in ("시작", "/trade teacher", "/hour weekdays 08:00"):
            await chat.says_at_once(words)
    slow = Delivery(database, desk, {"telegram": post.send}, clock, metrics, korean_holidays([2026]), rate=1)
    clock.now = TUESDAY_8
    clock.forward(minutes=-2)
    assert await slow.deliver() == 0
    clock.forward(seconds=81)
    assert await slow.deliver() == 80
    assert len({address for address, _ in post.letters}) == 80
    clock.forward(minutes=2)
    assert await slow.deliver() == 0
    clock.forward(days=1, minutes=-2)
    small = Delivery(database, desk, {"telegram": post.send}, clock, metrics, korean_holidays([2026]), rate=2)
    assert await small.deliver() == 0


async def test_the_end_of_the_course_is_told_once(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, course: Course
) -> None:
    """After the last lesson there is one message, then silence."""
    await has_read(database, learner.address, course.parts[:-1], clock.now)
    clock.now = TUESDAY_8
    await finish_lesson(learner)
    clock.now = TUESDAY_8
    for _ in range(10):
        clock.forward(days=1)
        await delivery.deliver()
    assert ["끝까지 걸었어요" in "".join(message.bubbles) for _, message in post.letters] == [True]


async def test_a_channel_that_cannot_speak_first_is_skipped(
    desk: Desk, clock: Clock, delivery: Delivery, metrics: Metrics
) -> None:
    """On KakaoTalk the lesson waits for the learner."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for words in ("시작", "/trade shop"):
        await chat.says(words)
    assert "카카오톡에서는 먼저 말을 걸 수 없으니" in await chat.says("/hour weekdays 08:00")
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert 'lessons_sent_total{channel="kakao",outcome="skipped"}' in metrics.text().decode()


async def test_the_operator_sees_how_far_behind_it_is(
    database: Database, desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An hour late, and one message in hand at a time: the health page says so until the queue is through."""
    monkeypatch.setattr("bot.delivery.sender.IN_HAND", 1)
    for n in range(2):
        chat = Chat(desk, clock, Address("telegram", str(n)))
        for words in ("시작", "/trade teacher", "/hour weekdays 08:00"):
            await chat.says(words)
    clock.now = TUESDAY_8
    clock.forward(hours=1)
    stuck = Stuck(begins=False)
    late = another(database, desk, stuck.send, clock, Metrics())
    running = asyncio.create_task(late.deliver())
    await stuck.reached.wait()
    assert late.state().startswith("degraded: 60 minutes behind")
    stuck.go.set()
    await running
    assert (stuck.sent, late.state()) == (2, "ok")


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


async def test_an_outage_over_night_loses_one_lesson_and_not_two(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """Down from Tuesday morning to Wednesday at 9: Tuesday's waits in the chat, Wednesday's comes an hour late."""
    clock.now = TUESDAY_8
    clock.forward(days=1, hours=1)
    assert await delivery.deliver() == 2
    assert len(post.letters) == 1
    told = await learner.says("내데이터")
    assert "11월 24일(화) 오전 8시, 정해 둔 시간: 너무 늦어져서" in told
    assert "오늘(수) 오전 8시, 정해 둔 시간: 보냈어요" in told
    clock.forward(days=1, hours=-1)
    assert await delivery.deliver() == 1


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


async def test_it_can_be_less(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """One tap on the reminder itself, and it comes on fewer days at the same hour."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    learner.message = post.letters[0][1]
    assert "월·수·금 오전 8시" in await learner.taps("덜 자주")
    for _ in range(7):
        clock.forward(days=1)
        await delivery.deliver()
    assert len(post.letters) == 1 + 3


async def test_a_long_holiday_is_announced_and_kept(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """설 2027 is on Sunday the 7th of February with its substitute on Tuesday: said on Friday, then silence."""
    clock.now = TUESDAY_8.replace(year=2027, month=2, day=2)  # 08:00 on Wednesday in Seoul
    await learner.says("알림 매일 아침 8시")
    comes = {}
    for day in range(4, 12):
        clock.now = clock.now.replace(day=day - 1, hour=23, minute=0, second=0)
        await delivery.deliver()
        if post.letters:
            comes[day] = post.letters.pop()[1].bubbles[0]
    assert list(comes) == [4, 5, 10, 11]
    assert [day for day in comes if "설 연휴에는 쉬어 갈게요. 2월 10일(수)에 다시 만나요." in comes[day]] == [5]


async def test_twice_a_day(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Whoever chose two hours is spoken to twice, unless the day is done by then."""
    assert "오전 8시와 오후 9시" in await learner.says("알림 매일 아침 8시와 밤 9시")
    clock.now = TUESDAY_8
    for _ in range(2):
        await delivery.deliver()
        clock.forward(hours=13)
        await delivery.deliver()
        assert await delivery.deliver() == 0
        clock.forward(hours=11)
    assert len(post.letters) == 4
    await delivery.deliver()
    await finish_lesson(learner)
    clock.forward(hours=13)
    await delivery.deliver()
    assert len(post.letters) == 5


async def test_an_hour_changed_on_the_same_day(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Today's lesson has come; another hour begins tomorrow, and that is what we say."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert "내일(수) 오후 8시" in await learner.says("알림 매일 저녁 8시")
    clock.forward(hours=12)
    await delivery.deliver()
    assert len(post.letters) == 1
    clock.forward(days=1)
    await delivery.deliver()
    assert len(post.letters) == 2


async def test_a_second_pause_does_not_end_the_first(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """We keep one at a time, and say so instead of ringing in the middle of the first."""
    await learner.says("쉬기 일주일")
    assert "한 번에 하나만" in await learner.says("쉬기 12월 24일")
    for _ in range(6):
        clock.forward(days=1)
        await delivery.deliver()
    assert post.letters == []


async def test_a_date_weeks_ahead_takes_no_lesson_away(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """Asked for on the 3rd of December at 19:00: every morning's lesson comes as well, but for that day's."""
    assert "12월 3일(목) 오후 7시" in await learner.says("12월 3일 저녁 7시에 알려줘")
    clock.now = TUESDAY_8
    for _ in range(20):
        await delivery.deliver()
        clock.forward(hours=12)
    assert len(post.letters) == 7 + 1 + 1 - 1


async def test_quiet_hours_can_be_over(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """It is said as people say it, and never taken for switching everything off."""
    for words in ("조용한 시간 없애줘", "방해금지 해제", "조용한 시간 취소할게요", "이제 아무 때나 보내도 돼요"):
        await learner.says("아침 7시부터 아침 9시까지는 보내지 마")
        assert "조용한 시간을 없앴어요" in await learner.says(words), words
    assert "조용한 시간이 없어요" in await learner.says("밤에도 보내도 돼")
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert len(post.letters) == 1


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
