"""Hears an update: the turn first, to its end; then, while the next may already come, what the learner sees of it."""

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import ParamSpec

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.errands import Errands
from bot.channels.telegram.inbox import CallbackQuery, Raw, Update, chosen, converted, reachable, said_in
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.refusals import seconds
from bot.channels.telegram.transport import Transport
from bot.message import Address, File, Message, Respond, Unreachable, Unsent, Unsure
from bot.texts import Say

OnReachable = Callable[[Address, bool], Awaitable[None]]
"""Told when a learner blocks the bot (False) or lets it in again (True)."""

MakeFile = Callable[[Address, str], Awaitable[File | None]]
"""Makes the file that a message names, for whoever is reached at an address."""

P = ParamSpec("P")

log = logging.getLogger(__name__)


class Listener:
    """Hears updates, from whichever side they come."""

    def __init__(
        self,
        bot: Bot,
        respond: Respond,
        say: Say,
        outbox: Transport,
        lanes: Lanes,
        errands: Errands,
        on_reachable: OnReachable | None = None,
        files: MakeFile | None = None,
    ) -> None:
        self._calls, self._respond, self._say, self._on_reachable = Calls(bot), respond, say, on_reachable
        self._files = files
        self._outbox, self._lanes, self._errands = outbox, lanes, errands

    async def hear(self, raw: Raw) -> None:
        """Hears a fetched update. A tap is acknowledged by a call, while its turn works.

        Returns once the turn is kept, while its reply is on its way. Raises when the update has to come again.
        """
        if (update := converted(raw)) is None:
            return
        await self._errands.room()  # from here to the turn nothing waits: those of one chat come to it in their order
        if query := update.callback_query:
            self._errands.start(partial(self._acknowledge, query))
        await self._turn(update)

    async def hear_brought(self, update: Update) -> None:
        """The same for an update whose bringer acknowledges a tap, once this returns."""
        await self._errands.room()
        await self._turn(update, mark=update.callback_query)

    async def _turn(self, update: Update, mark: CallbackQuery | None = None) -> None:
        if update.my_chat_member and self._on_reachable and (change := reachable(update)):
            await self._on_reachable(*change)
        said = said_in(update)
        message = await self._respond(said) if said else None
        if mark:
            self._errands.start(partial(self._mark, mark))
        # A repeated answer comes of a second tap as well as of an update heard again after a restart, and nothing here
        # tells them apart. Silence is the lesser evil: what was answered is kept, and any word brings the next screen.
        # For the same reason a reply that a kill finds on its way is lost: at least once is the turn, not its reply.
        if said and message and not message.repeated:
            self._errands.start(partial(self._reply, said.address, message))

    async def _reply(self, address: Address, message: Message) -> None:
        try:
            file = await self._made(address, message.file)
            if message.file and file is None:
                message = Message((self._say("telegram-no-file"),), message.buttons)
            await self._outbox.reply(address, message, file)
        except Unreachable:
            log.info("a reply found its learner unreachable")
        except (Unsure, Unsent) as failure:
            log.warning("a reply may not have arrived: %s", failure)
        except TelegramError as refusal:
            log.error("a reply was refused: %s", refusal.message)  # noqa: TRY400  a trace would hold the words

    async def _made(self, address: Address, name: str) -> File | None:
        """The file that a message names; None where there is none, or it cannot be made."""
        if not name or self._files is None:
            return None
        try:
            return await self._files(address, name)
        except Exception as fault:  # noqa: BLE001 - whatever it was, they are told
            log.error("a file could not be made: %s", type(fault).__name__)  # noqa: TRY400 - a trace would hold the words
            return None

    async def _acknowledge(self, query: CallbackQuery) -> None:
        """Ends the button's waiting sign, then marks the tap."""
        await self._kindly(self._calls.answer_callback_query, query.id)
        await self._mark(query)

    async def _mark(self, query: CallbackQuery) -> None:
        """Shows in the message what was chosen, and takes its keyboard away."""
        if found := chosen(query):
            message, label = found
            text = f"{message.text}\n\n{self._say('telegram-chosen', label=label)}"
            await self._kindly(self._calls.edit_message_text, message.chat.id, message.message_id, text)

    async def _kindly(self, call: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            async with self._lanes.reply():
                await call(*args, **kwargs)
        except RetryAfter as limit:
            await self._lanes.hush(seconds(limit))
        except (TelegramError, Unsent) as failure:  # a second tap, a deleted message: nothing a learner misses
            log.debug("a tap could not be acknowledged: %s", type(failure).__name__)
