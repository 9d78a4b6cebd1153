"""What is done right before a push may leave: once, at the last moment, and whatever it forbids is not sent."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest
from lo_bot_api_emulator import ApiRefusal
from telegram.error import ChatMigrated

from bot.channels.telegram.calls import NotSent
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.message import Address, Away, Message, Unreachable, Unsent, Unsure
from tests.channels.telegram_api import TOKEN, Api, Conversation, serving
from tests.channels.telegram_clock import Post, after, leaping, push, reply
from tests.language import SAY

ADDRESS = Address("telegram", "7")

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SLOW_DOWN = (429, {"retry_after": 5})


# On a clock that leaps, with only the network replaced


def test_writing_down_costs_no_slot_and_holds_up_no_reply() -> None:
    post, spans = Post(), itertools.cycle([0.001, 0.005])

    async def begin() -> None:
        await asyncio.sleep(next(spans))

    async def scene() -> None:
        transport = post.transport()
        pushes = [push(transport, chat, begin=begin) for chat in range(1, 101)]
        await asyncio.gather(*pushes, after(2.0, reply(transport, 500)))

    leaping(scene)
    pushed = [when for when, _, text in post.left if text.startswith("수업")]
    assert pushed == [pytest.approx(n / 25, abs=0.0051) for n in range(100)]
    assert (2.0, "500", "답 500") in post.left


def test_pushes_that_a_stalled_database_held_up_do_not_leave_together() -> None:
    """Even when all sixty who are inside need another slot."""
    post = Post()

    async def scene() -> None:
        transport, now = post.transport(), asyncio.get_running_loop().time

        async def begin() -> None:
            await asyncio.sleep(max(0.002, 5.0 - now()))

        await asyncio.gather(*(push(transport, chat, begin=begin) for chat in range(1, 201)))

    leaping(scene)
    assert len(set(post.texts)) == len(post.left) == 200
    for start in post.times:
        assert sum(start <= when < start + 1 for when in post.times) <= 31


def test_a_silence_that_begins_while_it_is_written_down_is_kept() -> None:
    """Nothing is written down twice for it."""
    post, noted = Post(refusals={0: SLOW_DOWN}), list[float]()

    async def scene() -> None:
        transport, now = post.transport(), asyncio.get_running_loop().time

        async def begin() -> None:
            noted.append(now())
            await asyncio.sleep(0.1)

        await asyncio.gather(reply(transport, 1), after(0.1, push(transport, 2, begin=begin)))

    leaping(scene)
    assert noted == [0.1]
    assert post.times == [0.0, *[pytest.approx(5.15)] * 2]


@pytest.mark.parametrize("raised", [Unsent("no"), Away("no"), RuntimeError("no"), asyncio.CancelledError()])
def test_what_must_not_begin_frees_room_door_and_chat(raised: BaseException) -> None:
    post, asked = Post(), list[int]()

    async def begin() -> None:
        asked.append(1)
        raise raised

    async def scene() -> None:
        transport = post.transport(spacing=0)
        for _ in range(100):  # more than there is room for
            with pytest.raises(type(raised)) as caught:
                await push(transport, 7, "하나", "둘", begin=begin)
            assert caught.value is raised
        await push(transport, 7)
        await reply(transport, 7)

    leaping(scene)
    assert len(asked) == 100
    assert post.texts == ["수업 7", "답 7"]


# Over real sockets


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
async def telegram(api: Api) -> AsyncIterator[Telegram]:
    async with open_telegram(TOKEN, Conversation(), SAY, [], api_url=api.url, spacing=0, pause=0.01) as telegram:
        yield telegram


class Begun:
    """Notes how much was tried at the network when it was asked to begin, and may forbid it."""

    def __init__(self, api: Api, forbids: BaseException | None = None) -> None:
        self.api, self.forbids, self.tried = api, forbids, list[int]()

    async def __call__(self) -> None:
        self.tried.append(len(self.api.tried()))
        await asyncio.sleep(0.002)
        if self.forbids:
            raise self.forbids


async def test_a_repeated_message_is_not_pushed_and_does_not_begin(telegram: Telegram, api: Api) -> None:
    begin = Begun(api)
    await telegram.send(ADDRESS, Message(("전에 한 말",), repeated=True), begin)
    assert not api.tried()
    assert not begin.tried


@pytest.mark.parametrize(
    "refusal",
    [
        None,
        ApiRefusal("Bad Request: BUTTON_DATA_INVALID"),
        ApiRefusal("Bad Request: group chat was upgraded", 400, {"migrate_to_chat_id": -100123}),
    ],
    ids=lambda value: getattr(value, "description", "accepted"),
)
async def test_a_push_begins_once_however_often_it_is_tried(
    telegram: Telegram, api: Api, refusal: ApiRefusal | None
) -> None:
    api.faults["sendMessage"] = [refusal]
    begin = Begun(api)
    await telegram.send(ADDRESS, Message(("하나", "둘", "셋")), begin)
    assert begin.tried == [0]
    assert len(api.sent()) == 3


async def test_a_push_begins_once_though_no_connection_comes_about() -> None:
    async with serving(Api()) as api:
        gone = api.url
    begin = Begun(api)
    async with open_telegram(TOKEN, Conversation(), SAY, [], api_url=gone, spacing=0, pause=0.001) as telegram:
        with pytest.raises(Unsent):
            await telegram.send(ADDRESS, Message(("하나",)), begin)
    assert begin.tried == [0]


async def test_a_push_begins_only_when_its_chat_is_free(telegram: Telegram, api: Api) -> None:
    api.slow_chats.add("7")
    first = asyncio.create_task(telegram.send(ADDRESS, Message(("하나",))))
    await asyncio.sleep(0.05)
    begin = Begun(api)
    second = asyncio.create_task(telegram.send(ADDRESS, Message(("둘",)), begin))
    await asyncio.sleep(0.1)
    assert not begin.tried
    api.gate.set()
    await asyncio.gather(first, second)
    assert begin.tried == [1]


@pytest.mark.parametrize(
    "raised",
    [
        Unsent("it is another's"),
        Unsure("?"),
        Unreachable("?"),
        Away("database"),
        LookupError("?"),
        ChatMigrated(-5),
        NotSent("?"),
    ],
    ids=lambda raised: type(raised).__name__,
)
async def test_what_forbids_a_push_comes_out_as_it_is_and_nothing_is_sent(
    telegram: Telegram, api: Api, raised: Exception
) -> None:
    """Afterwards the same chat takes the next push at once."""
    begin = Begun(api, raised)
    with pytest.raises(type(raised)) as caught:
        await telegram.send(ADDRESS, Message(("하나", "둘")), begin)
    assert caught.value is raised
    assert begin.tried == [0]
    assert not api.tried()
    await telegram.send(ADDRESS, Message(("셋",)))
    assert [sent["text"] for sent in api.sent()] == ["셋"]
