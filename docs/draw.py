"""Draws docs/architecture.svg from the imports of the code: `make docs`. Lengths are pixels.

Rooms stand by the floors of tests/test_floors.py. What a longer way tells already is left out, so that the drawing
stays readable; every import of code from code is still one of its arrows, or a way along several of them.
"""

import ast
import itertools
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docs.layers import Edge, Layers, Spot, reduced, way
from tests.test_floors import FILES, FLOORS, ROOT, imports, module, room

DRAWING = ROOT / "docs" / "architecture.svg"

WIDTH, HEIGHT = 226, 78  # of a room
GAP = 62  # between rows
MARGIN, SIDE, FOOT = 24, 64, 58  # around all; left of the rooms, for the numbers of floors; for the last line
SIGNS = 33  # characters of a purpose in one line of a room
HEAD = 10  # the length of an arrow's head
GREY = "#4b5563"
COLOURS = ("#5b6b8c", "#2f7d6b", "#3f8f3a", "#9a7d0a", "#c0632b", "#b5446e", "#7a4fa3", "#3d4451")  # by floor
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
LEGEND = "An arrow means “imports”; one that a longer way implies is left out. The numbers are floors."


@dataclass(frozen=True, slots=True)
class Box:
    """A room in the drawing: the middle of its upper edge, and what it is for."""

    room: str
    x: float
    y: float
    purpose: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one room down to another; `points` are where it leaves, the ends of lanes on its way, and where it ends."""

    source: str
    target: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, and how large it is. `floors` are the upper and lower edge of each."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    floors: Mapping[int, tuple[float, float]]
    width: float
    height: float


def edges() -> set[Edge]:
    """Which room imports from which."""
    found = {(room(module(path)), room(name)) for path in FILES for name in imports(path)}
    return {(one, other) for one, other in found if one != other and one in FLOORS and other in FLOORS}


def ranks(all_edges: Collection[Edge]) -> dict[str, int]:
    """The row of each room, the uppermost 0: by its floor, and on one floor whoever imports above whom it imports."""

    def depth(name: str) -> int:
        beside = (one for one, other in all_edges if other == name and FLOORS[one] == FLOORS[name])
        return max((depth(one) + 1 for one in beside), default=0)

    steps = {name: (-FLOORS[name], depth(name)) for name in FLOORS}
    order = sorted(set(steps.values()))
    return {name: order.index(step) for name, step in steps.items()}


def purpose(name: str) -> str:
    """The beginning of a room's docstring, up to its first full stop, colon or semicolon."""
    path = next(path for path in FILES if room(module(path)) == name and module(path).split(".")[-1] == name)
    docstring = " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())
    return re.split(r"[.:;](?:\s|$)", docstring, maxsplit=1)[0]


def drawing() -> Drawing:
    """The drawing of the code as it is."""
    all_edges = edges()
    shown, rank = reduced(all_edges), ranks(all_edges)
    layers = Layers(shown, rank, WIDTH)
    left = min(x - layers.edge_of(spot) for (_, spot), x in layers.x.items()) - MARGIN - SIDE
    right = max(x + layers.edge_of(spot) for (_, spot), x in layers.x.items()) - left
    x = {key: round(value - left, 1) for key, value in layers.x.items()}
    tops = [MARGIN / 2 + GAP / 2 + row * (HEIGHT + GAP) for row in range(len(layers.rows))]
    boxes = (Box(name, x[rank[name], Spot(name)], tops[rank[name]], purpose(name)) for name in FLOORS)
    arrows = (Arrow(*edge, tuple(_points(edge, rank, x, tops))) for edge in shown)
    floors = {}
    for floor in sorted(set(FLOORS.values()), reverse=True):
        own = [tops[rank[name]] for name in FLOORS if FLOORS[name] == floor]
        floors[floor] = (min(own) - GAP / 2, max(own) + HEIGHT + GAP / 2)
    return Drawing(tuple(boxes), tuple(arrows), floors, round(right + MARGIN), tops[-1] + HEIGHT + GAP / 2 + FOOT)


def _points(
    edge: Edge, rank: Mapping[str, int], x: Mapping[tuple[int, Spot], float], tops: list[float]
) -> Iterator[tuple[float, float]]:
    for row, spot in way(edge, rank):
        if spot != Spot(edge[0]):
            yield x[row, spot], tops[row]
        if spot != Spot(edge[1]):
            yield x[row, spot], tops[row] + HEIGHT


def svg(shown: Drawing) -> str:
    """The drawing as text."""
    size = f"{shown.width:g} {shown.height:g}"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" font-family="{FONT}">',
            "<title>The rooms of the house by floors, and which imports from which</title>",
            f'<rect width="{shown.width:g}" height="{shown.height:g}" rx="14" fill="#fcfcfa"/>',
            *(_floor(floor, *edges, shown.width) for floor, edges in shown.floors.items()),
            *map(_arrow, shown.arrows),
            *map(_room, shown.boxes),
            _text(shown.width / 2, shown.height - FOOT / 2 + 8, 13, GREY, LEGEND),
            "</svg>\n",
        )
    )


def _floor(floor: int, top: float, bottom: float, width: float) -> str:
    colour = COLOURS[floor % len(COLOURS)]
    place = f'x="{MARGIN / 2:g}" y="{top + 3:g}" width="{width - MARGIN:g}" height="{bottom - top - 6:g}"'
    number = _text(MARGIN + 16, (top + bottom) / 2 + 12, 34, colour, str(floor), ' font-weight="700" opacity="0.45"')
    return f'<rect {place} rx="12" fill="{colour}" opacity="0.06"/>{number}'


def _room(box: Box) -> str:
    lines, colour = textwrap.wrap(box.purpose, SIGNS), _colour(box.room)
    place = f'x="{box.x - WIDTH / 2:g}" y="{box.y:g}" width="{WIDTH}" height="{HEIGHT}"'
    first = box.y + HEIGHT / 2 + 5 - 8 * len(lines)
    return "".join(
        (
            f'<rect {place} rx="10" fill="#fff" stroke="{colour}" stroke-width="1.6"/>',
            _text(box.x, first, 17, colour, box.room, ' font-weight="650"'),
            *(_text(box.x, first + 3 + 16 * n, 12.5, GREY, line) for n, line in enumerate(lines, 1)),
        )
    )


def _arrow(arrow: Arrow) -> str:
    """A line with a head: straight down in lanes, in curves between rows."""
    *points, (x, y) = arrow.points
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for start, end in itertools.pairwise([*points, (x, y - HEAD + 2)]):
        path += _curve(*start, *end)
    colour = _colour(arrow.target)
    line = f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.8"/>'
    return f'{line}<path d="M{x:g} {y - 1:g}l-5.5 {-HEAD}q5.5 3 11 0z" fill="{colour}"/>'


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (y + to_y) / 2
    return f"V{to_y:g}" if x == to_x else f"C{x:g} {middle:g} {to_x:g} {middle:g} {to_x:g} {to_y:g}"


def _text(x: float, y: float, size: float, colour: str, words: str, more: str = "") -> str:
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"'
    return f'<text {place} text-anchor="middle"{more}>{escape(words)}</text>'


def _colour(name: str) -> str:
    return COLOURS[FLOORS[name] % len(COLOURS)]


if __name__ == "__main__":
    DRAWING.write_text(svg(drawing()), encoding="utf-8")
