"""Hears an update: the turn first, to its end; then, while the next may already come, what the learner sees of it."""

import logging
from collections.abc import Awaitable, Callable
from functools import partial

from telegram import Bot, CallbackQuery, Update
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.errands import Errands
from bot.channels.telegram.inbox import Raw, chosen, heard, reachable
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.looks import preview
from bot.channels.telegram.outbox import Outbox
from bot.channels.telegram.refusals import seconds
from bot.message import Address, Message, Respond, Said, Unreachable, Unsent, Unsure
from bot.texts import Say

OnReachable = Callable[[Address, bool], Awaitable[None]]
"""Told when a learner blocks the bot (False) or lets it in again (True)."""

logger = logging.getLogger(__name__)


class Listener:
    """Hears updates, from whichever side they come."""

    def __init__(
        self,
        bot: Bot,
        respond: Respond,
        say: Say,
        outbox: Outbox,
        lanes: Lanes,
        errands: Errands,
        on_reachable: OnReachable | None = None,
    ) -> None:
        self._bot, self._respond, self._say, self._on_reachable = bot, respond, say, on_reachable
        self._outbox, self._lanes, self._errands = outbox, lanes, errands

    async def hear(self, raw: Raw) -> None:
        """Returns once the turn is kept, while its reply is on its way. Raises when the update has to come again."""
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as fault:  # noqa: BLE001  the library raises anything for a shape it does not know
            logger.error("an update of an unknown shape is skipped: %s", type(fault).__name__)  # noqa: TRY400  its text and traceback may hold words
            return
        if (change := reachable(update)) and self._on_reachable:
            await self._on_reachable(*change)
        if update.callback_query:
            await self._errands.start(partial(self._acknowledge, update.callback_query))
        if said := heard(update):
            await self._turn(said)

    async def _turn(self, said: Said) -> None:
        message = await self._respond(said)
        # A repeated answer comes of a second tap as well as of an update heard again after a restart, and nothing here
        # tells them apart. Silence is the lesser evil: what was answered is kept, and any word brings the next screen.
        # For the same reason a reply that a kill finds on its way is lost: at least once is the turn, not its reply.
        if not message.repeated:
            await self._errands.start(partial(self._reply, said.address, message))

    async def _reply(self, address: Address, message: Message) -> None:
        try:
            await self._outbox.reply(address, message)
        except Unreachable:
            logger.info("a reply found its learner unreachable")
        except (Unsure, Unsent) as failure:
            logger.warning("a reply may not have arrived: %s", failure)
        except TelegramError as refusal:
            logger.error("a reply was refused: %s", refusal.message)  # noqa: TRY400  a trace would hold the words

    async def _acknowledge(self, query: CallbackQuery) -> None:
        """Ends the button's waiting sign, then shows in the message what was chosen and takes its keyboard away."""
        await self._kindly(partial(self._bot.answer_callback_query, query.id))
        if found := chosen(query):
            message, label = found
            text = f"{message.text}\n\n{self._say('telegram-chosen', label=label)}"
            mark = partial(self._bot.edit_message_text, text, message.chat.id, message.message_id)
            await self._kindly(partial(mark, link_preview_options=preview(text)))

    async def _kindly(self, call: Callable[[], Awaitable[object]]) -> None:
        try:
            async with self._lanes.reply():
                await call()
        except RetryAfter as limit:
            await self._lanes.hush(seconds(limit))
        except (TelegramError, Unsent) as failure:  # a second tap, a deleted message: nothing a learner misses
            logger.debug("a tap could not be acknowledged: %s", type(failure).__name__)
