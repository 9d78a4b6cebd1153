"""What in a course's own table would break a chat: numbers that are none, names no button holds. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from bot.course.faults import Fault, line_of
from bot.course.model import About
from bot.message import LONGEST_LABEL

UNWRITTEN = "⟨"  # opens what a new file still asks its author to write


def table_faults(about: About, lines: Mapping[str, Sequence[str]]) -> list[tuple[str, Fault]]:
    """Everything in the tables that keeps the course from being taught, each with the name of its table, "" for the
    course's own; `lines` are those of each.
    """
    own = lines[""]
    found = [*_unwritten(own), *_unnumbered(about, own), *_empty(about, own), *_long(about, own)]
    found += _strange_boxes(about, own)
    stories = _strange_stories(about, lines.get("stories", ()))
    return [*(("", fault) for fault in dict.fromkeys(found)), *(("stories", fault) for fault in stories)]


def _unwritten(lines: Sequence[str]) -> Iterator[Fault]:
    code = (line.partition("#")[0] if line.lstrip().startswith("#") else line for line in lines)
    yield from (Fault(number, "fault-unwritten") for number, line in enumerate(code, 1) if UNWRITTEN in line)


def _unnumbered(about: About, lines: Sequence[str]) -> Iterator[Fault]:
    """Units and boxes that are called by no number."""
    for table, names in (("units", about.units), ("boxes", about.boxes)):
        for name in names:
            if not (name.isascii() and name.isdecimal()):
                yield Fault(line_of(lines, (table, name)), "fault-table-number", (("name", name), ("table", table)))


def _empty(about: About, lines: Sequence[str]) -> Iterator[Fault]:
    """Tables that a course cannot do without."""
    for table, names in (("units", about.units), ("boxes", about.boxes), ("trades", about.trades)):
        if not names:
            yield Fault(line_of(lines, (table,)), "fault-table-empty", (("table", table),))


def _long(about: About, lines: Sequence[str]) -> Iterator[Fault]:
    """What stands on a button, and is none or too long for it."""
    labels = [(("title",), about.title), *((("trades", trade), word) for trade, word in about.trades.items())]
    for path, label in labels:
        if not 0 < len(label) <= LONGEST_LABEL:
            yield Fault(line_of(lines, path), "fault-table-label", (("text", label), ("most", str(LONGEST_LABEL))))


def _strange_boxes(about: About, lines: Sequence[str]) -> Iterator[Fault]:
    if about.checklist and str(about.checklist.box) not in about.boxes:
        yield Fault(line_of(lines, ("checklist", "box")), "fault-box", (("box", str(about.checklist.box)),))


def _strange_stories(about: About, lines: Sequence[str]) -> Iterator[Fault]:
    """Shops whose plan has a unit or a box that the course has not."""
    for trade, story in about.stories.items():
        for unit, boxes in story.units.items():
            strange: list[tuple[str, ...]] = [(trade, "units", unit, box) for box in boxes if box not in about.boxes]
            strange += [(trade, "units", unit)] if unit not in about.units else []
            yield from (Fault(line_of(lines, path), "fault-story", (("name", path[-1]),)) for path in strange)
