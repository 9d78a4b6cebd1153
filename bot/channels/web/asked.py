"""What a browser asks the page's server: who asks, whether our own page does, and the answers it gets."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.channels.channel import PageMemory
from bot.message import Address, Away, Say

T = TypeVar("T")

PAGES = frozenset({"/", "/chat", "/events", "/plan", "/push", "/calendar"})  # what our page asks for by itself
TURNS = frozenset({"/chat"})
COOKIE = "my-own-work"
COOKIE_LASTS = 400 * 24 * 3600  # seconds; browsers cut anything longer (RFC 6265bis, "Max-Age")
KNOWN: web.RequestKey[Address | None] = web.RequestKey("known")  # the learner of a cookie that we made
ASKING: web.RequestKey[Callable[[], Address]] = web.RequestKey("asking")  # the same, or somebody new
MOST_BODY = 64 * 1024  # bytes

SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Refused(Exception):
    """A request that is none: the HTTP status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


def away_told(say: Say) -> Middleware:
    """While nothing can be kept, a sentence instead of an error; what was said may be said again with the same key."""

    @web.middleware
    async def told(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Away:
            words, headers = say("web-away"), {**SAFE, "Retry-After": "5"}
            if request.path != "/chat":
                return web.Response(text=words, status=503, headers=headers)
            body = msgspec.json.encode({"sorry": words})
            return web.Response(body=body, status=503, content_type="application/json", headers=headers)

    return told


def only(shown_at: Callable[[str], bool], handler: Handler) -> Handler:
    """A handler that answers under the host names alone under which the page may be shown."""

    async def check(request: web.Request) -> web.StreamResponse:
        if not shown_at(request.url.host or ""):
            raise web.HTTPForbidden
        return await handler(request)

    return check


async def posted(request: web.Request, kind: type[T]) -> T:
    """What the page posted, as JSON. Raises Refused for anything our own page would not send."""
    if not from_here(request):
        raise Refused(403, "web-from-elsewhere")
    if request.content_type != "application/json":
        raise Refused(415, "web-not-json")
    try:
        return msgspec.json.decode(await read_body(request, MOST_BODY), type=kind)
    except TooLarge:
        raise Refused(413, "web-too-much") from None
    except (BrokenOff, ValueError, RecursionError) as fault:  # bad UTF-8 is a ValueError, 10,000 brackets recurse
        raise Refused(400, "web-not-understood") from fault


def from_here(request: web.Request) -> bool:
    """Whether a browser says another site's page is asking; programs send no Origin."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "")
    return site != "cross-site" and (origin is None or origin.partition("://")[2].lower() == request.host.lower())


def recognised(memory: PageMemory) -> Middleware:
    """Tells who asks: the learner of a cookie that we made, or somebody new, who is made when first asked for: a
    messenger's webhook needs nobody.
    """

    @web.middleware
    async def told(request: web.Request, handler: Handler) -> web.StreamResponse:
        learner = await memory.whose(request.cookies.get(COOKIE, ""))
        asking: Callable[[], Address] = cache(lambda: learner or memory.newcomer())
        request[KNOWN], request[ASKING] = learner, asking
        return await handler(request)

    return told


def known(request: web.Request) -> Address | None:
    """Whoever the page's cookie says is asking; None without one that we made."""
    return request[KNOWN]


def learner_of(request: web.Request) -> Address:
    """The same, or somebody new."""
    return request[ASKING]()


def remember(response: web.StreamResponse, request: web.Request, learner: Address) -> None:
    """Set on every answer, so that the cookie of someone who keeps coming never runs out."""
    response.set_cookie(
        COOKIE, learner.id, max_age=COOKIE_LASTS, path="/", httponly=True, samesite="Strict", secure=request.secure
    )


def answer(request: web.Request, learner: Address, content: Mapping[str, object], status: int = 200) -> web.Response:
    """A value as JSON, to whoever asked."""
    body = msgspec.json.encode(content)
    response = web.Response(body=body, status=status, content_type="application/json", charset="utf-8", headers=SAFE)
    remember(response, request, learner)
    return response
