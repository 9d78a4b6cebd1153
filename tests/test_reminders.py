"""알림 and 쉬기 in plain Korean, as chats: always read back, never guessed."""

from datetime import UTC, datetime

import pytest

from bot.course.model import Course
from bot.delivery import Delivery
from bot.store import Database
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.records import has_read, record_at
from tests.test_first_minutes import finish_lesson


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("알림 평일 저녁 7시 반", "평일 오후 7시 30분에 보낼게요."),
        ("알림 매일 밤 9시", "매일 오후 9시에 보낼게요."),
        ("알림 월수금 아침 7시", "매주 월·수·금 오전 7시에 보낼게요."),
        ("평일 저녁 7시 반에 보내줘", "평일 오후 7시 30분에 보낼게요."),
        ("dkffla 평일 저녁 7시 반", "평일 오후 7시 30분에 보낼게요."),
        ("알림 시간만 밤 10시로 바꿔줘", "평일 오후 10시에 보낼게요."),
        ("30분만 당겨줘", "평일 오전 7시 30분에 보낼게요."),
        ("알림 주말에만", "주말 오전 8시에 보낼게요."),
        ("알림 꺼줘", "알림을 껐어요."),
        ("dkffla Rjwnj", "알림을 껐어요."),
        ("30분 뒤", "오늘(월) 오전 10시 3"),
        ("내일은 쉬고 싶어요", "내일(화) 하루 쉬고, 모레(수)부터"),
        ("쉬기 3일", "이제 쉬어요. 11월 26일(목)부터"),
        ("쉬기 일주일", "이제 쉬어요. 11월 30일(월)부터"),
        ("공휴일에도 보내 주세요", "공휴일도 배우는 날로 둘게요."),
        ("밤 10시부터 아침 7시까지는 보내지 마", "오후 10시부터 오전 7시까지는 조용히"),
        ("알림 25시", "그런 때에는 보내 드릴 수 없어요."),
        ("알림 파란 코끼리", "시간을 못 알아들었어요."),
    ],
)
async def test_a_wish_about_time_is_read_back(learner: Chat, said: str, heard: str) -> None:
    """What was understood is said in the learner's own terms, with 맞아요, 고칠래요 and 되돌리기."""
    answer = await learner.says(said)
    assert heard in answer
    if "보낼게요" in heard:
        assert learner.labels == ["맞아요", "고칠래요", "되돌리기"]


async def test_an_unclear_time_asks_with_buttons(learner: Chat) -> None:
    """8시 may be morning or evening; typing ㅇㅇ under 맞아요 agrees."""
    await learner.says("알림 평일 8시")
    assert learner.labels == ["평일 오전 8시", "평일 오후 8시"]
    assert "평일 오후 8시에 보낼게요" in await learner.says("2")
    assert "그렇게 할게요" in await learner.says("ㅇㅇ")


async def test_changing_ones_mind_is_one_word(learner: Chat) -> None:
    """ㄴㄴ under the read-back opens the question again."""
    await learner.says("알림 매일 밤 9시")
    assert "지금은 매일 오후 9시에" in await learner.says("ㄴㄴ")
    assert "매일 오전 8시에 보낼게요" in await learner.says("아침 8시")


async def test_a_snooze_rings_once_and_leaves_the_rhythm_alone(
    learner: Chat,
    clock: Clock,
    post: Post,
    delivery: Delivery,
) -> None:
    """30분 뒤 on the reminder itself: it comes again in half an hour; tomorrow at the old hour."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    await learner.says("30분 뒤에 다시")
    clock.forward(minutes=29)
    await delivery.deliver()
    assert len(post.letters) == 1
    clock.forward(minutes=1)
    await delivery.deliver()
    await delivery.deliver()
    assert len(post.letters) == 2
    clock.now = TUESDAY_8
    clock.forward(days=1)
    await delivery.deliver()
    assert len(post.letters) == 3


async def test_a_pause_is_silent_to_its_last_day(
    learner: Chat,
    clock: Clock,
    post: Post,
    delivery: Delivery,
) -> None:
    """Monday: a week off. The first lesson after it comes on the Monday after."""
    await learner.says("일주일 쉬기")
    clock.now = TUESDAY_8
    for _ in range(5):
        await delivery.deliver()
        clock.forward(days=1)
    assert post.letters == []
    clock.now = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)
    await delivery.deliver()
    assert len(post.letters) == 1


async def test_holidays_are_days_off_unless_wanted(
    learner: Chat,
    clock: Clock,
    post: Post,
    delivery: Delivery,
) -> None:
    """Christmas 2026 is a Friday: silent, until the learner says 공휴일에도."""
    clock.now = datetime(2026, 12, 24, 3, 0, tzinfo=UTC)
    await learner.says("알림 평일 아침 8시")
    assert "12월 28일(월)" in learner.text
    await learner.says("공휴일에도 보내 주세요")
    clock.now = datetime(2026, 12, 24, 23, 0, tzinfo=UTC)
    await delivery.deliver()
    assert len(post.letters) == 1


async def test_a_course_term_is_explained_where_it_is_asked(learner: Chat) -> None:
    """ㄱㅇㅎ, 개인화, 개인화가 뭐예요: the meaning and the lesson that teaches it."""
    for words in ("개인화 뭐야", "개인화가 뭐예요?", "ㄱㅇㅎ", "개인화"):
        assert "레슨 1 「세 전략 지도」에서 배워요" in await learner.says(words), words
        assert "개인화 해 보기" in learner.labels


async def test_words_for_an_open_line_are_kept_as_they_are(learner: Chat) -> None:
    """An open question's answer wins over a guess: 내일 아침 7시 may be the line itself."""
    await learner.says("오늘")
    while not learner.expects.startswith("/write"):
        await learner.says("모르겠어요" if "모르겠어요" in learner.labels else "1")
    assert "적어 두었어요" in await learner.says("내일 아침 7시에 손님 한 분께 물어보기")


async def test_the_reminder_can_be_put_off_by_a_tap(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """The reminder itself carries the half hour."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    snooze = next(button for button in post.letters[0][1].buttons if "30분" in button.label)
    assert "오전 8시 30분에 다시" in await learner.says(str(snooze.go))


@pytest.mark.parametrize(
    ("said", "zone", "clock_there"),
    [
        ("시간대 뉴욕", "America/New_York", "오후 8시"),
        ("시간대 도쿄", "Asia/Tokyo", "오전 10시"),
        ("시간대 Europe/Berlin", "Europe/Berlin", "오전 2시"),
        ("시간대 영국", "Europe/London", "오전 1시"),
    ],
)
async def test_lessons_follow_the_learner_abroad(
    learner: Chat, clock: Clock, database: Database, said: str, zone: str, clock_there: str
) -> None:
    """The place is read back by its clock; 8시 is 8 where they live."""
    assert f"지금 {clock_there}" in await learner.says(said)
    me = (await record_at(database, learner.address)).learner
    assert me.zone == zone
    assert me.next_lesson_at
    assert me.local(me.next_lesson_at).hour == 8


async def test_an_unknown_place_is_asked_again(learner: Chat) -> None:
    """A country with several zones offers its cities; an unknown one says how to write it."""
    await learner.says("시간대 미국")
    assert "뉴욕" in learner.labels
    assert "도시 이름으로" in await learner.says("시간대 안드로메다")


async def test_what_was_switched_off_stays_off(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """A pause or a holiday wish does not turn it on again; 다시 켜줘 does."""
    await learner.says("알림 꺼줘")
    await learner.says("쉬기 3일")
    assert "꺼져 있어요" in await learner.says("알림")
    clock.now = TUESDAY_8
    clock.forward(days=7)
    await delivery.deliver()
    assert post.letters == []
    assert "보낼게요" in await learner.says("알림 다시 켜줘")


async def test_a_month_and_three_after_the_course_we_ask_once(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, database: Database, course: Course
) -> None:
    """Then silence. The end itself was told in the chat, and is not told again."""
    clock.now = TUESDAY_8
    await has_read(database, learner.address, course.parts[:-1], clock.now)
    while "끝까지 걸었어요" not in learner.text:
        clock.forward(days=1)
        await finish_lesson(learner)
    post.letters.clear()
    await learner.says("알림 매일 아침 8시")
    for _ in range(130):
        clock.forward(days=1)
        await delivery.deliver()
    texts = ["".join(message.bubbles) for _, message in post.letters]
    assert ["한 달" in texts[0], "석 달" in texts[1], len(texts)] == [True, True, 2]
