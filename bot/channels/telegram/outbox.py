"""Messages out: bubbles and keyboards, and what each refusal of the Bot API means for the one who sent."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.wire import NotSent
from bot.message import Address, Button, Message, Unreachable, Unsent, Unsure

TRIES = 3
LONGEST_WAIT = 60.0  # seconds one bubble may wait for its turn; later, nobody waits for it any more
LINK = re.compile(r"\w\.[a-z]{2}|://", re.IGNORECASE)  # what a messenger may take for a link


class Outbox:
    """Sends one bot's messages. Any 429 silences all of them for the time it names; `pause` is in seconds."""

    def __init__(self, bot: Bot, pause: float) -> None:
        self._bot, self._pause = bot, pause
        self._quiet_until = 0.0  # loop time

    async def send(self, address: Address, message: Message) -> None:
        """Raises Unreachable, Unsure, Unsent, or BadRequest, which is a fault of ours. Repeated ones stay unsent."""
        if message.repeated:
            return
        last = len(message.bubbles) - 1
        for n, bubble in enumerate(message.bubbles):
            try:
                await self._deliver(address.id, bubble, keyboard(message.buttons) if n == last else None)
            except Unsent as failure:
                if n == 0:
                    raise
                raise Unsure("only a part arrived") from failure

    async def _deliver(self, chat: str, text: str, markup: InlineKeyboardMarkup | None) -> None:
        # sendMessage knows no idempotency key: only what surely never arrived is sent again
        patience_ends = asyncio.get_running_loop().time() + LONGEST_WAIT
        for n in range(TRIES):
            await self._silence_over(patience_ends)
            try:
                await self._bot.send_message(chat, text, reply_markup=markup, link_preview_options=preview(text))
            except RetryAfter as limit:
                until = asyncio.get_running_loop().time() + seconds(limit)
                self._quiet_until = max(self._quiet_until, until)
            except NotSent:
                await asyncio.sleep(self._pause * 2**n)
            except TelegramError as failure:
                if (outcome := meaning(failure)) is None:
                    raise
                raise outcome from failure
            else:
                return
        raise Unsent("every try failed")

    async def _silence_over(self, patience_ends: float) -> None:
        now = asyncio.get_running_loop().time
        while (wait := self._quiet_until - now()) > 0:
            if self._quiet_until > patience_ends:
                raise Unsent("Telegram asked for a longer silence")
            await asyncio.sleep(wait)


def meaning(failure: TelegramError) -> Unreachable | Unsent | Unsure | None:
    """What a refused or broken sendMessage means; None when it is a fault of ours."""
    # BadRequest and TimedOut are kinds of NetworkError: the order of these lines matters
    if isinstance(failure, Forbidden) or (isinstance(failure, BadRequest) and "chat not found" in str(failure).lower()):
        return Unreachable(type(failure).__name__)
    if isinstance(failure, BadRequest):
        return None
    if isinstance(failure, InvalidToken):
        return Unsent("the token is refused")
    return Unsure(type(failure).__name__)


def seconds(limit: RetryAfter) -> float:
    """How long a 429 asks to wait; the library is changing the type of its attribute."""
    wait = limit.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def preview(text: str) -> LinkPreviewOptions | None:
    """No picture of a linked page; said only where a link stands, because not every Bot API server knows the word."""
    return LinkPreviewOptions(is_disabled=True) if LINK.search(text) else None


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """The buttons in rows a narrow phone shows uncut; short neighbours share a row, in even rows."""
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(b.label, callback_data=b.command) for b in row] for row in rows(buttons)]
    )


def rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    """A label over 8 characters stands alone, one over 4 shares with one more, shorter ones stand up to three."""
    for alone, neighbours in groupby(buttons, key=lambda button: len(button.label) > 8):
        run = list(neighbours)
        short = max(len(button.label) for button in run) <= 4
        across = 1 if alone else 3 if short and len(run) not in (2, 4) else 2
        yield from (run[n : n + across] for n in range(0, len(run), across))
