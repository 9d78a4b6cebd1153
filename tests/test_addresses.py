"""Where the page is opened: what is printed for this machine and for a phone, and whom it opens for."""

import asyncio
import io
import re
import socket
from pathlib import Path

import aiohttp
import pytest
import segno

from bot.operator import addresses
from tests.conftest import PATIENCE
from tests.test_house import ADDRESS, ROOT, start


@pytest.mark.parametrize(
    ("host", "here", "phone"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/", ""),
        ("localhost", "http://localhost:80/", ""),
        ("::1", "http://[::1]:80/", ""),
        ("0.0.0.0", "http://127.0.0.1:80/", "http://192.168.0.7:80/"),  # noqa: S104 - what an operator may set
        ("::", "http://127.0.0.1:80/", "http://192.168.0.7:80/"),
        ("192.168.0.9", "http://192.168.0.9:80/", "http://192.168.0.9:80/"),
        ("house.local", "http://house.local:80/", "http://house.local:80/"),
    ],
)
def test_each_host_has_its_addresses(monkeypatch: pytest.MonkeyPatch, host: str, here: str, phone: str) -> None:
    """A phone is told one only where it can reach it."""
    monkeypatch.setattr(addresses, "_facing_the_network", lambda: "192.168.0.7")
    assert (addresses.on_this_machine(host, 80), addresses.on_a_phone(host, 80)) == (here, phone)


def test_without_a_network_a_phone_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    assert addresses.on_a_phone("::", 80) == ""


def modules(drawn: str) -> list[list[int]]:
    """Dark modules of a code made of half blocks: a light one is drawn, since terminals are dark."""
    halves = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}
    rows = [[halves[sign] for sign in line] for line in drawn.splitlines()]
    return [[pair[half] for pair in row] for row in rows for half in (0, 1)]


def test_the_code_says_the_address() -> None:
    """Module by module what the library makes of it, with light around it; in colours where a terminal has them."""
    code = segno.make("http://192.168.0.7:8080/", error="m", micro=False)
    wanted = [[int(one) for one in row] for row in code.matrix_iter(border=2)]
    plain = addresses.qr("http://192.168.0.7:8080/", coloured=False)
    assert modules(plain)[: len(wanted)] == wanted
    coloured = addresses.qr("http://192.168.0.7:8080/", coloured=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert io.StringIO(coloured).readline().startswith("\x1b[97;40m")


async def test_many_cookies_of_other_apps_do_not_keep_it_from_opening(tmp_path: Path) -> None:
    """As many as a browser keeps of this machine; ours is found among them."""
    process = await start(ROOT, DATABASE_URL=f"sqlite:///{tmp_path}/cookies.sqlite3", PORT="0")
    try:
        assert process.stdout
        found = ADDRESS.search((await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode())
        assert found
        others = [f"app-{n}={'x' * 4000}" for n in range(150)]
        async with aiohttp.ClientSession() as http, http.get(found[0]) as page:
            mine = page.cookies["my-own-work"].value
        cookies = "; ".join([*others[:75], 'odd={"a": [1, 2]}', f"my-own-work={mine}", *others[75:]])
        port = int(found[0].rstrip("/").rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n".encode())
        answer = (await asyncio.wait_for(reader.read(), PATIENCE)).decode()
        writer.close()
        assert answer.startswith("HTTP/1.1 200")
        assert f"my-own-work={mine};" in answer
    finally:
        process.terminate()
        await process.communicate()
