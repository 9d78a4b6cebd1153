"""Everything the course can say, asked for over the skill route and answered in every way its buttons allow."""

import re
from collections.abc import AsyncIterator, Callable

import pytest

from bot.course.model import Course, Part
from bot.course.quizzes import Quiz
from bot.course.quizzes.cloze import Cloze
from bot.course.quizzes.essay import Essay
from bot.course.quizzes.initials import Initials
from bot.course.quizzes.match import Match
from bot.course.quizzes.order import Order
from bot.desk import Desk
from bot.store import Database
from tests.channels.kakao_learner import KakaoLearner, kakao, kept
from tests.conftest import Clock

# What is shown does not depend on the kind of database: the long walks take the quick one.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PICKS = re.compile(r":(\d+-\d*)")  # what a question in several taps carries: the order shown, and the places picked
ANYTHING = "전혀 다른 말"
MISTAKEN = {"연결 이유"}
WORKSHOPS = {
    "12-joining-two-fields": ("조합기 열기",),
    "18-price-and-no": ("값 정하기",),
    **dict.fromkeys(("07-one-customer", "08-problem-as-fact", "16-one-line-promise"), ("개인화 해 보기",)),
    **dict.fromkeys(("21-draw-the-steps", "22-choose-what-to-automate", "23-human-check"), ("자동화 설계",)),
}  # they help with a line
SENTENCES = "단골 손님에게 먼저 물어보고, 들은 말을 그대로 적어 둬요."


def right(quiz: Quiz) -> list[str]:
    """What somebody types who knows, one thing after the other."""
    match quiz:
        case Cloze():
            return [quiz.answers[0]]
        case Initials():
            return [quiz.word]
        case Order():
            return list(quiz.steps)
        case Match():
            return [pair.right for pair in quiz.pairs]
        case Essay():
            return [SENTENCES, "3"]
    return [option.text for option in quiz.options if option.right]  # type: ignore[attr-defined]  # all others have them


def wrong(quiz: Quiz) -> list[str]:
    """What somebody types who is mistaken."""
    match quiz:
        case Cloze() | Initials():
            return [quiz.misses[0].text if quiz.misses else ANYTHING]
        case Order():
            return list(reversed(quiz.steps))
        case Match():
            return [pair.right for pair in (*quiz.pairs[1:], quiz.pairs[0])]
        case Essay():
            return [SENTENCES, "0"]
    return [option.text for option in quiz.options if option.mark == " "][:1]  # type: ignore[attr-defined]  # as above


MANNERS: dict[str, Callable[[Quiz], list[str]]] = {"right": right, "wrong": wrong, "unknown": lambda _: ["모르겠어요"]}


@pytest.fixture
async def me(desk: Desk, clock: Clock, caplog: pytest.LogCaptureFixture) -> AsyncIterator[KakaoLearner]:
    """A learner whose every answer is examined; nothing may be clipped or apologised for behind it either."""
    async with kakao(desk, clock) as me:
        await me.says("시작")
        yield me
    assert [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


def opening(part: Part) -> str:
    """The command that opens a part."""
    return f"/{type(part).__name__.lower()} {part.name}"


async def test_every_part_for_every_trade_leads_on_and_back(me: KakaoLearner, course: Course) -> None:
    """Each lesson, making and check opens, its buttons lead somewhere, and its line can be asked for."""
    parts: list[Part] = [*course.lessons, *course.practices.values(), *course.checks.values()]
    for part in parts:
        assert part.head.title in await me.sends(opening(part))
        for reply in me.replies:
            assert "지금은 쓰지 않는" not in await me.sends(reply["extra"]["command"]), (part.name, reply["label"])
        await me.sends(f"/line {part.name}")
        aside = "나중에 할게요" if part in course.practices.values() else "건너뛰기"
        assert me.labels == [*WORKSHOPS.get(part.name, ()), aside], part.name
    for trade in course.about.trades:
        await me.sends(f"/trade {trade}")
        for lesson in course.lessons:
            assert lesson.example(trade) in await me.sends(opening(lesson))


async def test_every_term_is_explained(me: KakaoLearner, course: Course) -> None:
    """Asked for as people ask: 가설 뭐야."""
    for term in course.terms.keys() - MISTAKEN:
        assert course.terms[term][1] in await me.says(f"{term} 뭐야"), term


@pytest.mark.parametrize("term", sorted(MISTAKEN))
async def test_a_term_that_begins_like_a_command_is_explained(me: KakaoLearner, course: Course, term: str) -> None:
    await me.says("진도")  # while a question is open, the words would be its answer
    assert course.terms[term][1] in await me.says(f"{term} 뭐야")


async def test_every_button_of_every_question_can_be_tapped(me: KakaoLearner, course: Course) -> None:
    """Answers, hints, undoing; where taps add up, each place once at each step; one report of each kind of question."""
    tapped: set[str] = set()
    offered: set[str] = set()

    async def tap_all(command: str) -> None:
        await me.sends(command)
        shown = [reply["extra"]["command"] for reply in me.replies]
        offered.update(shown)
        for button in shown:
            way = PICKS.sub(lambda found: f":{len(found[1])}", button)
            if way not in tapped and way.startswith(("/answer", "/hint")):
                tapped.add(way)
                await tap_all(button)

    asked = {name: quiz for name, (part, quiz) in course.quizzes.items() if part is not course.precheck}
    for name in asked:
        await tap_all(f"/ask {name}")
    assert [name for name in asked if f"/report {name}" not in offered] == []
    assert len(tapped) > 3 * len(asked)
    for name in {type(quiz): name for name, quiz in asked.items()}.values():
        await me.sends(f"/report {name}")
        assert "살펴보고 고칠게요" in await me.taps("그냥 알릴게요")


@pytest.mark.parametrize("manner", ["right", "wrong", "unknown"])
async def test_every_question_can_be_answered_by_typing(
    me: KakaoLearner, course: Course, database: Database, clock: Clock, manner: str
) -> None:
    """Rightly, wrongly, and with 모르겠어요; what is kept is what was meant."""
    asked = {name: quiz for name, (part, quiz) in course.quizzes.items() if part is not course.precheck}
    for name, quiz in asked.items():
        await me.sends(f"/ask {name}")
        for words in MANNERS[manner](quiz):
            await me.says(words)
            if "가까워요" in me.text:  # what comes close is graded when it is said again
                await me.says(words)
            assert not re.search("알아들었어요|무슨 말인지", me.text), (name, words)
    there = await kept(database, me.address, clock)
    assert there["answers"].keys() == asked.keys()
    once = [name for name in asked if not isinstance(asked[name], Essay)]  # its grade is an answer of its own
    assert [name for name in once if there["answers"][name] != 1] == []
    assert [name for name in once if there["right"].get(name, 0) != (manner == "right")] == []


async def test_a_weeks_end_is_walked_through_by_its_first_buttons(me: KakaoLearner, course: Course) -> None:
    """From a check's opening to its end: its questions, the line, the promise."""
    for check in course.checks.values():
        await me.sends(opening(check))
        for quiz in check.quizzes:
            await me.sends(f"/ask {quiz.name}")
            await me.says(right(quiz)[0])
        await me.sends(f"/line {check.name}")
        assert check.promise.prompt in await me.says("먼저 묻게 됐어요.")
        assert check.end in await me.says("커피를 내리면, 레슨을 열어요."), check.name
