"""The plan as a PDF to print and as a picture to share, by typst.

The texts reach typst as JSON, which its sources read as data: whatever a learner wrote is never a part of a source.
"""

from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import msgspec
import typst

from bot.plan.documents import Document
from bot.plan.documents.seen import seen

_HERE = Path(__file__).parent
_SOURCES = {"pdf": _HERE / "plan.typ", "png": _HERE / "card.typ"}
_FONTS = _HERE.parents[2] / "locales" / "ko" / "fonts"
_SHARP, _PLAIN = 192, 96  # pixels an inch of a picture: 1080 across, and half of that when it is very long
_LONG = 3000  # characters


def draw(document: Document, form: str) -> bytes:
    """The document as "pdf" on A4, or as "png", one picture as high as what is on it."""
    data = seen(msgspec.json.encode(asdict(document)).decode())
    made = typst.compile(
        _SOURCES[form],
        font_paths=_fonts(),
        sys_inputs={"plan": data},
        format="pdf" if form == "pdf" else "png",
        ppi=_PLAIN if len(data) > _LONG else _SHARP,
        timestamp=datetime.combine(document.day, time(), UTC),
    )
    assert isinstance(made, bytes)  # a picture is one page
    return made


@cache
def _fonts() -> typst.Fonts:
    """Ours, and the few that typst brings for signs that ours has not; none of the machine's, which differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])
