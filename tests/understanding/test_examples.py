"""What words are most like, and what may come of it."""

import marshal
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.understanding.examples import FEWEST, LETTER, LONGEST, SHORTEST, Examples, examples_of, groups
from bot.understanding.examples_file import BESIDE, load_examples
from bot.understanding.likely import SURE
from bot.understanding.sorts import ASKED, NOTHING, SAID
from handlers import COMMANDS
from handlers.small_talk import ANSWERS
from tests.language import LANGUAGE

EXAMPLES = LANGUAGE.examples


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("일흔하나인데 너무 늦은 거 아닌가요", "anybody"),
        ("제 정보 어디 팔아먹는 거 아니에요?", "privacy"),
        ("사람이 답해 주는 건가요 아님 기계예요", "who_are_you"),
        ("씨 진짜 짜증나게 하네", "insult"),
        ("두 번이나 읽었는데 모르겠네요", "unknown_answer"),
        ("나중에 할게 손님 와서", "later"),
        ("너무 쉬운데요 더 깊은 거 없나요", "harder"),
        ("일주일만 쉬어도 될까요", "rest_wish"),
        ("퇴근길에 반찬을 사 가는 직장인", "line_who"),
        ("애들 재우고 식탁에 앉으면 한 줄 적기", "promise"),
    ],
)
def test_what_words_are_most_like(said: str, meant: str) -> None:
    """None of them stands in the files."""
    assert EXAMPLES.like(said).best() == meant


def test_every_name_has_a_meaning() -> None:
    """An answer, a command, or that it answers an open question."""
    asked = {name for question in ASKED.values() for name in question.own}
    assert {*EXAMPLES.names} - {*ANSWERS} - {*SAID} - NOTHING - asked == set()
    assert {go.command for go in SAID.values()} <= {*COMMANDS}
    assert {name for question in ASKED.values() for name in question.own | question.either} <= {*EXAMPLES.names}


def test_no_saying_stands_twice_under_two_names() -> None:
    """It could mean neither."""
    named: dict[str, str] = {}
    for path in sorted((Path("locales/ko/sayings/examples")).glob("*.toml")):
        name = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            name = line.partition(" ")[0] if line.endswith('= """') else name
            if name and line and not line.endswith('"""'):
                assert named.setdefault(line, name) == name, line


@pytest.mark.parametrize("said", ["", "ㅋㅋㅋ", "네", "내일", "010-1234-5678", "https://example.com/abc", "qwerty"])
def test_what_is_like_nothing(said: str) -> None:
    """Fewer than SHORTEST syllables tell nothing."""
    assert EXAMPLES.like(said).best() == ""


def test_a_syllable_more_is_enough() -> None:
    """SHORTEST of them."""
    assert EXAMPLES.like("수" * (SHORTEST - 1)).scores == {}
    assert EXAMPLES.like("수료증").best() == "certificate"


def _spelled(group: int) -> str:
    before, letter = divmod(group, 1 << LETTER)
    return (_spelled(before) if before else "") + chr(letter)


def test_groups_of_letters() -> None:
    """One to three, over the gaps between words; laughter is none, and a question mark is a word."""
    spelled = [*map(_spelled, groups("가 나?ㅋㅋ"))]
    assert spelled == "_ 가 _ 나 _ ? _ _가 가_ _나 나_ _? ?_ _가_ 가_나 _나_ 나_? _?_".split()
    assert len([*groups("가" * 10 * LONGEST)]) == len([*groups("가" * LONGEST)])


@pytest.mark.parametrize("said", ["수료증 나와요?", "저녁 8시에 와요?", "파란 코끼리가 지나가요"])
def test_they_are_probabilities(said: str) -> None:
    """Of all meanings together 1, and what is nothing plain is like many."""
    assert sum(EXAMPLES.like(said).scores.values()) == pytest.approx(1)
    assert EXAMPLES.like(said).of(EXAMPLES.names) == pytest.approx(1)
    assert EXAMPLES.like("파란 코끼리가 지나가요").of([EXAMPLES.like("파란 코끼리가 지나가요").best()]) < SURE


def test_a_meaning_with_many_sayings_is_not_likelier_for_it() -> None:
    """What counts is how much of a meaning has a group of letters."""
    few = among_others({"a": ["사과 주세요"] * 50 + ["배 주세요"] * 50, "b": ["사과 주세요"] * 10})
    assert few.like("사과 주세요").best() == "b"


def test_a_group_of_one_saying_tells_nothing() -> None:
    """FEWEST sayings have to share it."""
    few = among_others({"a": ["가나다"] * (FEWEST - 1), "b": ["라마바"] * FEWEST})
    assert not ({*groups("가나다")} - {*groups("라마바")}) & {*few.groups}
    assert few.like("라마바").best() == "b"


@pytest.mark.parametrize("sayings", [20, 100, 140])
def test_a_group_of_every_seventh_saying_tells_nothing(sayings: int) -> None:
    """MOST of all sayings may have it."""
    most = int(0.15 * sayings)
    for shared, known in ((most, True), (most + 1, False)):
        counted = examples_of({"a": ["가나다"] * shared, "b": [chr(0x4E00 + n // 2) for n in range(sayings - shared)]})
        assert ([*groups("가나다")][-1] in counted.groups) is known


def among_others(sayings: Mapping[str, Sequence[str]]) -> Examples:
    """These among two thousand others, a hundred of them alike, that have nothing in common with them."""
    return examples_of({**sayings, "other": [chr(0x4E00 + n // 100) for n in range(2000)]})


def test_a_file_without_sayings_is_named(tmp_path: Path) -> None:
    """With what belongs into it."""
    (tmp_path / "broken.toml").write_text("[saying]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.toml.*\[sayings\]"):
        load_examples(tmp_path)


OTHERS = [chr(0x4E00 + n) * 4 for n in range(20)]
LINES = ("[sayings]", 'a = """', "가나다라", "가나다마", '"""', 'b = """', "거너더러", "거너더머", *OTHERS, '"""')
A_FEW = "\n".join(LINES)


def test_what_was_counted_is_not_counted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as no saying changes; then what was kept of the others goes."""
    file, beside = tmp_path / "a.toml", tmp_path / BESIDE
    file.write_text(A_FEW, encoding="utf-8")
    counted = load_examples(tmp_path)
    [kept] = beside.iterdir()
    with monkeypatch.context() as nothing:
        nothing.setattr("bot.understanding.examples_file.examples_of", None)
        assert load_examples(tmp_path) == counted
    file.write_text(file.read_text(encoding="utf-8").replace("가나다마", "바사아자"), encoding="utf-8")
    assert load_examples(tmp_path) != counted
    assert kept not in beside.iterdir()
    assert len([*beside.iterdir()]) == 1


def test_what_was_kept_and_broke_is_counted_again(tmp_path: Path) -> None:
    """Empty, cut short, or of another kind."""
    (tmp_path / "a.toml").write_text(A_FEW, encoding="utf-8")
    counted = load_examples(tmp_path)
    [kept] = (tmp_path / BESIDE).iterdir()
    whole = kept.read_bytes()
    for broken in (b"", whole[: len(whole) // 2], whole[:-1], marshal.dumps(1), marshal.dumps((("a",), ("Q", b"1")))):
        kept.write_bytes(broken)
        assert load_examples(tmp_path) == counted


def test_where_nothing_can_be_written_it_is_counted(tmp_path: Path) -> None:
    """A file stands where the folder would be: for root no folder is only to be read."""
    (tmp_path / "a.toml").write_text(A_FEW, encoding="utf-8")
    (tmp_path / BESIDE).write_text("", encoding="utf-8")
    assert load_examples(tmp_path).names == ("a", "b")
