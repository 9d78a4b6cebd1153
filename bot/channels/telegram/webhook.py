"""Updates that Telegram brings: each is worked off, then acknowledged, so that none is lost when we cannot."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any

import msgspec
from aiohttp import web
from telegram import Bot, WebhookInfo
from telegram.error import Conflict

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.channels.telegram.health import Health, Undelivered, patiently
from bot.channels.telegram.inbox import KINDS, Update, parsed
from bot.channels.telegram.listener import let_end
from bot.message import Away

PATH = "/telegram/webhook"
LARGEST_BODY = 1024 * 1024  # bytes; a real update has a few thousand
CONNECTIONS = 40  # of Telegram to us, and turns at once
STRIKES = 3
MOST_STRUCK = 1000  # updates whose failures are counted; they are few, or the database is away
WATCH = 60.0  # seconds between looks at whether Telegram gets through

log = logging.getLogger(__name__)


def secret_from(token: str) -> str:
    """A webhook secret that every process with this token knows, and nobody else."""
    return hmac.new(token.encode(), b"telegram webhook", hashlib.sha256).hexdigest()


class Webhook:
    """The route `POST /telegram/webhook`; `pause` is the first wait after a failure, in seconds."""

    def __init__(self, hear: Callable[[Update], Awaitable[None]], public_url: str, secret: str, pause: float) -> None:
        self._hear, self._url, self._secret, self._pause = hear, public_url.rstrip("/") + PATH, secret, pause
        self._room = asyncio.Semaphore(CONNECTIONS)
        self._running: set[asyncio.Task[Any]] = set()
        self._stopping = False
        self._through = 0  # updates that got through
        self._struck: dict[int, tuple[int, int]] = {}  # by id: how often one failed, and how many had got through then
        self._known_error: datetime | None = None  # the last failed delivery that is no news

    def add_to(self, app: web.Application) -> None:
        """Adds the route to an app not set up yet."""
        app.router.add_post(PATH, self._receive)
        app.on_shutdown.append(self._shut)

    async def keep(self, bot: Bot, health: Health, watch: float = WATCH) -> None:
        """Tells Telegram where to bring updates, then watches whether it gets through, until cancelled."""
        # once a start, even if the address is right already: the secret cannot be read back, and setting what is set
        # changes nothing. Never with drop_pending_updates, and never deleted: updates wait for the next start
        await patiently(lambda: self._set(bot), health, self._pause)
        while True:
            await asyncio.sleep(watch)
            await patiently(lambda: self._look(bot), health, self._pause)

    async def finish(self, deadline: float) -> None:
        """Refuses what comes from now on, and lets running turns end until the deadline, in loop time."""
        self._stopping = True
        await let_end(self._running, deadline)

    async def _set(self, bot: Bot) -> None:
        info = await _deliveries(bot)
        self._known_error = info.last_error_date if info else None
        await bot.set_webhook(self._url, secret_token=self._secret, allowed_updates=KINDS, max_connections=CONNECTIONS)

    async def _look(self, bot: Bot) -> None:
        info = await _deliveries(bot)
        if info is None:
            return
        if info.url != self._url:
            raise Conflict("the webhook is another's")
        if not info.pending_update_count:
            self._known_error = info.last_error_date
        if info.last_error_date != self._known_error:
            raise Undelivered(info.last_error_message or "no reason given")

    async def _shut(self, _: web.Application) -> None:
        self._stopping = True

    async def _receive(self, request: web.Request) -> web.Response:
        # bytes, because compare_digest raises on text that is not ASCII
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            update = parsed(await read_body(request, LARGEST_BODY))
        except TooLarge:
            return web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except (BrokenOff, ValueError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        async with self._room:
            return _later(1) if self._stopping else await self._work_off(update)

    async def _work_off(self, update: Update | None) -> web.Response:
        if update is None:
            return web.Response()
        turn = asyncio.current_task()  # the server gave this request a task of its own, which no client can cancel
        assert turn is not None
        self._running.add(turn)
        try:
            await self._hear(update)
        except Exception as failure:  # noqa: BLE001  whatever it was, the update must come again
            # only the name of a failure: its text may hold a statement's parameters
            if not self._parked(update.update_id, failure):
                log.warning("a turn failed and will be tried again: %s", type(failure).__name__)
                return _later(5)
            name = type(failure).__name__
            log.error("an update is skipped, it failed %d times while others did not: %s", STRIKES, name)  # noqa: TRY400
            return web.Response()
        finally:
            self._running.discard(turn)
        self._through += 1
        self._struck.pop(update.update_id, None)
        return web.Response() if update.callback_query is None else _toast(update.callback_query.id)

    def _parked(self, update_id: int, failure: Exception) -> bool:
        """Whether it has failed so often that it is the fault of the update: each time others got through meanwhile."""
        if isinstance(failure, Away):
            return False
        strikes, through = self._struck.pop(update_id, (0, -1))
        strikes += self._through > through
        if strikes >= STRIKES:
            return True
        self._struck[update_id] = strikes, self._through
        if len(self._struck) > MOST_STRUCK:
            del self._struck[next(iter(self._struck))]
        return False


async def _deliveries(bot: Bot) -> WebhookInfo | None:
    """How Telegram gets through; None where a server of fewer methods answers something else. Raises TelegramError."""
    try:
        return await bot.get_webhook_info()
    except (AttributeError, TypeError):  # of the library, which reads an object
        return None


def _later(seconds: int) -> web.Response:
    """Telegram keeps the update and brings it again after so many seconds."""
    return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(seconds)})


def _toast(query: str) -> web.Response:
    """Ends the waiting sign of a tapped button, without a call of our own (Bot API, "Making requests ...")."""
    call = {"method": "answerCallbackQuery", "callback_query_id": query}
    return web.Response(body=msgspec.json.encode(call), content_type="application/json")
