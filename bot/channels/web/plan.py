"""The plan on the web: a page and its files for whoever has the page's cookie, or once for whoever has a link."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from jinja2 import StrictUndefined, Template

from bot.channels.channel import Files
from bot.channels.web.asked import SAFE, known, only
from bot.message import File, Say

FORMS = "html|pdf|png|md|txt"
OF_A_LINK = "[A-Za-z0-9_-]{22}"  # what secrets.token_urlsafe(16) gives: 128 bits
MINE = "mine"  # said with the name of a page that its own learner sees: it has links of its own
LONGEST_WORDS = 40  # characters that may follow a file's name
PRIVATE = {**SAFE, "X-Robots-Tag": "noindex, nofollow, noarchive"}
IN_A_CHAT = {**PRIVATE, "Cache-Control": "private, max-age=86400", "Cross-Origin-Resource-Policy": "cross-origin"}
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def add_plan_routes(
    app: web.Application, files: Files, say: Say, shown_at: Callable[[str], bool] = lambda _: True
) -> None:
    """Add /plan, its files, and the links to them, to an app that does not run yet. `shown_at` says under which host
    names a learner's own page may be shown; a link leads to wherever it was made for.
    """
    plan = _Plan(files, say, Template(_DOOR.read_text("utf-8"), autoescape=True, undefined=StrictUndefined))
    app.add_routes(
        [
            web.get("/plan", only(shown_at, plan.page)),
            web.get(f"/plan.{{form:{FORMS}}}", only(shown_at, plan.file)),
            web.get(f"/plan/{{token:{OF_A_LINK}}}", plan.door, allow_head=False),
            web.get(f"/plan/{{token:{OF_A_LINK}}}.png", plan.picture),
            web.post(f"/plan/{{token:{OF_A_LINK}}}", plan.open),
        ]
    )


_DOOR = Path(__file__).with_name("door.html")


class _Plan:
    def __init__(self, files: Files, say: Say, door: Template) -> None:
        self._files, self._say, self._door = files, say, door

    async def page(self, request: web.Request) -> web.Response:
        """A learner's own plan."""
        return await self._own(request, f"plan.html {MINE}")

    async def file(self, request: web.Request) -> web.Response:
        """The same as a file."""
        words = request.query.get("with", "")[:LONGEST_WORDS]
        return await self._own(request, f"plan.{request.match_info['form']} {words}".rstrip())

    async def door(self, request: web.Request) -> web.Response:
        """What a link shows first: opening it takes a tap, so that whoever only looks what it is does not use it up."""
        name = await self._files.leads_to(request.match_info["token"])
        if not name:
            return self._closed("plan-link-over")
        form = name.partition(" ")[0].rpartition(".")[2]
        return _html(self._door.render(say=self._say, form=form, sorry="").encode())

    async def open(self, request: web.Request) -> web.Response:
        """The file, or the page, and the link works no more."""
        as_page = (await request.post()).get("form") == "html"
        file = await self._files.fetch(request.match_info["token"], "html" if as_page else "")
        return _handed(file) if file else self._closed("plan-link-over")

    async def picture(self, request: web.Request) -> web.Response:
        """What a chat shows by its address: looked at as often as somebody scrolls there."""
        file = await self._files.shown(request.match_info["token"])
        return _handed(file, IN_A_CHAT) if file else self._closed("plan-link-over")

    async def _own(self, request: web.Request, name: str) -> web.Response:
        learner = known(request)
        file = await self._files.file(learner, name) if learner else None
        return _handed(file) if file else self._closed("plan-page-nobody", home=True)

    def _closed(self, sorry: str, *, home: bool = False) -> web.Response:
        """The same for a link that is used, over or guessed."""
        page = self._door.render(say=self._say, form="", sorry=self._say(sorry), home=home)
        return _html(page.encode(), HTTPStatus.NOT_FOUND)


def _handed(file: File, private: Mapping[str, str] = PRIVATE) -> web.Response:
    if file.kind == "text/html":
        return _html(file.content)
    # both, for an old browser reads the one and a new one the other (RFC 6266)
    named = f"inline; filename=plan.{file.name.rpartition('.')[2]}; filename*=UTF-8''{quote(file.name)}"
    kind = f"{file.kind}; charset=utf-8" if file.kind.startswith("text/") else file.kind
    headers = {**private, "Content-Disposition": named, "Content-Type": kind}
    return web.Response(body=file.content, headers=headers)


def _html(page: bytes, status: int = 200) -> web.Response:
    """A page without script, whose only style is the one it brings."""
    style = _STYLE.search(page)
    digest = base64.b64encode(hashlib.sha256(style[1] if style else b"").digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self'; base-uri 'none'"
    headers = {**PRIVATE, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    return web.Response(body=page, status=status, content_type="text/html", charset="utf-8", headers=headers)
