"""What learners may answer to a question: one reply for every kind of feedback it has. Pure."""

from collections.abc import Iterator
from itertools import permutations

from bot.learning.quizzes import Grade, Quiz
from bot.learning.quizzes.cloze import Cloze
from bot.learning.quizzes.essay import OWN, Essay
from bot.learning.quizzes.initials import Initials
from bot.learning.quizzes.kind import Say
from bot.learning.quizzes.match import Match
from bot.learning.quizzes.order import Order

Reply = tuple[str, str]
"""What was carried after the quiz's name, and what is said."""


def replies(quiz: Quiz, state: str, say: Say) -> list[Reply]:
    """The right reply first, then each that is explained otherwise. `state` is what the question's message expects."""
    if isinstance(quiz, Cloze | Initials):
        right = quiz.answers[0] if isinstance(quiz, Cloze) else quiz.word
        return [("", word) for word in (right, *(miss.text for miss in quiz.misses), say("preview-other-word"))]
    if isinstance(quiz, Match | Order):
        return _rows(quiz, state, say)
    if isinstance(quiz, Essay):
        return [("", quiz.model[: quiz.longest]), *((OWN, str(met)) for met in range(len(quiz.checks), -1, -1))]
    numbers = [str(number) for number in range(1, 4)]
    graded = [(found.right, number) for number in numbers if isinstance(found := quiz.hear(number, "", say), Grade)]
    return [("", number) for _, number in sorted(graded, reverse=True)]


def _rows(quiz: Match | Order, state: str, say: Say) -> list[Reply]:
    """A right row, and the wrong one with the longest explanation."""
    count = len(state.partition("-")[0])
    rows = ["".join(map(str, row)) for row in permutations(range(1, count + 1))]
    heard = [(row, quiz.hear(row, state, say)) for row in rows]
    graded = [(row, found) for row, found in heard if isinstance(found, Grade)]
    right = next(row for row, found in graded if found.right)
    wrong = max((each for each in graded if not each[1].right), key=lambda each: sum(map(len, each[1].bubbles)))[0]
    return [(state, right), (state, wrong)]


def answers(quiz: Quiz) -> Iterator[str]:
    """Every text that would be typed to answer: options, words, sides of pairs, steps."""
    yield from (option.text for option in getattr(quiz, "options", ()))
    yield from (miss.text for miss in getattr(quiz, "misses", ()))
    if isinstance(quiz, Cloze):
        yield from quiz.answers
    elif isinstance(quiz, Initials):
        yield quiz.word
    elif isinstance(quiz, Match):
        yield from (pair.right for pair in quiz.pairs)
    elif isinstance(quiz, Order):
        yield from quiz.steps
