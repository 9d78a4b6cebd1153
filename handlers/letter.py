"""The weekly letter: five lines about what was done, at the end of the learner's own week."""

from datetime import timedelta

from bot.conversation import Turn
from bot.learning.day import SUNDAY, Standing, waiting_lesson


def is_due(turn: Turn, standing: Standing) -> bool:
    """Once a week: with the first part finished on the last day of the rhythm, or on a Sunday without one."""
    if sum(day == turn.day for day in standing.finished.values()) != 1:
        return False
    if not turn.learner.rhythm:
        return turn.day.weekday() == SUNDAY
    morning = turn.learner.local(turn.now).replace(hour=0, minute=0) - timedelta(seconds=1)
    today, following = (turn.learner.next_hour(after, turn.holidays) for after in (morning, turn.now))
    if today is None or turn.learner.local(today).date() != turn.day:
        return False
    next_day = turn.learner.local(following).date() if following else turn.day + timedelta(days=7)
    while following and next_day == turn.day:  # this morning's own hour may still be to come
        following = turn.learner.next_hour(following, turn.holidays)
        next_day = turn.learner.local(following).date() if following else turn.day + timedelta(days=7)
    return next_day.isocalendar()[:2] != turn.day.isocalendar()[:2]


def letter(turn: Turn, standing: Standing) -> str:
    """Five lines: days together, lessons, reviews, the newest line of the plan, what comes next."""
    monday = turn.day - timedelta(days=turn.day.weekday())
    learnt = [
        lesson for lesson in turn.course.lessons if standing.finished.get(lesson.name, monday) > monday - timedelta(1)
    ]
    lessons = [lesson.head.title for lesson in learnt if lesson.name in standing.finished]
    lines = [line for line in turn.record.lines() if turn.learner.day(line.at) >= monday]
    following = waiting_lesson(turn.course, standing)
    return turn.say(
        "letter",
        days=sum(day >= monday for day in standing.days),
        lessons=", ".join(lessons) or turn.say("letter-none"),
        reviews=sum(mark.last >= monday for mark in standing.answered.values()),
        line=max(lines, key=lambda line: line.at).text[:80] if lines else turn.say("letter-none"),
        following=following.head.title if following else turn.say("letter-end"),
    )
