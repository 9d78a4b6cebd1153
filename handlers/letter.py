"""The weekly letter: some lines about what was done, at the end of the learner's own week."""

from datetime import timedelta

from bot.conversation import Turn
from bot.course.model import Lesson
from bot.learning.day import waiting_part
from bot.learning.standing import Standing
from handlers import plan, weeks
from handlers.next_act import cut

SUNDAY = 6
LONGEST_LINE = 80  # characters of a line that is quoted
MET_BEFORE = 2  # days; whoever came yesterday has no week to be told of


def is_due(turn: Turn, standing: Standing) -> bool:
    """Once a week: with the first part finished on the last day of the rhythm, or on a Sunday without one; not in the
    first days.

    Days are study days, so that who finishes Friday's lesson after midnight gets Friday's letter.
    """
    if not first_of_day(turn, standing):
        return False
    if (turn.day - turn.learner.day(turn.learner.since)).days < MET_BEFORE:
        return False
    if not turn.learner.rhythm:
        return turn.day.weekday() == SUNDAY
    lesson = turn.learner.next_hour(turn.learner.dawn(turn.day) - timedelta(seconds=1), turn.holidays)
    if lesson is None or turn.learner.day(lesson) != turn.day:
        return False
    while lesson and turn.learner.day(lesson) == turn.day:
        lesson = turn.learner.next_hour(lesson, turn.holidays)
    return lesson is None or turn.learner.day(lesson).isocalendar()[:2] != turn.day.isocalendar()[:2]


def first_of_day(turn: Turn, standing: Standing) -> bool:
    """Whether the part that was finished just now is the first on this day."""
    return sum(day == turn.day for day in standing.finished.values()) == 1


def letter(turn: Turn, standing: Standing) -> str:
    """Days together, lessons, questions and minutes, the newest line of the plan before today's, how far the plan is,
    what comes next; of what there is none there is no line. Today's own stands right before the letter.
    """
    week = weeks.lived(turn.course, standing, weeks.monday_of(turn.day))
    lessons = [part.head.title for part in week.parts if isinstance(part, Lesson)]
    lines = [line for line in turn.record.lines() if week.monday <= turn.learner.day(line.at) < turn.day]
    boxes = plan.all_boxes(turn)
    following = waiting_part(turn.course, standing)
    told = (
        turn.say("letter", days=len(week.days)),
        turn.say("letter-lessons", lessons=", ".join(lessons)) if lessons else "",
        turn.say("letter-asked-spent" if week.minutes else "letter-asked", asked=week.asked, minutes=week.minutes or 0),
        turn.say("letter-line", line=cut(max(lines, key=lambda line: line.at).text, LONGEST_LINE)) if lines else "",
        weeks.boxes_told(turn, boxes) if any(box.filled for box in boxes) else "",
        turn.say("letter-following", title=following.head.title) if following else turn.say("letter-end"),
    )
    return "\n".join(filter(None, told))
