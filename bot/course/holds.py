"""What a line of the plan has to name before it counts as done. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.korean.decided import decided, names_stop
from bot.korean.list_of_people import people_in, surely_people
from bot.korean.meant import days_named
from bot.korean.quantities import counts_people, is_figure, names_amount, names_count, names_deadline
from bot.korean.time.dates import read_dates
from bot.korean.time.scan import scan, spelled

TEN = 10  # people to talk to
OPEN_ITEM = "□"  # before an item of a checklist that is still to be done
ADDED = "#"  # between a part and the number of a line that was added to its first one


class Holds(StrEnum):
    """What a line has to name; an author writes it in the head of a lesson."""

    WORDS = "words"  # anything
    SAID = "said"  # what is said to somebody else, or was said by them: it may ask, wish or complain
    AMOUNT = "amount"  # of money
    GOAL = "goal"  # a number and a date
    HYPOTHESIS = "hypothesis"  # a number, a date, and what follows if it does not come true
    DECISION = "decision"  # to go on, to change or to stop, or a date to decide on
    PEOPLE = "people"  # ten of them
    CHECKED = "checked"  # every item of the checklist, and none still open


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """Where the line of a part stands in the plan: its box, and what it is called there.

    `needed` says whether the box is not done without it; what a check brings is welcome, and never missing.
    """

    part: str
    box: int
    name: str
    holds: Holds = Holds.WORDS
    brief: bool = False
    needed: bool = True


def first_of(name: str) -> str:
    """The part that a line was first written for: of 29-decide#2, the second of its decisions, 29-decide."""
    return name.partition(ADDED)[0]


class Lack(StrEnum):
    """What a line may have to name yet."""

    COUNT = "count"
    DAY = "day"
    STOP = "stop"  # what follows if it does not come true


_SENTENCE_END = re.compile(r"[.!?]\s+|\n")
_NAMED: Mapping[Holds, tuple[Lack, ...]] = {
    Holds.GOAL: (Lack.COUNT, Lack.DAY),
    Holds.HYPOTHESIS: (Lack.COUNT, Lack.DAY, Lack.STOP),
}


def lacking(holds: Holds, text: str, today: date) -> tuple[Lack, ...]:
    """What a goal or a hypothesis does not name yet; `today` is the day it was written."""
    named = {Lack.COUNT: names_count(text), Lack.DAY: names_day(text, today), Lack.STOP: names_stop(text)}
    return tuple(lack for lack in _NAMED.get(holds, ()) if not named[lack])


def completes(holds: Holds, text: str, words: str, today: date) -> bool:
    """Whether words name what a line still lacks: 삼만 원 of a price, 세 명 of a hypothesis. A day alone may be said of
    anything, unless nothing else is missing.
    """
    if not text.strip() or fits(holds, text, today):
        return False
    if holds is Holds.AMOUNT:
        return names_amount(words) or is_figure(words)
    lacks, left = lacking(holds, text, today), lacking(holds, joined(text, words), today)
    return len(left) < len(lacks) and (not left or counts_people(words) or names_stop(words))


def joined(text: str, words: str) -> str:
    """A line with what was added to it."""
    return f"{text.rstrip(' .')}. {words.strip()}"


def fits(holds: Holds, text: str, today: date) -> bool:
    """Whether a line names what it has to; `today` is the day it was written, from which next week is counted."""
    match holds:
        case Holds.AMOUNT:
            return names_amount(text) or any(map(is_figure, _SENTENCE_END.split(text)))
        case Holds.GOAL | Holds.HYPOTHESIS:
            return bool(text.strip()) and not lacking(holds, text, today)
        case Holds.DECISION:
            return decided(text) is not None or names_day(text, today)
        case Holds.PEOPLE:
            return len(people_in(text)) >= TEN
        case Holds.CHECKED:
            return bool(text) and OPEN_ITEM not in text
    return bool(text.strip())


def names_any(holds: Holds, text: str, today: date) -> bool:
    """Whether a line names anything at all of what it has to; where it may be anything, or anybody said it, it does."""
    match holds:
        case Holds.AMOUNT | Holds.DECISION:
            return fits(holds, text, today)
        case Holds.GOAL | Holds.HYPOTHESIS:
            return len(lacking(holds, text, today)) < len(_NAMED[holds])
        case Holds.PEOPLE:
            return surely_people(text)
    return True


def names_day(text: str, today: date) -> bool:
    """Whether a sentence names a day of the calendar, such as the twentieth or next Tuesday, or a span to its end."""
    return (
        names_deadline(text)
        or bool(read_dates(scan(spelled(text)).tokens, today).spans)
        or bool(days_named(text, today))
    )
