"""What the web page is remembered by: its history, what stands beside it, and the browsers that pushes reach."""

import asyncio
import hmac
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.conversation import Result, Turn
from bot.desk import Desk
from bot.message import LONGEST_WORDS, Address, Bubble, Message, Subscription
from bot.record import Asked, Found, Reads
from bot.record.facts import Shown
from bot.store import Database, history, push
from bot.store.keyring import Purpose
from bot.store.records import number

READ = Reads.STUDY | Reads.PLAN

_UNPROVEN = re.compile(r"[A-Za-z0-9_-]{22}")  # what secrets.token_urlsafe(16) gives: 128 bits
_PROVEN = re.compile(r"[A-Za-z0-9_-]{22}\.[0-9a-f]{32}")


class Pages:
    """`beside` tells in a turn what stands beside the conversation, each text by its name; `masked` gives words as they
    may be kept.
    """

    def __init__(
        self,
        desk: Desk,
        database: Database,
        clock: Callable[[], datetime],
        beside: Callable[[Turn], Mapping[str, str]],
        masked: Callable[[str], str],
    ) -> None:
        self._desk, self._database, self._clock, self._beside, self._masked = desk, database, clock, beside, masked

    async def keep(self, address: Address, said: str, message: Message) -> Mapping[str, object]:
        """Keep what was said, masked as everything that is kept, and the message that answered it; what stands beside
        the conversation by now, and the number of its last bubble. Of a private message, or one that is only repeated,
        nothing is kept. May raise Away.

        It has a transaction of its own: with the turn's own it would be one table too many, and what a crash between
        the two loses is a bubble on a page.
        """
        hidden = self._masked(said[:LONGEST_WORDS])

        def turn(found: Found, now: datetime) -> Result[Mapping[str, str]]:
            if found.record is None:
                return Result({})  # a stranger, or somebody who has just left
            seen = self._beside(self._desk.conversation.turn(found.record, address, "", now))
            if message.private or message.repeated:
                return Result(seen)
            kept = message.kept()
            shown = Shown(address, hidden, kept.marked or kept.bubbles, message.file, now)
            return Result(seen, found.record, ((found.record.learner.id, shown),))

        texts = await self._desk.take(Asked(address, reads=READ), turn)
        async with self._database.reading() as connection:
            return {**texts, "last": await history.newest(connection, address)}

    async def after(self, address: Address, last: int) -> Sequence[Bubble]:
        """The bubbles after the one with that number, in their order, of all pages of the learner. May raise Away."""
        async with self._database.reading() as connection:
            return await history.after(connection, address, last, self._clock() - history.KEPT)

    async def whose(self, cookie: str) -> Address | None:
        """The learner who is known by a cookie; None where we did not make it. One of an edition before has no proof:
        it is ours where somebody is reached by it.
        """
        await self._database.unlock()
        if _PROVEN.fullmatch(cookie):
            proven = hmac.compare_digest(cookie, self._proven(cookie.partition(".")[0]))
            return Address("web", cookie) if proven else None
        if not _UNPROVEN.fullmatch(cookie):
            return None
        address = Address("web", cookie)
        async with self._database.reading() as connection:
            return address if await number(connection, address) else None

    def newcomer(self) -> Address:
        """Somebody new: the id is their cookie, which nobody else can make."""
        return Address("web", self._proven(secrets.token_urlsafe(16)))

    def _proven(self, secret: str) -> str:
        return f"{secret}.{self._database.keyring.hashed(Purpose.COOKIE, secret)}"

    async def subscribe(self, address: Address, subscription: Subscription) -> bool:
        """Reach a learner in one more browser; False for a stranger. May raise Away, as all below."""
        async with self._database.transaction() as connection:
            return await push.subscribe(connection, address, subscription, self._clock())

    async def unsubscribe(self, endpoint: str) -> None:
        """Reach nobody there any more."""
        async with self._database.transaction() as connection:
            await push.unsubscribe(connection, endpoint)

    async def reached(self, address: Address) -> tuple[Sequence[str], Sequence[Subscription]]:
        """The ids of all pages of the learner, and the browsers that reach them."""
        async with self._database.reading() as connection:
            return await push.reached(connection, address)

    async def keys(self, *names: str, make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
        """Keys of ours by their names; made when there are none yet, and kept for ever. Nobody waits for the making."""
        async with self._database.reading() as connection:
            found = await push.kept_keys(connection, *names)
        if len(found) == len(names):
            return found
        made = await asyncio.to_thread(make)
        async with self._database.transaction() as connection:
            return await push.keys(connection, made)
