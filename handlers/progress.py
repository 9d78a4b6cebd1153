"""How far you are, in one phone screen; and the plan as it stands."""

from datetime import timedelta

from bot.conversation import Turn
from bot.learning.day import StepKind, next_step
from bot.learning.habit import Firmness, concept_map, days_a_week, free_days, streak
from bot.learning.standing import Standing
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Button, Go, Message
from bot.record.learner import FOLLOW_UPS
from bot.rhythm.spoken import day as spoken_day
from handlers import in_force, steps

MOST_TO_WRITE = 6  # empty boxes offered at once
MOST_IN_BOX = 120  # characters of a line shown in the plan


def progress(turn: Turn) -> Message:
    """Days together first: the one number that never falls."""
    standing = turn.standing
    step = next_step(turn.course, standing)
    lines = turn.record.lines()
    firm = concept_map(turn.course.lessons, standing.cards, turn.day)
    text = turn.say(
        "progress",
        together=_together(turn, standing),
        done=sum(lesson.name in standing.finished for lesson in turn.course.lessons),
        planned=len(turn.course.lessons),
        boxes=len({line.box for line in lines if line.box}),
        all=len(turn.course.about.boxes),
        **{str(each): firm[each] for each in Firmness},
        review=_next_review(turn, standing, due=step.kind == StepKind.REVIEW),
        reminder=in_force.spoken(turn),
    )  # fmt: skip
    return Message((text,), (steps.button_to(turn, step), *steps.left_open(turn)))


def plan(turn: Turn) -> Message:
    """「나만의 일 설계서」: each box with its newest line, the empty ones by name; then what came of it."""
    written = turn.record.lines()
    lines = {str(line.box): line.text for line in written if line.box}
    rows = []
    for box, name in turn.course.about.boxes.items():
        text = lines.get(box) or turn.say("plan-empty")
        rows.append(f"{box}. {name}\n{text if len(text) <= MOST_IN_BOX else text[: MOST_IN_BOX - 1] + '…'}")
    standing = turn.standing
    taught = {str(lesson.head.box): lesson for lesson in turn.course.lessons if lesson.name in standing.finished}
    empty = [
        Button(turn.say("button-write-box", box=box), Go("line", lesson.name))
        for box, lesson in taught.items()
        if box not in lines
    ]
    buttons = (*empty[:MOST_TO_WRITE], steps.button_to(turn, next_step(turn.course, standing)))
    after = [f"{turn.say(f'plan-{line.lesson}')}\n{line.text}" for line in written if line.lesson in FOLLOW_UPS]
    return Message(_in_bubbles([turn.say("plan", filled=len(lines), all=len(rows)), *rows, *after]), buttons)


def _together(turn: Turn, standing: Standing) -> str:
    learner = turn.learner
    free = free_days(days_a_week(learner.expects, turn.day))
    run = streak(
        standing.days, turn.day, lambda day: learner.rests(day, turn.holidays) or not learner.expects(day), free
    )
    key = "progress-days-in-a-row" if run > 1 else "progress-days"
    return turn.say(key, days=len(standing.days), run=run)


def _next_review(turn: Turn, standing: Standing, *, due: bool) -> str:
    if not standing.cards:
        return turn.say("progress-no-review")
    soonest = turn.day if due else turn.day + timedelta(days=1)
    return spoken_day(max(min(card.due for card in standing.cards), soonest), turn.day)


def _in_bubbles(rows: list[str]) -> tuple[str, ...]:
    """The rows in as few bubbles as hold them."""
    bubbles = [""]
    for row in rows:
        if len(bubbles[-1]) + len(row) + 2 > LONGEST_BUBBLE and len(bubbles) < MOST_BUBBLES:
            bubbles.append("")
        bubbles[-1] = f"{bubbles[-1]}\n\n{row}".strip()
    return tuple(bubbles)
