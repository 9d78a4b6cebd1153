"""A picture that is sent: that there is one, and on which day, is all that is kept of it."""

from bot.conversation import Sorry, Turn
from bot.korean.spoken import dated
from bot.message import Go, Message
from handlers import steps, study
from handlers.keeping import keeping

NO_LINE = "-"  # in place of a caption that means something by itself


def photo(turn: Turn) -> Message:
    """The picture that a making asks for; the turn's words are its caption. Where none is asked for, the open question
    stays. Raises Sorry where the caption alone has to say what is meant.
    """
    if turn.learner.new:
        return turn.go(Go("start"))
    part, caption = _asked_for(turn), turn.words.strip() if turn.words != NO_LINE else ""
    if not part:
        if turn.words:
            raise Sorry("sorry-photo")
        return keeping(turn, [turn.say("photo-not-here")])
    fact = turn.say("photo-line", day=dated(turn.learner.local(turn.now).date()))
    before = next((line.text for line in turn.record.lines() if line.lesson == part), "")
    told = [before, *([caption] if caption not in before else [])]
    text = "\n".join(filter(None, (*told, *([fact] if fact not in before else []))))
    message = turn.hand_to(study.write, f"{part} {text}")
    return steps.opened_with(turn.say("photo-kept"), message)


def _asked_for(turn: Turn) -> str:
    """The part whose open question takes a picture, or that was just answered and may be written anew; or ""."""
    screen = turn.learner.screen
    if screen is None:
        return ""
    if screen.expects:
        return screen.expects.argument if screen.takes_picture else ""
    again = (button.go.argument for button in screen.buttons if button.go.command == "line")
    return next((name for name in again if turn.course.takes_picture(name)), "")
