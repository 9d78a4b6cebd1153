"""Several courses on one server: chosen, left and taken up again, each with its own progress and plan."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.__main__ import COURSES
from bot.conversation import Conversation
from bot.course.load import load_course, load_courses, names_in
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.learning.minutes import timed
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.record.courses import waiting
from bot.store import Database
from bot.texts import LOCALES, Texts
from bot.understanding import Language, load_language
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Chat, Clock, Post
from tests.records import has_read, record_at
from tests.statements import counted
from tests.test_desk import MOST_STATEMENTS

ROOT = Path(__file__).parent.parent
FIRST, SECOND = "own-work", "first-talk"
HOLIDAYS = korean_holidays([2026, 2027])
WELCOME = ("/trade shop", "/hour weekdays 08:00", "/intend 1")
ONWARD = ("ask", "line", "practice", "check", "lesson")  # commands of buttons that lead on within a day
LEARNT = ("answers", "cards", "finished", "lines", "prechecks", "people", "reports")


@cache
def language() -> Language:
    """What people say where both are taught."""
    return load_language(LOCALES / "ko" / "sayings", names_in(load_courses(COURSES, [FIRST, SECOND])))


@pytest.fixture(scope="session")
def second(say: Texts) -> Course:
    return timed(load_course(COURSES / SECOND), say)


def opened(database: Database, say: Texts, clock: Clock, *offered: Course) -> Desk:
    """A desk that offers these courses."""
    first, *others = offered
    channels = {"telegram", "web"}
    conversation = Conversation(first, say, language(), COMMANDS, remind, HOLIDAYS, channels, others=others)
    return Desk(database, conversation, clock, Metrics())


@pytest.fixture
async def desk(database: Database, course: Course, second: Course, say: Texts, clock: Clock) -> AsyncIterator[Desk]:
    desk = opened(database, say, clock, course, second)
    yield desk
    await desk.close()


async def says(chat: Chat, *words: str) -> str:
    for one in words:
        await chat.says(one)
    return chat.text


async def lesson(chat: Chat, course: Course, place: int, line: str) -> None:
    """Open a lesson, answer its questions, write its line."""
    part = course.lessons[place]
    await chat.says(f"/lesson {part.name}")
    for quiz in part.checks:
        await says(chat, f"/ask {quiz.name}", f"/answer {quiz.name} 1")
    await says(chat, f"/line {part.name}", line)


async def test_a_newcomer_chooses(chat: Chat) -> None:
    """Both are shown, each in a line; then all are asked the same, and the first lesson is that of the chosen one."""
    assert "과정이 2개 있어요." in await chat.says("안녕하세요")
    assert chat.labels == ["나만의 일", "첫 고객과의 대화"]
    assert "한 주예요." in chat.text
    assert "레슨은 5개, 매일이면 7일쯤" in await chat.types("첫 고객과의 대화")
    assert "지금 어떤 일을 하세요?" in chat.text
    await says(chat, *WELCOME)
    assert "다섯 문제" not in chat.text  # which this course has not
    assert "레슨 1/5 · 말보다 듣기" in await chat.says("오늘")


async def test_who_tells_their_job_at_once_begins_with_the_first(chat: Chat, database: Database) -> None:
    """Nobody has to choose."""
    await chat.says("안녕하세요")
    assert "언제 보내 드릴까요?" in await chat.types("미용사예요")
    await says(chat, *WELCOME[1:])
    assert "레슨 1/30" in await chat.says("오늘")
    assert (await record_at(database, chat.address)).learner.course == FIRST


async def test_progress_and_plan_are_apart(chat: Chat, database: Database, course: Course, second: Course) -> None:
    """What was done in one is not there in the other, and all of it when they come back; days together are one."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME)
    await lesson(chat, course, 0, "손님마다 설명이 달라서 개인화요.")
    before = await record_at(database, chat.address)
    assert "「첫 고객과의 대화」 과정을 열었어요." in await chat.types("첫 고객과의 대화 할래")
    other = await record_at(database, chat.address)
    assert (other.finished, other.histories, other.cards, other.written) == ({}, {}, {}, [])
    assert other.days == before.days
    assert "설계서 0/5칸" in await chat.says("계획")
    await lesson(chat, second, 0, "아래층 원장님. 전화를 놓치셨대요.")
    assert "아래층 원장님" in await chat.says("/plan 1")
    assert "돌아왔어요" in await chat.types("나만의 일로 바꿔줘")
    back = await record_at(database, chat.address)
    for name in ("finished", "histories", "cards", "written", "days"):
        assert getattr(back, name) == getattr(before, name), name
    assert "손님마다 설명이 달라서" in await chat.says("/plan 1")
    assert "다른 과정: 첫 고객과의 대화." in await chat.says("내데이터")


async def test_rows_name_their_course(chat: Chat, database: Database, course: Course, second: Course) -> None:
    """Each row of what is learnt, and none else; a farewell takes them all."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME, "/precheck", "1", "/add-person 미용실 원장님 - 예약")
    await lesson(chat, course, 0, "손님마다 설명이 달라서 개인화요.")
    await says(chat, f"/report {course.lessons[0].checks[0].name}", "보기 둘이 같아 보여요", f"/course {SECOND}")
    await lesson(chat, second, 0, "아래층 원장님. 전화를 놓치셨대요.")
    async with database.reading() as connection:
        found = {
            table: set((await connection.execute(text(f"SELECT DISTINCT course FROM {table}"))).scalars())
            for table in LEARNT
        }
    both = LEARNT[:4]
    assert found == {name: {FIRST, SECOND} if name in both else {FIRST} for name in LEARNT}
    await chat.says("/forget")
    await chat.says("/forget yes")
    async with database.reading() as connection:
        for table in (*LEARNT, "learners"):
            assert (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar() == 0, table


async def test_a_turn_costs_the_same(chat: Chat, database: Database, course: Course, second: Course) -> None:
    """One read and grouped writes, however many courses somebody has begun; to take one is such a turn."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME)
    await lesson(chat, course, 0, "손님마다 설명이 달라서 개인화요.")
    commands = ["오늘", "진도", "계획", "/ask {}", "/answer {} 1"]
    with counted(database) as alone:
        await says(chat, *(one.format(course.lessons[1].checks[0].name) for one in commands))
    with counted(database) as taking:
        await chat.says(f"/course {SECOND}")
    await lesson(chat, second, 0, "아래층 원장님. 전화를 놓치셨대요.")
    with counted(database) as both:
        await says(chat, *(one.format(second.lessons[1].checks[0].name) for one in commands))
    assert [len(one) for one in both] == [len(one) for one in alone]
    assert max(alone.longest, taking.longest, both.longest) <= MOST_STATEMENTS
    assert sum("who AS" in one for one in taking[0]) == 1


async def test_what_is_said_right_after_goes_to_the_other_course(
    desk: Desk, chat: Chat, clock: Clock, database: Database, second: Course
) -> None:
    """Both wait at the desk at the same moment: the second turn is taken once the other course is read."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME)
    clock.forward(seconds=20)
    quiz = second.lessons[0].checks[0].name
    said = (f"/course {SECOND}", f"/answer {quiz} 1", f"/write {second.lessons[0].name} 옆 가게 ㄱ이 겪은 일이에요.")
    await asyncio.gather(*(desk.respond(Said(chat.address, words, words, tapped=True)) for words in said))
    record = await record_at(database, chat.address)
    assert (record.learner.course, list(record.histories), len(record.written)) == (SECOND, [quiz], 1)


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("다른 과정", "지금은 「나만의 일」 과정이에요."),
        ("다른 과정 있어요?", "지금은 「나만의 일」 과정이에요."),
        ("과정 바꿀래", "지금은 「나만의 일」 과정이에요."),
        ("과정 바꾸고 싶어요", "지금은 「나만의 일」 과정이에요."),
        ("다른 거 배우고 싶어요", "지금은 「나만의 일」 과정이에요."),
        ("어떤 과정이 있어요?", "지금은 「나만의 일」 과정이에요."),
        ("첫 고객과의 대화로 바꿔줘", "「첫 고객과의 대화」 과정을 열었어요."),
        ("첫 고객과의 대화 배울래요", "「첫 고객과의 대화」 과정을 열었어요."),
        ("나만의 일 할래", "지금 「나만의 일」 과정이에요."),
    ],
)
async def test_how_another_course_is_asked_for(chat: Chat, words: str, heard: str) -> None:
    """In words, whatever is on the screen."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME, "오늘")
    assert heard in await chat.types(words)
    await says(chat, f"/course {FIRST}", "/ask strategy-map")
    assert heard in await chat.types(words)


async def test_a_link_opens_a_course(chat: Chat, desk: Desk, clock: Clock, database: Database) -> None:
    """t.me/bot?start=course-first-talk, for a stranger and for somebody who is elsewhere; one that leads nowhere is a
    plain start.
    """
    assert "「첫 고객과의 대화」" in await chat.types("/start course-first-talk")
    assert "지금 어떤 일을 하세요?" in chat.text
    await says(chat, *WELCOME)
    other = Chat(desk, clock, Address("telegram", "8"))
    assert "과정이 2개 있어요." in await other.types("/start course-gone")
    await says(other, *WELCOME)
    assert "「첫 고객과의 대화」 과정을 열었어요." in await other.types("/start course-first-talk")
    assert (await record_at(database, other.address)).learner.course == SECOND
    assert "지금 「첫 고객과의 대화」 과정이에요." in await other.types("/start course-first-talk")


async def test_taking_a_course_can_be_taken_back(chat: Chat, database: Database, course: Course) -> None:
    """By its button and in words; and what was the last change in the other course is none here."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME)
    await lesson(chat, course, 0, "손님마다 설명이 달라서 개인화요.")
    await chat.says(f"/course {SECOND}")
    assert "돌아왔어요" in await chat.types("되돌려줘")
    assert len((await record_at(database, chat.address)).written) == 1
    await chat.says(f"/course {SECOND}")
    assert "돌아왔어요" in await chat.taps("나만의 일")


async def test_the_end_of_one_course_is_not_that_of_the_other(
    chat: Chat, clock: Clock, database: Database, course: Course, second: Course
) -> None:
    """A week to its end, with nothing asked that it has not; then the other one brings lessons again."""
    await says(chat, "/start", f"/course {SECOND}", *WELCOME)
    for _ in range(12):
        await chat.says("/today")
        for _ in range(20):
            await _one_step(chat)
            if not (chat.message.expects or any(map(chat.message.offers, ONWARD))):
                break
        clock.forward(days=1)
        if (await record_at(database, chat.address)).learner.ended_at:
            break
    record = await record_at(database, chat.address)
    assert record.learner.ended_at
    assert {part.name for part in second.parts} <= record.finished.keys()
    assert record.learner.next_kind == "follow-30"
    assert "첫 고객과의 대화 설계서" in await chat.says("계획")
    await chat.says(f"/course {FIRST}")
    learner = (await record_at(database, chat.address)).learner
    assert (learner.ended_at, learner.next_kind) == (None, "lesson")
    assert waiting(learner)[SECOND].ended_at == record.learner.ended_at
    assert "레슨 1/30" in await chat.says("오늘")
    await chat.says(f"/course {SECOND}")
    assert (await record_at(database, chat.address)).learner.ended_at == record.learner.ended_at


async def _one_step(chat: Chat) -> None:
    """Answer, write or go on, whatever is on the screen."""
    expects = chat.message.expects
    if expects and expects.command == "answer":
        await chat.says(f"/answer {expects.argument} 모르겠어요")
    elif expects and expects.command in ("write", "promise"):
        await chat.says("목요일에 원장님께 견본을 보여 드리기로 했어요.")
    else:
        go = next((one.go for one in chat.message.buttons if one.go.command in {*ONWARD, "ending"}), None)
        await chat.says(str(go) if go else "/progress")


async def test_a_course_that_is_offered_no_more(
    chat: Chat, clock: Clock, database: Database, course: Course, second: Course, say: Texts, post: Post
) -> None:
    """Whoever is in it is asked which one they want, by the clock as well; nothing is lost, and a farewell is heard."""
    await says(chat, "/start", f"/course {FIRST}", *WELCOME)
    await lesson(chat, course, 0, "손님마다 설명이 달라서 개인화요.")
    chat.desk = opened(database, say, clock, second)
    for words in ("오늘", "계획", "저는 잘 모르겠어요"):
        assert "배우던 과정은 지금 열려 있지 않아요." in await chat.types(words), words
        assert chat.labels == ["첫 고객과의 대화"]
    assert "모두 지울까요?" in await chat.types("탈퇴")
    clock.forward(days=1)
    due = (await record_at(database, chat.address)).learner.next_lesson_at
    assert due
    clock.now = due + timedelta(seconds=1)
    delivery = Delivery(database, chat.desk, {"telegram": post.send}, clock, Metrics(), HOLIDAYS)
    await delivery.deliver()
    assert "배우던 과정은 지금 열려 있지 않아요." in post.letters[-1][1].bubbles[0]
    assert "과정을 열었어요." in await chat.says(f"/course {SECOND}")
    assert "레슨 1/5" in await chat.says("오늘")
    chat.desk = opened(database, say, clock, course, second)
    assert "돌아왔어요" in await chat.says(f"/course {FIRST}")
    assert "손님마다 설명이" in await chat.says("/plan 1")


async def test_where_there_is_one_course(
    chat: Chat, clock: Clock, database: Database, course: Course, say: Texts
) -> None:
    """Nobody is asked to choose, no button leads elsewhere, and who asks is told so."""
    chat.desk = opened(database, say, clock, course)
    assert "지금 어떤 일을 하세요?" in await chat.says("안녕하세요")
    await says(chat, *WELCOME)
    assert "이것 하나예요." in await chat.types("다른 과정 있어요?")
    assert "다른 과정" not in await says(chat, "도움말") + "".join(chat.labels)


async def test_a_restart_forgets_no_course(
    chat: Chat, clock: Clock, database: Database, course: Course, second: Course, say: Texts
) -> None:
    """Another process, in which the other course stands first."""
    await says(chat, "/start", f"/course {SECOND}", *WELCOME)
    await lesson(chat, second, 0, "아래층 원장님. 전화를 놓치셨대요.")
    chat.desk = opened(database, say, clock, course, second)
    assert "마친 레슨 1/5" in await chat.says("진도")


@pytest.mark.parametrize("words", ["융합 조합기", "가격 정하기", "열 사람", "자동화 설계"])
async def test_what_a_course_has_not(chat: Chat, words: str) -> None:
    """A tool or a place of another course is told as such; nothing is kept where nobody would see it."""
    await says(chat, "/start", f"/course {SECOND}", *WELCOME, "오늘")
    assert "이 과정에는 없는 것이에요." in await chat.types(words)


async def test_our_own_text_is_shown(chat: Chat) -> None:
    """Who asks for the text hears whose it is, and reads it by a tap; that of somebody else is not copied."""
    await says(chat, "/start", f"/course {SECOND}", *WELCOME)
    assert "이 봇을 만든 쪽에서 썼고" in await chat.types("글쓴이가 누구예요?")
    assert "박수가 아니라 모르던 것 하나예요." in await chat.taps("글 전체 읽기")
    await chat.says(f"/course {FIRST}")
    await chat.types("원문 보여줘")
    assert "글 전체 읽기" not in chat.labels


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("nope", "설정 COURSE: ‘nope’라는 과정 폴더가 없어요. 있는 것은 first-talk, own-work예요."),
        ("own-work,없음", "설정 COURSE: 값의 모양이 맞지 않아요."),
        ("", "설정 COURSE: 값의 모양이 맞지 않아요."),
    ],
)
def test_an_unknown_course_stops_the_start(value: str, told: str, tmp_path: Path) -> None:
    """With one clear line."""
    done = subprocess.run(
        [sys.executable, "-m", "bot"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        env={"COURSE": value, "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3", "PATH": ""},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1


# -- how it goes with a course that is over, asked while another one is taken -------------------------------------


async def ended(chat: Chat, database: Database, desk: Desk, course: Course, clock: Clock) -> None:
    """Both chosen, all of the second course's parts done, and its end told; then the first one is taken."""
    await says(chat, "/start", f"/course {SECOND}", *WELCOME)
    second = desk.conversation._offered[SECOND]  # noqa: SLF001 - the course as the desk has it
    await has_read(database, chat.address, second.parts, clock.now)
    await says(chat, f"/line {second.lessons[-1].name}", "목요일에 원장님께 견본을 보여 드려요.", "/ending now")
    assert (await record_at(database, chat.address)).learner.ended_at
    await chat.says(f"/course {FIRST}")


async def pushed(chat: Chat, database: Database, clock: Clock, post: Post, days: int) -> dict[int, str]:
    """What comes by itself on each of so many days at 08:00, until a question after an end; a word answers each."""
    delivery = Delivery(database, chat.desk, {"telegram": post.send}, clock, Metrics(), HOLIDAYS)
    found, noon = {}, clock.now.replace(hour=23, minute=0, second=0) - timedelta(days=1)
    for day in range(1, days + 1):
        clock.now = noon + timedelta(days=day)
        post.letters.clear()
        await delivery.deliver()
        assert len(post.letters) <= 1
        found[day] = "\n".join(bubble for _, message in post.letters for bubble in message.bubbles)
        if post.letters:
            chat.message = post.letters[-1][1]
            if "과정을 마친 지" in found[day]:
                return found
            await chat.says("진도")  # a word is an answer: no silence
    return found


async def test_how_it_goes_with_another_course(
    desk: Desk, chat: Chat, clock: Clock, database: Database, course: Course, post: Post
) -> None:
    """A month after its end the act is quoted in place of that day's lesson, which waits; the answer stands in the plan
    of that course, and this one goes on. It can be taken back, and nothing is asked twice.
    """
    await ended(chat, database, desk, course, clock)
    came = await pushed(chat, database, clock, post, 40)
    day = max(came)
    assert 30 <= day <= 33
    assert came[day].startswith("「첫 고객과의 대화」 과정을 마친 지 한 달이 됐어요.")
    assert "“목요일에 원장님께 견본을 보여 드려요.”" in came[day]
    assert "오늘 배울 것은 그대로 기다려요." in came[day]
    assert chat.labels == ["레슨 열기"]
    assert "「첫 고객과의 대화」 설계서의 「한 달 뒤」에" in await chat.types("두 분을 만났고 한 분이 맡기셨어요.")
    assert (await record_at(database, chat.address)).learner.course == FIRST
    assert "「첫 고객과의 대화」" not in (await chat.says("오늘")).partition("\n")[0]
    assert "레슨 1/30" in chat.text
    clock.forward(days=1)
    assert "레슨 1/30" in await chat.says("오늘")
    assert (await record_at(database, chat.address)).learner.next_kind == "lesson"
    await chat.says(f"/course {SECOND}")
    lines = {line.lesson: line.text for line in (await record_at(database, chat.address)).lines()}
    assert lines["follow-30"] == "두 분을 만났고 한 분이 맡기셨어요."


async def test_an_answer_about_another_course_is_taken_back(
    desk: Desk, chat: Chat, clock: Clock, database: Database, course: Course, post: Post
) -> None:
    """It is asked for once more then, and may be left out."""
    await ended(chat, database, desk, course, clock)
    await pushed(chat, database, clock, post, 40)
    await chat.types("한 분이 맡기셨어요.")
    assert "한 분이 맡기셨어요" in await chat.types("되돌려줘")
    assert chat.expects == f"/write follow-30@{SECOND}"
    assert "레슨 1/30" in await chat.taps("건너뛰기")
    await chat.says(f"/course {SECOND}")
    assert "follow-30" not in {line.lesson for line in (await record_at(database, chat.address)).lines()}


async def test_where_nothing_comes_by_itself_it_is_asked_at_the_next_word(
    desk: Desk, clock: Clock, database: Database, course: Course
) -> None:
    """오늘 asks it once; the lesson is one tap away, and comes the next time."""
    chat = Chat(desk, clock, Address("kakao", "k"))
    await ended(chat, database, desk, course, clock)
    clock.forward(days=29)
    assert "과정을 마친 지" not in await chat.says("오늘")
    clock.forward(days=1)
    assert "과정을 마친 지 한 달이 됐어요." in await chat.says("오늘")
    assert "레슨 1/30" in await chat.taps("레슨 열기")
    assert "과정을 마친 지" not in await chat.says("오늘")


async def test_a_course_that_was_left_for_good_is_not_asked_about(
    desk: Desk, chat: Chat, clock: Clock, database: Database, course: Course, say: Texts, post: Post
) -> None:
    """Where the server offers it no more the day has its lesson."""
    await ended(chat, database, desk, course, clock)
    chat.desk = opened(database, say, clock, course)
    came = await pushed(chat, database, clock, post, 35)
    assert not any("과정을 마친 지" in text for text in came.values())


async def test_two_courses_that_are_over_are_both_asked_about(
    desk: Desk, chat: Chat, clock: Clock, database: Database, course: Course, post: Post
) -> None:
    """Ended on one day they are asked about on two; the one asked first keeps the other from nothing."""
    await ended(chat, database, desk, course, clock)
    await has_read(database, chat.address, course.parts, clock.now)
    await chat.says("/ending now")
    asked = []
    for _ in range(2):
        came = await pushed(chat, database, clock, post, 60)
        asked.append(came[max(came)].partition("\n")[0])
    assert sorted(asked) == [
        f"「{title}」 과정을 마친 지 한 달이 됐어요." for title in ("나만의 일", "첫 고객과의 대화")
    ]
