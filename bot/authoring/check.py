"""`check`: everything wrong with courses, at its line, with how to mend it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bot.authoring.checks import LessonFile, WholeCourse, flaws_of, flaws_of_course, flaws_of_text
from bot.authoring.checks.law import LAWS, old_cards
from bot.authoring.checks.questions import folded
from bot.authoring.names import shown, words_of_kinds
from bot.course.load import BrokenCourse, Page, faults_of, load_course, read_about, read_pages
from bot.course.markdown import Fault, Faulty, outline
from bot.course.model import About, Course
from bot.course.reader import UNWRITTEN
from bot.korean.register import BARE
from bot.message import Appearance
from bot.texts import Texts

Channels = Mapping[str, Appearance]
"""How each channel shows a message, by the channel's name."""


def courses(folder: Path) -> list[Path]:
    """The folder, when it holds a course or nothing at all, else every course folder in it."""
    return sorted(table.parent for table in folder.glob("*/course.toml")) or [folder]


def check(
    folders: Sequence[Path], say: Texts, channels: Channels = MappingProxyType({}), today: date = date.min
) -> tuple[int, list[str]]:
    """Exit status 1 and every fault of every file, on these channels too; or 0, what was looked at, and which law cards
    have grown old by `today`.
    """
    faults = [found for folder in folders for found in faults_in(folder, say, channels)]
    if faults:
        return 1, [*told(faults, say), say("author-faults", count=len(faults))]
    sound = [load_course(folder) for folder in folders]
    old = [line for course in sound for line in _old(course.about, say, today)]
    return 0, [*(_counts(course, say) for course in sound), *old]


def faults_in(folder: Path, say: Texts, channels: Channels = MappingProxyType({})) -> list[tuple[Path, Fault]]:
    """Everything wrong with a course: what keeps it from being taught, and what would be taught badly."""
    try:
        about = read_about(folder)
    except BrokenCourse as broken:
        return broken.faults
    pages = read_pages(folder, about)
    found = faults_of(folder, pages)
    files = _lesson_files(pages, about, say, channels)
    flaws = [(page.path, fault) for page in pages for fault in flaws_of_text(page.source)]
    flaws += [(folder / f"{lesson_file.name}.md", fault) for lesson_file in files for fault in flaws_of(lesson_file)]
    table, laws = (_written(folder / name) for name in ("course.toml", LAWS))
    whole = WholeCourse(files, table, laws)
    flaws += [(folder / file, fault) for file, fault in flaws_of_course(whole)]
    unwritten = {page.path: [UNWRITTEN in line for line in page.source.split("\n")] for page in pages}
    found += [each for each in flaws if not any(unwritten.get(each[0], [])[each[1].line - 1 : each[1].line])]
    return sorted(dict.fromkeys(found), key=lambda each: (each[0], each[1].line))


def told(faults: Sequence[tuple[Path, Fault]], say: Texts) -> list[str]:
    """Each fault as `file:line: what is wrong and how to mend it`."""
    return [f"{shown(path)}:{fault.line}: {say(fault.key, **dict(fault.values))}" for path, fault in faults]


def taken_words(say: Texts) -> frozenset[str]:
    """What would not arrive as an answer: commands, a plain yes, and what asks for a hint, the answer or an undo."""
    commands = (say(key) for key in say.keys if key.startswith("command-"))
    asking = (say(key).split() for key in ("quiz-says-unknown", "quiz-says-hint", "quiz-says-undo"))
    return frozenset(map(folded, (*commands, *BARE, *(form for forms in asking for form in forms))))


def _lesson_files(pages: Sequence[Page], about: About, say: Texts, channels: Channels) -> list[LessonFile]:
    """The files that can be laid out; of the others it is told why they cannot."""
    taken = taken_words(say)
    files: list[LessonFile] = []
    for page in pages:
        try:
            files.append(LessonFile(page.path.stem, outline(page.source), page.part, about, taken, say, channels))
        except Faulty:
            continue
    return files


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _old(about: About, say: Texts, today: date) -> list[str]:
    """Law cards to look up again. They are no faults: nothing is wrong with them that an author could have seen."""
    return [say("author-old-law", card=name, day=day.isoformat()) for name, day in old_cards(about, today)]


def _counts(course: Course, say: Texts) -> str:
    kinds = Counter(quiz.kind for _, quiz in course.quizzes.values())
    words = words_of_kinds(course.about)
    return say(
        "author-sound",
        title=course.about.title,
        lessons=len(course.lessons),
        others=len(course.practices) + len(course.checks),
        items=len(course.quizzes),
        kinds=", ".join(f"{words[kind]} {count}" for kind, count in kinds.most_common()),
        terms=len(course.terms),
    )
