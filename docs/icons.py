"""Draws the icons of the installed page from their one drawing, bot/channels/web/icon.svg: `make docs`."""

from pathlib import Path

import typst

from bot.channels.web.installed import HERE, ICONS

PAPER = Path(__file__).with_name("icon.typ")
WIDTH = 48  # points of the paper


def drawn(size: int) -> bytes:
    """The icon as a PNG, so many pixels wide."""
    made = typst.compile(PAPER, root=PAPER.parent.parent, format="png", ppi=size * 72 / WIDTH)
    assert isinstance(made, bytes)  # one page
    return made


if __name__ == "__main__":
    for pixels, name in ICONS.items():
        (HERE / name).write_bytes(drawn(pixels))
