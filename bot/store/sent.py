"""Unprompted messages: who is due, who may send, and what became of each slot.

A slot goes claimed → begun → sent, or ends as skipped, unreachable, unsent, failed or unknown. A claim holds for the
length of its lease, which is also its token: once it has lapsed, a slot not begun is anybody's again, and one begun
has an unknown fate.
"""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Select, bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import LESSON, Learner
from bot.learning.wording import Opening, rewarded
from bot.message import Address
from bot.store.dialect import insert_all_free
from bot.store.learners import learner_of
from bot.store.tables import addresses, days, finished, learners, sent

_UNSHOWN = [column for column in learners.c if column.name != "screen"]  # long, and nothing to the clock
NOWHERE = Address("", "")  # where a learner is who blocked us everywhere
SHOWN = 5  # messages that a learner is shown
BOOK = (
    "day",
    "kind",
    "channel",
    "why",
    "due_at",
    "claimed_at",
    "done_at",
    "outcome",
    "note",
    "opened",
    "wording",
    "chances",
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What may be sent once: a kind of message to a learner on a study day."""

    learner_id: int
    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A slot that is ours until `lease`: when it was due, and why; all moments in UTC."""

    slot: Slot
    address: Address
    due_at: datetime
    why: str
    lease: datetime


@dataclass(frozen=True, slots=True)
class Rung:
    """How a learner took our messages: the study days of those left unanswered with what each opened, and when each
    wording was last used.
    """

    unanswered: Mapping[date, str] = field(default_factory=dict)
    seen: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it is kept: why it came, when it was due, and what became of it; moments in UTC."""

    kind: str
    why: str
    due_at: datetime
    done_at: datetime | None
    outcome: str
    note: str
    opened: str


class Sent:
    """Questions and changes about unprompted messages, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def due(self, now: datetime, early: Collection[datetime], most: int) -> list[tuple[Learner, Address]]:
        """The learners whose time has come, or is one of those early ones; another process sees only the others."""
        at = learners.c.next_lesson_at
        waiting = (
            select(*_UNSHOWN)
            .where(or_(at <= now, at.in_(early)) if early else at <= now)
            .order_by(at, learners.c.id)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        found = [learner_of(row) for row in await self._connection.execute(waiting)]
        homes = await self._homes([learner.id for learner in found])
        return [(learner, homes.get(learner.id, NOWHERE)) for learner in found]

    async def crowds(self, now: datetime, until: datetime, over: int) -> list[tuple[datetime, int]]:
        """The moments to come for which more than so many learners wait, and how many."""
        at, count = learners.c.next_lesson_at, func.count()
        waiting = select(at, count).where(at > now, at <= until).group_by(at).having(count > over)
        return [(moment, many) for moment, many in await self._connection.execute(waiting)]

    async def next_moment(self) -> datetime | None:
        """When there will be something to do: a learner due, or a lease lapsed."""
        due = await self._connection.execute(select(func.min(learners.c.next_lesson_at)))
        lapse = await self._connection.execute(select(func.min(sent.c.lease)).where(sent.c.lease.is_not(None)))
        return min(filter(None, (due.scalar_one(), lapse.scalar_one())), default=None)

    async def rung(self, ids: Collection[int]) -> dict[int, Rung]:
        """How each learner took what was sent so far."""
        seen: defaultdict[int, dict[str, date]] = defaultdict(dict)
        worded = select(sent.c.learner_id, sent.c.wording, func.max(sent.c.day)).where(sent.c.learner_id.in_(ids))
        for id_, wording, day in await self._connection.execute(worded.group_by(sent.c.learner_id, sent.c.wording)):
            seen[id_][wording] = day
        missed: defaultdict[int, dict[date, str]] = defaultdict(dict)
        for id_, day, opened in await self._connection.execute(_unanswered(ids)):
            missed[id_][day] = opened
        return {id_: Rung(missed[id_], seen[id_]) for id_ in ids}

    async def move_on(self, people: Sequence[Learner]) -> None:
        """Keep when each learner's next message comes, and of which kind, and what was given out."""
        if people:
            names = ("next_lesson_at", "next_kind", "once_at", "rung_on", "rung")
            moved = update(learners).where(learners.c.id == bindparam("learner"))
            rows = [{"learner": one.id} | {name: getattr(one, name) for name in names} for one in people]
            await self._connection.execute(moved, rows)

    async def claim(self, claims: Sequence[Claim], now: datetime) -> list[Claim]:
        """Take slots before anything is sent, in one statement; those that were free, or had been left unused."""
        if not claims:
            return []
        rows = [
            asdict(claim.slot)
            | {"channel": claim.address.channel, "why": claim.why, "due_at": claim.due_at}
            | {"claimed_at": now, "lease": claim.lease, "outcome": "claimed", "done_at": None, "note": ""}
            for claim in claims
        ]
        unused = sent.c.outcome == "skipped"
        claimed = await self._connection.execute(insert_all_free(self._connection, sent, unused), rows)
        free = {Slot(*row) for row in claimed}
        return [claim for claim in claims if claim.slot in free]

    async def reclaim(self, now: datetime, lease: datetime, most: int) -> list[tuple[Claim, Learner]]:
        """Take over slots whose lease has lapsed before they were begun, each for where its learner is now."""
        lapsed = (
            select(sent.c.learner_id, sent.c.day, sent.c.kind, sent.c.due_at, sent.c.why)
            .where(sent.c.lease <= now, sent.c.outcome == "claimed")
            .order_by(sent.c.lease)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        rows = list(await self._connection.execute(lapsed))
        ids = [row.learner_id for row in rows]
        homes = await self._homes(ids)
        found = await self._connection.execute(select(learners).where(learners.c.id.in_(ids))) if ids else ()
        known = {learner.id: learner for learner in map(learner_of, found)}
        claims = [
            (
                Claim(Slot(*row[:3]), homes.get(row.learner_id, NOWHERE), row.due_at, row.why, lease),
                known[row.learner_id],
            )
            for row in rows
        ]
        taken = [_key(claim) | {"moment": lease, "to": claim.address.channel} for claim, _ in claims]
        if taken:
            moved = update(sent).where(_HERE, sent.c.outcome == "claimed")
            await self._connection.execute(moved.values(lease=bindparam("moment"), channel=bindparam("to")), taken)
        return claims

    async def begin(self, claims: Sequence[Claim], until: datetime) -> dict[Claim, Claim]:
        """Mark what is sent right after this; those still ours, with their new lease. Nobody else begins them now."""
        begun: dict[Claim, Claim] = {}
        for (day, kind, lease), alike in groupby(claims, lambda claim: (claim.slot.day, claim.slot.kind, claim.lease)):
            same = {claim.slot.learner_id: claim for claim in alike}
            held = (sent.c.day == day) & (sent.c.kind == kind) & (sent.c.lease == lease) & (sent.c.outcome == "claimed")
            mine = update(sent).where(sent.c.learner_id.in_(same), held).values(outcome="begun", lease=until)
            rows = await self._connection.execute(mine.returning(sent.c.learner_id))
            begun |= {same[id_]: replace(same[id_], lease=until) for id_ in rows.scalars()}
        return begun

    async def word(self, openings: Sequence[tuple[Claim, Opening]]) -> None:
        """Keep what each message opens, how it begins, and the chance each beginning had."""
        rows = [
            _key(claim)
            | {"held": claim.lease, "what": opening.opened, "by": opening.wording}
            | {"odds": json.dumps(opening.chances) if opening.chances else ""}
            for claim, opening in openings
        ]
        await self._end(rows, opened=bindparam("what"), wording=bindparam("by"), chances=bindparam("odds"))

    async def close(self, ends: Sequence[tuple[Claim, str, str]], now: datetime) -> None:
        """Write down what became of each: its outcome, and a note why. It holds even if it was thought unknown."""
        rows = [_key(claim) | {"held": claim.lease, "end": end, "so": note} for claim, end, note in ends]
        await self._end(rows, outcome=bindparam("end"), note=bindparam("so"), lease=None, done_at=now)

    async def release(self, claims: Sequence[tuple[Claim, datetime]]) -> None:
        """Give back what surely never left, to be taken over at that moment."""
        rows = [_key(claim) | {"held": claim.lease, "moment": moment} for claim, moment in claims]
        await self._end(rows, outcome="claimed", lease=bindparam("moment"), done_at=None)

    async def _end(self, rows: list[dict[str, Any]], **values: Any) -> None:
        """Change slots that are still held by their claim, or that were given up as unknown."""
        if rows:
            ours = (sent.c.lease == bindparam("held")) | (sent.c.outcome == "unknown")
            await self._connection.execute(update(sent).where(_HERE, ours).values(values), rows)

    async def settle(self, now: datetime) -> None:
        """What was begun and never closed while its lease ran: its sender died, so its fate is unknown."""
        lapsed = (sent.c.lease <= now) & (sent.c.outcome == "begun")
        await self._connection.execute(update(sent).where(lapsed).values(outcome="unknown", lease=None, done_at=now))

    async def charged(self, channel: str, since: datetime) -> int:
        """How many messages on a channel were, or may have been, paid for since that moment."""
        paid = sent.c.outcome.in_(("sent", "unknown", "begun")) & (sent.c.claimed_at >= since)
        counted = select(func.count()).where(sent.c.channel == channel, paid)
        return (await self._connection.execute(counted)).scalar_one()

    async def latest(self, learner: Learner) -> list[Told]:
        """The newest messages to a learner, newest first."""
        columns = [sent.c[column.name] for column in fields(Told)]
        newest = select(*columns).where(sent.c.learner_id == learner.id).order_by(sent.c.due_at.desc()).limit(SHOWN)
        return [Told(*row) for row in await self._connection.execute(newest)]

    async def book(self) -> AsyncIterator[tuple[object, ...]]:
        """Every message, as the operator is shown it: without its learner, but with whether a lesson followed."""
        done = await self._connection.execute(select(finished.c.learner_id, finished.c.at).order_by(finished.c.at))
        finishes: defaultdict[int, list[datetime]] = defaultdict(list)
        for id_, at in done:
            finishes[id_].append(at)
        shown = [sent.c[name] for name in BOOK]
        for id_, *row in await self._connection.execute(select(sent.c.learner_id, *shown).order_by(sent.c.due_at)):
            yield *row, int(rewarded(row[BOOK.index("done_at")], finishes[id_]))

    async def _homes(self, ids: list[int]) -> dict[int, Address]:
        """Where each learner wants to be reached: Telegram if they have it, because a push costs nothing there."""
        telegram_last = case((addresses.c.channel == "telegram", 1), else_=0)
        rows = await self._connection.execute(
            select(addresses.c.learner_id, addresses.c.channel, addresses.c.id)
            .where(addresses.c.learner_id.in_(ids), addresses.c.reachable)
            .order_by(telegram_last)
        )
        return {row.learner_id: Address(row.channel, row.id) for row in rows}


def _unanswered(ids: Collection[int]) -> Select[int, date, str]:
    """The lessons that came since each learner's last step and last word."""
    newest = select(days.c.learner_id, func.max(days.c.day).label("day")).where(days.c.learner_id.in_(ids))
    step = newest.group_by(days.c.learner_id).subquery()
    return (
        select(sent.c.learner_id, sent.c.day, sent.c.opened)
        .join(learners, learners.c.id == sent.c.learner_id)
        .outerjoin(step, step.c.learner_id == sent.c.learner_id)
        .where(sent.c.learner_id.in_(ids), sent.c.outcome == "sent", sent.c.kind.startswith(LESSON))
        .where(or_(step.c.day.is_(None), sent.c.day > step.c.day))
        .where(or_(learners.c.heard_at.is_(None), sent.c.due_at > learners.c.heard_at))
        .order_by(sent.c.kind)
    )


_HERE = (
    (sent.c.learner_id == bindparam("slot_learner"))
    & (sent.c.day == bindparam("slot_day"))
    & (sent.c.kind == bindparam("slot_kind"))
)


def _key(claim: Claim) -> dict[str, Any]:
    slot = claim.slot
    return {"slot_learner": slot.learner_id, "slot_day": slot.day, "slot_kind": slot.kind}
