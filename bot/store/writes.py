"""What turns have done, written down table by table: one statement a table, however many learners.

`WRITES` lists the statements in the order they run in; a new kind of fact is a case in `_rows`, or in one of those it
calls.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Message
from bot.record.elsewhere import of_line
from bot.record.facts import (
    Answered,
    AnswerTakenBack,
    CodeIssued,
    Fact,
    Finished,
    FinishTakenBack,
    Left,
    LinesErased,
    LineTakenBack,
    PersonErased,
    PersonKept,
    Prechecked,
    Reached,
    Reminded,
    Reported,
    Scheduled,
    Shown,
    Wrote,
)
from bot.record.inquiries import Inquired, InquiryTold
from bot.record.learner import Learner, Undo
from bot.record.links import Joined, Joint, Parted, Told, Unlinked
from bot.store import history, joining
from bot.store.dialect import insert_missing, insert_or_replace
from bot.store.keyring import Hashed, Purpose, keyring_of, place_of
from bot.store.tables import (
    addresses,
    answers,
    cards,
    days,
    deliveries,
    finished,
    inquiries,
    learners,
    lines,
    links,
    people,
    prechecks,
    reports,
    sent,
)

Written = dict[str, list[dict[str, Any]]]
"""Rows by the name of the statement that writes them."""

SETTINGS = Learner.__struct_fields__[1:]  # all of a learner but the id

_THERE = (addresses.c.channel == bindparam("at_channel")) & (addresses.c.id == bindparam("at_id"))
_LEARNER = learners.c.id == bindparam("learner")
_PART = (
    (finished.c.learner_id == bindparam("of_learner"))
    & (finished.c.course == bindparam("of_course"))
    & (finished.c.lesson == bindparam("of_part"))
)
_LINE = (
    (lines.c.learner_id == bindparam("of_learner"))
    & (lines.c.course == bindparam("of_course"))
    & (lines.c.lesson == bindparam("of_lesson"))
    & (lines.c.at == bindparam("written_at"))
)

_LINES = (
    (lines.c.learner_id == bindparam("of_learner"))
    & (lines.c.course == bindparam("of_course"))
    & (lines.c.lesson == bindparam("of_lesson"))
    & (lines.c.at <= bindparam("erased_at"))
)

_PERSON = (
    (people.c.learner_id == bindparam("of_learner"))
    & (people.c.course == bindparam("of_course"))
    & (people.c.number == bindparam("of_number"))
)

_ANSWER = (
    (answers.c.learner_id == bindparam("of_learner"))
    & (answers.c.course == bindparam("of_course"))
    & (answers.c.quiz == bindparam("of_quiz"))
    & (answers.c.at == bindparam("given_at"))
)
_CARD = (
    (cards.c.learner_id == bindparam("of_learner"))
    & (cards.c.course == bindparam("of_course"))
    & (cards.c.thought == bindparam("of_thought"))
)

_INQUIRY = inquiries.c.code == bindparam("of_code")

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
    "finishes taken back": lambda _: delete(finished).where(_PART),
    "history erased": history.erasing,
    "lines erased": lambda _: delete(lines).where(_LINES),
    "people": lambda dialect: insert_or_replace(dialect, people),
    "people erased": lambda _: delete(people).where(_PERSON),
    "reports": lambda _: insert(reports).inline(),
    "inquiries": lambda _: insert(inquiries).inline(),
    "inquiries told": lambda _: update(inquiries).where(_INQUIRY).values(told_at=bindparam("at_moment")),
    "links": lambda dialect: insert_or_replace(dialect, links),
    "addresses unlinked": lambda _: delete(addresses).where(_THERE),
    "addresses told": lambda _: update(addresses).where(_THERE).values(untold=""),
    "addresses reached": lambda _: update(addresses).where(_THERE).values(reachable=bindparam("arrives")),
    "sent": lambda dialect: insert_or_replace(dialect, sent),
    "history": lambda _: history.ADDING,
    "history outgrown": lambda _: history.OUTGROWN,
    "learners": lambda _: update(learners).where(_LEARNER),  # whatever columns its rows have
    "learners left": lambda _: delete(learners).where(_LEARNER | learners.c.id.in_(joining.of(bindparam("learner")))),
}
"""How each kind of row is written; what refers to another stands before it is erased."""
MANY: Mapping[str, Callable[..., Awaitable[None]]] = {"joined": joining.join, "parted": joining.part}
"""What takes many statements, and comes once in the life of a learner."""


def rows_of(facts: Iterable[tuple[int, Fact]], course: str = "") -> Written:
    """The rows that facts about learners in a course come to, but for the learners' own, of which the last counts."""
    written: Written = defaultdict(list)
    for learner_id, fact in facts:
        whose = {"learner_id": learner_id, "course": course}
        for name, row in _rows(whose, fact):
            written[name].append(row)
    return written


def _rows(whose: Mapping[str, Any], fact: Fact) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a fact, each with the name of its statement; `whose` are the columns that say whose it is."""
    learner = {"learner_id": whose["learner_id"]}
    match fact:
        case Answered(quiz, answer, right, counted, rating, day, at, recall):
            kept = {"quiz": quiz, "day": day, "at": at, "answer": answer, "right": right}
            yield "answers", {**whose, **kept, "rating": rating, "counted": counted, "recall": recall}
            yield "days", {**learner, "day": day}
        case Scheduled(card):
            yield "cards", {**whose, **msgspec.structs.asdict(card)}
        case Finished(part, day, at):
            yield "finished", {**whose, "lesson": part, "day": day, "at": at}
            yield "days", {**learner, "day": day}
        case Prechecked(quiz, round_, right, day):
            yield "prechecks", {**whose, "quiz": quiz, "round": round_, "right": right}
            yield "days", {**learner, "day": day}
        case Wrote(line):
            lesson, course = of_line(line.lesson)
            stands = {**whose, "course": course or whose["course"]}
            yield "lines", {**stands, "lesson": lesson, "box": line.box, "text": line.text, "at": line.at}
        case PersonKept(person):
            yield "people", {**whose, **msgspec.structs.asdict(person)}
        case Reported(quiz, note, at):
            yield "reports", {**whose, "quiz": quiz, "note": note, "at": at}
        case FinishTakenBack() | LineTakenBack() | LinesErased() | AnswerTakenBack() | PersonErased():
            yield from _rows_taken_back(whose, fact)
        case _:
            yield from _rows_of_learner(whose["learner_id"], fact)


def _rows_taken_back(
    whose: Mapping[str, Any],
    fact: FinishTakenBack | LineTakenBack | LinesErased | AnswerTakenBack | PersonErased,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What tells the rows that are to go."""
    of = {"of_learner": whose["learner_id"], "of_course": whose["course"]}
    match fact:
        case FinishTakenBack(part):
            yield "finishes taken back", {**of, "of_part": part}
        case LineTakenBack(line):
            lesson, course = of_line(line.lesson)
            stood = {**of, "of_course": course or whose["course"]}
            yield "lines taken back", {**stood, "of_lesson": lesson, "written_at": line.at}
        case LinesErased(part, at):
            erased = {**of, "of_lesson": part, "erased_at": at}
            yield "history erased", erased
            yield "lines erased", erased
        case PersonErased(number):
            yield "people erased", {**of, "of_number": number}
        case AnswerTakenBack(quiz, at, _, thought, card):
            yield "answers taken back", {**of, "of_quiz": quiz, "given_at": at}
            if card:
                yield "cards", {**whose, **msgspec.structs.asdict(card)}
            else:
                yield "cards taken back", {**of, "of_thought": thought}


def _rows_of_learner(learner_id: int, fact: Fact) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of what belongs to no course."""
    match fact:
        case Inquired(code, text, at):
            yield "inquiries", {"learner_id": learner_id, "code": code, "text": text, "at": at}
        case InquiryTold(code, at):
            yield "inquiries told", {"of_code": code, "at_moment": at}
        case CodeIssued(digest, expires):
            yield "links", {"learner_id": learner_id, "code": Hashed(Purpose.CODE, (digest,)), "expires": expires}
        case Joined(address, owner_id, at):
            there = {"channel": address.channel, "address": place_of(address)}
            yield "joined", {**there, "guest": learner_id, "owner": owner_id, "at": at}
        case Parted(guest_id, since):
            yield "parted", {"guest": guest_id, "owner": learner_id, "since": since}
        case Unlinked(address):
            yield "addresses unlinked", {"at_channel": address.channel, "at_id": place_of(address)}
        case Told(address):
            yield "addresses told", {"at_channel": address.channel, "at_id": place_of(address)}
        case Left():
            yield "learners left", {"learner": learner_id}
        case Reached(address, reachable):
            there = {"at_channel": address.channel, "at_id": place_of(address)}
            yield "addresses reached", {**there, "arrives": reachable}
        case Reminded(reminder):
            yield "sent", msgspec.structs.asdict(reminder)
        case Shown():
            yield from history.rows(fact)
        # of Changed the learner as they are at the end is written once: see `learner_rows`


def learner_rows(changed: Iterable[Learner], values: Collection[str] = SETTINGS) -> list[dict[str, Any]]:
    """Learners as the statement "learners" writes them: of each the same values, named as in `Learner`."""
    names = [name for name in SETTINGS if name in values]
    return [{"learner": learner.id, **{name: _kept(getattr(learner, name)) for name in names}} for learner in changed]


_MESSAGE = [field.name for field in fields(Message) if field.name not in {"marked", "secret"}]


def _kept(value: object) -> object:
    """A value of a learner as its column holds it."""
    if isinstance(value, Message):  # its words once, with their marks: they are parted again when it is read
        shown = {name: getattr(value, name) for name in _MESSAGE} | {"bubbles": value.marked or value.bubbles}
        return msgspec.json.encode(shown).decode()
    return msgspec.json.encode(value).decode() if isinstance(value, Undo | Joint) else value


def delivery_row(channel: str, key: str, now: datetime) -> dict[str, Any]:
    """A delivery that was heard, as the statement "deliveries" writes it."""
    return {"channel": channel, "key": Hashed(Purpose.DELIVERY, (key,)), "at": now}


async def write(connection: AsyncConnection, written: Written) -> None:
    """Run the statements that have rows. Who becomes one with another, or parts, does so before all else."""
    for name, many in MANY.items():
        for row in _hashed(connection, written.get(name, ())):
            await many(connection, **row)
    for name in WRITES:
        if rows := written.get(name):
            await connection.execute(_statement(name, connection.dialect.name), _hashed(connection, rows))


def _hashed(connection: AsyncConnection, rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Rows as their tables hold them."""
    hashed = any(Hashed in map(type, row.values()) for row in rows)
    return list(map(keyring_of(connection).kept, rows)) if hashed else rows


@cache
def _statement(name: str, dialect: str) -> Any:
    return WRITES[name](dialect)
