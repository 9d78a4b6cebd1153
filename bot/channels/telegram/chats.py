"""Turns in one chat: its messages keep their order, and those of different sendings some distance."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.message import Unsent

SPACING = 1.0  # seconds; Telegram bears about one message a second in a chat (Bot FAQ, "My bot is hitting limits")
MOST_WAITING = 20  # sendings in one chat; one who floods the bot fills only their own chat


@dataclass(slots=True)
class _Chat:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0
    free_at: float = 0.0  # loop time


class Chats:
    """Hands out turns. The bubbles of one message may follow each other at once: Telegram bears a burst of three."""

    def __init__(self, spacing: float = SPACING) -> None:
        self._spacing = spacing
        self._chats: dict[str, _Chat] = {}

    @asynccontextmanager
    async def turn(self, id: str) -> AsyncIterator[bool]:  # noqa: A002  a chat's id, as in Address
        """One sending's turn, first come, first served; yields whether it had to wait. Unsent when too many wait."""
        loop = asyncio.get_running_loop()
        chat = self._chats.setdefault(id, _Chat())
        if chat.inside >= MOST_WAITING:
            raise Unsent("too many messages wait in this chat")
        waits = chat.lock.locked() or chat.free_at > loop.time()
        chat.inside += 1
        try:
            async with chat.lock:
                if (wait := chat.free_at - loop.time()) > 0:
                    await asyncio.sleep(wait)
                try:
                    yield waits
                finally:
                    chat.free_at = loop.time() + self._spacing
        finally:
            chat.inside -= 1
            loop.call_at(chat.free_at, self._forget, id)

    def _forget(self, id: str) -> None:  # noqa: A002  a chat's id, as in Address
        chat = self._chats.get(id)
        if chat and not chat.inside and chat.free_at <= asyncio.get_running_loop().time():
            del self._chats[id]
