"""The operator's page: only a chat of ADMIN_IDS gets its link, which opens once, and none of its numbers is of few."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from bot.course.load import questions, titles
from bot.course.model import Course
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.desk.operating.charts import drawn
from bot.desk.operating.odd import OddQuestions
from bot.desk.operating.page import OperatorPage, addresses
from bot.message import Address, Message, Said
from bot.operator.routes import add_operator_page
from bot.record.facts import Answered
from bot.store import Database
from bot.store.stats import CHANCES, Health, Reviews, Stats, stats
from bot.store.tables import answers
from bot.texts import Texts
from handlers import files
from tests.conftest import MONDAY, Chat, Clock
from tests.records import happened, record_at
from tests.test_first_minutes import finish_lesson

ADMIN, LEARNER = Address("telegram", "7"), Address("telegram", "8")


@pytest.fixture
def page(database: Database, say: Texts, clock: Clock, course: Course) -> OperatorPage:
    return OperatorPage(
        database, say, clock, titles([course]), OddQuestions(say, questions([course])), "https://bot.example/"
    )


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


@pytest.mark.parametrize("words", ["운영", "/operator"])
async def test_the_link_opens_once_and_not_by_being_looked_at(
    page: OperatorPage, http: TestClient[web.Request, web.Application], learner: Chat, words: str
) -> None:
    """A preview looks as often as it likes; a tap opens it, and then nobody."""
    there = path(await asked(page, learner, ADMIN, words))
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
    [
        (LEARNER, "운영", False),
        (LEARNER, "/operator", False),
        (Address("web", "7"), "운영", False),
        (ADMIN, "운영", True),
        (ADMIN, "오늘", False),
    ],
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
    {
        ("own-work", "hard.1"): Health(1200, 480, 0),
        ("own-work", "hard.2"): Health(10, 3, 0),
        ("own-work", "half.1"): Health(10, 5, 0),
        ("own-work", "fair.1"): Health(20, 19, 0),
        ("own-work", "easy.1"): Health(1000, 951, 1),
        ("own-work", "gone.1"): Health(10, 10, 0),
        ("own-work", "few<b>"): Health(4, 0, 0),
        ("own-work", "few.2"): Health(4, 4, 0),
    },
    {0: Reviews(4, 900, 300, 0.4), 6: Reviews(5, 200, 170, 0.925), 7: Reviews(30, 1500, 1455, 0.97)},
)
QUESTIONS = {("own-work", "hard.1"): ("세전략<문제>", "맞는 <것>은 " + "무엇 " * 50)}


def test_bars_are_as_long_as_their_numbers_and_few_are_hidden(say: Texts) -> None:
    """Every plot is sound SVG; a number of fewer than five has no bar, and no share tells of it."""
    names = {("own-work", "three-strategies"): "세 전략 <지도>", ("own-work", "defining-work"): "직업"}
    found = {}
    for plot in drawn(STATS, names, QUESTIONS, say):
        for row in ET.fromstring(plot[plot.index("<svg") :]).iter("g"):  # noqa: S314 - it is ours
            *_, label, told = (text.text for text in row.iter("text"))
            bars = [rect for rect in row.iter("rect") if rect.get("class") != "room"]
            found[label] = (told, [(rect.get("class"), int(rect.get("width") or 0)) for rect in bars])
    whole = found["말을 건 분"][1][0][1]
    assert found["시간을 정한 분"] == ("50", [("bar", whole // 2)])
    assert found["자기 일을 한 줄 적은 분"] == found["끝까지 온 분"] == found["직업"] == ("5 미만", [])
    assert found["1일째"] == ("25%", [("bar", whole // 4)])
    assert found["3일째"] == found["7일째"] == ("5 미만", [])
    assert found["세 전략 <지도>"][0] == "30"
    assert found["telegram: 여기서 문제가 생겨 못 보냈어요"] == ("5 미만", [])


def test_questions_that_are_too_hard_or_too_easy(say: Texts) -> None:
    """Under a half and over 95 % of first tries, the worst first, each with its question; not by fewer than five."""
    hard, easy = (plot for plot in drawn(STATS, {}, QUESTIONS, say) if "맞힌 문제" in plot)
    assert "반도 못 맞힌" in hard
    assert "거의 다 맞힌" in easy
    assert re.findall(r">(\S+)</text><rect.*?>(\d+% · [\d,]+분)<", hard) == [
        ("hard.2", "30% · 10분"),
        ("세전략&lt;문제&gt;", "40% · 1,200분"),
    ]
    assert re.findall(r">(\S+)</text><rect.*?>(\d+% · [\d,]+분)<", easy) == [
        ("gone.1", "100% · 10분"),
        ("easy.1", "95% · 1,000분"),
    ]
    above = [text.text or "" for text in ET.fromstring(hard[hard.index("<svg") :]).iter("text")]  # noqa: S314 - ours
    assert [text for text in above if text.startswith("맞는 <것>은")] == [
        "맞는 <것>은 " + " ".join(["무엇"] * 12) + "…"
    ]


def test_the_memory_model_is_held_against_what_was_remembered(say: Texts) -> None:
    """A bar for what was, a mark for what was expected, how to read it, and nothing of fewer than five people."""
    [memory] = (plot for plot in drawn(STATS, {}, {}, say) if "기억 모델" in plot)
    assert "막대는 실제로 기억한 비율, 세로 금은 모델의 예상이에요." in memory
    rows = [*ET.fromstring(memory[memory.index("<svg") :]).iter("g")]  # noqa: S314 - ours
    assert [[text.text for text in row.iter("text")] for row in rows] == [
        ["예상 0–50%", "5 미만"],
        ["예상 90–95%", "85% · 200번"],
        ["예상 95–100%", "97% · 1,500번"],
    ]
    places = [{rect.get("class"): rect for rect in row.iter("rect")} for row in rows]
    assert set(places[0]) == {"room"}
    room = int(places[1]["room"].get("width", ""))
    for place, length, mark in ((1, 0.85, 0.925), (2, 0.97, 0.97)):
        begins = int(places[place]["room"].get("x", ""))
        assert int(places[place]["bar"].get("width", "")) == round(room * length)
        assert int(places[place]["mark"].get("x", "")) + 1 - begins == round(room * mark)


async def test_what_the_model_expected_is_kept_with_each_review(learner: Chat, database: Database) -> None:
    """At a first meeting nothing; days later a chance, which is counted with those about it."""
    await finish_lesson(learner)
    async with database.reading() as connection:
        assert {row.recall for row in await connection.execute(select(answers.c.recall))} == {None}
    learner.clock.forward(days=9)
    await learner.says("복습")
    await learner.says(f"{learner.expects} - 모르겠어요")
    async with database.reading() as connection:
        found = await stats(connection, learner.clock().date(), learner.clock())
        [(chance, rating)] = await connection.execute(
            select(answers.c.recall, answers.c.rating).where(answers.c.recall.is_not(None))
        )
    assert 0 < chance < 1
    assert rating == 1
    [(place, reviews)] = found.memory.items()
    assert CHANCES[place] <= chance < (*CHANCES, 1.0)[place + 1]
    assert (reviews.learners, reviews.count, reviews.remembered) == (1, 1, 0)
    assert reviews.predicted == pytest.approx(chance)


async def test_reviews_of_many_are_counted_by_what_was_expected(
    learner: Chat, desk: Desk, clock: Clock, database: Database
) -> None:
    """Each chance at its place, also where one begins; those of no chance are left out."""
    given = [(0.9, 3), (0.93, 1), (0.95, 2), (0.499, 1), (0.5, 3), (None, 1), (1.0, 3)]
    for n, address in enumerate((learner.address, Address("telegram", "8"))):
        record = await record_at(database, address)
        facts = [
            Answered(
                f"q{place}",
                "",
                right=rating > 1,
                counted=True,
                rating=rating,
                day=MONDAY.date(),
                at=MONDAY,
                recall=chance,
            )
            for place, (chance, rating) in enumerate(given[n:])
        ]
        await happened(database, record, *facts)
    async with database.reading() as connection:
        found = (await stats(connection, clock().date(), clock())).memory
    assert {place: (one.learners, one.count, one.remembered) for place, one in found.items()} == {
        0: (2, 2, 0),
        1: (2, 2, 2),
        6: (2, 3, 1),
        7: (2, 4, 4),
    }
    assert found[6].predicted == pytest.approx((0.9 + 2 * 0.93) / 3)


def test_the_page_of_nobody(say: Texts) -> None:
    """Before anybody came there is nothing to count, and no division by it."""
    nobody = Stats(dict.fromkeys(STATS.funnel, 0), {1: (0, 0)}, {}, {}, {}, {}, {})
    assert "아직 셀 것이 없어요." in "".join(drawn(nobody, {}, {}, say))


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
