"""What stands before a file on the web: a page that says what it is, with a button for each way to have it."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from jinja2 import StrictUndefined, Template

from bot.channels.web.asked import SAFE
from bot.message import File, Say

OF_A_LINK = "[A-Za-z0-9_-]{22}"  # what secrets.token_urlsafe(16) gives: 128 bits
PRIVATE = {**SAFE, "X-Robots-Tag": "noindex, nofollow, noarchive"}
IN_A_CHAT = {**PRIVATE, "Cache-Control": "private, max-age=86400", "Cross-Origin-Resource-Policy": "cross-origin"}
BUTTONS: Mapping[str, Sequence[tuple[str, str]]] = {
    "pdf": (("plan-link-html", "html"), ("plan-link-pdf", "")),
    "png": (("plan-link-png", ""),),
    "html": (("plan-link-html", "html"),),
    **dict.fromkeys(("md", "txt"), (("plan-link-html", "html"), ("plan-link-text", ""))),
    "json": (("plan-link-text", ""),),
}
"""The ways to have a file, by what it was asked for as: their labels, and what is posted for them."""
TITLES = {"json": "held-title"}
"""What a file is called that is no plan."""
SAVED = frozenset({"application/json"})
"""Kinds of files that are to be kept, and not looked at in a browser."""

Links = Sequence[tuple[str, str]]
"""Labels and addresses, or what is posted."""

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


class Door:
    """The page, with what is said on it."""

    def __init__(self, say: Say) -> None:
        source = Path(__file__).with_name("door.html").read_text("utf-8")
        self.say, self._page = say, Template(source, autoescape=True, undefined=StrictUndefined)

    def shown(
        self,
        title: str,
        told: Sequence[str],
        *,
        buttons: Links = (),
        links: Links = (),
        address: str = "",
        status: int = 200,
    ) -> web.Response:
        """The page. Titles and labels are keys of sentences, what is told are sentences, `address` is to be copied."""
        named = {"title": self.say(title), "told": told, "address": address, "say": self.say}
        labelled = {"buttons": self._labelled(buttons), "links": self._labelled(links)}
        return as_page(self._page.render(**named, **labelled).encode(), status)

    def closed(self, sorry: str, *, home: bool = False) -> web.Response:
        """The same for a link that is used, over or guessed; where a chat is missing, the way `home`."""
        links = [("plan-page-chat", "/")] if home else []
        return self.shown("document-title", [self.say(sorry)], links=links, status=HTTPStatus.NOT_FOUND)

    def _labelled(self, links: Links) -> Links:
        return [(self.say(label), value) for label, value in links]


def nowhere_told(say: Say) -> Middleware:
    """For an address that leads nowhere a browser gets a page with the way to the chat, a program the status alone."""
    door = Door(say)

    @web.middleware
    async def told(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPNotFound:
            if "text/html" not in request.headers.get("Accept", ""):
                raise
            home = [("plan-page-chat", "/")]
            return door.shown("web-title", [say("web-nowhere")], links=home, status=HTTPStatus.NOT_FOUND)

    return told


def handed(file: File, private: Mapping[str, str] = PRIVATE) -> web.Response:
    """A file as it is handed over, with the headers that say who may keep it."""
    if file.kind == "text/html":
        return as_page(file.content)
    # both, for an old browser reads the one and a new one the other (RFC 6266)
    way = "attachment" if file.kind in SAVED else "inline"
    named = f"{way}; filename=my-own-work.{file.name.rpartition('.')[2]}; filename*=UTF-8''{quote(file.name)}"
    kind = f"{file.kind}; charset=utf-8" if file.kind.startswith("text/") else file.kind
    headers = {**private, "Content-Disposition": named, "Content-Type": kind}
    return web.Response(body=file.content, headers=headers)


def as_page(page: bytes, status: int = 200) -> web.Response:
    """A page without script, whose only style is the one it brings."""
    style = _STYLE.search(page)
    digest = base64.b64encode(hashlib.sha256(style[1] if style else b"").digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self'; base-uri 'none'"
    headers = {**PRIVATE, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    return web.Response(body=page, status=status, content_type="text/html", charset="utf-8", headers=headers)
