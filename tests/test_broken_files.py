"""Broken files of a course, one kind a row: each is told in Korean at its file and line, and none takes a bot down that
does not teach it.
"""

import re
from pathlib import Path

import pytest

from bot.authoring.check import check, faults_in
from bot.course.load import BrokenCourse, NoSuchCourse, load_course, load_courses
from bot.texts import Texts
from tests.authors_course import FILES, write_course

LESSON, PRACTICE, WEEK, TABLE = "01-small.md", "week-1-practice.md", "week-1-check.md", "course.toml"
STORIES, TEXT = "stories.toml", "article.txt"
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:\s+[A-Za-z]{2,}){2,}")  # three words in a row are a sentence of somebody else's


def edited(file: str, old: str, new: str) -> bytes:
    """A file of the good course with one change."""
    assert old in FILES[file]
    return FILES[file].replace(old, new, 1).encode()


def lesson(old: str, new: str) -> bytes:
    return edited(LESSON, old, new)


def table(old: str, new: str) -> bytes:
    return edited(TABLE, old, new)


def longer(more: str) -> bytes:
    """The good table, and something more."""
    return f"{FILES[TABLE]}\n{more}\n".encode()


def at(text: str) -> int:
    """The line of the good table in which a text stands."""
    return FILES[TABLE].count("\n", 0, FILES[TABLE].index(text)) + 1


END = FILES[TABLE].count("\n")  # lines of the good table
STORY = '[office]\nshop = "한 장"\n\n[office.units.1]\n1 = "첫 칸이에요."\n'
BROKEN: list[tuple[str, str, bytes, str, int]] = [
    # what is broken, the file, its bytes, the fault, its line
    ("a lesson in CP949", LESSON, FILES[LESSON].replace("‘", "").replace("’", "").encode("cp949", "ignore"),
     "fault-encoding", 2),
    ("a table in CP949", TABLE, FILES[TABLE].encode("cp949"), "fault-encoding", 1),
    ("a lesson in UTF-16", LESSON, FILES[LESSON].encode("utf-16"), "fault-encoding", 1),
    ("a table in UTF-16", TABLE, FILES[TABLE].encode("utf-16"), "fault-encoding", 1),
    ("a check in UTF-16 without a mark", WEEK, FILES[WEEK].encode("utf-16-le"), "fault-encoding", 1),
    ("stories in CP949", STORIES, STORY.encode("cp949"), "fault-encoding", 2),
    ("a text in CP949", TEXT, "첫 문단이에요.\n\n둘째 문단이에요.\n".encode("cp949"), "fault-encoding", 1),
    ("bytes of a picture", PRACTICE, b"\x89PNG\r\n\x1a\n\x00\x00", "fault-encoding", 1),
    ("bytes that are no text at all", PRACTICE, b"+++\ntitle = \"\xff\xfe\xfd\"\n+++\n", "fault-encoding", 2),
    ("an empty lesson", LESSON, b"", "fault-empty-file", 1),
    ("a lesson of blank lines", LESSON, b"\n  \n\n", "fault-empty-file", 1),
    ("an empty table", TABLE, b"", "fault-empty-file", 1),
    ("an empty text", TEXT, b"\n", "fault-empty-file", 1),
    ("a head that is not opened", LESSON, lesson("+++\n", ""), "fault-no-head", 1),
    ("a head that is not closed", LESSON, ("+++" + FILES[LESSON].replace("+++", "")).encode(), "fault-open-head", 1),
    ("a head alone", LESSON, b"+++\n", "fault-open-head", 1),
    ("a quote that is not closed in a head", LESSON, lesson('"작게 해 보기"', '"작게 해 보기'), "fault-toml-quote", 2),
    ("curly quotes in a head", LESSON, lesson('"작게 해 보기"', "“작게 해 보기”"), "fault-toml-value", 2),
    ("a word without quotes in a head", LESSON, lesson('"작게 해 보기"', "작게"), "fault-toml-value", 2),
    ("a colon for an equals sign", LESSON, lesson("title =", "title:"), "fault-toml-equals", 2),
    ("a name twice in a head", LESSON, lesson("unit = 1", "unit = 1\nunit = 1"), "fault-toml-twice", 4),
    ("a number as text", LESSON, lesson("box = 1", 'box = "1"'), "fault-value-kind", 4),
    ("a slip in a name of a head", LESSON, lesson("recall =", "reacll ="), "fault-value-unknown", 6),
    ("a head without a title", LESSON, lesson('title = "작게 해 보기"\n', ""), "fault-value-missing", 2),
    ("a word that no line can hold", LESSON, lesson("slot =", 'holds = "gold"\nslot ='), "fault-value-kind", 5),
    ("a quote that is not closed in a table", TABLE, table('"첫걸음"', '"첫걸음'), "fault-toml-quote",
     at("첫걸음")),
    ("a bracket that is not closed", TABLE, table("[trades]", "[trades"), "fault-toml-bracket",
     at("[trades]")),
    ("a list that is not closed", TABLE, table("title =", 'front = ["01-small"\ntitle ='), "fault-toml-bracket", 1),
    ("a table twice", TABLE, longer('[units]\n3 = "셋"'), "fault-toml-twice",
     END + 2),
    ("a Korean name without quotes", TABLE, table('office = "직장인"', '직장인 = "직장인"'), "fault-toml-equals",
     at("office")),
    ("a table without a title", TABLE, table('title = "동네 배움"\n', ""), "fault-value-missing", 1),
    ("a table without boxes", TABLE, FILES[TABLE].partition("[boxes]")[0].encode(), "fault-value-missing", 1),
    ("an empty table of boxes", TABLE, FILES[TABLE].partition('1 = "왜')[0].encode(), "fault-table-empty",
     at("[boxes]")),
    ("a unit that is a number", TABLE, table('2 = "다음 걸음"', "2 = 2"), "fault-value-kind",
     at("다음 걸음")),
    ("a unit without a number", TABLE, table('2 = "다음 걸음"', 'two = "다음 걸음"'), "fault-table-number",
     at("다음 걸음")),
    ("a box without a number", TABLE, table('2 = "한도"', 'b = "한도"'), "fault-table-number",
     at('2 = "한도"')),
    ("a title that no button holds", TABLE, table('"동네 배움"', '"동네에서 함께 배우는 첫걸음 이야기"'),
     "fault-table-label", 1),
    ("a trade that no button holds", TABLE, table('"소상공인"', '"가게를 하거나 준비하는 사람"'), "fault-table-label",
     at("소상공인")),
    ("a blank of a new table", TABLE, table('"동네 배움"', '"⟨이름⟩"'), "fault-unwritten", 1),
    ("a checklist in a box that is not", TABLE, longer(
        '[checklist]\nbox = 7\nslot = "점검"\nintro = "훑어봐요."\nitems = []'), "fault-box",
     END + 3),
    ("an item of a checklist without its fact", TABLE, longer(
        '[checklist]\nbox = 1\nslot = "점검"\nintro = "훑어봐요."\n\n[[checklist.items]]\nname = "a"\nask = "b"'),
     "fault-value-missing", END + 7),
    ("a name that no table has", TABLE, table("[units]", '[untis]\n1 = "x"\n\n[units]'), "flaw-table-name", 4),
    ("a goal of a unit that is not", TABLE, longer('[goals]\n9 = "해요."'), "flaw-table-name",
     END + 3),
    ("a short name of a file that is not", TABLE, longer('[called]\n09-gone = "말"'),
     "flaw-table-name", END + 3),
    ("a text of more paragraphs", TEXT, "하나예요.\n\n둘이에요.\n\n셋이에요.\n".encode(), "flaw-paragraphs",
     at("[paragraphs]")),
    ("a text that a chat would cut", TEXT, ("길어요. " * 401 + "\n\n둘이에요.\n").encode(), "flaw-long-text", 1),
    ("a story of a unit that is not", STORIES, STORY.replace("units.1", "units.9").encode(), "fault-story", 4),
    ("a story of a box that is not", STORIES, STORY.replace("1 = ", "9 = ").encode(), "fault-story", 5),
    ("a story without its shop", STORIES, STORY.replace('shop = "한 장"\n', "").encode(), "fault-value-missing", 1),
    ("a story that says a number", STORIES, STORY.replace('"첫 칸이에요."', "7").encode(), "fault-value-kind", 5),
]  # fmt: skip


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A small course without a fault."""
    return write_course(tmp_path / "courses")


def test_there_are_enough_of_them() -> None:
    """At least thirty-five kinds."""
    assert len({kind for kind, *_ in BROKEN}) == len(BROKEN) >= 35


@pytest.mark.parametrize(("kind", "file", "content", "key", "line"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_told_by_its_name(
    village: Path, say: Texts, kind: str, file: str, content: bytes, key: str, line: int
) -> None:
    """That file and that line, in Korean, and nothing else."""
    (village / file).write_bytes(content)
    there = TABLE if key == "flaw-paragraphs" else file
    assert [(path.name, fault.line, fault.key) for path, fault in faults_in(village, say)] == [(there, line, key)], kind
    status, lines = check([village], say)
    assert (status, len(lines)) == (1, 2)
    told = lines[0].partition(": ")[2]
    assert not ENGLISH.search(told), told
    assert "요." in told
    assert "’라는" not in told or re.search("[가-힣A-Za-z0-9]’라는", told)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("의겸", "‘의겸’이라는"),
        ("소문", "‘소문’이라는"),
        ("이야기", "‘이야기’라는"),
        ("말", "‘말’이라는"),
        ("note", "‘note’라는"),
    ],
)
def test_the_particle_fits_the_word(village: Path, say: Texts, word: str, told: str) -> None:
    """What an author wrote is quoted with the particle that it takes."""
    (village / LESSON).write_bytes(lesson("— 의견 · P1\n", f"— {word} · P1\n"))
    _, lines = check([village], say)
    assert f"{told} 이름표는 없어요" in lines[0]


@pytest.mark.parametrize("content", [row[2] for row in BROKEN if row[1] == LESSON and row[2].strip()])
def test_a_broken_draft_takes_no_bot_down(village: Path, say: Texts, content: bytes) -> None:
    """Whatever is wrong with it: it is not taught, and check only counts what is left to do."""
    draft = b"+++\ndraft = true\n" + content.removeprefix(b"\xff\xfe").removeprefix(b"+++").lstrip(b"\n")
    (village / "02-later.md").write_bytes(draft)
    assert [lesson.name for lesson in load_course(village).lessons] == ["01-small"]
    status, lines = check([village], say)
    assert (status, len(lines)) == (0, 2)
    assert lines[1].startswith(f"{village / '02-later.md'}:1: 초안이라")
    assert check([village / "02-later.md"], say)[0] == 1


def test_a_broken_course_takes_down_only_who_teaches_it(village: Path) -> None:
    """A folder beside it is read by nobody else."""
    town = write_course(village.parent, "town")
    (town / TABLE).write_bytes(b"")
    assert [course.name for course in load_courses(village.parent, ["village"])] == ["village"]
    with pytest.raises(BrokenCourse) as broken:
        load_courses(village.parent, ["village", "town"])
    assert [path for path, _ in broken.value.faults] == [town / TABLE]
    with pytest.raises(NoSuchCourse) as none:
        load_courses(village.parent, ["village", "city"])
    assert (none.value.name, none.value.known) == ("city", ["town", "village"])
