"""「나만의 일 설계서」: every line has its slot, is shown whole, and can be rewritten, emptied, erased and found."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.course.holds import TEN, Holds, fits
from bot.course.model import Course
from bot.plan import FIRST_WEEK, LONGEST_LINE, LONGEST_LIST, Written, boxes
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
            "3만 원|35,000원|삼만 오천 원|₩9,900|무료|5만|1.5만원|회당 2만5천원|월 9,900원이요|10만|천원|시간당 이만원",
            "아직 모르겠어요|5만 명|1원칙|원래 10명|회원 30명|3번 해요|20% 할인|병원 2곳|학원 원장님 3명|비싸지 않게",
        ),
        (
            Holds.GOAL,
            "12월 20일까지 5명 중 3명이 돈을 낸다|이번 달 안에 3명|다음 주 금요일까지 두 명|1월 말까지 10만원",
            "세 명이 산다|다음 주까지 해 본다|많이 팔린다",
        ),
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
    assert len({slot.name for slot in course.slots}) == len(course.slots) == len(course.parts)
    lines = {slot.part: Written("12월 20일까지 3만 원", TODAY) for slot in course.slots if slot.needed}
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
    assert "첫 상품 (1/5)" in await learner.says("설계서 보여줘")
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
