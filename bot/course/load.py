"""Courses: a folder of lesson files read as one value. File order is teaching order."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from bot.course.markdown import Fault
from bot.course.model import About, Check, Course, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.reader import read_part


class BrokenCourse(Exception):
    """A course that cannot be taught. `faults` pairs every fault with its file, in the order of the files."""

    def __init__(self, faults: list[tuple[Path, Fault]]) -> None:
        super().__init__(f"{len(faults)} faults in lesson files")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Page:
    """One lesson file: what it says, the part it makes, and what kept it from making one."""

    path: Path
    source: str
    part: Part | None
    faults: tuple[Fault, ...]


def load_course(folder: Path) -> Course:
    """Read a course folder. Raises BrokenCourse with every fault of every file."""
    about = read_about(folder)
    pages = read_pages(folder, about)
    if faults := faults_of(folder, pages):
        raise BrokenCourse(faults)
    return course_of(folder.name, about, pages)


def read_pages(folder: Path, about: About) -> list[Page]:
    """Every lesson file of a folder, in teaching order."""
    return [_page(path, about) for path in sorted(folder.glob("*.md"))]


def faults_of(folder: Path, pages: Sequence[Page]) -> list[tuple[Path, Fault]]:
    """What keeps the course from being taught, in the order of files and lines."""
    faults = [(page.path, fault) for page in pages for fault in page.faults]
    _, twice = _quizzes(page.part for page in pages if page.part)
    faults += [(folder / f"{part.name}.md", fault) for part, fault in twice]
    if not faults and not any(isinstance(page.part, Lesson) for page in pages):
        return [(folder, Fault(1, "fault-no-lessons"))]
    return faults


def course_of(name: str, about: About, pages: Sequence[Page]) -> Course:
    """The course that the pages without faults make."""
    parts = [page.part for page in pages if page.part]
    checks = [part for part in parts if isinstance(part, Check)]
    quizzes, _ = _quizzes(parts)
    return Course(
        name,
        about,
        tuple(part for part in parts if isinstance(part, Lesson)),
        {part.head.unit: part for part in parts if isinstance(part, Practice)},
        {check.head.unit: check for check in checks if check.head.kind == "check"},
        next((check for check in checks if check.head.kind == "precheck"), None),
        quizzes,
    )


def _page(path: Path, about: About) -> Page:
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        return Page(path, "", None, (Fault(line, "fault-encoding"),))
    part, faults = read_part(path.stem, source, about)
    return Page(path, source, part, tuple(faults))


def _quizzes(parts: Iterable[Part]) -> tuple[dict[str, tuple[Part, Quiz]], list[tuple[Part, Fault]]]:
    """Every quiz by its name, and a fault for each name that stands twice: memory hangs on it."""
    found: dict[str, tuple[Part, Quiz]] = {}
    twice: list[tuple[Part, Fault]] = []
    for part in parts:
        for quiz in () if isinstance(part, Practice) else part.quizzes:
            if quiz.name in found:
                values = (("quiz", quiz.name), ("lesson", found[quiz.name][0].name))
                twice.append((part, Fault(quiz.line, "fault-quiz-twice", values)))
            found.setdefault(quiz.name, (part, quiz))
    return found, twice


def read_about(folder: Path) -> About:
    """The course's own table, with the words all courses are written in. Raises BrokenCourse when it is unreadable."""
    tables = _table(folder.parent / "words.toml") | _table(folder / "course.toml")
    for name in ("mix", "workshops", "stories", "laws"):
        if (folder / f"{name}.toml").exists():
            tables[name] = _table(folder / f"{name}.toml")
    try:
        return msgspec.convert(tables, About)
    except msgspec.ValidationError as error:
        raise BrokenCourse([(folder / "course.toml", Fault(1, "fault-table", (("why", str(error)),)))]) from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BrokenCourse([(path, Fault(1, "fault-table", (("why", str(error)),)))]) from error
