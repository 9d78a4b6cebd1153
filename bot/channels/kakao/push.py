"""KakaoTalk speaks first: pushes through the Event API, up to a hundred learners a call.

For each of them KakaoTalk then asks our skill endpoint what to show, with the command that the call carried.
An accepted message costs 15 won, also on the development channel.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import quote

import aiohttp

from bot.channels.kakao.event_call import EventCall, Settled
from bot.channels.kakao.result import EventAnswer, Fates, answer_of, ended, failures, shared
from bot.channels.kakao.skill import DEV, PUSHED
from bot.channels.proxy import proxy_to
from bot.message import Address, Away, Begin, Message, Unsent, Unsure, at_once

OFFICIAL = "https://bot-api.kakao.com"
MOST_USERS = 100  # the Event API's own limit for one call
TRIES = 3
NOT_TAKEN_IN = (429, 503)  # the server says that it did not take the call in: it may be made again

OK = "ok"
AWAY = "the Event API cannot be reached; trying again"
SLOW = "the Event API asked the bot to slow down; waiting"
STRANGE = "the Event API answers strangely; whether pushes arrive is unknown"
CAPPED = "the month's cap on pushes is used up; lessons wait in the chat"
REFUSED = "the Event API refuses the call; check KAKAO_BOT_ID and KAKAO_EVENT, the bot's wallet, and KAKAO_API_URL"
UNSHOWN = (
    "KakaoTalk accepted a push and could not show it; check that the event block answers with the skill, "
    "the skill's address and its X-Skill-Key, and the wallet"
)
REASONS = {
    401: "KakaoTalk refuses the key; set KAKAO_REST_API_KEY to the REST API key of the bot's app, restart",
    403: "KakaoTalk forbids pushes; connect the app with the bot, and see which server addresses the app allows",
    404: "KakaoTalk knows no such bot or event; check KAKAO_BOT_ID and KAKAO_EVENT, and deploy the bot",
}

Allowed = Callable[[int], Awaitable[int]]
"""How many of so many messages may still be paid for, beside those that have begun; asked once a call, before any
of its own begins. May raise Away.
"""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long everything may take, in seconds."""

    gather: float = 0.15  # a call waits this long for more learners of the same moment
    pause: float = 1.0  # before the second try; twice as long before the third
    longest: float = 30.0  # that a message may wait for its try
    connect: float = 5.0
    answer: float = 10.0  # after connecting
    polls: tuple[float, ...] = (0.5, 1.0, 2.0, 3.0)  # before each question about an accepted call
    known: float = 10.0  # for all these questions together
    grace: float = 5.0  # for calls under way when we are told to stop


PACE = Pace()


class _NotSent(Exception):
    """No connection came about: the call surely never left."""


async def _no_cap(count: int) -> int:
    return count


@asynccontextmanager
async def open_push(
    api_url: str, rest_api_key: str, bot_id: str, event: str, *, allowed: Allowed = _no_cap, pace: Pace = PACE
) -> AsyncIterator["Push"]:
    """Opens without asking KakaoTalk anything. An empty `api_url` is the official one; `event` is the block's."""
    # a new connection each time: pushes are rare, and one kept alive breaks just when it is used again
    connector = aiohttp.TCPConnector(force_close=True)
    headers = {"Authorization": f"KakaoAK {rest_api_key}"}
    there = (api_url or OFFICIAL).rstrip("/")
    async with aiohttp.ClientSession(connector=connector, headers=headers, proxy=proxy_to(there)) as http:
        push = Push(http, there, bot_id.removesuffix("!"), event, allowed, pace)
        try:
            yield push
        finally:
            await push.close()


class Push:
    """One bot's pushes: `send` a learner's stored screen, ask the `state`."""

    def __init__(
        self, http: aiohttp.ClientSession, api_url: str, bot_id: str, event: str, allowed: Allowed, pace: Pace
    ) -> None:
        self._http, self._api_url, self._bot_id, self._event = http, api_url, bot_id, event
        self._allowed, self._pace = allowed, pace
        self._waiting: dict[str, EventCall] = {}  # by bot id
        self._room = asyncio.Lock()
        self._calls: set[asyncio.Task[None]] = set()
        self._quiet_until = 0.0  # loop time
        self._trouble = OK
        self._closed = asyncio.Event()

    def state(self) -> str:
        """ "ok", or in English why pushes do not work just now."""
        return self._trouble if self._trouble == OK else f"degraded: {self._trouble}"

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Show the learner's stored screen, which `message` already is. Raises Unreachable, Unsent or Unsure, or what
        `begin` raised.

        Waits until KakaoTalk has told what became of it, for `Pace.known` at most; still unknown counts as sent.
        """
        if message.repeated:
            return  # it stands in their chat already
        if self._closed.is_set():
            raise Unsent("closing")
        if failure := await self._gather(address.id, begin):
            raise failure

    def _gather(self, id_: str, begin: Begin) -> Settled:
        bot, user = (f"{self._bot_id}!", id_.removeprefix(DEV)) if id_.startswith(DEV) else (self._bot_id, id_)
        if bot not in self._waiting:
            batch = self._waiting[bot] = EventCall()
            asyncio.get_running_loop().call_later(self._pace.gather, self._leave, bot, batch)
        batch = self._waiting[bot]
        ending = batch.join(user, begin)
        if len(batch) == MOST_USERS:
            self._leave(bot, batch)
        return ending

    def _leave(self, bot: str, batch: EventCall) -> None:
        if self._waiting.get(bot) is batch:  # a full one has left before its time
            del self._waiting[bot]
            call = asyncio.create_task(self._deliver(bot, batch))
            self._calls.add(call)
            call.add_done_callback(self._calls.discard)

    async def close(self) -> None:
        """Give up what has not left; let calls under way end, within `Pace.grace`."""
        # nothing leaves now: KakaoTalk would ask a server that is gone for what to show, and take its 15 won
        self._closed.set()
        for batch in self._waiting.values():
            batch.settle(shared(batch.users(), Unsent("closing")))
        self._waiting.clear()
        if self._calls:
            _, late = await asyncio.wait(self._calls, timeout=self._pace.grace)
            for call in late:
                call.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _deliver(self, bot: str, batch: EventCall) -> None:
        """One call from its start to the fate of everyone in it, whatever happens on the way."""
        users, begun = batch.users(), list[str]()
        fates = shared(users, Unsent("stopped before it left"))
        try:
            await self._silence_over()
            begun = await self._begin(batch)
            fates |= shared(users, Unsent("cap")) | shared(begun, Unsure("stopped on the way"))
            if begun:
                task = await self._talk(bot, begun)
                fates |= shared(begun, None)  # accepted: sent, unless more is heard
                fates |= await self._failures(task, begun)
        except Unsent as failure:
            fates |= shared(begun or users, failure)
        except Unsure as failure:
            self._note(STRANGE)
            fates |= shared(begun, failure)
        except Away:
            fates |= shared(users, Unsent("the cap cannot be asked"))
        finally:
            batch.settle(fates)

    async def _begin(self, batch: EventCall) -> list[str]:
        """Those who may be paid for, and have begun; whoever came last is left out first."""
        # one call at a time: what it takes of the cap shows to the next only once it has begun
        async with self._room:
            users = batch.users()
            paid = users[: max(0, await self._allowed(len(users)))] if users else []
            if len(paid) < len(users):
                self._note(CAPPED)
            return await batch.begin(paid)

    async def _talk(self, bot: str, users: Sequence[str]) -> str:
        """The accepted call's task id. The API knows no idempotency key: only what it surely did not take in is tried
        again.
        """
        body = {
            "event": {"name": self._event},
            "user": [{"type": "botUserKey", "id": user} for user in users],
            "params": {"command": str(PUSHED)},
        }
        for n in range(TRIES):
            await self._silence_over()
            wait = self._pace.pause * 2**n
            try:
                answer = await self._ask("POST", f"/v2/bots/{quote(bot, safe='!')}/talk", body)
            except _NotSent:
                self._note(AWAY)
            else:
                if answer.status not in NOT_TAKEN_IN:
                    return self._accepted(answer)
                self._note(SLOW)
                wait = max(wait, answer.wait)
            self._quiet_until = max(self._quiet_until, asyncio.get_running_loop().time() + wait)
        raise Unsent("every try failed")

    async def _silence_over(self) -> None:
        """Wait until a call may be made; when we are told to stop, none may."""
        now = asyncio.get_running_loop().time
        while not self._closed.is_set() and (wait := self._quiet_until - now()) > 0:
            if wait > self._pace.longest:
                raise Unsent("KakaoTalk asked for a longer silence")
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._closed.wait()
        if self._closed.is_set():
            raise Unsent("closing")

    def _accepted(self, answer: EventAnswer) -> str:
        status, task = answer.body.get("status"), answer.body.get("taskId")
        if 300 <= answer.status < 500 or (answer.status == 200 and status in ("FAIL", "ERROR")):
            self._note(REASONS.get(answer.status, REFUSED), logging.ERROR)
            raise Unsent(f"refused with {answer.status}")
        if answer.status != 200 or not (status == "SUCCESS" or task):
            raise Unsure(f"answered with {answer.status}")
        return task if isinstance(task, str) else ""

    async def _failures(self, task: str, users: Sequence[str]) -> Fates:
        """Who did not get it, as far as KakaoTalk tells in time."""
        result: Mapping[str, object] = {}
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.known):
                for wait in self._pace.polls if task else ():
                    await asyncio.sleep(wait)
                    with suppress(_NotSent, Unsure):  # the push is made; asking costs nothing
                        result = (await self._ask("GET", f"/v1/tasks/{quote(task, safe='')}")).body or result
                    if ended(result, len(users)):
                        break
        fates = failures(result, users)
        unshown = any(isinstance(fate, Unsent) for fate in fates.values())
        self._note(*(UNSHOWN, logging.ERROR) if unshown else (OK, logging.INFO))
        return fates

    async def _ask(self, method: str, path: str, body: object = None) -> EventAnswer:
        """One request. Raises _NotSent, or Unsure when it may have arrived."""
        pace = self._pace
        limits = aiohttp.ClientTimeout(
            total=pace.connect + pace.answer, connect=pace.connect, sock_connect=pace.connect, sock_read=pace.answer
        )
        # aiohttp's errors can name the address, and the bot's id stands in it: hence no cause
        try:
            async with self._http.request(
                method, self._api_url + path, json=body, timeout=limits, allow_redirects=False
            ) as answer:
                return answer_of(answer.status, answer.headers, await answer.read())
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError) as failure:
            raise _NotSent(type(failure).__name__) from None
        except (TimeoutError, aiohttp.ClientError, OSError) as failure:
            raise Unsure(type(failure).__name__) from None

    def _note(self, trouble: str, level: int = logging.WARNING) -> None:
        """Each trouble is logged when it begins, not each time it is met."""
        if trouble != self._trouble:
            log.log(level, "pushes work again" if trouble == OK else trouble)
        self._trouble = trouble
