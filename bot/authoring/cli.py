"""The author's tools: check a course, see a part as learners will, begin a lesson, list the questions."""

import argparse
import asyncio
import csv
import io
import string
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bot.authoring.checks import Copy, Whole, proofs_of, proofs_of_all, proofs_of_text
from bot.authoring.checks.questions import folded
from bot.authoring.preview import CHANNELS, Rehearsal, drawn
from bot.authoring.replies import MARKS, marked, question
from bot.course.load import BrokenCourse, Page, faults_of, load_course, read_about, read_pages
from bot.course.markdown import Fault, Faulty, outline
from bot.course.model import About, Course, Part
from bot.course.reader import UNWRITTEN
from bot.korean.register import BARE
from bot.message import Respond
from bot.texts import Texts

SKELETON = "new-lesson.md"  # beside the course folders

Rehearse = Callable[[Course, Texts], AbstractAsyncContextManager[Respond]]
"""How a conversation over a course is opened that keeps nothing."""

Book = Callable[[], Sequence[Sequence[object]]]
"""Gives every message that was sent unprompted, a row each."""


def run(arguments: Sequence[str], taught: Path, say: Texts, rehearse: Rehearse, book: Book) -> int:
    """Do what an author asked on the command line. `taught` is the course the bot teaches; gives the exit status."""
    asked = _parser(say, taught).parse_args(arguments)
    folder = taught.parent / asked.course if "course" in asked else taught
    try:
        match asked.command:
            case "check":
                status, lines = check(courses(asked.folder or taught.parent), say)
            case "preview":
                status, lines = asyncio.run(preview(folder, asked, say, rehearse))
            case "new":
                status, lines = begin(folder, asked.name, asked.unit, say)
            case _:
                rows = list(items(load_course(folder), say)) if asked.what == "items" else book()
                status, lines = export(asked.what, rows, asked.file, say)
    except BrokenCourse as broken:
        status, lines = 1, told(broken.faults, say)
    print(*lines, sep="\n")  # noqa: T201 - the answer to a command
    return status


def _parser(say: Texts, taught: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m bot", description=say("author-help"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help=say("author-help-check")).add_argument("folder", nargs="?", type=Path)
    preview = commands.add_parser("preview", help=say("author-help-preview"))
    preview.add_argument("part", metavar="LESSON")
    preview.add_argument("--trade", default="")
    preview.add_argument("--channel", choices=list(CHANNELS))
    new = commands.add_parser("new", help=say("author-help-new"))
    new.add_argument("what", choices=["lesson"])
    new.add_argument("name")
    new.add_argument("--unit", type=int, default=0)
    table = commands.add_parser("export", help=say("author-help-export"))
    table.add_argument("what", choices=["items", "sent"])
    table.add_argument("file", nargs="?", type=Path)
    for each in (preview, new, table):
        each.add_argument("--course", default=taught.name)
    return parser


def courses(folder: Path) -> list[Path]:
    """The folder, when it holds a course or nothing at all, else every course folder in it."""
    return sorted(table.parent for table in folder.glob("*/course.toml")) or [folder]


def check(folders: Sequence[Path], say: Texts) -> tuple[int, list[str]]:
    """Exit status 1 and every fault of every file; or 0 and what was looked at."""
    faults = [found for folder in folders for found in faults_in(folder, say)]
    if faults:
        return 1, [*told(faults, say), say("author-faults", count=len(faults))]
    return 0, [_counts(load_course(folder), say) for folder in folders]


def faults_in(folder: Path, say: Texts) -> list[tuple[Path, Fault]]:
    """Everything wrong with a course: what keeps it from being taught, and what would be taught badly."""
    try:
        about = read_about(folder)
    except BrokenCourse as broken:
        return broken.faults
    pages = read_pages(folder, about)
    found = faults_of(folder, pages)
    copies = _copies(pages, about, say)
    proofs = [(page.path, fault) for page in pages for fault in proofs_of_text(page.source)]
    proofs += [(folder / f"{copy.name}.md", fault) for copy in copies for fault in proofs_of(copy)]
    whole = Whole(copies, (folder / "course.toml").read_text(encoding="utf-8"))
    proofs += [(folder / file, fault) for file, fault in proofs_of_all(whole)]
    unwritten = {page.path: [UNWRITTEN in line for line in page.source.split("\n")] for page in pages}
    found += [each for each in proofs if not any(unwritten.get(each[0], [])[each[1].line - 1 : each[1].line])]
    return sorted(dict.fromkeys(found), key=lambda each: (each[0], each[1].line))


def told(faults: Sequence[tuple[Path, Fault]], say: Texts) -> list[str]:
    """Each fault as `file:line: what is wrong and how to mend it`."""
    return [f"{_shown(path)}:{fault.line}: {say(fault.key, **dict(fault.values))}" for path, fault in faults]


async def preview(folder: Path, asked: argparse.Namespace, say: Texts, rehearse: Rehearse) -> tuple[int, list[str]]:
    """Every screen of a part; status 2 when there is no such part or trade."""
    course = load_course(folder)
    part = _part(course, asked.part)
    trades = {name: trade for trade, word in course.about.trades.items() for name in (trade, word)}
    if part is None:
        return 2, [say("author-no-part", name=asked.part)]
    if asked.trade and asked.trade not in trades:
        return 2, [say("author-no-trade", words=", ".join(course.about.trades.values()))]
    channels = [asked.channel] if asked.channel else list(CHANNELS)
    lines: list[str] = []
    async with rehearse(course, say) as respond:
        rehearsal = Rehearsal(respond, channels[-1], trades.get(asked.trade, next(iter(course.about.trades))), say)
        async for heading, message in rehearsal.screens(part):
            lines += drawn(heading, message, channels, say)
    return 0, lines


def begin(folder: Path, name: str, unit: int, say: Texts) -> tuple[int, list[str]]:
    """Write a lesson to be filled in, with the next number; nothing is ever overwritten."""
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
    return 0, [say("author-begun", path=_shown(path))]


def export(what: str, rows: Sequence[Sequence[object]], file: Path | None, say: Texts) -> tuple[int, list[str]]:
    """The questions or the messages as a table; in a file with the mark by which spreadsheets know Korean."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(say(f"export-columns-{what}").split(", "))
    table.writerows(rows)
    if file is None:
        return 0, [text.getvalue().rstrip("\r\n")]
    file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    return 0, [say("export-done", count=len(rows), file=str(file))]


def _shown(path: Path) -> str:
    """A path as short as it can be opened from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def items(course: Course, say: Texts) -> Iterator[list[str]]:
    """One row an answer."""
    grades = dict(zip(MARKS, say("export-grades").split(", "), strict=True))
    kinds = _kinds(course.about)
    for part, quiz in course.quizzes.values():
        review = say("export-review") if quiz.review else ""
        start = [part.name, str(part.head.unit), quiz.name, kinds[type(quiz).__name__.lower()], review]
        for mark, text, reason in marked(quiz):
            yield [*start, " ".join(quiz.sources), question(quiz), text, grades[mark], reason]


def _kinds(about: About) -> dict[str, str]:
    return {kind: word for word, kind in about.kinds.items()}


def _copies(pages: Sequence[Page], about: About, say: Texts) -> list[Copy]:
    """The files that can be laid out; of the others it is told why they cannot."""
    taken = taken_words(say)
    copies: list[Copy] = []
    for page in pages:
        try:
            copies.append(Copy(page.path.stem, outline(page.source), page.part, about, taken, say))
        except Faulty:
            continue
    return copies


def taken_words(say: Texts) -> frozenset[str]:
    """What would not arrive as an answer: commands, a plain yes, and what asks for a hint, the answer or an undo."""
    commands = (say(key) for key in say.keys if key.startswith("command-"))
    asking = (say(key).split() for key in ("quiz-says-unknown", "quiz-says-hint", "quiz-says-undo"))
    return frozenset(map(folded, (*commands, *BARE, *(form for forms in asking for form in forms))))


def _counts(course: Course, say: Texts) -> str:
    kinds = Counter(type(quiz).__name__.lower() for _, quiz in course.quizzes.values())
    words = _kinds(course.about)
    return say(
        "author-sound",
        title=course.about.title,
        lessons=len(course.lessons),
        weekends=len(course.practices) + len(course.checks),
        items=len(course.quizzes),
        kinds=", ".join(f"{words[kind]} {count}" for kind, count in kinds.most_common()),
        terms=len(course.terms),
    )


def _part(course: Course, asked: str) -> Part | None:
    """The part of that name or, for a lesson, number."""
    if asked.isdecimal() and 1 <= int(asked) <= len(course.lessons):
        return course.lessons[int(asked) - 1]
    if course.precheck and asked == course.precheck.name:
        return course.precheck
    return course.part(asked.removesuffix(".md"))


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
