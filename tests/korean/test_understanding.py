"""What typed words mean, as a table: surest first, never a silent guess."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.korean.understanding import Meaning, Vocabulary, legible, meanings
from bot.message import Button, Message

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
KOREAN = {
    "시작": "start", "오늘": "today", "다음": "next", "퀴즈": "quiz", "복습": "review", "진도": "progress",
    "알림": "remind", "쉬기": "rest", "계획": "plan", "근거": "source", "도움말": "help", "연결": "link",
    "내데이터": "mine", "탈퇴": "forget",
}  # fmt: skip
WORDS = Vocabulary(
    latin=frozenset({*KOREAN.values(), "term", "answer", "write"}),
    korean=KOREAN,
    open=frozenset({"remind", "rest", "link"}),
    terms=frozenset({"가설", "개인화", "자기 고용", "견본"}),
)
QUIZ = Message(("?",), (Button("융합", "/answer q 2"), Button("개인화 서비스", "/answer q 1")), "/answer q")
READ_BACK = Message(("8시예요",), (Button("맞아요", "/kept"), Button("고칠래요", "/remind")), "/remind")
LINE = Message(("적어 주세요",), (Button("건너뛰기", "/skip a"),), "/write a")


def first(words: str, screen: Message | None = None) -> Meaning | None:
    return next(meanings(words, screen, WORDS, NOW), None)


@pytest.mark.parametrize(
    ("words", "command", "taken_for"),
    [
        ("오늘", "/today", ""),
        ("  오늘\n", "/today", ""),
        ("내 데이터", "/mine", ""),
        ("/today", "/today", ""),
        ("/TODAY", "/today", ""),
        ("today", "/today", "today"),
        ("ㅋㅈ", "/quiz", "퀴즈"),
        ("퀴ㅈ", "/quiz", "퀴즈"),
        ("ㄷㅇㅁ", "/help", "도움말"),
        ("ㅈㄷ", "/progress", "진도"),
        ("도움", "/help", "도움말"),
        ("znlwm", "/quiz", "퀴즈"),
        ("ZNLWM", "/quiz", "퀴즈"),
        ("tlwkr", "/start", "시작"),
        ("Tlwkr", "/start", "시작"),
        ("dhsmf", "/today", "오늘"),
        ("ㅗ디ㅔ", "/help", "help"),
        ("퀴즈 줘", "/quiz", "퀴즈"),
        ("진도 알려 주세요", "/progress", "진도"),
        ("오늘 할래요", "/today", "오늘"),
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
    ],
)
def test_without_a_question(words: str, command: str, taken_for: str) -> None:
    """A command, a time or a term; what was not literal is said back."""
    assert first(words) == Meaning(command, taken_for)


@pytest.mark.parametrize(
    "words",
    [
        "안녕하세요",
        "파란 코끼리",
        "ㅋㅋㅋㅋ",
        "ㅎㅇ",
        "ㅅㄱ",
        "hello there",
        "오",
        "고마워요",
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
        ("ㅇㅇ", READ_BACK, "/kept"),
        ("넵", READ_BACK, "/kept"),
        ("ㅇㅋ", READ_BACK, "/kept"),
        ("ㄴㄴ", READ_BACK, "/remind"),
        ("아니요", READ_BACK, "/remind"),
        ("오늘", QUIZ, "/today"),  # a literal command wins over an open question
        ("znlwm", QUIZ, "/answer q znlwm"),  # the open question wins over a guess
        ("ㅋㅈ", LINE, "/write a ㅋㅈ"),
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
    assert found.command == command


def test_a_guess_is_tried_when_the_answer_does_not_fit() -> None:
    """After the open question comes what it may mean otherwise."""
    assert [meaning.command for meaning in meanings("znlwm", QUIZ, WORDS, NOW)] == ["/answer q znlwm", "/quiz"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, QUIZ, LINE, READ_BACK]))
def test_any_words_are_understood_or_not(words: str, screen: Message | None) -> None:
    """Never an exception, and every meaning is a command."""
    for meaning in meanings(words, screen, WORDS, NOW):
        assert meaning.command.startswith("/")


@given(st.text(max_size=200))
def test_what_is_kept_can_be_kept(words: str) -> None:
    """No control sign, no half of a pair: PostgreSQL and UTF-8 refuse both."""
    legible(words).encode()
    assert "\x00" not in legible(words)
