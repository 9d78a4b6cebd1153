"""A calendar as a file of RFC 5545, by icalendar: it escapes and folds; whatever a learner wrote is data."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar

from bot.plan.calendar import Calendar, Lesson, Promise
from bot.plan.documents.seen import seen

LASTS = timedelta(minutes=5)  # a lesson; a day asks for no more
REFRESHED = timedelta(hours=6)  # how often whoever has subscribed may look again
MAKER = "-//my-own-work//calendar//KO"


def drawn(calendar: Calendar) -> bytes:
    """The whole file: the zone it needs, then an event for each lesson and each promise."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.calendar_name = _line(calendar.title)
    made.add("refresh-interval", icalendar.vDuration(REFRESHED), {"value": "DURATION"})  # RFC 7986, 5.7
    made.add("x-published-ttl", icalendar.vDuration(REFRESHED))  # the same for programs that are older
    made.add("x-wr-timezone", calendar.zone)
    for lesson in calendar.lessons:
        made.add_component(_lesson(calendar, lesson))
    for promise in calendar.promises:
        made.add_component(_promise(calendar, promise))
    if calendar.lessons:
        last = max(lesson.until or lesson.at for lesson in calendar.lessons)
        made.add_missing_timezones(date(calendar.at.year - 1, 1, 1), date(last.year + 1, 12, 31))
    file: bytes = made.to_ical()
    return file


def _lesson(calendar: Calendar, lesson: Lesson) -> icalendar.Event:
    event = _event(calendar, lesson.name, calendar.lesson, calendar.text)
    event.add("dtstart", lesson.at)
    event.add("duration", LASTS)
    if lesson.rule and lesson.until:
        event.add("rrule", {**lesson.rule, "until": lesson.until.astimezone(UTC)})
    if lesson.without:
        event.add("exdate", list(lesson.without))
    event.add_component(_alarm(timedelta(), calendar.lesson))
    return event


def _promise(calendar: Calendar, promise: Promise) -> icalendar.Event:
    event = _event(calendar, promise.name, promise.title, promise.text)
    event.add("dtstart", promise.day)
    event.add("dtend", promise.day + timedelta(days=1))
    if promise.rings:
        event.add_component(_alarm(_since_midnight(promise.rings), promise.title))
    return event


def _event(calendar: Calendar, name: str, title: str, text: str) -> icalendar.Event:
    """What every event has: a name that stays, so that one imported again takes the place of the one before; it keeps
    nobody from meeting, and who is shown a calendar of somebody else sees no more of it than that.
    """
    event = icalendar.Event()
    event.add("uid", f"{name}-{calendar.owner}@my-own-work")
    event.add("dtstamp", calendar.at)
    event.add("sequence", calendar.edition)
    event.add("summary", _line(title))
    if text:
        event.add("description", seen(text).strip())
    if calendar.url:
        event.add("url", calendar.url)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(after: timedelta, title: str) -> icalendar.Alarm:
    """Rings so long after the beginning of its event."""
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", after)
    alarm.add("description", _line(title))
    return alarm


def _since_midnight(at: time) -> timedelta:
    return datetime.combine(date.min, at) - datetime.combine(date.min, time())


def _line(text: str) -> str:
    """A text in one line."""
    return " ".join(seen(text).split())
