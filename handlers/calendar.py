"""달력: one's own lesson times and promised days as a calendar, and the end of a subscription to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.conversation import Turn
from bot.korean.cues import opens_lesson, weekdays_named
from bot.korean.rhythms import spoken_rhythm
from bot.korean.spoken import dated
from bot.korean.spoken import day as spoken_day
from bot.learning.day import StepKind, parts_to_come
from bot.learning.habit import days_a_week, weeks_for
from bot.message import Button, Go, Message
from bot.plan import calendar
from bot.plan.calendar import Calendar, Lesson, Promise
from bot.record.learner import FOLLOW_UPS, digest
from bot.rhythm import A_DAY, instant, load_quiet, load_repeat, recurrence
from bot.rhythm.days import Days
from handlers import decisions, ending, hours, plan, steps
from handlers.keeping import keeping

NAME = "calendar"  # what a message calls the file
AS_FILE = {"telegram"}  # channels that hand the file itself over; elsewhere a page has it, and subscriptions
SLACK = 2  # the lessons stand in it for so many times as long as the parts that are left take
FEWEST_WEEKS, MOST_WEEKS = 4, 52  # the holidays of more than a year are known
MORNING = time(9)  # when a promised day rings


def calendar_(turn: Turn) -> Message:
    """What is in it, and the file; where there is nothing to put in, or no file can be handed over, what else helps."""
    if turn.learner.new:
        return turn.go(Go("start"))
    made = view(turn)
    if not (made.lessons or made.promises):
        return _nothing(turn)
    if not plan.hands_files(turn):
        return keeping(turn, [_by_hand(turn, made)], _elsewhere(turn))
    by_page = turn.public_url and turn.address.channel not in AS_FILE
    text = turn.say("calendar-or-feed" if by_page else "calendar", what=_what(turn, made))
    told = [text, turn.say("calendar-has-feed", since=since(turn))] if turn.learner.feed else [text]
    end = [Button(turn.say("button-calendar-stop"), Go("calendar-stop"))] if turn.learner.feed else []
    return replace(keeping(turn, ["\n\n".join(told)], end), file=NAME)


def stop(turn: Turn) -> Message:
    """The address that a calendar is subscribed to by leads nowhere any more; it can be taken back. With words it is
    only asked how: that is told, and done by a tap.
    """
    again = Button(turn.say("button-calendar"), Go("calendar"))
    if not turn.learner.feed:
        return keeping(turn, [turn.say("calendar-no-feed")], [again, *_reminders_off(turn)])
    if turn.words:
        end = Button(turn.say("button-calendar-stop"), Go("calendar-stop"))
        return keeping(turn, [turn.say("calendar-how-stopped", since=since(turn))], [end])
    turn.change(feed="", feed_since=None)
    return keeping(turn, [turn.say("calendar-stopped")], [steps.take_back(turn), again])


def _reminders_off(turn: Turn) -> list[Button]:
    """What some call to unsubscribe where no calendar is."""
    comes = turn.pushed and turn.learner.rhythm and not turn.learner.off
    return [Button(turn.say("rest-4"), Go("rest", "off"))] if comes else []


def since(turn: Turn) -> str:
    """The day on which the address was given out; "" where none is in use."""
    given = turn.learner.feed_since
    return spoken_day(turn.learner.day(given), turn.day) if turn.learner.feed and given else ""


def told(turn: Turn) -> str:
    """Since when it is subscribed to, in a phrase."""
    return turn.say("calendar-since", since=since(turn)) if since(turn) else turn.say("mine-none")


# -- what stands in it --


def view(turn: Turn) -> Calendar:
    """All that is to come: the lessons of the rhythm, a message asked for once, and what was promised for a day."""
    learner = turn.learner
    reached_by_page = any(home.address.channel == "web" for home in turn.record.homes)
    return Calendar(
        owner=digest(f"{learner.id} {learner.since.timestamp()}"),
        edition=int((turn.now - learner.since).total_seconds()) // 60,
        at=turn.now,
        zone=learner.zone,
        title=turn.say("calendar-title"),
        file=turn.say("calendar-file"),
        lesson=turn.say("calendar-lesson"),
        text=turn.say("calendar-lesson-text"),
        url=f"{turn.public_url}/" if turn.public_url and reached_by_page else "",
        lessons=(*_once(turn), *_lessons(turn)),
        promises=tuple(sorted(_promises(turn), key=lambda one: one.day)),
    )


def draw(made: Calendar) -> bytes:
    """The file."""
    return calendar.draw(made)


def _once(turn: Turn) -> Iterator[Lesson]:
    learner = turn.learner
    if learner.once_at and learner.once_at > turn.now and not learner.quiet_at(learner.once_at):
        yield Lesson("once", learner.local(learner.once_at))


def _lessons(turn: Turn) -> Iterator[Lesson]:
    """Each time of the rhythm, again and again; none in quiet hours, while reminders are off, and after the end."""
    learner = turn.learner
    if not learner.rhythm or learner.off or learner.ended_at:
        return
    repeat, first = load_repeat(learner.rhythm), _first(turn)
    quiet = load_quiet(learner.quiet) if learner.quiet else None
    span = [first + n * A_DAY for n in range(_weeks(turn) * 7)]
    for n, at in enumerate(repeat.times, 1):
        if (quiet is None or not quiet.holds(at)) and (lesson := _again(turn, f"lesson-{n}", repeat.days, at, span)):
            yield lesson


def _again(turn: Turn, name: str, days: Days, at: time, span: Sequence[date]) -> Lesson | None:
    """A time of day on the days of a span on which it comes. Those that its rule brings and we leave out are its
    exceptions: holidays, pauses, a day that is done; None where none is left.
    """
    learner, zone = turn.learner, ZoneInfo(turn.learner.zone)
    counted_from = learner.local(learner.since).date()
    comes = [day for day in span if days.holds(day, counted_from) and not _left_out(turn, day, at)]
    if not comes:
        return None
    moment = {day: datetime.combine(day, at, zone) for day in span}
    without = (day for day in span if comes[0] < day < comes[-1] and recurrence.brings(days, day, counted_from))
    exceptions = tuple(moment[day] for day in without if day not in {*comes})
    return Lesson(name, moment[comes[0]], recurrence.rule(days), moment[comes[-1]], exceptions)


def _first(turn: Turn) -> date:
    """Today, or in a pause the day after it."""
    learner, today = turn.learner, turn.learner.local(turn.now).date()
    begun = learner.paused_from and learner.paused_from <= today
    return max(today, learner.paused_until) if begun and learner.paused_until else today


def _weeks(turn: Turn) -> int:
    left = sum(1 for _ in parts_to_come(turn.course, turn.standing))
    weeks = SLACK * weeks_for(left, days_a_week(turn.learner.expected(), turn.day))
    return min(MOST_WEEKS, max(FEWEST_WEEKS, weeks))


def _left_out(turn: Turn, day: date, at: time) -> bool:
    """Whether no lesson comes on a day of the rhythm: it rests, is done or hushed, or has one asked for instead."""
    learner = turn.learner
    study_day = learner.day(instant(day, at, ZoneInfo(learner.zone)))
    done = study_day == turn.day and (steps.step_of_today(turn).kind is StepKind.DONE or learner.hushed(turn.day))
    instead = learner.once_at is not None and study_day == learner.day(learner.once_at)
    return done or instead or learner.rests(day, turn.holidays)


def _promises(turn: Turn) -> Iterator[Promise]:
    """What they promised for a day from today on: to somebody by the alias, to themselves, and what we shall ask."""
    rings = None if turn.learner.quiet and load_quiet(turn.learner.quiet).holds(MORNING) else MORNING
    for name, day, title, text in (*_to_people(turn), *_acts(turn), *_of_the_plan(turn), *_follow_ups(turn)):
        if day >= turn.day:
            yield Promise(name, day, title, text, rings)


Told = tuple[str, date, str, str]
"""A promise by its name, its day, its title and what more there is to say."""


def _to_people(turn: Turn) -> Iterator[Told]:
    for one in turn.record.people():
        if one.next_on:
            yield f"person-{one.number}", one.next_on, turn.say("calendar-person", alias=one.alias), one.next_step


def _acts(turn: Turn) -> Iterator[Told]:
    """The next act that the end told of; before it, on the next day that it names, the promise of the week."""
    promise = turn.learner.intention
    if turn.learner.ended_at:
        if act := ending.next_act(turn):
            yield "act", act[1], turn.say("calendar-act"), act[0]
    elif (named := weekdays_named(promise)) and not opens_lesson(promise):
        day = next(day for day in (turn.day + n * A_DAY for n in range(7)) if day.weekday() in named)
        yield "promise", day, turn.say("calendar-promise"), promise


def _of_the_plan(turn: Turn) -> Iterator[Told]:
    """The day on which a hypothesis or a decision shall be looked at again, and no word of it."""
    for line, day in decisions.days_to_look(turn):
        slot = turn.course.slot(line.lesson)
        if slot:
            yield f"line-{line.lesson}", day, turn.say("calendar-line", slot=slot.name), ""


def _follow_ups(turn: Turn) -> Iterator[Told]:
    asked = ((kind, turn.learner.follow_up_at(kind, turn.holidays)) for kind in FOLLOW_UPS)
    for kind, at in asked:
        if at and not turn.learner.off:
            yield kind, at.date(), turn.say("calendar-follow"), turn.say("calendar-follow-text")


# -- what is said of it --


def _what(turn: Turn, made: Calendar) -> str:
    """평일 오전 8시 레슨, 약속한 날 2개."""
    rings = any(lesson.rule for lesson in made.lessons)
    lessons = turn.say("calendar-of-rhythm", rhythm=spoken_rhythm(load_repeat(turn.learner.rhythm))) if rings else ""
    once = turn.say("calendar-of-once") if any(lesson.rule is None for lesson in made.lessons) else ""
    days = turn.say("calendar-of-days", count=len(made.promises)) if made.promises else ""
    return ", ".join(filter(None, (lessons, once, days)))


def _by_hand(turn: Turn, made: Calendar) -> str:
    """What can be put in by hand where no file can be handed over."""
    rings = any(lesson.rule for lesson in made.lessons)
    lessons = turn.say("calendar-note-rhythm", rhythm=spoken_rhythm(load_repeat(turn.learner.rhythm))) if rings else ""
    days = [turn.say("calendar-note-day", day=dated(one.day), title=one.title) for one in made.promises]
    return "\n".join(filter(None, (turn.say("calendar-no-file"), lessons, *days)))


def _elsewhere(turn: Turn) -> list[Button]:
    return [Button(turn.say("command-link"), Go("link"))] if "telegram" in turn.pushing else []


def _nothing(turn: Turn) -> Message:
    """Why there is nothing to put in; an hour is asked for, where one may be set."""
    learner, screen = turn.learner, turn.learner.screen
    if learner.ended_at:
        return keeping(turn, [turn.say("calendar-ended")])
    if learner.off and learner.rhythm:
        on = Button(turn.say("button-remind-again"), Go("remind", "on"))
        return keeping(turn, [turn.say("calendar-off")], [on])
    if learner.rhythm:
        return keeping(turn, [turn.say("calendar-none-left")], [Button(turn.say("button-change-hour"), Go("remind"))])
    if screen and screen.expects:
        return keeping(turn, [turn.say("calendar-no-hour")])
    return Message((turn.say("calendar-no-hour"),), hours.offered("remind"), Go("remind"))
