"""The invented shop of one's trade: its plan can be read at the end of every unit, and whole at the end."""

import pytest
from msgspec.structs import replace

from bot.conversation import Sorry
from bot.course.model import Course
from bot.korean.register import banned, is_polite, sentences
from bot.message import Go, Message
from bot.record import Record
from bot.texts import Texts
from handlers.story import offered, story
from tests.learning.turns import seoul, somebody, turn_of

NOW = seoul("2026-11-25 08:00")


def told(course: Course, say: Texts, trade: str, unit: str) -> Message:
    return story(turn_of(Record(replace(somebody(), trade=trade)), NOW, course, say, unit))


def test_every_trade_has_one_that_fills_every_box(course: Course) -> None:
    """Unit by unit; something proved wrong, and somebody said no."""
    about = course.about
    assert [*about.stories] == [*about.trades]
    for trade, one in about.stories.items():
        filled = [len(one.plan(unit)) for unit in about.units]
        assert filled == sorted(filled), trade
        assert [*one.plan([*about.units][-1])] == [*about.boxes], trade
        assert "짐작은 아니었어요" in one.plan("2")["4"], trade


def test_every_example_tells_of_the_same_shop(course: Course) -> None:
    """Each of the thirty names it, and none names the shop of another trade."""
    stories = course.about.stories
    for trade, one in stories.items():
        others = {other.shop for name, other in stories.items() if name != trade}
        for lesson in course.lessons:
            assert one.shop in lesson.examples[trade], (lesson.name, trade)
            assert not [shop for shop in others if shop in lesson.examples[trade]], (lesson.name, trade)


def test_its_sentences_sound_like_the_lessons(course: Course) -> None:
    for one in course.about.stories.values():
        for text in (*(text for boxes in one.units.values() for text in boxes.values()), one.note):
            assert all(is_polite(sentence) for sentence, _ in sentences(text)), text
            assert not [*banned(text)], text


@pytest.mark.parametrize(
    ("trade", "unit", "there", "not_yet"),
    [
        ("care", "1", ["‘낮은 문턱’의 설계서", "1단원까지", "시간·돈·위험 한도"], ["고객 한 사람", "4만 원"]),
        ("care", "4", ["4만 원(예정)"], ["자동화 흐름"]),
        ("shop", "4", ["3만 4천 원이에요"], ["9천 원"]),
        ("shop", "6", ["끝까지 간 한 사람의 설계서", "‘이름표 문구’예요", "9천 원"], []),
        ("office", "1", ["공무원이라면"], []),
        ("other", "1", ["‘한 장 대본’의 설계서"], []),
    ],
)
def test_it_is_told_as_far_as_the_unit(
    course: Course, say: Texts, trade: str, unit: str, there: list[str], not_yet: list[str]
) -> None:
    """Whoever is in no trade of ours reads the first one's."""
    text = "\n\n".join(told(course, say, trade, unit).bubbles)
    assert [words for words in there if words not in text] == []
    assert [words for words in not_yet if words in text] == []


@pytest.mark.parametrize("unit", ["", "0", "7", "모두"])
def test_what_is_no_unit_is_an_old_button(course: Course, say: Texts, unit: str) -> None:
    with pytest.raises(Sorry):
        told(course, say, "care", unit)


def test_it_is_offered_by_its_name(course: Course, say: Texts) -> None:
    turn = turn_of(Record(replace(somebody(), trade="teacher")), NOW, course, say)
    assert [(button.label, button.go) for button in offered(turn, 3)] == [("‘창가 사진반’의 설계서", Go("story", "3"))]
    assert offered(turn, 0) == ()
