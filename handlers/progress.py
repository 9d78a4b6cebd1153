"""How far you are, in one phone screen."""

from datetime import timedelta

from bot.conversation import Turn
from bot.learning.day import Standing, StepKind, next_step
from bot.learning.habit import Firmness, concept_map, streak
from bot.message import Message
from bot.rhythm.spoken import day as spoken_day
from handlers import in_force, steps


def progress(turn: Turn) -> Message:
    """Days together first: the one number that never falls."""
    standing = turn.standing
    step = next_step(turn.course, standing)
    lines = turn.record.lines()
    right = {name: mark.right_days for name, mark in standing.answered.items()}
    firm = concept_map(turn.course.lessons, standing.cards, right, turn.day)
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


def _together(turn: Turn, standing: Standing) -> str:
    learner, expects = turn.learner, turn.learner.expected()
    run = streak(standing.days, turn.day, expects, lambda day: learner.rests(day, turn.holidays))
    key = "progress-days-in-a-row" if run > 1 else "progress-days"
    return turn.say(key, days=len(standing.days), run=run)


def _next_review(turn: Turn, standing: Standing, *, due: bool) -> str:
    if not standing.cards:
        return turn.say("progress-no-review")
    soonest = turn.day if due else turn.day + timedelta(days=1)
    return spoken_day(max(min(card.due for card in standing.cards), soonest), turn.day)
