"""What the words of a bubble are: its blocks, as marks in the text, so that sentences put together keep them. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple


class Kind(StrEnum):
    """What a stretch of a bubble is; how it looks is up to each channel. Sentences say it by the name, as a tag:
    <title>확인 1/2</title>. None stands inside another.
    """

    TEXT = "text"  # whatever bears no mark
    TITLE = "title"  # what a bubble is about, in a line
    FACT = "fact"  # the name of a fact, which follows it on its line
    TERM = "term"  # a word that a lesson teaches
    EXAMPLE = "example"
    SOURCE = "source"  # what something rests on
    QUOTE = "quote"  # the learner's own words
    LIST = "list"  # steps or things, a row a line
    CHOICES = "choices"  # what may be answered, a row a line
    VERDICT = "verdict"  # what became of what was said, in a word or two
    RIGHT = "right"  # the right one of what could be answered
    HINT = "hint"
    ANSWER = "answer"  # one that others have given
    BAR = "bar"  # how much of something is done, square by square
    FINISH = "finish"  # the end of something longer than a day
    TIME = "time"  # a moment in words, which bears the moment itself too: see `mark_time`


class Block(NamedTuple):
    """A stretch of a bubble; a moment is in seconds since 1970, 0 for what is none."""

    kind: Kind
    text: str
    moment: int = 0


OPENS, CLOSES, PARTS = "\ufdd0", "\ufdd1", "\ufdd2"  # signs that Unicode keeps for use inside a program (noncharacters)
_SIGNS = {kind: f"{OPENS}{chr(ord('a') + place)}" for place, kind in enumerate(Kind)}
_KINDS = {sign[-1]: kind for kind, sign in _SIGNS.items()}
_TAGS = {f"<{kind}>": sign for kind, sign in _SIGNS.items()} | {f"</{kind}>": CLOSES for kind in Kind}
_TAG = re.compile("|".join(_TAGS))
MOMENT = re.compile(f"({_SIGNS[Kind.TIME]})\\d+{PARTS}")  # before the words of a moment
_TIME = re.compile(f"{MOMENT.pattern}([^{CLOSES}]*){CLOSES}")
_ROW = re.compile(r"^\w+\. ")  # before a row of a list
_ABOVE = re.compile(r"(?:\A|(?<=\n\n))[^\n]+(?=\n[^\n])")  # a line with more of its row below it
_NAME = r"^[^\s:][^:.?!\n]{0,13}(?=: )"  # what a row in a paragraph tells of, before its colon
_BEFORE = re.compile(r"^[^\n]+?(?= — )", re.MULTILINE)


def marked(text: str) -> str:
    """A text with its tags as marks: signs that nobody sees or types, and that stay where texts are put together."""
    return _TAG.sub(lambda tag: _TAGS[tag[0]], text)


def mark(kind: Kind, text: str) -> str:
    """A text that is of that kind."""
    return f"{_SIGNS[kind]}{text}{CLOSES}"


def mark_time(text: str, moment: datetime) -> str:
    """The words of a moment, with the moment, which is aware."""
    return f"{_SIGNS[Kind.TIME]}{moment.timestamp():.0f}{PARTS}{text}{CLOSES}"


def marked_as(kind: Kind) -> re.Pattern[str]:
    """What finds a stretch of a kind in a marked text; the first group is its words."""
    return re.compile(f"{_SIGNS[kind]}([^{CLOSES}]*)")


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a marked text, which are the whole of it."""
    first, *others = text.split(OPENS)
    if first:
        yield Block(Kind.TEXT, first.replace(CLOSES, ""))
    for piece in others:
        words, _, after = piece[1:].partition(CLOSES)
        moment, _, words = words.rpartition(PARTS)
        if words:
            yield Block(_KINDS[piece[0]], words, int(moment or 0))
        if after:
            yield Block(Kind.TEXT, after)


def drawn(bubbles: Iterable[str], labels: Collection[str] = (), *, times: bool = False) -> list[list[Block]]:
    """The blocks of marked bubbles, for a channel that draws buttons with those labels: without choices that stand
    whole on them, and not alone in their bubble. Moments are words like others unless the channel shows `times`.
    """
    shown = bubbles if times else (_TIME.sub(r"\2", bubble) if PARTS in bubble else bubble for bubble in bubbles)
    return [[*_without_carried([*blocks(bubble)], labels)] for bubble in shown]


def rows(text: str) -> list[str]:
    """The rows of a list, without the signs before them."""
    return [_ROW.sub("", row) for row in text.split("\n")]


def heads(text: str) -> list[tuple[int, int]]:
    """Where in a list stands what a row is called: before a dash, or above the rest where empty lines part the rows."""
    return [found.span() for found in (_ABOVE if "\n\n" in text else _BEFORE).finditer(text)]


def with_terms(text: str, terms: Iterable[str]) -> str:
    """The text with what its rows tell of marked, and each other term where it comes first; the longer one, where one
    holds another.
    """
    here = [term for term in terms if term in text]
    alone = [re.escape(term) for term in here if not any(term in other for other in here if other != term)]
    told = {*re.findall(_NAME, text, re.MULTILINE)}

    def term(word: re.Match[str]) -> str:
        if not word["row"] and word[0] in told:
            return word[0]
        told.add(word[0])
        return mark(Kind.TERM, word[0])

    return re.sub("|".join([f"(?P<row>{_NAME})", *alone]), term, text, flags=re.MULTILINE)


def _without_carried(every: Sequence[Block], labels: Collection[str]) -> Iterator[Block]:

    def carried(block: Block | None) -> bool:
        return block is not None and block.kind is Kind.CHOICES and len(every) > 1 and {*rows(block.text)} <= {*labels}

    for block, following in zip_longest(every, every[1:]):
        if block and not carried(block):
            yield block._replace(text=block.text.rstrip("\n")) if carried(following) else block
