"""The course's checklist before a box of the plan is done: one question at a time, the answers kept as a line."""

from enum import StrEnum

from bot.conversation import Sorry, Turn
from bot.course.holds import OPEN_ITEM
from bot.course.model import CHECKLIST
from bot.course.quizzes.kind import means
from bot.course.workshops import Checklist
from bot.message import Button, Go, Message
from bot.record.facts import Wrote
from bot.record.learner import Line
from handlers import steps
from handlers.workshops import STOP


class Answer(StrEnum):
    """How an item was answered; the letters travel in the commands, so that nothing is kept before the end."""

    YES = "y"
    LATER = "n"
    NONE = "x"  # it does not concern them


MARKS = {Answer.YES: "☑", Answer.LATER: OPEN_ITEM, Answer.NONE: "–"}


def checklist(turn: Turn) -> Message:
    """The next item, after the answers given so far; after the last one the line that holds them all."""
    listed = turn.course.about.checklist
    given, _, words = turn.words.partition(" ")
    if listed is None or not set(given.strip("-")) <= {*Answer} or len(given.strip("-")) > len(listed.items):
        raise Sorry("sorry-old-button")
    given = given.strip("-")
    if words == STOP or (words and means(words, "checklist-says-stop", turn.say)):
        box = Button(turn.say("button-see-box", box=listed.box), Go("plan", f"{listed.box}"))
        return Message((turn.say("checklist-left"),), (box, steps.button_to(turn, steps.step_of_today(turn))))
    if words:
        given += _heard(turn, words)
    return _asked(turn, listed, given) if len(given) < len(listed.items) else _kept(turn, listed, given)


def _heard(turn: Turn, words: str) -> Answer:
    """What typed words answer. Raises Sorry for anything else."""
    found = next((answer for answer in Answer if means(words, f"checklist-says-{answer.name.lower()}", turn.say)), None)
    if found is None:
        raise Sorry("sorry-checklist")
    return found


def _asked(turn: Turn, listed: Checklist, given: str) -> Message:
    item, number = listed.items[len(given)], len(given) + 1
    ask = turn.say("checklist-ask", number=number, count=len(listed.items), name=item.name, ask=item.ask)
    buttons = (
        Button(turn.say(f"checklist-{answer.name.lower()}"), Go("checklist", f"{given}{answer}")) for answer in Answer
    )
    bubbles = (listed.intro, ask, item.fact) if not given else (ask, item.fact)
    return Message(bubbles, tuple(buttons), Go("checklist", given or "-"))


def _kept(turn: Turn, listed: Checklist, given: str) -> Message:
    items = list(zip(listed.items, map(Answer, given), strict=True))
    line = "  ".join(f"{MARKS[answer]} {item.name}" for item, answer in items)
    turn.happened(Wrote(Line(listed.box, CHECKLIST, line, turn.now)))
    open_ = [item.name for item, answer in items if answer is Answer.LATER]
    told = turn.say("checklist-open", items=", ".join(open_)) if open_ else turn.say("checklist-done")
    box = Button(turn.say("button-see-box", box=listed.box), Go("plan", f"{listed.box}"))
    onward = steps.button_to(turn, steps.step_of_today(turn))
    return Message((line, told), (box, onward, steps.take_back(turn)))
