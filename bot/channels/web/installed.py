"""The page as an app on a phone: its manifest, its icons, its service worker, and who wants pushes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.channels.channel import PageMemory
from bot.channels.web.asked import SAFE, Refused, answer, known, learner_of, only, posted
from bot.channels.web.push import takes
from bot.message import Say, Subscription

HERE = Path(__file__).parent
ICONS = {192: "icon-192.png", 512: "icon-512.png"}  # pixels; `make docs` draws them from icon.svg
PAPER = "#f8f4ec"
LASTS_A_DAY = {**SAFE, "Cache-Control": "public, max-age=86400"}
WORKER = {**SAFE, "Content-Security-Policy": "default-src 'none'; connect-src 'self'"}

_Base64 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+={0,2}$", max_length=100)]


@dataclass(frozen=True, slots=True)
class _Keys:
    p256dh: _Base64
    auth: _Base64


@dataclass(frozen=True, slots=True)
class _Subscribed:
    """A browser's subscription, as it writes itself down as JSON (Push API, PushSubscription.toJSON)."""

    endpoint: Annotated[str, msgspec.Meta(max_length=1000)]
    keys: _Keys


@dataclass(frozen=True, slots=True)
class _Unsubscribed:
    endpoint: Annotated[str, msgspec.Meta(max_length=1000)]


def add_app_routes(
    app: web.Application,
    memory: PageMemory,
    say: Say,
    shown_at: Callable[[str], bool] = lambda _: True,
    *,
    loopback: bool = False,
) -> None:
    """Add all of it to `app`, which must not run yet. `shown_at` says under which host names the page may be shown;
    `loopback` lets pushes be sent to this machine itself, where nobody else can reach the page.
    """
    installed = _Installed(memory, say, loopback)
    app.add_routes(
        [
            web.get("/manifest.webmanifest", only(shown_at, installed.manifest)),
            web.get("/sw.js", only(shown_at, installed.worker)),
            web.post("/push", only(shown_at, installed.subscribe)),
            web.delete("/push", only(shown_at, installed.unsubscribe)),
            *(web.get(f"/{name}", only(shown_at, installed.icon)) for name in ICONS.values()),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Installed:
    memory: PageMemory
    say: Say
    loopback: bool

    async def manifest(self, _: web.Request) -> web.Response:
        icons = [
            {"src": f"/{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size, name in ICONS.items()
            for purpose in ("any", "maskable")
        ]
        told = {
            "id": "/", "start_url": "/", "scope": "/", "display": "standalone", "lang": "ko", "dir": "ltr",
            "name": self.say("web-title"), "short_name": self.say("web-title"),
            "description": self.say("web-description"),
            "background_color": PAPER, "theme_color": PAPER, "icons": icons,
        }  # fmt: skip
        return web.Response(
            body=msgspec.json.encode(told), content_type="application/manifest+json", headers=LASTS_A_DAY
        )

    async def worker(self, _: web.Request) -> web.Response:
        """The script that shows pushes while no page is open, and a sentence while there is no server."""
        files = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(HERE))
        offline = files.get_template("offline.html").render(say=self.say)
        script = (HERE / "sw.js").read_text("utf-8").replace('"OFFLINE"', msgspec.json.encode(offline).decode())
        return web.Response(text=script, content_type="text/javascript", headers=WORKER)

    async def icon(self, request: web.Request) -> web.Response:
        picture = (HERE / request.path.removeprefix("/")).read_bytes()
        return web.Response(body=picture, content_type="image/png", headers=LASTS_A_DAY)

    async def subscribe(self, request: web.Request) -> web.Response:
        """A browser takes pushes from now on."""
        try:
            wanted = await posted(request, _Subscribed)
            if not takes(wanted.endpoint, loopback=self.loopback):
                raise Refused(400, "web-push-elsewhere")  # noqa: TRY301 - told like all others
        except Refused as refused:
            return self._refused(request, refused)
        subscription = Subscription(wanted.endpoint, wanted.keys.p256dh, wanted.keys.auth)
        learner = known(request)
        kept = learner is not None and await self.memory.subscribe(learner, subscription)
        return answer(request, learner_of(request), {"kept": kept})

    async def unsubscribe(self, request: web.Request) -> web.Response:
        """It takes none any more. Whoever knows the address of a browser, which cannot be guessed, is that browser."""
        try:
            gone = await posted(request, _Unsubscribed)
        except Refused as refused:
            return self._refused(request, refused)
        await self.memory.unsubscribe(gone.endpoint)
        return answer(request, learner_of(request), {"kept": False})

    def _refused(self, request: web.Request, refused: Refused) -> web.Response:
        return answer(request, learner_of(request), {"sorry": self.say(refused.sentence)}, refused.status)
