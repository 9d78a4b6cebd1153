"""The weekly letter: some lines about what was done, at the end of the learner's own week."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import Turn
from bot.learning.day import waiting_part
from bot.learning.memory import DAY_STARTS
from bot.learning.standing import Standing
from handlers.ending import cut

SUNDAY = 6
LONGEST_LINE = 80  # characters of a line that is quoted
MET_BEFORE = 2  # days; whoever came yesterday has no week to be told of


def is_due(turn: Turn, standing: Standing) -> bool:
    """Once a week: with the first part finished on the last day of the rhythm, or on a Sunday without one; not in the
    first days.

    Days are study days, so that who finishes Friday's lesson after midnight gets Friday's letter.
    """
    if sum(day == turn.day for day in standing.finished.values()) != 1:
        return False
    if (turn.day - turn.learner.day(turn.learner.since)).days < MET_BEFORE:
        return False
    if not turn.learner.rhythm:
        return turn.day.weekday() == SUNDAY
    dawn = datetime.combine(turn.day, time(), ZoneInfo(turn.learner.zone)) + DAY_STARTS
    lesson = turn.learner.next_hour(dawn - timedelta(seconds=1), turn.holidays)
    if lesson is None or turn.learner.day(lesson) != turn.day:
        return False
    while lesson and turn.learner.day(lesson) == turn.day:
        lesson = turn.learner.next_hour(lesson, turn.holidays)
    return lesson is None or turn.learner.day(lesson).isocalendar()[:2] != turn.day.isocalendar()[:2]


def letter(turn: Turn, standing: Standing) -> str:
    """Days together, lessons, questions, the newest line of the plan before today's, what comes next; of what there is
    none there is no line. Today's own stands right before the letter.
    """
    monday = turn.day - timedelta(days=turn.day.weekday())
    learnt = [
        lesson for lesson in turn.course.lessons if standing.finished.get(lesson.name, monday) > monday - timedelta(1)
    ]
    lessons = [lesson.head.title for lesson in learnt if lesson.name in standing.finished]
    lines = [line for line in turn.record.lines() if monday <= turn.learner.day(line.at) < turn.day]
    following = waiting_part(turn.course, standing)
    told = (
        turn.say("letter", days=sum(day >= monday for day in standing.days)),
        turn.say("letter-lessons", lessons=", ".join(lessons)) if lessons else "",
        turn.say("letter-asked", asked=sum(mark.last >= monday for mark in standing.answered.values())),
        turn.say("letter-line", line=cut(max(lines, key=lambda line: line.at).text, LONGEST_LINE)) if lines else "",
        turn.say("letter-following", title=following.head.title) if following else turn.say("letter-end"),
    )
    return "\n".join(filter(None, told))
