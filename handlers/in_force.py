"""What holds about a learner's reminders, in words: their rhythm, pauses, quiet hours, holidays."""

from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta

from bot.conversation import Turn
from bot.korean.rhythms import spoken_rhythm
from bot.korean.spoken import clocks as spoken_clocks
from bot.korean.spoken import dated
from bot.korean.spoken import day as spoken_day
from bot.record.learner import FOLLOW_UPS, Learner
from bot.rhythm import Repeat, load_quiet, load_repeat
from bot.rhythm.feasts import feast_between
from handlers import pauses, steps

A_DAY = timedelta(days=1)


def spoken(turn: Turn) -> str:
    """In one line: 평일 오전 8시, 내일(화) 하루 쉼. Or that there is no rhythm, or that it is switched off."""
    learner = turn.learner
    if learner.ended_at and not learner.off:
        return turn.say("remind-ended")
    if not learner.rhythm or learner.off:
        return ", ".join((turn.say("remind-off" if learner.off else "remind-no-rhythm"), *_pace(turn, "in-force")))
    rhythm = spoken_rhythm(load_repeat(learner.rhythm))
    today = steps.today(turn)
    if learner.paused_from and learner.paused_until and learner.paused_from <= today < learner.paused_until:
        rhythm = turn.say("remind-paused", last=spoken_day(learner.paused_until - A_DAY, today), rhythm=rhythm)
    return ", ".join((rhythm, *_besides(turn, "in-force")))


def told(turn: Turn) -> str:
    """The same in sentences, one a line."""
    learner = turn.learner
    if learner.ended_at:
        return after_end(turn)
    if learner.off or not learner.rhythm:
        return "\n".join((turn.say("remind-is-off" if learner.off else "remind-none"), *_pace(turn, "told")))
    rhythm = spoken_rhythm(load_repeat(learner.rhythm))
    today = steps.today(turn)
    paused = learner.paused_from and learner.paused_until and learner.paused_from <= today < learner.paused_until
    key = "remind-now-paused" if paused else "remind-now"
    key = "remind-now-quiet" if turn.pushed and steps.all_quiet(turn) and not paused else key
    back = spoken_day(pauses.back_day(turn), today) if paused else ""
    sentence = turn.say(key if turn.pushed else f"{key}-alone", rhythm=rhythm, back=back)
    return "\n".join((sentence, *_besides(turn, "told"), turn.say("remind-change")))


def after_end(turn: Turn) -> str:
    """That no lessons come any more, and whether we still ask how it goes."""
    off = turn.say("off-ended") if turn.learner.off else follow_up(turn)
    return "\n".join(filter(None, (turn.say("told-ended"), off)))


def follow_up(turn: Turn) -> str:
    """On which day we ask next how it goes after the end, or where we cannot speak first when they may come; or ""."""
    asked = (turn.learner.follow_up_at(kind, turn.holidays) for kind in FOLLOW_UPS)
    day = next((at.date() for at in asked if at and at.date() > turn.day), None)
    key = "progress-follow" if turn.pushed else "progress-follow-alone"
    return turn.say(key, day=dated(day)) if day and not turn.learner.off else ""


def kept(turn: Turn, rhythm: Repeat) -> str:
    """Messages come by this rhythm from now on; the sentence that reads it back."""
    turn.change(off=False)
    turn.schedule()
    if turn.learner.ended_at:
        return f"{turn.say('remind-kept-ended', rhythm=spoken_rhythm(rhythm))}\n{after_end(turn)}"
    first = steps.next_lesson(turn)
    if not turn.pushed or (first is None and not steps.all_quiet(turn)):
        return turn.say("remind-kept-alone", rhythm=spoken_rhythm(rhythm))
    if first is None:
        return turn.say("remind-kept-quiet", rhythm=spoken_rhythm(rhythm))
    return turn.say("remind-kept", rhythm=spoken_rhythm(rhythm), first=steps.moment(turn, first))


def quiet_over_lesson(turn: Turn, *, named: bool = False) -> str:
    """The warning that no lesson comes in quiet hours, of all lessons or of some; "" where none lies in them. `named`
    where the hours were just said.
    """
    learner, hushed = turn.learner, steps.quiet_lessons(turn)
    if not hushed or not turn.pushed or learner.off or learner.ended_at:
        return ""
    if not steps.all_quiet(turn):
        return turn.say("quiet-over-some", hours=spoken_clocks(hushed))
    hours = spoken_rhythm(load_quiet(learner.quiet))
    return turn.say("quiet-over-lesson" if named else "quiet-over-lesson-of", hours=hours)


def _besides(turn: Turn, style: str) -> Iterator[str]:
    """What holds besides the rhythm, as phrases of a line ("in-force") or as sentences ("told")."""
    learner, today = turn.learner, steps.today(turn)
    first, back = learner.paused_from, learner.paused_until
    if first and back and today < first:
        last = back - A_DAY
        key = f"{style}-rest-one" if last == first else f"{style}-rest"
        yield turn.say(key, first=spoken_day(first, today), last=spoken_day(last, today))
    if style == "told":
        yield from _none_today(turn)
    yield from _pace(turn, style)
    if learner.quiet and turn.pushed:
        yield turn.say(f"{style}-quiet", hours=spoken_rhythm(load_quiet(learner.quiet)))
        if style == "told" and (warning := quiet_over_lesson(turn, named=True)):
            yield warning
    if learner.on_holidays and turn.pushed:
        yield turn.say(f"{style}-holidays")


def _none_today(turn: Turn) -> Iterator[str]:
    """That an hour of today's is still ahead and none comes, as after words of somebody in danger."""
    learner, coming = turn.learner, turn.learner.next_lesson_at
    usual = learner.next_hour(turn.now, turn.holidays)
    if turn.pushed and usual and coming and learner.day(usual) == turn.day and usual < coming:
        yield turn.say("told-none-today", first=steps.moment(turn, coming))


def _pace(turn: Turn, style: str) -> Iterator[str]:
    """What holds whether reminders come or not: a week of reviews, and in sentences that text comes in short lines."""
    learner = turn.learner
    if learner.lighter_until and turn.day < learner.lighter_until:
        today = steps.today(turn)
        first = (
            spoken_day(learner.lighter_from, today) if learner.lighter_soon(turn.day) and learner.lighter_from else ""
        )
        key = f"{style}-lighter-ahead" if first else f"{style}-lighter"
        yield turn.say(key, first=first, last=spoken_day(learner.lighter_until - A_DAY, today))
    if learner.short_lines and style == "told":
        yield turn.say("told-short")


def long_rest(learner: Learner, now: datetime, holidays: Container[date]) -> tuple[str, date] | None:
    """설날 or 추석 and the day back, on the last day of lessons before a long rest that only the holidays bring."""
    tonight = learner.local(now).replace(hour=23, minute=59)  # a second hour of the same day is no way back
    usual = learner.next_lesson(tonight, ())
    if learner.on_holidays or usual is None or learner.local(usual).date() not in holidays:
        return None
    back = learner.next_lesson(usual, holidays)
    if back is None:
        return None
    day = learner.local(back).date()
    feast = feast_between(tonight.date(), day)
    return (feast, day) if feast else None
