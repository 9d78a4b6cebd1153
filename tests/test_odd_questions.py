"""이 문제 이상해요: an operator sees what was odd about which question, and those who said so get the answer."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import func, select

from bot.course.load import questions, titles
from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.desk.operating.odd import OddQuestions
from bot.desk.operating.page import OperatorPage
from bot.message import Address, Said, Unsent
from bot.operator.routes import add_operator_page
from bot.record.inquiries import LONGEST_ANSWER, MOST_A_DAY
from bot.store import Database
from bot.store.reports import waiting
from bot.store.tables import inquiries, reports
from bot.texts import Texts
from tests.conftest import Chat, Clock, Post
from tests.test_inquiries import ADMIN, Admin, ask
from tests.test_inquiries import admin as admin  # noqa: PLC0414 - of a house in which a person can be asked
from tests.test_inquiries import delivery as delivery  # noqa: PLC0414 - the same
from tests.test_inquiries import desk as desk  # noqa: PLC0414 - the same
from tests.test_inquiries import odds as odds  # noqa: PLC0414 - the same
from tests.test_link import link

ANSWER = "보기 2번을 고쳤어요. 알려 주셔서 고마워요."
ADDRESS = re.compile(r'action="([\w-]{22})"')


class Operator:
    """An operator at a browser: what stands on their page, and what they write there."""

    def __init__(self, page: OperatorPage, desk: Desk, http: TestClient[web.Request, web.Application]) -> None:
        self.page, self.desk, self.http, self.html = page, desk, http, ""

    async def opens(self) -> str:
        await self.desk.respond(Said(ADMIN, "시작"))
        message = await self.page.asked_by("telegram:900", self.desk.respond)(Said(ADMIN, "운영"))
        return await self.sends(message.bubbles[0].rpartition("/")[2])

    async def sends(self, token: str, **form: str) -> str:
        async with self.http.post(f"/operator/{token}", data=form) as got:
            assert got.status == 200
            self.html = await got.text()
        return self.html

    async def does(self, what: str, question: str, answer: str = "") -> str:
        return await self.sends(self.token, does=what, question=question, answer=answer)

    @property
    def token(self) -> str:
        """The one that the forms of the page go to."""
        [token] = set(ADDRESS.findall(self.html))
        return str(token)


@pytest.fixture
async def operator(database: Database, desk: Desk, say: Texts, clock: Clock, course: Course) -> AsyncIterator[Operator]:
    page, app = (
        OperatorPage(
            database, say, clock, titles([course]), OddQuestions(say, questions([course])), "https://bot.example"
        ),
        web.Application(),
    )
    add_operator_page(app, page.door, page.opened)
    async with TestClient(TestServer(app)) as client:
        yield Operator(page, desk, client)


@pytest.fixture
def odd(course: Course) -> str:
    """A question, by its name."""
    return course.lessons[0].quizzes[0].name


async def report(chat: Chat, odd: str, note: str) -> str:
    await chat.says(f"/report {odd}")
    return await (chat.types(note) if note else chat.taps("그냥 알릴게요"))


def to_admin(post: Post) -> list[str]:
    """What came to the operator's chat."""
    return [message.bubbles[0] for there, message in post.letters if there == ADMIN]


async def in_kakao(desk: Desk, clock: Clock) -> Chat:
    chat = Chat(desk, clock, Address("kakao", "k1"))
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    return chat


async def test_the_page_lists_it_with_what_it_asks(
    learner: Chat, desk: Desk, clock: Clock, operator: Operator, course: Course, odd: str
) -> None:
    """Its lesson, what was written about it with nothing that tells who wrote it, how many did so, and since when."""
    assert "지금은 없어요." in await operator.opens()
    assert "누구인지는 가지 않고" in await report(learner, odd, "보기 둘이 다 맞아요 <b>010-1234-5678</b>")
    clock.forward(days=2)
    await report(await in_kakao(desk, clock), odd, "")
    html = await operator.opens()
    part, quiz = course.quizzes[odd]
    assert f"<h3>{quiz.question.replace('<', '&lt;')}</h3>" in html
    assert f"「{part.head.title}」 · {odd}" in html
    assert "보기 둘이 다 맞아요" in html
    assert "1234" not in html
    assert "<b>" not in html
    assert "2분이 알렸어요. 처음 알린 날은 2026-11-23이에요." in html


async def test_the_answer_goes_to_all_who_called_it_odd_and_the_question_is_closed(
    learner: Chat,
    desk: Desk,
    clock: Clock,
    operator: Operator,
    course: Course,
    odd: str,
    delivery: Delivery,
    post: Post,
) -> None:
    """Once to each: at once by day, or at their next word where nobody is spoken to first; with the question."""
    other = course.lessons[0].quizzes[1].name
    kakao = await in_kakao(desk, clock)
    await report(learner, odd, "답이 둘이에요")
    await report(learner, odd, "정말이에요")
    await report(kakao, odd, "")
    await report(kakao, other, "")
    await operator.opens()
    html = await operator.does("answer", f"{course.name}/{odd}", ANSWER)
    assert "알린 분께 답을 보내요" in html
    assert f"· {odd}" not in html
    assert f"· {other}" in html
    await delivery.bring_answers()
    await delivery.deliver()
    [(address, message)] = [one for one in post.letters if one[0] != ADMIN]
    assert address == learner.address
    assert "이상하다고 알려 주신 문제에 운영하는 분이 답했어요." in message.bubbles[0]
    assert ANSWER in message.bubbles[0]
    assert course.quizzes[odd][1].question[:20] in message.bubbles[0]
    assert ANSWER not in await learner.says("오늘")
    assert ANSWER in await kakao.says("오늘")
    assert ANSWER not in await kakao.says("진도")
    assert ANSWER not in "".join(to_admin(post))  # it is no question of theirs that is to be forwarded


async def test_it_can_be_closed_without_an_answer(
    learner: Chat, operator: Operator, course: Course, odd: str, delivery: Delivery, post: Post
) -> None:
    """And called odd again, which is listed again."""
    await report(learner, odd, "답이 둘이에요")
    await operator.opens()
    assert "답 없이 닫았어요" in await operator.does("close", f"{course.name}/{odd}", "적다가 만 글")
    assert "지금은 없어요" in operator.html
    await delivery.bring_answers()
    assert post.letters == []  # nor is it told any more, once it is closed
    await report(learner, odd, "또 이상해요")
    assert "또 이상해요" in await operator.opens()
    assert "<blockquote><p>답이 둘이에요</p></blockquote>" not in operator.html


@pytest.mark.parametrize("answer", ["", "  ", "가" * (LONGEST_ANSWER + 1)])
async def test_what_is_no_answer_closes_nothing(
    learner: Chat, operator: Operator, course: Course, odd: str, answer: str
) -> None:
    await report(learner, odd, "답이 둘이에요")
    await operator.opens()
    assert "답은 글로 1자에서" in await operator.does("answer", f"{course.name}/{odd}", answer)
    assert f"· {odd}" in operator.html


async def test_a_form_works_once_and_for_an_hour(
    learner: Chat, operator: Operator, course: Course, odd: str, clock: Clock, database: Database
) -> None:
    """What was written on a page that is over is shown again, as it went nowhere; nobody else can make one up."""
    await report(learner, odd, "답이 둘이에요")
    await operator.opens()
    token, question = operator.token, f"{course.name}/{odd}"
    clock.now += timedelta(hours=1)
    assert "옮겨 적어 주세요" in await operator.does("answer", question, "<i>긴 답</i>")
    assert "&lt;i&gt;긴 답" in operator.html
    for made_up in (token, "a" * 22):
        await operator.sends(made_up, does="close", question=question)
        assert "이미 열렸거나" in operator.html
    await operator.opens()
    token = operator.token
    assert "이미 닫았거나" in await operator.does("close", "no-course/no-question")
    await operator.sends(token, does="answer", question=question, answer=ANSWER)
    async with database.reading() as connection:
        assert [one.notes for one in await waiting(connection)] == [["답이 둘이에요"]]


async def test_it_takes_nothing_from_what_one_may_ask(
    learner: Chat, operator: Operator, course: Course, odd: str, delivery: Delivery
) -> None:
    """An answered report is no question to a person."""
    await report(learner, odd, "")
    await operator.opens()
    await operator.does("answer", f"{course.name}/{odd}", ANSWER)
    for n in range(MOST_A_DAY):
        assert "보냈어요" in await ask(learner, f"{n}번째로 여쭤봐요")


async def test_who_is_two_is_counted_and_answered_once(
    learner: Chat, desk: Desk, clock: Clock, operator: Operator, course: Course, odd: str, database: Database
) -> None:
    """For ten minutes all of theirs is kept twice."""
    kakao = await in_kakao(desk, clock)
    await report(learner, odd, "여기서")
    await report(kakao, odd, "저기서")
    await link(learner, kakao)
    assert "1분이 알렸어요" in await operator.opens()
    await operator.does("answer", f"{course.name}/{odd}", ANSWER)
    async with database.reading() as connection:
        assert (await connection.execute(select(inquiries.c.text))).scalars().all() == ["여기서\n저기서"]
        assert not await connection.scalar(select(func.count()).where(reports.c.closed_at.is_(None)))


async def test_who_has_left_is_answered_no_more(
    learner: Chat, operator: Operator, course: Course, odd: str, database: Database
) -> None:
    """Nor seen, once all of theirs is erased."""
    await report(learner, odd, "지워질 말")
    await operator.opens()
    await learner.says("탈퇴")
    await learner.taps("모두 지울게요")
    assert "이미 닫았거나" in await operator.does("answer", f"{course.name}/{odd}", ANSWER)
    assert "지워질 말" not in operator.html
    async with database.reading() as connection:
        assert not await connection.scalar(select(func.count()).select_from(inquiries))


async def test_a_question_that_is_taught_no_more(
    learner: Chat, operator: Operator, course: Course, odd: str, database: Database
) -> None:
    """It is told by its name, and can be answered all the same."""
    await report(learner, odd, "")
    async with database.transaction() as connection:
        await connection.execute(reports.update().values(quiz="gone.7"))
    assert "지금은 과정에 없는 문제예요(gone.7)." in await operator.opens()
    assert "알린 분께 답을 보내요" in await operator.does("answer", f"{course.name}/gone.7", ANSWER)


NOTES = (
    "답이 둘이에요|정답이 틀린 것 같아요|2번도 맞지 않나요|문제가 이해가 안 돼요|오타가 있어요|왜 3번이 답이에요?"
    "|해설이 이상해요|3번이 왜 틀렸는지 모르겠어요|해설이랑 답이 안 맞아요|너무 헷갈리게 써 있어요"
)


@pytest.mark.parametrize("note", NOTES.split("|"))
async def test_what_people_write_is_kept_as_they_wrote_it(
    learner: Chat, odd: str, database: Database, note: str
) -> None:
    """Words that elsewhere are a complaint, or an answer, are what was asked for here."""
    await report(learner, odd, note)
    async with database.reading() as connection:
        assert [one.notes for one in await waiting(connection)] == [[note]]


@pytest.mark.parametrize(
    ("words", "told"),
    [("오늘 레슨 주세요", "레슨 1/30"), ("회원 탈퇴할게요", "지울까요"), ("진도", "함께한 날"), ("취소", "")],
)
async def test_another_wish_is_no_report(learner: Chat, odd: str, database: Database, words: str, told: str) -> None:
    assert told in await report(learner, odd, words)
    async with database.reading() as connection:
        assert not await waiting(connection)


UNSENT = (
    "안 보낼래요|보내지 않을래요|아니에요|아뇨|아니|ㄴㄴ|됐어요|괜찮아요|취소|취소할게요|안 알릴래요"
    "|굳이 안 알려도 될 것 같아요|알리지 말아 주세요|보내지 말까요|안 할래요|그만둘래요|그냥 둘래요|잘못 눌렀어요"
    "|죄송해요 실수로 눌렀어요|패스|넘어갈게요|나중에 할게요|별거 아니에요|적기 싫어요|뒤로|돌아갈게요|싫어요"
    "|아 아니다|아니야 됐어|신고 취소할게요|필요 없어요|다시 보니 안 이상해요|이상하지 않네요|이상 없어요|문제 없네요"
    "|제가 착각했어요|제가 문제를 잘못 읽었네요|/reported"
)


@pytest.mark.parametrize("words", UNSENT.split("|"))
async def test_who_would_rather_not_tell_files_nothing(learner: Chat, odd: str, database: Database, words: str) -> None:
    """In whatever words; nothing is open then, and nothing else is undone or opened."""
    before = learner.address, (await learner.says("알림"))
    await learner.says(f"/report {odd}")
    assert "알리지 않았어요" in await (learner.says(words) if words.startswith("/") else learner.types(words))
    assert not learner.expects
    async with database.reading() as connection:
        assert not await waiting(connection)
    assert (learner.address, await learner.says("알림")) == before


async def test_it_can_be_left_by_its_button(learner: Chat, odd: str, database: Database) -> None:
    await learner.says(f"/report {odd}")
    assert "알리지 않았어요" in await learner.taps("알리지 않을래요")
    async with database.reading() as connection:
        assert not await waiting(connection)


@pytest.mark.parametrize("words", "네|모르겠어요|딱히 없어요|그냥|음".split("|"))
async def test_who_has_no_words_for_it_is_asked_whether_it_is_told(
    learner: Chat, odd: str, database: Database, words: str
) -> None:
    """By buttons that say so."""
    await learner.says(f"/report {odd}")
    assert "이 문제를 알릴까요" in await learner.types(words)
    assert learner.labels[:2] == ["그냥 알릴게요", "알리지 않을래요"]
    async with database.reading() as connection:
        assert not await waiting(connection)
    assert "운영하는 분께 보냈어요" in await learner.taps("그냥 알릴게요")


@pytest.mark.parametrize(
    "words", "그냥 알릴게요|그냥 보내 주세요|쓸 말은 없고 그냥 알려만 주세요|그냥 신고할게요".split("|")
)
async def test_it_can_be_told_without_a_word(learner: Chat, odd: str, database: Database, words: str) -> None:
    await learner.says(f"/report {odd}")
    await learner.types(words)
    async with database.reading() as connection:
        assert [one.notes for one in await waiting(connection)] == [[]]


ODD = (
    "쓰지 않는 게 맞아요|취소가 답이에요|괜찮은 답도 있어요|잘못된 보기가 있어요|보기가 이상하지 않나요?"
    "|이상하지 않아요?|틀렸어요|헷갈려요|안 맞아요|제가 잘못 이해한 건지 모르겠어요|정답이 없어요|실수가 있어요"
    "|말하지 않는 게 답이에요|2번도 맞네요|그만두는 게 답 아닌가요"
)


@pytest.mark.parametrize("words", ODD.split("|"))
async def test_what_is_odd_is_no_refusal(learner: Chat, odd: str, database: Database, words: str) -> None:
    """Although it is put in words of one."""
    await report(learner, odd, words)
    async with database.reading() as connection:
        assert [one.notes for one in await waiting(connection)] == [[words]]


async def test_the_operator_is_told_at_once_and_answers_by_a_reply(
    learner: Chat, desk: Desk, clock: Clock, delivery: Delivery, post: Post, admin: Admin, course: Course, odd: str
) -> None:
    """With the question and what was written, once, and nothing that tells who wrote it."""
    await report(learner, odd, "답이 둘이에요 010-1234-5678")
    await report(await in_kakao(desk, clock), odd, "")
    await delivery.bring_answers()
    [told] = to_admin(post)
    part, quiz = course.quizzes[odd]
    assert told.startswith(f"이상한 문제 {course.name}/{odd}\n")
    assert part.head.title in told
    assert quiz.question[:30] in told
    assert "답이 둘이에요" in told
    assert "1234" not in told
    assert "\n7\n" not in told
    await delivery.bring_answers()
    assert len(to_admin(post)) == 1
    assert "1자에서" in await admin.says("", reply_to=told)
    assert "알린 분께 답을 보내요" not in await admin.says(ANSWER, reply_to=told, address=Address("telegram", "901"))
    assert "알린 분께 답을 보내요" in await admin.says(ANSWER, reply_to=told)
    assert "이미 닫았거나" in await admin.says(ANSWER, reply_to=told)
    await delivery.bring_answers()
    await delivery.deliver()
    [letter] = [message for there, message in post.letters if there == learner.address]
    assert ANSWER in letter.bubbles[0]


async def test_one_without_words_is_told_too(learner: Chat, delivery: Delivery, post: Post, odd: str) -> None:
    await report(learner, odd, "")
    await delivery.bring_answers()
    assert "적지 않았어요" in to_admin(post)[0]


async def test_the_operator_who_cannot_be_reached_is_told_later(
    learner: Chat, delivery: Delivery, post: Post, course: Course
) -> None:
    """Each once."""
    for quiz in course.lessons[0].quizzes[:2]:
        await report(learner, quiz.name, "답이 둘이에요")
    post.fault = Unsent("away")
    await delivery.bring_answers()
    post.fault = None
    post.letters.clear()
    await delivery.bring_answers()
    assert [told.split()[2] for told in to_admin(post)] == [
        f"{course.name}/{one.name}" for one in course.lessons[0].quizzes[:2]
    ]
    await delivery.bring_answers()
    assert len(to_admin(post)) == 2


async def test_nobody_floods_the_operator(
    learner: Chat, delivery: Delivery, post: Post, course: Course, clock: Clock
) -> None:
    """What one learner calls odd beyond so many a day stands on the page, and comes when its day has come."""
    names = [quiz.name for lesson in course.lessons[:3] for quiz in lesson.quizzes]
    for name in names[: 3 * MOST_A_DAY]:
        await report(learner, name, "이상해요")
        await delivery.bring_answers()
    assert len(to_admin(post)) == MOST_A_DAY
    clock.forward(days=1)
    for _ in range(9):
        await delivery.bring_answers()
    assert MOST_A_DAY < len(to_admin(post)) <= 3 * MOST_A_DAY


async def test_two_who_become_one_and_part_are_not_told_of_twice(
    learner: Chat, desk: Desk, clock: Clock, delivery: Delivery, post: Post, odd: str
) -> None:
    """For ten minutes all of theirs is kept twice."""
    kakao = await in_kakao(desk, clock)
    await report(learner, odd, "여기서")
    await report(kakao, odd, "저기서")
    await link(learner, kakao)
    await delivery.bring_answers()
    [told] = to_admin(post)
    assert "여기서 / 저기서" in told
    await kakao.says("되돌리기")
    await delivery.bring_answers()
    assert len(to_admin(post)) == 1
