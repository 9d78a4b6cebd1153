"""Words read once: mended, cut, and marked with what callers ask about, as tables."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import LOCALES
from bot.understanding.acts import Act
from bot.understanding.forms import load_forms
from bot.understanding.reading import bare, read

FORMS = load_forms(LOCALES / "ko" / "sayings" / "acts.toml")
MOST = 0.05  # seconds of CPU; ten times what the slowest took, so that only runaway patterns are caught

MARKS = {  # by mark: sayings that bear it, and sayings that only look like it
    "asks": (
        "어떻게 해요|왜 안 와요|뭐예요|언제 와요|얼마예요|누구세요|오나요|볼까요|맞는가요|있니|맞죠?|저녁 7시에 와요?",
        (
            "언제나 좋아요|누구나 할 수 있어요|왜냐하면 좋아서요|왜 안 오는지 물어봐요|뭐든 해요|다음 주에 만나요"
            "|세 시에 끝나요|회사에는 가요|‘왜요?’라고 물었어요"
        ),
    ),
    "wishes": (
        "보여 줘|보내 주세요|쉬고 싶어요|공부할래요|부탁해요|8시로 바꿔|보내|받을래|왔으면 좋겠어요|알려줘",
        "저녁 7시에 보내셨네요|어제 받았어요|손님에게 보여 줘요|저녁에 먹어요|왜 안 와요?|바꿔 온 물건",
    ),
    "denies": (
        "안 와요|못 해요|받지 않아요|보내지 마세요|8시 말고|아니에요|싫어요|이거안할래요|알림 안 왔어요",
        "안내문을 써요|안녕하세요|동안 해요|안경점 사장|좋아요|마음이 편해요",
    ),
    "past": ("쉬었네요|했어요|갔어요|어제 와요|배웠지|지난주 일", "있어요|하겠어요|쉬어요|재미있네요|가요"),
    "plain_noun": (
        "개인화|가게 이름|회원 탈퇴|알림 저녁 8시 문자 서비스|폭",
        "해요|답하기|보내|모르겠어요|hello|010-1234-5678|ㅋㅋ",
    ),
    "contact": (
        (
            "010-1234-5678|01012345678|010 1234 5678|전화는 ０１０-1234-5678|+82 10-1234-5678|02-123-4567|1588-1234"
            "|me@example.com|https://example.com/a|example.co.kr|www.example|사진 a.jpg|900101-1234567|110-123-456789"
            "|1234-5678-1234-5678"
        ),
        "2026-11-28|12/1~12/5|8:30|12,000원|1.5배|10-20명|3시.그리고|2026년 11월|석 달에 12만 원",
    ),
}
ROWS = [
    (mark, words, held)
    for mark, (bearing, alike) in MARKS.items()
    for held, side in ((True, bearing), (False, alike))
    for words in side.split("|")
]
ANYTHING = (
    "가 ㅋ 하 haha lol ㅇㅏ 이 해요 이요 ? ‘ a.b 1- 0 ㄱ zㅜㅣ즈 abc rkskek 도ㅏ - ~ㅋ ㅋ; 아니취소몰라 주세요가 a@ "
    "네네 \u0301 \ud800 👍"
).split()


def test_marks() -> None:
    """Each mark holds for what bears it, and not for what only looks like it."""
    assert [row for row in ROWS if getattr(read(row[1], FORMS), row[0]) is not row[2]] == []


@pytest.mark.parametrize(
    ("words", "foreign"),
    [
        ("Hello, I want to study", "english"),
        ("where is the lesson", "english"),
        ("こんにちは", "other"),
        ("你好", "other"),
        ("привет", "other"),
        ("znlwm", ""),
        ("dkssudgktpdy", ""),
        ("7:30 PM", ""),
        ("ok", ""),
        ("오늘 lesson", ""),
        ("123", ""),
        ("👍", ""),
    ],
)
def test_foreign(words: str, foreign: str) -> None:
    """Without Hangul in either layout; an hour and a word that is known in any script are none."""
    assert read(words, FORMS).foreign == foreign


def test_the_same_words_in_every_cut() -> None:
    """Mended once, then folded, bare, in tokens and in the other layout."""
    reading = read(" ㅋㅟㅈㅡ, 보여  줘요!! ㅋㅋ", FORMS)
    assert reading.words == "퀴즈, 보여  줘요!! ㅋㅋ"
    assert reading.folded == "퀴즈,보여줘요!!ㅋㅋ"
    assert reading.bare == "퀴즈,보여줘요"
    assert reading.tokens == ("퀴즈", "보여", "줘요", "ㅋㅋ")
    assert read("znlwm", FORMS).layouts == ("퀴즈",)
    assert read("Znlwm", FORMS).layouts == ("퀴즈",)
    assert read("므", FORMS).layouts == ("am",)
    assert read("12", FORMS).layouts == ()


def test_laughter_and_signs_in_turns_are_peeled_however_many() -> None:
    """As long as a message may be, and with nothing of the words."""
    assert bare("퀴즈" + "~ㅎ" * 1500) == "퀴즈"
    assert bare("“ㅋㅋ!”") == ""
    assert bare("ㄱㅋㅋ") == "ㄱㅋㅋ"


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("안녕하세요. 오늘 레슨 보여 주세요", Act.WISH),
        ("고마워요! 근데 왜 안 와요?", Act.QUESTION),
        ("네. 저는 꽃집을 해요.", Act.STATEMENT),
        ("안녕하세요. 개인화", Act.NONE),
        ("싫어요. 다른 거 주세요", Act.WISH),
        ("손님이 ‘몇 시에 열어요?’라고 물어요.", Act.STATEMENT),
        ("하루 3.5시간 일해요.", Act.STATEMENT),
        ("", Act.NONE),
        ("   ", Act.NONE),
    ],
)
def test_several_sentences(words: str, act: Act) -> None:
    """The one that wants most of the bot tells; quotes are somebody else's."""
    assert read(words, FORMS).act is act


@pytest.mark.parametrize("piece", ANYTHING, ids=ascii)
def test_nothing_said_is_slow(piece: str) -> None:
    """A thousand characters of anything cost a moment, alone or before a sign that fits no pattern."""
    for words in ((piece * 1000)[:1000], (piece * 1000)[:999] + "x", f"{piece} " * 500, (piece * 50)[:50]):
        started = time.process_time()
        read(words, FORMS)
        assert time.process_time() - started < MOST


@given(st.text(max_size=80))
def test_reading_never_raises(words: str) -> None:
    """Whatever is said has a reading, and reading what was read changes nothing."""
    reading = read(words, FORMS)
    assert read(reading.words, FORMS).act is reading.act
