"""Where we cannot speak first: how else one's hour can reach them. Their own calendar, Telegram, the page's pushes."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation import Turn
from bot.message import Button, Go, Message
from handlers import plan, steps

CALENDAR, LINK = ("button-calendar", Go("calendar")), ("command-link", Go("link"))


def offer(turn: Turn) -> tuple[str, tuple[Button, ...]]:
    """The ways in a few lines, and their buttons: once a day, to whoever nothing comes to by itself and who has not
    switched that off; else ("", ()).
    """
    ways = [way for way, there_is in _ways(turn).items() if there_is]
    if not ways or turn.learner.off or _reached(turn) or turn.learner.offered_on == turn.day:
        return "", ()
    turn.change(offered_on=turn.day)
    told = "\n".join(turn.say(f"way-{way}", page=turn.public_url) for way in ways)
    leads = ([CALENDAR] if "calendar" in ways else []) + ([LINK] if {*ways} - {"calendar"} else [])
    return turn.say("ways", ways=told), tuple(Button(turn.say(label), go) for label, go in leads)


def of_hour(turn: Turn) -> tuple[str, tuple[Button, ...]]:
    """What is said where an hour was set: that the calendar they have subscribed to follows, else the offer."""
    return (turn.say("calendar-follows"), ()) if turn.learner.feed else offer(turn)


def told_with(message: Message, told: str, buttons: tuple[Button, ...]) -> Message:
    """The message with what is told under its first bubble, before it asks anything; its own buttons come first."""
    if not told:
        return message
    first, *others = message.bubbles
    return steps.with_buttons(replace(message, bubbles=(f"{first}\n\n{told}", *others)), *buttons)


def _reached(turn: Turn) -> bool:
    """Whether a reminder comes by itself to one of their addresses."""
    return turn.pushed or any(home.reachable and home.address.channel in turn.pushing for home in turn.record.homes)


def _ways(turn: Turn) -> Mapping[str, bool]:
    """What may ring, in the order in which it is told, and whether there is such a way for them."""
    return {
        "calendar": plan.hands_files(turn) and not turn.learner.feed,
        "telegram": "telegram" in turn.pushing,
        "page": "web" in turn.pushing and bool(turn.public_url),
    }
