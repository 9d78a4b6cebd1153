"""A peer on python-telegram-bot: as shipped, over httpx; or with HTTP_CLIENT=aiohttp over aiohttp.

As its documentation sets up a webhook of one's own, updates go into the application's queue. As shipped, one is handled
after the other; on one core more at once (`concurrent_updates`) are slower, over httpx several times.
"""

import os
from typing import Any

import aiohttp
from aiohttp import web
from telegram import Update
from telegram.error import NetworkError, TimedOut
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import BaseRequest, RequestData

from tests.bench.peers.serving import API, TOKEN, run, serve_hook


class AiohttpRequest(BaseRequest):
    """The smallest honest transport over aiohttp; there is nothing to upload."""

    async def initialize(self) -> None:
        """Opens the pool."""
        timeout = aiohttp.ClientTimeout(total=20, sock_connect=5, sock_read=5)
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256), timeout=timeout)

    async def shutdown(self) -> None:
        """Closes it."""
        await self._session.close()

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return 5.0

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """One call."""
        fields = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(method, url, data=fields) as response:
                return response.status, await response.read()
        except TimeoutError as late:
            raise TimedOut from late
        except aiohttp.ClientError as broken:
            raise NetworkError(repr(broken)) from broken


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say back what is heard."""
    assert update.message
    await context.bot.send_message(update.message.chat.id, f"네: {update.message.text}")


async def main() -> None:
    """Serve the webhook."""
    builder = Application.builder().token(TOKEN).base_url(f"{API}/bot").updater(None)
    if os.environ.get("HTTP_CLIENT") == "aiohttp":
        builder = builder.request(AiohttpRequest())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    await application.initialize()
    await application.start()

    async def hook(update: Any) -> web.Response:
        await application.update_queue.put(Update.de_json(update, application.bot))
        return web.Response()

    await serve_hook(hook)


if __name__ == "__main__":
    run(main)
