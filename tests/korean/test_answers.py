"""Right answers in natural Korean are heard as right, and nothing that denies, adds to or resembles one is."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.answer_parts import part_named
from bot.korean.answers import same, says
from bot.korean.ordinals import digits, mentioned, numbered, place_of, rows, sino_digits
from bot.korean.talk import is_talk

OPENINGS = """
    정답: 융합|정답은 융합|답은 융합|답: 융합|답 융합|음 융합|음... 융합|어, 융합|아 융합|아마 융합
    아마도 융합|제 생각엔 융합|제 생각에는 융합|저는 융합|그건 융합|이건 융합|혹시 융합|빈칸은 융합|2. 융합
    2) 융합|① 융합|음.. 아마 제 생각엔 융합|- 융합|=> 융합|정답은융합
    그야 융합이지유|하모 융합이라예|ㅎㅎ 쉽네 융합|아 생각났다 융합|음 잠깐만요 아마도 융합|빈칸에 들어갈 말은 융합
    들어갈 말은 융합입니다|손님마다 다르게 굽는 거니까 융합 쪽이라고 생각합니다
"""
ENDINGS = """
    융합이요|융합요|융합이에요|융합예요|융합입니다|융합인가요?|융합인 것 같아요|융합인거 같아요|융합 같아요
    융합 같은데요|융합이죠|융합죠|융합이겠죠|융합일 듯|융합일 듯해요|융합인 듯싶어요|융합일까요?|융합이네요
    융합이었어요|융합이라고 생각해요|저는 융합이라고 봐요|융합으로 할게요|융합 고를게요|융합을 선택할게요
    융합이 맞아요|융합 맞죠?|융합이 맞는 것 같아요|융합이 정답이에요|융합이 답인 것 같아요|융합일 거예요
    융합이잖아요|융합 아닌가요?|융합 아닐까요?|융합이 아닐까요?|융합이 아닐까 싶어요|융합 쪽이요
    융합이 들어가요|융합임|융합이야|융합이다|융합이래요
    융합이라고 하죠|융합이라 생각합니다|융합이라 봅니다|융합에 가까워요|융합에 가장 가까운 것 같아요|융합으로 바꿔요
    융합입니다만|융합이지 않을까요?|융합이지 않을까 싶어요|융합이 맞지 않을까요|융합이죠 뭐|융합 정답!
    융합인 것 같은데 맞나요?|융합이요 맞죠?|융합이 낫겠네요|융합이 맞겠네요|융합으로 가시죠
    융합이라예|융합이지유|융합이지라|융합인교|융합 아인교|융합이여라|융합이랑께요|융합 (맞나?)|융합 (아닌가요)
"""
MARKS = """
    융합!|융합~|융합...|융합ㅋㅋ|융합ㅎㅎ|융합 ㅠㅠ|융합😊|융합요~ㅎㅎ|‘융합’이요|(융합)|융합 ^^|융합;;
    융합이요!!ㅋㅋㅋ|융합...인가요?|“융합”입니다
"""
CONTRASTS = """
    개인화 말고 융합|개인화가 아니라 융합이에요|개인화 아니고 융합|개인화보다는 융합 같아요|개인화 대신 융합
    음 개인화 말고 융합이요
"""
DENIALS = """
    융합이 아니에요|융합 아니에요|융합은 아니에요|융합 아니에요?|융합이 아닌가요?|융합 아니야|융합 아님
    융합은 아닌 듯|융합이 아닌 것 같아요|안 융합|안융합|융합 말고|융합 말고요|융합 말고 다른 거|융합 빼고
    융합 같지 않아요|융합일 리가 없어요|융합이 아니라고 생각해요|융합은 절대 아니죠|융합이 아니라면
    융합 말고 개인화|융합이 아니라 개인화예요|융합인지 모르겠어요|융합은 틀렸어요|융합은 땡|융합이 뭐예요
    융합 뜻이 뭐예요?|아니 융합|융합 못해요|융합이지 않아요|융합이지는 않을까요|융합에 가깝지 않아요|융합에서 멀어요
    융합이라고 하지 않죠|융합이라고는 못 하죠|융합이라 생각하지 않아요|융합으로 바꾸지 마요|융합으로 바꾸면 안 돼요
    융합인 것 같은데 아니죠?|융합 정답 아님|융합이 맞지 않아요|융합만 아니면 돼요|융합하고는 달라요
    융합 아입니더|융합이 아니라예|융합은 아니니까 개인화|융합이 아니라서 개인화예요
"""
OTHERS = """
    융합형|융합형 인재|융합하다|융합적|융합력|비융합|융합체|융화|융합이랑 개인화|융합, 개인화
    융합 또는 개인화|융합용|첫 융합|융합이용|융합 전략|융합이라
"""


def each(table: str) -> list[str]:
    return [words.strip() for line in table.strip().splitlines() for words in line.strip().split("|")]


def test_the_frame_around_an_answer_does_not_count() -> None:
    """What is said before it, how the sentence ends, the signs, and what is set aside for it."""
    framed = [typed for table in (OPENINGS, ENDINGS, MARKS, CONTRASTS) for typed in each(table)]
    assert [typed for typed in framed if not same(typed, "융합", ["개인화", "1인 × 자동화"])] == []


def test_no_denial_and_no_other_word_is_an_answer() -> None:
    """Neither a sentence that denies it, nor a word that holds it, nor two words at once."""
    other = [typed for table in (DENIALS, OTHERS) for typed in each(table)]
    assert [typed for typed in other if same(typed, "융합", ["개인화", "1인 × 자동화"])] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(("1인 x 자동화", "1인 × 자동화"), ("1인X자동화", "1인 × 자동화"), ("1인 ✕ 자동화예요", "1인 × 자동화")),
        *((sign, "X") for sign in "×✕✖❌"),
        *((sign, "O") for sign in "○〇⭕◯✅"),
        *(("ｏ", "O"), ("Ｏ입니다", "O"), ("답은 ×", "X")),
    ],
)
def test_signs_are_one_however_they_are_drawn(typed: str, expected: str) -> None:
    """Crosses, circles and full width fold before anything is compared."""
    assert same(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(("전문서", "전문성"), ("전문가", "전문성"), ("자동차", "자동화"), ("미확정", "미확인"), ("결과론", "결과물")),
        *(("개인적", "개인화"), ("의뢰자", "의뢰인"), ("합격자", "합격선"), ("2만", "2"), ("대중가요", "대중가")),
        *(
            ("손님", "손"),
            ("손님이요", "손"),
            ("때가", "때"),
            ("답다", "답"),
            ("말이", "말"),
            ("필요", "필"),
            ("확인", "미확인"),
            ("미확인", "확인"),
        ),
    ],
)
def test_a_word_that_differs_in_its_end_is_another_word(typed: str, expected: str) -> None:
    """A slip turns no noun into another noun, and one syllable is easily part of another word."""
    assert not same(typed, expected)


@pytest.mark.parametrize(
    "typed",
    each("몰라|몰라요|잘 몰라요ㅠㅠ|음 몰라|모르겠는데요|저는 모르겠습니다|전혀 모르겠어요|모르겠당|아 모르겠네요"),
)
def test_a_saying_bends(typed: str) -> None:
    """One form in the table is heard with every ending that does not turn it."""
    assert says(typed, "몰라 모르겠")


@pytest.mark.parametrize(
    "typed", each("안 몰라요|모르겠지 않아요|고객은 모르겠어요|모르는 사람|몰라도 돼요|알겠어요||?")
)
def test_a_saying_is_not_looked_for_inside_words(typed: str) -> None:
    """What turns it, and what holds it, is another saying."""
    assert not says(typed, "몰라 모르겠")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        *(
            (words, 1)
            for words in each("1|1번|일번|첫번째|첫 번째 거|첫째요|①|답은 1|1번이요|1번인 것 같아요|맨 위|1번째")
        ),
        *((words, 1) for words in each("아래에서 세 번째|위에서 첫째 거|걍 1번|제가 볼 땐 첫째요|정답은 하나요")),
        *(
            (words, 2)
            for words in each(
                "제가볼땐 둘째요|두째요|밑에서 두 번째|끝에서 둘째|"
                "한가운데 있는 거요|②번이지 싶은데요|2번이죠 이건|아무리 봐도 둘째"
            )
        ),
        *((words, 3) for words in each("밑에서 첫 번째 거|뒤에서 첫째|제일 끝에 거요|맨 밑에 꺼")),
        *(
            (words, None)
            for words in each("④요|답이 둘인 것 같아요|정답이 하나가 아닌데요|밑에서 네 번째|끝에서 두 번째는 아니에요")
        ),
        *(
            (words, 2)
            for words in each(
                "2|이번이요|둘째|두 번째|두번째 거 같아요|②|2요|가운데 거|1번 말고 2번|정답은 2번!|2번 아닌가요?"
            )
        ),
        *((words, 3) for words in each("3번|셋째|세 번째 보기|마지막 거|3인 것 같아요|삼번이요")),
        *(
            (words, None)
            for words in each(
                "4|네 번째|1번이랑 2번|1, 2|1과|2시|이번에|2만|2번 아니에요|안녕|이번 주는 쉴래요||두 번째부터요"
            )
        ),
    ],
)
def test_a_place_is_named_in_many_ways(words: str, place: int | None) -> None:
    """Digits, both kinds of numerals, circled signs; never a lesson, a time, a denial or two at once."""
    assert place_of(words, 3) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("두번째요 아마", 2),
        ("하나 둘 셋 중에 둘", 2),
        ("1번 3번 중에서 3번이요", 3),
        ("2번 3번 중에 헷갈려요", None),
        ("이번엔 1번에 걸어본다", 1),
        ("2번에 한 표요", 2),
        ("2번은 확실히 아닌데", None),
        ("3번이요. 근데 오늘 비가 많이 오네요", 3),
        ("맨 끝에 거 같은데 자신은 없네요", 3),
        ("앞에꺼", 1),
        ("삼", 3),
        ("세 번째로 하께", 3),
        ("3번요. 아니다 2번", None),
        ("2번이요? 그게 뭐였죠", None),
        ("1번은 아니고 2번 3번 중에 고민돼요", None),
        ("뒤로", None),
        ("일", 1),
        ("일요", None),
    ],
)
def test_a_place_in_one_of_several_sentences(words: str, place: int | None) -> None:
    """Unless another sentence turns it round, doubts it or asks; numbers read aloud only alone."""
    assert place_of(words, 3) == place


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("전문성!! 이건 쉽네요", True),
        ("전문성! 맞죠?", True),
        ("전문성 같습니다만", True),
        ("에이 전문성이잖아요", True),
        ("전문성 확실해요", True),
        ("전문성 맞지예", True),
        ("전문성 아닌 것 같습니다만", False),
        ("전문성은 확실하지 않아요", False),
        ("전문성 아닌 게 확실해요", False),
        ("그 머시냐 전문성이제", True),
        ("답이 전문성인 것 같습니다. 어제 본 글에 있었어요", True),
        ("전문성 같은데 우리 형님은 경험이라 하네요", True),
        ("전문성? 아니다 경험", False),
        ("전문성? 그게 뭐예요", False),
        ("경험? 전문성?", False),
        ("전문성이요 아 잘못 적었어요", False),
    ],
)
def test_a_word_in_one_of_several_sentences(words: str, right: bool) -> None:  # noqa: FBT001 - a column
    """The same of an answer that is typed."""
    assert same(words, "전문성", ["경험"]) is right


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("1번은 확실히 아니고 2번 3번 중에 고민되네", (1, 2, 3)),
        ("아까 2번 눌렀는데 반응이 없어요", (2,)),
        ("두 번째가 나을까요", (2,)),
        ("4번!", (4,)),
        ("④요", (4,)),
        ("12번", ()),
        ("이번에는 모르겠어요", ()),
    ],
)
def test_places_that_are_only_mentioned(words: str, places: tuple[int, ...]) -> None:
    """Whatever is said of them."""
    assert mentioned(words) == places


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2. 융합", (2, "융합")),
        ("② 융합", (2, "융합")),
        ("3번 융합이요", (3, "융합이요")),
        ("3만 원", None),
        ("3", None),
    ],
)
def test_a_number_before_the_words(words: str, found: tuple[int, str] | None) -> None:
    """The number and the words are told apart."""
    assert numbered(words) == found


@pytest.mark.parametrize(
    "words",
    each(
        "3142|3-1-4-2요|3 1 4 2|3, 1, 4, 2입니다|③①④②|3→1→4→2|3번 1번 4번 2번이요|답은 3142|3142 순서요|"
        "순서는 3142|순서: 3142예요|3 다음 1 다음 4 다음 2|3번이랑 1번 4번 2번"
    ),
)
def test_a_row_of_digits(words: str) -> None:
    """Whatever stands between the signs and is said around them."""
    assert next(rows(words, digits(4))) == "3142"


@pytest.mark.parametrize("words", each("삼일사이|삼 일 사 이|삼일사이요|삼일사이이에요|삼일사이 같아요"))
def test_a_row_read_aloud(words: str) -> None:
    """이 may be two and the beginning of an ending; the row of four is found."""
    assert "3142" in rows(words, sino_digits(4))


@pytest.mark.parametrize("words", each("3142 아니에요|3142 말고|3142가 뭐예요|안녕|" + "1" * 40))
def test_no_row(words: str) -> None:
    """A denial, a question and an endless number are no rows."""
    assert not list(rows(words, digits(4)))


WAYS = ("최근에 산 가방 물어보기", "다른 분 소개 부탁하기", "안 쓰는 가방 대신 주문 받기")


@pytest.mark.parametrize(
    ("words", "way"),
    [
        *(
            (words, 0)
            for words in each(
                "최근에 산 가방|산 가방 물어보기|최근에 산 가방 물어봐요|산 가방 물어볼게요|"
                "최근에 산 가방 물어보는 거요"
            )
        ),
        *(
            (words, 1)
            for words in each(
                "소개 부탁|소개|다른 분이요|소개 부탁해요|다른 분 소개 부탁하는 게 좋을 것 같아요|소개 부탁합니다"
            )
        ),
        *((words, 2) for words in each("주문 받기|주문 받을래요|주문 받아요|주문이요")),
        *(
            (words, None)
            for words in each(
                "가방|물어보지 않기|가방 안 물어봐요|쓰는 가방|소개는 아니에요|소개 말고|소개랑 주문|다른|분"
            )
        ),
    ],
)
def test_a_part_that_only_one_has(words: str, way: int | None) -> None:
    """Whole words in a row name it, also as a sentence; what several have, or what is set aside in it, does not."""
    assert part_named(words, WAYS) == way


TASKS = (
    "예약 시간 문자 보내기",
    "날씨와 승차 기록 견주기",
    "먼저 들을 상대가 생겨서",
    "바쁜 부모 대신 책 고르기",
    "미루고 변호사에게 묻기",
    "줄 끊긴 이웃",
)


@pytest.mark.parametrize(
    ("words", "task"),
    [
        *(
            (words, 0)
            for words in each(
                "예약 문자 보내기|예약 시간 문자 보내는 거요|예약 문자를 보내면 돼요|예약은 문자로 보낼게요"
            )
        ),
        *(
            (words, 1)
            for words in each("날씨랑 승차 기록 견주기요|날씨하고 승차 기록이겠죠|날씨와 승차 기록을 견주면 되죠")
        ),
        *((words, 2) for words in each("먼저 들을 상대가 생기니까|들을 상대가 생기니까요|먼저 들을 상대 생겨서요")),
        *((words, 3) for words in each("바쁜 부모|바쁜 부모요|책 고르기|책 고를게요")),
        *(
            (words, 4)
            for words in each("변호사에게 물어봐요|변호사한테 묻기|변호사에게 물을래요|변호사에게 묻는 게 낫죠")
        ),
        *((words, 5) for words in each("줄이 끊긴 이웃이요|줄 끊긴 이웃 같아요")),
        *(
            (words, None)
            for words in each(
                "변호사에게 묻지 말기|변호사에게 안 물어봐요|줄 안 끊긴 이웃"
                "|예약 문자 안 보내기|예약 문자 보내지 않기|문자 예약|날씨랑 승차 기록 말고요|승차 기록을 견주지 마요"
                "|부모|먼저 들을 상대가 안 생겨서|먼저 들을 상대가 없으니까|예약 기록 보내기"
                "|먼저 들을 상대가 생겨서하고는 달라요|바쁜 부모 말고|바쁜 부모는 아니에요"
            )
        ),
    ],
)
def test_the_words_of_one_in_their_order(words: str, task: int | None) -> None:
    """Other particles, another ending, a word left out; never a word more, and no word that turns."""
    assert part_named(words, TASKS) == task


@pytest.mark.parametrize(
    "words",
    each(
        "뭐예요|왜요|무슨 뜻이에요|그게 뭐죠??|고객이 뭐예요|너무 어려워요|재미없어요|문제가 이상해요|"
        "오늘 수업 시작하자|공부할래|쉽게 설명해줘|내일은 쉴게요"
        "오늘은 바빠요|ㅋㅋㅋ|ㅠㅠ|하하하|크크|고객이 아니에요|고객 말고|고객이랑 손님|고객, 손님|안 고객|"
        "초성 퀴즈 재밌네요|저 오늘 휴가예요|지금 운전 중이에요|힘들었다|배우고 싶어요|알림 꺼주세요|이해가 안 돼요|…|"
    ),
)
def test_talk_names_nothing(words: str) -> None:
    """Questions, sentences with a verb, laughter, denials and two things at once are no answer."""
    assert is_talk(words)


@pytest.mark.parametrize(
    "words",
    each(
        "이웃|이웃이요|이웃 같아요|파란 코끼리|사장님|회사요|손님인 것 같아요|은행이죠|만든 사람|직원들|"
        "아이디어|나이|3만 원|AI 도구|바다|우리"
    ),
)
def test_a_name_is_no_talk(words: str) -> None:
    """A noun, with or without what is said around it."""
    assert not is_talk(words)


def long_texts() -> Iterator[str]:
    yield from (sign * 3_000 for sign in "음가1(답xㅋ ")
    yield from (words * 500 for words in ("정답은 ", "개인화 말고 ", "같아요", "아 ", "1번 "))


@pytest.mark.parametrize("words", list(long_texts()))
def test_what_nobody_types_is_nothing(words: str) -> None:
    """Beyond the longest answer nothing is peeled, so nothing grows with its length."""
    assert not same(words, "융합")
    assert not says(words, "음 가 같아요 몰라")
    assert place_of(words, 3) is None
    assert part_named(words, WAYS) is None
    assert not list(rows(words, digits(4)))
    assert is_talk(words)


@given(words=st.text(max_size=60) | st.text("융합개인화이요네아닌정답은음1번말고 ?ㅋ.-×", max_size=40))
def test_no_words_break_it(words: str) -> None:
    """Anything is heard or refused."""
    same(words, "융합")
    says(words, "몰라")
    place_of(words, 3)
    numbered(words)
    part_named(words, WAYS)
    list(rows(words, digits(4)))
    is_talk(words)
