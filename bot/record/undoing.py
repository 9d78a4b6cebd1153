"""What takes a turn's change back. Pure."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.record import Record
from bot.record.facts import Answered, Fact, FinishTakenBack, LinesErased, LineTakenBack, Scheduled, Wrote
from bot.record.learner import UNDO_HOLDS, UNDOABLE, Undo
from bot.record.links import Joined, Parted
from bot.record.people import Person


def undo_of(start: Record, end: Record, facts: Sequence[tuple[int, Fact]], now: datetime) -> Undo | None:
    """What takes the turn's change back. Where it has changed nothing it is the last turn's, as long as that holds. Of
    one that was used it is what brings the change again: a line, rows of the ten people, settings.

    `facts` are the turn's, each with the id of the learner it is about; `now` is in UTC.
    """
    if linking := next((fact for _, fact in facts if isinstance(fact, Joined | Parted)), None):
        return Undo(now, joined=True) if isinstance(linking, Joined) else None
    before, after = start.learner, end.learner
    mine = [fact for id_, fact in facts if id_ == before.id]
    if any(isinstance(fact, LinesErased) for fact in mine):
        return None  # for good: nothing may hold what stood there
    line = next((fact.line for fact in mine if isinstance(fact, Wrote)), None)
    erased = () if line else tuple(fact.line for fact in mine if isinstance(fact, LineTakenBack))
    last = after.undo if after.undo and now - after.undo.at <= UNDO_HOLDS else None
    used = before.undo is not None and after.undo is None
    again = used and before.undo is not None and not before.undo.again
    if start is end or (before.undo is not after.undo and not (line or erased or used)):
        return last
    quiz = next((fact.quiz for fact in mine if isinstance(fact, Answered)), "")
    changed = any(getattr(before, name) != getattr(after, name) for name in UNDOABLE)
    people = _rows_before(start, end)
    if not (changed or line or quiz or people or erased):
        return last
    thought = next((fact.card.thought for fact in mine if isinstance(fact, Scheduled)), quiz)
    settings = replace(before, screen=None, undo=None, drafts="") if changed else None
    unmade = next(((one.part, start.finished[one.part]) for one in mine if isinstance(one, FinishTakenBack)), None)
    history, card = start.histories.get(quiz), start.cards.get(thought)
    return Undo(now, settings, line, quiz, history, card, people, thought, erased, unmade, again)


def _rows_before(start: Record, end: Record) -> tuple[tuple[int, Person | None], ...]:
    """The rows of the ten people that the turn has changed, as they were."""
    if start.ledger is end.ledger:
        return ()
    were, are = ({one.number: one for one in record.ledger} for record in (start, end))
    return tuple((number, were.get(number)) for number in {**were, **are} if were.get(number) != are.get(number))
