"""The first five minutes, as chats."""

from collections.abc import Sequence

import pytest

from bot.course.model import Course
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at


async def test_a_stranger_is_greeted_whatever_they_say(chat: Chat) -> None:
    """The first words of a stranger are a greeting, even if they mean nothing to us."""
    assert "「나만의 일」이에요" in await chat.says("안녕하세요 뭐 하는 봇이에요?")
    assert "직장인" in chat.labels


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("얼마예요?", "돈은 들지 않아요"),
        ("Hello, I want to study", "This course is in Korean"),
        ("요즘 우울하네요", "1577-0199"),
        ("수료증 주나요?", "수료증이나 자격증은 없어요"),
        ("회사에서 잘렸어요", "1350"),
    ],
)
async def test_a_strangers_question_is_answered_before_the_greeting(chat: Chat, words: str, answer: str) -> None:
    """And then they are greeted."""
    assert answer in await chat.says(words)
    assert "「나만의 일」이에요" in chat.text
    assert chat.expects == "/trade"


async def test_a_stranger_who_tells_what_they_do_is_not_asked_again(chat: Chat, database: Database) -> None:
    """It is kept and said back, and the next question comes."""
    told = await chat.says("저는 개발자예요")
    assert "「나만의 일」이에요" in told
    assert "개발자시군요" in told
    assert chat.expects == "/hour"
    assert (await record_at(database, chat.address)).learner.job == "개발자"


async def test_three_taps_and_the_first_lesson_opens(chat: Chat, course: Course) -> None:
    """Start, three taps, and the lesson stands there with an example from one's own trade."""
    await chat.says("/start")
    assert "언제" in await chat.taps("강사")
    assert "평일 오전 8시에 보낼게요" in await chat.taps("평일 오전 8시")
    assert "내일(화)" in chat.text
    assert "‘커피를 내리면’" in await chat.taps("커피를 내리면")
    lesson = await chat.taps("첫 레슨")
    assert "레슨 1/30 · 세 전략 지도" in lesson
    assert course.lessons[0].examples["teacher"] in lesson
    assert "〔의견: 글의 제목〕" in lesson


async def test_who_mends_the_hour_keeps_the_trade(chat: Chat, course: Course) -> None:
    """The question about the hour comes again, and examples still speak of one's own trade."""
    await chat.says("/start")
    await chat.taps("강사")
    await chat.taps("평일 오전 8시")
    assert "언제" in await chat.taps("시간 고칠래요")
    await chat.taps("평일 오후 7시")
    await chat.taps("커피를 내리면")
    assert course.lessons[0].examples["teacher"] in await chat.taps("첫 레슨")


@pytest.mark.parametrize("words", ["시작", "시작할게요", "/start"])
async def test_starting_behind_the_questions_opens_the_first_lesson(chat: Chat, course: Course, words: str) -> None:
    """‘이제 첫 레슨을 열어 볼까요?’ is a question that 시작할게요 answers."""
    for said in ("/start", "/trade teacher", "/hour weekdays 08:00"):
        await chat.says(said)
    assert "첫 레슨을 열어 볼까요" in await chat.says("커피 내릴 때 볼게요")
    assert course.lessons[0].head.title in await chat.says(words)


async def test_the_days_change_and_the_welcome_goes_on(chat: Chat, database: Database) -> None:
    """Whoever settles the hour anew, by button or by words, is still asked what will set them off."""
    await chat.says("/start")
    await chat.says("네일샵 해요")
    await chat.says("저녁 8시쯤이 좋겠네요")
    assert "평일 오후 8시에 보낼게요" in await chat.says("음 평일만")
    assert chat.expects == "/intend"
    assert "언제" in await chat.says("시간 고칠래요")
    assert "매일 오후 8시" in await chat.says("주말도 보내 주세요")
    assert "열기로 했어요" in await chat.says("가게 문 닫고 소파에 앉으면")
    assert (await record_at(database, chat.address)).learner.rhythm == "daily 20:00"


@pytest.mark.parametrize("words", ["매일", "평일만요", "주말에"])
async def test_days_are_no_cue(chat: Chat, database: Database, words: str) -> None:
    """What sets somebody off is a moment; days are about reminders."""
    await chat.says("/start")
    await chat.taps("강사")
    await chat.taps("매일 오후 9시")
    await chat.says(words)
    assert (await record_at(database, chat.address)).learner.intention == ""
    assert "열기로 했어요" in await chat.says("커피를 내리면")


@pytest.mark.parametrize("words", ["이게 뭐하는 거예요?", "뭘 할 수 있어요?", "이게 뭐예요"])
async def test_what_this_is_within_the_welcome(chat: Chat, words: str) -> None:
    """No list of commands to somebody who has not begun."""
    await chat.says("/start")
    assert "내 일로 옮기는 과정" in await chat.says(words)
    assert "탈퇴" not in chat.text
    assert chat.expects == "/trade"


async def test_every_question_can_be_skipped(chat: Chat) -> None:
    """Nobody has to tell anything before the first lesson."""
    await chat.says("시작")
    for _ in range(3):
        await chat.taps("건너뛰기")
    assert "레슨 1/30" in await chat.taps("첫 레슨")


async def test_typing_does_what_tapping_does(chat: Chat) -> None:
    """A button's number, its words, or one's own words."""
    await chat.says("시작")
    await chat.says("3번")
    assert "매일 오전 8시 30분에 보낼게요" in await chat.says("08:30")
    assert "‘아이를 재우고 나면’" in await chat.says("아이를 재우고 나면")


async def test_an_unclear_hour_is_asked_back(chat: Chat) -> None:
    """8시 may be morning or evening, of working days or of all: buttons, no guess."""
    await chat.says("시작")
    await chat.taps("마케터")
    await chat.says("8시")
    assert chat.labels == ["평일 오전 8시", "매일 오전 8시", "평일 오후 8시", "매일 오후 8시"]
    await chat.says("저녁요")
    assert chat.labels == ["평일 오후 8시", "매일 오후 8시"]
    assert "평일 오후 8시에 보낼게요" in await chat.says("평일")


async def test_who_mends_the_hour_alone_keeps_their_days(chat: Chat) -> None:
    """평일 was chosen before: 7시 반 and 저녁 9시 are of working days, 매일 밤 10시 is of all."""
    for words in ("시작", "3번", "평일 8시", "오전", "/trade -", "7시 반"):
        await chat.says(words)
    assert chat.labels == ["평일 오전 7시 30분", "평일 오후 7시 30분"]
    assert "평일 오후 9시에 보낼게요" in await chat.says("저녁 9시")
    await chat.taps("시간 고칠래요")
    assert "매일 오후 10시에 보낼게요" in await chat.says("매일 밤 10시")


@pytest.mark.parametrize("open_question", [("시작",), ("시작", "3번"), ("시작", "3번", "08:30")])
async def test_start_asks_the_open_question_again(chat: Chat, open_question: Sequence[str]) -> None:
    """시작 in the middle of the welcome loses neither the question nor what was answered."""
    for words in open_question:
        await chat.says(words)
    question, expects = chat.message.bubbles[-1], chat.expects
    await chat.says("시작")
    assert (chat.message.bubbles[-1], chat.expects) == (question, expects)


@pytest.mark.parametrize("words", ["몰라요", "패스", "모르겠어요", "나중에", "건너뛸게요"])
async def test_not_knowing_leaves_a_question_out(chat: Chat, database: Database, words: str) -> None:
    """몰라요 is no job, no hour and no promise."""
    for said in ("시작", words, words, words):
        await chat.says(said)
    assert "첫 레슨 열기" in chat.labels
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, learner.intention) == ("", "", "")


async def test_nonsense_for_an_hour_keeps_the_question_open(chat: Chat) -> None:
    """A time that does not exist is refused with an example; the next try counts."""
    await chat.says("시작")
    await chat.taps("마케터")
    assert "‘08:30’처럼" in await chat.says("25시")
    assert "매일 오후 7시에 보낼게요" in await chat.says("19:00")


async def test_a_whole_lesson(learner: Chat) -> None:
    """Idea, two questions with reasons, what was wrong once more in other words, a line for one's own work, an end."""
    assert "레슨 1/30" in await learner.says("오늘")
    question = await learner.taps("확인 문제")
    assert "확인 1/2" in question
    assert sorted(learner.labels) == ["1인 × 자동화", "개인화", "융합"]
    wrong = await learner.taps("개인화")
    assert wrong.startswith("아쉬워요. 답은 ‘융합’이에요.")
    assert "확인 2/2" in await learner.taps("다음 문제")
    assert "맞아요" in await learner.taps("X")
    again = await learner.taps("한 번 더")
    assert "한 번 더" in again
    assert "꽃집을 하는 세 사람" in again  # not the cook and his photographs, whose answer was just read
    assert "모두 이으면" in await learner.says("모르겠어요")
    assert "내 일에 한 줄" in await learner.taps("내 일에 한 줄")
    end = await learner.says("개인화예요. 손님마다 설명이 달라요.")
    assert "1번 칸 「왜 이 일인가」" in end
    assert "오늘은 여기까지" in end
    assert "함께한 날 1일째" in end


async def test_today_goes_on_where_it_stopped(learner: Chat) -> None:
    """After one answered question 오늘 opens the second, not the lesson again."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    await learner.taps("융합")
    assert "확인 2/2" in await learner.says("오늘")


async def test_the_day_ends_and_reading_ahead_says_so(learner: Chat) -> None:
    """One lesson a day; the next is shown on request and marked as ahead of its day."""
    await finish_lesson(learner)
    assert "오늘 몫은 다 했어요" in await learner.says("오늘")
    ahead = await learner.taps("미리")
    assert "미리 보는 레슨" in ahead
    assert "레슨 2/30" in ahead


async def test_the_next_day_brings_the_next_lesson(learner: Chat) -> None:
    """Missed days never pile up: after a week away one lesson waits."""
    await finish_lesson(learner)
    learner.clock.forward(days=2)
    assert "되살리기" in await learner.says("오늘") or "레슨 2/30" in learner.text
    learner.clock.forward(days=7)
    assert await learner.says("진도")
    assert "레슨 1/30" in learner.text


async def test_the_source_is_one_word_away(learner: Chat) -> None:
    """근거 says in our words what the article says, with paragraph and tag."""
    await learner.says("오늘")
    source = await learner.says("근거")
    assert "〔의견: 글의 첫째 전략 첫 문단〕" in source
    assert "〔보충〕" in source


async def test_progress_fits_one_screen(learner: Chat) -> None:
    """Days together first; lessons, boxes, and when the next message comes."""
    await finish_lesson(learner)
    progress = await learner.says("진도")
    assert progress.startswith("함께한 날 1일")
    assert "레슨 1/30" in progress
    assert "설계서 1/12칸" in progress
    assert "평일 오전 8시" in progress


async def test_help_lists_every_word(learner: Chat) -> None:
    """도움말 names what is needed every day; behind its buttons stands everything a learner can say, in groups."""
    text = await learner.says("도움말")
    for word in ("오늘", "다음", "퀴즈", "진도", "알림", "도움말"):
        assert f"{word} — " in text
    groups = "".join([await learner.taps(group) for group in ("배우기", "설계서", "알림과 쉬기", "내 정보")])
    for word in ("근거", "목차", "열 사람", "조합기", "값 정하기", "AI 점검", "짧은 줄로", "내글", "탈퇴"):
        assert f"{word} — " in groups


async def test_starting_again_does_not_start_over(learner: Chat) -> None:
    """Whoever follows the link again goes on where they were."""
    await finish_lesson(learner)
    assert "다시 만나" in await learner.says("/start campaign")
    assert "레슨 1/30" in await learner.says("진도")


async def finish_lesson(chat: Chat) -> None:
    """Do what waits today, whatever kind of question it is, until the day is over."""
    await chat.says("오늘")
    for _ in range(60):
        if any(end in chat.text for end in ("오늘은 여기까지", "오늘 몫은 다 했어요", "끝까지 걸었어요")):
            return
        await chat.says(_words_for(chat))
    raise AssertionError(f"the day does not end: {chat.text}")


def _words_for(chat: Chat) -> str:
    if chat.expects.startswith(("/write", "/promise")):
        return "손님마다 설명이 달라요."
    typed = chat.expects.startswith("/answer") and "모르겠어요" in chat.labels
    return "모르겠어요" if typed else "1"
