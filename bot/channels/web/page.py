"""The web chat: a phone-like page on our own server, the way to try everything without an account."""

import logging
import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.channels.channel import PageMemory
from bot.channels.web.asked import (
    SAFE,
    Refused,
    answer,
    away_told,
    from_here,
    learner_of,
    only,
    posted,
    recognised,
    remember,
)
from bot.channels.web.door import nowhere_told
from bot.channels.web.live import LEFT, LOOK, Pages, pour
from bot.channels.web.push import Fate, Push
from bot.message import (
    LONGEST_LABEL,
    Address,
    Away,
    Begin,
    Bubble,
    Button,
    Go,
    Message,
    Respond,
    Said,
    Say,
    Send,
    Tone,
    Unsent,
    Unsure,
    at_once,
)
from bot.message.blocks import Kind, drawn

log = logging.getLogger(__name__)

NOTICES = "offer on later understood works off denied none insecure ios failed link".split()
NUMBER = re.compile(r"\d{1,15}")  # of a bubble


@asynccontextmanager
async def open_web(
    app: web.Application,
    respond: Respond,
    memory: PageMemory,
    push: Push,
    say: Say,
    shown_at: Callable[[str], bool] = lambda _: True,
) -> AsyncIterator[Send]:
    """Add the page and its routes to `app`, which must not run yet; yield what pushes to open pages. `shown_at` says
    under which host names the page may be shown.
    """
    files = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(Path(__file__).parent))
    chat = _Chat(respond, memory, push, say, files.get_template("page.html"), Pages())
    app.middlewares.extend((away_told(say), nowhere_told(say), recognised(memory)))
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


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What the page posts. `key` names one attempt to say something, so that a retry counts once; `tapped` says that
    the words are the command of a button with that `label`. Of a `picture` only that there is one is posted, with the
    words beside it.
    """

    words: str
    key: Annotated[str, msgspec.Meta(max_length=64)] = ""
    tapped: bool = False
    label: Annotated[str, msgspec.Meta(max_length=LONGEST_LABEL)] = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class _Chat:
    respond: Respond
    memory: PageMemory
    push: Push
    say: Say
    template: Template
    pages: "Pages"

    async def page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        notices = {name: self.say(f"web-push-{name}") for name in NOTICES}
        html = self.template.render(say=self.say, nonce=nonce, key=self.push.public, notices=notices)
        response = web.Response(text=html, content_type="text/html", headers=SAFE)
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; "
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
        remember(response, request, learner_of(request))
        response.enable_compression()
        return response

    async def screen(self, request: web.Request) -> web.Response:
        """The message on the screen, and what was said after the bubble with the number that is asked for."""
        if not from_here(request):
            raise web.HTTPForbidden
        learner, last = learner_of(request), request.query.get("after", "")
        message = await self.respond(Said(learner, str(Go("again")), tapped=True))
        beside = await self._keep(learner, "", message)
        history = await self.memory.after(learner, int(last) if NUMBER.fullmatch(last) else 0)
        told = {**_shown(message), "beside": beside, "history": [_told(bubble, message) for bubble in history]}
        response = answer(request, learner, told)
        response.enable_compression()
        return response

    async def hear(self, request: web.Request) -> web.Response:
        learner = learner_of(request)
        try:
            spoken = await posted(request, _Spoken)
        except Refused as refused:
            return answer(request, learner, {"sorry": self.say(refused.sentence)}, refused.status)
        key = f"web:{learner.id}:{spoken.key}" if spoken.key else ""  # nobody can use up another's keys
        picture = spoken.picture and not spoken.tapped
        message = await self.respond(Said(learner, spoken.words, key, spoken.tapped, picture))
        told = self.say("web-photo") + f"\n{spoken.words}".rstrip() if picture else spoken.words
        beside = await self._keep(learner, spoken.label if spoken.tapped else told, message)
        if self.pages.count(learner.id) > 1:
            self.pages.push(learner.id, LEFT if beside.get("last") == 0 else LOOK)
        return answer(request, learner, {**_shown(message), "beside": beside})

    async def listen(self, request: web.Request) -> web.StreamResponse:
        if not from_here(request):
            raise web.HTTPForbidden  # it could not be read there, but it would be held open
        learner = learner_of(request)
        if self.pages.full(learner.id):
            return web.Response(status=204, headers=SAFE)  # tells the page not to knock again at once
        with self.pages.open(learner.id) as waiting:
            stream = web.StreamResponse(headers={**SAFE, "X-Accel-Buffering": "no"})
            stream.content_type = "text/event-stream"
            remember(stream, request, learner)
            await stream.prepare(request)
            try:
                await pour(stream, waiting)
            except (ConnectionError, TimeoutError):
                if request.transport:
                    request.transport.abort()  # a page that does not read would not read a goodbye either
        return stream

    async def send(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Show `message` on every open page of the learner, and tell it to browsers that take pushes. Where there are
        neither it waits: it is their screen. Raises Unsent when no push service took it, and Unsure.
        """
        pages, browsers = await self.memory.reached(address)
        await begin()
        fates = await self.push.send(browsers, message)
        for browser, fate in zip(browsers, fates, strict=True):
            if fate is Fate.GONE:
                with suppress(Away):  # then the next push finds it gone
                    await self.memory.unsubscribe(browser.endpoint)
        arrived = Fate.ARRIVED in fates or any(map(self.pages.count, pages))
        if not arrived and Fate.UNSENT in fates and Fate.UNSURE not in fates:
            raise Unsent("no push service takes it just now")
        beside = await self._keep(address, "", message)
        event = msgspec.json.encode({**_shown(message), "beside": beside})
        for page in pages or [address.id]:
            self.pages.push(page, b"data: " + event + b"\n\n")
        if not arrived and Fate.UNSURE in fates:
            raise Unsure("a push service did not answer")

    async def _keep(self, address: Address, said: str, message: Message) -> Mapping[str, object]:
        """What stands beside the conversation once this is kept. The answer is there already: it never fails."""
        try:
            return await self.memory.keep(address, said, message)
        except Away as away:
            log.error("the history of a page could not be kept: the database is away: %s", str(away))  # noqa: TRY400
        except Exception as fault:  # noqa: BLE001 - a fault here must not cost the answer
            log.error("the history of a page could not be kept: %s", type(fault).__name__)  # noqa: TRY400
        return {}


def _shown(message: Message) -> dict[str, object]:
    """The part of a message that a page shows."""
    buttons = [_button(button) for button in message.buttons]
    shown = {"bubbles": message.bubbles, "buttons": buttons, "repeated": message.repeated}
    shown |= {"picture": True} if message.takes_picture else {}
    shown |= {"blocks": _blocks(message.marked, message.buttons)} if message.marked else {}
    return shown | {"file": _address(message.file)} if message.file else shown


def _button(button: Button) -> dict[str, str]:
    shown = {"label": button.label, "command": str(button.go)}
    return shown if button.tone is Tone.PLAIN else shown | {"tone": button.tone}


def _told(bubble: Bubble, screen: Message) -> dict[str, object]:
    """A bubble of the history as the page reads it; of one that is still the screen the buttons are drawn as well."""
    buttons = screen.buttons if bubble.text in screen.bubbles else ()
    told: dict[str, object] = {"id": bubble.id, "at": bubble.at, "mine": bubble.mine, "text": bubble.text}
    told |= {"blocks": _blocks([bubble.marked], buttons)[0]} if bubble.marked else {}
    return told | {"file": _address(bubble.file)} if bubble.file else told


def _blocks(marked: Iterable[str], buttons: Iterable[Button]) -> list[list[tuple[Kind, str]]]:
    """What bubbles are made of, as the page reads it."""
    return [[block[:2] for block in bubble] for bubble in drawn(marked, [button.label for button in buttons])]


def _address(file: str) -> str:
    """Where the page's cookie opens a file: "plan.png offer 7" is at /plan.png?with=offer+7."""
    name, _, words = file.partition(" ")
    return f"/{name}?{urlencode({'with': words})}" if words else f"/{name}"
