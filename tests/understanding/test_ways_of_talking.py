"""Dialect, texting, and reasons before a wish."""

from pathlib import Path

import pytest

from bot.understanding.colloquial import load_colloquial
from tests.language import LANGUAGE


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("오늘 거 좀 보여 주이소", "오늘 거 좀 보여 주세요"),
        ("이거 우째 하는교", "이거 어떻게 하나요"),
        ("잘 모르것는디요", "잘 모르겠는데요"),
        ("일주일만 쉬었다 올게요", "일주일만 쉴게요"),
        ("담거", "다음 거"),
        ("낼할게", "내일 할게요"),
        ("이거 좀 해주게", "이거 좀 해 주세요"),
        ("어제 햇나요", "어제 했나요"),
        ("잘못 눌럿다", "잘못 눌렀다"),
        ("무엇을 팔아야 하나요", "무엇을 팔아야 하나요"),
        ("햇나물을 팔아요", "햇나물을 팔아요"),
        ("집 주소", "집 주소"),
        ("손님 담당", "손님 담당"),
    ],
)
def test_ways_of_talking_in_plain_words(said: str, plain: str) -> None:
    """A whole word or the end of a sentence, and nothing inside another word."""
    assert LANGUAGE.colloquial.plain(said) == plain


@pytest.mark.parametrize(
    ("said", "core"),
    [("ㅇㅋ 다음", "다음"), ("레슨 말고 퀴즈만 풀래요", "퀴즈만 풀래요"), ("오늘은 바빠서 내일 할게요", "내일 할게요")],
)
def test_what_is_meant_behind_a_reason(said: str, core: str) -> None:
    """An agreement before it, something else that is not wanted, or why."""
    assert core in LANGUAGE.colloquial.cores(said)


def test_a_table_that_lacks_a_part_is_named(tmp_path: Path) -> None:
    """With the file and what belongs into it."""
    broken = tmp_path / "broken.toml"
    broken.write_text("[endings]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.toml.*joins"):
        load_colloquial(broken)
