"""The lessons we ship: taught well as well as taught at all."""

from pathlib import Path

import pytest

from bot.authoring.check import courses, faults_in, told
from bot.course.model import Course
from bot.course.quizzes import SELF_GRADED
from bot.texts import LOCALES, Texts

FOLDERS = courses(LOCALES / "ko" / "courses")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_author_left_a_fault(folder: Path, say: Texts) -> None:
    """`python -m bot check` finds nothing; it would say where and how to mend it."""
    assert told(faults_in(folder, say), say) == []


def test_the_whole_course_is_there(course: Course) -> None:
    """Thirty lessons in six units, each with its Saturday and its Sunday, and five questions before the first day."""
    assert len(course.lessons) >= 30
    assert sorted(course.practices) == sorted(course.checks) == [1, 2, 3, 4, 5, 6]
    assert course.precheck is not None


def test_every_question_of_a_lesson_belongs_to_one_thought(course: Course) -> None:
    """Two thoughts a lesson, each with a question to come back with besides the one that the lesson asks."""
    for lesson in course.lessons:
        asked = [quiz.name for thought in lesson.thoughts for quiz in thought.questions]
        assert sorted(asked) == sorted(quiz.name for quiz in lesson.quizzes)
        assert [thought.name for thought in lesson.thoughts] == [quiz.name for quiz in lesson.checks]
        for thought in lesson.thoughts:
            assert len([quiz for quiz in thought.questions if quiz.kind not in SELF_GRADED]) >= 2, thought.name
