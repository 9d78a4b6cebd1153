"""What comes next for a learner: reviews first, then the one lesson that waits, then the end of the day. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.learning.memory import MOST_REVIEWS, Card, recall
from bot.lessons import Lesson


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands: study days of finished lessons and last answers by name, and all their cards."""

    finished: Mapping[str, date]
    answered: Mapping[str, date]
    cards: Sequence[Card]
    day: date


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do: review or ask a quiz, open a lesson, write its line; or done for today, or at the end."""

    kind: str
    name: str = ""


def next_step(lessons: Sequence[Lesson], standing: Standing, *, ahead: bool = False) -> Step:
    """The step that waits. `ahead` goes on to the next lesson although today's is finished."""
    for card in due_cards(lessons, standing):
        return Step("review", card.quiz)
    lesson = waiting(lessons, standing)
    if lesson is None:
        return Step("end")
    if standing.day in standing.finished.values() and not ahead:
        return Step("done")
    return step_in(lesson, standing)


def waiting(lessons: Sequence[Lesson], standing: Standing) -> Lesson | None:
    """The first lesson not finished yet; missed days never make it more than one."""
    return next((lesson for lesson in lessons if lesson.name not in standing.finished), None)


def step_in(lesson: Lesson, standing: Standing) -> Step:
    """Where to go on inside a lesson that was begun, by what has been answered of it."""
    open_quizzes = [quiz.name for quiz in lesson.checks if quiz.name not in standing.answered]
    if len(open_quizzes) == len(lesson.checks):
        return Step("lesson", lesson.name)
    return Step("ask", open_quizzes[0]) if open_quizzes else Step("line", lesson.name)


def due_cards(lessons: Sequence[Lesson], standing: Standing) -> list[Card]:
    """The reviews still to do today, the most forgotten first; never more than four a day in all."""
    taught = {quiz.name for lesson in lessons if lesson.name in standing.finished for quiz in lesson.quizzes}
    learnt_today = [lesson for lesson in lessons if standing.finished.get(lesson.name) == standing.day]
    new = {quiz.name for lesson in learnt_today for quiz in lesson.quizzes}
    known = [card for card in standing.cards if card.quiz in taught]
    reviewed = sum(card.last == standing.day and card.quiz not in new for card in known)
    due = [card for card in known if card.due <= standing.day and card.last < standing.day]
    due.sort(key=lambda card: recall(card, standing.day))
    return due[: max(0, MOST_REVIEWS - reviewed)]
