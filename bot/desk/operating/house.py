"""What commands of an operator are given of the house."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from bot.conversation import Conversation, Turn
from bot.message import Say
from bot.operator.settings import HouseSettings
from bot.store import Database


class Why(Protocol):
    """Why the reminders of a learner came or did not: see handlers.for_operator."""

    @property
    def reason(self) -> str:
        """What holds today."""

    @property
    def following(self) -> str:
        """When the next one comes, or ""."""

    @property
    def latest(self) -> Sequence[tuple[str, str, str, str]]:
        """Of each of the last ones when, on which channel, why, and what became of it."""


@dataclass(frozen=True, slots=True)
class House:
    """`conversation` and `titles` (of the parts of the course, by name) take seconds to make, and are made only by who
    needs them. `prices` are won a push, by the channels that can speak first, the best one for reminders in front.
    """

    settings: HouseSettings
    database: Database
    say: Say
    clock: Callable[[], datetime]
    environment: Mapping[str, str]
    conversation: Callable[[], Conversation]
    why: Callable[[Turn], Why]
    titles: Callable[[], Mapping[tuple[str, str], str]]
    prices: Mapping[str, int]
    token: Callable[[], Awaitable[str]]
    missing_holidays: Callable[[], int | None]

    @property
    def today(self) -> date:
        """The day it is in UTC: wherever learners live, it has begun or is about to."""
        return self.clock().date()

    @property
    def new(self) -> bool:
        """Whether there is no database yet; asking it would make one."""
        return self.file is not None and not self.file.exists()

    def alone(self) -> Database:
        """The same database, open to us alone where it is a file, which nobody else may have open then."""
        if self.file is None:
            return self.database
        return Database(f"sqlite:///{self.file}", keyring=self.database.keyring, alone=True)

    @property
    def file(self) -> Path | None:
        """Where the database is kept, if it is a file."""
        return self.database.file
