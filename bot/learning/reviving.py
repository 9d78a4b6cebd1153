"""되살리기: what is asked of whoever wants to hear again what fades. Pure."""

from itertools import islice

from bot.course.model import Course
from bot.course.quizzes import Quiz
from bot.learning.day import due_cards
from bot.learning.memory import Card, recall
from bot.learning.standing import Standing
from bot.learning.thoughts import next_question


def to_revive(course: Course, standing: Standing) -> list[Quiz]:
    """The questions of what is due; else the one of what was met longest ago, of those the most forgotten."""
    due = due_cards(course, standing)
    found = (next_question(course.thoughts[card.thought], standing) for card in due or _longest_ago(course, standing))
    asked = (quiz for quiz in found if quiz)
    return list(asked) if due else list(islice(asked, 1))


def _longest_ago(course: Course, standing: Standing) -> list[Card]:
    """What was taught, in the order in which it was met, of what was met together the most forgotten first."""
    known = (card for card in standing.cards if card.thought in course.thoughts)
    taught = [card for card in known if course.thoughts[card.thought].lesson in standing.finished]
    return sorted(taught, key=lambda card: (card.last, recall(card, standing.day)))
