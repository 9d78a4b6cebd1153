"""Messages out: replies and pushes, bubble by bubble, each sent again only if it surely never arrived."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.channels.telegram.chats import Chats
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.looks import keyboard, plain, preview
from bot.channels.telegram.refusals import bad_buttons, bad_text, meaning, seconds
from bot.channels.telegram.wire import NotSent
from bot.message import Address, Message, Unsent, Unsure

TRIES = 5

logger = logging.getLogger(__name__)

Lane = Callable[[], AbstractAsyncContextManager[None]]
"""Where each call waits for its turn."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One call of sendMessage."""

    chat: str | int
    text: str
    markup: InlineKeyboardMarkup | None
    silent: bool


class Outbox:
    """Sends one bot's messages; `pause` is the first wait after a failure, in seconds.

    Raises Unreachable, Unsure, Unsent, or BadRequest, which is a fault of ours.
    """

    def __init__(self, bot: Bot, lanes: Lanes, chats: Chats, pause: float) -> None:
        self._bot, self._lanes, self._chats, self._pause = bot, lanes, chats, pause

    async def send(self, address: Address, message: Message) -> None:
        """Send unprompted: at the bulk's rate, behind all replies, with one sound. A repeated one stays unsent."""
        if message.repeated:
            return
        async with AsyncExitStack() as turn:
            push = _Push(address.id, self._lanes, self._chats, turn)
            await self._bubbles(address.id, message, push.lane, sounds=True)

    async def reply(self, address: Address, message: Message) -> None:
        """Answer a learner: at once, and without a sound, because they are looking."""
        async with self._chats.turn(address.id):
            await self._bubbles(address.id, message, self._lanes.reply, sounds=False)

    async def _bubbles(self, chat: str, message: Message, lane: Lane, *, sounds: bool) -> None:
        last = len(message.bubbles) - 1
        for n, text in enumerate(message.bubbles):
            markup = keyboard(message.buttons) if n == last else None
            try:
                await self._gently(Bubble(chat, text, markup, silent=n > 0 or not sounds), lane)
            except Unsent as failure:
                if n == 0:
                    raise
                raise Unsure("only a part arrived") from failure

    async def _gently(self, bubble: Bubble, lane: Lane) -> None:
        """What Telegram does not take for a fault of ours arrives in a plainer form, and we hear of it."""
        try:
            await self._deliver(bubble, lane)
        except BadRequest as refusal:
            if bad_buttons(refusal):
                simpler = replace(bubble, markup=None)  # whatever a button says can be typed as well
            elif bad_text(refusal):
                simpler = replace(bubble, text=plain(bubble.text))
            else:
                raise
            logger.error("a message of ours was refused and is sent in a plainer form: %s", refusal.message)  # noqa: TRY400  a trace would hold the words
            await self._deliver(simpler, lane)

    async def _deliver(self, bubble: Bubble, lane: Lane) -> None:
        # sendMessage knows no idempotency key: only what surely never arrived is sent again
        for n in range(TRIES):
            try:
                async with lane():
                    return await self._call(bubble)
            except RetryAfter as limit:
                await self._lanes.hush(seconds(limit))
            except NotSent:
                await asyncio.sleep(self._pause * 2**n)
            except ChatMigrated as moved:
                bubble = replace(bubble, chat=moved.new_chat_id)
            except TelegramError as failure:
                if (outcome := meaning(failure)) is None:
                    raise
                raise outcome from failure
        raise Unsent("every try failed")

    async def _call(self, bubble: Bubble) -> None:
        await self._bot.send_message(
            bubble.chat,
            bubble.text,
            reply_markup=bubble.markup,
            link_preview_options=preview(bubble.text),
            disable_notification=bubble.silent or None,
        )


class _Push:
    """One push on its way. It takes its chat only with its first slot: a long line must not hold up replies in it."""

    def __init__(self, chat: str, lanes: Lanes, chats: Chats, turn: AsyncExitStack) -> None:
        self._chat, self._lanes, self._chats, self._turn = chat, lanes, chats, turn
        self._begun = False

    @asynccontextmanager
    async def lane(self) -> AsyncIterator[None]:
        async with self._lanes.bulk(begun=self._begun):
            if not self._begun:
                self._begun = True
                if await self._turn.enter_async_context(self._chats.turn(self._chat)):
                    await self._lanes.again()  # the slot passed while a reply was on its way
            yield
