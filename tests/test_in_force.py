"""What is said of reminders is what holds: rhythm, pauses, quiet hours and holidays, wherever they are shown."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.course.model import Course
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

HELD = [  # said on Monday the 23rd by somebody with 평일 오전 8시; in one line; a sentence of 알림
    ((), "알림: 평일 오전 8시", "지금은 평일 오전 8시에 보내 드려요."),
    (("내일 쉴게요",), "알림: 평일 오전 8시, 내일(화) 하루 쉼", "내일(화) 하루는 쉬어요."),
    (
        ("12월 1일부터 3일까지 쉴게요",),
        "알림: 평일 오전 8시, 12월 1일(화)부터 12월 3일(목)까지 쉼",
        "12월 1일(화)부터 12월 3일(목)까지는 쉬어요.",
    ),
    (("3일 쉴게요",), "알림: 평일 오전 8시, 모레(수)까지 쉼", "지금은 쉬는 중이에요."),
    (("3일 쉴게요",), "모레(수)까지 쉼", "11월 26일(목)부터 평일 오전 8시에 다시 보내 드려요."),
    (
        ("5일 쉴게요",),
        "11월 27일(금)까지 쉼",
        "11월 30일(월)부터 평일 오전 8시에 다시 보내 드려요.",
    ),  # no lesson on Saturday
    (("휴일에도 보내 줘",), "알림: 평일 오전 8시, 공휴일에도", "공휴일에도 보내 드려요."),
    (
        ("/remind quiet 22:00-07:00",),
        "알림: 평일 오전 8시, 오후 10시부터 오전 7시까지 조용히",
        "오후 10시부터 오전 7시까지는 조용히 있어요.",
    ),
    (("/remind quiet 19:00-09:00",), "오후 7시부터 오전 9시까지 조용히", "이대로면 레슨이 가지 않아요."),
    (("알림 꺼 줘",), "알림: 꺼져 있음", "지금은 알림이 꺼져 있어요."),
]


@pytest.mark.parametrize(("said", "line", "sentence"), HELD)
async def test_all_that_holds_is_said(learner: Chat, said: tuple[str, ...], line: str, sentence: str) -> None:
    """In 진도 and 내데이터 in one line, under 알림 in sentences."""
    for words in said:
        await learner.says(words)
    assert line in await learner.says("진도")
    assert line in await learner.says("내데이터")
    assert sentence in await learner.says("알림")


async def test_quiet_hours_that_leave_no_lesson_are_warned_of(learner: Chat) -> None:
    """Of one hour in quiet hours, when they are set and when the hour is; of two, one is left."""
    assert "이대로면 레슨이 가지 않아요" in await learner.says("/remind quiet 07:30-08:30")
    assert "가지 않아요" in await learner.says("평일 아침 8시")
    assert "가지 않아요" not in await learner.says("평일 아침 8시와 저녁 8시")
    assert "가지 않아요" not in await learner.says("/remind quiet 07:00-08:00")


ORDERS = [  # what is said one after another by somebody with 평일 오전 8시; the last answer warns of quiet hours
    ("밤 10시부터 아침 9시까지는 보내지 마",),
    ("밤 10시부터 아침 9시까지는 보내지 마", "평일 아침 7시로 바꿔줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "토요일도 추가해 줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "30분 앞당겨 줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "덜 자주"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "일주일에 두 번만"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "일주일 쉴게요"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "일주일 쉴게요", "안 쉴래요"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "다음 주 월요일부터 다시 보내줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "공휴일에도 보내줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "알림 꺼줘", "알림 켜줘"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "점심 12시로 바꿔줘", "되돌리기"),
    ("점심 12시로 바꿔줘", "오전 11시부터 오후 2시까지 보내지 마"),
    ("알림 꺼줘", "밤 10시부터 아침 9시까지는 보내지 마", "알림 켜줘"),
    ("밤 11시부터 아침 7시까지 조용히", "아니 밤 10시부터 아침 9시까지"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "알림"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "내일도 와요?"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "내일 몇 시에 와요?"),
    ("밤 10시부터 아침 9시까지는 보내지 마", "주말에도 와요?"),
]


@pytest.mark.parametrize("said", ORDERS)
async def test_quiet_hours_over_every_lesson_are_warned_of_whatever_is_set_last(
    learner: Chat, said: tuple[str, ...]
) -> None:
    """No lesson is promised, and a way out is offered, which leads to lessons."""
    for words in said:
        await learner.says(words)
    assert "레슨이 가지 않아요" in learner.text
    assert [word for word in ("보낼게요", "에 가요.", "보내 드려요") if word in learner.text] == []
    if "되돌리기" not in said:
        assert "조용한 시간을 없앴어요" in await learner.taps("조용한 시간 없애기")
    else:
        assert "조용한 시간을 없앴어요" in await learner.says("조용한 시간 없애 줘")
    assert "가지 않아요" not in await learner.says("알림 켜줘" if "꺼" in learner.text else "알림")


async def test_quiet_hours_over_some_lessons_are_told(learner: Chat) -> None:
    """Which ones do not come, and that the next is one that does."""
    await learner.says("/remind quiet 07:00-09:00")
    told = await learner.says("매일 아침 8시와 저녁 8시")
    assert "다만 오전 8시는 조용한 시간이라 건너뛰어요." in told
    assert "네, 내일(화) 오후 8시에 가요." in await learner.says("내일도 와요?")
    assert "다음 레슨은 오늘(월) 오후 8시에 가요." in await learner.says("평일 아침 8시와 저녁 8시")


async def test_quiet_hours_set_while_reminders_are_off_say_so(learner: Chat) -> None:
    """What is in force is that none comes at all."""
    await learner.says("알림 꺼줘")
    assert "지금은 알림이 꺼져 있어서" in await learner.says("밤 10시부터 아침 7시까지는 보내지 마")


async def test_what_is_asked_for_once_comes_in_quiet_hours(learner: Chat) -> None:
    """It was named, and nothing is warned of."""
    await learner.says("/remind quiet 19:00-09:00")
    assert await learner.says("내일 저녁 8시에 보내줘") == "내일(화) 오후 8시에 다시 알려 드릴게요."


async def test_what_cannot_be_sent_is_not_promised(desk: Desk, clock: Clock) -> None:
    """In KakaoTalk without pushes neither quiet hours nor holidays matter, and a pause ends by meeting again."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for words in (
        "시작",
        "/trade shop",
        "/hour weekdays 08:00",
        "/intend 1",
        "/remind quiet 07:00-09:00",
        "3일 쉴게요",
    ):
        await chat.says(words)
    assert "11월 26일(목)에 다시 만나요" in chat.text
    told = await chat.says("알림")
    assert "11월 26일(목)부터 다시 함께해요. 평일 오전 8시, 기억하고 있어요." in told
    assert "조용히" not in told


@pytest.mark.parametrize(
    ("rhythm", "words", "told"),  # on Monday, 23 November
    [
        ("weekend 09:00", "3일 쉴게요", "11월 28일(토)에 다시 만나요"),
        ("weekend 09:00", "다음 주까지 쉴게요", "12월 12일(토)에 다시 만나요"),
        ("weekend 09:00", "이번 주 토요일 하루 쉴게요", "쉬고, 11월 29일(일)에 다시 만나요"),
        ("weekly wed 09:00", "수요일까지 쉴게요", "12월 2일(수)에 다시 만나요"),
        ("daily 09:00", "3일 쉴게요", "11월 26일(목)에 다시 만나요"),
    ],
)
async def test_a_pause_ends_on_a_day_of_theirs_where_nothing_is_sent(
    desk: Desk, clock: Clock, rhythm: str, words: str, told: str
) -> None:
    """Also where nothing is sent: who learns at weekends does not come back on a Monday, here or in the greeting."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for said in ("시작", "/trade shop", f"/hour {rhythm}", "/intend 1"):
        await chat.says(said)
    assert told in await chat.says(words)
    day = told.removeprefix("쉬고, ").partition("에 ")[0]
    if "하루" not in words:  # it has begun today
        assert f"{day} 전에는 열지 않아도 괜찮아요" in await chat.says("저 돌아왔어요")
        assert f"지금은 쉬는 중이에요. {day}부터" in await chat.says("진도")


@pytest.mark.parametrize("over", ["안 쉴래요", "쉬기 취소"])
async def test_what_is_switched_off_stays_off_through_a_pause(learner: Chat, over: str) -> None:
    """Neither its beginning nor its end promises a message."""
    await learner.says("알림 꺼 줘")
    begun = await learner.says("3일 쉴게요")
    assert "11월 26일(목)에 다시 만나요" in begun
    assert "보낼게요" not in begun
    assert await learner.says(over) == "네, 쉬는 것은 여기까지예요."
    assert "알림: 꺼져 있음" in await learner.says("진도")
    assert "쉬는 중" not in learner.text


async def test_a_pause_ends_also_without_an_hour(desk: Desk, clock: Clock) -> None:
    """Who never named one may rest, and come back."""
    chat = Chat(desk, clock)
    for said in ("시작", "/trade shop", "/hour -", "/intend -"):
        await chat.says(said)
    assert "11월 26일(목)에 다시 만나요" in await chat.says("3일 쉴게요")
    assert "쉬는 것은 여기까지예요" in await chat.says("안 쉴래요")
    assert "쉬는 중" not in await chat.says("진도")


@pytest.mark.parametrize("words", ["주말에도 와요?", "공휴일에도 와요?", "알림 몇 시에 와요?", "매일 오는 거예요?"])
async def test_nothing_comes_by_itself_in_kakao(desk: Desk, clock: Clock, words: str) -> None:
    """That it does not is the answer, and when it can be opened; a question that is open stays open."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for said in ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(said)
    told = await chat.says(words)
    assert told.startswith("카카오톡에서는 제가 먼저 말을 걸지 않아요.")
    assert "정한 때는 평일 오전 8시로 기억하고 있어요" in told
    await chat.says("/ask strategy-map")
    open_ = chat.expects
    assert "먼저 말을 걸지 않아요" in await chat.says(words)
    assert chat.expects == open_


async def test_a_pause_that_is_called_off_is_read_back_in_short(desk: Desk, clock: Clock) -> None:
    """No weeks are reckoned for it, and Telegram is not praised once more."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for said in ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(said)
    assert "주쯤 걸려요" in await chat.says("알림 평일 아침 9시")
    await chat.says("3일 쉴게요")
    told = await chat.says("안 쉴래요")
    assert "네, 쉬는 것은 여기까지예요." in told
    assert "평일 오전 9시, 기억해 둘게요." in told
    assert [word for word in ("주쯤 걸려요", "텔레그램") if word in told] == []


AFTER_THE_END = {  # what may be said then; what is answered
    "알림": "2월 3일(수)에 어떻게 되었는지 여쭐게요.",
    "주말에도 와요?": "2월 3일(수)에 어떻게 되었는지 여쭐게요.",
    "매일 아침 9시": "매일 오전 9시, 기억해 둘게요.\n과정을 모두 마쳐서",
    "덜 자주": "과정을 모두 마쳐서",
    "일주일 쉴게요": "쉬고 싶은 만큼 쉬어도 돼요.",
    "쉬기": "쉬고 싶은 만큼 쉬어도 돼요.",
    "요즘 바빠요": "",
    "내데이터": "알림: 과정을 마쳐서 레슨 없음",
    "왜 안 와요?": "과정을 모두 마쳐서 이제 레슨은 가지 않아요.",
    "알림 꺼줘": "‘복습’이라고 보내면 언제든 되살려요.",
}


async def test_after_the_end_no_lesson_is_promised(
    learner: Chat, clock: Clock, course: Course, database: Database, tmp_path: Path
) -> None:
    """Nor a rest from it, nor a light week; what is still to come is told. Each is said by somebody at the same end:
    their six weeks are lived once, and the file is copied.
    """
    for _ in course.parts:
        clock.forward(days=1)
        await finish_lesson(learner)
    assert "끝까지 걸었어요" in await learner.says("/ending now")
    conversation, end, ended = learner.desk.conversation, clock.now, learner.message
    assert database.file
    await database.close()
    for words, then in AFTER_THE_END.items():
        clock.now = end
        file = shutil.copy(database.file, tmp_path / "copy.sqlite3")
        copied = Database(f"sqlite:///{file}", keyring=database.keyring)
        desk = Desk(copied, conversation, clock, Metrics())
        chat = Chat(desk, clock, message=ended)
        told = await chat.says(words)
        assert then in told, words
        assert [said for said in ("다음 레슨", "보낼게요", "보내 드려요", "레슨은 언제든") if said in told] == [], words
        assert {"하루 쉬기", "가볍게 한 주"} & {*chat.labels} == set(), words
        assert "과정을 모두 마쳤어요" in await chat.says("진도"), words
        assert "쉬는 중" not in chat.text, words
        await desk.close()
        await copied.close()


@pytest.mark.parametrize(
    ("days", "met"), [(1, "내일(화) 다시 만나요"), (2, "모레(수) 다시 만나요"), (3, "11월 26일(목)에 다시")]
)
async def test_a_date_takes_a_particle_and_tomorrow_none(desk: Desk, clock: Clock, days: int, met: str) -> None:
    """내일 다시, 26일에 다시."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    for words in ("시작", "/trade shop", "/hour daily 08:00", "/intend 1"):
        await chat.says(words)
    assert met in await chat.says(f"/rest pause {days}d")


async def test_one_choice_is_asked_to_be_agreed_to(learner: Chat) -> None:
    """What is nearly clear is no choice between one: it is said, and 네 agrees."""
    assert await learner.says("알림 매일 저녁 8시 뭉게뭉게") == "매일 오후 8시, 맞나요?"
    assert learner.labels == ["맞아요", "고칠래요"]
    assert "매일 오후 8시에 보낼게요" in await learner.says("네")


async def test_a_pause_ends_on_a_day_of_the_rhythm(learner: Chat, clock: Clock) -> None:
    """On a Saturday of somebody with lessons on weekdays a day's rest ends on Monday; nothing comes on a Sunday."""
    await learner.says("알림 평일 아침 8시")
    clock.forward(days=5)
    assert "모레(월)부터 다시 보낼게요" in await learner.says("하루만 쉴게요")


AT_NIGHT = [  # said half an hour after midnight, on Tuesday the 24th, by somebody with 평일 오전 8시; what is answered
    ("내일 몇 시에 와요?", "내일(수) 오전 8시에 가요.\n오늘(화) 오전 8시 레슨은 그대로 가요."),
    ("내일도 와요?", "네, 내일(수) 오전 8시에 가요.\n오늘(화) 오전 8시 레슨은 그대로 가요."),
    ("오늘 몇 시에 와요?", "오늘(화) 오전 8시에 가요."),
    ("토요일에도 와요?", "토요일에는 안 가요."),
    ("왜 안 와요?", "다음 레슨은 오늘(화) 오전 8시에 가요."),
    ("내일 쉴게요", "내일(수) 하루 쉬고, 모레(목)부터 다시 보낼게요.\n오늘(화) 오전 8시 레슨은 그대로 가요."),
    ("오늘 하루 쉴게요", "내일(수)부터 다시 보낼게요."),
    ("이틀 쉴게요", "모레(목)부터 다시 보낼게요."),
    ("하루 쉬기", "내일(수)부터 다시 보낼게요."),
    ("수요일까지 쉴게요", "모레(목)부터 다시 보낼게요."),
    ("내일 밤 9시에 보내줘", "내일(수) 오후 9시에"),
    ("매일 아침 7시로 바꿔줘", "다음 레슨은 오늘(화) 오전 7시에 가요."),
    ("내데이터", "첫 만남: 오늘(화)"),
]


@pytest.mark.parametrize(("words", "told"), AT_NIGHT)
async def test_after_midnight_days_are_those_of_the_calendar(chat: Chat, clock: Clock, words: str, told: str) -> None:
    """The study day goes on until 04:00, but today is what the calendar says, with its day of the week; and the lesson
    that comes before the day named is told, for who means the morning by 내일.
    """
    clock.now = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    for said in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(said)
    assert told in await chat.says(words)


async def test_a_rest_said_at_night_is_from_the_day_that_has_begun(
    chat: Chat, clock: Clock, database: Database
) -> None:
    """No lesson comes in the morning, and what holds is told the same until and after 04:00."""
    clock.now = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    for said in ("시작", "/trade teacher", "/hour daily 08:00", "/intend 1", "오늘 하루 쉴게요"):
        await chat.says(said)
    for _ in range(2):
        assert "오늘(화)까지 쉼" in await chat.says("진도")
        assert "지금은 쉬는 중이에요.\n내일(수)부터" in await chat.says("알림")
        clock.forward(hours=5)
    coming = (await record_at(database, chat.address)).learner.next_lesson_at
    assert coming == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
