"""KakaoTalk's limits on a skill answer, and how to clip a text to one.

Beyond a limit KakaoTalk drops the whole answer and the learner sees nothing (skill guide, answer JSON format).
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.message import LONGEST_LABEL, LONGEST_TEXT, MOST_BUBBLES, MOST_BUTTONS, utf16_length

HEAVIEST_BUBBLE = 30_720  # bytes of one bubble
LONGEST_UNFOLDED = 500  # characters of a simpleText that is shown whole; of a longer one the rest is a tap away
LONGEST_HEAD = 50  # characters of a card's title
LONGEST_CARD = 400  # characters of a textCard, title and description together
LONGEST_BESIDE = 230  # characters of a basicCard's description
LONGEST_ALT = 50  # characters of what is read out in place of a picture
LONGEST_ADDRESS = 2000  # characters of an address; no page says, and browsers take as many
LONGEST_ITEM_HEAD = 20  # characters of an itemCard's head; the guide says one line
LONGEST_FACT = 6  # characters of an itemCard's name of a fact
LONGEST_ITEM = 40  # characters of a row or a fact's value; the guide says one line and two lines
MOST_FACTS = 10  # of an itemCard
MOST_ITEMS = 5  # of a listCard
MOST_ITEMS_ASIDE = 4  # of one that stands beside others
MOST_CARDS = 5  # listCards beside each other
MOST_CARD_BUTTONS = 3  # one below the other

SkillAnswer = dict[str, Any]
"""A skill answer, or a part of one, as JSON."""

_SENTENCE_END = re.compile(r"[.!?。](?=\s)|\n")
_ZERO_WIDTH_JOINER = "\u200d"


def faults_of(answer: SkillAnswer) -> list[str]:
    """Every limit the answer breaks, in words that hold none of its text."""
    template = answer["template"]
    outputs, replies = template["outputs"], template.get("quickReplies", [])
    faults = [] if answer["version"] == "2.0" else ["the version is not 2.0"]
    if not 1 <= len(outputs) <= MOST_BUBBLES:
        faults.append(f"{len(outputs)} outputs")
    if len(replies) > MOST_BUTTONS:
        faults.append(f"{len(replies)} quick replies")
    faults += [f"output {n}: {fault}" for n, output in enumerate(outputs, 1) for fault in _output_faults(output)]
    return faults + [f"quick reply {n}: {fault}" for n, reply in enumerate(replies, 1) for fault in reply_faults(reply)]


def _output_faults(output: SkillAnswer) -> Iterator[str]:
    [(kind, bubble)] = output.items() if len(output) == 1 else [("", {})]
    faults = _BUBBLES.get(kind)
    if faults is None:
        yield "not exactly one bubble that we send"
        return
    yield from faults(bubble)
    if (weight := len(json.dumps(output, ensure_ascii=False).encode("utf-8", "surrogatepass"))) > HEAVIEST_BUBBLE:
        yield f"{weight} bytes"


def _text(text: str, most: int) -> Iterator[str]:
    if not text.strip():
        yield "blank"
    if utf16_length(text) > most:
        yield f"{utf16_length(text)} characters"


def _simple_text(bubble: SkillAnswer) -> Iterator[str]:
    return _text(bubble["text"], LONGEST_TEXT)


def _text_card(card: SkillAnswer) -> Iterator[str]:
    yield from _text(card.get("title", "…"), LONGEST_HEAD)
    yield from _text(card.get("title", "") + card.get("description", ""), LONGEST_CARD)
    yield from _button_faults(card)


def _basic_card(card: SkillAnswer) -> Iterator[str]:
    yield from _text(card["thumbnail"]["imageUrl"], LONGEST_ADDRESS)
    yield from _text(card["thumbnail"]["altText"], LONGEST_ALT)
    yield from _text(card.get("title", "…"), LONGEST_HEAD)
    yield from _text(card.get("description", "…"), LONGEST_BESIDE)
    yield from _button_faults(card)


def _list_card(card: SkillAnswer, most: int = MOST_ITEMS) -> Iterator[str]:
    yield from _text(card["header"]["title"], LONGEST_HEAD)
    if not 1 <= len(card["items"]) <= most:
        yield f"{len(card['items'])} items"
    for item in card["items"]:
        yield from _text(item["title"], LONGEST_ITEM)
        yield from _text(item.get("description", "…"), LONGEST_ITEM)
    yield from _button_faults(card)


def _item_card(card: SkillAnswer) -> Iterator[str]:
    yield from _text(card.get("head", {}).get("title", "…"), LONGEST_ITEM_HEAD)
    if not 1 <= len(card["itemList"]) <= MOST_FACTS:
        yield f"{len(card['itemList'])} facts"
    for item in card["itemList"]:
        yield from _text(item["title"], LONGEST_FACT)
        yield from _text(item["description"], LONGEST_ITEM)
    yield from _button_faults(card)


def _carousel(bubble: SkillAnswer) -> Iterator[str]:
    if bubble["type"] != "listCard" or not 1 <= len(bubble["items"]) <= MOST_CARDS:
        yield f"{len(bubble['items'])} cards of {bubble['type']}"
    for card in bubble["items"]:
        yield from _list_card(card, MOST_ITEMS_ASIDE)


_BUBBLES: Mapping[str, Callable[[SkillAnswer], Iterator[str]]] = {
    "simpleText": _simple_text, "textCard": _text_card, "basicCard": _basic_card, "listCard": _list_card,
    "itemCard": _item_card, "carousel": _carousel,
}  # fmt: skip
"""The bubbles we send."""


def _button_faults(card: SkillAnswer) -> Iterator[str]:
    buttons = card.get("buttons", [])
    if len(buttons) > MOST_CARD_BUTTONS:
        yield f"{len(buttons)} buttons"
    yield from (fault for button in buttons for fault in reply_faults(button))


def reply_faults(reply: SkillAnswer) -> Iterator[str]:
    """Every limit one quick reply breaks."""
    if not reply["label"].strip():
        yield "blank label"
    if len(reply["label"]) > LONGEST_LABEL:
        yield f"label of {len(reply['label'])} characters"
    if reply["action"] not in ("message", "block"):
        yield "neither message nor block"
    if reply["action"] == "block" and not reply.get("blockId"):
        yield "no block to go to"
    if not reply.get("messageText", "").strip():
        yield "blank messageText"


def clip(text: str, most: int) -> str:
    """The text within `most` characters: whole sentences if they fill half of it, else whole characters, then …"""
    if utf16_length(text) <= most:
        return text
    start = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 2)].decode("utf-16-le", "ignore")
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, len(start) + 1)]
    if ends and ends[-1] > len(start) // 2:
        return text[: ends[-1]].rstrip() + " …"
    return text[: _whole(text, len(start))].rstrip() + "…"


def _whole(text: str, end: int) -> int:
    """The last place up to `end` that is not inside a character; `end` itself when the text is all one character."""
    return next((place for place in range(end, 0, -1) if not _glued(text[place - 1], text[place])), end)


def _glued(before: str, after: str) -> bool:
    """Whether two code points are seen as one character: accents, emoji sequences, flags, decomposed Hangul."""
    return (
        unicodedata.category(after).startswith("M")  # accents and variation selectors
        or _ZERO_WIDTH_JOINER in (before, after)
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= after <= "\U000e007f"  # tags: the flags of regions
        or ("\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff")  # halves of flags
        or ("\u1100" <= before <= "\u11ff" and "\u1160" <= after <= "\u11ff")  # vowels and finals after an initial
    )
