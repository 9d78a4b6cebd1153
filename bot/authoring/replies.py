"""What learners may answer to a question: one reply for every kind of feedback it has. Pure."""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.choice import Choice
from bot.course.quizzes.cloze import Cloze
from bot.course.quizzes.essay import OWN, Essay
from bot.course.quizzes.initials import Initials
from bot.course.quizzes.kind import Say
from bot.course.quizzes.match import Match
from bot.course.quizzes.order import SWAPPABLE, Order
from bot.course.quizzes.ox import Ox
from bot.course.quizzes.scenario import BEST, FAIR, POOR, Scenario
from bot.message import Message

MARKS = (BEST, FAIR, POOR)


class Reply(NamedTuple):
    """What is carried after the quiz's name, what is said, and the words a reader knows it by."""

    state: str
    said: str
    shown: str


def state_of(question: Message) -> str:
    """What a question's message carries after the quiz's name."""
    return question.expects.argument.partition(":")[2] if question.expects else ""


def replies(quiz: Quiz, state: str, say: Say) -> list[Reply]:
    """The best reply first, then each that is explained otherwise. `state` is what the question's message expects."""
    if isinstance(quiz, Choice | Ox | Scenario):
        numbered = sorted(enumerate(quiz.options, 1), key=lambda found: MARKS.index(found[1].mark))
        return [Reply("", str(number), option.text) for number, option in numbered]
    if isinstance(quiz, Cloze | Initials):
        right = quiz.answers[0] if isinstance(quiz, Cloze) else quiz.word
        words = (right, *(miss.text for miss in quiz.misses), say("preview-other-word"))
        return [Reply("", word, word) for word in words]
    if isinstance(quiz, Match | Order):
        return _rows(quiz, state, say)
    if isinstance(quiz, Essay):
        own = [Reply(OWN, str(met), f"{met}/{len(quiz.checks)}") for met in range(len(quiz.checks), -1, -1)]
        return [Reply("", quiz.model[: quiz.longest], say("preview-own-words")), *own]
    return []


def _rows(quiz: Match | Order, state: str, say: Say) -> list[Reply]:
    """A right row, and the wrong one with the longest explanation."""
    rows = ["".join(row) for row in permutations(sorted(state.partition("-")[0]))]
    graded = [(row, found) for row in rows if isinstance(found := quiz.hear(row, state, say), Grade)]
    right = next(row for row, found in graded if found.right)
    wrongs = {row: sum(map(len, found.bubbles)) for row, found in graded if not found.right}
    return [Reply(state, row, " ".join(row)) for row in (right, max(wrongs, key=lambda row: wrongs[row]))]


def question(quiz: Quiz) -> str:
    """What it asks, as it is written."""
    if isinstance(quiz, Choice | Ox | Scenario | Cloze | Initials | Match | Order | Essay):
        return quiz.question
    return ""


def answers(quiz: Quiz) -> Iterator[str]:
    """Every text that would be typed to answer: options, words, right sides of pairs, steps."""
    if isinstance(quiz, Choice | Ox | Scenario):
        yield from (option.text for option in quiz.options)
    elif isinstance(quiz, Cloze | Initials):
        yield from quiz.answers if isinstance(quiz, Cloze) else (quiz.word,)
        yield from (miss.text for miss in quiz.misses)
    elif isinstance(quiz, Match):
        yield from (pair.right for pair in quiz.pairs)
    elif isinstance(quiz, Order):
        yield from quiz.steps


def marked(quiz: Quiz) -> Iterator[tuple[str, str, str]]:
    """Everything that may be answered, with its mark (best, fair or poor) and its reason."""
    if isinstance(quiz, Choice | Ox | Scenario):
        yield from ((option.mark, option.text, option.because) for option in quiz.options)
    elif isinstance(quiz, Cloze | Initials):
        rights = quiz.answers if isinstance(quiz, Cloze) else (quiz.word,)
        yield from ((BEST, right, quiz.because if right == rights[0] else "") for right in rights)
        yield from ((POOR, miss.text, miss.because) for miss in quiz.misses)
    elif isinstance(quiz, Match):
        yield from ((BEST, f"{pair.left} = {pair.right}", pair.because) for pair in quiz.pairs)
    elif isinstance(quiz, Order):
        steps = "\n".join(f"{n}. {SWAPPABLE.join(group)}" for n, group in enumerate(quiz.groups, 1))
        yield BEST, steps, quiz.because
    elif isinstance(quiz, Essay):
        yield BEST, quiz.model, "\n".join(quiz.checks)
