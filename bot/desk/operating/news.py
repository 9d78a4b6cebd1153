"""`broadcast`: words of the operator for everybody who gets reminders. The running bot brings them; here one only says
so, twice, after seeing to how many and for how much, and may look on.
"""

import argparse
import asyncio
from datetime import timedelta
from pathlib import Path

from bot.desk.operating.house import House
from bot.message import plain
from bot.operator.console import Screen, Table
from bot.store import broadcasts
from bot.store.outbox import Broadcast

LONGEST = 400  # characters: before a lesson there has to be room for it
GOES_OUT = timedelta(days=7)  # so long it is news; who has a lesson a week gets it with that
LOOKS = 2.0  # seconds between two looks at how far it is
STILL = 5  # looks at which nothing has changed: the rest waits for its hour


async def broadcast(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Begin it, go on looking at it, or stop it."""
    text, fault = _read(house, asked.file)
    if fault:
        screen.say(fault)
        return 1
    async with house.database.reading() as connection:
        known = await broadcasts.known(connection, text)
    if asked.stop:
        return await _stop(house, screen, known)
    if known is None:
        known = await _begun(house, screen, text)
        if known is None:
            return 1
    elif not known.runs(house.clock()):
        screen.say(house.say("broadcast-over"))
        await _tell(house, screen, known)
        return 1
    await _look_on(house, screen, known)
    return 0


def _read(house: House, file: Path) -> tuple[str, str]:
    """The words in a file, or what is wrong with them."""
    try:
        text = plain(file.read_text(encoding="utf-8-sig")).strip()
    except (OSError, UnicodeError):
        return "", house.say("broadcast-unread")
    if not 1 <= len(text) <= LONGEST:
        return "", house.say("broadcast-length", most=LONGEST, count=len(text))
    return text, ""


async def _begun(house: House, screen: Screen, text: str) -> Broadcast | None:
    """The broadcast, if that is wanted: it is shown whole, and asked twice."""
    say, now = house.say, house.clock()
    async with house.database.reading() as connection:
        many = await broadcasts.audience(connection, tuple(house.prices), now)
    screen.say(f"{say('broadcast-text')}:", say("news", text=text), "")
    rows = [
        (channel, f"{count:,}", f"{house.prices[channel]:,}", f"{count * house.prices[channel]:,}")
        for channel, count in many.items()
    ]
    screen.show(Table(say("broadcast-plan"), say("broadcast-plan-columns").split(", "), rows))
    screen.say(say("broadcast-rules", days=GOES_OUT.days))
    everybody = sum(many.values())
    if not everybody:
        screen.say(say("broadcast-nobody"))
        return None
    sure = screen.agreed(say("broadcast-sure"), str(everybody))
    if not (sure and screen.agreed(say("broadcast-sure-again"), say("broadcast-word"))):
        screen.say(say("operator-cancelled"))
        return None
    async with house.database.transaction() as connection:
        return await broadcasts.begin(connection, text, now, now + GOES_OUT)


async def _look_on(house: House, screen: Screen, known: Broadcast) -> None:
    """How far it is, until it has come to everybody or nothing changes any more; leaving does not stop it."""
    before, still, left = 0, 0, 1
    with screen.progress(house.say("broadcast-label")) as progress:
        while left and still < STILL:
            async with house.database.reading() as connection:
                came, left = await broadcasts.outcomes(connection, known)
            done = sum(came.values())
            progress(done, done + left)
            still, before = (still + 1, before) if done == before else (0, done)
            if left and still < STILL:
                await asyncio.sleep(LOOKS)
    await _tell(house, screen, known)
    screen.say(house.say("broadcast-goes-on" if left else "broadcast-done"))


async def _stop(house: House, screen: Screen, known: Broadcast | None) -> int:
    if known is None or not known.runs(house.clock()):
        screen.say(house.say("broadcast-none"))
        return 1
    async with house.database.transaction() as connection:
        await broadcasts.stop(connection, known.id, house.clock())
    await _tell(house, screen, known)
    screen.say(house.say("broadcast-stopped"))
    return 0


async def _tell(house: House, screen: Screen, known: Broadcast) -> None:
    async with house.database.reading() as connection:
        came, left = await broadcasts.outcomes(connection, known)
    say = house.say
    rows = [(say(f"sent-end-{outcome}"), f"{count:,}") for outcome, count in came.items()]
    rows.append((say("broadcast-left"), f"{left:,}"))
    screen.show(Table(say("broadcast-result"), say("broadcast-result-columns").split(", "), rows))
