"""The doors of the server, over real sockets: slow and odd requests, who reads the numbers, how many one may send."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.channels import body
from bot.operator import server
from bot.operator.addresses import networks
from bot.operator.metrics import Metrics
from bot.operator.routes import add_operator_page, add_operator_routes
from bot.operator.server import listen
from bot.operator.sources import BURST, MOST_SOURCES, NEW_BURST, NEW_RATE, RATE, Sources, guard
from tests.conftest import PATIENCE

WORDS = "남몰래"


async def well() -> str:
    return ""


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[int]:
    """The port of an app behind our own server."""
    async with AsyncExitStack() as stack:
        yield await listen(stack, app, "127.0.0.1", 0)


async def sent(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """All that is answered to bytes that come in pieces."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await asyncio.sleep(pause)
    answer = await asyncio.wait_for(reader.read(), PATIENCE)
    writer.close()
    return answer


async def echoed(request: web.Request) -> web.Response:
    try:
        return web.Response(body=await body.read_body(request, 1000))
    except body.BrokenOff:
        return web.Response(status=400)


@pytest.mark.parametrize("first", [b"", b"POST / HT", b"POST / HTTP/1.1\r\nHost: x\r\n"])
async def test_a_head_that_does_not_come_is_cut(first: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer: it was no request yet."""
    monkeypatch.setattr(server, "WHOLE_HEAD", 0.1)
    async with serving(web.Application()) as port:
        assert await sent(port, first) == b""


async def test_a_head_that_drips_is_cut_on_a_connection_that_was_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seconds count anew from the first byte of each head, and no connection is cut that waits with none begun."""
    app = web.Application()
    app.router.add_post("/", echoed)
    whole = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"
    async with serving(app) as port:
        monkeypatch.setattr(server, "WHOLE_HEAD", 0.3)
        answer = await sent(port, whole, whole, b"POST / HT", b"TP/1.1\r\nHo", b"st: x\r\n", pause=0.2)
    assert answer.count(b" 200 OK") == 2


async def test_a_body_that_does_not_come_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an answer, and soon after it the connection."""
    monkeypatch.setattr(body, "WITHIN", 0.1)
    monkeypatch.setattr(server, "REST", 0.1)
    app = web.Application()
    app.router.add_post("/", echoed)
    async with serving(app) as port:
        answer = await sent(port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nhi")
    assert answer.startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("slow", [b"G@T / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nno header\r\n\r\n"])
async def test_what_is_no_request_is_not_repeated(slow: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Neither to whoever sent it nor in the log; and a fault of ours is told by its kind."""
    async with serving(web.Application()) as port:
        answer = await sent(port, slow)
    assert answer.startswith(b"HTTP/1.0 400")
    assert answer.endswith(b"\r\n\r\nBad Request")
    assert "no header" not in caplog.text


async def test_a_fault_of_ours_is_told_by_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_: web.Request) -> web.Response:
        raise LookupError(WORDS)

    app = web.Application()
    app.router.add_get("/", broken)
    async with serving(app) as port:
        assert (await sent(port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startswith(b"HTTP/1.1 500")
    assert "LookupError" in caplog.text
    assert WORDS not in caplog.text


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("", {}, 200),
        ("", {"X-Forwarded-For": "203.0.113.9"}, 403),
        ("", {"Forwarded": "for=203.0.113.9"}, 403),
        ("", {"X-Real-IP": "203.0.113.9"}, 403),
        ("", {"Via": "1.1 Caddy"}, 403),
        ("", {"CF-Connecting-IP": "203.0.113.9"}, 403),
        ("", {"True-Client-IP": "203.0.113.9"}, 403),
        ("", {"X-Cluster-Client-Ip": "203.0.113.9"}, 403),
        ("", {"X-Forwarded-Port": "443"}, 403),
        ("", {"X-Original-Forwarded-For": "203.0.113.9"}, 403),
        ("", {"Host": "bot.example"}, 403),
        ("t0ken", {}, 401),
        ("t0ken", {"Authorization": "Bearer no"}, 401),
        ("t0ken", {"Authorization": "Bearer 토큰"}, 401),
        ("t0ken", {"Authorization": "Bearer t0ken", "X-Forwarded-For": "203.0.113.9"}, 200),
    ],
)
async def test_who_reads_the_numbers(token: str, headers: dict[str, str], status: int) -> None:
    """Whoever has the token; without one somebody at this machine, and nobody whom a proxy of it lets through."""
    async with (
        serving(_numbers(token)) as port,
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{port}/metrics", headers=headers) as got,
    ):
        assert got.status == status


async def test_a_proxy_that_tells_nothing_reads_no_numbers() -> None:
    """One that names neither whom it asks for nor where they asked speaks the older HTTP, as nginx does by itself."""
    async with serving(_numbers("")) as port:
        for version, status in ((b"1.0", b"403"), (b"1.1", b"200")):
            raw = b"GET /metrics HTTP/%s\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n" % version
            assert (await sent(port, raw)).split()[1] == status


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"does=answer", 200),
        ("application/x-www-form-urlencoded; charset=bogus", b"does=answer", 400),
        ("application/x-www-form-urlencoded; charset=utf-16", b"does=a\xff", 400),
        ("multipart/form-data", b"zzz", 415),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=does\r\n\r\na\r\n--x--", 415),
        ("text/plain", b"does=answer", 415),
        ("application/x-www-form-urlencoded", b"does=" + b"a" * 2_000_000, 413),
    ],
)
async def test_what_is_no_form_of_the_operators_page(kind: str, body: bytes, status: int) -> None:
    """It is refused before it is looked at, and is no fault of ours."""
    app, asked = web.Application(), []

    async def page(*of: object) -> str:
        asked.append(of)
        return "page"

    add_operator_page(app, page, page)
    async with serving(app) as port, aiohttp.ClientSession() as http:
        there = f"http://127.0.0.1:{port}/operator/{'A' * 22}"
        async with http.post(there, data=io.BytesIO(body), headers={"Content-Type": kind}) as got:
            assert got.status == status
    assert bool(asked) == (status == 200)


async def test_odd_bytes_are_no_token() -> None:
    """They were a fault of ours once."""
    raw = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \xff\xfe\r\nConnection: close\r\n\r\n"
    async with serving(_numbers("t0ken")) as port:
        assert (await sent(port, raw)).startswith(b"HTTP/1.1 401")


def _numbers(token: str) -> web.Application:
    app = web.Application()
    add_operator_routes(app, well, {}, Metrics(), token)
    return app


class Transport:
    """A connection from somewhere."""

    def __init__(self, peer: str) -> None:
        self.peer = peer

    def get_extra_info(self, name: str, default: object = None) -> object:
        return (self.peer, 1) if name == "peername" else default


@pytest.mark.parametrize(
    ("peer", "forwarded", "source"),
    [
        ("127.0.0.1", "", ""),
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),  # the left one is what they say of themselves
        ("127.0.0.1", "203.0.113.9, 10.1.2.3", "203.0.113.9"),  # another proxy of ours
        ("203.0.113.9", "1.1.1.1", "203.0.113.9"),  # no proxy of ours: it is not believed
        ("127.0.0.1", "nonsense", "nonsense"),
        ("2001:db8:1:2:3::4", "", "2001:db8:1:2::/64"),
        ("::1", "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("127.0.0.1", "203.0.113.9:51234", "203.0.113.9"),  # some proxies name the port: each connection has its own
        ("127.0.0.1", "[2001:db8:1:2::9]:51234", "2001:db8:1:2::/64"),
        ("127.0.0.1", "[2001:db8:1:2::9]", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),  # on a socket of both kinds; else all of IPv4 were one place
        ("::ffff:127.0.0.1", "", ""),
        ("::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 10.1.2.3:4711", "203.0.113.9"),
    ],
)
def test_where_a_request_comes_from(peer: str, forwarded: str, source: str) -> None:
    """Only a trusted proxy is believed, and only what the last of them has seen."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = make_mocked_request("GET", "/", headers=headers, transport=Transport(peer))
    assert Sources(networks("127.0.0.1, ::1, 10.0.0.0/8")).of(request) == source


class Ticks:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_how_many_one_place_sends() -> None:
    """So many at once and then so many a second, of new people far fewer; another place has its own."""
    sources = Sources([], ticks := Ticks())
    assert sum(sources.let_in("a", None) for _ in range(1000)) == BURST
    assert sources.let_in("b", None)
    ticks.now += 10
    assert sum(sources.let_in("a", None) for _ in range(1000)) == 10 * RATE
    assert all(sources.let_in("", "") for _ in range(1000)), "this machine itself"


def test_how_many_new_people_come_from_one_place() -> None:
    """3,000 in 39 seconds were made once; whoever has come before comes on."""
    sources, made = Sources([], ticks := Ticks()), 0
    assert sources.let_in("a", "known")
    for n in range(3000):
        ticks.now += 39 / 3000 * 10
        made += sources.let_in("a", f"w{n}")
    assert made <= NEW_BURST + 390 * NEW_RATE
    assert sources.let_in("a", "known")
    assert not sources.let_in("a", "")


def test_sources_that_are_remembered_are_bounded() -> None:
    """A flood from everywhere does not fill the memory."""
    sources = Sources([], Ticks())
    for n in range(MOST_SOURCES + 500):
        sources.let_in(str(n), "x")
    assert len(sources._asked) == len(sources._new) == len(sources._known) == MOST_SOURCES  # noqa: SLF001 - its size


async def test_who_sends_too_much_reads_a_sentence() -> None:
    """At the page's own paths; what messengers ask for is left alone."""
    app = web.Application(middlewares=[guard(Sources(networks("127.0.0.1")), {"/"}, {"/"}, "c", "잠깐만요")])
    app.router.add_get("/", echoed)
    app.router.add_get("/else", echoed)
    there = {"X-Forwarded-For": "203.0.113.9"}
    async with serving(app) as port, aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http:
        statuses = [(await http.get("/", headers=there)).status for _ in range(int(NEW_BURST) + 5)]
        assert statuses.count(200) in {NEW_BURST, NEW_BURST + 1}
        async with http.get("/", headers=there) as got:
            assert (got.status, (await got.json())["sorry"]) == (429, "잠깐만요")
        assert (await http.get("/else", headers=there)).status == 200
        assert (await http.get("/")).status == 200
