"""A week as it was lived: its numbers, which the letter tells, and what is drawn of them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation import Turn
from bot.course.model import Course, Lesson, Part
from bot.korean.spoken import WEEKDAYS
from bot.learning.minutes import spent
from bot.learning.standing import Standing
from bot.plan import Box
from bot.plan.documents import Cell, Field, Filled, Week, WeekDay
from handlers import plan

WEEK = "week"  # in the name of a picture, before the Monday of the week it shows
DAYS = [timedelta(days=n) for n in range(7)]


@dataclass(frozen=True, slots=True)
class Lived:
    """What was done in the week of a Monday: days together, parts finished, questions answered, and about how many
    minutes that took, makings apart; None of a week that is over, for what was asked again since counts where it was
    asked last.
    """

    monday: date
    days: Sequence[date]
    parts: Sequence[Part]
    asked: int
    minutes: int | None


def lived(course: Course, standing: Standing, monday: date) -> Lived:
    """The week of a Monday, of the parts that the course still has."""
    week = {monday + day for day in DAYS}
    parts = [part for part in course.parts if standing.finished.get(part.name) in week]
    asked = sum(mark.last in week for mark in standing.answered.values())
    minutes = round(spent(course, standing, monday) / 60) if standing.day in week else None
    return Lived(monday, sorted(week.intersection(standing.days)), parts, asked, minutes)


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def picture(turn: Turn) -> str:
    """The name of the picture of this week."""
    return f"plan.png {WEEK} {monday_of(turn.day)}"


def view(turn: Turn, words: Sequence[str]) -> Week:
    """What is drawn of the week whose Monday is said; of this one, where none is."""
    monday = monday_of(turn.day)
    with suppress(ValueError, IndexError):
        monday = min(monday, monday_of(date.fromisoformat(words[0])))
    week, sunday = lived(turn.course, turn.standing, monday), monday + DAYS[-1]
    boxes = plan.all_boxes(turn, turn.learner.dawn(sunday + timedelta(days=1)))
    last = "week-until" if sunday.month == monday.month else "week-until-month"
    until = turn.say(last, month=sunday.month, day=sunday.day)
    return Week(
        title=turn.say("week-title"),
        day=sunday,
        dates=turn.say("week-dates", month=monday.month, day=monday.day, until=until),
        kept=turn.say("week-kept", days=len(week.days)),
        days=tuple(WeekDay(name, monday + day in week.days) for name, day in zip(WEEKDAYS, DAYS, strict=True)),
        facts=tuple(_facts(turn, week)),
        plan=boxes_told(turn, boxes),
        boxes=tuple(Cell(f"{box.number}", _filled(box)) for box in boxes),
        words={"file": turn.say("week-file"), "bot": turn.course.about.title, "sign": turn.say("picture-sign")},
    )


def boxes_told(turn: Turn, boxes: Sequence[Box]) -> str:
    """How far the plan is, in a sentence; "" of a course without one."""
    begun = sum(box.filled > 0 for box in boxes)
    return turn.say("week-plan" if begun else "week-plan-empty", all=len(boxes), begun=begun) if boxes else ""


def _facts(turn: Turn, week: Lived) -> Iterator[Field]:
    """What was finished, by its kind, and the minutes; of what there is none there is no fact."""
    kinds = ["lesson" if isinstance(part, Lesson) else part.head.kind for part in week.parts]
    for kind in dict.fromkeys(kinds):
        yield Field(turn.say(f"week-{kind}"), turn.say("week-count", count=kinds.count(kind)))
    if week.minutes:
        yield Field(turn.say("week-spent"), turn.say("week-minutes", minutes=week.minutes))


def _filled(box: Box) -> Filled:
    return Filled.DONE if box.done and box.filled else Filled.BEGUN if box.filled else Filled.EMPTY
