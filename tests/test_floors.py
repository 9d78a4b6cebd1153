"""Imports only go down, every library has one home, and no Korean and no SQL strays into the code."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOORS = {  # by room: the first name under bot, or the folder beside it
    "__main__": 7,
    "channels": 6,
    "delivery": 6,
    "authoring": 6,
    "desk": 5,
    "handlers": 5,
    "conversation": 4,
    "store": 4,
    "record": 3,
    "learning": 2,
    "plan": 2,
    "understanding": 2,
    "course": 1,
    "korean": 1,
    "texts": 1,
    "message": 0,
    "rhythm": 0,
    "operator": 0,
}
HOMES = {
    "sqlalchemy": ("bot.store",),
    "alembic": ("bot.store",),
    "telegram": ("bot.channels.telegram",),
    "aiohttp": ("bot.channels", "bot.operator.routes", "bot.operator.server", "bot.operator.sources", "bot.__main__"),
    "jinja2": ("bot.channels", "bot.plan.documents"),
    "typst": ("bot.plan.documents",),
    "icalendar": ("bot.plan.calendar_file",),
    "fluent": ("bot.texts",),
    "markdown_it": ("bot.course.markdown",),
    "holidays": ("bot.korean.public_holidays",),
    "prometheus_client": ("bot.operator.metrics",),
    "dotenv": ("bot.__main__",),
    "rich": ("bot.operator.console",),
    "segno": ("bot.operator.addresses",),
    "pywebpush": ("bot.channels.web.push",),
    "py_vapid": ("bot.channels.web.push",),
    "cryptography": ("bot.channels.web.push", "bot.store.keyring"),
    "uvloop": ("bot.__main__",),
    "fsrs": ("bot.learning.memory", "handlers.quiz"),
}
SHARED = ("channel", "body", "proxy")  # of the channels, beside the table of them
MOST_ARROWS = 55  # between the rooms of FLOORS
PURE = {"conversation", "record", "learning", "plan", "course", "korean", "rhythm", "message"}
TABLES = {"bot.korean.time.words", "bot.store.tables"}
HANGUL = re.compile("[ㄱ-ㅎㅏ-ㅣ가-힣]")
FILES = sorted(path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py"))


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    found: list[str] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(found)


IMPORTS = [(module(path), name) for path in FILES for name in imports(path)]


def ours(name: str) -> bool:
    """Whether it is imported from our own code."""
    return name.split(".", maxsplit=1)[0] in {"bot", "handlers"}


def room(name: str) -> str:
    first, *others = name.split(".")
    return others[0] if first == "bot" and others else first


def floor(name: str) -> int:
    return FLOORS[room(name)]


def test_every_room_has_a_floor() -> None:
    """None stands anywhere by default, and none is listed that is gone."""
    assert {room(module(path)) for path in FILES} - {"bot"} == set(FLOORS)


def test_imports_go_down() -> None:
    """A module imports its own floor or a lower one; only bot.__main__ knows the handlers from inside bot."""
    wrong = [
        f"{here} (floor {floor(here)}) imports {name} (floor {floor(name)})"
        for here, name in IMPORTS
        if here != "bot" and ours(name) and floor(name) > floor(here)
    ]
    assert wrong == []


def test_channels_and_handlers_keep_to_themselves() -> None:
    """A channel meets no other channel, no handler, no store: only what all of them are given."""
    wrong = []
    for here, name in IMPORTS:
        parts = here.split(".")
        if parts[:2] != ["bot", "channels"] or parts[2:] in ([], *([one] for one in SHARED)):
            continue
        others = name.startswith("bot.channels.") and name.split(".")[2] not in {parts[2], *SHARED}
        if others or name.startswith(("bot.store", "bot.conversation", "handlers")):
            wrong.append(f"{here} imports {name}")
    assert wrong == []


def test_arrows_between_rooms_stay_few() -> None:
    """Every import of another room is one more thing to know; the drawing of them is docs/architecture.svg."""
    arrows = {(room(here), room(name)) for here, name in IMPORTS if ours(name) and room(name) != room(here)}
    assert len(arrows) <= MOST_ARROWS


def test_a_handler_is_pure() -> None:
    """It awaits nothing, and knows neither the database nor the desk nor any messenger."""
    handlers = [path for path in FILES if module(path).startswith("handlers")]
    known = [(module(path), name) for path in handlers for name in imports(path) if name.startswith("bot.")]
    assert [(here, name) for here, name in known if room(name) not in PURE] == []
    waits = ast.Await | ast.AsyncFunctionDef
    assert [module(path) for path in handlers if any(isinstance(node, waits) for node in ast.walk(parsed(path)))] == []


def test_no_library_comes_in_by_the_way() -> None:
    """Beside the standard library only what HOMES lists, and msgspec, which all may use."""
    known = {"bot", "handlers", "msgspec", *sys.stdlib_module_names, *HOMES} - {"sqlite3"}
    assert [(here, name) for here, name in IMPORTS if name.split(".")[0] not in known] == []


def test_every_library_has_one_home() -> None:
    """Whoever changes a library changes one place."""
    strays = [
        (here, name)
        for here, name in IMPORTS
        if (homes := HOMES.get(name.split(".")[0])) and not any(f"{here}.".startswith(f"{home}.") for home in homes)
    ]
    assert strays == []


def test_sentences_stand_in_locales() -> None:
    """No Korean in code; only the rooms of the language speak it."""
    spoken = [path for path in FILES if room(module(path)) not in {"korean", "understanding"}]
    assert [stray for path in spoken for stray in strays(path)] == []


def strays(path: Path) -> Iterator[str]:
    """The Korean of a file that documents nothing, by its line."""
    tree = parsed(path)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    for text, line in ((one.value, one.lineno) for one in constants if isinstance(one.value, str)):
        if HANGUL.search(text) and not _documents(text, docstrings):
            yield f"{path}:{line}: {text}"


def test_functions_and_files_stay_small() -> None:
    """No function over 40 lines, no file over 300, tables of words and of the schema apart."""
    long = [path for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > 300]
    assert [module(path) for path in long if module(path) not in TABLES] == []
    functions = [
        (module(path), node)
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [(here, node.name) for here, node in functions if (node.end_lineno or 0) - node.lineno >= 40] == []


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def _documents(text: str, docstrings: set[str | None]) -> bool:
    """A string on its own line documents the name above it."""
    return text.startswith(("How ", "What ", "Every ")) or text in docstrings
