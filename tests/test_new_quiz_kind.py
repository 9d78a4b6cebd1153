"""A kind of quiz that the house has never seen: its own file and a line in KINDS are all that it costs."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from bot.__main__ import appearances
from bot.authoring.check import faults_in
from bot.authoring.cli import Tools, run
from bot.course.markdown import Section
from bot.course.quizzes import KINDS
from bot.course.quizzes.kind import Flaw, Grade, Hint, Option, Reply, Say, Verdict
from bot.course.quizzes.reading import read_options, read_question
from bot.message import Go, Message
from bot.texts import LOCALES, Texts
from tests.authors_course import FILES, write_course
from tests.language import rehearse

TOOLS = Tools(appearances(), rehearse, list)
LESSON = "01-small.md"
ECHO = """\
## 따라쓰기 · say-it-again · small-first · P2

‘해 보고 배워요’를 그대로 적어 볼까요?

- [x] 해 보고 배워요
  > 그대로 적었어요.

"""


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence to be typed exactly as it is written."""

    name: str
    line: int
    question: str
    sentence: Option
    sources: tuple[str, ...] = ()
    review: bool = False
    kind: ClassVar[str] = "echo"
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-quiz-cloze"
    longest: ClassVar[int] = 40

    def ask(self, _seed: str, _say: Say, /) -> Message:
        return Message((self.question,), (), Go("answer", self.name))

    def hear(self, words: str, _state: str, _say: Say, /) -> Verdict:
        right = words == self.sentence.text
        return Grade(right=right, because=(self.sentence.because if right else f"{words}? {self.sentence.text}!",))

    def claims(self, words: str, _state: str, _say: Say, /) -> bool:
        return words == self.sentence.text

    def solution(self, _say: Say, /) -> Grade:
        return Grade(right=False, because=(self.sentence.text,))

    @property
    def answer_key(self) -> tuple[Option, ...]:
        return (self.sentence,)

    @property
    def answer_texts(self) -> tuple[str, ...]:
        return (self.sentence.text,)

    def replies(self, _state: str, _say: Say, /) -> list[Reply]:
        return [Reply("", self.sentence.text, "그대로"), Reply("", "딴말", "딴말")]

    def flaws(self, _say: Say, /) -> Iterator[Flaw]:
        if self.sentence.text not in self.question:
            yield Flaw("flaw-told-initials", self.sentence.text, {"word": self.sentence.text})


def read_echo(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Echo:
    """One right sentence."""
    return Echo(name, section.line, read_question(section, name), read_options(section)[0], sources, review)


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course that asks a question of the new kind instead of its essay."""
    folder = write_course(tmp_path / "courses")
    monkeypatch.setitem(KINDS, "echo", read_echo)
    words = folder.parent / "words.toml"
    words.write_text(words.read_text(encoding="utf-8").replace("[kinds]\n", '[kinds]\n"따라쓰기" = "echo"\n'), "utf-8")
    write_lesson(folder, ECHO)
    return folder


def write_lesson(folder: Path, quiz: str) -> str:
    source = FILES[LESSON]
    essay, line = source.index("## 서술형"), source.index("## 내 일에 한 줄")
    source = source[:essay] + quiz + source[line:]
    (folder / LESSON).write_text(source, encoding="utf-8")
    return source


def test_check_counts_it(village: Path, say: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    """Under its Korean word."""
    assert run(["check", str(village)], village, say, TOOLS) == 0
    assert "따라쓰기 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "key", "at"),
    [
        ("- [x] 해 보고 배워요", "- [x] 배워요 해 보고", "flaw-told-initials", "- [x] 배워요"),  # its own flaw
        ("해 보고 배워요", "도움말", "flaw-taken-answer", "- [x] 도움말"),
        ("해 보고 배워요", "또 해 보고" * 8, "flaw-long-option", "- [x] 또"),
        ("say-it-again · small-first", "say-it-again · 복습", "flaw-review-stray", "say-it-again"),
        ("그대로 적어 볼까요?", "그대로 적어 봅니다.", "flaw-banned", "봅니다"),
    ],
)
def test_check_finds_what_is_wrong_with_it(village: Path, say: Texts, old: str, new: str, key: str, at: str) -> None:
    """What its kind declares, and what is asked of every question."""
    source = write_lesson(village, ECHO.replace(old, new))
    line = source.count("\n", 0, source.index(at)) + 1
    assert [(path.name, fault.line, fault.key) for path, fault in faults_in(village, say)] == [(LESSON, line, key)]


def test_preview_shows_it_with_every_reply(village: Path, say: Texts, capsys: pytest.CaptureFixture[str]) -> None:
    """The question, both kinds of feedback, and what those see who do not know; from a real conversation."""
    assert run(["preview", "1"], village, say, TOOLS) == 0
    shown = capsys.readouterr().out
    shown = shown[shown.index("── 문제 say-it-again") : shown.index("── 내 일에 한 줄")]
    landmarks = [
        "‘해 보고 배워요’를 그대로", "‘그대로’라고 답하면", "맞아요", "그대로 적었어요.",
        "‘딴말’이라고 답하면", "아쉬워요", "딴말?",
        "모르겠어요", "│ 해 보고 배워요 ",
    ]  # fmt: skip
    places = [shown.find(landmark) for landmark in landmarks]
    assert -1 not in places, landmarks[places.index(-1)]
    assert places == sorted(places)


def test_export_has_its_answers(village: Path, tmp_path: Path, say: Texts) -> None:
    """A row like those of every other kind."""
    file = tmp_path / "items.csv"
    assert run(["export", "items", str(file)], village, say, TOOLS) == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = (row for row in csv.DictReader(opened) if row["종류"] == "따라쓰기")
    assert (row["이름"], row["질문"], row["답"], row["구분"], row["까닭"]) == (
        "say-it-again", "‘해 보고 배워요’를 그대로 적어 볼까요?", "해 보고 배워요", "맞음", "그대로 적었어요.",
    )  # fmt: skip


def test_every_kind_has_a_word_for_authors() -> None:
    """Nobody could write a kind that words.toml does not name, and nothing would read a word without a kind."""
    words = tomllib.loads((LOCALES / "ko" / "courses" / "words.toml").read_text(encoding="utf-8"))
    assert sorted(words["kinds"].values()) == sorted(KINDS)
