"""The most usual small businesses and jobs of Korea, as people call them, each have a field in 융합 조합기."""

from pathlib import Path

import pytest

from bot.course.model import Course
from bot.plan.mix import field_of, joined, pairs

TABLE = Path(__file__).parent.parent / "data" / "trades.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def test_what_people_do_has_a_field(course: Course) -> None:
    """By its name, by how it is called in talk, and in a sentence about it."""
    mix = course.about.mix
    assert mix
    ways = [(words, name) for said, name in ROWS for words in (said, f"저는 {said}", f"{said} 쪽이요")]
    found = [(words, name, field_of(mix, words)) for words, name in ways]
    assert [(words, name, field) for words, name, field in found if (field and field.name) != name] == []


def test_there_are_enough_of_them() -> None:
    """More than a hundred, each once."""
    assert len(ROWS) == len({said for said, _ in ROWS}) > 200


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("생선 가게", "시장과 먹거리"),
        ("가게 해요", "영업과 매장"),
        ("상조 회사 다녀요", "장례와 상조"),
        ("회사원", "사무와 기획"),
        ("방수 업체", "집 고치기"),  # no 수업
        ("회사 주임", "사무와 기획"),  # no 사주
        ("스마트스토어", "온라인 쇼핑몰"),  # no 마트
        ("애견 미용실", "반려동물"),
        ("영어 강사", "외국어와 번역"),
        ("강사", "학교와 학원"),
        ("우주 탐사", None),
        ("아직 없어요", None),
    ],
)
def test_where_one_works_gives_way_to_what_one_does(course: Course, words: str, name: str | None) -> None:
    """가게 and 회사 count alone; no name is read out of the end of one word and the head of another."""
    assert course.about.mix
    found = field_of(course.about.mix, words)
    assert (found and found.name) == name


def test_no_name_belongs_to_two_fields(course: Course) -> None:
    """Whoever says it would not know which was heard."""
    table = course.about.mix
    assert table
    names = [name for field in table.fields for name in (*field.also.split(), *field.broad.split())]
    assert [name for name in names if names.count(name) > 1] == []


def test_every_field_meets_others_and_is_met(course: Course) -> None:
    """Each lacks something that others give, and gives what others lack, also the newest."""
    table = course.about.mix
    assert table
    for field in table.fields:
        assert len(field.needs) >= 4, field.name
        assert len(pairs(table, field)) >= 9, field.name
        assert sum(bool(joined(other, field)) for other in table.fields if other is not field) >= 9, field.name
