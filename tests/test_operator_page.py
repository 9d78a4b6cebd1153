"""The operator's page: only a chat of ADMIN_IDS gets its link, which opens once, and none of its numbers is of few."""

from collections.abc import AsyncIterator
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.course.load import titles
from bot.course.model import Course
from bot.desk.documents import Documents
from bot.desk.operating.page import OperatorPage, addresses, drawn
from bot.message import Address, Message, Said
from bot.operator.routes import add_operator_page
from bot.store import Database
from bot.store.stats import Health, Stats
from bot.texts import Texts
from handlers import files
from tests.conftest import Chat, Clock

ADMIN, LEARNER = Address("telegram", "7"), Address("telegram", "8")


@pytest.fixture
def page(database: Database, say: Texts, clock: Clock, course: Course) -> OperatorPage:
    return OperatorPage(database, say, clock, titles([course]), "https://bot.example/")


@pytest.fixture
async def http(page: OperatorPage) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    add_operator_page(app, page.door, page.opened)
    async with TestClient(TestServer(app)) as client:
        yield client


async def asked(
    page: OperatorPage, chat: Chat, address: Address, words: str = "운영", *, tapped: bool = False
) -> Message:
    return await page.asked_by("telegram:7, web:x", chat.desk.respond)(Said(address, words, tapped=tapped))


def path(message: Message) -> str:
    return message.bubbles[0].split("https://bot.example")[1]


async def test_the_link_opens_once_and_not_by_being_looked_at(
    page: OperatorPage, http: TestClient[web.Request, web.Application], learner: Chat
) -> None:
    """A preview looks as often as it likes; a tap opens it, and then nobody."""
    there = path(await asked(page, learner, ADMIN))
    for _ in range(3):
        async with http.get(there) as got:
            assert "열어 보기" in await got.text()
    async with http.post(there) as got:
        assert "어디까지 왔나요" in await got.text()
        assert got.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]
    for ask in (http.get, http.post):
        async with ask(there) as got:
            assert "이미 열렸거나 시간이 지났어요" in await got.text()


async def test_a_link_is_over_after_ten_minutes_and_by_a_newer_one(
    page: OperatorPage, http: TestClient[web.Request, web.Application], learner: Chat, clock: Clock
) -> None:
    """Whoever finds an old one in the chat sees nothing."""
    old, new = path(await asked(page, learner, ADMIN)), path(await asked(page, learner, ADMIN))
    async with http.post(old) as got:
        assert "어디까지 왔나요" not in await got.text()
    clock.now += timedelta(minutes=10)
    async with http.post(new) as got:
        assert "어디까지 왔나요" not in await got.text()


@pytest.mark.parametrize(
    ("address", "words", "tapped"),
    [(LEARNER, "운영", False), (Address("web", "7"), "운영", False), (ADMIN, "운영", True), (ADMIN, "오늘", False)],
)
async def test_everybody_else_is_answered_as_usual(
    page: OperatorPage,
    learner: Chat,
    address: Address,
    words: str,
    tapped: bool,  # noqa: FBT001 - a table
) -> None:
    """Neither somebody else's chat nor other words give a link away."""
    assert "/operator/" not in str(await asked(page, learner, address, words, tapped=tapped))


async def test_an_operator_nobody_knows_is_asked_to_begin(page: OperatorPage, chat: Chat) -> None:
    """A link belongs to a learner, of whom it goes along."""
    assert "‘시작’" in (await asked(page, chat, ADMIN)).bubbles[0]


async def test_a_link_to_a_plan_opens_no_numbers(
    page: OperatorPage, http: TestClient[web.Request, web.Application], learner: Chat, database: Database, clock: Clock
) -> None:
    """And it is not used up by the try."""
    documents = Documents(learner.desk, database, clock, files.view, files.draw, "https://bot.example")
    token = (await documents.link(ADMIN, "plan.md")).rpartition("/")[2]
    for ask in (http.get, http.post):
        async with ask(f"/operator/{token}") as got:
            assert "이미 열렸거나 시간이 지났어요" in await got.text()
    assert await documents.fetch(token)


async def test_what_is_no_token(http: TestClient[web.Request, web.Application]) -> None:
    """It is no page at all, and one that was made up opens nothing."""
    for there in ("/operator/", "/operator/short", f"/operator/{'a' * 23}"):
        async with http.get(there) as got:
            assert got.status == 404
    async with http.post(f"/operator/{'a' * 22}") as got:
        assert "어디까지 왔나요" not in await got.text()


STATS = Stats(
    {"joined": 100, "hour": 50, "day": 40, "lesson": 20, "line": 4, "ended": 0},
    {1: (25, 100), 3: (4, 100), 7: (0, 3)},
    {("own-work", "three-strategies"): 30, ("own-work", "defining-work"): 4},
    {("telegram", "sent"): 60, ("telegram", "failed"): 2},
    {"telegram": 3},
    {"hard": Health(10, 4, 0), "easy": Health(10, 10, 1), "fair": Health(10, 7, 0), "few<b>": Health(4, 0, 0)},
)


def test_bars_are_as_long_as_their_numbers_and_few_are_hidden(say: Texts) -> None:
    """Every plot is sound SVG; a number of fewer than five has no bar, and no share tells of it."""
    names = {("own-work", "three-strategies"): "세 전략 <지도>", ("own-work", "defining-work"): "직업"}
    found = {}
    for plot in drawn(STATS, names, say):
        for row in ET.fromstring(plot[plot.index("<svg") :]).iter("g"):  # noqa: S314 - it is ours
            label, told = (text.text for text in row.iter("text"))
            bars = [rect for rect in row.iter("rect") if rect.get("class") != "room"]
            found[label] = (told, [(rect.get("class"), int(rect.get("width") or 0)) for rect in bars])
    whole = found["말을 건 분"][1][0][1]
    assert found["시간을 정한 분"] == ("50", [("bar", whole // 2)])
    assert found["자기 일을 한 줄 적은 분"] == found["끝까지 온 분"] == found["직업"] == ("5 미만", [])
    assert found["1일째"] == ("25%", [("bar", whole // 4)])
    assert found["3일째"] == found["7일째"] == ("5 미만", [])
    assert found["세 전략 <지도>"][0] == "30"
    assert found["telegram: 여기서 문제가 생겨 못 보냈어요"] == ("5 미만", [])
    assert [found[name][1][0][0] for name in ("hard", "fair", "easy")] == ["odd", "bar", "odd"]
    assert "few<b>" not in found


def test_the_page_of_nobody(say: Texts) -> None:
    """Before anybody came there is nothing to count, and no division by it."""
    nobody = Stats(dict.fromkeys(STATS.funnel, 0), {1: (0, 0)}, {}, {}, {}, {})
    assert "아직 셀 것이 없어요." in "".join(drawn(nobody, {}, say))


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("", []),
        ("telegram:1", [Address("telegram", "1")]),
        (" telegram:1 ,kakao:ab, web:c-d", [Address("telegram", "1"), Address("kakao", "ab"), Address("web", "c-d")]),
        ("12345", []),
        (":1,telegram:", []),
    ],
)
def test_who_operates(setting: str, found: list[Address]) -> None:
    """A number alone names no chat: whoever has it elsewhere would be one."""
    assert addresses(setting) == frozenset(found)
