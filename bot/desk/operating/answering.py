"""What an operator answers in a chat of ADMIN_IDS: to a question of a learner by replying to it or with its code, to
what was odd about a question of ours by replying.
"""

from collections.abc import Callable
from datetime import datetime

from bot.desk.operating.odd import OddQuestions
from bot.desk.operating.page import addresses
from bot.message import Message, Respond, Said, Say, plain
from bot.record.inquiries import CODE, LONGEST_ANSWER
from bot.store import Database, inquiries


class Answering:
    """Hears answers, and leaves all else to who answers usually."""

    def __init__(self, database: Database, say: Say, clock: Callable[[], datetime], odds: OddQuestions) -> None:
        self._database, self._say, self._clock, self._odds = database, say, clock, odds

    def asked_by(self, setting: str, respond: Respond) -> Respond:
        """Answers an operator, by ADMIN_IDS. May raise Away."""
        admins = addresses(setting)

        async def answer(said: Said) -> Message:
            if said.address not in admins or said.tapped:
                return await respond(said)
            if name := self._odds.named_in(said.reply_to):
                return await self._closed(name, said.words)
            code, text = self._answer_in(said)
            return await self._kept(code, text) if code else await respond(said)

        return answer

    def _answer_in(self, said: Said) -> tuple[str, str]:
        """The code of the question that words answer, and the answer; "" for other words."""
        if said.reply_to.startswith(self._say("inquiry-forwarded-start")) and (found := CODE.search(said.reply_to)):
            return found[0].upper(), said.words.strip()
        word, _, rest = said.words.strip().partition(" ")
        if word == self._say("inquiry-answer-word") and (found := CODE.match(rest)):
            return found[0].upper(), rest[found.end() :].strip(" :\n")
        return "", ""

    async def _closed(self, name: str, text: str) -> Message:
        text = plain(text).strip()
        if not self._odds.fits(text):
            return Message((self._say("inquiry-answer-length", most=LONGEST_ANSWER),), private=True)
        async with self._database.transaction() as connection:
            closed = await self._odds.closed(connection, name, self._clock(), text)
        return Message((self._say("operator-odd-answered" if closed else "operator-odd-nobody"),), private=True)

    async def _kept(self, code: str, text: str) -> Message:
        text = plain(text)
        if not self._odds.fits(text):
            return Message((self._say("inquiry-answer-length", most=LONGEST_ANSWER),), private=True)
        async with self._database.transaction() as connection:
            kept = await inquiries.answer(connection, code, text, self._clock())
        key = {True: "inquiry-answer-kept", False: "inquiry-answer-before", None: "inquiry-answer-nobody"}[kept]
        return Message((self._say(key, code=code),), private=True)
