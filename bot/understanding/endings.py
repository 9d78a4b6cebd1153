"""What may follow the stem of a verb and other words in a saying: the endings of `intents.toml`. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.korean.conjugation import conjugated, parts_of

MARKS = frozenset("느ㄴㄹㅁㅂ으아았")  # how an ending joins its stem; none of them: as it stands
TOLD, ASKED, ASKS, NOUN, COPULA = "told", "asked", "asks", "noun", "copula"

Tails = Mapping[str, frozenset[str]]
"""What may follow a word, by its kind: a noun, or how it is said (told, asked, asks) with the mark of its stem."""


def tails_of(table: Mapping[str, Any]) -> Tails:
    """What may follow each kind of word, by its mark. Helping verbs take all the endings that are told."""
    told, asks, helping = table["told"].split(), table["asks"].split(), table["told-helping"]
    endings = {
        TOLD: [*told, *_helped(helping, told)],
        ASKED: [*table["asked"].split(), *_helped(table["asked-helping"], told)],
        ASKS: [*asks, *_helped(helping, asks)],
    }
    found = {NOUN: frozenset(["", *table["particles"].split()]), COPULA: frozenset(table["copula"].split())}
    for name, some in endings.items():
        rests = _by_mark(some)
        found |= {name + mark: frozenset(rests[mark]) for mark in ("", *MARKS)}
    return found


def _helped(helping: str, plain: Iterable[str]) -> Iterator[str]:
    """Endings with a helping verb: of 아주 comes 아줄까요."""
    rests = _by_mark(plain)
    for verb in helping.split():
        yield from (form + rest for mark, form in conjugated(verb) for rest in rests[mark])


def _by_mark(endings: Iterable[str]) -> defaultdict[str, list[str]]:
    """What of the endings is not their mark, by the mark."""
    rests = defaultdict(list)
    for ending in endings:
        rests[_mark(ending)].append(_rest(ending))
    return rests


def _mark(ending: str) -> str:
    """How an ending joins a stem; before ㄴ the final ㄹ of a stem is lost: 힘드네요."""
    if ending[0] in MARKS:
        return ending[0]
    return "느" if ending[0] >= "가" and parts_of(ending[0])[0] == "ㄴ" else ""


def _rest(ending: str) -> str:
    """What of an ending is not its mark."""
    return ending[1:] if ending[0] in MARKS else ending
