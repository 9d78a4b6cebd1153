"""Courses: a folder of lesson files read as one value. File order is teaching order."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from bot.drafts import read_part
from bot.learning.quizzes import Quiz
from bot.lessons import About, Check, Course, Lesson, Part, Practice
from bot.outline import Fault


class BrokenCourse(Exception):
    """A course that cannot be taught. `faults` pairs every fault with its file, in the order of the files."""

    def __init__(self, faults: list[tuple[Path, Fault]]) -> None:
        super().__init__(f"{len(faults)} faults in lesson files")
        self.faults = faults


def load_course(folder: Path) -> Course:
    """Read a course folder. Raises BrokenCourse with every fault of every file."""
    about = read_about(folder)
    parts: list[Part] = []
    faults: list[tuple[Path, Fault]] = []
    for path in sorted(folder.glob("*.md")):
        part, found = read_part(path.stem, path.read_text(encoding="utf-8"), about)
        faults += [(path, fault) for fault in found]
        parts += [part] if part else []
    quizzes, twice = _quizzes(parts)
    faults += [(folder / f"{part.name}.md", fault) for part, fault in twice]
    lessons = tuple(part for part in parts if isinstance(part, Lesson))
    if not lessons and not faults:
        faults = [(folder, Fault(1, "fault-no-lessons"))]
    if faults:
        raise BrokenCourse(faults)
    checks = [part for part in parts if isinstance(part, Check)]
    return Course(
        folder.name,
        about,
        lessons,
        {part.head.unit: part for part in parts if isinstance(part, Practice)},
        {check.head.unit: check for check in checks if check.head.kind == "check"},
        next((check for check in checks if check.head.kind == "precheck"), None),
        quizzes,
    )


def _quizzes(parts: list[Part]) -> tuple[dict[str, tuple[Part, Quiz]], list[tuple[Part, Fault]]]:
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
    tables: dict[str, Any] = {}
    for path in (folder.parent / "words.toml", folder / "course.toml"):
        try:
            tables |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise BrokenCourse([(path, Fault(1, "fault-table", (("why", str(error)),)))]) from error
    try:
        return msgspec.convert(tables, About)
    except msgspec.ValidationError as error:
        raise BrokenCourse([(folder / "course.toml", Fault(1, "fault-table", (("why", str(error)),)))]) from error
