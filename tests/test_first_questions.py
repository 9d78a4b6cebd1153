"""The three questions of the first minute, answered, asked back, mended and left alone as people do, as chats."""

from collections.abc import Sequence

import pytest

from bot.message import Address
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


def lines(rows: str) -> list[str]:
    """The words of a table, one a line."""
    return [row.strip() for row in rows.strip().splitlines()]


def cells(rows: str) -> list[tuple[str, ...]]:
    """The rows of a table, its cells apart by " = "."""
    return [tuple(cell.strip() for cell in row.split(" = ")) for row in lines(rows)]


HOUR_KEPT = """
    아침은 안 되고 저녁 8시요 = daily 20:00
    오전엔 바빠서 오후 3시요 = daily 15:00
    8시 반 아니고 7시 반, 아침이요 = daily 07:30
    음 저녁 9시쯤 애들 재우고 = daily 21:00
    애들 등원시키고 10시쯤 = daily 10:00
    9시요 애들 자고 나면 = daily 21:00
    애들 학교 보내고 9시 = daily 09:00
    7시 반이요 저녁 = daily 19:30
    화목 저녁 8시 = weekly tue,thu 20:00
    토요일 오전 10시요 = weekly sat 10:00
    평일 아침 8시가 좋아요 = weekdays 08:00
"""


@one_database
@pytest.mark.parametrize(("words", "rhythm"), cells(HOUR_KEPT))
async def test_an_hour_told_by_a_day_is_kept(chat: Chat, database: Database, words: str, rhythm: str) -> None:
    """What is done then tells which nine it is; nothing is asked that was said."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert chat.expects == "/intend"
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm


PART_DENIED = """
    아침은 정신없어서 안되구요 = 오전
    오전에는 좀 바빠요 = 오전
    밤은 피곤해서 힘들어요 = 오후
    저녁은 애들 때문에 안 돼요 = 오후
    점심때는 손님 많아서 안 돼요 = 낮
"""


@one_database
@pytest.mark.parametrize(("words", "part"), cells(PART_DENIED))
async def test_a_part_of_the_day_that_is_denied_is_not_offered(
    chat: Chat, database: Database, words: str, part: str
) -> None:
    """The other hours are, and none is set."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert chat.expects == "/hour"
    assert chat.labels
    assert not any(part in label.split() for label in chat.labels)
    assert (await record_at(database, chat.address)).learner.rhythm == ""


NO_MOMENT = ["예를 들면 어떤 거요", "예를 들면요?", "어떤 걸 적으면 돼요"]


@one_database
@pytest.mark.parametrize("words", NO_MOMENT)
async def test_who_asks_for_an_example_of_a_moment(chat: Chat, database: Database, words: str) -> None:
    """It is given, and is no promise."""
    for said in ("시작", "미용사", "/hour weekdays 08:00"):
        await chat.says(said)
    assert "커피를 내리면" in await chat.types(words)
    assert chat.expects == "/intend"
    assert (await record_at(database, chat.address)).learner.intention == ""


HOUR_OFFERED = """
    일곱시 반 아니면 여덟시 저녁에 = 오후 7시 30분
    일곱시 반 아니면 여덟시 저녁에 = 오후 8시
    밤 10시나 11시 = 오후 10시
    밤 10시나 11시 = 오후 11시
    저녁 7시 아니면 8시 = 오후 7시
    애들 재우고 나면 레슨 하나 할게요 = 오후 9시
    퇴근하고 씻고 나서요 = 오후 6시 30분
    저녁 먹고 나서 보통 여유 있어요 = 오후 8시
    출근 전에 잠깐 = 오전 7시
    밤에 자기 전이요 = 오후 10시
    출퇴근 시간에 볼게요 = 오전 8시
    출퇴근 시간에 볼게요 = 오후 6시 30분
    가게 열기 전 = 오전 9시
    마감하고 = 오후 9시
    아침에 눈뜨자마자 = 오전 7시
    8시에서 9시 사이 = 오후 8시
    내일 아침부터 7시 = 오전 7시
    저녁 7시에 퇴근해요 = 오후 7시
"""


@one_database
@pytest.mark.parametrize(("words", "offered"), cells(HOUR_OFFERED))
async def test_hours_are_offered_for_a_moment_of_the_day(
    chat: Chat, database: Database, words: str, offered: str
) -> None:
    """No guess: on working days or on all, at the hours that such a moment lies at; and no hour that is none of it."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert {f"평일 {offered}", f"매일 {offered}"} <= {*chat.labels}
    assert not any(label.endswith("오전 1시") for label in chat.labels)
    assert (await record_at(database, chat.address)).learner.rhythm == ""


@one_database
async def test_days_without_an_hour_keep_those_days(chat: Chat, database: Database) -> None:
    """주말에만: at what hour is asked, and an hour typed then is one of the weekend."""
    for said in ("시작", "미용사", "주말에만 돼요"):
        await chat.says(said)
    assert chat.labels[0] == "주말 오전 10시"
    assert "주말 오후 9시에 보낼게요" in await chat.says("저녁 9시")
    assert (await record_at(database, chat.address)).learner.rhythm == "weekends 21:00"


@one_database
@pytest.mark.parametrize(
    "words",
    [
        "들쭉날쭉해요 3교대라서",
        "그때그때 달라요",
        "교대근무라 매번 달라요",
        "대중없어요",
        "편할 때 볼게요",
        "제가 알아서 볼게요",
    ],
)
async def test_who_has_no_fixed_hour_goes_on_without_one(chat: Chat, database: Database, words: str) -> None:
    """Nothing is set, nothing is insisted on, and it can be set on the next screen."""
    for said in ("시작", "미용사"):
        await chat.says(said)
    assert (await chat.says(words)).startswith("그럼 시간은 정하지 않고 둘게요.")
    assert (chat.expects, "시간 정할래요" in chat.labels) == ("/intend", True)
    assert (await record_at(database, chat.address)).learner.rhythm == ""


@one_database
async def test_any_time_is_offered_one(chat: Chat) -> None:
    """아무때나: one hour to say yes to."""
    for said in ("시작", "미용사"):
        await chat.says(said)
    assert "그럼 평일 오전 8시에 보내 드릴까요?" in await chat.says("아무때나 상관없어요")
    assert "평일 오전 8시에 보낼게요" in await chat.says("네")


@one_database
@pytest.mark.parametrize(
    "words", ["지금은 모르겠고 나중에 정할게요", "바빠서 잘 모르겠어요", "나중에 할게요", "글쎄요"]
)
async def test_an_hour_can_be_left_for_later(chat: Chat, database: Database, words: str) -> None:
    """It is no hour, and the next question comes."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert chat.expects == "/intend"
    assert (await record_at(database, chat.address)).learner.rhythm == ""


@one_database
async def test_a_moment_told_for_an_hour_is_the_next_answer(chat: Chat, database: Database) -> None:
    """손님 없을 때 tells no hour, but what will set them off: it is not asked twice."""
    for said in ("시작", "미용사"):
        await chat.says(said)
    assert "‘손님 없을 때’, 레슨을 여는 때로 적어 둘게요" in await chat.says("손님 없을 때 할게요")
    assert chat.expects == "/hour"
    assert "‘손님 없을 때’ 레슨을 열기로 했어요" in await chat.says("평일 오후 3시")
    assert (await record_at(database, chat.address)).learner.intention == "손님 없을 때"


@one_database
async def test_another_moment_right_after_the_last_question(chat: Chat, database: Database) -> None:
    """Who thinks of a better one says it."""
    for said in ("시작", "버스 몰아요", "저녁 6시 반", "운행 끝나고"):
        await chat.says(said)
    assert "‘차고지 들어오면’ 레슨을 열기로 했어요" in await chat.says("차고지 들어오면")
    assert (await record_at(database, chat.address)).learner.intention == "차고지 들어오면"


TWO_ANSWERS = """
    네 반가워요 저는 미용사고 저녁 8시쯤이 좋아요 = 미용사 = daily 20:00
    안녕하세요 저는 마케터이고 평일 아침 8시가 좋아요 = 마케터 = weekdays 08:00
    간호사예요. 밤 9시에 보내주세요 = 간호사 = daily 21:00
    밤 10시에 볼게요 저는 개발자예요 = 개발자 = daily 22:00
    꽃집 해요, 아침 7시요 = 꽃집 해요 = daily 07:00
    주부예요 애들 재우고 9시쯤 = 주부 = daily 21:00
    사진작가 매일 밤 9시 = 사진작가 = daily 21:00
"""


@one_database
@pytest.mark.parametrize("first", [(), ("시작",)])
@pytest.mark.parametrize(("words", "job", "rhythm"), cells(TWO_ANSWERS))
async def test_two_answers_at_once(
    chat: Chat, database: Database, first: tuple[str, ...], words: str, job: str, rhythm: str
) -> None:
    """Who tells both is asked neither again, be it their first words."""
    for said in (*first, words):
        await chat.says(said)
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, chat.expects) == (job, rhythm, "/intend")
    assert "시군요" in chat.text or "시는군요" in chat.text
    assert ("「나만의 일」이에요" in chat.text) == (not first)


@one_database
@pytest.mark.parametrize(
    ("words", "job", "label"),
    [
        ("직장인이고 출퇴근 시간에 볼게요", "직장인", "평일 오전 8시"),
        ("카페 사장입니다 점심시간에 할게요", "카페 사장", "매일 낮 12시"),
        ("저는 간호사인데 3교대라 들쭉날쭉해요", "간호사", "평일 오전 8시"),
        ("교사라서 방학에만 시간 있어요", "교사", "평일 오전 8시"),
        ("낮에는 학생이고 밤에는 알바해요", "낮에는 학생이고 밤에는 알바해요", "평일 오전 8시"),
        ("카페에서 일하고 저녁에는 대리운전해요", "카페에서 일하고 저녁에는 대리운전해요", "평일 오전 8시"),
    ],
)
async def test_a_job_with_something_else(chat: Chat, database: Database, words: str, job: str, label: str) -> None:
    """What is unclear of the hour is asked; two jobs are one answer; a reason is no part of a job."""
    await chat.says("시작")
    await chat.says(words)
    assert (await record_at(database, chat.address)).learner.job == job
    assert (chat.expects, label in chat.labels) == ("/hour", True)


WELCOME = ("시작", "꽃집 해요", "평일 저녁 8시", "손님 없을 때 할게요")
EXPECTED = ("/trade", "/hour", "/intend", "")
AT = [(WELCOME[: n + 1], expected) for n, expected in enumerate(EXPECTED)]
ASKED_ASIDE = """
    얼마예요?
    이거 유료예요?
    얼마나 걸려요?
    개인정보 어디다 써요?
    그런 건 왜 물어요
    이게 뭐예요?
    사람이에요?
    수료증 나와요?
    hello
    What is this?
    고마워요
    ㅋㅋㅋ
    😀
    네
    아니요
    음...
    시간이 없어요
    꼭 정해야 해요?
    나중에 바꿀 수 있어요?
    010-1234-5678
    https://naver.com
    ㅁㄴㅇㄹ
    무슨 말인지 모르겠어요
    뭐라고 써야 해요?
    약속이 뭐예요
    심심해
    호칭 바꿔줘
    쉬기
    시간대 도쿄
    한국 시간이죠?
    시간 놓치면 어떻게 돼요?
    내데이터
    탈퇴
    연결
    도움말
    진도
    목차
"""


@one_database
@pytest.mark.parametrize(("before", "expected"), AT[:3])
@pytest.mark.parametrize("words", lines(ASKED_ASIDE))
async def test_what_is_said_aside_leaves_the_question_open(
    chat: Chat, database: Database, before: Sequence[str], expected: str, words: str
) -> None:
    """Answered or asked again; nothing is kept by it, and the answer given next counts."""
    for said in before:
        await chat.says(said)
    known = (await record_at(database, chat.address)).learner
    await chat.types(words)
    learner = (await record_at(database, chat.address)).learner
    assert learner.screen
    assert str(learner.screen.expects) == expected
    assert (learner.job, learner.rhythm, learner.intention) == (known.job, known.rhythm, known.intention)
    assert [str(button.go) for button in chat.message.buttons] != []
    await chat.says(WELCOME[len(before)])
    assert chat.expects == EXPECTED[len(before)]


@one_database
@pytest.mark.parametrize("before", [before for before, _ in AT[:3]])
async def test_no_words_leave_the_question_open(chat: Chat, before: Sequence[str]) -> None:
    """A photo, a voice: only text is read, and the buttons stand there still."""
    for said in before:
        await chat.says(said)
    labels = chat.labels
    assert "글로 적은 말만" in await chat.types("")
    assert chat.labels == labels


@one_database
@pytest.mark.parametrize("words", ["뒤로", "이전", "이전으로 돌아가 주세요", "한 단계 뒤로", "방금 답 고칠래요"])
@pytest.mark.parametrize(("before", "back"), [(AT[1][0], "/trade"), (AT[2][0], "/hour"), (AT[3][0], "/intend")])
async def test_one_step_back_erases_nothing(
    chat: Chat, database: Database, before: Sequence[str], back: str, words: str
) -> None:
    """The question before comes with what is kept of it, and can be left as it is."""
    for said in before:
        await chat.says(said)
    known = (await record_at(database, chat.address)).learner
    assert "지금은" in await chat.says(words)
    assert chat.expects == back
    await chat.taps("그대로 둘게요")
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, learner.intention) == (known.job, known.rhythm, known.intention)


@one_database
@pytest.mark.parametrize("words", ["처음부터 다시", "처음부터 다시 할래요", "다시 시작", "처음으로 돌아가고 싶어요"])
@pytest.mark.parametrize("before", [before for before, _ in AT[1:]])
async def test_over_again_erases_nothing(chat: Chat, database: Database, before: Sequence[str], words: str) -> None:
    """The first question, with the job that is known."""
    for said in before:
        await chat.says(said)
    known = (await record_at(database, chat.address)).learner
    assert "지금은 ‘꽃집 해요’로 알고 있어요" in await chat.says(words)
    assert chat.expects == "/trade"
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, learner.intention) == (known.job, known.rhythm, known.intention)


@one_database
@pytest.mark.parametrize("before", [before for before, _ in AT])
async def test_each_answer_can_be_mended_at_any_question(chat: Chat, before: Sequence[str]) -> None:
    """시간 고칠래 and 하는 일 바꿀래, wherever one is."""
    for said in before:
        await chat.says(said)
    await chat.says("시간 고칠래")
    assert chat.expects == "/hour"
    await chat.says("하는 일 바꿀래")
    assert chat.expects in ("/trade", "/job")


@one_database
async def test_who_mends_the_job_goes_on_where_they_were(chat: Chat, database: Database) -> None:
    """The hour is kept and not asked again; and who mends the hour keeps the moment."""
    for said in WELCOME[:3]:
        await chat.says(said)
    await chat.says("하는 일 바꿀래")
    assert "미용사시군요" in await chat.says("미용사예요")
    assert chat.expects == "/intend"
    await chat.says(WELCOME[3])
    await chat.says("시간 고칠래")
    assert "매일 오후 10시에 보낼게요" in await chat.says("매일 밤 10시")
    assert "‘손님 없을 때’ 레슨을 열기로 했어요" in chat.text
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, learner.intention) == ("미용사", "daily 22:00", "손님 없을 때")


@one_database
async def test_days_told_at_the_hour_keep_the_hour(chat: Chat) -> None:
    """평일만요, of one who has said eight in the evening."""
    for said in ("시작", "꽃집 해요", "매일 저녁 8시", "뒤로"):
        await chat.says(said)
    assert "지금은 매일 오후 8시에 보내 드리기로 했어요" in chat.text
    assert "평일 오후 8시에 보낼게요" in await chat.says("평일만요")


@one_database
async def test_an_hour_said_first_is_kept_and_the_job_is_asked(chat: Chat, database: Database) -> None:
    """A stranger who begins with the hour is greeted; the question about the job comes behind it."""
    told = await chat.says("저녁 8시에 알림 보내주세요")
    assert "「나만의 일」이에요" in told
    await chat.says("매일") if chat.expects == "/hour" else None
    assert chat.expects == "/trade"
    await chat.says("개발자")
    assert chat.expects == "/intend"
    assert (await record_at(database, chat.address)).learner.rhythm == "daily 20:00"


@one_database
async def test_a_rest_before_any_hour_leaves_the_hour_open(chat: Chat) -> None:
    """내일은 쉴래요 is no answer to when."""
    for said in ("시작", "미용사"):
        await chat.says(said)
    assert "하루 쉬고" in await chat.says("내일은 쉴래요")
    assert chat.expects == "/hour"


@one_database
async def test_how_a_day_goes_is_no_hour_until_it_is_agreed_to(chat: Chat, database: Database) -> None:
    """6시 반에 일어나요 tells of a morning; 아침 8시에 일어나서 할게요 of lessons."""
    for said in ("시작", "미용사", "6시 반에 일어나요"):
        await chat.says(said)
    assert chat.labels == ["평일 오전 6시 30분", "매일 오전 6시 30분", "평일 오전 7시", "매일 오전 7시"]
    assert (await record_at(database, chat.address)).learner.rhythm == ""
    assert "매일 오전 8시에 보낼게요" in await chat.says("아침 8시에 일어나서 할게요")


TOLD_OF_A_DAY = """
    아침 10시에 매장 열어요 = 오전 9시 30분
    밤 10시에 마감해요 = 오후 10시 30분
    7시 반에 출근합니다 = 오전 7시
    밤 열두 시에 자요 = 오후 11시
    오후 4시에 애들 하원해요 = 오후 4시 30분
    저녁 6시 반까지 근무예요 = 오후 6시 30분
    오전 9시부터 오후 5시까지 일합니다 = 오후 5시
    저녁 7시면 밥 차려요 = 오후 7시 30분
    점심 12시 반에 밥 먹거든요 = 오후 1시
    6시 퇴근이에요 = 오후 6시
    아침 8시 오픈인데요 = 오전 7시
    새벽 5시에 시장 가요 = 오전 5시 30분
    저녁 9시에 학원 수업 끝나요 = 오후 9시
    오후 3시에 가게가 한산해지는 편이에요 = 오후 3시
"""
ANSWERS_ALL_THE_SAME = """
    문 닫고 밤 9시요 = daily 21:00
    퇴근하고 저녁 7시 반이요 = daily 19:30
    밤 10시가 제일 나아요 = daily 22:00
    저녁 8시면 시간 돼요 = daily 20:00
    아침 7시에 읽을게요 = daily 07:00
    밤 11시쯤 자기 전이요 = daily 23:00
    점심 12시 반이 딱 좋아요 = daily 12:30
    저녁 9시에 공부할래요 = daily 21:00
    애들 재우고 나면 밤 10시예요 = daily 22:00
"""


@one_database
@pytest.mark.parametrize(("words", "offered"), cells(TOLD_OF_A_DAY))
@pytest.mark.parametrize("asked", ["", "알림"])
async def test_what_is_done_at_an_hour_is_no_answer_to_when(
    chat: Chat, database: Database, words: str, offered: str, asked: str
) -> None:
    """Neither in the welcome nor under 알림: hours near it are offered, before what begins and behind what ends."""
    for said in ("시작", "미용사", *(("-", "-", asked) if asked else ())):
        await chat.says(f"{chat.expects} -" if said == "-" else said)
    assert "레슨은 언제가 좋을까요?" in await chat.says(words)
    shown = f"{chat.text} {chat.labels}"
    assert f"평일 {offered}" in shown, shown
    assert (await record_at(database, chat.address)).learner.rhythm == ""
    await chat.says(str(chat.message.buttons[0].go))
    assert (await record_at(database, chat.address)).learner.rhythm


@one_database
@pytest.mark.parametrize(("words", "rhythm"), cells(ANSWERS_ALL_THE_SAME))
async def test_an_hour_that_fits_or_is_meant_for_lessons_is_an_answer(
    chat: Chat, database: Database, words: str, rhythm: str
) -> None:
    """Whatever is told beside it."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm, chat.text


PROMISES_TO_SEND = ("보낼게요", "보내 드", "먼저 말을 걸었")


@one_database
@pytest.mark.parametrize(
    "hour",
    [
        "저녁 8시",
        "아무때나",
        "들쭉날쭉해요",
        "주말에도 와요?",
        "몇 번 와요?",
        "카톡으로 알림 와요?",
        "지금 바로",
        "시간 고칠래",
        "건너뛰기",
    ],
)
async def test_nothing_is_promised_where_we_cannot_speak_first(chat: Chat, hour: str) -> None:
    """On KakaoTalk lessons are opened, not sent."""
    chat.address = Address("kakao", "7")
    said = ("시작", "미용사", hour, "/trade -", "저녁 9시", "커피 마실 때", "뒤로")
    told = [await chat.says(words) for words in said]
    assert [text for text in told if any(promise in text for promise in PROMISES_TO_SEND)] == []
    assert "카카오톡에서는 먼저 말을 걸 수 없으니, 그때 ‘오늘’이라고 보내 주세요" in "".join(told)


@one_database
@pytest.mark.parametrize(
    ("before", "words", "said", "expects"),
    [
        ((), "말 안 할래요", "언제 보내 드릴까요", "/hour"),
        ((), "아니 방금 건 오타고 바리스타요", "바리스타", "/hour"),
        ((), "UX designer at a startup", "UX designer", "/hour"),
        ((), "회사에서 시켜서 왔어요", "낱말로 적어 주세요", ""),
        ((), "모르면 어떡하죠", "한 낱말이면", "/trade"),
        (("미용사",), "밤늦게 오는 건 아니죠?", "정한 시간에만", "/hour"),
        (("미용사",), "주간이면 저녁 7시, 야간이면 아침 10시요 2주씩 바뀌어요", "언제인지", "/hour"),
        (("미용사", "평일 오전 8시"), "됐고 빨리 시작합시다", "준비됐어요", ""),
        (("미용사", "평일 오전 8시"), "미친 질문 그만하고", "언짢게", "/intend"),
        (("미용사", "평일 오전 8시"), "첨부터 다시 할 수 있나요", "어떤 일", "/trade"),
    ],
)
async def test_what_is_said_besides_is_heard(
    chat: Chat, database: Database, before: tuple[str, ...], words: str, said: str, expects: str
) -> None:
    """A refusal, a slip that is mended, haste, a scolding and a question: none is kept as a job or a moment."""
    for typed in ("시작", *before):
        await chat.says(typed)
    assert said in await chat.says(words)
    assert chat.expects == expects
    assert not (await record_at(database, chat.address)).learner.intention


@one_database
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("전화로 설명 좀 들을 수 있을까요", "전화를 걸거나 받지 못해요"),
        ("코드 받았는데 어디다 넣어요", "코드를 여기에"),
        ("챗지피티랑 다른 게 뭐야", "AI가 글을 쓰지 않아요"),
        ("고용노동부에서 하는 건가요", "정부 기관이 하는 과정이 아니에요"),
        ("이런 거 신청한 적 없는데요", "아무것도 보내지 않아요"),
        ("미용실 하는 사람도 들을 만해요?", "누구나"),
        ("꺼져 스팸아", "언짢게"),
    ],
)
async def test_a_stranger_is_answered_first(chat: Chat, words: str, said: str) -> None:
    """What somebody asks with their first words is answered, and then they are welcomed."""
    assert said in await chat.says(words)
    assert chat.expects == "/trade"


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("저녁 8시는 안 돼요", "오후 8시"),
        ("6시는 빼고요", "6시"),
        ("7시만 아니면 돼요", "오전 7시"),
        ("평일 오전 9시는 너무 일러요", "오전 9시"),
    ],
)
async def test_an_hour_that_is_denied_is_not_offered(chat: Chat, words: str, denied: str) -> None:
    """The question again, with what most people choose."""
    for before in ("시작", "/trade teacher"):
        await chat.says(before)
    await chat.types(words)
    assert chat.expects == "/hour"
    assert not [label for label in chat.labels if denied in label]
    assert "평일 오전 8시" in chat.labels
