"""When lessons come: chosen by button or typed, always read back."""

from zoneinfo import ZoneInfo

from bot.conversation import Sorry, Turn
from bot.korean import when
from bot.korean.rhythm import Ask, Repeat, Rhythm, load, load_repeat
from bot.korean.speak import spoken_moment
from bot.message import Button, Message

OFFERED = ("weekdays 08:00", "weekdays 12:30", "weekdays 19:00", "daily 21:00")


async def remind(turn: Turn) -> Message:
    """Say when lessons come and offer other times; words after 알림 are a time."""
    if turn.words:
        return settle(turn, "/remind") or Message((kept(turn),), (Button(turn.say("button-today"), "/today"),))
    now = turn.say("remind-now", rhythm=spoken(turn)) if turn.learner.rhythm else turn.say("remind-none")
    return Message((now,), offered("/remind"), "/remind")


def settle(turn: Turn, command: str) -> Message | None:
    """Keep the rhythm the words mean, or ask back with the times they may mean. Raises Sorry for anything else."""
    rhythm = _read(turn)
    if isinstance(rhythm, Ask) and rhythm.choices:
        choices = [choice for choice in rhythm.choices if isinstance(choice, Repeat)]
        buttons = tuple(Button(choice.spoken(), f"{command} {choice}") for choice in choices)
        return Message((turn.say("remind-which"),), buttons, command)
    if not isinstance(rhythm, Repeat):
        raise Sorry("sorry-hour")
    since = turn.learner.since.astimezone(_zone(turn)).date()
    turn.change(rhythm=str(rhythm), next_lesson_at=rhythm.next_at(turn.now, _zone(turn), since=since))
    return None


def kept(turn: Turn) -> str:
    """The rhythm read back, with the moment of the first lesson; or that this channel cannot speak first."""
    if not turn.pushed or turn.learner.next_lesson_at is None:
        return turn.say("remind-kept-alone", rhythm=spoken(turn))
    first = spoken_moment(turn.learner.next_lesson_at, turn.now.astimezone(_zone(turn)))
    return turn.say("remind-kept", rhythm=spoken(turn), first=first)


def spoken(turn: Turn) -> str:
    """The learner's rhythm in Korean, or that there is none."""
    if not turn.learner.rhythm:
        return turn.say("remind-no-rhythm")
    return load_repeat(turn.learner.rhythm).spoken()


def offered(command: str) -> tuple[Button, ...]:
    """The times most people choose."""
    return tuple(Button(load_repeat(rhythm).spoken(), f"{command} {rhythm}") for rhythm in OFFERED)


def _read(turn: Turn) -> Rhythm:
    try:
        return load(turn.words)  # a button's own words
    except ValueError:
        return when.read(turn.words, turn.now.astimezone(_zone(turn)))


def _zone(turn: Turn) -> ZoneInfo:
    return ZoneInfo(turn.learner.zone)
