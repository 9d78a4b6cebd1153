"""Imports only go down, every library has one home, and no Korean and no SQL strays into the code."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

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
    "cryptography": ("bot.channels.web.push",),
    "uvloop": ("bot.__main__",),
    "fsrs": ("bot.learning.memory", "handlers.quiz"),
}
MOST_ARROWS = 55  # between the rooms of FLOORS
PURE = {"conversation", "record", "learning", "plan", "course", "korean", "rhythm", "message"}
TABLES = {"bot.korean.time.words"}
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


def room(name: str) -> str:
    first, *others = name.split(".")
    return others[0] if first == "bot" and others else first


def floor(name: str) -> int:
    return FLOORS[room(name)]


def test_every_room_has_a_floor() -> None:
    """None stands anywhere by default, and none is listed that is gone."""
    assert {room(module(path)) for path in FILES} - {"bot"} == set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_go_down(path: Path) -> None:
    """A module imports its own floor or a lower one; only bot.__main__ knows the handlers from inside bot."""
    if module(path) == "bot":
        return
    here = floor(module(path))
    for name in imports(path):
        if name.split(".")[0] in {"bot", "handlers"}:
            assert floor(name) <= here, f"{module(path)} (floor {here}) imports {name} (floor {floor(name)})"


@pytest.mark.parametrize("path", FILES, ids=module)
def test_channels_and_handlers_keep_to_themselves(path: Path) -> None:
    """A channel meets no other channel, no handler, no store: only what all of them are given."""
    parts = module(path).split(".")
    if parts[:2] != ["bot", "channels"] or parts[2:] in ([], ["channel"], ["body"], ["proxy"]):
        return
    for name in imports(path):
        if name.startswith("bot.channels."):
            assert name.split(".")[2] in {parts[2], "channel", "body", "proxy"}
        assert not name.startswith(("bot.store", "bot.conversation", "handlers"))


def test_arrows_between_rooms_stay_few() -> None:
    """Every import of another room is one more thing to know; the drawing of them is docs/architecture.svg."""
    arrows = {
        (room(module(path)), room(name))
        for path in FILES
        for name in imports(path)
        if name.split(".")[0] in {"bot", "handlers"} and room(name) != room(module(path))
    }
    assert len(arrows) <= MOST_ARROWS


@pytest.mark.parametrize("path", [path for path in FILES if module(path).startswith("handlers")], ids=module)
def test_a_handler_is_pure(path: Path) -> None:
    """It awaits nothing, and knows neither the database nor the desk nor any messenger."""
    assert {room(name) for name in imports(path) if name.startswith("bot.")} <= PURE
    assert not any(isinstance(node, ast.Await | ast.AsyncFunctionDef) for node in ast.walk(parsed(path)))


@pytest.mark.parametrize("path", FILES, ids=module)
def test_no_library_comes_in_by_the_way(path: Path) -> None:
    """Beside the standard library only what HOMES lists, and msgspec, which all may use."""
    firsts = {name.split(".")[0] for name in imports(path)} - {"bot", "handlers", "msgspec"}
    assert firsts <= {*sys.stdlib_module_names, *HOMES}
    assert "sqlite3" not in firsts


@pytest.mark.parametrize("path", FILES, ids=module)
def test_every_library_has_one_home(path: Path) -> None:
    """Whoever changes a library changes one place."""
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or any(f"{module(path)}.".startswith(f"{home}.") for home in homes), name


@pytest.mark.parametrize("path", FILES, ids=module)
def test_sentences_stand_in_locales(path: Path) -> None:
    """No Korean in code; only the rooms of the language speak it."""
    if room(module(path)) in {"korean", "understanding"}:
        return
    tree = parsed(path)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
    strays = [
        f"line {node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if HANGUL.search(node.value) and node.value not in docstrings and not _documents(node.value, docstrings)
    ]
    assert not strays


@pytest.mark.parametrize("path", FILES, ids=module)
def test_functions_and_files_stay_small(path: Path) -> None:
    """No function over 40 lines, no file over 300, tables of words apart."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300 or module(path) in TABLES
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def _documents(text: str, docstrings: set[str | None]) -> bool:
    """A string on its own line documents the name above it."""
    return text.startswith(("How ", "What ", "Every ")) or text in docstrings
