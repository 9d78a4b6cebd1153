"""The plan of the invented shop that the examples of one's trade tell of, as far as the units that are through."""

from bot.conversation import Sorry, Turn
from bot.course.story import Story
from bot.message import Button, Go, Message
from handlers.keeping import keeping
from handlers.ledger import in_bubbles


def story(turn: Turn) -> Message:
    """The plan at the end of the unit that the words name. Raises Sorry where no such plan is told."""
    told = _of_trade(turn)
    boxes = told.plan(turn.words) if told else {}
    if told is None or not boxes:
        raise Sorry("sorry-old-button")
    whole = turn.words == list(told.units)[-1]
    head = turn.say("story-whole" if whole else "story", shop=told.shop, unit=turn.words)
    names = turn.course.about.boxes
    rows = [turn.say("story-row", box=box, name=names[box], text=text) for box, text in boxes.items()]
    note = [told.note] if told.note else []
    plan = Button(turn.say("command-plan"), Go("plan"))
    return keeping(turn, in_bubbles([head, *rows, *note]), [plan])


def offered(turn: Turn, unit: int | str) -> tuple[Button, ...]:
    """The way to it where the course tells one."""
    told = _of_trade(turn)
    if told is None or str(unit) not in told.units:
        return ()
    return (Button(turn.say("button-story", shop=told.shop), Go("story", str(unit))),)


def _of_trade(turn: Turn) -> Story | None:
    """The story of the learner's trade; of one that has none, the first."""
    stories = turn.course.about.stories
    return stories.get(turn.learner.trade) or next(iter(stories.values()), None)
