"""Messages to Telegram: how they look, and what each refusal means for the one who sent them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from lo_bot_api_emulator import ApiRefusal
from telegram.error import BadRequest

from bot.channels.telegram import Telegram, open_telegram
from bot.channels.telegram.outbox import rows
from bot.message import Address, Button, Message, Unreachable, Unsent, Unsure
from bot.texts import load_texts
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, serving

ADDRESS = Address("telegram", "7")

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
async def telegram(api: Api, talk: Conversation) -> AsyncIterator[Telegram]:
    async with open_telegram(TOKEN, talk, load_texts(), [], api_url=api.url, pause=0.01) as telegram:
        yield telegram


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        ("1 2 3", [3]),
        ("1 2 3 4", [2, 2]),
        ("1 2 3 4 5", [3, 2]),
        ("사실 의견", [2]),
        ("사실 의견 잘모르겠어요", [2, 1]),
        ("다음조각으로넘어가기 사실 의견 오늘은여기까지할게요", [1, 2, 1]),
    ],
)
def test_buttons_stand_in_even_rows_a_phone_shows_uncut(labels: str, shape: list[int]) -> None:
    buttons = [Button(label, "/x") for label in labels.split()]
    shown = list(rows(buttons))
    assert [len(row) for row in shown] == shape
    assert [button for row in shown for button in row] == buttons


async def test_a_link_is_shown_without_a_picture_of_its_page(telegram: Telegram, api: Api) -> None:
    for text in ("3.5점이에요. 다음", "https://example.com", "example.com 이에요"):
        await telegram.send(ADDRESS, Message((text,)))
    assert [sent.get("link_preview_options") for sent in api.sent()] == [None, *['{"is_disabled": true}'] * 2]


@pytest.mark.parametrize(
    ("refusal", "raised"),
    [
        (ApiRefusal("Forbidden: bot was blocked by the user", 403), Unreachable),
        (ApiRefusal("Forbidden: user is deactivated", 403), Unreachable),
        (ApiRefusal("Forbidden: bot can't initiate conversation with a user", 403), Unreachable),
        (ApiRefusal("Bad Request: chat not found"), Unreachable),
        (ApiRefusal("Bad Request: message is too long"), BadRequest),
        (ApiRefusal("Unauthorized", 401), Unsent),
        (ApiRefusal("Bad Gateway", 502), Unsure),
        (ApiRefusal("Too Many Requests: retry after 3600", 429, {"retry_after": 3600}), Unsent),
    ],
    ids=lambda value: getattr(value, "description", None),
)
async def test_a_refused_message_is_never_sent_again_and_says_what_it_means(
    telegram: Telegram, api: Api, refusal: ApiRefusal, raised: type[Exception]
) -> None:
    api.faults["sendMessage"] = [refusal]
    with pytest.raises(raised):
        await telegram.send(ADDRESS, Message(("알림",)))
    assert len(api.tried()) == 1


async def test_a_part_that_arrived_leaves_us_unsure(telegram: Telegram, api: Api) -> None:
    api.faults["sendMessage"] = [None, ApiRefusal("Too Many Requests", 429, {"retry_after": 3600})]
    with pytest.raises(Unsure):
        await telegram.send(ADDRESS, Message(("하나", "둘")))
    assert [len(api.tried()), len(api.sent())] == [2, 1]


@pytest.mark.parametrize("kind", ["0", "1"], ids=["seconds as a number", "seconds as a timedelta"])
async def test_after_a_429_the_whole_bot_is_silent_for_as_long_as_asked(
    telegram: Telegram, api: Api, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", kind)
    api.faults["sendMessage"] = [ApiRefusal("Too Many Requests", 429, {"retry_after": 0.2})]
    now = asyncio.get_running_loop().time
    first = asyncio.create_task(telegram.send(ADDRESS, Message(("하나",))))
    await api.until(api.tried)
    refused_at = now()
    await asyncio.sleep(0.02)
    await telegram.send(Address("telegram", "8"), Message(("둘",)))
    assert now() - refused_at > 0.15
    await first
    assert sorted(sent["text"] for sent in api.sent()) == ["둘", "하나"]
    assert len(api.tried()) == 3


async def test_a_reply_that_cannot_arrive_endangers_nothing(telegram: Telegram, api: Api, talk: Conversation) -> None:
    api.faults["sendMessage"] = [
        ApiRefusal("Forbidden: bot was blocked by the user", 403),
        ApiRefusal("Bad Gateway", 502),
        ApiRefusal("Bad Request: message is too long"),
    ]
    phone = Phone(api)
    for words in ("하나", "둘", "셋", "넷"):
        await phone.says(words)
    assert [sent["text"] for sent in await api.until_sent(1)] == ["답: 넷"]
    assert talk.words == ["하나", "둘", "셋", "넷"]
