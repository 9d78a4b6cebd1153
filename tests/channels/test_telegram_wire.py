"""The HTTP under the Telegram channel: what a broken connection means, told by real sockets that break."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.calls import NotSent, Wire
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.transport import Chats, Transport
from bot.message import Address, Message, Unsent, Unsure
from tests.channels.telegram_api import TOKEN, Api, serving

Server = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
ADDRESS = Address("telegram", "7")
SENT = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"a"}}'


@asynccontextmanager
async def listening(serve: Server, *, once: bool = False, reads: bool = True) -> AsyncIterator[int]:
    """A raw server that, if it `reads`, has read each request before `serve` misbehaves; after `once` it refuses."""

    handling: list[asyncio.Task[None]] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if reads:
            await reader.readuntil(b"\r\n\r\n")
        await serve(reader, writer)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if once:
            server.close()
        handling.append(asyncio.create_task(handle(reader, writer)))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
        await asyncio.gather(*handling)


def bot_at(port: int, wire: Wire) -> Bot:
    return Bot(TOKEN, f"http://127.0.0.1:{port}/bot", request=wire, get_updates_request=wire)


def transport_at(port: int, wire: Wire, pause: float = 0.001) -> Transport:
    return Transport(bot_at(port, wire), Lanes(25.0), Chats(0), pause)


async def failure_of(port: int) -> TelegramError:
    async with Wire(connect=0.2, read=0.2) as wire:
        with pytest.raises(TelegramError) as caught:
            await bot_at(port, wire).get_me()
    # whatever prints the failure, the token is not in it
    assert "secret" not in "".join(traceback.format_exception(caught.value))
    return caught.value


async def test_a_refused_connection_surely_sent_nothing() -> None:
    async with listening(_reset) as port:
        pass
    failure = await failure_of(port)
    assert isinstance(failure, NotSent)
    assert "ClientConnectorError" in str(failure)


async def test_a_connection_that_does_not_come_about_surely_sent_nothing() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for client in (first, second):  # fills the backlog: the next one waits for ever
            client.settimeout(0)
            client.connect_ex(full.getsockname())
        assert isinstance(await failure_of(full.getsockname()[1]), NotSent)


async def _reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    linger = b"\x01\0\0\0\0\0\0\0"  # on, for no time: closing resets
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


async def _close(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def _stop_half_way(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{")


async def _talk_nonsense(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 two-hundred\r\n\r\n")


async def _fall_silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        await reader.read()  # until the other side has given up


async def _fall_silent_half_way(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{")
    await _fall_silent(reader, writer)


async def _answer_html(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>")


async def _answer_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")


async def _redirect(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize("serve", [_reset, _close, _stop_half_way, _talk_nonsense, _redirect])
async def test_a_connection_that_breaks_later_leaves_the_outcome_unknown(serve: Server) -> None:
    async with listening(serve) as port:
        assert type(await failure_of(port)) is NetworkError


@pytest.mark.parametrize("serve", [_fall_silent, _fall_silent_half_way])
async def test_silence_is_a_time_out(serve: Server) -> None:
    async with listening(serve) as port:
        assert type(await failure_of(port)) is TimedOut


async def test_an_answer_that_is_no_json_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(_answer_html) as port:
        assert str(await failure_of(port)) == "the answer is no JSON object"
    assert not caplog.records


async def _fail(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    body = b'{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}'
    writer.write(b"HTTP/1.1 500 X\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


async def _fail_in_html(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 6\r\n\r\n<html>")


@pytest.mark.parametrize("lane", ["send", "reply"])
@pytest.mark.parametrize(
    ("serve", "reads"),
    [
        (_reset, False),
        (_reset, True),
        (_close, True),
        (_fall_silent, True),
        (_stop_half_way, True),
        (_fail, True),
        (_fail_in_html, True),
        (_answer_html, True),
        (_answer_nothing, True),
    ],
)
async def test_an_unknown_outcome_is_never_sent_again(serve: Server, reads: bool, lane: str) -> None:  # noqa: FBT001  a column of the table
    """Whatever the Bot API does, each message leaves once; one that resets before reading looks no different."""
    calls = 0

    async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        await serve(reader, writer)

    async with listening(count, reads=reads) as port, Wire(read=0.2) as wire:
        transport = transport_at(port, wire)
        with pytest.raises(Unsure):
            await getattr(transport, lane)(ADDRESS, Message(("하나", "둘")))
    assert calls == 1


async def test_a_late_answer_is_still_a_good_one() -> None:
    calls = 0

    async def answer_late(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0.3)
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        writer.write(head % len(SENT) + SENT)

    async with listening(answer_late) as port, Wire(read=5) as wire:
        await transport_at(port, wire).send(ADDRESS, Message(("하나",)))
    assert calls == 1


async def test_a_reply_that_surely_was_not_sent_is_sent_again_until_the_server_is_back() -> None:
    """A push is not: it comes back at once as unsent, and whoever sends it tries again."""
    async with serving(Api()) as gone:
        port = int(gone.url.rpartition(":")[2])
    async with Wire() as wire:
        transport = transport_at(port, wire)
        with pytest.raises(Unsent):
            await transport.send(ADDRESS, Message(("하나",)))
        sending = asyncio.create_task(transport_at(port, wire, pause=0.2).reply(ADDRESS, Message(("둘",))))
        await asyncio.sleep(0.05)  # the first try has failed by now, the second comes after 0.2 s
        async with serving(Api(), port) as api:
            await sending
            assert [sent["text"] for sent in api.sent()] == ["둘"]


async def test_a_message_cut_off_after_its_first_bubble_leaves_us_unsure() -> None:
    async def answer_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        writer.write(head % len(SENT) + SENT)

    async with listening(answer_once, once=True) as port, Wire() as wire:
        with pytest.raises(Unsure, match="part"):
            await transport_at(port, wire).send(ADDRESS, Message(("하나", "둘")))


async def test_a_picture_is_uploaded() -> None:
    async with serving(Api()) as api, Wire() as wire:
        sent = await bot_at(int(api.url.rpartition(":")[2]), wire).send_photo(7, b"\x89PNG", caption="그림")
    assert sent.caption == "그림"
    assert api.requests[0]["files"] == ["photo"]


async def test_an_empty_field_is_sent_empty() -> None:
    async with serving(Api()) as api, Wire() as wire:
        await bot_at(int(api.url.rpartition(":")[2]), wire).set_my_description("")
        assert api.sent("setMyDescription") == [{"description": ""}]
