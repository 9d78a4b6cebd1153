"""Hears an update: the turn first, to its end; then, while the next may already come, what the learner sees of it."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any, ParamSpec, Protocol

import msgspec
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.inbox import (
    CallbackQuery,
    ChatMessage,
    Raw,
    Update,
    chosen,
    converted,
    correction_in,
    options,
    reachable,
    said_in,
)
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.looks import Key, Younger, answered
from bot.channels.telegram.refusals import bad_buttons, reason_of, seconds
from bot.channels.telegram.transport import Transport
from bot.message import Address, File, Message, Respond, Said, Say, Unreachable, Unsent, Unsure
from bot.message.blocks import Kind, marked_as

RIGHT, VERDICT = marked_as(Kind.RIGHT), marked_as(Kind.VERDICT)
PATIENCE = 0.3  # seconds that the mark of a tap waits for its turn
AT_ONCE = 256  # when so much goes on in the background, updates wait

OnReachable = Callable[[Address, bool], Awaitable[None]]
"""Told when a learner blocks the bot (False) or lets it in again (True)."""


class MakeFile(Protocol):
    """Makes the file that a message names, for whoever is reached at an address."""

    def __call__(self, address: Address, name: str, key: str = "") -> Awaitable[File | None]:
        """None for a stranger; with a key once, see bot.channels.channel."""


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
        self._files, self._reacts = files, True
        self._albums: deque[str] = deque(maxlen=AT_ONCE)  # of late
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
        right: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        if query := update.callback_query:
            self._background.start(partial(self._acknowledge, query, right))
        await self._turn(update, right, batched=True)

    async def hear_brought(self, update: Update) -> None:
        """The same for an update whose bringer acknowledges a tap, once this returns."""
        await self._background.room()
        await self._turn(update)

    async def finish(self, deadline: float) -> None:
        """Lets replies under way end until the deadline, in loop time."""
        await self._background.finish(deadline)

    async def _turn(self, update: Update, right: asyncio.Future[str] | None = None, *, batched: bool = False) -> None:
        if update.my_chat_member and self._on_reachable and (change := reachable(update)):
            await self._on_reachable(*change)
        said = self._once(said_in(update) or correction_in(update))
        message = await self._respond(replace(said, batched=batched)) if said else None
        rights = RIGHT.findall("\n".join(message.marked)) if message else []
        told = rights[0] if len(rights) == 1 else ""
        if right:
            right.set_result(told)
        elif query := update.callback_query:
            self._background.start(partial(self._mark, query, told))
        # A repeated answer comes of a second tap as well as of an update heard again after a restart, and nothing here
        # tells them apart. Silence is the lesser evil: what was answered is kept, and any word brings the next screen.
        # For the same reason a reply that a kill finds on its way is lost: at least once is the turn, not its reply.
        if said and message and not message.repeated:
            self._background.start(partial(self._reply, said.address, message))
            if update.message and update.message.text and VERDICT.search("".join(message.marked)):
                self._background.start(partial(self._react, update.message))

    def _once(self, said: Said | None) -> Said | None:
        """What was said; nothing for another picture of an album that was heard already, words apart."""
        album = said.key.removesuffix(":words") if said and said.key.startswith("album:") else ""
        if said is None or (album in self._albums and not said.words):
            return None
        if album:
            self._albums.append(album)
        return said

    async def _reply(self, address: Address, message: Message) -> None:
        try:
            file = await self._made(address, message.file)
            if message.file and file is None and not message.illustrated:
                message = Message((self._say("telegram-no-file"),), message.buttons)
            await self._transport.reply(address, message, file)
        except Unreachable:
            log.info("a reply found its learner unreachable")
        except (Unsure, Unsent) as failure:
            log.warning("a reply may not have arrived: %s", failure)
        except TelegramError as refusal:
            log.error("a reply was refused: %s", reason_of(refusal))  # noqa: TRY400  a trace would hold the words

    async def _made(self, address: Address, name: str) -> File | None:
        """The file that a message names; None where there is none, or it cannot be made."""
        if not name or self._files is None:
            return None
        try:
            return await self._files(address, name)
        except Exception as fault:  # noqa: BLE001 - whatever it was, they are told
            log.error("a file could not be made: %s", type(fault).__name__)  # noqa: TRY400 - a trace would hold the words
            return None

    async def _acknowledge(self, query: CallbackQuery, right: asyncio.Future[str]) -> None:
        """Ends the button's waiting sign, then marks the tap; with what was right, unless the turn takes long."""
        await self._kindly(self._calls.answer_callback_query, query.id)
        await asyncio.wait({right}, timeout=PATIENCE)
        await self._mark(query, right.result() if right.done() else "")

    async def _mark(self, query: CallbackQuery, right: str) -> None:
        """Shows in the message what was chosen and what was right: on the buttons of a question, else in words, in
        their place.
        """
        if found := chosen(query):
            message, label = found
            told = self._say("telegram-chosen", label=label)
            keys = answered(options(query), message.text or message.caption or "", label, told, right) if right else []
            if keys and await self._on_buttons(message, keys):
                return
            told = "\n".join(filter(None, (told, right)))
            looks, caption = message.entities or message.caption_entities, message.text is None
            entities = msgspec.json.encode(looks).decode() if looks else None
            text = f"{message.text or message.caption}\n\n{told}"
            ids = message.chat.id, message.message_id
            await self._kindly(self._calls.edit_message_text, *ids, text, entities, caption=caption)

    async def _on_buttons(self, message: ChatMessage, keys: list[list[Key]]) -> bool:
        """Whether the server takes buttons that look so; where it does not, it is not asked again."""
        if not self._transport.knows(Younger.STYLE):
            return False
        ids = message.chat.id, message.message_id
        taken = await self._kindly(self._calls.edit_message_reply_markup, *ids, keys)
        if not taken:
            self._transport.leave_out({Younger.STYLE})
        return taken

    async def _react(self, message: ChatMessage) -> None:
        """Says without words that what they typed was taken."""
        if self._reacts:
            emoji = self._say("telegram-reaction")
            self._reacts = await self._kindly(
                self._calls.set_message_reaction, message.chat.id, message.message_id, emoji
            )

    async def _kindly(self, call: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Makes a call that may fail; whether the server takes such calls at all."""
        try:
            async with self._lanes.replies:
                await call(*args, **kwargs)
        except RetryAfter as limit:
            await self._lanes.hold(seconds(limit))
        except (TelegramError, Unsent) as failure:  # a second tap, a deleted message: nothing a learner misses
            log.debug("a tap or a message could not be acknowledged: %s", type(failure).__name__)
            if isinstance(failure, BadRequest):
                return not bad_buttons(failure)
            return not isinstance(failure, InvalidToken)  # which is what a method is answered with that is not known
        return True


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
