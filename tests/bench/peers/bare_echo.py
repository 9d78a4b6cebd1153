"""A peer without any framework: aiohttp takes the update and makes the one call. The floor of what a bot costs."""

from typing import Any

import aiohttp
from aiohttp import web

from tests.bench.peers.serving import API, TOKEN, run, serve_hook


async def main() -> None:
    """Say back what is heard."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256)) as session:

        async def hook(update: Any) -> web.Response:
            heard = update["message"]
            answer = {"chat_id": heard["chat"]["id"], "text": f"네: {heard['text']}"}
            async with session.post(f"{API}/bot{TOKEN}/sendMessage", json=answer) as response:
                await response.read()
            return web.Response()

        await serve_hook(hook)


if __name__ == "__main__":
    run(main)
