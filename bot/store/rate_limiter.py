"""Sending slots that all processes share, and that a restart does not forget."""

from bot.store import Database


class SharedRateLimiter:
    """Hands out moments to send at, `rate` a second for all who use the name. Each call is one short transaction."""

    def __init__(self, database: Database, name: str, rate: float) -> None:
        self._database, self._name, self._interval = database, name, 1 / rate

    async def take(self, count: int) -> float:
        """Reserve so many in a row; the seconds until the first. Raises Away."""
        async with self._database.transaction() as store:
            return await store.rates.take(self._name, count * self._interval)

    async def hold(self, seconds: float) -> None:
        """Give none for so long from now, whoever asks. Raises Away."""
        async with self._database.transaction() as store:
            await store.rates.hold(self._name, seconds)
