"""`new`: a lesson file to be filled in, or the folder of a whole course. Both begin as drafts: nobody is taught them,
and whatever is still missing in them keeps no bot from starting.
"""

import string
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.authoring.names import shown
from bot.course.faults import Faulty
from bot.course.files import Unreadable, table_of, text_of
from bot.course.load import ARTICLE, TABLE, read_about, read_pages
from bot.course.markdown import outline
from bot.course.model import About
from bot.texts import Texts

SKELETONS = "skeletons"  # beside the course folders
LESSONS = ("first", "second", "third", "fourth", "fifth")  # how a new course's lessons are called until they are named


def begin(folder: Path, name: str, unit: int, say: Texts) -> tuple[int, list[str]]:
    """Write a lesson to be filled in, with the next number; nothing is ever overwritten.

    `unit` 0 means the unit of the last lesson. Status 2 when the name or the unit will not do. Raises BrokenCourse.
    """
    about = read_about(folder)
    if not _may_be_called(name):
        return 2, [say("author-name", name=name)]
    if unit and str(unit) not in about.units:
        return 2, [say("fault-unit", unit=unit)]
    lessons = [page.path for page in read_pages(folder, about) if page.path.stem[:2].isdecimal()]
    if any(path.stem.partition("-")[2] == name for path in lessons):
        return 2, [say("author-exists", name=name)]
    number = max((int(path.stem[:2]) for path in lessons), default=0) + 1
    path = folder / f"{number:02}-{name}.md"
    _write(path, _filled(folder.parent, "lesson.md", _words(about, name, unit or _unit(lessons, about), say)))
    return 0, [say("author-begun", path=shown(path))]


def begin_course(courses: Path, name: str, say: Texts) -> tuple[int, list[str]]:
    """Write the folder of a course of one week, all of it to be filled in; no folder is ever touched that is there.
    Status 2 when the name will not do.
    """
    folder = courses / name
    if not _may_be_called(name):
        return 2, [say("author-name", name=name)]
    if folder.exists():
        return 2, [say("author-course-exists", name=name)]
    words, _ = table_of(courses / "words.toml")
    folder.mkdir()
    _write(folder / TABLE, _filled(courses, "table.toml", {}))
    _write(folder / ARTICLE, _filled(courses, ARTICLE, {}))
    about = About(
        title="", article="", units={"1": say("author-in-table")}, paragraphs={}, boxes={"1": say("author-in-table")},
        trades=words["trades"], sections={}, kinds={}, marks={}, tags={},
    )  # fmt: skip
    for number, lesson in enumerate(LESSONS, 1):
        path = folder / f"{number:02}-{lesson}.md"
        _write(path, _filled(courses, "lesson.md", _words(about, lesson, 1, say)))
    for kind in ("practice", "check"):
        _write(folder / f"week-1-{kind}.md", _filled(courses, f"{kind}.md", {}))
    return 0, [say("author-course-begun", path=shown(folder), name=name)]


def _may_be_called(name: str) -> bool:
    return name.isascii() and name.replace("-", "").isalnum() and name == name.lower() and len(name) <= LONGEST_NAME


LONGEST_NAME = 40  # characters: of a course that stands on a button's command, of a lesson in its file's name


def _unit(lessons: Sequence[Path], about: About) -> int:
    """The unit of the last lesson that tells one, else the first one."""
    for path in reversed(lessons):
        try:
            unit = outline(text_of(path)).head.get("unit")
        except (Faulty, Unreadable):
            continue
        if isinstance(unit, int):
            return unit
    return int(next(iter(about.units)))


def _words(about: About, name: str, unit: int, say: Texts) -> Mapping[str, object]:
    """What a lesson's skeleton is filled with."""
    examples = "\n\n".join(f"### {word}\n\n{say('author-example')}" for word in about.trades.values())
    units = " · ".join(f"{number} {title}" for number, title in about.units.items())
    boxes = " · ".join(f"{number} {title}" for number, title in about.boxes.items())
    return {"name": name, "unit": unit, "units": units, "boxes": boxes, "examples": examples}


def _filled(courses: Path, skeleton: str, words: Mapping[str, object]) -> str:
    return string.Template((courses / SKELETONS / skeleton).read_text(encoding="utf-8")).substitute(words)


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
