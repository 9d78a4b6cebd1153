"""The plan as a few lines of plain text to paste into a chat: what was written on its first page, but nobody's name."""

from bot.plan.documents import Document
from bot.plan.documents.seen import seen


def lines(document: Document) -> list[str]:
    """The title, then each field that holds something with its name above it."""
    return [document.title, *(f"[{field.name}]\n{seen(field.text)}" for field in document.front if field.text)]


def draw(document: Document, _form: str) -> bytes:
    """All of it, as UTF-8."""
    return ("\n\n".join(lines(document)) + "\n").encode()
