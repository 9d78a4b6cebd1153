"""Where the clause ends that tells a job: not far behind its beginning, for each place has to be looked at."""

import pytest

from bot.korean.job_clause import job_clause
from bot.korean.oneself import job_and_more


@pytest.mark.parametrize(("words", "found"), [(3, True), (23, True), (24, False), (300, False)])
def test_it_ends_within_so_many_words(words: int, found: bool) -> None:  # noqa: FBT001 - a table
    """A thousand characters of words were looked at five hundred times."""
    clause = job_clause(f"{'늘 ' * (words - 2)}빵집 다녀요 그리고 좋아요")
    assert (clause is not None) is found


@pytest.mark.parametrize(("words", "ways"), [(12, 22), (13, 24), (14, 24), (40, 24), (41, 0)])
def test_a_job_and_something_else_are_cut_at_so_many_places(words: int, ways: int) -> None:
    """Two ways at each of twelve, in at most 120 characters."""
    assert len([*job_and_more("이고 " * words)]) == ways
