"""What comes next, as tables of situations on Wednesday, 25 November 2026, in the course of `small_course`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pytest

from bot.course.model import Lesson
from bot.learning.day import (
    History,
    Standing,
    Step,
    check_items,
    histories_of,
    next_step,
    step_in,
    waiting_lesson,
    waiting_part,
)
from tests.learning.small_course import COURSE, ONE, TODAY, ago, card

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
RIGHT, WRONG = History(TODAY, 1, 1, 1), History(TODAY, 1)
BEFORE = History(ago(1), 1, 1, 1)  # answered yesterday
ALL_TAUGHT = {"one": ago(9), "two": ago(8), "three": ago(7)}


# -- how a question was answered ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "history"),
    [
        ([(0, True)], History(TODAY, 1, 1, 1)),
        ([(0, False)], History(TODAY, 1, 0, 0)),
        ([(0, False), (0, True)], History(TODAY, 2, 1, 1)),  # right at the second try: a right day
        ([(0, True), (0, True)], History(TODAY, 2, 2, 1)),  # twice on one day is one day
        ([(0, True), (0, False), (0, True)], History(TODAY, 3, 2, 1)),
        ([(1, True), (0, True)], History(TODAY, 1, 1, 2)),  # a new day counts from nothing, its right days go on
        ([(1, True), (0, False)], History(TODAY, 1, 0, 1)),
        ([(1, False), (0, False)], History(TODAY, 1, 0, 0)),
        ([(2, True), (1, False), (1, True), (0, True), (0, True)], History(TODAY, 2, 2, 3)),
    ],
)
def test_the_history_of_a_question(answers: Sequence[tuple[int, bool]], history: History) -> None:
    """Days ago, and whether it was right; on each day all answers count, and a day is right with its first right one.

    Told answer by answer or all at once, it is the same.
    """
    told = History(ago(answers[0][0]))
    for days, right in answers:
        told = told.again(ago(days), right=right)
    assert told == history
    assert histories_of(("one.1", ago(days), right) for days, right in answers) == {"one.1": history}


def test_histories_keep_questions_apart_and_in_order() -> None:
    """In the order of first answers, however the answers are mixed."""
    answers = [("b", ago(1), True), ("a", TODAY, False), ("b", TODAY, True)]
    assert list(histories_of(answers).items()) == [("b", History(TODAY, 1, 1, 2)), ("a", WRONG)]


# -- a silence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "away", "returning"),
    [
        ([], 0, False),  # a beginner
        ([0], 0, False),  # the first day
        ([1], 1, False),
        ([3], 3, False),  # two whole days of silence
        ([4], 4, True),  # three of them
        ([5], 5, True),
        ([9, 4], 4, True),  # the last step counts, not the first
        ([4, 9], 4, True),
        ([4, 0], 4, True),  # today's own steps do not end the return
        ([4, 3], 3, False),
        ([4, -1], 4, True),  # a day to come, of a clock that was set back
    ],
)
def test_a_return_is_greeted_after_three_days_of_silence(days: Collection[int], away: int, *, returning: bool) -> None:
    """Days ago of steps. AWAY is 4 days from the last step: three days in between without one."""
    standing = Standing(TODAY, days=[ago(n) for n in days])
    assert (standing.away, standing.returning) == (away, returning)


# -- the part that waits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("finished", "lesson"),
    [
        ([], "one"),
        (["one"], "two"),
        (["two"], "one"),  # never lost, though another was taken first
        (["one", "two"], "three"),
        (["one", "two", "three"], None),
    ],
)
def test_the_lesson_that_waits(finished: Sequence[str], lesson: str | None) -> None:
    """The first that is not finished."""
    found = waiting_lesson(COURSE, Standing(TODAY, dict.fromkeys(finished, ago(20))))
    assert (found.name if found else None) == lesson


@pytest.mark.parametrize(
    ("day", "finished", "part"),
    [
        (ago(-2), {"one": 4}, "two"),  # a Friday
        (SATURDAY, {"one": 4}, "making-1"),
        (SUNDAY, {"one": 4}, "check-1"),
        (ago(-5), {"one": 4}, "two"),  # a Monday
        (SATURDAY, {}, "one"),  # a beginner has nothing to make from
        (SUNDAY, {}, "one"),
        (SATURDAY, {"one": 9, "two": 8, "three": 4}, "making-2"),  # the unit reached last
        (SATURDAY, {"one": 4, "making-1": 0}, "making-1"),  # finished today: it is still today's
        (SATURDAY, {"one": 4, "making-1": 7}, "two"),  # made last week
        (SUNDAY, {"one": 4, "check-1": 7}, "two"),
        (SUNDAY, {"one": 9, "two": 8, "three": 4, "check-2": 7}, None),
    ],
)
def test_the_weekend_has_its_own_part(day: date, finished: Mapping[str, int], part: str | None) -> None:
    """Saturday is for making, Sunday for the check, of the unit reached; `finished` in days before that day."""
    found = waiting_part(COURSE, Standing(day, {name: ago(days, day) for name, days in finished.items()}))
    assert (found.name if found else None) == part


def test_without_a_making_a_saturday_goes_on_with_lessons() -> None:
    """A unit may have no weekend."""
    bare = type(COURSE)("bare", COURSE.about, COURSE.lessons, {}, {}, None, COURSE.quizzes)
    found = waiting_part(bare, Standing(SATURDAY, {"one": ago(4)}))
    assert found
    assert found.name == "two"


# -- the next step -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "step", "ahead"),
    [
        (Standing(TODAY), "lesson one", "lesson one"),  # the first day
        (Standing(TODAY, answered={"one.1": RIGHT}), "ask one.2", "ask one.2"),
        (Standing(TODAY, answered={"one.2": RIGHT}), "ask one.1", "ask one.1"),
        (Standing(TODAY, answered={"one.1": WRONG}), "ask one.2", "ask one.2"),  # what is left, then once more
        (Standing(TODAY, answered={"one.1": WRONG, "one.2": RIGHT}), "retry one.1", "retry one.1"),
        (Standing(TODAY, answered={"one.1": RIGHT, "one.2": RIGHT}), "line one", "line one"),
        (Standing(TODAY, answered={"one.1": BEFORE, "one.2": BEFORE}), "line one", "line one"),  # since yesterday
        (Standing(TODAY, answered={"one.3": BEFORE}), "ask one.1", "ask one.1"),  # practised before: it is begun
        (Standing(TODAY, {"one": TODAY}), "done", "lesson two"),  # one part a day, unless asked for
        (Standing(TODAY, {"one": ago(1)}), "lesson two", "lesson two"),
        (Standing(TODAY, {"one": TODAY}, {"one.1": WRONG}), "retry one.1", "lesson two"),
        (Standing(TODAY, {"one": ago(1)}, cards=[card("one.1")]), "review one.1", "review one.1"),
        (Standing(TODAY, ALL_TAUGHT, cards=[card("one.1")]), "review one.1", "review one.1"),
        (Standing(TODAY, ALL_TAUGHT, {"one.1": WRONG}), "retry one.1", "retry one.1"),
        (Standing(TODAY, ALL_TAUGHT), "end", "end"),
        (Standing(TODAY, {**ALL_TAUGHT, "three": TODAY}), "end", "end"),  # the end is told on the last day itself
        (Standing(SATURDAY, {"one": ago(1)}), "practice making-1", "lesson two"),
        (Standing(SATURDAY, {"one": ago(1)}, {"one.1": History(SATURDAY, 1)}), "retry one.1", "lesson two"),
        (Standing(SATURDAY, {"one": ago(1), "making-1": SATURDAY}), "done", "lesson two"),
        (Standing(SUNDAY, {"one": ago(1)}), "check check-1", "lesson two"),
        (Standing(SUNDAY, {"one": ago(1)}, {"check-1.1": History(SUNDAY, 1, 1, 1)}), "ask one.3", "lesson two"),
        (Standing(SUNDAY, {"one": ago(1), "check-1": SUNDAY}), "done", "lesson two"),
    ],
)
def test_the_next_step(standing: Standing, step: str, ahead: str) -> None:
    """Reviews, the one part of the day, once more what was wrong, a clear end; `ahead` is what 다음 opens."""
    assert told(next_step(COURSE, standing)) == step
    assert told(next_step(COURSE, standing, ahead=True)) == ahead


def told(step: Step) -> str:
    return f"{step.kind} {step.name}".strip()


# -- a Sunday's check ----------------------------------------------------------------------------------------------

OWN = ["check-1.1", "check-1.2", "check-1.3"]


@pytest.mark.parametrize(
    ("finished", "answered", "items"),
    [
        (["one"], {}, ["check-1.1", "one.3", "check-1.2", "one.4", "check-1.3"]),
        (["one", "two"], {}, ["check-1.1", "two.3", "check-1.2", "two.4", "check-1.3"]),  # the newest lesson first
        (["one", "two"], {"two.3": 1}, ["check-1.1", "two.4", "check-1.2", "one.3", "check-1.3"]),  # asked before
        (["one", "two"], {"two.3": 0}, ["check-1.1", "two.3", "check-1.2", "two.4", "check-1.3"]),  # asked today
        (["one", "two"], {"one.4": 0}, ["check-1.1", "one.4", "check-1.2", "two.3", "check-1.3"]),  # it keeps its place
        (["one"], {"one.3": 1}, ["check-1.1", "one.4", "check-1.2", "check-1.3"]),  # only one was never asked
        (["one"], {"one.3": 1, "one.4": 1}, OWN),
        ([], {}, OWN),
    ],
)
def test_the_five_of_a_sunday(finished: Sequence[str], answered: Mapping[str, int], items: list[str]) -> None:
    """Its own scenarios, between them MIXED = 2 of the bank never asked before today; `answered` in days ago."""
    histories = {name: History(ago(days, SUNDAY), 1, 1, 1) for name, days in answered.items()}
    standing = Standing(SUNDAY, dict.fromkeys(finished, TODAY), histories)
    assert [quiz.name for quiz in check_items(COURSE, COURSE.checks[1], standing)] == items


@pytest.mark.parametrize(
    ("answered", "step"),
    [
        ([], "check check-1"),
        (["one.3"], "ask check-1.1"),
        (["check-1.1"], "ask one.3"),
        (["check-1.1", "one.3", "check-1.2", "one.4"], "ask check-1.3"),
        (["check-1.1", "one.3", "check-1.2", "one.4", "check-1.3"], "line check-1"),
    ],
)
def test_inside_a_check(answered: Sequence[str], step: str) -> None:
    """The five in their order, then the line."""
    standing = Standing(SUNDAY, {"one": TODAY}, {name: History(SUNDAY, 1, 1, 1) for name in answered})
    assert told(step_in(COURSE, COURSE.checks[1], standing)) == step


def test_a_lesson_asks_two_and_banks_the_rest() -> None:
    """CHECKED is 2 in bot.course.model; the tables above rest on it."""
    assert isinstance(ONE, Lesson)
    assert [quiz.name for quiz in ONE.checks] == ["one.1", "one.2"]
