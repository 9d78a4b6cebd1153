"""What the clock says: the daily lesson in the learner's own words, one question after a silence, and then nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation import NotNow, Turn
from bot.course.model import Check, Part, Practice
from bot.korean.oneself import cue_of
from bot.learning.day import Step, StepKind, next_step, waiting_part
from bot.learning.habit import ASK_AFTER, HUSH_AFTER, Silence
from bot.learning.standing import Standing
from bot.learning.wording import Opening, Wording, chances, draw
from bot.message import MOST_BUTTONS, Button, Go, Message
from bot.record.facts import WhyNotSent
from bot.record.learner import FOLLOW_UPS, ReminderKind
from handlers import ending, in_force, steps
from handlers.study import open_step

TOGETHER = 5  # days together from which they are worth a word
LAST = 10  # lessons left from which the end is in sight
APART = (Practice, Check)  # no lesson of three minutes

WORDINGS: Mapping[Wording, Callable[[Standing, Step, Part | None, int], bool]] = {
    Wording.PLAIN: lambda _, __, part, ___: not isinstance(part, APART),
    Wording.SMALL: lambda _, __, part, ___: not isinstance(part, APART),
    Wording.GO_ON: lambda standing, step, *_: step.kind == StepKind.LESSON and bool(standing.finished),
    Wording.REVIEW: lambda _, step, *__: step.kind == StepKind.REVIEW,
    Wording.TOGETHER: lambda standing, _, part, __: not isinstance(part, APART) and len(standing.days) >= TOGETHER,
    Wording.LEFT: lambda _, __, part, left: not isinstance(part, APART) and 0 < left <= LAST,
    Wording.MAKING: lambda _, __, part, ___: isinstance(part, Practice),
    Wording.CHECK: lambda _, __, part, ___: isinstance(part, Check),
}
"""Each with when it is true: by where they stand, the next step, the part that waits, and how many lessons are left."""


def remind(turn: Turn) -> Message:
    """The daily lesson: it quotes the learner's own plan. Nothing is said on a day already done.

    After three unanswered lessons it asks one question instead, after ten it takes its leave.
    """
    if turn.words in FOLLOW_UPS:
        turn.opening = Opening(turn.words)
        return ending.follow_up(turn, turn.words)
    standing = turn.standing
    step = next_step(turn.course, standing)
    asked_for = turn.words.startswith(ReminderKind.ASKED_FOR)
    last_day = step.kind == StepKind.END and standing.done_today  # on which the end was offered with the last word
    if (step.kind == StepKind.DONE or last_day) and not asked_for:
        raise NotNow(WhyNotSent.DONE)
    if waiting_part(turn.course, standing) is None and not turn.learner.ended_at:
        # the end is told once, whatever review is due; a month later we ask how it goes
        turn.opening = Opening(StepKind.END)
        return ending.tell(turn)
    if asked_for:
        turn.opening = Opening(step.kind)
        return _with_ways_out(turn, steps.opened_with(turn.say("reminder-asked"), open_step(turn, step)))
    unanswered = turn.record.unanswered()
    missed = [opened for day, opened in unanswered.items() if day < turn.day]
    if len(missed) == ASK_AFTER and Silence.QUESTION not in unanswered.values():
        return _ask(turn, step)
    if len(missed) >= HUSH_AFTER:
        turn.change(off=True)
        turn.schedule()
        turn.opening = Opening(Silence.FAREWELL)
        return Message((turn.say("reminder-hush"),), (steps.button_to(turn, step),))
    return _lesson(turn, standing, step)


def _lesson(turn: Turn, standing: Standing, step: Step) -> Message:
    """What waits today, opened with one of the wordings that are true for this learner; the first message of all says
    what it is.
    """
    left = sum(lesson.name not in standing.finished for lesson in turn.course.lessons)
    part = waiting_part(turn.course, standing)
    awake = [name for name, true in WORDINGS.items() if true(standing, step, part, left)]
    odds = chances(awake if turn.record.reminders else [Wording.FIRST], turn.record.seen(), turn.day)
    wording = draw(odds, turn.learner.id, turn.day)
    turn.opening = Opening(step.kind, wording, odds)
    cue = cue_of(turn.learner.intention)
    key = f"reminder-{wording}-cue" if cue else f"reminder-{wording}"
    opening = turn.say(key, cue=cue, days=len(standing.days), left=left)
    lines = filter(None, (f"{opening}\n{steps.minutes_of_day(turn)}".strip(), in_force.before_long_rest(turn)))
    return _with_ways_out(turn, steps.opened_with("\n\n".join(lines), open_step(turn, step)))


def _with_ways_out(turn: Turn, message: Message) -> Message:
    """Not now, and not so often: the reminder itself offers both."""
    snooze = Button(turn.say("button-snooze"), Go("remind", "once +30m"))
    less = Button(turn.say("button-less"), Go("less"))
    return replace(message, buttons=(*message.buttons, snooze, less)[:MOST_BUTTONS])


def _ask(turn: Turn, step: Step) -> Message:
    """Whether the hour still fits."""
    turn.opening = Opening(Silence.QUESTION)
    change = Button(turn.say("button-change-hour"), Go("remind"))
    less, rest = Button(turn.say("button-less"), Go("less")), Button(turn.say("command-rest"), Go("rest"))
    return Message((turn.say("reminder-ask"),), (steps.button_to(turn, step), change, less, rest))
