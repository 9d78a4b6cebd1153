"""All of the channel wired together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from aiohttp import web
from telegram import Bot

from bot.channels.channel import RateLimiter
from bot.channels.proxy import proxy_to
from bot.channels.telegram.calls import Wire
from bot.channels.telegram.health import Health, patiently
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.listener import Listener, MakeFile, OnReachable
from bot.channels.telegram.mini_app import PATH as MINI_APP
from bot.channels.telegram.mini_app import MiniApp
from bot.channels.telegram.polling import Polling, fetch
from bot.channels.telegram.profile import free_for_polling, introduce_at_last
from bot.channels.telegram.token import server
from bot.channels.telegram.transport import SPACING, Chats, Transport
from bot.channels.telegram.webhook import Webhook, secret_from
from bot.message import Respond, Say

CLOSING_GRACE = 10.0  # seconds that turns and replies under way get to end

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_telegram(
    token: str,
    respond: Respond,
    say: Say,
    menu: Sequence[tuple[str, str]],
    *,
    api_url: str = "",
    app: web.Application | None = None,
    public_url: str = "",
    webhook_secret: str = "",
    on_reachable: OnReachable | None = None,
    bulk_rate: float = 25.0,
    limiter: RateLimiter | None = None,
    paid: bool = False,
    files: MakeFile | None = None,
    spacing: float = SPACING,
    pause: float = 1.0,
) -> AsyncIterator["Telegram"]:
    """Opens at once and connects in the background: with `public_url` as a webhook on `app`, which must not be set up
    yet, else by polling.

    `menu` is (command, Korean description) for each line of Telegram's menu. `bulk_rate` is pushes a second, paced by
    `limiter` where several processes share it, `paid` lifts Telegram's limit on it for a fee. `spacing` is the distance
    of messages in one chat, `pause` the first wait after a failure, both in seconds; `files` makes what messages name.
    Raises ValueError for a `public_url` without `app`.
    """
    async with Wire(proxy=proxy_to(server(api_url))) as wire:
        bot, lanes = _bot(token, api_url, wire), Lanes(bulk_rate, limiter)
        transport = Transport(bot, lanes, Chats(spacing), pause, paid=paid)
        telegram = Telegram(bot, respond, say, lanes, transport, on_reachable, pause, files)
        if public_url:
            source = telegram.hooked(app, public_url, webhook_secret or secret_from(token))
        else:
            source = telegram.polling(wire)
        living = asyncio.create_task(telegram.live(source, menu))
        try:
            yield telegram
        finally:
            await _stop(living)
            await telegram.finish(source, asyncio.get_running_loop().time() + CLOSING_GRACE)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


@dataclass(frozen=True, slots=True)
class Source:
    """Where updates come from: `run` until cancelled, then `finish` by a deadline in loop time."""

    run: Callable[[], Coroutine[None, None, None]]
    finish: Callable[[float], Awaitable[None]]


class Telegram:
    """One bot at work: `send` to it, ask its `state`, let it `hear` an update."""

    def __init__(
        self,
        bot: Bot,
        respond: Respond,
        say: Say,
        lanes: Lanes,
        transport: Transport,
        on_reachable: OnReachable | None,
        pause: float,
        files: MakeFile | None = None,
    ) -> None:
        self._bot, self._say, self._pause, self._files = bot, say, pause, files
        self._plan = ""  # where it is opened, if anywhere
        self._health = Health()
        self.send = transport.send
        self._listener = Listener(bot, respond, say, transport, lanes, on_reachable, files)
        self.hear = self._listener.hear

    def state(self) -> str:
        """ "ok", or in English why the channel does not work just now."""
        return self._health.state

    def polling(self, wire: Wire) -> Source:
        """Updates are fetched."""
        polling = Polling(partial(fetch, self._bot, wire, self._health, self._pause), self.hear, self._pause)

        async def run() -> None:
            await patiently(lambda: free_for_polling(self._bot), self._health, self._pause)
            await polling.run()

        return Source(run, polling.finish)

    def hooked(self, app: web.Application | None, public_url: str, secret: str) -> Source:
        """Updates are brought, and the menu button opens the plan."""
        if app is None:
            raise ValueError("a webhook needs the app that serves PUBLIC_URL")
        if self._files:
            MiniApp(self._bot.token, self._files, self._say).add_to(app)
            self._plan = public_url.rstrip("/") + MINI_APP
        webhook = Webhook(self._listener.hear_brought, public_url, secret, self._pause)
        webhook.add_to(app)
        return Source(partial(webhook.keep, self._bot, self._health), webhook.finish)

    async def live(self, source: Source, menu: Sequence[tuple[str, str]]) -> None:
        """Connects, introduces the bot, and takes updates until it is cancelled."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(source.run())
                tasks.create_task(introduce_at_last(self._bot, menu, self._say, self._pause, self._plan))
        except Exception:
            self._health.state = "stopped by a fault of its own, see the log; restart"
            log.exception("the Telegram channel stopped")

    async def finish(self, source: Source, deadline: float) -> None:
        """Lets turns, then replies under way end until the deadline, in loop time."""
        await source.finish(deadline)
        await self._listener.finish(deadline)


def _bot(token: str, api_url: str, wire: Wire) -> Bot:
    there = server(api_url)
    return Bot(token, f"{there}/bot", f"{there}/file/bot", request=wire, get_updates_request=wire)
