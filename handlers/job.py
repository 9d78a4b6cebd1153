"""What the learner does for a living, in their own words, and whose examples they are shown."""

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean.jobs import is_person, job_of
from bot.message import Button, Go, Message
from handlers import small_talk, steps

LONGEST_JOB = 60  # characters: it is said back in one sentence


def job(turn: Turn) -> Message:
    """하는일: ask what they do; the words after it are what they do from now on. A question that is open stays open."""
    if not turn.words:
        known = turn.learner.job or turn.learner.trade in turn.course.about.trades
        ask = turn.say("job-now", job=spoken(turn)) if known else turn.say("welcome-trade")
        return Message((ask,), offered(turn, "job"), Go("job"))
    expects = turn.learner.screen.expects if turn.learner.screen else None
    onward = steps.button_to(turn, steps.step_of_today(turn))
    if means(turn.words, "says-skip", turn.say):
        return Message((turn.say("job-as-it-was"),), (onward,))
    kept = keep(turn)
    if expects is None or expects.command == "job":
        return Message((kept,), (onward, steps.take_back(turn)))
    return small_talk.keeping(turn, [kept], [steps.take_back(turn)])


def told(turn: Turn) -> Message:
    """저 이제 마케터예요: kept where the words name a job we know, else they meant something else."""
    if not turn.course.about.trade_of(turn.words):
        raise Sorry("sorry-unknown")
    return job(turn)


def keep(turn: Turn) -> str:
    """Keep the job, whether a button named its trade or the words did; the sentence that says it back."""
    about = turn.course.about
    if turn.words in about.trades:
        turn.change(trade=turn.words, job="")
        return turn.say("job-chosen", trade=about.trades[turn.words])
    said = job_of(turn.words)
    if len(said) > LONGEST_JOB:
        raise Sorry("sorry-too-long", most=LONGEST_JOB)
    trade = about.trade_of(said)
    turn.change(trade=trade or "other", job=said)
    back = turn.say("job-is" if is_person(said) else "job-quoted", job=said)
    shown = about.trades[trade or next(iter(about.trades))]
    return f"{back}\n{turn.say('job-trade' if trade else 'job-no-trade', trade=shown)}"


def offered(turn: Turn, command: str) -> tuple[Button, ...]:
    """The trades that the examples are written for."""
    return tuple(Button(word, Go(command, trade)) for trade, word in turn.course.about.trades.items())


def spoken(turn: Turn) -> str:
    """What the learner does, in their own words where they gave some; or that nothing is kept."""
    return turn.learner.job or turn.course.about.trades.get(turn.learner.trade) or turn.say("mine-none")
