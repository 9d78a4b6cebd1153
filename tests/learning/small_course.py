"""A course of three lessons made by hand: small enough to keep in the head while a table is read.

The lessons `one` and `two` are unit 1, `three` is unit 2. Each has four questions: `one.1` and `one.2` are asked in
the lesson, `one.3` and `one.4` are its bank. The first three are a thought each, and the fourth is a sibling of the
first. Each unit has a `making` and a `check` of three scenarios: `making-1`, `check-1` with `check-1.1` to `check-1.3`.
"""

from datetime import date, timedelta

from bot.course.model import About, Check, Course, Head, Lesson, Part, Practice, Prompt
from bot.course.quizzes import Quiz
from bot.course.quizzes.ox import Ox
from bot.learning.memory import Card

NONE = Prompt("", ())
ABOUT = About(
    title="", article="", units={}, trades={}, paragraphs={}, boxes={}, sections={}, kinds={}, marks={},
    tags={},
)  # fmt: skip
TODAY = date(2026, 11, 25)  # a Wednesday


def ago(days: int, today: date = TODAY) -> date:
    """The day so many days before today; negative for a day to come."""
    return today - timedelta(days=days)


def card(thought: str, *, due: int = 0, last: int = 9, stability: float = 10.0) -> Card:
    """A card due and last answered so many days ago. After one stability the chance of recall is 90 in 100."""
    return Card(thought, ago(due), ago(last), stability, 5.0)


def _quizzes(part: str, *, count: int, review: int = 0) -> tuple[Quiz, ...]:
    return tuple(Ox(f"{part}.{n}", n, "?", (), review=n <= review) for n in range(1, count + 1))


def _lesson(name: str, unit: int) -> Lesson:
    return Lesson(
        name, Head(name, unit), (), {}, (), {}, _quizzes(name, count=4, review=3), NONE, "", {f"{name}.4": f"{name}.1"}
    )


def _making(unit: int) -> Practice:
    return Practice(f"making-{unit}", Head(f"making-{unit}", unit, "practice"), (), (), NONE, "")


def _check(unit: int) -> Check:
    name = f"check-{unit}"
    return Check(name, Head(name, unit, "check"), (), _quizzes(name, count=3), NONE, NONE, "")


def _course() -> Course:
    lessons = (_lesson("one", 1), _lesson("two", 1), _lesson("three", 2))
    practices, checks = {1: _making(1), 2: _making(2)}, {1: _check(1), 2: _check(2)}
    asking: tuple[Part, ...] = (*lessons, *checks.values())
    quizzes = {quiz.name: (part, quiz) for part in asking if not isinstance(part, Practice) for quiz in part.quizzes}
    return Course("small", ABOUT, lessons, practices, checks, None, quizzes)


COURSE = _course()
ONE = COURSE.lessons[0]
