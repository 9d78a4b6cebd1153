"""Telegram's rules for a message's text, entities and buttons, told a second time and apart from the bot.

Source: Bot API, sendMessage, sendPhoto, MessageEntity, InlineKeyboardMarkup. Lengths are in UTF-16 after parsing.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Json = Any
KINDS = {"bold", "italic", "spoiler", "blockquote", "expandable_blockquote", "date_time"}
STYLES = {None, "primary", "success", "danger"}


def faults(fields: dict[str, Any]) -> list[str]:
    """Every rule that the fields of a call break, in words."""
    texts = [*_text(fields.get("text"), 4096), *_text(fields.get("caption"), 1024)]
    return [*texts, *_entities(fields), *_keyboard(fields.get("reply_markup"))]


def stretches(fields: dict[str, Any]) -> list[tuple[str, str]]:
    """Each entity of a call with the words it is about."""
    raw = _words(fields).encode("utf-16-le")
    found = _found(fields)
    return [
        (one["type"], raw[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")) for one in found
    ]


def _words(fields: dict[str, Any]) -> str:
    return str(fields.get("text", fields.get("caption", "")))


def _found(fields: dict[str, Any]) -> Json:
    return json.loads(fields.get("entities", fields.get("caption_entities", "[]")))


def _text(text: Json, most: int) -> Iterator[str]:
    if text is not None and not 1 <= len(text.encode("utf-16-le", "surrogatepass")) // 2 <= most:
        yield f"a text has 1 to {most} characters"


def _entities(fields: dict[str, Any]) -> Iterator[str]:
    entities = _found(fields)
    length = len(_words(fields).encode("utf-16-le", "surrogatepass")) // 2
    if len(entities) > 100:
        yield "at most 100 entities are kept"
    for entity in entities:
        if entity["type"] not in KINDS:
            yield f"unknown entity {entity['type']}"
        if (entity["type"] == "date_time") != (entity.get("unix_time", 0) > 0):
            yield "a moment, and nothing else, says when it is"
        if entity["length"] < 1 or entity["offset"] < 0 or entity["offset"] + entity["length"] > length:
            yield "an entity lies inside its text"
    for one, other in pairwise(sorted(entities, key=lambda entity: entity["offset"])):
        if one["offset"] + one["length"] > other["offset"]:
            yield "quotes do not overlap, and ours never need to"
    try:
        for kind, words in stretches(fields) if entities else ():
            if words != words.strip("\n"):
                yield f"a {kind} begins and ends with its words"
    except UnicodeDecodeError:
        yield "an entity holds whole characters"


def _keyboard(markup: Json) -> Iterator[str]:
    rows = json.loads(markup)["inline_keyboard"] if markup else []
    if sum(map(len, rows)) > 100 or any(not 1 <= len(row) <= 8 for row in rows):
        yield "at most 100 buttons, 8 in a row"
    for button in (button for row in rows for button in row):
        if not button["text"].strip() or not 1 <= len(button.get("callback_data", "").encode()) <= 64:
            yield "a button has words, and 1 to 64 bytes of data"
        if button.get("style") not in STYLES:
            yield f"unknown style {button['style']}"
