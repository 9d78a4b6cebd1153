"""Joining one's own field with another: which pairs fit, the best first. Pure; the table is the course's `Mix`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.course.workshops import Mix, MixField

_LATIN = re.compile("[a-z]+")  # PT is a word of its own, and no part of GPT
SHORT = 1  # letters of a name that only counts as a word of its own


@dataclass(frozen=True, slots=True)
class Pair:
    """Two fields joined, by the kind of strength that `mine` gives and `other` lacks."""

    mine: MixField
    other: MixField
    kind: str


def field_of(mix: Mix, words: str) -> MixField | None:
    """The field that somebody names in their own words, by the longest name in them; None for no field we know. What
    others are called by as well, as 가게 and 회사, only counts where nothing else is told.
    """
    said = words.casefold()
    tokens, alone = said.split(), {*said.split(), *_LATIN.findall(said)}
    named = [
        (not broad, len(name), -place)
        for place, field in enumerate(mix.fields)
        for broad, names in ((False, (*field.also.split(), "".join(field.name.split()))), (True, field.broad.split()))
        for name in map(str.casefold, names)
        if (name in alone if len(name) <= SHORT or name.isascii() else _stands_in(name, tokens))
    ]
    return mix.fields[-max(named)[2]] if named else None


def _stands_in(name: str, tokens: Sequence[str]) -> bool:
    """Whether a name is within a word, or spans some from the head of one: 수업 is in no 방수 업체, 애견미용 is in 애견
    미용실.
    """
    return any(name in token or "".join(tokens[at:]).startswith(name) for at, token in enumerate(tokens))


def pairs(mix: Mix, mine: MixField) -> list[Pair]:
    """The fields that lack what one's own gives, each once. The kinds take turns, the strongest first; within a kind
    first where both help each other, then where nothing has to be asked before it is done for money; of the others
    those behind one's own in the table, so that not everybody meets the same ones first.
    """
    at = mix.fields.index(mine)
    others = sorted(
        (*mix.fields[at + 1 :], *mix.fields[:at]),
        key=lambda other: (set(other.gives).isdisjoint(mine.needs), bool(other.warn)),
    )
    by_kind = [[Pair(mine, other, kind) for other in others if kind in other.needs] for kind in mine.gives]
    found: dict[str, Pair] = {}
    while any(by_kind):
        for waiting in by_kind:
            while waiting and waiting[0].other.name in found:
                waiting.pop(0)
            if waiting:
                pair = waiting.pop(0)
                found[pair.other.name] = pair
    return list(found.values())


def joined(mine: MixField, other: MixField) -> list[Pair]:
    """Every way in which two fields help each other: what one's own gives first, then what it gets. None: the table
    knows of no such way.
    """
    there = [Pair(mine, other, kind) for kind in mine.gives if kind in other.needs]
    return there + [Pair(other, mine, kind) for kind in other.gives if kind in mine.needs]


def lacking(mix: Mix, kind: str) -> list[MixField]:
    """The fields that lack a kind of strength, first those that need no leave to be entered."""
    return sorted((field for field in mix.fields if kind in field.needs), key=lambda field: bool(field.warn))


def tool_of(mix: Mix, words: str) -> str:
    """How a tool that somebody names is written; their own word for one we do not know."""
    said = "".join(words.casefold().split())
    return next((name for called, name in mix.tools.items() if called == said), words)
