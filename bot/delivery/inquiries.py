"""What learners ask a person, and what they call odd about a question, goes to the chats of ADMIN_IDS: the words and
what it is called, and nothing that tells who wrote it.
"""

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from bot.desk.operating.odd import OddQuestions
from bot.message import Address, Message, Say, Send, Unreachable, Unsent, Unsure
from bot.operator.logs import bare
from bot.store import Database, inquiries, reports

log = logging.getLogger(__name__)

AT_ONCE = 20  # questions to a person
ODD_AT_ONCE = 5  # questions of ours


class Forwarding:
    """Sends each once to every chat of an operator that can be spoken to first."""

    def __init__(
        self,
        database: Database,
        sends: Mapping[str, Send],
        say: Say,
        clock: Callable[[], datetime],
        admins: Collection[Address],
        odds: OddQuestions,
    ) -> None:
        self._database, self._sends, self._say, self._clock, self._odds = database, sends, say, clock, odds
        self._admins = [one for one in admins if one.channel in sends]

    async def look(self) -> None:
        """Forward what waits; whoever cannot be reached now is tried at the next look. May raise Away."""
        if not self._admins:
            return
        async with self._database.reading() as connection:
            asked, odd = await inquiries.waits(connection), await reports.waits(connection)
        if asked:
            await self._asked()
        if odd:
            await self._odd()

    async def _asked(self) -> None:
        async with self._database.transaction() as connection:
            taken = await inquiries.taken(connection, self._clock(), AT_ONCE)
        for number, (code, text) in enumerate(taken):
            if not await self._told(self._say("inquiry-forwarded", code=code, text=text)):
                async with self._database.transaction() as connection:
                    await inquiries.give_back(connection, [code for code, _ in taken[number:]])
                return

    async def _odd(self) -> None:
        now = self._clock()
        async with self._database.transaction() as connection:
            taken = await reports.taken(connection, now, ODD_AT_ONCE)
        for number, (course, quiz, notes) in enumerate(taken):
            if not await self._told(self._odds.told(course, quiz, notes)):
                async with self._database.transaction() as connection:
                    for one in taken[number:]:
                        await reports.give_back(connection, one[0], one[1], now)
                return

    async def _told(self, text: str) -> bool:
        """Whether it may have come to one of them."""
        message = Message((text,), private=True)
        return any([await self._sent(admin, message) for admin in self._admins])

    async def _sent(self, admin: Address, message: Message) -> bool:
        """Whether it may have come."""
        try:
            await self._sends[admin.channel](admin, message)
        except (Unsent, Unreachable):
            return False
        except Unsure:
            return True
        except Exception as fault:
            log.exception("a question could not be forwarded on channel %s", admin.channel, exc_info=bare(fault))
            return False
        return True
