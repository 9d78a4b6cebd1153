"""What comes next for a learner: reviews, the one part that waits, what was wrong once more, a clear end. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from bot.course.model import CHECKED, Check, Course, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.learning.memory import MOST_REVIEWS, Card, recall

AWAY = 4  # days since the last step after which a return is greeted: three whole days of silence
EASY = 2  # known items a return begins with, instead of what has piled up
MIXED = 2  # items of the bank in a check, beside its own scenarios


class History(msgspec.Struct, frozen=True, gc=False):
    """How a question was answered: the last study day, how often on it, how often rightly on it; and on how many
    different study days rightly. `first` says whether the first answer of all was right.
    """

    last: date
    times: int = 0
    rights: int = 0
    right_days: int = 0
    first: bool = False

    def again(self, day: date, *, right: bool) -> "History":
        """After one more answer on a study day."""
        times, rights = (self.times, self.rights) if day == self.last else (0, 0)
        first = self.first if self.times else right
        return History(day, times + 1, rights + right, self.right_days + (right and not rights), first)


def histories_of(answers: Iterable[tuple[str, date, bool]]) -> dict[str, History]:
    """How each question was answered, in the order of first answers: `History.again` for each, in the time of one."""
    sums: dict[str, list[Any]] = {}
    for quiz, day, was_right in answers:
        one, right = sums.get(quiz), int(was_right)
        if one is None or day != one[0]:
            sums[quiz] = [day, 1, right, (one[3] if one else 0) + right, one[4] if one else was_right]
        else:
            one[1] += 1
            one[3] += right and not one[2]
            one[2] += right
    return {quiz: History(*one) for quiz, one in sums.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands on a study day: parts finished and quizzes answered by name, in the order of their first
    answers; cards, those due first in front; days together.

    `expected` says whether a day of their rhythm has passed since the last step, `put_off` names the practice they
    left for later, `ended` says that they were told the end of the course, and `lighter` that they wished for reviews
    alone.
    """

    day: date
    finished: Mapping[str, date] = field(default_factory=dict)
    answered: Mapping[str, History] = field(default_factory=dict)
    cards: Sequence[Card] = ()
    days: Collection[date] = ()
    paused: bool = False
    expected: bool = True
    put_off: str | None = None
    ended: bool = False
    lighter: bool = False

    @property
    def done_today(self) -> bool:
        """Whether a part was finished today."""
        return self.day in self.finished.values()

    @property
    def away(self) -> int:
        """Days since the last day together before today; 0 for a beginner."""
        before = [day for day in self.days if day < self.day]
        return (self.day - max(before)).days if before else 0

    @property
    def returning(self) -> bool:
        """Whether today is the first day back after a silence; days that the rhythm does not name are none."""
        return self.away >= AWAY and self.expected


class StepKind(StrEnum):
    """What there is to do next. All but DONE and END are about a part or a quiz."""

    REVIEW = "review"  # a card that is due
    LESSON = "lesson"
    PRACTICE = "practice"
    CHECK = "check"
    ASK = "ask"  # a question of the part at hand
    RETRY = "retry"  # one answered wrongly today, once more
    LINE = "line"  # the line that ends a part
    DONE = "done"  # nothing more today
    END = "end"  # nothing more at all


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do, and the name of the part or quiz it is about."""

    kind: StepKind
    name: str = ""


def next_step(course: Course, standing: Standing, *, ahead: bool = False) -> Step:
    """The step that waits. `ahead` goes on to the next part although today's is finished.

    The end of the course is told before any review.
    """
    part = waiting_part(course, standing)
    if part is None and not standing.ended:
        return Step(StepKind.END)
    for card in due_cards(course, standing):
        return Step(StepKind.REVIEW, card.quiz)
    if part and (ahead or not (standing.done_today or standing.lighter)):
        return step_in(course, part, standing)
    wrong = once_more(standing)
    if wrong:
        return Step(StepKind.RETRY, wrong[0])
    return Step(StepKind.DONE) if part else Step(StepKind.END)


def waiting_lesson(course: Course, standing: Standing) -> Lesson | None:
    """The first lesson not finished yet; missed days never make it more than one."""
    return next((lesson for lesson in course.lessons if lesson.name not in standing.finished), None)


def waiting_part(course: Course, standing: Standing) -> Part | None:
    """The first of the parts to come; None at the end of the course."""
    return next(parts_to_come(course, standing), None)


def parts_to_come(course: Course, standing: Standing) -> Iterator[Part]:
    """The parts, in their order, that are neither finished nor passed by."""
    return (part for place, part in enumerate(course.parts) if not _behind(course, place, standing))


def open_parts(course: Course, standing: Standing) -> list[Part]:
    """The practices and checks that were passed by: they hold nobody up, and can be done any time."""
    behind = [part for place, part in enumerate(course.parts) if _behind(course, place, standing)]
    return [part for part in behind if part.name not in standing.finished and is_taught(course, part, standing)]


def is_taught(course: Course, part: Part, standing: Standing) -> bool:
    """Whether every lesson before a part is finished: nobody gets a check on what was not taught."""
    before = course.parts[: course.parts.index(part)]
    return all(other.name in standing.finished for other in before if isinstance(other, Lesson))


def _behind(course: Course, place: int, standing: Standing) -> bool:
    """Whether a part is finished, or is a practice or check that holds nobody up any more: it was put off, the lesson
    after it was finished without it (an earlier edition showed it at weekends alone), or the end was told.
    """
    part = course.parts[place]
    if part.name in standing.finished or isinstance(part, Lesson):
        return part.name in standing.finished
    following = next((other.name for other in course.parts[place:] if isinstance(other, Lesson)), "")
    return standing.ended or part.name == standing.put_off or following in standing.finished


def step_in(course: Course, part: Part, standing: Standing) -> Step:
    """Where to go on in a part: at its opening, which is shown again on another day, else inside it."""
    if isinstance(part, Practice):
        wrong = once_more(standing)
        return Step(StepKind.RETRY, wrong[0]) if wrong else Step(StepKind.PRACTICE, part.name)
    today = {name for name, mark in standing.answered.items() if mark.last == standing.day}
    if any(quiz.name in today for quiz in part.quizzes):
        return step_inside(course, part, standing)
    return Step(StepKind.CHECK if isinstance(part, Check) else StepKind.LESSON, part.name)


def step_inside(course: Course, part: Part, standing: Standing) -> Step:
    """What follows the opening of a part: its questions, what was wrong once more, its line."""
    left = questions_left(course, part, standing)
    if left:
        return Step(StepKind.ASK, left[0].name)
    if part.name in standing.finished:
        return next_step(course, standing)
    wrong = once_more(standing)
    return Step(StepKind.RETRY, wrong[0]) if wrong else Step(StepKind.LINE, part.name)


def questions_left(course: Course, part: Part, standing: Standing) -> list[Quiz]:
    """The questions of a part not answered yet; of a check opened again, its scenarios not answered today."""
    if isinstance(part, Practice):
        return []
    if isinstance(part, Check) and part.name in standing.finished:
        answered = {name for name, mark in standing.answered.items() if mark.last == standing.day}
        return [quiz for quiz in part.quizzes if quiz.name not in answered]
    questions = check_items(course, part, standing) if isinstance(part, Check) else part.checks
    return [quiz for quiz in questions if quiz.name not in standing.answered]


def check_items(course: Course, check: Check, standing: Standing) -> list[Quiz]:
    """A check's five: its own scenarios, and between them two of the bank never asked before it was begun."""
    answered = standing.answered
    begun = min((answered[quiz.name].last for quiz in check.quizzes if quiz.name in answered), default=standing.day)
    taught = [lesson for lesson in course.lessons if lesson.name in standing.finished]
    bank = [quiz for lesson in reversed(taught) for quiz in lesson.quizzes[CHECKED:]]
    in_it = [quiz for quiz in bank if quiz.name in answered and answered[quiz.name].last >= begun]
    fresh = [quiz for quiz in bank if quiz.name not in answered]
    mixed = (in_it + fresh)[:MIXED]
    own = list(check.quizzes)
    return [quiz for pair in zip(own, mixed, strict=False) for quiz in pair] + own[len(mixed) :]


def due_cards(course: Course, standing: Standing) -> list[Card]:
    """The reviews still to do today, the longest overdue first, then the most forgotten; at most four a day in all.

    By recall alone, the same few lapsed cards took the four places day after day (`python -m tests.bench.memory`).
    On a return it is two that are known well, whatever has piled up; in a pause none.
    """
    if standing.paused:
        return []
    day, returning = standing.day, standing.returning
    at_hand = [card for card in standing.cards if returning or card.due <= day or card.last == day]
    known = [card for card in at_hand if _taught_before(course, standing, card.quiz)]
    reviewed = sum(card.last == standing.day for card in known)
    open_ = [card for card in known if card.last < standing.day]
    if returning:
        best = sorted(open_, key=lambda card: recall(card, standing.day), reverse=True)
        return best[: max(0, EASY - reviewed)]
    due = sorted((card for card in open_ if card.due <= standing.day), key=lambda card: card.due)
    room = max(0, MOST_REVIEWS - reviewed)
    # how much is forgotten decides only between cards of one day, and is dear to reckon for those who do not get a turn
    last = due[:room][-1:]
    likely = [card for card in due if card.due <= last[0].due] if last else []
    return sorted(likely, key=lambda card: (card.due, recall(card, standing.day)))[:room]


def once_more(standing: Standing) -> list[str]:
    """What was answered wrongly today and not asked again yet: it returns once, at the end of the same sitting."""
    marks = standing.answered.items()
    return [name for name, mark in marks if mark.last == standing.day and mark.times == 1 and not mark.rights]


def _taught_before(course: Course, standing: Standing, quiz: str) -> bool:
    """Whether the lesson of a question was finished on an earlier study day."""
    part = course.quizzes[quiz][0] if quiz in course.quizzes else None
    return isinstance(part, Lesson) and standing.finished.get(part.name, standing.day) != standing.day
