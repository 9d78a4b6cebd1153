"""When lessons come, in people's own words: how often, what is set, what is denied, one day left out, a day gone by."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
WEEKDAYS = "지금은 평일 오전 8시에 보내 드려요"


def lines(table: str) -> list[str]:
    """The words of a table, one a line."""
    return [row.strip() for row in table.strip().splitlines()]


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of a table, its cells apart by " = "."""
    return [tuple(cell.strip() for cell in row.split(" = ")) for row in lines(table)]


OTHER_DAYS = """
    화목토로 = weekly tue,thu,sat 08:00
    아니 화목토로 = weekly tue,thu,sat 08:00
    화요일마다 하는걸로 = weekly tue 08:00
    월수금으로 할게요 = weekly mon,wed,fri 08:00
    주말로 = weekends 08:00
    토요일마다 가게로 가요 = weekdays 08:00
    주말로 해 주나요? = weekdays 08:00
"""


@one_database
@pytest.mark.parametrize(("words", "rhythm"), rows(OTHER_DAYS))
async def test_days_alone_keep_the_hour(learner: Chat, database: Database, words: str, rhythm: str) -> None:
    """Where nothing is asked; what only names a day changes nothing."""
    await learner.says("진도")
    await learner.types(words)
    assert await rhythm_of(learner, database) == rhythm


@one_database
@pytest.mark.parametrize("words", ["알람은 됐고 내가 알아서 들어올게", "톡은 안 보내도 되고 제가 들를게요"])
async def test_who_comes_by_themselves_is_asked_how_seldom(learner: Chat, database: Database, words: str) -> None:
    """Nothing is switched off by it."""
    await learner.says("진도")
    assert "알림을 줄일까요" in await learner.types(words)
    assert await rhythm_of(learner, database) == "weekdays 08:00"


@one_database
async def test_who_gets_no_reminders_is_pressed_for_no_hour(chat: Chat) -> None:
    """It is told that nothing comes by itself."""
    for said in ("시작", "/trade teacher", "/hour -", "/intend -"):
        await chat.says(said)
    assert "먼저 보내는 것이 없어요" in await chat.types("알람은 됐고 내가 알아서 들어올게")


@one_database
async def test_an_hour_in_english_is_an_hour(chat: Chat, database: Database) -> None:
    await at_the_hour(chat)
    await chat.types("9 pm please")
    assert await rhythm_of(chat, database) == "daily 21:00"


async def at_the_hour(chat: Chat) -> None:
    """Where the first minute asks for an hour."""
    for said in ("시작", "/trade teacher"):
        await chat.says(said)


async def rhythm_of(chat: Chat, database: Database) -> str:
    return (await record_at(database, chat.address)).learner.rhythm


ASKED_AT_THE_HOUR = """
    너무 자주 오는 거 아니죠? 저 톡 많은 거 질색이라 ㅠ = 하나만 보내
    하루에 몇 번이나 와요? = 하나만 보내
    혹시 막 여러 번 보내고 그러는 건 아니죠 = 하나만 보내
    톡 폭탄 같은 건 아니죠? = 하나만 보내
    일주일에 몇 번 오는 거예요 = 하나만 보내
    얼마나 자주 보내시는데요 = 하나만 보내
    알림 많이 오면 싫은데 하루에 몇 개 와요 = 하나만 보내
    자주 오면 차단할 건데 몇 번 오나요 = 하나만 보내
    귀찮게 하는 건 아니죠? = 하나만 보내
    한 번만 오는 거 맞죠? = 하나만 보내
    안 읽으면 계속 와요? = 하나만 보내
    시도 때도 없이 오는 거 아니죠 = 하나만 보내
    스팸처럼 막 보내는 건 아니죠? = 하나만 보내
    알림 많이 안 오죠? = 하나만 보내
    하루에 도대체 몇 통이나 날아오는지 궁금하네요 = 하나만 보내
    이거 매일매일 오는 거예요? 부담되는데 = ‘평일’로 정하면
    매일 안 와도 되나요 = ‘평일’로 정하면
    주말에도 오나요 그럼? = ‘평일’로 정하면
    광고도 같이 오나요 = 광고는 보내지 않아요
    이거 보내는 거 유료예요? = 돈은 들지 않아요
    돈 드는 건 아니죠? = 돈은 들지 않아요
    새벽에도 오고 그래요? = 정한 시간에만
    지금 몇 시로 돼 있어요? = 아직 알림 시간을 정하지 않았어요
    나중에 시간 바꿀 수 있어요? = 언제든 정하고 바꿔요
"""


@one_database
@pytest.mark.parametrize(("words", "answer"), rows(ASKED_AT_THE_HOUR))
async def test_what_is_asked_where_the_hour_is_asked(chat: Chat, database: Database, words: str, answer: str) -> None:
    """It is answered, and the question of the hour stays open with its buttons."""
    await at_the_hour(chat)
    assert answer in await chat.types(words)
    assert (chat.expects, "건너뛰기" in chat.labels, await rhythm_of(chat, database)) == ("/hour", True, "")


ASKED_AT_THE_SETTINGS = """
    지금 몇 시로 돼있는데요
    언제 오게 돼 있어요
    지금 시간이 몇시로 되어있지
    지금은 언제로 돼 있나
    내가 몇 시로 해놨더라
    몇 시로 해 뒀죠 제가
    지금 설정이 어떻게 돼 있어요
    현재 몇시예요 알림
    무슨 요일에 오게 해놨지
    지금 뭐로 돼 있는데
    원래 몇 시였죠
    몇시로 맞춰져 있나여
    언제 온다고 했죠?
    제가 언제로 골랐었죠
    지금 매일이에요 평일이에요?
    지금 상태 좀 알려줘요
    몇시에 오더라
    저 몇 시에 받기로 했었죠
    지금 설정된 시간이 뭐예요
    지금은 언제 오는데요
    몇 시에 오게 해놨는지 까먹음
    제가 고른 게 뭐였죠
    어떤 요일에 와요 지금
    지금 그대로면 언제 와요?
    일주일에 몇 번 와요 지금
    얼마나 자주 오게 돼 있어요
"""


@one_database
@pytest.mark.parametrize("words", lines(ASKED_AT_THE_SETTINGS))
async def test_what_is_set_is_told_at_the_settings(learner: Chat, database: Database, words: str) -> None:
    """And nothing is asked, nor changed."""
    await learner.says("알림")
    assert WEEKDAYS in await learner.types(words)
    assert await rhythm_of(learner, database) == "weekdays 08:00"


@one_database
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("너무 자주 오는 거 아니죠? 톡 많은 거 질색이라", "많아야 하루 한 번"),
        ("하루에 몇 번 오는 거예요", "많아야 하루 한 번"),
        ("광고도 오나요", "광고는 보내지 않아요"),
        ("이거 유료예요?", "돈은 들지 않아요"),
    ],
)
async def test_how_often_is_told_at_the_settings(learner: Chat, words: str, answer: str) -> None:
    """And they stay open."""
    await learner.says("알림")
    assert answer in await learner.types(words)
    assert learner.expects == "/remind"


@one_database
@pytest.mark.parametrize(
    "words",
    ["내가 몇 시로 해놨더라", "무슨 요일에 오게 해놨지", "제가 언제로 골랐었죠", "지금 몇 시로 돼있는데요"],
)
async def test_what_is_set_is_told_where_nothing_is_asked(learner: Chat, words: str) -> None:
    """As it is at the settings."""
    assert WEEKDAYS in await learner.types(words)


WITHOUT_SPACES = """
    밤열한시반이요근데주말은빼고요 = weekdays 23:30
    평일저녁여덟시로해주세요 = weekdays 20:00
    매일아침일곱시반에보내줘 = daily 07:30
    월수금저녁9시요 = weekly mon,wed,fri 21:00
    주말빼고아침8시반 = weekdays 08:30
    밤열시로바꿔주세요주말은말고 = weekdays 22:00
    화목만저녁일곱시에보내주세요 = weekly tue,thu 19:00
    토요일일요일은빼고밤10시 = weekdays 22:00
    일주일에세번저녁8시요 = weekly mon,wed,fri 20:00
    평일만밤아홉시반으로해줘요 = weekdays 21:30
    아침여섯시사십분이좋겠어요 = weekdays 06:40
    점심열두시반이요주말은빼주세요 = weekdays 12:30
    이틀에한번아침8시 = every 2d 08:00
    저녁7시말고8시로요 = weekdays 20:00
    그럼밤열한시로할게요평일만 = weekdays 23:00
    새벽다섯시반요매일 = daily 05:30
    주말만오전열시반 = weekends 10:30
    평일은아침7시주말은빼주세요 = weekdays 07:00
    화요일목요일오후네시 = weekly tue,thu 16:00
"""


@one_database
@pytest.mark.parametrize(("words", "rhythm"), rows(WITHOUT_SPACES))
async def test_words_without_spaces(learner: Chat, database: Database, words: str, rhythm: str) -> None:
    """A sentence begins anew where a joint is, whether a space stands there or not."""
    await learner.says("알림")
    await learner.types(words)
    assert await rhythm_of(learner, database) == rhythm


EVERY_DAY_DENIED = """
    매일은 말구요
    매일은 아니고요
    매일은 싫어요
    날마다는 좀 그래요
    매일 말고요
    매일은 안 돼요
    매일 받는 건 싫은데
    맨날은 말고
    매일은 부담스러운데
    매일까진 필요 없고요
    매일은 아니었으면 해요
    매일은 무리예요
    매일 오는 건 좀 아닌 듯
    매일은 빼고요
    매일까지는 아니어도 돼요
    날마다 오는 건 곤란해요
    매일은 자신 없어요
    매일은 벅차요
"""


@one_database
@pytest.mark.parametrize("words", lines(EVERY_DAY_DENIED))
async def test_days_that_are_denied_are_not_offered(learner: Chat, database: Database, words: str) -> None:
    """What is in force is told and stays; every day is no button."""
    await learner.says("알림")
    assert f"네, 그대로 둘게요.\n\n{WEEKDAYS}" in await learner.types(words)
    assert learner.labels == ["평일 오전 8시", "평일 낮 12시 30분", "평일 오후 7시"]
    assert await rhythm_of(learner, database) == "weekdays 08:00"


@one_database
@pytest.mark.parametrize("words", ["매일은 말구요", "매일은 싫어요", "맨날은 좀", "날마다는 부담돼요", "주말은 싫어요"])
async def test_days_that_are_denied_where_the_hour_is_asked(chat: Chat, words: str) -> None:
    """The question stays open without them."""
    await at_the_hour(chat)
    assert "매일이 아니어도 돼요" in await chat.types(words)
    assert (chat.expects, "매일 오후 9시" in chat.labels) == ("/hour", False)


@one_database
@pytest.mark.parametrize("words", ["주말은 싫어요", "주말까지는 필요 없어요"])
async def test_days_off_that_are_denied_are_not_offered(learner: Chat, words: str) -> None:
    """That none comes then is told with what is in force."""
    await learner.says("알림")
    assert f"주말에는 안 가요.\n\n{WEEKDAYS}" in await learner.types(words)
    assert learner.labels == ["평일 오전 8시", "평일 낮 12시 30분", "평일 오후 7시"]


@one_database
async def test_who_has_every_day_and_denies_it(learner: Chat, database: Database) -> None:
    """Gets fewer; who denies all the days they have is asked for an hour on the others."""
    for words in ("매일 아침 8시", "알림", "매일은 말구요"):
        await learner.says(words)
    assert await rhythm_of(learner, database) == "weekdays 08:00"
    await learner.says("알림")
    await learner.types("평일은 말구요")
    assert learner.labels == ["주말 오전 10시", "주말 오후 2시", "주말 오후 8시"]


LEAVES = """
    됐어요 그냥 나갈래요
    나갈래요
    닫아 줘
    그만 볼래요
    설정 안 할래요
    됐고 나가기
    이제 됐어요 나가요
    그냥 닫을게요
    뒤로 갈래요
    뒤로
    이 화면 꺼 줘
    볼 일 다 봤어요
    아 됐다 그만 볼게
    설정 그만할래
    바꿀 거 없어요
    그냥 구경한 거예요
    취소하고 나갈게요
    확인만 하려고 했어요
    필요 없어요 나갈게요
    아무것도 안 할래요
    그만 나가 볼게요
    됐어 안 해
"""


@one_database
@pytest.mark.parametrize("words", lines(LEAVES))
async def test_who_leaves_the_settings(learner: Chat, database: Database, words: str) -> None:
    """Has changed nothing, and nothing is asked any more."""
    await learner.says("알림")
    before = (await record_at(database, learner.address)).learner
    assert await learner.types(words) == "네, 그대로 둘게요."
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.off, after.intention) == (before.rhythm, before.off, before.intention)
    assert learner.expects == ""


@one_database
@pytest.mark.parametrize("words", ["알림 꺼 주세요", "알림 그만 받을래요", "그만 보내세요"])
async def test_who_wants_no_reminders_at_the_settings(learner: Chat, database: Database, words: str) -> None:
    """Says so in words about reminders, and they are switched off."""
    await learner.says("알림")
    await learner.types(words)
    assert (await record_at(database, learner.address)).learner.off


BARRED = """
    퇴근이 일곱시라 그 전엔 못 봐요 = 평일 오후 7시, 평일 오후 7시 30분
    저녁 7시 전에는 못 봐요 = 평일 오후 7시, 평일 오후 7시 30분
    여섯시 반에 끝나니까 그 전에는 안 돼요 = 평일 오후 6시 30분, 평일 오후 7시
    애들 9시에 자서 그 전엔 정신없어요 = 평일 오후 9시, 평일 오후 9시 30분
    밤 10시 이후엔 못 봐요 = 평일 오후 9시, 평일 오후 9시 30분
    9시 이후로는 자요 = 평일 오후 8시, 평일 오후 8시 30분
    오후 세 시까지는 일해서 못 봐요 = 평일 오후 3시, 평일 오후 3시 30분
    10시 전엔 자고 있어요 = 평일 오전 10시, 평일 오전 10시 30분
    8시까지는 못 봐요 = 평일 오전 8시, 평일 오후 8시
    11시까지 수업이라 그 전엔 폰 못 봐요 = 평일 오전 11시, 평일 오후 11시
    퇴근이 여섯시 반이에요 그 전엔 힘들어요 = 평일 오후 6시 30분, 평일 오후 7시
    저녁 여덟시까지는 가게 봐야 해서 안 돼요 = 평일 오후 8시, 평일 오후 8시 30분
    아침 9시 전에는 좀 힘들어요 = 평일 오전 9시, 평일 오전 9시 30분
    밤 9시 넘으면 못 봐요 = 평일 오후 8시, 평일 오후 8시 30분
    일이 8시에 끝나서 그때까진 못 봐요 = 평일 오후 8시, 평일 오후 8시 30분
    육퇴가 열시라 그 전엔 꿈도 못 꿔요 = 평일 오후 10시, 평일 오후 10시 30분
    아홉시나 돼야 퇴근해서 그 전에는 못 봅니다 = 평일 오후 9시, 평일 오후 9시 30분
    애 재우는 게 9시라 그 전엔 폰 볼 새가 없어요 = 평일 오후 9시, 평일 오후 9시 30분
    출근이 9시라 그 후엔 못 봐요 = 평일 오전 8시, 평일 오전 8시 30분
    가게 문 닫는 게 열시라 그때까지는 안 돼요 = 평일 오후 10시, 평일 오후 10시 30분
"""


@one_database
@pytest.mark.parametrize(("words", "offered"), rows(BARRED))
async def test_hours_that_do_not_fit(learner: Chat, database: Database, words: str, offered: str) -> None:
    """Which hour is asked, and none before it, or behind it, is offered."""
    assert "그때는 빼고요" in await learner.types(words)
    assert learner.labels == offered.split(", ")
    assert await rhythm_of(learner, database) == "weekdays 08:00"


RARER = """
    이틀에 한번만 와도 될거같은데 = every 2d 08:00
    이틀에 한 번이면 좋겠는데 = every 2d 08:00
    격일이 나을 것 같아요 = every 2d 08:00
    격일로 오면 안 될까요 = every 2d 08:00
    하루 걸러 오면 좋겠어요 = every 2d 08:00
    하루 걸러 하루만 와도 괜찮을 듯 = every 2d 08:00
    3일에 한 번 정도면 충분할 것 같아요 = every 3d 08:00
    사흘에 한 번만 와도 돼요 = every 3d 08:00
    일주일에 두 번만 와도 될 것 같은데 = weekly mon,thu 08:00
    이틀에 한 번씩만 보내 주셔도 될 듯요 = every 2d 08:00
    매일은 많고 이틀에 한 번 정도? = every 2d 08:00
    이틀에 한 번꼴로 받고 싶어요 = every 2d 08:00
    삼일에 한번만 왔으면 = every 3d 08:00
    주 2회만 와도 충분해요 = weekly mon,thu 08:00
    격일로 받아도 될 것 같은데요 = every 2d 08:00
    하루씩 띄워서 왔으면 좋겠어요 = every 2d 08:00
    이틀에 한번 와도 되지 않을까요 = every 2d 08:00
    이삼일에 한 번이면 딱 좋을 듯 = every 3d 08:00
    하루 건너 하루 오면 안 돼요? = every 2d 08:00
    이틀에 하나면 충분할 듯 = every 2d 08:00
    저는 격일이 딱이에요 = every 2d 08:00
"""


@one_database
@pytest.mark.parametrize(("words", "rhythm"), rows(RARER))
async def test_rarer_in_soft_words(learner: Chat, database: Database, words: str, rhythm: str) -> None:
    """A wish that leaves it to us is one: it is read back, and nothing is said of switching off."""
    assert "끄" not in await learner.types(words)
    assert await rhythm_of(learner, database) == rhythm
    assert "되돌리기" in learner.labels


@one_database
@pytest.mark.parametrize(
    "words",
    ["이틀에 한 번 와요", "이틀에 한 번 오는 거예요?", "이틀에 한 번은 부족해요", "일주일에 두 번 손님이 와요"],
)
async def test_how_often_as_it_is_told(learner: Chat, database: Database, words: str) -> None:
    """Changes nothing."""
    await learner.types(words)
    assert await rhythm_of(learner, database) == "weekdays 08:00"


GONE_BY = """
    지난 수욜은 왜 안 왔어요? = 11월 18일(수)
    지난 수요일에 안 왔던데요 = 11월 18일(수)
    저번 금요일엔 왜 안 보냈어요 = 11월 20일(금)
    지난주 화요일 거 안 왔어요 = 11월 17일(화)
    수요일에 왜 안 왔죠 = 11월 18일(수)
    엊그제 왜 안 왔어요 = 11월 21일(토)
    그저께 알림 안 왔는데 왜죠 = 11월 21일(토)
    어제꺼 안 왔던데 = 11월 22일(일)
    저번 주 월요일 레슨 못 받았어요 = 11월 16일(월)
    지난 목욜날 알림이 안 왔더라고요 = 11월 19일(목)
    지난주 금욜은 왜 빼먹었어요 = 11월 20일(금)
    토요일엔 왜 안 왔어요 = 11월 21일(토)
    수욜에 안 온 거 왜 그래요 = 11월 18일(수)
    저번 수요일 건 왜 안 보내 주셨어요 = 11월 18일(수)
    금요일 거 못 받은 것 같은데 = 11월 20일(금)
    지난주 목요일엔 알림이 안 떴어요 = 11월 19일(목)
    목요일날 왜 안 보내 줬어요? = 11월 19일(목)
    지난 주말엔 왜 안 왔죠 = 11월 22일(일)
    그제는 왜 조용했어요 = 11월 21일(토)
"""


@one_database
@pytest.mark.parametrize(("words", "day"), rows(GONE_BY))
async def test_why_none_came_on_a_day_gone_by(learner: Chat, words: str, day: str) -> None:
    """It was none of theirs, or before they began; and when the next one comes."""
    said = await learner.types(words)
    assert said.startswith((f"{day}은 레슨이 없는 날", f"{day}에는 아직 시작하기 전"))
    assert "다음 레슨은 내일(화) 오전 8시에 가요" in said


@one_database
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("수요일에도 와요?", "네, 수요일에도 가요"),
        ("일요일엔 왜 안 와요", "일요일에는 안 가요"),
        ("수요일에 손님이 안 왔어요", "잘 들었어요"),
    ],
)
async def test_of_a_day_to_come_or_of_others(learner: Chat, words: str, answer: str) -> None:
    """Is no question why nothing came."""
    assert answer in await learner.types(words)


ONE_DAY = """
    모레는 못 봐요 건너뛰어 주세요 = 2026-11-25
    내일은 바빠서 패스할게요 = 2026-11-24
    내일은 병원 가요 하루만 빼 주세요 = 2026-11-24
    모레 시험이라 그날은 건너뛸래요 = 2026-11-25
    금요일은 회식이라 못 봐요 그날만 쉴게요 = 2026-11-27
    내일 하루만 건너뛰어 줘 = 2026-11-24
    이번 주 목요일은 패스 = 2026-11-26
    수요일은 출장이라 그날은 빼 줘요 = 2026-11-25
    12월 3일은 쉴게요 = 2026-12-03
    내일 거는 안 보내 주셔도 돼요 = 2026-11-24
    모레는 쉬고 싶어요 애 생일이라 = 2026-11-25
    글피는 이사라서 건너뛰고 싶어요 = 2026-11-26
    낼은 못 볼 듯 패스요 = 2026-11-24
    다음 주 화요일 하루 빼 주세요 = 2026-12-01
    27일은 건너뛰어 주세요 = 2026-11-27
    내일은 좀 쉬자 = 2026-11-24
    이러다 과로사하겠어요 ㅋㅋㅋ 오늘은 패스할게요 = 2026-11-23
    오늘은 패스할게요 = 2026-11-23
    오늘은 패스 = 2026-11-23
    오늘 건너뛸게요 = 2026-11-23
    죽겠다 오늘은 쉴래요 = 2026-11-23
    오늘은 도저히 안 되겠어요 패스요 = 2026-11-23
    야근이라 오늘은 패스! = 2026-11-23
    오늘은 스킵할게요 = 2026-11-23
    몸살이라 오늘 하루 쉴게요 = 2026-11-23
    오늘 건 건너뛰어 주세요 = 2026-11-23
    오늘은 빼 주세요 = 2026-11-23
    오늘만 봐주세요 패스 = 2026-11-23
    오늘은 그냥 넘길게요 = 2026-11-23
    오늘 하루는 스킵 부탁드려요 = 2026-11-23
"""


@one_database
@pytest.mark.parametrize(("words", "day"), rows(ONE_DAY))
async def test_one_day_is_left_out(learner: Chat, database: Database, words: str, day: str) -> None:
    """That day rests, and no more; it can be taken back."""
    await learner.types(words)
    held = (await record_at(database, learner.address)).learner
    assert (str(held.paused_from), held.rhythm) == (day, "weekdays 08:00")
    assert held.paused_from
    assert held.paused_until
    assert (held.paused_until - held.paused_from).days == 1
    assert "되돌리기" in learner.labels


NO_DAY_OUT = """
    오늘 쉬었어요
    어제 쉬었어요
    내일은 안 쉴래요
    내일은 쉬지 않을래요
    내일 쉬는 날이에요
    오늘 레슨 건너뛰면 어떻게 돼요
    오늘 쉬면 뭐가 밀리나요
    이 문제 건너뛸게요
    오늘 손님 없어서 쉬었어요
    금요일은 쉴게요
    매주 수요일은 쉬나요
"""


@one_database
@pytest.mark.parametrize("words", lines(NO_DAY_OUT))
async def test_what_leaves_no_day_out(learner: Chat, database: Database, words: str) -> None:
    """What is told, asked or denied, and a day that may be meant of every week."""
    await learner.types(words)
    assert (await record_at(database, learner.address)).learner.paused_until is None


FEWER = """
    끊고 싶진 않은데 좀 덜 왔으면 해요
    끄려는 건 아니고 좀 줄이고 싶어요
    알림을 끄고 싶지는 않은데 횟수만 줄여 주세요
    그만두는 건 아닌데 가끔만 왔으면 좋겠어요
    아예 안 받는 건 싫고 조금만 줄여줘
    탈퇴까진 아니고 덜 자주 왔으면
    꺼 달라는 게 아니라 덜 보내 달라고요
    끄기는 싫은데 너무 자주 와요
    끊는 건 아니고요 좀 뜸하게 받고 싶어요
    완전히 끄지는 말고 좀만 덜
    그만 받고 싶은 건 아니고 좀 많아요
    다 끄진 말고 줄이기만 해 줘요
    안 받겠단 게 아니고 좀 줄였으면
    끊을 생각은 없는데 너무 많아요
    알림 끄긴 아까운데 좀 줄일까
    그만둘 생각은 없고 덜 왔으면 싶어요
"""


@one_database
@pytest.mark.parametrize("words", lines(FEWER))
async def test_fewer_and_not_off(learner: Chat, database: Database, words: str) -> None:
    """Who denies that they want none gets fewer, and is not offered to switch them off."""
    assert "매주 월·수·금 오전 8시에 보낼게요" in await learner.types(words)
    assert "알림 끄기" not in learner.labels
    assert not (await record_at(database, learner.address)).learner.off


EVEN_THEN = """
    주말까지는 받고 싶지 않아요
    주말까진 안 받고 싶어요
    주말까지 받고 싶진 않네요
    휴일까지 받고 싶지는 않아요
    밤까지 받고 싶진 않아요
    주말까지는 안 왔으면 해요
    주말까지 오는 건 싫어요
    주말까진 부담스러워요
    공휴일까지는 좀
    주말까지 공부하긴 싫어요
    빨간 날까지 받고 싶진 않아요
"""


@one_database
@pytest.mark.parametrize("words", lines(EVEN_THEN))
async def test_until_then_or_then_too(learner: Chat, database: Database, words: str) -> None:
    """What is in force is told, and which hour is asked; nothing changes."""
    assert WEEKDAYS in await learner.types(words)
    assert not [label for label in learner.labels if label.endswith("받기")]
    held = (await record_at(database, learner.address)).learner
    assert (held.rhythm, held.paused_until) == ("weekdays 08:00", None)


@one_database
@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("금요일까지는 받고 싶지 않아요", "2026-11-28"),
        ("토요일까지는 안 받을래요", "2026-11-29"),
        ("다음 주까지는 받고 싶지 않아요", "2026-12-07"),
        ("이번 주말까지는 안 받을게요", "2026-11-30"),
    ],
)
async def test_until_a_day_to_come(learner: Chat, database: Database, words: str, back: str) -> None:
    """Is a rest until then."""
    await learner.types(words)
    assert str((await record_at(database, learner.address)).learner.paused_until) == back


IN_PASSING = """
    배불러 죽을 것 같아요ㅋㅋ 점심 너무 먹음
    점심 먹고 졸려 죽겠어요
    저녁 뭐 먹지
    아침부터 비 와서 우울
    점심 맛있었어요
    주말에 등산 다녀왔어요
    저녁에 치킨 먹었더니 더부룩
    아침 굶었더니 배고파요
    점심시간 너무 짧아요ㅠ
    주말 순삭이네
    오늘 저녁은 삼겹살이다ㅎㅎ
    밤에 잠을 못 자서 피곤
    아침에 지각할 뻔 했어요
    주말 내내 잤어요
    점심 김치찌개 먹는 중
    벌써 저녁이네요
    아침 출근길 너무 막혀요
    점심값이 너무 비싸요 요즘
    밤새 애가 울어서 한숨도 못 잤어요
    저녁 설거지하고 뻗음
"""


@one_database
@pytest.mark.parametrize("words", lines(IN_PASSING))
async def test_a_part_of_the_day_in_passing(learner: Chat, words: str) -> None:
    """What is told of a meal or of how one feels asks for no hour."""
    await learner.types(words)
    assert not {"평일 오전 8시", "평일 낮 12시 30분", "평일 낮 12시"} & set(learner.labels)


@one_database
@pytest.mark.parametrize("words", ["저녁이 편해요", "저녁에 한가해요", "점심으로 바꿔 주세요"])
async def test_a_part_of_the_day_that_suits(learner: Chat, words: str) -> None:
    """Asks which hour."""
    await learner.types(words)
    assert any(label.startswith("평일") for label in learner.labels)


@one_database
@pytest.mark.parametrize("words", ["평일", "평일만", "주말", "매일"])
async def test_days_alone_are_not_denied(chat: Chat, words: str) -> None:
    """Where the hour is asked, it is asked at what time on them."""
    await at_the_hour(chat)
    assert "매일이 아니어도 돼요" not in await chat.types(words)


@one_database
@pytest.mark.parametrize("words", ["오늘은 이만 쉴랍니다", "오늘은 여기까지 할게요"])
async def test_who_is_done_for_today(learner: Chat, database: Database, words: str) -> None:
    """Says goodbye, and no day rests."""
    await learner.types(words)
    assert (await record_at(database, learner.address)).learner.paused_until is None
