"""What a course's workshops know: fields that can be joined, examples by trade, what is never handed over; and its
checklist. Pure.
"""

from collections.abc import Mapping

import msgspec


class MixKind(msgspec.Struct, frozen=True, rename={"trial": "try"}):
    """A kind of strength: its short name, what it gives, what whoever lacks it gains by it, a tool for it, and half an
    hour's trial.
    """

    name: str
    gift: str
    gain: str
    tool: str
    trial: str


class MixField(msgspec.Struct, frozen=True):
    """A field of work: words it is called by, and `broad` ones that others are called by as well; who in it is helped
    first; the kinds it is strong in, best first, in words of its own where `gifts` has them; and those it lacks, each
    with what often goes wrong there. `warn` says what to ask before it is done for money, by `law` where an article was
    read, else at the desk `ask`.
    """

    name: str
    also: str
    who: str
    gives: tuple[str, ...]
    needs: Mapping[str, str]
    gifts: Mapping[str, str] = {}
    broad: str = ""
    warn: str = ""
    law: str = ""
    ask: str = ""


class Mix(msgspec.Struct, frozen=True):
    """The table of fields that are joined with one's own; a chosen pair is written for `part`. `checked` is the day on
    which the warnings were, `tools` what people call a tool, and how it is written.
    """

    part: str
    checked: str
    tools: Mapping[str, str]
    kinds: Mapping[str, MixKind]
    fields: tuple[MixField, ...]


class Never(msgspec.Struct, frozen=True):
    """Something that is never handed over to a machine, and the fact it rests on, with its source and date."""

    what: str
    fact: str


class Risky(msgspec.Struct, frozen=True):
    """Words in a task's name that tell of a high risk, and what is at stake."""

    words: str
    what: str


class Workshop(msgspec.Struct, frozen=True):
    """A workshop's table: the parts whose slots its results belong to, by what they are, the main one first; and for
    each trade an example answer to each of its questions.
    """

    examples: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, str] = {}
    never: tuple[Never, ...] = ()
    risky: tuple[Risky, ...] = ()

    def example(self, trade: str, ask: str) -> str:
        """What somebody of that trade might answer; of a trade we do not know, the first one's."""
        return self.examples.get(trade, next(iter(self.examples.values())))[ask]


class ChecklistItem(msgspec.Struct, frozen=True):
    """One question of a checklist: its name, what is asked, and the fact behind it with its source and date."""

    name: str
    ask: str
    fact: str


class Checklist(msgspec.Struct, frozen=True):
    """A short list to go through before a box counts as done; its answers fill a slot of that box."""

    box: int
    slot: str
    intro: str
    items: tuple[ChecklistItem, ...]
