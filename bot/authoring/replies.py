"""Trying a question as learners would. Pure."""

from collections.abc import Iterator

from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.kind import Say
from bot.message import Message


def state_of(question: Message) -> str:
    """What a question's message carries after the quiz's name."""
    return question.expects.argument.partition(":")[2] if question.expects else ""


def feedback(quiz: Quiz, question: Message, say: Say) -> Iterator[Grade | Message]:
    """What each reply is answered with, the best one's first. `question` is what `quiz.ask` gave.

    Raises ValueError when an answer does not fit a message.
    """
    state = state_of(question)
    for reply in quiz.replies(state, say):
        if verdict := quiz.hear(reply.said, reply.state, say):
            yield verdict
