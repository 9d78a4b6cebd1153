"""Whether a bot runs, as the database tells: each leaves the time there again and again. Seconds are since 1970."""

import time

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import house_keys

FRESH = 60.0  # seconds for which a beat says that a bot runs; it beats four times in them
_NAME = "heartbeat"
_BEATS = text(
    f"INSERT INTO house_keys (name, value) VALUES ('{_NAME}', :at) ON CONFLICT (name) DO UPDATE SET value = :at"  # noqa: S608 - a name of ours
)


async def beat(connection: AsyncConnection) -> None:
    """Leave the time."""
    await connection.execute(_BEATS, {"at": str(int(time.time()))})


async def beats(connection: AsyncConnection) -> bool:
    """Whether one runs, or did until a moment ago."""
    at = await connection.scalar(select(house_keys.c.value).where(house_keys.c.name == _NAME))
    return at is not None and abs(time.time() - int(at)) < FRESH
