"""What turns have done, written down table by table: one statement a table, however many learners.

`WRITES` lists the statements in the order they run in; a new kind of fact is a case in `_rows`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.record.facts import (
    Answered,
    AnswerTakenBack,
    Changed,
    CodeIssued,
    Fact,
    Finished,
    Joined,
    Left,
    LineTakenBack,
    Prechecked,
    Reached,
    Reminded,
    Reported,
    Scheduled,
    Wrote,
)
from bot.record.learner import Learner
from bot.store.dialect import insert_missing, insert_or_replace
from bot.store.tables import (
    addresses,
    answers,
    cards,
    days,
    deliveries,
    finished,
    learners,
    lines,
    links,
    prechecks,
    reports,
    sent,
)

Written = dict[str, list[dict[str, Any]]]
"""Rows by the name of the statement that writes them."""

_THERE = (addresses.c.channel == bindparam("at_channel")) & (addresses.c.id == bindparam("at_id"))
_LEARNER = learners.c.id == bindparam("learner")
_LINE = (
    (lines.c.learner_id == bindparam("of_learner"))
    & (lines.c.lesson == bindparam("of_lesson"))
    & (lines.c.at == bindparam("written_at"))
)
_ANSWER = (
    (answers.c.learner_id == bindparam("of_learner"))
    & (answers.c.quiz == bindparam("of_quiz"))
    & (answers.c.at == bindparam("given_at"))
)
_CARD = (cards.c.learner_id == bindparam("of_learner")) & (cards.c.thought == bindparam("of_thought"))
_SETTINGS = [column.name for column in learners.c if not column.primary_key]

WRITES: Mapping[str, Callable[[str], Any]] = {
    "deliveries": lambda dialect: insert_missing(dialect, deliveries),
    "answers": lambda _: insert(answers).inline(),
    "cards": lambda dialect: insert_or_replace(dialect, cards),
    "finished": lambda dialect: insert_missing(dialect, finished),
    "days": lambda dialect: insert_missing(dialect, days),
    "lines": lambda _: insert(lines).inline(),
    "prechecks": lambda dialect: insert_missing(dialect, prechecks),
    "answers taken back": lambda _: delete(answers).where(_ANSWER),
    "cards taken back": lambda _: delete(cards).where(_CARD),
    "lines taken back": lambda _: delete(lines).where(_LINE),
    "reports": lambda _: insert(reports).inline(),
    "links": lambda dialect: insert_or_replace(dialect, links),
    "codes used": lambda _: delete(links).where(links.c.learner_id == bindparam("learner")),
    "addresses joined": lambda _: update(addresses).where(_THERE).values(learner_id=bindparam("owner")),
    "addresses reached": lambda _: update(addresses).where(_THERE).values(reachable=bindparam("arrives")),
    "sent": lambda dialect: insert_or_replace(dialect, sent),
    "learners": lambda _: update(learners).where(_LEARNER).values({name: bindparam(name) for name in _SETTINGS}),
    "learners left": lambda _: delete(learners).where(_LEARNER),
}
"""How each kind of row is written; what refers to another stands before it is erased."""


def rows_of(facts: Iterable[tuple[int, Fact]]) -> Written:
    """The rows that facts about learners come to, but for the learners' own: of those only the last counts."""
    written: Written = defaultdict(list)
    for learner_id, fact in facts:
        for name, row in _rows(learner_id, fact):
            written[name].append(row)
    return written


def _rows(learner_id: int, fact: Fact) -> Iterator[tuple[str, dict[str, Any]]]:
    match fact:
        case Answered(quiz, answer, right, counted, rating, day, at):
            kept = {"quiz": quiz, "day": day, "at": at, "answer": answer, "right": right}
            yield "answers", {"learner_id": learner_id, **kept, "rating": rating, "counted": counted}
            yield "days", {"learner_id": learner_id, "day": day}
        case Scheduled(card):
            yield "cards", {"learner_id": learner_id, **msgspec.structs.asdict(card)}
        case Finished(part, day, at):
            yield "finished", {"learner_id": learner_id, "lesson": part, "day": day, "at": at}
            yield "days", {"learner_id": learner_id, "day": day}
        case Wrote(line):
            row = {"lesson": line.lesson, "box": line.box, "text": line.text, "at": line.at}
            yield "lines", {"learner_id": learner_id, **row}
        case LineTakenBack(line):
            yield "lines taken back", {"of_learner": learner_id, "of_lesson": line.lesson, "written_at": line.at}
        case AnswerTakenBack():
            yield from _answer_taken_back(learner_id, fact)
        case Prechecked(quiz, round_, right, day):
            yield "prechecks", {"learner_id": learner_id, "quiz": quiz, "round": round_, "right": right}
            yield "days", {"learner_id": learner_id, "day": day}
        case Reported(quiz, note, at):
            yield "reports", {"learner_id": learner_id, "quiz": quiz, "note": note, "at": at}
        case CodeIssued(digest, expires):
            yield "links", {"learner_id": learner_id, "code": digest, "expires": expires}
        case Joined(address, owner_id):
            yield "addresses joined", {"at_channel": address.channel, "at_id": address.id, "owner": owner_id}
            yield "codes used", {"learner": owner_id}
            yield "learners left", {"learner": learner_id}
        case Left():
            yield "learners left", {"learner": learner_id}
        case Reached(address, reachable):
            yield "addresses reached", {"at_channel": address.channel, "at_id": address.id, "arrives": reachable}
        case Reminded(reminder):
            yield "sent", msgspec.structs.asdict(reminder)
        case Changed():
            pass  # the learner as they are at the end is written once: see `learner_row`


def _answer_taken_back(learner_id: int, fact: AnswerTakenBack) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "answers taken back", {"of_learner": learner_id, "of_quiz": fact.quiz, "given_at": fact.at}
    if fact.card:
        yield "cards", {"learner_id": learner_id, **msgspec.structs.asdict(fact.card)}
    else:
        yield "cards taken back", {"of_learner": learner_id, "of_thought": fact.thought}


def learner_row(learner: Learner) -> dict[str, Any]:
    """A learner as the statement "learners" writes them."""
    row = {name: getattr(learner, name) for name in _SETTINGS}
    for name, value in (("screen", learner.screen), ("undo", learner.undo)):
        row[name] = msgspec.json.encode(value).decode() if value else None
    return {"learner": learner.id, **row}


def delivery_row(channel: str, key: str, now: datetime) -> dict[str, Any]:
    """A delivery that was heard, as the statement "deliveries" writes it."""
    return {"channel": channel, "key": key, "at": now}


async def write(connection: AsyncConnection, written: Written) -> None:
    """Run the statements that have rows."""
    for name in WRITES:
        if rows := written.get(name):
            await connection.execute(_statement(name, connection.dialect.name), rows)


@cache
def _statement(name: str, dialect: str) -> Any:
    return WRITES[name](dialect)
