"""Learners who write and tap, and a process that is killed while it answers them.

What each of them says leaves a trace, a numbered line or an answer, so that the database tells which turn was kept, how
often, and in which order. A reply is counted by its buttons, which stand under its last bubble.
"""

import asyncio
import itertools
import random
import socket
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

import aiohttp

from bot.channels.telegram.webhook import PATH
from tests.faults.books import Books, Kept
from tests.faults.stand_in import PATIENCE, Raw, StandIn, until
from tests.faults.victim import KEY, SECRET, Place, Victim

CHATS = 100  # so many that hardly anybody has to wait for an earlier reply to their own chat
FETCHED, BROUGHT = 12, 60  # updates not confirmed, at most: small batches, but as many at once as Telegram brings
SPAN = 0.4  # seconds until a kill, at most
CONNECTIONS = 40  # of the messenger to the webhook
RESTART = 10.0  # seconds it takes on the victims' clock: what is heard again is no thumb that taps twice
AGAIN = 0.02  # seconds until an update that was not taken is brought again
PACE = 0.005  # seconds between looks at whether there is more to say
LOOKS = 0.05  # seconds between looks into the books
SURELY = 0.2  # seconds in which a reply too many would come
LESSON, QUIZ = "01-three-strategies", "strategy-map"


@dataclass(slots=True)
class Tally:
    """What was counted; `faults` says what must not be."""

    kills: int = 0
    updates: int = 0
    lost: int = 0
    doubled: int = 0
    again: int = 0  # updates heard again, because a kill came after their turn was kept and before they were confirmed
    missing: int = 0  # replies that never came
    in_flight: int = 0  # replies on their way at some kill, their turn kept
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.updates} updates, {self.lost} lost, {self.doubled} doubled, {self.again} "
            f"kept and heard again, {self.missing} replies missing of {self.in_flight} in flight"
        )


class Messenger(Protocol):
    """Holds updates until the bot has taken them."""

    @property
    def waiting(self) -> int:
        """How many the bot has not confirmed."""

    def hand(self, update: Raw) -> None:
        """One more."""


class Postman:
    """Brings updates to a webhook as Telegram does: those of a chat in order, each again until it is taken. Of several
    addresses, as behind a balancer, each call goes to the next.
    """

    def __init__(self, *urls: str) -> None:
        self._urls = itertools.cycle(urls)
        self._bags: list[deque[Raw]] = [deque() for _ in range(CONNECTIONS)]

    @property
    def waiting(self) -> int:
        """How many the bot has not taken."""
        return sum(len(bag) for bag in self._bags)

    def hand(self, update: Raw) -> None:
        """One more."""
        self._bags[_chat(update["update_id"]) % CONNECTIONS].append(update)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator["Postman"]:
        """Brings them all the time."""
        async with aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as http:
            rounds = [asyncio.create_task(self._round(bag, http)) for bag in self._bags]
            try:
                yield self
            finally:
                for task in rounds:
                    task.cancel()
                await asyncio.wait(rounds)

    async def _round(self, bag: deque[Raw], http: aiohttp.ClientSession) -> None:
        while True:
            if bag and await self._taken(bag[0], http):
                bag.popleft()
            else:
                await asyncio.sleep(AGAIN)

    async def _taken(self, update: Raw, http: aiohttp.ClientSession) -> bool:
        try:
            async with http.post(next(self._urls), json=update) as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


async def kill_polling(fresh: Callable[[], str], seed: int, kills: int) -> Tally:
    """Kills so often a process that fetches what learners say."""
    rng = random.Random(seed)
    async with StandIn(rng).serving() as api:
        return await Talk(Place.at(datetime.now(UTC), fresh(), api.url), api, api, FETCHED, rng).go_on(kills)


async def kill_webhook(fresh: Callable[[], str], seed: int, kills: int) -> Tally:
    """Kills so often a process that is brought what learners say."""
    rng, port = random.Random(seed), _free_port()
    async with StandIn(rng).serving() as api, Postman(f"http://127.0.0.1:{port}{PATH}").at_work() as postman:
        place = Place.at(datetime.now(UTC), fresh(), api.url, port)
        return await Talk(place, api, postman, BROUGHT, rng).go_on(kills)


async def kill_one_of_two(fresh: Callable[[], str], seed: int, kills: int) -> Tally:
    """Kills so often one of two processes that are brought by turns what each learner says."""
    rng, ports = random.Random(seed), [_free_port(), _free_port()]
    urls = [f"http://127.0.0.1:{port}{PATH}" for port in ports]
    async with StandIn(rng).serving() as api, Postman(*urls).at_work() as postman:
        place = Place.at(datetime.now(UTC), fresh(), api.url)
        return await Pair([replace(place, port=port) for port in ports], api, postman, BROUGHT, rng).go_on(kills)


class Talk:
    """Many chats with one process, over all its lives."""

    def __init__(self, place: Place, api: StandIn, messenger: Messenger, most: int, rng: random.Random) -> None:
        self._place, self._api, self._messenger, self._most, self._rng = place, api, messenger, most, rng
        self._books, self._tally = Books(place.database, KEY), Tally()

    async def go_on(self, kills: int) -> Tally:
        """Kills so often, then lets all be answered, and counts."""
        for number in range(1, kills + 1):
            victim = await self._start(number)
            if number % 2:
                await self._at_work()
            await self._chatter(self._rng.uniform(0, SPAN))
            await victim.killed()
            self._place.ahead.value += RESTART
            await self._count()
        victim = await self._start(kills + 1)
        await self._done()
        await victim.killed()
        await self._judge()
        return self._tally

    async def _start(self, number: int) -> Victim:
        victim = Victim(self._place, number)
        await until(lambda: self._api.calls["getWebhookInfo"] == number)
        return victim

    async def _at_work(self) -> None:
        """Waits until what learners say is taken: on a slow machine every kill would strike a start otherwise."""
        self._say()
        before = self._messenger.waiting
        await until(lambda: self._messenger.waiting < before)

    async def _chatter(self, seconds: float) -> None:
        """What learners say in that time: more than one process can answer."""
        now = asyncio.get_running_loop().time
        end = now() + seconds
        while now() < end:
            self._say()
            await asyncio.sleep(min(PACE, end - now()))

    def _say(self) -> None:
        """As much as may wait."""
        while self._messenger.waiting < self._most:
            self._messenger.hand(_update(self._tally.updates))
            self._tally.updates += 1

    async def _count(self) -> None:
        """Right after a kill, when the messenger has read what was sent to it."""
        await until(lambda: not self._api.connections)
        tally, kept = self._tally, sum(one.turns for one in (await self._books.kept()).values())
        tally.kills += 1
        tally.again += kept - (tally.updates - self._messenger.waiting)
        tally.in_flight = kept - len(self._replies())  # what an earlier kill stopped never comes, and is in it

    async def _done(self) -> None:
        """Waits until all is heard and answered; not for ever, the judgement will tell."""
        for _ in range(int(PATIENCE / LOOKS)):
            if not self._messenger.waiting and len(self._replies()) >= self._tally.updates - self._tally.in_flight:
                break
            await asyncio.sleep(LOOKS)
        await asyncio.sleep(SURELY)

    def _replies(self) -> list[int]:
        """The chat of each reply that arrived whole."""
        return [letter.chat for letter in self._api.letters if letter.last]

    async def _judge(self) -> None:
        tally, kept, wanted = self._tally, await self._books.kept(), _expected(self._tally.updates)
        replies = Counter(self._replies())
        for chat in wanted:
            here, there = wanted[chat], kept.get(chat, Kept())
            copies = len(there.lines) - len(set(there.lines))
            tally.lost += len(set(here.lines) - set(there.lines)) + max(0, here.answers - there.answers)
            tally.doubled += copies + max(0, there.answers - here.answers)
            if here != there:
                tally.faults.append(f"chat {chat} said {here}, and kept is {there}")
            if replies[chat] > here.turns:
                tally.faults.append(f"chat {chat} said {here.turns} things and got {replies[chat]} replies")
        tally.missing = tally.updates - replies.total()
        if not self._explained(tally.missing):
            tally.faults.append(f"{tally.missing} replies are missing, {tally.in_flight} were in flight at the kills")

    def _explained(self, missing: int) -> bool:
        """Whether replies are missing for the kills alone."""
        return missing == self._tally.in_flight


class Pair(Talk):
    """Many chats with two processes, of which one is killed while the other goes on, and begins anew beside it."""

    def __init__(
        self, places: Sequence[Place], api: StandIn, messenger: Messenger, most: int, rng: random.Random
    ) -> None:
        super().__init__(places[0], api, messenger, most, rng)
        self._places = places

    async def go_on(self, kills: int) -> Tally:
        """Kills so often, then lets all be answered, and counts."""
        tally, running = self._tally, [await self._begun(which, which + 1) for which in range(2)]
        for number in range(3, kills + 3):
            await self._chatter(self._rng.uniform(0, SPAN))
            which = self._rng.randrange(2)
            await running[which].killed()
            await self._books.let_go(running[which].name)
            replies = len(self._replies())
            tally.kills += 1
            tally.in_flight = sum(one.turns for one in (await self._books.kept()).values()) - replies
            self._place.ahead.value += RESTART
            await self._chatter(self._rng.uniform(0, SPAN))  # to the other one alone
            running[which] = await self._begun(which, number)
        await self._done()
        for victim in running:
            await victim.killed()
        await self._judge()
        await self._books.close()
        return tally

    async def _begun(self, which: int, number: int) -> Victim:
        self._place = self._places[which]
        return await self._start(number)

    def _explained(self, missing: int) -> bool:
        return missing <= self._tally.in_flight  # of which the other one sends some


def _chat(update_id: int) -> int:
    return update_id % CHATS + 1


def _expected(updates: int) -> dict[int, Kept]:
    """What has to be kept when each update is heard once, and those of a chat in order."""
    kept = {_chat(id_): Kept() for id_ in range(1, updates + 1)}
    for id_ in range(1, updates + 1):
        if _answers(id_):
            kept[_chat(id_)].answers += 1
        else:
            kept[_chat(id_)].lines.append(_line(id_))
    return kept


def _answers(update_id: int) -> bool:
    """By turns: a line, then an answer. The same twice within three seconds would be a thumb that taps twice."""
    return update_id // CHATS % 2 == 1


def _line(update_id: int) -> str:
    return f"{update_id}번째로 적은 줄"


def _update(before: int) -> Raw:
    """What is said after so many."""
    id_ = before + 1
    user = {"id": _chat(id_), "first_name": "민지", "is_bot": False, "language_code": "ko"}
    chat = {"id": _chat(id_), "type": "private", "first_name": "민지"}
    message = {"message_id": id_, "date": 1, "chat": chat, "from": user, "text": "?"}
    data = f"/answer {QUIZ} 2" if _answers(id_) else f"/write {LESSON} {_line(id_)}"
    query = {"id": str(id_), "from": user, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": id_, "callback_query": query}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
