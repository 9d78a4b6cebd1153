"""The operator's page: numbers as bars, in one file of HTML and SVG that loads nothing. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

ROW, BAR, LABEL, WIDTH = 26, 16, 210, 640  # pixels
PAGE = """<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{title}</title><style>
:root {{ color-scheme: light dark; --bar: #2b6cb0; --odd: #b7472a; --room: #8884 }}
body {{ font: 16px/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 680px; padding: 1rem }}
svg {{ width: 100%; height: auto }} text {{ font-size: 13px; fill: currentColor }}
.bar {{ fill: var(--bar) }} .odd {{ fill: var(--odd) }} .room {{ fill: var(--room) }}
button {{ font: inherit; padding: .6rem 1.2rem }}
</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"""


@dataclass(frozen=True, slots=True)
class Bar:
    """How long it is, from 0 to 1, or None where that is hidden; `told` is its number in words."""

    label: str
    length: float | None
    told: str
    odd: bool = False


def page(title: str, parts: Iterable[str]) -> str:
    """A whole page of parts that are HTML already."""
    return PAGE.format(title=escape(title), body="".join(parts))


def paragraph(text: str) -> str:
    """A sentence."""
    return f"<p>{escape(text)}</p>"


def button(label: str) -> str:
    """What is tapped to open the same address."""
    return f'<form method="post"><button>{escape(label)}</button></form>'


def plot(title: str, bars: Sequence[Bar], nothing: str) -> str:
    """Bars below each other, each with its label before and its number behind; read out as a list."""
    head = f"<h2>{escape(title)}</h2>"
    if not bars:
        return head + paragraph(nothing)
    height = ROW * len(bars)
    rows = "".join(_drawn(bar, place) for place, bar in enumerate(bars))
    return f'{head}<svg role="list" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}">{rows}</svg>'


def _drawn(bar: Bar, place: int) -> str:
    room = WIDTH - LABEL - 110
    top, middle = place * ROW + (ROW - BAR) // 2, place * ROW + ROW // 2 + 5
    long = round(room * min(max(bar.length or 0.0, 0.0), 1.0))
    kind = "odd" if bar.odd else "bar"
    drawn = f'<rect class="{kind}" x="{LABEL}" y="{top}" width="{long}" height="{BAR}" rx="3"/>' if long else ""
    return (
        f'<g role="listitem" aria-label="{escape(f"{bar.label}: {bar.told}")}">'
        f'<text x="{LABEL - 8}" y="{middle}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect class="room" x="{LABEL}" y="{top}" width="{room}" height="{BAR}" rx="3"/>{drawn}'
        f'<text x="{LABEL + room + 8}" y="{middle}">{escape(bar.told)}</text></g>'
    )
