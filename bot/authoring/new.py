"""`new lesson`: a lesson file to be filled in."""

import string
from collections.abc import Sequence
from pathlib import Path

from bot.authoring.names import shown
from bot.course.load import read_about, read_pages
from bot.course.markdown import outline
from bot.course.model import About
from bot.texts import Texts

SKELETON = "new-lesson.md"  # beside the course folders


def begin(folder: Path, name: str, unit: int, say: Texts) -> tuple[int, list[str]]:
    """Write a lesson to be filled in, with the next number; nothing is ever overwritten.

    `unit` 0 means the unit of the last lesson. Status 2 when the name or the unit will not do. Raises BrokenCourse.
    """
    about = read_about(folder)
    if not name.isascii() or not name.replace("-", "").isalnum() or name != name.lower():
        return 2, [say("author-name", name=name)]
    if unit and str(unit) not in about.units:
        return 2, [say("fault-unit", unit=unit)]
    lessons = [page.path for page in read_pages(folder, about) if page.path.stem[:2].isdecimal()]
    if any(path.stem.partition("-")[2] == name for path in lessons):
        return 2, [say("author-exists", name=name)]
    number = max((int(path.stem[:2]) for path in lessons), default=0) + 1
    path = folder / f"{number:02}-{name}.md"
    with path.open("x", encoding="utf-8") as file:
        file.write(_skeleton(folder, about, name, unit or _unit(lessons, about), say))
    return 0, [say("author-begun", path=shown(path))]


def _unit(lessons: Sequence[Path], about: About) -> int:
    """The unit of the last lesson, else the first one."""
    heads = (outline(path.read_text(encoding="utf-8")).head for path in reversed(lessons))
    return int(next((head["unit"] for head in heads if "unit" in head), next(iter(about.units))))


def _skeleton(folder: Path, about: About, name: str, unit: int, say: Texts) -> str:
    source = (folder.parent / SKELETON).read_text(encoding="utf-8")
    examples = "\n\n".join(f"### {word}\n\n{say('author-example')}" for word in about.trades.values())
    units = " · ".join(f"{number} {title}" for number, title in about.units.items())
    boxes = " · ".join(f"{number} {title}" for number, title in about.boxes.items())
    words = {"name": name, "unit": unit, "units": units, "boxes": boxes, "examples": examples}
    return string.Template(source).substitute(words)
