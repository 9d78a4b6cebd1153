"""What each learner remembers of each quiz."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.learner import Learner
from bot.learning.memory import Card
from bot.store.dialect import insert_or_replace
from bot.store.tables import cards


class Cards:
    """Questions and changes about one learner's cards, inside one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, learner: Learner) -> list[Card]:
        """Every card of the learner, the one due first in front."""
        columns = (cards.c.quiz, cards.c.due, cards.c.last, cards.c.stability, cards.c.difficulty)
        rows = await self._connection.execute(
            select(*columns).where(cards.c.learner_id == learner.id).order_by(cards.c.due, cards.c.quiz)
        )
        return [Card(*row) for row in rows]

    async def one(self, learner: Learner, quiz: str) -> Card | None:
        """The learner's card of a quiz, if it was ever answered."""
        return next((card for card in await self.of(learner) if card.quiz == quiz), None)

    async def shift(self, learner: Learner, first: date, back: date) -> None:
        """A pause from `first` to the day before `back` is over: every card moves on by as much as it lay still."""
        for card in await self.of(learner):
            rest = back - max(first, card.last)
            if rest > timedelta(0):
                await self.save(learner, replace(card, last=card.last + rest, due=card.due + rest))

    async def save(self, learner: Learner, card: Card) -> None:
        """Keep the card as it is now."""
        row = {name: getattr(card, name) for name in ("quiz", "due", "last", "stability", "difficulty")}
        await self._connection.execute(insert_or_replace(self._connection, cards, learner_id=learner.id, **row))
