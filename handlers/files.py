"""What goes with messages, by its name: the plan in one of its forms, a drawn week, or the calendar."""

from bot.conversation import Turn
from bot.message import File
from bot.plan.calendar import KIND, Calendar
from bot.plan.documents import Sheet
from handlers import calendar, documents


def view(turn: Turn) -> Sheet | Calendar:
    """What stands in it. The turn's words are its form and what is said with it."""
    return calendar.view(turn) if turn.words == calendar.NAME else documents.view(turn)


def draw(seen: Sheet | Calendar, form: str) -> File:
    """It as a file. Takes up to a second: not for the event loop."""
    if isinstance(seen, Calendar):
        return File(f"{seen.file}.ics", KIND, calendar.draw(seen))
    return documents.draw(seen, form)
