"""What only shows when all files of a course are read together. Pure."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from bot.authoring.checks.lesson_file import LessonFile
from bot.course.faults import line_of
from bot.course.load import ARTICLE, TABLE
from bot.course.markdown import lines_of
from bot.course.model import About, Lesson
from bot.course.quizzes.initials import Initials
from bot.course.quizzes.ox import Ox
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.hangul import initials

MOST_IN_TEXT = 1600  # characters: two bubbles, with room for the word that a question is still open
FEWEST_OX = 10  # fewer may fall to one side by chance
MOST_ON_ONE_SIDE = 0.6

Everywhere = Iterator[tuple[str, int, Mapping[str, object]]]
"""The file and line where something is wrong, with the values of the sentence that says how to mend it."""


@dataclass(frozen=True, slots=True)
class WholeCourse:
    """All files of a course in teaching order that can be laid out, the text of its own table and what the tables say;
    the names of all files there are, and of those that are drafts; and the text of its law cards.
    """

    files: Sequence[LessonFile]
    table: str
    about: About
    names: frozenset[str]
    drafts: frozenset[str] = frozenset()
    laws: str = ""

    @property
    def taught(self) -> frozenset[str]:
        """The names of the files that are no drafts; one that cannot be read is told of by itself, and is there."""
        return self.names - self.drafts

    def line_in_table(self, table: str, key: str) -> int:
        """Where a name stands in one of the table's tables."""
        return line_of(self.table.split("\n"), (table, key))


def terms_twice(whole: WholeCourse) -> Everywhere:
    """A term that two lessons teach: only one of its meanings would be shown."""
    taught: dict[str, str] = {}
    for file in whole.files:
        for line, word in _terms(file):
            if taught.setdefault(word, file.name) != file.name:
                yield f"{file.name}.md", line, {"word": word, "lesson": taught[word]}


def alike_initials(whole: WholeCourse) -> Everywhere:
    """Words of the course with the same initial consonants, which a 초성 question has to tell apart."""
    words = {word for file in whole.files for word in _vocabulary(file)}
    for file in whole.files:
        for quiz in file.quizzes:
            if not isinstance(quiz, Initials):
                continue
            known = {quiz.word, *("".join(miss.text.split()) for miss in quiz.misses)}
            for word in sorted(words - known):
                if initials(word) == initials(quiz.word):
                    yield f"{file.name}.md", file.line_of(quiz, quiz.word), {"word": word, "answer": quiz.word}


def slots_twice(whole: WholeCourse) -> Everywhere:
    """Two lines of the same name: nobody could say which one they mean."""
    named: dict[str, str] = {}
    for file in whole.files:
        slot = str(file.plan.head.get("slot", ""))
        if slot and named.setdefault(slot, file.name) != file.name:
            yield f"{file.name}.md", file.plan.keys["slot"], {"slot": slot, "file": f"{named[slot]}.md"}


def unknown_front(whole: WholeCourse) -> Everywhere:
    """Lines of the printed plan's first page that no file asks for."""
    for name in whole.about.front:
        if name not in whole.taught:
            yield TABLE, whole.table.count("\n", 0, max(whole.table.find(f'"{name}"'), 0)) + 1, {"name": name}


def unknown_names(whole: WholeCourse) -> Everywhere:
    """Names in the course's table that say nothing: of no value it has, no unit and no file."""
    known = {field.name for field in msgspec.structs.fields(About)}
    lines = whole.table.split("\n")
    strange: list[tuple[str, ...]] = [(name,) for name in tomllib.loads(whole.table) if name not in known]
    strange += [("goals", unit) for unit in whole.about.goals if unit not in whole.about.units]
    strange += [("called", name) for name in whole.about.called if name not in whole.names]
    for path in strange:
        meant = next(iter(difflib.get_close_matches(path[-1], known, 1)), "") if len(path) == 1 else ""
        yield TABLE, line_of(lines, path), {"name": path[-1], "meant": meant or "none"}


def other_paragraphs(whole: WholeCourse) -> Everywhere:
    """A text that has other paragraphs than the course's table names, besides its title T."""
    named = [name for name in whole.about.paragraphs if name != "T"]
    if whole.about.text and len(whole.about.text) != len(named):
        line = line_of(whole.table.split("\n"), ("paragraphs",))
        yield TABLE, line, {"count": len(whole.about.text), "named": len(named)}


def long_texts(whole: WholeCourse) -> Everywhere:
    """A text that a chat would cut."""
    count = sum(map(len, whole.about.text))
    if count > MOST_IN_TEXT:
        yield ARTICLE, 1, {"count": count, "most": MOST_IN_TEXT}


def gaps_in_numbers(whole: WholeCourse) -> Everywhere:
    """Lessons are numbered without gaps, so that their names tell their places."""
    due = 1
    there = {file.name: file.kind for file in whole.files}
    for name in sorted(whole.names):
        number = name.partition("-")[0]
        if there.get(name, "lesson") == "lesson" and number.isdecimal():
            if int(number) != due and name in there:
                yield f"{name}.md", 1, {"number": number, "due": f"{due:02}"}
            due = int(number) + 1


def missing_practices(whole: WholeCourse) -> Everywhere:
    """Units without a practice."""
    yield from _missing(whole, "practice")


def missing_checks(whole: WholeCourse) -> Everywhere:
    """Units without a check."""
    yield from _missing(whole, "check")


def leaning_ox(whole: WholeCourse) -> Everywhere:
    """O and X as answers in fair shares, or guessing pays."""
    signs = [
        next(option.text for option in quiz.options if option.right)
        for file in whole.files
        for quiz in file.quizzes
        if isinstance(quiz, Ox)
    ]
    share = max((signs.count(sign) / len(signs) for sign in set(signs)), default=0.0)
    if len(signs) >= FEWEST_OX and share > MOST_ON_ONE_SIDE:
        yield TABLE, 1, {"o": signs.count("O"), "x": signs.count("X")}


def _missing(whole: WholeCourse, kind: str) -> Everywhere:
    there = {file.unit for file in whole.files if file.kind == kind or file.name.endswith(f"-{kind}")}
    there |= {name.split("-")[1] for name in whole.taught if re.fullmatch(rf"week-\d+-{kind}", name)}
    begun = sorted({file.unit for file in whole.files if file.kind == "lesson" and file.unit in file.about.units})
    for unit in begun:
        if unit not in there:
            yield TABLE, whole.line_in_table("units", unit), {"unit": unit, "file": f"week-{unit}-{kind}.md"}


def _terms(file: LessonFile) -> Iterator[tuple[int, str]]:
    section = file.section("terms") if isinstance(file.part, Lesson) else None
    for line, text in (found for block in (section.blocks if section else ()) for found in lines_of(block)):
        word, between, _ = text.partition(" · ")
        if between:
            yield line, word


def _vocabulary(file: LessonFile) -> Iterator[str]:
    yield from ("".join(word.split()) for _, word in _terms(file))
    for quiz in file.quizzes:
        if isinstance(quiz, AnsweredByWord):
            yield "".join(quiz.rights[0].split())  # the others are only accepted, never shown
