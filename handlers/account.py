"""What we keep about a learner, shown and erased on request (개인정보 보호법 제35조, 제36조)."""

from bot.conversation import Turn
from bot.korean.speak import day as spoken_day
from bot.message import LONGEST_BUBBLE, Button, Message
from handlers import reminders


async def mine(turn: Turn) -> Message:
    """내데이터: everything that is kept, in the learner's own words where they wrote them."""
    learner, store = turn.learner, turn.store
    lines = await store.plans.lines(learner)
    answered = await store.progress.answered(learner, turn.day)
    since = learner.local(learner.since)
    kept = turn.say(
        "mine",
        since=spoken_day(since.date(), turn.day),
        trade=turn.course.about.trades.get(learner.trade) or turn.say("mine-none"),
        reminder=reminders.spoken(turn),
        intention=learner.intention or turn.say("mine-none"),
        finished=len(await store.progress.finished(learner)),
        answers=len(answered),
        days=len(await store.progress.days(learner)),
        lines=len(lines),
    )
    written = "\n\n".join(line.text for line in lines)
    shown = turn.say("mine-lines", lines=written[: LONGEST_BUBBLE - 100]) if written else ""
    buttons = (Button(turn.say("command-plan"), "/plan"), Button(turn.say("button-forget"), "/forget"))
    return Message((kept, shown) if shown else (kept,), buttons)


async def forget(turn: Turn) -> Message:
    """탈퇴: asks once, then erases the learner and everything kept about them."""
    if turn.words != "yes":
        sure = Button(turn.say("button-forget-all"), "/forget yes")
        return Message((turn.say("forget-ask"),), (sure, Button(turn.say("button-stay"), "/today")))
    await turn.store.learners.forget(turn.learner)
    return Message((turn.say("forgotten"),), (Button(turn.say("command-start"), "/start"),))
