"""The ten people in another order: two rows change places, or one moves to where another stands."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.conversation import Sorry, Turn
from bot.message import LONGEST_BUBBLE, Message
from bot.record.facts import PersonKept
from bot.record.people import Person
from handlers import ledger, steps

ENDS = {"top", "end"}
"""Where a row moves without another being named."""


def order(turn: Turn) -> Message:
    """`swap 2 3`, `behind 1 3`, `top 5`, by their places. Raises Sorry where nobody is listed, so that the words
    may mean something else.
    """
    how, *places = turn.words.split() or [""]
    rows = turn.record.people()
    if not rows:
        raise Sorry("sorry-unknown")
    named = [int(place) - 1 for place in places if place.isdecimal()]
    if len(named) != (1 if how in ENDS else 2) or not all(0 <= at < len(rows) for at in named):
        return Message((turn.say("sorry-no-such-place", count=len(rows)),), (ledger.see_all(turn),))
    numbers = [one.number for one in rows]
    for number, one in zip(numbers, _moved(rows, how, *named), strict=True):
        if one.number != number:
            turn.happened(PersonKept(replace(one, number=number)))
    now = [ledger.row(turn, n, one) for n, one in ledger.numbered(turn)]
    shown, _ = ledger.in_full(turn, ledger.numbered(turn), LONGEST_BUBBLE)
    told = ledger.in_bubbles([turn.say("people-ordered"), *now[: len(shown)]])
    return Message(told, (steps.take_back(turn), ledger.see_all(turn)))


def _moved(rows: Sequence[Person], how: str, one: int, other: int = 0) -> Sequence[Person]:
    """The rows in their new order."""
    if how == "swap":
        there = {one: rows[other], other: rows[one]}
        return [there.get(at, row) for at, row in enumerate(rows)]
    others = [row for at, row in enumerate(rows) if at != one]
    at = {"top": 0, "end": len(others), "at": other}.get(how, -1)
    if at < 0:
        at = others.index(rows[other]) + (how == "behind") if one != other else one
    return [*others[:at], rows[one], *others[at:]]
