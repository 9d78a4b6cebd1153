"""What is on its way: what each end writes down, when it is tried again, how many are in hand, and how it stops.

Played on a clock that leaps, with the learner's record in memory; the desk's own tests show that it is kept.
"""

import asyncio
import logging
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.delivery.decisions import Errand, Taken
from bot.delivery.sender import Sender
from bot.message import Address, Away, Begin, Message, Unreachable, Unsent, Unsure, at_once
from bot.record.facts import Outcome
from tests.channels.telegram_clock import leaping
from tests.delivery.scene import FAULT, LETTER, Scene
from tests.delivery.values import HERE, MINUTE


@pytest.mark.parametrize(
    ("fault", "outcome", "note", "counted"),
    [
        (None, Outcome.SENT, "", ['"sent"} 1.0']),
        (Unreachable("blocked"), Outcome.UNREACHABLE, "blocked", ['"unreachable"} 1.0']),
        (Unsure("cut off"), Outcome.UNKNOWN, "cut off", ['"unknown"} 1.0']),
        (FAULT, Outcome.FAILED, "KeyError", ['"failed"} 1.0']),
    ],
)
def test_how_it_ends(fault: Exception | None, outcome: Outcome, note: str, counted: list[str]) -> None:
    """The outcome with its note, closed at that second; a block closes the address, and nothing else does."""
    scene = Scene()
    scene.fault, scene.takes = fault, 2.0

    async def play() -> None:
        scene.begin(scene.claims[0])
        await scene.sender.done()
        assert scene.time == 2.0

    leaping(play)
    one = scene.reminder
    assert (one.outcome, one.note, one.lease) == (outcome, note, None)
    assert one.done_at == scene.start + timedelta(seconds=2)
    assert scene.counted == counted
    assert scene.books.record.reachable(HERE) is (outcome != Outcome.UNREACHABLE)


@pytest.mark.parametrize("fault", [Taken("…"), Away("…")])
def test_what_another_has_is_left_to_them(fault: Exception) -> None:
    """Nothing is written down, nothing is counted."""
    scene = Scene()
    scene.fault = fault

    leaping(scene.play)
    assert (scene.reminder.outcome, scene.counted) == (Outcome.BEGUN, [])


def test_nothing_leaves_while_its_begin_cannot_be_kept() -> None:
    """The database is away when it would begin: the claim lapses, and is anybody's."""
    scene = Scene(away=1)

    async def play() -> None:
        scene.begin(scene.claims[0])
        await scene.sender.done()
        assert await scene.sender.room() == 200

    leaping(play)
    assert (scene.left, scene.reminder, scene.counted) == ([], scene.claims[0], [])


def test_a_fault_of_ours_is_logged_without_words(caplog: pytest.LogCaptureFixture) -> None:
    """Its trace, and the channel."""
    scene = Scene()
    scene.fault = FAULT

    leaping(scene.play)
    [logged] = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert logged.getMessage() == "a lesson failed on channel telegram"
    assert logged.exc_info
    assert logged.exc_info[2]
    assert "a word" not in caplog.text


def test_how_late_it_came_is_counted_in_seconds() -> None:
    """From the moment it was due to its end."""
    scene = Scene(late=MINUTE)
    scene.takes = 2.5

    leaping(scene.play)
    assert 'lesson_late_seconds_sum{channel="telegram"} 62.5' in scene.metrics.text().decode()


@pytest.mark.parametrize(
    ("late", "wait"),
    [(-120, 15), (0, 15), (30, 15), (31, 15.5), (60, 30), (599, 299.5), (600, 300), (602, 300), (3600, 300)],
)
def test_when_it_is_tried_again(caplog: pytest.LogCaptureFixture, late: float, wait: float) -> None:
    """What surely never left waits for half as long as it is late, at least 15 seconds and at most five minutes."""
    caplog.set_level(logging.INFO)
    scene = Scene(late=timedelta(seconds=late))
    scene.fault = Unsent("429")

    leaping(scene.play)
    assert scene.reminder == replace(scene.claims[0], lease=scene.start + timedelta(seconds=wait))
    assert 'lessons_sent_total{channel="telegram",outcome="retried"} 1.0' in scene.metrics.text().decode()
    assert "a lesson could not be sent on channel telegram and is tried again: 429" in caplog.messages


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Unsent("429"), Outcome.CLAIMED),
        (Unreachable("blocked"), Outcome.UNREACHABLE),
        (FAULT, Outcome.FAILED),
        (Away("…"), Outcome.CLAIMED),
    ],
)
def test_what_is_refused_before_it_begins(fault: Exception, outcome: Outcome) -> None:
    """It is in hand no more, and its claim is closed, given back, or left to lapse."""
    scene = Scene()
    scene.fault, scene.refused = fault, True

    async def play() -> None:
        scene.begin(scene.claims[0])
        assert await scene.sender.room() == 199
        await scene.sender.done()
        assert await scene.sender.room() == 200

    leaping(play)
    assert (scene.left, scene.reminder.outcome) == ([], outcome)


@pytest.mark.parametrize(
    ("away", "tries", "outcome"),
    [
        (0, [0.0], Outcome.SENT),
        (3, [0.0, 1.0, 2.0, 3.0], Outcome.SENT),
        (599, [float(n) for n in range(600)], Outcome.SENT),
        (600, [float(n) for n in range(600)], Outcome.BEGUN),
    ],
)
def test_an_end_is_written_down_when_the_database_is_back(away: int, tries: list[float], outcome: Outcome) -> None:
    """Tried every second for ten minutes; after that its fate is unknown anyhow."""
    scene = Scene()
    scene.away_after = away

    leaping(scene.play)
    assert scene.books.tries == [0.0, *tries]  # the first was its begin
    assert scene.reminder.outcome == outcome


def test_an_end_that_cannot_be_written_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """A fault of ours does not mend by itself."""
    scene = Scene()

    async def send(address: Address, message: Message, begin: Begin = at_once) -> None:
        await begin()
        scene.books.fault = True

    async def play() -> None:
        sender = Sender({"telegram": send}, scene.books, scene.clock, scene.metrics)
        sender.start(Errand(scene.claims[0], HERE, LETTER))
        await sender.done()

    leaping(play)
    assert scene.books.tries == [0.0, 0.0]
    [logged] = caplog.records
    assert logged.getMessage() == "what became of a lesson could not be kept"
    assert "a word" not in caplog.text
    assert logged.exc_info
    assert logged.exc_info[2]


@pytest.mark.parametrize(("started", "room"), [(0, 200), (1, 199), (99, 101), (100, 100)])
def test_how_many_more_may_be_taken_in_hand(started: int, room: int) -> None:
    """Two hundred in all; while half of them is free there is room at once."""
    scene = Scene(many=started)
    scene.waits = 60.0

    async def play() -> None:
        for claim in scene.claims:
            scene.begin(claim)
        assert (await scene.sender.room(), scene.time) == (room, 0.0)

    leaping(play)


@pytest.mark.parametrize(("started", "waits"), [(101, 1.0), (102, 2.0), (150, 50.0), (200, 100.0)])
def test_room_is_waited_for(started: int, waits: float) -> None:
    """Until half of the hand is free. One message begins each second, and is in hand no more, though under way."""
    scene = Scene(many=started)

    scene.apart, scene.takes = 1.0, 1000.0

    async def play() -> None:
        for claim in scene.claims:
            scene.begin(claim)
        assert (await scene.sender.room(), scene.time) == (100, waits)

    leaping(play)


def test_done_waits_for_the_last() -> None:
    """However many there are, and whatever is started meanwhile."""
    scene = Scene(many=3)
    scene.takes = 5.0

    async def play() -> None:
        scene.begin(scene.claims[0])
        asyncio.get_running_loop().call_later(4.0, scene.begin, scene.claims[1])
        asyncio.get_running_loop().call_later(8.0, scene.begin, scene.claims[2])
        await scene.sender.done()
        assert scene.time == 13.0

    leaping(play)
    assert {one.outcome for one in scene.books.record.reminders} == {Outcome.SENT}


@pytest.mark.parametrize(
    ("waits", "takes", "stopped_at", "ended_at", "outcome"),
    [
        (0.0, 0.0, 1.0, 1.0, Outcome.SENT),  # nothing was on its way any more
        (5.0, 0.0, 1.0, 1.0, Outcome.CLAIMED),  # not begun: given back
        (0.0, 10.5, 1.0, 10.5, Outcome.SENT),  # begun: it comes to its end
        (0.0, 11.5, 1.0, 11.0, Outcome.BEGUN),  # but not for longer than ten seconds
    ],
)
def test_told_to_stop(waits: float, takes: float, stopped_at: float, ended_at: float, outcome: Outcome) -> None:
    """What was not begun is anybody's at once; the rest gets ten seconds."""
    scene = Scene()
    scene.waits, scene.takes = waits, takes

    async def play() -> None:
        scene.begin(scene.claims[0])
        await asyncio.sleep(stopped_at)
        await scene.sender.finish()
        assert scene.time == ended_at
        assert scene.reminder.outcome == outcome
        await asyncio.sleep(20)
        assert len(scene.left) == (waits == 0)
        if outcome == Outcome.CLAIMED:
            assert scene.reminder.lease == scene.start + timedelta(seconds=stopped_at)

    leaping(play)


def test_stopping_waits_no_longer_for_a_database_that_is_away() -> None:
    """Ten seconds; the claim lapses by itself."""
    scene = Scene()
    scene.waits = 60.0

    async def play() -> None:
        scene.begin(scene.claims[0])
        await asyncio.sleep(1)
        scene.books.away = 1000
        await scene.sender.finish()
        assert scene.time == 11.0

    leaping(play)
    assert scene.reminder == scene.claims[0]
