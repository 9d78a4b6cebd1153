"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.channel import Channel, ChannelContext, Opened
from bot.channels.web.page import open_web


@asynccontextmanager
async def _open(context: ChannelContext) -> AsyncIterator[Opened]:
    async with open_web(context.app, context.respond, context.say, context.page_shown_at) as send:
        yield Opened(send)


WEB = Channel(_open)
