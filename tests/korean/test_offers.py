"""The sentence that offers somebody something is Korean, whatever it is put together from."""

import pytest

from bot.korean import offers


@pytest.mark.parametrize(
    ("who", "to"),
    [
        ("아래층 미용실 원장님이요", "아래층 미용실 원장님께"),
        ("옆 팀 막내", "옆 팀 막내에게"),
        ("금요일 셔츠 손님", "금요일 셔츠 손님께"),
        ("김○○ 할머니", "김○○ 할머니께"),
        ("작년 수강생이에요", "작년 수강생에게"),
        ("동네 카페 사장 ㅂ", "동네 카페 사장 ㅂ께"),
        ("우리 이모한테", "우리 이모에게"),
        ("학부모 한 분", "학부모 한 분께"),
    ],
)
def test_to_whom(who: str, to: str) -> None:
    """께 for whom one honours, 에게 for others."""
    assert offers.to(offers.person(who)) == to


@pytest.mark.parametrize(
    "who", ["바쁜 직장인들", "30대 여성", "모두", "동네 사람들", "환자분들", "누구나", "자영업자 여러분"]
)
def test_many_are_nobody_to_ask(who: str) -> None:
    """A kind of people is not one person."""
    assert offers.is_many(who)


@pytest.mark.parametrize(
    "who", ["아들", "우리 막내아들", "아이들 엄마", "옛 팀장님", "들꽃 가게 주인", "모임에서 만난 분"]
)
def test_one_person_stays_one(who: str) -> None:
    """들 in a name or a word is no plural."""
    assert not offers.is_many(who)


@pytest.mark.parametrize(
    ("until", "by"),
    [
        ("사흘", "사흘 안에"),
        ("3일이요", "3일 안에"),
        ("일주일이면 돼요", "일주일 안에"),
        ("이번 주", "이번 주 안에"),
        ("금요일", "금요일까지"),
        ("12월 5일", "12월 5일까지"),
        ("월말", "월말까지"),
        ("다음 주 수요일까지요", "다음 주 수요일까지"),
        ("만난 날 저녁까지", "만난 날 저녁까지"),
        ("수업이 끝나면", "수업이 끝나면"),
        ("퇴원 전에", "퇴원 전에"),
        ("엄마 생신", "엄마 생신까지"),
        ("일요일 저녁까지 줄게요", "일요일 저녁까지"),
    ],
)
def test_by_when(until: str, by: str) -> None:
    """A span has 안에, a day 까지; what is said whole stays."""
    assert offers.tells_time(until)
    assert not offers.no_time(until)
    assert offers.by(until) == by


@pytest.mark.parametrize("until", ["빨리", "최대한 빨리요", "나중에", "상황 봐서"])
def test_no_time(until: str) -> None:
    """What nobody could be held to."""
    assert offers.no_time(until)


@pytest.mark.parametrize("until", ["사진 다섯 장", "네", "친절하게", "초안 쓰기"])
def test_what_tells_no_time(until: str) -> None:
    """An answer to another question."""
    assert not offers.tells_time(until)


@pytest.mark.parametrize(
    ("what", "given"),
    [
        ("예약 답장 문구 한 장", "예약 답장 문구 한 장을 드려요"),
        ("사진 다섯 장이요", "사진 다섯 장을 드려요"),
        ("예약 답장 문구 만들기", "예약 답장 문구를 만들어 드려요"),
        ("문장을 쉽게 고치기", "문장을 쉽게 고쳐 드려요"),
        ("옷장 정리", "옷장 정리를 해 드려요"),
        ("사진 수업", "사진 수업을 해 드려요"),
        ("집을 청소함", "집을 청소해 드려요"),
        ("문구를 만들어 드릴게요", "문구를 만들어 드려요"),
        ("대본을 같이 고쳐 줄 거예요", "대본을 같이 고쳐 드려요"),
        ("운동표를 짜줄게요", "운동표를 짜 드려요"),
        ("옷을 골라 줌", "옷을 골라 드려요"),
        ("편지를 대신 쓸게요", "편지를 대신 써 드려요"),
        ("점검표를 만들 거예요", "점검표를 만들어 드려요"),
        ("이력서를 함께 고쳐볼게요", "이력서를 함께 고쳐 드려요"),
        ("그림을 그려 주고 싶습니다", "그림을 그려 드려요"),
        ("메뉴판을 번역하는 거예요", "메뉴판을 번역해 드려요"),
        ("표로 정리해서 보내주고 싶어요", "표로 정리해서 보내 드려요"),
        ("쉬운 말로 적어 드려요", "쉬운 말로 적어 드려요"),
        ("메뉴판 드리기", "메뉴판을 드려요"),
        ("상품 사진 다섯장 찍어드림", "상품 사진 다섯장을 찍어 드려요"),
        ("그냥 도와드릴래요", "그냥 도와 드려요"),
        ("병원 예약을 대신 잡아 드리는 거", "병원 예약을 대신 잡아 드려요"),
        ("문구를 만드는 일이요", "문구를 만들어 드려요"),
        ("병원에 같이 가는 거예요", "병원에 같이 가 드려요"),
        ("사진 고르기", "사진을 골라 드려요"),
        ("반찬 나르는 거", "반찬을 날라 드려요"),
        ("잔치 치르기", "잔치를 치러 드려요"),
    ],
)
def test_what_is_given(what: str, given: str) -> None:
    """A thing, a deed, a wish or a plan: each ends in 드려요."""
    assert offers.given(what) == given


def test_the_whole_sentence() -> None:
    """To whom, by when, what."""
    assert offers.offer("옆 팀 막내", "사흘", "파일 이름 짓는 법 한 장") == (
        "옆 팀 막내에게, 사흘 안에, 파일 이름 짓는 법 한 장을 드려요."
    )


@pytest.mark.parametrize("text", ["표", "🙂🙂", "ㅁㄴㅇㄹ", "010-○○○○"])
def test_what_says_nothing(text: str) -> None:
    """Emoji, lone consonants and masked numbers are no answer."""
    assert offers.is_said("표 한 장")
    assert not offers.is_said(text)
