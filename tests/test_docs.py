"""The guides for whoever comes new to the code are true: names exist, links lead somewhere, the drawing is today's."""

import ast
import itertools
import re
import subprocess
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docs import licences
from docs.draw import DRAWING, HEIGHT, SIGNS, WIDTH, Drawing, drawing, edges, svg
from tests.dev import stamps
from tests.test_floors import FLOORS, ROOT

FOLDERS = ("bot", "handlers", "tests", "docs", "deploy", "migrations", "locales", ".ci", ".github")
GUIDES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md")
PAGES = [page for page in GUIDES if page.stem not in {"mutants", "licences"}]
OPERATORS = [*sorted((ROOT / "deploy").glob("*.md")), ROOT / "SECURITY.md"]
QUOTED = re.compile(r"`([^`]+)`")
LINKED = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAMED_AFTER = re.compile(r"\[[^\]]*\]\(([^)\s]+\.py)\)((?:,?\s+`[\w.]+`)+)")  # names that follow a link to their file
NAME, TARGET, MODULE = re.compile(r"[A-Za-z_][\w.]*"), re.compile(r"make (\w+)"), re.compile(r"python -m ([\w.]+)")


def defined(body: list[ast.stmt], within: str = "") -> Iterator[str]:
    """Classes, functions, constants and fields, with dots; what stands inside functions is nobody else's."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield within + node.name
        if isinstance(node, ast.ClassDef):
            yield from defined(node.body, f"{within}{node.name}.")
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (
            within + name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name)
        )


@cache
def names_in(path: Path) -> frozenset[str]:
    """What a file defines, with and without the classes around it."""
    return frozenset(end for name in parsed(path) for end in ends(name))


@cache
def parsed(path: Path) -> frozenset[str]:
    return frozenset(defined(ast.parse(path.read_text(encoding="utf-8")).body))


def ends(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[start:]) for start in range(len(parts)))


@cache
def known() -> frozenset[str]:
    """Every name that may be looked for: of modules, of what they define, and of files."""
    found: set[str] = set()
    for path in (path for folder in FOLDERS for path in (ROOT / folder).rglob("*")):
        found.add(path.name)
        if path.suffix == ".py":
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found.update(ends(module))
            for name in parsed(path):
                found.update(ends(f"{module}.{name}"))
    return frozenset(found)


def exists(quoted: str) -> bool:
    """Whether a target of make, a module that is run, a path or a name is there; what is none of these is a piece of
    code or of SQL, and says itself what it is. A setting stands in capitals as operators write it.
    """
    if target := TARGET.match(quoted):
        return re.search(rf"^{target[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M) is not None
    if run := MODULE.match(quoted):
        return run[1] in known()
    if NAME.fullmatch(quoted):
        return quoted in known() or (quoted.isupper() and quoted.lower() in known()) or (ROOT / quoted).exists()
    return "/" not in quoted or not re.fullmatch(r"[\w./-]+", quoted) or (ROOT / quoted).exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_name_in_a_guide_exists(page: Path) -> None:
    """A file, module, class, function, constant or target of make that a guide names can be searched for and found."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    assert [quoted for quoted in QUOTED.findall(text) if not exists(quoted)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_name_after_a_link_stands_in_that_file(page: Path) -> None:
    """Whoever follows the link finds the function that is named behind it."""
    found = NAMED_AFTER.findall(page.read_text(encoding="utf-8"))
    stray = [
        (link, name)
        for link, names in found
        for name in QUOTED.findall(names)
        if name not in names_in((page.parent / link).resolve())
    ]
    assert stray == []
    assert found or page.parent == ROOT


@pytest.mark.parametrize("page", [*PAGES, *OPERATORS], ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    """No link of a guide is dead; guides link to files of this tree alone."""
    links = LINKED.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize(
    ("quoted", "there"),
    [
        ("bot/desk/batch.py", True),
        ("bot/desk/bench.py", False),
        ("bot.message.Button", True),
        ("Desk.respond", True),
        ("Desk.reminder", False),
        ("Respond.answer", False),
        ("learner.screen", False),
        ("Learner.screen", True),
        ("words.toml", True),
        ("verbs.toml", False),
        ("BULK_RATE", True),
        ("BULK_RATIO", False),
        ("make docs", True),
        ("make tea", False),
        ("python -m bot check", True),
        ("python -m bit check", False),
        ("(record, words) → message", True),
    ],
)
def test_a_name_that_is_gone_would_be_noticed(quoted: str, there: bool) -> None:  # noqa: FBT001 - a column of a table
    """The look-up of names tells what is there from what is not."""
    assert exists(quoted) == there


def test_the_table_of_questions_is_long_enough() -> None:
    """Twenty questions of a newcomer at least, each with a file and a name in it."""
    _, _, table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Where is …?")
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 20
    assert [row for row in rows if not (LINKED.search(row) and QUOTED.search(row))] == []


def test_the_first_page_of_the_code_lists_the_floors() -> None:
    """bot/__init__.py says the same as tests/test_floors.py."""
    docstring = ast.get_docstring(ast.parse((ROOT / "bot" / "__init__.py").read_text(encoding="utf-8"))) or ""
    lines = [re.split(" {4,}", line)[0].split() for line in docstring.splitlines() if re.match(r"\d  ", line)]
    assert {name: int(floor) for floor, *names in lines for name in names} == FLOORS


@pytest.fixture(scope="module")
def shown() -> Drawing:
    return drawing()


def test_the_drawing_is_of_the_code_as_it_is(shown: Drawing) -> None:
    """docs/architecture.svg is what `make docs` would draw now."""
    assert DRAWING.read_text(encoding="utf-8") == svg(shown), "run `make docs`"


def test_the_drawing_shows_every_import(shown: Drawing) -> None:
    """Between rooms each import is an arrow, or a way along several; and no arrow says what no import says."""
    below: dict[str, set[str]] = {name: set() for name in FLOORS}
    for arrow in shown.arrows:
        below[arrow.source].add(arrow.target)

    def reach(name: str) -> set[str]:
        return below[name].union(*map(reach, below[name]))

    assert [(one, other) for one, other in sorted(edges()) if other not in reach(one)] == []
    assert {(arrow.source, arrow.target) for arrow in shown.arrows} <= edges()


def test_arrows_go_down_and_past_the_rooms(shown: Drawing) -> None:
    """Each point of an arrow is below the one before, and none lies in a room that the arrow has nothing to do with."""
    for arrow in shown.arrows:
        assert all(y < below for (_, y), (_, below) in itertools.pairwise(arrow.points)), arrow
        others = [box for box in shown.boxes if box.room not in (arrow.source, arrow.target)]
        crossed = [
            box.room
            for (x, y), box in itertools.product(arrow.points, others)
            if box.y <= y <= box.y + HEIGHT and abs(box.x - x) < WIDTH / 2 + 5
        ]
        assert crossed == [], arrow


def test_rooms_stand_apart_and_hold_their_words(shown: Drawing) -> None:
    """No two rooms overlap, all are inside the drawing, and what a room is for fits into it."""
    for one, other in itertools.combinations(shown.boxes, 2):
        assert abs(one.x - other.x) > WIDTH or abs(one.y - other.y) > HEIGHT, (one.room, other.room)
    for box in shown.boxes:
        assert WIDTH / 2 < box.x < shown.width - WIDTH / 2, box.room
        assert 1 <= len(textwrap.wrap(box.purpose, SIGNS)) <= 3, box.purpose


def test_make_help_tells_every_target() -> None:
    """Whoever types `make help` sees all that make can do, each with a line of text."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.M)
    told = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607 - whichever make
    assert [line.split()[1] for line in told.splitlines() if len(line.split()) > 2] == targets


@pytest.mark.parametrize(
    ("file", "words", "noticed"),
    [
        ("bot/message.py", "changed", True),
        ("handlers/new.py", "new", True),
        ("locales/ko/messages.ftl", None, True),
        ("bot/__pycache__/message.pyc", "compiled", False),
        ("tests/test_message.py", "changed", False),
    ],
)
def test_make_dev_notices_a_change(tmp_path: Path, file: str, words: str | None, noticed: bool) -> None:  # noqa: FBT001 - a column of a table
    """Code, sentences and lessons that are written, added or removed; nothing else starts the bot again."""
    for name in ("bot/message.py", "locales/ko/messages.ftl"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    before, path = stamps(tmp_path), tmp_path / file
    if words is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    assert (stamps(tmp_path) != before) == noticed


def test_the_page_of_licences_is_of_what_is_installed() -> None:
    """docs/licences.md is what `make licences` would write now, but for what other systems need alone."""
    listed = re.findall(r"^\| ([\w.-]+) \| (.+) \|$", licences.PAGE.read_text(encoding="utf-8"), re.M)
    assert set(licences.rows()) <= set(listed), "run `make licences`"
    pinned = {name for name, _ in licences.PINNED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))}
    assert {name for name, _ in listed} - {"꾸러미", "---"} <= pinned
    assert dict(listed)["python-telegram-bot"] == "LGPL-3.0-only"


def test_a_public_host_runs_what_we_run() -> None:
    """One script knows what has to hold; no host of packages is named anywhere in it, nor in the lock files."""
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert workflow.count("run:") == 1
    assert workflow.rstrip().endswith("bash .ci/run")
    for target in re.findall(r"^make (\w+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.M):
        assert exists(f"make {target}")
