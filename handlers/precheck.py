"""The five questions of the first day: asked without a verdict then, and again at the end, so that a gain is seen."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.kind import Verdict, means, told
from bot.learning.day import waiting_part
from bot.message import Button, Go, Message
from bot.record.facts import Prechecked
from handlers import steps

BEFORE, AFTER = 1, 2  # the two rounds


def begin(turn: Turn) -> Message:
    """The next of the five in this round; after the last one, what the round was for."""
    open_ = left(turn)
    if open_:
        count = len(five(turn))
        return _asked(turn, open_[0], count - len(open_) + 1, count)
    if _round(turn) == BEFORE:
        return Message((turn.say("precheck-kept"),), (Button(turn.say("button-first"), Go("today")),))
    if turn.learner.ended_at is None:
        return turn.go(Go("ending"))
    return Message((gain(turn) or turn.say("course-end"),), (Button(turn.say("command-plan"), Go("plan")),))


def left(turn: Turn) -> list[Quiz]:
    """Those of the five that were not answered in this round."""
    taken, now = turn.record.prechecked(), _round(turn)
    return [quiz for quiz in five(turn) if (quiz.name, now) not in taken]


def gain(turn: Turn) -> str:
    """The five of today against those of the first day; who missed those sees them beside the lessons' first tries.
    "" before all five were answered again.
    """
    taken, quizzes = turn.record.prechecked(), five(turn)
    if not quizzes or any((quiz.name, AFTER) not in taken for quiz in quizzes):
        return ""
    both = [quiz.name for quiz in quizzes if (quiz.name, BEFORE) in taken]
    if both:
        before, after = (sum(taken[name, n] for name in both) for n in (BEFORE, AFTER))
        return turn.say("precheck-gain", both=len(both), before=before, after=after)
    answered = turn.standing.answered
    tries = [answered[quiz.name].first for one in turn.course.lessons for quiz in one.checks if quiz.name in answered]
    after = sum(taken[quiz.name, AFTER] for quiz in quizzes)
    return turn.say("precheck-after", after=after, asked=len(tries), first=sum(tries))


def answer(turn: Turn) -> Message:
    """Keep the first answer of each round; reasons are given in the second, when they no longer teach to the test."""
    asked, _, words = turn.words.partition(" ")
    name, _, state = asked.partition(":")
    quiz = next((quiz for quiz in five(turn) if quiz.name == name), None)
    if quiz is None:
        raise Sorry("sorry-old-button")
    if means(words.strip(), "quiz-says-unknown", turn.say):
        grade: Verdict = replace(quiz.solution(turn.say), verdict=turn.say("quiz-unknown"))
    else:
        grade = quiz.hear(words.strip(), state, turn.say)
    if not isinstance(grade, Grade):
        raise Sorry(quiz.how, most=quiz.longest)
    now, first = _round(turn), len(left(turn)) == len(five(turn))
    turn.happened(Prechecked(name, now, grade.right, turn.day))
    if now == BEFORE:
        return steps.opened_with(turn.say("precheck-noted"), begin(turn)) if first else begin(turn)
    return Message(told(grade, turn.say), (Button(turn.say("button-go-on"), Go("precheck")),))


def five(turn: Turn) -> tuple[Quiz, ...]:
    return turn.course.precheck.quizzes if turn.course.precheck else ()


def _asked(turn: Turn, quiz: Quiz, number: int, count: int) -> Message:
    message = quiz.ask(turn.seed, turn.say)
    buttons = tuple(Button(b.label, Go("prechecked", b.go.argument)) for b in message.buttons)
    unknown = Button(turn.say("button-unknown"), Go("prechecked", f"{quiz.name} {turn.say('button-unknown')}"))
    head = turn.say(named(turn, "precheck-head"), number=number, count=count)
    expects = Go("prechecked", message.expects.argument if message.expects else quiz.name)
    asked = replace(message, buttons=(*buttons, unknown), expects=expects)
    return steps.opened_with(head, asked)


def named(turn: Turn, key: str) -> str:
    """The key of what is said of the five: to who missed them on the first day they are none of it."""
    missed = _round(turn) == AFTER and not any(n == BEFORE for _, n in turn.record.prechecked())
    return f"{key}-new" if missed else key


def _round(turn: Turn) -> int:
    return BEFORE if waiting_part(turn.course, turn.standing) else AFTER
