"""The HTTP under python-telegram-bot: aiohttp, at a sixth of the cost of its default client."""

from dataclasses import dataclass, field
from typing import Any, cast

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT = 5.0  # seconds to a connection, the wait for a free one included
READ = 15.0  # seconds without a byte; a shorter limit would report slow successes as failures
CONNECTIONS = 340  # both lanes at their fullest, polling and the menu; none is opened before it is needed
KEEP_ALIVE = 60.0  # seconds; a quiet bot would otherwise greet the server anew for nearly every message


class NotSent(NetworkError):
    """No connection came about: the request surely never left and may be sent again."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Form fields as they are: what `do_request` reads of a RequestData, which cannot be made without the library."""

    json_parameters: dict[str, str]
    multipart_data: dict[str, tuple[str, bytes, str]] = field(default_factory=dict)


class Wire(BaseRequest):
    """Carries every call of one bot. Raises NotSent, TimedOut or NetworkError; time limits are in seconds."""

    def __init__(self, connect: float = CONNECT, read: float = READ) -> None:
        self._connect, self._read = connect, read
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
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as failure:
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
