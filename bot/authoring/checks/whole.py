"""What only shows when all files of a course are read together. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.authoring.checks.lesson_file import LessonFile
from bot.course.markdown import lines_of
from bot.course.model import Lesson
from bot.course.quizzes.initials import Initials
from bot.course.quizzes.ox import Ox
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.hangul import initials

FEWEST_OX = 10  # fewer may fall to one side by chance
MOST_ON_ONE_SIDE = 0.6

Everywhere = Iterator[tuple[str, int, Mapping[str, object]]]
"""The file and line where something is wrong, with the values of the sentence that says how to mend it."""


@dataclass(frozen=True, slots=True)
class WholeCourse:
    """All files of a course in teaching order, and the text of its own table and of its law cards."""

    files: Sequence[LessonFile]
    table: str
    laws: str = ""

    def line_in_table(self, table: str, key: str) -> int:
        """Where a name stands in one of the table's tables."""
        found = re.search(rf"^\[{table}\][^\[]*?^{re.escape(key)} *=", self.table, re.MULTILINE)
        return self.table.count("\n", 0, found.end()) + 1 if found else 1


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
    names = {file.name for file in whole.files}
    for name in whole.files[0].about.front if whole.files else ():
        if name not in names:
            yield "course.toml", whole.table.count("\n", 0, max(whole.table.find(f'"{name}"'), 0)) + 1, {"name": name}


def gaps_in_numbers(whole: WholeCourse) -> Everywhere:
    """Lessons are numbered without gaps, so that their names tell their places."""
    due = 1
    for file in whole.files:
        number = file.name.partition("-")[0]
        if file.kind == "lesson" and number.isdecimal():
            if int(number) != due:
                yield f"{file.name}.md", 1, {"number": number, "due": f"{due:02}"}
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
        yield "course.toml", 1, {"o": signs.count("O"), "x": signs.count("X")}


def _missing(whole: WholeCourse, kind: str) -> Everywhere:
    there = {file.unit for file in whole.files if file.kind == kind or file.name.endswith(f"-{kind}")}
    begun = sorted({file.unit for file in whole.files if file.kind == "lesson" and file.unit in file.about.units})
    for unit in begun:
        if unit not in there:
            yield "course.toml", whole.line_in_table("units", unit), {"unit": unit, "file": f"week-{unit}-{kind}.md"}


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
