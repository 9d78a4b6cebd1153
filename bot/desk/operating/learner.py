"""`why` and `forget`: one learner, whom an operator knows by number or by address. Nothing they said is shown."""

import argparse

from bot.desk import Desk
from bot.desk.operating.house import House
from bot.message import Address
from bot.operator.console import Screen, Table
from bot.operator.metrics import Metrics
from bot.record import Asked, Reads
from bot.record.facts import Left
from bot.store import records, writes
from bot.store.writes import rows_of


async def why(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Why their last reminders came, or did not."""
    number = await _number(house, screen, asked.learner)
    if number is None:
        return 1
    desk = Desk(house.database, house.conversation(), house.clock, Metrics())
    told = await desk.look(Asked(learner_id=number, reads=Reads.STUDY | Reads.PLAN | Reads.SENT), house.why)
    await desk.close()
    if told is None:  # gone in this very moment
        screen.say(house.say("operator-nobody"))
        return 1
    say, columns = house.say, house.say("operator-why-columns").split(", ")
    screen.say(say("operator-why-now", number=str(number), reason=told.reason))
    coming = told.following
    screen.say(say("operator-why-next", moment=coming) if coming else say("operator-why-no-next"))
    if told.latest:
        screen.show(Table(say("operator-why-title", number=str(number)), columns, told.latest))
    return 0


async def forget(house: House, screen: Screen, asked: argparse.Namespace) -> int:
    """Erase all that is kept about them, by the same fact as when they say so."""
    number = await _number(house, screen, asked.learner)
    if number is None:
        return 1
    if not screen.agreed(house.say("forget-sure", number=str(number)), str(number)):
        screen.say(house.say("operator-cancelled"))
        return 1
    async with house.database.transaction() as connection:
        await writes.write(connection, rows_of([(number, Left())]))
    screen.say(house.say("forget-done", number=str(number)))
    return 0


async def _number(house: House, screen: Screen, told: str) -> int | None:
    """Whom those words mean, `7` or `telegram:12345`; says so where they mean nobody."""
    channel, _, id_ = told.partition(":")
    whom = Address(channel, id_) if id_ else int(told) if told.isdecimal() and len(told) < 10 else 0
    async with house.database.reading() as connection:
        number = await records.number(connection, whom)
    if number is None:
        screen.say(house.say("operator-nobody"))
    return number
