"""What a line of the plan has to name before it counts as done. Pure."""

from datetime import date
from enum import StrEnum

from bot.korean.list_of_people import people_in
from bot.korean.quantities import names_amount, names_count
from bot.korean.time.dates import read_dates
from bot.korean.time.scan import scan, spelled

TEN = 10  # people to talk to
OPEN_ITEM = "□"  # before an item of a checklist that is still to be done


class Holds(StrEnum):
    """What a line has to name; an author writes it in the head of a lesson."""

    WORDS = "words"  # anything
    AMOUNT = "amount"  # of money
    GOAL = "goal"  # a number and a date
    PEOPLE = "people"  # ten of them
    CHECKED = "checked"  # every item of the checklist, and none still open


def fits(holds: Holds, text: str, today: date) -> bool:
    """Whether a line names what it has to; `today` is the day it was written, from which next week is counted."""
    match holds:
        case Holds.AMOUNT:
            return names_amount(text)
        case Holds.GOAL:
            return names_count(text) and names_day(text, today)
        case Holds.PEOPLE:
            return len(people_in(text)) >= TEN
        case Holds.CHECKED:
            return bool(text) and OPEN_ITEM not in text
    return bool(text.strip())


def names_day(text: str, today: date) -> bool:
    """Whether a sentence names a day of the calendar, such as the twentieth or next Tuesday."""
    return bool(read_dates(scan(spelled(text)).tokens, today).spans)
