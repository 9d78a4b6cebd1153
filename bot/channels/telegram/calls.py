"""Calls to the Bot API, and the HTTP under them: aiohttp, at a sixth of the cost of the library's default client."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import aiohttp
import msgspec
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.looks import (
    FINISHED,
    FOLDING,
    INLINE,
    MOST_ENTITIES,
    QUOTES,
    UNFOLDED,
    Key,
    Younger,
    is_photo,
)
from bot.message import File, utf16_length
from bot.message.blocks import Block, Kind, heads

CONNECT = 5.0  # seconds to a connection, the wait for a free one included
READ = 15.0  # seconds without a byte; a shorter limit would report slow successes as failures
CONNECTIONS = 340  # both lanes at their fullest, polling and the menu; none is opened before it is needed
KEEP_ALIVE = 60.0  # seconds; a quiet bot would otherwise greet the server anew for nearly every message
LINK = re.compile(r"\.(?<=\w\.)[a-z]{2}|://", re.IGNORECASE)  # what a messenger may take for a link; dots are few


class NotSent(NetworkError):
    """No connection came about: the request surely never left and may be sent again."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Form fields as they are: what `do_request` reads of a RequestData, which cannot be made without the library."""

    json_parameters: dict[str, str]
    multipart_data: dict[str, tuple[str, bytes, str]] = field(default_factory=dict)


class Wire(BaseRequest):
    """Carries every call of one bot, by a proxy where there is one. Raises NotSent, TimedOut or NetworkError; time
    limits are in seconds.
    """

    def __init__(self, connect: float = CONNECT, read: float = READ, proxy: str | None = None) -> None:
        self._connect, self._read, self._proxy = connect, read, proxy
        self._limits = self._limited(read)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take when the call does not say."""
        return self._read

    async def initialize(self) -> None:
        """Opens the session: here, because it belongs to the running loop."""
        connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=self._limits,
            proxy=self._proxy,
            skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent"),  # no answer depends on them
        )

    async def shutdown(self) -> None:
        """Closes the session and its connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Fields | None = None,
        read_timeout: object = None,
        *_others: object,
        **_timeouts: object,
    ) -> tuple[int, bytes]:
        """The status and body of one call."""
        assert self._session is not None  # entered as a context manager
        limits = self._limits if not isinstance(read_timeout, int | float) else self._limited(read_timeout)
        body = _body(request_data) if request_data else None
        # aiohttp's errors can name the URL, and the token stands in it: hence our own text, and no cause
        try:
            async with self._session.request(method, url, data=body, timeout=limits, allow_redirects=False) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError) as failure:
            raise NotSent(_named(failure)) from None
        except TimeoutError as failure:
            raise TimedOut(_named(failure)) from None
        except (aiohttp.ClientError, OSError) as failure:
            raise NetworkError(_named(failure)) from None

    def _limited(self, read: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(total=None, connect=self._connect, sock_connect=self._connect, sock_read=read)

    async def call(self, url: str, fields: dict[str, str], read_timeout: float) -> object:
        """The result of a call made without one of the library's methods, as JSON."""
        form = cast("RequestData", Fields(fields))  # `post` only hands it on to our `do_request`
        return await self.post(url, form, read_timeout)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's JSON object; replaces a parser that logs what it cannot read, a learner's words among it."""
        try:
            return msgspec.json.decode(payload, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise TelegramError("the answer is no JSON object") from None


class ApiAnswer(msgspec.Struct, gc=False):
    """As much of an answer as is read: whether the call was taken, or why not."""

    ok: bool = False
    description: str | None = None
    parameters: dict[str, Any] | None = None


_DECODER = msgspec.json.Decoder(ApiAnswer)


class Calls(BaseRequest):
    """Calls over a bot's own wire. They raise as the Bot's methods do: its `post` says what a refusal means."""

    def __init__(self, bot: Bot) -> None:
        self._bot, self._wire = bot, bot.request

    async def send_message(
        self,
        chat: str | int,
        said: str | Sequence[Block],
        keyboard: str | None = None,
        *,
        silent: bool = False,
        paid: bool = False,
        unknown: Collection[Younger] = (),
    ) -> None:
        """Send a text, or blocks as far as the server knows how they look; `keyboard`, as JSON, is under it."""
        blocks = (Block(Kind.TEXT, said),) if isinstance(said, str) else said
        text = "".join(block.text for block in blocks)
        fields = {"chat_id": str(chat), "text": text} | _looks(blocks, unknown)
        if keyboard:
            fields["reply_markup"] = keyboard
        if silent:
            fields["disable_notification"] = "true"
        if paid:
            fields["allow_paid_broadcast"] = "true"
        await self._call("sendMessage", fields | _preview(text))

    async def send_file(
        self,
        chat: str | int,
        file: File,
        caption: Sequence[Block] = (),
        keyboard: str | None = None,
        unknown: Collection[Younger] = (),
    ) -> None:
        """Send a file without a sound, its caption under it; as a photo, if it can be shown whole."""
        photo = is_photo(file) and Younger.PHOTO not in unknown
        text = "".join(block.text for block in caption)
        fields = {"chat_id": str(chat), "disable_notification": "true"} | _looks(caption, unknown, "caption_entities")
        fields |= ({"caption": text} if text else {}) | ({"reply_markup": keyboard} if keyboard else {})
        part = (file.name, file.content, file.kind)
        if photo:
            await self._call("sendPhoto", fields, photo=part)
        else:
            await self._call("sendDocument", fields, document=part)

    async def edit_message_text(
        self, chat: int, message_id: int, text: str, entities: str | None = None, *, caption: bool = False
    ) -> None:
        """Show another text, or another caption, instead, without a keyboard."""
        fields = {"chat_id": str(chat), "message_id": str(message_id), "caption" if caption else "text": text}
        fields |= {"caption_entities" if caption else "entities": entities} if entities else {}
        if caption:
            await self._call("editMessageCaption", fields)
        else:
            await self._call("editMessageText", fields | _preview(text))

    async def edit_message_reply_markup(self, chat: int, message_id: int, rows: Sequence[Sequence[Key]]) -> None:
        """Show other buttons under a message."""
        keyboard = msgspec.json.encode({"inline_keyboard": rows}).decode()
        await self._call(
            "editMessageReplyMarkup", {"chat_id": str(chat), "message_id": str(message_id), "reply_markup": keyboard}
        )

    async def set_message_reaction(self, chat: int, message_id: int, emoji: str) -> None:
        """React to a message of theirs."""
        reaction = msgspec.json.encode([{"type": "emoji", "emoji": emoji}]).decode()
        await self._call(
            "setMessageReaction", {"chat_id": str(chat), "message_id": str(message_id), "reaction": reaction}
        )

    async def answer_callback_query(self, query: str) -> None:
        """End the waiting sign of a tapped button."""
        await self._call("answerCallbackQuery", {"callback_query_id": query})

    async def _call(self, method: str, fields: dict[str, str], **files: tuple[str, bytes, str]) -> None:
        form = cast("RequestData", Fields(fields, files))  # `post` only hands it on to the wire
        if not await self.post(f"{self._bot.base_url}/{method}", form):
            raise TelegramError("the answer says neither yes nor why not")

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_others: Any, **_timeouts: Any
    ) -> tuple[int, bytes]:
        """The status and body of one call; its time limits are the wire's."""
        return await self._wire.do_request(url, method, request_data)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as the library reads it, without the message or the text it repeats."""
        try:
            answer = _DECODER.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise TelegramError("the answer is no JSON object") from None
        return {"result": answer.ok, "description": answer.description, "parameters": answer.parameters}

    @property
    def read_timeout(self) -> float | None:
        """The wire's."""
        return self._wire.read_timeout

    async def initialize(self) -> None:
        """Nothing: the wire is opened by its owner."""

    async def shutdown(self) -> None:
        """Nothing, likewise."""


def _looks(blocks: Sequence[Block], unknown: Collection[Younger], name: str = "entities") -> dict[str, str]:
    """The fields that say how a text looks: entities with offsets in UTF-16, and the effect that comes with it."""
    entities: list[dict[str, str | int]] = []
    offset = 0
    for place, block in enumerate(blocks):
        length = len(block.text.encode("utf-16-le", "surrogatepass")) // 2
        stretch = {"offset": offset, "length": length}
        if look := INLINE.get(block.kind) or (_quote(blocks, place, unknown) if block.kind in QUOTES else ""):
            entities.append({"type": look, **stretch})
        elif block.kind is Kind.TIME and Younger.TIME not in unknown:  # without a format our own words are shown
            entities.append({"type": "date_time", **stretch, "unix_time": block.moment})
        elif block.kind is Kind.LIST:
            spans = [[utf16_length(block.text[:at]) for at in span] for span in heads(block.text)]
            entities += [{"type": "bold", "offset": offset + start, "length": end - start} for start, end in spans]
        offset += length
    fields = {}
    if entities and Younger.ENTITIES not in unknown:
        fields[name] = msgspec.json.encode(entities[:MOST_ENTITIES]).decode()
    if Younger.EFFECT not in unknown and any(block.kind is Kind.FINISH for block in blocks):
        fields["message_effect_id"] = FINISHED
    return fields


def _quote(blocks: Sequence[Block], place: int, unknown: Collection[Younger]) -> str:
    """What has its lines for itself is a quote; a long one unfolds. Where something is from, in a line, is no quote."""
    kind, text, _ = blocks[place]
    if kind is Kind.SOURCE and "\n" not in text:
        return "italic"
    before, after = blocks[place - 1].text if place else "\n", blocks[place + 1].text if blocks[place + 1 :] else "\n"
    if not (before.endswith("\n") and after.startswith("\n")):
        return ""
    folds = kind in FOLDING and len(text) > UNFOLDED and Younger.FOLDING not in unknown
    return "expandable_blockquote" if folds else "blockquote"


def _preview(text: str) -> dict[str, str]:
    """The field that keeps away the picture of a linked page; none without a link: not every server knows the word."""
    return {"link_preview_options": '{"is_disabled":true}'} if LINK.search(text) else {}


def _body(data: RequestData | Fields) -> aiohttp.FormData | aiohttp.BytesPayload:
    if data.multipart_data:
        return _multipart(data)
    pairs = [f"{name}={_quoted(value)}" for name, value in data.json_parameters.items()]
    return aiohttp.BytesPayload("&".join(pairs).encode(), content_type="application/x-www-form-urlencoded")


def _quoted(text: str) -> str:
    """Every byte, because that is one call in C; the usual quoting goes through Korean text byte by byte."""
    return f"%{text.encode().hex('%')}" if text else ""


def _multipart(data: RequestData | Fields) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # else a Korean name would arrive as percents
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _named(failure: BaseException) -> str:
    return ": ".join(filter(None, (type(failure).__name__, getattr(failure, "strerror", None))))
