"""Web pushes: they reach a browser although no page is open. Signed by VAPID (RFC 8292), encrypted (RFC 8291).

The library is loaded when the first push leaves, or the keys are made: most houses never need it.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec
from aiohttp import ClientConnectorError, ClientError, ClientHttpProxyError, ClientSession, ClientTimeout

from bot.channels.proxy import proxy_to
from bot.message import Message, Say, Subscription

log = logging.getLogger(__name__)

PRIVATE, PUBLIC = "push-private", "push-public"
SERVICES = (
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "notify.windows.com",
    "push.apple.com",
    "push.samsung.com",
)
"""Hosts, and what is below them, that browsers let their pushes be sent to. Nothing else is called: an address that a
page sends us must not make us call whoever it names.
"""
LASTS = 12 * 3600  # seconds that a push service keeps what it cannot hand over: a lesson is one of its day
LONGEST = 160  # characters of a notification; a whole push has 4,096 bytes at most (RFC 8030)
PATIENCE = 10.0  # seconds for a push service to answer
GONE = {404, 410}  # the browser unsubscribed, or is no more (RFC 8030)


class Fate(StrEnum):
    """What became of a push to one browser."""

    ARRIVED = "arrived"
    GONE = "gone"  # for ever
    UNSENT = "unsent"  # it surely never left the service, now
    UNSURE = "unsure"


def new_keys() -> Mapping[str, str]:
    """A new pair of keys, as base64url: the private number, and the uncompressed public point."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - see above
    from py_vapid import Vapid02  # noqa: PLC0415
    from py_vapid.utils import b64urlencode  # noqa: PLC0415

    pair = Vapid02()
    pair.generate_keys()
    number = pair.private_key.private_numbers().private_value.to_bytes(32, "big")
    point = pair.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {PRIVATE: b64urlencode(number), PUBLIC: b64urlencode(point)}


def takes(endpoint: str, *, loopback: bool) -> bool:
    """Whether we push there: to a service that browsers use; to this machine itself only if the page is its own."""
    try:
        there = urlsplit(endpoint)
        host, _ = there.hostname or "", there.port
    except ValueError:
        return False
    known = any(host == service or host.endswith(f".{service}") for service in SERVICES)
    return (there.scheme == "https" and known and not there.username) or (
        loopback and host in {"127.0.0.1", "localhost"}
    )


class Push:
    """Sends to browsers. `subject` is where push services find us (RFC 8292)."""

    def __init__(self, keys: Mapping[str, str], say: Say, subject: str) -> None:
        self.public = keys[PUBLIC]
        self._private, self._say, self._subject = keys[PRIVATE], say, subject
        self._sessions: dict[str | None, ClientSession] = {}  # by the proxy they leave by

    async def send(self, browsers: Sequence[Subscription], message: Message) -> list[Fate]:
        """The message as a notification, to each of them."""
        title = self._say("web-title")
        body = " ".join(message.bubbles[0].split())
        body = body if len(body) <= LONGEST else f"{body[: LONGEST - 1]}…"
        data = msgspec.json.encode({"title": title, "body": body}).decode()
        return list(await asyncio.gather(*(self._one(browser, data) for browser in browsers)))

    async def close(self) -> None:
        for session in self._sessions.values():
            await session.close()

    async def _one(self, browser: Subscription, data: str) -> Fate:
        from pywebpush import WebPushException, webpush_async  # noqa: PLC0415 - see above

        keys = {"p256dh": browser.p256dh, "auth": browser.auth}
        try:
            await webpush_async(
                {"endpoint": browser.endpoint, "keys": keys},
                data,
                self._private,
                {"sub": self._subject},
                ttl=LASTS,
                headers={"Urgency": "high", "Topic": "lesson"},  # a newer one takes the place of one not handed over
                aiohttp_session=self._leaving(browser.endpoint),
            )
        except WebPushException as refused:
            return _refused(refused.status_code)
        except (ClientConnectorError, ClientHttpProxyError):
            return Fate.UNSENT
        except (ClientError, TimeoutError):
            return Fate.UNSURE
        except Exception as fault:  # noqa: BLE001 - whatever keeps it from being made, it is no subscription
            log.error("a push could not be made: %s", type(fault).__name__)  # noqa: TRY400 - it would tell addresses
            return Fate.GONE
        return Fate.ARRIVED

    def _leaving(self, endpoint: str) -> ClientSession:
        proxy = proxy_to(endpoint)
        if proxy not in self._sessions:
            self._sessions[proxy] = ClientSession(proxy=proxy, timeout=ClientTimeout(PATIENCE))
        return self._sessions[proxy]


def _refused(status: int | None) -> Fate:
    """What an answer of a push service means."""
    if status in GONE:
        return Fate.GONE
    log.warning("a push service refused a push: status %s", status)
    return Fate.UNSENT
