"""What a learner means to do after the course, in their own words."""

from bot.conversation import Turn
from bot.korean.cues import is_act, opens_lesson
from bot.korean.hangul import within_quotes
from bot.plan import FIRST_WEEK

MOST = 200  # characters of a line that is quoted whole


def next_act(turn: Turn, *, later: bool = False) -> str:
    """What they mean to do, as they wrote it: the one act of the first week, else the line of the last lesson, which is
    of all three months and comes first three months `later`, else their promise; or "". One that only tells when a
    lesson is opened is no act.
    """
    lines = {line.lesson: line.text for line in turn.record.lines()}
    kept = FIRST_WEEK, turn.course.lessons[-1].name
    written = (lines[name] for name in (reversed(kept) if later else kept) if name in lines and is_act(lines[name]))
    promise = turn.learner.intention
    return next(written, "" if opens_lesson(promise) else promise)


def cut(text: str, most: int = MOST) -> str:
    """A line as it is quoted, between “ and ”: a longer one ends with a whole word, where it has words."""
    text = within_quotes(text)
    if len(text) <= most:
        return text
    words, _, _ = text[:most].rpartition(" ")
    return (words if len(words) > most // 2 else text[: most - 1]) + "…"
