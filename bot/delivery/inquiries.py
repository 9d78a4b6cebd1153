"""What learners ask a person goes to the chats of ADMIN_IDS: the words and a code, and nothing that tells who asked."""

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from bot.message import Address, Message, Say, Send, Unreachable, Unsent, Unsure
from bot.operator.logs import bare
from bot.store import Database, inquiries

log = logging.getLogger(__name__)

AT_ONCE = 20


class Forwarding:
    """Sends each question once to every chat of an operator that can be spoken to first."""

    def __init__(
        self,
        database: Database,
        sends: Mapping[str, Send],
        say: Say,
        clock: Callable[[], datetime],
        admins: Collection[Address],
    ) -> None:
        self._database, self._sends, self._say, self._clock = database, sends, say, clock
        self._admins = [one for one in admins if one.channel in sends]

    async def look(self) -> None:
        """Forward what waits. May raise Away."""
        async with self._database.reading() as connection:
            if not self._admins or not await inquiries.waits(connection):
                return
        async with self._database.transaction() as connection:
            taken = await inquiries.taken(connection, self._clock(), AT_ONCE)
        for number, (code, text) in enumerate(taken):
            message = Message((self._say("inquiry-forwarded", code=code, text=text),), private=True)
            if not any([await self._sent(admin, message) for admin in self._admins]):
                async with self._database.transaction() as connection:
                    await inquiries.give_back(connection, [code for code, _ in taken[number:]])
                return  # whoever cannot be reached now is tried at the next look

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
