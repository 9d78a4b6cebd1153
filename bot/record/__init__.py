"""Everything known about one learner, as one immutable value. Pure.

A turn is given a `Record` and returns facts (bot.record.facts). `record.after(fact)` is what the record becomes, so
that nothing is read twice; bot.store.writes writes the same facts down.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntFlag
from typing import TypeVar
from zlib import crc32

import msgspec
from msgspec.structs import replace

from bot.learning.memory import Card
from bot.learning.standing import History, Standing
from bot.message import Address
from bot.record.elsewhere import of_line
from bot.record.facts import (
    Answered,
    AnswerTakenBack,
    Changed,
    Fact,
    Finished,
    FinishTakenBack,
    LinesErased,
    LineTakenBack,
    Outcome,
    PersonErased,
    PersonKept,
    Prechecked,
    Reached,
    Reminded,
    Reminder,
    Scheduled,
    Slot,
    TookCourse,
    Wrote,
)
from bot.record.homes import NOWHERE, Home, homes_after
from bot.record.inquiries import Inquired, Inquiry, InquiryTold
from bot.record.inquiries import after as inquiries_after
from bot.record.learner import Learner, Line
from bot.record.links import Told, Unlinked
from bot.record.people import Person
from bot.rhythm.past import PAUSE, Span, added

__all__ = ["NOWHERE", "Home"]  # with what stands here
T = TypeVar("T")

LAST = datetime.max.replace(tzinfo=UTC)
AT_EACH_ANSWER = "quiz-"  # how sentences are called that are said several times a day
GIVEN_UP = (Outcome.SKIPPED, Outcome.UNREACHABLE, Outcome.UNSENT)  # what it was to bring has not come
SHOWN = 5  # reminders that a learner is shown
REMEMBERED = 60  # reminders; longer ago no wording is worn and no silence begins


class Reads(IntFlag):
    """What of a record a turn may use; what it does not use is not read. A learner and their addresses always are."""

    NOTHING = 0
    STUDY = 1  # the screen, parts finished, questions answered, cards, days together, prechecks
    PLAN = 2  # the lines of the plan, and the ten people
    RECENT = 4  # the SHOWN newest reminders
    SENT = 8  # the REMEMBERED newest reminders
    SLOT = 16  # the one reminder that is asked for


ALL = Reads.STUDY | Reads.PLAN | Reads.SENT


class Record(msgspec.Struct, frozen=True):
    """One learner. What was not asked for with `reads` raises LookupError when it is used.

    `finished` maps parts to study days, `histories` questions in the order of their first answers, `prechecks` question
    and round to whether it was right. `days` are the study days with a real step, `reminders` the newest first,
    `ledger` the ten people by number, `inquiries` what they asked a person lately.
    """

    learner: Learner
    homes: tuple[Home, ...] = ()
    reads: Reads = ALL
    finished: Mapping[str, date] = msgspec.field(default_factory=dict)
    histories: Mapping[str, History] = msgspec.field(default_factory=dict)
    cards: Mapping[str, Card] = msgspec.field(default_factory=dict)
    days: frozenset[date] = frozenset()
    prechecks: Mapping[tuple[str, int], bool] = msgspec.field(default_factory=dict)
    written: Sequence[Line] = ()
    reminders: Sequence[Reminder] = ()
    ledger: Sequence[Person] = ()
    inquiries: tuple[Inquiry, ...] = ()

    def standing(self, day: date) -> Standing:
        """Where the learner stands on a study day."""
        self._need(Reads.STUDY)
        learner = self.learner
        paused = bool(learner.paused_from and learner.paused_from <= day)
        last = max((one for one in self.days if one < day), default=None)
        return Standing(
            day,
            self.finished,
            self.histories,
            tuple(self.cards.values()),
            self.days,
            paused,
            missed=learner.missed(last, day) if last else 0,
            put_off=learner.put_off,
            ended=learner.ended_at is not None,
            lighter=bool(learner.lighter_until and (learner.lighter_from or day) <= day < learner.lighter_until),
        )

    def lines(self, before: datetime = LAST) -> list[Line]:
        """The plan as it stood at a moment: the newest line of each part, by boxes; none of a slot that was emptied."""
        self._need(Reads.PLAN)
        newest = {line.lesson: line for line in self.written if line.at < before}
        return sorted((line for line in newest.values() if line.text), key=lambda line: (line.box, line.lesson))

    def people(self) -> Sequence[Person]:
        """The ten people, in the order in which they were added."""
        self._need(Reads.PLAN)
        return self.ledger

    def prechecked(self) -> Mapping[tuple[str, int], bool]:
        """The answers to the five questions by name and round: whether each was right."""
        self._need(Reads.STUDY)
        return self.prechecks

    def latest(self) -> Sequence[Reminder]:
        """The reminders that a learner is shown, those due last in front."""
        self._need(Reads.RECENT, Reads.SENT)
        return sorted(self.reminders, key=lambda one: one.due_at, reverse=True)[:SHOWN]

    def reminder(self, slot: Slot) -> Reminder | None:
        """What is kept of a slot."""
        self._need(Reads.SLOT, Reads.SENT)
        return next((one for one in self.reminders if one.of(slot)), None)

    def told(self, news: int) -> bool:
        """Whether a broadcast has come, may have, or is on its way."""
        self._need(Reads.SENT)
        return any(one.news == news and one.outcome not in GIVEN_UP for one in self.reminders)

    def unanswered(self, *, by_words: bool = True) -> dict[date, str]:
        """The daily lessons that came since the last step and, where words are an answer too, the last word: their
        study days, what each opened.
        """
        self._need(Reads.SENT)
        step, word = max(self.days, default=None), self.learner.heard_at if by_words else None
        return {
            one.day: one.opened
            for one in sorted(self.reminders, key=lambda one: one.kind)
            if one.daily and one.outcome == Outcome.SENT and (step is None or one.day > step)
            if word is None or one.due_at > word
        }

    def seen(self, before: date = date.max) -> dict[str, date]:
        """On which study day each wording came last, of those before a day."""
        self._need(Reads.SENT)
        days: defaultdict[str, date] = defaultdict(lambda: date.min)
        for one in self.reminders:
            if one.wording and one.day < before:
                days[one.wording] = max(days[one.wording], one.day)
        return dict(days)

    def wording(self, day: date, key: str, count: int) -> int:
        """Which of so many wordings of a sentence, so that none wears out: they take turns by the days together, in a
        silence by the messages left unanswered too, and around a question by the answers given, those of the first day
        among them; there each day begins elsewhere, else who answers as often as there are wordings would read the same
        ones every day. A sentence of every day that has four wordings comes in each at most four times in two weeks.
        """
        if Reads.STUDY not in self.reads:
            return 0
        before = len(self.days) - (day in self.days)
        if key.startswith(AT_EACH_ANSWER):
            answers = max((mark.seen for mark in self.histories.values()), default=0)
            return (answers + len(self.prechecks) + crc32(bytes(before))) % count
        silent = sum(one < day for one in self.unanswered(by_words=False)) if Reads.SENT in self.reads else 0
        return (before + silent) % count

    def reachable(self, address: Address) -> bool:
        """Whether messages arrive at an address of theirs."""
        return any(home.reachable for home in self.homes if home.address == address)

    def untold(self, address: Address) -> str:
        """The channel on which a record was joined to theirs, as long as that was not told at an address; or ""."""
        return next((home.untold for home in self.homes if home.address == address), "")

    def home(self, channels: Sequence[str]) -> Address:
        """Where reminders go: of the channels that can speak first to the one that was chosen, or the first one where
        messages arrive; else to any of theirs, where they wait.
        """
        within_reach = [home.address for home in self.homes if home.reachable]
        order = sorted(channels, key=lambda channel: channel != self.learner.ring_on)
        best = [there for channel in order for there in within_reach if there.channel == channel]
        return [*best, *within_reach, NOWHERE][0]

    def after(self, fact: Fact) -> "Record":
        """What the record is after a fact."""
        match fact:
            case Changed(values):
                return self._changed(replace(self.learner, **values), elsewhere=isinstance(fact, TookCourse))
            case Answered(quiz, _, right, _, _, day, _):
                seen = 1 + max((mark.seen for mark in self.histories.values()), default=0)
                mark = self.histories.get(quiz, History(day)).again(day, seen, right=right)
                return replace(self, histories={**self.histories, quiz: mark}, days=self.days | {day})
            case Scheduled(card):
                return replace(self, cards={**self.cards, card.thought: card})
            case Finished(part, day):
                return replace(self, finished={part: day, **self.finished}, days=self.days | {day})
            case FinishTakenBack(part):
                return replace(self, finished=_put(self.finished, part, None))
            case Wrote(line):  # one in the plan of a course that was not read is a change with nothing to show
                return replace(self, written=(*self.written, *(() if of_line(line.lesson)[1] else (line,))))
            case LineTakenBack(line):
                return replace(self, written=tuple(one for one in self.written if one != line))
            case LinesErased(part):
                return replace(self, written=tuple(one for one in self.written if one.lesson != part))
            case PersonKept(person):
                return replace(self, ledger=_with(self.ledger, person.number, person))
            case PersonErased(number):
                return replace(self, ledger=_with(self.ledger, number, None))
            case AnswerTakenBack(quiz, _, past, thought, card):
                return replace(self, histories=_put(self.histories, quiz, past), cards=_put(self.cards, thought, card))
            case Prechecked(quiz, round_, right, day):
                prechecks = {(quiz, round_): right, **self.prechecks}
                return replace(self, prechecks=prechecks, days=self.days | {day})
            case Inquired() | InquiryTold():
                return replace(self, inquiries=inquiries_after(self.inquiries, fact))
            case Reached() | Told() | Unlinked():
                return replace(self, homes=homes_after(self.homes, fact))
            case Reminded(reminder):
                others = (one for one in self.reminders if not one.of(reminder.slot))
                return replace(self, reminders=(reminder, *others))
            case _:
                return self  # a report, a code, a farewell: nothing that a turn would read again

    def _changed(self, learner: Learner, *, elsewhere: bool) -> "Record":
        """With the learner as they are now; of the course they are in `elsewhere` nothing was read yet."""
        return Record(learner, self.homes, self.reads, days=self.days) if elsewhere else replace(self, learner=learner)

    def _need(self, *any_of: Reads) -> None:
        for wanted in any_of:  # a generator inside `any` costs three times as much, many times a turn
            if wanted in self.reads:
                return
        raise LookupError(f"{any_of[0].name} of the record was not read; name it in the command's `reads`")


def _put(values: Mapping[str, T], name: str, value: T | None) -> Mapping[str, T]:
    others = {one: kept for one, kept in values.items() if one != name}
    return others if value is None else {**values, name: value}


def _with(people: Sequence[Person], number: int, person: Person | None) -> tuple[Person, ...]:
    rows = (*(one for one in people if one.number != number), *([person] if person else []))
    return tuple(sorted(rows, key=lambda one: one.number))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose record a turn needs: of whoever speaks at an address, or of a learner by id; and how much of it.

    `key` names the delivery, so that one delivered twice is heard once. `code` is the digest of a link code in the
    words, whose owner is wanted too. Whoever is met for the first time gets a record if it `enrols`. `slot` is the
    reminder wanted by Reads.SLOT.
    """

    address: Address | None = None
    learner_id: int = 0
    reads: Reads = ALL
    key: str = ""
    code: str = ""
    enrols: bool = False
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to `Asked`: no record of a stranger, and `again` for a delivery that was heard before."""

    record: Record | None
    again: bool = False
    owner: Record | None = None


def pause_ended(record: Record, day: date) -> Iterator[Fact]:
    """A pause is over: every card moves on by as much as it lay still, as if the time had not passed."""
    first, back = record.learner.paused_from, record.learner.paused_until
    if first is None or back is None or first > day or back > day or Reads.STUDY not in record.reads:
        return
    for card in record.cards.values():
        rest = back - max(first, card.last)
        if rest.days > 0:
            yield Scheduled(card.moved(rest))
    past = added(record.learner.past, Span(first, back, PAUSE))  # no day of it is missed, later either
    yield Changed({"paused_from": None, "paused_until": None, "past": past})
