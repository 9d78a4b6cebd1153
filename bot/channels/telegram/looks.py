"""How blocks and buttons look in Telegram: entities, effects, styles. What not every server knows has a name. Pure."""

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, takewhile

import msgspec

from bot.message import Button, File, Message, Tone, utf16_length
from bot.message.blocks import Block, Kind, drawn

MOST_CAPTION = 1024  # characters of what stands under a file, in UTF-16 (Bot API, sendPhoto)
LARGEST_PHOTO = 1280  # pixels either way: a larger picture is drawn smaller, and its letters with it
MOST_ENTITIES = 100  # of a message (Bot API, MessageEntity)
PLAIN = 400  # characters; surely short enough for whatever was too long
UNFOLDED = 70  # characters, about the three lines that a folded quote shows
FINISHED = "5046509860389126442"  # the effect of falling paper, which private chats show
INLINE: Mapping[Kind, str] = {
    Kind.TITLE: "bold", Kind.FACT: "bold", Kind.TERM: "bold", Kind.VERDICT: "bold", Kind.RIGHT: "bold",
    Kind.HINT: "spoiler", Kind.ANSWER: "spoiler",
}  # fmt: skip
"""What may look so anywhere in a line."""
FOLDING = {Kind.EXAMPLE, Kind.SOURCE}
QUOTES = {*FOLDING, Kind.QUOTE}
CHOSEN, RIGHT = "primary", "success"  # blue and green, of what was answered
SPENT = "."  # what a button carries that was answered: a tap on it says nothing
STYLES: Mapping[Tone, str] = {Tone.PLAIN: "", Tone.MAIN: "primary", Tone.GRAVE: "danger"}  # blue and red


class Younger(StrEnum):
    """What not every server knows, the youngest first; what was refused is left out for good."""

    TIME = "moments"  # Bot API 9.5
    STYLE = "the style of buttons"  # Bot API 9.4
    EFFECT = "effects"  # Bot API 7.4
    FOLDING = "quotes that unfold"  # the same
    ENTITIES = "entities"
    PHOTO = "photos"


Key = dict[str, str]
"""A button under a message, in the Bot API's own names."""


def answered(options: Sequence[Sequence[str]], asked: str, chosen: str, as_chosen: str, right: str) -> list[list[Key]]:
    """The rows of a question's options, by their labels, once it is answered: what was `chosen`, and what was right by
    the row that tells so (a sign, and the option's words); none where no button stands for that row.
    """
    sign, _, words = right.partition(" ")
    lines = asked.split("\n")
    rights = [one for row in options for one in row if one == words or f"{one[:1]}. {words}" in lines]
    if len(rights) != 1:
        return []

    def key(label: str) -> Key:
        if label == rights[0]:
            return {"text": f"{sign} {label}", "callback_data": SPENT, "style": RIGHT}
        if label == chosen:
            return {"text": as_chosen, "callback_data": SPENT, "style": CHOSEN}
        return {"text": label, "callback_data": SPENT}

    return [[key(label) for label in row] for row in options]


def is_photo(file: File) -> bool:
    """Whether Telegram would show a file as it is."""
    if not file.content.startswith(b"\x89PNG"):
        return False
    width, height = struct.unpack_from(">II", file.content, 16)  # of its first chunk (RFC 2083, IHDR)
    return bool(max(width, height) <= LARGEST_PHOTO)


def is_caption(blocks: Iterable[Block]) -> bool:
    """Whether a text fits under a file."""
    return sum(utf16_length(block.text) for block in blocks) <= MOST_CAPTION


def plain(blocks: Iterable[Block]) -> Block:
    """The text clipped, and without anything that cannot be seen."""
    seen = "".join(
        letter for block in blocks for letter in block.text if letter.isprintable() or letter == "\n"
    ).strip()
    return Block(Kind.TEXT, (seen if len(seen) <= PLAIN else f"{seen[: PLAIN - 1]}…") or "…")


def faults_in(message: Message) -> Iterator[str]:
    """What keeps Telegram from showing a message as it is meant; buttons are within its limits already."""
    for n, blocks in enumerate(drawn(message.marked or message.bubbles, [one.label for one in message.buttons]), 1):
        if not "".join(block.text for block in blocks).strip():
            yield f"bubble {n} is blank but for its buttons"
        if sum(block.kind in INLINE or block.kind in QUOTES for block in blocks) > MOST_ENTITIES:
            yield f"bubble {n} has more than {MOST_ENTITIES} entities"


def keyboard(buttons: Sequence[Button], unknown: Collection[Younger] = ()) -> str | None:
    """As JSON, the buttons in rows a narrow phone shows uncut."""
    if not buttons:
        return None
    plain = Younger.STYLE in unknown
    shown = [[_key(button, STYLES[button.tone] if not plain else "") for button in row] for row in rows(buttons)]
    return msgspec.json.encode({"inline_keyboard": shown}).decode()


def _key(button: Button, style: str) -> Key:
    shown = {"text": button.label, "callback_data": f"/{' '.join(button.go)}".rstrip()}
    return shown | {"style": style} if style else shown


def rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    """A label over 8 characters stands alone, one over 4 shares with one more, three or more short ones in a row stand
    up to three, in even rows. Where one is left over, the way on has a row for itself.
    """
    for alone, neighbours in groupby(buttons, key=lambda button: len(button.label) > 8):
        run = list(neighbours)
        short = len([*takewhile(lambda button: len(button.label) <= 4, run)]) if not alone else 0
        if short >= 3:
            yield from _in_rows(run[:short], 2 if short == 4 else 3)
            run = run[short:]
        elif len(run) % 2 and run[0].tone is Tone.MAIN:
            yield [run.pop(0)]
        yield from _in_rows(run, 1 if alone else 2)


def _in_rows(run: Sequence[Button], across: int) -> Iterator[list[Button]]:
    yield from ([*run[n : n + across]] for n in range(0, len(run), across))
