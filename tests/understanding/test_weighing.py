"""How sure a rule is against how sure likeness is: which of them is heard first, and from which probability on."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from bot.message import Button, Go, Message
from bot.understanding import Vocabulary, meanings
from bot.understanding.cued import cued_whole
from bot.understanding.examples import Likeness
from bot.understanding.guesses import GUESSES
from bot.understanding.sorts import FINER
from bot.understanding.weighing import YIELD
from tests.korean.test_understanding import KOREAN
from tests.language import COURSE, LANGUAGE

COMMANDS = {*KOREAN.values(), "term", "answer", "write", "hour", "undo", "today", "job", "law", "person", "add-person"}
NAMES = Vocabulary(frozenset(COMMANDS), KOREAN, frozenset({"remind", "rest", "zone", "link"}), frozenset(COURSE.terms))
NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
HOUR = Message(("언제 보내 드릴까요?",), (), Go("hour"))
CHOICE = Message(("어느 쪽일까요?",), tuple(Button(one, Go("answer", one)) for one in "가나"), Go("answer", "x:12"))
IDLE = Message(("네.",), (Button("레슨 열기", Go("today")),))


@dataclass(frozen=True)
class Fixed:
    """Examples after which every saying is like one meaning with a probability, and for the rest like another."""

    name: str
    sure: float

    def like(self, _: str) -> Likeness:
        """The same for whatever is said."""
        return Likeness({self.name: self.sure, "age": 1 - self.sure})


def heard_first(said: str, screen: Message, name: str, sure: float) -> Go:
    """What the words mean at first, where likeness is so sure of a meaning."""
    language = replace(LANGUAGE, examples=cast("Any", Fixed(name, sure)))
    return next(meanings(said, screen, NAMES, language, NOW)).go


@pytest.mark.parametrize(
    ("said", "screen", "name"),
    [
        ("아무 데서나 그렇게 하시나요?", HOUR, "privacy"),  # what takes any words
        ("찍어도 손해 없죠?", CHOICE, "privacy"),  # what finds its words
        ("친구추가 링크 보내줘요", IDLE, "certificate"),
    ],
)
def test_a_rule_yields_to_a_likeness_of_eight_in_ten(said: str, screen: Message, name: str) -> None:
    """And not to one of a hundredth less."""
    assert heard_first(said, screen, name, 0.8).argument.startswith(name)
    assert not heard_first(said, screen, name, 0.79).argument.startswith(name)


@pytest.mark.parametrize(
    ("said", "screen", "command"),
    [
        ("저녁 9시요", HOUR, "hour"),  # a time, where one is asked for
        ("밤은 졸려요", HOUR, "hour"),
        ("알림 저녁 8시", IDLE, "remind"),
        ("진도", IDLE, KOREAN["진도"]),
        ("레슨 열기", IDLE, "today"),
        ("알림 끄란 말 아니었어요", IDLE, "talk"),
    ],
)
def test_what_is_sure_by_itself_does_not_yield(said: str, screen: Message, command: str) -> None:
    """However sure likeness is."""
    go = heard_first(said, screen, "privacy", 0.899)
    assert go.command == command
    assert not go.argument.startswith("privacy")


def test_a_finer_meaning_is_not_outweighed_by_the_coarser() -> None:
    """졸려요 is like what is said by the tired."""
    assert heard_first("아 졸려", CHOICE, "tired", 0.85).argument.startswith("sleepy")
    assert heard_first("아 졸려", CHOICE, "privacy", 0.85).argument.startswith("privacy")
    known = {*LANGUAGE.examples.names}
    assert {name for names in FINER.values() for name in names} <= known


@pytest.mark.parametrize(("sure", "command"), [(0.6, "talk"), (0.59, "hour")])
def test_what_the_open_question_refuses_is_answered_from_six_in_ten_on(sure: float, command: str) -> None:
    """Where it says best by itself what it takes."""
    language = replace(LANGUAGE, examples=cast("Any", Fixed("privacy", sure)))
    said = [meaning.go.command for meaning in meanings("아무 데서나 그렇게 하시나", HOUR, NAMES, language, NOW)]
    assert said[-1] == command


def test_every_rule_that_yields_is_a_guess() -> None:
    """The others never do."""
    assert {*GUESSES, cued_whole} >= YIELD


@pytest.mark.parametrize(
    ("said", "screen", "meant"),
    [
        ("너무 자주 오는 거 아니죠? 톡 많은 거 질색이라", HOUR, "how"),
        ("하루 공부 시간이 얼마나 되지요", HOUR, "day_minutes"),
        ("맞는 게 없는데? 문제가 이상함", CHOICE, "odd_question"),
        ("그만두는 게 왜 오답이에요?", CHOICE, "why_this_answer"),
    ],
)
def test_what_was_claimed_by_a_question_or_a_pattern(said: str, screen: Message, meant: str) -> None:
    """Strangers said so, and the sayings know it."""
    assert meant in next(meanings(said, screen, NAMES, LANGUAGE, NOW)).go.argument
