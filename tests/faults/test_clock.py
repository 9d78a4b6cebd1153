"""The clock of the machine jumps, sleeps, or is moved to another zone: no study day's lesson comes twice.

Whoever's lesson is not more than three hours late has it, and the next day is as always.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Begin, Message, at_once
from bot.operator.metrics import Metrics
from bot.store import Database
from tests.conftest import TUESDAY_8, Chat, Clock
from tests.faults.town import HOLIDAYS
from tests.records import change, record_at, record_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEW_YORK = ZoneInfo("America/New_York")


@dataclass
class Post:
    """A messenger that notes when it is given something, by the clock of the moment; `gate` shut, it hangs."""

    clock: Clock
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    left: list[tuple[str, datetime]] = field(default_factory=list)

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        await begin()
        self.left.append((address.id, self.clock()))
        self.reached.set()
        await self.gate.wait()

    @property
    def times(self) -> list[datetime]:
        return [when for _, when in self.left]


@pytest.fixture
def post(clock: Clock) -> Post:
    post = Post(clock)
    post.gate.set()
    return post


@pytest.fixture
def delivery(database: Database, desk: Desk, clock: Clock, post: Post) -> Delivery:
    return another(database, desk, clock, post)


def another(database: Database, desk: Desk, clock: Clock, post: Post) -> Delivery:
    return Delivery(database, desk, {"telegram": post.send}, clock, Metrics(), HOLIDAYS)


async def looks(delivery: Delivery, clock: Clock, until: datetime, every: timedelta = HOUR) -> None:
    """The clock is looked at now, and goes on as it should."""
    while clock.now <= until:
        await delivery.settle()
        await delivery.deliver()
        clock.now += every


async def outcome(database: Database) -> str:
    """What became of the newest message to the first learner."""
    return (await record_of(database, 1)).latest()[0].outcome


async def test_back_by_an_hour_right_after_the_lesson(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post
) -> None:
    """The hour that comes twice brings nothing the second time."""
    clock.now = TUESDAY_8
    await delivery.deliver()
    clock.now -= HOUR
    await looks(delivery, clock, TUESDAY_8 + DAY, HOUR / 4)
    assert post.times == [TUESDAY_8, TUESDAY_8 + DAY]


@pytest.mark.parametrize("hours", [2, 5, 8])
async def test_forward_or_asleep(hours: int, database: Database, clock: Clock, delivery: Delivery, post: Post) -> None:
    """Ten learners, one each half hour from eight; the clock stands at seven, and then so many hours later."""
    due = {str(n): TUESDAY_8 + n * HOUR / 2 for n in range(10)}
    for id_, moment in due.items():
        one = await record_at(database, Address("telegram", id_), clock())
        rhythm = f"weekdays {moment.astimezone(ZoneInfo('Asia/Seoul')):%H:%M}"
        await change(database, one, trade="teacher", rhythm=rhythm, next_lesson_at=moment)
    clock.now = TUESDAY_8 - HOUR
    await delivery.deliver()
    assert post.left == []
    woken = clock.now = TUESDAY_8 - HOUR + hours * HOUR
    await delivery.deliver()
    in_time = {id_ for id_, moment in due.items() if timedelta() <= woken - moment <= 3 * HOUR}
    assert {id_ for id_, _ in post.left} == in_time
    await looks(delivery, clock, TUESDAY_8 + 10 * HOUR, HOUR / 2)
    assert sorted(id_ for id_, _ in post.left) == sorted(in_time | {id_ for id_ in due if due[id_] > woken})
    post.left.clear()
    clock.now = TUESDAY_8 + DAY
    await looks(delivery, clock, TUESDAY_8 + DAY + 5 * HOUR, HOUR / 2)
    assert post.left == [(id_, moment + DAY) for id_, moment in due.items()]


@pytest.mark.parametrize(("at", "came"), [(-1, [1, 2]), (1, [0, 1 + 1 / 24, 2])], ids=["before it", "after it"])
async def test_forward_by_a_day_and_back_again(
    at: int, came: Sequence[float], learner: Chat, clock: Clock, delivery: Delivery, post: Post
) -> None:
    """What was sent or had become too late in the wrong day stays so; from the day after it all is as always."""
    clock.now = TUESDAY_8 - HOUR
    await looks(delivery, clock, TUESDAY_8 + at * HOUR)
    clock.now = TUESDAY_8 + at * HOUR + DAY
    await delivery.deliver()
    clock.now -= DAY
    await looks(delivery, clock, TUESDAY_8 + 2 * DAY)
    assert post.times == [TUESDAY_8 + days * DAY for days in came]


@pytest.mark.parametrize("back", [False, True], ids=["and on", "and back"])
async def test_ten_minutes_in_the_middle_of_a_send(
    back: bool,  # noqa: FBT001 - a column of the table
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, database: Database, desk: Desk,
) -> None:  # fmt: skip
    """To another process it looks as if its sender had died; the sender knows better, and nobody sends it again."""
    clock.now = TUESDAY_8
    post.gate.clear()
    sending = asyncio.create_task(delivery.deliver())
    await post.reached.wait()
    clock.forward(minutes=10, seconds=1)
    other = another(database, desk, clock, post)
    assert await other.deliver() == 0
    await other.settle()
    assert await other.deliver() == 0
    assert await outcome(database) == "unknown"
    clock.forward(minutes=-10 if back else 1)
    post.gate.set()
    await sending
    assert await outcome(database) == "sent"
    await looks(other, clock, TUESDAY_8 + DAY + HOUR)
    assert len(post.left) == 2


async def test_asleep_in_the_middle_of_a_send(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, database: Database
) -> None:
    """Eight hours later the process finds its own message of unknown fate, and then hears that it has arrived."""
    clock.now = TUESDAY_8
    post.gate.clear()
    sending = asyncio.create_task(delivery.deliver())
    await post.reached.wait()
    clock.now += 8 * HOUR
    await delivery.settle()
    post.gate.set()
    await sending
    assert await outcome(database) == "sent"
    await looks(delivery, clock, TUESDAY_8 + DAY)
    assert len(post.left) == 2


@pytest.mark.parametrize(
    ("rhythm", "first", "came"),
    [
        ("daily 01:30", "2026-10-30", ["10-30 05:30", "10-31 05:30", "11-01 05:30", "11-02 06:30", "11-03 06:30"]),
        ("daily 02:30", "2026-10-30", ["10-30 06:30", "10-31 06:30", "11-01 07:30", "11-02 07:30", "11-03 07:30"]),
        ("daily 01:30", "2027-03-12", ["03-12 06:30", "03-13 06:30", "03-14 06:30", "03-15 05:30", "03-16 05:30"]),
        ("daily 02:30", "2027-03-12", ["03-12 07:30", "03-13 07:30", "03-14 07:00", "03-15 06:30", "03-16 06:30"]),
    ],
)
async def test_a_night_that_has_an_hour_twice_or_not_at_all(
    rhythm: str, first: str, came: list[str], chat: Chat, clock: Clock, delivery: Delivery, post: Post
) -> None:
    """In New York; `came` is in UTC. An hour that comes twice rings the first time, one that does not come at three."""
    noon = clock.now = datetime.fromisoformat(f"{first} 12:00").replace(tzinfo=NEW_YORK).astimezone(UTC) - DAY
    for words in ("시작", "/trade teacher", "/zone 뉴욕", f"/hour {rhythm}"):
        await chat.says_at_once(words)
    for night in range(1, 6):
        clock.now = noon + night * DAY - DAY / 2
        await looks(delivery, clock, clock.now + 5 * HOUR, HOUR / 2)
    assert [f"{when:%m-%d %H:%M}" for when in post.times] == came


@pytest.mark.parametrize(
    ("there", "back", "count"),
    [
        (-10, -5, 3),  # minutes from the ring at eight
        (-10, 30, 2),  # when it rang at home it was not yet eight there, and back home it was past
        (10, 60, 3),
        (10, 14 * 60 + 10, 3),  # eight o'clock comes there as well
        (-10, 14 * 60 + 10, 3),  # only there
    ],
)
async def test_to_new_york_and_back_around_the_ring(
    there: int, back: int, count: int, learner: Chat, clock: Clock, delivery: Delivery, post: Post
) -> None:
    """Whichever eight o'clock it is, a study day has one lesson; after three days at home there are three."""
    await learner.says("알림 매일 아침 8시")
    clock.now = TUESDAY_8 - HOUR
    for minutes, place in ((there, "뉴욕"), (back, "서울")):
        moment = TUESDAY_8 + timedelta(minutes=minutes)
        while clock.now < moment:
            await delivery.deliver()
            clock.now = min(clock.now + HOUR / 6, moment)
        await learner.says_at_once(f"/zone {place}")
    await looks(delivery, clock, TUESDAY_8 + 2 * DAY + HOUR)
    assert len(post.left) == count
    assert [when.astimezone(ZoneInfo("Asia/Seoul")).hour for when in post.times[-2:]] == [8, 8]


async def test_what_is_said_again_after_the_clock_went_back_is_answered(learner: Chat, clock: Clock) -> None:
    """It is no double tap."""
    await learner.says("진도")
    clock.now -= HOUR
    await learner.says("진도")
    assert not learner.message.repeated


async def test_a_clock_that_shows_2030_for_one_look_does_nothing(
    learner: Chat, clock: Clock, delivery: Delivery, post: Post, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A leap is looked at twice: neither is anybody put off, nor anything forgotten that is old only by that clock."""
    shown = iter([clock.now, datetime(2030, 1, 1, tzinfo=UTC), TUESDAY_8 - HOUR / 12, TUESDAY_8 - HOUR / 12, TUESDAY_8])
    before, naps = await record_of(database, 1), 0

    async def nap(_: float) -> None:
        nonlocal naps
        if (naps := naps + 1) > 4:
            raise asyncio.CancelledError
        clock.now = next(shown)

    clock.now = next(shown)
    monkeypatch.setattr("bot.delivery.asyncio.sleep", nap)
    with pytest.raises(asyncio.CancelledError):
        await delivery.run()
    assert post.times == [TUESDAY_8]
    assert (await record_of(database, 1)).learner.rhythm == before.learner.rhythm


@pytest.mark.parametrize("minutes", [0, 30])
async def test_a_clock_that_was_years_ahead_silences_nobody(
    minutes: int, learner: Chat, clock: Clock, delivery: Delivery, post: Post, database: Database
) -> None:
    """Whatever it has put off is reckoned anew, and comes from the next day of their rhythm; what is right stays."""
    right = (await record_of(database, 1)).learner
    assert await delivery.mend() == 0
    clock.now = datetime(2030, 3, 4, 23, minutes, tzinfo=UTC)  # in one of them their hour has just been
    await delivery.deliver()
    clock.now = TUESDAY_8 - HOUR
    put_off = (await record_of(database, 1)).learner.next_lesson_at
    assert put_off
    assert put_off.year == 2030
    assert await delivery.mend() == 1
    mended = (await record_of(database, 1)).learner
    assert (mended.next_lesson_at, mended.next_kind) == (right.next_lesson_at, right.next_kind)
    post.left.clear()
    await looks(delivery, clock, TUESDAY_8 + DAY)
    assert post.times == [TUESDAY_8, TUESDAY_8 + DAY]


async def test_who_rests_for_long_is_left_alone(
    learner: Chat, clock: Clock, delivery: Delivery, database: Database
) -> None:
    """A pause says itself when lessons come again."""
    one = await record_of(database, 1)
    later = clock.now + 40 * DAY
    await change(database, one, paused_from=clock.now.date(), paused_until=later.date(), next_lesson_at=later)
    assert await delivery.mend() == 0
    assert (await record_of(database, 1)).learner.next_lesson_at == later


async def test_one_that_cannot_be_reckoned_keeps_nobody_else_waiting(
    learner: Chat, clock: Clock, delivery: Delivery, database: Database
) -> None:
    """As one whose zone no machine knows any more."""
    right = (await record_of(database, 1)).learner
    other = await record_at(database, Address("telegram", "2"), clock())
    far = clock.now + 1000 * DAY
    await change(database, other, zone="Nowhere/Land", rhythm=right.rhythm, next_lesson_at=far)
    await change(database, await record_of(database, 1), next_lesson_at=far)
    assert await delivery.mend() == 2
    assert (await record_of(database, 1)).learner.next_lesson_at == right.next_lesson_at
