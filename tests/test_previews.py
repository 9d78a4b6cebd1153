"""What authors see of a part before learners do."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import appearances
from bot.authoring.cli import Tools, run
from bot.authoring.terminal import WIDTH, boxed, columns, wrapped
from bot.channels import CHANNELS
from bot.channels.channel import Channel
from bot.channels.web import WEB
from bot.message import Appearance
from bot.message.blocks import drawn, marked
from bot.texts import Texts
from tests.authors_course import write_course
from tests.language import rehearse

TOOLS = Tools(appearances(), rehearse, list)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A small course with every kind of question."""
    return write_course(tmp_path / "courses")


def previewed(village: Path, say: Texts, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["preview", *arguments], village, say, TOOLS) == 0
    return capsys.readouterr().out


def test_a_preview_is_the_lesson_as_learners_walk_through_it(
    village: Path, say: Texts, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lesson, each question, each kind of feedback, the line, the end: in reading order, for one trade."""
    shown = previewed(village, say, capsys, "01-small", "--trade", "소상공인")
    landmarks = [
        "레슨 1/1", "빵집 사장님이라면", "확인 1/2", "‘하루 열 개만 놓기’라고", "‘새 간판부터 달기’라고", "확인 2/2",
        "written-first", "힌트: 첫 글자는", "‘소감’이라고", "모르겠어요", "nobody-came", "괜찮은 답", "own-question",
        "이 셋", "── 내 일에 한 줄", "── 마치면", "오늘은 여기까지",
    ]  # fmt: skip
    places = [shown.find(landmark) for landmark in landmarks]
    assert -1 not in places
    assert shown.index("확인 2/2") < shown.index("─ 문제 written-first")
    assert "회의록을 쓰는" not in shown
    assert "[새 간판부터 달기]" in shown
    assert "(새 간판부터 달기)" in shown


def test_a_preview_stands_in_straight_boxes(village: Path, say: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    """A Hangul syllable is two columns wide, so every line of a box ends in the same column."""
    boxes = [line for line in previewed(village, say, capsys, "1").splitlines() if line.startswith(("│", "┌", "└"))]
    assert len(boxes) > 50
    assert {columns(line) for line in boxes} == {WIDTH + 4}


def test_a_preview_for_one_messenger(village: Path, say: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own limits and buttons alone, also of a weekend."""
    for part in ("week-1-practice", "week-1-check"):
        shown = previewed(village, say, capsys, part, "--channel", "kakao")
        assert "/1,000자" in shown
        assert "텔레그램" not in shown
    assert run(["preview", "9"], village, say, TOOLS) == 2
    assert run(["preview", "1", "--trade", "어부"], village, say, TOOLS) == 2


def test_a_preview_for_every_messenger_there_is(
    village: Path, say: Texts, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line in the table of channels is enough; ours have names that authors know."""
    monkeypatch.setattr(
        "bot.__main__.CHANNELS", {**CHANNELS, "toy": Channel(WEB.open, appearance=Appearance(45, 30, "<{}>"))}
    )
    assert run(["preview", "1"], village, say, replace(TOOLS, channels=appearances())) == 0
    shown = capsys.readouterr().out
    assert "  toy <" in shown
    assert "<새 간판부터 달기>" in shown
    assert re.search(r"텔레그램 (\d+)/4,096자 · 카카오톡 \1/1,000자 · 웹 \1/1,000자 · .*\btoy \1/45자, 넘쳐요", shown)
    assert re.search(r"toy [34]\d/45자, 30자부터 접혀요", shown)
    assert {f"preview-{name}" for name in CHANNELS} <= say.keys


@pytest.mark.parametrize("text", ["가" * 50, "하나 둘 " * 20, "x" * 95, "👩‍👩‍👧 가족", ""])
def test_wrapping_keeps_every_sign_and_the_width(text: str) -> None:
    """Nothing is lost but the spaces at which a line ends."""
    lines = list(wrapped(text))
    assert all(columns(line) <= WIDTH for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


LESSON = (
    "<title>레슨 3/30 · 이름표</title>\n\n<term>사실</term>은 확인한 말이에요.\n\n"
    "<example>총무팀 직원이라면 회의에서 들은 말을 이렇게 갈라요.</example>\n\n힌트: <hint>ㅅㅅ</hint>\n\n"
    "<choices>1. 의견\n2. 사실</choices>\n\n<answer>모범 답이에요.</answer>"
)
SHOWN = """\
레슨 3/30 · 이름표
──────────────────

*사실*은 확인한 말이에요.

┃ 총무팀 직원이라면 회의에서 들은 말을
┃ 이렇게 갈라요.

힌트: ░ㅅㅅ░

○ 의견
○ 사실

░ 모범 답이에요.
"""


def inside(lines: Iterable[str]) -> list[str]:
    """What stands between the sides of a box."""
    return [line.removeprefix("│ ").removesuffix("│").rstrip() for line in lines if line.startswith("│")]


def test_blocks_can_be_told_apart_without_colours() -> None:
    """Titles, terms, examples, hints, choices and answers, each by its sign; a wrapped line keeps it."""
    [blocks] = drawn([marked(LESSON)])
    assert inside(boxed(blocks)) == SHOWN.splitlines()


def test_colours_change_no_letter_and_no_side() -> None:
    """Where there are any, they are told at the beginning of a line again, and end with it."""
    [blocks] = drawn([marked(f"{LESSON}\n\n<finish>{'긴 마침 ' * 20}끝.</finish>")])
    plain, coloured = (list(boxed(blocks, coloured=on)) for on in (False, True))
    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured] == plain
    assert {columns(line) for line in plain} == {WIDTH + 4}
    for line in coloured:
        codes = re.findall(r"\x1b\[([\d;]*)m", line)
        assert not codes or codes[-1] == "0"
        assert codes.count("0") >= len(codes) / 2
    assert any("\x1b[1m레슨 3/30" in line for line in coloured)
    assert sum("긴 마침" in line and "\x1b[1m" in line for line in coloured) > 3


def test_a_preview_shows_a_choice_once(village: Path, say: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    """On the buttons, where it stands whole on them, as on every channel."""
    shown = previewed(village, say, capsys, "1", "--channel", "web")
    question = shown[shown.index("확인 1/2") :].partition("└")[0]
    assert "새 간판부터 달기" not in question
    assert "[새 간판부터 달기]" in shown
