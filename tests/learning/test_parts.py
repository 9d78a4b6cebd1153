"""Parts as messages: what a weekend adds, what 근거 shows, where a term leads, what 퀴즈 and 복습 ask; as tables."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from bot.conversation import Sorry, Turn
from bot.course.model import Course, Lesson
from bot.learning.day import minutes_asked
from bot.learning.memory import Card
from bot.learning.standing import History
from bot.message import LONGEST_BUBBLE, Go, Message
from bot.record import Record
from bot.texts import Texts
from tests.learning.small_course import TODAY, ago
from tests.learning.turns import at_home, seoul, somebody, turn_of

LEARNER = somebody()


def done(course: Course, parts: int, last: int = 1) -> Record:
    """Whoever has finished so many parts, a part a day; the last of them so many days ago."""
    finished = {part.name: ago(last + n) for n, part in enumerate(reversed(course.parts[:parts]))}
    return Record(LEARNER, at_home(LEARNER), finished=finished, days=frozenset(finished.values()))


def turn(record: Record, course: Course, say: Texts, day: date = TODAY) -> Turn:
    return turn_of(record, seoul(f"{day} 12:00"), course, say)


@pytest.mark.parametrize(("day", "samples"), [("2026-11-27", False), ("2026-11-28", True), ("2026-11-29", True)])
@pytest.mark.parametrize("unit", range(1, 7))
def test_a_weekend_shows_what_others_have_sent(
    course: Course, say: Texts, unit: int, day: str, *, samples: bool
) -> None:
    """On Saturday and Sunday there is time to read; the making itself comes on any day."""
    making = course.practices[unit]
    message = turn(done(course, 0), course, say, date.fromisoformat(day)).go(Go("practice", making.name))
    shown = [sample for sample in making.evidence.samples if f"“{sample}”" in message.bubbles[-1]]
    assert bool(shown) is samples
    assert len(message.bubbles[-1]) <= LONGEST_BUBBLE
    assert making.evidence.prompt in message.bubbles[-1]


def test_a_title_tells_how_long_it_takes(course: Course, say: Texts) -> None:
    """Lessons and checks that wait: never more than the day; what is read again takes no such time."""
    for place, part in enumerate(course.parts):
        if part.head.kind != "practice":
            at = turn(done(course, place), course, say)
            title = at.go(Go(part.head.kind, part.name)).bubbles[0].partition("\n")[0]
            minutes = re.fullmatch(r"(?:레슨 \d+/30 · )?[^(]+ \((\d)분\)", title)
            assert minutes, title
            assert 2 <= int(minutes[1]) <= minutes_asked(course, at.standing) <= 5
    again = turn(done(course, 7), course, say).go(Go("read", course.lessons[0].name)).bubbles[0]
    assert again.startswith("레슨 1/30 · 세 전략 지도\n")


@pytest.mark.parametrize(
    ("parts", "last", "answered", "lesson"),
    [
        (0, 1, 0, 1),  # a beginner: the first
        (2, 1, 0, 3),  # the one that waits today
        (3, 0, 0, 3),  # the one finished today
        (3, 0, 1, 4),  # the one begun ahead of its day
        (5, 1, 0, 5),  # the day of the making: the last one taught, and not the next unit's
        (6, 1, 0, 5),  # and that of the check
        (7, 0, 0, 5),  # the check is finished
        (7, 1, 0, 6),
        (42, 1, 0, 30),
    ],
)
def test_the_sources_of_a_day(course: Course, say: Texts, parts: int, last: int, answered: int, lesson: int) -> None:
    """근거 without a name; `answered` says whether a question of the next lesson was answered today."""
    record = done(course, parts, last)
    if answered:
        record = replace(record, histories={course.lessons[lesson - 1].checks[0].name: History(TODAY, 1, 1, 1)})
    text = "\n".join(turn(record, course, say).go(Go("source")).bubbles)
    assert course.lessons[lesson - 1].head.title in text


@pytest.mark.parametrize(
    ("parts", "lesson", "opens"),
    [
        (0, 1, "lesson"),
        (0, 12, "lesson 01-three-strategies"),
        (5, 3, "lesson"),
        (5, 6, "ask three-florists-three-strategies"),
    ],
)
def test_a_term_leads_to_no_lesson_ahead_of_its_turn(
    course: Course, say: Texts, parts: int, lesson: int, opens: str
) -> None:
    """Else a lesson would be finished without those before it, and a unit's making and check be passed by."""
    term = next(iter(course.lessons[lesson - 1].terms))
    found = turn(done(course, parts), course, say).go(Go("term", term)).buttons[0].go
    expected = opens if " " in opens else f"lesson {course.lessons[lesson - 1].name}"
    assert str(found) == f"/{expected}"


def test_a_quiz_is_no_review(course: Course, say: Texts) -> None:
    """복습 asks what is due, in words not seen yet; 퀴즈 what was never asked, then what was seen longest ago."""
    first = course.lessons[0]
    names = [quiz.name for quiz in first.quizzes]
    card = Card(names[0], TODAY, ago(9), 5.0, 5.0)
    record = replace(done(course, 1, 9), cards={names[0]: card}, histories={names[0]: History(ago(9), 1, 1, 1, 1)})

    def asked(command: str, record: Record) -> str:
        expects = turn(record, course, say).go(Go(command)).expects
        return expects.argument.partition(":")[0] if expects else ""

    assert asked("review", record) == names[2]  # the sibling of the first; the fourth is that of the second
    assert asked("quiz", record) == names[1]
    later = {
        names[2]: History(ago(5), 1, 1, 1, 2),
        names[3]: History(ago(4), 1, 1, 1, 3),
        names[1]: History(ago(3), 1, 1, 1, 4),
    }
    record = replace(record, histories={**record.histories, **later})
    assert asked("review", record) == names[0]
    assert asked("quiz", record) == names[3]
    record = replace(record, cards={})
    assert asked("quiz", record) == names[0]


def test_who_has_asked_for_everything_often_is_told_so(course: Course, say: Texts) -> None:
    """A question answered six times rests for six weeks, and is not asked on demand either."""
    names = [quiz.name for quiz in course.lessons[0].quizzes]
    worn = {name: History(ago(1), 1, 1, 6, seen) for seen, name in enumerate(names, 1)}
    cards = {name: Card(name, TODAY, ago(9), 5.0, 5.0) for name in names[:2]}
    for command in ("quiz", "review"):
        with pytest.raises(Sorry) as told:
            turn(replace(done(course, 1, 9), cards=cards, histories=worn), course, say).go(Go(command))
        assert told.value.key == "sorry-all-asked"


@pytest.mark.parametrize("command", ["today", "next", "quiz", "review", "start", "talk hello 안녕하세요"])
def test_the_ending_comes_with_the_next_word(course: Course, say: Texts, command: str) -> None:
    """Where we cannot speak first, and before any review."""
    card = Card(course.lessons[0].checks[0].name, ago(3), ago(9), 5.0, 5.0)
    word, _, argument = command.partition(" ")
    one = turn(replace(done(course, 42), cards={card.thought: card}), course, say)
    one.change(screen=Message(("…",)))
    assert say("ending-five-new", minutes=4) in one.go(Go(word, argument)).bubbles[0]


@pytest.mark.parametrize("command", ["progress", "plan"])
def test_who_asks_how_far_they_are_is_told_the_end(course: Course, say: Texts, command: str) -> None:
    """It holds what they ask for, so it does not wait for the five questions; after that it is their 진도 and 계획."""
    one = turn(done(course, 42), course, say)
    told = one.go(Go(command))
    assert told.bubbles[0].startswith(say("course-end"))
    assert one.learner.ended_at is not None
    assert say("course-end") not in one.go(Go(command)).bubbles[0]


@pytest.mark.parametrize(("due", "head"), [(True, "되살리기"), (False, "만들기 전에")])
def test_what_is_due_is_revived_also_before_a_making(course: Course, say: Texts, *, due: bool, head: str) -> None:
    """A review that the making would ask as well comes among the other reviews, and so under their head."""
    making, thought = course.practices[2], course.thoughts["seen-not-judged"]
    made = next(quiz for quiz in thought.questions if quiz.kind == "match")
    before = course.parts[: course.parts.index(making)]
    others = [quiz.name for lesson in before if isinstance(lesson, Lesson) for quiz in lesson.quizzes]
    asked = {name: History(ago(9), 1, 1, 1, n) for n, name in enumerate(others, 1) if name != made.name}
    cards = {thought.name: Card(thought.name, ago(1 if due else -9), ago(9), 8.0, 5.0)}
    record = replace(done(course, len(before)), histories=asked, cards=cards)
    assert turn(record, course, say).go(Go("ask", made.name)).bubbles[0].startswith(head)
