"""Messages out: replies and pushes, bubble by bubble, each sent again only if it surely never arrived.

In one chat messages keep their order, and those of different sendings some distance. A fast thumb is answered at once,
a flood at the pace that Telegram bears for long (a generic cell rate algorithm:
https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.calls import Calls, NotSent
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.looks import FOLDING, Younger, is_caption, is_photo, keyboard, plain
from bot.channels.telegram.refusals import bad_buttons, bad_text, meaning, reason_of, seconds, too_long
from bot.message import Address, Begin, Button, File, Message, Tone, Unsent, Unsure, at_once
from bot.message.blocks import Block, Kind, drawn

TRIES = 5
SPACING = 1.0  # seconds; Telegram bears about one message a second in a chat (Bot FAQ, "My bot is hitting limits")
BURST = 20  # sendings without that distance between them: "short bursts" (same page), more than a thumb taps
MOST_WAITING = 20  # sendings in one chat; one who floods the bot fills only their own chat
SWEEP = 1.0  # seconds between looks for chats that have grown quiet; a timer for each sending would cost more

log = logging.getLogger(__name__)

Lane = Callable[[], AbstractAsyncContextManager[None]]
"""Where each call waits for its turn."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One call: of sendMessage, or with a `file` of sendPhoto or sendDocument, the blocks under it. It `opens` a push
    when it is the first of one; it may go `without` its file.
    """

    chat: str | int
    blocks: Sequence[Block]
    buttons: Sequence[Button] = ()
    silent: bool = True
    paid: bool = False
    opens: bool = False
    file: File | None = None
    without: bool = False

    @property
    def younger(self) -> list[Younger]:
        """What it uses that not every server knows, the youngest first."""
        kinds = {block.kind for block in self.blocks}
        uses: Mapping[Younger, bool] = {
            Younger.TIME: Kind.TIME in kinds,
            Younger.STYLE: any(button.tone is not Tone.PLAIN for button in self.buttons),
            Younger.EFFECT: Kind.FINISH in kinds,
            Younger.FOLDING: not kinds.isdisjoint(FOLDING),
            Younger.ENTITIES: not kinds <= {Kind.TEXT},
            Younger.PHOTO: self.file is not None and is_photo(self.file),
        }
        return [thing for thing in Younger if uses[thing]]


class _Chat:
    """One chat; inside `async with`, one sending's messages may leave."""

    __slots__ = ("_inside", "_lock", "_rested_at", "_slack", "_spacing")

    def __init__(self, spacing: float, burst: int) -> None:
        self._spacing, self._slack = spacing, (burst - 1) * spacing
        self._lock = asyncio.Lock()
        self._inside = 0
        self._rested_at = 0.0  # loop time; by then it is as if nothing had been sent

    async def __aenter__(self) -> bool:
        """Whether it had to wait."""
        if self._inside >= MOST_WAITING:
            raise Unsent("too many messages wait in this chat")
        waits = self._lock.locked() or self._wait() > 0
        self._inside += 1
        try:
            await self._lock.acquire()
            try:
                if waits and (wait := self._wait()) > 0:
                    await asyncio.sleep(wait)
            except BaseException:
                self._lock.release()
                raise
        except BaseException:
            self._inside -= 1
            raise
        return waits

    async def __aexit__(self, *_: object) -> None:
        self._rested_at = max(self._rested_at, _now()) + self._spacing
        self._inside -= 1
        self._lock.release()

    def quiet(self, now: float) -> bool:
        """Whether nothing of it has to be remembered any more."""
        return not self._inside and self._rested_at <= now

    def _wait(self) -> float:
        return self._rested_at - self._slack - _now()


class Chats:
    """Hands out turns. The bubbles of one message may follow each other at once: Telegram bears a burst of three."""

    def __init__(self, spacing: float = SPACING, burst: int = BURST) -> None:
        self._spacing, self._burst = spacing, burst
        self._chats: dict[str, _Chat] = {}
        self._sweeping = False

    def turn(self, id: str) -> _Chat:  # noqa: A002  a chat's id, as in Address
        """To be entered at once: one sending's turn, first come, first served. Unsent when too many wait."""
        chat = self._chats.get(id)
        if chat is None:
            chat = self._chats[id] = _Chat(self._spacing, self._burst)
            if not self._sweeping:
                self._sweeping = True
                asyncio.get_running_loop().call_later(SWEEP, self._sweep)
        return chat

    def _sweep(self) -> None:
        now = _now()
        self._chats = {id_: chat for id_, chat in self._chats.items() if not chat.quiet(now)}
        self._sweeping = bool(self._chats)
        if self._sweeping:
            asyncio.get_running_loop().call_later(SWEEP, self._sweep)


class Transport:
    """Sends one bot's messages; `pause` is the first wait after a failure, in seconds. Pushes may be `paid`.

    Raises Unreachable, Unsure, Unsent, or BadRequest, which is a fault of ours.
    """

    def __init__(self, bot: Bot, lanes: Lanes, chats: Chats, pause: float, *, paid: bool = False) -> None:
        self._calls, self._lanes, self._chats, self._pause, self._paid = Calls(bot), lanes, chats, pause, paid
        self._unknown: set[Younger] = set()  # what the server has refused

    def knows(self, thing: Younger) -> bool:
        """Whether the server has not refused it so far."""
        return thing not in self._unknown

    def leave_out(self, refused: Collection[Younger]) -> None:
        """Do without it from now on."""
        self._unknown |= {*refused}
        log.warning("the server does not know, so it is left out from now on: %s", ", ".join(sorted(refused)))

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
        """Answer a learner: at once, and without a sound, because they are looking. The last bubble stands under the
        file, with the buttons.
        """
        async with self._chats.turn(address.id):
            await self._bubbles(address.id, message, lambda: self._lanes.replies, push=False, file=file)

    async def _bubbles(self, chat: str, message: Message, lane: Lane, *, push: bool, file: File | None = None) -> None:
        last = len(message.bubbles) - 1
        labels = [button.label for button in message.buttons]
        for n, blocks in enumerate(drawn(message.marked or message.bubbles, labels, times=True)):
            bubble = Bubble(chat, blocks, (), n > 0 or not push, push and self._paid, push and n == 0)
            try:
                if n == last:
                    if file and not is_caption(blocks):  # then it goes alone, and the words follow
                        await self._gently(Bubble(chat, (), file=file), lane)
                        file = None
                    bubble = replace(bubble, buttons=message.buttons, file=file, without=message.illustrated)
                await self._gently(bubble, lane)
            except Unsent as failure:
                if n == 0:
                    raise
                raise Unsure("only a part arrived") from failure

    async def _gently(self, bubble: Bubble, lane: Lane) -> None:
        """What Telegram does not take for a fault of ours arrives in a plainer form, and we hear of it."""
        try:
            await self._as_known(bubble, lane)
        except BadRequest as refusal:
            if bad_buttons(refusal):
                simpler = replace(bubble, buttons=())  # whatever a button says can be typed as well
            elif bad_text(refusal):
                simpler = replace(bubble, blocks=(plain(bubble.blocks),))
            elif bubble.file and bubble.without:
                simpler = replace(bubble, file=None)
            else:
                raise
            log.error("a message of ours was refused and is sent in a plainer form: %s", reason_of(refusal))  # noqa: TRY400  a trace would hold the words
            await self._deliver(simpler, lane)

    async def _as_known(self, bubble: Bubble, lane: Lane) -> None:
        """What the server may not know is left out bit by bit; what it then takes says what it does not know."""
        refused: set[Younger] = set()
        used = [thing for thing in bubble.younger if thing not in self._unknown]
        while True:
            try:
                await self._deliver(bubble, lane, refused)
                break
            except BadRequest as refusal:
                blamed = [thing for thing in used if not bad_buttons(refusal) or thing is Younger.STYLE]
                if too_long(refusal) or not blamed:
                    raise
                refused.add(blamed[0])
                used.remove(blamed[0])
        if refused:
            self.leave_out(refused)

    async def _deliver(self, bubble: Bubble, lane: Lane, refused: Collection[Younger] = ()) -> None:
        # sendMessage knows no idempotency key: only what surely never arrived is sent again
        for n in range(TRIES):
            async with lane():
                failure = await self._call(bubble, {*self._unknown, *refused})
            match failure:
                case None:
                    return
                case RetryAfter():  # a 429
                    await self._lanes.hold(seconds(failure))
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

    async def _call(self, bubble: Bubble, unknown: Collection[Younger]) -> TelegramError | None:
        """The failure is returned, so that nothing raised before the call is taken for one of the network."""
        try:
            below = keyboard(bubble.buttons, unknown)
            if bubble.file:
                await self._calls.send_file(bubble.chat, bubble.file, bubble.blocks, below, unknown)
            else:
                await self._calls.send_message(
                    bubble.chat, bubble.blocks, below, silent=bubble.silent, paid=bubble.paid, unknown=unknown
                )
        except InvalidToken as failure:  # also where a method is not known, as on servers that take no files
            return BadRequest(failure.message) if bubble.file else failure
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


def _now() -> float:
    return asyncio.get_running_loop().time()
