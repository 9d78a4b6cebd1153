"""Two things that were asked or wished for in one message: both are done, in their order."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Go, Message, go_of
from handlers.keeping import asked_again, each_once

CLOSES = {"answer", "trade", "job-told", "write", "intend", "hour"}  # what answers the question that is open


def both(turn: Turn) -> Message:
    """Do both; where one of them cannot be done, the other alone. Raises Sorry where neither can. What answers the open
    question closes it last: the other is done while it is open.
    """
    first, second = map(go_of, turn.words.partition("\n")[::2])
    if not {first.command, second.command} <= turn.commands.keys():
        raise Sorry("sorry-old-button")
    screen = turn.learner.screen
    if first.command in CLOSES:
        beside, answered = _done(turn, second), turn.go(first)
        return _together(turn, answered, _aside(turn, beside, screen)) if beside else answered
    one = _done(turn, first)
    if one is None:
        return turn.go(second)
    other = _done(turn, second)
    return _together(turn, one, other) if other else one


def _aside(turn: Turn, message: Message, screen: Message | None) -> Message:
    """The message without what belongs to the question that was open with it."""
    still, own = turn.say("talk-open"), {button.go for button in screen.buttons} if screen else set()
    again = {button.go for button in asked_again(turn)}
    buttons = tuple(
        button for button in message.buttons if button.go not in own | again and button.go.command != "start"
    )
    bubbles = tuple(bubble for bubble in message.bubbles if bubble != still)
    return replace(message, bubbles=bubbles, buttons=buttons, expects=None)


def _done(turn: Turn, go: Go) -> Message | None:
    try:
        return turn.go(go)
    except Sorry:
        return None


def _together(turn: Turn, one: Message, other: Message) -> Message:
    """Each in a bubble of its own; the buttons of what is asked come first, so that their numbers hold."""
    still = turn.say("talk-open")
    told, also = ([bubble for bubble in message.bubbles if bubble != still] for message in (one, other))
    opens = (still,) if still in (one.bubbles[-1], other.bubbles[-1]) else ()
    if one.expects and one.expects != other.expects:  # it asks on, so its words come last
        told, also = also, told
    first, others = "\n".join(told), tuple(also)
    if 1 + len(others) + len(opens) > MOST_BUBBLES:
        others = ("\n\n".join(also),)
    bubbles = (first, *others, *opens)
    if any(len(bubble) > LONGEST_BUBBLE for bubble in bubbles):
        bubbles = (told[0], also[-1], *opens)
    asks, beside = (one, other) if one.expects or not other.expects else (other, one)
    return replace(asks, bubbles=bubbles, buttons=each_once(*asks.buttons, *beside.buttons))
