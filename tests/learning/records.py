"""What is known about one learner, made by hand."""

from datetime import UTC, datetime, timedelta

from bot.learning.standing import History
from bot.message import Address
from bot.record import Home, Record
from bot.record.facts import Outcome, Reminder
from bot.record.learner import Learner, Line
from tests.learning.small_course import ago, card

NOON = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # of TODAY in Seoul
TELEGRAM, KAKAO, WEB = Address("telegram", "7"), Address("kakao", "k"), Address("web", "w")
LEARNER = Learner(1, NOON - timedelta(days=30))
EMPTY = Record(LEARNER)


def reminder(
    days_ago: int, kind: str = "lesson", outcome: Outcome = Outcome.SENT, *, opened: str = "", wording: str = ""
) -> Reminder:
    """One due at noon so many days ago."""
    due = NOON - timedelta(days=days_ago)
    return Reminder(1, ago(days_ago), kind, "telegram", "", due, due, outcome=outcome, opened=opened, wording=wording)


def line(box: int, lesson: str, text: str = "") -> Line:
    return Line(box, lesson, text, NOON)


RIGHT, BEFORE = History(ago(1), 1, 1, 1, 1), History(ago(9), 2, 1, 1, 1)
BOTH = ("one.1", "one.2")
HELD = Record(
    LEARNER,
    homes=(Home(TELEGRAM), Home(KAKAO)),
    finished={"one": ago(3)},
    histories={"one.1": RIGHT},
    cards={"one.1": card("one.1")},
    days=frozenset({ago(3)}),
    prechecks={("five.1", 0): False},
    written=(line(1, "one", "before"),),
    reminders=(reminder(1), reminder(2)),
)
