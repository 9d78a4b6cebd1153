"""Lists of people in every shape they are pasted in, and who and which day a report is about."""

from datetime import date

import pytest

from bot.korean.list_of_people import is_somebody, people_in
from bot.korean.meant import Meant, days_named, is_time, meant, past_day

THREE = [("손님 ㄱ", "공지"), ("이웃 ㄴ", ""), ("꽃집 사장님", "배달이 밀린대요")]
SUNDAY = date(2026, 11, 29)
ALIASES = {1: "미용실 원장님", 2: "금요일 셔츠 손님", 5: "동네 카페 사장 ㅂ", 7: "김○○ 대표님", 9: "동네 꽃집 손님"}


@pytest.mark.parametrize(
    "text",
    [
        "손님 ㄱ - 공지\n이웃 ㄴ\n꽃집 사장님 - 배달이 밀린대요",
        "1. 손님 ㄱ: 공지\n2. 이웃 ㄴ\n3. 꽃집 사장님: 배달이 밀린대요",
        "1) 손님 ㄱ, 공지\n2) 이웃 ㄴ\n3) 꽃집 사장님, 배달이 밀린대요",
        "• 손님 ㄱ(공지)\n• 이웃 ㄴ\n• 꽃집 사장님 (배달이 밀린대요)",
        "- 손님 ㄱ → 공지\n* 이웃 ㄴ\n· 꽃집 사장님 => 배달이 밀린대요",
        "손님 ㄱ\t공지\n이웃 ㄴ\n꽃집 사장님\t배달이 밀린대요",
        "1\t손님 ㄱ\t공지\n2\t이웃 ㄴ\n3\t꽃집 사장님\t배달이 밀린대요",
        "| 이름 | 이유 |\n|---|---|\n| 손님 ㄱ | 공지 |\n| 이웃 ㄴ | |\n| 꽃집 사장님 | 배달이 밀린대요 |",
        "1. 손님 ㄱ: 공지 2. 이웃 ㄴ 3. 꽃집 사장님: 배달이 밀린대요",
        "① 손님 ㄱ: 공지 ② 이웃 ㄴ ③ 꽃집 사장님: 배달이 밀린대요",
        "손님 ㄱ: 공지; 이웃 ㄴ; 꽃집 사장님: 배달이 밀린대요",
        "손님 ㄱ - 공지 / 이웃 ㄴ / 꽃집 사장님 - 배달이 밀린대요",
        "1번 손님 ㄱ: 공지\n2번 이웃 ㄴ\n3번 꽃집 사장님 배달이 밀린대요",
        "손님 ㄱ(공지)/이웃 ㄴ/꽃집 사장님(배달이 밀린대요)",
        "ㅇ 손님 ㄱ: 공지\nㅇ 이웃 ㄴ\nㅇ 꽃집 사장님: 배달이 밀린대요",
        "1) 손님 ㄱ-공지\n2) 이웃 ㄴ\n3) 꽃집 사장님-배달이 밀린대요",
        "- [ ] 손님 ㄱ - 공지\n- [x] 이웃 ㄴ\n- [ ] 꽃집 사장님 - 배달이 밀린대요",
        "열 사람\n손님 ㄱ… 공지\n이웃 ㄴ\n꽃집 사장님... 배달이 밀린대요",
        "1-손님 ㄱ: 공지\n2-이웃 ㄴ\n3-꽃집 사장님: 배달이 밀린대요",
        "이름: 손님 ㄱ, 이유: 공지\n이름: 이웃 ㄴ\n이름: 꽃집 사장님, 이유: 배달이 밀린대요",
        "1. 손님 ㄱ\n   - 공지\n2. 이웃 ㄴ\n3. 꽃집 사장님\n   - 배달이 밀린대요",
        "제 열 명이에요:\n\n손님 ㄱ – 공지\n\n이웃 ㄴ\n\n꽃집 사장님 – 배달이 밀린대요\n",
    ],
)
def test_a_list_in_any_usual_shape(text: str) -> None:
    """Numbers, bullets, tabs, tables, brackets, one a line or all in one."""
    assert people_in(text) == THREE


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("미용실 원장님", [("미용실 원장님", "")]),
        ("미용실 원장님, 카페 사장님, 꽃집 ㄱ", [("미용실 원장님", ""), ("카페 사장님", ""), ("꽃집 ㄱ", "")]),
        ("동네 카페 사장 ㅂ, 공지가 번거롭대요", [("동네 카페 사장 ㅂ", "공지가 번거롭대요")]),
        ("친구 ㄱ = 회계, 친구 ㄴ = 이사", [("친구 ㄱ", "회계"), ("친구 ㄴ", "이사")]),
        (
            "총무 ㄱ, 악보를 찾느라 늦어졌대요. 옛 팀장 ㅇ, 소개해 줄 분이 있대요.",
            [("총무 ㄱ", "악보를 찾느라 늦어졌대요."), ("옛 팀장 ㅇ", "소개해 줄 분이 있대요.")],
        ),
        (
            "카페 사장 ㅂ, 공지가 번거롭대요. 나머지는 금요일 모임에서 찾을래요.",
            [("카페 사장 ㅂ", "공지가 번거롭대요. 나머지는 금요일 모임에서 찾을래요.")],
        ),
        (
            "카페 사장 ㄱ 영수증 봉투, 꽃집 사장님 100장 넘음, 미용실 원장님 현금 많음",
            [("카페 사장 ㄱ", "영수증 봉투"), ("꽃집 사장님", "100장 넘음"), ("미용실 원장님", "현금 많음")],
        ),
        ("10년 지기 친구, 3층 이웃", [("10년 지기 친구", ""), ("3층 이웃", "")]),
        (  # commas part most of them; a slash and a hyphen tell of one
            "학원 박○○ 원장님(9년, 거래), 태권도 최관장 010-○○○○-○○○○, 미술 원장 - 셋; 실장님, 김○○ 원장 / 대타",
            [
                ("학원 박○○ 원장님", "9년, 거래"),
                ("태권도 최관장", ""),
                ("미술 원장", "셋"),
                ("실장님", ""),
                ("김○○ 원장", "대타"),
            ],
        ),
        ("카페 사장님, 원두가 늦대요, 값이 걱정, 재고도", [("카페 사장님", "원두가 늦대요, 값이 걱정, 재고도")]),
        ("김○○ 대리 - 위층 010-○○○○-○○○○", [("김○○ 대리", "위층")]),  # what was masked tells nothing
        ("부녀회장 (○○로 ○○)", [("부녀회장", "")]),
        ("실장님 - 카톡 아이디 ○○○, 예약이 겹침", [("실장님", "예약이 겹침")]),
        ("아직 떠오르는 사람이 없어요", []),
        ("…", []),
    ],
)
def test_what_is_somebody_and_what_is_their_reason(text: str, people: list[tuple[str, str]]) -> None:
    """A comma parts two people, or somebody and why; a sentence that names nobody is lost only where nobody is."""
    assert people_in(text) == people


def test_who_is_somebody() -> None:
    """Wished to be added, 가격 is no person."""
    assert all(map(is_somebody, ("미용실 원장님", "이웃 ㅂ", "김○○", "금요일 셔츠 손님")))
    assert not any(map(is_somebody, ("가격", "퀴즈", "설명", "일정")))


@pytest.mark.parametrize(
    ("words", "keys", "rest"),
    [
        ("금요일 셔츠 손님한테", (2,), ""),
        ("셔츠 손님께", (2,), ""),
        ("미용실원장님께", (1,), ""),
        ("원장님", (1,), ""),
        ("3번은", (5,), ""),
        ("3번째 분께", (5,), ""),
        ("김○○ 대표님한테", (7,), ""),
        ("김대표님께", (7,), ""),
        ("손님께", (2, 9), ""),
        ("동네", (5, 9), ""),
        ("어제 미용실 원장님께", (1,), "어제"),
        ("미용실 원장님 다음 주 화요일", (1,), "다음 주 화요일"),
        ("방금", (), ""),
        ("엄마한테", (), "엄마한테"),
        ("99번", (), "99번"),
    ],
)
def test_who_is_meant(words: str, keys: tuple[int, ...], rest: str) -> None:
    """By place, by nickname or by a part of it; what is somebody else stays as the rest."""
    assert meant(words, ALIASES) == Meant(keys, rest)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("다음 주 화요일에", "2026-12-01"),
        ("화요일에", "2026-12-01"),
        ("일요일에", "2026-12-06"),
        ("12월 3일", "2026-12-03"),
        ("12/8", "2026-12-08"),
        ("2026-12-08", "2026-12-08"),
        ("내일", "2026-11-30"),
        ("3일 뒤", "2026-12-02"),
        ("일주일 뒤에", "2026-12-06"),
        ("사흘 후", "2026-12-02"),
        ("2주 뒤", "2026-12-13"),
        ("크리스마스", "2026-12-25"),
    ],
)
def test_which_day_is_promised(words: str, day: str) -> None:
    """On a Sunday; a weekday is the coming one."""
    assert days_named(words, SUNDAY) == (date.fromisoformat(day),)
    assert is_time(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("", "2026-11-29"),
        ("어제", "2026-11-28"),
        ("금요일에", "2026-11-27"),
        ("지난주 금요일", "2026-11-20"),
        ("11월 20일", "2026-11-20"),
        ("내일", "2026-11-29"),
    ],
)
def test_on_which_day_it_was_sent(words: str, day: str) -> None:
    """Never one to come."""
    assert past_day(words, SUNDAY) == date.fromisoformat(day)


def test_no_day() -> None:
    """Other words name none."""
    assert days_named("나중에 볼게요", SUNDAY) == ()
    assert not is_time("엄마한테")


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("20일에", SUNDAY, date(2026, 12, 20)),
        ("29일", SUNDAY, date(2026, 12, 29)),
        ("31일까지", date(2027, 2, 1), date(2027, 3, 31)),
        ("말일에", SUNDAY, date(2026, 11, 30)),
        ("월말", date(2026, 11, 30), date(2026, 12, 31)),
    ],
)
def test_a_day_of_the_month(words: str, today: date, day: date) -> None:
    """The next one of that number; 말일 is the last of this month, or on it of the next."""
    assert days_named(words, today) == (day,)
    assert is_time(words) or words.endswith("까지")


@pytest.mark.parametrize("words", ["3일 동안", "10일 뒤", "3일째", "20일 만에", "5일씩"])
def test_a_span_is_no_day_of_the_month(words: str) -> None:
    """Days that are counted name no date, but for those to come."""
    assert days_named(words, SUNDAY) in {(), (date(2026, 12, 9),)}


def test_a_day_of_the_month_that_was() -> None:
    """Of what was done it is the last one."""
    assert past_day("15일에", SUNDAY) == date(2026, 11, 15)
    assert past_day("30일에", SUNDAY) == date(2026, 10, 30)
