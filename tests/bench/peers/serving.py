"""What every peer shares: the settings by their names in the environment, the webhook's door, and GET /healthz."""

import asyncio
import hmac
import os
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from aiohttp import web

TOKEN, SECRET = os.environ.get("TELEGRAM_TOKEN", ""), os.environ.get("TELEGRAM_WEBHOOK_SECRET", "")
API, DATABASE = os.environ.get("TELEGRAM_API_URL", ""), os.environ.get("DATABASE_URL", "")
PATH = "/telegram/webhook"

Hook = Callable[[Any], Awaitable[web.Response]]
"""Takes an update as JSON."""


def run(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs a peer, on uvloop when UVLOOP is set."""
    factory = None
    if os.environ.get("UVLOOP"):
        import uvloop  # noqa: PLC0415 - only then

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(main())


async def serve(app: web.Application) -> None:
    """Serves until the process is ended."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app.router.add_get("/healthz", healthz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["PORT"])).start()
    await asyncio.Event().wait()


async def serve_hook(hook: Hook) -> None:
    """Serves a webhook that takes only what bears its secret."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given, SECRET):
            raise web.HTTPForbidden
        return await hook(await request.json())

    app = web.Application()
    app.router.add_post(PATH, receive)
    await serve(app)
