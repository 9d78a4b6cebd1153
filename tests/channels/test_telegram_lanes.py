"""Replies first, bulk at its rate, silences kept: played on a clock that leaps, with only the network replaced."""

import asyncio
import gc
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.transport import BURST
from bot.message import Unsent, Unsure
from tests.channels.telegram_clock import Post, after, every, leaping, push, reply, tried

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SLOW_DOWN = (429, {"retry_after": 5})


# The rate


@pytest.mark.parametrize("rate", [1.0, 25.0, 30.0, 300.0])
@pytest.mark.parametrize("takes", [0.0, 0.15])
def test_pushes_leave_in_their_order_exactly_at_the_rate(rate: float, takes: float) -> None:
    """However long each answer takes, and however many are asked for at once."""
    post = Post(takes)

    async def scene() -> None:
        transport = post.transport(rate)
        await asyncio.gather(*(push(transport, chat) for chat in range(1, 101)))

    leaping(scene)
    assert post.times == every(1 / rate, 100)
    assert post.texts == [f"수업 {chat}" for chat in range(1, 101)]


def test_an_idle_hour_saves_up_no_burst() -> None:
    post = Post()

    async def scene() -> None:
        transport = post.transport()
        await push(transport, 1)
        await asyncio.sleep(3600)
        await asyncio.gather(*(push(transport, chat) for chat in range(2, 12)))

    leaping(scene)
    assert post.times == [0.0, *every(0.04, 10, post.times[1])]


def test_the_bubbles_of_a_message_begun_go_before_those_who_only_stand_in_line() -> None:
    """Each bubble costs a slot, and no learner reads the first bubble seconds before the second."""
    post = Post()

    async def scene() -> None:
        transport = post.transport()
        await asyncio.gather(*(push(transport, chat, "하나", "둘", "셋") for chat in range(1, 31)))

    leaping(scene)
    assert post.times[:88] == every(0.04, 88)  # then the last message waits for its own answers
    for chat in range(1, 31):
        when = [time for time, to_chat, _ in post.left if to_chat == str(chat)]
        assert when[2] - when[0] < 0.7
        assert [text for _, to_chat, text in post.left if to_chat == str(chat)] == ["하나", "둘", "셋"]


@settings(max_examples=60)
@given(
    arrivals=st.lists(st.floats(0, 3), min_size=1, max_size=40),
    replies=st.lists(st.floats(0, 3), max_size=20),
    takes=st.sampled_from([0.0, 0.01, 0.15, 2.0]),
    refused=st.sets(st.integers(0, 40), max_size=3),
)
def test_no_window_holds_more_pushes_than_the_rate_allows(
    arrivals: list[float], replies: list[float], takes: float, refused: set[int]
) -> None:
    """And everything arrives once, and nothing leaves in a silence, whatever comes when."""
    post = Post(takes, dict.fromkeys(refused, (429, {"retry_after": 1})))

    async def scene() -> None:
        transport = post.transport(spacing=0)
        pushes = [after(when, tried(transport, n + 1)) for n, when in enumerate(arrivals)]
        answers = [after(when, reply(transport, n + 1)) for n, when in enumerate(replies)]
        await asyncio.gather(*pushes, *answers)

    leaping(scene)
    pushed = [when for when, _, text in post.left if text.startswith("수업")]
    for n, start in enumerate(pushed):
        for more, end in enumerate(pushed[n + 1 :], 1):
            assert more <= (end - start) * 25 + 1.001, "more in this window than the rate and one slot used late"
    arrived = [text for n, (_, _, text) in enumerate(post.left) if n not in refused]
    assert sorted(arrived) == sorted(
        [f"수업 {n + 1}" for n in range(len(arrivals))] + [f"답 {n + 1}" for n in range(len(replies))]
    )
    for n in refused & set(range(len(post.left))):
        told = post.times[n] + takes
        assert not [when for when in post.times if told + 1e-5 < when < told + 1 - 1e-5]


# Replies first


def test_a_reply_leaves_at_once_while_sixty_pushes_wait() -> None:
    """Even to a learner whose own lesson is among them."""
    post = Post()

    async def scene() -> None:
        transport = post.transport()
        pushes = [push(transport, chat) for chat in range(1, 61)]
        await asyncio.gather(*pushes, after(0.5, reply(transport, 60)), after(0.5, reply(transport, 99)))

    leaping(scene)
    assert [when for when, _, text in post.left if text.startswith("답")] == [0.5, 0.5]
    assert len(post.left) == 62


def test_a_429_silences_both_lanes_to_its_end_and_replies_go_on_first() -> None:
    """A second 429 with a shorter time does not shorten it, and no success lifts it."""
    post = Post(refusals={3: SLOW_DOWN, 4: (429, {"retry_after": 1})})

    async def scene() -> None:
        transport = post.transport()
        pushes = [tried(transport, chat) for chat in range(1, 31)]
        await asyncio.gather(*pushes, *(after(1.0, reply(transport, chat)) for chat in range(50, 55)))

    leaping(scene)
    told = 3 * 0.04 + 0.15
    later = [(when, text) for when, _, text in post.left if when > told + 1e-6]
    assert later[0][0] == pytest.approx(told + 5)
    assert sorted(text for _, text in later[:5]) == [f"답 {chat}" for chat in range(50, 55)]
    assert len(post.left) == 35 + 2  # those two once more


def test_an_api_that_hangs_on_the_lessons_still_lets_replies_through() -> None:
    post = Post(takes=3600.0)

    async def scene() -> None:
        transport = post.transport()
        waiting = [asyncio.create_task(push(transport, chat)) for chat in range(1, 101)]
        await asyncio.sleep(100)
        assert len(post.left) == 60
        waiting.append(asyncio.create_task(reply(transport, 200)))
        await asyncio.sleep(1)
        assert post.texts[-1] == "답 200"
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    leaping(scene)


def test_a_cancelled_push_leaves_the_line_to_the_others() -> None:
    post = Post()

    async def scene() -> None:
        transport = post.transport()
        line = [asyncio.create_task(push(transport, chat)) for chat in range(1, 21)]
        await asyncio.sleep(0.1)
        for task in line[3:12]:
            task.cancel()
        await asyncio.gather(*line, return_exceptions=True)
        await reply(transport, 99)

    leaping(scene)
    assert sorted(int(chat) for _, chat, _ in post.left) == [1, 2, 3, *range(13, 21), 99]


# One chat


def test_messages_of_different_sendings_to_one_chat_are_a_second_apart() -> None:
    """The bubbles of one follow at once; their order holds; only the first bubble of a push makes a sound."""
    post = Post(takes=0.25)

    async def scene() -> None:
        transport = post.transport()
        await asyncio.gather(
            reply(transport, 7, "하나", "둘", "셋"), reply(transport, 7, "넷"), push(transport, 7, "수업", "끝")
        )

    leaping(scene)
    assert post.texts == ["하나", "둘", "셋", "넷", "수업", "끝"]
    assert post.times == [0.0, 0.25, 0.5, 1.75, pytest.approx(3.0), pytest.approx(3.25)]
    assert post.silent == [True, True, True, True, False, True]


@pytest.mark.parametrize("burst", [1, 3, BURST])
def test_a_fast_thumb_is_answered_at_once_and_a_flood_once_a_second(burst: int) -> None:
    """So many may follow each other; then one a second, and each second of rest is worth one again."""
    post = Post(takes=0)

    async def scene() -> None:
        transport = post.transport(burst=burst)
        for _ in range(burst + 2):
            await reply(transport, 7)
        await asyncio.sleep(2)
        for _ in range(3):
            await reply(transport, 7)

    leaping(scene)
    ready = [0.0] * burst + [1.0, 2.0]  # two seconds of rest later two are free
    assert post.times == [
        pytest.approx(when) for when in (*ready, 4.0, 4.0 if burst > 1 else 5.0, 5.0 if burst > 1 else 6.0)
    ]


def test_a_push_that_waited_for_its_chat_takes_a_new_slot() -> None:
    post = Post(takes=0.02)

    async def scene() -> None:
        transport = post.transport()
        await reply(transport, 7)
        await asyncio.gather(*(push(transport, chat) for chat in range(5, 60)))

    leaping(scene)
    pushed = [when for when, _, text in post.left if text.startswith("수업")]
    assert min(later - before for before, later in itertools.pairwise(pushed)) > 0.039
    assert [when for when, _, text in post.left if text == "수업 7"] == [pytest.approx(1.06)]


def test_a_chat_that_has_grown_quiet_takes_no_memory() -> None:
    def chats() -> int:
        return sum(type(found).__name__ == "_Chat" for found in gc.get_objects())

    async def scene() -> None:
        transport = Post().transport()
        before = chats()
        await asyncio.gather(*(reply(transport, chat) for chat in range(1, 31)))
        assert chats() == before + 30
        await asyncio.sleep(2)
        assert chats() == before

    leaping(scene)


def test_one_who_floods_the_bot_fills_only_their_own_chat() -> None:
    post = Post()

    async def scene() -> None:
        transport = post.transport()
        flood = [reply(transport, 7, f"{n}") for n in range(50)]
        got = await asyncio.gather(*flood, reply(transport, 8), return_exceptions=True)
        assert [type(outcome) for outcome in got] == [type(None)] * 20 + [Unsent] * 30 + [type(None)]

    leaping(scene)
    assert post.left[1] == (0.0, "8", "답 8")


def test_a_long_silence_gives_up_at_once_what_never_left_and_admits_what_half_did() -> None:
    post = Post(refusals={1: (429, {"retry_after": 3600})})

    async def scene() -> None:
        transport = post.transport()
        with pytest.raises(Unsure):
            await reply(transport, 1, "하나", "둘")
        for sending in (reply(transport, 2), push(transport, 3)):
            with pytest.raises(Unsent):
                await sending

    leaping(scene)
    assert len(post.left) == 2
