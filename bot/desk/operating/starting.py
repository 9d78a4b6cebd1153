"""What the doctor looks at before every start too: what takes a moment, changes nothing and asks nobody else.

Nothing of it keeps the bot from starting: what does, such as a closed folder or a port that is taken, has a line of its
own (bot.operator.start_checks, bot.store.address).
"""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.message import Say
from bot.operator import doctor
from bot.operator.doctor import Finding, Look
from bot.store import Database, stats

ENV = Path(".env")


async def tell(database: Database, say: Say, now: datetime, missing_holidays: int | None) -> None:
    """Print a line each of what is not well, or will not be for long; `now` is in UTC. The database is open, and has
    our schema.
    """
    looks: dict[str, Look] = {
        "python": doctor.python,
        "folder": partial(doctor.folder, database.file, [*database.files, ENV]),
        "disk": partial(doctor.disk, database.file),
        "clock": partial(clock, database, now),
        "holidays": partial(holidays, missing_holidays),
    }
    for one in await doctor.examine(looks):
        if one.warns or not one.well:
            print(say(f"doctor-{one.key}", **one.values), file=sys.stderr, flush=True)  # noqa: T201 - for whoever starts us


async def clock(database: Database, now: datetime) -> Finding:
    """Whether the clock is right, by what is kept."""
    async with database.snapshot() as connection:
        return doctor.clock(now, await stats.newest_moment(connection))


def holidays(missing: int | None) -> Finding:
    """Whether those of this year and the next are known; else which year is missing."""
    return Finding("holidays-missing", well=False, values={"year": str(missing)}) if missing else Finding("holidays")
