"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.house import Channel, House, Opened
from bot.channels.web.page import open_web
from bot.channels.web.plan import add_plan_routes


@asynccontextmanager
async def _open(house: House) -> AsyncIterator[Opened]:
    add_plan_routes(house.app, house.files, house.say, house.page_shown_at)
    async with open_web(house.app, house.respond, house.say, house.page_shown_at) as send:
        yield Opened(send)


WEB = Channel(_open)
