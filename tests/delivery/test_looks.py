"""Looks at the clock, on both databases: how long until the next, when a crowd begins, and what the operator sees."""

import asyncio
import random
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.conversation import Conversation, Turn
from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Begin, Message, at_once
from bot.operator.metrics import Metrics
from bot.record.facts import Outcome
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS
from tests.conftest import Chat, Clock, Post
from tests.delivery.people import enrol, sent
from tests.delivery.scene import FAULT
from tests.delivery.values import CLAIM, DAY, MINUTE, SECOND, at
from tests.language import LANGUAGE
from tests.records import record_of

EIGHT = at("24 08:00")


class Naps:
    """Stands in for sleeping: time goes on at once. After so many naps whoever sleeps is cancelled."""

    def __init__(self, clock: Clock, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock, self.most, self.seconds = clock, most, list[float]()
        monkeypatch.setattr(asyncio, "sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        """The clock is as much later."""
        self.seconds.append(round(seconds, 6))
        if len(self.seconds) == self.most:
            raise asyncio.CancelledError
        self.clock.forward(seconds=seconds)


async def look(delivery: Delivery) -> None:
    """Look at the clock until the naps are over."""
    with pytest.raises(asyncio.CancelledError):
        await delivery.run()


@pytest.mark.parametrize(
    ("due", "naps"),
    [
        (None, [15.0, 15.0]),
        (3600.0, [15.0, 15.0]),
        (15.1, [15.0, 0.2]),  # what is due may just be talking to us
        (15.0, [15.0, 15.0]),
        (14.9, [14.9, 15.0]),
        (0.3, [0.3, 15.0]),
        (0.1, [0.2, 15.0]),
    ],
)
async def test_until_the_next_look(
    database: Database,
    delivery: Delivery,
    clock: Clock,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    due: float | None,
    naps: list[float],
) -> None:
    """Fifteen seconds at most, a fifth of one at least, else until somebody is due; then theirs leaves."""
    clock.now = EIGHT
    await enrol(database, {"next_lesson_at": due and EIGHT + timedelta(seconds=due)})
    slept = Naps(clock, 2, monkeypatch)
    await look(delivery)
    assert slept.seconds == naps
    assert len(post.letters) == (due is not None and due < 15.1)
    assert delivery.state() == "ok"


async def test_each_look_closes_what_a_dead_sender_had_begun(
    database: Database, delivery: Delivery, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It wakes when a lease ends, which counts as a moment."""
    clock.now = EIGHT
    await enrol(database, {"next_lesson_at": None})
    await sent(database, replace(CLAIM, outcome=Outcome.BEGUN, lease=EIGHT + 4 * SECOND))
    slept = Naps(clock, 2, monkeypatch)
    await look(delivery)
    assert slept.seconds == [4.0, 15.0]
    [one] = (await record_of(database, 1)).reminders
    assert (one.outcome, one.done_at) == (Outcome.UNKNOWN, EIGHT + 4 * SECOND)


async def test_a_database_that_is_away(
    desk: Desk, clock: Clock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked for every two seconds; the health page says so, and the log."""
    slept = Naps(clock, 3, monkeypatch)
    nowhere = Delivery(Database("postgresql://nobody@127.0.0.1:1/nothing"), desk, {}, clock, Metrics(), ())
    await look(nowhere)
    assert slept.seconds == [2.0, 2.0, 2.0]
    assert nowhere.state() == "degraded: the database is away; what is due waits"
    assert caplog.messages[0].startswith("delivery waits: the database is away: ")
    assert len(caplog.messages[0]) > len("delivery waits: the database is away: None")


async def test_a_fault_of_ours_is_tried_again(
    database: Database, desk: Desk, clock: Clock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the next look; the health page says so until it is over, and the log has the trace without words."""
    states = list[str]()
    slept = Naps(clock, 3, monkeypatch)

    def broken() -> datetime:
        states.append(faulty.state())
        if len(slept.seconds) == 0:
            raise FAULT
        return clock()

    faulty = Delivery(database, desk, {}, broken, Metrics(), ())
    await look(faulty)
    assert slept.seconds == [15.0, 15.0, 15.0]
    assert states[:2] == ["ok", "degraded: a fault of its own, see the log"]
    assert faulty.state() == "ok"
    [logged] = caplog.records
    assert logged.getMessage() == "delivery failed; the next look tries again"
    assert logged.exc_info
    assert logged.exc_info[2]
    assert "a word" not in caplog.text


@pytest.mark.parametrize(
    ("rate", "many", "ahead", "begins"),
    [
        # at one each ten seconds, six fit into a minute: seven are a crowd, and half of it takes 35 seconds
        (0.1, 7, 35.0, True),
        (0.1, 7, 35.1, False),
        (0.1, 6, 1.0, False),
        (0.1, 20, 100.0, True),
        (0.1, 20, 100.1, False),
        # at one each eight seconds, seven and a half fit
        (0.125, 7, 1.0, False),
        (0.125, 8, 32.0, True),
        (0.125, 8, 32.1, False),
        # at one a second, sixty fit
        (1.0, 60, 1.0, False),
        (1.0, 61, 30.5, True),
        # forty would have to begin 200 seconds early
        (0.1, 40, 180.0, True),
        (0.1, 40, 180.1, False),
        (float("inf"), 40, 0.1, False),
        (float("inf"), 40, 0.0, True),
    ],
)
async def test_when_a_crowd_begins(
    database: Database, desk: Desk, clock: Clock, post: Post, rate: float, many: int, ahead: float, *, begins: bool
) -> None:
    """So early that half of it has left at its time, but no more than three minutes; what fits a minute is no crowd."""
    await enrol(database, *[{}] * many)
    delivery = Delivery(database, desk, {"telegram": post.send}, clock, Metrics(), (), rate)
    clock.now = EIGHT - timedelta(seconds=ahead)
    assert await delivery.deliver() == (many if begins else 0)
    assert len(post.letters) == (many if begins else 0)


class OneByOne:
    """A messenger that keeps each message in hand until it is let go."""

    def __init__(self) -> None:
        self.reached, self.go, self.sent = asyncio.Event(), asyncio.Event(), list[int]()

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """In hand until told to go."""
        self.sent.append(int(address.id))
        self.reached.set()
        await self.go.wait()
        await begin()


@pytest.mark.parametrize(
    ("late", "state"),
    [
        (timedelta(), "ok"),
        (5 * MINUTE, "ok"),
        (5 * MINUTE + SECOND, "degraded: 5 minutes behind; see BULK_RATE and the messengers"),
        (60 * MINUTE, "degraded: 60 minutes behind; see BULK_RATE and the messengers"),
    ],
)
async def test_how_far_behind_it_is(
    database: Database, desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch, late: timedelta, state: str
) -> None:
    """More than five minutes are told, by the one in hand that has waited longest, until all is sent."""
    monkeypatch.setattr("bot.delivery.sender.IN_HAND", 2)
    clock.now = EIGHT + late
    await enrol(database, {}, {"next_lesson_at": clock.now})
    stuck = OneByOne()
    delivery = Delivery(database, desk, {"telegram": stuck.send}, clock, Metrics(), ())
    running = asyncio.create_task(delivery.deliver())
    await stuck.reached.wait()
    assert delivery.state() == state
    stuck.go.set()
    assert await running == 2
    assert delivery.state() == "ok"


async def test_what_is_sent_is_written_down_and_counted(
    database: Database, clock: Clock, metrics: Metrics, delivery: Delivery
) -> None:
    """At the second it ended, and how late that was."""
    await enrol(database, {})
    clock.now = EIGHT + 2 * SECOND
    assert await delivery.deliver() == 1
    [one] = (await record_of(database, 1)).reminders
    assert (one.outcome, one.done_at) == (Outcome.SENT, clock.now)
    assert 'lessons_sent_total{channel="telegram",outcome="sent"} 1.0' in metrics.text().decode()
    assert 'lesson_late_seconds_sum{channel="telegram"} 2.0' in metrics.text().decode()


async def test_what_is_not_sent_is_no_delay(
    database: Database, desk: Desk, clock: Clock, metrics: Metrics, delivery: Delivery
) -> None:
    """A slot that is skipped is counted, and nothing waits for it."""
    await enrol(database, {}, {})
    clock.now = EIGHT + 4 * 60 * MINUTE
    assert await delivery.deliver() == 2
    assert 'lessons_sent_total{channel="telegram",outcome="skipped"} 2.0' in metrics.text().decode()
    assert delivery.state() == "ok"


async def test_processes_seldom_reach_for_the_same(
    database: Database, desk: Desk, clock: Clock, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all who wait, four times as many are looked for as are taken, and those taken are drawn from them."""
    monkeypatch.setattr("bot.delivery.sender.IN_HAND", 1)
    random.seed(4)
    await enrol(database, *[{}] * 40)
    clock.now = EIGHT
    delivery = Delivery(database, desk, {"telegram": post.send}, clock, Metrics(), ())
    assert await delivery.deliver() == 40
    left, places = list(range(1, 41)), set[int]()
    for id_ in (int(address.id) for address, _ in post.letters):
        places.add(left.index(id_))
        left.remove(id_)
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize(("later", "known"), [(2 * DAY, True), (2 * DAY + SECOND, False)])
async def test_an_update_is_known_for_two_days(
    learner: Chat, clock: Clock, delivery: Delivery, later: timedelta, *, known: bool
) -> None:
    """Telegram repeats one for a day; then its id is forgotten, and the same id is another update."""
    await learner.says_at_once("진도", key="9")
    clock.now += later
    await delivery.settle()
    await learner.says_at_once("도움말", key="9")
    assert learner.message.repeated is known


async def test_what_cannot_be_written_down_is_given_up(
    database: Database, clock: Clock, course: Course, say: Texts, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    """One learner's message that no database takes: it is closed as failed, and the others get theirs."""

    def handler(turn: Turn) -> Message:
        return Message(("\ud800" if turn.learner.id == 2 else "…",))

    desk = Desk(database, Conversation(course, say, LANGUAGE, COMMANDS, handler, (), {"telegram"}), clock, Metrics())
    await enrol(database, {}, {}, {})
    clock.now, metrics = EIGHT, Metrics()
    assert await Delivery(database, desk, {"telegram": post.send}, clock, metrics, ()).deliver() == 3
    assert sorted(address.id for address, _ in post.letters) == ["1", "3"]
    record = await record_of(database, 2)
    [one] = record.reminders
    assert (one.outcome, record.learner.next_lesson_at) == (Outcome.FAILED, EIGHT + DAY)
    assert 'lessons_sent_total{channel="telegram",outcome="failed"} 1.0' in metrics.text().decode()
    [logged] = [each for each in caplog.records if each.levelname == "ERROR"]
    assert logged.getMessage() == "a reminder could not be kept, and is given up"
    assert "surrogates" not in caplog.text  # the fault's own words, which quote what was said
    assert logged.exc_info
    assert logged.exc_info[2]
    await desk.close()


@pytest.mark.parametrize("broken", [{"rhythm": "daily noon"}, {"zone": "Nowhere/Land"}])
async def test_a_row_that_cannot_be_read_stops_nobody_elses_reminders(
    broken: dict[str, str], database: Database, clock: Clock, course: Course, say: Texts, post: Post
) -> None:
    """A zone dropped from the tables, or a rhythm written by another edition: nothing is due for that learner alone."""
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, _says_hello, (), {"telegram"})
    desk = Desk(database, conversation, clock, Metrics())
    await enrol(database, {}, broken, {})
    clock.now = EIGHT
    delivery = Delivery(database, desk, {"telegram": post.send}, clock, Metrics(), ())
    await delivery.deliver()
    assert sorted(address.id for address, _ in post.letters) == ["1", "3"]
    assert (await record_of(database, 2)).learner.next_lesson_at is None
    assert await delivery.deliver() == 0
    await desk.close()


def _says_hello(_turn: Turn) -> Message:
    return Message(("…",))
