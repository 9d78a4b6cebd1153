"""The history of the web page: what is kept of it and how long, whose it is, and what of it is erased, on both
databases.
"""

import re
from collections.abc import Sequence

import pytest

from bot.delivery import Delivery
from bot.desk import Desk
from bot.desk.pages import Pages
from bot.message import Address, Message, Said
from bot.store import Database
from bot.store.history import KEPT, MOST_TURNS
from handlers import header
from tests.conftest import Chat, Clock
from tests.statements import counted

HERE, TABLET = Address("web", "A" * 22), Address("web", "B" * 22)


class Page:
    """A page at an address: what is said on it is answered and kept, as the channel does it."""

    def __init__(self, desk: Desk, pages: Pages, clock: Clock, address: Address = HERE) -> None:
        self.desk, self.pages, self.clock, self.address = desk, pages, clock, address

    async def says(self, words: str, label: str = "") -> Message:
        self.clock.forward(seconds=20)
        message = await self.desk.respond(Said(self.address, words, tapped=bool(label)))
        await self.pages.keep(self.address, label or words, message)
        return message

    async def shows(self, last: int = 0) -> Sequence[tuple[bool, str]]:
        return [(bubble.mine, bubble.text) for bubble in await self.pages.after(self.address, last)]

    async def holds(self, words: str) -> bool:
        return any(words in text for _, text in await self.shows())


@pytest.fixture
def pages(desk: Desk, database: Database, clock: Clock) -> Pages:
    return Pages(desk, database, clock, header.beside, header.kept)


@pytest.fixture
async def page(desk: Desk, pages: Pages, clock: Clock) -> Page:
    """Somebody who has come as far as the first lesson on the page."""
    page = Page(desk, pages, clock)
    for words, label in (
        ("시작", ""),
        ("/trade teacher", "강사"),
        ("/hour weekdays 08:00", "평일 아침"),
        ("/intend 1", "커피"),
    ):
        await page.says(words, label)
    return page


async def test_what_was_said_and_shown_comes_back_in_its_order(page: Page) -> None:
    """A tap by its label; asked for what is new, only that; each bubble with its moment."""
    answer = await page.says("도움말")
    shown = await page.shows()
    assert shown[0] == (True, "시작")
    assert (True, "강사") in shown
    assert shown[-2:] == [(True, "도움말"), (False, answer.bubbles[0])]
    bubbles = await page.pages.after(HERE, 0)
    assert await page.shows(bubbles[-2].id) == shown[-1:]
    assert [bubble.at for bubble in bubbles[-2:]] == [page.clock.now] * 2


async def test_it_is_kept_over_days_and_not_longer_than_sixty(
    page: Page, delivery: Delivery, database: Database, clock: Clock
) -> None:
    """What is older is not shown, and erased by the clock although nobody comes."""
    first, (begun, *_) = await page.shows(), await page.pages.after(HERE, 0)
    clock.forward(days=59)
    await page.says("도움말")
    assert (await page.shows())[: len(first)] == first
    clock.now = begun.at + KEPT
    assert await page.shows() == (await page.shows(begun.id))
    clock.forward(days=1)
    await delivery.settle()
    assert [text for mine, text in await page.shows() if mine] == ["도움말"]
    clock.forward(days=60)
    await delivery.settle()
    clock.forward(days=-119)
    assert await page.shows() == []


async def test_the_newest_two_hundred_turns_are_kept(page: Page, pages: Pages) -> None:
    for number in range(MOST_TURNS + 5):
        page.clock.forward(seconds=1)
        await pages.keep(HERE, f"말 {number}", Message((f"답 {number}", "둘째")))
    said = [text for mine, text in await page.shows() if mine]
    assert said == [f"말 {number}" for number in range(5, MOST_TURNS + 5)]


async def test_who_somebody_is_and_words_of_somebody_in_danger_are_not_kept(page: Page) -> None:
    """As everywhere: names and numbers are masked, and of danger there is no trace, nor of what is only repeated."""
    await page.says("김민수 씨 010-1234-5678로 연락하기")
    await page.says("김민수, 이수진")
    assert [text for _, text in await page.shows() if re.search("김민수|이수진|1234", text)] == []
    assert await page.holds("김○○")
    before = await page.shows()
    await page.says("죽고 싶어")
    await page.says("/again", "다시")
    assert await page.shows() == before


async def test_a_line_erased_for_good_is_in_no_bubble(page: Page) -> None:
    """However it was spaced, whoever said it; the rest of the conversation stays."""
    line = "동네 세탁소 셔츠\n다섯 장을 이틀 안에"
    await page.says(f"/write 16-one-line-promise {line}", "적기")
    await page.says("동네  세탁소 셔츠 다섯 장을 이틀 안에 하고 싶어")
    await page.says("도움말")
    assert await page.holds("동네")
    await page.says("/erase 16-one-line-promise yes", "기록까지 지우기")
    assert not await page.holds("세탁소")
    assert await page.holds("도움말")


async def test_leaving_erases_it_with_everything(page: Page) -> None:
    await page.says("/forget", "탈퇴")
    await page.says("/forget yes", "모두 지울게요")
    assert await page.shows() == []
    await page.says("시작")
    assert [text for mine, text in await page.shows() if mine] == ["시작"]


async def test_it_goes_along_when_two_learners_become_one(
    page: Page, desk: Desk, pages: Pages, clock: Clock, learner: Chat
) -> None:
    """What the page showed before stays on it, and is on their other pages too; Telegram's stays in Telegram."""
    tablet = Page(desk, pages, clock, TABLET)
    await tablet.says("시작")
    for joining in (page, tablet):
        code = (await learner.says("/link")).splitlines()[0].split()
        await joining.says(learner.text)
        assert code
    assert {"강사", "시작"} <= {text for mine, text in await page.shows() if mine}
    assert await page.shows() == await tablet.shows()
    await learner.says("진도")
    assert not await page.holds("진도")


async def test_nobody_is_enrolled_by_a_push_or_a_look(pages: Pages) -> None:
    assert await pages.keep(HERE, "", Message(("레슨이에요.",))) == {"last": 0}
    assert await pages.after(HERE, 0) == []


async def test_it_costs_a_turn_no_statement(page: Page, database: Database) -> None:
    """It has a short transaction of its own, after that of the turn."""
    with counted(database) as transactions:
        await page.says("도움말")
    turn, keeping = transactions[:2]
    assert not any("history" in statement for statement in turn)
    assert len(keeping) <= 6


async def test_what_stands_beside_is_of_now(page: Page, pages: Pages, learner: Chat) -> None:
    """Nothing of a newcomer; then how many lessons are done. What tells of changes changes with them and else not."""
    stranger = Page(page.desk, pages, page.clock, TABLET)
    await stranger.says("시작")
    nothing = await pages.keep(TABLET, "", Message(("…",)))
    assert [nothing[name] for name in ("lesson", "today", "days", "clock")] == [""] * 4
    before = await pages.keep(HERE, "", Message(("…",)))
    assert (before["lesson"], before["days"]) == ("마친 레슨 0/30", "")
    assert before["clock"] == "weekdays 08:00"
    await page.says("/write 16-one-line-promise 셔츠 다섯 장", "적기")
    written = await pages.keep(HERE, "", Message(("…",)))
    assert written["plan"] != before["plan"]
    await page.says("/answer strategy-map 1", "1번")
    after = await pages.keep(HERE, "", Message(("…",)))
    assert after["plan"] == written["plan"]
    assert (after["lesson"], after["days"]) == ("마친 레슨 0/30", "함께한 날 1일")
    assert str(after["today"]).startswith("오늘 ")
    await page.says("알림 꺼줘")
    assert (await pages.keep(HERE, "", Message(("…",))))["clock"] == ""


async def test_a_page_is_not_where_lessons_come_to_while_another_messenger_takes_them(
    desk: Desk, pages: Pages, clock: Clock, learner: Chat
) -> None:
    page = Page(desk, pages, clock)
    await page.says("시작")
    await learner.says("/link")
    await page.says(learner.text)
    assert (await pages.keep(HERE, "", Message(("…",))))["clock"] == ""
