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
from bot.course.faults import Fault, Faulty
from bot.course.files import text_of
from bot.course.load import TABLE, BrokenCourse, Page, course_of, courses_in, faults_of, read_about, read_pages
from bot.course.markdown import outline
from bot.course.model import About, Course
from bot.course.table import UNWRITTEN
from bot.korean.register import BARE
from bot.message import Appearance
from bot.texts import Texts

Channels = Mapping[str, Appearance]
"""How each channel shows a message, by the channel's name."""
Faults = list[tuple[Path, Fault]]
FILES = {".md", ".toml", ".txt"}  # that may be looked at by themselves


def courses(folder: Path) -> list[Path]:
    """The folder, when it holds a course or nothing at all, else every course folder in it."""
    return courses_in(folder) or [folder]


def check(
    folders: Sequence[Path], say: Texts, channels: Channels = MappingProxyType({}), today: date = date.min
) -> tuple[int, list[str]]:
    """Exit status 1 and every fault of every file, on these channels too; or 0, what was looked at, and which law cards
    have grown old by `today`. What is wrong with a draft is only counted, and a file that is asked for by itself is no
    draft.
    """
    found = [_looked_at(path, say, channels, today) for path in folders]
    faults = [fault for its, _ in found for fault in its]
    told_besides = [line for _, lines in found for line in lines]
    if faults:
        return 1, [*told(faults, say), *told_besides, say("author-faults", count=len(faults))]
    return 0, told_besides


def _looked_at(path: Path, say: Texts, channels: Channels, today: date) -> tuple[Faults, list[str]]:
    """What is wrong with a course or with one file of it, and what else is told of it."""
    if path.suffix in FILES:
        every = faults_in(path.parent, say, channels, drafts=True)
        found = [fault for fault in every if fault[0] == path] or [
            fault for fault in every if fault[0].suffix == ".toml"
        ]
        return found, [] if found else [say("author-file-sound", path=shown(path))]
    try:
        about = read_about(path)
    except BrokenCourse as broken:
        return (broken.faults, []) if not _draft_table(path) else ([], [_draft(path / TABLE, len(broken.faults), say)])
    pages = read_pages(path, about)
    drafts = [page.path for page in pages if page.draft]
    with_drafts = Counter(file for file, _ in faults_in(path, say, channels, drafts=True)) if drafts else Counter()
    lines = [_draft(file, with_drafts[file], say) for file in drafts]
    faults = faults_in(path, say, channels)
    if about.draft:
        return [], [_draft(path / TABLE, sum(fault.key != "fault-drafts-alone" for _, fault in faults), say), *lines]
    if faults:
        return faults, lines
    sound = course_of(path.name, about, [page for page in pages if not page.draft])
    return [], [_counts(sound, say), *lines, *_old(about, say, today)]


def _draft(file: Path, count: int, say: Texts) -> str:
    """That a file is a draft, and how much of it is still to be mended."""
    return f"{shown(file)}:1: {say('author-draft', count=count, sound='no' if count else 'yes', path=shown(file))}"


def _draft_table(folder: Path) -> bool:
    """Whether a course says of itself that it is a draft, although its table cannot be read."""
    table = folder / TABLE
    return table.exists() and b"\ndraft = true" in b"\n" + table.read_bytes().partition(b"\n[")[0]


def faults_in(folder: Path, say: Texts, channels: Channels = MappingProxyType({}), *, drafts: bool = False) -> Faults:
    """Everything wrong with a course, its drafts apart unless they are asked for: what keeps it from being taught, and
    what would be taught badly.
    """
    try:
        about = read_about(folder)
    except BrokenCourse as broken:
        return broken.faults
    all_pages = read_pages(folder, about)
    pages = [page for page in all_pages if drafts or not page.draft]
    found = faults_of(folder, pages)
    files = _lesson_files(pages, about, say, channels)
    flaws = [(page.path, fault) for page in pages for fault in flaws_of_text(page.source)]
    flaws += [(folder / f"{lesson_file.name}.md", fault) for lesson_file in files for fault in flaws_of(lesson_file)]
    names = frozenset(page.path.stem for page in all_pages)
    left_out = names - {page.path.stem for page in pages}
    laws = text_of(folder / LAWS) if (folder / LAWS).exists() else ""
    whole = WholeCourse(files, text_of(folder / TABLE), about, names, left_out, laws)
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
