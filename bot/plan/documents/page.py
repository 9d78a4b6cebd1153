"""The plan as a page for a phone and for paper: one file, no script, nothing loaded from anywhere."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from bot.plan.documents import Document, Person
from bot.plan.documents.seen import seen

_PAGE = Path(__file__).with_name("page.html")


def draw(document: Document, _form: str) -> bytes:
    """The page, as UTF-8."""
    return _template().render(plan=document, nobody=Person()).encode()


@cache
def _template() -> Template:
    """Whatever is put into it is escaped, and rid of what cannot be seen."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_finalize)
    return environment.from_string(_PAGE.read_text("utf-8"))


def _finalize(value: object) -> object:
    return seen(value) if type(value) is str else value
