"""개인정보 처리 안내: it can be asked for in words, is read whole in a chat and on a page, and says what is true."""

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.channels.web.notice import add_notice
from bot.message import LONGEST_BUBBLE, plain
from bot.record.silence import GRACE, SILENT
from bot.store.history import KEPT
from bot.texts import Texts
from handlers import rights
from tests.conftest import Chat


@pytest.mark.parametrize(
    "words",
    [
        "처리안내",
        "개인정보 처리 안내",
        "개인정보 처리방침 보여 줘",
        "내 개인정보 어떻게 관리돼요?",
        "처리방침 있어요?",
        "/privacy",
    ],
)
async def test_it_can_be_asked_for(learner: Chat, words: str) -> None:
    """The short answer, and the ways to the whole, to what is kept, and out."""
    assert "전화번호와 메일은 받지 않아요" in await learner.says(words)
    assert {"처리 안내 모두 보기", "내데이터", "탈퇴"} <= set(learner.labels)


async def test_the_whole_is_read_in_the_chat(learner: Chat, say: Texts) -> None:
    """Section by section, to the last, wherever no page can be opened; what was asked before stays open."""
    await learner.says("처리안내")
    read = [await learner.taps("처리 안내 모두 보기")]
    while "이어서 보기" in learner.labels:
        read.append(await learner.taps("이어서 보기"))
        assert len(read) < 10
    assert "".join("\n\n".join(read).split()) == "".join("".join(plain(one) for one in rights.notice(say)).split())


def test_a_section_fits_a_bubble(say: Texts) -> None:
    """However a messenger counts."""
    assert [
        name for name in rights.SECTIONS if len(plain(say(f"privacy-{name}", silent=1, grace=1))) > LONGEST_BUBBLE
    ] == []
    assert {key for key in say.keys if key.startswith("privacy-")} == {
        f"privacy-{name}" for name in rights.SECTIONS
    } | {
        "privacy-title",
        "privacy-page",
    }


def test_it_says_the_spans_that_hold(say: Texts) -> None:
    """Whoever changes one changes the notice."""
    told = "".join(rights.notice(say))
    assert f"{SILENT.days}일 동안 아무 말이 없으면" in told
    assert f"그로부터 {GRACE.days}일 뒤" in told
    assert f"웹 화면의 대화는 {KEPT.days}일 뒤" in told


async def test_the_page_is_everybodys(say: Texts) -> None:
    """Without a cookie or a link; it loads nothing, and every line of the notice stands on it."""
    app = web.Application()
    add_notice(app, say, rights.notice(say))
    async with (
        TestServer(app) as server,
        ClientSession(server.make_url("/")) as browser,
        browser.get("/privacy") as page,
    ):
        text = await page.text()
        assert (page.status, page.content_type) == (200, "text/html")
        assert "script" not in page.headers["Content-Security-Policy"]
        assert not page.cookies
    lines = [line for one in rights.notice(say) for line in plain(one).split("\n") if line]
    assert [line for line in lines if line not in text] == []


async def test_the_welcome_says_it_in_one_line(chat: Chat) -> None:
    """The age, and where to read what is kept."""
    told = await chat.says("/start")
    assert "만 14세부터 함께해요. 무엇을 적어 두는지는 ‘처리안내’라고 보내면 알려 드려요." in told
    assert "전화번호와 메일은 받지 않아요" in await chat.says("처리안내")
    assert chat.expects == "/trade"
