"""Nobody reads the same sentence of ours again and again: six weeks of learners of every pace."""

from datetime import timedelta
from random import Random

import pytest

from bot.conversation import Conversation
from bot.course.model import Course
from bot.learning.standing import History
from bot.message import Address
from bot.record import Reads, Record
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Clock
from tests.language import LANGUAGE
from tests.learning.records import LEARNER, reminder
from tests.learning.small_course import TODAY, ago
from tests.often_read import Reader
from tests.test_whole_course import MONDAY
from tests.whole_course import NO_HOLIDAYS, Bare

MOST = 4  # times in two weeks
MOST_AT_ANSWERS = 9  # of what stands around a question, of which there are up to seventy in two weeks
VERDICTS = {"맞아요.", "네, 맞아요.", "그래요, 맞아요."}  # a word or two: they are read as a sign is


@pytest.mark.parametrize(
    ("rhythm", "habit", "knows", "comes"),
    [
        ("daily 20:00", "taps", 1.0, 1.0),  # reads most of all
        ("daily 08:00", "taps", 0.8, 0.9),
        ("weekdays 08:00", "taps", 0.75, 0.66),
        ("weekdays 08:00", "taps", 0.6, 0.45),  # misses more than they open
        ("weekdays 12:30", "types", 0.6, 0.6),
        ("daily 08:00", "taps", 0.5, 0.3),
        ("weekly mon,wed,fri 21:00", "taps", 0.8, 0.8),
        ("every 2d 08:00", "taps", 0.7, 0.8),
        ("daily 08:00", "lightens", 0.8, 1.0),
        ("daily 08:00", "taps, writes nothing", 0.9, 1.0),
    ],
)
async def test_no_sentence_wears_out(
    course: Course, say: Texts, rhythm: str, habit: str, knows: float, comes: float
) -> None:
    """In no two weeks."""
    habit, _, nothing = habit.partition(", ")
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, NO_HOLIDAYS, {"telegram"})
    clock, address = Clock(MONDAY), Address("telegram", "1")
    house = Bare(conversation, clock, address, 3)
    how = {"five": True, "writes": not nothing, "say": say, "knows": knows, "comes": comes, "random": Random(5)}
    life = Reader(house, clock, course, address, rhythm, habit, **how)  # type: ignore[arg-type]
    await life.weeks(5 if nothing else 6)  # who puts off the makings is through before
    often = {one: count for one, count in life.often("messages.ftl").items() if count > MOST}
    assert not set(often) - VERDICTS, often
    at_answers = {one: count for one, count in life.often("quiz.ftl").items() if count > MOST_AT_ANSWERS}
    assert not set(at_answers) - VERDICTS, at_answers


EVERY_DAY = Record(LEARNER, days=frozenset(ago(n) for n in range(1, 8)))  # seven before today


@pytest.mark.parametrize(
    ("record", "key", "count", "place"),
    [
        (Record(LEARNER), "lesson-end", 4, 0),
        (EVERY_DAY, "lesson-end", 4, 3),
        (EVERY_DAY, "lesson-end", 5, 2),
        (Record(LEARNER, days=EVERY_DAY.days | {TODAY}), "lesson-end", 4, 3),  # all day the same
        (Record(LEARNER, days=EVERY_DAY.days, reads=Reads.NOTHING), "lesson-end", 4, 0),
        (Record(LEARNER, days=frozenset({ago(3)}), reminders=[reminder(2), reminder(1)]), "reminder-term", 4, 3),
        (Record(LEARNER, days=frozenset({ago(3)}), reminders=[reminder(2), reminder(0)]), "reminder-term", 4, 2),
        (Record(LEARNER, days=frozenset({ago(3)}), reads=Reads.STUDY), "reminder-term", 4, 1),
        (EVERY_DAY, "quiz-wrong", 4, 2),  # each day begins elsewhere
        (Record(LEARNER, histories={"a": History(ago(1), seen=5), "b": History(ago(2), seen=3)}), "quiz-wrong", 4, 1),
        (Record(LEARNER, histories={"a": History(ago(1), seen=5)}, prechecks={("f", 1): True}), "quiz-wrong", 4, 2),
        (Record(LEARNER, prechecks={("f", 1): True}, reads=Reads.PLAN), "quiz-wrong", 4, 0),
    ],
)
def test_which_wording_is_said(record: Record, key: str, count: int, place: int) -> None:
    """By days together, in a silence by the messages left out, around a question by the answers."""
    assert record.wording(TODAY, key, count) == place


def test_four_wordings_are_enough_for_every_day() -> None:
    """With three of them one would come five times in two weeks."""
    days = [TODAY + timedelta(days=n) for n in range(60)]

    def most(count: int) -> int:
        said = [
            Record(LEARNER, days=frozenset(days[:n])).wording(day, "lesson-end", count) for n, day in enumerate(days)
        ]
        return max(said[n : n + 14].count(place) for n in range(46) for place in range(count))

    assert (most(3), most(4)) == (5, MOST)
