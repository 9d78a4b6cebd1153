"""The learner in each messenger, and what the product sent them: its own payloads, over its own channels."""

import json
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from bot.conversation import Conversation
from bot.course.model import Course
from bot.course.quizzes.cloze import Cloze
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import Texts
from docs.pictures.script import LINES, WELCOME
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Clock
from tests.language import LANGUAGE

MORNING = datetime(2026, 12, 6, 23, 0, tzinfo=UTC)  # a Monday in Seoul, 08:00
READS = 40  # seconds between two things that the learner says
HOLIDAYS = korean_holidays([2026, 2027])

Json = dict[str, Any]


@dataclass(frozen=True)
class Shot:
    """What one picture shows. `said` is all that the product said; it is drawn from a template with its values, or is
    the page at an address for whoever bears its cookies, or is a picture already.
    """

    name: str
    said: str
    template: str = ""
    values: Json = field(default_factory=dict)
    url: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)
    now: datetime = MORNING
    picture: bytes = b""


@dataclass(frozen=True)
class House:
    """The product behind its channels, over a new database and a clock that stands still unless somebody reads."""

    desk: Desk
    database: Database
    clock: Clock
    course: Course
    say: Texts

    @property
    def cloze(self) -> Cloze:
        """The first question of the course whose answer is typed into a gap."""
        return next(quiz for lesson in self.course.lessons for quiz in lesson.quizzes if isinstance(quiz, Cloze))


@asynccontextmanager
async def house(course: Course, say: Texts) -> AsyncIterator[House]:
    """One for a scene."""
    with tempfile.TemporaryDirectory() as folder:
        database, clock = Database(f"sqlite:///{Path(folder) / 'pictures.sqlite3'}"), Clock(MORNING)
        await database.migrate()
        conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, HOLIDAYS, {"telegram", "web"})
        desk = Desk(database, conversation, clock, Metrics())
        yield House(desk, database, clock, course, say)
        await desk.close()
        await database.close()


class Phone(Protocol):
    """A learner's messenger."""

    async def says(self, words: str) -> None: ...

    async def taps(self, label: str, command: str) -> None: ...

    @property
    def buttons(self) -> Sequence[tuple[str, str]]:
        """Labels and commands, in their order."""


async def tap(phone: Phone, command: str) -> None:
    """The first button whose command begins so."""
    found = [button for button in phone.buttons if button[1].startswith(command)]
    assert found, f"no button for {command} among {phone.buttons}"
    await phone.taps(*found[0])


async def answer(phone: Phone, home: House, *, right: bool) -> None:
    """One of the options on the buttons, right or not."""
    quiz = next(home.course.quizzes[command.split()[1]][1] for _, command in phone.buttons if "/answer " in command)
    rights = {option.text for option in getattr(quiz, "options", ()) if option.right}
    await phone.taps(*next(button for button in phone.buttons if (button[0] in rights) is right))


async def welcomed(phone: Phone) -> None:
    """Somebody who told of their work, and when they will learn."""
    for words in WELCOME:
        await phone.says(words)
    await tap(phone, "/hour weekdays 08:00")
    await tap(phone, "/intend 1")


async def first_day(phone: Phone, home: House) -> None:
    """A lesson, two questions, a line."""
    await tap(phone, "/today")
    for _ in range(2):
        await tap(phone, "/ask")
        await answer(phone, home, right=True)
    await tap(phone, "/line")
    await phone.says(LINES[home.course.lessons[0].name])


def strings(value: object) -> str:
    """All texts in what was sent, a line each."""
    if isinstance(value, str):
        return value if not value.startswith(("[", "{")) else strings(json.loads(value))
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return "\n".join(filter(None, map(strings, inner)))
