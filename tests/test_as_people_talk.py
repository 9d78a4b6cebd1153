"""What real people say in the middle of things, as chats."""

from datetime import UTC, datetime

import pytest

from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # Monday in Seoul


async def to_the_line(chat: Chat) -> None:
    await chat.says("오늘")
    while not chat.expects.startswith("/write"):
        await chat.says("모르겠어요" if "모르겠어요" in chat.labels else "1")


@pytest.mark.parametrize("words", ["패스", "나중에 할게요", "건너뛸래요", "없어요"])
async def test_not_knowing_what_to_write_is_no_line(learner: Chat, words: str) -> None:
    """Whoever has nothing to write ends the day all the same, and nothing is put into their plan."""
    await to_the_line(learner)
    assert "오늘은 여기까지" in await learner.says(words)
    assert "설계서 0/12칸" in await learner.says("진도")


async def test_a_skipped_line_can_be_written_any_time(learner: Chat) -> None:
    """계획 offers the open boxes of lessons already done."""
    await to_the_line(learner)
    await learner.taps("건너뛰기")
    await learner.says("계획")
    await learner.taps("가까운 길 쓰기")
    assert "적어 두었어요" in await learner.says("손님마다 설명이 달라요.")
    assert "설계서 1/12칸" in await learner.says("진도")


async def test_a_line_can_be_written_anew(learner: Chat) -> None:
    """고쳐 쓰기 right under it; the older one stays as history, and the day is not counted twice."""
    await finish_lesson(learner)
    await learner.taps("고쳐 쓰기")
    assert "앞서 적은 줄도" in await learner.says("손님 한 분께 맞추고 싶어요.")
    assert "손님 한 분께" in await learner.says("1번 칸")
    assert "함께한 날 1일" in await learner.says("진도")


async def test_next_always_leads_on(learner: Chat) -> None:
    """다음 follows the screen: lesson, first question, the same question until it is answered."""
    await learner.says("오늘")
    first = await learner.says("다음")
    assert "확인 1/2" in first
    assert await learner.says("다음") == first
    await learner.says("1")
    assert "확인 2/2" in await learner.says("다음")


async def test_moving_abroad_earns_no_day(learner: Chat, clock: Clock) -> None:
    """A study day never moves back: the same lesson day in another zone is the same day."""
    await finish_lesson(learner)
    await learner.says("시간대 뉴욕")
    assert "오늘 몫은 다 했어요" in await learner.says("오늘")
    await learner.says("다음")
    await learner.says("1")
    await learner.says("1")
    assert "함께한 날 1일" in await learner.says("진도")


async def test_an_old_skip_changes_nothing(learner: Chat, clock: Clock) -> None:
    """Yesterday's 건너뛰기, tapped today, is no step and no day."""
    await to_the_line(learner)
    old = learner.command("건너뛰기")
    await learner.says("손님마다 설명이 달라요.")
    clock.forward(days=1)
    assert "이미 마친 곳" in await learner.says(old)
    assert "함께한 날 1일" in await learner.says("진도")


async def test_one_letter_a_week(learner: Chat, clock: Clock) -> None:
    """On the last day of the learner's own rhythm, and only with its first part."""
    letters = []
    for day in range(14):
        clock.now = NOON
        clock.forward(days=day)
        await finish_lesson(learner)
        letters.append("이번 주 편지" in learner.text)
        await learner.says("다음")
    assert [day for day, came in enumerate(letters) if came] == [4, 11]


async def test_making_can_wait(learner: Chat, clock: Clock) -> None:
    """나중에 leaves the weekend's making open; 만들기 opens it again."""
    clock.now = NOON
    await finish_lesson(learner)
    clock.forward(days=5)
    await learner.says("오늘")
    while "만들기 ·" not in learner.text:
        await learner.says("다음" if not learner.expects.startswith("/answer") else "모르겠어요")
    assert "나중에 해도 돼요" in await learner.taps("나중에")
    assert "만들기 ·" in await learner.says("만들기")


async def test_a_pause_can_be_called_off(learner: Chat) -> None:
    """쉬기 취소 ends it; until then 진도 tells of it."""
    await learner.says("쉬기 일주일")
    assert "알림: 평일 오전 8시, 11월 29일(일)까지 쉼" in await learner.says("진도")
    assert "평일 오전 8시에 보낼게요" in await learner.says("쉬기 취소")
    assert "알림: 평일 오전 8시" in await learner.says("진도")


async def test_a_pause_that_grows_began_when_it_began(learner: Chat, clock: Clock, database: Database) -> None:
    """Three days, and in the middle of them five more: none of all these days is missed afterwards."""
    await learner.says("3일 쉴게요")
    clock.forward(days=2)
    await learner.says("5일 더 쉴게요")
    kept = (await record_at(database, learner.address)).learner
    assert (str(kept.paused_from), str(kept.paused_until)) == ("2026-11-23", "2026-11-30")
    clock.forward(days=5)
    await learner.says("진도")
    assert (await record_at(database, learner.address)).learner.past == "2026-11-23 2026-11-30 pause"


async def test_to_come_less_often_takes_nothing_from_days_in_a_row(
    learner: Chat, clock: Clock, database: Database
) -> None:
    """A week of 월수금, then 매일 from the next Monday on, and back: each day is judged by the rhythm it had."""
    await learner.says("월수금 아침 8시에 보내줘")
    for day in (0, 2, 4, 7):
        clock.now = NOON
        clock.forward(days=day)
        if day == 7:
            await learner.says("매일 아침 8시에 보내줘")
        await finish_lesson(learner)
    assert "함께한 날 4일 (이어서 4일)" in await learner.says("진도")
    assert (await record_at(database, learner.address)).learner.past.endswith("weekly mon,wed,fri 08:00")
    await learner.says("되돌리기")
    await learner.says("주말 아침 8시에 보내줘")
    assert (await record_at(database, learner.address)).learner.past.count("\n") == 0
    assert "이어서 4일" in await learner.says("진도")


async def test_the_source_leads_back_to_the_question(learner: Chat) -> None:
    """근거 in the middle of a question: one button, and the question is there again."""
    await learner.says("오늘")
    await learner.says("다음")
    await learner.says("근거")
    assert "확인 1/2" in await learner.taps("확인 문제")


async def test_a_line_is_heard_behind_the_source(learner: Chat, database: Database) -> None:
    """근거 beside 내 일에 한 줄: what is typed then is the line, and beside the question before a lesson its answer."""
    await learner.says("오늘")
    for words in ("다음", "융합", "다음", "X", "다음"):  # known, so that no review takes the place of the question
        await learner.says(words)
    told = await learner.says("근거")
    assert "「세 전략 지도」의 근거예요" in told
    assert "앞의 질문은 그대로예요" in told
    await learner.says("개인화요. 손님마다 설명이 달라요.")
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "개인화요. 손님마다 설명이 달라요."
    ]
    learner.clock.forward(days=1)
    await learner.says("오늘")
    assert learner.expects.startswith("/recalled")
    assert "「직업을 정의한다는 말」의 근거예요" in await learner.says("근거")
    assert "이어서 가 볼까요?" in await learner.says("개인화하고 융합이요")


async def test_yes_on_a_lesson_leads_on(learner: Chat) -> None:
    """네 under a lesson is 다음."""
    await learner.says("오늘")
    assert "확인 1/2" in await learner.says("네")


@pytest.mark.parametrize(
    "words", ["다섯 문제 하나 더요", "레슨 3", "하나 더", "알림이 안 와요", "내일 봐요", "오늘 뭐해"]
)
async def test_plain_talk_sets_no_clock(learner: Chat, words: str) -> None:
    """A number or a day in a sentence is no wish about time, and a complaint switches nothing off."""
    await learner.says(words)
    assert not learner.expects.startswith("/remind")
    assert "알림: 평일 오전 8시" in await learner.says("진도")


@pytest.mark.parametrize(
    "words", ["주말에도 와요?", "알림 몇 시에 와요?", "왜 알림이 안 와요?", "그만할래요", "하고 싶지 않아요"]
)
async def test_an_open_quiz_outlives_a_question(learner: Chat, words: str) -> None:
    """What is asked about the reminders, or refused, is answered beside the open question, which stays answerable."""
    await learner.says("/ask strategy-map")
    asked, buttons = learner.expects, learner.labels
    await learner.says(words)
    assert learner.expects == asked
    assert set(buttons) <= set(learner.labels)


@pytest.mark.parametrize(
    "words",
    [
        "얼마나 남았는지 궁금해요",
        "근거가 뭐예요 이 얘기",
        "그건 말하기 싫은데",
        "로또 번호 좀",
        "3분이라더니 10분 걸리네요",
        "도움!",
        "도움밀",
        "복슴",
        "알림 꺼주새요",
        "다시 보여죠",
        "내 계정 삭제하려면",
        "그만할래요",
        "하루 걸러 보내주면 안 돼요?",
        "데이터 전부 삭제 원해요",
    ],
)
async def test_what_is_said_to_the_bot_is_no_line(learner: Chat, words: str) -> None:
    """A question, a refusal, a slip and a wish are answered or asked about before anything stands in the plan."""
    await to_the_line(learner)
    await learner.says(words)
    assert "설계서 0/12칸" in await learner.says("진도")


@pytest.mark.parametrize("words", ["저 이제 퇴근했어요", "10시에 회의 있어요", "인생이 뭘까", "안 궁금해요"])
async def test_what_asks_for_nothing_is_heard(learner: Chat, words: str) -> None:
    """A remark, a question nobody can answer and a refusal are not told that they were not understood."""
    await learner.says("진도")
    assert "아직 잘 모르겠어요" not in await learner.says(words)
    assert "알림: 평일 오전 8시" in await learner.says("진도")


async def test_a_job_told_in_passing_is_asked_about(learner: Chat) -> None:
    """개발자예요, where nobody asked: nothing changes before they say so."""
    await learner.says("진도")
    assert "예시를 바꿀까요" in await learner.says("간호사예요")
    assert "간호사" in await learner.taps("예시 바꾸기")


async def test_taking_leave_can_be_taken_back(learner: Chat) -> None:
    """아니요 under 탈퇴 keeps everything."""
    await learner.says("탈퇴")
    await learner.says("아니요")
    assert "함께한 날" in await learner.says("진도")


# -- what is no answer to the open question --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["건너뛸게요", "그냥 안 쉴래요", "아니요", "괜찮아요", "나중에 정할게요", "안 쉴랍니더"]
)
async def test_a_pause_that_is_not_wanted_is_none(learner: Chat, words: str) -> None:
    """It is left by words, too: no date is offered, nothing is changed, and the question is closed."""
    await learner.says("쉬기")
    assert "쉬지 않고 그대로" in await learner.says(words)
    assert learner.expects == ""
    assert "쉬는 중" not in await learner.says("진도")


@pytest.mark.parametrize("words", ["오늘 레슨 주세요", "레슨이나 할래요"])
async def test_a_lesson_is_no_pause(learner: Chat, words: str) -> None:
    """오늘 names a day, and wishes for its lesson all the same."""
    await learner.says("쉬기")
    assert "레슨 1/30" in await learner.says(words)
    assert "쉬는 중" not in await learner.says("진도")


async def test_how_long_is_told_where_it_was_not_understood(learner: Chat) -> None:
    """Of a pause, and not of an hour; in three days it is one day, not two buttons."""
    await learner.says("쉬기")
    assert "언제까지 쉴지" in await learner.says("회사 일이 많아서요")
    assert "다시 보낼게요" in await learner.says("3일 뒤에 다시")


@pytest.mark.parametrize("words", ["아니야 안 쉴래", "그냥 안 쉴게요", "쉬는 거 취소해 줘"])
async def test_a_pause_is_called_off_in_so_many_words(learner: Chat, words: str) -> None:
    """Right after it was made, and later."""
    await learner.says("3일 쉴게요")
    await learner.says(words)
    assert "쉬는 중" not in await learner.says("진도")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("3번이 뭐예요?", "그 보기는"),
        ("1번이 뭔지 모르겠어요", "그 보기는"),
        ("이게 뭐예요?", "번호나 보기의 말로"),
        ("힌트 있어요?", "힌트가 없어요"),
        ("틀리면 어떻게 돼요?", "깎이는 것은 없어요"),
        ("융합이 뭐였죠", "서로 다른 두 분야"),
    ],
)
async def test_a_question_about_a_question_leaves_it_open(learner: Chat, words: str, told: str) -> None:
    """It is answered, and the question can be answered after that."""
    await learner.says("/ask strategy-map")
    asked = learner.expects
    assert told in await learner.says(words)
    assert learner.expects == asked


@pytest.mark.parametrize("words", ["오타요", "나중에 풀게", "다음 문제", "이 문제 별로예요", "하기 싫어요"])
async def test_what_answers_nothing_is_not_graded(learner: Chat, words: str) -> None:
    """A typed question takes any word; what takes back, puts off, leads on, scolds or refuses is none."""
    await learner.says("/ask label-for-hearsay")
    await learner.says(words)
    assert "아쉬워요" not in learner.text
    assert learner.expects.startswith("/answer label-for-hearsay")


async def test_who_passes_is_shown_the_answer(learner: Chat) -> None:
    """이 문제 넘기고 다음 거 줘 봐요, and the answer, asked for."""
    for words in ("이 문제 넘기고 다음 거 줘 봐요", "답 알려 주면 안 돼요?"):
        await learner.says("/ask strategy-map")
        assert "답은 ‘융합’이에요." in await learner.says(words)


@pytest.mark.parametrize("words", ["다음", "네", "ㄱㄱ"])
async def test_half_a_row_of_pairs_stays(learner: Chat, words: str) -> None:
    """What was picked stays picked where the question is put again; 오타요 takes the last pick back."""
    await learner.says("/ask three-florists-three-strategies")
    await learner.says("나")
    picked = learner.expects
    await learner.says(words)
    assert learner.expects == picked
    await learner.says("오타요")
    assert learner.expects == picked.removesuffix("2")


async def test_a_limit_that_is_wished_is_a_line(learner: Chat) -> None:
    """토요일 오전 두 시간까지만 할래요 is one's own limit; what speaks of the question itself is asked about."""
    await to_the_line(learner)
    assert "설계서에 적을까요" in await learner.says("너무 어려운 질문이에요")
    assert "적어 두었어요" in await learner.says("토요일 오전 두 시간까지만 할래요")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("꼭 써야 해요?", "꼭 해야 하는 것은 없어요"),
        ("이거 누가 봐요?", "운영하는 사람은 볼 수 있"),
        ("이거 저장돼요?", "저절로 저장돼요"),
        ("제 번호 수집하는 건 아니죠?", "운영하는 사람은 볼 수 있"),
        ("여기 글자 수 정해져 있나요", "300자까지"),
    ],
)
async def test_a_frank_question_is_answered_at_an_open_line(learner: Chat, words: str, told: str) -> None:
    """And the line is still asked for, nothing filed."""
    await to_the_line(learner)
    asked = learner.expects
    assert told in await learner.says(words)
    assert learner.expects == asked
    assert "설계서 0/12칸" in await learner.says("진도")


async def test_a_promise_is_one_of_two(learner: Chat) -> None:
    """약속 바꿀래: when to open the lesson, or what is promised to a customer."""
    assert "어떤 약속을 말씀하시는" in await learner.says("약속 바꿀래")
    await learner.taps("레슨 여는 때")
    assert "‘버스에 타면’" in await learner.says("버스에 타면")
    await learner.says("되돌리기")
    assert "커피를 내리면" in await learner.says("내데이터")


async def test_a_stranger_is_answered_first(chat: Chat) -> None:
    """What they ask, in plain words or in nobody's, and then the welcome."""
    assert (await chat.says("컴퓨터 못하는데 될까요")).startswith("나이나 경력에 상관없이")
    assert "지금 어떤 일을 하세요" in chat.text


@pytest.mark.parametrize("words", ["오늘 거 좀 보여 주이소", "ㅇㅋ 담", "담거", "퀴즈 말고 레슨 볼래요"])
async def test_ways_of_talking_are_heard(learner: Chat, words: str) -> None:
    """Dialect, texting, and what is wished behind an answer or something else."""
    assert "레슨 1/30" in await learner.says(words)


async def test_yesterday_is_the_day_before(learner: Chat, clock: Clock) -> None:
    """Once today's lesson is done, 어제 레슨 is still yesterday's."""
    clock.now = NOON
    for _ in range(2):
        await finish_lesson(learner)
        clock.forward(days=1)
    await finish_lesson(learner)
    assert "레슨 2/30" in await learner.says("어제 레슨")


async def test_a_lesson_that_was_read_is_not_opened_again_after_small_talk(learner: Chat, clock: Clock) -> None:
    """Its own button onward stays; on another day the lesson is opened anew."""
    await learner.says("오늘")
    assert learner.labels[0] == "확인 문제"
    await learner.says("3분이라더니 길다")
    assert "확인 문제" in learner.labels
    assert "확인 1/2" in await learner.says("확인 문제 주세요")
    await learner.says("오늘")
    clock.forward(days=1)
    await learner.says("고마워요")
    assert "확인 문제" not in learner.labels


@pytest.mark.parametrize(
    "words",
    [
        "자전거 출근하는 분. 브레이크 소리로 민원 받으심",
        "출근길 브레이크 소리가 창피하대요 (들은 말)",
        "자전거 타는 분. 출근길 소리",
    ],
)
async def test_a_line_about_a_time_of_day_is_a_line(learner: Chat, words: str) -> None:
    """Only a bare time may be meant for the reminders."""
    await learner.says("/line 07-one-customer")
    assert "적어 두었어요" in await learner.types(words)


# -- at an open line ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        *("사진을 배워서 가게에 쓰고 싶어요", "재료비 빼고 시간당 만오천원", "문제를 하나 더 풀어 주고 싶어요"),
        *("매일 아침 6시에 제일 먼저 나와서 기계 예열해 둔다", "꺼져 있는 간판도 밤마다 켜 둬요"),
        "멍청한 질문도 환영하는 미용실",
    ],
)
async def test_what_is_told_of_work_is_a_line(learner: Chat, words: str) -> None:
    """A wish about one's own work, a price and an hour of it are filed without being asked about."""
    await to_the_line(learner)
    assert "적어 두었어요" in await learner.says(words)
    assert "알림: 평일 오전 8시" in await learner.says("진도")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("안 쓸래요 오늘은", "비워 둘게요"),
        ("그지같은 질문", "언짢게"),
        ("공일공 삼삼칠이 구공사오", "적을까요"),
        ("지워", "적지 않았어요"),
        ("아까 적은 줄 지우고 다시 쓸래", "적지 않았어요"),
        ("계정 없애고 싶은데 어떻게 해요", "모두 지울까요"),
        ("남과 다르다는 게 어떤 걸 말하는 거예요?", "한 낱말로"),
    ],
)
async def test_what_is_said_to_us_is_no_line(learner: Chat, words: str, said: str) -> None:
    """A refusal, a scolding, a number, what takes back and what asks: nothing is filed, and no setting changes."""
    await to_the_line(learner)
    assert said in await learner.says(words)
    progress = await learner.says("진도")
    assert "설계서 0/12칸" in progress
    assert "알림: 평일 오전 8시" in progress


# -- of reminders ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("공휴일엔 가족하고 보내야 해서 안 받을게요", "공휴일엔 쉬기, 맞나요"),
        ("삼십 분만 늦춰 줄래요? 퇴근이 밀려서", "오전 8시 30분에 보낼게요"),
        ("모레까지 쉽시다 제사가 있어요", "11월 26일(목)부터 다시"),
        ("매일 오후 6시 45분이 딱 좋아요 그때로 옮겨주세요", "매일 오후 6시 45분"),
        ("시험기간에만 끄고 싶은데 12월 7일부터 18일까지요", "12월 18일(금)까지 쉬고"),
        ("8시가 아니라 9시, 밤 9시요", "오후 9시"),
        ("알림 몇 시로 돼 있어요?", "지금은 평일 오전 8시"),
        ("공휴일 낀 주는 어떻게 되나요", "지금은 평일 오전 8시"),
    ],
)
async def test_a_wish_beside_its_reason(learner: Chat, clock: Clock, words: str, said: str) -> None:
    """The wish is heard before or behind its reason, and only what it wishes for changes."""
    clock.now = NOON
    await learner.says("진도")
    assert said in await learner.says(words)


@pytest.mark.parametrize("words", ["아침 7시부터 줄 서서 기다렸네 은행", "하는 일 바뀌었어요 식당 접고 화물차 몰아요"])
async def test_what_is_told_changes_nothing(learner: Chat, words: str) -> None:
    """Neither an hour of the past nor a job too long for a button breaks or sets anything."""
    await learner.says("진도")
    assert "문제가 생겼어요" not in await learner.says(words)
    assert "알림: 평일 오전 8시" in await learner.says("진도")


@pytest.mark.parametrize(("words", "said"), [("👍👍", "고마워요"), ("ㄱㅇㄷ", "고마워요"), ("🙏🙏", "다행이에요")])
async def test_signs_alone_are_answered(learner: Chat, words: str, said: str) -> None:
    """Signs and initials of a chat."""
    await learner.says("진도")
    assert said in await learner.says(words)


@pytest.mark.parametrize(
    "words", ["틀린 말은 아니에요", "아니지 않나요?", "아니요 맞아요", "둘 다요", "틀리지 않았나요"]
)
async def test_an_unclear_verdict_is_asked_about_with_both_signs(learner: Chat, database: Database, words: str) -> None:
    """The statement once more with O and X; nothing is graded."""
    question = await learner.says("/ask map-not-order")
    assert "맞으면 O, 아니면 X" in await learner.types(words)
    assert question.rpartition("\n\n")[2] in learner.text
    assert learner.labels == ["O", "X"]
    assert (await record_at(database, learner.address)).histories == {}


@pytest.mark.parametrize(("quiz", "right"), [("strategy-map", "융합"), ("word-expertise", "전문성")])
@pytest.mark.parametrize("words", ["이거요", "아 그거", "그게 그러니까", "둘 다요"])
async def test_what_says_nothing_yet_gives_nothing_up(
    learner: Chat, database: Database, quiz: str, right: str, words: str
) -> None:
    """It is said how to answer, and the question stays open."""
    await learner.says(f"/ask {quiz}")
    assert "적어 주세요" in await learner.types(words) or "답해 주세요" in learner.text
    assert (await record_at(database, learner.address)).histories == {}
    assert f"✓ {right}" in await learner.types(right)


@pytest.mark.parametrize("words", ["생각날 듯 말 듯", "답이 입가에 맴도는데요", "알 듯 말 듯하네요"])
async def test_on_the_tip_of_the_tongue_a_hint_helps(learner: Chat, words: str) -> None:
    await learner.says("/ask word-expertise")
    assert "초성: ㅈ ㅁ ㅅ" in await learner.types(words)


one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


@one_database
@pytest.mark.parametrize(
    "words",
    [
        *("여기 기록 싹 지우고 나가고 싶어요", "제 글 다 지우고 나갈래요", "이제 제 데이터 전부 삭제하고 나갈래요"),
        *("제가 적은 글 모두 지우고 나가고 싶어요", "남긴 기록 싹 없애고 나갈게요", "계정 지우고 나갈게요"),
    ],
)
async def test_to_erase_and_leave_is_one_wish(learner: Chat, words: str) -> None:
    """It is asked about once, and nothing is said beside it."""
    text = await learner.types(words)
    assert "모두 지울까요" in text
    assert "더 해도 괜찮아요" not in text
    assert "어디까지 그만할까요" not in text


@one_database
@pytest.mark.parametrize("opens", ["진도", "알림", "열 사람", "/line 01-three-strategies", "/ask strategy-map"])
@pytest.mark.parametrize(("typed", "told"), [("qhrtmq", "아직 풀 문제가 없어요"), ("ehdnaakf", "이렇게 말해 보세요")])
async def test_a_name_in_the_other_layout_is_heard_anywhere(learner: Chat, opens: str, typed: str, told: str) -> None:
    """복습 and 도움말, whatever is on the screen."""
    await learner.says(opens)
    assert told in await learner.types(typed)


@one_database
@pytest.mark.parametrize("words", ["문제 하나 내줘", "퀴즈", "문제 내 주세요", "퀴즈 하나 풀래요"])
async def test_who_asks_for_a_question_gets_the_one_that_waits(learner: Chat, words: str) -> None:
    """The line of the lesson stands in the plan; its questions end it."""
    await learner.says("/line 01-three-strategies")
    assert "아직 풀지 않은 문제가 있어요" in await learner.types("동네 빵집 사장님들이 재고를 못 맞춰요")
    assert "확인 1/2" in await learner.types(words)


@one_database
@pytest.mark.parametrize("words", ["기록 보여줘", "설계서 전부 다시 보여줘", "설계서 통째로 보여줘"])
async def test_all_of_it_is_no_word_to_look_for(learner: Chat, words: str) -> None:
    """No line is searched for it."""
    assert "이야기는 아직 적지 않았어요" not in await learner.types(words)
