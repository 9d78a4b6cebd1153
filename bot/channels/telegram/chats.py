"""Turns in one chat: its messages keep their order, and those of different sendings some distance.

A fast thumb is answered at once, a flood at the pace that Telegram bears for long (a generic cell rate algorithm:
https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
"""

import asyncio

from bot.message import Unsent

SPACING = 1.0  # seconds; Telegram bears about one message a second in a chat (Bot FAQ, "My bot is hitting limits")
BURST = 20  # sendings without that distance between them: "short bursts" (same page), more than a thumb taps
MOST_WAITING = 20  # sendings in one chat; one who floods the bot fills only their own chat
SWEEP = 1.0  # seconds between looks for chats that have grown quiet; a timer for each sending would cost more


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


def _now() -> float:
    return asyncio.get_running_loop().time()
