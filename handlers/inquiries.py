"""문의: a learner asks a person, and the answer comes back into the same conversation."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.message import Button, Go, Message
from bot.record.inquiries import A_DAY, LONGEST, MOST_A_DAY, Inquired, new_code, waiting
from handlers.keeping import keeping
from handlers.masking import mask

NOTHING = "-"  # said by the button of who would rather not


def inquiry(turn: Turn) -> Message:
    """What is to be asked; where no person is there to answer, that, and what else helps."""
    if not turn.staffed:
        key = "inquiry-nobody-kakao" if turn.address.channel == "kakao" else "inquiry-nobody"
        return keeping(turn, [turn.say(key)], [Button(turn.say("command-help"), Go("help"))])
    if _asked_today(turn) >= MOST_A_DAY:
        return keeping(turn, [turn.say("inquiry-too-many", most=MOST_A_DAY)])
    no = Button(turn.say("button-no-inquiry"), Go("inquire", NOTHING))
    return Message((turn.say("inquiry-ask"),), (no,), Go("inquire"))


def inquire(turn: Turn) -> Message:
    """Keep the question, masked as everything that is kept."""
    if not turn.words:
        return inquiry(turn)
    if turn.words == NOTHING:
        return keeping(_closed(turn), [turn.say("inquiry-not")])
    if not turn.staffed or _asked_today(turn) >= MOST_A_DAY:
        return inquiry(_closed(turn))
    if len(turn.words) > LONGEST:
        raise Sorry("sorry-too-long", most=LONGEST)
    text, masked = mask(turn, turn.words)
    turn.happened(Inquired(new_code(), text, turn.now))
    told = turn.say("inquiry-kept" if turn.pushed else "inquiry-kept-alone")
    return keeping(_closed(turn), ["\n".join(filter(None, (told, masked)))])


def answered(turn: Turn) -> Message:
    """What a person answered; the turn's words are the kind of the message, which ends with the question's code."""
    code = turn.words.rpartition("-")[2]
    found = next((one for one in waiting(turn.record.inquiries) if one.code == code), None)
    if found is None:
        raise Sorry("sorry-old-button")
    return keeping(turn, [turn.say(found.headline, text=found.answer)])


def _asked_today(turn: Turn) -> int:
    return sum(turn.now - one.at < A_DAY and not one.quiz for one in turn.record.inquiries)


def _closed(turn: Turn) -> Turn:
    """The question what to ask is no longer open."""
    if turn.learner.screen and turn.learner.screen.expects == Go("inquire"):
        turn.change(screen=replace(turn.learner.screen, buttons=(), expects=None))
    return turn
