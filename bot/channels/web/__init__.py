"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from bot.channels.channel import Channel, ChannelContext, Opened
from bot.channels.web.installed import add_app_routes
from bot.channels.web.notice import add_notice
from bot.channels.web.page import open_web
from bot.channels.web.plan import add_plan_routes
from bot.channels.web.push import PRIVATE, PUBLIC, Push, new_keys


@asynccontextmanager
async def _open(context: ChannelContext) -> AsyncIterator[Opened]:
    """It can speak first: to open pages, and to browsers whose learners let it."""
    app, memory, shown_at = context.app, context.pages, context.page_shown_at
    subject = f"https://{urlsplit(context.public_url).hostname or 'localhost'}"
    push = Push(await memory.keys(PRIVATE, PUBLIC, make=new_keys), context.say, subject)
    add_notice(app, context.say, context.notice)
    add_plan_routes(app, context.files, context.say, shown_at)
    alone = not context.public_url and not shown_at("example.com")  # nobody but this machine sees the page
    add_app_routes(app, memory, context.say, shown_at, loopback=alone)
    try:
        async with open_web(app, context.respond, memory, push, context.say, shown_at) as send:
            yield Opened(send)
    finally:
        await push.close()


WEB = Channel(_open)
