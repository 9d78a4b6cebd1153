"""How blocks and buttons look in Telegram: entities, effects, styles. What not every server knows has a name. Pure."""

import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

import msgspec

from bot.message import Button, File, Message, Tone
from bot.message.blocks import Block, Kind, drawn

MOST_CAPTION = 1024  # characters of what stands under a file, in UTF-16 (Bot API, sendPhoto)
LARGEST_PHOTO = 1280  # pixels either way: a larger picture is drawn smaller, and its letters with it
MOST_ENTITIES = 100  # of a message (Bot API, MessageEntity)
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
    if file.kind != "image/png":
        return False
    width, height = struct.unpack_from(">II", file.content, 16)  # of a PNG's first chunk (RFC 2083, IHDR)
    return bool(max(width, height) <= LARGEST_PHOTO)


def looks(blocks: Sequence[Block], unknown: Collection[Younger], name: str = "entities") -> dict[str, str]:
    """The fields that say how a text looks: entities with offsets in UTF-16, and the effect that comes with it."""
    entities: list[dict[str, str | int]] = []
    offset = 0
    for place, block in enumerate(blocks):
        length = len(block.text.encode("utf-16-le", "surrogatepass")) // 2
        stretch = {"offset": offset, "length": length}
        if look := INLINE.get(block.kind) or (_quote(blocks, place, unknown) if block.kind in QUOTES else ""):
            entities.append({"type": look, **stretch})
        elif block.kind is Kind.TIME and Younger.TIME not in unknown:  # without a format our own words are shown
            entities.append({"type": "date_time", **stretch, "unix_time": block.moment})
        offset += length
    fields = {}
    if entities and Younger.ENTITIES not in unknown:
        fields[name] = msgspec.json.encode(entities[:MOST_ENTITIES]).decode()
    if Younger.EFFECT not in unknown and any(block.kind is Kind.FINISH for block in blocks):
        fields["message_effect_id"] = FINISHED
    return fields


def _quote(blocks: Sequence[Block], place: int, unknown: Collection[Younger]) -> str:
    """What has its lines for itself is a quote; a long one unfolds."""
    kind, text, _ = blocks[place]
    before, after = blocks[place - 1].text if place else "\n", blocks[place + 1].text if blocks[place + 1 :] else "\n"
    if not (before.endswith("\n") and after.startswith("\n")):
        return ""
    folds = kind in FOLDING and len(text) > UNFOLDED and Younger.FOLDING not in unknown
    return "expandable_blockquote" if folds else "blockquote"


def keyboard(buttons: Sequence[Button], unknown: Collection[Younger] = ()) -> str | None:
    """As JSON, the buttons in rows a narrow phone shows uncut; short neighbours share a row, in even rows."""
    if not buttons:
        return None
    plain = Younger.STYLE in unknown
    shown = [[_button(button, STYLES[button.tone] if not plain else "") for button in row] for row in rows(buttons)]
    return msgspec.json.encode({"inline_keyboard": shown}).decode()


def _button(button: Button, style: str) -> dict[str, str]:
    shown = {"text": button.label, "callback_data": f"/{' '.join(button.go)}".rstrip()}
    return shown | {"style": style} if style else shown


def rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    """A label over 8 characters stands alone, one over 4 shares with one more, shorter ones stand up to three."""
    for alone, neighbours in groupby(buttons, key=lambda button: len(button.label) > 8):
        run = list(neighbours)
        short = max(len(button.label) for button in run) <= 4
        across = 1 if alone else 3 if short and len(run) not in (2, 4) else 2
        yield from (run[n : n + across] for n in range(0, len(run), across))


def faults_in(message: Message) -> Iterator[str]:
    """What keeps Telegram from showing a message as it is meant; buttons are within its limits already."""
    for n, blocks in enumerate(drawn(message.marked or message.bubbles, [one.label for one in message.buttons]), 1):
        if not "".join(block.text for block in blocks).strip():
            yield f"bubble {n} is blank but for its buttons"
        if sum(block.kind in INLINE or block.kind in QUOTES for block in blocks) > MOST_ENTITIES:
            yield f"bubble {n} has more than {MOST_ENTITIES} entities"
