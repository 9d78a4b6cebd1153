"""주말에도 와요?, 내일은 안 오죠?: whether reminders come on the days a question names."""

from dataclasses import replace
from datetime import timedelta

from bot.conversation import Turn
from bot.korean import spoken as said
from bot.korean.asked_days import AskedDays, asked_days
from bot.korean.rhythms import spoken_names, spoken_rhythm
from bot.message import Button, Go, Message
from bot.rhythm import Repeat, load_repeat
from bot.rhythm.days import ALL, WORKDAYS, Weekdays
from handlers import in_force, nudges, pauses, quiet_hours, steps
from handlers.hours import OFFERED_WEEKENDS, without_days
from handlers.keeping import keeping
from handlers.reminder_settings import answering

DENIED = "- "
"""Before the days that are said not to fit."""


def how_set(turn: Turn) -> Message:
    """Whether they come then, and how they are set; a question that is open stays open. Where we cannot speak first,
    that nothing comes.
    """
    change = Button(turn.say("button-change-hour"), Go("remind"))
    if not turn.pushed and not turn.learner.ended_at:
        rhythm = spoken_rhythm(load_repeat(turn.learner.rhythm)) if turn.learner.rhythm else ""
        none = keeping(turn, [turn.say("none-comes-then" if rhythm else "none-comes", rhythm=rhythm)], [change])
        return nudges.told_with(none, *nudges.offer(turn)) if rhythm else none
    if turn.words.startswith(DENIED) and (kept := _denied(turn)):
        return kept
    if steps.first_question(turn) == "hour" and not turn.learner.rhythm:
        return keeping(turn, [turn.say("remind-none")])
    answer, also = coming(turn)
    also = () if turn.words.startswith(DENIED) else also
    if not answering(turn):
        message = turn.go(Go("remind"))
        message = steps.opened_with(answer, message) if answer else message
        return replace(message, buttons=(*also, *message.buttons))
    told = "\n\n".join(filter(None, (answer, in_force.told(turn))))
    return keeping(turn, [told], [*quiet_hours.ways_out(turn)[:1], *also, change])


def _denied(turn: Turn) -> Message | None:
    """매일은 말구요: it stays as it is where they do not come then, and no such day is offered; who has every day, and
    does not want it, gets fewer. None where there is nothing to deny.
    """
    learner, asked = turn.learner, asked_days(turn.words)
    days = load_repeat(learner.rhythm).days if learner.rhythm and not learner.off else None
    if asked is None or not isinstance(days, Weekdays) or not asked.week:
        return None
    if asked.week == days.days == ALL:
        return turn.go(Go("less"))
    if asked.week == days.days == WORKDAYS:
        buttons = tuple(Button(spoken_rhythm(load_repeat(one)), Go("remind", one)) for one in OFFERED_WEEKENDS)
        return Message((turn.say("remind-which"),), buttons, Go("remind"))
    if asked.week <= days.days:
        return None
    answer = "" if asked.week == ALL else coming(turn)[0]
    return steps.opened_with(answer or turn.say("talk-fine"), without_days(turn.go(Go("remind")), asked.week))


def coming(turn: Turn) -> tuple[str, tuple[Button, ...]]:
    """Whether they come, and a button for days on which they do not; ("", ()) where no day was asked about, or no
    reminder comes at all.
    """
    learner, asked = turn.learner, asked_days(turn.words)
    if asked is None or not learner.rhythm or learner.off or not turn.pushed or learner.ended_at:
        return "", ()
    if steps.all_quiet(turn):
        return turn.say("comes-never"), ()
    if asked.ahead is not None and (not asked.free or _is_holiday(turn, asked.ahead)):
        return _on_one_day(turn, asked, asked.ahead), ()
    if asked.free:
        key = "comes" if learner.on_holidays else "comes-not"
        more = () if learner.on_holidays else (Button(turn.say("button-on-holidays"), Go("remind", "holidays on")),)
        return _told(turn, key, turn.say("holidays"), asked), more
    return _on_days_of_week(turn, asked)


def _on_one_day(turn: Turn, asked: AskedDays, ahead: int) -> str:
    """내일도 와요?: the next one, if it is that day; else that none comes, and when the next does."""
    learner, day = turn.learner, steps.today(turn) + timedelta(days=ahead)
    after = learner.local(turn.now) if ahead == 0 else learner.local(turn.now).replace(hour=23, minute=59)
    after += timedelta(days=max(ahead - 1, 0))
    coming = steps.next_lesson(turn, after)
    if coming is None:
        return ""
    moment = steps.moment(turn, coming)
    if learner.local(coming).date() == day:
        comes = turn.say("comes-then", day=moment, asked="otherwise" if asked.otherwise else "by-yes")
        return "\n".join(filter(None, (comes, pauses.before(turn, day))))
    why = "holiday" if _is_holiday(turn, ahead) else "other"
    return turn.say("comes-not-then", day=said.day(day, steps.today(turn)), next=moment, why=why)


def _is_holiday(turn: Turn, ahead: int) -> bool:
    """Whether a day so many days from today on is of their rhythm, and rests for a public holiday alone."""
    day = steps.today(turn) + timedelta(days=ahead)
    return day in turn.holidays and not turn.learner.on_holidays and turn.learner.expects(day)


def _on_days_of_week(turn: Turn, asked: AskedDays) -> tuple[str, tuple[Button, ...]]:
    """주말에도 와요?: of a rhythm that counts in days or in several weeks nothing is told."""
    rhythm = load_repeat(turn.learner.rhythm)
    if not isinstance(rhythm.days, Weekdays) or rhythm.days.weeks > 1:
        return "", ()
    held, name = rhythm.days.days, spoken_names(asked.week)
    if asked.only:
        return (_told(turn, "comes-only", name, asked) if asked.week == held else ""), ()
    if asked.week <= held:
        return _told(turn, "comes-daily" if asked.week == ALL else "comes", name, asked), ()
    if asked.week & held and asked.week != ALL:
        return "", ()
    label = turn.say("button-daily" if asked.week == ALL else "button-also", days=name)
    also = Button(label, Go("remind", str(Repeat(Weekdays(held | asked.week), rhythm.times))))
    key = "comes-not-daily" if asked.week == ALL else "comes-not"
    return _told(turn, key, spoken_names(held) if asked.week == ALL else name, asked), (also,)


def _told(turn: Turn, key: str, name: str, asked: AskedDays) -> str:
    return turn.say(key, days=name, asked="otherwise" if asked.otherwise else "by-yes")
