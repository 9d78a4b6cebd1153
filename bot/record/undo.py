"""What takes a change back: found by comparing a record before and after a turn. Pure."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.record import Record
from bot.record.facts import Answered, Fact, Scheduled, Wrote
from bot.record.learner import UNDOABLE, Undo


def undo_of(start: Record, end: Record, facts: Sequence[tuple[int, Fact]], now: datetime) -> Undo | None:
    """What takes the turn's change back. Where it has changed nothing it is the last turn's, and nothing once used.

    `facts` are the turn's, each with the id of the learner it is about; `now` is in UTC.
    """
    before, after = start.learner, end.learner
    if before.undo is not after.undo:
        return after.undo
    mine = [fact for id_, fact in facts if id_ == before.id]
    line = next((fact.line for fact in mine if isinstance(fact, Wrote)), None)
    quiz = next((fact.quiz for fact in mine if isinstance(fact, Answered)), "")
    changed = any(getattr(before, name) != getattr(after, name) for name in UNDOABLE)
    if not (changed or line or quiz):
        return before.undo
    thought = next((fact.card.thought for fact in mine if isinstance(fact, Scheduled)), quiz)
    settings = replace(before, screen=None, undo=None) if changed else None
    return Undo(now, settings, line, quiz, start.histories.get(quiz), start.cards.get(thought), thought)
