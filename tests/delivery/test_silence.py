"""Who says nothing for a year is told once and erased thirty days later; any word in between keeps everything."""

from datetime import datetime, timedelta

import pytest

from bot.delivery import HOUR, Delivery
from bot.desk import Desk
from bot.message import Address, Said, Unreachable, Unsent
from bot.record.silence import Silence, Stage
from bot.store import Database, records
from tests.conftest import MONDAY, Chat, Clock, Post
from tests.records import change, record_at
from tests.test_first_minutes import finish_lesson

SINCE = MONDAY
YEAR, MONTH = timedelta(days=365), timedelta(days=30)
BIT = timedelta(microseconds=1)


def after(span: timedelta) -> datetime:
    return SINCE + span


@pytest.mark.parametrize(
    ("silence", "span", "stage"),
    [
        (Silence(SINCE, None, told=False, reached=True), YEAR - BIT, Stage.HEARD),
        (Silence(SINCE, None, told=False, reached=True), YEAR, Stage.TELL),
        (Silence(SINCE, None, told=False, reached=False), YEAR - BIT, Stage.HEARD),
        (Silence(SINCE, None, told=False, reached=False), YEAR, Stage.WAIT),
        # whom nobody can tell
        (Silence(SINCE, None, told=False, reached=False), YEAR + MONTH - BIT, Stage.WAIT),
        (Silence(SINCE, None, told=False, reached=False), YEAR + MONTH, Stage.OVER),
        # who can be told is told first, however long we were not running
        (Silence(SINCE, None, told=False, reached=True), 2 * YEAR, Stage.TELL),
        # who was told
        (Silence(SINCE, after(YEAR), told=True, reached=True), YEAR + MONTH - BIT, Stage.WAIT),
        (Silence(SINCE, after(YEAR), told=True, reached=True), YEAR + MONTH, Stage.OVER),
        (Silence(SINCE, after(YEAR + MONTH), told=True, reached=True), YEAR + 2 * MONTH - BIT, Stage.WAIT),
        (Silence(SINCE, after(YEAR + MONTH), told=True, reached=False), YEAR + 2 * MONTH, Stage.OVER),
        # to whom it did not come is told again, as long as that is of use
        (Silence(SINCE, after(YEAR), told=False, reached=True), YEAR + MONTH - BIT, Stage.TELL),
        (Silence(SINCE, after(YEAR), told=False, reached=True), YEAR + MONTH, Stage.OVER),
        (Silence(SINCE, after(YEAR), told=False, reached=False), YEAR + MONTH - BIT, Stage.WAIT),
    ],
)
def test_what_is_due(silence: Silence, span: timedelta, stage: Stage) -> None:
    """To the microsecond: a year, and thirty days from when it was told, or would have been."""
    assert silence.stage(after(span)) is stage


@pytest.fixture
async def silent(learner: Chat, clock: Clock, database: Database) -> Chat:
    """Somebody who learnt, and whose reminders ended by themselves long ago."""
    await finish_lesson(learner)
    await change(database, await record_at(database, learner.address), off=True, next_lesson_at=None)
    return learner


async def look(delivery: Delivery, clock: Clock, **span: float) -> None:
    """What an hour brings after some time."""
    clock.forward(**span)
    delivery._swept = -HOUR  # noqa: SLF001 - the hour has passed
    await delivery.settle()
    await delivery.deliver()


async def there(database: Database, address: Address) -> bool:
    async with database.reading() as connection:
        return await records.number(connection, address) is not None


async def test_told_once_and_erased(
    silent: Chat, delivery: Delivery, clock: Clock, post: Post, database: Database
) -> None:
    """In one message of that day, which says the day; and erased thirty days later, not sooner."""
    await look(delivery, clock, days=364)
    assert post.letters == []
    await look(delivery, clock, days=1)
    await look(delivery, clock, hours=1)
    [(address, message)] = post.letters
    assert address == silent.address
    assert "30일 뒤인 2027년 12월 23일(목)에" in message.bubbles[0]
    await look(delivery, clock, days=29)
    assert await there(database, silent.address)
    await look(delivery, clock, days=1)
    assert not await there(database, silent.address)
    assert len(post.letters) == 1


@pytest.mark.parametrize("words", ["그대로 둘게요", "네", "ㅁㄴㅇㄹ", "쿠르릉 쾅쾅", "요즘 너무 힘들어요"])
async def test_any_word_keeps_everything(
    silent: Chat, delivery: Delivery, clock: Clock, post: Post, database: Database, words: str
) -> None:
    """Also one that nobody understands; and another year begins."""
    await look(delivery, clock, days=366)
    assert len(post.letters) == 1
    clock.forward(days=29)
    await silent.desk.respond(Said(silent.address, words))
    await look(delivery, clock, days=2)
    assert await there(database, silent.address)
    await look(delivery, clock, days=361)
    assert len(post.letters) == 1
    await look(delivery, clock, days=3)
    assert len(post.letters) == 2


@pytest.mark.parametrize(("hour", "count"), [(-2.5, 0), (-1.5, 1), (10.5, 1), (11.5, 0)])
async def test_only_by_day(silent: Chat, delivery: Delivery, clock: Clock, post: Post, hour: float, count: int) -> None:
    """From eight in the morning to nine in the evening where they live."""
    await look(delivery, clock, days=366, hours=hour)
    assert len(post.letters) == count


async def test_quiet_hours_are_kept(
    silent: Chat, delivery: Delivery, clock: Clock, post: Post, database: Database
) -> None:
    """And a rest that they announced is no silence."""
    await change(database, await record_at(database, silent.address), quiet="quiet 09:00-12:00")
    await look(delivery, clock, days=365, minutes=30)
    assert post.letters == []
    await look(delivery, clock, hours=2)
    assert len(post.letters) == 1


async def test_an_announced_rest_is_no_silence(
    silent: Chat, delivery: Delivery, clock: Clock, post: Post, database: Database
) -> None:
    """It begins at its end."""
    day = (MONDAY + timedelta(days=100)).date()
    await change(database, await record_at(database, silent.address), paused_from=MONDAY.date(), paused_until=day)
    await look(delivery, clock, days=464)
    assert post.letters == []
    await look(delivery, clock, days=1)
    assert len(post.letters) == 1


@pytest.mark.parametrize("fault", [Unreachable("gone"), Unsent("no page is open")])
async def test_whom_it_does_not_reach(
    silent: Chat, delivery: Delivery, clock: Clock, post: Post, database: Database, fault: Exception
) -> None:
    """They are erased after the same time."""
    post.fault = fault
    await look(delivery, clock, days=366)
    for _ in range(29):
        await look(delivery, clock, days=1)
    assert await there(database, silent.address)
    await look(delivery, clock, days=1)
    assert not await there(database, silent.address)


async def test_where_nobody_can_be_spoken_to_first(
    desk: Desk, clock: Clock, delivery: Delivery, post: Post, database: Database
) -> None:
    """On KakaoTalk without pushes: after a year and thirty days."""
    chat = Chat(desk, clock, Address("kakao", "k1"))
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
    await finish_lesson(chat)
    await change(database, await record_at(database, chat.address), off=True, next_lesson_at=None)
    await look(delivery, clock, days=394)
    assert await there(database, chat.address)
    await look(delivery, clock, days=1, minutes=1)
    assert not await there(database, chat.address)
    assert post.letters == []
