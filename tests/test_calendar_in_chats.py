"""달력 in a chat: asked for in many words, handed over on each channel, subscribed to and taken back; and offered once
a day where we cannot speak first.
"""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.kakao.files import with_links
from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS, files
from handlers.reminder import remind
from tests.conftest import Chat, Clock
from tests.ics import faults, read
from tests.language import LANGUAGE
from tests.records import change, record_at
from tests.test_first_minutes import finish_lesson

URL = "https://work.example"
KAKAO = Address("kakao", "k7")
WELCOMED = ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1")
OFFERED = "그때 알림을 받을 길도 있어요"

Talks = Callable[..., Chat]


@pytest.fixture
async def talks(database: Database, course: Course, say: Texts, clock: Clock) -> AsyncIterator[Talks]:
    """Chats in a house with other channels that can speak first, or that hand no file over."""
    desks = []

    def chat(pushing: set[str], fileless: set[str] | None = None, url: str = URL, address: Address = KAKAO) -> Chat:
        known = korean_holidays([2026, 2027]), pushing, fileless or set(), url
        desks.append(Desk(database, Conversation(course, say, LANGUAGE, COMMANDS, remind, *known), clock, Metrics()))
        return Chat(desks[-1], clock, address)

    yield chat
    for desk in desks:
        await desk.close()


@pytest.fixture
async def alone(talks: Talks) -> Chat:
    """Somebody in KakaoTalk, where nothing comes by itself."""
    chat = talks({"telegram", "web"})
    for words in WELCOMED:
        await chat.says(words)
    return chat


@pytest.fixture
def library(alone: Chat, database: Database, clock: Clock) -> Documents[Any]:
    return Documents(alone.desk, database, clock, files.view, files.draw, URL)


async def feed_of(chat: Chat, library: Documents[Any]) -> str:
    """The token of a new subscription."""
    address = await library.subscribe(chat.address)
    assert address.startswith(f"{URL}/calendar/")
    assert address.endswith(".ics")
    return address.rpartition("/")[2].removesuffix(".ics")


# -- said --

ASKED = """
    달력|/calendar|달력에 넣어줘|캘린더로 받을래|구글 캘린더에 추가하고 싶어요|일정표에 넣을 수 있어요?|ekffur
    제 달력에 좀 넣어 주세요|캘린더 연동돼요?|아이폰 캘린더랑 연동되나요|삼성 캘린더에도 돼요?|ics 파일로 주세요
    캘린더 구독할래요|구독 주소 새로 줘|달력에 어떻게 넣어요?|알림을 달력으로 받고 싶어요|약속한 날도 달력에 넣어줘
    폰 캘린더에 뜨게 해 줘|일정에 추가해 줘|캘린더에 추가하려면 어떻게 해야 하나요|네이버 캘린더에 담아 줘
    레슨 시간을 캘린더에 등록해 주실 수 있을까요|달력 앱에 저장하고 싶은데요|캘린더 연동 부탁드려요
    시간 까먹어서 그런데 달력에 넣어 주실 수 있나요|카톡 알림 안 오니까 달력에라도 넣어줄래요
"""
STOPS = """
    달력 끊어줘|구독 주소 없애 줘|캘린더 구독 취소해줘|달력 구독 해지|달력 연동 해제해 주세요|달력에서 빼 줘
    캘린더에서 레슨 지워 줘|달력 구독 그만할래요|이제 달력 구독 안 할래요|달력 링크 삭제해 줘|달력 알림 꺼 줘
    캘린더 구독 그만 받을래요|아까 받은 달력 주소 폐기해 주세요|달력에서 알림 안 받을래요
"""
NO_WISH = """
    달력 보고 정할게요|달력에 적어 놨어요|캘린더에 적어 뒀어요|손님 예약을 캘린더에 넣어 드려요|달력 앱은 안 써요
    일정이 꽉 찼어요|농사 달력 만들어 주기|달력 그림 그려 드려요|달력 보니까 내일 휴일이네요|달력에 안 넣어도 돼요
    달력에 넣지 마세요|캘린더는 됐어요|달력 끊지 마세요|다음 주 화요일 달력에 적어 둬야겠다|탁상 달력 팔아요
    일정 잡기|달러|노력|여행 일정 짜 주는 일|달력 구독 끊었어요|친구가 캘린더에 넣어 줬어요
"""


def each(text: str) -> list[str]:
    return [words.strip() for line in text.split("\n") for words in line.split("|") if words.strip()]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("words", each(ASKED))
async def test_it_is_asked_for_in_many_words(alone: Chat, words: str) -> None:
    """And handed over at once; under an open question, which stays open."""
    assert "평일 오전 8시 레슨을 달력" in await alone.types(words)
    assert alone.message.file == "calendar"
    await alone.says("/line 01-three-strategies")
    assert "평일 오전 8시 레슨을 달력" in await alone.types(words)
    assert alone.expects == "/write 01-three-strategies"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("words", each(STOPS))
async def test_a_subscription_ends_with_a_word(
    alone: Chat, library: Documents[Any], database: Database, words: str
) -> None:
    """And comes again with another: nothing else is changed by either."""
    token = await feed_of(alone, library)
    assert "달력 구독을 끊었어요" in await alone.types(words)
    assert await library.calendar(token) is None
    learner = (await record_at(database, alone.address)).learner
    assert (learner.rhythm, learner.off, learner.feed, learner.feed_since) == ("weekdays 08:00", False, "", None)
    assert "달력 구독: 오늘(월)부터" in await alone.types("되돌려 줘")
    assert await library.calendar(token)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("words", each(NO_WISH))
async def test_what_wishes_for_nothing_changes_nothing(
    alone: Chat, library: Documents[Any], database: Database, words: str
) -> None:
    """A statement, a denial, a line of one's own work."""
    token = await feed_of(alone, library)
    before = (await record_at(database, alone.address)).learner
    await alone.types(words)
    assert alone.message.file == ""
    after = (await record_at(database, alone.address)).learner
    assert (after.feed, after.rhythm, after.off) == (before.feed, before.rhythm, before.off)
    assert await library.calendar(token)


@pytest.mark.parametrize(
    "words", ["달력 구독은 어떻게 끊어요?", "캘린더 구독 끊을 수 있나요?", "구독 주소 어떻게 없애요"]
)
async def test_a_question_about_the_end_ends_nothing(alone: Chat, library: Documents[Any], words: str) -> None:
    """It is told how, and one tap does it."""
    token = await feed_of(alone, library)
    assert "‘달력 끊어 줘’라고 보내면" in await alone.types(words)
    assert await library.calendar(token)
    await alone.taps("구독 끊기")
    assert await library.calendar(token) is None


# -- handed over --


async def test_on_telegram_it_is_a_file(learner: Chat, desk: Desk, database: Database, clock: Clock) -> None:
    """One that a phone opens, of what holds now."""
    library = Documents(desk, database, clock, files.view, files.draw, URL)
    assert "파일을 열어" in await learner.says("달력")
    file = await library.file(learner.address, learner.message.file)
    assert file
    assert (file.name, file.kind) == ("나만의-일-달력.ics", "text/calendar")
    assert faults(file.content) == []
    [event] = read(file.content).of("VEVENT")
    assert event.values["DTSTART"] == [({"TZID": "Asia/Seoul"}, "20261123T080000")]


async def test_in_kakao_it_is_a_link_that_opens_a_choice(
    alone: Chat, library: Documents[Any], say: Texts, database: Database, clock: Clock
) -> None:
    """The link stands in the answer alone, and nowhere in what is kept."""
    clock.forward(seconds=20)
    message = await with_links(alone.desk.respond, say, library)(Said(alone.address, "달력에 넣어 줘"))
    assert "구독하기" in message.bubbles[0]
    token = message.bubbles[-1].rpartition("/")[2]
    assert await library.leads_to(token) == "calendar"
    assert token not in str(await record_at(database, alone.address))
    file = await library.fetch(token)
    assert file
    assert faults(file.content) == []
    assert await library.fetch(token) is None


async def test_where_no_file_can_be_handed_over_it_says_so(talks: Talks) -> None:
    """And what to write into the calendar by hand, with the way to Telegram where there is one."""
    chat = talks({"telegram", "web"}, {"kakao"}, "")
    for words in WELCOMED:
        await chat.says(words)
    await chat.says("/add-person 꽃집 사장님")
    await chat.says("/person 1 next 12월 1일")
    told = await chat.says("달력")
    assert "달력 파일을 드릴 수 없어요" in told
    assert "· 평일 오전 8시: 나만의 일 (되풀이)\n· 12월 1일(화): 나만의 일 · ‘꽃집 사장님’께 연락" in told
    assert chat.message.file == ""
    assert "연결" in chat.labels
    assert "연결" not in (await talks({"web"}, {"kakao"}, "").says("달력")) + " ".join(chat.labels[1:])


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (("/remind off",), "알림을 꺼 두어서"),
        (("/remind quiet 07:00-09:00",), "조용한 시간"),
    ],
)
async def test_where_there_is_nothing_to_put_in_it_says_why(alone: Chat, before: tuple[str, ...], told: str) -> None:
    """And no file is made."""
    for words in before:
        await alone.says(words)
    assert told in await alone.says("달력")
    assert alone.message.file == ""


async def test_who_has_no_hour_is_asked_for_one(talks: Talks) -> None:
    """A stranger is greeted; in the first minute the question stays; later the hours are offered."""
    chat = talks({"telegram", "web"})
    assert "어떤 일을 하세요?" in await chat.says("달력")
    await chat.says("/trade shop")
    assert "달력에 넣을 시간이 아직 없어요" in await chat.says("달력")
    assert chat.expects == "/hour"
    for words in ("/hour -", "/intend -", "/today"):
        await chat.says(words)
    await chat.says("/plan")
    assert "달력에 넣을 시간이 아직 없어요" in await chat.says("달력")
    await chat.says("평일 저녁 7시")
    assert "평일 오후 7시 레슨을 달력에 담았어요" in await chat.says("달력")


async def test_promised_days_are_counted(alone: Chat) -> None:
    """What is in it is said."""
    await alone.says("/add-person 꽃집 사장님")
    await alone.says("/person 1 next 12월 1일")
    assert "평일 오전 8시 레슨, 약속한 날 1개를 달력에" in await alone.says("달력")


# -- subscribed to --


async def test_a_subscription_shows_what_holds_when_it_is_looked_at(
    alone: Chat, library: Documents[Any], clock: Clock
) -> None:
    """Another hour, a rest, reminders switched off: it follows, and says so where the hour is changed."""
    token = await feed_of(alone, library)

    async def first() -> str:
        file = await library.calendar(token)
        assert file
        assert faults(file.content) == []
        events = read(file.content).of("VEVENT")
        return events[0].values["DTSTART"][0][1] if events else ""

    assert await first() == "20261123T080000"
    assert "구독한 달력도 몇 시간 안에 새 시간으로" in await alone.says("평일 저녁 7시")
    assert await first() == "20261123T190000"
    await alone.says("3일 쉴게요")
    assert await first() == "20261126T190000"
    clock.forward(days=30)
    assert await first() == "20261223T190000"
    await alone.says("알림 꺼 줘")
    assert await first() == ""


async def test_of_an_address_only_the_digest_is_kept(alone: Chat, library: Documents[Any], database: Database) -> None:
    """What is kept opens nothing, and neither does a guess."""
    token = await feed_of(alone, library)
    record = await record_at(database, alone.address)
    assert len(token) == 22
    assert token not in str(record)
    for guess in ("", record.learner.feed, token[:-1], token.swapcase(), "A" * 22, "' OR 1=1 --", "\udcff"):
        assert await library.calendar(guess) is None


async def test_a_new_address_closes_the_one_before(alone: Chat, library: Documents[Any]) -> None:
    """One a learner; the chat says since when there is one, and that a new one closes it."""
    first = await feed_of(alone, library)
    told = await alone.says("달력")
    assert "구독한 달력은 오늘(월)부터 이어져 있어요" in told
    assert "앞의 주소는 닫혀요" in told
    second = await feed_of(alone, library)
    assert await library.calendar(first) is None
    assert await library.calendar(second)


async def test_what_was_given_out_on_a_page_is_taken_back_in_the_chat(alone: Chat, library: Documents[Any]) -> None:
    """As any change; and an older change is not taken back with it, nor it with an older one."""
    await alone.says("평일 저녁 7시")
    token = await feed_of(alone, library)
    assert "달력 구독: 아직 없음" in await alone.says("되돌리기")
    assert await library.calendar(token) is None
    assert "되돌릴 것이 없어요" in await alone.says("되돌리기")
    token = await feed_of(alone, library)
    await alone.says("평일 저녁 8시")
    assert "알림: 평일 오후 7시" in await alone.says("되돌리기")
    assert await library.calendar(token)


async def test_it_is_gone_with_its_learner(alone: Chat, library: Documents[Any]) -> None:
    """Who has left has no calendar, and who comes anew has none yet."""
    token = await feed_of(alone, library)
    await alone.says("/forget")
    await alone.says("/forget yes")
    assert await library.calendar(token) is None
    assert await library.subscribe(alone.address) == ""
    for words in WELCOMED:
        await alone.says(words)
    assert "달력 구독: 아직 없음" in await alone.says("내데이터")
    assert await library.calendar(token) is None


async def test_what_is_kept_is_shown(alone: Chat, library: Documents[Any], clock: Clock) -> None:
    """Whether there is a subscription, and since when."""
    assert "달력 구독: 아직 없음" in await alone.says("내데이터")
    await feed_of(alone, library)
    clock.forward(days=6)
    assert "달력 구독: 11월 23일(월)부터" in await alone.says("내데이터")


async def test_without_an_address_of_ours_there_is_none(
    learner: Chat, desk: Desk, database: Database, clock: Clock
) -> None:
    """Nobody could look there."""
    library = Documents(desk, database, clock, files.view, files.draw)
    assert await library.subscribe(learner.address) == ""
    assert (await record_at(database, learner.address)).learner.feed == ""


async def test_who_joins_two_messengers_keeps_the_subscription(
    alone: Chat, talks: Talks, library: Documents[Any]
) -> None:
    """It belongs to the learner, not to the phone."""
    token = await feed_of(alone, library)
    code = next(line for line in (await alone.says("연결")).splitlines() if line.startswith("연결 "))
    other = talks({"telegram", "web"}, address=Address("telegram", "9"))
    await other.says(code)
    assert "달력 구독: 오늘(월)부터" in await other.says("내데이터")
    assert await library.calendar(token)


# -- offered --


async def test_where_we_cannot_speak_first_the_ways_are_told(talks: Talks) -> None:
    """At the hour that is chosen: the calendar, Telegram and the page's pushes, in the order of how little they ask."""
    chat = talks({"telegram", "web"})
    for words in WELCOMED[:2]:
        await chat.says(words)
    told = await chat.says("평일 오전 8시")
    assert "먼저 말을 걸 수 없으니" in told
    assert told.index("· 달력") < told.index("· 텔레그램") < told.index(f"· 웹: {URL}")
    assert {"달력에 넣기", "연결"} <= {*chat.labels}
    assert chat.expects == "/intend"
    await chat.taps("달력에 넣기")
    assert chat.message.file == "calendar"
    assert chat.expects == "/intend"


@pytest.mark.parametrize(
    "words", ["알림", "왜 안 와요?", "주말에도 와요?", "저녁 9시로 바꿔 줘", "덜 자주", "/person 1 next 12월 5일"]
)
async def test_once_a_day(alone: Chat, clock: Clock, words: str) -> None:
    """Wherever it is said that nothing comes: the first time of a day, and then not again, whatever else is asked."""
    await alone.says("/add-person 꽃집 사장님")
    assert OFFERED not in await alone.says(words)  # it was told with the hour, in the first minute
    clock.forward(days=1)
    assert OFFERED in await alone.says(words)
    assert "달력에 넣기" in alone.labels
    for others in ("알림", "왜 안 와요?", "주말에도 와요?", "평일 저녁 7시"):
        assert OFFERED not in await alone.says(others)
        assert "달력에 넣기" not in alone.labels


async def test_who_is_reached_by_itself_is_offered_nothing(learner: Chat, alone: Chat, clock: Clock) -> None:
    """On Telegram, on the page, and in KakaoTalk by somebody who has Telegram as well."""
    for words in ("알림", "평일 저녁 7시", "주말에도 와요?"):
        assert OFFERED not in await learner.says(words)
    code = next(line for line in (await learner.says("연결")).splitlines() if line.startswith("연결 "))
    other = Chat(alone.desk, clock, Address("kakao", "k9"))
    await other.says(code)
    clock.forward(days=1)
    assert "먼저 말을 걸 수 없" in await other.says("알림")
    assert OFFERED not in other.text


async def test_who_has_subscribed_or_switched_off_is_not_offered_it(
    alone: Chat, library: Documents[Any], clock: Clock
) -> None:
    """A calendar that is there is not offered again; and who wants nothing is offered nothing."""
    await feed_of(alone, library)
    clock.forward(days=1)
    assert "· 텔레그램" in await alone.says("알림")
    assert "· 달력" not in alone.text
    clock.forward(days=1)
    await alone.says("알림 꺼 줘")
    assert OFFERED not in await alone.says("알림")


async def test_only_ways_that_there_are_are_told(talks: Talks, clock: Clock) -> None:
    """Without a bot on Telegram, without an address of ours: nothing is promised."""
    for pushing, fileless, url, ways in (
        ({"web"}, {"kakao"}, "", ()),
        ({"telegram"}, {"kakao"}, "", ("텔레그램",)),
        ({"web"}, set[str](), URL, ("달력", "웹")),
    ):
        chat = talks(pushing, fileless, url, Address("kakao", f"k{len(ways)}"))
        for words in WELCOMED[:2]:
            await chat.says(words)
        told = await chat.says("평일 오전 8시")
        assert (OFFERED in told) == bool(ways)
        assert [way for way in ("달력", "텔레그램", "웹") if f"· {way}: " in told] == [*ways]
        assert ("연결" in chat.labels) == bool({*ways} - {"달력"})


async def test_a_promise_to_somebody_is_told_to_stand_in_it(alone: Chat, library: Documents[Any]) -> None:
    """Who has subscribed need not write it down."""
    await alone.says("/add-person 꽃집 사장님")
    assert "달력에도 적어 두세요" in await alone.says("/person 1 next 12월 1일")
    await feed_of(alone, library)
    assert "구독한 달력에도 들어가요" in await alone.says("/person 1 next 12월 2일")


async def test_help_names_it(alone: Chat) -> None:
    """With what it does."""
    assert "달력 — 정한 시간과 약속한 날을 달력에 담아요" in await alone.says("/help rhythm")


async def test_a_day_that_is_done_is_out_of_it(alone: Chat, library: Documents[Any], database: Database) -> None:
    """The phone does not ring for what is done."""
    token = await feed_of(alone, library)
    await finish_lesson(alone)
    file = await library.calendar(token)
    assert file
    [event] = read(file.content).of("VEVENT")
    assert event.values["DTSTART"][0][1] == "20261124T080000"
    record = await record_at(database, alone.address)
    await change(database, record, ended_at=record.learner.since + timedelta(days=1))
    file = await library.calendar(token)
    assert file
    assert all("VALUE" in event.values["DTSTART"][0][0] for event in read(file.content).of("VEVENT"))
