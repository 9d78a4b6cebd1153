"""What is no promise, no amount, no decision and nobody is asked about with an example before it is kept."""

import pytest

from bot.course.model import Course
from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import has_read, record_at

CHECK = "week-1-check"
NAMES = ["개인화", "가설", "손님들", "프롬프트", "나의 강점", "더 열심히", "나만의 일"]
SLOTS = {  # what holds nothing of what its slot asks for, and what does
    "18-price-and-no": ("금액", ["5만 원", "한 번에 3만 5천원 (시험)", "오만원", "50000"]),
    "20-stop-line": ("숫자와 날짜", ["12월 20일까지 세 명, 없으면 접어요", "세 명이 산다", "다음 주 금요일까지"]),
    "26-ten-names": ("말을 걸 분", ["미용실 원장님", "이웃 ㅂ - 공지", "앞집, 매일 인사해요", "손님 ㄱ\n손님 ㄴ"]),
    "29-go-on-change-stop": ("계속, 바꿈, 그만", ["계속 갈래요", "그만둘래요", "12월 20일에 다시 볼래요"]),
}
PROMISES = """
월요일에 전화하기|커피를 내리면, 한 줄을 읽는다|출근하면 레슨을 열어요|자기 전에 읽기|하루 10분 읽기|운동하기
가게 문 닫고 두 분께 전화할게요|매일 한 줄 쓰기|토요일 오전에 공방 주인 만나기|점심 먹고 나서|퇴근길에|지하철에서 레슨
수요일마다 손님 한 분께 여쭤보기|점심에 답장 두 개|월요일 아침 9시에 견적서 초안을 AI에게 맡긴다|문자 보내기|출근길
"""
NO_PROMISES = "개인화|융합|가설|커피|운동|손님|세 명|5만 원|월요일|더 열심히|고객 한 사람|나만의 일|이야기|최선을 다해"


async def held(chat: Chat, database: Database) -> list[str]:
    """What stands in the plan and among the ten."""
    record = await record_at(database, chat.address)
    return [line.text for line in record.lines()] + [one.alias for one in record.people()]


@pytest.fixture
async def promising(learner: Chat, course: Course, database: Database, clock: Clock) -> Chat:
    """Somebody who is asked for next week's promise."""
    names = [part.name for part in course.parts]
    await has_read(database, learner.address, course.parts[: names.index(CHECK)], clock())
    clock.forward(days=1)
    await learner.says("오늘")
    for _ in range(60):
        if learner.expects == f"/promise {CHECK}":
            break
        line = learner.expects.startswith("/write")
        skips = "모르겠어요" if learner.expects.startswith("/answer") else "다음"
        await learner.types("상표를 밤에 그릴 수 있어서 이 일을 골랐어요." if line else skips)
    assert learner.expects == f"/promise {CHECK}"
    return learner


@pytest.mark.parametrize("part", SLOTS)
async def test_a_name_is_no_line_where_something_can_be_checked(learner: Chat, database: Database, part: str) -> None:
    """An example is given, nothing is kept, and the slot takes the next words."""
    told, _ = SLOTS[part]
    for words in NAMES:
        await learner.says(f"/line {part}")
        said = await learner.types(words)
        assert (told in said, "처럼 적어 주세요" in said) == (True, True), words
        assert learner.expects == f"/write {part}"
    assert await held(learner, database) == []


@pytest.mark.parametrize(("part", "words"), [(part, words) for part, (_, good) in SLOTS.items() for words in good])
async def test_what_names_it_is_kept_at_once(learner: Chat, database: Database, part: str, words: str) -> None:
    """After a name that was asked about as well."""
    await learner.says(f"/line {part}")
    await learner.types("개인화")
    await learner.types(words)
    assert "적을까요" not in learner.text
    assert await held(learner, database) != []


@pytest.mark.parametrize("agrees", ["[적기]", "네", "적어 줘", "개인화"])
async def test_who_means_it_may_write_it(learner: Chat, database: Database, agrees: str) -> None:
    """By a tap, in so many words, or by saying it once more."""
    await learner.says("/line 18-price-and-no")
    await learner.types("개인화")
    await (learner.taps("적기") if agrees.startswith("[") else learner.types(agrees))
    assert await held(learner, database) == ["개인화"]


async def test_a_sentence_may_be_completed_later(learner: Chat, database: Database) -> None:
    """It is kept, with what it still lacks."""
    await learner.says("/line 18-price-and-no")
    assert "금액이 보이면" in await learner.types("재료비에 시간을 더해 보려고요")
    assert await held(learner, database) == ["재료비에 시간을 더해 보려고요"]


@pytest.mark.parametrize("words", NO_PROMISES.split("|"))
async def test_what_is_no_promise_is_asked_about(promising: Chat, database: Database, words: str) -> None:
    """Neither a moment nor an act: the reminders would quote it for a week."""
    before = (await record_at(database, promising.address)).learner.intention
    assert "‘커피를 내리면, 한 줄을 읽는다’처럼" in await promising.types(words)
    assert promising.expects == f"/promise {CHECK}"
    assert (await record_at(database, promising.address)).learner.intention == before
    await promising.types("출근하면 레슨을 열어요")
    assert (await record_at(database, promising.address)).learner.intention == "출근하면 레슨을 열어요"


@pytest.mark.parametrize("words", [words for line in PROMISES.split("\n") if line for words in line.split("|")])
async def test_a_promise_is_taken(promising: Chat, database: Database, words: str) -> None:
    """A moment, an act, or both, in any ending."""
    await promising.types(words)
    assert (await record_at(database, promising.address)).learner.intention == words


@pytest.mark.parametrize(
    "words",
    ["약속이 뭐예요?", "고마워요", "오늘 너무 바빴어요", "날씨가 좋네요", "ㅋㅋㅋ", "생각 중이에요", "열심히 할게요"],
)
async def test_what_is_said_to_us_is_no_promise(promising: Chat, database: Database, words: str) -> None:
    """A question, chat, and what promises nothing in particular: it stays open."""
    before = (await record_at(database, promising.address)).learner.intention
    await promising.types(words)
    assert promising.expects == f"/promise {CHECK}"
    assert (await record_at(database, promising.address)).learner.intention == before


@pytest.mark.parametrize(("words", "kept"), [("네", True), ("[적기]", True), ("아니요", False), ("안 적을래요", False)])
async def test_a_word_may_be_a_promise_to_who_means_it(
    promising: Chat, database: Database, *, words: str, kept: bool
) -> None:
    """Agreed to it is one; refused, another may be made."""
    await promising.types("개인화")
    await (promising.taps("적기") if words.startswith("[") else promising.types(words))
    assert ((await record_at(database, promising.address)).learner.intention == "개인화") is kept
    assert (promising.expects == f"/promise {CHECK}") is not kept


@pytest.mark.parametrize("words", ["약속 안 할래요", "나중에 할게요", "건너뛰기"])
async def test_a_promise_may_be_left_out(promising: Chat, database: Database, words: str) -> None:
    """The one before holds on, and the day ends."""
    before = (await record_at(database, promising.address)).learner.intention
    assert "오늘은 여기까지" in await promising.types(words)
    assert (await record_at(database, promising.address)).learner.intention == before


async def test_nobody_is_added_by_a_word_that_names_nobody(learner: Chat, database: Database) -> None:
    """It is asked about, waits, and gives way to whoever is named next."""
    await learner.says("/add-person")
    assert "이분을 ‘열 사람’에 적을까요" in await learner.types("개인화")
    assert await held(learner, database) == []
    await learner.types("미용실 원장님 - 예약 전화가 겹친대요")
    assert await held(learner, database) == ["미용실 원장님"]
    await learner.says("/add-person")
    await learner.types("앞집")
    await learner.types("네")
    assert await held(learner, database) == ["미용실 원장님", "앞집"]
