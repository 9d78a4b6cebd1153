"""What an operator is told of one learner: why reminders came or did not. Nothing that the learner has said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import Turn
from bot.korean.spoken import clock
from bot.korean.spoken import day as spoken_day
from handlers import account, steps, why_not_sent


@dataclass(frozen=True, slots=True)
class Why:
    """The reason that holds today, when the next message comes ("" for never), and of each of the last ones when it
    was due, on which channel, why, and what became of it.
    """

    reason: str
    following: str
    latest: Sequence[tuple[str, str, str, str]]


def why(turn: Turn) -> Why:
    """Why the last reminders came, or did not, and whether one comes next."""
    case = why_not_sent.case_of(turn)
    reason = turn.say(f"operator-why-{why_not_sent.reason(case, turn.holidays)}")
    coming = turn.learner.next_lesson_at
    local = coming and turn.learner.local(coming)
    following = f"{spoken_day(local.date(), steps.today(turn))} {clock(local.time())}" if local else ""
    told = ((account.became(turn, one), one.channel) for one in turn.record.latest())
    return Why(reason, following, [(moment, channel, cause, end) for (moment, cause, end), channel in told])
