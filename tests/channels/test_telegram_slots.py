"""RateLimiter that several processes share: taken in tens, kept to, held in a silence. Played on a clock that leaps."""

import asyncio

import pytest

from bot.channels.telegram.lanes import LocalRateLimiter
from bot.message import Away, Unsent
from tests.channels.telegram_clock import Post, every, leaping, push, reply, tried

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SLOW_DOWN = (429, {"retry_after": 5})


class Shared:
    """A rate that several processes share: grants what the script says, and remembers what was asked."""

    def __init__(self, *waits: float) -> None:
        self.waits, self.asked, self.held = list(waits), list[int](), list[float]()

    async def take(self, count: int) -> float:
        self.asked.append(count)
        return self.waits.pop(0)

    async def hold(self, seconds: float) -> None:
        self.held.append(seconds)


def test_slots_shared_with_other_processes_are_taken_in_tens_and_kept_to() -> None:
    """As many as stand in line just then, ten at most, and in good time: when two of them are left."""
    post, shared = Post(), Shared(0.0, 0.04, 2.0, 7.0, 0.5)

    async def scene() -> None:
        transport = post.transport(limiter=shared)
        await asyncio.gather(*(push(transport, chat) for chat in range(1, 26)))

    leaping(scene)
    assert shared.asked == [1, 1, 10, 9, 4]
    assert post.times[:2] == every(0.04, 2)
    assert post.times[2:12] == every(0.04, 10, 0.04 + 2.0)
    assert post.times[12:21] == every(0.04, 9, post.times[9] + 7.0)
    assert post.times[21:] == every(0.04, 4, post.times[19] + 0.5)


class Far(LocalRateLimiter):
    """A rate kept in a database: each answer takes a while."""

    def __init__(self, rate: float) -> None:
        super().__init__(rate)
        self.asked = list[int]()

    async def take(self, count: int) -> float:
        self.asked.append(count)
        asked_at = asyncio.get_running_loop().time()
        wait = await super().take(count)
        await asyncio.sleep(0.005)
        return max(0.0, asked_at + wait - asyncio.get_running_loop().time())


@pytest.mark.parametrize(("rate", "takes"), [(25.0, 0.15), (300.0, 0.15), (1000.0, 0.02), (1000.0, 0.15)])
def test_a_database_that_takes_its_time_costs_no_slots(rate: float, takes: float) -> None:
    """Though 5 ms are five slots at a thousand a second; and it is asked seldom enough."""
    post, far, count = Post(takes), Far(rate), int(rate * 10)

    async def scene() -> None:
        transport, chats = post.transport(rate, far), iter(range(1, count + 1))

        async def worker() -> None:
            for chat in chats:
                await push(transport, chat)

        await asyncio.gather(*(worker() for _ in range(250)))

    leaping(scene)
    assert post.times[-1] == pytest.approx(count / rate, rel=0.01)
    assert len(far.asked) < 10 * 15


def test_at_the_end_of_a_long_line_no_slot_is_reserved_in_vain() -> None:
    """What this process reserves and does not use the others lack."""
    post, far = Post(), Far(25.0)

    async def scene() -> None:
        transport = post.transport(limiter=far)
        await asyncio.gather(*(push(transport, chat) for chat in range(1, 201)))

    leaping(scene)
    assert sum(far.asked) == 200


def test_a_silence_over_a_minute_is_not_moved_further_away_by_asking() -> None:
    """A bot started anew in an hour's silence asks once, and once more when its end is a minute away."""
    post, shared = Post(), Shared(3600.0, 59.0)

    async def scene() -> None:
        transport = post.transport(limiter=shared)
        for chat in range(1, 100):
            with pytest.raises(Unsent):
                await push(transport, chat)
        assert shared.asked == [1]
        await asyncio.sleep(3541)
        await push(transport, 100)

    leaping(scene)
    assert shared.asked == [1, 1]
    assert post.times == [3600.0]


def test_a_429_is_told_to_the_other_processes() -> None:
    post, shared = Post(refusals={0: SLOW_DOWN}), Shared(0.0)
    leaping(lambda: reply(post.transport(limiter=shared), 1))
    assert shared.held == [5.0]
    assert post.times == [0.0, pytest.approx(5.15)]


def test_slots_taken_before_a_silence_are_not_made_up_for_after_it() -> None:
    post = Post(refusals={0: SLOW_DOWN})

    async def scene() -> None:
        transport = post.transport()
        await asyncio.gather(*(tried(transport, chat) for chat in range(1, 11)))

    leaping(scene)
    assert post.times == [*every(0.04, 4), *every(0.04, 7, 0.15 + 5)]


def test_while_a_reply_waits_for_room_no_push_even_asks_for_a_slot() -> None:
    post, shared = Post(takes=60.0), Shared(0.0)

    async def scene() -> None:
        transport = post.transport(limiter=shared)
        replies = [asyncio.create_task(reply(transport, chat)) for chat in range(1, 41)]  # room is for 32
        pushed = asyncio.create_task(push(transport, 99))
        await asyncio.sleep(59)
        assert not shared.asked
        await asyncio.gather(*replies, pushed)

    leaping(scene)
    assert post.left[40] == (60.0, "99", "수업 99")


@pytest.mark.parametrize("refusal", [Away("the database"), 3600.0], ids=["no answer", "not within the minute"])
def test_without_a_slot_in_sight_a_push_is_surely_unsent(refusal: Away | float) -> None:
    class Barren(Shared):
        async def take(self, count: int) -> float:
            if isinstance(refusal, Away):
                raise refusal
            return refusal

    post = Post()

    async def scene() -> None:
        with pytest.raises(Unsent):
            await push(post.transport(limiter=Barren()), 1)

    leaping(scene)
    assert not post.left
