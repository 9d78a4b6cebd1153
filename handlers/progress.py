"""How far you are, in one phone screen."""

from bot.conversation import Turn
from bot.learning.day import next_step
from bot.message import Message
from handlers import reminders, study


async def progress(turn: Turn) -> Message:
    """Days together first: the one number that never falls."""
    standing = await study.standing_of(turn)
    lines = await turn.store.plans.lines(turn.learner)
    text = turn.say(
        "progress",
        days=await turn.store.progress.days(turn.learner),
        done=len(standing.finished),
        planned=turn.course.about.planned,
        boxes=len({line.box for line in lines}),
        all=len(turn.course.about.boxes),
        reminder=reminders.spoken(turn),
    )
    return Message((text,), (study.button_to(turn, next_step(turn.course.lessons, standing)),))
