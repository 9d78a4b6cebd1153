"""Quiet hours that keep lessons away, and the ways out of them."""

from bot.conversation import Turn
from bot.message import Button, Go, Message
from handlers import in_force, steps


def no_quiet(turn: Turn) -> Message:
    """The quiet hours are over."""
    had = bool(turn.learner.quiet)
    turn.change(quiet="")
    text = turn.say("quiet-over" if had else "quiet-none", reminder=in_force.spoken(turn))
    right, fix = Button(turn.say("button-right"), Go("keep")), Button(turn.say("button-fix"), Go("remind"))
    return Message((text,), (right, fix, *([steps.take_back(turn)] if had else [])))


def ways_out(turn: Turn) -> tuple[Button, ...]:
    """No quiet hours, or another hour, where every lesson lies in them and nothing else was asked for."""
    learner = turn.learner
    if not (turn.pushed and steps.all_quiet(turn)) or learner.off or learner.ended_at or learner.once_at:
        return ()
    return Button(turn.say("button-no-quiet"), Go("no-quiet")), Button(turn.say("button-change-hour"), Go("remind"))
