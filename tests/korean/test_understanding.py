"""What typed words mean, as a table: surest first, never a silent guess."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.message import Button, Go, Message, go_of
from bot.understanding import Meaning, Vocabulary, legible, meanings
from tests.language import LANGUAGE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
KOREAN = {
    "시간대": "zone",
    "하는일": "job",
    "시작": "start", "오늘": "today", "다음": "next", "퀴즈": "quiz", "복습": "review", "진도": "progress",
    "알림": "remind", "쉬기": "rest", "계획": "plan", "근거": "source", "도움말": "help", "연결": "link",
    "내데이터": "mine", "탈퇴": "forget",
}  # fmt: skip
WORDS = Vocabulary(
    latin=frozenset({*KOREAN.values(), "term", "answer", "write"}),
    korean=KOREAN,
    open=frozenset({"remind", "rest", "link", "zone"}),
    terms=frozenset({"가설", "개인화", "자기 고용", "견본"}),
)
QUIZ = Message(
    ("?",), (Button("융합", Go("answer", "q 2")), Button("개인화 서비스", Go("answer", "q 1"))), Go("answer", "q")
)
READ_BACK = Message(("8시예요",), (Button("맞아요", Go("keep")), Button("고칠래요", Go("remind"))), Go("remind"))
LINE = Message(("적어 주세요",), (Button("건너뛰기", Go("skip", "a")),), Go("write", "a"))


def first(words: str, screen: Message | None = None) -> Meaning | None:
    return next(meanings(words, screen, WORDS, LANGUAGE, NOW), None)


@pytest.mark.parametrize(
    ("words", "command", "taken_for"),
    [
        ("오늘", "/today", ""),
        ("  오늘\n", "/today", ""),
        ("내 데이터", "/mine", ""),
        ("/today", "/today", ""),
        ("/TODAY", "/today", ""),
        ("today", "/today", ""),
        ("ㅋㅈ", "/quiz", "퀴즈"),
        ("퀴ㅈ", "/quiz", "퀴즈"),
        ("ㄷㅇㅁ", "/help", "도움말"),
        ("ㅈㄷ", "/progress", "진도"),
        ("도움", "/help", "도움말"),
        ("znlwm", "/quiz", ""),
        ("ZNLWM", "/quiz", ""),
        ("tlwkr", "/start", ""),
        ("Tlwkr", "/start", ""),
        ("dhsmf", "/today", ""),
        ("ㅗ디ㅔ", "/help", "help"),
        ("퀴즈 줘", "/quiz", ""),
        ("진도 알려 주세요", "/progress", ""),
        ("오늘 할래요", "/today", ""),
        ("퀴쯔", "/quiz", "퀴즈"),
        ("도음말", "/help", "도움말"),
        ("탈뢰", "/forget", "탈퇴"),
        ("알림 평일 8시", "/remind 평일 8시", ""),
        ("알람 평일 8시", "/remind 알람 평일 8시", ""),
        ("쉬기 3일", "/rest 3일", ""),
        ("연결 ABCD-1234", "/link ABCD-1234", ""),
        ("평일 저녁 7시 반", "/remind 평일 저녁 7시 반", ""),
        ("아침 7시부터 아침 9시까지는 보내지 마", "/remind 아침 7시부터 아침 9시까지는 보내지 마", ""),
        ("30분 뒤", "/remind 30분 뒤", ""),
        ("ㄱㄱ", "/today", ""),
        ("가설 뭐야", "/term 가설", ""),
        ("가설이 무슨 뜻이에요?", "/term 가설", ""),
        ("자기고용이란", "/term 자기 고용", ""),
        ("ㄱㅇㅎ", "/term 개인화", "개인화"),
        ("가설", "/term 가설", "가설"),
        ("ㅋㅈ!", "/quiz", "퀴즈"),
        ("ㅋㅈ 줘", "/quiz", "퀴즈"),
        ("ㄱㄱㄱㄱ!", "/today", ""),
        ("고고", "/today", ""),
        ("고고고고", "/today", ""),
        ("내데", "/mine", "내데이터"),
        ("ehdna", "/help", "도움말"),
        ("znlwm wntpdy", "/quiz", "퀴즈"),
        ("dhsmf gkffo", "/today", "오늘"),
        ("알림꺼줘", "/remind off", ""),
        ("dkffla Rjwnj", "/remind off", ""),
        ("tnlrl 3dlf", "/rest 3일", "쉬기"),
        ("dkffla vuddlf 8tl", "/remind 평일 8시", "알림"),
        ("rktjf", "/term 가설", "가설"),
        ("rktjf anjdi", "/term 가설", "가설"),
        ("／quiz", "/quiz", ""),
        ("ｑｕｉｚ", "/quiz", ""),
        ("'퀴즈'", "/quiz", "퀴즈"),
        ("[퀴즈]", "/quiz", "퀴즈"),
        ("퀴즈🙂", "/quiz", ""),
        ("퀴즈~ㅎㅎ", "/quiz", ""),
        ("퀴즈 풀래요", "/quiz", ""),
        ("퀴즈 풀고 싶어요", "/quiz", ""),
        ("퀴즈 보내 줘", "/quiz", ""),
        ("퀴즈 시작해 줘", "/quiz", ""),
        ("퀴즈 시작", "/quiz", ""),
        ("퀴즈 부탁드립니다", "/quiz", ""),
        ("퀴즈 고고", "/quiz", ""),
        ("복습하고 싶어요", "/review", ""),
        ("복습 좀 할게요", "/review", ""),
        ("오늘 레슨", "/today", ""),
        ("오늘 배울 거 줘", "/today", ""),
        ("진도가 궁금해요", "/progress", ""),
        ("진도를 알려주세요", "/progress", ""),
        ("도움 필요해요", "/help", "도움말"),
        ("탈퇴하고 싶어요", "/forget", ""),
        ("시작합니다", "/start", ""),
        ("근거 보여줘", "/source", ""),
        ("근거를 알려줘", "/source", ""),
        ("가설의 뜻은?", "/term 가설", ""),
        ("가설 설명해 주세요", "/term 가설", ""),
        ("가설이 무엇인가요?", "/term 가설", ""),
        ("가설이 무슨 말이에요", "/term 가설", ""),
        ("가설에 대해 알려 줘", "/term 가설", ""),
        ("가설이 뭔지 모르겠어요", "/term 가설", ""),
        ("개인화란 뭐예요", "/term 개인화", ""),
        ("개인하 뭐야", "/term 개인화", ""),
        ("가설?", "/term 가설", "가설"),
        ("복숩", "/review", "복습"),
        ("오눌", "/today", "오늘"),
        ("내데이타", "/mine", "내데이터"),
        ("계휙", "/plan", "계획"),
    ],
)
def test_without_a_question(words: str, command: str, taken_for: str) -> None:
    """A command, a time or a term; what was not literal is said back."""
    assert first(words) == Meaning(go_of(command), taken_for)


@pytest.mark.parametrize(
    "words",
    [
        "파란 코끼리",
        *("고객 시장 지도 인도 연구 복사 기획 진동 데이트 진 처음 다른 내일 날씨 우주 단계 ㅇㅇ ㄴㄴ".split()),
        *("we lol test what ai gpt sorry ... ??? !".split()),
        "잘 모르겠어요",
        "ㅋㅋㅋㅋ",
        "오",
        "👍",
        "1",
        "99",
        "",
        " ",
    ],
)
def test_what_means_nothing_means_nothing(words: str) -> None:
    """Better to ask than to guess."""
    assert first(words) is None


@pytest.mark.parametrize(
    ("words", "screen", "command"),
    [
        ("1", QUIZ, "/answer q 2"),
        ("2번", QUIZ, "/answer q 1"),
        ("２", QUIZ, "/answer q 1"),
        ("2.", QUIZ, "/answer q 1"),
        ("융합", QUIZ, "/answer q 2"),
        ("개인화서비스", QUIZ, "/answer q 1"),
        ("3", QUIZ, "/answer q 3"),  # no third button: it is an answer, and the quiz says how to answer
        ("ㅇㅇ", READ_BACK, "/keep"),
        ("넵", READ_BACK, "/keep"),
        ("ㅇㅋ", READ_BACK, "/keep"),
        ("ㄴㄴ", READ_BACK, "/remind"),
        ("아니요", READ_BACK, "/remind"),
        *(
            (yes, READ_BACK, "/keep")
            for yes in "네네 네~ 넵! 응응 ㅇㅇㅇ ㅇㅋ! 네ㅎㅎ 맞아여 맞아요! 그럼요 sp dd ㄴㅔ 👍 ⭕️ OK".split()
        ),
        *(
            (no, READ_BACK, "/remind")
            for no in "아니! 아뇨ㅠㅠ 아니욥 ㄴㄴㄴ dksldy ss 노노 아니에요 아닙니다 X ❌".split()
        ),
        ("괜찮아요", READ_BACK, "/remind 괜찮아요"),  # yes to some, no to others
        ("가설 설명을 먼저 쓴다", LINE, "/write a 가설 설명을 먼저 쓴다"),
        ("오늘", QUIZ, "/today"),  # a literal command wins over an open question
        ("ㅋㅈ", QUIZ, "/answer q ㅋㅈ"),  # the open question wins over a guess
        ("znlwm", QUIZ, "/quiz"),  # but a command in the other layout is no word of its own
        ("퀴즈 풀래", QUIZ, "/quiz"),
        ("퀴즈 좀 줘", QUIZ, "/quiz"),
        ("연결할래요", LINE, "/link"),
        ("qhrtmq", LINE, "/review"),
        ("시간대 도쿄로 바꿔줘", LINE, "/zone 도쿄로 바꿔줘"),
        ("시간대 별로 손님 세기", LINE, "/write a 시간대 별로 손님 세기"),
        ("하는일 마케터", QUIZ, "/job-told 마케터"),
        ("하는일 정리하기", LINE, "/write a 하는일 정리하기"),
        ("퀴즈요", QUIZ, "/answer q 퀴즈요"),
        ("ㅋㅈ", LINE, "/quiz"),  # initials are no line
        ("오늘 손님에게 물어보기", LINE, "/write a 오늘 손님에게 물어보기"),
        ("알림 문자를 먼저 보내기", LINE, "/write a 알림 문자를 먼저 보내기"),
        ("알림 평일 아침 8시", LINE, "/remind 평일 아침 8시"),
        ("건너뛰기", LINE, "/skip a"),
    ],
)
def test_under_a_question(words: str, screen: Message, command: str) -> None:
    """A shown button, then a literal command, then the open question."""
    found = first(words, screen)
    assert found
    assert str(found.go) == command


def test_a_guess_is_tried_when_the_answer_does_not_fit() -> None:
    """After the open question comes what it may mean otherwise."""
    assert [str(meaning.go) for meaning in meanings("ㅋㅈ", QUIZ, WORDS, LANGUAGE, NOW)] == [
        "/answer q ㅋㅈ",
        "/quiz",
    ]


@settings(max_examples=300)
@given(st.text(max_size=200), st.sampled_from([None, QUIZ, LINE, READ_BACK]))
def test_any_words_are_understood_or_not(words: str, screen: Message | None) -> None:
    """Never an exception, and every meaning is a command."""
    for meaning in meanings(words, screen, WORDS, LANGUAGE, NOW):
        assert meaning.go.command


@given(st.text(max_size=200))
def test_what_is_kept_can_be_kept(words: str) -> None:
    """No control sign, no half of a pair: PostgreSQL and UTF-8 refuse both."""
    legible(words).encode()
    assert "\x00" not in legible(words)
