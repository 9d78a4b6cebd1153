"""When the learner wants to open the lesson: the if-then plan of the first minute, said anew at any time."""

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean.cues import cue_said
from bot.message import Button, Go, Message
from handlers import steps
from handlers.asked_first import LEFT_OUT
from handlers.keeping import keeping
from handlers.masking import mask
from handlers.study import LONGEST_INTENTION

OFFERED = tuple(map(str, range(1, 5)))
"""The cues that the welcome offers, by their number."""


def cue(turn: Turn) -> Message:
    """Ask what shall come before the lesson; the words after it are kept, and - leaves it as it was."""
    have = turn.learner.intention
    if not turn.words:
        buttons = [Button(turn.say(f"intend-{n}"), Go("cue", n)) for n in OFFERED]
        stay = Button(turn.say("button-stay"), Go("cue", LEFT_OUT))
        return Message((turn.say("cue-now" if have else "cue-ask", cue=have),), (*buttons, stay), Go("cue"))
    onward = steps.button_to(turn, steps.step_of_today(turn))
    if turn.words == LEFT_OUT or means(turn.words, "says-skip", turn.say):
        return Message((turn.say("as-it-was"),), (onward,))
    said = turn.say(f"intend-{turn.words}") if turn.words in OFFERED else cue_said(turn.words)
    if len(turn.words) > LONGEST_INTENTION:
        raise Sorry("sorry-too-long", most=LONGEST_INTENTION)
    if not said:
        raise Sorry("sorry-cue")
    said, note = mask(turn, said)
    turn.change(intention=said)
    kept = "\n".join(filter(None, (turn.say("cue-kept", cue=said), note)))
    return Message((kept,), (onward, steps.take_back(turn)))


def which(turn: Turn) -> Message:
    """약속 바꿀래: the cue of their own, or the promise of what they offer? Both may be meant."""
    promise = next((slot.part for slot in turn.course.slots if slot.name == turn.say("slot-promise")), "")
    leads = [Button(turn.say("button-cue"), Go("cue"))]
    leads += [Button(turn.say("button-promise"), Go("line", promise))] if promise else []
    have = turn.learner.intention
    return keeping(turn, [turn.say("which-promise", cue=have) if have else turn.say("which-promise-none")], leads)
