"""What is said to us about the open question: a hint, how to answer it, once more, its answer, that it is odd."""

from dataclasses import replace

from bot.conversation import Turn
from bot.course.quizzes.typed import LONGEST_WORD
from bot.message import LONGEST_LABEL, Button, Go, Message
from bot.plan import LONGEST_LINE
from handlers import about_lessons, helping, steps, welcome
from handlers.keeping import asked_again, briefly, hands_to, keeping, said
from handlers.quiz import so_far

ONWARD = frozenset("today next ask read line lesson plan contents help progress quiz review acts source".split())
"""Commands of buttons that lead on, and offer no change."""


def odd_question(turn: Turn) -> Message:
    """The question at hand may be reported, and stays open while it is; where there is none, it is a fault of ours."""
    quiz = about_lessons.quiz_on_screen(turn)
    if quiz and steps.open_question(turn.learner.screen):
        return said(turn, intent="odd_here", leads={"button-report": Go("report", quiz)})
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


def how_to_write(turn: Turn) -> Message:
    """How long a line may be and how right its spelling; at a typed quiz the same of its word."""
    screen = turn.learner.screen
    found = turn.course.quizzes.get(about_lessons.quiz_on_screen(turn)) if steps.open_question(screen) else None
    if found and found[1].longest <= LONGEST_WORD:
        return said(turn, intent="how_to_word", most=found[1].longest)
    return how_to_answer(turn) if found else said(turn, intent="how_to_write", most=LONGEST_LINE)


def where_blank(turn: Turn) -> Message:
    """빈칸이 어디예요: what a blank looks like, and the question once more; elsewhere how to write."""
    if not steps.open_question(turn.learner.screen):
        return how_to_write(turn)
    found = turn.course.quizzes.get(about_lessons.quiz_on_screen(turn))
    shown = so_far(turn, found[1]).bubbles[:1] if found else ()
    return keeping(turn, [turn.say("talk-where_blank"), *shown])


def this_word(turn: Turn) -> Message:
    """확인이라고 쓰면 되는 건가: whether the word that is named is the answer, which a tap gives; nothing is graded."""
    return _whether(turn, turn.say("talk-this_word", word=turn.words), turn.words)


def this_option(turn: Turn) -> Message:
    """2번 아니에요?: the same of the place of an option."""
    option = turn.say("quiz-number", n=turn.words)
    return _whether(turn, turn.say("talk-this_option", n=turn.words), turn.words and option)


def _whether(turn: Turn, text: str, answer: str) -> Message:
    """The question whether something is the answer, to which 네 is said, or a button tapped."""
    screen = turn.learner.screen
    if not (answer and screen and screen.expects and steps.open_question(screen)):
        return how_to_write(turn)
    asked = keeping(turn, [text])
    offered = len(answer) > LONGEST_LABEL or any(button.label == answer for button in asked.buttons)
    take = [] if offered else [Button(answer, screen.expects.saying(answer))]
    return replace(steps.with_buttons(asked, *take), bubbles=(text,), draft=answer)


def fine(turn: Turn) -> Message:
    """괜찮아요: what was asked or offered stays as it is; where nothing was, only that it was heard."""
    screen = turn.learner.screen
    asked = screen is not None and (screen.expects or screen.draft)
    offered = screen is not None and any(button.go.command not in ONWARD for button in screen.buttons)
    if asked or offered:
        return briefly(turn, intent="fine")
    return keeping(turn, [turn.say("talk-fine-idle")])


def bored(turn: Turn) -> Message:
    """Who has a question before them is offered no other one."""
    if asked_again(turn):
        return said(turn, intent="bored_here")
    return said(turn, intent="bored", leads={"command-quiz": Go("quiz")})


def write_for_me(turn: Turn) -> Message:
    """대신 써 주세요: it cannot be done; at a line its samples are shown."""
    screen = turn.learner.screen
    if screen and screen.expects and screen.expects.command == "write":
        return steps.opened_with(turn.say("talk-write_for_me-samples"), about_lessons.stuck(turn))
    return said(turn, intent="write_for_me")


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
