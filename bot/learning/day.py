"""What comes next for a learner: reviews, the one part that waits, what was wrong once more, a clear end. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import dropwhile, groupby, takewhile
from zlib import crc32

from bot.course.model import CHECKED, Check, Course, Lesson, Part, Practice
from bot.course.quizzes import MADE, Quiz
from bot.learning import minutes
from bot.learning.memory import MOST_REVIEWS, Card, recall
from bot.learning.standing import Standing
from bot.learning.thoughts import met_today, next_question, once_more

EASY = 2  # known items a return begins with, instead of what has piled up
WELL = 0.9  # chance of recall from which any is easy enough for that, so that no two returns need begin alike
WARM_UPS = 4  # questions before a making, which takes its own time: as many as the last unit has
MIXED = 2  # items of the bank in a check, beside its own scenarios


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
    for card in _due(course, standing):
        if quiz := next_question(course.thoughts[card.thought], standing):
            return Step(StepKind.REVIEW, quiz.name)
    if part and (ahead or not (standing.done_today or standing.lighter)):
        return step_in(course, part, standing)
    if wrong := retry(course, standing):
        return Step(StepKind.RETRY, wrong.name)
    return Step(StepKind.DONE) if part else Step(StepKind.END)


def waiting_lesson(course: Course, standing: Standing) -> Lesson | None:
    """The first lesson not finished yet; missed days never make it more than one."""
    return next((lesson for lesson in course.lessons if lesson.name not in standing.finished), None)


def waiting_part(course: Course, standing: Standing) -> Part | None:
    """The first of the parts to come; None at the end of the course."""
    return next(parts_to_come(course, standing), None)


def parts_to_come(course: Course, standing: Standing) -> Iterator[Part]:
    """The parts, in their order, that are neither finished nor passed by."""
    left = (part for part in course.parts if part.name not in standing.finished)
    return (part for part in left if not _passed_by(course, part, standing))


def open_parts(course: Course, standing: Standing) -> list[Part]:
    """The practices and checks that were passed by: they hold nobody up, and can be done any time. None of them stands
    behind a lesson to come: nobody gets a check on what was not taught.
    """
    finished = standing.finished
    taught = takewhile(lambda part: part.name in finished or not isinstance(part, Lesson), course.parts)
    return [part for part in taught if part.name not in finished and _passed_by(course, part, standing)]


def _passed_by(course: Course, part: Part, standing: Standing) -> bool:
    """Whether an unfinished part is a practice or check that holds nobody up any more: it was put off, the lesson after
    it was finished without it (an earlier edition showed it at weekends alone), or the end was told.
    """
    if isinstance(part, Lesson):
        return False
    return standing.ended or part.name == standing.put_off or course.lesson_after[part.name] in standing.finished


def step_in(course: Course, part: Part, standing: Standing) -> Step:
    """Where to go on in a part: at its opening, which is shown again on another day, else inside it."""
    if isinstance(part, Practice):
        first = warm_ups(course, part, standing)
        if first:
            return Step(StepKind.ASK, first[0].name)
        wrong = retry(course, standing)
        return Step(StepKind.RETRY, wrong.name) if wrong else Step(StepKind.PRACTICE, part.name)
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
    asked_today = any(
        name in standing.answered and standing.answered[name].last == standing.day for name in _asks(part)
    )
    wrong = retry(course, standing) if asked_today else None  # else its opening would come again after it
    return Step(StepKind.RETRY, wrong.name) if wrong else Step(StepKind.LINE, part.name)


def _asks(part: Part) -> Iterable[str]:
    """The names of a part's own questions."""
    return () if isinstance(part, Practice) else (quiz.name for quiz in part.quizzes)


def questions_left(course: Course, part: Part, standing: Standing) -> list[Quiz]:
    """The questions of a part not answered yet; of a check opened again, its scenarios not answered today."""
    if isinstance(part, Practice):
        return []
    if isinstance(part, Check) and part.name in standing.finished:
        answered = {name for name, mark in standing.answered.items() if mark.last == standing.day}
        return [quiz for quiz in part.quizzes if quiz.name not in answered]
    questions = check_items(course, part, standing) if isinstance(part, Check) else part.checks
    return [quiz for quiz in questions if quiz.name not in standing.answered]


def warm_ups(course: Course, making: Practice, standing: Standing) -> list[Quiz]:
    """What a making still asks before it begins: the questions of its unit that one makes oneself, never asked yet."""
    lessons = [lesson for lesson in course.lessons if lesson.head.unit == making.head.unit]
    made = [quiz for lesson in lessons for quiz in lesson.quizzes[CHECKED:] if quiz.kind in MADE]
    known = [standing.answered[quiz.name] for quiz in made if quiz.name in standing.answered]
    room = max(0, WARM_UPS - sum(mark.last == standing.day for mark in known))
    return [quiz for quiz in made if quiz.name not in standing.answered][:room]


def check_items(course: Course, check: Check, standing: Standing) -> list[Quiz]:
    """A check's five: its own scenarios, and between them two of the bank never asked before it was begun, those first
    that one makes oneself; fewer where a day does not hold them.
    """
    answered = standing.answered
    taught = [lesson for lesson in course.lessons if lesson.name in standing.finished]
    bank = {quiz.name: quiz for lesson in reversed(taught) for quiz in lesson.quizzes[CHECKED:]}
    own = {quiz.name for quiz in check.quizzes}
    since = dropwhile(lambda name: name not in own, answered)  # what was first answered after the check was begun
    in_it = [bank[name] for name in since if name in bank]
    fresh = (quiz for name, quiz in bank.items() if name not in answered)
    scenes = list(check.quizzes)
    room = minutes.BUDGET - _seconds(course, check, *scenes, *in_it)
    mixed = (in_it + _fitting(course, sorted(fresh, key=lambda quiz: quiz.kind not in MADE), room))[:MIXED]
    return [quiz for pair in zip(scenes, mixed, strict=False) for quiz in pair] + scenes[len(mixed) :]


def due_cards(course: Course, standing: Standing) -> list[Card]:
    """The reviews still to do today, the longest overdue first, then the most forgotten; at most MOST_REVIEWS in all,
    and no more than the day's minutes hold beside its part. What was wrong comes once more in what they leave: a
    thought that is due tomorrow anyway gains less by it than one that would wait another day.

    By recall alone, the same few lapsed cards took the places day after day (`python -m tests.bench.memory`); the
    shortest first, or what is most forgotten by the second, brings more reviews into the minutes and less recall.
    On a return after a longer silence than the one before it is two that are known well, whatever has piled up; in a
    pause none.
    """
    return list(_due(course, standing))


def _due(course: Course, standing: Standing) -> Iterator[Card]:
    """The same, reckoned no further than is asked for."""
    if standing.paused:
        return iter(())
    day, eased = standing.day, standing.eased
    at_hand = [card for card in standing.cards if eased or card.due <= day or card.last == day]
    known = [card for card in at_hand if _taught_before(course, standing, card.thought)]
    reviewed = sum(card.last == standing.day for card in known)
    open_ = [card for card in known if card.last < standing.day]
    if eased:
        return _askable(course, standing, _easiest(open_, standing.day), EASY - reviewed)
    due = sorted((card for card in open_ if card.due <= standing.day), key=lambda card: card.due)
    return _askable(course, standing, _by_forgetting(due, standing.day), MOST_REVIEWS - reviewed)


def _easiest(cards: Iterable[Card], day: date) -> list[Card]:
    """Those known well, in another order every day; then the others, the best known first."""
    known = [(recall(card, day), card) for card in cards]
    well = [card for chance, card in known if chance >= WELL]
    others = sorted((one for one in known if one[0] < WELL), key=lambda one: -one[0])
    return sorted(well, key=lambda card: crc32(f"{card.thought} {day}".encode())) + [card for _, card in others]


def _by_forgetting(due: Iterable[Card], day: date) -> Iterator[Card]:
    """Cards in the order of their due days, of each day the most forgotten first: that is dear to reckon, and done no
    further than is asked for.
    """
    for _, cards in groupby(due, key=lambda card: card.due):
        yield from sorted(cards, key=lambda card: recall(card, day))


def _askable(course: Course, standing: Standing, cards: Iterable[Card], most: int) -> Iterator[Card]:
    """The first of these cards whose thoughts were not met today, and whose questions the day still holds."""
    coming = iter(cards)
    room = _room(course, standing) if most > 0 else 0.0
    while most > 0 and room >= minutes.SHORTEST and (card := next(coming, None)):
        thought = course.thoughts[card.thought]
        quiz = None if met_today(thought, standing) else next_question(thought, standing)
        if quiz and _seconds(course, quiz) <= room:
            yield card
            most -= 1
            room -= _seconds(course, quiz)


def minutes_asked(course: Course, standing: Standing) -> int:
    """Whole minutes that what is still asked today takes, with as many mistakes as are usual and a making's own
    minutes; 0 where the end is to be told.
    """
    if not standing.ended and waiting_part(course, standing) is None:
        return 0
    part = _part_today(course, standing)
    due = (next_question(course.thoughts[card.thought], standing) for card in due_cards(course, standing))
    asked = [*filter(None, due), *_left_today(course, part, standing)]
    own = part.head.minutes if isinstance(part, Practice) else 0
    room = max(minutes.BUDGET - minutes.spent(course, standing), _seconds(course, *asked))
    return own + minutes.in_minutes(min(room, _seconds(course, *asked) + _mistakes(course, asked)))


def minutes_of(course: Course, part: Lesson | Check, standing: Standing) -> int:
    """Whole minutes that a lesson or a check takes with all its questions; 0 for one that is finished, and in a course
    that is not timed.
    """
    if part.name in standing.finished:
        return 0
    asked = check_items(course, part, standing) if isinstance(part, Check) else part.quizzes[:CHECKED]
    return minutes.in_minutes(_seconds(course, part, *asked))


def _part_today(course: Course, standing: Standing) -> Part | None:
    return None if standing.done_today or standing.lighter else waiting_part(course, standing)


def _left_today(course: Course, part: Part | None, standing: Standing) -> list[Part | Quiz]:
    """A part, and the questions that it still asks."""
    if part is None:
        return []
    asked = warm_ups(course, part, standing) if isinstance(part, Practice) else questions_left(course, part, standing)
    return [part, *asked]


def _room(course: Course, standing: Standing) -> float:
    """Seconds of the day's budget that today's part leaves."""
    ahead = _seconds(course, *_left_today(course, _part_today(course, standing), standing))
    return minutes.BUDGET - minutes.spent(course, standing) - ahead


def retry(course: Course, standing: Standing) -> Quiz | None:
    """The question that what was wrong today is asked with once more, while the day holds it."""
    wrong = once_more(course, standing)
    return wrong[0] if wrong and _seconds(course, wrong[0]) <= _room(course, standing) else None


def _fitting(course: Course, quizzes: Iterable[Quiz], room: float) -> list[Quiz]:
    """The first of the questions that fit into so many seconds."""
    found: list[Quiz] = []
    for quiz in quizzes:
        if _seconds(course, quiz) <= room:
            found.append(quiz)
            room -= _seconds(course, quiz)
    return found


def _seconds(course: Course, *items: Part | Quiz) -> float:
    """How long they take; nothing in a course that is not timed."""
    return sum(course.seconds.get(item.name, 0.0) for item in items)


def _mistakes(course: Course, asked: Iterable[Part | Quiz]) -> float:
    """Seconds more that the usual mistakes take: why it is none, and the question once more."""
    names = [one.name for one in asked if not isinstance(one, Lesson | Practice | Check)] if course.seconds else []
    return minutes.USUAL * sum(minutes.MISTAKE + course.seconds.get(name, 0.0) for name in names)


def _taught_before(course: Course, standing: Standing, thought: str) -> bool:
    """Whether the lesson of a thought was finished on an earlier study day."""
    found = course.thoughts.get(thought)
    return found is not None and standing.finished.get(found.lesson, standing.day) != standing.day
