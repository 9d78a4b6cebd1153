"""Telegram. python-telegram-bot lives in this folder and nowhere else.

in    polling or webhook bring updates · inbox: what one says · listener: its turn, then its reply
out   transport: messages, bubble by bubble · lanes: replies before bulk, silences · calls: the HTTP · refusals
      mini_app: the plan behind the menu button
else  opening: all of it wired · token: is it known · profile: menu and descriptions · health: ok or why not
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import msgspec
from msgspec import Meta

from bot.channels.channel import Channel, ChannelContext, Opened, Settings
from bot.channels.telegram.looks import faults_in
from bot.message import Appearance

LONGEST_MESSAGE = 4096  # characters, in UTF-16 (Bot API, sendMessage)
FREE = 30  # messages a second (Bot FAQ, "How can I message all of my bot's subscribers at once?")
TOO_FAST = (
    "BULK_RATE=%g in the environment or .env: Telegram takes 30 messages a second and then silences the bot; "
    "set BULK_RATE=25, or PAID_BROADCAST=true to pay 0.1 Star for each message above the limit"
)

log = logging.getLogger(__name__)


class TelegramSettings(msgspec.Struct, frozen=True, kw_only=True, rename=str.upper):
    """A token is enough; with the house's PUBLIC_URL updates are brought, else they are fetched."""

    telegram_token: Annotated[str, Meta(pattern=r"^$|^[0-9]+:[A-Za-z0-9_-]+$")] = ""
    telegram_api_url: Annotated[str, Meta(pattern=r"^$|^https?://\S+$")] = ""
    telegram_webhook_secret: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,256}$")] = ""
    paid_broadcast: bool = False  # whether Telegram takes 1,000 a second for a fee instead of 30

    def too_fast(self, bulk_rate: float) -> bool:
        """Whether pushes would leave faster than Telegram bears without a fee; a server of one's own may bear more."""
        return bool(self.telegram_token and not self.telegram_api_url and not self.paid_broadcast and bulk_rate > FREE)


@asynccontextmanager
async def _open(context: ChannelContext) -> AsyncIterator[Opened]:
    from bot.channels.telegram.opening import open_telegram  # noqa: PLC0415 - the slowest import, for those who use it

    settings = context.settings.of(TelegramSettings)
    if settings.too_fast(context.bulk_rate):
        log.warning(TOO_FAST, context.bulk_rate)
    async with open_telegram(
        settings.telegram_token, context.respond, context.say, context.menu,
        api_url=settings.telegram_api_url, on_reachable=context.reachable,
        app=context.app, public_url=context.public_url, webhook_secret=settings.telegram_webhook_secret,
        bulk_rate=context.bulk_rate, paid=settings.paid_broadcast, limiter=context.limiter("telegram"),
        files=context.files.file,
    ) as telegram:  # fmt: skip
        yield Opened(telegram.send, telegram.state)


def _wanted(settings: Settings) -> bool:
    return bool(settings.of(TelegramSettings).telegram_token)


async def _asked(settings: Settings) -> str:
    from bot.channels.telegram import token  # noqa: PLC0415 - for the doctor only

    ours = settings.of(TelegramSettings)
    return await token.asked(ours.telegram_token, ours.telegram_api_url)


TELEGRAM = Channel(
    _open,
    TelegramSettings,
    _wanted,
    _wanted,
    Appearance(LONGEST_MESSAGE, LONGEST_MESSAGE, faults=faults_in),
    token=_asked,
)
