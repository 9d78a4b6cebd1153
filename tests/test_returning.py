"""Coming back, as chats: greeted without blame in any state, led to what waits, and asked whether to ring again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.delivery import Delivery
from bot.message import Address
from bot.store import Database
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
RETURNS = ("저 돌아왔어요", "아 미안 바빴어", "오랜만이에요", "너무 오래 쉬었네요", "다시 왔어요")
GLAD = "다시 만나 반가워요. 밀린 것은 없어요."


async def evenings(clock: Clock, post: Post, delivery: Delivery, days: int) -> list[str]:
    """What comes in so many days without a word."""
    post.letters.clear()
    for _ in range(days):
        await delivery.deliver()
        clock.forward(days=1)
    return [message.bubbles[0] for _, message in post.letters]


async def silent(learner: Chat, clock: Clock, post: Post, delivery: Delivery, days: int) -> list[str]:
    """A lesson with its line, then nothing."""
    await finish_lesson(learner)
    clock.now = TUESDAY_8
    return await evenings(clock, post, delivery, days)


async def test_no_evening_of_a_silence_is_like_the_one_before(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """One question of the lesson, then their line, a sentence, the question whether the hour fits, …, the farewell."""
    texts = await silent(learner, clock, post, delivery, 20)
    assert all(one != other for one, other in pairwise(texts))
    assert sum("맞을까요?" in text for text in texts) <= 1
    assert "“손님마다 설명이 달라요.”" in texts[1]
    assert "〔" in texts[2]
    assert "시간이 잘 맞지 않으면" in texts[3]
    assert "이제 먼저 말을 걸지 않을게요" in texts[10]
    assert len(texts) == 11  # and no more


@pytest.mark.parametrize("words", ["고마워요", "오늘", "진도", "오늘은 못 하겠어요"])
async def test_who_only_talked_is_not_pushed_the_same_question(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, words: str
) -> None:
    """They have read it; the next evening brings something else, and the way to it."""
    await finish_lesson(learner)
    clock.now = TUESDAY_8
    (first,) = await evenings(clock, post, delivery, 1)
    clock.now -= timedelta(hours=20)
    await learner.says(words)
    clock.now = TUESDAY_8 + timedelta(days=1)
    (second,) = await evenings(clock, post, delivery, 1)
    assert "되살리기" in first
    assert second.startswith("직접 적어 두신 줄이에요")  # in the third of its wordings: a day together, one left out


@pytest.mark.parametrize("words", RETURNS)
async def test_a_return_is_greeted_and_led_on(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, words: str
) -> None:
    """After a week of silence: where they are, and a button to what waits; once, not at 오늘 again."""
    await silent(learner, clock, post, delivery, 7)
    text = await learner.says(words)
    assert text.startswith(GLAD)
    assert "레슨 1개를 마쳤고, 다음 차례는 「직업을 정의한다는 말」, 거기서 이어 가요" in text
    assert learner.labels == ["되살리기"]
    assert GLAD not in await learner.says("오늘")


async def test_a_return_is_greeted_once(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Not after a look at 진도, nor on the next day if nothing was done; a second silence is greeted again."""
    await silent(learner, clock, post, delivery, 7)
    assert (await learner.says("오늘")).startswith(GLAD)
    await learner.says("진도")
    assert GLAD not in await learner.says("오늘")
    clock.forward(days=1)
    assert GLAD not in await learner.says("오늘")
    clock.forward(days=5)
    assert (await learner.says("오늘")).startswith(GLAD)


@pytest.mark.parametrize("first", ["다음", "복습", "퀴즈", "진도", "계획", "목차", "안녕하세요", "ㅎㅇ"])
async def test_whatever_is_said_first_is_greeted(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, first: str
) -> None:
    """After the farewell it offers to ring again as well; once, and 오늘 after it goes on."""
    await silent(learner, clock, post, delivery, 20)
    assert (await learner.says(first)).startswith(GLAD)
    assert learner.text.count(GLAD) == 1
    assert "‘알림 켜 줘’라고" in learner.text
    assert "다시 받기" in learner.labels
    assert GLAD not in await learner.says("오늘")


@pytest.mark.parametrize("first", ["다음", "진도", "안녕하세요"])
async def test_who_was_there_yesterday_is_not_greeted(learner: Chat, clock: Clock, first: str) -> None:
    """Neither a day later, nor right after what was done."""
    await finish_lesson(learner)
    assert GLAD not in await learner.says(first)
    clock.forward(days=1)
    assert GLAD not in await learner.says(first)


async def test_a_holiday_is_no_silence(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """Thursday, a holiday on Friday, the weekend: on Monday nobody comes back, and no review is left out."""
    clock.now = datetime(2026, 12, 24, 3, 0, tzinfo=UTC)
    await finish_lesson(learner)
    clock.now = datetime(2026, 12, 27, 23, 0, tzinfo=UTC)
    (monday,) = await evenings(clock, post, delivery, 1)
    assert "다시 만나" not in monday
    assert "되살리기" in monday


async def test_a_greeting_that_was_missed_is_no_reason_for_another(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """The reminder greeted after a pause, and nobody came; on the next days they are not greeted once more."""
    await silent(learner, clock, post, delivery, 1)
    await learner.says("4일 쉴게요")
    clock.now = TUESDAY_8 + timedelta(days=6)  # a Monday
    (greeted,) = await evenings(clock, post, delivery, 1)
    assert greeted.startswith(GLAD)
    for _ in range(2):
        assert GLAD not in await learner.says("오늘")
        clock.forward(days=1)


@pytest.mark.parametrize(("came", "greeted"), [((), True), ((0,), True), ((2,), True), ((4,), False), ((1, 6), False)])
async def test_who_came_in_a_pause_does_not_come_back_from_it(
    learner: Chat, clock: Clock, *, came: tuple[int, ...], greeted: bool
) -> None:
    """`came` are days of a week's rest on which they learned on, the first of them the one on which they asked for it;
    four days of silence at its end are a silence.
    """
    await finish_lesson(learner)
    clock.forward(days=1)
    await learner.says("일주일 쉴게요")
    for day in range(7):
        if day in came:
            await finish_lesson(learner)
        clock.forward(days=1)
    assert (GLAD in await learner.says("오늘")) is greeted


@pytest.mark.parametrize("words", RETURNS)
@pytest.mark.parametrize("address", [Address("telegram", "7"), Address("kakao", "7")])
async def test_an_open_question_stays_open(chat: Chat, database: Database, address: Address, words: str) -> None:
    """Under a quiz, a line, and the questions of the welcome; nothing is graded and nothing filed."""
    chat.address = address
    for said in ("시작", "/trade teacher", "/hour weekdays 08:00"):
        await chat.says(said)
        open_ = chat.expects
        assert GLAD in await chat.says(words)
        assert chat.expects == open_
    await chat.says("/intend 1")
    for said in ("/ask strategy-map", "/line 01-three-strategies"):
        await chat.says(said)
        open_ = chat.expects
        assert GLAD in await chat.says(words)
        assert "앞의 질문은 그대로예요" in chat.text
        assert chat.expects == open_
    record = await record_at(database, address)
    assert (record.lines(), dict(record.histories)) == ([], {})


async def test_after_the_farewell_a_return_may_ring_again(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """Nothing rings by itself, also when they learn on; one tap and it does."""
    await silent(learner, clock, post, delivery, 20)
    assert "‘알림 켜 줘’라고" in await learner.says("오늘")
    assert "다시 받기" in learner.labels
    await finish_lesson(learner)
    assert await evenings(clock, post, delivery, 3) == []
    assert "‘알림 켜 줘’라고" in await learner.says("저 돌아왔어요")
    assert "보낼게요" in await learner.taps("다시 받기")
    assert len(await evenings(clock, post, delivery, 3)) > 0


async def test_who_is_rung_again_is_led_on(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """What waits today is one tap away: nobody who is back has to wait for tomorrow's message."""
    await silent(learner, clock, post, delivery, 20)
    await learner.says("저 돌아왔어요")
    waits = learner.labels[0]
    await learner.taps("다시 받기")
    assert learner.labels == [waits, "고칠래요", "되돌리기"]


@pytest.mark.parametrize("words", ["알림 켜 줘", "알림 켜줘", "알림 다시 켜 주세요"])
async def test_what_is_told_to_be_said_is_heard(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery, words: str
) -> None:
    """No yes is asked for, which might be one to the lesson; these words ring again."""
    await silent(learner, clock, post, delivery, 20)
    assert "‘알림 켜 줘’라고" in await learner.says("아 미안 바빴어")
    assert "보낼게요" in await learner.says(words)
    assert len(await evenings(clock, post, delivery, 3)) > 0


async def test_the_farewell_itself_offers_both(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """To go on, which greets, and to be rung again."""
    await silent(learner, clock, post, delivery, 20)
    farewell = post.letters[-1][1]
    assert [str(button.go) for button in farewell.buttons] == ["/today", "/remind on"]
    assert (await learner.says(str(farewell.buttons[0].go))).startswith(GLAD)


async def test_who_switched_off_is_not_asked_every_day(learner: Chat, clock: Clock) -> None:
    """They know what they wished; only who announces a return is offered to ring."""
    await finish_lesson(learner)
    await learner.says("알림 꺼줘")
    clock.forward(days=7)
    assert "‘알림 켜 줘’라고" not in await learner.says("오늘")
    assert "‘알림 켜 줘’라고" in await learner.says("저 돌아왔어요")


async def test_in_a_pause_a_return_says_when_it_goes_on(learner: Chat, clock: Clock) -> None:
    """By 오늘 and by a greeting; it does not end the pause."""
    await finish_lesson(learner)
    await learner.says("쉬기 일주일")
    clock.forward(days=1)
    for words in ("오늘", "다시 왔어요"):
        assert "쉬는 중이라, 알림은 12월 1일(화)부터 다시 보낼게요" in await learner.says(words), words
    assert "쉬는 중이에요" in await learner.says("알림")


async def test_the_first_ring_after_a_pause_greets(learner: Chat, clock: Clock, post: Post, delivery: Delivery) -> None:
    """And says where one is; the next one does not."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    await finish_lesson(learner)
    await learner.says("쉬기 일주일")
    clock.now = TUESDAY_8
    clock.forward(days=1)
    texts = await evenings(clock, post, delivery, 9)
    assert [GLAD in text for text in texts] == [True, *[False] * (len(texts) - 1)]
    assert "레슨 1개를 마쳤고" in texts[0]


async def test_whom_the_ring_has_greeted_is_not_greeted_again(
    learner: Chat, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """At 오늘 of the same day."""
    await finish_lesson(learner)
    await learner.says("쉬기 일주일")
    clock.now = TUESDAY_8
    clock.forward(days=7)
    assert GLAD in (await evenings(clock, post, delivery, 1))[0]
    clock.now -= timedelta(hours=23)
    assert GLAD not in await learner.says("오늘")


async def test_short_of_known_things_no_two_are_promised(learner: Chat, clock: Clock) -> None:
    """Who had only begun starts where they were."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    await learner.says("1")
    clock.forward(days=9)
    assert "알던 것 두 개" not in await learner.says("오늘")
    assert learner.text.startswith(f"{GLAD}\n첫 차례는 「세 전략 지도」")


# -- the question before a lesson ------------------------------------------------------------------------------------


async def before_a_lesson(learner: Chat, clock: Clock) -> None:
    """On a day on which no review is due: in a pause there is none."""
    await finish_lesson(learner)
    await learner.says("쉬기 일주일")
    clock.forward(days=1)
    assert "지난 레슨을 떠올려" in await learner.says("오늘")


@pytest.mark.parametrize(
    "words", ["개인화, 융합, 1인 자동화", "자동화였나요?", "AI 도구", "음 세 갈래 길이었던 것 같아요"]
)
async def test_what_comes_to_mind_is_received(learner: Chat, clock: Clock, database: Database, words: str) -> None:
    """Not graded, not filed; the lesson and a look at the answer are a tap away."""
    await before_a_lesson(learner, clock)
    before = await record_at(database, learner.address)
    assert "떠올려 본 것은 더 오래 남아요" in await learner.says(words)
    assert learner.labels == ["레슨 열기", "답 보기"]
    after = await record_at(database, learner.address)
    assert (after.lines(), after.histories, after.cards) == (before.lines(), before.histories, before.cards)
    assert "1인 × 자동화: 혼자 꾸리되" in await learner.taps("답 보기")
    assert "레슨 2/30" in await learner.taps("레슨 열기")


@pytest.mark.parametrize("words", ["기억이 안 나요", "모르겠어요", "패스"])
async def test_nothing_comes_to_mind(learner: Chat, clock: Clock, words: str) -> None:
    """The lesson's own thoughts, and on."""
    await before_a_lesson(learner, clock)
    text = await learner.says(words)
    assert text.startswith("지난 레슨 「세 전략 지도」에서는")
    assert learner.labels == ["레슨 열기"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("죽고 싶어요", "109"),
        ("내일 아침 8시에 알려줘", "오전 8시에 다시 알려"),
        ("사람이에요?", "자동으로 답하는 프로그램"),
        ("가설 뭐야", "레슨"),
        ("진도", "함께한 날"),
        ("네", "레슨 2/30"),
        ("다음", "레슨 2/30"),
        ("1", "레슨 2/30"),
    ],
)
async def test_other_words_are_what_they_are(learner: Chat, clock: Clock, words: str, answer: str) -> None:
    """A wish, a question and words of somebody in danger go before the answer."""
    await before_a_lesson(learner, clock)
    assert answer in await learner.says(words)
    assert "떠올려 본 것은" not in learner.text


async def test_small_talk_leaves_it_open(learner: Chat, clock: Clock) -> None:
    """With its ways on."""
    await before_a_lesson(learner, clock)
    await learner.says("고마워요")
    assert learner.labels == ["레슨 열기", "답 보기", "질문 다시 보기"]
    assert "지난 레슨을 떠올려" in await learner.taps("질문 다시 보기")


# -- the finish ------------------------------------------------------------------------------------------------------


async def test_the_finish_quotes_the_line_of_today(learner: Chat, clock: Clock) -> None:
    """And only one of today."""
    await finish_lesson(learner)
    assert "오늘 이렇게 적었어요.\n“손님마다 설명이 달라요.”" in learner.text
    clock.forward(days=1)
    await learner.says("/skip 02-defining-work")
    assert "이렇게 적었어요" not in learner.text
