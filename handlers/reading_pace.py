"""How much comes at once: a week of reviews alone, and text in short bubbles; both wished for, read back, undone."""

from datetime import timedelta

from bot.conversation import Turn
from bot.korean.spoken import day as spoken_day
from bot.learning.day import StepKind, waiting_part
from bot.message import Button, Go, Message
from handlers import pauses, steps
from handlers.keeping import keeping

A_WEEK = 7  # days
NEXT_WEEK = "next-week"  # what is said for a week that begins next Monday
OPENINGS = (StepKind.LESSON, StepKind.PRACTICE, StepKind.CHECK)


def lighter(turn: Turn) -> Message:
    """가볍게 한 주, 다음 주는 가볍게: reviews alone for seven days from today, or from Monday on; on the next day of
    lessons new parts come again by themselves.
    """
    if waiting_part(turn.course, turn.standing) is None:
        due = steps.step_of_today(turn).kind is StepKind.REVIEW  # the way on revives it
        revive = [] if due else [Button(turn.say("command-review"), Go("review"))]
        return keeping(turn, [turn.say("lighter-over")], revive)
    if not turn.standing.cards:
        return keeping(turn, [turn.say("lighter-nothing")])
    kept = _kept(turn, ahead=turn.words == NEXT_WEEK)
    return keeping(turn, [kept], [steps.button_to(turn, steps.step_of_today(turn)), steps.take_back(turn)])


def _kept(turn: Turn, *, ahead: bool) -> str:
    """The week kept, with one that it meets; the sentence that tells it, and its first day where that is to come."""
    learner, today = turn.learner, steps.today(turn)
    monday = turn.day + timedelta(days=A_WEEK - turn.day.weekday())
    first, last = (monday if ahead else turn.day), learner.lighter_until or turn.day
    back = max(last, pauses.lesson_day(turn, first + timedelta(days=A_WEEK), within=A_WEEK))
    now = learner.lighter(turn.day)
    turn.change(lighter_from=learner.lighter_from if now else first, lighter_until=back)
    key = "lighter-kept-ahead" if ahead and not now else "lighter-kept"
    alone = "" if steps.sends_lessons(turn) else "-alone"
    return turn.say(f"{key}{alone}", first=spoken_day(first, today), back=spoken_day(back, today))


def done(turn: Turn) -> tuple[str, ...]:
    """In a week of reviews alone, that today's are over; on its last day of them, when lessons come again."""
    if turn.standing.done_today or steps.step_of_today(turn).kind is not StepKind.DONE:
        return ()
    following = pauses.lesson_day(turn, turn.day + timedelta(days=1))
    last = turn.learner.lighter(following) is False
    return (steps.lighter(turn, "lighter-done-last" if last else "lighter-done"),)


def lessons_again(turn: Turn) -> Message:
    """다시 레슨: new parts from today on; where they never stopped, today's."""
    soon = turn.learner.lighter_soon(turn.day)
    if not (soon or turn.learner.lighter(turn.day)):
        return turn.go(Go("today"))
    turn.change(lighter_from=None, lighter_until=None)
    return keeping(turn, [turn.say("lighter-ended-ahead" if soon else "lighter-ended")], [steps.take_back(turn)])


def short_lines(turn: Turn) -> Message:
    """짧은 줄로: what is to be read comes in short bubbles from now on, one at a time."""
    turn.change(short_lines=True)
    return _shown_so(turn, turn.say("short-kept"))


def whole_text(turn: Turn) -> Message:
    """한 번에: what is to be read comes whole again; where it does, that it does."""
    if not turn.learner.short_lines:
        return keeping(turn, [turn.say("sorry-not-short")], [Button(turn.say("button-short"), Go("short-lines"))])
    turn.change(short_lines=False)
    return _shown_so(turn, turn.say("short-ended"))


def _shown_so(turn: Turn, kept: str) -> Message:
    """What was kept, and at once the part that waits as it looks now; a question that is open stays open."""
    screen, step = turn.learner.screen, steps.step_of_today(turn)
    if (screen and screen.expects) or step.kind not in OPENINGS:
        return keeping(turn, [kept], [steps.take_back(turn)])
    return steps.with_buttons(steps.opened_with(kept, turn.go(steps.begins(step))), steps.take_back(turn))
