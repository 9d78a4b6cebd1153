"""How blocks and buttons look in Telegram: entities, effects, styles. What not every server knows has a name. Pure."""

import struct
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from bot.message import File, Message, Tone, utf16_length
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
STYLES: Mapping[Tone, str] = {Tone.PLAIN: "", Tone.MAIN: "primary", Tone.GRAVE: "danger"}  # blue and red


class Younger(StrEnum):
    """What not every server knows, the youngest first; what was refused is left out for good."""

    TIME = "moments"  # Bot API 9.5
    STYLE = "the style of buttons"  # Bot API 9.4
    EFFECT = "effects"  # Bot API 7.4
    FOLDING = "quotes that unfold"  # the same
    ENTITIES = "entities"
    PHOTO = "photos"


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
