"""`backup` and `restore`: all that is kept, in one file."""

import argparse

from bot.desk.operating.house import House
from bot.operator.console import Screen, Table
from bot.store import Unfit, copies
from bot.store.copies import Counts


async def backup(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Copy all into a new file while the bot runs."""
    if house.new:
        return _refused(house, screen, Unfit("backup-nothing"))
    try:
        with screen.progress(house.say("backup-label")) as progress:
            counts = await copies.backup(house.database, asked.file, progress)
    except Unfit as unfit:
        return _refused(house, screen, unfit)
    screen.show(counted(house, "backup-title", counts))
    screen.say(house.say("backup-done", file=str(asked.file)))
    return 0


async def restore(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Fill the empty database from a file, while no bot runs: it would know nobody of those who come."""
    database = house.alone()
    try:
        with screen.progress(house.say("restore-label")) as progress:
            counts = await copies.restore(database, asked.file, progress)
    except Unfit as unfit:
        return _refused(house, screen, Unfit("restore-in-use") if unfit.key == "start-file-busy" else unfit)
    finally:
        await database.close()
    screen.show(counted(house, "restore-title", counts))
    screen.say(house.say("restore-done"))
    return 0


def _refused(house: House, screen: Screen, unfit: Unfit) -> int:
    screen.say(house.say(unfit.key, **unfit.values))
    return 1


def counted(house: House, title: str, counts: Counts) -> Table:
    """How many rows of each table there are now."""
    rows = [(name, f"{count:,}") for name, count in counts.items() if count]
    return Table(house.say(title), house.say("backup-columns").split(", "), rows)
