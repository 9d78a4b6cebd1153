"""The weekly letter: five lines about what was done, at the end of the learner's own week."""

from datetime import timedelta

from bot.conversation import Turn
from bot.learning.day import Standing, waiting_lesson


def is_due(turn: Turn) -> bool:
    """Whether the next lesson comes only in another week; the weekend counts for those who chose no rhythm."""
    following = turn.learner.next_lesson(turn.now, turn.holidays)
    day = turn.learner.day(following) if following else turn.day + timedelta(days=1)
    return day.isocalendar()[:2] != turn.day.isocalendar()[:2]


async def letter(turn: Turn, standing: Standing) -> str:
    """Five lines: days together, lessons, reviews, the newest line of the plan, what comes next."""
    monday = turn.day - timedelta(days=turn.day.weekday())
    learnt = [
        lesson for lesson in turn.course.lessons if standing.finished.get(lesson.name, monday) > monday - timedelta(1)
    ]
    lessons = [lesson.head.title for lesson in learnt if lesson.name in standing.finished]
    lines = [line for line in await turn.store.plans.lines(turn.learner) if turn.learner.day(line.at) >= monday]
    following = waiting_lesson(turn.course, standing)
    return turn.say(
        "letter",
        days=sum(day >= monday for day in standing.days),
        lessons=", ".join(lessons) or turn.say("letter-none"),
        reviews=sum(mark.last >= monday for mark in standing.answered.values()),
        line=max(lines, key=lambda line: line.at).text[:80] if lines else turn.say("letter-none"),
        following=following.head.title if following else turn.say("letter-end"),
    )
