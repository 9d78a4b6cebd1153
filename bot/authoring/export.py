"""`export`: the questions of a course, or the messages that were sent unprompted, as a table (CSV)."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.authoring.names import words_of_kinds
from bot.course.model import Course
from bot.course.quizzes.kind import Mark
from bot.texts import Texts

RECKONED = ("=", "+", "-", "@", "\t", "\r")  # how what spreadsheets take for a formula begins


def export(what: str, rows: Sequence[Sequence[object]], file: Path | None, say: Texts) -> tuple[int, list[str]]:
    """The rows under the columns of `what` (items or sent): as lines to print, or in a file with the byte order mark
    by which spreadsheets know Korean.
    """
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(say(f"export-columns-{what}").split(", "))
    table.writerows(map(_cell, row) for row in rows)
    if file is None:
        return 0, [text.getvalue().rstrip("\r\n")]
    try:
        file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    except OSError:
        return 2, [say("export-nowhere", file=str(file))]
    return 0, [say("export-done", count=len(rows), file=str(file))]


def _cell(value: object) -> object:
    """A text that a spreadsheet would reckon out stands behind an apostrophe, by which it stays a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RECKONED) else value


def items(course: Course, say: Texts) -> Iterator[list[str]]:
    """One row an answer of every question, in the order of the columns `export-columns-items`."""
    grades = dict(zip(Mark, say("export-grades").split(", "), strict=True))
    kinds = words_of_kinds(course.about)
    for part, quiz in course.quizzes.values():
        review = say("export-review") if quiz.review else ""
        start = [part.name, str(part.head.unit), quiz.name, kinds[quiz.kind], review]
        for option in quiz.answer_key:
            yield [*start, " ".join(quiz.sources), quiz.question, option.text, grades[option.mark], option.because]
