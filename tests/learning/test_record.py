"""What a record becomes by each fact."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.learning.memory import Card
from bot.learning.standing import History
from bot.record import NOWHERE, Asked, Found, Home, Record
from bot.record.courses import waiting
from bot.record.facts import (
    Answered,
    AnswerTakenBack,
    Changed,
    CodeIssued,
    Fact,
    Finished,
    Left,
    LineTakenBack,
    Outcome,
    Prechecked,
    Reached,
    Reminded,
    Reported,
    Scheduled,
    Slot,
    Wrote,
)
from bot.record.joining import joined
from bot.record.learner import Undo
from bot.record.links import Joined
from tests.learning.records import BEFORE, BOTH, HELD, KAKAO, LEARNER, NOON, RIGHT, TELEGRAM, WEB, line, reminder
from tests.learning.small_course import TODAY, ago, card


@pytest.mark.parametrize(
    ("fact", "field", "value", "day"),
    [
        (Changed({"off": True}), "learner", replace(LEARNER, off=True), None),
        (
            Answered("one.1", "", right=True, counted=True, rating=3, day=TODAY, at=NOON),
            "histories",
            {"one.1": History(TODAY, 1, 1, 2, 2)},
            TODAY,
        ),
        (
            Answered("one.2", "", right=False, counted=True, rating=1, day=TODAY, at=NOON),
            "histories",
            {"one.1": RIGHT, "one.2": History(TODAY, 1, 0, 1, 2)},
            TODAY,
        ),
        (Scheduled(card("one.1", due=-9)), "cards", {"one.1": card("one.1", due=-9)}, None),
        (Scheduled(card("one.2")), "cards", {"one.1": card("one.1"), "one.2": card("one.2")}, None),
        (Finished("two", TODAY, NOON), "finished", {"one": ago(3), "two": TODAY}, TODAY),
        (Finished("one", TODAY, NOON), "finished", {"one": ago(3)}, TODAY),  # the first time counts
        (Wrote(line(1, "one", "now")), "written", (line(1, "one", "before"), line(1, "one", "now")), None),
        (LineTakenBack(line(1, "one", "before")), "written", (), None),
        (LineTakenBack(line(1, "one", "never")), "written", HELD.written, None),
        (
            Prechecked("five.1", 1, right=True, day=TODAY),
            "prechecks",
            {("five.1", 0): False, ("five.1", 1): True},
            TODAY,
        ),
        (Prechecked("five.1", 0, right=True, day=TODAY), "prechecks", {("five.1", 0): False}, TODAY),  # the first again
        (Reached(KAKAO, reachable=False), "homes", (Home(TELEGRAM), Home(KAKAO, reachable=False)), None),
        (Reached(TELEGRAM, reachable=False), "homes", (Home(TELEGRAM, reachable=False), Home(KAKAO)), None),
        (Reached(WEB, reachable=False), "homes", HELD.homes, None),  # no home of theirs
        (Reminded(reminder(0)), "reminders", (reminder(0), reminder(1), reminder(2)), None),
        (
            Reminded(reminder(2, outcome=Outcome.UNSENT)),
            "reminders",
            (reminder(2, outcome=Outcome.UNSENT), reminder(1)),
            None,
        ),
        (Left(), "learner", LEARNER, None),  # the store's business alone
    ],
)
def test_what_a_record_becomes(fact: Fact, field: str, value: object, day: date | None) -> None:
    """One field by each fact, and a day together with each real step: an answer, a part, a precheck."""
    after = HELD.after(fact)
    assert getattr(after, field) == value
    assert after.days == HELD.days | ({day} if day else set())
    assert replace(after, **{field: getattr(HELD, field), "days": HELD.days}) == HELD, "nothing else is changed"


@pytest.mark.parametrize(
    ("quiz", "history", "thought", "known", "histories", "cards"),
    [
        ("one.1", None, "one.1", None, {}, {}),  # its first answer: as if it had never been asked
        ("one.1", BEFORE, "one.1", None, {"one.1": BEFORE}, {}),
        ("one.1", None, "one.1", card("one.1", due=-3), {}, {"one.1": card("one.1", due=-3)}),
        ("one.4", None, "one.1", card("one.1", due=-3), {"one.1": RIGHT}, {"one.1": card("one.1", due=-3)}),
        ("one.2", None, "one.2", None, {"one.1": RIGHT}, {"one.1": card("one.1")}),  # another's stay as they are
        (
            "one.2",
            BEFORE,
            "one.2",
            card("one.2"),
            {"one.1": RIGHT, "one.2": BEFORE},
            dict(zip(BOTH, map(card, BOTH), strict=True)),
        ),
    ],
)
def test_an_answer_taken_back(
    quiz: str,
    history: History | None,
    thought: str,
    known: Card | None,
    histories: dict[str, History],
    cards: dict[str, Card],
) -> None:
    """The history of its question and the card of its thought are what they were before it; the day together stays."""
    after = HELD.after(AnswerTakenBack(quiz, NOON, history, thought, known))
    assert (after.histories, after.cards) == (histories, cards)
    assert replace(after, histories=HELD.histories, cards=HELD.cards) == HELD


def test_a_block_can_end() -> None:
    """Who blocked us everywhere is nowhere, until a message arrives again."""
    blocked = HELD.after(Reached(TELEGRAM, reachable=False)).after(Reached(KAKAO, reachable=False))
    assert blocked.home(("telegram", "kakao")) == NOWHERE
    assert blocked.after(Reached(KAKAO, reachable=True)).home(("telegram", "kakao")) == KAKAO


@pytest.mark.parametrize(
    ("slot", "same"),
    [
        (Slot(1, ago(1), "lesson"), True),
        (Slot(1, ago(2), "lesson"), False),
        (Slot(1, ago(1), "follow-30"), False),
        (Slot(2, ago(1), "lesson"), False),
    ],
)
def test_the_slot_of_a_reminder(slot: Slot, *, same: bool) -> None:
    """Learner, study day and kind: the same three name it."""
    assert reminder(1).of(slot) is same
    assert (reminder(1).slot == slot) is same
    assert Record(LEARNER, reminders=[reminder(9), reminder(1)]).reminder(slot) == (reminder(1) if same else None)


@pytest.mark.parametrize(
    ("kind", "daily"), [("lesson", True), ("lesson 2", True), ("again 24 23:30", False), ("follow-30", False)]
)
def test_a_daily_lesson(kind: str, *, daily: bool) -> None:
    """One of the rhythm, and not one asked for or after the end."""
    assert reminder(1, kind).daily is daily


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (HELD, "days"),
        (LEARNER, "rhythm"),
        (RIGHT, "times"),
        (card("one.1"), "due"),
        (line(1, "one"), "text"),
        (reminder(1), "outcome"),
        (reminder(1).slot, "day"),
        (Home(WEB), "reachable"),
        (HELD.standing(TODAY), "paused"),
        (Asked(), "code"),
        (Found(None), "again"),
        (Changed({}), "values"),
        (Answered("one.1", "", right=True, counted=True, rating=3, day=TODAY, at=NOON), "right"),
        (Scheduled(card("one.1")), "card"),
        (Finished("one", TODAY, NOON), "part"),
        (Wrote(line(1, "one")), "line"),
        (Prechecked("five.1", 1, right=True, day=TODAY), "round"),
        (Reported("one.1", "", NOON), "note"),
        (CodeIssued("", NOON), "expires"),
        (Joined(WEB, 1, NOON), "owner_id"),
        (LineTakenBack(line(1, "one")), "line"),
        (AnswerTakenBack("one.1", NOON, None, "one.1", None), "quiz"),
        (Undo(NOON), "quiz"),
        (Reached(WEB, reachable=True), "reachable"),
        (Reminded(reminder(1)), "reminder"),
    ],
)
def test_values_never_change(value: object, field: str) -> None:
    """A turn that is refused has nothing to undo."""
    with pytest.raises(AttributeError):
        setattr(value, field, getattr(value, field))


def test_who_did_nothing_brings_no_course_along() -> None:
    """A guest who was only welcomed has begun none; one who wrote a line has."""
    owner = replace(HELD, learner=replace(HELD.learner, course="other"))
    guest = Record(replace(LEARNER, id=2, course="own-work"))
    assert waiting(joined(owner, guest, "web", NOON).learner) == {}
    wrote = guest.after(Wrote(line(1, "one")))
    assert [*waiting(joined(owner, wrote, "web", NOON).learner)] == ["own-work"]
