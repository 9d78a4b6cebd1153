"""What comes next, as tables of situations on Wednesday, 25 November 2026, in the course of `small_course`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.course.model import Course, Lesson
from bot.course.quizzes.essay import Essay
from bot.learning.day import (
    WARM_UPS,
    Step,
    StepKind,
    check_items,
    due_cards,
    next_step,
    open_parts,
    parts_to_come,
    questions_left,
    step_in,
    step_inside,
    waiting_lesson,
    waiting_part,
    warm_ups,
)
from bot.learning.memory import Card
from bot.learning.reviving import to_revive
from bot.learning.standing import History, Standing
from bot.record.rows import histories_of
from tests.learning.small_course import COURSE, ONE, TODAY, ago, card

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
RIGHT, WRONG = History(TODAY, 1, 1, 1), History(TODAY, 1)
BEFORE = History(ago(1), 1, 1, 1)  # answered yesterday
UNIT_1 = {"one": ago(9), "two": ago(8)}
ALL_TAUGHT = {**UNIT_1, "making-1": ago(7), "check-1": ago(6), "three": ago(5)}
ALL_DONE = {**ALL_TAUGHT, "making-2": ago(4), "check-2": ago(3)}


# -- how a question was answered ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "history"),
    [
        ([(0, True)], History(TODAY, 1, 1, 1, 1, first=True)),
        ([(0, False)], History(TODAY, 1, 0, 1, 1)),
        ([(0, False), (0, True)], History(TODAY, 2, 1, 2, 2)),  # right at the second try
        ([(0, True), (0, True)], History(TODAY, 2, 2, 2, 2, first=True)),
        ([(0, True), (0, False), (0, True)], History(TODAY, 3, 2, 3, 3, first=True)),
        ([(1, True), (0, True)], History(TODAY, 1, 1, 2, 2, first=True)),  # a new day counts from nothing
        ([(1, True), (0, False)], History(TODAY, 1, 0, 2, 2, first=True)),
        ([(1, False), (0, True)], History(TODAY, 1, 1, 2, 2)),  # the first answer of all stays the first
        ([(1, False), (0, False)], History(TODAY, 1, 0, 2, 2)),
        ([(2, True), (1, False), (1, True), (0, True), (0, True)], History(TODAY, 2, 2, 5, 5, first=True)),
    ],
)
def test_the_history_of_a_question(answers: Sequence[tuple[int, bool]], history: History) -> None:
    """Days ago, and whether it was right; on each day all answers count.

    Told answer by answer or all at once, it is the same.
    """
    told = History(ago(answers[0][0]))
    for seen, (days, right) in enumerate(answers, 1):
        told = told.again(ago(days), seen, right=right)
    assert told == history
    assert histories_of(("one.1", ago(days), right) for days, right in answers) == {"one.1": history}


def test_histories_keep_questions_apart_and_in_order() -> None:
    """In the order of first answers, however the answers are mixed."""
    answers = [("b", ago(1), True), ("a", TODAY, False), ("b", TODAY, True)]
    assert list(histories_of(answers).items()) == [
        ("b", History(TODAY, 1, 1, 2, 3, first=True)),
        ("a", History(TODAY, 1, 0, 1, 2)),
    ]


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


@pytest.mark.parametrize(("missed", "returning"), [(0, False), (1, False), (2, True)])
def test_days_that_the_rhythm_does_not_name_are_no_silence(missed: int, *, returning: bool) -> None:
    """Whoever learns on Sundays alone is not away from Sunday to Sunday. MISSED is 2 lessons."""
    assert Standing(TODAY, days=[ago(7)], missed=missed).returning is returning


@pytest.mark.parametrize(
    ("days", "due"),
    [
        ([4], ["one.2"]),  # the first silence: what is known well, whatever has piled up
        ([4, 5], ["one.2"]),
        ([4, 8], ["one.1"]),  # who comes every fourth day is asked what is due, as on any day
        ([4, 9], ["one.1"]),
        ([5, 9], ["one.2"]),  # a silence longer than the one before
        ([12, 24], ["one.1"]),
        ([1, 5], ["one.1"]),
    ],
)
def test_a_silence_as_long_as_the_one_before_is_a_pace(days: Collection[int], due: Sequence[str]) -> None:
    """Else what is due would be asked of them on no day, and be brought by the reminder again and again; and hello
    would be said each time.
    """
    known, lapsed = card("one.2", due=-9, last=1, stability=50.0), card("one.1", due=3, stability=2.0)
    standing = Standing(TODAY, {"one": ago(30)}, cards=[lapsed, known], days=[ago(n) for n in days])
    assert [one.thought for one in due_cards(COURSE, standing)][:1] == due
    assert standing.comes_back(rested=False) is (due == ["one.2"])


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
    ("finished", "part"),
    [
        ("", "one"),
        ("one", "two"),
        ("one two", "making-1"),
        ("one two making-1", "check-1"),
        ("one two making-1 check-1", "three"),
        ("one two making-1 check-1 three", "making-2"),
        ("one two making-1 check-1 three making-2", "check-2"),
        ("one two making-1 check-1 three making-2 check-2", None),
        ("one making-1 check-1", "two"),  # an earlier edition showed them at the weekend of the first lessons
        ("one making-1 check-1 two", "three"),
        ("one two check-1", "making-1"),  # on a Sunday, without the Saturday
        ("one two three", "making-2"),  # they have gone on without the first two, and are not thrown back
        ("one two three making-1", "making-2"),
        ("one two three making-2", "check-2"),
        ("one two three making-2 check-2", None),
        ("one three", "two"),  # nothing is taught without what comes before it, whatever was taken early
    ],
)
@pytest.mark.parametrize("day", [TODAY, SATURDAY, SUNDAY])
def test_parts_come_in_their_order(day: date, finished: str, part: str | None) -> None:
    """A unit's lessons, its making, its check, then the next unit, on whatever day; what was passed by holds nobody up.

    `finished` are names, done before that day.
    """
    standing = Standing(day, dict.fromkeys(finished.split(), ago(20)))
    found = waiting_part(COURSE, standing)
    assert (found.name if found else None) == part
    assert next(parts_to_come(COURSE, standing), None) is found


@pytest.mark.parametrize(
    ("finished", "put_off", "part", "open_"),
    [
        ("one two", None, "making-1", ""),
        ("one two", "making-1", "check-1", "making-1"),
        ("one two check-1", "making-1", "three", "making-1"),
        ("one two check-1 three", "making-1", "making-2", "making-1"),
        ("one two check-1 three", "making-2", "check-2", "making-1 making-2"),
        ("one two check-1 three check-2", "making-2", None, "making-1 making-2"),
        ("one two making-1 check-1 three check-2", "making-2", None, "making-2"),
        ("one two three", None, "making-2", "making-1 check-1"),
        ("one two three making-1 check-1", None, "making-2", ""),  # done after all
        ("one", "making-1", "two", ""),  # no practice is open before its lessons are finished
        ("", None, "one", ""),
    ],
)
def test_what_is_put_off_stays_open(finished: str, put_off: str | None, part: str | None, open_: str) -> None:
    """A making that is left for later, and what an earlier edition left out: it holds nobody up and is not lost."""
    standing = Standing(TODAY, dict.fromkeys(finished.split(), ago(20)), put_off=put_off)
    found = waiting_part(COURSE, standing)
    assert (found.name if found else None) == part
    assert [one.name for one in open_parts(COURSE, standing)] == open_.split()


@pytest.mark.parametrize(
    ("finished", "part", "open_"),
    [
        ("one two three", None, "making-1 check-1 making-2 check-2"),
        ("one two making-1 check-1 three making-2 check-2", None, ""),
        ("one two", "three", "making-1 check-1"),  # lessons that were added after their end still come
    ],
)
def test_whoever_was_told_the_end_is_not_thrown_back(finished: str, part: str | None, open_: str) -> None:
    """What they left out stays open, and no more."""
    standing = Standing(TODAY, dict.fromkeys(finished.split(), ago(20)), ended=True)
    found = waiting_part(COURSE, standing)
    assert (found.name if found else None) == part
    assert [one.name for one in open_parts(COURSE, standing)] == open_.split()


def test_without_a_making_the_next_unit_follows() -> None:
    """A unit may have neither making nor check."""
    bare = type(COURSE)("bare", COURSE.about, COURSE.lessons, {}, {}, None, COURSE.quizzes)
    assert [part.name for part in parts_to_come(bare, Standing(TODAY, {"one": ago(4)}))] == ["two", "three"]


def test_the_parts_of_a_course() -> None:
    """A unit's lessons, then its making, then its check."""
    assert " ".join(part.name for part in COURSE.parts) == "one two making-1 check-1 three making-2 check-2"


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
        (Standing(TODAY, answered={"one.1": BEFORE}), "lesson one", "lesson one"),  # on another day it is shown again
        (Standing(TODAY, answered={"one.1": BEFORE, "one.2": BEFORE}), "lesson one", "lesson one"),
        (Standing(TODAY, answered={"one.1": BEFORE, "one.2": RIGHT}), "line one", "line one"),
        (Standing(TODAY, answered={"one.3": RIGHT}), "ask one.1", "ask one.1"),  # practised today: it is begun
        (Standing(TODAY, {"one": TODAY}), "done", "lesson two"),  # one part a day, unless asked for
        (Standing(TODAY, {"one": ago(1)}), "lesson two", "lesson two"),
        (Standing(TODAY, {"one": TODAY}, {"one.1": WRONG}), "retry one.1", "lesson two"),
        (Standing(TODAY, {"one": ago(1)}, cards=[card("one.1")]), "review one.1", "review one.1"),
        (Standing(TODAY, UNIT_1), "practice making-1", "practice making-1"),
        (Standing(TODAY, UNIT_1, cards=[card("one.1")]), "review one.1", "review one.1"),
        (Standing(TODAY, UNIT_1, {"one.1": WRONG}), "retry one.1", "retry one.1"),
        (Standing(TODAY, {"one": ago(9), "two": TODAY}), "done", "practice making-1"),
        (Standing(TODAY, UNIT_1, put_off="making-1"), "check check-1", "check check-1"),
        (Standing(TODAY, {**UNIT_1, "making-1": TODAY}), "done", "check check-1"),
        (Standing(TODAY, {**UNIT_1, "making-1": ago(7)}), "check check-1", "check check-1"),
        (Standing(TODAY, {**UNIT_1, "making-1": ago(7)}, {"check-1.1": RIGHT}), "ask two.3", "ask two.3"),
        (Standing(TODAY, {**UNIT_1, "making-1": ago(7)}, {"check-1.1": BEFORE}), "check check-1", "check check-1"),
        (Standing(TODAY, {**UNIT_1, "making-1": ago(7), "check-1": TODAY}), "done", "lesson three"),
        (Standing(TODAY, {"one": ago(1)}, lighter=True), "done", "lesson two"),  # a week of reviews alone
        (Standing(TODAY, {"one": ago(1)}, cards=[card("one.1")], lighter=True), "review one.1", "review one.1"),
        (Standing(TODAY, {"one": ago(1)}, {"one.1": WRONG}, lighter=True), "retry one.1", "lesson two"),
        (Standing(TODAY, {"one": ago(1)}, {"two.1": RIGHT}, lighter=True), "done", "ask two.2"),
        (Standing(TODAY, UNIT_1, lighter=True), "done", "practice making-1"),
        (Standing(TODAY, ALL_DONE, lighter=True), "end", "end"),  # the end is told all the same
        (Standing(TODAY, ALL_DONE), "end", "end"),
        (Standing(TODAY, {**ALL_DONE, "check-2": TODAY}), "end", "end"),  # the end is told on the last day itself
        (Standing(TODAY, ALL_DONE, {"one.1": WRONG}), "end", "end"),
        (Standing(TODAY, ALL_DONE, cards=[card("one.1")]), "end", "end"),  # and before any review
        (Standing(TODAY, ALL_DONE, cards=[card("one.1")], ended=True), "review one.1", "review one.1"),
        (Standing(TODAY, ALL_DONE, {"one.1": WRONG}, ended=True), "retry one.1", "retry one.1"),
        (Standing(TODAY, ALL_DONE, ended=True), "end", "end"),
    ],
)
def test_the_next_step(standing: Standing, step: str, ahead: str) -> None:
    """Reviews, the one part of the day, once more what was wrong, a clear end; `ahead` is what 다음 opens."""
    assert told(next_step(COURSE, standing)) == step
    assert told(next_step(COURSE, standing, ahead=True)) == ahead


def told(step: Step) -> str:
    return f"{step.kind} {step.name}".strip()


# -- a check ------------------------------------------------------------------------------------------------------

OWN = ["check-1.1", "check-1.2", "check-1.3"]


@pytest.mark.parametrize(
    ("finished", "answered", "items"),
    [
        (["one"], {}, ["check-1.1", "one.3", "check-1.2", "one.4", "check-1.3"]),
        (["one", "two"], {}, ["check-1.1", "two.3", "check-1.2", "two.4", "check-1.3"]),  # the newest lesson first
        (["one", "two"], {"two.3": 1}, ["check-1.1", "two.4", "check-1.2", "one.3", "check-1.3"]),  # asked before
        (["one", "two"], {"two.3": 0}, ["check-1.1", "two.4", "check-1.2", "one.3", "check-1.3"]),  # in a review today
        (["one", "two"], {"one.4": 0}, ["check-1.1", "two.3", "check-1.2", "two.4", "check-1.3"]),
        (["one"], {"one.3": 1}, ["check-1.1", "one.4", "check-1.2", "check-1.3"]),  # only one was never asked
        (["one"], {"one.3": 1, "one.4": 1}, OWN),
        ([], {}, OWN),
    ],
)
def test_the_five_of_a_sunday(finished: Sequence[str], answered: Mapping[str, int], items: list[str]) -> None:
    """Its own scenarios, between them MIXED = 2 of the bank never asked before it is begun; `answered` in days ago."""
    histories = {name: History(ago(days, SUNDAY), 1, 1, 1) for name, days in answered.items()}
    standing = Standing(SUNDAY, dict.fromkeys(finished, TODAY), histories)
    assert [quiz.name for quiz in check_items(COURSE, COURSE.checks[1], standing)] == items


@pytest.mark.parametrize(
    ("answered", "items"),
    [
        ("check-1.1", "two.3 two.4"),
        ("check-1.1 two.3", "two.3 two.4"),  # it goes on as it was begun
        ("check-1.1 two.4", "two.4 two.3"),
        ("check-1.1 two.3 two.4", "two.3 two.4"),
        ("two.3 check-1.1", "two.4 one.3"),  # asked before it was begun
        ("check-1.1 two.3 check-1.2 two.4 check-1.3 one.4", "two.3 two.4"),  # `one.4` was asked once more after all
        ("check-1.2 two.3", "two.3 two.4"),
    ],
)
@pytest.mark.parametrize("days", [0, 1])
def test_a_check_goes_on_as_it_was_begun(days: int, answered: str, items: str) -> None:
    """`answered` in the order of first answers, days ago: the same five, so that none is asked for nothing."""
    histories = {name: History(ago(days), 1, 1, 1, seen) for seen, name in enumerate(answered.split(), 1)}
    one, other = items.split()
    five = ["check-1.1", one, "check-1.2", other, "check-1.3"]
    standing = Standing(TODAY, UNIT_1, histories)
    assert [quiz.name for quiz in check_items(COURSE, COURSE.checks[1], standing)] == five


@pytest.mark.parametrize(
    ("answered", "step", "inside"),
    [
        ([], "check check-1", "ask check-1.1"),
        (["one.3"], "check check-1", "ask check-1.1"),
        (["check-1.1"], "ask one.3", "ask one.3"),
        (["check-1.1", "one.3", "check-1.2", "one.4"], "ask check-1.3", "ask check-1.3"),
        (["check-1.1", "one.3", "check-1.2", "one.4", "check-1.3"], "line check-1", "line check-1"),
    ],
)
def test_inside_a_check(answered: Sequence[str], step: str, inside: str) -> None:
    """The five in their order, then the line; what was practised before it was begun does not begin it."""
    standing = Standing(SUNDAY, {"one": TODAY}, {name: History(SUNDAY, 1, 1, 1) for name in answered})
    assert told(step_in(COURSE, COURSE.checks[1], standing)) == step
    assert told(step_inside(COURSE, COURSE.checks[1], standing)) == inside


def made(course: Course, *places: int) -> Course:
    """The course with essays at these places in the bank of its first lesson."""
    first = course.lessons[0]
    quizzes = [
        Essay(quiz.name, place, "?", (), "") if place in places else quiz for place, quiz in enumerate(first.quizzes, 1)
    ]
    known = {**course.quizzes, **{quiz.name: (first, quiz) for quiz in quizzes}}
    lessons = (replace(first, quizzes=tuple(quizzes)), *course.lessons[1:])
    return replace(course, lessons=lessons, quizzes=known)


@pytest.mark.parametrize(
    ("places", "answered", "left"),
    [
        ([], {}, ""),
        ([3], {}, "one.3"),
        ([3, 4], {}, "one.3 one.4"),
        ([3, 4], {"one.3": 0}, "one.4"),
        ([3, 4], {"one.3": 9}, "one.4"),  # practised before
        ([3, 4], {"one.3": 0, "one.4": 0}, ""),
        ([1, 3], {}, "one.3"),  # what the lesson itself asks was asked there
    ],
)
def test_a_making_begins_with_what_one_makes_oneself(
    places: Sequence[int], answered: Mapping[str, int], left: str
) -> None:
    """WARM_UPS is 4 questions of its unit never asked before, in one day; `answered` in days ago. Then it begins."""
    course = made(COURSE, *places)
    histories = {name: History(ago(days), 1, 1, 1, seen) for seen, (name, days) in enumerate(answered.items(), 1)}
    standing = Standing(TODAY, UNIT_1, histories)
    assert [quiz.name for quiz in warm_ups(course, course.practices[1], standing)] == left.split()
    expected = f"ask {left.split(maxsplit=1)[0]}" if left else "practice making-1"
    assert told(next_step(course, standing)) == expected
    assert warm_ups(course, course.practices[2], standing) == []  # the lesson is of another unit


def test_a_making_asks_four_before_it_begins() -> None:
    """A fifth one waits for the check, or for another day."""
    assert WARM_UPS == 4
    lessons = tuple(
        replace(one, quizzes=(*one.quizzes[:2], *(Essay(f"{one.name}.{n}", n, "?", (), "") for n in (3, 4, 5))))
        for one in COURSE.lessons
    )
    course = replace(COURSE, lessons=lessons)
    every = ["one.3", "one.4", "one.5", "two.3", "two.4", "two.5"]
    making = course.practices[1]
    for done in range(5):
        answered = dict.fromkeys(every[:done], RIGHT)
        left = [quiz.name for quiz in warm_ups(course, making, Standing(TODAY, UNIT_1, answered))]
        assert left == every[done:4]
    tomorrow = Standing(TODAY, UNIT_1, dict.fromkeys(every[:4], BEFORE))
    assert [quiz.name for quiz in warm_ups(course, making, tomorrow)] == every[4:]


def test_a_check_takes_first_what_one_makes_oneself() -> None:
    """Though it is of an older lesson than the others of the bank."""
    course = made(COURSE, 4)
    five = [quiz.name for quiz in check_items(course, course.checks[1], Standing(SUNDAY, UNIT_1))]
    assert five == ["check-1.1", "one.4", "check-1.2", "two.3", "check-1.3"]


@pytest.mark.parametrize(
    ("today", "left", "step"),
    [
        ([], ["check-1.1", "check-1.2", "check-1.3"], "check check-1"),
        (["check-1.1"], ["check-1.2", "check-1.3"], "ask check-1.2"),
        (["check-1.1", "check-1.2", "check-1.3"], [], "lesson three"),  # then the day goes on, without a line
    ],
)
def test_a_check_opened_again_shows_its_scenes_again(today: Sequence[str], left: Sequence[str], step: str) -> None:
    """All of them were answered days ago, and some of them again today."""
    finished = {**UNIT_1, "making-1": ago(4), "check-1": ago(3)}
    own = {f"check-1.{n}": History(ago(3), 1, 1, 1) for n in (1, 2, 3)} | dict.fromkeys(today, RIGHT)
    standing = Standing(TODAY, finished, own)
    assert [quiz.name for quiz in questions_left(COURSE, COURSE.checks[1], standing)] == left
    assert told(step_in(COURSE, COURSE.checks[1], standing)) == step


@pytest.mark.parametrize(
    ("part", "answered", "left"),
    [
        ("one", [], ["one.1", "one.2"]),
        ("one", ["one.2", "one.3"], ["one.1"]),
        ("one", ["one.1", "one.2"], []),
        ("making-1", [], []),  # a making asks for evidence, and for nothing else
        ("check-1", ["check-1.1", "check-1.2", "check-1.3"], ["two.3", "two.4"]),
    ],
)
def test_what_keeps_a_part_from_being_finished(part: str, answered: Sequence[str], left: Sequence[str]) -> None:
    """Nothing can be skipped into being done while questions of it are left."""
    found = COURSE.part(part)
    assert found
    standing = Standing(TODAY, UNIT_1, dict.fromkeys(answered, BEFORE))
    assert [quiz.name for quiz in questions_left(COURSE, found, standing)] == left


def test_a_lesson_asks_two_and_banks_the_rest() -> None:
    """CHECKED is 2 in bot.course.model; the tables above rest on it."""
    assert isinstance(ONE, Lesson)
    assert [quiz.name for quiz in ONE.checks] == ["one.1", "one.2"]


def test_what_was_wrong_elsewhere_does_not_come_within_a_part() -> None:
    """Whose questions were answered on another day: its line is asked, and its opening would come again after it."""
    standing = Standing(TODAY, {}, {"one.1": BEFORE, "one.2": BEFORE, "two.1": WRONG})
    assert step_inside(COURSE, ONE, standing) == Step(StepKind.LINE, "one")


# -- what is revived -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cards", "answered", "questions"),
    [
        ([], {}, ""),
        ([card("one.1", due=1), card("one.2", due=3)], {}, "one.2 one.1"),  # all that is due
        ([card("one.1", due=1), card("one.2", due=-5, last=30)], {}, "one.1"),  # and nothing else then
        ([card("one.1", due=-5, last=2), card("one.2", due=-5, last=4)], {}, "one.2"),  # the one met longest ago
        ([card("one.1", due=-5, stability=9), card("one.2", due=-5, stability=3)], {}, "one.2"),  # the most forgotten
        ([card("one.1", due=-5, stability=3), card("one.2", due=-5, stability=9)], {}, "one.1"),
        ([card("gone.1", due=-5, last=30), card("one.1", due=-5)], {}, "one.1"),  # the course no longer has it
        ([card("two.1", due=-5, last=30), card("one.1", due=-5)], {}, "one.1"),  # its lesson is to come
        ([card("one.2", due=-5, last=30), card("one.1", due=-5)], {"one.2": History(ago(1), 1, 1, 6)}, "one.1"),
    ],
)
def test_what_is_revived(cards: Sequence[Card], answered: Mapping[str, History], questions: str) -> None:
    """What is due; else one question, of what was met longest ago and does not rest."""
    found = to_revive(COURSE, Standing(TODAY, {"one": ago(9)}, answered, cards=cards))
    assert " ".join(quiz.name for quiz in found) == questions
