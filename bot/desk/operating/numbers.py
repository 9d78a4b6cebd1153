"""`stats`: how learners fare together, where no number speaks of fewer than FEWEST people."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot.desk.operating.charts import LATELY, chances, ease_of
from bot.desk.operating.house import House
from bot.operator.console import Screen, Table
from bot.operator.hidden import FEWEST, share, shown
from bot.store import outbox
from bot.store.stats import Health, Reviews, Stats
from bot.store.stats import stats as counted


async def stats(house: House, screen: Screen, _asked: argparse.Namespace) -> int:
    """Draw all of them."""
    async with house.database.snapshot() as connection:
        found = await counted(connection, house.today, house.clock() - timedelta(days=LATELY))
    for table in tables(house, found, house.titles()):
        screen.show(table)
    return 0


async def sent_messages(house: House) -> list[tuple[object, ...]]:
    """`export sent`: every message that was sent unprompted."""
    try:
        await house.database.migrate()
        async with house.database.reading() as connection:
            return [row async for row in outbox.sent_messages(connection)]
    finally:
        await house.database.close()


def tables(house: House, found: Stats, titles: Mapping[tuple[str, str], str]) -> Iterator[Table]:
    """The numbers as tables; `titles` are the names of the parts of the course, in its order."""
    say, hidden = house.say, house.say("operator-few")
    of = partial(_table, house)
    yield of("funnel", [(say(f"stats-funnel-{step}"), shown(many, hidden)) for step, many in found.funnel.items()])
    yield of("returns", [_returned(house, n, *both) for n, both in found.returns.items()])
    finished = ((title, found.finished.get(name, 0)) for name, title in titles.items())
    yield of("finished", [(title, shown(many, hidden)) for title, many in finished])
    outcomes = [
        (channel, say(f"sent-end-{outcome}"), shown(many, hidden))
        for (channel, outcome), many in found.outcomes.items()
    ]
    yield of("outcomes", outcomes, days=LATELY)
    sent = {channel for (channel, outcome), many in found.outcomes.items() if outcome == "sent" and many >= FEWEST}
    yield of("late", [(channel, f"{found.late[channel]:,}") for channel in found.late if channel in sent])
    yield of("memory", [_remembered(house, place, reviews) for place, reviews in found.memory.items()])
    yield of("items", list(_worth_a_look(house, found.items)))


def _table(house: House, name: str, rows: Sequence[Sequence[str]], **values: object) -> Table:
    return Table(house.say(f"stats-{name}", **values), house.say(f"stats-{name}-columns").split(", "), rows)


def _returned(house: House, n: int, came: int, known: int) -> tuple[str, ...]:
    hidden = house.say("operator-few")
    return house.say("stats-returns-day", n=n), shown(came, hidden), shown(known, hidden), share(came, known, hidden)


def _remembered(house: House, place: int, found: Reviews) -> tuple[str, ...]:
    if found.learners < FEWEST:
        return chances(place, house.say), *[house.say("operator-few")] * 3
    right = 100 * found.remembered // found.count
    return chances(place, house.say), f"{round(100 * found.predicted)}%", f"{right}%", f"{found.count:,}"


def _worth_a_look(house: House, items: Mapping[tuple[str, str], Health]) -> Iterator[tuple[str, ...]]:
    """The questions that are too hard or too easy, by enough people, and those that somebody called odd."""
    hidden = house.say("operator-few")
    for (_, name), item in items.items():
        told = [house.say("stats-item-odd")] if item.reports else []
        told += [house.say(f"stats-item-{ease}")] if (ease := ease_of(item)) else []
        if told:
            right = f"{100 * item.right // item.met}%" if item.met >= FEWEST else hidden
            yield name, " ".join(told), shown(item.met, hidden), right
