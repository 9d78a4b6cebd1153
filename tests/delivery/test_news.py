"""A broadcast comes to everybody who gets reminders, once, and never as one more message of a day."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.delivery.news import with_news
from bot.desk import Desk
from bot.message import LONGEST_BUBBLE, Address, Begin, Message, Unreachable, Unsent, at_once
from bot.operator.metrics import Metrics
from bot.record import Home
from bot.record.facts import Outcome, Reminder
from bot.store import Database, broadcasts
from bot.store.outbox import Broadcast
from bot.texts import Texts
from tests.conftest import Clock, Post
from tests.delivery import people
from tests.delivery.values import CLAIM, DAY, at, decisions, found, record
from tests.records import change, record_of

TEXT = "토요일 밤 열 시부터 한 시간 동안 점검해요."
NEWS = Broadcast(3, TEXT, at("24 09:00"), at("12-01 09:00"))
WEEKLY = {"rhythm": "weekly mon 08:00", "next_lesson_at": at("12-01 08:00")}
LESSON = replace(CLAIM, outcome=Outcome.SENT, lease=None, done_at=CLAIM.due_at)


@pytest.mark.parametrize(
    ("moment", "values", "reminders", "comes"),
    [
        ("25 10:00", {}, [], True),
        ("25 07:59", {}, [], False),  # night
        ("25 21:00", {}, [], False),
        ("25 10:00", {"quiet": "quiet 09:00-11:00"}, [], False),
        ("25 11:00", {"quiet": "quiet 09:00-11:00"}, [], True),
        ("25 10:00", {"off": True}, [], False),
        ("25 10:00", {"rhythm": ""}, [], False),  # nobody who has not chosen an hour is spoken to first
        ("25 10:00", {"paused_from": at("24 10:00").date(), "paused_until": at("27 10:00").date()}, [], False),
        ("30 10:00", {}, [], False),  # a public holiday
        ("30 10:00", {"on_holidays": True}, [], True),
        ("25 10:00", {"since": at("24 09:01")}, [], False),  # who came later was told by nobody to wait for it
        ("24 10:00", {}, [LESSON], False),  # the day has had its message
        ("25 10:00", {}, [LESSON], True),
        ("24 10:00", {}, [replace(LESSON, outcome=Outcome.UNSENT)], True),
        ("25 10:00", {"next_lesson_at": at("25 19:00")}, [], False),  # the lesson brings it
        ("25 10:00", {"reminded_on": at("25 10:00").date(), "reminded": 99}, [], False),  # words of danger today
        ("25 10:00", {}, [replace(LESSON, news=3)], False),  # it came already
        ("26 10:00", {}, [replace(LESSON, news=3, outcome=Outcome.UNKNOWN)], False),  # or may have
        ("26 10:00", {}, [replace(LESSON, news=3, outcome=Outcome.UNSENT)], True),
        ("26 10:00", {}, [replace(LESSON, news=2)], True),  # another one
        ("24 08:59", {}, [], False),
        ("12-01 09:00", {"next_lesson_at": at("12-07 08:00")}, [], False),  # it is news no more
    ],
)
def test_when_a_broadcast_comes_alone(
    course: Course,
    say: Texts,
    moment: str,
    values: dict[str, Any],
    reminders: list[Reminder],
    comes: bool,  # noqa: FBT001
) -> None:
    """At daytime, outside quiet hours, to who wants to hear of us, and on a day without any other message."""
    chosen = decisions(course, say)
    chosen.broadcasts = [NEWS]
    errand = chosen.bring(NEWS, found(record(*reminders, **{**WEEKLY, **values})), at(moment)).answer
    assert bool(errand and errand.message and TEXT in errand.message.bubbles[0]) is comes


def test_nothing_comes_where_nobody_can_speak_first(course: Course, say: Texts) -> None:
    """Not even as a row."""
    chosen = decisions(course, say)
    chosen.broadcasts = [NEWS]
    there = record(homes=(Home(Address("kakao", "k")),), **WEEKLY)
    assert chosen.bring(NEWS, found(there), at("25 10:00")).facts == ()


@pytest.mark.parametrize(
    ("bubbles", "counts"),
    [
        (["가"], [24, 1]),
        (["가", "나"], [24, 1, 1]),
        (["가", "나", "다"], [27, 1, 1]),
        (["가" * 880, "나", "다"], [24, 883, 1]),
        (["가" * 880, "나" * 30, "다"], [24, 880, 33]),
        (["가" * 880, "나" * 880, "다" * 880], None),
    ],
)
def test_there_is_room_for_it(bubbles: list[str], counts: list[int] | None) -> None:
    """Before all else; whatever was there stays whole, or nothing is added."""
    longer = with_news(Message(tuple(bubbles)), "뉴" * 24)
    assert longer is None or "".join("".join(longer.bubbles).split()) == "뉴" * 24 + "".join(bubbles)
    assert (longer and [len(bubble) for bubble in longer.bubbles]) == counts
    assert longer is None or max(map(len, longer.bubbles)) <= LONGEST_BUBBLE


async def tell(database: Database, now: datetime, text: str = TEXT) -> Broadcast:
    async with database.transaction() as connection:
        return await broadcasts.begin(connection, text, now, now + 7 * DAY)


async def look(delivery: Delivery) -> None:
    """As the clock does."""
    await delivery.settle()
    await delivery.deliver()


async def came(database: Database, one: Broadcast) -> tuple[dict[str, int], int]:
    async with database.reading() as connection:
        counts, left = await broadcasts.outcomes(connection, one)
    return dict(counts), left


def told(post: Post) -> list[str]:
    """To whom it was sent, a name for each time."""
    return sorted(address.id for address, message in post.letters if TEXT in "".join(message.bubbles))


async def test_a_lesson_brings_it_and_to_the_others_it_comes_alone(
    database: Database, delivery: Delivery, clock: Clock, post: Post
) -> None:
    """1 learns daily at eight, 2 on Mondays, 3 has switched off, 4 never chose an hour; each day has one message."""
    daily, weekly = {"next_lesson_at": at("25 08:00")}, WEEKLY
    await people.enrol(database, daily, weekly, {**weekly, "off": True}, {"rhythm": "", "next_lesson_at": None})
    await people.sent(database, LESSON)
    clock.now = at("24 10:00")
    news = await tell(database, clock.now)
    await look(delivery)
    assert told(post) == ["2"]
    for _ in range(3):
        clock.forward(hours=1)
        await look(delivery)
    assert told(post) == ["2"]
    assert await came(database, news) == ({"sent": 1}, 1)
    clock.now = at("25 08:00")
    await look(delivery)
    assert told(post) == ["1", "2"]
    assert [len(post.letters), post.letters[-1][0].id] == [2, "1"]
    assert post.letters[-1][1] == (await record_of(database, 1)).learner.screen
    assert await came(database, news) == ({"sent": 2}, 0)
    for _ in range(8):
        clock.forward(days=1)
        await look(delivery)
    assert told(post) == ["1", "2"]


async def test_its_day_has_no_other_message(
    database: Database, desk: Desk, delivery: Delivery, clock: Clock, post: Post
) -> None:
    """Whoever changes their hour after it came hears of us again tomorrow."""
    await people.enrol(database, WEEKLY)
    clock.now = at("24 10:00")
    await tell(database, clock.now)
    await look(delivery)
    one = await record_of(database, 1)
    moved = replace(one.learner, rhythm="daily 12:00").scheduled(clock.now, ())
    await change(database, one, rhythm=moved.rhythm, next_lesson_at=moved.next_lesson_at)
    assert moved.next_lesson_at == at("25 12:00")
    clock.now = at("24 12:00")
    await look(delivery)
    assert len(post.letters) == 1


async def test_two_broadcasts_come_on_two_days(
    database: Database, delivery: Delivery, clock: Clock, post: Post
) -> None:
    """The older one first."""
    await people.enrol(database, WEEKLY)
    clock.now = at("24 10:00")
    await tell(database, clock.now)
    await tell(database, clock.now, "다른 소식이에요.")
    for _ in range(4):
        await look(delivery)
        clock.forward(hours=1)
    assert len(post.letters) == 1
    clock.forward(days=1)
    await look(delivery)
    assert [TEXT in message.bubbles[0] for _, message in post.letters] == [True, False]


async def test_the_same_words_are_told_once(database: Database, delivery: Delivery, clock: Clock, post: Post) -> None:
    """However often, and by however many at once, they are handed in."""
    await people.enrol(database, WEEKLY)
    clock.now = at("24 10:00")
    first = await tell(database, clock.now)
    clock.forward(hours=1)
    again = await asyncio.gather(*(tell(database, clock.now) for _ in range(4)))
    assert again == [first] * 4
    for _ in range(3):
        await look(delivery)
        clock.forward(days=1)
    assert told(post) == ["1"]


@pytest.mark.parametrize("fault", [Unsent("later"), Unreachable("blocked")])
async def test_what_did_not_arrive_is_still_owed(
    database: Database, delivery: Delivery, clock: Clock, post: Post, fault: Exception
) -> None:
    """It is tried again for three hours, and then on another day, while there is a way."""
    await people.enrol(database, WEEKLY)
    clock.now, post.fault = at("24 10:00"), fault
    news = await tell(database, clock.now)
    for _ in range(6):
        await look(delivery)
        clock.forward(hours=1)
    assert await came(database, news) == ({}, 1)
    post.fault, sent_before = None, len(post.letters)
    clock.now = at("25 10:00")
    await look(delivery)
    assert len(post.letters) - sent_before == isinstance(fault, Unsent)


async def test_stopped_it_comes_to_nobody_else(
    database: Database, delivery: Delivery, clock: Clock, post: Post
) -> None:
    """Neither alone nor with a lesson, which comes all the same."""
    await people.enrol(database, WEEKLY, {"next_lesson_at": at("25 08:00")})
    clock.now = at("24 06:00")
    news = await tell(database, clock.now)
    async with database.transaction() as connection:
        await broadcasts.stop(connection, news.id, clock.now)
    clock.now = at("25 08:00")
    await look(delivery)
    assert [address.id for address, _ in post.letters] == ["2"]
    assert told(post) == []


class Dying(Post):
    """A messenger whose process is killed after so many letters: none of them comes to its end."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        self.left, self.killed = letters, asyncio.Event()

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        if not self.left:
            self.killed.set()
            await asyncio.Event().wait()
        self.left -= 1
        await super().send(address, message, begin)


@pytest.mark.parametrize("letters", [0, 1, 7, 29])
async def test_killed_in_the_middle_and_resumed_nobody_hears_it_twice(
    database: Database, desk: Desk, clock: Clock, letters: int
) -> None:
    """A process is gone without a word, its claims are taken over, and thirty people hear it once each."""
    await people.enrol(database, *([WEEKLY] * 30))
    clock.now = at("24 10:00")
    news = await tell(database, clock.now)
    first, second = Dying(letters), Post()
    holidays = korean_holidays([2026, 2027])
    one = Delivery(database, desk, {"telegram": first.send}, clock, Metrics(), holidays)
    dying = asyncio.create_task(look(one))
    await first.killed.wait()
    running = [task for task in asyncio.all_tasks() if "Sender._run" in repr(task.get_coro())]
    for task in (dying, *running):
        task.cancel()
    await asyncio.wait([dying, *running])
    other = Delivery(database, desk, {"telegram": second.send}, clock, Metrics(), holidays)
    for _ in range(3):
        clock.forward(minutes=2)
        await other.settle()
        await other.deliver()
    heard = told(first) + told(second)
    assert sorted(heard) == sorted(f"{n}" for n in range(1, 31))
    assert (await came(database, news))[1] == 0
