"""A conversation for authors: all of it is real, and nothing is kept. A minute passes with every turn."""

from datetime import UTC, datetime, timedelta
from functools import reduce

from bot.conversation import Conversation
from bot.message import Address, Message, Respond, Said
from bot.record import Found, Home, Record
from bot.record.learner import Learner

REHEARSED = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # a Monday in Seoul, 10:00: previews look the same every day


def rehearsal(conversation: Conversation) -> Respond:
    """Hears what is said in one, by any number of learners who never were. Raises what a turn raises."""
    records: dict[Address, Record] = {}
    now = REHEARSED

    async def respond(said: Said) -> Message:
        nonlocal now
        stranger = Record(Learner(len(records) + 1, now), homes=(Home(said.address),))
        found = Found(records.get(said.address, stranger))
        result = conversation.answer(said, found, now)
        records[said.address] = reduce(lambda record, fact: record.after(fact[1]), result.facts, found.record)
        now += timedelta(minutes=1)
        message, _ = result.answer
        return message

    return respond
