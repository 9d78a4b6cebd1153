"""What nobody understood: the likeliest topics are offered, beside the question that is open."""

import pytest

from bot.message import Button
from bot.store import Database
from bot.texts import Texts
from bot.understanding.sorts import TOPICS
from handlers import COMMANDS
from handlers.suggesting import OPENED
from tests.conftest import Chat
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
MOST_LETTERS = 14  # of a quick reply of KakaoTalk


def test_each_topic_has_sayings_a_name_and_what_it_opens(say: Texts) -> None:
    """And a name that fits a button everywhere."""
    assert TOPICS.keys() == OPENED.keys()
    assert all(len(say(f"topic-{topic}")) <= MOST_LETTERS for topic in TOPICS)
    assert all(go.command in COMMANDS for go in OPENED.values())


def test_no_saying_speaks_of_two_topics() -> None:
    """Else one would be counted twice."""
    assert len(frozenset().union(*TOPICS.values())) == sum(map(len, TOPICS.values()))


@one_database
@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("됐어요 이만하면", ["쉬어 가기"]),
        ("나 시드니로 이사왔어 여기시간으로", ["시간대"]),
    ],
)
async def test_topics_are_offered(learner: Chat, database: Database, words: str, labels: list[str]) -> None:
    """And nothing is changed by it."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner.rhythm
    assert "이 가운데 있으면 골라 주세요" in await learner.types(words)
    assert learner.labels[: len(labels)] == labels
    assert (await record_at(database, learner.address)).learner.rhythm == before


@one_database
async def test_under_a_quiz_it_is_said_how_to_answer(learner: Chat, database: Database) -> None:
    """The question stays open, and nothing is graded."""
    await learner.says("/ask strategy-map")
    text = await learner.types("사람한테 물어볼 수 있어요 이런 문제도")
    assert text.startswith("번호나 보기의 말로 답해 주세요")
    assert learner.labels[-3:] == ["사람에게 묻기", "누가 답하는지", "무엇을 하는지"]
    assert not (await record_at(database, learner.address)).histories
    assert "✓ 융합" in await learner.types("융합")


@one_database
async def test_a_refusal_that_says_more_stands(learner: Chat) -> None:
    """There is nothing to take back: no topic is offered in its place."""
    await learner.says("/ask strategy-map")
    assert "바꾼 것이 없어요" in await learner.types("아까 문제 손이 미끄러져서 딴 거 눌렀어요")


@one_database
async def test_first_words_are_never_refused(chat: Chat) -> None:
    """Who they are from is welcomed instead."""
    assert "지금 어떤 일을 하세요" in await chat.types("난 안 할라요")


@one_database
@pytest.mark.parametrize("topic", sorted(OPENED))
async def test_what_a_topic_opens_is_there(learner: Chat, say: Texts, topic: str) -> None:
    """As a button of the screen, after the first lesson."""
    await finish_lesson(learner)
    button = Button(say(f"topic-{topic}"), OPENED[topic])
    assert await learner.says(str(button.go))


@one_database
@pytest.mark.parametrize("words", ["네?", "예??", "뭐라고요?", "네? 뭐라고요?"])
async def test_who_asks_back_has_said_no_yes(learner: Chat, database: Database, words: str) -> None:
    """The question comes once more, and is not answered."""
    await learner.says("/ask map-not-order")
    assert "맞을까요?" in await learner.types(words)
    assert not (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize("before", [(), ("/trade teacher",), ("/trade teacher", "/hour weekdays 08:00")])
async def test_what_was_asked_first_is_asked_once_more(chat: Chat, before: tuple[str, ...]) -> None:
    """And sent: what is only repeated, no messenger would send."""
    for said in ("시작", *before):
        await chat.says(said)
    asked = chat.expects
    await chat.types("네?")
    assert (chat.expects, chat.message.repeated) == (asked, False)


@one_database
async def test_who_asks_back_where_nothing_is_asked_hears_what_comes(learner: Chat) -> None:
    await finish_lesson(learner)
    assert "오늘 몫은 다 했어요" in await learner.types("네?")
    assert not learner.message.repeated


@one_database
@pytest.mark.parametrize("words", ["약속 같은 거 지키기 힘들어서요", "제가 좀 게을러서요", "몰라 그때그때 다름"])
async def test_a_reason_for_no_moment_is_none(chat: Chat, database: Database, words: str) -> None:
    """The question is left out."""
    for said in ("시작", "미용사", "/hour weekdays 08:00"):
        await chat.says(said)
    assert "준비됐어요" in await chat.types(words)
    assert (await record_at(database, chat.address)).learner.intention in ("", "-")


@one_database
async def test_who_wants_no_reminders_at_the_hour_has_answered_it(chat: Chat) -> None:
    """Nothing comes by itself, and the next question is asked."""
    for said in ("시작", "미용사"):
        await chat.says(said)
    assert "먼저 보내는 것이 없어요" in await chat.types("알림 안 받고 싶어요")
    assert chat.expects == "/intend"


@one_database
async def test_the_contrary_is_not_near(learner: Chat) -> None:
    """확인됨, where it is 미확인."""
    await learner.says("/ask label-for-hearsay")
    assert "아쉬워요" in await learner.types("확인됨")
