"""`rotate`: all that is encrypted is encrypted by the newest key of SECRET_KEY."""

import argparse

from bot.desk.operating.house import House
from bot.operator.console import Screen
from bot.store.rotation import rotate as renewed


async def rotate(house: House, screen: Screen, _asked: argparse.Namespace) -> int:
    """Do so while the bot runs, which has to know the new key already."""
    await house.database.unlock()
    if not house.database.keyring.several:
        screen.say(house.say("rotate-one"))
        return 1
    with screen.progress(house.say("rotate-label")) as progress:
        count = await renewed(house.database, progress)
    screen.say(house.say("rotate-done", count=f"{count:,}"))
    return 0
