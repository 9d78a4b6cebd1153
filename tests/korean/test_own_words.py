"""Options said in one's own words: which one is meant, and where none is."""

import pytest

from bot.korean.own_words import option_meant

STOP, GO_ON, CHANGE = "이번 시험은 그만두기", "계속하며 그 말 적어 두기", "심심한 대목 하나 바꾸기"
SHORTER, BOTH = "뒤쪽만 짧게 줄이기", "뒤쪽과 값을 함께 고치기"
OPTIONS = (STOP, GO_ON, CHANGE, SHORTER, BOTH)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("그 말은 적어두고 계속 간다", GO_ON),
        ("그 말 적어 놓고 계속할래요", GO_ON),
        ("저라면 심심한 대목을 바꿀거같은데", CHANGE),
        ("그 대목은 바꿔야 할 듯해요", CHANGE),
        ("그냥 그만둘 것 같아요", STOP),
        ("저라면 뒤쪽을 줄일거같은데", SHORTER),
        ("뒤쪽은 짧게 줄여야죠", SHORTER),
        ("값을 고쳐야 할 것 같아요", BOTH),
    ],
)
def test_bent_in_whatever_way(said: str, option: str) -> None:
    """Every word that carries a meaning is one of the option's."""
    assert option_meant(said, OPTIONS) == option


@pytest.mark.parametrize(
    "said",
    "심심한 대목은 바꾸면 안 되죠|이번 시험은 그만두지 않을래요|그만두는 건 아닌 것 같아요|심심해요|뒤쪽이 길어요|뒤쪽"
    "|그만두는게 왜 오답이에요?|오늘은 그만할래요|말이 안 통하네|뒤쪽 대목을 바꿀 것 같아요".split("|"),
)
def test_turned_asked_or_of_several(said: str) -> None:
    """None is named."""
    assert not option_meant(said, OPTIONS)
