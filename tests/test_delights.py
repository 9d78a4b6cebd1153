"""What pleases at the end of a day, once a day at most: the box that was opened, a drawn week, a card to send on.

November 2026: the 23rd is a Monday, the 27th a Friday, on which the week of a rhythm of weekdays ends.
"""

import struct
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.channels.web import WEB
from bot.conversation import Conversation
from bot.course.model import Course
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.plan.documents import Cell, Document, Field, Filled, Sheet, Week, WeekDay, draw
from bot.record import Asked, Reads
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS, documents
from handlers.reminder import remind
from tests.conftest import MONDAY, Chat, Clock
from tests.language import LANGUAGE

LESSONS = ("01-three-strategies", "02-defining-work", "03-opinion-or-fact", "04-my-limits", "05-self-employment")
OPENED, FILLED = "칸이 열렸어요", "칸을 다 채웠어요"


@pytest.fixture
def files(desk: Desk, database: Database, clock: Clock) -> Documents[Sheet]:
    return Documents(desk, database, clock, documents.view, documents.draw, "https://work.example")


async def seen(desk: Desk, address: Address, name: str) -> Sheet:
    """What is on the file of that name."""
    first, _, words = name.partition(" ")
    found = await desk.look(
        Asked(address, reads=Reads.STUDY | Reads.PLAN), documents.view, f"{first.rpartition('.')[2]} {words}"
    )
    assert found
    return found


async def finish(chat: Chat, course: Course, part: str, line: str = "") -> str:
    """Answer all that a part asks, and write its line, or leave it out."""
    lesson = course.lesson(part)
    for quiz in lesson.checks if lesson else ():
        await chat.says(f"/answer {quiz.name} 모르겠어요")
    return await chat.says(f"/write {part} {line}" if line else f"/skip {part}")


async def days_of(chat: Chat, course: Course, clock: Clock, lines: Sequence[str]) -> list[str]:
    """Lessons on the days from Monday on, each with its line; what was said at the end of each day."""
    told = []
    for day, line in enumerate(lines):
        clock.now = MONDAY + timedelta(days=day)
        told.append(await finish(chat, course, LESSONS[day], line))
    return told


# -- the box that was opened -----------------------------------------------------------------------------------------


async def test_the_finish_shows_the_box_that_it_opens(learner: Chat, course: Course, clock: Clock) -> None:
    """With the whole plan as squares; a second line in the same box has opened nothing."""
    first, second, *_ = await days_of(learner, course, clock, ["개인화가 가까워요.", "원장님의 전화를 받아요."])
    assert "“개인화가 가까워요.”" in first
    assert "1칸에 적었어요.\n■□□□□□□□□□□□" in first
    assert "“원장님의 전화를 받아요.”" in second
    assert "■" not in second


async def test_the_finish_shows_the_box_that_it_fills(learner: Chat, course: Course, clock: Clock) -> None:
    """A box that is filled is more than one that is begun."""
    lines = ["개인화가 가까워요.", "전화를 받아요.", "여유가 필요해요.", "하루 두 시간까지만 써요."]
    told = await days_of(learner, course, clock, lines)
    assert "2칸에 적었어요.\n■■□□" in told[3]
    clock.forward(days=3)  # a Sunday is the last day of no rhythm of weekdays
    filled = await finish(learner, course, LESSONS[4], "시장을 채워요.")
    assert "■□□□" in filled
    assert "1번 칸" in filled


async def test_a_day_without_a_line_shows_no_box(learner: Chat, course: Course) -> None:
    assert "■" not in await finish(learner, course, LESSONS[0])


async def test_it_pleases_once_a_day(learner: Chat, course: Course) -> None:
    """Whoever goes on ahead of their days is not told of boxes and lines again and again."""
    assert OPENED in await finish(learner, course, LESSONS[0], "개인화가 가까워요.")
    for part, line in zip(
        LESSONS[1:4], ("전화를 받아요.", "여유가 필요해요.", "하루 두 시간까지만 써요."), strict=True
    ):
        told = await finish(learner, course, part, line)
        assert "적어 두었어요" in told
        assert "이렇게 적었어요" not in told
        assert "■" not in told
        assert not learner.message.file


# -- a drawn week ----------------------------------------------------------------------------------------------------

FIVE = [
    "개인화가 가까워요.",
    "원장님의 전화를 받아요.",
    "여유가 필요해요.",
    "하루 두 시간까지만 써요.",
    "시장을 채워요.",
]


async def test_a_picture_goes_with_the_letter_and_on_no_other_day(learner: Chat, course: Course, clock: Clock) -> None:
    """And on that day no box is shown as well."""
    for day, line in enumerate(FIVE):
        clock.now = MONDAY + timedelta(days=day)
        told = await finish(learner, course, LESSONS[day], line)
        last = day == len(FIVE) - 1
        assert ("이번 주 편지" in told) is last
        assert (learner.message.file, learner.message.illustrated) == (
            ("plan.png week 2026-11-23", True) if last else ("", False)
        )
    assert "■" not in learner.text
    assert len(learner.message.bubbles) == 3
    await finish(learner, course, "week-1-practice", "하루 두 시간, 만 원, 한 번.")
    assert not learner.message.file


async def test_the_letter_tells_all_that_its_picture_shows(
    learner: Chat, course: Course, clock: Clock, desk: Desk
) -> None:
    """For who cannot see it, and where there is none."""
    letter = (await days_of(learner, course, clock, FIVE))[-1]
    week = await seen(desk, learner.address, learner.message.file)
    assert isinstance(week, Week)
    assert (week.kept, "함께한 날은 5일" in letter) == ("5일", True)
    assert [field.text for field in week.facts if field.name == "레슨"] == ["5개"]
    titles = [lesson.head.title for lesson in course.lessons[: len(LESSONS)]]
    assert [title for title in titles if title not in letter] == []
    (minutes,) = (field.text for field in week.facts if field.name == "읽고 푼 시간")
    assert f"읽고 푼 시간은 {minutes}쯤" in letter
    assert week.plan in letter


async def test_what_is_drawn(learner: Chat, course: Course, clock: Clock, desk: Desk) -> None:
    """Days, parts, minutes and boxes, and not a word of what was written."""
    await days_of(learner, course, clock, FIVE)
    week = await seen(desk, learner.address, learner.message.file)
    assert isinstance(week, Week)
    assert (week.title, week.dates, week.kept) == ("함께한 날", "11월 23일~29일", "5일")
    assert week.days == tuple(WeekDay(name, name not in "토일") for name in "월화수목금토일")
    assert week.plan == "설계서 12칸 가운데 2칸에 적었어요."
    states = [cell.state for cell in week.boxes]
    assert states == [Filled.DONE, Filled.BEGUN, *[Filled.EMPTY] * 10]
    assert [cell.number for cell in week.boxes] == [str(n) for n in range(1, 13)]
    assert not any(line.rstrip(".") in str(week) for line in FIVE)


async def test_a_week_that_is_over_is_drawn_as_it_was(learner: Chat, course: Course, clock: Clock, desk: Desk) -> None:
    """Without its minutes: what was asked again since counts where it was asked last."""
    await days_of(learner, course, clock, FIVE)
    name = learner.message.file
    clock.forward(days=5)
    await finish(learner, course, "06-opposite-of-everyone", "한 사람을 봐요.")
    before, now = await seen(desk, learner.address, name), await seen(desk, learner.address, "plan.png week")
    assert isinstance(before, Week)
    assert isinstance(now, Week)
    assert (before.dates, before.kept, before.plan) == (
        "11월 23일~29일", "5일", "설계서 12칸 가운데 2칸에 적었어요.",
    )  # fmt: skip
    assert [field.name for field in before.facts] == ["레슨"]
    assert (now.dates, now.kept) == ("11월 30일~12월 6일", "1일")
    assert "읽고 푼 시간" in [field.name for field in now.facts]


@pytest.mark.parametrize("words", ["", "soon", "2026-13-45", "2999-01-01", "0001-01-01", "../../etc"])
async def test_a_week_that_is_none_harms_nobody(learner: Chat, desk: Desk, words: str) -> None:
    """Whatever stands behind the name of a picture in an address, there is one to see."""
    week = await seen(desk, learner.address, f"plan.png week {words}")
    assert isinstance(week, Week)
    assert week.kept == "0일"
    assert week.plan == "설계서 12칸이 첫 줄을 기다려요."
    assert draw(week, "png").startswith(b"\x89PNG")


async def test_who_reads_in_short_lines_gets_words_alone(learner: Chat, course: Course, clock: Clock) -> None:
    """No picture, and no squares."""
    await learner.says("/short-lines")
    told = await days_of(learner, course, clock, FIVE)
    assert "“개인화가 가까워요.”" in told[0]
    assert not any("■" in one for one in told)
    assert "이번 주 편지" in told[-1]
    assert not learner.message.file


async def test_where_no_file_can_be_handed_over_the_letter_stands_alone(
    database: Database, course: Course, say: Texts, clock: Clock
) -> None:
    language = Conversation(course, say, LANGUAGE, COMMANDS, remind, (), {"telegram"}, {"kakao"})
    desk = Desk(database, language, clock, Metrics())
    chat = Chat(desk, clock, Address("kakao", "k1"))
    for words in ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    told = await days_of(chat, course, clock, FIVE)
    assert "설계서 12칸 가운데 2칸에 적었어요." in told[-1]
    assert not chat.message.file
    await chat.says("한 문장 카드")
    assert not chat.message.file
    assert "개인화가" not in chat.text or "첫 장" in chat.text
    await desk.close()


# -- a card to send on -----------------------------------------------------------------------------------------------


async def test_a_card_shows_the_one_sentence_that_was_picked(
    learner: Chat, course: Course, clock: Clock, desk: Desk, files: Documents[Sheet]
) -> None:
    """With its name and the bot's, and nothing of how many days or boxes."""
    await days_of(learner, course, clock, FIVE)
    await learner.says("/call 민지")
    await learner.says("한 문장 카드")
    assert "고른 문장과 봇의 이름만" in learner.text
    await learner.taps("내 일 한 문장")
    card = await seen(desk, learner.address, learner.message.file)
    assert isinstance(card, Document)
    assert card.offer == (Field("내 일 한 문장", FIVE[1]),)
    assert (card.boxes, card.people, card.whose, card.acts) == ((), (), "", ())
    assert card.words["bot"] == "나만의 일"
    drawn = await files.file(learner.address, learner.message.file)
    assert drawn
    assert struct.unpack_from(">II", drawn.content, 16) == (1080, 1080)


async def test_the_promise_is_offered_first_and_people_never(learner: Chat, course: Course) -> None:
    await learner.says("/write 07-one-customer 혼자 일하는 원장님")
    await learner.says("/write 16-one-line-promise 놓친 전화를 되걸어 드려요.")
    await learner.says("/write 18-price-and-no 한 달 9만 원")
    await learner.says("/write 26-ten-names 김○○, 단골\n박○○, 옆집")
    await learner.says("카드 만들어 줘")
    assert learner.labels == ["약속", "가격", "만날 한 사람", "여러 칸 담기"]
    assert "단골" not in learner.text
    await learner.says("/card 26-ten-names")
    assert not learner.message.file


async def test_a_card_of_nothing(learner: Chat) -> None:
    assert "적은 줄이 아직 없어요" in await learner.says("한 문장 카드")


async def test_a_line_that_was_erased_makes_no_card(learner: Chat, desk: Desk, files: Documents[Sheet]) -> None:
    """Which is asked again; an old address shows what is left of it, which is nothing."""
    await learner.says("/write 07-one-customer 혼자 일하는 원장님")
    await learner.says("/write 01-three-strategies 개인화")
    await learner.says("/erase 07-one-customer yes")
    await learner.says("/card 07-one-customer")
    assert not learner.message.file
    assert learner.labels == ["가까운 길", "여러 칸 담기"]
    assert "원장님" not in str(await seen(desk, learner.address, "plan.png 07-one-customer"))
    drawn = await files.file(learner.address, "plan.png 07-one-customer")
    assert drawn
    assert drawn.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(("day", "offered"), [("2026-11-28", True), ("2026-11-29", False)])
async def test_the_end_of_a_unit_offers_a_card(
    learner: Chat, course: Course, clock: Clock, day: str, *, offered: bool
) -> None:
    """But not on the day of the letter: of a daily rhythm that is Sunday."""
    await learner.says("/remind daily 08:00")
    await days_of(learner, course, clock, FIVE)
    await finish(learner, course, "week-1-practice", "하루 두 시간, 만 원, 한 번.")
    clock.now = MONDAY.replace(day=int(day[-2:]))
    mixed = course.lesson(LESSONS[-1]).quizzes[2:4]  # type: ignore[union-attr]
    for quiz in (*course.part("week-1-check").quizzes, *mixed):  # type: ignore[union-attr]
        await learner.says(f"/answer {quiz.name} 모르겠어요")
    await learner.says("/write week-1-check 이름표를 배웠어요.")
    await learner.says("/promise week-1-check 아침 8시에 레슨 열기")
    assert ("한 문장 카드" in learner.labels) is offered
    assert ("이번 주 편지" in learner.text) is not offered
    assert any(label.endswith("의 설계서") for label in learner.labels)


async def test_sharing_leads_to_it_too(learner: Chat) -> None:
    await learner.says("/write 16-one-line-promise 놓친 전화를 되걸어 드려요.")
    await learner.says("공유할래요")
    assert "한 문장 카드" in learner.labels
    await learner.taps("한 문장 카드")
    assert learner.labels[0] == "약속"


# -- how they are drawn ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["짧아요.", "가" * 60, "긴 문장이에요. " * 20, "한 줄\n두 줄", "a" * 200])
def test_a_card_is_a_square_unless_its_sentence_is_very_long(text: str) -> None:
    card = Document("설계서", MONDAY.date(), offer=(Field("약속", text),), words={"bot": "나만의 일", "sign": "일"})
    width, height = struct.unpack_from(">II", draw(card, "png"), 16)
    assert width == 1080
    assert height == 1080 if len(text) < 200 else 1080 <= height < 1600


@pytest.mark.parametrize("count", [0, 1, 12, 13, 30])
def test_a_week_of_any_course_is_one_picture(count: int) -> None:
    """However many boxes its plan has; two rows of them stand in a square."""
    boxes = tuple(Cell(f"{n}", Filled.BEGUN) for n in range(count))
    days = tuple(WeekDay(name, kept=True) for name in "월화수목금토일")
    facts = tuple(Field(name, "12개") for name in ("레슨", "만들기", "점검", "읽고 푼 시간"))
    words = {"bot": "나만의 일", "sign": "일"}
    week = Week("함께한 날", MONDAY.date(), "11월 30일~12월 6일", "7일", days, facts, "적었어요.", boxes, words)
    width, height = struct.unpack_from(">II", draw(week, "png"), 16)
    assert width == 1080
    assert (height == 1080) is (count <= 12)


def test_the_page_shows_pictures() -> None:
    """It has a channel of its own that hands files over without a link."""
    assert not WEB.files_by_link
