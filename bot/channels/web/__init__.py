"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.house import Channel, House, Opened
from bot.channels.web.page import open_web


@asynccontextmanager
async def _open(house: House) -> AsyncIterator[Opened]:
    async with open_web(house.app, house.respond, house.say, house.page_shown_at) as send:
        yield Opened(send)


WEB = Channel(_open)
