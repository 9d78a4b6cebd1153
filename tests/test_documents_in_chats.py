"""The plan asked for in a chat: what is on it, what goes into a picture, and how each messenger hands it over."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.kakao.files import with_links
from bot.conversation import Conversation
from bot.course.holds import Holds
from bot.course.model import Course
from bot.desk import Desk
from bot.desk.documents import HOLDS, Documents
from bot.korean.told_back import on_paper
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Address, File, Message, Repeated, Said
from bot.operator.metrics import Metrics
from bot.plan.documents import Document, Person, Sheet
from bot.record import Asked, Reads
from bot.record.facts import Wrote
from bot.record.learner import Line
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS, documents
from handlers.reminder import remind
from tests.conftest import Chat, Clock
from tests.language import LANGUAGE
from tests.pdf_text import Pdf
from tests.records import happened, has_read, record_at
from tests.test_first_minutes import finish_lesson

PROMISE, PRICE, PEOPLE = "16-one-line-promise", "18-price-and-no", "26-ten-names"
URL = "https://work.example"


@pytest.fixture
def files(desk: Desk, database: Database, clock: Clock) -> Documents[Sheet]:
    return Documents(desk, database, clock, documents.view, documents.draw, URL)


async def write(chat: Chat, course: Course, *parts: str) -> dict[str, str]:
    """A line in the slot of each of the parts, where none is named of all that take one; the lines by their parts."""
    asked = [slot for slot in course.slots if slot.holds is not Holds.CHECKED]
    slots = [slot for slot in asked if slot.part in parts or not parts]
    lines = {slot.part: f"{n}번째로 적은 줄이에요." for n, slot in enumerate(slots)}
    for slot in slots:
        await chat.says(f"/write {slot.part} {lines[slot.part]}")
    return lines


async def shown(chat: Chat, files: Documents[Sheet], desk: Desk) -> Document:
    """What is on the file that the last message names."""
    first, _, words = chat.message.file.partition(" ")
    whom = Asked(chat.address, reads=Reads.STUDY | Reads.PLAN)
    seen = await desk.look(whom, documents.view, f"{first.rpartition('.')[2]} {words}")
    assert isinstance(seen, Document)
    return seen


async def test_all_that_was_written_is_on_it(learner: Chat, course: Course, files: Documents[Sheet]) -> None:
    """In their own words: the PDF, the page and the Markdown hold every line."""
    lines = await write(learner, course)
    await learner.says("PDF로 주세요")
    assert learner.message.file == "plan.pdf"
    pdf = await files.file(learner.address, "plan.pdf")
    page = await files.file(learner.address, "plan.html")
    notes = await files.file(learner.address, "plan.md")
    assert pdf
    assert page
    assert notes
    assert pdf.name == "나만의-일-설계서-2026-11-23.pdf"
    paper = "".join("".join(Pdf(pdf.content).pages).split())
    html, markdown = page.content.decode(), notes.content.decode().replace("\\", "")
    for line in lines.values():
        assert "".join(line.split()) in paper
        assert line in html
        assert line in markdown


async def test_what_stands_where(learner: Chat, course: Course, files: Documents[Sheet], desk: Desk) -> None:
    """The first page holds what the course's table names, in its order; the ten are rows; the rest is box by box."""
    lines = await write(learner, course, PROMISE, PRICE, "07-one-customer", "01-three-strategies")
    await learner.says(f"/write {PEOPLE} 김○○, 단골\n박○○, 옆집")
    await learner.says("/call 민지")
    await learner.says("설계서 인쇄해 줘")
    document = await shown(learner, files, desk)
    assert [field.name for field in document.offer] == ["약속", "범위와 기간", "가격"]
    assert [field.text for field in document.offer] == [lines[PROMISE], "", lines[PRICE]]
    assert [field.name for field in document.before] == ["만날 한 사람", "문제 한 문장"]
    assert document.people[:3] == (Person("김○○", "단골"), Person("박○○", "옆집"), Person())
    assert [field.name for field in document.after] == ["첫 메시지", "가설", "일의 차례", "한도 세 줄", "90일 세 줄"]
    assert [box.name for box in document.boxes] == [f"{n}. {name}" for n, name in course.about.boxes.items()]
    told = {box.name[:2]: [(field.name, field.above) for field in box.fields] for box in document.boxes if box.fields}
    assert told == {
        "1.": [("가까운 길", False)],
        "3.": [("만날 한 사람", True)],
        "7.": [("약속", True), ("가격", True)],
        "10": [("열 사람", False)],
    }
    assert document.whose == "민지"


async def whole(
    chat: Chat, course: Course, database: Database, clock: Clock, *left: str
) -> tuple[list[str], dict[str, str]]:
    """A plan whose every lesson was read and every slot written but those that are left: the names of its slots in
    their order, and the lines by their parts.
    """
    await has_read(database, chat.address, course.parts, clock())
    slots = [slot for slot in course.slots if slot.holds not in {Holds.CHECKED, Holds.PEOPLE} and slot.part not in left]
    lines = {slot.part: f"줄 {n:02}번이에요." for n, slot in enumerate(slots)}
    record = await record_at(database, chat.address)
    await happened(database, record, *(Wrote(Line(slot.box, slot.part, lines[slot.part], clock())) for slot in slots))
    await chat.says("/add-person 미용실 원장님 - 예약 전화가 겹친대요")
    return [slot.name for slot in course.slots], lines


def read(made: File, form: str) -> str:
    """All that can be read of a file but the feet of its pages, without spaces."""
    pages = Pdf(made.content).pages if form == "pdf" else [made.content.decode().replace("\\", "")]
    return "".join(re.sub(r"나만의일설계서\d+/\d+$", "", "".join(page.split())) for page in pages)


def in_order(text: str, *pieces: str) -> list[str]:
    """The pieces that do not stand in a text one after the other."""
    at, missing = 0, []
    for piece in pieces:
        found = text.find("".join(piece.split()), at)
        missing += [piece] if found < 0 else []
        at = max(at, found)
    return missing


@pytest.mark.parametrize("left", [(), ("20-stop-line",), ("20-stop-line", "03-opinion-or-fact", PRICE)])
async def test_every_form_has_every_box_and_slot_in_the_same_order(
    learner: Chat, course: Course, database: Database, clock: Clock, files: Documents[Sheet], left: tuple[str, ...]
) -> None:
    """First what the first page tells, then box by box, empty ones too; each line stands once."""
    names, lines = await whole(learner, course, database, clock, *left)
    about, by_part = course.about, {slot.part: slot for slot in course.slots}
    first = [part for part in about.front if part in lines]
    boxes = [
        piece
        for number, name in about.boxes.items()
        for piece in (f"{number}. {name}", *(slot.name for slot in course.slots if f"{slot.box}" == number))
    ]
    assert set(names) <= set(boxes)
    for form in ("pdf", "html", "md", "txt"):
        made = await files.file(learner.address, f"plan.{form}")
        assert made
        text = read(made, form)
        front = [piece for part in first for piece in (by_part[part].name, lines[part])]
        assert in_order(text, *front, *boxes) == [], form
        assert [line for line in lines.values() if text.count("".join(line.split())) != 1] == [], form


async def test_a_picture_has_its_boxes_in_the_same_order(
    learner: Chat, course: Course, database: Database, clock: Clock, files: Documents[Sheet], desk: Desk
) -> None:
    """However they were picked; of the ten nobody, and each line once."""
    _, lines = await whole(learner, course, database, clock)
    await learner.says("/picture 11 10 8 7 3 1 offer")
    document = await shown(learner, files, desk)
    assert [box.name.partition(".")[0] for box in document.boxes] == ["1", "3", "7", "8", "10", "11"]
    slots = {f"{n}": [slot for slot in course.slots if f"{slot.box}" == n] for n in course.about.boxes}
    for box in document.boxes:
        names = [slot.name for slot in slots[box.name.partition(".")[0]] if slot.part in lines]
        offered = [field.name for field in document.offer]
        told = [field.name.partition(" · ")[0] for field in box.fields]  # a decision bears its day
        assert told == [name for name in names if name not in offered]


async def test_a_plan_just_begun_names_what_is_to_come(learner: Chat, course: Course, files: Documents[Sheet]) -> None:
    """No box is jumped over in any form."""
    await learner.says("/write 01-three-strategies 개인화요.")
    for form in ("pdf", "html", "md", "txt"):
        made = await files.file(learner.address, f"plan.{form}")
        assert made
        text, later = read(made, form), [f"{n}. {name}" for n, name in course.about.boxes.items()]
        assert in_order(text, *later) == [], form
        assert text.count("앞으로채울칸이에요.") == len(later) - 1, form


async def test_all_of_the_text_can_be_read_in_a_chat(
    fileless: Chat, course: Course, database: Database, clock: Clock
) -> None:
    """Message by message, nothing cut and nothing twice."""
    _, lines = await whole(fileless, course, database, clock)
    told = await fileless.says("설계서 글로 보내줘")
    while "나머지 보기" in fileless.labels:
        told += await fileless.taps("나머지 보기")
    assert [line for line in lines.values() if told.count(line) != 1] == []
    assert in_order("".join(told.split()), *(f"[{n}. {name}]" for n, name in course.about.boxes.items())) == []


async def test_the_ledger_is_on_paper_and_never_in_a_picture(
    learner: Chat, course: Course, files: Documents[Sheet], desk: Desk
) -> None:
    """What was sent, answered and promised stands in the row of each; who shares a picture shows nobody."""
    await write(learner, course, PROMISE, "27-first-message")
    await learner.says("미용실 원장님 - 예약 전화가 겹친대요 추가해 줘")
    await learner.says("1번한테 11월 20일에 보냈어요: 15분만 들려주세요")
    await learner.says("/person 1 answer 화요일에 보자고 하셨어요")
    await learner.says("/person 1 next 12월 1일")
    await learner.says("/add-person 꽃집 사장님, 김밥집 사장님")
    for form in ("pdf", "md"):
        await learner.says(f"/print {form}")
        document = await shown(learner, files, desk)
        assert document.people[:3] == (
            Person(
                "미용실 원장님",
                "예약 전화가 겹친대요",
                "보냄 11월 20일(금)\n답 받음 11월 23일(월)",
                "나: 15분만 들려주세요\n답: 화요일에 보자고 하셨어요",
                "12월 1일(화)",
            ),
            Person("꽃집 사장님"),
            Person("김밥집 사장님"),
        )
        assert document.people[3:] == (Person(),) * 7
        assert "사장님" not in f"{document.front} {document.boxes}"
    assert "사장님" not in await learner.says("글로 주세요")
    await learner.says("/picture offer 10")
    picture = await shown(learner, files, desk)
    assert picture.people == ()
    assert "원장님" not in str(picture)
    assert "사장님" not in str(picture)


async def test_each_state_has_its_own_day(learner: Chat, clock: Clock, files: Documents[Sheet], desk: Desk) -> None:
    """Sent on one day, answered or refused on another; a refusal keeps what was said."""
    await learner.says("/add-person 미용실 원장님, 꽃집 사장님, 김밥집 사장님")
    await learner.says("1번이랑 2번한테 11월 19일에 보냈어요")
    clock.forward(days=2)
    await learner.says("1번 답 왔어요: 해 보재요")
    await learner.says("/person 2 refused 2026-11-24\n바쁘대요")
    await learner.says("/person 3 refused")
    await learner.says("/print md")
    one, two, three, *_ = (await shown(learner, files, desk)).people
    assert one.state == "보냄 11월 19일(목)\n답 받음 11월 25일(수)"
    assert (two.state, two.said) == ("보냄 11월 19일(목)\n거절 11월 24일(화)", "답: 바쁘대요")
    assert (three.state, three.said) == ("거절 11월 25일(수)", "")


async def test_a_checklist_is_on_paper(learner: Chat, files: Documents[Sheet], desk: Desk) -> None:
    """With what is still open."""
    await learner.says("/checklist n")
    while learner.expects.startswith("/checklist"):
        await learner.says(f"{learner.expects}y")
    await learner.says("인쇄")
    document = await shown(learner, files, desk)
    assert any("□" in field.text for box in document.boxes for field in box.fields)


def test_the_first_page_names_lines_of_the_course(course: Course) -> None:
    """Each once, with the price among the offer and the ten among them."""
    front = course.about.front
    assert len({*front}) == len(front)
    assert {*front} <= {slot.part for slot in course.slots}
    assert {PROMISE, PRICE, PEOPLE} <= {*front}


async def test_a_picture_shows_what_was_picked_and_no_more(
    learner: Chat, course: Course, files: Documents[Sheet], desk: Desk
) -> None:
    """At first the promise and the price; boxes go in and out by a tap; people and names never."""
    lines = await write(learner, course)
    await learner.says("/call 민지")
    await learner.says("공유할래요")
    await learner.taps("그림 받기")
    picture = await shown(learner, files, desk)
    assert [field.text for field in picture.front] == [lines[PROMISE], lines[PRICE]]
    assert (picture.boxes, picture.people, picture.whose) == ((), (), "")
    await learner.taps("다시 고르기")
    await learner.taps("약속·가격 빼기")
    await learner.taps("3번 칸 넣기")
    await learner.taps("다른 칸 보기")
    await learner.taps("10번 칸 넣기")
    assert "3. 고객 한 사람" in learner.text
    assert "10. 첫 고객 10명" in learner.text
    await learner.taps("그림 받기")
    picture = await shown(learner, files, desk)
    told = [field.text for box in picture.boxes for field in box.fields]
    boxes = {slot.part: slot.box for slot in course.slots}
    assert told == [line for part, line in lines.items() if boxes[part] in {3, 10} and part != PEOPLE]
    assert (picture.offer, picture.people) == ((), ())
    drawn = await files.file(learner.address, learner.message.file)
    assert drawn
    assert drawn.content.startswith(b"\x89PNG")


async def test_every_box_can_be_picked(learner: Chat, course: Course) -> None:
    """With all twelve filled a picture can hold all, and a message never has more buttons than a messenger shows."""
    await write(learner, course)
    await learner.says("공유")
    for box in range(1, 13):
        if f"{box}번 칸 넣기" not in learner.labels:
            await learner.taps("다른 칸 보기")
        await learner.taps(f"{box}번 칸 넣기")
    await learner.taps("그림 받기")
    assert {*learner.message.file.split()[1:]} == {"offer", *(str(box) for box in range(1, 13))}
    assert len(learner.message.file) <= 64


async def test_who_asks_for_many_keeps_nobody_else_waiting(desk: Desk, database: Database, clock: Clock) -> None:
    """One learner's files are made one after another; another's is made in between."""
    order: list[str] = []

    def draw(address: str, form: str) -> File:
        order.append(address)
        return File(form, form, b"")

    made = Documents(desk, database, clock, lambda turn: turn.address.id, draw)
    for id_ in ("7", "8"):
        await Chat(desk, clock, Address("telegram", id_)).says("시작")
    flood = [made.file(Address("telegram", "7"), "plan.pdf") for _ in range(20)]
    await asyncio.gather(*flood, made.file(Address("telegram", "8"), "plan.pdf"))
    assert order.count("7") == 20
    assert order.index("8") < 3


async def test_nothing_written_yet(learner: Chat) -> None:
    """There is a sheet to fill by hand, and nothing to share."""
    assert "손으로 채울" in await learner.says("인쇄")
    assert learner.message.file == "plan.pdf"
    assert "적은 줄이 아직 없어요" in await learner.says("공유")
    assert learner.message.file == ""
    assert "적은 줄이 아직 없어요" in await learner.says("글로 주세요")


async def test_as_text_in_the_chat(learner: Chat, course: Course) -> None:
    """What stands on the first page, but nobody's name; however long, it is a message."""
    await write(learner, course, PROMISE, PEOPLE)
    assert "[약속]\n0번째로 적은 줄이에요." in await learner.says("설계서 글로 보내줘")
    assert "1번째로" not in learner.text
    for slot in course.slots:
        await learner.says(f"/write {slot.part} {'긴 줄이에요. ' * 36}")
    await learner.says("글로 주세요")
    assert len(learner.message.bubbles) == MOST_BUBBLES


async def test_an_open_question_stays_open_under_a_file(learner: Chat, course: Course) -> None:
    """Whoever asks for paper amid a question is asked it again."""
    await write(learner, course, PROMISE)
    await learner.says("가격 고칠래")
    await learner.says("PDF로 주세요")
    assert learner.message.file == "plan.pdf"
    assert learner.expects == f"/write {PRICE}"


async def test_a_link_works_once(learner: Chat, course: Course, files: Documents[Sheet]) -> None:
    """And looking where it leads does not use it up."""
    await write(learner, course, PROMISE)
    link = await files.link(learner.address, "plan.pdf")
    assert link.startswith(f"{URL}/plan/")
    token = link.rpartition("/")[2]
    assert [await files.leads_to(token) for _ in range(3)] == ["plan.pdf"] * 3
    file = await files.fetch(token)
    assert file
    assert file.kind == "application/pdf"
    assert await files.leads_to(token) == ""
    assert await files.fetch(token) is None


async def test_what_is_asked_for_with_a_key_is_made_once(
    learner: Chat, course: Course, files: Documents[Sheet], desk: Desk, database: Database, clock: Clock
) -> None:
    """At whichever process of ours, and of many who ask at once by one of them; another key is another time. A stranger
    has used it up as well.
    """
    await write(learner, course, PROMISE)
    beside = Desk(database, desk.conversation, clock, Metrics())
    others = Documents(beside, database, clock, documents.view, documents.draw, URL)
    asked = [made.file(learner.address, "plan.html", "a") for made in (files, others, files, others)]
    came = await asyncio.gather(*asked, return_exceptions=True)
    assert sorted(type(one).__name__ for one in came) == ["File", *["Repeated"] * 3]
    for made in (files, others):
        with pytest.raises(Repeated):
            await made.file(learner.address, "plan.html", "a")
    assert await others.file(learner.address, "plan.html", "b")
    assert await files.file(learner.address, "plan.html")
    assert await files.file(learner.address, "plan.html")
    nobody = Address("telegram", "nobody")
    assert await files.file(nobody, "plan.html", "c") is None
    with pytest.raises(Repeated):
        await others.file(nobody, "plan.html", "c")
    await beside.close()


async def test_a_link_is_over_after_ten_minutes(learner: Chat, files: Documents[Sheet], clock: Clock) -> None:
    """To the second."""
    token = (await files.link(learner.address, "plan.pdf")).rpartition("/")[2]
    clock.now += HOLDS - timedelta(seconds=1)
    assert await files.leads_to(token) == "plan.pdf"
    clock.now += timedelta(seconds=1)
    assert await files.leads_to(token) == ""
    assert await files.fetch(token) is None


async def test_a_newer_link_voids_the_older(learner: Chat, files: Documents[Sheet]) -> None:
    """One a learner; whoever found an old one in a chat has nothing."""
    tokens = [(await files.link(learner.address, "plan.pdf")).rpartition("/")[2] for _ in range(3)]
    assert len({*tokens}) == 3
    assert [bool(await files.leads_to(token)) for token in tokens] == [False, False, True]


async def test_a_guessed_link_leads_nowhere(
    learner: Chat, files: Documents[Sheet], database: Database, clock: Clock
) -> None:
    """128 bits; of a link only its digest is kept, and what is kept opens nothing."""
    token = (await files.link(learner.address, "plan.pdf")).rpartition("/")[2]
    assert len(token) == 22
    record = await record_at(database, learner.address, clock.now)
    assert token not in str(record)
    for guess in ("", token[:-1], token.swapcase(), "A" * 22, "' OR 1=1 --", "\udcff", learner.address.id):
        assert await files.fetch(guess) is None
    assert await files.leads_to(token) == "plan.pdf"


async def test_a_link_ends_with_its_learner(learner: Chat, files: Documents[Sheet]) -> None:
    """Whoever is erased leaves nothing to open, and a stranger gets no link."""
    token = (await files.link(learner.address, "plan.pdf")).rpartition("/")[2]
    await learner.says("/forget")
    await learner.says("/forget yes")
    assert await files.fetch(token) is None
    assert await files.link(Address("kakao", "nobody"), "plan.pdf") == ""
    assert await files.file(Address("kakao", "nobody"), "plan.pdf") is None


async def test_a_link_shows_the_plan_as_it_is_when_opened(
    learner: Chat, course: Course, files: Documents[Sheet]
) -> None:
    """What was erased meanwhile is not on it."""
    await write(learner, course, PROMISE)
    token = (await files.link(learner.address, "plan.pdf")).rpartition("/")[2]
    await learner.says(f"/erase {PROMISE} yes")
    page = await files.fetch(token, "html")
    assert page
    assert "0번째로" not in page.content.decode()


async def test_kakao_gives_a_link_or_the_text(
    learner: Chat, course: Course, files: Documents[Sheet], desk: Desk, say: Texts, database: Database, clock: Clock
) -> None:
    """A link in a bubble of its own, which is never kept; without an address of ours the first page as text."""
    await write(learner, course)
    asked = Said(learner.address, "설계서 인쇄해 줘")
    clock.forward(seconds=20)
    message = await with_links(desk.respond, say, files)(asked)
    assert f"{URL}/plan/" in message.bubbles[-1]
    kept = await record_at(database, learner.address, clock.now)
    assert kept.learner.screen
    assert URL not in str(kept.learner.screen)
    clock.forward(seconds=20)
    nowhere = Documents(desk, database, clock, documents.view, documents.draw)
    message = await with_links(desk.respond, say, nowhere)(asked)
    assert "파일을 보낼 수 없어서" in message.bubbles[0]
    assert "[약속]" in "".join(message.bubbles)
    assert len(message.bubbles) <= MOST_BUBBLES


async def test_kakao_clips_the_longest_text(say: Texts) -> None:
    """Whatever is on it, the answer is one that KakaoTalk takes."""

    class Long:
        async def file(self, address: Address, name: str) -> File:
            return File("plan.txt", "text/plain", "\n\n".join(["가나다. " * 150] * 9).encode())

        async def link(self, address: Address, name: str) -> str:
            return ""

    async def respond(said: Said) -> Message:
        return Message(("하나", "둘", "셋"), file="plan.pdf")

    message = await with_links(respond, say, Long())(Said(Address("kakao", "1"), "인쇄"))  # type: ignore[arg-type]
    assert len(message.bubbles) == MOST_BUBBLES
    assert max(map(len, message.bubbles)) <= LONGEST_BUBBLE


@pytest.fixture
async def fileless(database: Database, course: Course, say: Texts, clock: Clock) -> AsyncIterator[Chat]:
    """Somebody in KakaoTalk, whose server has no address of its own."""
    language = Conversation(course, say, LANGUAGE, COMMANDS, remind, (), {"telegram"}, {"kakao"})
    desk = Desk(database, language, clock, Metrics())
    chat = Chat(desk, clock, Address("kakao", "k1"))
    await chat.says("시작")
    yield chat
    await desk.close()


async def test_only_what_works_there_is_offered(fileless: Chat) -> None:
    """No button leads to a file where none can be handed over; whatever is asked for comes as text."""
    await fileless.says(f"/write {PROMISE} 셔츠 다섯 장을 금요일까지 다려 드려요.")
    files = ("PDF로 받기", "마크다운 받기", "공유할 그림", "그림 받기")
    for words in (
        "계획",
        "인쇄",
        "공유",
        "마크다운으로 줘",
        "PDF로 받기",
        "그림으로 줘",
        "글로 받기",
        "/picture offer",
    ):
        await fileless.says(words)
        assert not fileless.message.file
        assert not {*files} & {*fileless.labels}
        if words != "계획":
            assert "셔츠 다섯 장" in fileless.text
    await fileless.says("계획")
    assert "셔츠 다섯 장" in await fileless.taps("글로 받기")


async def test_what_was_done_is_on_paper(learner: Chat, files: Documents[Sheet], desk: Desk) -> None:
    """Acts, not scores: days, parts, people and what was found out. Before the first part there are none."""
    await learner.says("/write 16-one-line-promise 셔츠 다섯 장을 금요일까지 다려 드려요.")
    await learner.says("인쇄")
    assert (await shown(learner, files, desk)).acts == ()
    await finish_lesson(learner)
    await learner.says("/add-person 꽃집 사장님 - 물일")
    await learner.says("꽃집 사장님한테 보냈어요")
    await learner.says("/decide stop 접을래요")
    await learner.says("인쇄")
    days, people, tried = (await shown(learner, files, desk)).acts
    assert days == "함께한 날 1일, 레슨 1개와 만들기 0개를 마쳤어요."
    assert people == "1명에게 말을 걸었고, 0명의 답을 들었어요."
    assert "만큼 값진 결과" in tried
    assert (await shown(learner, files, desk)).people[0].state == "보냄 11월 23일(월)"
    await learner.says("/picture offer")
    assert (await shown(learner, files, desk)).acts == ()


@pytest.mark.parametrize(
    ("job", "shown"),
    [
        ("네일샵 해요", "네일샵"),
        ("피아노 조율 다녀요", "피아노 조율"),
        ("카페를 운영해요", "카페"),
        ("버스 몰아요", "버스 모는 일"),
        ("빵 굽고 있어요", "빵 굽는 일"),
        ("유치원에서 아이들 가르칩니다", "유치원에서 아이들 가르치는 일"),
        ("농사지어요", "농사짓는 일"),
        ("저는 간호사예요", "간호사"),
        ("택시 모는 사람이에요", "택시 모는 사람"),
        ("어르신 모시고 다녀요", "어르신 모시고 다니는 일"),
        ("식당 차렸어요", "식당 차렸어요"),
        ("쉬고 있어요", "쉬고 있어요"),
        ("택시 몬 지 20년 됐어요", "택시 몬 지 20년 됐어요"),
    ],
)
def test_whose_it_is_stands_as_a_noun(job: str, shown: str) -> None:
    """A heading is no answer to a question; what was, or is told without a verb of working, stays as it was said."""
    assert on_paper(job) == shown


async def test_a_link_is_the_printed_plan(learner: Chat, course: Course) -> None:
    await write(learner, course, PROMISE)
    await learner.types("설계서 링크 줘")
    assert learner.message.file == "plan.pdf"


async def test_the_first_page_as_text(fileless: Chat) -> None:
    """Where no file can be handed over the text says what it is, and has the ten people; what is shared has none."""
    await fileless.says(f"/write {PROMISE} 셔츠 다섯 장을 금요일까지 다려 드려요.")
    await fileless.says("/add-person")
    await fileless.says("금요일 셔츠 손님 - 다림질을 물으셨어요")
    told = await fileless.says("설계서 인쇄해 줘")
    assert "첫 장을 글로" in told
    assert "1. 금요일 셔츠 손님 · 다림질을 물으셨어요" in told
    assert "금요일 셔츠 손님" not in await fileless.says("그림으로 공유")
    assert "금요일 셔츠 손님" not in await fileless.says("글로 받기")


async def test_no_slot_stands_on_paper_before_it_was_taught(learner: Chat, files: Documents[Sheet], desk: Desk) -> None:
    """Behind the first page only what is written, or waits since its lesson, has a place."""
    await learner.says("/write 01-three-strategies 개인화요.")
    await learner.says("PDF로 주세요")
    boxes = (await shown(learner, files, desk)).boxes
    assert [field.name for box in boxes for field in box.fields] == ["가까운 길"]
