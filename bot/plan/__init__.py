"""The plan of one's own work: the boxes of the plan, the slots in them, and what makes each of them done. Pure.

The slots come from the course (`Course.slots`): each part's line has one. Besides them stand the promise made at the
end of the course and the answers of the follow-ups, each in a slot of its own in the last box.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.course.holds import ADDED, Holds, first_of, fits
from bot.course.model import Course, PlanSlot
from bot.korean.labels import unlabelled
from bot.korean.quantities import in_won

LONGEST_LINE = 300  # characters: one line of one's own work, two sentences at most
LONGEST_LIST = 800  # of a list of ten people: still one bubble
FIRST_WEEK = "first-week"  # the promise of the last check: the first act of the ninety days


@dataclass(frozen=True)
class Entry:
    """A slot with what stands in it; `text` is "" while it is empty, `at` the day it was written. `made_up` says that
    a line which was added to it later has brought what this one lacked.
    """

    slot: PlanSlot
    text: str = ""
    at: date | None = None
    made_up: bool = False

    @property
    def told(self) -> str:
        """The text as it stands under the slot's name, which it need not begin with; a bare figure of money in won."""
        text = unlabelled(self.text, self.slot.name)
        return in_won(text) if self.slot.holds is Holds.AMOUNT else text

    @cached_property
    def done(self) -> bool:
        """Whether it holds what it has to. Reckoned when asked for: dates have to be read, and many only count."""
        return self.made_up or (self.at is not None and fits(self.slot.holds, self.text, self.at))


@dataclass(frozen=True, slots=True)
class Box:
    """One of the boxes of the plan, with its slots in the order in which the course fills them."""

    number: int
    name: str
    entries: tuple[Entry, ...]

    @property
    def filled(self) -> int:
        """How many slots hold something."""
        return sum(bool(entry.text) for entry in self.entries)

    @property
    def done(self) -> bool:
        """Whether every slot that is needed holds what it has to."""
        return all(entry.done for entry in self.entries if entry.slot.needed)

    @property
    def missing(self) -> Entry | None:
        """The first slot that keeps it from being done."""
        return next((entry for entry in self.entries if entry.slot.needed and not entry.done), None)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a part's slot: its text, the day it was written, and the box it was written for."""

    text: str
    at: date
    box: int = 0


def boxes(course: Course, lines: Mapping[str, Written], after: Iterable[str] = ()) -> tuple[Box, ...]:
    """The whole plan. `lines` are what was written, by part; `after` names the slots that only come with the end,
    which show once they hold something. What a part wrote that the course no longer has stays in its box.
    """
    last = course.lessons[-1].head.box if course.lessons else 0
    late = [PlanSlot(name, last, "", needed=False) for name in (FIRST_WEEK, *after) if name in lines]
    added = _added(lines)
    slots = [one for slot in course.slots for one in (slot, *_more(slot, added.get(slot.part, ())))]
    known = {slot.part for slot in (*slots, *late)}
    gone = [PlanSlot(part, line.box, "", needed=False) for part, line in lines.items() if part not in known]
    by_box: dict[int, list[Entry]] = {}
    for entry in _with_later([_entry(slot, lines.get(slot.part)) for slot in (*slots, *late, *gone)]):
        by_box.setdefault(entry.slot.box, []).append(entry)
    return tuple(Box(n, name, tuple(by_box.get(n, ()))) for n, name in _numbered(course))


def boxes_written(course: Course, lines: Mapping[str, int], after: Iterable[str] = ()) -> int:
    """How many of those boxes hold something, without making them. `lines` are the boxes that the lines which are not
    empty were written for, by part.
    """
    last = course.lessons[-1].head.box if course.lessons else 0
    late = dict.fromkeys((FIRST_WEEK, *after), last)
    home = {slot.part: slot.box for slot in course.slots}
    held = {late.get(part, home.get(first_of(part), box)) for part, box in lines.items()}
    return sum(number in held for number, _ in _numbered(course))


def _numbered(course: Course) -> Iterable[tuple[int, str]]:
    return ((int(number), name) for number, name in course.about.boxes.items())


def longest(holds: Holds) -> int:
    """How many characters a slot takes."""
    return LONGEST_LIST if holds is Holds.PEOPLE else LONGEST_LINE


def _added(lines: Iterable[str]) -> Mapping[str, list[int]]:
    """The numbers of the lines that were added to a slot's own, by the part of the slot."""
    added: dict[str, list[int]] = {}
    for name in lines:
        first, _, number = name.partition(ADDED)
        if number.isdecimal():
            added.setdefault(first, []).append(int(number))
    return added


def _more(slot: PlanSlot, numbers: Iterable[int]) -> Iterable[PlanSlot]:
    """A slot for each line that was added to the slot's own, in the order in which they were written."""
    for n in sorted(numbers):
        yield replace(slot, part=f"{slot.part}{ADDED}{n}", name=f"{slot.name} {n}", needed=False)


def _with_later(entries: list[Entry]) -> list[Entry]:
    """A slot whose lines are added one by one is done by any of them: a decision that was made at last."""
    done = {first_of(entry.slot.part) for entry in entries if ADDED in entry.slot.part and entry.done}
    return [replace(entry, made_up=True) if entry.text and entry.slot.part in done else entry for entry in entries]


def _entry(slot: PlanSlot, line: Written | None) -> Entry:
    if line is None or not line.text:
        return Entry(slot)
    return Entry(slot, line.text, line.at)
