"""How a message looks in Telegram: its keyboard, its links, and the plainest form of its text. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from bot.message import Button

LINK = re.compile(r"\w\.[a-z]{2}|://", re.IGNORECASE)  # what a messenger may take for a link
PLAIN = 400  # characters; surely short enough for whatever was too long


def preview(text: str) -> dict[str, str]:
    """The field that keeps away the picture of a linked page; none without a link: not every server knows the word."""
    return {"link_preview_options": '{"is_disabled":true}'} if LINK.search(text) else {}


def plain(text: str) -> str:
    """The text clipped, and without anything that cannot be seen."""
    seen = "".join(letter for letter in text if letter.isprintable() or letter == "\n").strip()
    return (seen if len(seen) <= PLAIN else f"{seen[: PLAIN - 1]}…") or "…"


def keyboard(buttons: Sequence[Button]) -> str | None:
    """As JSON, the buttons in rows a narrow phone shows uncut; short neighbours share a row, in even rows."""
    if not buttons:
        return None
    shown = [[{"text": b.label, "callback_data": str(b.go)} for b in row] for row in rows(buttons)]
    return msgspec.json.encode({"inline_keyboard": shown}).decode()


def rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    """A label over 8 characters stands alone, one over 4 shares with one more, shorter ones stand up to three."""
    for alone, neighbours in groupby(buttons, key=lambda button: len(button.label) > 8):
        run = list(neighbours)
        short = max(len(button.label) for button in run) <= 4
        across = 1 if alone else 3 if short and len(run) not in (2, 4) else 2
        yield from (run[n : n + across] for n in range(0, len(run), across))
