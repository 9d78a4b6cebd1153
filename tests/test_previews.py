"""What authors see of a part before learners do."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import appearances, rehearse
from bot.authoring.cli import Tools, run
from bot.authoring.preview import WIDTH, columns, wrapped
from bot.channels import CHANNELS
from bot.channels.channel import Channel
from bot.channels.web import WEB
from bot.message import Appearance
from bot.texts import Texts
from tests.authors_course import write_course

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
