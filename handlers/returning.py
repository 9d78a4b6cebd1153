"""Coming back: greeted without blame, told where one is and when messages go on, offered to be rung again."""

from collections.abc import Mapping

from bot.conversation import Handler, Turn
from bot.korean.spoken import day as spoken_day
from bot.learning.day import Step, StepKind, waiting_part
from bot.learning.habit import Silence
from bot.learning.standing import AWAY
from bot.learning.wording import Wording
from bot.message import Button, Message
from handlers import oneself, pauses, steps
from handlers.keeping import keeping
from handlers.why_not_sent import SWITCH_ON

GREETING: Mapping[str, int] = {Wording.RETURN: AWAY, Wording.FIRST: 1}
"""The reminders that greet whoever comes back, and for how many days: one that was missed greets in these as well."""


def greeting(turn: Turn, step: Step) -> str:
    """Hello, where they are, and that it begins lightly where it does; in a pause, until when it lasts."""
    easy = turn.standing.eased and step.kind == StepKind.REVIEW
    told = (_hello(turn), where(turn), turn.say("return-easy") if easy else "", paused(turn))
    return "\n".join(filter(None, told))


def _hello(turn: Turn) -> str:
    return oneself.by_name(turn, turn.say("return-hello"))


def where(turn: Turn) -> str:
    """How many lessons are done, and which part is next; "" after the last one."""
    standing = turn.standing
    part = waiting_part(turn.course, standing)
    if part is None:
        return ""
    done = sum(lesson.name in standing.finished for lesson in turn.course.lessons)
    if not done:
        return turn.say("return-where-first", title=part.head.title)
    return turn.say("return-where", done=done, title=part.head.title)


def paused(turn: Turn) -> str:
    """When messages go on after the pause they are in, or ""."""
    learner = turn.learner
    if not (turn.standing.paused and learner.paused_until) or learner.off or learner.ended_at:
        return ""
    key = "return-paused" if turn.pushed else "return-paused-alone"
    return turn.say(key, back=spoken_day(pauses.back_day(turn), steps.today(turn)))


def back(turn: Turn) -> Message:
    """저 돌아왔어요: hello and where they are, whatever question is open, and the way to what waits."""
    step = steps.step_of_today(turn)
    ring = ring_again(turn)
    ask = [turn.say("return-ring")] if turn.learner.off and ring else []
    if turn.learner.screen and turn.learner.screen.expects:
        return keeping(turn, ["\n".join(filter(None, (_hello(turn), paused(turn)))), *ask], ring)
    return Message((greeting(turn, step), *ask), (steps.button_to(turn, step), *ring))


def fell_silent(turn: Turn) -> bool:
    """Whether we took our leave after a silence, and nobody has asked us to speak again."""
    told = turn.record.latest()
    return turn.learner.off and bool(told) and told[0].opened == Silence.FAREWELL


def ring_again(turn: Turn) -> tuple[Button, ...]:
    """The button by which messages come again, where they are switched off or rest."""
    silent = turn.learner.off or (turn.standing.paused and turn.pushed)
    return (Button(turn.say(SWITCH_ON[0]), SWITCH_ON[1]),) if silent and turn.learner.rhythm else ()


def welcomed(turn: Turn, step: Step, message: Message) -> Message:
    """What waits, for whoever says 오늘: a return is greeted once, a pause is spoken of, and after a farewell we ask
    whether to speak first again.
    """
    if turn.standing.day in turn.standing.days:
        return message
    silent = not met(turn) and fell_silent(turn)
    said = greeting(turn, step) if comes(turn) else paused(turn)
    asked = "\n".join(filter(None, (said, turn.say("return-ring") if silent else "")))
    shown = steps.opened_with(asked, message) if asked else message
    return steps.with_buttons(shown, *ring_again(turn)) if silent else shown


def greets(handler: Handler) -> Handler:
    """A handler whose answer begins with hello, and offers to ring again, where it is the first that they hear on a
    return.
    """

    def shown(turn: Turn) -> Message:
        back, message = comes(turn), handler(turn)
        hello, silent = _hello(turn), back and fell_silent(turn)
        if not back or any(hello in bubble for bubble in message.bubbles):
            return message
        greeted = steps.opened_with("\n".join((hello, turn.say("return-ring"))) if silent else hello, message)
        return steps.with_buttons(greeted, *ring_again(turn)) if silent else greeted

    return shown


def comes(turn: Turn) -> bool:
    """Whether they come back, and have not been greeted for it."""
    return turn.standing.comes_back(rested=turn.rested) and not met(turn)


def met(turn: Turn) -> bool:
    """Whether this return was met already: by a reminder of today, or one of the days before that greeted, or by our
    answer to whatever they said since. After a pause, whose beginning they told us, only what was said today counts.
    """
    learner = turn.learner
    rung = any((turn.day - one.day).days < GREETING.get(one.wording, 0) for one in turn.record.latest())
    if rung or learner.heard_at is None:
        return rung
    return (turn.day - learner.day(learner.heard_at)).days < (1 if turn.rested else AWAY)
