"""How two records of one person become one: nothing is lost, and nothing is counted twice. Pure.

The same rules hold for the rows in the database (bot.store.joining): all answers, lines, days, people and reports are
kept; a part was finished when it was finished first; of two cards of a thought the one met last holds, and of two lines
of a part the newest; of the first and last five questions, and of messages sent on the same day, those of the owner.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from bot.learning.standing import History
from bot.record import Record, elsewhere
from bot.record.courses import begun, waiting
from bot.record.elsewhere import Waiting
from bot.record.learner import Learner
from bot.record.links import Joint
from bot.record.people import Person

OWN = ("trade", "job", "called", "intention", "feed", "feed_since")  # each the guest's where the owner has none
REMINDERS = (
    "zone", "rhythm", "on_holidays", "quiet", "paused_from", "paused_until", "day_floor", "off", "once_at", "past",
    "lighter_from", "lighter_until", "ring_on",
)  # fmt: skip
"""When reminders come: all of it the guest's, where the owner never chose an hour."""
_drafts = msgspec.json.Decoder(dict[str, dict[str, str]]).decode  # as bot.plan.drafts keeps them
KEPT = ("id", "screen", "heard", "meant", "heard_at", "undo", "reminded_on", "reminded", "joined", "feed", "feed_since")
"""What of a learner does not go back when two part: what was said and sent meanwhile stays said and sent."""


def joined(owner: Record, guest: Record, channel: str, now: datetime) -> Record:
    """The owner's record with all that is the guest's."""
    mine, same = owner.learner, owner.learner.course == guest.learner.course
    both = replace(
        owner,
        learner=_one(mine, guest, channel, now),
        homes=(*owner.homes, *guest.homes),
        days=owner.days | guest.days,
    )
    if not same:  # what they did in another course waits there
        return both
    return replace(
        both,
        finished=_earliest(owner.finished, guest.finished),
        histories=_histories(owner.histories, guest.histories),
        cards={**guest.cards, **{name: _newest(card, guest.cards.get(name)) for name, card in owner.cards.items()}},
        prechecks={**guest.prechecks, **owner.prechecks},
        written=sorted((*owner.written, *guest.written), key=lambda line: line.at),
        ledger=people_of_both(owner.ledger, guest.ledger),
    )


def parted(learner: Learner) -> dict[str, Any]:
    """The values, by name, that a learner had before the guest's record was joined to theirs."""
    assert learner.joined
    before = msgspec.json.decode(learner.joined.before, type=Learner)
    values = {name: getattr(before, name) for name in Learner.__struct_fields__ if name not in KEPT}
    lent = before.feed != learner.feed  # the guest's calendar goes back to them
    return {**values, "joined": None, **({"feed": before.feed, "feed_since": before.feed_since} if lent else {})}


def people_of_both(owner: tuple[Person, ...] | Any, guest: tuple[Person, ...] | Any) -> tuple[Person, ...]:
    """The owner's people, and after them the guest's under the numbers that follow."""
    last = max((person.number for person in owner), default=0)
    return (*owner, *(replace(person, number=last + person.number) for person in guest))


def _one(mine: Learner, guest: Record, channel: str, now: datetime) -> Learner:
    """The owner as they are from now on: their own settings, and the guest's where they have none."""
    before, theirs = replace(mine, screen=None, undo=None, joined=None), guest.learner
    joint = Joint(theirs.id, now, channel, msgspec.json.encode(before).decode())
    values = {name: getattr(theirs, name) for name in OWN if not getattr(mine, name)}
    if not mine.rhythm and theirs.rhythm:
        values |= {name: getattr(theirs, name) for name in REMINDERS}
    return replace(mine, **values, **_course_values(mine, guest), since=min(mine.since, theirs.since), joined=joint)


def _course_values(mine: Learner, guest: Record) -> dict[str, Any]:
    """What belongs to the courses of both: the owner stays in theirs, and the guest's waits, where it is another."""
    theirs = guest.learner
    others = {
        **waiting(theirs),
        **({theirs.course: Waiting(theirs.ended_at, theirs.put_off, theirs.drafts)} if begun(guest) else {}),
    }
    here = others.pop(mine.course, Waiting())
    apart = {name: kept for name, kept in {**others, **waiting(mine)}.items() if name}
    drafts = {**_drafts(here.drafts or "{}"), **_drafts(mine.drafts or "{}")}
    return {
        "ended_at": min(filter(None, (mine.ended_at, here.ended_at)), default=None),
        "put_off": mine.put_off or here.put_off,
        "drafts": msgspec.json.encode(drafts).decode() if drafts else "",
        "elsewhere": elsewhere.kept(apart),
    }


def _earliest(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    names = {**one, **other}
    return {name: min(filter(None, (one.get(name), other.get(name)))) for name in names}


def _newest(one: Any, other: Any) -> Any:
    return other if other and other.last > one.last else one


def _histories(owner: Mapping[str, History], guest: Mapping[str, History]) -> dict[str, History]:
    """As many answers as both gave together; which came last is read with the next turn."""
    total = max((mark.seen for mark in owner.values()), default=0)
    moved = {name: replace(mark, seen=total + mark.seen) for name, mark in guest.items()}
    return {**owner, **{name: _both(owner.get(name), mark) for name, mark in moved.items()}}


def _both(one: History | None, other: History) -> History:
    if one is None:
        return other
    last = other if other.last >= one.last else one
    return replace(last, asked=one.asked + other.asked, first=one.first, seen=max(one.seen, other.seen))
