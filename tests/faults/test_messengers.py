"""Messengers that misbehave, told over real sockets: nobody gets a lesson twice, and nobody loses one in silence.

Ten learners chose the same minute. Some of them meet a fault, the others must not notice; then the fault is over.
"""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Any

import pytest

from bot.channels.telegram.calls import Wire
from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import Address, Said
from bot.operator.metrics import Metrics
from bot.store import Database
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import Clock
from tests.faults.faulty import (
    Fault,
    FaultyKakao,
    FaultyTelegram,
    cut_off,
    hanging,
    moved,
    no_buttons,
    nth,
    refusing,
    reset,
    saying,
    slow,
)
from tests.faults.town import HOLIDAYS, TEN, Town, sending, serving
from tests.language import LANGUAGE, SAY

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

HASTY = 0.5  # seconds that we wait where nobody answers


@dataclass(frozen=True)
class Row:
    """A fault, how many of the ten it hits, and what must come of it: messages in each chat, and the slot's outcome.

    What is still `claimed` is tried again, and arrives when the fault is over; all else stays as it is.
    """

    fault: Fault
    meanwhile: int
    outcome: str
    at_last: int
    hits: int = 4
    patience: float = 5.0


BLOCKED = refusing(403, "Forbidden: bot was blocked by the user")
TOO_LONG = refusing(400, "Bad Request: message is too long")
SLOW_DOWN = refusing(429, "Too Many Requests", retry_after=0.05)
PORTAL = "<html>please log in</html>"

TELEGRAM = {  # a lesson has three bubbles
    "429": Row(SLOW_DOWN, 0, "claimed", 3),
    "429 to everybody": Row(SLOW_DOWN, 0, "claimed", 3, hits=10),
    "429 in the middle": Row(nth(2, SLOW_DOWN), 3, "sent", 3, hits=1),
    "429 in the middle for good": Row(nth(2, SLOW_DOWN, on=True), 1, "unknown", 1, hits=1),
    "401": Row(refusing(401, "Unauthorized"), 0, "claimed", 3, hits=10),
    "404": Row(refusing(404, "Not Found"), 0, "claimed", 3, hits=10),
    "403 blocked": Row(BLOCKED, 0, "unreachable", 0),
    "403 in the middle": Row(nth(2, BLOCKED), 1, "unreachable", 1),
    "400 chat not found": Row(refusing(400, "Bad Request: chat not found"), 0, "unreachable", 0),
    "400 bad buttons": Row(no_buttons, 3, "sent", 3),
    "400 too long": Row(nth(1, TOO_LONG), 3, "sent", 3),
    "400 whatever we do": Row(TOO_LONG, 0, "failed", 0),
    "the chat moved": Row(moved, 3, "sent", 3),
    "500": Row(refusing(500, "Internal Server Error"), 0, "unknown", 0),
    "502, but taken": Row(saying(502, PORTAL, taken=True), 1, "unknown", 1),
    "502 in the middle": Row(nth(2, saying(502, PORTAL, taken=False)), 1, "unknown", 1),
    "hangs": Row(hanging(), 0, "unknown", 0, patience=HASTY),
    "hangs for everybody": Row(hanging(), 0, "unknown", 0, hits=10, patience=HASTY),
    "taken, answered too late": Row(hanging(first=True), 1, "unknown", 1, patience=HASTY),
    "taken long after": Row(hanging(at_last=True), 0, "unknown", 1, patience=HASTY),
    "slow": Row(slow, 3, "sent", 3),
    "reset": Row(reset(taken=False), 0, "unknown", 0),
    "reset, but taken": Row(reset(taken=True), 1, "unknown", 1, hits=1),
    "an empty 200, but taken": Row(saying(200, taken=True), 1, "unknown", 1),
    "somebody else's page": Row(saying(200, PORTAL, taken=False), 0, "unknown", 0, hits=10),
    "led elsewhere": Row(saying(302, taken=False), 0, "unknown", 0, hits=10),
    "cut off": Row(cut_off, 1, "unknown", 1),
}
KAKAO = {  # a lesson is one showing
    "429": Row(refusing(429), 0, "claimed", 1),
    "503": Row(refusing(503), 0, "claimed", 1),
    "400": Row(refusing(400), 0, "claimed", 1),
    "401": Row(refusing(401), 0, "claimed", 1, hits=10),
    "403": Row(refusing(403), 0, "claimed", 1, hits=10),
    "404": Row(refusing(404), 0, "claimed", 1, hits=1),
    "led elsewhere": Row(saying(302, taken=False), 0, "claimed", 1),
    "500": Row(refusing(500), 0, "unknown", 0),
    "502, but taken": Row(saying(502, PORTAL, taken=True), 1, "unknown", 1),
    "hangs": Row(hanging(), 0, "unknown", 0, patience=HASTY),
    "taken, answered too late": Row(hanging(first=True), 1, "unknown", 1, patience=HASTY),
    "taken long after": Row(hanging(at_last=True), 0, "unknown", 1, patience=HASTY),
    "slow": Row(slow, 1, "sent", 1),
    "reset": Row(reset(taken=False), 0, "unknown", 0),
    "reset, but taken": Row(reset(taken=True), 1, "unknown", 1),
    "an empty 200, but taken": Row(saying(200, taken=True), 1, "unknown", 1),
    "somebody else's page": Row(saying(200, PORTAL, taken=False), 0, "unknown", 0),
    "cut off": Row(cut_off, 1, "unknown", 1),
}


@pytest.fixture
async def desk(database: Database, course: Course, clock: Clock) -> AsyncIterator[Desk]:
    conversation = Conversation(course, SAY, LANGUAGE, COMMANDS, remind, HOLIDAYS, {"telegram", "kakao"})
    desk = Desk(database, conversation, clock, Metrics())
    yield desk
    await desk.close()


@pytest.fixture
def town(database: Database, desk: Desk, clock: Clock) -> Town:
    return Town(database, desk, clock)


async def counted(api: FaultyTelegram | FaultyKakao) -> dict[str, int]:
    """How many messages each learner saw, of those who saw any; nobody the same one twice."""
    saw = await api.saw()
    assert all(len(set(texts)) == len(texts) for texts in saw.values()), "somebody was told something twice"
    return {id_: len(texts) for id_, texts in saw.items()}


async def play(row: Row, town: Town, api: FaultyTelegram | FaultyKakao, delivery: Delivery, ids: list[str]) -> None:
    """The fault, its end, the hours after it, and the next day."""
    whole = 3 if isinstance(api, FaultyTelegram) else 1

    def seen(many: int) -> dict[str, int]:
        each = zip(ids, [many] * row.hits + [whole] * (10 - row.hits), strict=True)
        return {id_: count for id_, count in each if count}

    await delivery.deliver()
    assert await counted(api) == seen(row.meanwhile)
    assert await town.outcomes() == [row.outcome] * row.hits + ["sent"] * (10 - row.hits)
    await api.end()
    await town.later(delivery, 1, 5, 60, 150)
    assert await counted(api) == seen(row.at_last)
    ended = "sent" if row.outcome == "claimed" else row.outcome
    assert await town.outcomes() == [ended] * row.hits + ["sent"] * (10 - row.hits)
    api.forget()
    await town.days_later(delivery, 1)
    # whom yesterday's lesson has reached and left unanswered is brought something new, in one bubble
    hit = 0 if row.outcome == "unreachable" else 1 if ended == "sent" else whole
    following = zip(ids, [hit] * row.hits + [1] * (10 - row.hits), strict=True)
    assert await counted(api) == {id_: count for id_, count in following if count}


def on_either(rows: dict[str, Row]) -> list[Any]:
    """Each row on one database, in turn: what a messenger does is nothing to them."""
    kinds = zip(rows.items(), cycle(("sqlite", "postgres")), strict=False)
    return [pytest.param(kind, row, id=f"{kind}-{name}") for (name, row), kind in kinds]


@pytest.mark.parametrize(("database_url", "row"), on_either(TELEGRAM), indirect=["database_url"])
async def test_on_telegram(row: Row, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [str(n) for n in TEN]
    await town.fill("telegram", ids)
    monkeypatch.setattr("bot.channels.telegram.opening.Wire", partial(Wire, read=row.patience))
    api = FaultyTelegram(row.fault, set(ids[: row.hits]))
    async with serving(api), sending(town, api) as delivery:
        await play(row, town, api, delivery, ids)


@pytest.mark.parametrize(("database_url", "row"), on_either(KAKAO), indirect=["database_url"])
async def test_on_kakaotalk(row: Row, town: Town) -> None:
    """A call is shared by a hundred; those who are hit are on the development channel, which has calls of its own."""
    ids = [f"u{n}" for n in TEN]
    await town.fill("kakao", [f"dev:{id_}" for id_ in ids[: row.hits]] + ids[row.hits :])
    api = FaultyKakao(row.fault)
    async with serving(api), sending(town, api, patience=row.patience) as delivery:
        await play(row, town, api, delivery, ids)
        assert await town.charged() >= api.paid


@pytest.mark.parametrize(
    ("error", "row"),
    [
        ({"errorType": 999, "msg": "not a friend"}, Row(slow, 0, "unreachable", 0)),
        ({"errorType": 201, "msg": "Bot skill server responded with an HTTP error."}, Row(slow, 0, "claimed", 1)),
        (None, Row(slow, 0, "sent", 0)),  # a key that nobody knows: the result tells how many, not whose
    ],
    ids=["no friend", "our answer failed", "nobody knows whose"],
)
async def test_those_of_a_call_who_fail_alone(error: Any, row: Row, town: Town) -> None:
    """The others in the same call have theirs."""
    ids = [f"u{n}" for n in TEN]
    await town.fill("kakao", ids)
    api = FaultyKakao(slow)
    api.failing = dict.fromkeys(ids[: row.hits], error) if error else {}
    api.unknown = set() if error else set(ids[: row.hits])
    async with serving(api), sending(town, api) as delivery:
        await play(row, town, api, delivery, ids)
        assert await town.charged() >= api.paid


async def test_the_cap_holds_whatever_the_event_api_says(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven may be paid for. What may have arrived is paid for; the rest waits for the next month."""
    monkeypatch.setattr("bot.__main__.now", town.clock)
    await town.fill("kakao", [f"dev:u{n}" for n in range(1, 5)] + [f"u{n}" for n in range(5, 11)])
    api = FaultyKakao(saying(502, PORTAL, taken=True))
    async with serving(api), sending(town, api, cap=7) as delivery:
        await delivery.deliver()
        await town.later(delivery, 1, 5, 60, 150)
        assert await town.charged() == len(await api.saw()) == 7
        assert Counter(await town.outcomes())["unsent"] == 3
        await api.end()
        await town.days_later(delivery, *range(1, 7))  # to the 30th of November
        await api.saw()
        assert api.paid == 7
        await town.days_later(delivery, 7)
        await api.saw()
        assert api.paid == 14


async def test_a_429_of_an_hour(town: Town) -> None:
    """Who was on the way is not lost and not doubled: a process that has not heard of the silence sends the rest."""
    ids = [str(n) for n in TEN]
    await town.fill("telegram", ids)
    api = FaultyTelegram(refusing(429, "Too Many Requests", retry_after=3600), {"1"})
    async with serving(api):
        async with sending(town, api) as delivery:
            await delivery.deliver()
            assert (await town.outcomes())[0] == "claimed"
        await api.end()
        async with sending(town, api) as delivery:
            await town.later(delivery, 1, 5, 60, 150)
    seen, outcomes = await counted(api), await town.outcomes()
    assert {outcome for id_, outcome in zip(ids, outcomes, strict=True) if seen[id_] == 3} == {"sent"}
    assert {outcome for id_, outcome in zip(ids, outcomes, strict=True) if seen[id_] < 3} <= {"unknown"}  # a part


@pytest.mark.parametrize(
    ("database_url", "channel", "minutes", "arrives"),
    [
        ("sqlite", "telegram", 170, True),
        ("postgres", "telegram", 190, False),
        ("postgres", "kakao", 170, True),
        ("sqlite", "kakao", 190, False),
    ],
    indirect=["database_url"],
)
async def test_away_for_hours(channel: str, minutes: int, arrives: bool, town: Town) -> None:  # noqa: FBT001 - a column of the table
    """Back within three hours, everybody has the lesson once; later it waits in the chat, and the next one comes."""
    ids = [str(n) for n in TEN]
    await town.fill(channel, ids)
    api, whole = (FaultyTelegram(slow, set()), 3) if channel == "telegram" else (FaultyKakao(slow), 1)
    async with serving(api):
        port = int(api.url.rpartition(":")[2])
    async with sending(town, api) as delivery:
        await town.later(delivery, 0, *[10] * (minutes // 10))
        async with serving(api, port):
            await town.later(delivery, *[1] * 6)
            assert await counted(api) == dict.fromkeys(ids if arrives else (), whole)
            assert await town.outcomes() == ["sent" if arrives else "unsent"] * 10
            answer = await town.desk.respond(Said(Address(channel, "7"), "오늘"))
            assert "레슨 1/30" in " ".join(answer.bubbles)
            api.forget()
            await town.days_later(delivery, 1)
            # whoever left the lesson unanswered, or only looked at it, is brought something new, in one bubble
            assert await counted(api) == dict.fromkeys(ids, 1 if arrives else whole)
