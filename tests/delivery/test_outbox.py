"""The outbox on both databases: who is due and in which order, what lapsed, what is closed, and what was paid for."""

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from bot.record.facts import Finished, Outcome, Reminder, Slot
from bot.store import Database, outbox, writes
from bot.store.outbox import Waiting
from bot.store.writes import delivery_row, rows_of
from tests.delivery.people import enrol, sent
from tests.delivery.values import CLAIM, SECOND, at
from tests.records import record_of

NOW = at("24 08:00")


def claimed(learner_id: int, lease: str | None, outcome: Outcome = Outcome.CLAIMED, **values: Any) -> Reminder:
    """A slot with a lease until then."""
    return replace(CLAIM, learner_id=learner_id, lease=lease and at(lease), outcome=outcome, **values)


async def waiting(database: Database, *early: str, most: int = 99) -> list[Waiting]:
    """Who waits at eight."""
    async with database.reading() as connection:
        return await outbox.waiting(connection, NOW, [at(moment) for moment in early], most)


async def test_who_is_due(database: Database) -> None:
    """From the second on; first who has waited longest, then by id. A crowd's own moment begins early, no other."""
    times = ("24 08:00", "24 08:00:01", "24 07:00", None, "24 08:00", "24 08:03", "23 09:00")
    await enrol(database, *({"next_lesson_at": time and at(time)} for time in times))
    assert await waiting(database) == [Waiting(7), Waiting(3), Waiting(1), Waiting(5)]
    assert await waiting(database, "24 08:03") == [Waiting(7), Waiting(3), Waiting(1), Waiting(5), Waiting(6)]
    assert await waiting(database, "24 08:00:01", "24 08:03", most=5) == [Waiting(n) for n in (7, 3, 1, 5, 2)]
    assert await waiting(database, most=2) == [Waiting(7), Waiting(3)]


async def test_lapsed_claims_come_first(database: Database) -> None:
    """From the second their lease ends, the oldest first, each with its slot; what was begun is nobody's to repeat."""
    await enrol(database, *[{"next_lesson_at": at("24 07:00")}] * 6)
    begun = claimed(5, "24 07:00", Outcome.BEGUN)
    await sent(
        database,
        claimed(1, "24 08:00"),
        claimed(2, "24 08:00:01"),
        claimed(3, "24 07:59:59", kind="lesson-2", day=date(2026, 11, 23)),
        claimed(4, None),
        begun,
        claimed(6, None, Outcome.SENT),
    )
    lapsed = [Waiting(3, Slot(3, date(2026, 11, 23), "lesson-2")), Waiting(1, Slot(1, CLAIM.day, "lesson"))]
    assert await waiting(database) == [*lapsed, *(Waiting(n) for n in range(1, 7))]
    assert await waiting(database, most=3) == [*lapsed, Waiting(1)]
    assert await waiting(database, most=2) == lapsed
    assert await waiting(database, most=1) == lapsed[:1]


@pytest.mark.parametrize(
    ("until", "over", "crowds"),
    [
        ("24 08:03", 1, {"24 08:01": 2, "24 08:03": 3}),
        ("24 08:03", 0, {"24 08:01": 2, "24 08:02": 1, "24 08:03": 3}),
        ("24 08:03", 2, {"24 08:03": 3}),
        ("24 08:03", 3, {}),
        ("24 08:02:59", 1, {"24 08:01": 2}),
        ("24 08:00", 0, {}),
    ],
)
async def test_crowded_moments(database: Database, until: str, over: int, crowds: dict[str, int]) -> None:
    """Of those to come, up to a moment, those for which more than so many wait."""
    times = ("24 08:00", "24 08:00", "24 08:01", "24 08:01", "24 08:02", *("24 08:03",) * 3, None, None)
    await enrol(database, *({"next_lesson_at": time and at(time)} for time in times))
    async with database.reading() as connection:
        found = await outbox.crowds(connection, NOW, at(until), over)
    assert dict(found) == {at(moment): many for moment, many in crowds.items()}


@pytest.mark.parametrize(
    ("due", "leases", "moment"),
    [
        ((), (), None),
        ((None,), (None,), None),
        (("24 09:00", "24 08:30"), (), "24 08:30"),
        ((None,), ("24 09:00", "24 08:45", None), "24 08:45"),
        (("24 08:30",), ("24 08:45",), "24 08:30"),
        (("24 08:50",), ("24 08:45",), "24 08:45"),
        (("24 07:00",), (), "24 07:00"),
    ],
)
async def test_the_next_moment(
    database: Database, due: tuple[str | None, ...], leases: tuple[str | None, ...], moment: str | None
) -> None:
    """The first at which a learner is due or a lease lapses, also one that was begun; none when nothing waits."""
    many = max(len(due), len(leases))
    times = [*due, *[None] * (many - len(due))]
    if many:
        await enrol(database, *({"next_lesson_at": time and at(time)} for time in times))
    await sent(database, *(claimed(n, lease, Outcome.BEGUN) for n, lease in enumerate(leases, 1)))
    async with database.reading() as connection:
        assert await outbox.next_moment(connection) == (moment and at(moment))


@pytest.mark.parametrize(
    ("outcome", "lease", "settled"),
    [
        (Outcome.BEGUN, "24 07:59:59", True),
        (Outcome.BEGUN, "24 08:00", True),
        (Outcome.BEGUN, "24 08:00:01", False),
        (Outcome.BEGUN, None, False),
        (Outcome.CLAIMED, "24 07:00", False),
        *((outcome, None, False) for outcome in Outcome if outcome not in (Outcome.CLAIMED, Outcome.BEGUN)),
    ],
)
async def test_what_a_dead_sender_had_begun_is_closed(
    database: Database, outcome: Outcome, lease: str | None, *, settled: bool
) -> None:
    """From the second its lease ends its fate is unknown: closed now, without a lease. Nothing else is touched."""
    await enrol(database, {}, {})
    both = (claimed(1, lease, outcome), claimed(2, None, Outcome.SENT, done_at=at("24 07:30")))
    await sent(database, *both)
    async with database.transaction() as connection:
        await outbox.settle(connection, NOW)
    closed = replace(both[0], outcome=Outcome.UNKNOWN, lease=None, done_at=NOW)
    assert (await record_of(database, 1)).reminders == [closed if settled else both[0]]
    assert (await record_of(database, 2)).reminders == [both[1]]


@pytest.mark.parametrize(
    ("outcome", "channel", "claimed_at", "charged"),
    [
        (Outcome.SENT, "kakao", "24 08:00", 1),
        (Outcome.UNKNOWN, "kakao", "24 08:00", 1),
        (Outcome.BEGUN, "kakao", "24 08:00", 1),
        (Outcome.CLAIMED, "kakao", "24 08:00", 0),
        (Outcome.SKIPPED, "kakao", "24 08:00", 0),
        (Outcome.UNREACHABLE, "kakao", "24 08:00", 0),
        (Outcome.UNSENT, "kakao", "24 08:00", 0),
        (Outcome.FAILED, "kakao", "24 08:00", 0),
        (Outcome.SENT, "telegram", "24 08:00", 0),
        (Outcome.SENT, "kakao", "24 07:59:59", 0),
        (Outcome.SENT, "kakao", "24 08:00:01", 1),
    ],
)
async def test_what_was_paid_for(
    database: Database, outcome: Outcome, channel: str, claimed_at: str, charged: int
) -> None:
    """On that channel since that second, what arrived or may have; the cap of a month is counted by it."""
    await enrol(database, {}, {})
    one = replace(CLAIM, channel=channel, outcome=outcome, claimed_at=at(claimed_at))
    await sent(database, one, replace(one, learner_id=2))
    async with database.reading() as connection:
        assert await outbox.charged(connection, "kakao", NOW) == 2 * charged


@pytest.mark.parametrize(("before", "again"), [(NOW - SECOND, True), (NOW, True), (NOW + SECOND, False)])
async def test_ids_of_updates_are_forgotten(database: Database, before: datetime, *, again: bool) -> None:
    """What was answered before that moment; what came at it is still known."""
    async with database.transaction() as connection:
        await writes.write(connection, {"deliveries": [delivery_row("telegram", "9", NOW)]})
        await outbox.forget_deliveries(connection, before)
        rows = await connection.exec_driver_sql("SELECT count(*) FROM deliveries")
    assert bool(rows.scalar_one()) is again


async def test_the_messages_that_an_operator_exports(database: Database) -> None:
    """Every message by the time it was due, without its learner, and whether that learner finished a part after it."""
    await enrol(database, {}, {})
    done = {"outcome": Outcome.SENT, "lease": None}
    later = replace(CLAIM, **done, due_at=at("24 09:00"), done_at=at("24 09:00"), learner_id=1, note="n", chances="{}")
    first = replace(CLAIM, **done, done_at=at("24 08:00"), learner_id=2, opened="lesson", wording="plain")
    await sent(database, later, first)
    async with database.transaction() as connection:
        for part, moment in (("late", "24 11:01"), ("soon", "24 10:00"), ("before", "24 08:59")):
            await writes.write(connection, rows_of([(1, Finished(part, CLAIM.day, at(moment)))]))
    async with database.reading() as connection:
        rows = [row async for row in outbox.sent_messages(connection)]
    assert rows == [book_row(first, 0), book_row(later, 1)]


def book_row(one: Reminder, followed: int) -> tuple[Any, ...]:
    """A reminder as the operator exports it."""
    times = (one.due_at, one.claimed_at, one.done_at)
    told = (one.outcome, one.note, one.opened, one.wording, one.chances)
    return (one.day, one.kind, one.channel, one.why, *times, *told, followed)
