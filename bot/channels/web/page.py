"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler
from jinja2 import StrictUndefined, Template

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.message import Address, Begin, Go, Message, Respond, Said, Send, at_once
from bot.texts import Say

PAGE = Path(__file__).with_name("page.html")
COOKIE = "my-own-work"
COOKIE_LASTS = 400 * 24 * 3600  # seconds; browsers cut anything longer (RFC 6265bis, "Max-Age")
LEARNER = re.compile(r"[A-Za-z0-9_-]{22}")  # what secrets.token_urlsafe(16) gives: 128 bits
MOST_BODY = 64 * 1024  # bytes
MOST_PAGES = 5  # live pages of one learner: a browser keeps six connections to a host, and words need one
MOST_WAITING = 8  # pushes kept for a page that reads slowly; the newest is what counts
HEARTBEAT = 10.0  # seconds; how long a page that went away may stay unnoticed
WRITE_WITHIN = 10.0  # seconds; a page that takes longer is let go and reads /chat when it returns

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
    app: web.Application, respond: Respond, say: Say, shown_at: Callable[[str], bool] = lambda _: True
) -> AsyncIterator[Send]:
    """Add the page and its routes to `app`, which must not run yet; yield what pushes to open pages. `shown_at` says
    under which host names the page may be shown.
    """
    chat = _Chat(respond, say, Template(PAGE.read_text("utf-8"), autoescape=True, undefined=StrictUndefined), Pages())
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
    the words are a button's command. Of a `picture` only that there is one is posted, with the words beside it.
    """

    words: str
    key: Annotated[str, msgspec.Meta(max_length=64)] = ""
    tapped: bool = False
    picture: bool = False


class _Refused(Exception):
    """A request that is none: the HTTP status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass(frozen=True, slots=True)
class _Chat:
    respond: Respond
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
        learner = _learner(request)
        message = await self.respond(Said(learner, str(Go("again")), tapped=True))
        return _answer(request, learner, _shown(message))

    async def hear(self, request: web.Request) -> web.Response:
        learner = _learner(request)
        try:
            spoken = await _spoken(request)
        except _Refused as refused:
            return _answer(request, learner, {"sorry": self.say(refused.sentence)}, refused.status)
        key = f"web:{learner.id}:{spoken.key}" if spoken.key else ""  # nobody can use up another's keys
        said = Said(learner, spoken.words, key, spoken.tapped, spoken.picture and not spoken.tapped)
        return _answer(request, learner, _shown(await self.respond(said)))

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
                await _pour(stream, waiting)
            except (ConnectionError, TimeoutError):
                if request.transport:
                    request.transport.abort()  # a page that does not read would not read a goodbye either
        return stream

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Show `message` on every open page of the learner. With none open it waits: it is their screen."""
        await begin()
        self.pages.push(address.id, b"data: " + msgspec.json.encode(_shown(message)) + b"\n\n")


@dataclass(slots=True)
class Pages:
    """The open pages of every learner, each a short queue of what is still to be written to it; None ends it."""

    waiting: dict[str, set[asyncio.Queue[bytes | None]]] = field(default_factory=dict)
    closed: bool = False

    def full(self, learner: str) -> bool:
        return len(self.waiting.get(learner, ())) >= MOST_PAGES

    @contextmanager
    def open(self, learner: str) -> Iterator[asyncio.Queue[bytes | None]]:
        page: asyncio.Queue[bytes | None] = asyncio.Queue(MOST_WAITING)
        pages = self.waiting.setdefault(learner, set())
        pages.add(page)
        if self.closed:
            _put(page, None)
        try:
            yield page
        finally:
            pages.discard(page)
            if not pages:
                del self.waiting[learner]

    def push(self, learner: str, event: bytes) -> None:
        for page in self.waiting.get(learner, ()):
            _put(page, event)

    def close(self) -> None:
        self.closed = True
        for pages in self.waiting.values():
            for page in pages:
                _put(page, None)


def _put(page: asyncio.Queue[bytes | None], event: bytes | None) -> None:
    """Never waits: a page that reads too slowly loses its oldest push, which a newer one has replaced anyway."""
    if page.full():
        page.get_nowait()
    page.put_nowait(event)


async def _pour(stream: web.StreamResponse, waiting: asyncio.Queue[bytes | None]) -> None:
    """Write pushes as they come and a sign of life between them. Raises when the page is gone or stuck."""
    event: bytes | None = b"retry: 2000\n\n"
    while event is not None:
        async with asyncio.timeout(WRITE_WITHIN):
            await stream.write(event)
        try:
            event = await asyncio.wait_for(waiting.get(), HEARTBEAT)
        except TimeoutError:
            event = b":\n\n"


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
    shown |= {"picture": True} if message.takes_picture else {}
    return shown | {"file": _address(message.file)} if message.file else shown


def _address(file: str) -> str:
    """Where the page's cookie opens a file: "plan.png offer 7" is at /plan.png?with=offer+7."""
    name, _, words = file.partition(" ")
    return f"/{name}?{urlencode({'with': words})}" if words else f"/{name}"


def _answer(request: web.Request, learner: Address, content: dict[str, object], status: int = 200) -> web.Response:
    body = msgspec.json.encode(content)
    response = web.Response(body=body, status=status, content_type="application/json", charset="utf-8", headers=SAFE)
    _remember(response, request, learner)
    return response
