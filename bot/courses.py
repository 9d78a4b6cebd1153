"""Courses: a folder of lesson files as dataclasses. File order is teaching order."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.learning.quizzes import Quiz
from bot.lessons import About, Lesson, read_lesson
from bot.outline import Fault


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons in teaching order, and the names the course uses for trades, paragraphs and boxes."""

    name: str
    about: About
    lessons: tuple[Lesson, ...]
    quizzes: Mapping[str, tuple[Lesson, Quiz]]

    def lesson(self, name: str) -> Lesson | None:
        """The lesson of that name, while the course still has it."""
        return next((lesson for lesson in self.lessons if lesson.name == name), None)

    def number(self, lesson: Lesson) -> int:
        """The lesson's place in the course, from 1."""
        return self.lessons.index(lesson) + 1


class BrokenCourse(Exception):
    """A course that cannot be taught. `faults` pairs every fault with its file, in the order of the files."""

    def __init__(self, faults: list[tuple[Path, Fault]]) -> None:
        super().__init__(f"{len(faults)} faults in lesson files")
        self.faults = faults


def load_course(folder: Path) -> Course:
    """Read a course folder. Raises BrokenCourse with every fault of every file."""
    about = read_about(folder)
    lessons: list[Lesson] = []
    quizzes: dict[str, tuple[Lesson, Quiz]] = {}
    faults: list[tuple[Path, Fault]] = []
    for path in sorted(folder.glob("*.md")):
        lesson, found = read_lesson(path.stem, path.read_text(encoding="utf-8"), about)
        faults += [(path, fault) for fault in found]
        if lesson is None:
            continue
        lessons.append(lesson)
        for quiz in lesson.quizzes:
            if quiz.name in quizzes:
                values = (("quiz", quiz.name), ("lesson", quizzes[quiz.name][0].name))
                faults.append((path, Fault(quiz.line, "fault-quiz-twice", values)))
            quizzes[quiz.name] = (lesson, quiz)
    if not lessons and not faults:
        faults = [(folder, Fault(1, "fault-no-lessons"))]
    if faults:
        raise BrokenCourse(faults)
    return Course(folder.name, about, tuple(lessons), quizzes)


def read_about(folder: Path) -> About:
    """The course's own table, with the words all courses are written in. Raises BrokenCourse when it is unreadable."""
    tables: dict[str, Any] = {}
    for path in (folder.parent / "words.toml", folder / "course.toml"):
        try:
            tables |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise BrokenCourse([(path, Fault(1, "fault-table", (("why", str(error)),)))]) from error
    return About(**tables)
