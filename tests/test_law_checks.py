"""What `check` says of law cards and of figures: whose they are, of what year, and when they were looked up."""

from datetime import date
from pathlib import Path

import pytest

from bot.authoring.check import check, faults_in
from bot.korean.figures import counts, statistic_in
from bot.texts import Texts
from tests.authors_course import TABLE, write_course

CARD = """\
[market]
name = "장터 신고"
rule = "장터를 열기 전에 구청에 물어봐요."
law = "지어낸 법 제3조"
since = "2024년 7월 1일"
checked = 2026-05-31
office = "구청"
telephone = "110"
called = "장터 신고"
trades = ["shop"]
lessons = ["01-small"]
"""
SUMMER = date(2026, 7, 1)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    folder = write_course(tmp_path)
    (folder / "laws.toml").write_text(CARD, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("today", "old"),
    [(date(2026, 5, 31), False), (SUMMER, False), (date(2026, 11, 30), False), (date(2026, 12, 1), True)],
)
def test_a_card_grows_old_in_six_months(village: Path, say: Texts, today: date, *, old: bool) -> None:
    """It is told beside the counts, and is no fault: the course is taught on."""
    status, lines = check([village], say, today=today)
    assert (status, len(lines)) == (0, 2 if old else 1)
    assert ("장터 신고 (2026-05-31)" in lines[-1]) is old


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"장터 신고"', '"장터를 여는 사람이 할 신고"', "name"),
        ('["shop"]', '["baker"]', "trades"),
        ('["01-small"]', '["09-none"]', "lessons"),
        ('"2024년 7월 1일"', '"지난여름"', "since"),
        ("물어봐요.", "물어본다.", "rule"),
        ('"110"', '"구청 전화"', "office"),
        ('"구청"', '""', "office"),
        ("장터를 열기", "마을연구소에 따르면 열 집에 3명이 몰라요. 장터를 열기", "rule)"),
    ],
)
def test_a_card_that_is_not_whole_is_told(village: Path, say: Texts, old: str, new: str, why: str) -> None:
    """At the line where it begins, with the row to mend."""
    (village / "laws.toml").write_text(f"# 카드\n\n{CARD.replace(old, new, 1)}", encoding="utf-8")
    told = [(path.name, fault) for path, fault in faults_in(village, say)]
    assert [(name, fault.line, fault.key) for name, fault in told] == [("laws.toml", 3, "flaw-law-card")]
    assert why in say("flaw-law-card", **dict(told[0][1].values))


def test_a_date_is_a_date(village: Path, say: Texts) -> None:
    """What is no date keeps the course from being read, as any table that cannot be."""
    (village / "laws.toml").write_text(CARD.replace("2026-05-31", '"지난달"'), encoding="utf-8")
    assert [fault.key for _, fault in faults_in(village, say)] == ["fault-value-kind"]


@pytest.mark.parametrize(
    ("sentence", "counted", "statistic"),
    [
        ("손익분기점까지 평균 28.6개월이 걸렸어요.", True, True),
        ("가게의 9.7%가 써요.", True, True),
        ("300곳에 물었어요.", True, False),
        ("2023년 12월 26일에 나왔어요.", False, False),
        ("고용노동부 1350에 물어봐요.", False, False),
        ("프리랜서는 3.3%를 미리 내요.", True, False),
        ("여덟 문장 가운데 셋이에요.", False, False),
        ("일곱 사람이 맡겼어요.", False, False),
        ("매출이 3배로 뛰어요.", True, True),
        ("손님이 두 배가 돼요.", False, True),
        ("하루 2배송까지 해요.", True, False),
        ("어기면 과태료가 3천만 원까지 나와요.", False, True),
        ("대본 한 장에 5만 원이에요.", True, False),
    ],
)
def test_what_is_a_figure(sentence: str, *, counted: bool, statistic: bool) -> None:
    """A year, a day and a telephone number are none, and what one counts of one's own needs no source."""
    assert (counts(sentence), bool(statistic_in(sentence))) == (counted, statistic)


@pytest.mark.parametrize("broken", ['"작게 해 보기', "작게 해 보기"])
def test_a_file_that_cannot_be_read_is_told_once(village: Path, say: Texts, broken: str) -> None:
    """It is there: the tables and cards that name it are right, and are not told of."""
    named = f'front = ["01-small"]\n{TABLE}\n[called]\n01-small = "물음"\n'
    (village / "course.toml").write_text(named, encoding="utf-8")
    assert faults_in(village, say) == []
    lesson = village / "01-small.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace('"작게 해 보기"', broken, 1), encoding="utf-8")
    assert [path.name for path, _ in faults_in(village, say)] == ["01-small.md"]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("대표는 앞서 평균 15.5년을 일했대요.", "평균 15.5년"),
        ("걸린 시간은 28.6개월이에요.", "28.6개월"),
        ("평균 3명이 와요.", "평균 3명"),
        ("가게의 9.7%가 써요.", "9.7%"),
        ("매출이 3배로 뛰어요.", "3배"),
        ("어기면 과태료가 3천만 원까지 나와요.", "과태료가 3천만 원"),
    ],
)
def test_a_figure_is_quoted_whole(sentence: str, quoted: str) -> None:
    """With what it counts: an author has to find it, and half a number is another one."""
    assert statistic_in(sentence) == quoted


def test_a_course_without_cards_is_whole(village: Path, say: Texts) -> None:
    (village / "laws.toml").unlink()
    assert "unverified" in TABLE
    assert faults_in(village, say) == []
