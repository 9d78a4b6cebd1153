"""What a turn reads from a record."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.learning.standing import Standing
from bot.message import Address
from bot.record import ALL, NOWHERE, REMEMBERED, SHOWN, Asked, Found, Home, Reads, Record
from bot.record.facts import Outcome, Reminder
from tests.learning.records import EMPTY, HELD, KAKAO, LEARNER, NOON, TELEGRAM, WEB, line, reminder
from tests.learning.small_course import TODAY, ago, card


@pytest.mark.parametrize(
    ("first", "day", "paused"),
    [
        (None, TODAY, False),
        (ago(1), TODAY, True),
        (TODAY, TODAY, True),  # from its first day on
        (ago(-1), TODAY, False),
    ],
)
def test_where_a_learner_stands(first: date | None, day: date, *, paused: bool) -> None:
    """All that was learnt, on one day; a pause that has not been ended holds."""
    record = replace(HELD, learner=replace(LEARNER, paused_from=first))
    assert record.standing(day) == Standing(
        day, record.finished, record.histories, (card("one.1"),), record.days, paused=paused
    )


def test_the_plan_has_the_newest_line_of_each_part() -> None:
    """In the order of boxes; two parts of one box by their names."""
    written = (line(2, "two", "a"), line(1, "three", "b"), line(2, "two", "c"), line(1, "one", "d"))
    found = Record(LEARNER, written=written).lines()
    assert found == [line(1, "one", "d"), line(1, "three", "b"), line(2, "two", "c")]


def test_the_reminders_a_learner_is_shown() -> None:
    """SHOWN is 5: those due last, the latest in front, in whatever order they are kept."""
    kept = [reminder(days) for days in (3, 0, 5, 1, 6, 2, 4)]
    assert list(Record(LEARNER, reminders=kept).latest()) == [reminder(days) for days in range(5)]
    assert (SHOWN, REMEMBERED) == (5, 60)


def test_the_five_questions() -> None:
    """As they were answered."""
    assert HELD.prechecked() == {("five.1", 0): False}


@pytest.mark.parametrize(
    ("reminders", "steps", "heard", "unanswered"),
    [
        ([], [], None, []),
        ([reminder(2), reminder(1)], [], None, [2, 1]),
        ([reminder(2), reminder(1)], [2], None, [1]),  # a step on its own study day answers it
        ([reminder(2), reminder(1)], [3], None, [2, 1]),
        ([reminder(2), reminder(1)], [3, 1], None, []),  # the last step counts
        ([reminder(2), reminder(1)], [], timedelta(days=-2), [1]),  # heard at the very moment
        ([reminder(2), reminder(1)], [], timedelta(days=-2, seconds=-1), [2, 1]),
        ([reminder(2), reminder(1)], [], timedelta(days=-1, hours=1), []),  # any word answers, even 나중에
        ([reminder(2), reminder(1)], [3], timedelta(days=-2), [1]),
        ([reminder(2, outcome=Outcome.UNKNOWN), reminder(1, outcome=Outcome.SKIPPED)], [], None, []),
        ([reminder(2, "follow-30"), reminder(1, "again 24 23:30")], [], None, []),  # no daily lessons
        ([reminder(1, "lesson"), reminder(1, "lesson 2")], [], None, [1]),  # two of one day are one day
    ],
)
def test_lessons_left_unanswered(
    reminders: Sequence[Reminder], steps: Sequence[int], heard: timedelta | None, unanswered: Sequence[int]
) -> None:
    """Daily lessons that arrived after the last step and the last word; in days ago."""
    learner = replace(LEARNER, heard_at=NOON + heard if heard is not None else None)
    record = Record(learner, days=frozenset(ago(days) for days in steps), reminders=reminders)
    assert list(record.unanswered()) == [ago(days) for days in unanswered]


def test_what_an_unanswered_lesson_opened() -> None:
    """Of two on one day the one with the later kind, in whatever order they are kept."""
    two = [reminder(1, "lesson 2", opened="ask"), reminder(1, "lesson", opened="review")]
    assert Record(LEARNER, reminders=two).unanswered() == {ago(1): "ask"}
    assert Record(LEARNER, reminders=two[::-1]).unanswered() == {ago(1): "ask"}


def test_when_each_wording_came_last() -> None:
    """Its latest day, in whatever order; a message without a wording wears none."""
    kept = [
        reminder(2, wording="a"),
        reminder(1, wording="a"),
        reminder(3, wording="a"),
        reminder(0),
        reminder(4, wording="b"),
    ]
    assert Record(LEARNER, reminders=kept).seen() == {"a": ago(1), "b": ago(4)}


@pytest.mark.parametrize(
    ("channels", "homes", "home"),
    [
        (("telegram", "kakao", "web"), (), NOWHERE),
        (("telegram", "kakao", "web"), (Home(KAKAO),), KAKAO),
        (("telegram", "kakao", "web"), (Home(WEB), Home(KAKAO)), KAKAO),
        (("telegram", "kakao", "web"), (Home(WEB), Home(TELEGRAM)), TELEGRAM),
        (("telegram", "kakao", "web"), (Home(TELEGRAM, reachable=False), Home(WEB)), WEB),
        (("telegram", "kakao", "web"), (Home(TELEGRAM, reachable=False),), NOWHERE),
        (("telegram", "web"), (Home(KAKAO), Home(WEB)), WEB),  # KakaoTalk cannot speak first without its keys
        (("telegram",), (Home(KAKAO), Home(WEB)), KAKAO),  # neither can: it waits where they came from
    ],
)
def test_where_reminders_go(channels: tuple[str, ...], homes: tuple[Home, ...], home: Address) -> None:
    """To the first channel that can speak first and reaches them; where none can, they wait at any."""
    record = Record(LEARNER, homes=homes)
    assert record.home(channels) == home
    assert record.reachable(home) is (home != NOWHERE)


def test_nowhere() -> None:
    """No channel has it."""
    assert Address("", "") == NOWHERE


def test_who_cannot_be_reached() -> None:
    """A home that is blocked, and an address that is none of theirs."""
    record = Record(LEARNER, homes=(Home(TELEGRAM, reachable=False), Home(WEB)))
    assert [record.reachable(address) for address in (TELEGRAM, WEB, KAKAO)] == [False, True, False]


@pytest.mark.parametrize(
    ("rhythm", "last", "returning"),
    [
        ("", 3, False),
        ("", 4, True),
        ("daily 08:00", 3, False),
        ("daily 08:00", 4, True),
        ("weekdays 08:00", 5, True),  # TODAY is a Wednesday: Monday and Tuesday, after a Friday
        ("weekdays 08:00", 6, True),
        ("weekends 08:00", 4, False),  # since Saturday, Sunday alone
        ("weekends 08:00", 5, True),
        ("weekly mon,wed,fri 08:00", 5, False),  # Monday alone
        ("weekly mon,wed,fri 08:00", 6, True),
        ("weekly wed 08:00", 7, False),  # and so was the last step
        ("weekly wed 08:00", 14, False),  # one of them
        ("weekly wed 08:00", 15, True),
        ("weekly thu 08:00", 6, False),
    ],
)
def test_a_silence_is_of_days_that_the_rhythm_names(rhythm: str, last: int, *, returning: bool) -> None:
    """`last` is how many days ago the last step was. One lesson left out before days without any is no silence."""
    record = Record(replace(LEARNER, rhythm=rhythm), days=frozenset({ago(last), TODAY}))
    assert record.standing(TODAY).returning is returning


@pytest.mark.parametrize(
    ("reads", "readable"),
    [
        (Reads.NOTHING, ""),
        (Reads.STUDY, "standing prechecked"),
        (Reads.PLAN, "lines"),
        (Reads.RECENT, "latest"),
        (Reads.SENT, "latest reminder unanswered seen"),
        (Reads.SLOT, "reminder"),
        (ALL, "standing prechecked lines latest reminder unanswered seen"),
    ],
)
def test_what_was_not_read_cannot_be_used(reads: Reads, readable: str) -> None:
    """It raises LookupError and says what is missing, so that no turn decides by an empty record."""
    record = Record(LEARNER, reads=reads)
    uses: dict[str, Callable[..., object]] = {
        "standing": lambda: record.standing(TODAY), "prechecked": record.prechecked, "lines": record.lines,
        "latest": record.latest, "reminder": lambda: record.reminder(reminder(1).slot),
        "unanswered": record.unanswered, "seen": record.seen,
    }  # fmt: skip
    for name, use in uses.items():
        if name in readable.split():
            use()
        else:
            with pytest.raises(LookupError, match=r"(STUDY|PLAN|RECENT|SENT|SLOT) of the record was not read"):
                use()


def test_a_record_of_nothing() -> None:
    """What a learner has on the first day, and what is asked for by default."""
    assert Record(LEARNER, (), ALL, {}, {}, {}, frozenset(), {}, (), ()) == EMPTY
    assert Asked() == Asked(None, 0, ALL, "", "", enrols=False, slot=None)
    assert Found(None) == Found(None, again=False, owner=None)
    assert Home(WEB) == Home(WEB, reachable=True)
