"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

import logging
import re
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.channels.channel import PageMemory
from bot.channels.web.live import LOOK, Pages, pour
from bot.message import LONGEST_LABEL, Address, Away, Begin, Bubble, Go, Message, Respond, Said, Send, at_once
from bot.texts import Say

log = logging.getLogger(__name__)

COOKIE = "my-own-work"
COOKIE_LASTS = 400 * 24 * 3600  # seconds; browsers cut anything longer (RFC 6265bis, "Max-Age")
LEARNER = re.compile(r"[A-Za-z0-9_-]{22}")  # what secrets.token_urlsafe(16) gives: 128 bits
NUMBER = re.compile(r"\d{1,15}")  # of a bubble
MOST_BODY = 64 * 1024  # bytes

SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@asynccontextmanager
async def open_web(
    app: web.Application,
    respond: Respond,
    memory: PageMemory,
    say: Say,
    shown_at: Callable[[str], bool] = lambda _: True,
) -> AsyncIterator[Send]:
    """Add the page and its routes to `app`, which must not run yet; yield what pushes to open pages. `shown_at` says
    under which host names the page may be shown.
    """
    files = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(Path(__file__).parent))
    chat = _Chat(respond, memory, say, files.get_template("page.html"), Pages())
    app.add_routes(
        [
            web.get("/", only(shown_at, chat.page)),
            web.get("/chat", only(shown_at, chat.screen), allow_head=False),
            web.post("/chat", only(shown_at, chat.hear)),
            web.get("/events", only(shown_at, chat.listen), allow_head=False),
        ]
    )

    async def let_go(_: web.Application) -> None:
        chat.pages.close()

    app.on_shutdown.append(let_go)  # else the server would wait a minute for streams that never end
    try:
        yield chat.send
    finally:
        chat.pages.close()


def only(shown_at: Callable[[str], bool], handler: Handler) -> Handler:
    """A handler that answers under the host names alone under which the page may be shown."""

    async def check(request: web.Request) -> web.StreamResponse:
        if not shown_at(request.url.host or ""):
            raise web.HTTPForbidden
        return await handler(request)

    return check


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What the page posts. `key` names one attempt to say something, so that a retry counts once; `tapped` says that
    the words are the command of a button with that `label`.
    """

    words: str
    key: Annotated[str, msgspec.Meta(max_length=64)] = ""
    tapped: bool = False
    label: Annotated[str, msgspec.Meta(max_length=LONGEST_LABEL)] = ""


class _Refused(Exception):
    """A request that is none: the HTTP status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass(frozen=True, slots=True)
class _Chat:
    respond: Respond
    memory: PageMemory
    say: Say
    template: Template
    pages: "Pages"

    async def page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        html = self.template.render(say=self.say, nonce=nonce)
        response = web.Response(text=html, content_type="text/html", headers=SAFE)
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; "
            "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        _remember(response, request, _learner(request))
        return response

    async def screen(self, request: web.Request) -> web.Response:
        """The message on the screen, and what was said after the bubble with the number that is asked for."""
        learner, last = _learner(request), request.query.get("after", "")
        message = await self.respond(Said(learner, str(Go("again")), tapped=True))
        beside = await self._keep(learner, "", message)
        history = await self.memory.after(learner, int(last) if NUMBER.fullmatch(last) else 0)
        answer = {**_shown(message), "beside": beside, "history": [_told(bubble) for bubble in history]}
        response = _answer(request, learner, answer)
        response.enable_compression()
        return response

    async def hear(self, request: web.Request) -> web.Response:
        learner = _learner(request)
        try:
            spoken = await _spoken(request)
        except _Refused as refused:
            return _answer(request, learner, {"sorry": self.say(refused.sentence)}, refused.status)
        key = f"web:{learner.id}:{spoken.key}" if spoken.key else ""  # nobody can use up another's keys
        message = await self.respond(Said(learner, spoken.words, key, spoken.tapped))
        beside = await self._keep(learner, spoken.label if spoken.tapped else spoken.words, message)
        if self.pages.count(learner.id) > 1:
            self.pages.push(learner.id, LOOK)
        return _answer(request, learner, {**_shown(message), "beside": beside})

    async def listen(self, request: web.Request) -> web.StreamResponse:
        learner = _learner(request)
        if self.pages.full(learner.id):
            return web.Response(status=204, headers=SAFE)  # tells the page not to knock again at once
        with self.pages.open(learner.id) as waiting:
            stream = web.StreamResponse(headers={**SAFE, "X-Accel-Buffering": "no"})
            stream.content_type = "text/event-stream"
            _remember(stream, request, learner)
            await stream.prepare(request)
            try:
                await pour(stream, waiting)
            except (ConnectionError, TimeoutError):
                if request.transport:
                    request.transport.abort()  # a page that does not read would not read a goodbye either
        return stream

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Show `message` on every open page of the learner. With none open it waits: it is their screen."""
        await begin()
        beside = await self._keep(address, "", message)
        self.pages.push(address.id, b"data: " + msgspec.json.encode({**_shown(message), "beside": beside}) + b"\n\n")

    async def _keep(self, address: Address, said: str, message: Message) -> Mapping[str, object]:
        """What stands beside the conversation once this is kept. The answer is there already: it never fails."""
        try:
            return await self.memory.keep(address, said, message)
        except Away as away:
            log.error("the history of a page could not be kept: the database is away: %s", away)  # noqa: TRY400
            return {}


async def _spoken(request: web.Request) -> _Spoken:
    """What the page posted. Raises _Refused for anything our own page would not send."""
    if not _from_here(request):
        raise _Refused(403, "web-from-elsewhere")
    if request.content_type != "application/json":
        raise _Refused(415, "web-not-json")
    try:
        return msgspec.json.decode(await read_body(request, MOST_BODY), type=_Spoken)
    except TooLarge:
        raise _Refused(413, "web-too-much") from None
    except (BrokenOff, ValueError, RecursionError) as fault:  # bad UTF-8 is a ValueError, 10,000 brackets recurse
        raise _Refused(400, "web-not-understood") from fault


def _from_here(request: web.Request) -> bool:
    """Whether a browser says another site's page is asking; programs send no Origin."""
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2].lower() == request.host.lower()


def known(request: web.Request) -> Address | None:
    """Whoever the page's cookie says is asking; None without one."""
    cookie = request.cookies.get(COOKIE, "")
    return Address("web", cookie) if LEARNER.fullmatch(cookie) else None


def _learner(request: web.Request) -> Address:
    return known(request) or Address("web", secrets.token_urlsafe(16))


def _remember(response: web.StreamResponse, request: web.Request, learner: Address) -> None:
    """Set on every answer, so that the cookie of someone who keeps coming never runs out."""
    response.set_cookie(
        COOKIE, learner.id, max_age=COOKIE_LASTS, path="/", httponly=True, samesite="Strict", secure=request.secure
    )


def _shown(message: Message) -> dict[str, object]:
    """The part of a message that a page shows."""
    buttons = [{"label": button.label, "command": str(button.go)} for button in message.buttons]
    shown = {"bubbles": message.bubbles, "buttons": buttons, "repeated": message.repeated}
    return shown | {"file": _address(message.file)} if message.file else shown


def _told(bubble: Bubble) -> dict[str, object]:
    """A bubble of the history as the page reads it."""
    told = {"id": bubble.id, "at": bubble.at, "mine": bubble.mine, "text": bubble.text}
    return told | {"file": _address(bubble.file)} if bubble.file else told


def _address(file: str) -> str:
    """Where the page's cookie opens a file: "plan.png offer 7" is at /plan.png?with=offer+7."""
    name, _, words = file.partition(" ")
    return f"/{name}?{urlencode({'with': words})}" if words else f"/{name}"


def _answer(request: web.Request, learner: Address, content: dict[str, object], status: int = 200) -> web.Response:
    body = msgspec.json.encode(content)
    response = web.Response(body=body, status=status, content_type="application/json", charset="utf-8", headers=SAFE)
    _remember(response, request, learner)
    return response
