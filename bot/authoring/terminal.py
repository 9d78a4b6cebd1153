"""How the blocks of a bubble look in a terminal: in a box as wide as a phone, by signs, and in colours where there are
some. Pure.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from bot.message.blocks import Block, Kind, rows

WIDTH = 40  # columns: about what a phone shows; a Hangul syllable takes two
BAR, DOT, SHADE = "┃ ", "○ ", "░ "
BEFORE: Mapping[Kind, str] = {
    Kind.EXAMPLE: BAR, Kind.SOURCE: BAR, Kind.QUOTE: BAR, Kind.CHOICES: DOT, Kind.HINT: SHADE, Kind.ANSWER: SHADE,
}  # fmt: skip
"""What stands before each line of what has its lines for itself, and before each of the choices."""
AROUND: Mapping[Kind, str] = {Kind.TERM: "*", Kind.HINT: "░", Kind.ANSWER: "░"}
"""What stands around a stretch of a line."""
COLOURS: Mapping[Kind, str] = {
    Kind.TITLE: "1", Kind.FACT: "1", Kind.TERM: "1;36", Kind.VERDICT: "1", Kind.RIGHT: "32", Kind.SOURCE: "2",
    Kind.HINT: "33", Kind.ANSWER: "33", Kind.BAR: "36", Kind.FINISH: "1",
}  # fmt: skip
"""How a terminal is told of a colour or of bold letters (ECMA-48, Select Graphic Rendition)."""
_ON, _OFF = "\ufdd3", "\ufdd4"  # around what has a colour: signs that Unicode keeps for use inside a program
_CODES = {chr(ord("a") + place): code for place, code in enumerate(COLOURS.values())}
_LETTERS = dict(zip(COLOURS, _CODES, strict=True))
_COLOUR = re.compile(f"{_ON}(.)|{_OFF}")


def boxed(blocks: Sequence[Block], *, coloured: bool = False) -> Iterator[str]:
    """The lines of a bubble in its box, whose sides are straight."""
    text = "".join(_dressed(blocks, place) for place in range(len(blocks)))
    yield f"┌{'─' * (WIDTH + 2)}┐"
    code = ""  # of the colour that goes on in the next line
    for line in wrapped(text):
        shown, code = _told(line, code)
        plain = _COLOUR.sub("", line)
        yield f"│ {shown if coloured else plain}{' ' * (WIDTH - columns(plain))} │"
    yield f"└{'─' * (WIDTH + 2)}┘"


def wrapped(text: str) -> Iterator[str]:
    """The text in lines of at most WIDTH columns, broken at spaces where there are any; each line of a block keeps what
    stands before it.
    """
    for line in text.split("\n"):
        before = next((sign for sign in (BAR, SHADE) if _COLOUR.sub("", line).startswith(sign)), "")
        yield from (f"{before}{row}" for row in _wrapped(line.replace(before, "", 1), WIDTH - columns(before)))


def columns(text: str) -> int:
    """How wide a text stands in a terminal: wide signs take two columns, marks and joiners none."""
    return sum(_columns(sign) for sign in _COLOUR.sub("", text))


def _dressed(blocks: Sequence[Block], place: int) -> str:
    """A block with its signs, between marks of its colour."""
    kind, text, _ = blocks[place]
    if kind is Kind.CHOICES:
        text = "\n".join(f"{DOT}{row}" for row in rows(text))
    elif kind in BEFORE and _alone(blocks, place):
        text = "\n".join(f"{BEFORE[kind]}{line}" for line in text.split("\n"))
    elif kind in AROUND:
        text = f"{AROUND[kind]}{text}{AROUND[kind]}"
    elif kind is Kind.TITLE:
        text = f"{text}\n{'─' * min(columns(text), WIDTH)}"
    return f"{_ON}{_LETTERS[kind]}{text}{_OFF}" if kind in COLOURS else text


def _alone(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block has its lines for itself."""
    before, after = (blocks[at].text if 0 <= at < len(blocks) else "\n" for at in (place - 1, place + 1))
    return before.endswith("\n") and after.startswith("\n")


def _told(line: str, code: str) -> tuple[str, str]:
    """A line as a terminal is told it, where a colour may go on from the line before; and the one that goes on."""
    shown = f"\x1b[{code}m" if code else ""
    at = 0
    for found in _COLOUR.finditer(line):
        code = _CODES[found[1]] if found[1] else ""
        shown += f"{line[at : found.start()]}\x1b[{code or 0}m"
        at = found.end()
    return f"{shown}{line[at:]}" + ("\x1b[0m" if code else ""), code


def _wrapped(line: str, most: int) -> Iterator[str]:
    row = ""
    for word in line.split(" "):
        joined = f"{row} {word}" if row else word
        if columns(joined) > most and row:
            yield row
            joined = word
        *full, row = _pieces(joined, most)
        yield from full
    yield row


def _pieces(word: str, most: int) -> list[str]:
    """A word in pieces that fit a line."""
    pieces = [""]
    for sign in word:
        if columns(pieces[-1] + sign) > most:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
