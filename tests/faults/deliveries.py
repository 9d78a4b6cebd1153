"""Lessons due for hundreds, and processes that are killed while they send them.

Each kill is followed by 100 seconds on every clock, so that what the dead held lapses; at the end ten minutes pass, and
what they had begun is given up. The lease of a slot tells whose it is, and so which messages the dead had under way.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from tests.conftest import TUESDAY_8
from tests.faults.books import Books, Slot
from tests.faults.stand_in import PATIENCE, Letter, StandIn, until
from tests.faults.victim import KEY, Place, Victim

CROWD, FEW = 300, 150  # learners due together; those left when the next crowd falls due
SENT = 80  # messages until a kill, at most: from before the first claim to far into the sending
LAPSE, SETTLED = 100.0, 660.0  # seconds; more than a claim holds, and than a message may take
DAY = 60  # kills; the last lessons leave before the day's second half, and long before the night
LOOKS = 0.05  # seconds between looks into the books
LOST, DOUBLED = "lost", "doubled"


@dataclass(slots=True)
class Tally:
    """What was counted; `faults` says what must not be."""

    kills: int = 0
    learners: int = 0
    messages: int = 0
    lost: int = 0
    doubled: int = 0
    unknown: int = 0
    begun: int = 0  # slots that the dead had begun and not closed
    arrived: int = 0  # of those, how many had reached the messenger, at least in part,
    answered: int = 0  # and how many it had answered to the last bubble
    claimed: int = 0  # slots that the dead had claimed and not begun
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.learners} learners, {self.messages} messages, {self.lost} lost, "
            f"{self.doubled} doubled, {self.unknown} unknown of {self.begun} in flight ({self.arrived} had reached "
            f"the messenger, {self.answered} had been answered), {self.claimed} claimed and taken over"
        )


async def kill_deliveries(
    fresh: Callable[[], str], seed: int, kills: int, processes: int = 1, *, news: bool = False
) -> Tally:
    """Kills so often, on as many days and fresh databases as it takes. What is sent are lessons, or `news`: broadcasts
    to whom no lesson brings them.
    """
    rng, tally = random.Random(seed), Tally()
    while tally.kills < kills:
        async with StandIn(rng).serving() as api:
            morning = Morning(Place.at(TUESDAY_8, fresh(), api.url), api, rng, tally, news=news)
            await morning.pass_by(min(DAY, kills - tally.kills), processes)
    return tally


class Morning:
    """A day of lessons, by one process or by several."""

    def __init__(self, place: Place, api: StandIn, rng: random.Random, tally: Tally, *, news: bool = False) -> None:
        self._news = news
        self._place, self._api, self._rng, self._tally = place, api, rng, tally
        self._books = Books(place.database, KEY)
        self._people = self._lives = 0
        self._alive: list[Victim] = []
        self._dead: list[Victim] = []
        self._seen: set[int] = set()  # learners whose message was begun and not closed at some kill
        self._stranded: set[int] = set()  # the same, by one who was killed

    async def pass_by(self, kills: int, processes: int) -> None:
        """Kills so often, then lets the work be done, and counts."""
        try:
            for _ in range(kills):
                await self._crowd()
                await self._man(processes)
                sent = len(self._api.letters) + self._rng.randrange(SENT)
                await until(partial(self._arrived, sent))
                await self._kill()
            await self._man(processes)
            await self._done(self._stranded)
            await self._stop()
            self._place.ahead.value += SETTLED
            await self._man(1)
            await self._done(())
            await self._stop()
            await self._judge()
        finally:
            await self._stop()
            await self._books.close()

    def _arrived(self, letters: int) -> bool:
        return len(self._api.letters) >= letters

    async def _crowd(self) -> None:
        """The next ones are due when few are left."""
        if self._people - len(await self._books.outcomes()) < FEW:
            enrol = self._books.tell if self._news else self._books.enrol
            await enrol(range(self._people + 1, self._people + CROWD + 1), self._place.now())
            self._people += CROWD

    async def _man(self, processes: int) -> None:
        """Somebody for everyone who was killed."""
        while len(self._alive) < processes:
            self._lives += 1
            self._alive.append(Victim(self._place, self._lives))
            await until(lambda: self._api.calls["getWebhookInfo"] == self._lives)

    async def _kill(self) -> None:
        victim = self._alive.pop(self._rng.randrange(len(self._alive)))
        await victim.killed()
        await self._books.let_go(victim.name)
        self._dead.append(victim)
        self._place.ahead.value += LAPSE
        self._tally.kills += 1
        held = await self._look()
        self._tally.claimed += sum(slot.outcome == "claimed" and victim.owns(slot.lease) for slot in held)

    async def _look(self) -> list[Slot]:
        """The slots that are held just now; notes which are begun, and by whom."""
        held = await self._books.held()
        begun = [slot for slot in held if slot.outcome == "begun"]
        self._seen |= {slot.learner_id for slot in begun}
        self._stranded |= {slot.learner_id for slot in begun if any(one.owns(slot.lease) for one in self._dead)}
        return held

    async def _done(self, but: Collection[int]) -> None:
        """Waits until nothing is left but those; not for ever, the judgement will tell."""
        for _ in range(int(PATIENCE / LOOKS)):
            held = {slot.learner_id for slot in await self._look()}
            if held <= set(but) and len(await self._books.outcomes()) == self._people:
                return
            await asyncio.sleep(LOOKS)

    async def _stop(self) -> None:
        """Ends who has nothing to do any more; that is no kill."""
        while self._alive:
            await self._alive.pop().killed()

    async def _judge(self) -> None:
        outcomes, letters, tally = await self._books.outcomes(), self._api.letters, self._tally
        wrong = judged(self._people, outcomes, letters, self._stranded, self._seen)
        tally.learners += self._people
        tally.messages += sum(letter.first for letter in letters)
        tally.lost += len(wrong[LOST])
        tally.doubled += len(wrong[DOUBLED])
        tally.unknown += Counter(outcomes.values())["unknown"]
        tally.begun += len(self._stranded)
        tally.arrived += len(self._stranded & {letter.chat for letter in letters})
        tally.answered += len(self._stranded & {letter.chat for letter in letters if letter.last and letter.answered})
        tally.faults += [f"{what}: {sorted(which)[:9]}" for what, which in wrong.items() if which]


def judged(
    people: int, outcomes: Mapping[int, str], letters: Collection[Letter], stranded: set[int], seen: set[int]
) -> dict[str, set[int]]:
    """The learners with whom something is wrong, when all is done: what the books say and what the messenger heard."""
    everybody = set(range(1, people + 1))
    sent, unknown = ({id_ for id_, outcome in outcomes.items() if outcome == kind} for kind in ("sent", "unknown"))
    some, whole = {letter.chat for letter in letters}, {letter.chat for letter in letters if letter.last}
    begins = Counter(letter.chat for letter in letters if letter.first)
    bubbles = Counter((letter.chat, letter.text) for letter in letters)
    return {
        LOST: everybody - some - unknown,
        DOUBLED: {chat for chat, n in begins.items() if n > 1} | {chat for (chat, _), n in bubbles.items() if n > 1},
        "neither sent nor unknown": everybody - sent - unknown,
        "sent, and the messenger knows less": sent - whole,
        "the messenger knows more than was begun": some - sent - unknown,
        "unknown, though nobody was killed with it": unknown - seen,
        "begun by one who was killed, and not unknown": stranded - unknown,
    }
