"""What may please at the end of a day: the line of today with the box it has opened, a drawn week, a card to send.

Once a day at most, with the first part that is finished on it; never unasked; and no more than the line itself to who
reads in short lines.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.conversation import Turn
from bot.course.model import Check, Part
from bot.message import Button, Go, Message
from bot.plan import FIRST_WEEK, Box
from handlers import letter, plan, story, weeks
from handlers.next_act import cut


def finish(turn: Turn, part: Part, told: str, end: str, buttons: tuple[Button, ...]) -> Message:
    """The end of a day: `told` is what became of its line, `end` how it closes. On the last of a week it brings the
    week's letter.
    """
    if isinstance(part, Check):
        buttons = (*buttons, *story.offered(turn, part.head.unit))
    if not letter.first_of_day(turn, turn.standing):
        return Message(tuple(filter(None, (told, end))), buttons)
    week = letter.letter(turn, turn.standing) if letter.is_due(turn, turn.standing) else ""
    plain = turn.learner.short_lines
    box = "" if week or plain else _new_box(turn)
    message = Message(tuple(filter(None, (told, _with_line(turn, box, end), week))), buttons)
    if plain or not plan.hands_files(turn):
        return message
    if week:
        return replace(message, file=weeks.picture(turn), illustrated=True)
    card = (Button(turn.say("button-card"), Go("card")),) if isinstance(part, Check) else ()
    return replace(message, buttons=(*buttons, *card))


def _with_line(turn: Turn, box: str, end: str) -> str:
    """The end, after the newest line of today and the box that it has opened."""
    today = [
        line
        for line in turn.record.lines()
        if turn.learner.day(line.at) == turn.day and line.lesson != FIRST_WEEK  # which was read back right above
    ]
    if not today:
        return end
    newest = cut(max(today, key=lambda line: line.at).text)
    return turn.say("lesson-end-line", line=newest, end="\n\n".join(filter(None, (box, end))))


def _new_box(turn: Turn) -> str:
    """The box that was filled today, else the one that was begun, with the whole plan as squares; or ""."""
    before, now = plan.all_boxes(turn, turn.learner.dawn(turn.day)), plan.all_boxes(turn)
    for key, holds in STEPS.items():
        if new := [box for was, box in zip(before, now, strict=True) if holds(box) and not holds(was)]:
            squares = "".join(turn.say("bar-done" if holds(box) else "bar-left") for box in now)
            count = sum(map(holds, now))
            return turn.say(key, box=new[-1].number, count=count, all=len(now), bar=squares)
    return ""


STEPS: dict[str, Callable[[Box], bool]] = {
    "box-done": lambda box: box.done and box.filled > 0,
    "box-begun": lambda box: box.filled > 0,
}
"""How far a box can be, the farther first, by the sentence that tells of it."""
