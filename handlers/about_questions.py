"""What is said to us about the open question: a hint, how to answer it, once more, its answer, that it is odd."""

from bot.conversation import Turn
from bot.message import Go, Message
from handlers import about_lessons, helping, steps, welcome
from handlers.keeping import hands_to, said


def odd_question(turn: Turn) -> Message:
    """The question at hand is reported; where there is none, it is a fault of ours."""
    quiz = about_lessons.quiz_on_screen(turn)
    return turn.go(Go("report", quiz)) if quiz else said(turn, intent="bug", leads={"button-today": Go("today")})


def hint(turn: Turn) -> Message:
    """The next hint of the open question; where it has none, how else it goes on."""
    screen = turn.learner.screen
    asked = turn.course.quizzes.get(about_lessons.quiz_on_screen(turn)) if steps.open_question(screen) else None
    if screen and asked and asked[1].hints:
        given = next((button.go for button in screen.buttons if button.go.command == "hint"), None)
        return turn.go(given or Go("hint", f"{asked[1].name}:{len(asked[1].hints)}"))
    if screen and screen.expects and screen.expects.command == "write":
        return about_lessons.stuck(turn)
    return said(turn, intent="no_hint" if steps.open_question(screen) else "hint_later")


def how_to_answer(turn: Turn) -> Message:
    """How the open question is answered; where none is, what can be said."""
    screen = turn.learner.screen
    if screen and screen.expects and steps.open_question(screen):
        return turn.go(Go("explain", screen.expects.argument))
    return about_lessons.stuck(turn) if screen and screen.expects else helping.within_welcome(turn)


def repeat_question(turn: Turn) -> Message:
    """문제 다시 보여 주세요: the open question as it was asked; where none is open, how things go on."""
    screen = turn.learner.screen
    expects = screen.expects if screen else None
    if expects and expects.command in {"answer", "write"}:
        name = expects.argument.partition(":")[0]
        return turn.go(Go("ask" if expects.command == "answer" else "line", name))
    return welcome.start(turn) if steps.in_first_questions(turn) else hands_to("quiz")(turn)


def the_answer(turn: Turn) -> Message:
    """The answer of the open question, as for who does not know it; else why it was so."""
    screen = turn.learner.screen
    if screen and screen.expects and steps.open_question(screen):
        return turn.go(screen.expects.saying(f"- {turn.words or '?'}"))
    return about_lessons.why_this_answer(turn)
