"""The first minute: who are you, when shall it come, what will set you off."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean.oneself import may_be_cue
from bot.learning.habit import weeks_for
from bot.message import Button, Go, Message
from handlers import oneself, reminder_settings, returning, steps
from handlers.frank import FRANK
from handlers.study import LONGEST_INTENTION


def start(turn: Turn) -> Message:
    """Greet. A stranger is asked three things, and in the middle of them the open one again; whoever knows us goes on
    where they were.
    """
    screen = turn.learner.screen
    if screen and screen.expects and screen.expects.command in ASKED_BY:
        return turn.hand_to(ASKED_BY[screen.expects.command], "-")
    if steps.ending_waits(turn):
        return turn.go(Go("ending"))
    if turn.learner.trade or turn.learner.rhythm:
        return returning.back(turn)
    return greet(turn)


def greet(turn: Turn) -> Message:
    """What this is, and the first of the three questions."""
    buttons = (*oneself.offered(turn, "trade"), _skip(turn, Go("trade", "-")))
    about, answered = turn.course.about, ANSWERED_FIRST.get(turn.words)
    answer = turn.say(answered, boxes=len(about.boxes), article=about.article) if answered else ""
    return Message((*filter(None, (answer,)), hello(turn), turn.say("welcome-trade")), buttons, Go("trade"))


def hello(turn: Turn) -> str:
    """What this is, and how long it takes."""
    parts = len(turn.course.parts)
    return turn.say("welcome-hello", daily=weeks_for(parts, 7), weekdays=weeks_for(parts, 5))


def trade(turn: Turn) -> Message:
    """Keep what the learner does, so that examples speak of it; ask when lessons shall come."""
    stranger, typed = turn.learner.new, turn.words not in turn.course.about.trades
    kept = "" if _skipped(turn) else oneself.keep_job(turn)
    if not turn.learner.trade:  # who mends the hour has the trade kept
        turn.change(trade="other")
    ask = turn.say("welcome-hour") if turn.pushed else turn.say("welcome-hour-alone")
    greeting = hello(turn) if stranger else ""  # whose first words told what they do
    bubbles = tuple(filter(None, (greeting, kept if typed else "", ask)))
    return Message(bubbles, (*reminder_settings.offered("hour"), _skip(turn, Go("hour", "-"))), Go("hour"))


def hour(turn: Turn) -> Message:
    """Keep when lessons shall come; ask for an if-then plan."""
    skipped = _skipped(turn)
    settled = "" if skipped else reminder_settings.settle(turn, "hour")
    if isinstance(settled, Message):
        return settled
    cues = [Button(turn.say(f"intend-{n}"), Go("intend", f"{n}")) for n in range(1, 5)]
    fix = (Button(turn.say("button-fix-hour"), Go("trade", "-")),) if turn.learner.rhythm else ()
    bubbles = tuple(filter(None, (settled, turn.say("welcome-intend"))))
    return Message(bubbles, (*cues, _skip(turn, Go("intend", "-")), *fix), Go("intend"))


def intend(turn: Turn) -> Message:
    """Keep the if-then plan, which doubles the chance of acting on it, and open the first lesson."""
    cue = turn.say(f"intend-{turn.words}") if turn.words in {"1", "2", "3", "4"} else turn.words
    if len(cue) > LONGEST_INTENTION:
        raise Sorry("sorry-too-long", most=LONGEST_INTENTION)
    if not (_skipped(turn) or may_be_cue(cue)):
        raise Sorry("sorry-cue")
    turn.change(intention="" if _skipped(turn) else cue)
    kept = turn.say("welcome-intended", cue=cue) if turn.learner.intention else turn.say("welcome-ready")
    five = Button(turn.say("button-five"), Go("precheck"))
    first = Button(turn.say("button-first"), Go("today"))
    return Message((kept, turn.say("welcome-five")), (first, five, Button(turn.say("command-help"), Go("help"))))


def again(turn: Turn) -> Message:
    """What is on the screen now, for a page that was opened anew."""
    screen = turn.learner.screen
    return replace(screen, repeated=True) if screen else start(turn)


def _skip(turn: Turn, go: Go) -> Button:
    return Button(turn.say("button-skip"), go)


def _skipped(turn: Turn) -> bool:
    """Whether the question is left out, by its button or in words: 몰라요, 패스."""
    return turn.words == "-" or means(turn.words, "says-skip", turn.say)


ANSWERED_FIRST = {
    **{name: f"talk-{name}" for name in FRANK},
    **{name: f"talk-{name}" for name in ("price", "privacy", "certificate", "lost_job", "age", "original_text")},
    **{name: f"talk-{name}" for name in ("who_are_you", "worth_it", "cannot", "tell_a_friend")},
    **dict.fromkeys(("forget", "mine", "leaving"), "talk-nothing-kept"),
    **{name: f"talk-{name}" for name in ("english", "other_language")},
    "sad": "talk-sad-then",
}
"""What a stranger's first words may ask, and the sentence they hear before the greeting."""
ASKED_BY = {"hour": trade, "intend": hour}
"""The questions of the welcome after the first, and what asks them."""
