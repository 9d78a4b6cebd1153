"""What the words of a bubble are goes with them, wherever they are put together, and is never seen as a sign."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from bot.course.markdown import flowing
from bot.course.model import Course
from bot.message import Address, Bubble, Button, Go, Message, Said, plain
from bot.message.blocks import CLOSES, OPENS, Block, Kind, blocks, drawn, heads, mark, marked
from bot.record.learner import Learner
from bot.store.writes import learner_rows
from bot.texts import Texts
from tests.conftest import Chat

TITLE, TEXT, CHOICES = Kind.TITLE, Kind.TEXT, Kind.CHOICES
ASKED = marked("<title>확인 1/2</title>\n\n무엇일까요?\n\n<choices>1. 사실\n2. 의견</choices>")
YES, NO = Button("사실", Go("answer", "q 1")), Button("의견", Go("answer", "q 2"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("그대로", [Block(TEXT, "그대로")]),
        ("", []),
        (marked("<title>제목</title>\n\n글"), [Block(TITLE, "제목"), Block(TEXT, "\n\n글")]),
        (marked("앞 <term>말</term> 뒤"), [Block(TEXT, "앞 "), Block(Kind.TERM, "말"), Block(TEXT, " 뒤")]),
        (marked("<title>끝이 없는"), [Block(TITLE, "끝이 없는")]),  # cut off
        (marked("시작이 없는</title> 글"), [Block(TEXT, "시작이 없는 글")]),
        ("<b>남의 표시</b>", [Block(TEXT, "<b>남의 표시</b>")]),
    ],
)
def test_blocks_are_the_whole_of_a_text(text: str, found: list[Block]) -> None:
    assert [*blocks(text)] == found
    assert "".join(block.text for block in blocks(text)) == plain(text)


def test_a_message_says_its_words_and_keeps_what_they_are() -> None:
    message = Message((ASKED, "끝"))
    assert message.bubbles == ("확인 1/2\n\n무엇일까요?\n\n1. 사실\n2. 의견", "끝")
    assert message.marked == (ASKED, "끝")
    assert Message(("그대로",)).marked == ()


@pytest.mark.parametrize(
    ("bubbles", "kinds"),
    [
        (("앞말\n\n확인 1/2\n\n무엇일까요?\n\n1. 사실\n2. 의견",), [TEXT, TITLE, TEXT, CHOICES]),  # a line before it
        (("확인 1/2\n\n무엇일까요?\n\n1. 사실\n2. 의견",), [TITLE, TEXT, CHOICES]),
        (("다른 말",), [TEXT]),
        ((marked("<verdict>맞아요.</verdict>"),), [Kind.VERDICT]),
    ],
)
def test_what_is_made_of_a_message_keeps_the_marks_of_its_words(bubbles: tuple[str, ...], kinds: list[Kind]) -> None:
    made = replace(Message((ASKED,)), bubbles=bubbles)
    assert made.bubbles == tuple(map(plain, bubbles))
    assert [block.kind for block in blocks((made.marked or made.bubbles)[0])] == kinds


def test_choices_that_buttons_carry_whole_stand_once() -> None:
    """As buttons where all of them fit there, and else in the text; never is a bubble left empty."""
    [shown] = drawn([ASKED], ["사실", "의견", "모르겠어요"])
    assert shown == [Block(TITLE, "확인 1/2"), Block(TEXT, "\n\n무엇일까요?")]
    for labels in (["1번", "2번"], ["사실"], []):
        assert "".join(block.text for block in drawn([ASKED], labels)[0]) == plain(ASKED)
    assert drawn([mark(CHOICES, "1. 사실")], ["사실"]) == [[Block(CHOICES, "1. 사실")]]


def test_a_screen_is_kept_with_its_words_once() -> None:
    """And one that an edition before kept, without any marks, is read as well."""
    message = Message((ASKED, "끝"), (YES, NO), Go("answer", "q"))
    learner = Learner(1, datetime(2026, 11, 29, tzinfo=UTC), screen=message)
    [row] = learner_rows([learner], ["screen"])
    assert row["screen"].count("무엇일까요?") == 1
    assert msgspec.json.decode(row["screen"], type=Message) == message
    assert msgspec.json.decode('{"bubbles": ["1. 사실"], "buttons": []}', type=Message) == Message(("1. 사실",))


def test_nobody_else_says_what_a_block_is() -> None:
    """Words that hold a mark are heard without it; a bubble of the history parts from its marks as a message does."""
    assert Said(Address("web", "1"), mark(TITLE, "나")).words == "나"
    bubble = Bubble(1, datetime(2026, 11, 29, tzinfo=UTC), mine=False, text=ASKED)
    assert (bubble.text, bubble.marked) == (plain(ASKED), ASKED)


def test_a_file_says_it_by_tags(say: Texts) -> None:
    assert [*blocks(say("quiz-check", number=1, count=2))] == [Block(TITLE, "확인 1/2")]
    assert "<" not in say("quiz-review") + say("quiz-wrong")


@pytest.mark.parametrize(
    ("lines", "flows"),
    [
        ("예제를 바꾸는\n건 개인화,\n융합은 아니에요.", "예제를 바꾸는 건 개인화, 융합은 아니에요."),
        ("한 문장이에요.\n또 하나예요.", "한 문장이에요. 또 하나예요."),
        ("셋을 봐요.\n시간: 몇 시간\n돈: 얼마", "셋을 봐요.\n시간: 몇 시간\n돈: 얼마"),
        ("쓸모: 덜어 주는지\n확인은 다음에 해요.", "쓸모: 덜어 주는지\n확인은 다음에 해요."),
        ("이렇게 물어요.\n‘언제예요?’\n답을 적어요.", "이렇게 물어요.\n‘언제예요?’\n답을 적어요."),
        ("‘언제예요?’라고\n물어요.", "‘언제예요?’라고 물어요."),
        ("조건은 셋이에요.\n있는 사람\n겪은 사람", "조건은 셋이에요.\n있는 사람\n겪은 사람"),
        ("긴 말이 이어지고\n끝나요.", "긴 말이 이어지고 끝나요."),
        ("한 줄", "한 줄"),
    ],
)
def test_a_paragraph_flows_and_a_list_is_a_list(lines: str, flows: str) -> None:
    assert flowing(lines) == flows


async def test_the_rows_of_a_lesson_are_told_apart_by_what_they_tell_of(learner: Chat, course: Course) -> None:
    """All of them alike, whether the lesson has a definition of the word or not."""
    await learner.says("오늘")
    first = [text for kind, text, _ in blocks(learner.message.marked[0]) if kind is Kind.TERM]
    rows = [line.partition(": ")[0] for line in course.lessons[0].ideas[0].text.split("\n") if ": " in line]
    assert first == rows == ["개인화", "융합", "1인 × 자동화"]


@pytest.mark.parametrize(
    ("rows", "called"),
    [
        ("1단원 가 (0/7)\n목표예요.\n\n2단원 나\n둘째 목표예요.", ["1단원 가 (0/7)", "2단원 나"]),
        ("오늘 — 레슨을 열어요\n내글 — 찾아요 — 적은 줄을", ["오늘", "내글"]),
        ("1. 하나\n2. 둘", []),
    ],
)
def test_what_a_row_is_called(rows: str, called: list[str]) -> None:
    assert [rows[start:end] for start, end in heads(rows)] == called


async def test_a_lesson_says_what_it_is_made_of(learner: Chat, course: Course) -> None:
    await learner.says("오늘")
    every = [block for bubble in learner.message.marked for block in blocks(bubble)]
    shown = {block.kind: block.text for block in every}
    lesson = course.lessons[0]
    assert shown[TITLE].endswith(f"{lesson.head.title} (3분)")
    marked = [text for kind, text, _ in every if kind is Kind.TERM]
    assert [term for term in lesson.terms if not any(term in text for text in marked)] == []  # 1인 × 자동화
    assert shown[Kind.EXAMPLE] == lesson.examples["teacher"]
    assert shown[Kind.SOURCE].startswith("〔")
    assert not any(sign in bubble for bubble in learner.message.bubbles for sign in (OPENS, CLOSES))


async def test_no_code_of_a_paragraph_reaches_a_learner(learner: Chat, course: Course) -> None:
    await learner.says("오늘")
    for words in ("근거", "다음", "모르겠어요"):
        said = await learner.says(words)
        assert not any(f"({code})" in said for code in course.about.paragraphs)
