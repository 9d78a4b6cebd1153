"""A pause: kept, and told with the day on which lessons come again."""

from datetime import date, timedelta

from bot.conversation import Sorry, Turn
from bot.korean.spoken import day as spoken_day
from bot.korean.spoken import far_day, on_day, spoken_moment
from bot.message import Button, Go, Message
from bot.rhythm import Rhythm
from bot.rhythm.changes import Pause, Resume
from handlers import steps

A_DAY = timedelta(days=1)

LONG = timedelta(days=35)
SHORTER = (("rest-3", "pause 7d"), ("rest-month", "pause 30d"))
"""What is offered beside a rest that is long."""
MOST_WAIT = 62  # days looked at for the next lesson; the rarest rhythm comes once a month


def pause(turn: Turn, wish: Pause) -> str:
    """Rest from a day to another; the sentence that tells it. Raises Sorry for a second pause, and a far holiday."""
    today = steps.today(turn)
    span = wish.span(_first_to_rest(turn, wish))
    if span is None:
        raise Sorry("sorry-far-holiday")
    first, back = span
    running = turn.learner.paused_until
    if running and turn.learner.paused_from and today < running < first:
        raise Sorry("sorry-one-pause", back=on_day(running, today))
    began = turn.learner.paused_from if running and today < running else None  # one that goes on has begun already
    turn.change(paused_from=min(filter(None, (first, began))), paused_until=back, once_at=None)
    turn.schedule()
    alone = "" if steps.sends_lessons(turn) else "-alone"
    back_said = (on_day if alone else spoken_day)(back_day(turn), today)
    if first <= today:
        return turn.say(f"pause-kept{alone}", back=back_said)
    kind, last = "one" if back - first == A_DAY else "later", spoken_day(back - A_DAY, today)
    told = turn.say(f"pause-{kind}{alone}", first=spoken_day(first, today), last=last, back=back_said)
    return "\n".join(filter(None, (told, before(turn, first))))


def _first_to_rest(turn: Turn, wish: Pause) -> date:
    """The day from which so many days are counted: who is done with today rests from tomorrow on."""
    today = steps.today(turn)
    return max(today, turn.day + A_DAY) if wish.days and turn.standing.done_today else today


def end(turn: Turn) -> None:
    """The pause is over today, if there is one."""
    turn.change(paused_until=min(filter(None, (turn.learner.paused_until, turn.day)), default=None))
    turn.schedule()


def too_long(turn: Turn, wish: Rhythm) -> bool:
    """Whether a rest is longer than anybody takes without being asked: 추석까지 may be ten months."""
    span = _span(turn, wish)
    return span is not None and span[1] - max(span[0], steps.today(turn)) > LONG


def label(turn: Turn, wish: Rhythm) -> str:
    """A rest as a button says it, with the year where it ends in another: 내년 8월 31일(화)까지; "" for any other."""
    span = _span(turn, wish)
    if span is None or (isinstance(wish, Pause) and (wish.days or wish.feast or wish.back == wish.first)):
        return ""
    first, last, today = span[0], span[1] - A_DAY, steps.today(turn)
    if first == last and first > today:
        return far_day(first, today)
    key = "rest-span" if isinstance(wish, Pause) and wish.first and first > today else "rest-until"
    return turn.say(key, first=far_day(first, today), last=far_day(last, today))


def ask_long(turn: Turn, wish: Rhythm, command: str) -> Message:
    """Whether so long a rest is meant, with shorter ones beside it."""
    said = label(turn, wish) or turn.say("rest-until", last=far_day(_end(turn, wish), steps.today(turn)))
    right = Button(turn.say("button-right"), Go(command, str(wish)))
    shorter = (Button(turn.say(key), Go("rest", pause)) for key, pause in SHORTER)
    return Message(
        (turn.say("rest-long", span=said),),
        (right, *shorter, Button(turn.say("rest-not"), Go("rest", "-"))),
        Go("rest"),
    )


def _span(turn: Turn, wish: Rhythm) -> tuple[date, date] | None:
    """The first day of a rest, and the day back."""
    today = steps.today(turn)
    if isinstance(wish, Resume):
        return (today, wish.day) if wish.day > today else None
    return wish.span(today) if isinstance(wish, Pause) else None


def _end(turn: Turn, wish: Rhythm) -> date:
    span = _span(turn, wish)
    assert span  # a rest that is too long has one
    return span[1] - A_DAY


def before(turn: Turn, day: date) -> str:
    """Of who is awake after midnight, and may mean the day that has begun by 내일: that its lesson comes before the day
    that they named. Else "".
    """
    coming, now = steps.next_lesson(turn), turn.learner.local(turn.now)
    if not steps.after_midnight(turn) or not turn.pushed or turn.learner.off or coming is None:
        return ""
    soon = turn.learner.local(coming).date() == now.date() < day
    return turn.say("before-that-day", moment=spoken_moment(coming, now)) if soon else ""


def back_day(turn: Turn) -> date:
    """When lessons come again after the pause: the next day of their rhythm, be they sent or opened by themselves;
    without a rhythm the pause's morrow.
    """
    back = turn.learner.paused_until or turn.day
    return lesson_day(turn, back) if turn.learner.rhythm else back


def lesson_day(turn: Turn, first: date, within: int = MOST_WAIT) -> date:
    """The first day from one on that the rhythm names and that does not rest; that day itself where none is near."""
    expects, rests = turn.learner.expected(), turn.learner.rests
    days = (first + timedelta(days=n) for n in range(within))
    return next((day for day in days if expects(day) and not rests(day, turn.holidays)), first)
