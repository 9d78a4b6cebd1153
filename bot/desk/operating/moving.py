"""`move`: from the SQLite file of the settings to PostgreSQL. Whatever keeps it from being done is one line."""

import argparse
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.desk.operating.copying import counted
from bot.desk.operating.house import House
from bot.message import Away
from bot.operator.console import Screen
from bot.store import Database, Refused, Unfit, moving
from bot.store.address import read_address
from bot.store.copies import Counts
from bot.store.keyring import key_file


class _BadTarget(Unfit):
    """What is wrong with where it should go."""


async def move(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Carry everything over while no bot runs, or go on with it. Status 2: something has to be mended first."""
    say = house.say
    try:
        counts = await _moved(house, screen, asked.to)
    except Unfit as unfit:
        line = say(unfit.key, **unfit.values)
        # sentences about an address name the setting; here it is that of an argument
        screen.say(line.replace("DATABASE_URL", "--to") if isinstance(unfit, _BadTarget) else line)
        return 2
    except Away:
        screen.say(say("move-away"))
        return 2
    except Refused:
        screen.say(say("move-refused"))
        return 2
    except asyncio.CancelledError:  # Ctrl+C
        screen.say(say("move-stopped"))
        raise
    screen.show(counted(house, "move-title", counts))
    screen.say(say("move-done", file=str(house.file)))
    _with_key(house, screen)
    return 0


def _with_key(house: House, screen: Screen) -> None:
    """The new database has the key of the old one: where that is kept in a file, it has to stand where the new one is
    started, or in SECRET_KEY.
    """
    keyring, place = house.database.keyring, key_file(None)
    if keyring.file is None:
        return
    try:
        there = keyring.copied(place)
    except OSError:
        there = False
    screen.say(house.say("move-key" if there else "move-key-other", file=str(keyring.file), to=str(place)))


async def _moved(house: House, screen: Screen, to: str) -> Counts:
    if house.file is None:
        raise Unfit("move-from")
    if house.new:
        raise Unfit("move-nothing")
    with _of_target():
        if not read_address(to).drivername.startswith("postgresql"):
            raise Unfit("move-to")
        target = Database(to, keyring=house.database.keyring)
    source = house.alone()
    try:
        await _open(source)
        with screen.progress(house.say("move-label")) as progress, _of_target():
            return await moving.move(source, target, progress)
    finally:
        await target.close()
        await source.close()


async def _open(source: Database) -> None:
    """In our schema, and for us alone: what a bot wrote meanwhile would be missing. Raises Unfit, also where its key is
    not ours.
    """
    try:
        await source.migrate()
        await source.unlock()
    except Unfit as unfit:
        raise Unfit("move-running") if unfit.key == "start-file-busy" else unfit from None


@contextmanager
def _of_target() -> Iterator[None]:
    try:
        yield
    except Unfit as unfit:
        raise _BadTarget(unfit.key, **unfit.values) from None
