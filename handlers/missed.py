"""왜 안 와요: what is true for this learner, when the next lesson comes, and today's to open at once."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.conversation import Turn
from bot.facts import Reminder
from bot.korean.rhythm import load_quiet, load_repeat
from bot.korean.speak import clock, spoken_moment
from bot.learner import FOLLOW_UPS, Learner
from bot.learning.day import next_step, waiting_part
from bot.message import Button, Message
from handlers import reminders, steps

SENT = {"claimed": "soon", "sent": "sent", "begun": "unsure", "unknown": "unsure"}  # by what became of today's
AGAIN = ("button-ring-again", "/remind on")
WAYS: Mapping[str, tuple[str, str]] = {  # a button's label and command, where one tap would mend it
    "off": AGAIN,
    "paused": AGAIN,
    "holiday": ("button-on-holidays", "/remind holidays on"),
}
SILENT = ("alone", "ended", "off", "quiet")  # no lesson follows by itself


@dataclass(frozen=True, slots=True)
class Case:
    """All that decides why nothing came. `today` is what became of today's message, `following` the next one's time."""

    learner: Learner
    now: datetime
    following: datetime | None
    today: Reminder | None = None
    pushed: bool = True
    ended: bool = False
    done: bool = False


def missed(turn: Turn) -> Message:
    """Why no lesson came, without excuses; the way to change it, and the lesson itself."""
    case = _case(turn)
    why = reason(case, turn.holidays)
    step = steps.button_to(turn, steps.step_of_today(turn))
    if why == "none":
        asked = turn.hand_to(reminders.remind)
        return replace(asked, buttons=(*asked.buttons, step))
    bubbles = [_told(turn, why, case)]
    if why not in SILENT and case.following:
        rhythm, first = load_repeat(case.learner.rhythm).spoken(), spoken_moment(case.following, _local(case))
        bubbles.append(turn.say("missed-next", rhythm=rhythm, first=first))
    way = (Button(turn.say(WAYS[why][0]), WAYS[why][1]),) if why in WAYS else ()
    if why == "alone" and "telegram" in turn.pushing:
        bubbles.append(turn.say("missed-link"))
        way = (Button(turn.say("command-link"), "/link"),)
    return Message(tuple(bubbles), (step, *way, Button(turn.say("button-change-hour"), "/remind")))


def reason(case: Case, holidays: Container[date]) -> str:
    """The first of the reasons that holds, the most lasting ones first. Pure."""
    learner, day = case.learner, _local(case).date()
    paused = learner.paused_from and learner.paused_until and learner.paused_from <= day < learner.paused_until
    today = case.today.outcome if case.today else ""
    reasons = (
        ("alone", not case.pushed),
        ("none", not learner.rhythm),
        ("ended", case.ended),
        ("off", learner.off),
        ("paused", paused),
        ("quiet", case.following and learner.quiet_at(case.following)),
        (SENT.get(today, ""), today in SENT),
        ("done", case.done),
        ("soon", case.following and learner.local(case.following).date() == day),
        ("holiday", learner.rests(day, holidays)),
        ("day", learner.rhythm and not _comes(learner, day)),
        ("late", today),
    )
    return next((why for why, holds in reasons if holds), "over")


def _comes(learner: Learner, day: date) -> bool:
    return load_repeat(learner.rhythm).days.holds(day, learner.local(learner.since).date())


def _local(case: Case) -> datetime:
    return case.learner.local(case.now)


def _case(turn: Turn) -> Case:
    learner, standing = turn.learner, turn.standing
    told = turn.record.latest()
    today = [one for one in told if learner.day(one.due_at) == turn.day]
    over = waiting_part(turn.course, standing) is None
    following = learner.next_lesson_at
    if following and following <= turn.now:
        following = learner.next_lesson(turn.now, turn.holidays)
    return Case(
        turn.learner,
        turn.now,
        following,
        max(today, key=lambda one: one.outcome == "sent", default=None),
        turn.pushed or any(one.outcome == "sent" for one in told),  # on another channel of theirs
        over and (following is None or learner.next_kind in FOLLOW_UPS),
        next_step(turn.course, standing).kind == "done",
    )


def _told(turn: Turn, why: str, case: Case) -> str:
    """The reason as a sentence."""
    if why == "off":
        return turn.say("missed-off", rhythm=load_repeat(case.learner.rhythm).spoken())
    if why == "sent" and case.today:
        return turn.say("missed-sent", hour=clock(case.learner.local(case.today.done_at or case.today.due_at).time()))
    if why == "quiet":
        return turn.say("missed-quiet", hours=load_quiet(case.learner.quiet).spoken())
    return turn.say(f"missed-{why}")
