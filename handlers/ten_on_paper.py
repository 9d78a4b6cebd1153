"""The ten people as rows of a document: who, why, each state with its day, what was said, what is next."""

from collections.abc import Sequence
from datetime import date

from bot.conversation import Turn
from bot.korean.list_of_people import people_in, without_masks
from bot.korean.spoken import dated
from bot.plan.documents import ROWS, Person
from bot.record.people import Person as Somebody


def people_of(text: str) -> tuple[Person, ...]:
    """The ten as they stand in a line: one a row, no word left out; behind them rows to be filled by hand."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    return _to_fill(_listed(text) or [one for row in rows for one in _listed(row) or [Person(why=row)]])


def _listed(text: str) -> list[Person]:
    """Whoever a text lists; nobody where a word of it would be left out."""
    found = people_in(text)
    told = "".join(alias + why for alias, why in found)
    whole = sum(map(str.isalpha, told)) == sum(map(str.isalpha, without_masks(text)))
    return [Person(alias, why) for alias, why in found] if whole else []


def rows_of(turn: Turn) -> tuple[Person, ...]:
    """The rows of the ledger as they stand, and rows to be filled by hand behind them; none while it is empty."""
    kept = turn.record.people()
    rows = [Person(one.alias, one.why, _state(turn, one), _said(turn, one), _next(one)) for one in kept]
    return _to_fill(rows) if rows else ()


def _state(turn: Turn, one: Somebody) -> str:
    """Whether they were written to and have answered, each with its own day; "" for a row to be filled by hand."""
    answered = "refused" if one.answer.startswith(turn.say("person-refused")) else "answered"
    states = (("sent", one.sent_on, bool(one.sent_on)), (answered, one.answered_on, bool(one.answer)))
    return "\n".join(f"{turn.say(f'document-{name}')} {_day(on)}".rstrip() for name, on, so in states if so)


def _said(turn: Turn, one: Somebody) -> str:
    """What was said to them, and what came back."""
    answer = one.answer.removeprefix(turn.say("person-refused")).lstrip(": ")  # that it is a no, its state tells
    told = (("mine", one.said), ("theirs", answer))
    return "\n".join(turn.say(f"document-{whose}", text=text) for whose, text in told if text)


def _next(one: Somebody) -> str:
    return f"{_day(one.next_on)} {one.next_step}".strip()


def _day(day: date | None) -> str:
    return dated(day) if day else ""


def _to_fill(told: Sequence[Person]) -> tuple[Person, ...]:
    return (*told, *(Person(),) * (ROWS - len(told)))
