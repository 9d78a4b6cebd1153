"""왜 안 와요, 주말에도 와요: what is true for this learner, when the next lesson comes, and today's to open at once."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.conversation import Turn
from bot.korean.asked_days import days_ago
from bot.korean.rhythms import spoken_rhythm
from bot.korean.spoken import clock, dated
from bot.learning.day import StepKind, next_step, waiting_part
from bot.message import Button, Go, Message
from bot.record.facts import Outcome, Reminder, WhyNotSent
from bot.record.learner import FOLLOW_UPS, Learner
from bot.rhythm import load_quiet, load_repeat
from handlers import nudges, reminder_settings, steps
from handlers.keeping import keeping

TODAYS: Mapping[Outcome, WhyNotSent] = {  # by what became of today's
    Outcome.CLAIMED: WhyNotSent.SOON,
    Outcome.SENT: WhyNotSent.SENT,
    Outcome.BEGUN: WhyNotSent.UNSURE,
    Outcome.UNKNOWN: WhyNotSent.UNSURE,
}
SWITCH_ON = ("button-remind-again", Go("remind", "on"))
WAYS: Mapping[WhyNotSent, tuple[str, Go]] = {  # a button's label and what it says, where one tap would mend it
    WhyNotSent.OFF: SWITCH_ON,
    WhyNotSent.PAUSED: SWITCH_ON,
    WhyNotSent.HOLIDAY: ("button-on-holidays", Go("remind", "holidays on")),
}
SILENT = (WhyNotSent.ALONE, WhyNotSent.ENDED, WhyNotSent.OFF, WhyNotSent.QUIET)  # no lesson follows by itself


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


def why_not_sent(turn: Turn) -> Message:
    """Why no lesson came, without excuses; the way to change it, and the lesson itself."""
    case = _case(turn)
    if (then := _then(turn)) and case.following:
        return _of_a_day_gone_by(turn, then, case.following)
    why = reason(case, turn.holidays)
    step = steps.button_to(turn, steps.step_of_today(turn))
    if why is WhyNotSent.NO_RHYTHM:
        asked = turn.hand_to(reminder_settings.remind)
        return replace(asked, buttons=(*asked.buttons, step))
    bubbles = [_told(turn, why, case)]
    if why not in SILENT and case.following:
        rhythm, first = spoken_rhythm(load_repeat(case.learner.rhythm)), steps.moment(turn, case.following)
        key = "not-sent-next-lighter" if _lighter(case) else "not-sent-next"
        bubbles.append(turn.say(key, rhythm=rhythm, first=first))
    way: tuple[Button, ...] = (Button(turn.say(WAYS[why][0]), WAYS[why][1]),) if why in WAYS else ()
    if why is WhyNotSent.ALONE:
        told, way = _elsewhere(turn)
        bubbles += [told] if told else []
    ways = (*way, Button(turn.say("button-change-hour"), Go("remind")))
    if reminder_settings.answering(turn):
        return keeping(turn, bubbles, ways)
    return Message(tuple(bubbles), (step, *ways))


def _then(turn: Turn) -> str:
    """Why none came on the day gone by that the words name: it was none of theirs; "" where one was to come."""
    learner, ago = turn.learner, days_ago(turn.words, steps.today(turn))
    if not ago or not turn.pushed or not learner.rhythm or learner.off or learner.ended_at:
        return ""
    day = steps.today(turn) - timedelta(days=ago)
    before = day < learner.local(learner.since).date()
    why = "before" if before else "holiday" if day in turn.holidays and not learner.on_holidays else "other"
    silent = before or not learner.expects(day) or learner.rests(day, turn.holidays)
    why = "other" if not learner.expects(day) else why
    if not silent and any(
        learner.day(one.due_at) == day and one.outcome == Outcome.SENT for one in turn.record.latest()
    ):
        why, silent = "sent", True
    return turn.say("not-sent-then", day=dated(day), why=why) if silent else ""


def _of_a_day_gone_by(turn: Turn, told: str, following: datetime) -> Message:
    """Why none came then, and when the next one does."""
    rhythm, first = spoken_rhythm(load_repeat(turn.learner.rhythm)), steps.moment(turn, following)
    bubbles = [told, turn.say("not-sent-next", rhythm=rhythm, first=first)]
    change = Button(turn.say("button-change-hour"), Go("remind"))
    if reminder_settings.answering(turn):
        return keeping(turn, bubbles, (change,))
    return Message(tuple(bubbles), (steps.button_to(turn, steps.step_of_today(turn)), change))


def case_of(turn: Turn) -> Case:
    """The same for who looks from outside, and speaks from no address of theirs."""
    reached = any(home.reachable and home.address.channel in turn.pushing for home in turn.record.homes)
    return replace(_case(turn), pushed=reached)


def _elsewhere(turn: Turn) -> tuple[str, tuple[Button, ...]]:
    """What else may ring; who was told today still has Telegram, for it is they who ask."""
    told, ways = nudges.offer(turn)
    if ways or "telegram" not in turn.pushing:
        return told, ways
    return turn.say("not-sent-link"), (Button(turn.say("command-link"), Go("link")),)


def reason(case: Case, holidays: Container[date]) -> WhyNotSent:
    """The first of the reasons that holds, the most lasting ones first. Pure."""
    learner, day = case.learner, _local(case).date()
    paused = learner.paused_from and learner.paused_until and learner.paused_from <= day < learner.paused_until
    today = case.today.outcome if case.today else None
    known = TODAYS.get(today) if today else None
    reasons = (
        (WhyNotSent.ENDED, case.ended),
        (WhyNotSent.ALONE, not case.pushed),
        (WhyNotSent.NO_RHYTHM, not learner.rhythm),
        (WhyNotSent.OFF, learner.off),
        (WhyNotSent.PAUSED, paused),
        (WhyNotSent.QUIET, case.following and learner.quiet_at(case.following)),
        (known or WhyNotSent.SENT, known),
        (WhyNotSent.DONE, case.done),
        (WhyNotSent.RESTED, learner.hushed(learner.day(case.now))),
        (WhyNotSent.SOON, case.following and learner.local(case.following).date() == day),
        (WhyNotSent.HOLIDAY, learner.rests(day, holidays)),
        (WhyNotSent.OTHER_DAY, learner.rhythm and not _comes(learner, day)),
        (WhyNotSent.LATE, today),
    )
    return next((why for why, holds in reasons if holds), WhyNotSent.OVER)


def _comes(learner: Learner, day: date) -> bool:
    return load_repeat(learner.rhythm).days.holds(day, learner.local(learner.since).date())


def _lighter(case: Case) -> bool:
    """Whether the next message comes in a week of reviews, and brings no lesson."""
    return bool(case.following and case.learner.lighter(case.learner.day(case.following)))


def _local(case: Case) -> datetime:
    return case.learner.local(case.now)


def _case(turn: Turn) -> Case:
    learner, standing = turn.learner, turn.standing
    told = turn.record.latest()
    today = [one for one in told if learner.day(one.due_at) == turn.day]
    over = waiting_part(turn.course, standing) is None
    following = learner.next_lesson_at
    if following and (following <= turn.now or learner.day(following) == turn.day):
        following = steps.usual_lesson(turn)
    return Case(
        turn.learner,
        turn.now,
        following,
        max(today, key=lambda one: one.outcome == Outcome.SENT, default=None),
        turn.pushed or any(one.outcome == Outcome.SENT for one in told),  # on another channel of theirs
        over and (following is None or learner.next_kind in FOLLOW_UPS),
        next_step(turn.course, standing).kind == StepKind.DONE,
    )


def _told(turn: Turn, why: WhyNotSent, case: Case) -> str:
    """The reason as a sentence."""
    if why is WhyNotSent.OFF:
        return turn.say("not-sent-off", rhythm=spoken_rhythm(load_repeat(case.learner.rhythm)))
    if why is WhyNotSent.SENT and case.today:
        return turn.say("not-sent-sent", hour=clock(case.learner.local(case.today.done_at or case.today.due_at).time()))
    if why is WhyNotSent.QUIET:
        return turn.say("not-sent-quiet", hours=spoken_rhythm(load_quiet(case.learner.quiet)))
    if why is WhyNotSent.DONE and turn.standing.lighter and not turn.standing.done_today:
        return turn.say("not-sent-lighter")
    return turn.say(f"not-sent-{why}")
