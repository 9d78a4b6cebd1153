"""Two fields that somebody wants joined, in one sentence."""

import pytest

from bot.korean.mixing import Mixture, mixture


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("미용이랑 영상 편집 섞어줘", Mixture("미용", "영상 편집")),
        ("요리 × 데이터", Mixture("요리", "데이터")),
        ("요리 x 데이터", Mixture("요리", "데이터")),
        ("카페 + 책방", Mixture("카페", "책방")),
        ("꽃집에 사진을 더하면?", Mixture("꽃집", "사진")),
        ("간호하고 글쓰기 조합해 볼래", Mixture("간호", "글쓰기")),
        ("회계와 여행 융합", Mixture("회계", "여행")),
        ("영어랑 돌봄 융합해 주라", Mixture("영어", "돌봄")),
        ("네일이랑 데이터 섞어 주실래요", Mixture("네일", "데이터")),
        ("내 분야는 미용이고 사진이랑 섞고 싶어요", Mixture("미용", "사진")),
        ("전 요가 강사인데 요가랑 그림 섞어 볼까요?", Mixture("요가", "그림")),
        ("요리랑 코딩을 챗GPT로 섞어줘", Mixture("요리", "코딩", "챗GPT")),
        ("엑셀로 세무랑 꽃 합쳐 주세요", Mixture("세무", "꽃", "엑셀")),
        ("미용이랑 사진이랑 캔바 섞어줘", Mixture("미용", "사진", "캔바")),
        ("우주 탐사와 양봉 섞으면 어때요?", Mixture("우주 탐사", "양봉")),
        ("사진이랑 섞어줘", Mixture("", "사진")),
        ("도구는 챗GPT로 물류랑 여행 섞어줘", Mixture("물류", "여행", "챗GPT")),
    ],
)
def test_what_is_joined(words: str, found: Mixture) -> None:
    """By a verb or a sign, with a tool or without."""
    assert mixture(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "미용",
        "섞어줘",
        "손님에게 커피와 빵을 섞어서 팔아요",
        "카톡이랑 텔레그램 합쳐줘",
        "바다와 산",
        "🙂 × 🙂",
        "고마워요",
        "",
    ],
)
def test_what_is_no_mixture(words: str) -> None:
    """One field, a sentence about one's work, messengers."""
    assert mixture(words) is None


def test_two_names_are_enough_where_they_are_asked_for() -> None:
    """요리와 여행 under the question; a sentence is none there either."""
    assert mixture("요리와 여행", open_=True) == Mixture("요리", "여행")
    assert mixture("고객과 대화하고 싶어요", open_=True) is None
