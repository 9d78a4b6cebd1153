"""What an operator asks on the command line, beside the running bot: COMMANDS, and what they are given of the house.

copying: backup, restore · moving: move · numbers: stats · learner: why, forget · news: broadcast · health: doctor
keys: rotate
"""

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.desk.operating import copying, health, keys, learner, moving, news, numbers
from bot.desk.operating.house import House
from bot.message import Away, Say
from bot.message.arguments import Arguments
from bot.operator.console import Screen
from bot.store import Refused, Unfit


@dataclass(frozen=True, slots=True)
class Command:
    """What is done, with the names of the arguments it takes and of those that may be left out; gives the status."""

    do: Callable[[House, Screen, argparse.Namespace], Awaitable[int]]
    takes: Mapping[str, type] = field(default_factory=dict)
    switches: Sequence[str] = ()
    options: Sequence[str] = ()  # with a value each, a text
    of_learners: bool = True  # whether there has to be a database, in our schema


COMMANDS: Mapping[str, Command] = {
    "backup": Command(copying.backup, {"file": Path}, of_learners=False),
    "restore": Command(copying.restore, {"file": Path}, of_learners=False),
    "move": Command(moving.move, options=["to"], of_learners=False),
    "stats": Command(numbers.stats),
    "why": Command(learner.why, {"learner": str}),
    "forget": Command(learner.forget, {"learner": str}),
    "broadcast": Command(news.broadcast, {"file": Path}, ["stop"]),
    "rotate": Command(keys.rotate),
    "doctor": Command(health.doctor, of_learners=False),
}


def run(arguments: Sequence[str], say: Say, house: Callable[[], House]) -> int:
    """Do what was asked. Status 0: done; 1: not done, or not well; 2: something has to be mended first, such as the way
    it was asked in.
    """
    asked = parser(say).parse_args(arguments)
    return asyncio.run(do(asked, house()))


async def do(asked: argparse.Namespace, house: House) -> int:
    """The same within a loop; the house's database is closed at the end."""
    say, screen, command = house.say, Screen(), COMMANDS[asked.command]
    try:
        if command.of_learners:
            if house.new:
                screen.say(say("operator-nothing"))
                return 1
            await house.database.migrate()
        return await command.do(house, screen, asked)
    except Away:
        screen.say(say("operator-away"))
    except Unfit as unfit:
        screen.say(say(unfit.key, **unfit.values))
    except Refused:
        screen.say(say("operator-refused"))
    finally:
        await house.database.close()
    return 1


def described(say: Say) -> str:
    """What each does, a line each."""
    return "\n".join(f"  {name:<18} {say(f'operator-help-{name}')}" for name in COMMANDS)


def parser(say: Say) -> argparse.ArgumentParser:
    """How each is asked for."""
    whole = Arguments(say, "python -m bot", description=say("operator-help"))
    commands = whole.of_each()
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=say(f"operator-help-{name}"))
        for argument, kind in command.takes.items():
            one.add_argument(argument, metavar=argument.upper(), type=kind)
        for switch in command.switches:
            one.add_argument(f"--{switch}", action="store_true", help=say(f"operator-help-{name}-{switch}"))
        for option in command.options:
            one.add_argument(f"--{option}", default="", help=say(f"operator-help-{name}-{option}"))
    return whole
