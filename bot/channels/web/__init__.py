"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.channel import Channel, ChannelContext, Opened
from bot.channels.web.page import open_web
from bot.channels.web.plan import add_plan_routes


@asynccontextmanager
async def _open(context: ChannelContext) -> AsyncIterator[Opened]:
    add_plan_routes(context.app, context.files, context.say, context.page_shown_at)
    async with open_web(context.app, context.respond, context.pages, context.say, context.page_shown_at) as send:
        yield Opened(send)


WEB = Channel(_open)
