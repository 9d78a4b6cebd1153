"""문의: a learner asks a person, who answers in a chat of their own; neither learns who the other is."""

import logging

import pytest
from sqlalchemy import func, select

from bot.channels.telegram.inbox import parsed, said_in
from bot.conversation import Conversation
from bot.course.load import questions
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.delivery.inquiries import Forwarding
from bot.desk import Desk
from bot.desk.operating.answering import Answering
from bot.desk.operating.odd import OddQuestions
from bot.message import Address, Said, Unreachable, Unsent
from bot.operator.metrics import Metrics
from bot.record.inquiries import A_DAY, CODE, LONGEST, LONGEST_ANSWER, MOST_A_DAY
from bot.store import Database
from bot.store.tables import inquiries
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Chat, Clock, Post
from tests.language import LANGUAGE
from tests.test_link import link

ADMIN = Address("telegram", "900")
QUESTION = "결제 영수증은 심은말가게 이름으로 되나요"


@pytest.fixture
def desk(database: Database, course: Course, say: Texts, clock: Clock) -> Desk:
    """Of a house in which a person can be asked."""
    holidays = korean_holidays([2026, 2027])
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, holidays, ("telegram", "web"), staffed=True)
    return Desk(database, conversation, clock, Metrics())


@pytest.fixture
def odds(say: Texts, course: Course) -> OddQuestions:
    return OddQuestions(say, questions([course]))


@pytest.fixture
def delivery(
    database: Database, desk: Desk, clock: Clock, post: Post, metrics: Metrics, say: Texts, odds: OddQuestions
) -> Delivery:
    sends = {"telegram": post.send}
    forwarding = Forwarding(database, sends, say, clock, [ADMIN], odds)
    return Delivery(database, desk, sends, clock, metrics, korean_holidays([2026, 2027]), forwarding=forwarding)


class Admin:
    """An operator in a chat of theirs."""

    def __init__(self, database: Database, desk: Desk, say: Texts, clock: Clock, odds: OddQuestions) -> None:
        self.respond = Answering(database, say, clock, odds).asked_by("telegram:900", desk.respond)

    async def says(self, words: str, reply_to: str = "", address: Address = ADMIN) -> str:
        return "\n\n".join((await self.respond(Said(address, words, reply_to=reply_to))).bubbles)


@pytest.fixture
def admin(database: Database, desk: Desk, say: Texts, clock: Clock, odds: OddQuestions) -> Admin:
    return Admin(database, desk, say, clock, odds)


async def ask(chat: Chat, words: str = QUESTION) -> str:
    await chat.says("문의")
    return await chat.types(words)


async def forwarded(delivery: Delivery, post: Post) -> str:
    """The newest question in the operator's chat."""
    await delivery.bring_answers()
    return [message.bubbles[0] for there, message in post.letters if there == ADMIN][-1]


@pytest.mark.parametrize(
    "words",
    ["문의", "사람한테 물어보고 싶어요", "상담원 연결", "상담원 연결해 주세요", "운영자한테 물어볼래요", "/inquiry"],
)
async def test_it_can_be_asked_for(learner: Chat, words: str) -> None:
    """In the words that people use."""
    assert "운영하는 분께 보낼 글" in await learner.says(words)
    assert learner.expects == "/inquire"


async def test_the_question_comes_to_the_operator_and_the_answer_back(
    learner: Chat, delivery: Delivery, post: Post, admin: Admin
) -> None:
    """With a code and without any id; by a reply to it."""
    assert "보냈어요" in await ask(learner)
    question = await forwarded(delivery, post)
    assert QUESTION in question
    assert CODE.search(question)
    assert learner.address.id not in CODE.sub("", question).replace(QUESTION, "")
    assert "답을 보내요" in await admin.says("네, 그 이름으로 돼요.", reply_to=question)
    await delivery.bring_answers()
    await delivery.deliver()
    [(address, message)] = [one for one in post.letters if one[0] != ADMIN]
    assert address == learner.address
    assert "네, 그 이름으로 돼요." in message.bubbles[0]
    assert "그 이름으로" not in await learner.says("오늘")  # it is told once
    count = len(post.letters)
    await delivery.bring_answers()
    assert len(post.letters) == count


async def test_a_code_answers_as_well(learner: Chat, delivery: Delivery, post: Post, admin: Admin) -> None:
    """Once; and one that nobody has is told."""
    await ask(learner)
    found = CODE.search(await forwarded(delivery, post))
    assert found
    assert "1자에서" in await admin.says(f"답 {found[0]}")
    assert "1자에서" in await admin.says(f"답 {found[0]} {'가' * (LONGEST_ANSWER + 1)}")
    assert "답을 보내요" in await admin.says(f"답 {found[0].lower()} {'가' * LONGEST_ANSWER}")
    assert "이미 답했어요" in await admin.says(f"답 {found[0]} 또 돼요")
    assert "찾지 못했어요" in await admin.says("답 ABCDEF 돼요")


async def test_nobody_else_answers(learner: Chat, delivery: Delivery, post: Post, admin: Admin) -> None:
    """Whoever knows a code says words like any other."""
    await ask(learner)
    question = await forwarded(delivery, post)
    told = await admin.says("속았지", reply_to=question, address=Address("telegram", "901"))
    assert "답을 보내요" not in told
    assert "속았지" not in await learner.says("오늘")


async def test_at_the_next_word_where_nobody_is_spoken_to_first(
    desk: Desk, clock: Clock, delivery: Delivery, post: Post, admin: Admin
) -> None:
    """On KakaoTalk: once, before what is answered."""
    chat = Chat(desk, clock, Address("kakao", "k1"))
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    assert "다음에 말을 거실 때" in await ask(chat)
    await admin.says("네, 돼요.", reply_to=await forwarded(delivery, post))
    await delivery.bring_answers()
    await delivery.deliver()
    assert [there for there, _ in post.letters] == [ADMIN]
    assert "네, 돼요." in (await chat.says("오늘")).split("\n\n레슨")[0]
    assert "네, 돼요." not in await chat.says("진도")


@pytest.mark.parametrize("fault", [Unreachable("gone"), Unsent("away")])
async def test_what_could_not_be_brought_is_told_at_the_next_word(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, admin: Admin, fault: Exception
) -> None:
    await ask(learner)
    await admin.says("네, 돼요.", reply_to=await forwarded(delivery, post))
    post.fault = fault
    await delivery.bring_answers()
    await delivery.deliver()
    post.fault = None
    clock.forward(hours=4)
    await delivery.deliver()
    assert "네, 돼요." in await learner.says("오늘")


async def test_at_night_it_waits_for_the_day(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, admin: Admin
) -> None:
    """From nine in the evening to eight in the morning."""
    await ask(learner)
    question = await forwarded(delivery, post)
    clock.forward(hours=12)
    await admin.says("네, 돼요.", reply_to=question)
    await delivery.bring_answers()
    assert [there for there, _ in post.letters] == [ADMIN]
    clock.forward(hours=10)
    await delivery.bring_answers()
    await delivery.deliver()
    assert learner.address in {there for there, _ in post.letters}


async def test_three_a_day(learner: Chat, clock: Clock, database: Database) -> None:
    """MOST_A_DAY, and after a day again."""
    for n in range(MOST_A_DAY):
        assert "보냈어요" in await ask(learner, f"{n}번째로 여쭤봐요")
    assert "하루에 3번까지" in await learner.says("문의")
    clock.forward(seconds=A_DAY.total_seconds())
    assert "운영하는 분께 보낼 글" in await learner.says("문의")
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(inquiries)) == MOST_A_DAY


async def test_it_can_be_left(learner: Chat, database: Database) -> None:
    """By its button, and by going on with something else; what is too long is told so."""
    await learner.says("문의")
    assert "보내지 않았어요" in await learner.taps("보내지 않을래요")
    await learner.says("문의")
    assert "레슨" in await learner.says("오늘")
    await learner.says("문의")
    assert f"{LONGEST}" in await learner.types("가 " * LONGEST)
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(inquiries)) == 0


LEFT = "아니 됐어요|취소|안 보낼래요|됐습니다|나중에 할게요|뒤로|그만|그냥 안 할게요|아니다 안 물어볼래요|모르겠네"


@pytest.mark.parametrize("words", LEFT.split("|"))
async def test_who_would_rather_not_ask_is_not_forwarded(learner: Chat, database: Database, words: str) -> None:
    """In whatever words; nothing is open then."""
    assert "보내지 않았어요" in await ask(learner, words)
    assert not learner.expects
    async with database.reading() as connection:
        assert not (await connection.execute(select(inquiries))).all()


@pytest.mark.parametrize(
    ("words", "told"), [("오늘 레슨 주세요", "레슨 1/30"), ("회원 탈퇴할게요", "지울까요"), ("진도", "함께한 날")]
)
async def test_a_command_is_no_question(learner: Chat, database: Database, words: str, told: str) -> None:
    assert told in await ask(learner, words)
    async with database.reading() as connection:
        assert not (await connection.execute(select(inquiries))).all()


@pytest.mark.parametrize(
    "words",
    "이거 무료예요?|레슨 3번이 안 열려요 어떻게 하나요|강의 내용 중에 세금 부분이 궁금해요|사장님 저는 환불 안 되나요"
    "|취소한 결제는 언제 돌아오나요|알림이 새벽에 와서 곤란해요|탈퇴하면 제 글은 어떻게 되나요".split("|"),
)
async def test_a_question_we_might_know_goes_to_a_person_too(learner: Chat, words: str) -> None:
    """For it is a person who is asked."""
    assert "보냈어요" in await ask(learner, words)


async def test_what_tells_who_somebody_is_is_masked(learner: Chat, delivery: Delivery, post: Post) -> None:
    """As everywhere else."""
    await ask(learner, "제 번호 010-1234-5678로 전화 주실 수 있나요")
    assert "1234" not in await forwarded(delivery, post)


async def test_danger_comes_before_it(learner: Chat, database: Database) -> None:
    """No operator is sent what has to be heard at once."""
    await learner.says("문의")
    assert "109" in await learner.types("죽고 싶어요")
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(inquiries)) == 0


async def test_the_operator_who_cannot_be_reached_gets_it_later(
    learner: Chat, delivery: Delivery, post: Post, clock: Clock
) -> None:
    """And whatever else was asked meanwhile, each once."""
    await ask(learner)
    await ask(learner)
    post.fault = Unsent("away")
    await delivery.bring_answers()
    post.fault = None
    post.letters.clear()
    await delivery.bring_answers()
    assert [QUESTION in message.bubbles[0] for _, message in post.letters] == [True, True]
    post.letters.clear()
    await delivery.bring_answers()
    assert post.letters == []


async def test_it_is_gone_with_the_learner(
    learner: Chat, delivery: Delivery, post: Post, admin: Admin, database: Database
) -> None:
    """And an answer to it reaches nobody."""
    await ask(learner)
    question = await forwarded(delivery, post)
    await learner.says("탈퇴")
    await learner.taps("모두 지울게요")
    assert "찾지 못했어요" in await admin.says("네, 돼요.", reply_to=question)
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(inquiries)) == 0


async def test_it_goes_along_when_two_become_one(
    learner: Chat, desk: Desk, clock: Clock, delivery: Delivery, post: Post, admin: Admin
) -> None:
    """The answer comes to whom they have become."""
    guest = Chat(desk, clock, Address("kakao", "k7"))
    await guest.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    await ask(guest)
    question = await forwarded(delivery, post)
    await link(learner, guest)
    await admin.says("네, 돼요.", reply_to=question)
    await delivery.bring_answers()
    await delivery.deliver()
    assert any("네, 돼요." in message.bubbles[0] for there, message in post.letters if there == learner.address)


async def test_it_is_never_logged(
    learner: Chat, delivery: Delivery, post: Post, admin: Admin, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither question nor answer, also when sending fails."""
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bot")
    await ask(learner)
    post.fault = RuntimeError(QUESTION)
    await delivery.bring_answers()
    post.fault = None
    await admin.says("심은말답이에요", reply_to=await forwarded(delivery, post))
    await delivery.bring_answers()
    await delivery.deliver()
    assert caplog.text
    assert "심은말" not in caplog.text


@pytest.mark.parametrize("address", [Address("telegram", "7"), Address("kakao", "k1")])
async def test_where_no_person_is_there_it_is_said(
    database: Database, course: Course, say: Texts, clock: Clock, address: Address
) -> None:
    """With what else helps."""
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, (), ("telegram",))
    chat = Chat(Desk(database, conversation, clock, Metrics()), clock, address)
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    assert "답할 사람이 정해져 있지 않아요" in await chat.says("문의")
    assert "도움말" in chat.labels


def test_a_reply_is_told_by_telegram() -> None:
    """Its text, where a bot wrote what is replied to; nobody's else."""
    update = (
        '{"update_id": 1, "message": {"message_id": 3, "date": 1, "chat": {"id": 900, "type": "private"},'
        ' "text": "네", "reply_to_message": {"message_id": 2, "text": "문의 ABCDEF", "from": {"id": 5, "is_bot": %s}}}}'
    )
    ours, others = (parsed((update % is_bot).encode()) for is_bot in ("true", "false"))
    assert ours
    assert others
    assert [one.reply_to for one in map(said_in, (ours, others)) if one] == ["문의 ABCDEF", ""]
