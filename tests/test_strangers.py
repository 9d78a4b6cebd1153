"""Whoever looked in and did nothing is forgotten after a day; whoever told or did anything is not."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Said, Subscription
from bot.store import Database, push, strangers
from bot.store.tables import addresses
from tests.conftest import Chat, Clock

DAY = timedelta(days=1)


async def there(database: Database) -> set[str]:
    """The addresses that are known."""
    async with database.reading() as connection:
        kept = (await connection.execute(select(addresses.c.encrypted))).scalars()
        return set(map(database.keyring.decrypted, kept))


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ([], False),
        (["시작"], False),
        (["시작", "안녕하세요", "뭐 하는 거예요?"], False),
        (["시작", "/trade teacher"], True),
        (["시작", "저는 꽃집을 해요"], True),
        (["시작", "/call 민지"], True),
    ],
)
async def test_who_is_forgotten(
    said: list[str],
    stays: bool,  # noqa: FBT001 - a column of the table
    desk: Desk,
    clock: Clock,
    database: Database,
    delivery: Delivery,
) -> None:
    """A day after their last word, and not before."""
    chat = Chat(desk, clock, Address("web", "w1"))
    await desk.respond(Said(chat.address, "/again", tapped=True))  # as a page that is opened
    for words in said:
        await chat.says(words)
    clock.forward(hours=23)
    await delivery.settle()
    assert await there(database) == {"w1"}
    clock.forward(hours=1, minutes=1)
    async with database.transaction() as connection:
        await strangers.forget(connection, clock.now - DAY)
    assert await there(database) == ({"w1"} if stays else set())


async def test_who_lets_us_reach_them_stays(desk: Desk, clock: Clock, database: Database) -> None:
    """A browser that takes pushes waits for something."""
    for id_ in ("w1", "w2"):
        await desk.respond(Said(Address("web", id_), "/again", tapped=True))
    async with database.transaction() as connection:
        assert await push.subscribe(connection, Address("web", "w1"), Subscription("https://x", "k", "a"), clock.now)
        assert await strangers.forget(connection, clock.now + DAY) == 1
    assert await there(database) == {"w1"}


async def test_of_a_flood_one_transaction_forgets_so_many(
    desk: Desk, clock: Clock, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits long for it; the next hour goes on."""
    monkeypatch.setattr(strangers, "MOST", 2)
    for n in range(3):
        await desk.respond(Said(Address("web", f"w{n}"), "/again", tapped=True))
    left = []
    for _ in range(3):
        async with database.transaction() as connection:
            await strangers.forget(connection, clock.now + DAY)
            left.append(await connection.scalar(select(func.count()).select_from(addresses)))
    assert left == [1, 0, 0]


async def test_somebody_forgotten_is_greeted_anew(desk: Desk, clock: Clock, database: Database) -> None:
    chat = Chat(desk, clock, Address("web", "w1"))
    await chat.says("시작")
    async with database.transaction() as connection:
        await strangers.forget(connection, clock.now + DAY)
    clock.forward(hours=30)
    assert "「나만의 일」이에요" in await chat.says("시작")
