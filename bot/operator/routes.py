"""What an operator and their machines ask of the server: is it ready, what does it count."""

import asyncio
import hmac
import ipaddress
import re
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import HttpVersion11, web

from bot.operator.metrics import Metrics

FORWARDED = re.compile("forwarded|real-?ip|client-?ip|connecting-?ip|^via$|^cf-", re.IGNORECASE)
"""Names of headers that proxies add; those of a service of their own, too."""
FORM = "application/x-www-form-urlencoded"  # what a page's form is sent as, in UTF-8
Shows = Callable[[str], Awaitable[str]]
"""A page as HTML, for the token of a link."""
Does = Callable[[str, Mapping[str, str]], Awaitable[str]]
"""The same, once what a form asks for is done."""
WITHIN = 10.0  # seconds for a form to come in
GUARDED = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def add_operator_routes(
    app: web.Application,
    trouble: Callable[[], Awaitable[str]],
    states: Mapping[str, Callable[[], str]],
    numbers: Metrics,
    token: str,
) -> None:
    """Add GET /healthz and GET /metrics. `trouble` tells why nothing can be kept, or ""; `states` for each part of the
    house "ok" or why it does not work.
    """

    async def healthz(_: web.Request) -> web.Response:
        told = {name: state() for name, state in states.items()}
        well = all(state == "ok" for state in told.values())
        why = await trouble()
        shown = {"status": "down", "why": why} if why else {"status": "ok" if well else "degraded"}
        return web.json_response({**shown, **told, **numbers.ages()}, status=503 if why else 200)

    async def metrics(request: web.Request) -> web.Response:
        if token and not _trusted(request, token):
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"})
        if not token and not _at_this_machine(request):
            raise web.HTTPForbidden
        return web.Response(body=numbers.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", metrics)


def add_operator_page(app: web.Application, door: Shows, opened: Does) -> None:
    """Add /operator/ and a token: what its link shows first, and what a tap there opens, or a form on the page does.
    Neither loads anything, is kept anywhere, or tells anybody where it was opened.
    """

    async def look(request: web.Request) -> web.Response:
        return _handed(await door(request.match_info["token"]))

    async def open_(request: web.Request) -> web.Response:
        if request.body_exists and request.content_type != FORM:
            raise web.HTTPUnsupportedMediaType
        try:
            async with asyncio.timeout(WITHIN):
                form = await request.post()
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (ValueError, LookupError, web.RequestPayloadError):
            raise web.HTTPBadRequest from None  # of no charset that there is, or not packed as its headers say
        asked = {name: value for name, value in form.items() if isinstance(value, str)}
        return _handed(await opened(request.match_info["token"], asked))

    app.router.add_get("/operator/{token:[A-Za-z0-9_-]{22}}", look, allow_head=False)
    app.router.add_post("/operator/{token:[A-Za-z0-9_-]{22}}", open_)


def _handed(page: str) -> web.Response:
    return web.Response(text=page, content_type="text/html", charset="utf-8", headers=GUARDED)


def shown_at(bound: str, asked: str) -> bool:
    """Whether a server bound to a host shows its page under the name it was asked for by. One bound to loopback shows
    it to loopback names only, so that no page elsewhere, by pointing its own name at this machine, can read it.
    """
    return not _loopback(bound) or _loopback(asked)


def _trusted(request: web.Request, token: str) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    # bytes, because compare_digest raises on text that is not ASCII; and a header may hold any bytes
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())


def _at_this_machine(request: web.Request) -> bool:
    """Whether somebody here asks, and no proxy here for somebody elsewhere: it names them, or the host they asked, or
    speaks the older HTTP that proxies speak where they are told nothing.
    """
    forwarded = any(map(FORWARDED.search, request.headers)) or request.version < HttpVersion11
    return _loopback(request.remote or "") and _loopback(request.url.host or "") and not forwarded


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
