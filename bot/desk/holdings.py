"""내데이터 as a file: every row that is held about a learner, as one JSON document that a person can read."""

import json
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Protocol

from bot.message import File, plain
from bot.store.holdings import Rows

NAME = "mine.json"  # what a message calls the file
KIND = "application/json"
NESTED = ("screen", "undo", "joined", "drafts", "elsewhere", "chances")  # columns that hold JSON as text


class Names(Protocol):
    """A catalogue of sentences that tells which it has. `bot.texts.Texts` is one."""

    @property
    def keys(self) -> Container[str]:
        """The keys of all of them."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under a key."""


def drawn(rows: Rows, say: Names, local: Callable[[datetime], datetime], now: datetime) -> File:
    """The document. Tables and columns are called as a person calls them, by `held-…` sentences: of a table's column
    first by its own, then by what a column of that name is called everywhere. Moments stand on the learner's own clock.
    """
    told = {say("held-about"): say("held-about-text"), say("held-made"): local(now).isoformat(timespec="seconds")}
    tables = {
        say(f"held-table-{name}".replace("_", "-")): [dict(_row(name, row, say, local)) for row in rows[name]]
        for name in rows
    }
    content = json.dumps({**told, say("held-rows"): tables}, ensure_ascii=False, indent=2).encode()
    return File(f"{say('held-file')}-{local(now):%Y-%m-%d}.json", KIND, content)


def name_of(table: str, column: str, say: Names) -> str:
    """What a column is called. Raises LookupError for one that has no name yet."""
    own = f"held-{table}-{column}".replace("_", "-")
    return say(own if own in say.keys else f"held-{column}".replace("_", "-"))


def _row(
    table: str, row: Mapping[str, Any], say: Names, local: Callable[[datetime], datetime]
) -> Iterator[tuple[str, Any]]:
    for column, value in row.items():
        yield name_of(table, column, say), _value(column, value, local)


def _value(column: str, value: Any, local: Callable[[datetime], datetime]) -> Any:
    """A value as JSON has it; what is kept as JSON stands as such, and no word bears a mark."""
    match value:
        case datetime():
            return local(value).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case str() if column in NESTED and value:
            return json.loads(plain(value))
        case str():
            return plain(value)
    return value
