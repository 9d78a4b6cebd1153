"""What a learner's words mean: a button, a command, or the answer to what was asked. Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.message import Message

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # controls, formats, halves of pairs, private signs
_KEPT = frozenset("\n\t\u200d")  # the last one joins emoji
_NUMBER_ENDINGS = ("번", ".", ")")  # "2번", "2.", "2)" mean the second button


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The commands there are: Latin names, Korean names to Latin ones, and those that take words after them."""

    latin: frozenset[str]
    korean: Mapping[str, str]
    open: frozenset[str]


def understand(words: str, screen: Message | None, vocabulary: Vocabulary) -> str | None:
    """The command these words mean, as "/name and more"; None when it would be a guess.

    A shown button wins, then a literal command, then the open question.
    """
    words = legible(words)
    return (
        _slashed(words, vocabulary)
        or (_tapped(words, screen) if screen else None)
        or _named(words, vocabulary)
        or (f"{screen.expects} {words}" if screen and screen.expects and words else None)
    )


def legible(words: str) -> str:
    """The words in composed form, without what nobody sees or no database keeps; line breaks and emoji stay."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(sign for sign in composed if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN).strip()


def _slashed(words: str, vocabulary: Vocabulary) -> str | None:
    name = words[1:].split(maxsplit=1)[0].casefold() if len(words) > 1 and words.startswith("/") else ""
    return words if name in vocabulary.latin else None


def _tapped(words: str, screen: Message) -> str | None:
    number = unicodedata.normalize("NFKC", words)
    for ending in _NUMBER_ENDINGS:
        number = number.removesuffix(ending)
    if number.isdecimal() and len(number) < 3 and 1 <= int(number) <= len(screen.buttons):
        return screen.buttons[int(number) - 1].command
    said = "".join(words.casefold().split())
    return next((b.command for b in screen.buttons if "".join(b.label.casefold().split()) == said), None)


def _named(words: str, vocabulary: Vocabulary) -> str | None:
    name = vocabulary.korean.get("".join(words.split()))
    if name:
        return f"/{name}"
    first, _, rest = words.partition(" ")
    name = vocabulary.korean.get(first, "")
    return f"/{name} {rest.strip()}" if name in vocabulary.open else None
