"""수료증 줘: a sheet of what was done with its days, no scores and no line of theirs, wherever it is asked for."""

import pytest

from bot.course.model import Course
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.message import Address
from bot.plan.documents import Sheet
from bot.store import Database
from handlers import documents
from tests.conftest import Chat, Clock
from tests.pdf_text import Pdf
from tests.records import has_read
from tests.test_documents_in_chats import URL, write
from tests.test_documents_in_chats import fileless as fileless  # noqa: PLC0414 - pytest finds a fixture by its name here

HONEST = "점수나 자격을 증명하지 않아요"


@pytest.fixture
def files(desk: Desk, database: Database, clock: Clock) -> Documents[Sheet]:
    return Documents(desk, database, clock, documents.view, documents.draw, URL)


async def paper(files: Documents[Sheet], address: Address) -> str:
    """All that can be read on the sheet, without spaces."""
    made = await files.file(address, "plan.pdf acts")
    assert made
    assert made.name.startswith("나만의-일-해낸-일-")
    pages = Pdf(made.content).pages
    assert len(pages) == 1
    return "".join(pages[0].replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "words",
    ["수료증 줘", "수료증 주세요", "이수증 발급해 줘", "수료증 pdf로 뽑아 주세요", "수료증 받고 싶어요", "수료증"],
)
async def test_whoever_wants_one_has_the_sheet_at_once(
    learner: Chat, course: Course, database: Database, clock: Clock, words: str
) -> None:
    """With the truth first: it proves no score; on paper by a button."""
    await has_read(database, learner.address, course.parts[:7], clock())
    assert "수료증이나 자격증은 없어요. 대신 해낸 일을 적은 한 장" in await learner.says(words)
    assert learner.message.file == "plan.png acts"
    await learner.taps("PDF로 받기")
    assert learner.message.file == "plan.pdf acts"


@pytest.mark.parametrize("words", ["수료증 나와요?", "다 하면 자격증 나와요?", "자격증도 줘요?"])
async def test_a_question_has_its_answer_and_the_way(
    learner: Chat, course: Course, database: Database, clock: Clock, words: str
) -> None:
    await has_read(database, learner.address, course.parts[:7], clock())
    assert "수료증이나 자격증은 없어요" in await learner.says(words)
    assert learner.message.file == ""
    await learner.taps("해낸 일 한 장")
    assert learner.message.file == "plan.png acts"


async def test_before_anything_is_done_it_says_what_there_will_be(learner: Chat) -> None:
    assert "레슨 하나를 마치면" in await learner.says("수료증 줘")
    assert learner.message.file == ""


async def test_it_tells_acts_and_days(
    learner: Chat, course: Course, database: Database, clock: Clock, files: Documents[Sheet]
) -> None:
    """Whose it is, from when until when, units that are over; one that is begun is none yet."""
    await has_read(database, learner.address, course.parts[:9], clock())
    await learner.says("/call 민지")
    await learner.says("/add-person 미용실 원장님 - 예약 전화가 겹친대요")
    await learner.says("1번한테 보냈어요")
    text = await paper(files, learner.address)
    for told in ("민지", "2026년11월23일에시작해서", "1단원‘찾는사람에서만드는사람으로’", "1명에게말을걸었고", HONEST):
        assert told.replace(" ", "") in text
    assert "2단원" not in text


async def test_nothing_that_was_written_stands_on_it(
    learner: Chat, course: Course, database: Database, clock: Clock, files: Documents[Sheet]
) -> None:
    """No line and nobody of the ten: it can be shown to whom it may concern."""
    await has_read(database, learner.address, course.parts, clock())
    lines = await write(learner, course)
    await learner.says("/add-person 미용실 원장님 - 예약 전화가 겹친대요")
    text = await paper(files, learner.address)
    assert [line for line in (*lines.values(), "미용실", "원장님") if "".join(line.split()) in text] == []
    assert "설계서12칸가운데12칸" in text


async def test_its_link_gives_the_sheet_in_every_form(
    learner: Chat, course: Course, database: Database, clock: Clock, files: Documents[Sheet]
) -> None:
    """As a page it is the same sheet, and not the plan."""
    await has_read(database, learner.address, course.parts[:7], clock())
    await write(learner, course)
    link = await files.link(learner.address, "plan.pdf acts")
    page = await files.fetch(link.rpartition("/")[2], "html")
    assert page
    assert "해낸 일" in page.content.decode()
    assert "번째로 적은 줄" not in page.content.decode()


async def test_where_no_file_can_be_handed_over_it_is_told(
    fileless: Chat, course: Course, database: Database, clock: Clock
) -> None:
    await has_read(database, fileless.address, course.parts[:7], clock())
    told = await fileless.says("수료증 줘")
    assert "1단원" in told
    assert HONEST in told
    assert fileless.message.file == ""
