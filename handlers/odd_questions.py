"""이 문제 이상해요: what is odd about a question, for whoever mends it."""

from bot.conversation import Sorry, Turn
from bot.message import Button, Go, Message
from bot.record.facts import Reported
from handlers import quiz, steps
from handlers.keeping import asked_again
from handlers.masking import mask

MOST_NOTE = 300  # characters of a report


def report(turn: Turn) -> Message:
    """이 문제 이상해요: ask for one line, which may be left out."""
    _, asked, _ = quiz.quiz_of(turn, turn.words)
    none = Button(turn.say("button-just-report"), Go("reported", f"{asked.name} -"))
    buttons = (none, *asked_again(turn))
    return Message((turn.say("report-ask"),), buttons, Go("reported", asked.name))


def reported(turn: Turn) -> Message:
    """Keep what was odd, for whoever mends the question, and lead back to the day."""
    name, _, note = turn.words.partition(" ")
    _, asked, _ = quiz.quiz_of(turn, name)
    if len(note) > MOST_NOTE:
        raise Sorry("sorry-too-long", most=MOST_NOTE)
    text, masked = mask(turn, note.strip("- "))
    turn.happened(Reported(asked.name, text, turn.now))
    told = turn.say("report-kept-staffed" if turn.staffed else "report-kept")
    return Message(("\n".join(filter(None, (told, masked))),), (steps.button_to(turn, steps.step_of_today(turn)),))
