"""「나만의 일 설계서」: every line has its slot, is shown whole, and can be rewritten, emptied, erased and found."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.course.holds import ADDED, TEN, Holds, fits
from bot.course.model import Course
from bot.korean.quantities import minutes, won
from bot.plan import FIRST_WEEK, LONGEST_LINE, LONGEST_LIST, Written, boxes, boxes_written
from bot.plan.mix import field_of, pairs
from bot.record.learner import FOLLOW_UPS
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

TODAY = date(2026, 11, 29)
PRICE = "18-price-and-no"


@pytest.mark.parametrize(
    ("holds", "yes", "no"),
    [
        (
            Holds.AMOUNT,
            (
                "3만 원|35,000원|삼만 오천 원|₩9,900|무료|5만|1.5만원|회당 2만5천원|시간당 15,000|35,000|월 9,900원이요"
                "|10만|천원|시간당 이만원|이만 오천 원|20불|３만 원|십이만|인당 칠만|한 장에 이천오백"
                "|15$|비싸지 않게. 35000"
            ),
            (
                "아직 모르겠어요|5만 명|1원칙|원래 10명|회원 30명|3번 해요|20% 할인|병원 2곳|학원 원장님 3명"
                "|만원 버스 타고|서울 5만 구독자|비싸지 않게|1,000명|1,000 팔로워|오천 명|이천에서|만나요|천안|이십"
            ),
        ),
        (
            Holds.GOAL,
            (
                "12월 20일까지 5명 중 3명이 돈을 낸다|이번 달 안에 3명|다음 주 금요일까지 두 명|1월 말까지 10만원"
                "|연말까지 5명|2주 안에 두 명|3월까지 열 명|20일까지 두 팀|열흘 안에 세 집|말일까지 두 명"
                "|석 달 안에 다섯 명"
            ),
            "세 명이 산다|다음 주까지 해 본다|많이 팔린다|12월 20일까지 많이|언젠가 두 명",
        ),
        (
            Holds.HYPOTHESIS,
            (
                "12월 20일까지 세 명. 없으면 접어요|말일까지 두 분, 두 분이 안 되면 값을 바꿔요"
                "|월말까지 다섯 중 둘, 안 되면 값을 반으로"
                "|크리스마스 전에 두 명 안 사면 접음|12/20까지 2명 예약, 그 밑이면 중단"
                "|2주 동안 전단 30장, 전화 세 통 안 오면 바꿔요"
                "|이번 달 안에 절반, 미달이면 다른 문제로"
            ),
            "12월 20일까지 세 명|세 명. 없으면 접어요|12월 20일까지, 없으면 접어요",
        ),
        (Holds.DECISION, "그만이에요|계속|바꿈: 요일만|20일에 다시 볼게요", "아직 모르겠어요|손님이 많아요"),
        (Holds.CHECKED, "☑ 개인정보  – AI 표시", "☑ 개인정보  □ AI 표시|"),
        (Holds.WORDS, "금요일 셔츠 손님|3", " |"),
    ],
)
def test_what_a_slot_has_to_name(holds: Holds, yes: str, no: str) -> None:
    """A price is an amount, a hypothesis has a number and a date."""
    assert [said for said in yes.split("|") if not fits(holds, said, TODAY)] == []
    assert [said for said in no.split("|") if fits(holds, said, TODAY)] == []


@pytest.mark.parametrize("between", ["\n", ", ", " / ", "; ", "、"])
def test_ten_are_ten(between: str) -> None:
    """TEN: in any usual shape of a list, numbered or not; nine are nine."""
    names = [f"{n}. 손님 {chr(0xAC00 + n)}" for n in range(1, TEN + 1)]
    assert fits(Holds.PEOPLE, between.join(names), TODAY)
    assert fits(Holds.PEOPLE, " ".join(names), TODAY)
    assert not fits(Holds.PEOPLE, between.join(names[1:]), TODAY)


def test_every_part_has_a_slot_of_its_own(course: Course) -> None:
    """And a box is done by what its lessons and making ask for; a check's line is welcome, and never missing."""
    assert len({slot.name for slot in course.slots}) == len(course.slots) == len(course.parts) + 1
    lines = {slot.part: Written("12월 20일까지 3만 원, 없으면 접어요", TODAY) for slot in course.slots if slot.needed}
    lines["26-ten-names"] = Written("\n".join(f"손님 {n}" for n in range(TEN)), TODAY)
    assert all(box.done for box in boxes(course, lines))
    for part in lines:
        others = {name: line for name, line in lines.items() if name != part}
        assert [box.number for box in boxes(course, others) if not box.done] == [course.slot(part).box]  # type: ignore[union-attr]


def test_nothing_written_is_lost(course: Course) -> None:
    """The promise of the end and the follow-ups stand in the last box; what a part wrote that is gone, in its own."""
    late = {name: Written(f"{name} 이야기", TODAY) for name in (FIRST_WEEK, *FOLLOW_UPS)}
    lines = {**late, "99-no-such-lesson": Written("옛 줄", TODAY, 3)}
    held = {box.number: [entry.text for entry in box.entries if entry.text] for box in boxes(course, lines, FOLLOW_UPS)}
    assert held[12] == [line.text for line in late.values()]
    assert held[3] == ["옛 줄"]


def test_boxes_are_counted_as_they_are_shown(course: Course) -> None:
    """With ever fewer written parts: a lesson's own, those added to it, what is gone, and what comes with the end."""
    parts = [FIRST_WEEK, *FOLLOW_UPS, f"{PRICE}{ADDED}2", "99-no-such-lesson", *(slot.part for slot in course.slots)]
    for first in range(len(parts)):
        lines = {part: Written("한 줄", TODAY, 3) for part in parts[first:]}
        filled = [box.number for box in boxes(course, lines, FOLLOW_UPS) if box.filled]
        assert boxes_written(course, {part: line.box for part, line in lines.items()}, FOLLOW_UPS) == len(filled)
    assert boxes_written(course, {}, FOLLOW_UPS) == 0


async def test_a_price_is_written_rewritten_and_seen(learner: Chat) -> None:
    """By words, ahead of its lesson too; nothing is finished by it."""
    assert "가격 하나를 적어" in await learner.says("가격 고칠래")
    assert "금액이 보이면" in await learner.says("비싸지 않게 받을래요")
    assert "지금 적힌 줄이에요" in await learner.says("7번 칸의 가격 다시 쓸래") or "가격" in learner.text
    await learner.says("가격 다시 쓸래요")
    assert "“비싸지 않게 받을래요”" in learner.text
    assert "새로 적어 두었어요" in await learner.says("한 번에 3만 원")
    assert "“한 번에 3만 원”" in await learner.says("7번 칸")
    assert "“한 번에 3만 원”" in await learner.says("가격 얼마로 정했더라")
    assert "첫 상품 (1/5줄)" in await learner.says("설계서 보여줘")
    assert "레슨 0/30" in await learner.says("진도")


async def test_the_former_text_stays_readable_until_it_is_erased(learner: Chat, database: Database) -> None:
    """Emptied can be taken back; erased is erased, in the database too."""
    for price in ("한 번에 3만 원", "한 번에 5만 원"):
        await learner.says(f"/line {PRICE}")
        await learner.says(price)
    await learner.says("가격 지워 줘")
    assert "비웠어요" in learner.text
    assert "“한 번에 5만 원”" in await learner.taps("되돌리기")
    await learner.says("가격 비워 줘")
    await learner.says("가격 고칠래")
    assert "앞서 적은 줄" in learner.text
    assert "3만 원" in learner.text
    await learner.taps("기록까지 지우기")
    assert "되돌릴 수 없어요" in learner.text
    await learner.taps("모두 지우기")
    assert not (await record_at(database, learner.address)).written
    async with database._engine.connect() as connection:  # noqa: SLF001 - to look inside is the point
        kept = await connection.execute(text("SELECT screen, undo FROM learners"))
        assert "만 원" not in str(kept.all())
    assert "되돌릴 것이 없어요" in await learner.says("되돌리기")


async def test_a_line_taken_back_leaves_the_one_before(learner: Chat) -> None:
    """The message shows what stands now."""
    for price in ("한 번에 3만 원", "한 번에 5만 원"):
        await learner.says(f"/line {PRICE}")
        await learner.says(price)
    assert "“한 번에 3만 원”" in await learner.says("되돌려줘")


async def test_words_of_ones_own_are_found(learner: Chat) -> None:
    """내글 가격, with or without a space; also by what the slot is called."""
    await learner.says(f"/line {PRICE}")
    await learner.says("한 번에 3만 원, 셔츠 손님께만")
    for words in ("내글 셔츠", "내 글 셔츠", "내 글 가격", "내 글 첫 상품"):
        assert "“한 번에 3만 원, 셔츠 손님께만”" in await learner.says(words), words
    assert "아직 적지 않았어요" in await learner.says("내글 자전거")


async def test_the_checklist_is_gone_through_once_before_its_box_is_done(learner: Chat, database: Database) -> None:
    """By taps and by words; nothing is kept before the last answer, and what is still open is named."""
    assert "1/5 개인정보" in await learner.says("AI 점검")
    assert "2/5" in await learner.says("네")
    assert "3/5" in await learner.says("아직요")
    assert "‘아직’" in await learner.says("음 글쎄요")
    await learner.says("해당 없어요")
    assert (await record_at(database, learner.address)).lines() == []
    await learner.taps("네, 그렇게 해요")
    assert "아직인 것은 일터의 자료예요" in await learner.taps("네, 그렇게 해요")
    assert "□ 표시가 남아" in await learner.says("9번 칸")
    await learner.taps("AI 쓰기 점검 열기")
    for _ in range(5):
        await learner.says("했어요")
    assert "모두 살펴봤어요" in learner.text
    await learner.taps("되돌리기")
    assert "□ 일터의 자료" in await learner.says("9번 칸")


async def test_ten_people_fit(learner: Chat) -> None:
    """LONGEST_LIST for the list of ten, LONGEST_LINE for any other line."""
    ten = "\n".join(
        f"{n}. 단골 손님 {n}호, 작년에 같은 일로 애먹었고 화요일마다 오셔서 물어볼 수 있음" for n in range(1, 11)
    )
    assert LONGEST_LINE < len(ten) <= LONGEST_LIST
    await learner.says("/line 26-ten-names")
    assert "적어 두었어요" in await learner.says(ten)
    assert "10. 단골 손님" in await learner.says("10번 칸")
    await learner.says(f"/line {PRICE}")
    assert "300자" in await learner.says("3만 원 " * 76)


@pytest.mark.parametrize("words", ["7번 칸 어때요?", "가격이 중요하죠", "손님이 가격 물어봤어요", "99번 칸 보여줘"])
async def test_what_is_no_wish_writes_nothing(learner: Chat, database: Database, words: str) -> None:
    """A question or a statement opens no slot."""
    await learner.says(words)
    assert (await record_at(database, learner.address)).lines() == []
    assert "write" not in learner.expects


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("네일샵 해요", "미용"),
        ("회계요", "회계와 셈"),
        ("꽃 팔아요", "꽃과 식물"),
        ("초등학교 교사입니다", "학교와 학원"),
        ("강아지 산책시키는 일", "반려동물"),
        ("PT해요", "운동"),
        ("챗GPT", None),
        ("백엔드 개발자예요", "컴퓨터와 개발"),
        ("글쎄요", None),
        ("우주 탐사", None),
    ],
)
def test_which_field_somebody_names(course: Course, words: str, field: str | None) -> None:
    """By the longest name in their words; a name of one letter only as a word of its own."""
    assert course.about.mix
    found = field_of(course.about.mix, words)
    assert (found and found.name) == field


def test_the_table_of_fields(course: Course) -> None:
    """At least forty; each gives what others lack, so everybody gets pairs of three kinds, each field once."""
    table = course.about.mix
    assert table
    assert len(table.fields) >= 40
    assert len({field.name for field in table.fields}) == len(table.fields)
    assert course.slot(table.part)
    for field in table.fields:
        assert {*field.gives, *field.needs} <= table.kinds.keys(), field.name
        assert set(field.gives).isdisjoint(field.needs), field.name
        found = pairs(table, field)
        assert len({pair.other.name for pair in found}) == len(found) >= 9, field.name
        assert field not in [pair.other for pair in found]
        assert [pair.kind for pair in found[: len(field.gives)]] == list(field.gives), field.name


async def test_a_pair_is_written_only_when_it_is_chosen(learner: Chat, database: Database) -> None:
    """Reasons, a tool, a trial and what to ask first; the line can be taken back."""
    assert "어느 분야" in await learner.says("융합 조합기")
    assert "‘우주 탐사’는 우리 표에 없어요" in await learner.says("우주 탐사")
    assert "내 분야를 ‘미용’으로" in await learner.says("네일샵이요")
    assert "30분 실험: " in learner.text
    first = learner.text
    assert await learner.taps("다른 조합") != first
    assert (await record_at(database, learner.address)).lines() == []
    assert "‘조합 한 문장’에 적어 두었어요" in await learner.taps("2번 적기")
    [line] = (await record_at(database, learner.address)).lines()
    assert line.text.startswith("미용에서 기른, ")
    await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).lines() == []


@pytest.mark.parametrize(
    ("told", "price"),
    [
        (("두 시간 반", "없어요", "2만원", "몰라요"), "56,000"),  # SET_ASIDE a tenth of it, rounded up to STEP
        (("90분", "5천 원", "이만 원", "4만 원"), "39,000"),
        (("60", "1000", "8000", "10000"), "10,000"),
        (("60", "1000", "8001", "10000"), "11,000"),
        (("1시간", "없음", "0원", "무료"), "0"),
    ],
)
async def test_a_price_is_reckoned(learner: Chat, database: Database, told: tuple[str, ...], price: str) -> None:
    """Hours times what an hour shall bring, cost, and what is set aside; written only when the learner says so."""
    await learner.says("값을 어떻게 정하죠?")
    for words in told:
        await learner.says(words)
    assert f"한 번에 {price}원이에요" in learner.text
    assert (await record_at(database, learner.address)).lines() == []
    await learner.taps("이 값 적기")
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [f"한 번에 {price}원 (시험)"]


async def test_what_is_no_amount_is_asked_again(learner: Chat) -> None:
    """The question stays open, and says how to answer it."""
    await learner.says("값 정하기")
    assert "‘90분’처럼" in await learner.says("좀 걸려요")
    assert "2/4" in await learner.says("90분")
    assert "‘2만 원’이나" in await learner.says("재료가 꽤 나가요")
    assert "3/4" in await learner.says("없어요")


@pytest.mark.parametrize(
    ("text_", "amount"),
    [
        ("3만 원", 30_000), ("35,000원", 35_000), ("삼만 오천 원", 35_000), ("₩9,900", 9_900), ("무료", 0),
        ("만5천원", 15_000), ("만 5천 원쯤", 15_000), ("십만 5천원", 105_000), ("이만5천원", 25_000),
        ("1.5만원", 15_000), ("회당 2만5천원", 25_000), ("10만", 100_000), ("십이만 삼천 원", 123_000),
        ("1억 2천만 원", 120_000_000), ("만 원", 10_000), ("몰라요", None), ("30달러", None),
    ],
)  # fmt: skip
def test_how_much_is_named(text_: str, amount: int | None) -> None:
    """In digits, in Hangul, in both."""
    assert won(text_) == amount


@pytest.mark.parametrize(
    ("text_", "minutes_"),
    [
        ("두 시간 반", 150), ("1시간 30분", 90), ("90분", 90), ("삼십분", 30), ("반시간", 30), ("1.5시간", 90),
        ("세 시간쯤", 180), ("이십오 분", 25), ("하루", None),
    ],
)  # fmt: skip
def test_how_long_is_named(text_: str, minutes_: int | None) -> None:
    """Hours and minutes, in digits or Hangul."""
    assert minutes(text_) == minutes_


@pytest.mark.parametrize(
    "words",
    [
        "내글 예약",
        "내 글 중에 예약",
        "내 글에서 예약 찾아 줘",
        "내가 쓴 글에서 예약 찾아줘",
        "예약이라고 쓴 거 어디 있지",
        "예약 관련해서 내가 뭐라고 적었지?",
        "전에 적은 예약 보여줘",
        "예약이라고 적은 줄 찾아줘",
        "예약 들어간 줄 있어?",
        "뭐라고 썼더라 예약",
        "예약 얘기 어디 적었더라?",
        "예약 검색",
        "내가 쓴 거 검색 예약",
        "내 글 찾기 예약",
        "설계서에서 예약 찾아봐",
    ],
)
async def test_a_word_of_ones_own_is_found(learner: Chat, words: str) -> None:
    """However it is asked for; a question that is open stays open."""
    await learner.says("/write 07-one-customer 예약 전화가 겹치는 미용실 원장님")
    await learner.says("/ask strategy-map")
    asked = learner.expects
    if not words.startswith("내글 "):
        assert "‘예약’ 이야기가 1줄 있어요" in await learner.says(words)
        assert learner.expects == asked
    await learner.says("진도")
    assert "겹치는 미용실 원장님" in await learner.says(words)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("범위 적을래요", "17-smallest-offer"),
        ("문제 적을래", "08-problem-as-fact"),
        ("90일 적을래", "30-ninety-days"),
        ("한도 고칠래", "week-1-practice"),
        ("증거 적고 싶어요", "19-evidence-of-trust"),
        ("약속을 더 짧게 고치고 싶어요", "16-one-line-promise"),
    ],
)
async def test_slots_are_called_in_short(learner: Chat, words: str, part: str) -> None:
    """Nobody says 범위와 기간 in full."""
    await learner.types(words)
    assert learner.expects == f"/write {part}"


async def test_a_word_for_two_things_is_the_quiz_where_nothing_is_written(learner: Chat) -> None:
    assert "문제" in await learner.types("문제 보여줘")
    assert "그 사람의 문제" not in learner.text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("가격 12만 원으로 바꿔 줘", "“12만 원”"),
        ("가격을 15만원으로 고칠래요", "“15만원”"),
        ("범위와 기간을 이틀 안에 한 대로 고쳐 주세요", "“이틀 안에 한 대”"),
    ],
)
async def test_a_line_is_rewritten_in_one_sentence(learner: Chat, words: str, shown: str) -> None:
    """The slot and what shall stand in it; the wish alone writes, and can be taken back."""
    assert "적어 두었어요" in await learner.types(words)
    assert shown in await learner.types("7번 칸")
    await learner.types("되돌려 줘")


async def test_what_is_told_of_a_line_is_asked_about(learner: Chat) -> None:
    """Said and not wished for."""
    assert "적을까요?" in await learner.types("가격은 방문 한 번에 13만 원으로 할게요")
    await learner.taps("적기")
    assert "“방문 한 번에 13만 원”" in await learner.types("설계서 7번")


@pytest.mark.parametrize(
    "words", ["알림을 아침 9시로 바꿔 줘", "가격을 얼마로 바꿔야 할까요?", "열 사람을 다섯 명으로 바꿔 줘"]
)
async def test_no_line_is_rewritten_by_other_words(learner: Chat, words: str) -> None:
    await learner.types(words)
    assert "비어 있어요" in await learner.types("계획")


async def test_which_line_of_a_box_goes_is_asked(learner: Chat) -> None:
    """7번 지워 줘: the only line goes, of two it is asked which, and an empty box says so."""
    assert "벌써 비어 있어요" in await learner.types("7번 칸 지워 줘")
    await learner.says("/write 18-price-and-no 12만 원")
    assert "‘가격’을 비웠어요" in await learner.types("7번 칸 지워 줘")
    await learner.types("되돌려 줘")
    await learner.says("/write 16-one-line-promise 원장님께, 사흘 안에, 문구를 드려요.")
    assert "어느 줄을 비울까요?" in await learner.types("7번 칸 지워 줘")
    assert "‘가격’을 비웠어요" in await learner.taps("가격 비우기")


@pytest.mark.parametrize("words", ["그만", "나중에", "나갈래요"])
async def test_the_checklist_may_be_left(learner: Chat, words: str) -> None:
    """Nothing is kept of it, and it says how to come back."""
    await learner.types("AI 점검")
    await learner.types("네")
    assert "여기서 멈출게요" in await learner.types(words)
    assert "1/5" in await learner.types("AI 점검")


async def test_an_hourly_price_is_a_line(learner: Chat) -> None:
    """시간 in it makes it no time for the reminders."""
    await learner.types("가격 적을래")
    assert "적어 두었어요" in await learner.types("시간당 이만오천원")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("가격 적기", PRICE),
        ("가격 다시 쓰기", PRICE),
        ("가격 수정", PRICE),
        ("가격 좀 올려야겠어요", PRICE),
        ("약속 고치기", "16-one-line-promise"),
        ("범위 고치기", "17-smallest-offer"),
        ("그만둘 기준 적기", "20-stop-line"),
        ("8번 칸 가설 고칠래", "20-stop-line"),
        ("문제 적기", "08-problem-as-fact"),
    ],
)
async def test_a_slot_is_named_in_one_noun(learner: Chat, words: str, part: str) -> None:
    """A wish without a verb opens the slot; where a line is open, the words may be that line, and are asked about."""
    await learner.says("계획")
    await learner.says(words)
    assert learner.expects == f"/write {part}"
    assert "이 말을 설계서에 적을까요" in await learner.says("약속 쓰기")
    assert "가격 (" not in await learner.says("7번 칸 보기")


@pytest.mark.parametrize(
    ("words", "part", "line"),
    [
        ("약속을 “병원까지 같이 가 드려요”로 바꿔 줘", "16-one-line-promise", "병원까지 같이 가 드려요"),
        ("약속을 병원까지 같이 가 드려요라고 고쳐 줘", "16-one-line-promise", "병원까지 같이 가 드려요"),
        ("가격 6만원으로 바꿔", PRICE, "6만원"),
        ("7번 칸 가격 6만 원으로 올려 줘", PRICE, "6만 원"),
    ],
)
async def test_rewritten_in_one_sentence(learner: Chat, database: Database, words: str, part: str, line: str) -> None:
    """What stands in quotes is taken without them."""
    await learner.says("계획")
    await learner.says(words)
    assert [(one.lesson, one.text) for one in (await record_at(database, learner.address)).lines()] == [(part, line)]


@pytest.mark.parametrize("words", ["가격은 이제 6만 원이에요", "가격: 6만 원"])
async def test_what_is_only_told_of_a_slot_is_asked_about(learner: Chat, database: Database, words: str) -> None:
    """A statement changes nothing by itself."""
    await learner.says("계획")
    assert "“6만 원”" in await learner.says(words)
    assert (await record_at(database, learner.address)).lines() == []
    await learner.taps("적기")
    assert (await record_at(database, learner.address)).lines()[0].text == "6만 원"


@pytest.mark.parametrize("words", ["약속을 저녁 8시로 바꿔 줘", "가격은 중요해요", "손님: 너무 비싸요", "가겨 고칠래"])
async def test_what_names_no_slot_writes_nothing(learner: Chat, database: Database, words: str) -> None:
    """A promise of a time is the learner's own; a slip is no decision."""
    await learner.says("/write 20-stop-line 12월 20일까지 세 명, 없으면 접어요")
    await learner.says("진도")
    await learner.says(words)
    assert "“" not in learner.text
    assert len((await record_at(database, learner.address)).lines()) == 1


async def test_a_box_says_what_it_lacks_and_what_may_be_left(learner: Chat) -> None:
    """A hypothesis without a stop rule is told so; a box whose needed lines stand is enough, and counts what it has."""
    kept = await learner.says("/write 20-stop-line 12월 20일까지 세 명이 예약해요")
    assert "못 미치면 어떻게 할지만 더" in kept
    assert "언제까지인지, 못 미치면" in await learner.says("/write 20-stop-line 세 명이 예약해요")
    assert "언제까지인지" in await learner.says("8번 칸")
    await learner.says("/write week-1-check 묻는 게 먼저였어요")
    assert "11. 배운 점과 바꾼 점 (1/2줄)" in await learner.says("계획")
    await learner.says("/write 29-go-on-change-stop 계속이에요")
    assert "11. 배운 점과 바꾼 점 ✓" in await learner.says("계획")
    box = await learner.says("11번 칸")
    assert "꼭 적을 것은 다 적었어요" in box
    assert "둘째 배움\n레슨을 배우면서" in box
    assert "12번 칸까지" in await learner.says("99번 칸 보여줘")


async def test_every_row_that_is_held_is_shown(learner: Chat, course: Course) -> None:
    """Lines by their slots, the ones before them, the ten people: as many messages as it takes, and nothing cut."""
    held = []
    for n, slot in enumerate(slot for slot in course.slots if slot.holds not in {Holds.CHECKED, Holds.PEOPLE}):
        for line in (f"{n}번째로 적은 글 {'가나다라 ' * 40}", f"{n}번째로 고친 “글” {'마바사 ' * 40}"):
            await learner.says(f"/write {slot.part} {line}")
            held.append(line.strip().replace("“", "‘").replace("”", "’"))
    await learner.says("/add-person")
    await learner.says("\n".join(f"단골 {n}호 - 화요일마다 오세요" for n in range(1, 11)))
    shown = await learner.says("내데이터")
    while "나머지 보기" in learner.labels:
        shown += f"\n\n{await learner.taps('나머지 보기')}"
    assert [line for line in held if line not in shown] == []
    assert "10. 단골 10호 · 화요일마다 오세요" in shown
    assert "앞서 적은 줄" in shown


@pytest.mark.parametrize("words", ["그만할래요", "나갈래요", "취소"])
async def test_the_checklist_is_left_by_words(learner: Chat, words: str) -> None:
    """Nothing is switched off or taken back by it."""
    await learner.says("AI 점검하기")
    assert "여기서 멈출게요" in await learner.says(words)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("09-ask-the-past", "지난달 병원 가실 때 제일 힘드셨던 게 뭐였어요?"),
        ("27-first-message", "요즘 이런 일을 준비하는데 한번 여쭤봐도 될까요?"),
        ("week-2-practice", "“의사 선생님 말이 빨라서 반은 놓쳐” 하셨어요"),
    ],
)
async def test_what_is_said_to_others_may_ask(learner: Chat, database: Database, part: str, words: str) -> None:
    """A line that holds what is said to somebody else, or by them, takes a question as it is."""
    await learner.says(f"/line {part}")
    assert "적어 두었어요" in await learner.says(words)
    assert (await record_at(database, learner.address)).lines()[0].text == words
    await learner.says("/line 18-price-and-no")
    assert "적어 두었어요" not in await learner.says("얼마를 받으면 되는 걸까요?")


async def test_signs_alone_are_no_line(learner: Chat, database: Database) -> None:
    """Emoji without a word are refused kindly, and the question stays."""
    await learner.says(f"/line {PRICE}")
    assert "글자로 보내 주세요" in await learner.says("😀🎂")
    assert (await record_at(database, learner.address)).lines() == []


async def test_a_box_that_grows_is_shown_whole(learner: Chat) -> None:
    """More decisions than a message holds: the rest comes by a button, and no line is cut."""
    lines = [f"계속이에요. {n}번째로 본 기록은 {'가나다 ' * 60}".strip() for n in range(12)]
    for line in lines:
        await learner.says("/add-decision")
        await learner.says(line)
    shown = await learner.says("11번 칸")
    while "나머지 보기" in learner.labels:
        shown += await learner.taps("나머지 보기")
    assert [line for line in lines if line not in shown] == []
    assert "12번 칸 보기" in learner.labels


async def test_a_line_written_often_can_still_be_rewritten(learner: Chat) -> None:
    """However long it was each time: as many of the former texts as fit, and where the others are read."""
    for n in range(9):
        await learner.says(f"/write {PRICE} {n}만 원 {'가나다라 ' * 57}")
    text = await learner.says("가격 고칠래")
    assert "8만 원" in text
    assert "줄은 ‘내데이터’에서" in text
    assert learner.expects == f"/write {PRICE}"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("이틀을 사흘로 바꿔줘", "미루는 분께, 사흘 안에, 순서 한 장을 드려요"),
        ("아 이틀 말고 사흘로 고쳐 줘", "미루는 분께, 사흘 안에, 순서 한 장을 드려요"),
        ("미루는분께를 겁내는 분께로 바꿔 주세요", "겁내는 분께, 이틀 안에, 순서 한 장을 드려요"),
        ("거기 순서 한 장을 그림 두 장으로 수정해줘", "미루는 분께, 이틀 안에, 그림 두 장을 드려요"),
        ("약속에서 이틀을 사흘로 바꿔줘", "미루는 분께, 사흘 안에, 순서 한 장을 드려요"),
        ("이모를 고모로 바꿔줘", "미루는 분께, 이틀 안에, 순서 한 장을 드려요"),
        ("가격에서 이틀을 사흘로 바꿔줘", "미루는 분께, 이틀 안에, 순서 한 장을 드려요"),
    ],
)
async def test_words_of_a_line_are_amended(learner: Chat, database: Database, words: str, line: str) -> None:
    """In the line that was just written or is named, however they are spaced; one that has no such words stays."""
    await learner.says("/write 16-one-line-promise 미루는 분께, 이틀 안에, 순서 한 장을 드려요")
    await learner.says(words)
    lines = {one.lesson: one.text for one in (await record_at(database, learner.address)).lines()}
    assert lines["16-one-line-promise"] == line
    if "이틀" not in line:
        assert f"“{line}”" in learner.text
        await learner.says("되돌려줘")
        assert "이틀 안에" in learner.text


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("하루종일 서서 하니까 허리가 아파서요. 사실", "03-opinion-or-fact"),
        ("오래 서 있으면 무릎이 아파서요 의견이에요", "03-opinion-or-fact"),
        ("1회 20분→8분, 2회 20분→9분", "week-5-practice"),
        ("1차 20분에서 8분, 2차 9분", "week-5-practice"),
    ],
)
async def test_a_line_with_its_label_or_figures_is_one(
    learner: Chat, database: Database, words: str, part: str
) -> None:
    """Although it tells of pain or holds a time; without them it is heard as such."""
    await learner.says(f"/line {part}")
    await learner.says(words)
    assert (await record_at(database, learner.address)).lines()[-1].text == words
    await learner.says("/line 02-defining-work")
    await learner.says("허리가 아파요")
    assert len((await record_at(database, learner.address)).lines()) == 1


async def test_a_bare_price_is_read_in_won(learner: Chat, database: Database) -> None:
    """Kept as it was typed."""
    await learner.says("/write 18-price-and-no 3만")
    await learner.says("알림을 8시로 바꿔줘")
    await learner.says("가격을 3만5천으로 바꿔줘")
    assert (await record_at(database, learner.address)).lines()[-1].text == "3만5천"
    assert "“3만5천 원”" in await learner.says("7번 칸")


async def test_a_line_just_filed_is_taken_out(learner: Chat, database: Database) -> None:
    """설계서에서 빼 줘 looks for no line, and what is gone is quoted."""
    await learner.says("/write 18-price-and-no 3만 원")
    assert "“3만 원”" in await learner.says("설계서에서 빼줘")
    assert not (await record_at(database, learner.address)).lines()
