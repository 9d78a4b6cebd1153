"""The plan as plain text to paste into a chat: what was written on its first page, then all of it; nobody's name."""

from collections.abc import Iterable

from bot.plan.documents import Document, Field, Section
from bot.plan.documents.seen import seen

LONGEST_BLOCK = 800  # characters of the ten that are read as one; longer ones stand each by itself


def lines(document: Document, *, people: bool = False) -> list[str]:
    """The title, what stands on the first page, then each box with its slots below it."""
    return [document.title, *front(document, people=people), *(_box(document, box) for box in document.boxes)]


def front(document: Document, *, people: bool = False) -> list[str]:
    """Each field of the first page that holds something with its name above it; `people` puts the ten where they stand
    on the page.
    """
    ten = _ten(document) if people else []
    return [*_named((*document.offer, *document.before)), *ten, *_named(document.after)]


def _box(document: Document, box: Section) -> str:
    rows = [f"· {one.name}: {seen(document.told(one))}" for one in box.fields] or [document.words["later"]]
    return "\n".join((f"[{box.name}]", *rows))


def _named(fields: Iterable[Field]) -> list[str]:
    return [f"[{field.name}]\n{seen(field.text)}" for field in fields if field.text]


def _ten(document: Document) -> list[str]:
    """Who is there, a line each: who, why them, and how far it is."""
    told = [
        " · ".join(seen(" ".join(text.split())) for text in (one.nickname, one.why, one.state) if text)
        for one in document.people
    ]
    rows = [f"{n}. {row}" for n, row in enumerate(told, 1) if row]
    head, whole = f"[{document.words['people']}]", "\n".join(rows)
    return [] if not rows else [f"{head}\n{whole}"] if len(whole) < LONGEST_BLOCK else [f"{head}\n{rows[0]}", *rows[1:]]


def draw(document: Document, _form: str) -> bytes:
    """All of it, as UTF-8."""
    return ("\n\n".join(lines(document)) + "\n").encode()
