"""Every answer keeps KakaoTalk's limits, checked by the bot and, apart from it, by kakao_rules."""

import json
import logging
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.kakao.limits import clip, faults_of
from bot.channels.kakao.skill import skill_answer
from bot.message import LONGEST_BUBBLE, LONGEST_LABEL, Button, Go, Message, utf16_length
from tests.channels.kakao_rules import faults, replies, texts

FAMILY = "👨‍👩‍👧‍👦"  # one character to a reader, seven code points, eleven to KakaoTalk's strictest reading


def unchecked(*bubbles: str, buttons: tuple[Button, ...] = ()) -> Message:
    """A message that Message itself would refuse."""
    message = Message(("그대로",), buttons[:10])
    object.__setattr__(message, "bubbles", bubbles)
    object.__setattr__(message, "buttons", buttons)
    return message


def button(label: str) -> Button:
    made = Button("그대로", Go("today"))
    object.__setattr__(made, "label", label)
    return made


def simple(*bubbles: str, quick: list[dict[str, Any]] | None = None, version: str = "2.0") -> dict[str, Any]:
    outputs = [{"simpleText": {"text": text}} for text in bubbles]
    return {"version": version, "template": {"outputs": outputs, "quickReplies": quick or []}}


def reply(label: str = "오늘", **changes: Any) -> dict[str, Any]:
    return {"label": label, "action": "message", "messageText": label or "오늘", "extra": {}} | changes


BLOCK = {"action": "block", "blockId": "66f0"}


@pytest.mark.parametrize(
    ("answer", "sound"),
    [
        (simple("안녕하세요."), True),
        (simple("안녕하세요.", version="1.0"), False),
        (simple(), False),
        (simple("1", "2", "3"), True),
        (simple("1", "2", "3", "4"), False),
        (simple("가" * 1000), True),
        (simple("가" * 1001), False),
        (simple("😀" * 500), True),
        (simple("😀" * 501), False),
        (simple(""), False),
        (simple(" \n"), False),
        (simple("가" * 10_500), False),
        ({"version": "2.0", "template": {"outputs": [{}]}}, False),
        ({"version": "2.0", "template": {"outputs": [{"hologram": {"text": "가"}}]}}, False),
        ({"version": "2.0", "template": {"outputs": [{"simpleText": {"text": "가"}, "carousel": {}}]}}, False),
        (simple("가", quick=[reply()] * 10), True),
        (simple("가", quick=[reply()] * 11), False),
        (simple("가", quick=[reply("가" * 14)]), True),
        (simple("가", quick=[reply("가" * 15)]), False),
        (simple("가", quick=[reply("")]), False),
        (simple("가", quick=[reply("  ")]), False),
        (simple("가", quick=[reply(messageText="")]), False),
        (simple("가", quick=[reply(action="webLink", webLinkUrl="https://example.com")]), False),
        (simple("가", quick=[reply(**BLOCK)]), True),
        (simple("가", quick=[reply(action="block")]), False),
    ],
)
def test_the_bot_and_the_rules_agree_on_every_limit(answer: dict[str, Any], sound: bool) -> None:  # noqa: FBT001 - a table
    assert (faults_of(answer) == []) is sound
    assert (faults(answer) == []) is sound


def test_a_bubble_is_weighed_in_bytes() -> None:
    assert any("bytes" in fault for fault in faults_of(simple("가" * 10_500)))
    assert any("weighs" in fault for fault in faults(simple("가" * 10_500)))


def test_a_fault_holds_nothing_of_what_was_written() -> None:
    answer = simple("비밀" * 600, quick=[reply("비밀" * 10, action="비밀")])
    assert "비밀" not in "".join(faults_of(answer))


def test_a_message_becomes_one_bubble_each_and_its_buttons() -> None:
    answer = skill_answer(Message(("하나", "둘\n셋"), (Button("다음", Go("next")), Button("그만", Go("stop")))))
    assert faults(answer) == []
    assert texts(answer) == ["하나", "둘\n셋"]
    assert replies(answer) == {"다음": "/next", "그만": "/stop"}


def test_a_message_without_buttons_has_no_quick_replies() -> None:
    assert "quickReplies" not in skill_answer(Message(("하나",)))["template"]


def test_a_label_is_shown_without_its_control_characters() -> None:
    answer = skill_answer(unchecked("하나", buttons=(button("오늘\x07\n학습"),)))
    assert replies(answer) == {"오늘 학습": "/today"}


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (unchecked("가" * 1000), ["가" * 1000]),
        (unchecked("가" * 1001), ["가" * 998 + "…"]),
        (unchecked("1", "2", "3", "4"), ["1\n\n2\n\n3\n\n4"]),
        (unchecked(" "), ["…"]),
        (unchecked("\x00"), ["…"]),
        (unchecked(), ["…"]),
        (unchecked("안녕\x00하세요\ud83d."), ["안녕하세요."]),
    ],
)
def test_a_message_beyond_the_limits_is_still_shown(message: Message, shown: list[str]) -> None:
    answer = skill_answer(message)
    assert faults(answer) == []
    assert texts(answer) == shown


@pytest.mark.parametrize(
    ("buttons", "labels"),
    [
        ([button(str(n)) for n in range(10)], [str(n) for n in range(10)]),
        ([button(str(n)) for n in range(11)], [str(n) for n in range(10)]),
        ([button("가" * 14)], ["가" * 14]),
        ([button("가" * 15), button("나")], ["가" * 12 + "…", "나"]),
        ([button(""), button("나")], ["나"]),
        ([button("\x00"), button("나")], ["나"]),
    ],
)
def test_buttons_beyond_the_limits_leave_the_others_working(buttons: list[Button], labels: list[str]) -> None:
    answer = skill_answer(unchecked("하나", buttons=tuple(buttons)))
    assert faults(answer) == []
    assert list(replies(answer)) == labels


def test_a_clipped_answer_is_told_to_the_operator_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    skill_answer(unchecked("비밀" * 600))
    assert [(record.levelno, "비밀" in record.getMessage()) for record in caplog.records] == [(logging.ERROR, False)]


@pytest.mark.parametrize(
    ("text", "most", "clipped"),
    [
        ("짧아요.", 10, "짧아요."),
        ("정확히열글자인말이다", 10, "정확히열글자인말이다"),
        ("하나예요. 둘이에요.", 9, "하나예요. …"),
        ("첫 줄이에요\n둘째 줄이에요", 10, "첫 줄이에요 …"),
        ("3.5초 안에 답해야 해요", 8, "3.5초 안…"),
        ("네. 그리고 아주 길게 이어지는 말", 12, "네. 그리고 아주…"),
        ("가나다" + FAMILY, 13, "가나다…"),
        ("가나다" + FAMILY * 2, 16, "가나다" + FAMILY + "…"),
        ("가나다👍🏽👍🏽", 8, "가나다…"),
        ("가나다🇰🇷입니다", 7, "가나다…"),
        ("가나다❤️입니다", 6, "가나다…"),
        ("가나다\U0001f3f4\U000e0067\U000e0062\U000e007f다", 9, "가나다…"),
        ("가나다" + unicodedata.normalize("NFD", "한글"), 7, "가나다…"),
        ("😀😀😀", 5, "😀…"),
        ("e" + "\u0301" * 30, 10, "e" + "\u0301" * 7 + "…"),
    ],
)
def test_a_text_is_clipped_between_sentences_or_else_between_characters(text: str, most: int, clipped: str) -> None:
    assert clip(text, most) == clipped


WILD = st.text(
    st.sampled_from([*"가각. !\n😀a", "\u200d", "\ufe0f", "🏽", "🇰", "\u1112", "\u1161", "\u11ab"]), max_size=60
)


@given(WILD, st.integers(4, 40))
def test_what_is_clipped_fits_and_begins_as_the_whole(text: str, most: int) -> None:
    clipped = clip(text, most)
    assert utf16_length(clipped) <= most
    assert clipped == text or (clipped.endswith("…") and text.startswith(clipped[:-1].rstrip()))


LABELS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_LABEL)
COMMANDS = st.builds(Go, st.text("abc", min_size=1, max_size=20), st.text("/abc 1", max_size=42))
BUTTONS = st.lists(st.builds(Button, LABELS, COMMANDS), max_size=10).map(tuple)
BUBBLES = st.lists(
    st.text(st.characters(), min_size=1, max_size=LONGEST_BUBBLE).filter(str.strip), min_size=1, max_size=3
)


@given(BUBBLES, BUTTONS)
def test_every_message_there_can_be_is_shown(bubbles: list[str], buttons: tuple[Button, ...]) -> None:
    answer = skill_answer(Message(tuple(bubbles), buttons))
    assert faults(json.loads(json.dumps(answer))) == []


@given(st.lists(st.text(st.characters()), max_size=5), st.lists(st.text(st.characters()).map(button), max_size=12))
def test_even_a_message_there_cannot_be_is_shown(bubbles: list[str], buttons: list[Button]) -> None:
    assert faults(skill_answer(unchecked(*bubbles, buttons=tuple(buttons)))) == []
