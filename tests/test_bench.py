"""The crowds of the benches: as many learners with the same past, by the schema of today."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench import history, lessons
from tests.bench.bot_api import BotApi
from tests.bench.exchange import Exchange
from tests.bench.process import ROOT
from tests.bench.variants import DATABASE, our_bot
from tests.conftest import Chat
from tests.test_first_minutes import finish_lesson

PAST = ("answers", "cards", "days", "finished")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_crowd_has_the_past_of_the_first(learner: Chat, database_url: str, tmp_path: Path) -> None:
    await finish_lesson(learner)
    many = history.crowd(Path(database_url.removeprefix("sqlite:///")), tmp_path / "many.sqlite3", 5, studied=3)
    assert_same_past(many)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_those_who_studied_have_the_past_of_the_first(learner: Chat, database_url: str) -> None:
    await finish_lesson(learner)
    path = Path(database_url.removeprefix("sqlite:///"))
    lessons.crowd(path, 3, due=1)
    lessons.studied(path, 3)
    assert_same_past(path)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_our_bot_answers_a_crowd(learner: Chat, database_url: str, tmp_path: Path) -> None:
    """The process that `make bench` measures starts over the crowd's file, keys and all, and keeps each answer."""
    await finish_lesson(learner)
    home, run = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run.mkdir()
    bot = our_bot(ROOT, history.crowd(Path(database_url.removeprefix("sqlite:///")), home / DATABASE, 3), 3)
    async with BotApi().serving() as api, bot.running(run, api) as process, Exchange(api).to(process.port, 2) as said:
        await said.at_once([bot.talk.answers(n) for n in range(6)])
    assert said.replies == 6
    assert bot.answers(run) == bot.answers(home) + 6


def assert_same_past(path: Path) -> None:
    """The first learner and three others have as many rows of each kind."""
    with closing(sqlite3.connect(path)) as db:
        kept = {
            table: [n for (n,) in db.execute(f"SELECT count(*) FROM {table} GROUP BY learner_id")] for table in PAST
        }
    assert {table: len(counts) for table, counts in kept.items()} == dict.fromkeys(PAST, 1 + 3)
    assert all(len(set(counts)) == 1 for counts in kept.values())
