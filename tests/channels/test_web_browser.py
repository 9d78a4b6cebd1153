"""The web chat as a person meets it: the real page in a real browser, over real sockets."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, FilePayload, Page, Request, Route, async_playwright, expect

from bot.channels.web.asked import COOKIE
from bot.message import Address, Bubble, Button, Go, Message, Tone
from bot.message.blocks import marked
from bot.plan.documents import draw
from bot.plan.documents.seen import seen
from tests.channels.test_web import GREETING, House, Memory, Script, running
from tests.conftest import PATIENCE
from tests.language import SAY
from tests.test_documents import BAD, filled

LESSON = Message(
    (
        "3일째 · 사실과 의견을 가르는 법\n\n일을 하다 보면 누군가의 의견을 사실로 받아들이고 움직일 때가 있어요.",
        "사실은 누가 확인해도 같아요. “회의는 3시에 시작했다”는 기록을 보면 알 수 있어요.\n\n“길었다”는 의견이에요.",
        "오늘 주고받은 메시지 하나를 골라 보세요. 확인할 수 있는 문장과 그렇지 않은 문장에 각각 표시해 두면 돼요.",
    ),
    (Button("퀴즈 풀기", Go("quiz"), Tone.MAIN), Button("근거 보기", Go("source"), Tone.GRAVE)),
)
QUIZ = Message(
    ("다음 가운데 사실을 말한 문장은 무엇일까요?\n\n1. 보고서가 읽기 좋다.\n2. 24쪽이다.\n3. 더 짧아야 한다.",),
    (Button("1번", Go("answer", "1")), Button("2번", Go("answer", "2")), Button("3번", Go("answer", "3"))),
)
RIGHT = Message(("맞아요. 쪽수는 누가 세어도 같은 답이 나와요.",), (Button("하나 더 풀기", Go("quiz")),))
MARKUP = Message(("<img src=x onerror=alert(1)> **굵게**\n  둘째 줄 “인용”은 & 그대로예요.",))
ANSWERS = {"/today": LESSON, "/quiz": QUIZ, "/answer 2": RIGHT, "2": RIGHT, "markup": MARKUP}

STARTS = """(one) => {  // where the lines of what follows an element begin, in pixels from the left
  const range = document.createRange(), lines = new Map();
  range.selectNodeContents(one.nextSibling);
  for (const { top, left } of range.getClientRects()) lines.set(top, Math.min(left, lines.get(top) ?? left));
  return [...lines.values()];
}"""
LAUNCH = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"


pytestmark = pytest.mark.asyncio(loop_scope="module")  # one loop, so that one browser serves all


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """Where a browser is missing these tests are skipped, but never in CI, where nobody would notice."""
    path = shutil.which("chromium")
    if path is None:
        reason = "no chromium on this machine: install it to run the page's tests"
        pytest.fail(reason) if "CI" in os.environ else pytest.skip(reason)
    async with async_playwright() as playwright:
        expect.set_options(timeout=PATIENCE * 1000)
        browser = await playwright.chromium.launch(executable_path=path, args=[*LAUNCH.split(), "--no-first-run"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One for all tests of a file; each opens a context of its own, which shares nothing with the others."""
    async with launched() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def house() -> AsyncIterator[House]:
    async with running(Script({**ANSWERS})) as house:
        yield house


@dataclass
class Phone:
    """One visitor's open page, and whatever went wrong in it."""

    page: Page
    faults: list[str] = field(default_factory=list)

    async def address(self) -> Address:
        return Address("web", {c["name"]: c["value"] for c in await self.page.context.cookies()}[COOKIE])

    async def sees(self, *bubbles: str) -> None:
        """The whole conversation on the page, bubble by bubble, exactly as it was written."""
        await expect(self.page.locator(".bubble")).to_have_count(len(bubbles))
        assert await self.page.locator(".bubble").evaluate_all("all => all.map((one) => one.textContent)") == [*bubbles]

    async def offers(self, *labels: str) -> None:
        await expect(self.page.locator("#choices button")).to_have_text(labels, use_inner_text=False)

    async def types(self, words: str) -> None:
        await self.page.get_by_label(SAY("web-box"), exact=True).fill(words)
        await self.page.keyboard.press("Enter")


@asynccontextmanager
async def phone(browser: Browser, url: str, scheme: str = "light", width: int = 390) -> AsyncIterator[Phone]:
    """A page that asks no other server and complains of nothing; a test that provokes faults clears them."""
    context = await browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="ko-KR",
        reduced_motion="reduce",
    )
    held = Phone(await context.new_page())

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            held.faults.append(message.text)

    def request(asked: Request) -> None:
        if not asked.url.startswith((url, "data:")):
            held.faults.append(asked.url)

    held.page.on("console", console)
    held.page.on("request", request)
    held.page.on("pageerror", lambda error: held.faults.append(str(error)))
    async with held.page.expect_response("**/events"):
        await held.page.goto(url)
    await expect(held.page.locator(".bubble").first).to_be_visible()
    yield held
    await context.close()
    assert held.faults == []


async def test_a_newcomer_is_greeted_taps_reads_and_answers(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.sees(*GREETING.bubbles)
        await me.offers("1오늘", "2도움말")
        await me.page.get_by_role("button", name="오늘").click()
        await me.sees(*GREETING.bubbles, "오늘", *LESSON.bubbles)
        await me.offers("1퀴즈 풀기", "2근거 보기")
        await me.page.get_by_role("button", name="퀴즈 풀기").click()
        await me.offers("1번", "2번", "3번")
        await me.types("2")
        await me.sees(*GREETING.bubbles, "오늘", *LESSON.bubbles, "퀴즈 풀기", *QUIZ.bubbles, "2", *RIGHT.bubbles)
        await me.offers("1하나 더 풀기")
    assert [said.words for said in house.script.heard if said.words != "/again"] == ["/today", "/quiz", "2"]


async def test_a_message_shows_what_it_is_made_of(browser: Browser, house: House) -> None:
    """Title, term, quote, list, bar and hint, live and after a reload; whatever stands in one is text and no markup."""
    house.script.answers["made"] = Message(
        (
            marked(
                "오늘은 3분이면 돼요.\n\n<title>레슨 1/30 · <b>지도</b></title>\n\n<term>융합</term>은 “둘”을 이어요."
            ),
            marked("예를 볼게요.\n\n<example>첫 줄\n둘째 줄</example>\n\n<list>1. 하나\n2. 둘</list>"),
            marked("1. 단원 1/4\n<bar>■□□□</bar>\n힌트: 초성은 <hint>ㅇㅎ</hint>\n지금 적힌 것: <quote>“나”</quote>"),
        )
    )
    async with phone(browser, house.url) as me:
        await me.types("made")
        for _ in range(2):
            await expect(me.page.get_by_role("heading", name="레슨 1/30 · <b>지도</b>", level=2)).to_be_visible()
            await expect(me.page.locator(".bubble .term")).to_have_text("융합")
            await expect(me.page.locator(".bubble p", has_text="융합")).to_have_text("융합은 “둘”을 이어요.")
            await expect(me.page.locator("blockquote")).to_have_text("첫 줄\n둘째 줄", use_inner_text=True)
            await expect(me.page.get_by_role("listitem")).to_have_text(["1. 하나", "2. 둘"])
            assert await me.page.locator(".bar").evaluate("bar => bar.style.getPropertyValue('--part')") == "0.25"
            assert await me.page.locator(".hint").evaluate("hint => hint.open") is False
            await me.page.get_by_text(SAY("web-hint")).click()
            await expect(me.page.get_by_text("ㅇㅎ")).to_be_visible()
            await expect(me.page.locator(".bubble p", has_text="지금 적힌 것")).to_contain_text("지금 적힌 것: “나”")
            await me.page.reload()


async def test_choices_stand_once_and_come_back_where_the_buttons_are_gone(browser: Browser, house: House) -> None:
    asked = marked("<title>확인 1/2</title>\n\n무엇일까요?\n\n<choices>1. 사실\n2. 의견</choices>")
    house.script.answers |= {
        "ask": Message((asked,), (Button("사실", Go("answer", "1")), Button("의견", Go("answer", "2")))),
        "/answer 2": RIGHT,
    }
    async with phone(browser, house.url) as me:
        await me.types("ask")
        await me.offers("1사실", "2의견")
        await expect(me.page.get_by_role("listitem")).to_have_count(0)
        await me.page.get_by_role("button", name="의견").click()
        await expect(me.page.locator(".bot")).to_have_count(3)
        await me.page.reload()
        await expect(me.page.get_by_role("listitem")).to_have_text(["1. 사실", "2. 의견"])


async def test_a_picture_stays_on_the_device(browser: Browser, house: House) -> None:
    """Offered where one is asked for, taken by a file, pasted or dropped anywhere: only that there is one is posted."""
    house.script.answers["making"] = replace(LESSON, takes_picture=True)
    picture: FilePayload = {"name": "표.png", "mimeType": "image/png", "buffer": b"secret pixels"}
    async with phone(browser, house.url) as me:
        bodies: list[str] = []
        me.page.on("request", lambda asked: bodies.append(asked.post_data or "") if asked.method == "POST" else None)
        button = me.page.get_by_label(SAY("web-photo-button"))
        await expect(button).to_be_hidden()
        await me.types("making")
        await expect(button).to_be_visible()
        await me.page.get_by_label(SAY("web-box"), exact=True).fill("표예요")
        async with me.page.expect_file_chooser() as chooser:
            await button.click()
        await (await chooser.value).set_files(picture)
        await expect(me.page.locator(".me .bubble").last).to_have_text("사진\n표예요")
        await expect(button).to_be_hidden()
        for told, (kind, event) in enumerate((("ClipboardEvent", "paste"), ("DragEvent", "drop")), 3):
            data = "clipboardData" if event == "paste" else "dataTransfer"
            await me.page.evaluate(
                f"""() => {{
                    const data = new DataTransfer();
                    data.items.add(new File(["secret pixels"], "a.png", {{ type: "image/png" }}));
                    document.dispatchEvent(new {kind}("{event}", {{ {data}: data, bubbles: true, cancelable: true }}));
                }}"""
            )
            await expect(me.page.locator(".me")).to_have_count(told)
            await expect(me.page.locator(".me .bubble").last).to_have_text("사진")
            await expect(me.page.locator(".bot")).to_have_count(told + 1)
        assert not any("secret" in body for body in bodies)
    assert [(said.words, said.picture) for said in house.script.heard if said.picture] == [
        ("표예요", True),
        ("", True),
        ("", True),
    ]


async def test_a_push_appears_by_itself_once_and_its_buttons_work(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me, phone(browser, house.url) as other:
        address = await me.address()
        house.script.screens[address] = QUIZ
        await house.send(address, QUIZ)
        await me.sees(*GREETING.bubbles, *QUIZ.bubbles)
        await me.page.evaluate("look()")  # as a new connection does
        await me.sees(*GREETING.bubbles, *QUIZ.bubbles)
        await me.page.get_by_role("button", name="2번").click()
        await me.sees(*GREETING.bubbles, *QUIZ.bubbles, "2번", *RIGHT.bubbles)
        await other.sees(*GREETING.bubbles)


async def test_opened_again_the_page_shows_the_whole_conversation_and_the_buttons_that_wait(
    browser: Browser, house: House
) -> None:
    """After a reload, and in a second tab; what one tab says the other shows by itself, and nothing stands twice."""
    async with phone(browser, house.url) as me:
        await me.page.get_by_role("button", name="오늘").click()
        said = (*GREETING.bubbles, "오늘", *LESSON.bubbles)
        await me.sees(*said)
        await me.page.reload()
        await me.sees(*said)
        await me.offers("1퀴즈 풀기", "2근거 보기")
        tab = Phone(await me.page.context.new_page())
        async with tab.page.expect_response("**/events"):
            await tab.page.goto(house.url)
        await tab.sees(*said)
        await tab.types("2")
        for one in (tab, me):
            await one.sees(*said, "2", *RIGHT.bubbles)
            await one.offers("1하나 더 풀기")


async def test_another_day_is_told_between_what_was_said(browser: Browser) -> None:
    """With its weekday; a day of this year without the year. A first day alone needs no telling."""
    memory, yesterday = Memory(), datetime.now(UTC) - timedelta(days=1)
    async with running(Script({**ANSWERS}), memory=memory) as house, phone(browser, house.url) as me:
        there = await me.address()
        greeted = memory.bubbles.pop()[1]
        for n, at in enumerate((datetime(2023, 12, 31, 3, 0, tzinfo=UTC), yesterday), 2):
            memory.bubbles.append((there, Bubble(n, at, mine=True, text=f"말 {n}")))
            memory.bubbles.append((there, Bubble(n, at, mine=False, text=f"답 {n}")))
        memory.bubbles.append((there, replace(greeted, id=4, at=datetime.now(UTC))))
        await me.page.reload()
        await me.sees("말 2", "답 2", "말 3", "답 3", *GREETING.bubbles)
        days = await me.page.locator(".day").all_text_contents()
        assert days[0] == "2023년 12월 31일 일요일"
        assert days[1].startswith(f"{yesterday.month}월")
        assert len(days) == 3


async def test_what_waits_is_not_put_again_below_an_answer_that_left_it_open(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.types("/quiz")
        there = await me.address()
        house.script.answers["모름"] = Message(("이 말은 알아듣지 못했어요.",), QUIZ.buttons)
        await me.types("모름")
        house.script.screens[there] = QUIZ
        for again in (lambda: me.page.evaluate("look()"), me.page.reload):
            await again()
            await me.sees(*GREETING.bubbles, "/quiz", *QUIZ.bubbles, "모름", "이 말은 알아듣지 못했어요.")
            await me.offers("1번", "2번", "3번")


async def test_a_file_has_a_place_to_open_it_beside_its_message(browser: Browser, house: House) -> None:
    """A link that the page's own cookie opens, in another tab; also when the page is opened anew."""
    house.script.answers["인쇄"] = Message(("설계서예요.",), (Button("계획", Go("plan")),), file="plan.pdf offer 7")
    async with phone(browser, house.url) as me:
        await me.types("인쇄")
        link = me.page.get_by_role("link", name=SAY("web-file"))
        await expect(link).to_have_attribute("href", "/plan.pdf?with=offer+7")
        await expect(link).to_have_attribute("target", "_blank")
        await me.page.reload()
        await expect(link).to_have_count(1)
        await me.types("오늘")
        await me.offers("1오늘", "2도움말")


BESIDE = {"lesson": "마친 레슨 13/30", "today": "오늘 6분", "days": "함께한 날 4일", "plan": "a", "clock": ""}


async def test_the_header_tells_how_far_it_is_and_a_newcomer_what_it_is(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        head = me.page.locator("header p")
        await expect(head.filter(visible=True)).to_have_text([SAY("web-tagline")])
        house.memory.beside = BESIDE
        await me.types("2")
        await expect(me.page.locator("#standing span")).to_have_text(["마친 레슨 13/30", "오늘 6분", "함께한 날 4일"])
        await expect(head.filter(visible=True)).to_have_count(1)


async def test_on_a_small_phone_all_of_the_header_has_one_line(browser: Browser, house: House) -> None:
    """Beside the bell too."""
    async with phone(browser, house.url, width=360) as me:
        house.memory.beside = BESIDE | {"clock": "daily 08:00"}
        await me.types("2")
        await expect(me.page.locator("#bell")).to_be_visible()
        tops = "all => all.map((one) => one.getBoundingClientRect().top)"
        assert len({*await me.page.locator("#standing span").evaluate_all(tops)}) == 1


async def test_what_belongs_together_stands_on_one_line(browser: Browser, house: House) -> None:
    """A day and its weekday, a quote and its particle, a sign and what stands before it; wherever the line ends."""
    words = "가 " * 9
    told = [f"{words[n:]}‘단골’께 12월 7일(월)에 보냈고 1인 × 자동화예요." for n in range(len(words))]
    house.script.answers["이어"] = Message(("\n".join(told)[:900],))
    async with phone(browser, house.url, width=360) as me:
        await me.types("이어")
        whole = me.page.locator(".bubble").last.locator(".whole")
        await expect(whole.first).to_be_visible()
        assert {*await whole.all_text_contents()} >= {"12월 7일(월)", "1인 ×"}
        assert await whole.evaluate_all("all => all.every((one) => one.getClientRects().length === 1)")


async def test_every_bubble_keeps_one_distance_and_signs_stand_before_their_words(
    browser: Browser, house: House
) -> None:
    """Of paragraphs, whether their kinds are told or not; of the rows of an answer, however many lines they have."""
    long = "저절로 가는 답장과 혼자 받는 주문을 함께 적어 둔 " * 2
    rows = f"✗ {long}(내 답)\n<right>✓ 융합</right> (답)\n· 개인화"
    told = marked(f"<title>제목</title>\n\n첫 문단\n\n{rows}\n\n<list>1. {long}\n2. 융합</list>")
    house.script.answers |= {"plain": Message(("첫 문단\n\n둘째 문단",)), "told": Message((told,))}
    async with phone(browser, house.url, width=360) as me:
        await me.types("plain")
        gap = me.page.locator(".bubble .gap").last
        await expect(gap).to_have_css("height", "11px")  # that between two <p>
        await me.types("told")
        for words in (".sign", "li > span:first-child"):  # whose words, behind it, have more lines than one
            starts = await me.page.locator(f".bubble {words}").first.evaluate(STARTS)
            assert len(starts) > 1
            assert max(starts) - min(starts) <= 1, words


async def test_an_answer_is_in_sight_however_long_the_words_before_it_are(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.types("가" * 900)
        await expect(me.page.locator(".bot .bubble").last).to_be_in_viewport()


async def test_on_a_wide_screen_the_plan_fills_beside_the_chat(browser: Browser, house: House) -> None:
    """Drawn when it is there and again when it has changed; what is new is marked. A phone does not ask for it."""
    asked: list[str] = []
    house.memory.beside, house.memory.plan = BESIDE, draw(filled("처음 적은 줄"), "html")
    async with phone(browser, house.url) as me:
        me.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        plan, marked = me.page.locator("#plan"), me.page.locator("#plan .new")
        await expect(plan).to_be_hidden()
        await me.types("2")
        await me.page.set_viewport_size({"width": 1280, "height": 844})
        await expect(plan).to_contain_text("처음 적은 줄")
        await expect(marked).to_have_count(0)
        await expect(plan.locator("a[href='/']")).to_have_count(0)
        await me.types("2")
        house.memory.beside = {**BESIDE, "plan": "b"}
        house.memory.plan = draw(filled("<b>다시</b> 적은 줄"), "html")
        await me.types("2")
        await expect(marked.first).to_contain_text("<b>다시</b> 적은 줄")
        await expect(marked.first).to_be_in_viewport()
        assert await me.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert asked.count("plan") == 2


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_whatever_is_written_stays_within_the_page_of_the_plan(browser: Browser, width: int) -> None:
    """No word is wider than a phone, and none of them is carried out; on paper the links are gone."""
    context = await browser.new_context(viewport={"width": width, "height": 844})
    page = await context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.on("request", lambda asked: pytest.fail(asked.url) if not asked.url.startswith(("about:", "data:")) else None)
    for text in BAD.values():
        document = replace(filled(text), links=(("PDF", "/plan.pdf"),))
        await page.set_content(draw(document, "html").decode())
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await page.locator("dd").first.text_content() == seen(text)
    await expect(page.get_by_role("link")).to_be_visible()
    await page.emulate_media(media="print")
    await expect(page.get_by_role("link")).to_be_hidden()
    await context.close()


async def test_everything_can_be_done_from_the_keyboard(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        press, focus = me.page.keyboard.press, me.page.locator(":focus")
        await press("Escape")  # from the box, where typing starts, to the conversation
        await press("Tab")
        await expect(focus).to_have_text("1오늘")
        await press("Enter")
        await me.offers("1퀴즈 풀기", "2근거 보기")
        await press("Tab")
        await expect(focus).to_have_text("1퀴즈 풀기")
        await press("1")
        await me.offers("1번", "2번", "3번")
        for _ in range(4):
            await press("Tab")
        await expect(focus).to_have_attribute("id", "box")
        await me.page.keyboard.type("2")
        await press("Shift+Enter")
        await press("Backspace")
        await press("Enter")
        await me.offers("1하나 더 풀기")


KEY = """(more) => {
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
}"""
COMMIT = """() => { box.dispatchEvent(new CompositionEvent("compositionend", { data: "늘" })); }"""
BREAK = """(cancelable) => {
  const told = { inputType: "insertLineBreak", bubbles: true };
  if (!box.dispatchEvent(new InputEvent("beforeinput", { ...told, cancelable }))) return;
  box.setRangeText("\\n", box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new InputEvent("input", told));
}"""
BREAK_COMPOSING = """() => {
  box.setRangeText("\\n", box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new InputEvent("input", { inputType: "insertLineBreak", bubbles: true, isComposing: true }));
}"""
COMPOSING = {"keyCode": 229, "isComposing": True}
ORDERS: dict[str, list[tuple[str, object]]] = {
    "commit, then Enter again": [(KEY, COMPOSING), (COMMIT, None), (KEY, {"keyCode": 13})],
    "commit, then a line break": [(KEY, COMPOSING), (COMMIT, None), (BREAK, True)],
    "commit, then a line break that cannot be stopped": [(KEY, COMPOSING), (COMMIT, None), (BREAK, False)],
    "a line break, then the commit": [(KEY, COMPOSING), (BREAK_COMPOSING, None), (COMMIT, None)],
    "Safari: the commit comes before its key": [(COMMIT, None), (KEY, {"keyCode": 229}), (BREAK, True)],
    "a key of its own, and its line break": [(KEY, {"keyCode": 13}), (BREAK, True)],
}


@pytest.mark.parametrize("order", ORDERS)
async def test_enter_sends_once_whatever_the_input_method_does(browser: Browser, house: House, order: str) -> None:
    """With the syllable that was being composed, and nothing left in the box."""
    async with phone(browser, house.url) as me:
        await me.page.locator("#box").fill("오늘")
        for script, value in ORDERS[order]:
            await me.page.evaluate(script, value)
        await me.offers("1오늘", "2도움말")
        await me.sees(*GREETING.bubbles, "오늘", *GREETING.bubbles)
        await expect(me.page.locator("#box")).to_have_value("")
    assert [said.words for said in house.script.heard if said.words != "/again"] == ["오늘"]


async def test_enter_that_only_ends_a_composition_sends_nothing(browser: Browser, house: House) -> None:
    """And Shift+Enter breaks the line."""
    async with phone(browser, house.url) as me:
        box = me.page.locator("#box")
        await box.fill("오늘")
        for composing in (COMPOSING, {"keyCode": 229}):
            await me.page.evaluate(KEY, composing)
        await expect(box).to_have_value("오늘")
        await box.press("Shift+Enter")
        await box.press_sequentially("둘")
        await expect(box).to_have_value("오늘\n둘")
        await me.sees(*GREETING.bubbles)


async def test_a_real_composition_is_sent_whole(browser: Browser, house: House) -> None:
    """As the browser itself composes: the last syllable is in what is sent, and not left behind."""
    async with phone(browser, house.url) as me:
        await me.page.locator("#box").focus()
        session = await me.page.context.new_cdp_session(me.page)
        for syllable in ("ㅇ", "오", "온"):
            composed = {"text": syllable, "selectionStart": 1, "selectionEnd": 1}
            await session.send("Input.imeSetComposition", composed)
        await session.send("Input.insertText", {"text": "온"})
        await me.page.keyboard.press("Enter")
        await me.sees(*GREETING.bubbles, "온", *GREETING.bubbles)
        await expect(me.page.locator("#box")).to_have_value("")


async def test_every_button_has_the_number_that_presses_it(browser: Browser, house: House) -> None:
    """A label that begins with another number too; one that is its number shows it once."""
    labels = "1번", "30분 뒤에", "1인 × 자동화", "4. 단골", "5시", "6"
    house.script.answers["번호"] = Message(("골라 주세요.",), tuple(Button(one, Go("today")) for one in labels))
    async with phone(browser, house.url) as me:
        await me.types("번호")
        await me.offers("1번", "230분 뒤에", "31인 × 자동화", "4단골", "55시", "66")
        assert await me.page.locator("#choices i").all_text_contents() == [*"123456"]
        gaps = await me.page.locator("#choices button").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).gap)"
        )
        assert gaps == ["3px", *["8px"] * 5]  # a number is read together with what counts by it


async def test_nothing_looks_chosen_before_it_is(browser: Browser, house: House) -> None:
    """A button under the mouse has the ground of all others, and one of what was picked has another."""
    picks = tuple(Button(one, Go("today")) for one in ("✓ 가", "나", "다"))
    house.script.answers["짝"] = Message(("골라 주세요.",), picks)
    async with phone(browser, house.url) as me:
        one, other = await me.page.locator("#choices button").all()
        await one.hover()
        look = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderColor]"
        assert await one.evaluate(look) == await other.evaluate(look)
        await me.types("짝")
        await me.offers("1✓ 가", "2나", "3다")
        picked, *others = [await one.evaluate(look) for one in await me.page.locator("#choices button").all()]
        assert picked not in others


async def test_a_push_that_nobody_looked_at_is_told_by_the_title_and_the_icon(browser: Browser, house: House) -> None:
    """Until somebody looks."""
    async with phone(browser, house.url) as me:
        await me.page.evaluate(HIDE, True)  # noqa: FBT003 - what the script is given
        icon = me.page.locator("link[rel=icon]")
        plain = await icon.get_attribute("href")
        for _ in range(2):
            await house.send(await me.address(), QUIZ)
        await expect(me.page).to_have_title(f"(2) {SAY('web-title')}")
        assert await icon.get_attribute("href") != plain
        await me.page.evaluate(HIDE, False)  # noqa: FBT003
        await expect(me.page).to_have_title(SAY("web-title"))
        assert await icon.get_attribute("href") == plain
        await house.send(await me.address(), LESSON)
        await me.offers("1퀴즈 풀기", "2근거 보기")
        await expect(me.page).to_have_title(SAY("web-title"))


HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


async def test_the_error_bar_goes_when_the_line_is_back(browser: Browser, house: House) -> None:
    """Whatever was not sent waits in the box."""
    async with phone(browser, house.url) as me:
        await me.page.route("**/chat", lambda route: route.abort())
        await me.types("2")
        await expect(me.page.get_by_role("alert")).to_contain_text(SAY("web-offline"))
        await me.page.unroute("**/chat")
        await me.page.evaluate("dispatchEvent(new Event('online'))")
        await expect(me.page.get_by_role("alert")).to_be_hidden()
        await expect(me.page.locator("#box")).to_have_value("2")
        me.faults.clear()


async def test_whoever_leaves_leaves_nothing_on_the_page(browser: Browser, house: House) -> None:
    """What the server has erased is gone from the page, its header and its plan at once."""
    house.script.answers["탈퇴"] = Message(("모두 지웠어요.",), (Button("시작", Go("start")),))
    house.memory.beside, house.memory.plan = {**BESIDE, "clock": "weekdays 08:00"}, draw(filled("적은 줄"), "html")
    async with phone(browser, house.url, width=1280) as me:
        await me.types("2")
        await expect(me.page.locator("#plan")).to_contain_text("적은 줄")
        tab = Phone(await me.page.context.new_page())
        async with tab.page.expect_response("**/events"):
            await tab.page.goto(house.url)
        await tab.offers("1하나 더 풀기")
        heard = len(house.script.heard)
        house.memory.beside = {}
        house.memory.leaves = True
        await me.types("탈퇴")
        await tab.sees()
        await tab.offers()
        assert [said.words for said in house.script.heard[heard:]] == ["탈퇴"]  # nobody is greeted anew by it
        await me.sees("탈퇴", "모두 지웠어요.")
        await expect(me.page.locator("#plan")).to_be_hidden()
        await expect(me.page.locator("#bell")).to_be_hidden()
        await expect(me.page.locator("header p").filter(visible=True)).to_have_text([SAY("web-tagline")])
        await me.offers("1시작")


async def test_what_is_too_long_is_not_sent_again_by_a_button(browser: Browser, house: House) -> None:
    """It is in the box to be made shorter; the word about it goes once it is."""
    async with phone(browser, house.url) as me:
        await me.types("가" * 40_000)
        await expect(me.page.get_by_role("alert")).to_contain_text(SAY("web-too-much"))
        await expect(me.page.get_by_role("button", name=SAY("web-again"))).to_be_hidden()
        assert len(await me.page.locator("#box").input_value()) == 40_000
        await me.sees(*GREETING.bubbles)
        await me.page.locator("#box").fill("2")
        await expect(me.page.get_by_role("alert")).to_be_hidden()
        await me.page.keyboard.press("Enter")
        await me.sees(*GREETING.bubbles, "2", *RIGHT.bubbles)
        me.faults.clear()


async def test_there_is_nothing_to_send_until_something_is_written(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        send = me.page.get_by_role("button", name=SAY("web-send"))
        await expect(send).to_be_disabled()
        await me.types("  \n ")
        await expect(send).to_be_disabled()
        await me.page.locator("#box").fill("/today")
        await send.click()
        await me.sees(*GREETING.bubbles, "/today", *LESSON.bubbles)


async def test_what_could_not_be_kept_is_said_in_a_sentence_and_may_be_said_again(
    browser: Browser, house: House
) -> None:
    """Unlike what was refused, which would be refused again."""
    sorry = json.dumps({"sorry": SAY("web-away")})
    async with phone(browser, house.url) as me:
        await me.page.route(
            "**/chat", lambda route: route.fulfill(status=503, content_type="application/json", body=sorry)
        )
        await me.types("2")
        await expect(me.page.get_by_role("alert")).to_contain_text(SAY("web-away"))
        await expect(me.page.locator("#box")).to_have_value("2")
        await me.page.unroute("**/chat")
        await me.page.get_by_role("button", name=SAY("web-again")).click()
        await me.sees(*GREETING.bubbles, "2", *RIGHT.bubbles)
        me.faults.clear()


async def test_words_that_did_not_arrive_stay_and_count_once_when_sent_again(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.page.route("**/chat", lambda route: route.abort())
        await me.types("2")
        await expect(me.page.get_by_role("alert")).to_contain_text(SAY("web-offline"))
        await expect(me.page.locator("#box")).to_have_value("2")
        await me.sees(*GREETING.bubbles)
        await me.offers("1오늘", "2도움말")
        await me.page.unroute("**/chat")
        await me.page.get_by_role("button", name=SAY("web-again")).click()
        await me.sees(*GREETING.bubbles, "2", *RIGHT.bubbles)
        await expect(me.page.get_by_role("alert")).to_be_hidden()
        assert all("ERR_FAILED" in fault for fault in me.faults)
        me.faults.clear()


async def heard_but_not_answered(route: Route) -> None:
    await route.fetch()
    await route.abort()


async def test_an_answer_lost_on_its_way_is_asked_for_with_the_same_key(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.page.route("**/chat", heard_but_not_answered)
        await me.page.get_by_role("button", name="오늘").click()
        await expect(me.page.get_by_role("alert")).to_be_visible()
        await me.page.unroute("**/chat")
        await me.page.get_by_role("button", name="오늘").click()
        await me.sees(*GREETING.bubbles, "오늘", *LESSON.bubbles)
        me.faults.clear()
    first, again = (said for said in house.script.heard if said.words == "/today")
    assert first == again
    assert first.key


async def test_after_a_restart_the_page_finds_back_and_shows_what_came_meanwhile_once(browser: Browser) -> None:
    script = Script({**ANSWERS})
    async with running(script) as first:
        port = int(first.url.rpartition(":")[2])
        async with phone(browser, first.url) as me:
            await first.stop()
            await expect(me.page.get_by_text(SAY("web-reconnecting"))).to_be_visible()
            script.screens[await me.address()] = QUIZ
            async with running(script, port):
                await expect(me.page.get_by_text(SAY("web-tagline"))).to_be_visible()
                await me.sees(*GREETING.bubbles, *QUIZ.bubbles)
            me.faults.clear()


async def test_what_anybody_wrote_is_shown_as_written_and_never_as_markup(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.types("markup")
        await me.sees(*GREETING.bubbles, "markup", *MARKUP.bubbles)
        assert await me.page.locator(".bubble img").count() == 0
        await expect(me.page.locator(".bubble .whole")).to_have_text("용”은")  # no line starts with a lone particle


async def test_three_dots_are_there_while_an_answer_takes_long(browser: Browser) -> None:
    ready = asyncio.Event()
    async with running(Script({**ANSWERS}, thinks_until=ready)) as house, phone(browser, house.url) as me:
        await me.types("/today")
        await expect(me.page.get_by_text(SAY("web-typing"))).to_be_attached()
        await expect(me.page.locator("#typing")).to_be_visible()
        await expect(me.page.locator("#choices")).to_be_hidden()
        ready.set()
        await me.sees(*GREETING.bubbles, "/today", *LESSON.bubbles)
        await expect(me.page.locator("#typing")).to_be_hidden()


async def test_the_box_grows_with_the_words_to_four_lines(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        box, heights = me.page.locator("#box"), []
        for lines in (1, 2, 4, 5, 50):
            await box.fill("\n".join(["줄"] * lines))
            heights.append(await box.evaluate("box => box.offsetHeight"))
        assert heights[0] < heights[1] < heights[2] == heights[3] == heights[4]


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_fingers_find_their_target_and_nothing_runs_out_of_the_side(
    browser: Browser, house: House, width: int
) -> None:
    async with phone(browser, house.url, width=width) as me:
        await me.types("가" * 300)
        await me.sees(*GREETING.bubbles, "가" * 300, *GREETING.bubbles)  # until it is answered, Enter waits
        await me.types("/today")
        await me.offers("1퀴즈 풀기", "2근거 보기")
        for button in await me.page.get_by_role("button").all():
            box = await button.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        assert await me.page.evaluate("document.documentElement.scrollWidth") <= width
        assert await me.page.evaluate("pane.scrollWidth <= pane.clientWidth")


CONTRASTS = """() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => rgb(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return rgb(colour)[3] === 0 ? ground(one.parentElement) : colour;
  };
  const ratio = (one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  trouble.hidden = false;
  const written = "h1, header p, .bubble, time, #choices button, #choices i, #trouble *, #box";
  return [...document.querySelectorAll(written)].map((one) => [one.id || one.className || one.tagName, ratio(one)]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_from_its_ground(browser: Browser, house: House, scheme: str) -> None:
    async with phone(browser, house.url, scheme) as me:
        await me.types("/today")
        await me.offers("1퀴즈 풀기", "2근거 보기")
        contrasts = await me.page.evaluate(CONTRASTS)
        assert len(contrasts) > 12
        assert [(name, ratio) for name, ratio in contrasts if ratio < 4.5] == []


async def test_nothing_moves_for_those_who_asked_for_stillness(browser: Browser, house: House) -> None:
    async with phone(browser, house.url) as me:
        await me.types("/today")
        await me.offers("1퀴즈 풀기", "2근거 보기")
        assert await me.page.evaluate("document.getAnimations().length") == 0
        await me.page.emulate_media(reduced_motion="no-preference")
        assert await me.page.evaluate("document.getAnimations().length") > 0


# -- pictures --------------------------------------------------------------------------------------------------------

DRAWN = draw(filled("글"), "png")


async def test_the_way_on_is_filled_and_what_is_grave_has_the_colour_of_alarm(browser: Browser, house: House) -> None:
    """The others are as they were; contrasts and targets of all three are measured with the lesson above."""
    async with phone(browser, house.url) as me:
        plain = await me.page.locator("#choices button").first.evaluate("one => getComputedStyle(one).backgroundColor")
        assert plain == "rgba(0, 0, 0, 0)"
        await me.types("/today")
        await me.offers("1퀴즈 풀기", "2근거 보기")
        main, grave = (me.page.locator(f"#choices .{tone}") for tone in ("main", "grave"))
        await expect(main).to_have_css("background-color", "rgb(47, 93, 80)")
        await expect(grave).to_have_css("color", "rgb(140, 58, 34)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_picture_is_shown_in_the_conversation(browser: Browser, scheme: str) -> None:
    """As wide as a bubble, and a tap opens it; after a reload it is there again."""
    picture = Message(("고른 것만 담았어요.",), file="plan.png offer 7")
    async with running(Script({"그림": picture})) as house, phone(browser, house.url, scheme, width=360) as me:
        await me.page.route("**/plan.png**", lambda route: route.fulfill(body=DRAWN, content_type="image/png"))
        await me.types("그림")
        for _ in range(2):
            shown = me.page.locator(".picture img")
            await expect(shown).to_have_js_property("complete", value=True)
            assert await shown.evaluate("one => one.naturalWidth") > 0
            assert await shown.get_attribute("alt") == SAY("web-picture")
            link = me.page.get_by_role("link", name=SAY("web-picture"))
            assert (await link.get_attribute("href")) == "/plan.png?with=offer+7"
            bubble, box = await me.page.locator(".bot .bubble").last.bounding_box(), await link.bounding_box()
            assert bubble
            assert box
            assert box["x"] == bubble["x"]
            assert box["x"] + box["width"] <= 360
            await me.page.reload()


async def test_a_picture_that_cannot_be_had_is_a_button(browser: Browser) -> None:
    """Which says where it would have been."""
    picture = Message(("고른 것만 담았어요.",), file="plan.png offer")
    async with running(Script({"그림": picture})) as house, phone(browser, house.url) as me:
        await me.page.route("**/plan.png**", lambda route: route.fulfill(status=404, body=""))
        await me.types("그림")
        await expect(me.page.locator("a.file")).to_have_text(SAY("web-file"))
        await expect(me.page.locator(".picture")).to_have_count(0)
        me.faults.clear()  # the browser tells of the 404
