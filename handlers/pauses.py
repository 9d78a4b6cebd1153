"""A pause: kept, and told with the day on which lessons come again."""

from datetime import date, timedelta

from bot.conversation import Sorry, Turn
from bot.rhythm.changes import Pause
from bot.rhythm.spoken import day as spoken_day
from bot.rhythm.spoken import on_day

MOST_WAIT = 62  # days looked at for the next lesson; the rarest rhythm comes once a month


def pause(turn: Turn, wish: Pause) -> str:
    """Rest from a day to another; the sentence that tells it. Raises Sorry for a second pause, and a far holiday."""
    span = wish.span(turn.day)
    if span is None:
        raise Sorry("sorry-far-holiday")
    first, back = span
    running = turn.learner.paused_until
    if running and turn.learner.paused_from and turn.day < running < first:
        raise Sorry("sorry-one-pause", back=on_day(running, turn.day))
    began = turn.learner.paused_from if running and turn.day < running else None  # one that goes on has begun already
    turn.change(paused_from=min(filter(None, (first, began))), paused_until=back, once_at=None)
    turn.schedule()
    back_said = spoken_day(back_day(turn), turn.day) if turn.pushed else on_day(back, turn.day)
    if first > turn.day and back - first == timedelta(days=1):
        key = "pause-one" if turn.pushed else "pause-one-alone"
        return turn.say(key, first=spoken_day(first, turn.day), back=back_said)
    if first > turn.day:
        last = spoken_day(back - timedelta(days=1), turn.day)
        key = "pause-later" if turn.pushed else "pause-later-alone"
        return turn.say(key, first=spoken_day(first, turn.day), last=last, back=back_said)
    return turn.say("pause-kept" if turn.pushed else "pause-kept-alone", back=back_said)


def back_day(turn: Turn) -> date:
    """When lessons come again after the pause: its last day's morrow, or, where we speak first, their next day."""
    back = turn.learner.paused_until or turn.day
    return lesson_day(turn, back) if turn.pushed else back


def lesson_day(turn: Turn, first: date, within: int = MOST_WAIT) -> date:
    """The first day from one on that the rhythm names and that does not rest; that day itself where none is near."""
    expects, rests = turn.learner.expected(), turn.learner.rests
    days = (first + timedelta(days=n) for n in range(within))
    return next((day for day in days if expects(day) and not rests(day, turn.holidays)), first)
