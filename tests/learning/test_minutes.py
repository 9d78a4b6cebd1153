"""How long a day takes and what it holds, as tables in the course of `small_course` with seconds given by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

import msgspec
import pytest

from bot.course.model import Course, Lesson, Practice, Prompt, Statement
from bot.course.quizzes.essay import Essay
from bot.course.quizzes.kind import Grade
from bot.course.quizzes.ox import Ox
from bot.learning import minutes
from bot.learning.day import check_items, due_cards, minutes_asked, next_step
from bot.learning.minutes import AROUND, BUDGET, HANDS, MISTAKE, SENTENCE, SYLLABLES_A_MINUTE, TAP, WORD, reading
from bot.learning.standing import History, Standing
from bot.message import Message, Say
from bot.texts import Texts
from tests.learning.small_course import ABOUT, COURSE, TODAY, ago, card

UNIT_1, TAUGHT = {"one": ago(9), "two": ago(8)}, {"one": ago(9)}
MANY = [card(name, due=9 - n) for n, name in enumerate(("one.1", "one.2", "one.3", "two.1", "two.2"))]


def taking(question: float, **parts: float) -> Course:
    """Every question takes so many seconds, and parts as many as are given."""
    seconds = dict.fromkeys(COURSE.quizzes, question)
    return replace(COURSE, seconds={**seconds, **{name.replace("_", "-"): value for name, value in parts.items()}})


def today(*answers: tuple[str, bool]) -> dict[str, History]:
    return {name: History(TODAY, 1, right, 1, seen) for seen, (name, right) in enumerate(answers, 1)}


def test_what_minutes_are_reckoned_with() -> None:
    """Whoever moves one of these moves what learners are told: `reading` and the lives in tests/test_minutes.py."""
    assert (SYLLABLES_A_MINUTE, TAP, WORD, SENTENCE, AROUND, MISTAKE, BUDGET) == (510, 3, 6, 20, 35, 7, 300)
    assert minutes.USUAL == 0.2
    assert HANDS == {"cloze": 6.0, "initials": 6.0, "match": 9.0, "order": 12.0, "essay": 23.0}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 0.0), ("가" * 510, 60.0), ("가 나,\n다.", 3 * 60 / 510), ("2주", 2 * 60 / 510), ("— · “”?", 0.0)],
)
def test_reading(text: str, seconds: float) -> None:
    """Syllables, digits and letters; no spaces, no signs."""
    assert reading(text) == pytest.approx(seconds)


@pytest.mark.parametrize(("seconds", "whole"), [(0, 0), (1, 1), (60, 1), (60.1, 2), (299, 5), (300, 5), (301, 6)])
def test_whole_minutes_are_enough(seconds: float, whole: int) -> None:
    """Rather one too many than one too few."""
    assert minutes.in_minutes(seconds) == whole


@pytest.mark.parametrize(
    ("answered", "finished", "seconds"),
    [
        ({}, {}, 0),
        ({"one.1": History(TODAY, 1, 1, 4, 1)}, {}, 20),
        ({"one.1": History(TODAY, 2, 2, 4, 1)}, {}, 40),  # twice today
        ({"one.1": History(ago(1), 2, 1, 4, 1)}, {}, 0),
        ({"gone": History(TODAY, 1, 1, 1, 1)}, {}, 0),  # the course no longer has it
        ({"one.1": History(TODAY, 2, 1, 4, 1), "one.2": History(TODAY, 1, 0, 1, 2)}, {}, 74),  # two were wrong
        ({}, {"one": TODAY}, 100),
        ({}, {"one": ago(1)}, 0),
        ({"one.1": History(TODAY, 1, 1, 1, 1)}, {"one": TODAY, "making-1": TODAY}, 120),
    ],
)
def test_what_today_has_taken(answered: Mapping[str, History], finished: Mapping[str, date], seconds: float) -> None:
    """Answers, and parts that were finished; a question takes 20 seconds here, a lesson 100."""
    assert minutes.spent(taking(20, one=100), Standing(TODAY, finished, answered)) == seconds


def test_a_course_that_is_not_timed_takes_no_time() -> None:
    """Mistakes neither."""
    assert minutes.spent(COURSE, Standing(TODAY, {"one": TODAY}, today(("one.1", False)))) == 0


def test_what_is_asked_before_a_making_takes_time() -> None:
    """Two questions that one makes oneself, of 30 seconds each, and 14.8 for mistakes: two minutes more."""
    lesson = COURSE.lessons[0]
    essays = tuple(Essay(f"one.{n}", n, "?", (), "") for n in (3, 4))
    lesson = replace(lesson, quizzes=(*lesson.quizzes[:2], *essays))
    course = replace(taking(30), lessons=(lesson, *COURSE.lessons[1:]))
    assert minutes_asked(course, Standing(TODAY, UNIT_1)) == 2
    assert minutes_asked(course, Standing(TODAY, UNIT_1, {"one.3": History(ago(1), 1, 1, 1, 1)})) == 1


@pytest.mark.parametrize(
    ("answered", "finished", "seconds"),
    [
        ({}, {}, 0),
        ({"one.1": History(ago(3), 1, 0, 4, 1)}, {}, 80),  # four times in all
        ({"one.1": History(TODAY, 1, 1, 1, 1), "gone": History(ago(3), 1, 1, 9, 2)}, {}, 20),
        ({}, {"one": ago(9), "gone": ago(8), "making-1": ago(7)}, 100),
    ],
)
def test_what_all_days_have_taken(
    answered: Mapping[str, History], finished: Mapping[str, date], seconds: float
) -> None:
    """Every answer, and parts that were finished, as far as the course still has them; makings are apart."""
    assert minutes.spent_in_all(taking(20, one=100), Standing(TODAY, finished, answered)) == seconds


@pytest.mark.parametrize(
    ("question", "lesson", "reviews"),
    [
        (0, 0, 5),
        (25, 125, 5),
        (25, 150, 4),  # 150 for the lesson, 50 for its two questions, 4 reviews of 25
        (25, 151, 3),
        (25, 175, 3),
        (25, 176, 2),
        (40, 140, 2),
        (40, 141, 1),
        (60, 300, 0),  # the lesson is never cut
        (12, 264, 1),  # 12 seconds are left, and SHORTEST is 12
        (12, 265, 0),
    ],
)
def test_reviews_give_way_to_the_lesson(question: float, lesson: float, reviews: int) -> None:
    """BUDGET is 300 seconds; what does not fit stays due."""
    standing = Standing(TODAY, UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, cards=MANY)
    course = taking(question, three=lesson)
    due = due_cards(course, standing)
    assert [one.thought for one in due] == [one.thought for one in MANY[:reviews]]
    assert next_step(course, standing).name == (due[0].thought if due else "three")


def test_what_does_not_fit_lets_the_shorter_one_by() -> None:
    """A long scene waits for a day with more room, and holds nobody up."""
    standing = Standing(TODAY, UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, cards=MANY[:2])
    course = taking(25, three=200)
    course = replace(course, seconds={**course.seconds, "one.1": 60.0})
    assert [one.thought for one in due_cards(course, standing)] == ["one.2"]


@pytest.mark.parametrize(
    ("answers", "reviews"),
    [
        ([], 4),
        ([("one.1", True)], 3),
        ([("one.1", False)], 2),  # it took longer to read
        ([("one.1", False), ("one.2", False)], 1),
        ([("one.1", True), ("one.2", True)], 2),
    ],
)
def test_mistakes_take_time_from_reviews(answers: Sequence[tuple[str, bool]], reviews: int) -> None:
    """150 for the lesson and 50 for its questions leave 100 seconds; a question takes 25, a mistake 7 more."""
    done = [card(name, due=-4, last=0) for name, _ in answers]
    names = {name for name, _ in answers}
    cards = [*done, *(one for one in MANY if one.thought not in names)]
    finished = UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}
    standing = Standing(TODAY, finished, today(*answers), cards=cards)
    assert len(due_cards(taking(25, three=150), standing)) == reviews


@pytest.mark.parametrize(("lesson", "step"), [(200, "retry"), (218, "retry"), (219, "line")])
def test_once_more_only_while_the_day_holds_it(lesson: float, step: str) -> None:
    """One was wrong, 57 seconds are gone, and 25 are needed."""
    standing = Standing(TODAY, {}, today(("one.1", False), ("one.2", True)))
    assert next_step(taking(25, one=lesson), standing).kind == step


@pytest.mark.parametrize(
    ("scene", "question", "check", "items"),
    [
        (50, 25, 100, 5),
        (50, 25, 101, 4),
        (50, 25, 125, 4),
        (50, 25, 126, 3),
        (90, 25, 100, 3),  # its own scenes are never cut
    ],
)
def test_a_check_has_as_many_questions_as_the_day_holds(
    scene: float, question: float, check: float, items: int
) -> None:
    """Three scenes, and up to two questions of the bank."""
    course = taking(question, check_1=check, **{f"check_1.{n}": scene for n in (1, 2, 3)})
    assert len(check_items(course, course.checks[1], Standing(TODAY, UNIT_1))) == items


@pytest.mark.parametrize(("scene", "items"), [(30, 5), (43, 5), (44, 4), (50, 4), (57, 4)])
def test_what_a_check_has_asked_already_takes_its_room(scene: float, items: int) -> None:
    """A question of 40 seconds was answered in it: a second one is asked where 40 more are left of BUDGET."""
    course = taking(40, check_1=90, **{f"check_1.{n}": scene for n in (1, 2, 3)})
    standing = Standing(TODAY, UNIT_1, today(("check-1.1", True), ("one.3", True)))
    assert len(check_items(course, course.checks[1], standing)) == items


@pytest.mark.parametrize(
    ("finished", "cards", "answered", "asked"),
    [
        ({}, 0, {}, 3),  # 100 seconds and two questions of 25
        ({}, 0, today(("one.1", True)), 3),  # what is left: 125
        (UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, 0, {}, 3),
        (UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, 1, {}, 4),  # 175, and of three answers one in five wrong
        (UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, 2, {}, 4),
        (UNIT_1 | {"making-1": ago(7), "check-1": ago(6)}, 5, {}, 5),  # 250: the fifth is not asked
        (UNIT_1, 0, {}, 15),  # a making has its own minutes
        (UNIT_1, 2, {}, 17),
        (UNIT_1, 3, {}, 17),
        ({"one": TODAY}, 0, {}, 0),
    ],
)
def test_what_a_day_asks_is_said(
    finished: Mapping[str, date], cards: int, answered: Mapping[str, History], asked: int
) -> None:
    """Lesson, questions, and the reviews that are chosen; whole minutes."""
    course = taking(25, one=100, two=100, three=100)
    making = course.practices[1]
    fifteen = replace(making, head=msgspec.structs.replace(making.head, minutes=15))
    course = replace(course, practices={**course.practices, 1: fifteen})
    assert minutes_asked(course, Standing(TODAY, finished, answered, cards=MANY[:cards])) == asked


@pytest.mark.parametrize(
    ("seconds", "others", "asked"),
    [
        ({}, 0, 0),  # a course that is not timed
        ({"one": 117.2}, 0, 2),  # its questions have no time of their own, and MISTAKE is 7: 2.8 seconds more
        ({"one": 117.3}, 0, 3),
        ({"one": 115.0, "one.1": 30.0, "one.2": 30.0}, 0, 4),  # 175, and 14.8 for mistakes
        ({"one": 115.0, "one.1": 30.0, "one.2": 30.0}, 4, 3),  # 120 are gone of 300: mistakes have 5 seconds left
        ({"one": 115.0, "one.1": 30.0, "one.2": 30.0}, 8, 3),  # 240 are gone, and the lesson is asked all the same
    ],
)
def test_the_minutes_said_stay_within_the_day(seconds: Mapping[str, float], others: int, asked: int) -> None:
    """A lesson with two questions, after so many of other lessons, of 30 seconds each, were answered today."""
    names = [f"{lesson}.{n}" for lesson in ("two", "three") for n in (1, 2, 3, 4)][:others]
    course = replace(COURSE, seconds={**dict.fromkeys(names, 30.0), **seconds})
    assert minutes_asked(course, Standing(TODAY, {}, today(*((name, True) for name in names)))) == asked


def test_before_the_end_no_minutes_are_said() -> None:
    """What waits is the end, though reviews are due; after it they are."""
    finished = {part.name: ago(3) for part in COURSE.parts}
    course = taking(25)
    assert minutes_asked(course, Standing(TODAY, finished, cards=MANY)) == 0
    assert minutes_asked(course, Standing(TODAY, finished, cards=MANY, ended=True)) == 3


def test_every_part_and_question_of_the_course_is_timed(course: Course, say: Texts) -> None:
    """A lesson or check with its questions fits the day even if all are wrong. A making is apart."""
    assert course.seconds.keys() >= {*course.quizzes, *(part.name for part in course.parts)}
    for part in course.parts:
        quizzes = () if isinstance(part, Practice) else part.checks if isinstance(part, Lesson) else part.quizzes
        whole = course.seconds[part.name] + sum(course.seconds[quiz.name] for quiz in quizzes)
        mistakes = len(quizzes) * MISTAKE if isinstance(part, Lesson) else 0  # a scene explains all its ways anyway
        assert whole + mistakes <= BUDGET, part.name
        assert (whole == 0) == isinstance(part, Practice)


def test_no_question_is_shorter_than_what_is_looked_for(course: Course) -> None:
    """SHORTEST is 12 seconds."""
    assert minutes.SHORTEST == 12.0
    assert min(course.seconds[name] for name in course.quizzes) >= minutes.SHORTEST


class Typed(Ox):
    """A question of two syllables, answered by typing a word; the answer has one."""

    kind: ClassVar[str] = "cloze"

    def ask(self, seed: str, say: Say, /) -> Message:
        return Message((f"가나{seed}",))

    def solution(self, say: Say, /) -> Grade:
        return Grade(right=True, solution="다")


def spelled(key: str, **values: object) -> str:
    """Sentences of few letters, with whatever they are told."""
    return {"quiz-review": "다시", "quiz-yes": "네"}.get(key, "") + "".join(map(str, values.values()))


@pytest.mark.parametrize(
    ("sources", "letters"),
    [((), 6), (("하나",), 9), (("둘",), 7)],  # 다시 가나 네 다; a paragraph by its first word and its id; or only that
)
def test_what_a_question_takes(sources: tuple[str, ...], letters: int) -> None:
    """All that is shown of it, a word to type, and a tap to go on."""
    quiz = Typed("a", 1, "?", (), sources=sources)
    about = msgspec.structs.replace(ABOUT, paragraphs={"하나": "첫"})
    timed = minutes.timed(replace(COURSE, about=about, quizzes={"a": (COURSE.lessons[0], quiz)}), spelled)
    assert timed.seconds["a"] == pytest.approx(letters * 60 / SYLLABLES_A_MINUTE + WORD + TAP)


def test_what_parts_take() -> None:
    """A lesson of 16 letters with the longest of its examples, one line to write and two taps; a check of 10 with two
    lines; a making nothing.
    """
    idea = Statement("의견", "", "가나다")
    prompt = Prompt("무엇", ("하나", "둘"))
    lesson = replace(COURSE.lessons[0], ideas=(idea,), examples={"a": "가" * 102, "b": "가"}, line=prompt, end="끝")
    check = replace(COURSE.checks[1], line=Prompt("가", ()), promise=Prompt("나", ()))
    course = replace(COURSE, lessons=(lesson,), checks={1: check}, quizzes={})
    assert minutes.timed(course, spelled).seconds == {
        "one": pytest.approx(16 * 60 / 510 + 12 + 2 * TAP + SENTENCE + AROUND),
        "making-1": 0.0,
        "check-1": pytest.approx(10 * 60 / 510 + 2 * TAP + 2 * SENTENCE + AROUND),
    }


def test_the_words_that_are_shown_are_counted(course: Course, say: Texts) -> None:
    """A longer reason takes longer, a longer question too, and a word to type more than a tap."""
    name = "strategy-map"
    part, quiz = course.quizzes[name]
    longer = replace(quiz, question=quiz.question + " 가나다라마바사아자차")  # type: ignore[type-var]
    timed = minutes.timed(replace(course, quizzes={**course.quizzes, name: (part, longer)}, seconds={}), say)
    assert timed.seconds[name] - course.seconds[name] == pytest.approx(10 * 60 / 510)
    assert minutes.timed(timed, say) is timed
