"""A week of reviews, text in short bubbles, the contents, and progress on one screen: as chats."""

from datetime import timedelta

import pytest

from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import LONGEST_BUBBLE, Address
from bot.store import Database
from tests.conftest import Chat, Clock, Post
from tests.records import record_at
from tests.test_as_people_talk import NOON
from tests.test_first_minutes import finish_lesson

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

LIGHTER = "새 레슨 없이 되살릴 문제만"
SHORT = "짧은 줄로 나누어 보여 드릴게요"


async def lived(chat: Chat, clock: Clock, days: int) -> None:
    """So many parts, one a day from Monday noon on; it is noon of the day of the last."""
    for day in range(days):
        clock.now = NOON + timedelta(days=day)
        await finish_lesson(chat)


# -- a week of reviews ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "가볍게 한 주",
        "이번 주는 가볍게",
        "이번 주는 복습만",
        "일주일만 새 레슨 말고 복습만",
        "이번 주는 복습만 할게요",
        "이번 주는 가볍게 갈게요",
        "바빠서 이번 주는 가볍게 가야겠어요",
        "이번 주 가볍게 갑시다",
        "한 주 가볍게 할 거예요",
    ],
)
async def test_a_week_of_reviews_is_wished_for(learner: Chat, clock: Clock, words: str) -> None:
    """It is read back with the day it ends, said wherever reminders are told of, and taken back by 취소."""
    await lived(learner, clock, 2)
    assert LIGHTER in await learner.says(words)
    assert "12월 1일(화)부터 레슨이 다시" in learner.text
    assert "11월 30일(월)까지 복습만" in await learner.says("진도")
    assert "11월 30일(월)까지는 새 레슨 없이" in await learner.says("알림")
    assert "11월 30일(월)까지 복습만" in await learner.says("내데이터")
    assert "알림: 평일 오전 8시" in await learner.says("되돌리기")
    assert "복습만" not in await learner.says("진도")


@pytest.mark.parametrize(
    "words",
    [
        "복습만 해도 되나요?",
        "가볍게 한 주가 뭐예요?",
        "이번 주는 복습만 했어요",
        "이번 주는 가벼웠어요",
        "복습이 좋네요",
    ],
)
async def test_who_asks_or_tells_of_it_has_not_wished(learner: Chat, clock: Clock, words: str) -> None:
    """A question is answered, with a button; a statement changes nothing."""
    await lived(learner, clock, 2)
    await learner.says(words)
    assert ("가볍게 한 주" in learner.labels) == ("?" in words)
    assert "복습만" not in await learner.says("진도")


async def test_a_week_of_reviews_ends_by_itself(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, course: Course
) -> None:
    """The reminder brings reviews alone and says so, and nothing where none is due; on the eighth day a lesson."""
    await lived(learner, clock, 3)
    await learner.says("가볍게 한 주")
    pushed: dict[int, str] = {}
    for day in (26, 27, 30, 31, 32):  # of November, the last ones being the 1st and 2nd of December
        clock.now = NOON + timedelta(days=day - 23, hours=-4, minutes=1)
        post.letters.clear()
        await delivery.deliver()
        pushed[day] = "".join(message.bubbles[0] for _, message in post.letters)
        await learner.says("오늘")
        for _ in range(12):
            if not learner.expects.startswith("/answer"):
                break
            await learner.says("1")
            await learner.says("다음" if {"다음 문제", "한 번 더"} & {*learner.labels} else "진도")
    week = [pushed[day] for day in (26, 27, 30, 31)]
    assert any(week)
    assert [text for text in week if text and "가볍게 가는 주" not in text] == []
    assert "가볍게" not in pushed[32]
    assert "지금 열 수 있어요" in await learner.says("진도")
    assert "복습만" not in learner.text
    assert "레슨 4/30" in await learner.says(f"/lesson {course.lessons[3].name}")


async def reviewed(chat: Chat) -> None:
    """What is asked today, to its end."""
    while chat.expects.startswith("/answer"):
        await chat.says("모르겠어요")
        if on := next((label for label in ("다음 문제", "아쉬웠던 것 한 번 더") if label in chat.labels), ""):
            await chat.taps(on)


@pytest.mark.parametrize(
    ("days", "then"),
    [
        (1, "오늘 되살릴 문제는 다 풀었어요. 함께한 날이 2일로 늘었어요."),
        (7, "오늘 되살릴 문제는 여기까지예요. 함께한 날 2일째예요.\n내일(화)부터 레슨이 다시 이어져요."),
    ],
)
async def test_the_last_review_of_a_light_day_says_so(learner: Chat, clock: Clock, days: int, then: str) -> None:
    """On the last day of the week with the day that brings lessons again, which the wish has told; that offers one way
    to the reviews, not two.
    """
    await lived(learner, clock, 1)
    clock.forward(days=1)
    await learner.says("가볍게 한 주")
    assert learner.labels == ["되살리기", "되돌리기"]
    clock.forward(days=days - 1)
    assert (await learner.says("오늘")).count("가볍게 가는 주") == 1
    await reviewed(learner)
    assert "".join(learner.text.split()).endswith("".join(then.split()))
    assert learner.labels[:2] == ["한 문제 더", "다시 레슨"]


@pytest.mark.parametrize(
    ("rhythm", "asked", "back"),  # 11월 23일 is a Monday, a lesson was done on it
    [
        ("평일 아침 8시", 1, "12월 1일(화)"),
        ("평일 아침 8시", 4, "12월 4일(금)"),
        ("평일 아침 8시", 5, "12월 7일(월)"),  # no lesson comes on the Saturday
        ("월수금 아침 8시", 1, "12월 2일(수)"),
        ("주말 아침 8시", 1, "12월 5일(토)"),
        ("매일 아침 8시", 5, "12월 5일(토)"),
        ("매일 아침 8시", 25, "12월 26일(토)"),  # Christmas
        ("매달 1일 아침 8시", 5, "12월 5일(토)"),  # A_WEEK is 7: no month of reviews
        ("매달 11일 아침 8시", 5, "12월 11일(금)"),
        ("매달 12일 아침 8시", 5, "12월 5일(토)"),
    ],
)
async def test_a_week_of_reviews_ends_on_a_day_of_lessons(
    learner: Chat, clock: Clock, rhythm: str, asked: int, back: str
) -> None:
    """The day that is named brings one, and until it none is opened."""
    await lived(learner, clock, 1)
    await learner.says(f"알림 {rhythm}")
    clock.forward(days=asked)
    assert f"{back}부터 레슨이 다시 이어져요" in await learner.says("가볍게 한 주")
    assert f"레슨은 {back}부터 이어져요" in await learner.says("진도")


@pytest.mark.parametrize(
    "words",
    [
        "다음 주는 가볍게 갈게요",
        "다음 주는 가볍게",
        "다음 주는 복습만 할게요",
        "담주는 가볍게 갈래요",
        "다음 주부터 한 주 가볍게 갈게요",
        "다음 한 주는 새 레슨 말고 복습만 할래요",
    ],
)
async def test_next_week_is_wished_to_be_light(learner: Chat, clock: Clock, words: str) -> None:
    """From Monday on, and until then nothing changes; it is said wherever reminders are told of, and taken back."""
    await lived(learner, clock, 2)
    assert "11월 30일(월)부터 새 레슨 없이 되살릴 문제만" in await learner.types(words)
    assert "12월 7일(월)부터 레슨이 다시" in learner.text
    assert "11월 30일(월)부터 12월 6일(일)까지 복습만" in await learner.says("진도")
    assert "「의견·사실·미확인 가르기」, 내일(수)" in learner.text
    assert "11월 30일(월)부터 12월 6일(일)까지는 새 레슨 없이" in await learner.says("알림")
    clock.forward(days=1)
    await learner.says("오늘")
    assert "레슨 3/30" in await learner.says("/lesson 03-opinion-or-fact")
    await learner.types(words)
    await learner.says("되돌리기")
    assert "복습만" in await learner.says("진도")  # it was wished for twice, and taken back once


async def test_a_light_week_ahead_begins_and_ends_by_itself(learner: Chat, clock: Clock) -> None:
    """The Friday before has its lesson, and tells what follows; Monday to Sunday reviews alone; then a lesson."""
    await lived(learner, clock, 4)
    await learner.types("다음 주는 가볍게 갈게요")
    clock.forward(days=1)
    await finish_lesson(learner)
    assert "다음 주는 가볍게 가요. 레슨은 12월 7일(월)부터 이어져요." in await learner.says("진도")
    clock.forward(days=3)  # Monday
    assert "가볍게 가는 주" in await learner.says("오늘")
    await reviewed(learner)
    assert "레슨은 12월 7일(월)부터" in await learner.says("진도")
    clock.forward(days=6)
    await learner.says("오늘")
    await reviewed(learner)
    clock.forward(days=1)
    assert "복습만" not in await learner.says("진도")
    assert "지금 열 수 있어요" in learner.text


@pytest.mark.parametrize("words", ["다시 레슨", "되돌리기"])
async def test_a_light_week_ahead_is_given_up(learner: Chat, clock: Clock, words: str) -> None:
    """Before it has begun; lessons go on then as if nothing had been said."""
    await lived(learner, clock, 2)
    await learner.types("다음 주는 가볍게 갈게요")
    assert "다음 주" in await learner.says(words) or words == "되돌리기"
    assert "복습만" not in await learner.says("진도")


async def test_two_light_weeks_are_one(learner: Chat, clock: Clock) -> None:
    """This week and the next, in whichever order they are wished for: nothing of either is lost."""
    await lived(learner, clock, 2)
    for first, then in (("가볍게 한 주", "다음 주는 가볍게"), ("다음 주는 가볍게", "가볍게 한 주")):
        await learner.types(first)
        await learner.types(then)
        assert "12월 6일(일)까지 복습만" in await learner.says("진도")
        assert "부터 12월 6일" not in learner.text  # it has begun
        assert "이어져요" in await learner.types("다시 레슨")


@pytest.mark.parametrize(
    "words", ["다음 주는 가볍게 가도 되나요?", "다음 주에 시험이 있어서 복습 정도만 할 것 같은데 가능한가요?"]
)
async def test_who_asks_for_a_light_week_ahead_has_it_by_a_tap(learner: Chat, clock: Clock, words: str) -> None:
    """It is next week's that is offered, not one from today on."""
    await lived(learner, clock, 2)
    assert "다음 주 월요일부터 한 주 동안" in await learner.types(words)
    assert "복습만" not in await learner.says("진도")
    await learner.types(words)
    assert "11월 30일(월)부터 새 레슨 없이" in await learner.taps("다음 주 가볍게")
    assert "11월 30일(월)부터 한 주는 가볍게 가기로 해" in await learner.types(words)


async def test_a_light_day_without_reviews_says_why(learner: Chat, clock: Clock) -> None:
    """Nothing was done and nothing is due; on a day whose part was done it goes on then."""
    await lived(learner, clock, 1)
    await learner.says("가볍게 한 주")
    assert "레슨은 11월 30일(월)부터" in await learner.says("오늘")
    assert "되살릴 문제가 있으면 가요" in await learner.says("왜 안 와요?")
    for _ in range(6):
        clock.forward(days=1)
        await learner.says("오늘")
        if not learner.expects:
            break
        await reviewed(learner)
    assert "오늘은 되살릴 문제가 없어요" in learner.text
    assert learner.labels == ["다시 레슨", "진도"]


@pytest.mark.parametrize("words", ["목차 1", "목차 1단원", "1단원 목차"])
async def test_contents_of_a_unit_under_a_question(learner: Chat, clock: Clock, words: str) -> None:
    """A number after 목차 names a unit, whatever is open, and the question stays."""
    await lived(learner, clock, 1)
    await learner.says("퀴즈")
    open_ = learner.expects
    assert "1. 세 전략 지도 (마침)" in await learner.says(words)
    assert learner.expects == open_


async def test_in_a_week_of_reviews_today_is_done_with_them(learner: Chat, clock: Clock) -> None:
    """오늘 and 왜 안 와요 say why there is no lesson; 다음 opens one all the same, for who wants it."""
    await lived(learner, clock, 1)
    clock.forward(days=1)
    await learner.says("가볍게 한 주")
    await learner.says("오늘")
    while learner.expects.startswith("/answer"):
        assert "레슨 2/30" not in learner.text
        await learner.says("1")
        await learner.says("다음")
    done = await learner.says("오늘")
    assert "오늘 되살릴 문제는 더 없어요" in done
    assert "12월 1일(화)부터" in done
    assert "새 레슨을 받고 싶으면" in await learner.says("알림이 왜 안 와요")
    assert "레슨 2/30" in await learner.says("다음")


async def test_lessons_come_again_when_asked_for(learner: Chat, clock: Clock) -> None:
    """다시 레슨, typed or tapped; where they never stopped it opens today's."""
    await lived(learner, clock, 1)
    clock.forward(days=1)
    assert "되살리기" in await learner.says("다시 레슨")
    await learner.says("가볍게 한 주")
    assert "다시 이어져요" in await learner.says("다시 레슨")
    assert "복습만" not in await learner.says("진도")
    await learner.says("/undo")
    assert "복습만" in await learner.says("진도")


async def test_a_week_of_reviews_is_told_of_without_reminders(learner: Chat, clock: Clock) -> None:
    """Switched off they stay off, and quiet hours are no matter then; the week is one all the same."""
    await lived(learner, clock, 1)
    for words in ("가볍게 한 주", "짧은 줄로", "휴일에도 보내 줘", "알림 꺼 줘"):
        await learner.says(words)
    assert "알림: 꺼져 있음, 11월 29일(일)까지 복습만" in await learner.says("진도")
    told = await learner.says("알림")
    assert "11월 29일(일)까지는 새 레슨 없이" in told
    assert "짧은 줄로 나누어" in told
    assert "공휴일" not in told


async def test_a_week_of_reviews_promises_no_message_where_none_comes(learner: Chat, clock: Clock) -> None:
    """Switched off, what is due is opened by themselves."""
    await lived(learner, clock, 1)
    await learner.says("알림 꺼 줘")
    told = await learner.says("가볍게 한 주")
    assert "‘오늘’이라고 보내면 새 레슨 없이" in told
    assert "보내 드릴게요" not in told
    assert "꺼져 있음" in await learner.says("진도")


async def test_who_has_learnt_nothing_has_nothing_to_revive(learner: Chat) -> None:
    """It is not offered, and changes nothing."""
    assert "아직 되살릴 문제가 없어요" in await learner.says("가볍게 한 주")
    assert "복습만" not in await learner.says("진도")
    await learner.says("쉬기")
    assert "가볍게 한 주" not in learner.labels


async def test_it_is_offered_where_one_would_rest(learner: Chat, clock: Clock) -> None:
    """Under 쉬기, and after 바빠요."""
    await lived(learner, clock, 1)
    for words in ("쉬기", "요즘 너무 바빠요"):
        await learner.says(words)
        assert LIGHTER in await learner.taps("가볍게 한 주")
        await learner.says("취소")


@pytest.mark.parametrize("words", ["복습만 할래요", "새 레슨 말고 복습만"])
async def test_reviews_alone_are_for_today_or_a_week(learner: Chat, clock: Clock, words: str) -> None:
    """Which of them is asked, and nothing is changed before it is said."""
    await lived(learner, clock, 2)
    assert "오늘만 할까요, 한 주 동안 할까요" in await learner.says(words)
    assert "복습만" not in await learner.says("진도")
    await learner.says(words)
    assert LIGHTER in await learner.taps("가볍게 한 주")


@pytest.mark.parametrize("words", ["글씨가 작아서 안 보여요", "글씨가 많아서 눈이 아파요"])
async def test_whose_eyes_are_tired_may_have_short_lines(learner: Chat, words: str) -> None:
    """Beside what the phone itself can do."""
    await learner.says(words)
    assert SHORT in await learner.taps("짧은 줄로")


async def test_who_wishes_for_short_lines_beside_a_complaint_has_them_at_once(learner: Chat) -> None:
    """A wish needs no offer."""
    assert SHORT in await learner.says("글씨가 많아서 눈이 아파요. 천천히 보여 줘")


async def test_a_complaint_about_long_texts_offers_short_ones(learner: Chat) -> None:
    """It wishes for nothing yet."""
    assert "짧은 줄로 나누어" in await learner.says("글이 너무 길어요")
    assert "짧은 줄로" in learner.labels


# -- short lines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["짧게 보여줘", "짧은 줄로", "천천히 보여 주세요", "짧은 줄로 볼게요", "짧은 줄로 하겠습니다"]
)
async def test_short_lines_are_wished_for(learner: Chat, course: Course, words: str) -> None:
    """The lesson at hand comes at once in short bubbles, one at a time; the last has the way on, and all is said."""
    whole = (await learner.says("오늘")).split("\n\n", 1)[1]  # without the minutes of the day
    assert SHORT in await learner.says(words)
    read = learner.text.split("\n\n", 1)[1]
    while "이어서" in learner.labels:
        assert len(learner.message.bubbles) == 1
        assert learner.expects == ""
        read += "\n\n" + await learner.says("이어서" if len(read) < 200 else "다음")
    assert "확인 문제" in learner.labels
    told = [word for word in read.split() if not (word.startswith("(") and "/" in word)]  # how many bubbles there are
    assert [word for word in whole.split() if word not in told] == []
    assert "짧은 줄로 나누어" in await learner.says("알림")


@pytest.mark.parametrize(
    "words",
    [
        "글이 짧네요",
        "글이 길어요",
        "글이 너무 길었어요",
        "글이 길어서 못 읽겠습니다",
        "짧게 볼 수 있어요?",
        "천천히 할게요",
    ],
)
async def test_who_remarks_on_the_length_has_not_wished(learner: Chat, database: Database, words: str) -> None:
    """A question and a statement change nothing."""
    await learner.says("오늘")
    await learner.says(words)
    assert not (await record_at(database, learner.address)).learner.short_lines


@pytest.mark.parametrize("words", ["원래대로", "한 번에 보여줘", "짧은 줄 그만", "한 번에 볼게요"])
async def test_short_lines_are_switched_back(learner: Chat, clock: Clock, database: Database, words: str) -> None:
    """A day later, when nothing is left to undo."""
    await learner.says("짧은 줄로")
    await learner.says("오늘")
    clock.forward(days=1)
    whole = await learner.says(words)
    assert "한 번에 보여 드릴게요" in whole
    assert "예를 하나 볼게요" in whole
    assert "이어서" not in learner.labels
    assert not (await record_at(database, learner.address)).learner.short_lines


@pytest.mark.parametrize("words", ["전체로 보여 줘", "한 번에 보여 줘", "길게 보여줘"])
async def test_text_that_comes_whole_already(learner: Chat, clock: Clock, database: Database, words: str) -> None:
    """Nobody is told to send what they have just sent."""
    await lived(learner, clock, 1)
    told = await learner.says(words)
    assert "지금도 한 번에 보여 드리고 있어요" in told
    assert "‘한 번에 보여 줘’라고" not in told
    await learner.taps("짧은 줄로")
    assert (await record_at(database, learner.address)).learner.short_lines


async def test_an_open_question_stays_open_under_a_change_of_pace(learner: Chat, clock: Clock) -> None:
    """Its buttons keep their places."""
    await lived(learner, clock, 1)
    clock.forward(days=1)
    await learner.says("/ask strategy-map")
    expects, labels = learner.expects, learner.labels
    for words in ("짧은 줄로", "가볍게 한 주", "다시 레슨", "한 번에 보여줘"):
        assert "앞의 질문은 그대로예요" in await learner.says(words)
        assert (learner.expects, learner.labels[: len(labels)]) == (expects, labels)


async def test_a_making_in_short_lines_asks_at_its_end(learner: Chat, clock: Clock) -> None:
    """Nothing is filed before the last bubble has asked for it."""
    await lived(learner, clock, 5)
    clock.forward(days=1)
    await learner.says("짧은 줄로")
    await learner.says("만들기")
    while "이어서" in learner.labels:
        assert learner.expects == ""
        await learner.says("이어서")
    assert learner.expects == "/write week-1-practice"


# -- the contents, and reading again --------------------------------------------------------------------------------


async def test_reading_again_changes_nothing(learner: Chat, clock: Clock, database: Database) -> None:
    """A lesson, the making and the check, page by page, with what was written; the record stays as it was."""
    await lived(learner, clock, 7)
    before = await record_at(database, learner.address)
    assert "1단원 찾는 사람에서 만드는 사람으로 (마침)" in await learner.says("목차")
    unit = await learner.taps("1단원")
    assert unit.count("(마침)") == 7
    assert "세 전략 지도" in await learner.taps("레슨 1 다시")
    assert "내가 적은 줄" in learner.text
    assert "레슨 2/30" in await learner.taps("레슨 2 다시")
    for words, shown in (("첫째 점검", "가장 나은 답"), ("한도표 쓰기", "내가 적은 줄")):
        read = await learner.says(f"/talk which_lesson {words}")
        assert ("(1/3)" in read) == ("점검" in words)
        while "이어서" in learner.labels:
            read += await learner.says("다음")
        assert shown in read
        assert learner.expects == ""
    after = await record_at(database, learner.address)
    assert (after.histories, after.cards, after.written, after.finished, after.days) == (
        before.histories, before.cards, before.written, before.finished, before.days,
    )  # fmt: skip


@pytest.mark.parametrize("words", ["레슨 1", "목차", "1단원", "세 전략 지도 다시 보여줘"])
async def test_reading_keeps_the_open_question(learner: Chat, clock: Clock, words: str) -> None:
    """The answer is typed after it, by number or word, and counts for the question before it."""
    await lived(learner, clock, 1)
    clock.forward(days=1)
    question = await learner.says("/ask map-not-order")
    expects = learner.expects
    said = f"/talk which_lesson {words}" if "지도" in words else words  # titles are known to a course's own language
    assert "앞의 질문은 그대로예요" in await learner.says(said)
    assert learner.expects == expects
    assert learner.labels[:2] == ["O", "X"]
    assert (await learner.taps("질문 다시 보기")) == question


@pytest.mark.parametrize(
    ("words", "opens"),
    [("목차", True), ("ahrck", True), ("목차요", True), ("ㅁㅊ", False), ("목사", False), ("녹차", False)],
)
async def test_the_contents_by_its_name_alone(learner: Chat, words: str, *, opens: bool) -> None:
    """In either layout; what begins alike, an oath or another noun, is none."""
    assert ("1단원 찾는 사람에서" in await learner.says(words)) == opens


async def test_what_has_not_come_is_not_read(learner: Chat, clock: Clock) -> None:
    """Nor a button of a part that was taught and then undone."""
    await lived(learner, clock, 1)
    assert "아직 차례가 아니에요" in await learner.says("레슨 5")
    assert "단원의 레슨을 모두 마치면" in await learner.says("/read week-1-check")
    assert "1단원부터 6단원까지" in await learner.says("9단원")


async def test_a_title_alone_opens_its_part(learner: Chat, clock: Clock) -> None:
    """Where nothing is asked; under a question it is an answer like any other."""
    await lived(learner, clock, 1)
    assert "레슨 1/30 · 세 전략 지도" in await learner.says("세 전략 지도")
    assert "4단원 첫 상품 한 장" in await learner.says("첫 상품 한 장")
    await learner.says("/line 01-three-strategies")
    assert "적어 두었어요" in await learner.says("첫 상품 한 장")


# -- progress -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [0, 1, 7, 9])
async def test_progress_fits_a_phone(learner: Chat, clock: Clock, days: int) -> None:
    """Days together first; a bar of seven squares a unit, with its numbers before it; one bubble of few short lines."""
    await lived(learner, clock, days)
    text = await learner.says("진도")
    lines = text.split("\n")
    assert lines[0].startswith(f"함께한 날 {days}일")
    assert len(lines) <= 24
    assert len(text) <= 500
    assert max(map(len, lines)) <= 34
    bars = [line for line in lines if line[:1] in "■□" and line]
    assert [len(bar) for bar in bars] == [7] * 6
    assert "".join(bars).count("■") == days
    assert f"1. 찾는 사람에서 만드는 사람으로 {min(days, 7)}/7" in lines
    assert f"앞으로 {42 - days}번, 하루 5분 안쪽" in text


async def test_progress_says_when_it_goes_on(learner: Chat, clock: Clock) -> None:
    """Now, at the next hour of the rhythm, after a pause, after a week of reviews."""
    assert "다음 차례 「세 전략 지도」, 지금 열 수 있어요." in await learner.says("진도")
    await lived(learner, clock, 1)
    assert "다음 차례 「직업을 정의한다는 말」, 내일(화) 오전 8시" in await learner.says("진도")
    await learner.says("3일 쉴게요")
    assert "내일(화)부터 11월 26일(목)까지 쉼" in await learner.says("진도")  # today is done
    await learner.says("되돌리기")
    await learner.says("가볍게 한 주")
    assert "레슨은 11월 30일(월)부터 이어져요" in await learner.says("진도")


async def test_progress_is_the_same_in_kakao(desk: Desk, clock: Clock) -> None:
    """Where we cannot speak first it tells of the same hour."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for words in ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    await lived(chat, clock, 1)
    assert "내일(화) 오전 8시" in await chat.says("진도")
    assert len(chat.text) < LONGEST_BUBBLE
    assert "‘오늘’이라고 보내면 새 레슨 없이" in await chat.says("가볍게 한 주")


# -- 퀴즈 and 복습 ----------------------------------------------------------------------------------------------------


async def test_quiz_and_review_differ_and_quiz_varies(learner: Chat, clock: Clock) -> None:
    """퀴즈 said again brings another one, 복습 what was met longest ago; neither asks what the other does, and after an
    answer there is one more, or the part that waits.
    """
    for _ in range(3):
        await finish_lesson(learner)
        clock.forward(days=1)
    await finish_lesson(learner)
    seen = [(await learner.says(words), learner.expects) for words in ("퀴즈", "퀴즈", "퀴즈", "복습")]
    assert [text.splitlines()[0] for text, _ in seen] == ["퀴즈", "퀴즈", "퀴즈", "되살리기"]
    (_, one), (_, two), (_, three), (_, review) = seen
    assert one != two != three
    assert review not in {one, two, three}
    await learner.says("모르겠어요")
    assert learner.labels[:2] == ["한 문제 더", "다음 레슨 미리 보기"]
    assert (await learner.taps("한 문제 더")).startswith("퀴즈")


# -- what buttons say, typed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "opens"),
    [
        ("되살리기", "되살리기"),
        ("레슨 열기", "분이면"),
        ("레슨열기", "분이면"),
        ("점검 열기", "분이면"),
        ("확인 문제", "분이면"),
        ("내 일에 한 줄", "분이면"),
        ("첫 레슨 열기", "분이면"),
        ("다음 문제", "되살리기"),
        ("다음 레슨 미리 보기", "되살리기"),
    ],
)
async def test_the_words_of_a_button_that_is_gone(
    learner: Chat, clock: Clock, database: Database, label: str, opens: str
) -> None:
    """Who types what a button said, further up in the chat, means it: it leads on, and takes nothing back."""
    await lived(learner, clock, 2)
    clock.forward(hours=20)  # what was done yesterday could still be taken back
    await learner.says("내데이터")
    assert label not in learner.labels
    assert opens in (await learner.says(label))[:40]
    assert len((await record_at(database, learner.address)).finished) == 2
    assert len((await record_at(database, learner.address)).lines()) == 2
