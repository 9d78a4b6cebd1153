"""A typed word that comes close: one more try, with the first letter; it is never taken for the right one."""

import pytest

from bot.course.model import Course
from bot.course.quizzes.typed import AnsweredByWord
from bot.store import Database
from bot.texts import Texts
from tests.conftest import Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
WORD = "/ask word-expertise"


@one_database
@pytest.mark.parametrize(
    "said",
    "전문적인 능력|expertise|내공|노하우 같은거|실력|전문|전문적|장인정신인가요|숙련도 아닐까요|전문상".split("|"),
)
async def test_a_near_word_is_asked_once_more(learner: Chat, database: Database, said: str) -> None:
    """Nothing is graded yet; then the right word is right, and any other is graded."""
    await learner.says(WORD)
    text = await learner.types(said)
    assert "가까워요" in text
    assert "첫 글자는 ‘전’" in text
    assert not (await record_at(database, learner.address)).histories
    assert "✓ 전문성 (내 답)" in await learner.types("전문성")


@one_database
@pytest.mark.parametrize("again", ["내공", "실력", "사과"])
async def test_there_is_one_more_try_only(learner: Chat, again: str) -> None:
    """A second word that is not the right one is graded, near or not."""
    await learner.says(WORD)
    await learner.types("내공")
    assert f"✗ {again}" in await learner.types(again)


@one_database
async def test_a_near_misunderstanding_says_why(learner: Chat) -> None:
    """장점 for 강점: its reason first, then the question once more."""
    await learner.says("/ask word-strength")
    text = await learner.types("장점이요")
    assert "뜻은 아주 가까운데" in text
    assert "첫 글자는 ‘강’" in text
    assert "✗ 장점" in await learner.types("장점")


@one_database
@pytest.mark.parametrize(
    "said",
    [
        "그래도 전문성으로",
        "전문성 같은데 확실하진 않아요",
        "전문성이라고 쓰면 되나",
        "오타났네 전문성",
        "전문성전문성",
        "전문성 같은 거요",
        "아 알겠다 전문성!",
    ],
)
async def test_what_is_said_around_the_right_word(learner: Chat, said: str) -> None:
    """Hedges, corrections and asking whether one may write it."""
    await learner.says(WORD)
    assert "✓ 전문성 (내 답)" in await learner.types(said)


@one_database
@pytest.mark.parametrize("said", ["전문성은 아닌거 같고", "전문성 말고", "전문성 아니면 자격?", "머더라.."])
async def test_a_denial_a_choice_and_a_search_are_no_answer(learner: Chat, said: str) -> None:
    """The question stays open, and nothing is graded."""
    await learner.says(WORD)
    assert "내 답" not in await learner.types(said)
    assert "✓ 전문성" in await learner.types("전문성")


@one_database
@pytest.mark.parametrize(
    ("ask", "said", "word"),
    [
        ("/ask strategy-map", "융햡", "융합"),
        ("/ask strategy-map", "융합인가 아닌가?", "융합"),
        (WORD, "자격증인가 아닌가?", "자격증"),
        (WORD, "전문성일까 아닐까", "전문성"),
        (WORD, "아마 신뢰 아닌가요?", "신뢰"),
        (WORD, "혹시 신뢰 아니에요?", "신뢰"),
        (WORD, "자격증 아니었나", "자격증"),
        (WORD, "전문성 아니었나요", "전문성"),
        (WORD, "전문성 아냐?", "전문성"),
    ],
)
async def test_who_wavers_is_asked(learner: Chat, ask: str, said: str, word: str) -> None:
    """The same for a right word and for a wrong one, so that nothing is given away."""
    await learner.says(ask)
    assert f"‘{word}’" in await learner.types(said)
    assert "답으로 할까요" in learner.text
    assert "내 답" not in learner.text
    assert f"{word} (내 답)" in await learner.types("네")


@one_database
@pytest.mark.parametrize("yes", ["네", "응", "맞아요", "네 적어 주세요", "ㅇㅇ"])
async def test_a_yes_gives_the_one_that_was_asked_about(learner: Chat, yes: str) -> None:
    """By its place as by its words."""
    await learner.says("/ask strategy-map")
    assert "3번을 고르신 걸까요?" in await learner.types("3번 아니에요?")
    assert "(내 답)" in await learner.types(yes)


@one_database
@pytest.mark.parametrize("no", ["아니요", "아니", "싫어요"])
async def test_a_no_asks_the_question_again(learner: Chat, database: Database, no: str) -> None:
    await learner.says("/ask strategy-map")
    await learner.types("융햡")
    assert "어느 전략에" in await learner.types(no)
    assert not (await record_at(database, learner.address)).histories
    assert "내 답" not in await learner.types("네")


@one_database
async def test_another_option_is_taken_at_once(learner: Chat) -> None:
    """아니 개인화 names it, and after other talk a yes is to nothing."""
    await learner.says("/ask strategy-map")
    await learner.types("융햡")
    assert "개인화 (내 답)" in await learner.types("아니 개인화요")
    await learner.says("/ask strategy-map")
    await learner.types("융햡")
    await learner.types("배고프다")
    assert "내 답" not in await learner.types("네")


def test_no_near_word_is_right_and_no_right_word_near(course: Course, say: Texts) -> None:
    """Of every typed question of the course, with what people say around it, and never a denial."""
    for _, quiz in course.quizzes.values():
        if not isinstance(quiz, AnsweredByWord):
            continue
        for near in quiz.nears:
            heard = quiz.hear(near, "", say)
            assert heard is None or not getattr(heard, "right", False), (quiz.question, near)
        for right in quiz.rights:
            assert not quiz.near(right, say), right
            assert not quiz.near(f"{right}은 아니에요", say), right
