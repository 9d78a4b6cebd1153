"""The plan inside Telegram: a Mini App behind the menu button (Bot API, "Web Apps"). It has no cookie and no script of
others: who opened it is told by Telegram in signed words, which hold for five minutes and, by their hash, once: it is
kept as that of a delivery, which all processes know.
"""

import base64
import hashlib
import hmac
import logging
import re
import secrets
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qsl

import msgspec
from aiohttp import web
from jinja2 import StrictUndefined, Template

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.channels.telegram.listener import MakeFile
from bot.message import Address, Repeated, Say

PATH = "/telegram/plan"
HOLDS = 300  # seconds after which Telegram's words are old
AHEAD = 30  # seconds that its clock may be before ours
LARGEST_BODY = 16 * 1024  # bytes; real words have about one thousand
FRAMES = "https://web.telegram.org https://*.telegram.org"  # the web clients show a Mini App in a frame
log = logging.getLogger(__name__)

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
_PAGE = Path(__file__).with_suffix(".html")


class Forged(Exception):
    """The words are not Telegram's, or old."""


class _User(msgspec.Struct):
    id: int


def user_in(words: str, token: str, now: float) -> tuple[str, str]:
    """The id of whoever opened the Mini App, by what Telegram says of it (`initData`), and the hash of those words.

    `now` is in seconds since 1970. Raises Forged.
    """
    pairs = parse_qsl(words, keep_blank_values=True, max_num_fields=50)
    fields = dict(pairs)
    digest = fields.pop("hash", "")
    told = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    expected = hmac.new(key, told.encode(errors="replace"), hashlib.sha256).hexdigest()
    if len(pairs) != len(fields) + 1 or not hmac.compare_digest(expected.encode(), digest.encode(errors="replace")):
        raise Forged
    try:
        age, user = now - int(fields["auth_date"]), msgspec.json.decode(fields["user"], type=_User)
    except (KeyError, ValueError, msgspec.DecodeError):
        raise Forged from None
    if not -AHEAD <= age <= HOLDS:
        raise Forged
    return str(user.id), digest


class MiniApp:
    """The route `/telegram/plan`: what opens it, and the plan of whoever did. `clock` is in seconds since 1970."""

    def __init__(
        self,
        token: str,
        files: MakeFile,
        say: Say,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._token, self._files, self._say, self._clock = token, files, say, clock
        self._page = Template(_PAGE.read_text("utf-8"), autoescape=True, undefined=StrictUndefined)

    def add_to(self, app: web.Application) -> None:
        """Adds the route to an app not set up yet."""
        app.router.add_get(PATH, self._open, allow_head=False)
        app.router.add_post(PATH, self._show)

    async def _open(self, _: web.Request) -> web.Response:
        return self._told("telegram-plan-opens", opens=True)

    async def _show(self, request: web.Request) -> web.Response:
        try:
            body = await read_body(request, LARGEST_BODY)
            words = dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=5))
            id_, digest = user_in(words.get("data", ""), self._token, self._clock())
            file = await self._files(Address("telegram", id_), "plan.html", f"{PATH} {digest}")
        except (TooLarge, BrokenOff, ValueError, Forged, Repeated):
            return self._told("telegram-plan-over", HTTPStatus.FORBIDDEN)
        except Exception as fault:  # noqa: BLE001 - Away, or what broke while it was made: they are told
            log.error("a plan could not be shown in a Mini App: %s", type(fault).__name__)  # noqa: TRY400 - no words
            return self._told("telegram-plan-away", HTTPStatus.SERVICE_UNAVAILABLE)
        return _html(file.content) if file else self._told("telegram-plan-nobody", HTTPStatus.NOT_FOUND)

    def _told(self, sentence: str, status: int = 200, *, opens: bool = False) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        told, elsewhere = self._say(sentence), self._say("telegram-plan-elsewhere")
        page = self._page.render(say=self._say, told=told, opens=opens, nonce=nonce, elsewhere=elsewhere)
        return _html(page.encode(), status, script=f"script-src 'nonce-{nonce}'; " if opens else "")


def _html(page: bytes, status: int = 200, script: str = "") -> web.Response:
    """A page whose only style is the one it brings, and that Telegram's own clients may frame."""
    style = _STYLE.search(page)
    digest = base64.b64encode(hashlib.sha256(style[1] if style else b"").digest()).decode()
    policy = (
        f"default-src 'none'; {script}style-src 'sha256-{digest}'; img-src data:; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors {FRAMES}"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }
    return web.Response(body=page, status=status, content_type="text/html", charset="utf-8", headers=headers)
