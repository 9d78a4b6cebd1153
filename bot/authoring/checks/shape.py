"""Whether a part is whole, fits a phone, and takes the minutes it promises. Pure."""

import re

from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.authoring.replies import feedback
from bot.course.model import Lesson, Practice
from bot.course.quizzes.kind import Grade

MOST_LINES = 8  # of a bubble, blank ones counted
LONGEST_SLOT = 10  # characters: a button says the name and what it does
MINUTES_OF_PRACTICE = range(5, 21)

# How long a lesson takes: its longest example, both questions and one explanation each, its line, its end.
CHARACTERS_A_MINUTE = 500  # of Korean on a phone, read with care
SECONDS_AN_ANSWER = 20  # to choose an option, or to write a line
LEAST_MINUTES, MOST_MINUTES = 2.0, 4.5

FILE_NAMES = {
    "lesson": r"\d\d-[a-z0-9]+(-[a-z0-9]+)*",
    "practice": "week-{unit}-practice",
    "check": "week-{unit}-check",
    "precheck": "precheck",
}


def file_name(file: LessonFile) -> Found:
    """A file whose name does not tell its place."""
    if file.kind in FILE_NAMES and not re.fullmatch(FILE_NAMES[file.kind].replace("{unit}", file.unit), file.name):
        yield file.plan.keys.get("unit", 1), {"kind": file.kind, "unit": file.unit}


def unnamed_slots(file: LessonFile) -> Found:
    """A line that has no name in its box of the plan, or one too long for the button that rewrites it."""
    if file.kind in {"lesson", "practice", "check"}:
        name = str(file.plan.head.get("slot", ""))
        if not 0 < len(name) <= LONGEST_SLOT:
            yield file.plan.keys.get("slot", file.plan.keys.get("box", 1)), {"most": LONGEST_SLOT}


def missing_trades(file: LessonFile) -> Found:
    """Trades without an example of their own."""
    section = file.section("examples")
    if isinstance(file.part, Lesson) and section:
        examples = file.part.examples
        if missing := [word for trade, word in file.about.trades.items() if trade not in examples]:
            yield section.line, {"words": ", ".join(missing)}


def tall_bubbles(file: LessonFile) -> Found:
    """Bubbles of more lines than a phone shows at once."""
    for bubble in file.bubbles():
        if (count := bubble.text.count("\n") + 1) > MOST_LINES:
            yield bubble.line, {"count": count, "most": MOST_LINES}


def wrong_minutes(file: LessonFile) -> Found:
    """A practice that does not say how long it takes."""
    if isinstance(file.part, Practice) and file.part.head.minutes not in MINUTES_OF_PRACTICE:
        least, most = MINUTES_OF_PRACTICE[0], MINUTES_OF_PRACTICE[-1]
        yield file.plan.keys.get("minutes", 1), {"least": least, "most": most}


def wrong_length(file: LessonFile) -> Found:
    """A lesson that takes other than the few minutes it is given."""
    if isinstance(file.part, Lesson):
        try:
            minutes = minutes_of(file.part, file)
        except ValueError:  # a question that no message holds is told by its own check
            return
        if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
            yield 1, {"minutes": f"{minutes:.1f}", "least": LEAST_MINUTES, "most": MOST_MINUTES}


def minutes_of(lesson: Lesson, file: LessonFile) -> float:
    """How long a lesson takes somebody in the trade with the longest example."""
    texts = [
        lesson.head.title,
        *(idea.text for idea in lesson.ideas),
        lesson.line.prompt,
        *lesson.line.samples,
        lesson.end,
    ]
    texts.append(max(lesson.examples.values(), key=len))
    for quiz in lesson.checks:
        question = quiz.ask("", file.say)
        best = next(feedback(quiz, question, file.say), None)
        texts += [*question.bubbles, *(best.because if isinstance(best, Grade) else ())]
    answers = len(lesson.checks) + 1
    return sum(map(len, texts)) / CHARACTERS_A_MINUTE + answers * SECONDS_AN_ANSWER / 60
