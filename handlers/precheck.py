"""The five questions of the first day: asked without a verdict then, and again at the end, so that a gain is seen."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.kind import Verdict, means
from bot.learning.day import StepKind, next_step
from bot.message import Button, Go, Message
from bot.record.facts import Prechecked
from handlers import steps

BEFORE, AFTER = 1, 2  # the two rounds


def begin(turn: Turn) -> Message:
    """The next of the five in this round; after the last one, what the round was for."""
    quizzes = _five(turn)
    taken = turn.record.prechecked()
    now = _round(turn)
    left = [quiz for quiz in quizzes if (quiz.name, now) not in taken]
    if left:
        return _asked(turn, left[0], len(quizzes) - len(left) + 1, len(quizzes))
    if now == BEFORE:
        return Message((turn.say("precheck-kept"),), (Button(turn.say("button-first"), Go("today")),))
    both = [quiz.name for quiz in quizzes if (quiz.name, BEFORE) in taken]
    before, after = (sum(taken[name, n] for name in both) for n in (BEFORE, AFTER))
    text = turn.say("precheck-gain", both=len(both), before=before, after=after)
    if not both:
        text = turn.say("precheck-after", after=sum(taken[quiz.name, AFTER] for quiz in quizzes))
    return Message((text,), (Button(turn.say("command-plan"), Go("plan")),))


def answer(turn: Turn) -> Message:
    """Keep the first answer of each round; reasons are given in the second, when they no longer teach to the test."""
    asked, _, words = turn.words.partition(" ")
    name, _, state = asked.partition(":")
    quiz = next((quiz for quiz in _five(turn) if quiz.name == name), None)
    if quiz is None:
        raise Sorry("sorry-old-button")
    if means(words.strip(), "quiz-says-unknown", turn.say):
        grade: Verdict = Grade(right=False, bubbles=quiz.solution(turn.say))
    else:
        grade = quiz.hear(words.strip(), state, turn.say)
    if not isinstance(grade, Grade):
        raise Sorry(quiz.how, most=quiz.longest)
    now = _round(turn)
    turn.happened(Prechecked(name, now, grade.right, turn.day))
    if now == BEFORE:
        return steps.opened_with(turn.say("precheck-noted"), begin(turn))
    return Message(grade.bubbles, (Button(turn.say("button-go-on"), Go("precheck")),))


def _five(turn: Turn) -> tuple[Quiz, ...]:
    return turn.course.precheck.quizzes if turn.course.precheck else ()


def _asked(turn: Turn, quiz: Quiz, number: int, count: int) -> Message:
    message = quiz.ask(turn.seed, turn.say)
    buttons = tuple(Button(b.label, Go("prechecked", b.go.argument)) for b in message.buttons)
    unknown = Button(turn.say("button-unknown"), Go("prechecked", f"{quiz.name} {turn.say('button-unknown')}"))
    head = turn.say("precheck-head", number=number, count=count)
    expects = Go("prechecked", message.expects.argument if message.expects else quiz.name)
    asked = replace(message, buttons=(*buttons, unknown), expects=expects)
    return steps.opened_with(head, asked)


def _round(turn: Turn) -> int:
    step = next_step(turn.course, turn.standing)
    return AFTER if step.kind == StepKind.END else BEFORE
