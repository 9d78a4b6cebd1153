"""Law cards: asked for in people's own words, led to by lessons, dated, and each with an office and a number."""

import re
from datetime import date

import pytest

from bot.course.laws import best_named
from bot.course.model import Course
from bot.korean.register import banned, is_polite, sentences
from bot.message import LONGEST_LABEL
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

ASKED = {
    "사업자등록 해야 해요?": "20일 안에",
    "사업자 없이 팔아도 되나요": "20일 안에",
    "통신판매 신고 해야 돼요?": "50번",
    "통신판매업 신고 필요한가요": "50번",
    "간이과세가 뭐예요": "1억 400만 원",
    "간이과세자로 해야 하나요?": "1억 400만 원",
    "3.3% 떼는 거 뭐예요": "미리 낸 세금",
    "현금영수증 꼭 끊어야 해요?": "10만 원",
    "집에서 반찬 만들어 팔아도 돼요?": "집 부엌",
    "허가 받아야 하는 일인가요?": "시·군·구청",
    "실업급여 받는데 해도 돼요?": "고용센터",
    "손님이 환불해 달래요 꼭 해야 해요?": "7일 안에",
    "AI 그림 팔아도 돼요?": "닮은 작품",
    "AI로 만들었다고 써야 돼요?": "이용자예요",
    "광고 문자 보내도 돼요?": "받겠다고 한 사람",
    "회사 고객한테 연락해도 돼요?": "회사의 정보",
    "손님 연락처 저장해도 돼요?": "동의 없이",
    "체험단 후기도 밝혀야 해요?": "첫머리",
    "공무원인데 부업 되나요?": "소속 기관장의 허가",
    "교사인데 겸직 돼요?": "과외",
    "반찬 만들어서 팔고 싶은데 괜찮을까요?": "집 부엌",
    "AI로 그린 그림 저작권 있어요?": "닮은 작품",
    "회사에서 알던 고객 명단 써도 되나요": "회사의 정보",
}
SEVERAL = {
    "세금은요?": ["사업자등록", "간이과세", "3.3%와 5월 신고"],
    "얼마부터 세금 내요?": ["사업자등록", "간이과세", "3.3%와 5월 신고"],
}
NO_QUESTIONS = [
    "세금은 126에 물어봐요",
    "사업자등록을 한 이웃 세 명이에요",
    "손님이 현금영수증을 달라고 했어요",
    "간이과세로 시작해서 한 달 10만 원까지 써요",
]


@one_database
@pytest.mark.parametrize("asked", ASKED)
async def test_it_is_asked_for_in_ones_own_words(learner: Chat, asked: str) -> None:
    """One card, with whom to ask and the day on which it was looked up."""
    text = await learner.types(asked)
    assert ASKED[asked] in text
    assert "물어볼 곳:" in text
    assert "2026년 11월" in text


@one_database
@pytest.mark.parametrize("asked", SEVERAL)
async def test_what_several_cards_tell_of_is_chosen(learner: Chat, asked: str) -> None:
    await learner.types(asked)
    assert learner.labels[: len(SEVERAL[asked])] == SEVERAL[asked]
    assert "낼 부가가치세는 없어도" in await learner.taps("간이과세")


@one_database
@pytest.mark.parametrize(
    ("trade", "there"),
    [("teacher", ["학교 선생님의 겸직"]), ("office", ["회사원의 겸업", "공무원의 겸직", "공공기관 직원 겸직"])],
)
async def test_a_side_job_is_another_for_each_trade(chat: Chat, trade: str, there: list[str]) -> None:
    """겸직 돼요? brings the card of the trade, or its cards to choose from."""
    for words in ("시작", f"/trade {trade}", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    text = await chat.types("겸직 돼요?")
    assert [name for name in there if name not in text] == []
    assert [name for name in ("공무원의 겸직", "학교 선생님의 겸직") if name not in there and name in text] == []


@one_database
async def test_all_of_them_can_be_paged_through(learner: Chat, course: Course) -> None:
    """One's own trade's first, each once, and after the last page the first again."""
    text = await learner.types("법 카드")
    first, shown = text, []
    assert "학교 선생님의 겸직 · 110" in text
    while True:
        shown += re.findall(r"^(.+?) · \d+$", text, re.MULTILINE)
        text = await learner.taps("카드 더 보기")
        if text == first:
            break
    assert sorted(shown) == sorted(card.name for card in course.about.laws.values())


@one_database
@pytest.mark.parametrize("open_", ["/ask strategy-map", "/line 01-three-strategies"])
async def test_what_is_open_stays_open(learner: Chat, open_: str) -> None:
    await learner.says(open_)
    asked = learner.expects
    assert "20일 안에" in await learner.types("사업자등록 해야 해요?")
    assert learner.expects == asked


@one_database
@pytest.mark.parametrize("line", NO_QUESTIONS)
async def test_a_line_that_names_it_is_a_line(learner: Chat, database: Database, line: str) -> None:
    """What tells of one's own work asks nothing."""
    await learner.says("/line 01-three-strategies")
    await learner.types(line)
    assert [one.text for one in (await record_at(database, learner.address)).written] == [line]


@one_database
@pytest.mark.parametrize("asked", ["법적으로 문제 없어요?", "이거 불법 아니에요?", "무슨 법을 봐야 하나요?"])
async def test_the_law_as_a_whole_brings_all_of_them(learner: Chat, asked: str) -> None:
    assert "돈을 받기 전에 한 번 볼 규칙" in await learner.types(asked)


@one_database
@pytest.mark.parametrize(
    "asked",
    ["공무원도 배울 수 있어요?", "개인정보 어떻게 관리해요?", "환불 돼요?", "이거 광고예요?", "수신 동의가 뭐예요?"],
)
async def test_what_is_asked_of_us_is_answered_by_us(learner: Chat, asked: str) -> None:
    """The course itself takes no money and sends no adverts; and a term of a lesson is a term."""
    assert "물어볼 곳:" not in await learner.types(asked)


@one_database
async def test_small_talk_about_side_jobs_leads_to_them(learner: Chat) -> None:
    assert "배우기만 하는 것은 괜찮아요" in await learner.types("회사 다니면서 해도 돼요?")
    assert "학교 선생님의 겸직" in learner.labels


@pytest.mark.parametrize("number", [2, 4, 7, 24, 25, 26, 27])
@pytest.mark.parametrize("trade", ["office", "teacher", "shop", "seeker"])
@one_database
async def test_the_lessons_lead_to_them(chat: Chat, course: Course, number: int, trade: str) -> None:
    """By a button under the opening, to a card that belongs there."""
    for words in ("시작", f"/trade {trade}", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    lesson = course.lessons[number - 1].name
    await chat.says(f"/lesson {lesson}")
    text = await chat.taps("법 카드")
    assert [card.name for card in course.about.laws.values() if lesson in card.lessons and card.name in text]


@one_database
@pytest.mark.parametrize(
    ("job", "number", "there"),
    [
        ("공무원", 18, "공무원이라면 값은 셈해 보기만 해요"),
        ("지방공무원이에요", 27, "공무원이라면 파는 말 없이"),
        ("소방관", 26, "공무원이라면 민원과 업무로"),
        ("초등학교 교사", 17, "학교 선생님이라면 여는 수업 대신"),
        ("중학교 국어 선생님", 2, "학교 선생님이라면 학생을 돈 받고"),
        ("회사원", 18, ""),
        ("요가 강사", 17, ""),
        ("공무원 준비생", 18, ""),
        ("보육교사", 17, ""),
    ],
)
async def test_who_may_not_do_as_the_example_is_told_so(
    chat: Chat, course: Course, job: str, number: int, there: str
) -> None:
    """By their own word for their work, under the example of their trade; nobody else reads it."""
    for words in ("시작", f"/trade {job}", "/hour weekdays 08:00", "/intend 1"):
        await chat.says(words)
    example = (await chat.says(f"/lesson {course.lessons[number - 1].name}")) and chat.message.bubbles[-1]
    assert there in example
    assert ("공무원이라면" in example or "학교 선생님이라면" in example) is bool(there)


def test_every_card_is_whole(course: Course) -> None:
    """A label that fits, a short polite rule, an office, a number, a law, and words that are nobody else's alone."""
    about = course.about
    for name, card in about.laws.items():
        assert 0 < len(card.name) <= LONGEST_LABEL, name
        assert len(card.rule) <= 140, name
        assert all(is_polite(sentence) for sentence, _ in sentences(card.rule)), name
        assert not [*banned(card.rule)], name
        assert re.fullmatch(r"\d{3,4}", card.telephone), name
        assert card.office, name
        assert card.law, name
        assert card.checked >= date(2026, 11, 28), name
        assert not {*card.trades} - {*about.trades}, name
        assert card.lessons, name
        assert not {*card.lessons} - {part.name for part in course.parts}, name
        assert all(len(word) > 1 for word in card.words), name


def test_the_card_that_is_named_most_fully_is_meant(course: Course) -> None:
    laws = course.about.laws
    assert best_named(laws, "공무원인데부업되나요", "office") == ["civil-servant"]
    assert best_named(laws, "겸직되나요", "shop") == ["employee", "civil-servant", "school-teacher", "public-body"]
    assert best_named(laws, "오늘날씨어때요", "shop") == []
