"""A word that is expected among other words: given, only proposed, or denied."""

import pytest

from bot.korean.word_in_frame import Stand, stand_of
from tests.korean.test_answers import DENIALS, OTHERS, each

GIVEN = """
    결과물ㅋㅋ 이건 알지|결과물 이거 맞죠|제 기억으론 결과물|당연히 결과물이지|결과물…이었던 것 같은디
    맞다 결과물!! 아까 왜 생각이 안 났지|결과물 그거요 그 왜 지난주에 나온 거|드디어 결과물
    처음엔 딴 건 줄 알았는데 생각해보니 결과물이네요|결과물, 그리고 저 오늘은 이것만 하고 갈게요
    결과물때문에 미치고 팔짝 뛰겠네ㅋㅋ 이게 답이죠|결과물 알지 이건|아 생각났어요 결과물이요!
    어제 배웠는데 결과물이잖아요|찍어보자면 결과물|결과물입니다 이번엔 자신 있어요|결과물 ㅎㅎ 쉽네요
    결과물이요, 왜 헷갈렸지|결과물이네 왜 몰랐을까|결과물요 커피 한잔 하면서 풀고 있어요|모르겠지만 결과물
    결과물!! 드디어 기억났다|성과물인 줄 알았는데 결과물이네요|틀려도 결과물로 갑니다|아까 말한 건 결과물
"""
PROPOSED = """
    결과물 만드는 게 너무 어려워요|결과물이 마음에 들어요|우리 결과물|다른 결과물|결과물인지 모르겠어요
    결과물 이라고 쓰면 맞나요 틀리나요|결과물이나 성과물|결과물 아니면 산출물|고객이 결과물을 받아 가요
    결과물 이게 뭐예요|결과물에 관한 문제네요|결과물 비슷한 거|결과물지|좋은 결과물이요|결과물, 성과물|결과물의 반대말
"""
DENIED = """
    결과물일 리 없고|결과물… 아 이거 아니다|결과물은 아닌 것 같고|설마 결과물|결과물 말고 딴 거|결과물일 리가
    결과물은 절대 아니고요|결과물이 아닌 건 확실해요|결과물? 아니지 아니지|결과물 이거 아니죠|결과물은 틀렸고
    결과물만 아니면 돼요|아닌 결과물|안 결과물|결과물은 빼고요|결과물은 땡|결과물 취소
"""
ABSENT = "결과|산출물|물|결과를 내는 거|결과물집|중간결과물|"


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        (words, stand)
        for stand, table in zip(Stand, (ABSENT, GIVEN, PROPOSED, DENIED), strict=True)
        for words in each(table)
    ],
)
def test_as_what_a_word_stands(words: str, stand: Stand) -> None:
    """By the clauses around it, with two other words that may be meant."""
    assert stand_of(words, "결과물", ["성과물", "산출물"]) is stand


@pytest.mark.parametrize("words", [*each(DENIALS), *each(OTHERS)])
def test_no_denial_and_no_other_word_gives_it(words: str) -> None:
    """The tables of what is no answer."""
    assert stand_of(words, "융합", ["개인화", "1인 × 자동화"]) is not Stand.GIVEN


def test_more_than_anybody_types_holds_nothing() -> None:
    """And no words break it."""
    assert stand_of("결과물 " * 100, "결과물") is Stand.ABSENT
    assert stand_of("", "결과물") is Stand.ABSENT
    assert stand_of("결과물", "") is Stand.ABSENT
