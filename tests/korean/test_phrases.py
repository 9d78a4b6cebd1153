"""A phrase in what was said, though other words stand between."""

import pytest

from bot.korean.phrases import holds


@pytest.mark.parametrize(
    ("said", "phrase", "held"),
    [
        ("반찬만들어서팔고싶어요", "반찬 팔", True),
        ("반찬가게에서일하는데오후부터는팔을다쳤어요", "반찬 팔", False),  # too far apart
        ("파는반찬이뭐예요", "반찬 팔", False),
        ("반찬은집반찬을팔아요", "반찬 팔", True),
        ("사업자등록증이요", "사업자 등록증", True),
        ("등록증사업자", "사업자 등록증", False),
        ("간이과세", "간이과세", True),
        ("간이", "간이과세", False),
        ("아무말", "", False),
    ],
)
def test_its_words_stand_in_their_order_and_near(said: str, phrase: str, *, held: bool) -> None:
    assert holds(said, phrase) is held
