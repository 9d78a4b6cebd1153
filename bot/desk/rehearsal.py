"""A conversation for authors: all of it is real, and nothing is kept. A minute passes with every turn."""

import itertools
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.conversation import Conversation
from bot.desk import Desk
from bot.message import Respond
from bot.operator.metrics import Metrics
from bot.store import Database

REHEARSED = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # a Monday in Seoul, 10:00: previews look the same every day


@asynccontextmanager
async def rehearsal(conversation: Conversation) -> AsyncIterator[Respond]:
    """Hears what is said in one."""
    minutes = itertools.count()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/rehearsal.sqlite3")
        await database.migrate()
        try:
            desk = Desk(database, conversation, lambda: REHEARSED + timedelta(minutes=next(minutes)), Metrics())
            yield desk.respond
            await desk.close()
        finally:
            await database.close()
