"""Whether the Bot API works for us, and patience while it does not."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.refusals import seconds

log = logging.getLogger(__name__)

T = TypeVar("T")

OK = "ok"
LONGEST_BACKOFF = 30.0  # seconds


class Undelivered(TelegramError):
    """Telegram holds updates that it could not bring to our webhook; the message is Telegram's reason."""


REASONS: tuple[tuple[type[TelegramError], int, str], ...] = (
    (
        InvalidToken,
        logging.ERROR,
        "Telegram refuses the token; set TELEGRAM_TOKEN to the one @BotFather shows, check TELEGRAM_API_URL, restart",
    ),
    (
        Conflict,
        logging.ERROR,
        "another process polls with this token, or set a webhook for it; stop that one, only one may receive updates",
    ),
    (Undelivered, logging.ERROR, "Telegram cannot bring its updates; see that PUBLIC_URL leads to this server"),
    (
        BadRequest,  # a kind of NetworkError; of the calls made patiently only setWebhook meets it
        logging.ERROR,
        "Telegram refuses PUBLIC_URL; it has to be https, reachable from outside, on port 443, 80, 88 or 8443",
    ),
    (RetryAfter, logging.WARNING, "Telegram asked the bot to slow down; waiting"),
    (NetworkError, logging.WARNING, "the Bot API cannot be reached; trying again"),
    (TelegramError, logging.WARNING, "the Bot API answers strangely; trying again"),
)


class Health:
    """`state` is "ok" or the reason why not. Each reason is logged when it begins, not each time it is met."""

    def __init__(self) -> None:
        self.state = "starting"

    def well(self) -> None:
        """The last call worked."""
        if self.state != OK:
            log.info("connected to the Bot API")
        self.state = OK

    def note(self, failure: TelegramError) -> None:
        """The last call failed."""
        level, reason = next((level, reason) for kind, level, reason in REASONS if isinstance(failure, kind))
        if self.state != reason:
            detail = failure.message if isinstance(failure, Undelivered) else type(failure).__name__
            log.log(level, "%s (%s)", reason, detail)
        self.state = reason


async def patiently(step: Callable[[], Awaitable[T]], health: Health, pause: float) -> T:
    """The step's result, however long it takes; waits `pause` seconds after a failure, then twice as long each time."""
    wait = pause
    while True:
        try:
            result = await step()
        except TelegramError as failure:
            health.note(failure)
            await asyncio.sleep(seconds(failure) if isinstance(failure, RetryAfter) else wait)
            wait = min(wait * 2, LONGEST_BACKOFF)
        else:
            health.well()
            return result
