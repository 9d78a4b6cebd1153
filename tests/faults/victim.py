"""The processes that are killed: the whole house of bot.__main__, forked from a process that has all of it loaded.

Only the clock is not theirs: minutes pass for them while the test waits for none. The microseconds of a moment tell
whose clock it was, so that a lease in the database says whose it is.
"""

import asyncio
import contextlib
import gc
import io
import multiprocessing
import signal
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import bot.channels.telegram.opening  # noqa: F401  loaded here, so that a start costs no import
from bot import __main__ as house
from bot.channels.telegram import TelegramSettings
from bot.conversation import Conversation
from bot.course.load import load_course
from bot.operator.settings import HouseSettings, Settings
from bot.texts import load_texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.faults.books import known_as
from tests.language import LANGUAGE

COURSE, SAY = load_course(house.TAUGHT), load_texts()
# The slowest parts of a start; what they compute is kept
house._holidays()  # noqa: SLF001
Conversation(COURSE, SAY, LANGUAGE, COMMANDS, remind, (), ()).warm_up(datetime.now(UTC))

TOKEN = "4242:AA-secret-part"
RATE = 600.0  # calls a second: a process is busy whenever it is killed
SECRET = "a-Secret_1"  # of the webhook
KEY = "k" * 32  # of the database, wherever it is opened
LONGEST = 120  # seconds; who is not killed, because the test itself was, ends then
MARKS = 1000  # microseconds of a clock that tell whose it is

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["aiosqlite", "asyncpg", __name__])


@dataclass(frozen=True, slots=True)
class Place:
    """Where victims live: their database, their Bot API, the port of their webhook, the seconds they are ahead."""

    database: str
    api: str
    port: int = 0  # they poll
    ahead: Any = None  # shared by all processes

    @classmethod
    def at(cls, start: datetime, database: str, api: str, port: int = 0) -> "Place":
        """A place where it is now that moment."""
        ahead = (start - datetime.now(UTC)).total_seconds()
        return cls(database, api, port, FORKS.RawValue("d", ahead))

    def now(self, number: int = 0) -> datetime:
        """What a victim's clock shows."""
        now = datetime.now(UTC) + timedelta(seconds=self.ahead.value)
        return now.replace(microsecond=now.microsecond // MARKS * MARKS + number % MARKS)


class Victim:
    """A running house, the `number`-th."""

    def __init__(self, place: Place, number: int) -> None:
        self.number, self.name = number, _name(number)
        self._process = FORKS.Process(target=_live, args=(place, number), daemon=True)
        self._process.start()

    async def killed(self) -> None:
        """Ends it, wherever it is."""
        self._process.kill()
        await asyncio.to_thread(self._process.join)
        assert self._process.exitcode == -signal.SIGKILL, "it had ended before"
        self._process.close()

    def owns(self, lease: datetime) -> bool:
        """Whether its clock gave that lease."""
        return lease.microsecond % MARKS == self.number % MARKS


def _name(number: int) -> str:
    return f"victim-{number}"


def _live(place: Place, number: int) -> None:
    signal.alarm(LONGEST)
    gc.freeze()  # to look through what was loaded takes longer than all the rest of a start
    telegram = TelegramSettings(
        telegram_token=TOKEN,
        telegram_api_url=place.api,
        telegram_webhook_secret=SECRET,
    )
    ours = HouseSettings(
        database_url=known_as(_name(number), place.database),
        port=place.port,
        public_url=f"http://127.0.0.1:{place.port}" if place.port else "",
        bulk_rate=RATE,
        secret_key=KEY,
    )
    with patch.object(house, "now", lambda: place.now(number)), contextlib.redirect_stdout(io.StringIO()):
        asyncio.run(house.serve(Settings(ours, telegram), [COURSE], SAY, LANGUAGE))
