"""The Telegram channel. python-telegram-bot lives in this folder and nowhere else.

wire     the HTTP under it            inbox    what an update says
outbox   messages out, and refusals   polling  each update at least once, a chat's in order
profile  menu and descriptions        health   ok or why not, and patience
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial

from telegram import Bot, CallbackQuery, Update
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.health import OK, Health, patiently
from bot.channels.telegram.inbox import chosen, heard, reachable
from bot.channels.telegram.outbox import Outbox, preview, seconds
from bot.channels.telegram.polling import Polling, Raw
from bot.channels.telegram.profile import free_for_polling, introduce
from bot.channels.telegram.wire import Wire
from bot.message import Address, Message, Respond, Said, Unreachable, Unsent, Unsure
from bot.texts import Say

__all__ = ["Telegram", "open_telegram"]

OFFICIAL = "https://api.telegram.org"
LONG_POLL = 30  # seconds; the server allows up to 50
UPDATES = '["message","callback_query","my_chat_member"]'  # the server remembers the last list, so it is always sent
GRACE = 10.0  # seconds running turns get to end

OnReachable = Callable[[Address, bool], Awaitable[None]]
"""Told when a learner blocks the bot (False) or lets it in again (True)."""

logger = logging.getLogger(__name__)


@asynccontextmanager
async def open_telegram(
    token: str,
    respond: Respond,
    say: Say,
    menu: Sequence[tuple[str, str]],
    *,
    api_url: str = "",
    on_reachable: OnReachable | None = None,
    pause: float = 1.0,
) -> AsyncIterator["Telegram"]:
    """Opens at once and connects in the background; `pause` is the first wait after a failure, in seconds.

    `menu` is (command, Korean description) for each line of Telegram's menu.
    """
    server = (api_url or OFFICIAL).rstrip("/").removesuffix("/bot")
    async with Wire() as wire:
        bot = Bot(token, f"{server}/bot", f"{server}/file/bot", request=wire, get_updates_request=wire)
        telegram = Telegram(bot, respond, say, on_reachable, pause)
        polling = Polling(partial(telegram.fetch, wire), telegram.hear, pause)
        living = asyncio.create_task(telegram.live(polling, menu))
        try:
            yield telegram
        finally:
            living.cancel()
            await asyncio.wait([living])
            await polling.finish(GRACE)


class Telegram:
    """One bot at work: `send` to it, ask its `state`, let it `hear` an update."""

    def __init__(
        self, bot: Bot, respond: Respond, say: Say, on_reachable: OnReachable | None = None, pause: float = 1.0
    ) -> None:
        self._bot, self._respond, self._say = bot, respond, say
        self._on_reachable, self._pause = on_reachable, pause
        self._health = Health()
        self.send = Outbox(bot, pause).send

    def state(self) -> str:
        """ "ok", or in English why the channel does not work just now."""
        return self._health.state

    async def hear(self, raw: Raw) -> None:
        """Works off one update to its end. Raises when it has to come again; a reply that fails is logged instead."""
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as fault:  # noqa: BLE001  the library raises anything for a shape it does not know
            logger.error("an update of an unknown shape is skipped: %s", type(fault).__name__)  # noqa: TRY400  its text and traceback may hold words
            return
        if (change := reachable(update)) and self._on_reachable:
            await self._on_reachable(*change)
        said = heard(update)
        if update.callback_query:
            await self._tapped(update.callback_query, said)
        elif said:
            await self._turn(said)

    async def _tapped(self, query: CallbackQuery, said: Said | None) -> None:
        # side by side: answering and marking the tap neither delays its turn nor endangers it
        steps = [self._acknowledge(query), *([self._turn(said)] if said else [])]
        mark, *turn = await asyncio.gather(*steps, return_exceptions=True)
        if mark:
            logger.error("a tap could not be marked: %s", type(mark).__name__)
        for failure in filter(None, turn):
            raise failure

    async def _turn(self, said: Said) -> None:
        await self._reply(said.address, await self._respond(said))

    async def _reply(self, address: Address, message: Message) -> None:
        # the turn is committed: hearing its update again could not send the reply, so nothing is raised
        try:
            await self.send(address, message)
        except Unreachable:
            logger.info("a reply found its learner unreachable")
        except (Unsure, Unsent) as failure:
            logger.warning("a reply may not have arrived: %s", failure)
        except TelegramError:
            logger.exception("a reply was refused")

    async def _acknowledge(self, query: CallbackQuery) -> None:
        """Ends the button's waiting sign, then shows in the message what was chosen and takes its keyboard away."""
        await self._kindly(self._bot.answer_callback_query(query.id))
        if found := chosen(query):
            message, label = found
            text = f"{message.text}\n\n{self._say('telegram-chosen', label=label)}"
            await self._kindly(
                self._bot.edit_message_text(
                    text, message.chat.id, message.message_id, link_preview_options=preview(text)
                )
            )

    async def _kindly(self, call: Awaitable[object]) -> None:
        try:
            await call
        except TelegramError as failure:  # a second tap, a deleted message, an old query: nothing a learner misses
            logger.debug("a tap could not be acknowledged: %s", type(failure).__name__)

    async def live(self, polling: Polling, menu: Sequence[tuple[str, str]]) -> None:
        """Connects, introduces the bot, and polls until it is cancelled."""
        try:
            await patiently(lambda: free_for_polling(self._bot), self._health, self._pause)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._introduce(menu))
                tasks.create_task(polling.run())
        except Exception:
            self._health.state = "stopped by a fault of its own, see the log; restart"
            logger.exception("the Telegram channel stopped")

    async def fetch(self, wire: Wire, offset: int) -> list[Raw]:
        """The next updates as JSON, however long it takes; asking confirms all below the offset."""
        # not bot.get_updates: one update of an unknown shape makes it log the whole batch, words included, and raise

        async def ask() -> list[Raw]:
            patience = LONG_POLL if self._health.state == OK else 0  # after a failure, learn at once that it is over
            fields = {"offset": str(offset), "timeout": str(patience), "allowed_updates": UPDATES}
            got = await wire.call(f"{self._bot.base_url}/getUpdates", fields, patience + wire.read_timeout)
            if not isinstance(got, list):
                raise NetworkError("no list of updates")
            return got

        return await patiently(ask, self._health, self._pause)

    async def _introduce(self, menu: Sequence[tuple[str, str]]) -> None:
        for n in range(5):
            try:
                await introduce(self._bot, menu, self._say)
            except TelegramError as failure:
                name = type(failure).__name__
                await asyncio.sleep(seconds(failure) if isinstance(failure, RetryAfter) else self._pause * 2**n)
            else:
                return
        logger.warning("the menu or the descriptions could not be set and stay as they are: %s", name)
