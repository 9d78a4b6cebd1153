"""덜 자주, 더 자주: one step at the same hours, read back."""

from bot.conversation import Turn
from bot.korean.rhythms import spoken_rhythm
from bot.korean.time.frequency import denser, thinner
from bot.message import Button, Go, Message
from bot.rhythm import Repeat, load_repeat
from handlers import reminder_settings, steps
from handlers.asked_first import LEFT_OUT
from handlers.keeping import keeping


def less(turn: Turn) -> Message:
    """덜 자주: fewer days a week; below one, a rest or none at all is offered."""
    have = _rhythm(turn)
    if have is None:
        return turn.hand_to(reminder_settings.remind)
    rarer = thinner(have)
    if rarer is None:
        rest = Button(turn.say("command-rest"), Go("rest"))
        return Message((turn.say("less-least", rhythm=spoken_rhythm(have)),), (rest, *_off_or_stay(turn)))
    return reminder_settings.read_back(turn, reminder_settings.do(turn, rarer), fewer=True)


def more(turn: Turn) -> Message:
    """더 자주: more days a week; above seven, the next lesson can be opened ahead of its day."""
    have = _rhythm(turn)
    if have is None:
        return turn.hand_to(reminder_settings.remind)
    closer = denser(have)
    if closer is None:
        return Message((turn.say("more-most"),), (Button(turn.say("button-today"), Go("today")),))
    return reminder_settings.read_back(turn, reminder_settings.do(turn, closer))


def fewer_or_none(turn: Turn) -> Message:
    """알림 안 와도 돼요: fewer, or none at all? To whom none are sent it is said so, and nothing is pressed on them."""
    if _rhythm(turn) is None:
        leads = (Button(turn.say("button-today"), Go("today")), Button(turn.say("button-set-hour"), Go("remind")))
        if steps.first_question(turn) == "hour":  # which is answered by it
            return steps.opened_with(turn.say("less-none"), turn.go(Go("hour", LEFT_OUT)))
        return keeping(turn, [turn.say("less-none")], leads)
    return Message((turn.say("less-or-off"),), (Button(turn.say("button-less"), Go("less")), *_off_or_stay(turn)))


def _rhythm(turn: Turn) -> Repeat | None:
    """What there is to change; None when none was chosen, or it is switched off."""
    learner = turn.learner
    return load_repeat(learner.rhythm) if learner.rhythm and not learner.off else None


def _off_or_stay(turn: Turn) -> tuple[Button, Button]:
    return Button(turn.say("rest-4"), Go("rest", "off")), Button(turn.say("button-stay"), Go("keep"))
