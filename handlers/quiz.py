"""Questions: asked, answered, explained, and kept so that they come back in time."""

from fsrs import Rating

from bot.conversation import Sorry, Turn
from bot.learning.day import next_step, step_in
from bot.learning.memory import review
from bot.learning.quizzes import Grade, Quiz
from bot.lessons import Lesson
from bot.message import LONGEST_LABEL, Button, Message
from bot.store.progress import Answer
from handlers import study


async def ask(turn: Turn) -> Message:
    """Ask a question; its options are numbered, and typing a number works as well as a tap."""
    lesson, quiz = _quiz(turn, turn.words)
    order = quiz.order(f"{turn.learner.id}:{turn.day}")
    shown = [quiz.options[number - 1].text for number in order]
    listed = "\n".join(f"{place}. {text}" for place, text in enumerate(shown, 1))
    short = all(len(text) <= LONGEST_LABEL for text in shown)
    labels = shown if short else [turn.say("quiz-number", n=place) for place in range(1, len(shown) + 1)]
    buttons = [Button(label, f"/answer {quiz.name} {number}") for label, number in zip(labels, order, strict=True)]
    text = turn.say("quiz-ask", head=await _head(turn, lesson, quiz), question=quiz.question, options=listed)
    return Message((text,), tuple(buttons), f"/answer {quiz.name}")


async def answer(turn: Turn) -> Message:
    """Grade an answer, explain it, and keep it; only the first of a study day moves the card."""
    name, _, given = turn.words.partition(" ")
    lesson, quiz = _quiz(turn, name)
    grade = quiz.grade(given)
    if grade is None:
        raise Sorry("sorry-which-option")
    await _keep(turn, quiz, given, grade)
    standing = await study.standing_of(turn)
    begun = lesson.name not in standing.finished
    step = step_in(lesson, standing) if begun else next_step(turn.course.lessons, standing)
    buttons = (study.button_to(turn, step), Button(turn.say("command-source"), f"/source {lesson.name}"))
    return Message((_explained(turn, grade),), buttons)


async def practise(turn: Turn) -> Message:
    """A question that waits today; else the most forgotten one known, for practice."""
    standing = await study.standing_of(turn)
    step = next_step(turn.course.lessons, standing)
    if step.kind in {"review", "ask"}:
        return await turn.hand_to(ask, step.name)
    known = [card for card in standing.cards if card.quiz in turn.course.quizzes]
    if not known:
        raise Sorry("sorry-no-quiz")
    return await turn.hand_to(ask, min(known, key=lambda card: (card.last, card.stability)).quiz)


async def _keep(turn: Turn, quiz: Quiz, given: str, grade: Grade) -> None:
    cards, day = turn.store.cards, turn.day
    card = await cards.one(turn.learner, quiz.name)
    counted = card is None or card.last < day
    await turn.store.progress.answer(turn.learner, Answer(quiz.name, given, grade.right, counted), day, turn.now)
    if counted and quiz.review:
        await cards.save(turn.learner, review(card, quiz.name, Rating.Good if grade.right else Rating.Again, day))


async def _head(turn: Turn, lesson: Lesson, quiz: Quiz) -> str:
    finished = await turn.store.progress.finished(turn.learner)
    if lesson.name in finished:
        return turn.say("quiz-review")
    return turn.say("quiz-check", number=lesson.quizzes.index(quiz) + 1, count=len(lesson.quizzes))


def _explained(turn: Turn, grade: Grade) -> str:
    if grade.right:
        return turn.say("quiz-right", because=grade.because)
    return turn.say("quiz-wrong", because=grade.because, solution=grade.solution, why=grade.solution_because)


def _quiz(turn: Turn, name: str) -> tuple[Lesson, Quiz]:
    found = turn.course.quizzes.get(name)
    if found is None:
        raise Sorry("sorry-old-button")
    return found
