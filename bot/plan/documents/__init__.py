"""The plan as a document: what stands on it, and every form in which it is handed over; and a week as a picture. Pure.

A `Document` or a `Week` holds what is read on paper, said already; `draw` makes a file of it. Whatever a learner wrote
is data in every form: it is shown as plain text and never taken for markup.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from importlib import import_module

ROWS = 10  # people to talk to: a row for each, written or to be filled by hand


@dataclass(frozen=True, slots=True)
class Field:
    """A slot by its name; `text` is "" while nothing stands in it. One that is `above` has its place on the first page,
    and is only named in its box.
    """

    name: str
    text: str = ""
    above: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A box of the plan with its slots; its number stands in its name. Without a slot it is still to come."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One of the ten: what they are called here, why them, how far it is, what was said on both sides, what is next."""

    nickname: str = ""
    why: str = ""
    state: str = ""
    said: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A plan on paper. From the top: the title, `whose` it is, the `date`; the `offer`; the fields that come `before`
    the ten people and `after` them; then the whole plan, box by box, and the `acts` of the learner, a sentence each. In
    every form all of it stands in this order; what stands on the first page is in its box by its name. `links` are a
    page's, as labels and addresses. `words` are its other words by their keys: the headings of the ten and of the acts,
    what is said of a slot that is `empty` or stands `above` and of a box that comes `later`; `file`, which its file is
    called; and the name and the `sign` of the `bot` under a picture.
    """

    title: str
    day: date
    date: str = ""
    whose: str = ""
    offer: tuple[Field, ...] = ()
    before: tuple[Field, ...] = ()
    people: tuple[Person, ...] = ()
    after: tuple[Field, ...] = ()
    boxes: tuple[Section, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    acts: tuple[str, ...] = ()

    def told(self, one: Field) -> str:
        """What is read under the name of a slot where nothing can be filled in by hand."""
        return self.words["above"] if one.above and one.text else one.text or self.words["empty"]

    @property
    def of_acts(self) -> bool:
        """Whether nothing but what was done stands on it: the sheet that is asked for as a certificate."""
        return bool(self.acts) and not (self.boxes or self.front)

    @property
    def front(self) -> tuple[Field, ...]:
        """What stands on the first page beside the ten people."""
        return (*self.offer, *self.before, *self.after)


class Filled(StrEnum):
    """How far a box of the plan is."""

    EMPTY = "empty"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of a week by its name, and whether something was done on it."""

    name: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A box of the plan by its number."""

    number: str
    state: Filled


@dataclass(frozen=True, slots=True)
class Week:
    """A week in a picture that shows nothing a learner wrote: how many days were `kept`, and which; at most four
    `facts` with their names; and the boxes of the plan with a sentence about them, `plan`. `words` as in a Document.
    """

    title: str
    day: date
    dates: str
    kept: str
    days: tuple[WeekDay, ...]
    facts: tuple[Field, ...]
    plan: str
    boxes: tuple[Cell, ...]
    words: Mapping[str, str]


Sheet = Document | Week
"""What a file is made of."""

FORMS: Mapping[str, tuple[str, str]] = {
    "pdf": ("bot.plan.documents.typeset", "application/pdf"),
    "png": ("bot.plan.documents.typeset", "image/png"),
    "html": ("bot.plan.documents.page", "text/html"),
    "md": ("bot.plan.documents.markdown", "text/markdown"),
    "txt": ("bot.plan.documents.summary", "text/plain"),
}
"""Every form by the ending of its file: the module whose `draw` makes it, loaded when first needed, and its type."""


def draw(document: Sheet, form: str) -> bytes:
    """The document in a form; a week is a "png". Takes up to a second: not for the event loop. Raises KeyError for an
    unknown form.
    """
    module, _ = FORMS[form]
    content: bytes = import_module(module).draw(document, form)
    return content
