"""Days together, and how firmly things are known. Nothing here counts against anybody. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.course.model import Lesson
from bot.learning.memory import Card, recall

FREE_DAYS = 2  # of a week with seven days of lessons, taken without asking; of fewer days as many in proportion
ASK_AFTER = 3  # lessons left unanswered after which one question is asked
HUSH_AFTER = 10  # lessons left unanswered after which we stop speaking first
FIRM = 3  # different days of right answers that make something known (successive relearning, Rawson 2018)
SAMPLE = 12  # weeks over which the days of a rhythm are counted: a whole number of its turns, be it every 2, 3 or 4
FADED = 0.7  # chance of recall under which something known is fading


class Firmness(StrEnum):
    """How firmly the idea of a lesson is known."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    FADING = "fading"


class Silence(StrEnum):
    """What a reminder opens after a silence, in place of the step that waits."""

    QUESTION = "question"  # whether the hour still fits; "ask" is a step, a question of the lesson at hand
    FAREWELL = "hush"


def days_a_week(expects: Callable[[date], bool], today: date) -> float:
    """How many days a week a rhythm names, by whether it names a day; at least one in the weeks that are counted."""
    return max(1, sum(expects(today + timedelta(days=n)) for n in range(7 * SAMPLE))) / SAMPLE


def free_days(a_week: float) -> int:
    """How many days may be left out a week without a word: of seven two, of five to two one, of one none."""
    return round(a_week * FREE_DAYS / 7)


def weeks_for(parts: int, a_week: float) -> int:
    """About how many weeks so many parts take, one on each of so many days a week."""
    return max(1, round(parts / a_week))


def streak(days: Collection[date], today: date, expects: Callable[[date], bool], rests: Callable[[date], bool]) -> int:
    """Days in a row, shown only while it is intact. Days that the rhythm of then does not expect and those that rest,
    holidays and pauses, break nothing, and neither do the free days of a week: as many as are fair for those expected.
    """
    count, missed = 0, Counter[date]()
    day, first = today, min(days, default=today)
    while day >= first:
        if day in days:
            count += 1
        elif day != today and expects(day) and not rests(day):
            monday = day - timedelta(days=day.weekday())
            missed[monday] += 1
            if missed[monday] > free_days(sum(expects(monday + timedelta(days=n)) for n in range(7))):
                break
        day -= timedelta(days=1)
    return count


def firmness(lesson: Lesson, cards: Mapping[str, Card], right_days: Mapping[str, int], day: date) -> Firmness:
    """How firmly a lesson's idea is known; honest, so it can go back."""
    own = [quiz.name for quiz in lesson.quizzes if quiz.review]
    met = [cards[name] for name in own if name in cards]
    if not met:
        return Firmness.NEW
    if any(right_days.get(card.quiz, 0) < FIRM for card in met) or len(met) < len(own):
        return Firmness.LEARNING
    return Firmness.KNOWN if all(recall(card, day) >= FADED for card in met) else Firmness.FADING


def concept_map(
    lessons: Sequence[Lesson], cards: Sequence[Card], right_days: Mapping[str, int], day: date
) -> Counter[Firmness]:
    """How many lessons are new, learning, known and fading."""
    by_quiz = {card.quiz: card for card in cards}
    return Counter(firmness(lesson, by_quiz, right_days, day) for lesson in lessons)
