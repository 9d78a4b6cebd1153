"""What is said at the screens of the first minute, the reminders, the ten people and a line, in people's own words."""

from collections.abc import Sequence

import pytest

from bot.korean.when import each_of_days, hours_denied, nth_week
from bot.store import Database
from tests.conftest import MONDAY, Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


def lines(table: str) -> list[str]:
    """The words of a table, one a line."""
    return [row.strip() for row in table.strip().splitlines()]


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of a table, its cells apart by " = "."""
    return [tuple(cell.strip() for cell in row.split(" = ")) for row in lines(table)]


AT_ONCE = """
    그냥 바로 수업부터 할래요
    설명은 됐고 첫 레슨부터 주세요
    질문 말고 바로 강의 볼래요
    묻지 말고 1강 보여줘요 성격 급해요
    바로 1강부터 봅시다 이것저것 물어보는거 딱 질색
    공부부터 시작할게요
"""


@one_database
@pytest.mark.parametrize("before", [(), ("시작",), ("시작", "/trade teacher")])
@pytest.mark.parametrize("words", lines(AT_ONCE))
async def test_who_is_in_a_hurry_begins_at_once(chat: Chat, before: Sequence[str], words: str) -> None:
    """Whatever was to be asked first."""
    for said in before:
        await chat.says(said)
    assert "레슨 1/30" in await chat.types(words)


@one_database
@pytest.mark.parametrize("words", ["수업 준비해요", "강의 하고 있어요", "레슨 강사예요", "공부방 해요"])
async def test_who_teaches_is_in_no_hurry(chat: Chat, database: Database, words: str) -> None:
    """It is what they do."""
    await chat.says("시작")
    await chat.types(words)
    assert (chat.expects, (await record_at(database, chat.address)).learner.trade) == ("/hour", "teacher")


AT_ONCE_ASKED = """
    설문말고 바로 배우기
    질문 됐고 강의나 틀어봐
    지금 당장 하고싶은데
    바로 시작하자
"""


@one_database
@pytest.mark.parametrize("before", [("시작",), ("시작", "/trade teacher")])
@pytest.mark.parametrize("words", lines(AT_ONCE_ASKED))
async def test_who_is_asked_may_begin_at_once(chat: Chat, before: Sequence[str], words: str) -> None:
    """It is no job, and no hour."""
    for said in before:
        await chat.says(said)
    assert "레슨 1/30" in await chat.types(words)


@one_database
@pytest.mark.parametrize("words", ["앗 직업 잘못 썼는데", "하는 일 다시 고를래요", "아까 직업을 틀리게 적었어요"])
@pytest.mark.parametrize("before", [("시작", "미용사"), ("시작", "미용사", "/hour weekdays 08:00")])
async def test_the_job_is_asked_once_more(chat: Chat, database: Database, before: Sequence[str], words: str) -> None:
    """And what was told besides stays."""
    for said in before:
        await chat.says(said)
    rhythm = (await record_at(database, chat.address)).learner.rhythm
    assert "어떤 일로 바꿀까요" in await chat.types(words)
    assert (chat.expects, (await record_at(database, chat.address)).learner.rhythm) == ("/trade", rhythm)


@one_database
@pytest.mark.parametrize("words", ["일없어요", "직장 없음"])
async def test_who_has_no_work_is_told_so_kindly(chat: Chat, words: str) -> None:
    await chat.says("시작")
    assert "지금은 쉬고 계시는군요" in await chat.types(words)


@one_database
async def test_what_is_told_of_the_day_is_no_moment(chat: Chat, database: Database) -> None:
    """방금 짜장면 먹었거든, where a moment is asked for: it is asked about."""
    for said in ("시작", "미용사", "/hour weekdays 08:00", "배 터지겠다 방금 짜장면 먹었거든"):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.intention == ""
    assert "이렇게 적어 둘까요" in chat.text


MENDED_JOBS = """
    인테리어 = 아니다 인테리어가 아니고 간판집이요 = 간판집
    학원 강사 = 아 학원 강사가 아니라 과외 선생님이에요 = 과외 선생님
    카페 사장 = 카페 말고 빵집이요 = 빵집
    미용사 = 미용사 아니고 네일 하는 사람이에요 = 네일 하는 사람
    개발자 = 저녁 말고 아침이요 = 개발자
    개발자 = 아침은 아니고 저녁 8시요 = 개발자
"""


@one_database
@pytest.mark.parametrize(("first", "words", "job"), rows(MENDED_JOBS))
async def test_the_job_is_corrected_under_the_next_question(
    chat: Chat, database: Database, first: str, words: str, job: str
) -> None:
    """What was just said back is mended, and no moment is made of it; an hour is no job."""
    for said in ("시작", first, words):
        await chat.types(said)
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.intention) == (job, "")


ASKED = """
    시작 = ㅋㅋㅋ 백수도 직업으로 쳐주나요 = 일을 찾는 중
    시작 = 은퇴자도 괜찮아요? = 쉬는 중
    시작 = 취준생도 되나요 = 일을 찾는 중
    시작 = 텃밭도 직업으로 쳐 주나요 = 그것도 일이에요
"""


@one_database
@pytest.mark.parametrize(("before", "words", "answer"), rows(ASKED))
async def test_what_counts_as_a_job(chat: Chat, before: str, words: str, answer: str) -> None:
    """Is answered, and the question stays open."""
    await chat.says(before)
    assert answer in await chat.types(words)
    assert chat.expects == "/trade"


OF_AGE = """
    반갑습니다 오십대 후반인데 저도 따라갈수 있나요 = 상관없이
    사십대 중반인데 저도 배울 수 있을까요 = 상관없이
    60대 초반도 할 수 있나요 = 상관없이
    십대도 되나요 = 만 14세
    10대인데 해도 되나요 = 만 14세
"""


@one_database
@pytest.mark.parametrize(("words", "answer"), rows(OF_AGE))
async def test_who_is_old_is_no_minor(chat: Chat, words: str, answer: str) -> None:
    """오십대 ends like 십대, and is none."""
    assert answer in await chat.types(words)


@one_database
async def test_a_lost_job_is_told_first(chat: Chat) -> None:
    """A warm word comes before the number to call."""
    text = await chat.types("어제 회사에서 짤렸습니다.. 뭐라도 배워야 할거 같아서요")
    assert 0 <= text.find("마음이 무겁지요") < text.find("1350")


SETTINGS = """
    시간은 그대로 두고 토요일만 끼워줘요 = weekly mon,tue,wed,thu,fri,sat 08:00 = 보낼게요
    토요일도 끼워 주세요 = weekly mon,tue,wed,thu,fri,sat 08:00 = 보낼게요
    알림 시끄러워 죽겠어 좀 드문드문 보내 = weekly mon,wed,fri 08:00 = 보낼게요
    귀찮으니까 덜 자주 보내줘 = weekly mon,wed,fri 08:00 = 보낼게요
    두번째꺼로 할게요 = weekdays 12:30 = 보낼게요
    8시라는게 아침 8시 말하는거죠 = weekdays 08:00 = 지금은 평일 오전 8시
    8시가 아침 8시 맞죠 = weekdays 08:00 = 지금은 평일 오전 8시
    8시면 저녁 8시라는 말씀이죠 = weekdays 08:00 = 지금은 평일 오전 8시
    아침 8시엔 지옥철이라 화면을 못봐요 = weekdays 08:00 = 그때는 빼고요
    월수는 아침 7시 금요일은 저녁 9시 = weekdays 08:00 = 요일마다 다른 시간은
    매달 둘째 주 화요일 저녁 7시 = weekdays 08:00 = 몇째 주로는
    동네 카페 사장님 - 재고를 손으로 센대요 = weekdays 08:00 = ‘열 사람’에 적을까요
"""


@one_database
@pytest.mark.parametrize(("words", "rhythm", "answer"), rows(SETTINGS))
async def test_what_is_said_where_hours_are_shown(
    learner: Chat, database: Database, words: str, rhythm: str, answer: str
) -> None:
    """A wish is done, and nothing else is."""
    await learner.says("알림")
    assert answer in await learner.types(words)
    record = await record_at(database, learner.address)
    assert (record.learner.rhythm, record.people()) == (rhythm, ())


@one_database
@pytest.mark.parametrize("words", ["네시간있다가", "두 시간 이따가요", "30분 뒤에요", "한 시간 반 후에"])
async def test_a_wait_alone_is_a_wish(learner: Chat, database: Database, words: str) -> None:
    """Once, and the usual hour stays."""
    await learner.says("진도")
    assert "다시 알려 드릴게요" in await learner.types(words)
    learner_now = (await record_at(database, learner.address)).learner
    assert (learner_now.rhythm, learner_now.once_at is not None) == ("weekdays 08:00", True)


@one_database
@pytest.mark.parametrize(
    "words", ["네 시간 걸렸어요", "두 시간 뒤에 손님 와요", "4시간 있다가 왔어요", "한 시간 기다렸어요"]
)
async def test_what_tells_of_a_while_is_none(learner: Chat, database: Database, words: str) -> None:
    """Nothing is set by it."""
    await learner.says("진도")
    await learner.types(words)
    assert (await record_at(database, learner.address)).learner.once_at is None


@one_database
@pytest.mark.parametrize("words", ["어제는 왜 안 왔어요?", "어제 왜 알림 안 왔지", "어제는 레슨이 안 왔어요"])
async def test_yesterday_is_asked_after(learner: Chat, words: str) -> None:
    """A Sunday, on which no lesson comes: that is told, and not what is true of today."""
    await learner.says("진도")
    text = await learner.types(words)
    assert ("(일)은 레슨이 없는 날" in text or "시작하기 전" in text, "오늘 보낼 시간" in text) == (True, False)


PEOPLE = """
    아는 사람이 몇 없는데 어쩌죠 = 한 명만 적어도
    떠오르는 분이 별로 없어요 = 한 명만 적어도
    주변에 사람이 없는데 어떡해요 = 한 명만 적어도
    실명 써도 괜찮은가요 = 가림말
    이름 그대로 적어도 돼요? = 가림말
    본명으로 써야 하나요 = 가림말
    얼굴보고 말하긴 민망해 죽겠는데 문자로 해도 되죠 = 문자나 톡으로
    카톡으로 물어봐도 되나요 = 문자나 톡으로
"""


@one_database
@pytest.mark.parametrize(("words", "answer"), rows(PEOPLE))
async def test_what_is_asked_where_people_are_added(learner: Chat, database: Database, words: str, answer: str) -> None:
    """Is answered; nobody is added by it."""
    await learner.says("/add-person")
    assert answer in await learner.types(words)
    assert ((await record_at(database, learner.address)).people(), learner.expects) == ((), "/add-person")


ADDED = """
    시어머니ㅋㅋ 키오스크만 보면 얼어버리심 = 시어머니 = 키오스크만 보면 얼어버리심
    장모님ㅎㅎ 은행 앱을 어려워하세요 = 장모님 = 은행 앱을 어려워하세요
    친구 없는 손님 - 문자로 해도 되는지 물어요 = 친구 없는 손님 = 문자로 해도 되는지 물어요
"""


@one_database
@pytest.mark.parametrize(("words", "alias", "why"), rows(ADDED))
async def test_kin_with_a_laugh_is_somebody(
    learner: Chat, database: Database, words: str, alias: str, why: str
) -> None:
    """The laugh parts them from the reason."""
    await learner.says("/add-person")
    await learner.types(words)
    assert [(one.alias, one.why) for one in (await record_at(database, learner.address)).people()] == [(alias, why)]


@one_database
@pytest.mark.parametrize("first", ["세탁소 사장님", "세탁소 사장님 - 예약이 겹친대요"])
@pytest.mark.parametrize(
    "words", ["아 그분은 빼줘요 폐업하셨대", "그 사람 빼 주세요", "방금 적은 분 지워줘", "이분은 다시 뺄게요"]
)
async def test_who_was_just_added_is_taken_out(learner: Chat, database: Database, first: str, words: str) -> None:
    """And that is no reason for them."""
    await learner.says("/add-person")
    await learner.types(first)
    await learner.types(words)
    assert (await record_at(database, learner.address)).people() == ()


UNWRITTEN = """
    아 그거 지워줘 다시 쓸래
    그거 지우고 새로 쓸게요
    아 그거 말고 딴걸로 쓸래 취소취소
    이거 말고 다른 걸로 적을래요
    그건 지워줘요
"""


@one_database
@pytest.mark.parametrize("words", lines(UNWRITTEN))
async def test_a_line_is_taken_back_in_words(learner: Chat, database: Database, words: str) -> None:
    """It is gone, and the same question is open again."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(words)
    assert ((await record_at(database, learner.address)).lines(), learner.expects) == (
        [],
        "/write 01-three-strategies",
    )


@one_database
@pytest.mark.parametrize("words", ["그거 말고 다른 거 볼래", "다른 걸로 써 볼까 고민이에요", "손님이 그거 지워 달래요"])
async def test_what_takes_no_line_back(learner: Chat, database: Database, words: str) -> None:
    """It stays in the plan."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(words)
    assert len((await record_at(database, learner.address)).lines()) == 1


@pytest.mark.parametrize(
    ("words", "each"),
    [
        ("월수는 아침 7시 금요일은 저녁 9시", ["weekly mon,wed 07:00", "weekly fri 21:00"]),
        ("평일은 저녁 8시 주말은 아침 10시요", ["weekdays 20:00", "weekends 10:00"]),
        ("월수금 저녁 8시", []),
        ("저녁 8시 월수금", []),
        ("토요일 아침 10시", []),
        ("목수는 아침 7시에 출근해요", []),
    ],
)
def test_an_hour_for_some_days_and_another_for_others(words: str, each: list[str]) -> None:
    """Each of the two, to choose from."""
    assert [str(one) for one in each_of_days(words, MONDAY)] == each


@pytest.mark.parametrize(
    ("words", "each"),
    [
        ("매달 둘째 주 화요일 저녁 7시", ["weekly tue 19:00", "every 2w tue 19:00"]),
        ("매월 셋째 토요일 오전 10시", ["weekly sat 10:00", "every 2w sat 10:00"]),
        ("매달 마지막 주 금요일 밤 9시요", ["weekly fri 21:00", "every 2w fri 21:00"]),
        ("매달 둘째 주 화요일", []),
        ("매달 15일 저녁 7시", []),
        ("둘째 아이 등교시키고 화요일 9시", []),
        ("12월 첫째 주 월요일 오전 9시", []),
    ],
)
def test_a_week_of_the_month(words: str, each: list[str]) -> None:
    """Of every month alone, and with its hour."""
    assert [str(one) for one in nth_week(words, MONDAY)] == each


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("밤에는 절대 안돼요 애 깨요", range(17, 24)),
        ("아침 8시엔 지옥철이라 화면을 못봐요", [8]),
        ("저녁 7시엔 수영장이라 폰을 못 봐요", [19]),
        ("8시는 회사라서 괜찮아요", []),
        ("저녁은 안 되고 주말에 보내줘", []),
        ("밤에는 안 돼요 아침에 보내줘", []),
        ("밤에는 손님이 많아요", []),
    ],
)
def test_hours_that_are_denied(words: str, hours: Sequence[int]) -> None:
    """With a reason before or behind; another time that is named is a wish."""
    assert list(hours_denied(words)) == list(hours)
