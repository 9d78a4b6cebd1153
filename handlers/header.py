"""What a page shows of a learner: how far they are, what today still takes, the days together; and what it keeps."""

import hashlib
from collections.abc import Mapping

from bot.conversation import Turn
from bot.korean.masking import masked
from bot.learning.day import minutes_asked


def beside(turn: Turn) -> Mapping[str, str]:
    """The texts by their names, empty for whoever has not begun; and two that tell that something is not what it was:
    "plan" is another when the plan is, "clock" when lessons come here at another time, and "" when none come here.
    """
    standing, lines, lessons = turn.standing, turn.record.lines(), turn.course.lessons
    done = sum(lesson.name in standing.finished for lesson in lessons)
    begun = bool(turn.learner.rhythm or standing.days)
    minutes = minutes_asked(turn.course, standing)
    today = turn.say("header-minutes", minutes=minutes) if minutes else turn.say("header-done")
    written = repr((turn.learner.trade, [(line.lesson, line.text) for line in lines], turn.record.people()))
    return {
        "lesson": turn.say("header-lesson", n=done, planned=len(lessons)) if begun else "",
        "today": today if begun else "",
        "days": turn.say("header-days", days=len(standing.days)) if standing.days else "",
        "plan": hashlib.blake2s(written.encode(errors="replace"), digest_size=6).hexdigest(),
        "clock": turn.learner.rhythm if _comes_here(turn) else "",
    }


def kept(said: str) -> str:
    """Words as the history of a page may keep them; they may be a list of people."""
    return masked(said, leading=True).text


def _comes_here(turn: Turn) -> bool:
    """Whether lessons come by themselves to the channel they speak on, and not to another that can speak first."""
    learner, here = turn.learner, turn.address.channel
    channels = {home.address.channel for home in turn.record.homes if home.reachable} & set(turn.pushing)
    return bool(learner.rhythm and learner.next_lesson_at and not learner.off) and channels <= {here}
