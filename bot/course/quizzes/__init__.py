"""Quiz kinds: how each is read from its section, shown, heard and explained. Pure.

A new kind is one file here (a dataclass that is a Quiz, and its reader) and a line in KINDS; `check`, `preview` and
`export` then know it without a change. The Korean word by which authors write it is content: a line under [kinds] in
locales/ko/courses/words.toml, beside the sentences it says in locales/ko/.
"""

from collections.abc import Mapping

from bot.course.quizzes.choice import read_choice
from bot.course.quizzes.cloze import read_cloze
from bot.course.quizzes.essay import read_essay
from bot.course.quizzes.initials import read_initials
from bot.course.quizzes.kind import Grade, Quiz, Reader
from bot.course.quizzes.match import read_match
from bot.course.quizzes.order import read_order
from bot.course.quizzes.ox import read_ox
from bot.course.quizzes.scenario import read_scenario

__all__ = ["KINDS", "MADE", "SELF_GRADED", "Grade", "Quiz"]

KINDS: Mapping[str, Reader] = {
    "choice": read_choice,
    "ox": read_ox,
    "cloze": read_cloze,
    "initials": read_initials,
    "match": read_match,
    "order": read_order,
    "scenario": read_scenario,
    "essay": read_essay,
}
"""How each kind is read, by the name that its quizzes have as `kind` and that words.toml gives a Korean word."""

SELF_GRADED = frozenset({"essay"})
"""Kinds that learners grade themselves: nothing of them is scheduled, and they never come back as a review."""

MADE = frozenset({"essay", "match"})
"""Kinds that take a sitting of their own: a unit's making begins with them, and its check takes them first."""
