"""A push service on this machine, and browsers that subscribe to it: decrypts and checks whatever it is sent."""

import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import http_ece
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from bot.message import Subscription

AUTH = b"0123456789abcdef"


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class PushService:
    """Keeps what came, by the last part of its address; answers with the status it is told to."""

    url: str = ""
    status: int = 201
    came: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def browser(self, name: str = "phone") -> Subscription:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return Subscription(f"{self.url}/{name}", base64url(point), base64url(AUTH))

    async def take(self, request: web.Request) -> web.Response:
        assert Vapid02.verify(request.headers["Authorization"])
        told = http_ece.decrypt(await request.read(), private_key=self.private, auth_secret=AUTH, version="aes128gcm")
        if self.status < 300:
            self.came.append((request.match_info["name"], json.loads(told)))
            self.headers.append(request.headers)
        return web.Response(status=self.status)


@asynccontextmanager
async def push_service() -> AsyncIterator[PushService]:
    service, app = PushService(), web.Application()
    app.router.add_post("/{name}", service.take)
    async with TestServer(app, host="127.0.0.1") as server:
        service.url = str(server.make_url("")).rstrip("/")
        yield service
