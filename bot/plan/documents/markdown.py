"""The plan as Markdown, for notes and wikis. What a learner wrote is escaped, so that it reads as they wrote it."""

import re
from collections.abc import Iterable, Iterator

from bot.plan.documents import Document, Field, Person
from bot.plan.documents.seen import seen

_MARKUP = re.compile(  # what may mean something where it stands; a backslash takes it away, and all else is left alone
    r"[\\`*_\[\]<|$^]"  # anywhere
    r"|^[#>+=-]|^\d{1,9}(?=[.)](?:\s|$))"  # at the head of a line: headings, quotes, rules, lists
    r"|~(?=.*~)|(?<=~)~|=(?==)|(?<==)=|\{(?=[{%])|&(?=#?\w+;)"  # two of them, or what ends in another sign
    r"|:(?=//|[a-z0-9_+-]+:)|(?<=www)\."  # addresses and short names of emoji
)
_COLUMNS = ("number", "nickname", "why", "state", "said", "next")


def draw(document: Document, _form: str) -> bytes:
    """All that was written, as UTF-8."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def plain(text: str) -> str:
    """The text in one paragraph of Markdown, its lines kept."""
    lines = (_MARKUP.sub(_escaped, line.strip()) for line in seen(text).split("\n"))
    return "\\\n".join(filter(None, lines))


def _escaped(match: re.Match[str]) -> str:
    """With a backslash before it; a number stays, and what follows it is escaped."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _blocks(document: Document) -> Iterator[str]:
    yield f"# {plain(document.title)}"
    yield plain(" · ".join(filter(None, (document.whose, document.date))))
    yield from _fields(document, (*document.offer, *document.before))
    if document.people:
        written = any(person != Person() for person in document.people)
        yield f"**{plain(document.words['people'])}**" + ("" if written else f"\\\n{plain(document.words['empty'])}")
        yield from ["\n".join(_table(document))] if written else []
    yield from _fields(document, document.after)
    for section in document.boxes:
        yield f"## {plain(section.name)}"
        yield from _fields(document, section.fields) if section.fields else [plain(document.words["later"])]
    if document.acts:
        yield f"## {plain(document.words.get('acts', ''))}"
        yield "\n".join(f"- {plain(act)}" for act in document.acts)


def _fields(document: Document, fields: Iterable[Field]) -> Iterator[str]:
    return (f"**{plain(field.name)}**\\\n{plain(document.told(field))}" for field in fields)


def _table(document: Document) -> Iterator[str]:
    yield _row(document.words.get(f"people-{column}", column) for column in _COLUMNS)
    yield "|" + " --- |" * len(_COLUMNS)
    for number, person in enumerate(document.people, 1):
        yield _row((str(number), person.nickname, person.why, person.state, person.said, person.next))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(plain(cell).replace("\\\n", " ") for cell in cells) + " |"
