"""Frames of distress: ideas in any form and spelling, and the care that they ask for together.

The table of sayings, by care, stands in safety_frames.toml; none of them stands in the data of the language.
"""

import tomllib
from pathlib import Path

import pytest

from bot.understanding.safety import Care, Safety, load_safety
from bot.understanding.safety_frames import Frames, load_frames

SAYINGS = Path(__file__).parents[2] / "locales" / "ko" / "sayings"
FILE = Path(__file__).with_name("safety_frames.toml").read_text(encoding="utf-8")
TABLE = {side: said.splitlines() for side, said in tomllib.loads(FILE).items()}


@pytest.fixture(scope="module")
def safety() -> Safety:
    return load_safety(SAYINGS / "safety.toml")


@pytest.fixture(scope="module")
def frames() -> Frames:
    return load_frames(SAYINGS / "safety_frames.toml")


@pytest.mark.parametrize(
    ("side", "care"),
    [("danger", Care.DANGER), ("harm", Care.HARM), ("worry", Care.WORRY), ("ordinary", None)],
)
def test_what_people_say(safety: Safety, side: str, care: Care | None) -> None:
    """Indirect wishes, burdens, means, farewells and self-injury, of oneself and of others; and what is none of it."""
    assert [words for words in TABLE[side] if safety.care_for(words) is not care] == []


def test_the_table_is_large() -> None:
    """Nothing stands twice, and there is enough to tell a rule from a list."""
    everything = [words for side in TABLE.values() for words in side]
    assert len(set(everything)) == len(everything) > 1_500
    assert len(TABLE["danger"]) > 600
    assert len(TABLE["ordinary"]) > 800


@pytest.mark.parametrize(
    ("words", "idea"),
    [
        ("죽고 싶어요", "die.wish"),
        ("죽을래", "die.wish"),
        ("주글래", "die.wish"),
        ("죽어 버렸으면 좋겠어", "die.wish"),
        ("죽고 싶지 않아요", "die.not.wish"),
        ("안 깼으면", "wake.not.wish"),
        ("깨지 않았으면", "wake.not.wish"),
        ("다시 깨고 싶지가 않아", "wake.not.wish"),
        ("살아갈 힘", "exist.to"),
        ("버틸 힘", "bear-only.to"),
        ("사는 게", "live.noun"),
        ("칼을 들고 있어요", "hold.now"),
        ("나는이제그만살고싶어요", "live.wish"),
    ],
)
def test_an_idea_is_found_in_any_form(frames: Frames, words: str, idea: str) -> None:
    """The engine bends verbs, follows helping verbs, and hears a no before them and behind."""
    assert idea in frames.ideas.signs(words)


@pytest.mark.parametrize(
    ("words", "idea"),
    [
        ("죽고 싶지 않아요", "die.wish"),  # what is denied is not wished
        ("사람이 많아요", "live.to"),  # no verb begins in the middle of a syllable
        ("그 어려움", "cut"),  # nor is one put together of two words
        ("제사를 지내요", "my"),  # a short word ends where the word does
        ("힘들어요", "reason"),
        ("똥손이에요", "again"),
    ],
)
def test_no_idea_is_found_by_chance(frames: Frames, words: str, idea: str) -> None:
    """Letters that happen to stand beside each other are no word."""
    assert idea not in frames.ideas.signs(words)


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("저는 살아갈 이유를 못 찾겠어요", "고객은 살 이유를 못 찾아요"),  # whose trouble it is
        ("내가 없으면 다들 편할 거예요", "사장이 없으면 다들 편할 거예요"),
        ("번개탄을 주문했어요", "캠핑 가려고 번개탄을 주문했어요"),
        ("칼을 들고 울고 있어요", "칼을 들고 양파를 써는 요리 수업이에요"),
        ("통장이랑 비밀번호를 다 정리해 뒀어요. 이제 홀가분해요", "통장이랑 비밀번호를 정리하는 서비스예요"),
        ("친구가 손목을 그었대요", "친구가 손목에 시계를 찼어요"),
    ],
)
def test_ideas_tell_together(safety: Safety, together: str, apart: str) -> None:
    """One idea tells little; several do, unless words of work or of others stand beside them."""
    assert safety.care_for(together) is Care.DANGER
    assert safety.care_for(apart) is None


@pytest.mark.parametrize(
    ("worry", "danger", "business"),
    [
        (
            "이제 정말 지쳤어요 아무 의미가 없어요",
            "이제 정말 지쳤어요 살 의미가 없어요",
            "의미 없는 회의에 지친 직장인",
        ),
        ("희망이 안 보여요 저는", "희망이 안 보여요 그만 살래요", "희망이 안 보이는 상권"),
        ("이젠 더는 못 하겠어요", "이젠 더는 못 하겠어요 그만 살고 싶어요", "더는 못 하겠어요 설거지"),
    ],
)
def test_a_worry_is_less_than_danger(safety: Safety, worry: str, danger: str, business: str) -> None:
    """What is unclear is a worry; with a plain sign it is danger; and the trouble of customers is neither."""
    assert safety.care_for(worry) is Care.WORRY
    assert safety.care_for(danger) is Care.DANGER
    assert safety.care_for(business) is None


def test_a_long_sentence_is_read_to_its_end(safety: Safety) -> None:
    """Whoever writes without a full stop is heard at the end as at the beginning."""
    before = "오늘은 아침부터 비가 와서 버스를 타고 나갔다가 " * 20
    assert safety.care_for(f"{before} 저는 살아갈 이유를 못 찾겠어요") is Care.DANGER
    assert safety.care_for(before) is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"death>urge"', '"death>urgency"', "urgency"),
        ("across = true", "across = 3", "across"),
        ("[moods.wish]", "[mood.wish]", "mood"),
        ("[spelling]", "[spelling", ""),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """A row that names no idea, or a table that nobody knows, is told at the start."""
    text = (SAYINGS / "safety_frames.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "safety_frames.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"safety_frames\.toml: .*{fault}"):
        load_frames(path)
