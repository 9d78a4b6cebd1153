"""The operator's page: numbers as bars, in one file of HTML and SVG that loads nothing. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

ROW, BAR, LABEL, WIDTH = 26, 16, 210, 640  # pixels
LONGEST_ABOVE = 44  # characters of Hangul that the whole width holds
PAGE = """<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{title}</title><style>
:root {{ color-scheme: light dark; --bar: #2b6cb0; --odd: #b7472a; --room: #8884 }}
body {{ font: 16px/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 680px; padding: 1rem }}
svg {{ width: 100%; height: auto }} text {{ font-size: 13px; fill: currentColor }}
.bar {{ fill: var(--bar) }} .odd {{ fill: var(--odd) }} .room {{ fill: var(--room) }}
.mark {{ fill: currentColor }}
button {{ font: inherit; padding: .6rem 1.2rem }} .told {{ border-left: 4px solid var(--bar); padding-left: .8rem }}
article {{ border-top: 1px solid #8886; padding-bottom: 1rem }} h3 {{ margin-bottom: 0; font-size: 1rem }}
article p {{ margin: .2rem 0; white-space: pre-line; overflow-wrap: anywhere }}
blockquote {{ margin: .4rem 0 .4rem 1rem }}
textarea {{ box-sizing: border-box; width: 100%; font: inherit }}
</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"""


@dataclass(frozen=True, slots=True)
class Bar:
    """How long it is, from 0 to 1, or None where that is hidden; `told` is its number in words."""

    label: str
    length: float | None
    told: str
    odd: bool = False
    above: str = ""  # more of its label, in a line of its own
    mark: float | None = None  # from 0 to 1, what the length is held against


def page(title: str, parts: Iterable[str]) -> str:
    """A whole page of parts that are HTML already."""
    return PAGE.format(title=escape(title), body="".join(parts))


def paragraph(text: str, kind: str = "") -> str:
    """A sentence; of what kind, the style knows."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def heading(text: str) -> str:
    """What stands above a part of the page."""
    return f"<h2>{escape(text)}</h2>"


def button(label: str) -> str:
    """What is tapped to open the same address."""
    return f'<form method="post"><button>{escape(label)}</button></form>'


def plot(title: str, bars: Sequence[Bar], nothing: str, how: str = "") -> str:
    """Bars below each other, each with its label before and its number behind; read out as a list. `how` says how they
    are read.
    """
    head = heading(title) + (paragraph(how) if how and bars else "")
    if not bars:
        return head + paragraph(nothing)
    height, rows = 0, ""
    for bar in bars:
        height += ROW * bool(bar.above)
        rows, height = rows + _drawn(bar, height), height + ROW
    return f'{head}<svg role="list" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}">{rows}</svg>'


def _drawn(bar: Bar, begins: int) -> str:
    room = WIDTH - LABEL - 110
    top, middle = begins + (ROW - BAR) // 2, begins + ROW // 2 + 5
    above = f'<text x="0" y="{middle - ROW}">{escape(cut(bar.above, LONGEST_ABOVE))}</text>' if bar.above else ""
    long = round(room * min(max(bar.length or 0.0, 0.0), 1.0))
    kind = "odd" if bar.odd else "bar"
    drawn = f'<rect class="{kind}" x="{LABEL}" y="{top}" width="{long}" height="{BAR}" rx="3"/>' if long else ""
    at = LABEL + round(room * bar.mark) if bar.mark is not None else None
    mark = f'<rect class="mark" x="{at - 1}" y="{top - 4}" width="3" height="{BAR + 8}"/>' if at is not None else ""
    return (
        f'<g role="listitem" aria-label="{escape(f"{bar.above} {bar.label}: {bar.told}".strip())}">{above}'
        f'<text x="{LABEL - 8}" y="{middle}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect class="room" x="{LABEL}" y="{top}" width="{room}" height="{BAR}" rx="3"/>{drawn}{mark}'
        f'<text x="{LABEL + room + 8}" y="{middle}">{escape(bar.told)}</text></g>'
    )


def cut(text: str, most: int) -> str:
    """A text in one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def question(text: str, told: Iterable[str], notes: Iterable[str], form: str) -> str:
    """A question that somebody called odd: what is told of it, what they wrote, and what can be done about it."""
    quoted = "".join(f"<blockquote>{paragraph(note)}</blockquote>" for note in notes)
    return f"<article><h3>{escape(text)}</h3>{''.join(map(paragraph, told))}{quoted}{form}</article>"


def answering(there: str, name: str, asks: str, buttons: Mapping[str, str], longest: int) -> str:
    """A form for an answer: `name` says to what, and the button that was tapped is named `does`."""
    tapped = " ".join(
        f'<button name="does" value="{escape(value)}">{escape(label)}</button>' for value, label in buttons.items()
    )
    return (
        f'<form method="post" action="{escape(there)}"><input type="hidden" name="question" value="{escape(name)}">'
        f'<label>{escape(asks)}<textarea name="answer" rows="3" maxlength="{longest}"></textarea></label>'
        f"{tapped}</form>"
    )
