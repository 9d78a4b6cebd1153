"""Our bot and its peers: how each is started, from which database, and what it is told."""

import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.store.keyring import key_file
from tests.bench.bot_api import BotApi
from tests.bench.exchange import Wrong
from tests.bench.history import ANSWERS, DAYS, LESSONS, Course, crowd, lived
from tests.bench.process import ROOT, BotProcess, running
from tests.bench.updates import LOADS, Talk

DATABASE = "bot.sqlite3"
PEERS = "tests.bench.peers"
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
SILENCE = Talk(1)
CARDS = 40  # of each learner of the equal-work bot; it has as many quizzes


@dataclass(frozen=True, slots=True)
class Variant:
    """A bot as a module, and the loads it bears; a file with its learners where it keeps any."""

    title: str
    module: str
    home: Path = ROOT
    python: Path = PEERS_PYTHON
    loads: tuple[str, ...] = ("words",)
    talk: Talk = SILENCE
    learners: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()

    def answers(self, folder: Path) -> int:
        """How many answers its database holds after it has run there; 0 where it keeps none."""
        if not self.learners:
            return 0
        with closing(sqlite3.connect(folder / DATABASE)) as db:
            return int(db.execute("SELECT count(*) FROM answers").fetchone()[0])

    @asynccontextmanager
    async def running(self, folder: Path, api: BotApi) -> AsyncIterator[BotProcess]:
        """The bot with a copy of its learners. Raises Wrong afterwards when its log tells of a fault."""
        database = folder / DATABASE
        if self.learners:
            shutil.copy(self.learners, database)
            if (key := key_file(self.learners)).exists():  # ours cannot be read without it
                shutil.copy(key, key_file(database))
        environment = dict(self.environment)
        async with running(self.python, self.module, self.home, folder, api.url, database, **environment) as bot:
            yield bot
            alarms = bot.alarms()
        if alarms:
            raise Wrong(f"{len(alarms)} lines of the log of {self.title} tell of a fault: {alarms[0][:300]}")


async def ours(checkout: Path, folder: Path, learners: int, **how: Any) -> Variant:
    """Our bot with a crowd of learners who have a past; `how` says more about them, as in `history.crowd`."""
    path = crowd(await lived(checkout, folder), folder / "ours.sqlite3", learners, **how)
    return our_bot(checkout, path, how.get("studied", learners))


def our_bot(checkout: Path, database: Path, learners: int) -> Variant:
    """Our bot over a database that is there, with so many learners to speak."""
    talk = Talk(learners, Course(checkout).numbered)
    python = checkout / ".venv" / "bin" / "python"
    return Variant("나만의 일", "bot", checkout, python, tuple(LOADS), talk, database)


def equal_work(folder: Path, learners: int) -> Variant:
    """The peer that does the same work, with as many learners and as much past."""
    path = folder / "equal_work.sqlite3"
    module = f"{PEERS}.equal_work_users"
    numbers = [str(number) for number in (learners, LESSONS, DAYS, CARDS, ANSWERS)]
    subprocess.run([PEERS_PYTHON, "-m", module, path, *numbers], cwd=ROOT, check=True)  # noqa: S603 - our own module
    talk = Talk(learners, [f"quiz-{n:02}" for n in range(1, CARDS + 1)])
    title = "같은 일을 하는 봇 (python-telegram-bot + SQLAlchemy ORM)"
    return Variant(title, f"{PEERS}.equal_work", loads=tuple(LOADS), talk=talk, learners=path)


def echoes(learners: int) -> dict[str, Variant]:
    """The peers that keep nothing, and say back what they hear."""
    talk = Talk(learners, echo=True)
    return {
        "aiogram": Variant("aiogram, 따라 말하기만", f"{PEERS}.aiogram_echo", talk=talk),
        "ptb": Variant("python-telegram-bot, 따라 말하기만", f"{PEERS}.ptb_echo", talk=talk),
        "ptb-aiohttp": Variant(
            "python-telegram-bot + aiohttp, 따라 말하기만", f"{PEERS}.ptb_echo", talk=talk,
            environment=(("HTTP_CLIENT", "aiohttp"),),
        ),
        "bare": Variant("aiohttp만, 따라 말하기만", f"{PEERS}.bare_echo", talk=talk),
    }  # fmt: skip


def on_uvloop(peer: Variant) -> Variant:
    """The same peer on a loop in C."""
    return replace(peer, title=f"{peer.title} + uvloop", environment=(*peer.environment, ("UVLOOP", "1")))


NAMES = ("ours", "equal-work", "aiogram", "ptb", "ptb-aiohttp", "bare")


async def chosen(names: tuple[str, ...], checkout: Path, folder: Path, learners: int) -> dict[str, Variant]:
    """The variants by name, with their learners."""
    found: dict[str, Variant] = {}
    if "ours" in names:
        found["ours"] = await ours(checkout, folder, learners)
    if "equal-work" in names:
        found["equal-work"] = equal_work(folder, learners)
    return found | {name: variant for name, variant in echoes(learners).items() if name in names}
