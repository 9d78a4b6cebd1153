"""Law cards: a rule to know before money is taken, when it was checked, and whom to ask. Pure."""

from collections.abc import Mapping
from datetime import date

import msgspec

from bot.korean.phrases import holds

SHORTEST = 2  # letters of a word for a job that has to stand alone: 교사 is no 보육교사


class LawCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule. `since` tells from when it holds, "" where that was not found out; `checked` is the day on which it was
    looked up, and `read` whether in the law's own text. `called` are words by which people ask for it, parted by
    commas; `trades` those who see it first, none for everybody; `lessons` the parts that lead to it, and `talk` the
    intent of small talk beside whose answer it is offered. `lines` are said, by part, to those whose own word for their
    work is one of `jobs`, where the example of their trade would break this rule.
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
    jobs: str = ""
    lines: Mapping[str, str] = {}

    def concerns(self, trade: str) -> bool:
        """Whether it is for somebody of that trade; who is in none of ours is shown all."""
        return not (self.trades and trade) or trade in self.trades

    def line_for(self, job: str, trade: str, part: str) -> str:
        """What is said in a part to somebody who does that in their own words: 초등학교 교사; "" to all others."""
        joined, words = "".join(job.split()), job.split()
        here = self.lines.get(part, "") if trade in self.trades else ""
        named = any(word in words or (len(word) > SHORTEST and joined.endswith(word)) for word in self.jobs.split())
        return here if named else ""

    def named_in(self, said: str) -> int:
        """How many letters of words without spaces name it; 0 where nothing does."""
        return sum(len(word.replace(" ", "")) for word in self.words if holds(said, word))

    @property
    def words(self) -> tuple[str, ...]:
        """What it is called, in one case; between the words of a phrase others may stand."""
        return tuple(" ".join(word.split()).casefold() for word in self.called.split(","))


def best_named(laws: Mapping[str, LawCard], said: str, trade: str = "") -> list[str]:
    """The cards that words without spaces name most fully; of several, those for the trade where any is."""
    found = {name: letters for name, card in laws.items() if (letters := card.named_in(said))}
    best = [name for name, letters in found.items() if letters == max(found.values())]
    return [name for name in best if laws[name].concerns(trade)] or best
