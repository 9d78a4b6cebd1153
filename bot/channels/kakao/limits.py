"""KakaoTalk's limits on a skill answer, and how to clip a text to one.

Beyond a limit KakaoTalk drops the whole answer and the learner sees nothing (skill guide, answer JSON format).
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from bot.message import LONGEST_LABEL, LONGEST_TEXT, MOST_BUBBLES, MOST_BUTTONS, utf16_length

HEAVIEST_BUBBLE = 30_720  # bytes of one bubble

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
    if list(output) != ["simpleText"]:
        yield "not exactly one simpleText"  # the only bubble we send
        return
    text = output["simpleText"]["text"]
    if not text.strip():
        yield "blank"
    if utf16_length(text) > LONGEST_TEXT:
        yield f"{utf16_length(text)} characters"
    if (weight := len(json.dumps(output, ensure_ascii=False).encode("utf-8", "surrogatepass"))) > HEAVIEST_BUBBLE:
        yield f"{weight} bytes"


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
