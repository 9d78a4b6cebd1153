"""Where requests come from, and how many one place may send: a flood from there is nobody else's trouble."""

import ipaddress
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.operator.addresses import Network

RATE, BURST = 10.0, 200.0  # requests a second, and at once: a school behind one address opens its pages together
NEW_RATE, NEW_BURST = 0.1, 100.0  # the same of people never seen from there
MOST_SOURCES = 10_000  # remembered
MOST_KNOWN = 2000  # people of a source
_WITH_PORT = re.compile(r"\[(?P<six>[^\]]+)\](?::\d+)?|(?P<four>[\d.]+):\d+")


@dataclass(slots=True)
class Bucket:
    """So many at once, and then so many a second."""

    rate: float
    most: float
    left: float
    at: float

    def take(self, now: float) -> bool:
        """Whether there is one more."""
        self.left = min(self.most, self.left + (now - self.at) * self.rate)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Sources:
    """Counts by source: the address that asks, or behind a trusted proxy the one it names; a network of IPv6 is one.
    This machine itself is never counted. `public_url` is where we are reached by HTTPS alone.
    """

    def __init__(
        self, trusted: Sequence[Network], clock: Callable[[], float] = time.monotonic, public_url: str = ""
    ) -> None:
        self._trusted, self._clock, self._public = trusted, clock, urlsplit(public_url).netloc.lower()
        self._asked: OrderedDict[str, Bucket] = OrderedDict()
        self._new: dict[str, Bucket] = {}
        self._known: dict[str, set[str]] = {}

    def of(self, request: web.Request) -> str:
        """The source of a request; "" where it is this machine."""
        hops = [hop.strip() for line in request.headers.getall("X-Forwarded-For", []) for hop in line.split(",")]
        source = request.remote or ""
        while hops and self._trusts(source):
            source = hops.pop()
        address = address_in(source)
        if address is None:
            return source
        if address.is_loopback:
            return ""
        return str(address) if address.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))

    def as_asked(self, request: web.Request) -> web.Request:
        """The request with the scheme that its browser used, as our own address or a trusted proxy tells it."""
        told = request.headers.get("X-Forwarded-Proto", "").partition(",")[0].strip().lower()
        ours = bool(self._public) and request.host.lower() == self._public
        by_https = ours or (told == "https" and self._trusts(request.remote or ""))
        return request.clone(scheme="https") if by_https and not request.secure else request

    def let_in(self, source: str, who: str | None) -> bool:
        """Whether one more request is answered; `who` is the learner that it would be a turn of, "" for a new one."""
        if not source:
            return True
        now = self._clock()
        if not self._bucket(source, now).take(now):
            return False
        known = self._known[source]
        if who is None or who in known:
            return True
        if not self._new[source].take(now):
            return False
        if who and len(known) < MOST_KNOWN:
            known.add(who)
        return True

    def _bucket(self, source: str, now: float) -> Bucket:
        if source not in self._asked:
            self._asked[source] = Bucket(RATE, BURST, BURST, now)
            self._new[source] = Bucket(NEW_RATE, NEW_BURST, NEW_BURST, now)
            self._known[source] = set()
        self._asked.move_to_end(source)
        if len(self._asked) > MOST_SOURCES:
            oldest, _ = self._asked.popitem(last=False)
            del self._new[oldest], self._known[oldest]
        return self._asked[source]

    def _trusts(self, source: str) -> bool:
        address = address_in(source)
        return address is not None and any(address in network for network in self._trusted)


def address_in(source: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address of a hop as proxies name it: with a port, in brackets, or that of IPv4 within IPv6, which is one of
    IPv4; None for what is no address.
    """
    found = _WITH_PORT.fullmatch(source)
    there = found["six"] or found["four"] if found else source
    try:
        address = ipaddress.ip_address(there)
    except ValueError:
        return None
    return (address.version == 6 and address.ipv4_mapped) or address


def guard(sources: Sources, pages: Collection[str], turns: Collection[str], cookie: str, sorry: str) -> Middleware:
    """Answers 429 with a sentence where a source asks for too many of the pages at those paths. `turns` are those at
    which whoever has no cookie of that name becomes a new learner. Messengers, who come from few places, prove
    themselves to their channel.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        who = request.cookies.get(cookie, "") if request.path in turns else None
        if request.path not in pages:
            return await handler(request)
        if sources.let_in(sources.of(request), who):
            return await handler(sources.as_asked(request))
        return web.json_response(
            {"sorry": sorry}, status=429, headers={"Retry-After": "60", "Cache-Control": "no-store"}
        )

    return guarded
