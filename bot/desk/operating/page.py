"""The operator's page, opened by a link that works once, for ten minutes, and is sent to a chat of ADMIN_IDS alone."""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from bot.message import Address, Message, Respond, Said, Say
from bot.operator import plots
from bot.operator.hidden import FEWEST, share, shown
from bot.operator.plots import Bar, plot
from bot.store import Database, document_links
from bot.store.stats import Health, Stats
from bot.store.stats import stats as counted

Titles = Mapping[tuple[str, str], str]
"""What the parts of courses are called, by the names of both."""

HOLDS = timedelta(minutes=10)
NAME = "operator"  # what such a link leads to
LATELY = 30  # days of messages
MOST_ITEMS = 20  # questions: those that fewest answer at once
HARD, EASY = 0.5, 0.95  # shares of right first tries beyond which a question is worth a look


def addresses(setting: str) -> frozenset[Address]:
    """The chats that ADMIN_IDS names, as `telegram:12345, web:…`."""
    named = (one.strip().partition(":") for one in setting.split(","))
    return frozenset(Address(channel, id_) for channel, _, id_ in named if channel and id_)


class OperatorPage:
    """Gives links and draws the page. `titles` are those of the parts of the course by name, `root` is where our
    server is reached.
    """

    def __init__(
        self,
        database: Database,
        say: Say,
        clock: Callable[[], datetime],
        titles: Titles,
        root: str,
    ) -> None:
        self._database, self._say, self._clock, self._titles, self._root = (
            database,
            say,
            clock,
            titles,
            root.rstrip("/"),
        )

    def asked_by(self, setting: str, respond: Respond) -> Respond:
        """Answers an operator, by ADMIN_IDS, who asks for the page, and leaves all else to who answers usually. May
        raise Away.
        """
        admins = addresses(setting)

        async def answer(said: Said) -> Message:
            wanted = not said.tapped and said.words.strip() == self._say("operator-page-word")
            return await self._sent(said.address) if wanted and said.address in admins else await respond(said)

        return answer

    async def door(self, token: str) -> str:
        """What a link shows first: opening it takes a tap, so that a preview does not use it up."""
        async with self._database.reading() as connection:
            name = await document_links.name(connection, _digest(token), self._clock())
        return self._page(plots.button(self._say("operator-page-open"))) if name == NAME else self._over()

    async def opened(self, token: str) -> str:
        """The page, and the link works no more."""
        now = self._clock()
        async with self._database.transaction() as connection:
            if await document_links.name(connection, _digest(token), now) != NAME:
                return self._over()  # a link to something else is not used up
            if not await document_links.use(connection, _digest(token), now):
                return self._over()
        async with self._database.snapshot() as connection:
            found = await counted(connection, now.date(), now - timedelta(days=LATELY))
        return self._page(*drawn(found, self._titles, self._say))

    async def _sent(self, address: Address) -> Message:
        token, now = secrets.token_urlsafe(16), self._clock()
        async with self._database.transaction() as connection:
            kept = await document_links.keep(connection, address, _digest(token), NAME, now, now + HOLDS)
        key = "operator-page-link" if kept else "operator-page-stranger"
        return Message((self._say(key, link=f"{self._root}/operator/{token}"),), private=True)

    def _page(self, *parts: str) -> str:
        return plots.page(self._say("operator-page"), parts)

    def _over(self) -> str:
        return self._page(plots.paragraph(self._say("operator-page-over", word=self._say("operator-page-word"))))


def drawn(found: Stats, titles: Titles, say: Say) -> Iterator[str]:
    """Every plot, where no number speaks of fewer than FEWEST people."""
    nothing = say("operator-page-nothing")
    everybody = max(found.funnel.values())
    steps = {say(f"stats-funnel-{step}"): many for step, many in found.funnel.items()}
    yield plot(say("stats-funnel"), list(_counts(steps, everybody, say)), nothing)
    yield plot(say("stats-returns"), [_returned(n, *both, say) for n, both in found.returns.items()], nothing)
    finished = {title: found.finished.get(names, 0) for names, title in titles.items()}
    yield plot(say("stats-finished"), list(_counts(finished, everybody, say)), nothing)
    yield plot(say("operator-page-items"), list(_items(found.items, say)), nothing)
    outcomes = {f"{channel}: {say(f'sent-end-{outcome}')}": many for (channel, outcome), many in found.outcomes.items()}
    yield plot(
        say("stats-outcomes", days=LATELY),
        list(_counts(outcomes, sum(outcomes.values()), say)),
        nothing,
    )


def _counts(counts: Mapping[str, int], whole: int, say: Say) -> Iterator[Bar]:
    for label, many in counts.items():
        yield Bar(label, many / whole if many >= FEWEST else None, shown(many, say("operator-few")))


def _returned(n: int, came: int, known: int, say: Say) -> Bar:
    told = share(came, known, say("operator-few"))
    return Bar(say("stats-returns-day", n=n), came / known if min(came, known) >= FEWEST else None, told)


def _items(items: Mapping[str, Health], say: Say) -> Iterator[Bar]:
    """First tries: the hardest questions first, and those worth a look in another colour."""
    known = {name: item for name, item in items.items() if item.met >= FEWEST}
    for name, item in sorted(known.items(), key=lambda one: one[1].right / one[1].met)[:MOST_ITEMS]:
        right = item.right / item.met
        told = f"{round(100 * right)}%" + (f" · {say('stats-item-odd')}" if item.reports else "")
        yield Bar(name, right, told, odd=right < HARD or right > EASY)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
