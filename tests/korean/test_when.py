"""What learners type about time, and what becomes of it: the examples are tables, `*.tsv` beside this file."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from korean_datetime import parse_datetime

from bot.korean.rhythms import spoken_rhythm
from bot.korean.when import load, read
from bot.rhythm import Invalid, Once, Unclear, Unknown

SEOUL = ZoneInfo("Asia/Seoul")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=SEOUL)  # a Monday
HERE = Path(__file__).parent


def examples(name: str) -> list[tuple[str, str]]:
    """Expression and canonical form, line by line."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(expression, canonical) for expression, canonical in pairs]


EXAMPLES = examples("time_expressions.tsv") + examples("when_examples.tsv")


def test_a_learner_is_understood_or_asked() -> None:
    found = {expression: str(read(expression, NOW)) for expression, _ in EXAMPLES}
    assert {said: (right, found[said]) for said, right in EXAMPLES if found[said] != right} == {}


def sayings(name: str) -> list[tuple[str, frozenset[str]]]:
    """Saying and all that is right for it: canonical forms, "ask" for any question back, "refuse" for no rhythm."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(said, frozenset({right, *also.split(" || ")} - {""})) for said, right, also in rows]


def outcome(canonical: str) -> str:
    """The form as the table of sayings has it."""
    if canonical.startswith("ambiguous: ask"):
        return "ask"
    return "refuse" if canonical in ("unknown", "invalid") else canonical


def test_times_as_people_say_them_are_read_asked_about_or_refused() -> None:
    rows = [(said, right, str(read(said, NOW))) for said, right in sayings("times_said.tsv")]
    assert len(rows) > 900
    assert [row for row in rows if not {row[2], outcome(row[2])} & row[1]] == []


def test_every_form_is_read_back() -> None:
    assert [canonical for _, canonical in EXAMPLES if str(load(canonical)) != canonical] == []


def test_full_stops_spaces_and_decomposed_letters_change_nothing() -> None:
    for said in (
        "  평일   저녁 7시 반 !! ",
        "평일 저녁 7시 반입니다.",
        "평일저녁7시반이요ㅎㅎ",
        "\u200b평일 저녁 7시 반",
    ):
        assert str(read(said, NOW)) == "weekdays 19:30"


def test_the_same_words_mean_another_day_elsewhere() -> None:
    said_at = datetime(2026, 11, 23, 23, 30, tzinfo=NEW_YORK)
    assert str(read("내일 아침 7시", said_at)) == "once 2026-11-24 07:00"
    assert str(read("이따 오전 8시", said_at)) == "ambiguous: ask once 2026-11-24 08:00"


def test_choices_are_complete_answers() -> None:
    asked = read("월~금 8시", NOW)
    assert isinstance(asked, Unclear)
    assert [spoken_rhythm(choice) for choice in asked.choices] == ["평일 오전 8시", "평일 오후 8시"]


@given(
    st.text(max_size=200)
    | st.text("월화수목금토일오전후시분반매주평일내모레 0123456789:~,-뒤쉬기까지부터", max_size=40)
)
def test_no_text_breaks_the_reader_and_what_it_says_can_be_stored(text: str) -> None:
    rhythm = read(text, NOW)
    assert load(str(rhythm)) == rhythm


@pytest.mark.parametrize(
    "text",
    ["", " ", "가" * 5000, "8시 " * 1600, "8시 " * 33, "오전 8시 " * 14, "월" * 90, "한" * 99, "́" * 5000, "\ud800"],
)
def test_odd_texts_are_no_guess(text: str) -> None:
    assert isinstance(read(text, NOW), Unclear | Invalid | Unknown)


hours = st.integers(1, 12)
parts = st.sampled_from([("오전", 0), ("오후", 12)])


@given(
    hours,
    st.integers(0, 59),
    parts,
    st.sampled_from(["", " "]),
    st.sampled_from(["", "에", "요", "쯤이요", "에 보내줘"]),
)
def test_every_clock_time_with_its_half_of_the_day(
    hour: int, minute: int, part: tuple[str, int], space: str, end: str
) -> None:
    word, add = part
    rhythm = read(f"{word}{space}{hour}시{space}{minute}분{end}", NOW)
    if (hour, word) == (12, "오전"):
        assert isinstance(rhythm, Unclear)
    else:
        assert str(rhythm) == f"daily {hour % 12 + add:02}:{minute:02}"


@given(st.dates(date(2026, 11, 24), date(2027, 5, 20)), st.integers(13, 23))
def test_dates_agree_with_another_reader(day: date, hour: int) -> None:
    """korean-datetime reads dates well; our reading of a date and a 24-hour clock must be the same."""
    said = f"{day.year}년 {day.month}월 {day.day}일 {hour}시"
    theirs = parse_datetime(said, now=NOW.replace(tzinfo=None))
    assert theirs is not None
    assert read(said, NOW) == Once(theirs)
