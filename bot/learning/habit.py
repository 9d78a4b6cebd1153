"""Days together, and how firmly things are known. Nothing here counts against anybody. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.course.model import Lesson
from bot.learning.memory import Card, recall

FREE_DAYS = 2  # of a week with seven days of lessons, taken without asking; of fewer days as many in proportion
ASK_AFTER = 3  # lessons left unanswered after which one question is asked, …
ASK_AGAIN = 28  # … and not once more within so many days
HUSH_AFTER = 10  # lessons left unanswered after which we stop speaking first
FIRM = 7.0  # days after which nine in ten still know it: reached by a right answer on a later day, not by the first
SAMPLE = 48  # weeks over which the days of a rhythm are counted: its turns are whole, be it every 2, 3 or 4 or a month
FADED = 0.8  # chance of recall under which something known is fading: overdue, and one in five would have lost it


class Firmness(StrEnum):
    """How firmly a thought is known."""

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
            missed[day - timedelta(days=day.weekday())] += 1
            if missed[day - timedelta(days=day.weekday())] > free_days_of_week(day, expects):
                break
        day -= timedelta(days=1)
    return count


def free_days_of_week(day: date, expects: Callable[[date], bool]) -> int:
    """How many days may be left out in the week that holds a day, by the days that the rhythm of then expects in it."""
    monday = day - timedelta(days=day.weekday())
    return free_days(sum(expects(monday + timedelta(days=n)) for n in range(7)))


def left_out(
    run: int, days: Collection[date], today: date, expects: Callable[[date], bool], rests: Callable[[date], bool]
) -> tuple[int, int]:
    """How many days lie within a streak of so many on which nothing was done, though the rhythm expects them: those
    that were missed and forgiven, and those that rest. Today is not over.
    """
    first = sorted(days)[-run]
    within = (first + timedelta(days=n) for n in range((today - first).days))
    empty = [rests(day) for day in within if day not in days and expects(day)]
    return empty.count(False), empty.count(True)


def firmness(card: Card | None, day: date) -> Firmness:
    """How firmly a thought is known, by its card; honest, so it can go back: a mistake makes it short-lived again."""
    if card is None:
        return Firmness.NEW
    if card.stability < FIRM:
        return Firmness.LEARNING
    return Firmness.KNOWN if recall(card, day) >= FADED else Firmness.FADING


def concept_map(lessons: Sequence[Lesson], cards: Sequence[Card], day: date) -> Counter[Firmness]:
    """How many thoughts of these lessons are new, learning, known and fading."""
    known = {card.thought: card for card in cards}
    return Counter(firmness(known.get(thought.name), day) for lesson in lessons for thought in lesson.thoughts)
