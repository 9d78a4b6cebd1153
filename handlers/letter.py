"""The weekly letter: five lines about what was done, at the end of the learner's own week."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import Turn
from bot.learning.day import waiting_part
from bot.learning.memory import DAY_STARTS
from bot.learning.standing import Standing

SUNDAY = 6
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
    """Five lines: days together, lessons, reviews, the newest line of the plan, what comes next."""
    monday = turn.day - timedelta(days=turn.day.weekday())
    learnt = [
        lesson for lesson in turn.course.lessons if standing.finished.get(lesson.name, monday) > monday - timedelta(1)
    ]
    lessons = [lesson.head.title for lesson in learnt if lesson.name in standing.finished]
    lines = [line for line in turn.record.lines() if turn.learner.day(line.at) >= monday]
    following = waiting_part(turn.course, standing)
    return turn.say(
        "letter",
        days=sum(day >= monday for day in standing.days),
        lessons=", ".join(lessons) or turn.say("letter-none"),
        reviews=sum(mark.last >= monday for mark in standing.answered.values()),
        line=max(lines, key=lambda line: line.at).text[:80] if lines else turn.say("letter-none"),
        following=following.head.title if following else turn.say("letter-end"),
    )
