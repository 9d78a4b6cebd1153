"""Hears an update: the turn first, to its end; then, while the next may already come, what the learner sees of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from typing import Any, ParamSpec

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.inbox import CallbackQuery, Raw, Update, chosen, converted, reachable, said_in
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.refusals import seconds
from bot.channels.telegram.transport import Transport
from bot.message import Address, File, Message, Respond, Say, Unreachable, Unsent, Unsure

AT_ONCE = 256  # when so much goes on in the background, updates wait

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
        transport: Transport,
        lanes: Lanes,
        on_reachable: OnReachable | None = None,
        files: MakeFile | None = None,
    ) -> None:
        self._calls, self._respond, self._say, self._on_reachable = Calls(bot), respond, say, on_reachable
        self._files = files
        self._transport, self._lanes, self._background = transport, lanes, Background()

    async def hear(self, raw: Raw) -> None:
        """Hears a fetched update. A tap is acknowledged by a call, while its turn works.

        Returns once the turn is kept, while its reply is on its way. Raises when the update has to come again.
        """
        if (update := converted(raw)) is None:
            return
        await (
            self._background.room()
        )  # from here to the turn nothing waits: those of one chat come to it in their order
        if query := update.callback_query:
            self._background.start(partial(self._acknowledge, query))
        await self._turn(update)

    async def hear_brought(self, update: Update) -> None:
        """The same for an update whose bringer acknowledges a tap, once this returns."""
        await self._background.room()
        await self._turn(update, mark=update.callback_query)

    async def finish(self, deadline: float) -> None:
        """Lets replies under way end until the deadline, in loop time."""
        await self._background.finish(deadline)

    async def _turn(self, update: Update, mark: CallbackQuery | None = None) -> None:
        if update.my_chat_member and self._on_reachable and (change := reachable(update)):
            await self._on_reachable(*change)
        said = said_in(update)
        message = await self._respond(said) if said else None
        if mark:
            self._background.start(partial(self._mark, mark))
        # A repeated answer comes of a second tap as well as of an update heard again after a restart, and nothing here
        # tells them apart. Silence is the lesser evil: what was answered is kept, and any word brings the next screen.
        # For the same reason a reply that a kill finds on its way is lost: at least once is the turn, not its reply.
        if said and message and not message.repeated:
            self._background.start(partial(self._reply, said.address, message))

    async def _reply(self, address: Address, message: Message) -> None:
        try:
            file = await self._made(address, message.file)
            if message.file and file is None:
                message = Message((self._say("telegram-no-file"),), message.buttons)
            await self._transport.reply(address, message, file)
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
            async with self._lanes.replies:
                await call(*args, **kwargs)
        except RetryAfter as limit:
            await self._lanes.hold(seconds(limit))
        except (TelegramError, Unsent) as failure:  # a second tap, a deleted message: nothing a learner misses
            log.debug("a tap could not be acknowledged: %s", type(failure).__name__)


class Background:
    """What goes on after its update was confirmed, such as a slow reply: bounded, and started in the order it came.

    Updates find `room` first, so that those of one chat keep their order.
    """

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._door = asyncio.Lock()  # nobody overtakes who waits here

    async def room(self) -> None:
        """Returns when fewer than 256 run, and at once when nobody waits for that."""
        async with self._door:
            while len(self._running) >= AT_ONCE:
                await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)

    def start(self, work: Callable[[], Awaitable[object]]) -> None:
        """Lets it run."""
        task = asyncio.create_task(self._run(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def finish(self, deadline: float) -> None:
        """Lets them end until the deadline, in loop time."""
        await let_end(self._running, deadline)

    async def _run(self, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except Exception as fault:  # noqa: BLE001  nobody else waits for it; its text and trace may hold words
            log.error("what went on in the background failed: %s", type(fault).__name__)  # noqa: TRY400  the same


async def let_end(tasks: Collection[asyncio.Task[Any]], deadline: float) -> None:
    """Waits for the tasks until the deadline, in loop time, and cancels what still runs then."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=max(0, deadline - asyncio.get_running_loop().time()))
    if late:
        log.warning("%d turns or replies took too long and were cut off", len(late))
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
