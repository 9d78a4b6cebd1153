"""The operator's page, opened by a link that works once, for ten minutes, and is sent to a chat of ADMIN_IDS alone.

What is done on the page goes to another such link, which was given with it: it shows the page anew.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.desk.operating.charts import LATELY, Titles, drawn
from bot.desk.operating.odd import OddQuestions
from bot.message import Address, Message, Respond, Said, Say, plain
from bot.operator import plots
from bot.record.inquiries import LONGEST_ANSWER
from bot.store import Database, Transaction, document_links, reports
from bot.store.reports import OddQuestion
from bot.store.stats import stats as counted

HOLDS = timedelta(minutes=10)
WORKS_ON = timedelta(hours=1)  # so long one may write on a page that is open
NAME = "operator"  # what such a link leads to
SEOUL = ZoneInfo("Asia/Seoul")
ANSWERS, CLOSES = "answer", "close"  # what the buttons under a question do


def addresses(setting: str) -> frozenset[Address]:
    """The chats that ADMIN_IDS names, as `telegram:12345, web:…`."""
    named = (one.strip().partition(":") for one in setting.split(","))
    return frozenset(Address(channel, id_) for channel, _, id_ in named if channel and id_)


class OperatorPage:
    """Gives links, draws the page, and does what is asked for on it. `root` is where our server is reached."""

    def __init__(
        self,
        database: Database,
        say: Say,
        clock: Callable[[], datetime],
        titles: Titles,
        odds: OddQuestions,
        root: str,
    ) -> None:
        self._database, self._say, self._clock, self._root = database, say, clock, root.rstrip("/")
        self._titles, self._odds = titles, odds

    def asked_by(self, setting: str, respond: Respond) -> Respond:
        """Answers an operator, by ADMIN_IDS, who asks for the page, and leaves all else to who answers usually. May
        raise Away.
        """
        admins, asking = addresses(setting), (self._say("operator-page-word"), f"/{NAME}")

        async def answer(said: Said) -> Message:
            wanted = not said.tapped and said.words.strip() in asking
            return await self._sent(said.address) if wanted and said.address in admins else await respond(said)

        return answer

    async def door(self, token: str) -> str:
        """What a link shows first: opening it takes a tap, so that a preview does not use it up."""
        async with self._database.reading() as connection:
            name = await document_links.name(connection, _digest(token), self._clock())
        return self._page(plots.button(self._say("operator-page-open"))) if name == NAME else self._over()

    async def opened(self, token: str, asked: Mapping[str, str]) -> str:
        """The page, once what is asked for by a form of it is done, and the link works no more."""
        now, next_ = self._clock(), secrets.token_urlsafe(16)
        async with self._database.transaction() as connection:
            if await document_links.name(connection, _digest(token), now) != NAME:
                return self._over(asked)  # a link to something else is not used up
            if not (used := await document_links.use(connection, _digest(token), now)):
                return self._over(asked)
            await document_links.keep(connection, used[0], _digest(next_), NAME, now, now + WORKS_ON)
            told = await self._done(connection, asked) if "does" in asked else ""
        async with self._database.snapshot() as connection:
            found = await counted(connection, now.date(), now - timedelta(days=LATELY))
            odd = await reports.waiting(connection)
        parts = drawn(found, self._titles, self._odds.questions, self._say)
        return self._page(plots.paragraph(told, "told") if told else "", *self._odd(odd, next_), *parts)

    async def _done(self, connection: Transaction, asked: Mapping[str, str]) -> str:
        """Answer or close what waits of a question, and what is told of it."""
        text = plain(asked.get("answer", "")).strip()
        answers = asked["does"] == ANSWERS
        if answers and not self._odds.fits(text):
            return self._say("inquiry-answer-length", most=LONGEST_ANSWER)
        name = asked.get("question", "")
        if not await self._odds.closed(connection, name, self._clock(), text if answers else ""):
            return self._say("operator-odd-nobody")
        return self._say("operator-odd-answered" if answers else "operator-odd-closed")

    def _odd(self, odd: Sequence[OddQuestion], token: str) -> Iterator[str]:
        """The questions that somebody called odd, each with a form that a token opens."""
        say = self._say
        yield plots.heading(say("operator-odd"))
        if not odd:
            yield plots.paragraph(say("operator-odd-none"))
        labels = {ANSWERS: say("operator-odd-answer"), CLOSES: say("operator-odd-close")}
        for one in odd:
            title, asks = self._odds.questions.get((one.course, one.quiz), ("", ""))
            since = f"{one.since.astimezone(SEOUL):%Y-%m-%d}"
            told = say("operator-odd-told", count=f"{one.learners:,}", since=since)
            name = say("operator-odd-where", title=title or "none", name=one.quiz)
            form = plots.answering(token, f"{one.course}/{one.quiz}", say("operator-odd-asks"), labels, LONGEST_ANSWER)
            yield plots.question(asks or one.quiz, [name, told], one.notes, form)

    async def _sent(self, address: Address) -> Message:
        token, now = secrets.token_urlsafe(16), self._clock()
        async with self._database.transaction() as connection:
            kept = await document_links.keep(connection, address, _digest(token), NAME, now, now + HOLDS)
        key = "operator-page-link" if kept else "operator-page-stranger"
        return Message((self._say(key, link=f"{self._root}/operator/{token}"),), private=True)

    def _page(self, *parts: str) -> str:
        return plots.page(self._say("operator-page"), parts)

    def _over(self, asked: Mapping[str, str] = {}) -> str:
        """That a link works no more; what was written there is shown again, for it may have gone nowhere."""
        over = plots.paragraph(self._say("operator-page-over", word=self._say("operator-page-word")))
        lost = asked.get("answer", "").strip()[:LONGEST_ANSWER]
        return self._page(over, *([plots.paragraph(self._say("operator-page-unsent", text=lost))] if lost else []))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
