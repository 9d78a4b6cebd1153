"""되돌리기: the last change is taken back, be it a setting, a line or an answer tapped by mistake."""

from datetime import timedelta

from bot.conversation import Sorry, Turn
from bot.message import Button, Go, Message
from bot.record.facts import AnswerTakenBack, LineTakenBack
from bot.record.learner import UNDOABLE, Learner, Line
from handlers import quiz, reminder_settings, steps

HOLDS = timedelta(days=1)  # for which a change can be taken back; later nobody means it


def undo(turn: Turn) -> Message:
    """Take the last change back, once. Raises Sorry when there is none."""
    last = turn.learner.undo
    if last is None or turn.now - last.at > HOLDS:
        raise Sorry("sorry-nothing-to-undo")
    turn.change(undo=None)
    settings = _settings(turn, last.before) if last.before else ""
    if last.line:
        return _line(turn, last.line)
    if last.quiz:
        turn.happened(AnswerTakenBack(last.quiz, last.at, last.history, last.card))
        return steps.opened_with(turn.say("undone-answer"), turn.hand_to(quiz.ask, last.quiz))
    return Message((settings,), (steps.button_to(turn, steps.step_of_today(turn)),))


def _settings(turn: Turn, before: Learner) -> str:
    """The settings as they were; the sentences that read back what has changed by it."""
    changed = {name for name in UNDOABLE if getattr(before, name) != getattr(turn.learner, name)}
    turn.change(**{name: getattr(before, name) for name in UNDOABLE})
    turn.schedule()
    none = turn.say("mine-none")
    told = [
        turn.say("undone-trade", trade=turn.course.about.trades.get(before.trade) or none)
        if "trade" in changed
        else "",
        turn.say("undone-intention", intention=before.intention or none) if "intention" in changed else "",
        turn.say("undone-reminder", reminder=reminder_settings.spoken(turn))
        if changed - {"trade", "intention"}
        else "",
    ]
    return turn.say("undone", settings="\n".join(filter(None, told)))


def _line(turn: Turn, line: Line) -> Message:
    """The line is gone for good; another may be written in its place."""
    turn.happened(LineTakenBack(line))
    skip = Button(turn.say("button-skip"), Go("skip", line.lesson))
    return Message((turn.say("undone-line"),), (skip,), Go("write", line.lesson))
