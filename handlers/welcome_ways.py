"""Ways through the first minute: back, over again, round a question; and what is answered otherwise there."""

from collections.abc import Mapping
from functools import partial

from bot.conversation import Handler, Turn
from bot.korean.asked_days import asked_days
from bot.korean.cues import cue_said
from bot.korean.spoken import clock as spoken_clock
from bot.message import Button, Go, Message
from bot.rhythm.days import ALL
from handlers import courses, hours, steps, welcome
from handlers.keeping import keeping


def step_back(turn: Turn) -> Message:
    """뒤로, 이전: the question before, with what is kept of it; nothing is erased."""
    at = steps.first_question(turn)
    names = tuple(welcome.ASKED)
    return welcome.ASKED[names[max(0, names.index(at) - 1)]](turn)


def start_over(turn: Turn) -> Message:
    """처음부터 다시: the first question once more; nothing is erased."""
    return welcome.greet(turn)


def no_hour(turn: Turn) -> Message:
    """3교대라 들쭉날쭉해요: no hour has to be set, and the next question comes. 시간 날 때 may be the moment itself."""
    at = steps.first_question(turn)
    if at == "hour" and not turn.learner.rhythm:
        return welcome.after(welcome.ask_cue(turn), turn.say("welcome-irregular"))
    if at == "intend":
        return turn.hand_to(welcome.intend, turn.words if cue_said(turn.words) else "-")
    return beside(turn, "welcome-irregular")


def left_out(turn: Turn) -> Message:
    """아무 때나: no hour has to be set, and no moment. Where the hour is asked, one is offered."""
    if steps.first_question(turn) != "hour":
        return turn.hand_to(welcome.intend, "-")
    first, *others = hours.offered("hour")
    ask = turn.say("welcome-any-hour" if turn.pushed else "welcome-any-hour-alone", hour=first.label)
    yes = Button(turn.say("button-good"), first.go)
    return Message((ask,), (yes, *others, welcome.skip(turn, "hour", kept=False)), Go("hour"))


def beside(turn: Turn, key: str) -> Message:
    """A sentence, and the question that is open."""
    return keeping(turn, [turn.say(key)])


def not_daily(turn: Turn) -> Message:
    """매일은 말구요, 주말은 싫어요: it need not be, and no hour of such days is offered."""
    asked = asked_days(turn.words)
    return hours.without_days(beside(turn, "welcome-not_daily"), asked.week if asked and asked.week else ALL)


def as_here(turn: Turn, key: str) -> Message:
    """The same, about messages that we send; where we cannot speak first another sentence."""
    return beside(turn, key if turn.pushed else f"{key}-alone")


def explain(turn: Turn) -> Message:
    """무슨 말인지 모르겠어요: what the open question wants, with an example."""
    return beside(turn, f"welcome-what-{steps.first_question(turn)}")


def must_set(turn: Turn) -> Message:
    """꼭 말해야 해요? is asked of the job, and of the hour: neither has to be told."""
    return beside(turn, "talk-why_asked" if steps.first_question(turn) == "trade" else "welcome-must-set")


def which_zone(turn: Turn) -> Message:
    """한국 시간이죠?: what the clock shows where we take them to live."""
    clock = spoken_clock(turn.learner.local(turn.now).time())
    return keeping(turn, [turn.say("welcome-which_zone", clock=clock)])


def answer_to(intent: str, turn: Turn) -> Handler | None:
    """What answers an intent otherwise within the first minute, or None; after the last question only ways back do."""
    at = steps.first_question(turn)
    return {"": NOTHING, "ready": WAYS}.get(at, IN_WELCOME).get(intent)


NOTHING: Mapping[str, Handler] = {}
WAYS: Mapping[str, Handler] = {
    "go_back": step_back,
    "start_over": start_over,
    "fix_hour": welcome.ask_hour,
    "fix_job": welcome.ask_trade,
}
"""Ways through the questions."""
IN_WELCOME: Mapping[str, Handler] = {
    **WAYS,
    "fix_cue": welcome.ask_cue,
    "insult": partial(beside, key="welcome-insult"),
    "repeat": welcome.start,
    "any_hour": left_out,
    **dict.fromkeys(("irregular", "own_time"), no_hour),
    **{
        name.replace("-", "_"): partial(as_here, key=f"welcome-{name}")
        for name in ("which-days", "how-many", "where-to")
    },
    "not_daily": not_daily,
    "missed": partial(beside, key="welcome-missed"),
    "which_zone": which_zone,
    "at_night": partial(beside, key="welcome-at-night"),
    "when_wrong": explain,
    "which_hour": partial(beside, key="welcome-which-hour"),
    "must_set": must_set,
    **dict.fromkeys(("what_question", "easier", "harder", "stuck", "how_to_answer"), explain),
    **dict.fromkeys(("bored", "jokes"), partial(beside, key="welcome-soon")),
    "what_promise": partial(beside, key="welcome-what-intend"),
    "hello": partial(beside, key="welcome-hi"),
    "how_long": lambda turn: keeping(turn, [courses.hello(turn)]),
    **dict.fromkeys(("busy_today", "tired", "took_longer"), partial(beside, key="welcome-busy")),
    "more_a_day": partial(beside, key="talk-more_a_day"),
}
"""What is answered otherwise while one of the three questions is open, by the intents of sayings/intents.toml."""
