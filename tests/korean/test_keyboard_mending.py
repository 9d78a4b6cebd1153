"""Syllables that a keyboard left in pieces, as a table; laughter and initials are no pieces."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.hangul import INITIALS
from bot.korean.keyboard import COMPOUNDS, MOST_TYPED, VOWELS, mended

MENDED = {
    "ㄷㅗㅇㅜㅁㅁㅏㄹ": "도움말",
    "ㄷㅗㅇㅜㅁㅁㅏㄹㅋㅋ": "도움말ㅋㅋ",
    "ㅇㅏ침 8시": "아침 8시",
    "ㅇㅏㅊㅣㅁ 8시": "아침 8시",
    "저녁 8ㅅㅣ": "저녁 8시",
    "오ㅎㅜ 3시": "오후 3시",
    "zㅜㅣ즈": "퀴즈",
    "쿠ㅣ즈": "퀴즈",
    "도우ㅁ말": "도움말",
    "ㅋㅟㅈㅡ": "퀴즈",
    "ㅈㅏㄹ ㅁㅗㄹㅡㄱㅔㅆㅇㅓㅇㅛ": "잘 모르겠어요",
    "ﾤﾧﾢ": "ㄴㄷㄲ",
    "ￇﾡ": "ㅔㄱ",
    "ﾧￌﾷￓﾱﾱￂﾩ": "도움말",
    "\u3164도움말\u3164": "도움말",
    "오늘\u3164레슨": "오늘 레슨",
    "오늘\u2800레슨": "오늘 레슨",
    "\u115f\u1160": "",
}
KEPT = (
    *(
        "ㅋㅋㅋ",
        "ㅠㅠ",
        "ㅜㅜ",
        "ㅎㅎ",
        "ㅇㅋㄷㅋ",
        "ㄱㅅ",
        "ㄱㅅㅠㅠ",
        "ㅇㅋㅠ",
        "ㅋㅠㅋㅠ",
        "ㅎㅠ",
        "ㅋㅠ",
        "ㅗ",
        "ㄴㄴ",
        "ㅂㅅ",
    ),
    *(
        "네ㅋ",
        "네ㅋㅋ",
        "아ㅠㅠ",
        "하ㅠ",
        "goㅋㅋ",
        "okㅋㅋ",
        "PPTㅎㅎ",
        "8시ㅂㄴ",
        "hello",
        "도움말",
        "개인화 × 글쓰기",
        "ㅣ",
        "",
    ),
)


@pytest.mark.parametrize(("typed", "meant"), MENDED.items())
def test_pieces_become_syllables(typed: str, meant: str) -> None:
    """What the fingers typed right and the keyboard left apart is read as it was meant."""
    assert mended(typed) == meant


@pytest.mark.parametrize("typed", KEPT)
def test_what_is_no_piece_stays(typed: str) -> None:
    """Laughter, tears, initials and other scripts are what they are."""
    assert mended(typed) == typed


def pieces(syllable: str) -> str:
    """A syllable as letters of a broken keyboard: 값 is ㄱㅏㅄ."""
    code = ord(syllable) - ord("가")
    tail = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", syllable)[2:])
    finals = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
    assert bool(tail) == bool(code % 28)
    return INITIALS[code // 588] + VOWELS[code // 28 % 21] + finals[code % 28].strip("\0")


@given(st.text(st.sampled_from([chr(code) for code in range(ord("가"), ord("힣") + 1)]), min_size=2, max_size=8))
def test_any_word_survives_being_taken_apart(word: str) -> None:
    """Whole words come back, but for those whose letters spell another word, or end like laughter or tears."""
    apart = "".join(map(pieces, word))
    ambiguous = any(pair in apart for pair in COMPOUNDS) or any(end in apart for end in ("ㅋㅋ", "ㅎㅎ"))
    if not ambiguous and not set(apart) <= set("ㅋㅎㅠㅜ"):
        assert mended(apart) == word


@given(st.text(max_size=60))
def test_mending_is_done_once(text: str) -> None:
    """It never raises, and what is mended stays."""
    assert mended(mended(text)) == mended(text)


def test_a_text_longer_than_anybody_types_stays() -> None:
    """Its cost is bounded."""
    assert mended("ㅇㅏ" * MOST_TYPED) == "ㅇㅏ" * MOST_TYPED
