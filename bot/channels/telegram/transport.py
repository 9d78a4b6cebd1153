"""Messages out: replies and pushes, bubble by bubble, each sent again only if it surely never arrived."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.chats import Chats
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.looks import keyboard, plain
from bot.channels.telegram.refusals import bad_buttons, bad_text, meaning, seconds
from bot.channels.telegram.wire import NotSent
from bot.message import Address, Begin, File, Message, Unsent, Unsure, at_once

TRIES = 5

log = logging.getLogger(__name__)

Lane = Callable[[], AbstractAsyncContextManager[None]]
"""Where each call waits for its turn."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One call of sendMessage, or of sendDocument with a `file`; it `opens` a push when it is the first of one."""

    chat: str | int
    text: str
    keyboard: str | None
    silent: bool
    paid: bool
    opens: bool
    file: File | None = None


class Transport:
    """Sends one bot's messages; `pause` is the first wait after a failure, in seconds. Pushes may be `paid`.

    Raises Unreachable, Unsure, Unsent, or BadRequest, which is a fault of ours.
    """

    def __init__(self, bot: Bot, lanes: Lanes, chats: Chats, pause: float, *, paid: bool = False) -> None:
        self._calls, self._lanes, self._chats, self._pause, self._paid = Calls(bot), lanes, chats, pause, paid

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Send unprompted: at the bulk's rate, behind all replies, with one sound. A repeated one stays unsent.

        What `begin` raises comes out as it is, and nothing was sent.
        """
        if message.repeated:
            return
        async with AsyncExitStack() as turn:
            push = _Push(address.id, self._lanes, self._chats, begin, turn)
            await self._bubbles(address.id, message, push.lane, push=True)

    async def reply(self, address: Address, message: Message, file: File | None = None) -> None:
        """Answer a learner: at once, and without a sound, because they are looking. A file goes in front, so that the
        buttons stand last.
        """
        async with self._chats.turn(address.id):
            if file:
                alone = Bubble(address.id, "", None, silent=True, paid=False, opens=False, file=file)
                await self._deliver(alone, self._lanes.reply)
            await self._bubbles(address.id, message, self._lanes.reply, push=False)

    async def _bubbles(self, chat: str, message: Message, lane: Lane, *, push: bool) -> None:
        last = len(message.bubbles) - 1
        for n, text in enumerate(message.bubbles):
            below = keyboard(message.buttons) if n == last else None
            bubble = Bubble(chat, text, below, n > 0 or not push, push and self._paid, push and n == 0)
            try:
                await self._gently(bubble, lane)
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
                simpler = replace(bubble, keyboard=None)  # whatever a button says can be typed as well
            elif bad_text(refusal):
                simpler = replace(bubble, text=plain(bubble.text))
            else:
                raise
            log.error("a message of ours was refused and is sent in a plainer form: %s", refusal.message)  # noqa: TRY400  a trace would hold the words
            await self._deliver(simpler, lane)

    async def _deliver(self, bubble: Bubble, lane: Lane) -> None:
        # sendMessage knows no idempotency key: only what surely never arrived is sent again
        for n in range(TRIES):
            async with lane():
                failure = await self._call(bubble)
            match failure:
                case None:
                    return
                case RetryAfter():
                    await self._lanes.hush(seconds(failure))
                case NotSent():
                    await asyncio.sleep(0 if bubble.opens else self._pause * 2**n)
                case ChatMigrated():
                    bubble = replace(bubble, chat=failure.new_chat_id)
                    continue
                case _ if outcome := meaning(failure):
                    raise outcome from failure
                case _:
                    raise failure
            if bubble.opens:  # whoever sends it tries again: while it waits with them, its fate is never in doubt
                raise Unsent(type(failure).__name__)
        raise Unsent("every try failed")

    async def _call(self, bubble: Bubble) -> TelegramError | None:
        """The failure is returned, so that nothing raised before the call is taken for one of the network."""
        try:
            if bubble.file:
                await self._calls.send_document(bubble.chat, bubble.file)
            else:
                await self._calls.send_message(
                    bubble.chat, bubble.text, bubble.keyboard, silent=bubble.silent, paid=bubble.paid
                )
        except TelegramError as failure:
            return failure
        return None


class _Push:
    """One push on its way. It takes its chat only with its first slot: a long line must not hold up replies in it."""

    def __init__(self, chat: str, lanes: Lanes, chats: Chats, begin: Begin, turn: AsyncExitStack) -> None:
        self._chat, self._lanes, self._chats, self._begin, self._turn = chat, lanes, chats, begin, turn
        self._begun = False

    @asynccontextmanager
    async def lane(self) -> AsyncIterator[None]:
        async with self._lanes.bulk(begun=self._begun):
            if not self._begun:
                self._begun = True
                if await self._turn.enter_async_context(self._chats.turn(self._chat)):
                    await self._lanes.again()  # the slot passed while a reply was on its way
                await self._lanes.before_leaving(self._begin)
            yield
