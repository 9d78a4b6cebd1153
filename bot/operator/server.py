"""The HTTP server under all routes: what it tells of requests that are none, and how long it waits for slow ones."""

import asyncio
import contextlib
import logging
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.operator.logs import bare, kind_of

LARGEST_FIELD = 1024 * 1024  # bytes of a header: all apps on this machine share their cookies, however many they set
PATIENCE = 10.0  # seconds that requests under way get when we are told to stop
WHOLE_HEAD = 10.0  # seconds from the first byte of a request, or from the connection, to the end of its head
REST = 2.0  # seconds that the unread rest of a body is waited for, so that a refusal is still read

log = logging.getLogger(__name__)


class Protocol(web.RequestHandler):
    """One connection. A head that comes too slowly ends it; nothing of a request is ever repeated, in a log or to
    whoever sent it.
    """

    __slots__ = ("_late", "_whole")

    def __init__(self, manager: web.Server, *, loop: asyncio.AbstractEventLoop, **options: Any) -> None:
        super().__init__(manager, loop=loop, **options)
        self._late: asyncio.TimerHandle | None = None
        self._whole = 0  # heads that came to their end

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody connects."""
        super().connection_made(transport)
        self._late = self._loop.call_later(WHOLE_HEAD, self.force_close)

    def connection_lost(self, exc: BaseException | None) -> None:
        """They are gone."""
        self._in_time()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A piece of a request: while we wait for one it can only be of its head."""
        idle = self._waiter is not None and not self._waiter.done()
        super().data_received(data)
        if self._request_count > self._whole:
            self._whole = self._request_count
            self._in_time()
        elif idle and self._late is None and not self._force_close:
            self._late = self._loop.call_later(WHOLE_HEAD, self.force_close)

    def _in_time(self) -> None:
        if self._late:
            self._late.cancel()
            self._late = None

    def log_exception(self, *_: Any, **told: Any) -> None:
        """The library's own lines hold what was sent: of a fault only its kind and its places are told."""
        fault = told.get("exc_info")
        log.error("a request failed", exc_info=bare(fault) if isinstance(fault, BaseException) else None)

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        """The answer to what was no request, or broke our own code: a status, and no word of what was sent."""
        if status != HTTPStatus.BAD_REQUEST:
            self.log_exception(exc_info=exc)
        else:
            log.warning("what came was no request: %s", kind_of(exc) if exc else message)
        if request.writer.output_size > 0:
            raise ConnectionError("the answer has begun already")
        answer = web.Response(status=status, text=HTTPStatus(status).phrase)
        answer.force_close()
        return answer


async def listen(stack: contextlib.AsyncExitStack, app: web.Application, host: str, port: int) -> int:
    """Serve an app; the port that it got, which is a free one for 0. Raises OSError where that is not possible."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    loop, manager = asyncio.get_running_loop(), runner.server
    assert manager is not None

    def connection() -> Protocol:
        return Protocol(manager, loop=loop, access_log=None, max_field_size=LARGEST_FIELD, lingering_time=REST)

    server = await loop.create_server(connection, host, port, backlog=128)
    stack.callback(server.close)
    return int(server.sockets[0].getsockname()[1])
