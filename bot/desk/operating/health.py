"""`doctor`: is all well, one line each."""

import argparse
from collections.abc import Mapping
from functools import partial

from bot.desk.operating import starting
from bot.desk.operating.house import House
from bot.operator import doctor as looks
from bot.operator.console import Screen
from bot.operator.doctor import Finding, Look
from bot.store import Unfit, version_of, versions

SIGNS = {"well": "✓", "warns": "!", "not well": "✗"}


async def doctor(house: House, screen: Screen, _asked: argparse.Namespace) -> int:
    """Say what was found; status 1 where something has to be mended."""
    found = await looks.examine(looks_at(house))
    for one in found:
        sign = SIGNS["not well" if not one.well else "warns" if one.warns else "well"]
        screen.say(f"{sign} {house.say(f'doctor-{one.key}', **one.values)}")
    return 0 if all(one.well for one in found) else 1


def looks_at(house: House) -> Mapping[str, Look]:
    """All that is looked at, in the order in which it is told."""
    ours = house.settings
    return {
        "python": looks.python,
        "port": partial(looks.port, ours.host, ours.port),
        "folder": partial(looks.folder, house.file, [*house.database.files, starting.ENV]),
        "disk": partial(looks.disk, house.file),
        "clock": partial(_clock, house),
        "database": partial(_database, house),
        "schema": partial(_schema, house),
        "token": partial(_token, house),
        "proxy": partial(looks.proxy, house.environment),
        "public": partial(looks.public, ours.public_url, ours.host, ours.port),
        "holidays": lambda: starting.holidays(house.missing_holidays()),
    }


async def _clock(house: House) -> Finding:
    if house.new or not await house.database.answers():
        return looks.clock(house.clock(), None)
    return await starting.clock(house.database, house.clock())


async def _database(house: House) -> Finding:
    if house.new:
        return Finding("database-new")
    well = await house.database.answers()
    return Finding("database" if well else "database-away", well)


async def _schema(house: House) -> Finding:
    if house.new:
        return Finding("database-new")
    try:
        async with house.database.snapshot() as connection:
            version = await connection.run_sync(version_of)
    except Unfit:
        return Finding("schema-moving", well=False)
    if version == versions()[-1]:
        fits = await house.database.key_fits()
        return Finding("schema" if fits else "schema-locked", fits)
    newer = version is not None and version not in versions()
    return Finding("schema-newer" if newer else "schema-old", not newer)


async def _token(house: House) -> Finding:
    told = await house.token()
    return Finding(f"token-{told}", told in ("none", "known"))
