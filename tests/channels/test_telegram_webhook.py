"""The webhook: what Telegram brings is worked off and then acknowledged, over real sockets in both directions."""

import asyncio
import io
import json
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from lo_bot_api_emulator import ApiRefusal
from telegram import Bot

from bot.channels.telegram.calls import Wire
from bot.channels.telegram.health import Health
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.channels.telegram.webhook import PATH, Webhook, secret_from
from bot.message import Away, Message
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, hosting, serving
from tests.conftest import PATIENCE
from tests.language import SAY

SECRET = "a-Secret_1"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class House:
    """The bot's own server, told to stop from outside."""

    telegram: Telegram
    http: aiohttp.ClientSession
    url: str
    living: AsyncExitStack

    async def brings(self, body: Any, secret: str | None = SECRET) -> aiohttp.ClientResponse:
        """Telegram's request."""
        headers = {} if secret is None else {HEADER: secret}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await self.http.post(self.url, data=io.BytesIO(data), headers=headers)


@asynccontextmanager
async def house(api: Api, talk: Conversation, secret: str = SECRET, port: int = 0) -> AsyncIterator[House]:
    port = port or free_port()
    app, public_url = web.Application(), f"http://127.0.0.1:{port}"
    async with AsyncExitStack() as server, aiohttp.ClientSession() as http, AsyncExitStack() as living:
        opened = open_telegram(
            TOKEN, talk, SAY, [], api_url=api.url, app=app, public_url=f"{public_url}/", webhook_secret=secret,
            spacing=0, pause=0.01,
        )  # fmt: skip
        telegram = await living.enter_async_context(opened)
        await server.enter_async_context(hosting(app, port))
        yield House(telegram, http, public_url + PATH, living)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
def phone(api: Api) -> Phone:
    return Phone(api)


def update(phone: Phone, words: str, update_id: int = 1) -> dict[str, Any]:
    return {"update_id": update_id, "message": phone.message(text=words)}


def tap(phone: Phone, command: str) -> dict[str, Any]:
    keyboard = {"inline_keyboard": [[{"text": "네", "callback_data": command}]]}
    asked = phone.message(text="준비됐나요?", reply_markup=keyboard)
    query = {"id": "q1", "from": phone.user, "chat_instance": "1", "data": command, "message": asked}
    return {"update_id": 1, "callback_query": query}


# Both directions


async def test_what_a_learner_says_is_brought_and_answered(api: Api, talk: Conversation, phone: Phone) -> None:
    """Nothing is polled, and whatever waited for the bot is brought once it is up."""
    await phone.says("기다린 말")
    async with house(api, talk) as bot:
        await api.until_sent(1)
        await phone.says("새 말")
        await api.until_sent(2)
        await api.until(lambda: bot.telegram.state() == "ok")
    assert talk.words == ["기다린 말", "새 말"]
    (told,) = api.sent("setWebhook")
    assert (told["url"], told["secret_token"], told["max_connections"]) == (bot.url, SECRET, "40")
    assert json.loads(told["allowed_updates"]) == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert "drop_pending_updates" not in told
    assert not api.tried("getUpdates")
    assert not api.tried("deleteWebhook")


async def test_a_tap_is_acknowledged_in_the_answer_to_it_and_marked_beside_its_reply(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    """Nothing of it shows before its turn is kept, and the acknowledgement costs no call."""
    talk.gate.clear()
    async with house(api, talk) as bot:
        brought = asyncio.create_task(bot.brings(tap(phone, "기다려")))
        await api.until(lambda: talk.said)
        await asyncio.sleep(0.02)
        assert not brought.done()
        assert not api.tried("editMessageText")
        talk.gate.set()
        answer = await brought
        assert (answer.status, answer.content_type) == (200, "application/json")
        assert await answer.json() == {"method": "answerCallbackQuery", "callback_query_id": "q1"}
        (edit,) = await api.until_sent(1, "editMessageText")
        (sent,) = await api.until_sent(1)
    assert (edit["text"], sent["text"]) == ("준비됐나요?\n\n▸ 네", "답: 기다려")
    assert not api.tried("answerCallbackQuery")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ["/quiz"]),
        ({"message": {"message_id": 3, "date": 0, "chat": {"id": 7, "type": "private"}}}, ["/quiz"]),
        ({"message": {"message_id": 3, "date": 9, "chat": {"id": -9, "type": "group"}}}, []),
        ({"message": None, "inline_message_id": "i"}, []),
    ],
    ids=["a message", "one too old to be shown", "one in a group", "one of another chat"],
)
async def test_every_tap_ends_its_waiting_sign(
    api: Api, talk: Conversation, phone: Phone, change: dict[str, Any], said: list[str]
) -> None:
    brought = tap(phone, "/quiz")
    brought["callback_query"] |= change
    async with house(api, talk) as bot:
        answer = await bot.brings(brought)
        assert (await answer.json())["callback_query_id"] == "q1"
    assert talk.words == said


async def test_a_tap_whose_turn_failed_is_neither_acknowledged_nor_marked(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.failures = [ConnectionError("away")]
    async with house(api, talk) as bot:
        answer = await bot.brings(tap(phone, "/quiz"))
        assert (answer.status, await answer.read()) == (503, b"")
        assert not api.tried("editMessageText")
        answer = await bot.brings(tap(phone, "/quiz"))
        assert (await answer.json())["method"] == "answerCallbackQuery"
        await api.until_sent(1, "editMessageText")
    assert not api.tried("answerCallbackQuery")


async def test_words_are_answered_with_an_empty_body(api: Api, talk: Conversation, phone: Phone) -> None:
    async with house(api, talk) as bot:
        answer = await bot.brings(update(phone, "안녕"))
        assert (answer.status, await answer.read()) == (200, b"")


async def test_a_body_that_breaks_off_is_no_fault_of_ours(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(api, talk) as bot:
        _, writer = await asyncio.open_connection("127.0.0.1", int(bot.url.split(":")[2].split("/")[0]))
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 99\r\n\r\n{{".encode())
        await asyncio.sleep(0.05)
        writer.close()
        await writer.wait_closed()
        assert (await bot.brings(update(phone, "안녕"))).status == 200
    assert talk.words == ["안녕"]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_while_the_database_is_away_telegram_keeps_the_update_and_brings_it_again(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.failures = [ConnectionError("away"), ConnectionError("away")]
    async with house(api, talk) as bot:
        await api.until(lambda: api.sent("setWebhook"))
        answer = await bot.brings(update(phone, "직접"))
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
        await phone.says("하나")
        assert not api.sent()
        await phone.says("둘")  # the emulator tries again with the next update
        await api.until_sent(2)
    assert talk.words == ["직접", "하나", "하나", "둘"]


async def test_an_update_brought_twice_at_once_is_told_twice_and_answered_once(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    """The turn claims its id: here as in life it marks the second answer as repeated."""
    talk.gate.clear()
    talk.answers = [Message(("답",)), Message(("답",), repeated=True)]
    async with house(api, talk) as bot:
        both = [asyncio.create_task(bot.brings(update(phone, "기다려"))) for _ in range(2)]
        await api.until(lambda: len(talk.said) == 2)
        talk.gate.set()
        assert [answer.status for answer in await asyncio.gather(*both)] == [200, 200]
    assert [said.key for said in talk.said] == ["1", "1"]
    assert len(api.sent()) == 1


async def test_a_reply_that_is_slow_holds_up_no_acknowledgement(api: Api, talk: Conversation, phone: Phone) -> None:
    api.slow_chats = {"7"}
    async with house(api, talk) as bot:
        for n, words in enumerate(("하나", "둘")):
            assert (await bot.brings(update(phone, words, n))).status == 200
        assert not api.sent()
        api.gate.set()
        assert [sent["text"] for sent in await api.until_sent(2)] == ["답: 하나", "답: 둘"]


async def test_no_more_turns_run_at_once_than_telegram_has_connections(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.gate.clear()
    async with house(api, talk) as bot:
        brought = [asyncio.create_task(bot.brings(update(Phone(api, n), "기다려", n))) for n in range(1, 51)]
        await api.until(lambda: len(talk.said) == 40)
        await asyncio.sleep(0.05)
        assert len(talk.said) == 40
        talk.gate.set()
        assert {answer.status for answer in await asyncio.gather(*brought)} == {200}
    assert len(talk.said) == 50


# Strangers and nonsense


@pytest.mark.parametrize("secret", [None, "", "a-Secret_2", "a-Secret_", "한글"])
async def test_a_stranger_is_turned_away(api: Api, talk: Conversation, phone: Phone, secret: str | None) -> None:
    async with house(api, talk) as bot:
        assert (await bot.brings(update(phone, "안녕"), secret)).status == 401
    assert not talk.said


async def test_a_strangers_body_is_not_even_read(api: Api, talk: Conversation) -> None:
    """They promise a gigabyte and send none of it: the answer comes all the same."""
    async with house(api, talk) as bot:
        port = int(bot.url.split(":")[2].split("/")[0])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n".encode())
        assert b" 401 " in await asyncio.wait_for(reader.readline(), PATIENCE)
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b'{"a": "\xff"}', 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 100_000, 400),
        (b'{"update_id": 1, "a": "' + b"a" * 1024 * 1024 + b'"}', 413),
        (b"{}", 200),
        (b'{"update_id": "x", "message": {"message_id": []}}', 200),
        (b'{"update_id": 3, "younger_than_the_library": {}}', 200),
    ],
)
async def test_nonsense_is_refused_and_what_is_merely_unknown_is_not_brought_again(
    api: Api, talk: Conversation, body: bytes, status: int
) -> None:
    async with house(api, talk) as bot:
        assert (await bot.brings(body)).status == status
    assert not talk.said


async def test_without_a_secret_of_its_own_the_bot_makes_one_and_keeps_it(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    made = secret_from(TOKEN)
    for _ in range(2):
        async with house(api, talk, secret="") as bot:
            await api.until(lambda: bot.telegram.state() == "ok")
            assert (await bot.brings(update(phone, "안녕"), made)).status == 200
            assert (await bot.brings(update(phone, "안녕"), "")).status == 401
    assert {told["secret_token"] for told in api.sent("setWebhook")} == {made}
    assert secret_from("4242:another") != made
    assert made not in caplog.text
    assert TOKEN not in caplog.text


async def test_a_public_url_needs_the_server_it_names(talk: Conversation) -> None:
    with pytest.raises(ValueError, match="PUBLIC_URL"):
        async with open_telegram(TOKEN, talk, SAY, [], public_url="https://a.kr"):
            pass


# Stopping


async def test_a_stop_lets_a_slow_turn_end_and_sends_what_comes_meanwhile_away_for_a_second(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.gate.clear()
    async with house(api, talk) as bot:
        slow = asyncio.create_task(bot.brings(update(phone, "기다려")))
        await api.until(lambda: talk.said)
        stopping = asyncio.create_task(bot.living.aclose())
        await asyncio.sleep(0.02)
        late = await bot.brings(update(phone, "늦은 말", 2))
        assert (late.status, late.headers["Retry-After"]) == (503, "1")
        talk.gate.set()
        assert (await slow).status == 200
        await stopping
        assert [sent["text"] for sent in api.sent()] == ["답: 기다려"]
    assert talk.words == ["기다려"]
    assert not api.tried("deleteWebhook")


async def test_a_server_told_to_shut_refuses_too(api: Api, talk: Conversation, phone: Phone) -> None:
    """In the house the server stops first; a connection that is still open is sent away."""
    app = web.Application()
    webhook = Webhook(lambda raw: asyncio.sleep(0), "https://a.kr", SECRET, 0.01)
    webhook.add_to(app)
    async with hosting(app) as url, aiohttp.ClientSession() as http:
        assert (await http.post(url + PATH, json={}, headers={HEADER: SECRET})).status == 200
        await app.shutdown()
        assert (await http.post(url + PATH, json={}, headers={HEADER: SECRET})).status == 503


async def test_after_a_restart_what_was_refused_is_brought_again(api: Api, talk: Conversation, phone: Phone) -> None:
    port = free_port()
    async with house(api, talk, port=port):
        await api.until(lambda: api.sent("setWebhook"))
    await phone.says("말")
    assert not talk.said
    async with house(api, talk, port=port):
        await api.until_sent(1)
    assert talk.words == ["말"]


# Telling Telegram where we are


async def test_the_bot_starts_while_the_api_is_away_and_says_why_not(talk: Conversation, phone: Phone) -> None:
    async with serving(Api()) as first:
        port = int(first.url.rpartition(":")[2])
    async with house(first, talk) as bot:
        await first.until(lambda: bot.telegram.state() != "starting")
        assert bot.telegram.state() == "the Bot API cannot be reached; trying again"
        async with serving(Api(), port) as api:
            await Phone(api).says("이제 되나요?")
            await api.until_sent(1)
            await api.until(lambda: bot.telegram.state() == "ok")


async def test_a_refused_public_url_is_told_once_with_its_mending(
    api: Api, talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults["setWebhook"] = [ApiRefusal("Bad Request: bad webhook: IP address 10.0.0.1 is reserved")] * 50
    async with house(api, talk) as bot:
        await api.until(lambda: len(api.tried("setWebhook")) > 2)
        assert "PUBLIC_URL" in bot.telegram.state()
    assert caplog.text.count("PUBLIC_URL") == 1


async def test_deliveries_that_fail_show_in_the_state_until_all_are_brought() -> None:
    """The emulator keeps no record of them, so this Bot API is written by hand."""
    known = {"last_error_date": 50, "last_error_message": "Connection refused"}
    info = {"url": f"https://a.kr{PATH}", "has_custom_certificate": False, "pending_update_count": 3} | known
    looks = 0

    async def answer(request: web.Request) -> web.Response:
        nonlocal looks
        looks += 1
        method = request.match_info["method"]
        return web.json_response({"ok": True, "result": info if method == "getWebhookInfo" else True})

    api, health, app = Api(), Health(), web.Application()
    app.router.add_post("/{bot}/{method}", answer)
    webhook = Webhook(lambda raw: asyncio.sleep(0), "https://a.kr", SECRET, 0.005)
    async with hosting(app) as url, Wire() as wire:
        bot = Bot(TOKEN, f"{url}/bot", request=wire, get_updates_request=wire)
        keeping = asyncio.create_task(webhook.keep(bot, health, watch=0.005))
        await api.until(lambda: looks > 3)
        assert health.state == "ok"  # an error of earlier days is no news
        for change, state in (
            ({"last_error_date": 100}, "cannot bring"),
            ({"pending_update_count": 0}, "ok"),
            ({"pending_update_count": 9}, "ok"),
            ({"url": "https://b.kr"}, "only one may receive"),
        ):
            info |= change
            seen = looks
            await api.until(partial(_looked_again, lambda: looks, seen))
            assert state in health.state
        keeping.cancel()
        await asyncio.wait([keeping])


async def test_a_server_that_knows_less_and_agrees_to_everything_stops_nothing(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a stand-in or a mirror that says true to whatever it does not know, nothing is wanted but the webhook."""
    asked: set[str] = set()

    async def answer(request: web.Request) -> web.Response:
        asked.add(request.match_info["method"])
        return web.json_response({"ok": True, "result": True})

    server, app = web.Application(), web.Application()
    server.router.add_post("/{bot}/{method}", answer)
    async with hosting(server) as url:
        opened = open_telegram(
            TOKEN, talk, SAY, [("today", "오늘")], api_url=url, app=app, public_url="https://a.kr", pause=0.001
        )
        async with opened as bot:
            await Api().until(lambda: "could not be set" in caplog.text)
            assert bot.state() == "ok"
    assert {"setWebhook", "getMyCommands"} <= asked
    assert "stopped" not in caplog.text


def _looked_again(looks: Callable[[], int], seen: int) -> bool:
    return looks() > seen + 2


# An update that fails again and again


async def test_a_poisoned_update_is_parked_after_three_tries(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    """As by polling: what fails each time although others get through is skipped, and told in one line."""
    async with house(api, talk) as bot:
        statuses = []
        for n in range(4):
            statuses.append((await bot.brings(update(phone, "독", 666))).status)
            assert (await bot.brings(update(phone, "물", n + 1))).status == 200
    assert statuses == [503, 503, 200, 503]  # were it brought once more, it would be tried anew
    assert [record.getMessage() for record in caplog.records if "skipped" in record.getMessage()] == [
        "an update is skipped, it failed 3 times while others did not: ConnectionError"
    ]


async def test_while_all_updates_fail_none_is_parked(api: Api, talk: Conversation, phone: Phone) -> None:
    """Nor while our memory is away, whatever gets through meanwhile."""
    async with house(api, talk) as bot:
        assert [(await bot.brings(update(phone, "독", 666))).status for _ in range(5)] == [503] * 5
        talk.failures = [Away("gone"), None] * 4
        for n in range(4):
            assert (await bot.brings(update(phone, "말", 7))).status == 503
            assert (await bot.brings(update(phone, "물", n + 10))).status == 200
        assert (await bot.brings(update(phone, "말", 7))).status == 200
