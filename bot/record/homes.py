"""The addresses of a learner: where reminders go, and what they were told there. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.message import Address
from bot.record.facts import Reached
from bot.record.links import Told, Unlinked

NOWHERE = Address("", "")  # where a learner is who blocked us everywhere


@dataclass(frozen=True, slots=True)
class Home:
    """An address of a learner, and whether messages arrive there. `untold` is the channel on which a record was joined
    to theirs, where that was not told here yet, or "".
    """

    address: Address
    reachable: bool = True
    untold: str = ""


def homes_after(homes: Sequence[Home], fact: Reached | Told | Unlinked) -> tuple[Home, ...]:
    """The addresses after something became true of one of them."""
    others = [home for home in homes if home.address != fact.address]
    if len(others) == len(homes) or isinstance(fact, Unlinked):
        return tuple(others)
    values = {"reachable": fact.reachable} if isinstance(fact, Reached) else {"untold": ""}
    return tuple(replace(home, **values) if home.address == fact.address else home for home in homes)
