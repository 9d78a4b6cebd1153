"""What authors are told: every fault at its line, nothing else, and how to mend it; previews, new lessons, exports."""

import contextlib
import csv
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.__main__ import appearances, rehearse
from bot.authoring.check import check, faults_in, taken_words
from bot.authoring.checks import (
    OF_A_COPY,
    OF_A_TEXT,
    OF_ALL,
    LessonFile,
    WholeCourse,
    flaws_of,
    flaws_of_course,
    flaws_of_text,
)
from bot.authoring.cli import Tools, run
from bot.authoring.export import export, items
from bot.authoring.new import begin
from bot.channels import CHANNELS
from bot.course.faults import Faulty
from bot.course.load import BrokenCourse, load_course
from bot.course.markdown import outline
from bot.course.model import About
from bot.course.reader import read_part
from bot.message import Appearance
from bot.texts import LOCALES, Texts
from tests.authors_course import FILES, write_course
from tests.authors_course import TABLE as TABLE_TEXT
from tests.authors_edits import EDITS, LESSON, PRACTICE, TABLE, WEEK

ROOT = Path(__file__).parent.parent
TOOLS = Tools(appearances(), rehearse, list)
OWN_WORK = LOCALES / "ko" / "courses" / "own-work"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A small course of one lesson and one weekend, without a fault."""
    return write_course(tmp_path / "courses")


def found(folder: Path, say: Texts) -> list[tuple[str, int, str]]:
    """File, line and key of every fault; each can be said."""
    faults = faults_in(folder, say)
    for _, fault in faults:
        assert "요." in say(fault.key, **dict(fault.values))
    return [(path.name, fault.line, fault.key) for path, fault in faults]


def line_of(text: str, source: str) -> int:
    return source.count("\n", 0, source.index(text)) + 1


def test_a_course_without_a_fault_is_told_in_one_line(village: Path, say: Texts) -> None:
    """Counts, and no praise."""
    status, lines = check([village], say)
    assert (status, len(lines)) == (0, 1)
    assert "레슨 1개" in lines[0]
    assert "문제 11개(상황 4, " in lines[0]
    assert "용어 2개" in lines[0]


@pytest.mark.parametrize("edit", EDITS, ids=[f"{edit[3]}-{n}" for n, edit in enumerate(EDITS)])
def test_one_edit_one_fault(village: Path, say: Texts, edit: tuple[str, str, str, str, str]) -> None:
    """Told at its own line, and nothing else is."""
    file, old, new, key, at = edit
    assert old in FILES[file]
    source = FILES[file].replace(old, new, 1)
    (village / file).write_text(source, encoding="utf-8")
    assert found(village, say) == [(file, line_of(at, source), key)]


def test_the_edits_try_every_kind_of_fault() -> None:
    """At least thirty-four kinds, and every check but those of several files or channels, which are tried below."""
    tried = {edit[3] for edit in EDITS}
    assert len(tried) >= 34
    quizzes = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "course" / "quizzes").glob("*.py"))
    of_kinds = set(re.findall(r'Flaw\("(flaw-[a-z-]+)"', quizzes))
    assert len(of_kinds) >= 4
    beside = {"flaw-file-name", "flaw-minutes", "flaw-long-message", "flaw-channel"}
    assert {*OF_A_TEXT, *OF_A_COPY, *of_kinds} - tried == beside
    assert {*OF_ALL} - tried == {
        "flaw-term-twice", "flaw-slot-twice", "flaw-front", "flaw-number-gap", "flaw-no-practice", "flaw-no-check",
        "flaw-leaning-ox", "flaw-table-name", "flaw-paragraphs", "flaw-long-text", "flaw-law-card",
    }  # fmt: skip


def test_faults_that_keep_from_teaching_stop_the_bot_and_the_others_do_not(village: Path) -> None:
    """The voice of a lesson never takes the bot away from learners."""
    (village / LESSON).write_text(FILES[LESSON].replace("낫다고 봐요.", "낫다고 본다."), encoding="utf-8")
    assert len(load_course(village).lessons) == 1
    (village / LESSON).write_text(FILES[LESSON].replace("낫다고 봐요.", "⟨생각⟩"), encoding="utf-8")
    with pytest.raises(BrokenCourse):
        load_course(village)


def test_all_faults_of_all_files_come_at_once(village: Path, say: Texts) -> None:
    """Three claims, two bubbles, a sentence and a practice: one run tells them all, in the order of files and lines."""
    broken = FILES[LESSON].replace("· P1", "· P7").replace("낫다고 봐요.", "낫다고 본다.")
    (village / LESSON).write_text(broken, encoding="utf-8")
    (village / PRACTICE).write_text(FILES[PRACTICE].replace("box = 2", "box = 7"), encoding="utf-8")
    faults = found(village, say)
    assert [key for file, _, key in faults if file == PRACTICE] == ["fault-box"]
    keys = [key for file, _, key in faults if file == LESSON]
    assert keys[:3] == ["flaw-impolite", "fault-paragraph", "fault-paragraph"]
    assert keys[3:] == ["fault-quiz-mark"] * 4
    assert faults == sorted(faults, key=lambda fault: fault[:2])
    status, lines = check([village], say)
    assert (status, len(lines)) == (1, len(faults) + 1)
    assert lines[-1] == f"고칠 곳은 {len(faults)}군데예요."


@pytest.mark.parametrize(
    ("file", "renamed", "faults"),
    [
        (LESSON, "lesson-one.md", [("lesson-one.md", 3, "flaw-file-name")]),
        (LESSON, "02-small.md", [("02-small.md", 1, "flaw-number-gap")]),
        (PRACTICE, "", [(TABLE, 5, "flaw-no-practice")]),
        (WEEK, "", [(TABLE, 5, "flaw-no-check")]),
        (WEEK, "week-2-check.md", [("week-2-check.md", 3, "flaw-file-name")]),
    ],
)
def test_files_stand_in_their_places(
    village: Path, say: Texts, file: str, renamed: str, faults: list[tuple[str, int, str]]
) -> None:
    """Numbers run without gaps, names tell their place, and every unit that has begun has a weekend."""
    if renamed:
        (village / file).rename(village / renamed)
    else:
        (village / file).unlink()
    assert found(village, say) == faults


def test_a_lesson_that_is_over_too_soon(village: Path, say: Texts) -> None:
    """Two minutes are promised, so that an author does not leave a stub."""
    source = FILES[LESSON]
    for dull in re.findall(r"  > (.*)", source):
        source = source.replace(dull, "그래요.")
    (village / LESSON).write_text(source.replace("> 물음 적기", ""), encoding="utf-8")
    assert (LESSON, 1, "flaw-minutes") in found(village, say)


def test_a_word_is_taught_once(village: Path, say: Texts) -> None:
    """A second lesson must not give a term another meaning, or a question its name."""
    again = FILES[LESSON].replace("- 실험 ·", "- 기준 ·").replace('slot = "물음"', 'slot = "또 물음"')
    for number, name in enumerate(("small-first", "question-before", "written-first", "try-small", "pairs-of-three",
                                   "four-steps", "nobody-came", "own-question")):  # fmt: skip
        again = again.replace(name, f"other-{number}")
    (village / "02-again.md").write_text(again, encoding="utf-8")
    assert found(village, say) == [("02-again.md", line_of("- 물음 ·", again), "flaw-term-twice")]


def test_two_lines_of_one_name(village: Path, say: Texts) -> None:
    """가격 고칠래 has to mean one line."""
    twice = FILES[PRACTICE].replace('slot = "해 본 것"', 'slot = "물음"')
    (village / PRACTICE).write_text(twice, encoding="utf-8")
    assert found(village, say) == [(PRACTICE, line_of("slot =", twice), "flaw-slot-twice")]


def test_a_first_page_without_its_line(village: Path, say: Texts) -> None:
    """A name that no file has would leave a hole in the printed plan."""
    front = f'front = [\n  "{LESSON.removesuffix(".md")}",\n  "07-gone",\n]\n' + FILES["course.toml"]
    (village / "course.toml").write_text(front, encoding="utf-8")
    assert found(village, say) == [("course.toml", 3, "flaw-front")]


def test_ox_that_leans_to_one_side(village: Path, say: Texts) -> None:
    """Who answers X to everything must not do well."""
    ox = FILES[LESSON][FILES[LESSON].index("## OX") : FILES[LESSON].index("## 빈칸")].replace(" · 복습", "")
    scenes = "".join(ox.replace("question-before", f"ox-{n}") for n in range(3))
    for number in (2, 3, 4, 5):
        opening, rest = FILES[WEEK].split("## 상황", 1)
        week = opening + scenes.replace("ox-", f"ox-{number}-") + rest[rest.index("## 내 일") :]
        (village / f"week-{number}-check.md").write_text(
            week.replace("unit = 1", f"unit = {number}").replace("배운 것", f"배운 것 {number}"), encoding="utf-8"
        )
    table = TABLE_TEXT.replace('2 = "다음 걸음"', "\n".join(f'{n} = "걸음 {n}"' for n in (2, 3, 4, 5)))
    (village / TABLE).write_text(table, encoding="utf-8")
    assert found(village, say) == [(TABLE, 1, "flaw-leaning-ox")]


def test_a_second_course_needs_no_code(tmp_path: Path, say: Texts) -> None:
    """A folder with its table and its lessons is a course: checked, taught, previewed, exported."""
    courses = tmp_path / "courses"
    write_course(courses, "village")
    write_course(courses, "town")
    status, lines = check([courses / "town", courses / "village"], say)
    assert (status, len(lines)) == (0, 2)
    assert load_course(courses / "town").name == "town"
    assert run(["preview", "1", "--course", "town"], courses / "village", say, TOOLS) == 0
    assert run(["check", str(courses)], OWN_WORK, say, TOOLS) == 0


def test_a_new_lesson_is_all_blanks_and_check_points_at_them(village: Path, say: Texts) -> None:
    """Only what is still to be written is a fault; written, it is a lesson like the others."""
    status, _ = begin(village, "second-step", 0, say)
    source = (village / "02-second-step.md").read_text(encoding="utf-8")
    body = re.sub(r"(?s)<!--.*?-->", lambda comment: "\n" * comment[0].count("\n"), source)
    blanks = {n for n, line in enumerate(body.split("\n"), 1) if "⟨" in line and not line.startswith("#\x20")}
    assert status == 0
    assert found(village, say) == []  # a draft
    told = [(path.name, fault.line, fault.key) for path, fault in faults_in(village, say, drafts=True)]
    assert {file for file, _, _ in told} == {"02-second-step.md"}
    assert {line for _, line, key in told if key == "fault-unwritten"} == blanks
    assert [key for _, _, key in told if key != "fault-unwritten"] == ["fault-box"]
    filled = (
        source.replace("⟨의견 · P1 ·", "의견 · P1 ·").replace("⟨의견 · P1⟩", "의견 · P1").replace("box = 0", "box = 1")
    )
    filled = filled.replace("⟨낱말 · 뜻풀이⟩", "낱말 · 뜻풀이").replace("⟨", "").replace("⟩", "")
    (village / "02-second-step.md").write_text(filled, encoding="utf-8")
    assert [lesson.name for lesson in load_course(village).lessons] == ["01-small"]
    filled = re.sub("draft = true.*\n", "", filled)
    (village / "02-second-step.md").write_text(filled, encoding="utf-8")
    assert [lesson.name for lesson in load_course(village).lessons] == ["01-small", "02-second-step"]


def test_a_new_lesson_overwrites_nothing(village: Path, say: Texts) -> None:
    """A name in use, a name that no file can have, a unit that the course has not."""
    for name, unit in (("small", 0), ("작은-것", 0), ("../x", 0), ("Small", 0), ("next", 9)):
        status, lines = begin(village, name, unit, say)
        assert (status, len(lines)) == (2, 1), name
    assert sorted(path.name for path in village.iterdir()) == sorted(FILES)
    assert begin(village, "next", 2, say)[0] == 0
    assert "unit = 2 " in (village / "02-next.md").read_text(encoding="utf-8")


def test_the_questions_as_a_table(village: Path, tmp_path: Path, say: Texts) -> None:
    """One row an answer, in a file that spreadsheets read as Korean."""
    file = tmp_path / "items.csv"
    assert export("items", list(items(load_course(village), say)), file, say)[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    first = rows[0]
    assert [first[name] for name in ("파일", "단원", "이름", "종류", "복습", "문단", "답", "구분")] == [
        "01-small", "1", "small-first", "객관식", "복습", "P1", "새 간판부터 달기", "아쉬움",
    ]  # fmt: skip
    assert {row["종류"] for row in rows} == {"객관식", "OX", "빈칸", "초성", "짝짓기", "순서", "상황", "서술형"}
    scene = [row["구분"] for row in rows if row["이름"] == "nobody-came"]
    assert scene == ["맞음", "괜찮음", "아쉬움"]
    assert len({row["이름"] for row in rows}) == 11


def test_check_as_an_author_runs_it(village: Path) -> None:
    """A real process: exit status 1, and lines that an editor can jump to."""
    (village / LESSON).write_text(FILES[LESSON].replace("낫다고 봐요.", "낫다고 본다."), encoding="utf-8")
    command = [sys.executable, "-m", "bot", "check", str(village)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 1
    assert re.fullmatch(
        r".+01-small\.md:10: ‘글쓴이는 큰 계획보다 작게 해 보는 쪽이 낫다고 본다\.’.*해요체가 아니에요.*",
        done.stdout.splitlines()[0],
    )
    assert done.stderr == ""


def test_every_check_has_its_sentence(say: Texts) -> None:
    """No author meets a bare key."""
    keys = {
        key
        for path in (ROOT / "bot").rglob("*.py")
        for key in re.findall(r'"((?:fault|flaw|author|preview|export)-[a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(keys) > 60
    assert keys <= say.keys


ABOUT = msgspec.convert(
    tomllib.loads(FILES[TABLE]) | tomllib.loads((OWN_WORK.parent / "words.toml").read_text(encoding="utf-8")), About
)
LINES = FILES[LESSON].split("\n")


def damaged(cuts: list[int], copies: list[int], signs: list[tuple[int, str]]) -> str:
    """The good lesson without some lines, with others twice, and with something strange before others."""
    lines = list(LINES)
    for place, sign in signs:
        lines[place] = sign + lines[place]
    for place in copies:
        lines[place] += "\n" + lines[place]
    return "\n".join(line for place, line in enumerate(lines) if place not in cuts)


PLACES = st.integers(0, len(LINES) - 1)
STRANGE = st.sampled_from(
    ["#", "## ", "- ", "> ", "1. ", "    ", "***", "---", "<b>", "[x](y)", "`", "⟨", "— ", "", "ㅋ"]
)


@example(cuts=[], copies=[], signs=[(10, "`")] * 3)  # a fence that takes in every heading
@given(
    cuts=st.lists(PLACES, max_size=6),
    copies=st.lists(PLACES, max_size=3),
    signs=st.lists(st.tuples(PLACES, STRANGE), max_size=4),
)
def test_however_a_file_is_damaged_its_author_gets_lines_to_mend(
    say: Texts, cuts: list[int], copies: list[int], signs: list[tuple[int, str]]
) -> None:
    """Never a crash; every fault stands inside the file and can be said."""
    source = damaged(cuts, copies, signs)
    part, faults = read_part("01-small", source, ABOUT)
    assert (part is None) == bool(faults)
    faults += flaws_of_text(source)
    with contextlib.suppress(Faulty):
        copy = LessonFile("01-small", outline(source), part, ABOUT, taken_words(say), say)
        faults += [
            *flaws_of(copy),
            *(fault for _, fault in flaws_of_course(WholeCourse([copy], FILES[TABLE], ABOUT, frozenset({copy.name})))),
        ]
    for fault in faults:
        assert 1 <= fault.line <= source.count("\n") + 1
        assert say(fault.key, **dict(fault.values))


def test_a_question_that_no_bubble_holds(say: Texts) -> None:
    """The limits of a question's parts make this rare; sentences around them could grow."""
    part, _ = read_part("01-small", FILES[LESSON], ABOUT)

    def talkative(key: str, /, **values: object) -> str:
        return say(key, **values) + "…" * (900 if key in {"quiz-choice", "quiz-order-solution"} else 0)

    copy = LessonFile("01-small", outline(FILES[LESSON]), part, ABOUT, frozenset(), talkative)
    told = [fault.line for fault in flaws_of(copy) if fault.key == "flaw-long-message"]
    assert told == [line_of(name, FILES[LESSON]) for name in ("small-first", "four-steps", "nobody-came")]


def test_what_a_messenger_cannot_show_is_told_at_its_line(village: Path, say: Texts) -> None:
    """By the channel's own rule, in its Korean name; of what fits all of them nothing is."""
    assert faults_in(village, say, appearances()) == []
    narrow = {"kakao": Appearance(faults=lambda message: ["beyond"] if "작게 해 보는" in message.bubbles[0] else [])}
    told_ = [(fault.line, fault.key, dict(fault.values)) for _, fault in faults_in(village, say, narrow)]
    assert told_[0] == (1, "flaw-channel", {"channel": "카카오톡"})
    status, lines = check([village], say, {"toy": Appearance(longest=60)})
    assert status == 1
    assert any("toy에서는" in line for line in lines)


@pytest.mark.parametrize("channel", CHANNELS)
def test_our_own_course_is_shown_whole_everywhere(say: Texts, channel: str) -> None:
    assert faults_in(OWN_WORK, say, {channel: CHANNELS[channel].appearance}) == []


@pytest.mark.parametrize("cell", ["=1+1", "+82", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_table_reckons_nothing_out(cell: str, tmp_path: Path, say: Texts) -> None:
    """A text of somebody's stays one in whatever opens the file; a number is one."""
    export("sent", [(cell, "a=1", -1)], file := tmp_path / "sent.csv", say)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert list(csv.reader(opened))[1] == [f"'{cell}", "a=1", "-1"]


def test_a_table_that_cannot_be_written_is_told(tmp_path: Path, say: Texts) -> None:
    status, [line] = export("sent", [], tmp_path / "none" / "sent.csv", say)
    assert status == 2
    assert "적을 수 없어요" in line


@pytest.mark.parametrize("asked", ["nonsense", "preview", "preview 1 --channel fax", "backup", "why", "move --from x"])
def test_a_slip_on_the_command_line_is_one_line(asked: str) -> None:
    """In Korean, with the way to the help."""
    command = [sys.executable, "-m", "bot", *asked.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(r"그렇게는 할 수 없어요[^\n]*python -m bot[^\n]*--help[^\n]*\n", done.stderr)
