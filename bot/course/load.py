"""Courses: a folder of lesson files read as one value. File order is teaching order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from bot.course.faults import Fault, path_of, value_fault
from bot.course.files import Unreadable, table_of, text_of
from bot.course.model import About, Check, Course, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.reader import read_part
from bot.course.table import table_faults

TABLE, ARTICLE = "course.toml", "article.txt"
BESIDE = ("mix", "workshops", "stories", "laws")  # tables of a course that stand in files of their own
_DRAFT = re.compile(r"^draft\s*=\s*true\b", re.MULTILINE)


class BrokenCourse(Exception):
    """A course that cannot be taught. `faults` pairs every fault with its file, in the order of the files."""

    def __init__(self, faults: list[tuple[Path, Fault]]) -> None:
        super().__init__(f"{len(faults)} faults in lesson files")
        self.faults = faults


class NoSuchCourse(Exception):
    """A course that no folder holds: its name, and those there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


@dataclass(frozen=True, slots=True)
class Page:
    """One lesson file: what it says, the part it makes, and what kept it from making one. A draft is not taught."""

    path: Path
    source: str
    part: Part | None
    faults: tuple[Fault, ...]
    draft: bool = False


def titles(courses: Sequence[Course]) -> dict[tuple[str, str], str]:
    """What the parts of courses are called, by the names of both, in their order."""
    return {(course.name, part.name): part.head.title for course in courses for part in course.parts}


def questions(courses: Sequence[Course]) -> dict[tuple[str, str], tuple[str, str]]:
    """What the questions of courses ask, by the names of both, and what the part is called in which each stands."""
    return {
        (course.name, name): (part.head.title, quiz.question)
        for course in courses
        for name, (part, quiz) in course.quizzes.items()
    }


def load_courses(folder: Path, names: Sequence[str]) -> list[Course]:
    """The courses of those names, each once, in their order. Raises NoSuchCourse, and BrokenCourse with every fault."""
    known = {path.name: path for path in courses_in(folder)}
    for name in names:
        if name not in known:
            raise NoSuchCourse(name, list(known))
    found, faults = [], []
    for name in dict.fromkeys(names):
        try:
            found.append(_offered(known[name]))
        except BrokenCourse as broken:
            faults += broken.faults
    if faults:
        raise BrokenCourse(faults)
    return found


def courses_in(folder: Path) -> list[Path]:
    """Every course folder in a folder."""
    return sorted(table.parent for table in folder.glob(f"*/{TABLE}"))


def load_course(folder: Path, draft: str = "") -> Course:
    """Read a course folder, its drafts left out but for the one that is named. Raises BrokenCourse with every fault of
    every file.
    """
    about = read_about(folder)
    pages = [page for page in read_pages(folder, about) if not page.draft or page.path.stem == draft]
    if faults := faults_of(folder, pages):
        raise BrokenCourse(faults)
    return course_of(folder.name, about, pages)


def _offered(folder: Path) -> Course:
    """A course that learners may take, which a draft is not."""
    course = load_course(folder)
    if course.about.draft:
        raise BrokenCourse([(folder / TABLE, Fault(1, "fault-draft-course"))])
    return course


def read_pages(folder: Path, about: About) -> list[Page]:
    """Every lesson file of a folder, in teaching order."""
    return [_page(path, about) for path in sorted(folder.glob("*.md"))]


def faults_of(folder: Path, pages: Sequence[Page]) -> list[tuple[Path, Fault]]:
    """What keeps the course from being taught, in the order of files and lines."""
    faults = [(page.path, fault) for page in pages for fault in page.faults]
    _, twice = _quizzes(page.part for page in pages if page.part)
    faults += [(folder / f"{part.name}.md", fault) for part, fault in twice]
    if not faults and not any(isinstance(page.part, Lesson) for page in pages):
        drafts = any(_is_draft(path) for path in folder.glob("*.md"))
        return [(folder, Fault(1, "fault-drafts-alone" if drafts else "fault-no-lessons"))]
    return faults


def course_of(name: str, about: About, pages: Sequence[Page]) -> Course:
    """The course that the pages without faults make; a unit that has none yet is left out."""
    parts = [page.part for page in pages if page.part]
    checks = [part for part in parts if isinstance(part, Check)]
    quizzes, _ = _quizzes(parts)
    begun = {str(part.head.unit) for part in parts}
    units = {unit: title for unit, title in about.units.items() if unit in begun}
    return Course(
        name,
        msgspec.structs.replace(about, units=units),
        tuple(part for part in parts if isinstance(part, Lesson)),
        {part.head.unit: part for part in parts if isinstance(part, Practice)},
        {check.head.unit: check for check in checks if check.head.kind == "check"},
        next((check for check in checks if check.head.kind == "precheck"), None),
        quizzes,
    )


def names_in(courses: Iterable[Course]) -> Mapping[str, Sequence[str]]:
    """What learners may call by name in any of the courses; see `Course.names`."""
    all_ = [course.names for course in courses]
    return {kind: [*dict.fromkeys(chain.from_iterable(names[kind] for names in all_))] for kind in all_[0]}


def _page(path: Path, about: About) -> Page:
    draft = _is_draft(path)
    try:
        source = text_of(path)
    except Unreadable as unreadable:
        return Page(path, "", None, (unreadable.fault,), draft)
    part, faults = read_part(path.stem, source, about)
    return Page(path, source, part, tuple(faults), draft)


def _is_draft(path: Path) -> bool:
    """Whether the head of a file says so, whatever else is wrong with the file."""
    head, _, _ = path.read_bytes().decode("utf-8", "replace").lstrip("\ufeff+ \r\n").partition("+++")
    return bool(_DRAFT.search(head))


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
    """The course's own tables and its text, with the words all courses are written in; what words.toml says of trades
    holds where the course says nothing of its own. Raises BrokenCourse when one of them cannot be read.
    """
    try:
        tables, lines = _tables(folder)
        text = _paragraphs(text_of(folder / ARTICLE)) if (folder / ARTICLE).exists() else ()
    except Unreadable as unreadable:
        raise BrokenCourse([(unreadable.path, unreadable.fault)]) from None
    try:
        about = msgspec.convert(tables, About)
    except msgspec.ValidationError as error:
        inside = next((name for name in path_of(error) if name in lines), "")
        raise BrokenCourse([(_file(folder, inside), value_fault(error, tables, lines[inside], inside))]) from None
    if faults := [(_file(folder, name), fault) for name, fault in table_faults(about, lines)]:
        raise BrokenCourse(faults)
    also = {trade: names for trade, names in about.also.items() if trade in about.trades}
    return msgspec.structs.replace(about, also=also, text=text)


def _tables(folder: Path) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """All tables as one, and the lines of those that are the course's: its own under "". Raises Unreadable."""
    words, _ = table_of(folder.parent / "words.toml")
    table, own = table_of(folder / TABLE)
    tables, lines = {**words, **table}, {"": own}
    for name in BESIDE:
        if (path := _file(folder, name)).exists():
            tables[name], lines[name] = table_of(path)
    return tables, lines


def _file(folder: Path, name: str) -> Path:
    return folder / (f"{name}.toml" if name else TABLE)


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which blank lines separate."""
    return tuple(" ".join(part.split("\n")).strip() for part in re.split(r"\n\s*\n", text) if part.strip())
