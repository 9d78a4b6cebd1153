"""Text in short bubbles: every word is there, in its order, and none is longer than a thought."""

import re

import pytest

from bot.course.model import Course, Lesson, Practice
from bot.learning.short_lines import MOST_LETTERS, MOST_LINES, pieces

TAG = "〔의견: 제목(T)〕"


@pytest.mark.parametrize(
    ("bubbles", "short"),
    [
        (["가나다."], ["가나다."]),
        (["가.\n\n나."], ["가.\n\n나."]),  # together they are short
        ([f"{'가' * 60}\n\n{'나' * 60}"], ["가" * 60, "나" * 60]),  # and here not
        ([f"{'가' * 54}\n\n{'나' * 54}"], [f"{'가' * 54}\n\n{'나' * 54}"]),  # MOST_LETTERS is 110
        ([f"{'가' * 54}\n\n{'나' * 55}"], ["가" * 54, "나" * 55]),
        (["가\n나\n다\n라\n마"], ["가\n나\n다\n라\n마"]),  # MOST_LINES is 5
        (["가\n나\n다\n라\n마\n바"], ["가\n나\n다\n라\n마", "바"]),
        ([f"{'가' * 60}. {'나' * 60}."], [f"{'가' * 60}.", f"{'나' * 60}."]),  # between sentences, in want of lines
        (["가 나\n다 라"], ["가 나\n다 라"]),  # where there are lines, words are not taken for some
        ([f"{'가' * 50}. {'나' * 50}. {'다' * 50}."], [f"{'가' * 50}. {'나' * 50}.", f"{'다' * 50}."]),
        (["가" * 200], ["가" * 200]),  # a word is never cut
        ([f"{'가' * 105}\n\n{TAG}"], [f"{'가' * 105}\n\n{TAG}"]),  # a tag never stands alone
        ([f"{'가' * 105}\n\n{'나' * 24}"], [f"{'가' * 105}\n\n{'나' * 24}"]),  # ALONE is 24
        ([f"{'가' * 105}\n\n{'나' * 25}"], ["가" * 105, "나" * 25]),
        (["가" * 90, "나"], ["가" * 90, "나"]),  # bubbles are never joined
        ([f"{'나' * 24}\n\n{'가' * 105}"], [f"{'나' * 24}\n\n{'가' * 105}"]),  # 예를 하나 볼게요
        ([f"{'나' * 25}\n\n{'가' * 105}"], ["나" * 25, "가" * 105]),
        ([f"{'나' * 24}\n{'가' * 105}\n다"], [f"{'나' * 24}\n{'가' * 105}", "다"]),  # 이렇게 적을 수 있어요
        ([f"{'나' * 25}\n{'가' * 105}\n다"], ["나" * 25, f"{'가' * 105}\n다"]),
    ],
)
def test_short_bubbles(bubbles: list[str], short: list[str]) -> None:
    """Cut between paragraphs, else lines, else sentences."""
    assert pieces(bubbles) == short


def test_of_the_course_nothing_is_lost_and_all_is_short(course: Course) -> None:
    """Every idea, example and task: the same words in the same order, no piece with more lines or much more letters."""
    texts = [idea.text for part in course.parts for idea in part.ideas]
    texts += [text for part in course.parts if isinstance(part, Lesson) for text in part.examples.values()]
    texts += [part.evidence.prompt for part in course.parts if isinstance(part, Practice)]
    assert len(texts) > 250
    short = [pieces([text]) for text in texts]
    assert [text for text, cut in zip(texts, short, strict=True) if " ".join(cut).split() != text.split()] == []
    most = max(len(piece) for cut in short for piece in cut)
    assert most <= MOST_LETTERS + 26  # the last words of a bubble, with the empty line before them
    lines = max(len(re.findall(r"^.+$", piece, re.MULTILINE)) for cut in short for piece in cut)
    assert lines <= MOST_LINES + 1
