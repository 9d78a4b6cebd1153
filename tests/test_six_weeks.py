"""Six weeks with one learner, through the skill's own words: nothing piles up, and a plan stands at the end."""

from datetime import UTC, datetime

import pytest

from bot.course.model import Course
from bot.course.quizzes.choice import Choice
from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # Monday in Seoul


async def test_thirty_lessons_in_six_weeks(learner: Chat, clock: Clock, course: Course, database: Database) -> None:
    """Every day a part: five lessons, a making, a check; at most six reviews a day; the boxes fill."""
    clock.now = NOON
    for day in range(42):
        clock.now = NOON
        clock.forward(days=day)
        await finish_lesson(learner)
        record = await record_at(database, learner.address)
        reviewed = [card for card in record.cards.values() if card.last == record.learner.day(clock.now)]
        assert len(reviewed) <= 6 + 2  # six reviews and the two questions of today's lesson
    assert "끝까지 걸었어요" in await learner.says("진도")  # the end is told with their next word, whatever it is
    progress = await learner.says("진도")
    assert progress.startswith("함께한 날 42일 (이어서 42일)")
    assert f"레슨 {len(course.lessons)}/30" in progress
    assert "설계서 12/12칸" in progress
    assert (await learner.says("오늘")).startswith("다섯 문제 1/5")  # which they did not answer on the first day


async def test_the_ending(learner: Chat, clock: Clock, course: Course, database: Database) -> None:
    """The five of the first day give no verdict then, and come back with reasons; the end is told once, with the gain,
    the plan, one next act and its date, and what follows.
    """
    assert "첫날의 다섯 문제 1/5" in await learner.taps("다섯 문제")
    for _ in range(5):
        assert "아쉬워요" not in await learner.says("1")
    assert "과정을 마치는 날" in learner.text
    clock.now = NOON
    for _ in course.parts:
        clock.forward(days=1)
        await finish_lesson(learner)
    assert "미리 보기" not in " ".join(learner.labels)
    assert "첫날의 다섯 문제 1/5" in await learner.taps("마무리")
    assert course.precheck
    five = {quiz.name: quiz for quiz in course.precheck.quizzes if isinstance(quiz, Choice)}
    for _ in range(5):
        await learner.says("/precheck")
        name = learner.expects.removeprefix("/prechecked ").partition(":")[0]
        right = next(option for option in five[name].options if option.right)
        assert right.because in await learner.says(f"/prechecked {name} {right.text}")
    end = await learner.taps("계속")
    assert "끝까지 걸었어요" in end
    assert "오늘은 5개를 맞혔어요" in end
    assert "내 일 한 문장\n“손님마다 설명이 달라요.”" in end
    assert "1월 5일(화)에 해 봐요" in end
    assert "2월 3일(수)과 4월 5일(월)에 어떻게 되었는지" in end
    assert "끝까지 걸었어요" not in await learner.says("오늘")


async def test_the_ending_can_be_heard_at_once(learner: Chat, clock: Clock, course: Course) -> None:
    """Without the five; they stay open, and whoever missed those of the first day sees the lessons' first tries."""
    clock.now = NOON
    for _ in course.parts:
        clock.forward(days=1)
        await finish_lesson(learner)
    assert "\n\n다섯 문제 1/5" in await learner.says("복습")  # before any review
    assert "맞혔어요" not in await learner.taps("바로 마무리")
    assert "끝까지 걸었어요" in learner.text
    assert "다섯 문제를 풀면 레슨에서 처음 풀 때와 나란히" in learner.text
    assert "첫날" not in learner.text
    await learner.taps("다섯 문제 풀기")
    for _ in range(5):
        await learner.says("1")
        await learner.taps("계속")
    assert "레슨에서 처음 풀 때는 60문제 가운데" in learner.text


async def test_a_making_is_done_with_evidence_alone(learner: Chat, clock: Clock) -> None:
    """나중에 and 건너뛰기 put it off: the check follows, and the making stays within reach."""
    clock.now = NOON
    for _ in range(5):
        clock.forward(days=1)
        await finish_lesson(learner)
    assert "오늘 몫은 이미 끝났어요" in await learner.taps("만들기 열기")
    clock.forward(days=1)
    await learner.says("오늘")
    while "만들기 · 한도표 쓰기" not in learner.text:  # reviews come first
        await learner.says("모르겠어요")
        await learner.says("오늘")
    for words in ("나중에요", "/skip week-1-practice", "/later week-1-practice"):
        assert "만들기는 그대로 두고" in await learner.says(words)
        assert learner.labels == ["점검 열기"]
    await finish_lesson(learner)
    assert "남은 만들기" in learner.labels
    assert "남은 만들기" in (await learner.says("진도"), learner.labels)[1]
    for words in ("만들기", "남은 만들기", "미뤄 둔 만들기 할래요"):
        await learner.says("진도")
        await learner.says("도움말")  # where no button says so
        assert "만들기 · 한도표 쓰기" in await learner.types(words)
    assert "자주 보는 데 붙여 두세요" in await learner.types(
        "시간은 토요일 아침 두 시간이에요. 돈은 석 달에 10만 원까지예요."
    )
    assert "남은 만들기" not in (await learner.says("진도"), learner.labels)[1]


@pytest.mark.parametrize(
    ("done", "words", "told", "button"),
    [
        (0, "점검", "1단원 점검은 레슨 5개와 만들기를 마치면 열려요", "레슨 열기"),
        (1, "점검", "1단원 점검은 레슨 4개와 만들기를 마치면 열려요", "다음 레슨 미리 보기"),
        (1, "점검 열어 줘", "1단원 점검은 레슨 4개와 만들기를 마치면 열려요", "다음 레슨 미리 보기"),
        (1, "점검은 언제 해요?", "1단원 점검은 레슨 4개와 만들기를 마치면 열려요", "다음 레슨 미리 보기"),
        (1, "만들기", "1단원 만들기는 레슨 4개를 더 마치면 열려요", "다음 레슨 미리 보기"),
        (1, "만들기 지금 할래요", "1단원 만들기는 레슨 4개를 더 마치면 열려요", "다음 레슨 미리 보기"),
        (5, "점검 해볼래요", "1단원 점검은 만들기를 마치거나 나중으로 미루면 열려요", "만들기 열기"),
        (6, "만들기", "2단원 만들기는 앞 단원을 마친 뒤, 레슨 5개를 마치면 열려요", "지난 만들기"),
        (6, "점검", "첫째 점검", "확인 문제"),
        (7, "점검", "2단원 점검은 레슨 5개와 만들기를 마치면 열려요", "지난 점검"),
        (7, "둘째 점검", "2단원 점검은 레슨 5개와 만들기를 마치면 열려요", "다음 레슨 미리 보기"),
    ],
)
async def test_before_its_turn(learner: Chat, clock: Clock, done: int, words: str, told: str, button: str) -> None:
    """A making or a check that is asked for too early: what stands before it, and the way on; the last one can be seen
    again.
    """
    clock.now = NOON
    for _ in range(done):
        clock.forward(days=1)
        await finish_lesson(learner)
    await learner.says("진도")
    assert told in await learner.types(words)
    assert button in " ".join(learner.labels)


async def test_a_check_asked_for_at_a_making_is_not_its_evidence(learner: Chat, clock: Clock) -> None:
    """The making stays open, and nothing is written; a blank that asks for this word is answered by it."""
    clock.now = NOON
    for _ in range(5):
        clock.forward(days=1)
        await finish_lesson(learner)
    await learner.says("/practice week-1-practice")
    assert "만들기를 마치거나 나중으로 미루면" in await learner.types("점검")
    assert learner.expects == "/write week-1-practice"
    await learner.says("/ask cannot-tell-if-right")
    assert "맞아요" in await learner.types("점검")


async def test_a_check_is_not_skipped_into_being_done(learner: Chat, clock: Clock, database: Database) -> None:
    """Nor a lesson with questions left; what was written is kept all the same."""
    clock.now = NOON
    assert "아직 풀지 않은 문제" in await learner.says("/skip 01-three-strategies")
    assert "레슨 열기" in learner.labels
    for _ in range(6):
        clock.forward(days=1)
        await finish_lesson(learner)
    clock.forward(days=1)
    assert "아직 풀지 않은 문제" in await learner.says("/skip week-1-check")
    await learner.says("/write week-1-check 손님을 더 만나 봐야겠어요.")
    assert "아직 풀지 않은 문제" in await learner.says("/skip week-1-check")
    record = await record_at(database, learner.address)
    assert "week-1-check" not in record.finished
    assert record.lines()[-1].text == "손님을 더 만나 봐야겠어요."


async def test_a_part_opened_on_another_day_is_shown_again(learner: Chat, clock: Clock) -> None:
    """After one question of it, the lesson stands there again; and a finished check shows its scenes again."""
    clock.now = NOON
    await learner.says("오늘")
    await learner.taps("확인 문제")
    await learner.taps("융합")
    clock.forward(days=1)
    assert "레슨 1/30" in await learner.says("오늘")
    assert "확인 2/2" in await learner.taps("확인 문제")
    for _ in range(7):
        clock.forward(days=1)
        await finish_lesson(learner)
    clock.forward(days=1)
    assert "2단원 점검은 레슨 5개와 만들기를 마치면" in await learner.says("점검")
    assert "첫째 점검" in await learner.taps("지난 점검")
    for number, button in enumerate(("확인 문제", "다음 문제", "다음 문제"), 1):
        assert f"{number}/3" in await learner.taps(button)
        await learner.says("1")
    assert "내 일에 한 줄" not in learner.labels


async def test_a_return_after_a_silence_is_gentle(learner: Chat, clock: Clock) -> None:
    """Ten days away: a greeting, two known items, then the one lesson that waits; no backlog."""
    clock.now = NOON
    for day in range(5):
        clock.now = NOON
        clock.forward(days=day)
        await finish_lesson(learner)
    clock.forward(days=10)
    assert "다시 만나 반가워요" in await learner.says("오늘")
    reviews = 0
    while "되살리기" in learner.text:
        reviews += 1
        await learner.says("모르겠어요")
        await learner.says("오늘")
    assert reviews == 2
    while "한 번 더" in learner.text:
        await learner.says("모르겠어요")
        await learner.says("오늘")
    assert "레슨 6/30" in learner.text or "만들기" in learner.text or "점검" in learner.text


async def test_a_question_can_be_reported(learner: Chat) -> None:
    """이 문제 이상해요: one line, kept for whoever mends it; then the day goes on."""
    await learner.says("오늘")
    await learner.says("1")
    await learner.says("1")
    await learner.taps("이 문제 이상해요")
    assert "고칠게요" in await learner.says("보기 둘이 다 맞는 것 같아요")
    assert "확인 문제" in learner.labels or "한 번 더" in learner.labels


@pytest.mark.parametrize(("hours", "days"), [(23 + 40 / 60, 2), (2, 1)])
async def test_an_answer_after_midnight_belongs_to_the_evening(
    learner: Chat, clock: Clock, hours: float, days: int
) -> None:
    """23 hours 40 minutes later is a new day together; two hours later, past midnight, is not."""
    clock.now = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)  # 23:30 in Seoul
    await finish_lesson(learner)
    clock.forward(hours=hours)
    await learner.says("다음")
    await learner.says("1")
    await learner.says("1")
    assert f"함께한 날 {days}일" in await learner.says("진도")


async def test_a_pause_freezes_memory(learner: Chat, clock: Clock, database: Database) -> None:
    """What was due after four days is due four days later, not counting the pause, which begins after a day done."""
    clock.now = NOON
    await finish_lesson(learner)
    before = {quiz: card.due for quiz, card in (await record_at(database, learner.address)).cards.items()}
    await learner.says("일주일 쉬기")
    clock.forward(days=8)
    await learner.says("오늘")
    after = {quiz: card.due for quiz, card in (await record_at(database, learner.address)).cards.items()}
    assert {quiz: (after[quiz] - due).days for quiz, due in before.items()} == dict.fromkeys(before, 7)


async def test_forgetting_leaves_nothing(learner: Chat, clock: Clock) -> None:
    """탈퇴 asks once, erases everything, and the next word is a stranger's."""
    await finish_lesson(learner)
    assert "손님마다 설명이 달라요" in await learner.says("내데이터")
    assert "되돌릴 수 없어요" in await learner.says("탈퇴")
    assert "모두 지웠어요" in await learner.taps("모두 지울게요")
    assert "「나만의 일」이에요" in await learner.says("진도 있나요")
    assert "함께한 날 0일" in await learner.says("진도")


async def test_the_plan_shows_what_was_written(learner: Chat) -> None:
    """계획: each box by name and how much stands in it; a box in full."""
    await finish_lesson(learner)
    plan = await learner.says("계획")
    assert "설계서 1/12칸 적음" in plan
    assert "12. 앞으로 90일" in plan
    assert "손님마다 설명이 달라요" in await learner.taps("1번 칸 보기")
