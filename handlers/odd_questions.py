"""이 문제 이상해요: what is odd about a question, for whoever mends it."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.message import Button, Go, Message
from bot.record.facts import Reported
from handlers import quiz, steps
from handlers.keeping import asked_again, each_once, keeping
from handlers.masking import mask

MOST_NOTE = 300  # characters of a report


def report(turn: Turn) -> Message:
    """이 문제 이상해요: ask for one line, which may be left out; "?" behind the name asks whether it is told at all."""
    name, _, unsure = turn.words.partition(" ")
    _, asked, _ = quiz.quiz_of(turn, name)
    just = Button(turn.say("button-just-report"), Go("reported", f"{asked.name} -"))
    no = Button(turn.say("button-no-report"), Go("reported"))
    buttons = each_once(just, no, *asked_again(turn), *_beneath(turn))
    return Message((turn.say("report-or-not" if unsure else "report-ask"),), buttons, Go("reported", asked.name))


def reported(turn: Turn) -> Message:
    """Keep what was odd, for whoever mends the question, and lead back to the day; without words nothing is told."""
    if not turn.words:
        return _left(turn)
    name, _, note = turn.words.partition(" ")
    _, asked, _ = quiz.quiz_of(turn, name)
    if len(note) > MOST_NOTE:
        raise Sorry("sorry-too-long", most=MOST_NOTE)
    text, masked = mask(turn, note.strip("- "))
    turn.happened(Reported(asked.name, text, turn.now))
    told = turn.say("report-kept-staffed" if turn.staffed else "report-kept")
    return Message(("\n".join(filter(None, (told, masked))),), (steps.button_to(turn, steps.step_of_today(turn)),))


def _left(turn: Turn) -> Message:
    """Nothing is told of; what was open beneath can be gone on with."""
    screen = turn.learner.screen
    if screen and screen.expects and screen.expects.command == "reported":
        turn.change(screen=replace(screen, buttons=tuple(_beneath(turn)), expects=None))
    return keeping(turn, [turn.say("report-not")])


def _beneath(turn: Turn) -> list[Button]:
    """What leads back to the question that was open when this one was asked."""
    screen = turn.learner.screen
    ours = screen and screen.expects and screen.expects.command == "reported"
    return [button for button in screen.buttons if button.go.command != "reported"] if screen and ours else []
