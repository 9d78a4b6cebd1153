"""What a message may hold: the limits of the narrowest channel, met exactly and passed by one.

Source: KakaoTalk skill guide, answer JSON format (3 outputs, 10 quick replies, 14 characters a button, 1,000 a text);
Telegram Bot API, InlineKeyboardButton (64 bytes of callback data).
"""

from collections.abc import Callable

import pytest

from bot.message import (
    LONGEST_BUBBLE,
    LONGEST_COMMAND,
    LONGEST_LABEL,
    LONGEST_RAW,
    LONGEST_TEXT,
    LONGEST_WORDS,
    MOST_BUBBLES,
    MOST_BUTTONS,
    Button,
    Go,
    Message,
    Said,
    go_of,
)
from tests.learning.turns import HOME

TODAY = Go("today")


def test_the_limits() -> None:
    """The numbers that the tables below meet; a KakaoTalk text is kept a tenth shorter than it may be."""
    assert (MOST_BUBBLES, MOST_BUTTONS, LONGEST_BUBBLE, LONGEST_LABEL) == (3, 10, 900, 14)
    assert (LONGEST_TEXT, LONGEST_WORDS, LONGEST_RAW, LONGEST_COMMAND) == (1000, 1000, 3000, 64)


@pytest.mark.parametrize(
    ("made", "fits"),
    [
        (lambda: Button("", TODAY), False),
        (lambda: Button("오", TODAY), True),
        (lambda: Button("가" * 14, TODAY), True),
        (lambda: Button("가" * 15, TODAY), False),
        (lambda: Button("오늘", Go("")), False),
        (lambda: Button("오늘", Go("a" * 63)), True),  # with its slash
        (lambda: Button("오늘", Go("a" * 64)), False),
        (lambda: Button("오늘", Go("a", "가" * 20 + "b")), True),  # 64 bytes: three a syllable
        (lambda: Button("오늘", Go("a", "가" * 20 + "bc")), False),
        (lambda: Message(()), False),
        (lambda: Message(("가",)), True),
        (lambda: Message(("가",) * 3), True),
        (lambda: Message(("가",) * 4), False),
        (lambda: Message(("",)), False),
        (lambda: Message(("가", " \n")), False),
        (lambda: Message(("가" * 900,)), True),
        (lambda: Message(("가" * 901,)), False),
        (lambda: Message(("가", "가" * 901)), False),
        (lambda: Message(("가",), (Button("오늘", TODAY),) * 10), True),
        (lambda: Message(("가",), (Button("오늘", TODAY),) * 11), False),
    ],
)
def test_what_fits(made: Callable[[], object], *, fits: bool) -> None:
    """Whatever would not fit is refused where it is made."""
    if fits:
        assert made()
    else:
        with pytest.raises(ValueError, match=r"has (1 to|at most)"):
            made()


@pytest.mark.parametrize(
    ("go", "text"),
    [
        (Go("today"), "/today"),
        (Go("answer", "one.1 2"), "/answer one.1 2"),
        (Go("write", "one 두 낱말"), "/write one 두 낱말"),
    ],
)
def test_a_command_as_text(go: Go, text: str) -> None:
    """How a button carries it, and back."""
    assert str(go) == text
    assert go_of(text) == go
    assert go_of(f"{text} ") == go


def test_words_complete_a_command() -> None:
    """After its argument, with one space between."""
    assert Go("write", "one").saying("제 일") == Go("write", "one 제 일")
    assert Go("remind").saying("아침 8시") == Go("remind", "아침 8시")
    assert Go("write", "one").saying("") == Go("write", "one")


def test_what_is_so_by_default() -> None:
    """Typed, of a delivery without a name; a message without buttons that expects nothing and is new."""
    assert Said(HOME, "오늘") == Said(HOME, "오늘", key="", tapped=False)
    assert Message(("가",)) == Message(("가",), buttons=(), expects=None, repeated=False)
