"""What only shows when all files of a course are read together. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.authoring.checks.page import Copy
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
class Whole:
    """All files of a course in teaching order, and the text of its own table."""

    copies: Sequence[Copy]
    table: str

    def line_in_table(self, table: str, key: str) -> int:
        """Where a name stands in one of the table's tables."""
        found = re.search(rf"^\[{table}\][^\[]*?^{re.escape(key)} *=", self.table, re.MULTILINE)
        return self.table.count("\n", 0, found.end()) + 1 if found else 1


def terms_twice(whole: Whole) -> Everywhere:
    """A term that two lessons teach: only one of its meanings would be shown."""
    taught: dict[str, str] = {}
    for copy in whole.copies:
        for line, word in _terms(copy):
            if taught.setdefault(word, copy.name) != copy.name:
                yield f"{copy.name}.md", line, {"word": word, "lesson": taught[word]}


def alike_initials(whole: Whole) -> Everywhere:
    """Words of the course with the same initial consonants, which a 초성 question has to tell apart."""
    words = {word for copy in whole.copies for word in _vocabulary(copy)}
    for copy in whole.copies:
        for quiz in copy.quizzes:
            if not isinstance(quiz, Initials):
                continue
            known = {quiz.word, *("".join(miss.text.split()) for miss in quiz.misses)}
            for word in sorted(words - known):
                if initials(word) == initials(quiz.word):
                    yield f"{copy.name}.md", copy.line_of(quiz, quiz.word), {"word": word, "answer": quiz.word}


def gaps_in_numbers(whole: Whole) -> Everywhere:
    """Lessons are numbered without gaps, so that their names tell their places."""
    due = 1
    for copy in whole.copies:
        number = copy.name.partition("-")[0]
        if copy.kind == "lesson" and number.isdecimal():
            if int(number) != due:
                yield f"{copy.name}.md", 1, {"number": number, "due": f"{due:02}"}
            due = int(number) + 1


def missing_practices(whole: Whole) -> Everywhere:
    """Units without a Saturday."""
    yield from _missing(whole, "practice")


def missing_checks(whole: Whole) -> Everywhere:
    """Units without a Sunday."""
    yield from _missing(whole, "check")


def leaning_ox(whole: Whole) -> Everywhere:
    """O and X as answers in fair shares, or guessing pays."""
    signs = [
        next(option.text for option in quiz.options if option.right)
        for copy in whole.copies
        for quiz in copy.quizzes
        if isinstance(quiz, Ox)
    ]
    share = max((signs.count(sign) / len(signs) for sign in set(signs)), default=0.0)
    if len(signs) >= FEWEST_OX and share > MOST_ON_ONE_SIDE:
        yield "course.toml", 1, {"o": signs.count("O"), "x": signs.count("X")}


def _missing(whole: Whole, kind: str) -> Everywhere:
    there = {copy.unit for copy in whole.copies if copy.kind == kind or copy.name.endswith(f"-{kind}")}
    begun = sorted({copy.unit for copy in whole.copies if copy.kind == "lesson" and copy.unit in copy.about.units})
    for unit in begun:
        if unit not in there:
            yield "course.toml", whole.line_in_table("units", unit), {"unit": unit, "file": f"week-{unit}-{kind}.md"}


def _terms(copy: Copy) -> Iterator[tuple[int, str]]:
    section = copy.section("terms") if isinstance(copy.part, Lesson) else None
    for line, text in (found for block in (section.blocks if section else ()) for found in lines_of(block)):
        word, between, _ = text.partition(" · ")
        if between:
            yield line, word


def _vocabulary(copy: Copy) -> Iterator[str]:
    yield from ("".join(word.split()) for _, word in _terms(copy))
    for quiz in copy.quizzes:
        if isinstance(quiz, AnsweredByWord):
            yield "".join(quiz.rights[0].split())  # the others are only accepted, never shown
