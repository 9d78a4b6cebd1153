"""The answer of a person to what a learner asked, told at their next word where it could not be brought. Pure."""

from dataclasses import replace
from datetime import datetime

from bot.conversation import Reply, Result
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Message, Say
from bot.record import Found
from bot.record.inquiries import InquiryTold, waiting

APART = ("sorry", "again")  # answers that nothing else goes with: care, a refusal, what was said before


def with_answers(result: Result[Reply], found: Found, say: Say, now: datetime) -> Result[Reply]:
    """A turn's result, with the first answer that waits before what it says, if there is room for both."""
    record, (message, name) = result.record, result.answer
    waits = next(waiting(record.inquiries), None) if record and not found.again else None
    if record is None or waits is None or name in APART or message.private or message.repeated:
        return result
    told = _before(message, say(waits.headline, text=waits.answer))
    if told is None:
        return result
    fact = InquiryTold(waits.code, now)
    facts = (*result.facts, (record.learner.id, fact))
    return replace(result, answer=(told, name), record=record.after(fact), facts=facts)


def _before(message: Message, told: str) -> Message | None:
    """The message with what is told before all else; None where it does not fit."""
    if len(message.bubbles) < MOST_BUBBLES:
        return replace(message, bubbles=(told, *message.bubbles))
    first, second, *others = message.bubbles
    both = f"{first}\n\n{second}"
    return replace(message, bubbles=(told, both, *others)) if len(both) <= LONGEST_BUBBLE else None
