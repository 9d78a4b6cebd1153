"""Which words a thought comes back in, as tables of what was answered before."""

from collections.abc import Mapping, Sequence

import pytest

from bot.course.model import Thought
from bot.course.quizzes import MADE, SELF_GRADED, Quiz
from bot.course.quizzes.essay import Essay
from bot.course.quizzes.order import Order
from bot.course.quizzes.ox import Ox
from bot.learning.standing import History, Standing
from bot.learning.thoughts import MOST_ASKED, REST, met_today, next_question, once_more, rests
from tests.learning.small_course import COURSE, TODAY, ago

OX: Mapping[str, Quiz] = {name: Ox(name, 1, "?", ()) for name in ("asked", "ox", "other-ox")}
STEPS, ESSAY = Order("steps", 1, "?", (), ""), Essay("essay", 1, "?", (), "")
ALL: Mapping[str, Quiz] = {**OX, "steps": STEPS, "essay": ESSAY}


def asking(*names: str) -> Thought:
    return Thought(names[0], "lesson", tuple(ALL[name] for name in names))


def seen(*names: str, days: int = 1, times: int = 1) -> dict[str, History]:
    """Answers in that order, days ago."""
    return {name: History(ago(days), 1, 1, times, place) for place, name in enumerate(names, 1)}


@pytest.mark.parametrize(
    ("questions", "order", "question"),
    [
        (["asked", "ox"], [], "asked"),  # never seen: the one that the lesson asks
        (["asked", "ox"], ["asked"], "ox"),
        (["asked", "ox"], ["asked", "ox"], "asked"),  # they take turns
        (["asked", "ox"], ["ox", "asked"], "ox"),
        (["asked", "steps", "ox"], [], "asked"),  # none was the last one, so none is of another kind than it
        (["asked", "ox", "other-ox"], ["asked"], "ox"),  # of those never seen the first in the file
        (["asked", "ox", "other-ox"], ["asked", "other-ox"], "ox"),
        (["asked", "ox", "other-ox"], ["ox", "other-ox", "asked"], "ox"),  # the least recently seen
        (["asked", "ox", "steps"], ["asked"], "steps"),  # another kind than the last one
        (["asked", "ox", "steps"], ["steps", "asked"], "steps"),  # though another has never been seen
        (["asked", "ox", "steps"], ["asked", "steps"], "ox"),
        (["asked", "essay"], ["asked"], "asked"),  # what one grades oneself never comes back
        (["asked", "essay"], ["asked", "essay"], "asked"),
        (["asked", "ox", "essay"], ["asked", "ox", "essay"], "asked"),  # but it was seen
        (["asked"], ["asked"], "asked"),  # there is no other
        (["essay"], [], None),
    ],
)
def test_the_question_that_comes_next(questions: Sequence[str], order: Sequence[str], question: str | None) -> None:
    """Never the last one while there is another; another kind; the least recently seen."""
    found = next_question(asking(*questions), Standing(TODAY, answered=seen(*order)))
    assert (found.name if found else None) == question


@pytest.mark.parametrize(
    ("asked", "days", "resting"),
    [(0, 0, False), (4, 0, False), (5, 0, True), (5, 41, True), (5, 42, False), (6, 41, True), (6, 42, False)],
)
def test_a_question_rests(asked: int, days: int, *, resting: bool) -> None:
    """MOST_ASKED is 5 answers, REST 42 days from the last of them, so that no 42 days hold more than six readings: one
    of them may be of a reminder that was left unanswered.
    """
    assert (MOST_ASKED, REST.days) == (5, 42)
    standing = Standing(TODAY, answered={"ox": History(ago(days), 1, 1, asked, 1)} if asked else {})
    assert rests("ox", standing) is resting
    assert next_question(asking("ox"), standing) is (None if resting else OX["ox"])


def test_the_last_one_comes_again_when_the_others_rest() -> None:
    """Rather than none."""
    answered = {"ox": History(ago(9), 1, 1, MOST_ASKED, 1), "asked": History(ago(1), 1, 1, 2, 2)}
    assert next_question(asking("asked", "ox"), Standing(TODAY, answered=answered)) is OX["asked"]


@pytest.mark.parametrize(
    ("order", "days", "met"),
    [([], 0, False), (["ox"], 0, True), (["asked"], 1, False), (["asked"], -1, True), (["steps"], 0, False)],
)
def test_a_thought_met_today(order: Sequence[str], days: int, *, met: bool) -> None:
    """By any of its questions; also by a clock that was set back."""
    assert met_today(asking("asked", "ox"), Standing(TODAY, answered=seen(*order, days=days))) is met


# in the course of small_course `one.4` is the sibling of `one.1`, and `one.2` has none
RIGHT, WRONG = (1, 1), (1, 0)


@pytest.mark.parametrize(
    ("today", "again"),
    [
        ([("one.1", WRONG)], ["one.4"]),  # not the question whose answer was just read
        ([("one.4", WRONG)], ["one.1"]),
        ([("one.2", WRONG)], ["one.2"]),  # there are no other words
        ([("check-1.1", WRONG)], ["check-1.1"]),  # nor of a scene
        ([("one.1", RIGHT)], []),
        ([("one.1", WRONG), ("one.4", RIGHT)], []),  # asked again already, and known
        ([("one.1", WRONG), ("one.4", WRONG)], []),  # and wrong again: enough for today
        ([("one.1", (2, 0))], []),
        ([("one.1", (2, 1))], []),
        ([("two.1", WRONG), ("one.2", RIGHT), ("one.1", WRONG)], ["two.4", "one.4"]),  # in the order of answers
        ([("gone", WRONG)], []),  # the course no longer has it
    ],
)
def test_what_was_wrong_comes_once_more(today: Sequence[tuple[str, tuple[int, int]]], again: Sequence[str]) -> None:
    """Once, on the same study day, in other words; `today` are times and rights."""
    answered = {name: History(TODAY, *mark, 1, seen) for seen, (name, mark) in enumerate(today, 1)}
    assert [quiz.name for quiz in once_more(COURSE, Standing(TODAY, answered=answered))] == again


def test_the_order_of_answers_is_not_that_of_first_answers() -> None:
    """What was first met days ago may have been answered last today."""
    answered = {"one.1": History(TODAY, 1, 0, 3, 9), "two.1": History(TODAY, 1, 0, 1, 8)}
    assert [quiz.name for quiz in once_more(COURSE, Standing(TODAY, answered=answered))] == ["two.4", "one.4"]


@pytest.mark.parametrize("days", [1, -1])
def test_another_day_brings_nothing_once_more(days: int) -> None:
    """What was wrong yesterday is due today anyway."""
    assert once_more(COURSE, Standing(TODAY, answered={"one.1": History(ago(days), 1, 0, 1, 1)})) == []


def test_what_rests_is_not_asked_once_more() -> None:
    """Neither a thought nor a scene."""
    worn = {name: History(TODAY, 1, 0, MOST_ASKED, seen) for seen, name in enumerate(("one.2", "check-1.1"), 1)}
    assert once_more(COURSE, Standing(TODAY, answered=worn)) == []


def test_kinds_with_a_sitting_of_their_own() -> None:
    """SELF_GRADED never comes back by itself, and is MADE as pairs are; docs/glossary.md says so."""
    assert set(SELF_GRADED) == {"essay"}
    assert set(MADE) == {"essay", "match"}
