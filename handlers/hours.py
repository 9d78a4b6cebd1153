"""The hours that are offered, and on which days an hour falls that was said alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.conversation import Turn
from bot.korean import when
from bot.korean.rhythms import spoken_rhythm
from bot.korean.time import frequency
from bot.korean.time.likely import around, barred, every_day, likely
from bot.korean.time.scan import spelled
from bot.message import Button, Go, Message
from bot.rhythm import Once, Repeat, Rhythm, Unclear, Unknown, load_repeat
from bot.rhythm.changes import DaysChange, Resume, Shift, Switch, TimeChange
from bot.rhythm.days import ALL, WEEKEND, WORKDAYS, Days, Weekdays
from handlers import steps
from handlers.keeping import said

OFFERED = ("weekdays 08:00", "weekdays 12:30", "weekdays 19:00", "daily 21:00")
OFFERED_WEEKENDS = ("weekends 10:00", "weekends 14:00", "weekends 20:00")
EVERY_DAY = Weekdays(ALL)
USUAL_DAYS = (Weekdays(WORKDAYS), EVERY_DAY)
MOST_HOURS = 4  # that are offered on working days and on all


def offered(command: str) -> tuple[Button, ...]:
    """The times most people choose."""
    return tuple(Button(spoken_rhythm(load_repeat(rhythm)), Go(command, rhythm)) for rhythm in OFFERED)


def without_days(message: Message, days: frozenset[int]) -> Message:
    """The same without the hours on all of these days, which are said not to fit."""
    return replace(message, buttons=tuple(button for button in message.buttons if not _on_all(button.go, days)))


def _on_all(go: Go, days: frozenset[int]) -> bool:
    try:
        offered_on = load_repeat(go.argument).days if go.command in {"hour", "remind"} else None
    except ValueError:
        return False  # 건너뛰기 is no rhythm
    return isinstance(offered_on, Weekdays) and offered_on.days >= days


def unclear(turn: Turn, command: str) -> Message:
    """The times most people choose, where the words name too little; where they name an hour for some days and another
    for others, each of the two; for a week of the month, that day of every week or every other one.
    """
    if weeks := when.nth_week(turn.words, turn.learner.local(turn.now)):
        buttons = tuple(Button(spoken_rhythm(one), Go(command, str(one))) for one in weeks)
        return Message((turn.say("remind-nth-week"),), buttons, Go(command))
    if when.each_of_days(turn.words, turn.learner.local(turn.now)):
        return two_hours(turn)
    return Message((turn.say("remind-unclear"),), offered(command), Go(command))


def two_hours(turn: Turn) -> Message:
    """월수는 아침 7시 금요일은 저녁 9시: there is one hour only; each of the two that were named is offered."""
    each = when.each_of_days(turn.words, turn.learner.local(turn.now))
    command = "hour" if steps.in_first_questions(turn) else "remind"
    buttons = tuple(Button(spoken_rhythm(one), Go(command, str(one))) for one in each)
    screen = turn.learner.screen
    if not buttons or (screen and screen.expects and screen.expects.command not in {"hour", "remind"}):
        return said(turn, intent="two_hours", leads={"button-change-hour": Go("remind")})
    return Message((turn.say("talk-two_hours"),), buttons, Go(command))


def meant(turn: Turn, rhythm: Rhythm) -> Rhythm:
    """What words mean where it is asked when lessons shall come, with the hours that a moment of their day is likely to
    lie at: 애들 등원시키고 10시쯤 is no evening.
    """
    if either := when.alternatives(turn.words, turn.learner.local(turn.now)):
        return either
    if isinstance(rhythm, DaysChange | Shift) and turn.learner.rhythm:
        return load_repeat(turn.learner.rhythm).changed(rhythm)
    unknown = isinstance(rhythm, Unknown)
    rhythm = Unclear() if unknown else repeating(rhythm)
    if not isinstance(rhythm, Unclear) or not all(isinstance(one, Repeat) for one in rhythm.choices):
        return rhythm
    meant_by = likely(turn.words, turn.learner.local(turn.now))
    found = tuple(load_repeat(one) for one in every_day(meant_by.minutes))
    days = {str(one.days) for one in rhythm.choices if isinstance(one, Repeat)}
    if not found or days - {str(EVERY_DAY)}:
        return Unknown() if unknown else rhythm
    narrower = len(found) < len(rhythm.choices) and set(found) <= set(rhythm.choices)
    if rhythm.choices and not (narrower or meant_by.named):
        return rhythm
    return found[0] if meant_by.sure and not unknown else Unclear(found)


def _but_denied(turn: Turn) -> Unclear | None:
    """저녁 9시는 안 돼요: the hours most people choose, without those that are said not to fit; None where none is."""
    hours = when.hours_denied(turn.words)
    repeats = map(load_repeat, OFFERED)
    return Unclear(tuple(one for one in repeats if one.times[0].hour not in hours)) if hours else None


def repeating(rhythm: Rhythm) -> Rhythm:
    """What words mean where it is asked when lessons shall come: 내일 아침 7시 is a morning like all others, and
    주말에만 leaves open at what time.
    """
    match rhythm:
        case TimeChange():
            return load_repeat(f"daily {rhythm}".replace("time ", ""))
        case Once(datetime() as at):
            return Unclear(tuple(Repeat(days, (at.time(),)) for days in USUAL_DAYS))
        case DaysChange("", days):
            hours = OFFERED_WEEKENDS if days == Weekdays(WEEKEND) else OFFERED
            return Unclear(tuple(Repeat(days, load_repeat(hour).times) for hour in hours))
        case Resume() | Switch(True):
            return Unclear()  # 오늘부터요
        case Unclear(choices):
            repeats = tuple(choice for choice in choices if isinstance(choice, Repeat))
            return repeats[0] if len(repeats) == 1 < len(choices) else Unclear(repeats or choices)
    return rhythm


def sets_hour(wish: Rhythm) -> bool:
    """Whether a wish makes lessons come at an hour from now on."""
    return isinstance(wish, Repeat | DaysChange | TimeChange | Shift) or wish == Switch(on=True)


def on_their_days(turn: Turn, rhythm: Rhythm, shown: Sequence[str]) -> Rhythm:
    """Who says an hour alone keeps the days they have, or were just asked an hour of; who has none, and no half of the
    day, is asked for both. `shown` are the buttons that the words pick out, which say all of it.
    """
    choices = rhythm.choices if isinstance(rhythm, Unclear) else (rhythm,)
    if frequency.says_every_day(turn.words) or str(rhythm) in (turn.words, *shown):
        return rhythm
    if isinstance(rhythm, TimeChange) and not turn.learner.rhythm:  # 아침 7시로 바꿔 주세요, of one who has no hour yet
        return Unclear(tuple(Repeat(days, rhythm.times) for days in USUAL_DAYS))
    hours = [choice for choice in choices if isinstance(choice, Repeat) and choice.days == EVERY_DAY]
    if not hours or len(hours) < len(choices):
        return rhythm
    days = _days_asked(turn) or (load_repeat(turn.learner.rhythm).days if turn.learner.rhythm else None)
    if days:
        kept = [Repeat(days, hour.times) for hour in hours]
    elif isinstance(rhythm, Unclear):
        usual = USUAL_DAYS if len(hours) <= MOST_HOURS else (EVERY_DAY,)
        kept = [Repeat(days, hour.times) for hour in hours for days in usual]
    else:
        return rhythm
    return Unclear(tuple(kept)) if isinstance(rhythm, Unclear) else kept[0]


def beside(turn: Turn, rhythm: Rhythm) -> Rhythm:
    """저녁 8시에 문 닫아요: who only tells how their day goes wishes nothing; hours near it are offered.

    Where one is denied, the others are.
    """
    near = of_a_day(turn)
    if near and barred(spelled(turn.words)):
        return Unclear(tuple(map(load_repeat, near)))
    if others := _but_denied(turn):
        return others
    told = rhythm.choices if isinstance(rhythm, Unclear) else (rhythm,)
    repeats = [one for one in told if isinstance(one, Repeat)]
    if not near or len(repeats) < len(told):
        return rhythm
    return Unclear(tuple(map(load_repeat, near)))


def of_a_day(turn: Turn) -> tuple[str, ...]:
    """Rhythms at hours near one at which they told what they do; none where an hour was wished."""
    return around(turn.words, turn.learner.local(turn.now))


def which_asked(turn: Turn) -> str:
    """The question which of several hours it is: of who denied one, told how their day goes, or said too little."""
    if when.hours_denied(turn.words) or barred(spelled(turn.words)):
        return "remind-denied" if turn.pushed else "remind-denied-alone"
    return "remind-beside" if of_a_day(turn) else "remind-which"


def _days_asked(turn: Turn) -> Days | None:
    """The days that all hours on the screen are of: those of 주말에만, where only its hour is open."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    found: set[str] = set()
    days: Days | None = None
    for button in buttons:
        try:
            days = load_repeat(button.go.argument).days
        except ValueError:
            continue  # 건너뛰기 is no rhythm
        found.add(str(days))
    return days if len(found) == 1 else None
