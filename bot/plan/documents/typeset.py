"""The plan as a PDF to print, a picture of it to share, a card of one sentence, a sheet of acts, and a drawn week, by
typst.

The texts reach typst as JSON, which its sources read as data: whatever a learner wrote is never a part of a source.
"""

from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import typst

from bot.plan.documents import Sheet, Week
from bot.plan.documents.seen import seen

_HERE = Path(__file__).parent
_FONTS = _HERE.parents[2] / "locales" / "ko" / "fonts"
_SHARP, _PLAIN = 192, 96  # pixels an inch of a picture: 1080 across, and half of that when it is very long
_LONG = 3000  # characters


def draw(document: Sheet, form: str) -> bytes:
    """The document as "pdf" on A4, or as "png", one picture as high as what is on it; that of a single sentence is a
    card, and a square if it fits one, as that of a week is.
    """
    data = _data(document)
    made = _typeset(document.day, data, _source(document, form), form, _PLAIN if len(data) > _LONG else _SHARP)
    assert isinstance(made, bytes)  # a picture is one page
    return made


def first_page(document: Sheet, sharp: int) -> bytes:
    """The first page of the PDF as a picture of so many pixels an inch."""
    made = _typeset(document.day, _data(document), _source(document, "pdf"), "png", sharp)
    return made[0] if isinstance(made, list) else made


def _typeset(day: date, data: str, source: str, form: str, sharp: int) -> bytes | list[bytes]:
    made: bytes | list[bytes] = typst.compile(
        _HERE / source,
        font_paths=_fonts(),
        sys_inputs={"plan": data, "form": form},
        format="pdf" if form == "pdf" else "png",
        ppi=sharp,
        timestamp=datetime.combine(day, time(), UTC),
    )
    return made


def _data(document: Sheet) -> str:
    return msgspec.json.encode(_seen(asdict(document))).decode()


def _source(document: Sheet, form: str) -> str:
    if isinstance(document, Week):
        return "week.typ"
    if document.of_acts:
        return "acts.typ"
    if form == "pdf":
        return "plan.typ"
    shown = [*document.offer, *(field for section in document.boxes for field in section.fields)]
    return "card.typ" if len(shown) == 1 else "picture.typ"


def _seen(value: Any) -> Any:
    """All texts in a value, without what cannot be seen."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, dict):
        return {name: _seen(inner) for name, inner in value.items()}
    return [_seen(inner) for inner in value] if isinstance(value, list | tuple) else value


@cache
def _fonts() -> typst.Fonts:
    """Ours, and the few that typst brings for signs that ours has not; none of the machine's, which differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])
