"""A record from the rows that are read of it: one JSON array a table. Pure.

The order of the columns is that of `COLUMNS`, where a row becomes one value; else that of the decoder.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, Protocol

import msgspec

from bot.learning.memory import Card
from bot.learning.standing import History
from bot.record import Home, Reads, Record
from bot.record.facts import Reminder
from bot.record.inquiries import Inquiry
from bot.record.learner import Learner, Line
from bot.record.people import Person

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "learner": Learner.__struct_fields__,
    "cards": Card.__struct_fields__,
    "lines": Line.__struct_fields__,
    "people": Person.__struct_fields__,
    "sent": Reminder.__struct_fields__,
    "inquiries": Inquiry.__struct_fields__,
}

_learner = msgspec.json.Decoder(Learner, strict=False).decode  # SQLite knows no booleans
homes_in = msgspec.json.Decoder(list[tuple[str, str, str, bool | int, str]]).decode
_finished = msgspec.json.Decoder(list[tuple[str, date]]).decode
_answered = msgspec.json.Decoder(list[tuple[str, date, bool]], strict=False).decode
_cards = msgspec.json.Decoder(list[Card], strict=False).decode  # exact numbers come as text
_days = msgspec.json.Decoder(list[tuple[date]]).decode
_prechecks = msgspec.json.Decoder(list[tuple[str, int, bool | int]]).decode
_lines = msgspec.json.Decoder(list[Line]).decode
_people = msgspec.json.Decoder(tuple[Person, ...]).decode
_inquiries = msgspec.json.Decoder(tuple[Inquiry, ...]).decode
_sent = msgspec.json.Decoder(list[Reminder]).decode


class Rows(Protocol):
    """What is read of a learner, each a JSON array as text; None for no rows, and for what was not asked for."""

    reads: int
    learner: str | None
    homes: str
    finished: str | None
    answered: str | None  # in the order of the answers
    cards: str | None
    days: str | None
    prechecks: str | None
    lines: str | None
    sent: str | None
    people: str | None
    inquiries: str | None


def record_of(rows: Rows, homes: tuple[Home, ...]) -> Record | None:
    """The record that rows hold, with the addresses of the learner; None where they hold no learner."""
    if rows.learner is None:
        return None
    known = sorted(_cards(rows.cards or "[]"), key=attrgetter("due", "thought"))
    return Record(
        _learner(rows.learner),
        homes,
        Reads(rows.reads),
        dict(_finished(rows.finished or "[]")),
        histories_of(_answered(rows.answered)) if rows.answered else {},
        {card.thought: card for card in known},
        frozenset(day for (day,) in _days(rows.days or "[]")),
        {(quiz, round_): bool(right) for quiz, round_, right in _prechecks(rows.prechecks or "[]")},
        _lines(rows.lines or "[]"),
        _sent(rows.sent or "[]"),
        _people(rows.people or "[]"),
        _inquiries(rows.inquiries or "[]"),
    )


def histories_of(answers: Iterable[tuple[str, date, bool]]) -> dict[str, History]:
    """How each question was answered, in the order of first answers: `History.again` for each, in the time of one."""
    sums: dict[str, list[Any]] = {}
    for seen, (quiz, day, right) in enumerate(answers, 1):
        one = sums.get(quiz)
        if one is None:
            sums[quiz] = [day, 1, int(right), 1, seen, right]
            continue
        if day != one[0]:
            one[0], one[1], one[2] = day, 0, 0
        one[1] += 1
        one[2] += right
        one[3] += 1
        one[4] = seen
    return {quiz: History(*one) for quiz, one in sums.items()}
