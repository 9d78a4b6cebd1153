"""What somebody says who lives with it for weeks: between lessons, at weekends, before a journey. As chats."""

from datetime import timedelta

import pytest

from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_as_people_talk import NOON, to_the_line
from tests.test_first_minutes import finish_lesson

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


@pytest.mark.parametrize(
    "words",
    [
        "저 다음주 월요일까지 여행가요 쉴게요",
        "여행 가요. 다음 주 월요일까지 쉴게요",
        "다음주 월요일까지 출장 있어요 쉴래요",
        "다음 주 월요일까지 쉴게요",
    ],
)
async def test_a_reason_told_by_the_way_does_not_hide_the_rest(learner: Chat, database: Database, words: str) -> None:
    """The wish for a rest is heard, with its day."""
    assert "12월 1일(화)" in await learner.says(words)
    assert (await record_at(database, learner.address)).learner.paused_until is not None


@pytest.mark.parametrize(
    ("rhythm", "words", "then"),
    [
        ("화목토 밤 9시", "토요일 말고 일요일", "매주 화·목·일 오후 9시"),
        ("평일 저녁 7시", "금요일 말고 토요일로 바꿔줘", "오후 7시"),
        ("매일 저녁 7시", "주말 말고 평일만", "평일 오후 7시"),
        ("토요일 저녁 7시", "토요일 말고 일요일", "매주 일요일"),
    ],
)
async def test_one_day_is_changed_for_another(learner: Chat, rhythm: str, words: str, then: str) -> None:
    """The others stay as they were."""
    await learner.says(f"알림 {rhythm}")
    assert then in await learner.says(words)


async def test_one_day_of_the_week_leaves_the_others(learner: Chat) -> None:
    """Not only the new one is left of 평일."""
    await learner.says("알림 평일 저녁 7시")
    told = await learner.says("금요일 말고 토요일로 바꿔줘")
    assert all(day in told.split("오후")[0] for day in "월화수목토")
    assert "금" not in told.split("오후")[0]


@pytest.mark.parametrize("words", ["오늘은 몇분 걸려요", "오늘 얼마나 걸려?", "오늘 레슨 몇 분이에요?"])
async def test_the_minutes_of_today_are_asked_for(learner: Chat, words: str) -> None:
    """Before, in the middle, and after; never the weeks of the whole course."""
    assert "오늘은 3분이면 돼요" in await learner.says(words)
    await to_the_line(learner)
    assert "분쯤 남았어요" in await learner.says(words)
    await learner.says("건너뛰기")
    assert "오늘 몫은 다 했어요" in await learner.says(words)


async def test_tomorrow_is_told(learner: Chat) -> None:
    """With the title and the hour, as on the progress screen."""
    await finish_lesson(learner)
    assert "다음 차례 「직업을 정의한다는 말」" in await learner.says("내일 뭐해요?")


@pytest.mark.parametrize("words", ["오늘 일요일인데 그냥 하고싶어요", "그냥 하고 싶어요", "주말이지만 할래요"])
async def test_who_wants_to_learn_today_may(learner: Chat, words: str) -> None:
    """Also where 알림 was shown before, which waits for a time: the day's name in it sets none."""
    await learner.says("주말에도 와요?")
    assert "레슨 1/30" in await learner.says(words)


async def test_not_understood_is_told_in_another_example(learner: Chat) -> None:
    """Where nothing is asked; under a question it asks for the answer."""
    await learner.says("오늘")
    assert "다른 일의 예로" in await learner.says("잘 모르겠는데")
    await learner.says("다음")
    assert "같이 보고 가요" in await learner.says("잘 모르겠는데")


async def test_who_came_out_of_boredom_is_given_something(learner: Chat) -> None:
    """No talk of what it is worth."""
    assert "한 문제" in await learner.says("심심해서 왔는데 뭐 볼거 없나")


async def test_a_line_that_shall_stay_is_not_asked_about(learner: Chat) -> None:
    """안 고칠래요 is nothing to write."""
    await finish_lesson(learner)
    await learner.says("고쳐 쓰기")
    assert "그대로 둘게요" in await learner.says("안 고칠래요")


@pytest.mark.parametrize("words", ["지금 약속 그대로", "건너뛰기"])
async def test_the_promise_of_before_holds(learner: Chat, clock: Clock, database: Database, words: str) -> None:
    """At the end of a check it is told so; nothing is called empty."""
    for day in range(7):
        clock.now = NOON + timedelta(days=day)
        if day < 6:
            await finish_lesson(learner)
    had = (await record_at(database, learner.address)).learner.intention
    await learner.says("오늘")
    while not learner.expects.startswith("/promise"):
        await learner.says(
            "배운 점이 있어요" if learner.expects.startswith("/write") else "다음" if not learner.expects else "1"
        )
    told = await learner.says(words)
    assert ("지금 약속을 그대로" if had else "약속은 정하지 않고") in told
    assert "비워 둘게요" not in told


async def test_the_way_on_comes_before_the_way_back(learner: Chat) -> None:
    """Where something was changed and nothing is asked."""
    await learner.says("짧은 줄로")
    assert learner.labels.index("되돌리기") > 0


async def test_go_on_turns_the_page(learner: Chat) -> None:
    """계속 and 이어서 alike, where text comes in short lines."""
    await learner.says("짧은 줄로")
    first = await learner.says("오늘")
    second = await learner.says("계속")
    assert first != second
    assert "(2/" in second


@pytest.mark.parametrize("words", ["제 생각엔 3번 {} 아닌가요?", "음 3번 {}이요", "아마 3. {}"])
async def test_a_number_and_its_words_are_one_answer(learner: Chat, words: str) -> None:
    """Whatever is said before the number."""
    await learner.says("오늘")
    await learner.says("다음")
    word = learner.labels[2]
    assert f"{word} (내 답)" in await learner.says(words.format(word))


@pytest.mark.parametrize("words", ["이거 얼마예요?", "근거", "고마워요", "개인화 뭐야?"])
async def test_a_word_beside_a_lesson_does_not_bring_it_again(learner: Chat, words: str) -> None:
    """The way on is its first question, by the button and by 다음; the next morning the lesson itself."""
    await learner.says("오늘")
    await learner.says(words)
    assert "확인 문제" in learner.labels
    assert "확인 1/2" in await learner.says("다음")


async def test_a_lesson_of_yesterday_is_shown_again(learner: Chat, clock: Clock) -> None:
    """Who only opened it has forgotten it by the morning."""
    await learner.says("오늘")
    clock.forward(days=1)
    assert "확인 문제" not in (await learner.says("고마워요"), *learner.labels)


@pytest.mark.parametrize(
    ("name", "said"), [("민지쌤", "‘민지쌤’이라고"), ("민지", "‘민지 님’이라고"), ("하늘맘", "‘하늘맘’이라고")]
)
async def test_a_name_with_a_title_gets_no_second_one(learner: Chat, name: str, said: str) -> None:
    """민지쌤 님 is nobody."""
    assert said in await learner.says(f"{name}이라고 불러 주세요")


async def test_no_box_is_said_to_be_full_as_none(learner: Chat) -> None:
    """What ✓ means is told once there is one."""
    await finish_lesson(learner)
    assert "설계서 1/12칸 적음" in await learner.says("계획")
    assert "✓" not in learner.text


async def test_a_job_told_in_two_pieces_is_one(learner: Chat, database: Database) -> None:
    """간호사에요 프리셉터: the copula in the middle is dropped."""
    await learner.says("하는일")
    assert "간호사 프리셉터시군요" in await learner.says("간호사에요 프리셉터")
