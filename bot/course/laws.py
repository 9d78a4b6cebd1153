"""Law cards: a rule to know before money is taken, when it was checked, and whom to ask. Pure."""

from collections.abc import Mapping
from datetime import date

import msgspec


class LawCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule. `since` tells from when it holds, "" where that was not found out; `checked` is the day on which it was
    looked up, and `read` whether in the law's own text. `called` are words by which people ask for it, parted by
    commas; `trades` those who see it first, none for everybody; `lessons` the parts that lead to it, and `talk` the
    intent of small talk beside whose answer it is offered.
    """

    name: str
    rule: str
    law: str
    checked: date
    office: str
    telephone: str
    called: str
    since: str = ""
    read: bool = False
    trades: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    talk: str = ""

    def concerns(self, trade: str) -> bool:
        """Whether it is for somebody of that trade; who is in none of ours is shown all."""
        return not (self.trades and trade) or trade in self.trades

    def named_in(self, said: str) -> int:
        """How many letters of words without spaces name it; 0 where nothing does."""
        return sum(len(word) for word in self.words if word in said)

    @property
    def words(self) -> tuple[str, ...]:
        """What it is called, in one case and without spaces."""
        return tuple("".join(word.split()).casefold() for word in self.called.split(","))


def best_named(laws: Mapping[str, LawCard], said: str, trade: str = "") -> list[str]:
    """The cards that words without spaces name most fully; of several, those for the trade where any is."""
    found = {name: letters for name, card in laws.items() if (letters := card.named_in(said))}
    best = [name for name, letters in found.items() if letters == max(found.values())]
    return [name for name in best if laws[name].concerns(trade)] or best
