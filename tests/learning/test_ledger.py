"""The ten people as values: what moves a row, what the record becomes by it, and what takes it back."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.record import ALL, Reads, Record
from bot.record.facts import Fact, LinesErased, PersonErased, PersonKept
from bot.record.people import LONGEST_ALIAS, LONGEST_ENTRY, MOST_PEOPLE, Person, next_number
from bot.record.undoing import undo_of
from tests.learning.records import LEARNER, NOON

TODAY, LATER = date(2026, 11, 25), date(2026, 12, 1)
HAIR, SHIRT = Person(1, "미용실 원장님"), Person(4, "셔츠 손님", "다림질")


def test_a_message_keeps_what_was_promised_for_later() -> None:
    """What was promised for that day or before is done by it."""
    promised = HAIR.promised(LATER, "견본")
    assert (promised.next_on, promised.next_step) == (LATER, "견본")
    assert promised.sent(TODAY) == replace(promised, sent_on=TODAY)
    assert promised.sent(LATER, "안녕하세요") == replace(HAIR, sent_on=LATER, said="안녕하세요")
    assert promised.sent(TODAY, "안녕하세요").sent(TODAY).said == "안녕하세요"
    assert promised.promised(TODAY).next_step == "견본"


def test_after_a_no_nothing_comes_next() -> None:
    """What was sent stays."""
    row = HAIR.sent(TODAY).promised(LATER, "견본").refused(LATER, "거절")
    assert row == replace(HAIR, sent_on=TODAY, answer="거절", answered_on=LATER)


def test_numbers_tell_rows_apart() -> None:
    """A new one is beyond all that are there."""
    assert [next_number(()), next_number([HAIR]), next_number([SHIRT, HAIR])] == [1, 2, 5]
    assert (MOST_PEOPLE, LONGEST_ALIAS, LONGEST_ENTRY) == (30, 40, 200)


@pytest.mark.parametrize(
    ("facts", "left", "before"),
    [
        ([PersonKept(SHIRT)], [HAIR, SHIRT], ((4, None),)),
        ([PersonKept(HAIR.sent(TODAY))], [HAIR.sent(TODAY)], ((1, HAIR),)),
        ([PersonErased(1)], [], ((1, HAIR),)),
        ([PersonErased(1), PersonKept(SHIRT)], [SHIRT], ((1, HAIR), (4, None))),
        ([PersonKept(Person(0, "이웃"))], [Person(0, "이웃"), HAIR], ((0, None),)),
        ([PersonKept(HAIR)], [HAIR], None),
    ],
)
def test_what_the_record_becomes_and_what_takes_it_back(
    facts: list[Fact], left: list[Person], before: tuple[tuple[int, Person | None], ...] | None
) -> None:
    """Rows by number; what has not changed is no change."""
    start = Record(LEARNER, ledger=(HAIR,))
    end = start
    for fact in facts:
        end = end.after(fact)
    assert list(end.people()) == left
    undo = undo_of(start, end, [(LEARNER.id, fact) for fact in facts], NOON)
    assert (undo.people if undo else None) == before


def test_what_is_erased_for_good_cannot_be_taken_back() -> None:
    """Nothing holds what stood there."""
    start = Record(LEARNER, ledger=(HAIR,))
    facts: list[Fact] = [LinesErased("26-ten-names", NOON), PersonErased(1)]
    assert undo_of(start, Record(LEARNER), [(LEARNER.id, fact) for fact in facts], NOON) is None


def test_the_ledger_is_read_with_the_plan() -> None:
    """Without it nobody decides by an empty list."""
    assert Record(LEARNER, reads=Reads.PLAN).people() == ()
    assert Reads.PLAN in ALL
    with pytest.raises(LookupError, match="PLAN"):
        Record(LEARNER, reads=Reads.STUDY).people()
