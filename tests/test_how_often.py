"""덜 자주, 더 자주, 왜 안 와요, and the long holidays, as chats."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.korean.spoken import day as spoken_day
from bot.message import Address
from bot.record.facts import Outcome, Reminder
from bot.record.learner import Learner
from bot.rhythm import load_repeat
from bot.texts import Texts
from handlers.in_force import long_rest
from handlers.why_not_sent import Case, reason
from tests.conftest import MONDAY, TUESDAY_8, Chat, Clock, Post
from tests.test_as_people_talk import to_the_line
from tests.test_first_minutes import finish_lesson

HOLIDAYS = korean_holidays(range(2025, 2030))


@pytest.fixture
async def alone(desk: Desk, clock: Clock) -> Chat:
    """Somebody on a channel that cannot speak first."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for words in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    return chat


async def test_fewer_step_by_step_down_to_a_rest(learner: Chat) -> None:
    """Every step is read back with its next day; below once a week come a rest, or no reminders."""
    heard = [await learner.says("덜 자주"), await learner.taps("더 줄이기"), await learner.taps("더 줄이기")]
    assert learner.labels == ["맞아요", "더 줄이기", "고칠래요", "되돌리기"]
    assert [text.split("에 보낼게요")[0] for text in heard] == [
        "매주 월·수·금 오전 8시",
        "매주 월·금 오전 8시",
        "매주 월요일 오전 8시",
    ]
    assert "다음 레슨은 11월 30일(월) 오전 8시에 가요." in heard[-1]
    assert "매주 월요일 오전 8시뿐이에요" in await learner.taps("더 줄이기")
    assert learner.labels == ["쉬기", "알림 끄기", "그대로 둘게요"]
    assert "알림을 껐어요" in await learner.taps("알림 끄기")


async def test_more_often_ends_at_every_day(learner: Chat) -> None:
    """One step up, then the next lesson can be opened ahead."""
    assert "매일 오전 8시에 보낼게요" in await learner.says("더 자주 보내줘")
    assert "‘다음’이라고" in await learner.says("더 자주")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("너무 자주 와요", "매주 월·수·금 오전 8시에 보낼게요."),
        ("알림 너무 많아요", "매주 월·수·금 오전 8시에 보낼게요."),
        ("매일은 부담스러워요", "매주 월·수·금 오전 8시에 보낼게요."),
        ("일주일에 두 번만 보내 주세요", "매주 월·목 오전 8시에 보낼게요."),
        ("주 3회로 줄여줘", "매주 월·수·금 오전 8시에 보낼게요."),
        ("일주일에 한 번이면 좋겠어요", "매주 월요일 오전 8시에 보낼게요."),
        ("알림 주 3회 저녁 9시", "매주 월·수·금 오후 9시에 보낼게요."),
        ("매일 받을래요", "매일 오전 8시에 보낼게요."),
        ("격일로 보내줘", "이틀에 한 번 오전 8시에 보낼게요."),
        ("휴일에도 보내 줘", "공휴일도 배우는 날로 둘게요."),
        ("알림 언제 와요?", "지금은 평일 오전 8시에 보내 드려요."),
    ],
)
async def test_how_often_as_people_say_it(learner: Chat, said: str, heard: str) -> None:
    """The hour stays what it was, and the days are chosen from those there were."""
    assert heard in await learner.says(said)


async def test_a_number_of_days_offers_fewer_still(learner: Chat) -> None:
    """The read-back of 주 3회 has 더 줄이기 too."""
    await learner.says("주 3회")
    assert "매주 월·금 오전 8시" in await learner.taps("더 줄이기")
    assert "매주 월·금 오전 8시에 보낼게요" in await learner.says("주 3회로 줄여줘"), "no wish for fewer brings more"


async def test_not_needed_may_mean_fewer_or_none(learner: Chat) -> None:
    """알림 안 와도 돼요 is asked back; 보내지 마세요 is clear."""
    assert "아니면 아예 끌까요?" in await learner.says("알림 안 와도 돼요")
    assert learner.labels == ["덜 자주", "알림 끄기", "그대로 둘게요"]
    assert "월·수·금" in await learner.taps("덜 자주")
    assert "알림을 껐어요" in await learner.says("알림 보내지 마세요")
    assert "알림이 꺼져 있어요" in await learner.says("덜 자주")


async def test_without_a_rhythm_the_times_are_offered(chat: Chat) -> None:
    """Nothing to make fewer: kindly, and with the usual hours."""
    for words in ("시작", "/trade teacher", "/hour -", "/intend -"):
        await chat.says(words)
    assert "아직 알림 시간을 정하지 않았어요" in await chat.says("덜 자주")
    assert "평일 오전 8시" in chat.labels
    await chat.says("일주일에 두 번만")
    assert "매주 월·목 오후 7시에 보낼게요" in await chat.taps("오후 7시")


async def test_a_number_of_days_answers_the_first_question(chat: Chat) -> None:
    """레슨을 언제 보내 드릴까요? 주 3회요: only the hour is left to ask."""
    await chat.says("시작")
    await chat.says("/trade teacher")
    await chat.says("주 3회요")
    assert "매주 월·수·금 오전 8시에 보낼게요" in await chat.taps("월·수·금 오전 8시")
    assert chat.expects == "/intend"


async def test_where_we_cannot_speak_first_nothing_else_is_said(alone: Chat) -> None:
    """The rhythm is remembered, and no message is promised."""
    said = await alone.says("덜 자주")
    assert "매주 월·수·금 오전 8시, 기억해 둘게요" in said
    assert "보낼게요" not in said
    assert "먼저 말을 걸 수 없어요" in await alone.says("왜 안 와요")
    assert alone.labels == ["레슨 열기", "연결", "시간 바꾸기"]


async def test_what_is_surely_about_reminders_answers_no_open_question(learner: Chat) -> None:
    """알림이 안 와요 is nobody's line; 일주일에 두 번 may be."""
    await to_the_line(learner)
    assert "보낼게요" in await learner.says("덜 자주 보내줘")
    await learner.says("오늘")
    assert "다음 레슨은" in await learner.says("알림이 안 와요")
    await learner.says("오늘")
    assert "적어 두었어요" in await learner.says("일주일에 두 번")


async def test_why_none_came_as_a_chat(learner: Chat, clock: Clock) -> None:
    """What is true now, when the next one comes, and today's at a tap."""
    assert "오늘 보낼 시간은 이미 지났어요" in await learner.says("알림이 안 와요")
    assert "정해 둔 시간은 평일 오전 8시예요." in learner.text
    assert "다음 레슨은 내일(화) 오전 8시에 가요." in learner.text
    assert learner.labels == ["레슨 열기", "시간 바꾸기"]
    await finish_lesson(learner)
    assert "먼저 끝내셔서" in await learner.says("오늘 알림 못 받았어요")
    await learner.says("쉬기 3일")  # today is done: from tomorrow on
    clock.forward(days=1)
    assert "쉬는 중이라" in await learner.says("왜 안 와요")
    assert "다음 레슨은 11월 27일(금)" in learner.text
    assert "다음 레슨은 내일(수)" in await learner.taps("다시 받기")
    await learner.says("알림 꺼줘")
    assert "다시 받으면 평일 오전 8시에 가요" in await learner.says("레슨이 안 오네요")
    assert "평일 오전 8시에 보낼게요" in await learner.taps("다시 받기")
    clock.now = datetime(2026, 12, 25, 3, 0, tzinfo=UTC)
    assert "오늘은 공휴일이라" in await learner.says("알림이 안 왔어요")
    assert "공휴일도 배우는 날로" in await learner.taps("휴일에도 받기")


async def test_quiet_hours_hold_what_lies_in_them(learner: Chat) -> None:
    """A lesson in them is not promised, and 왜 안 와요 tells why."""
    await learner.says("밤 10시부터 아침 9시까지는 보내지 마")
    assert "오전 9시까지는 조용히 있기로 한 시간이라" in await learner.says("덜 자주")
    assert "다음 레슨은" not in await learner.says("왜 안 와요")
    assert "오후 10시부터 오전 9시까지는" in learner.text


async def test_one_that_was_sent_is_said_to_have_been(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """It did not show on the phone: where to look."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    assert "오늘 레슨은 오전 8시에 보냈어요" in await learner.says("오늘 알림 못 받았어요")
    assert "다음 레슨은 11월 25일(수)" in learner.text or "다음 레슨은 내일(수)" in learner.text


WEEKDAYS = Learner(1, MONDAY - timedelta(days=7), rhythm="weekdays 08:00", next_lesson_at=TUESDAY_8)
PAUSED = replace(WEEKDAYS, paused_from=date(2026, 11, 23), paused_until=date(2026, 11, 30))


def told(outcome: str) -> Reminder:
    return Reminder(1, MONDAY.date(), "lesson", "telegram", "weekdays 08:00", MONDAY, MONDAY, outcome=Outcome(outcome))


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, pushed=False), "alone"),
        (Case(Learner(1, MONDAY), MONDAY, None), "none"),
        (Case(replace(WEEKDAYS, next_lesson_at=None), MONDAY, None, ended=True), "ended"),
        (Case(replace(WEEKDAYS, off=True, next_lesson_at=None), MONDAY, None), "off"),
        (Case(PAUSED, MONDAY, TUESDAY_8), "paused"),
        (Case(replace(WEEKDAYS, quiet="quiet 22:00-09:00"), MONDAY, TUESDAY_8, told("skipped")), "quiet"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, told("sent")), "sent"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, told("unknown")), "unsure"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, told("claimed")), "soon"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, told("skipped"), done=True), "done"),
        (Case(WEEKDAYS, MONDAY, MONDAY + timedelta(hours=9)), "soon"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8, told("failed")), "late"),
        (Case(WEEKDAYS, MONDAY, TUESDAY_8), "over"),
        (Case(WEEKDAYS, datetime(2026, 11, 28, 3, tzinfo=UTC), None), "day"),
        (Case(WEEKDAYS, datetime(2026, 12, 25, 3, tzinfo=UTC), None), "holiday"),
    ],
)
def test_the_reason_that_is_told(case: Case, why: str) -> None:
    assert reason(case, HOLIDAYS) == why


@pytest.mark.parametrize(
    ("rhythm", "announced"),
    [
        ("weekdays 08:00", ["2026-02-13 seollal 2026-02-19", "2026-09-23 chuseok 2026-09-28"]),
        ("daily 08:00", ["2026-02-15 seollal 2026-02-19", "2026-09-23 chuseok 2026-09-27"]),
        ("daily 08:00,20:00", ["2026-02-15 seollal 2026-02-19", "2026-09-23 chuseok 2026-09-27"]),
        ("weekly mon,wed,fri 23:59", ["2026-02-13 seollal 2026-02-20", "2026-09-23 chuseok 2026-09-28"]),
        ("weekly sun 10:00", []),
        ("weekly mon 00:30", ["2026-02-09 seollal 2026-02-23"]),
        ("every 2w sat 10:00", ["2026-09-12 chuseok 2026-10-10"]),
    ],
)
def test_a_long_rest_is_announced_on_the_last_lesson_before_it(rhythm: str, announced: Sequence[str]) -> None:
    """Once each, with the true day of the next lesson; never where holidays change nothing."""
    learner = Learner(1, datetime(2026, 1, 1, 3, tzinfo=UTC), rhythm=rhythm)
    found = []
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(360)):
        lesson = datetime.combine(day, load_repeat(rhythm).times[0], tzinfo=learner.local(MONDAY).tzinfo)
        if learner.next_lesson(lesson - timedelta(minutes=1), HOLIDAYS) == lesson:
            rest = long_rest(learner, lesson, HOLIDAYS)
            found += [f"{day} {rest[0]} {rest[1]}"] if rest else []
            assert long_rest(replace(learner, on_holidays=True), lesson, HOLIDAYS) is None
    assert found == announced


@pytest.mark.parametrize("feast", ["seollal", "chuseok"])
async def test_the_rest_is_told_in_one_line_that_holds(learner: Chat, say: Texts, feast: str) -> None:
    """Short enough, and what it says to write is understood."""
    text = say("reminder-holiday", feast=feast, back=spoken_day(date(2027, 12, 28), date(2027, 12, 20)))
    assert len(text) <= 120
    phrase = text.split("‘")[1].split("’")[0]
    assert "공휴일도 배우는 날로" in await learner.says(phrase)
