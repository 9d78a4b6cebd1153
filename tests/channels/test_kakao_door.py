"""Who and what is let in at the skill endpoint."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.kakao.skill import PATH, open_kakao
from tests.channels.kakao_requests import (
    HEADERS,
    SECRET,
    Ear,
    endpoint,
    skill_request,
)
from tests.language import SAY


@pytest.mark.parametrize("key", [None, "", "wrong", SECRET + "x", SECRET[:-1], "열려라 참깨", SECRET.upper()])
async def test_a_stranger_is_refused(key: str | None) -> None:
    ear = Ear()
    async with endpoint(ear) as post:
        for body in (skill_request("오늘"), b"{"):
            response = await post(body, {} if key is None else {"X-Skill-Key": key})
            assert (response.status, await response.json()) == (401, {"error": SAY("kakao-refused")})
    assert not ear.said


async def test_a_stranger_is_refused_before_the_body_is_read() -> None:
    app = web.Application()
    async with open_kakao(app, SECRET, Ear(), SAY), TestServer(app) as server, asyncio.timeout(10):
        reader, writer = await asyncio.open_connection(server.host, server.port)
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n"
        writer.write(head.encode())  # and the body never comes
        assert (await reader.readline()).startswith(b"HTTP/1.1 401")
        writer.close()


async def test_an_endpoint_without_a_secret_does_not_open() -> None:
    with pytest.raises(ValueError, match="KAKAO_SKILL_SECRET"):
        async with open_kakao(web.Application(), "", Ear(), SAY):
            raise AssertionError("it opened")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"{}", "application/x-www-form-urlencoded", 415),
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"words"', "application/json", 400),
        (b"null", "application/json", 400),
        (b"{\xff}", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"a":1e999,"b":' + b"9" * 5000 + b',"c":"\\ud83d"}', "application/json", 200),
        (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "application/json; charset=utf-8", 200),
        (b"{" + b" " * (256 * 1024 - 2) + b"}", "application/json", 200),
        (b"{" + b" " * (256 * 1024 - 1) + b"}", "application/json", 413),
    ],
)
async def test_only_a_json_object_of_a_sound_size_is_read(body: bytes, kind: str, status: int) -> None:
    async with endpoint(Ear()) as post:
        response = await post(body, kind=kind)
        assert response.status == status
        if status != 200:
            assert set(await response.json()) == {"error"}


async def test_a_body_that_hides_its_size_is_measured_too() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b" " * 1024

    async with endpoint(Ear()) as post:
        assert (await post(endless())).status == 413


async def test_a_body_that_is_not_packed_as_it_says_is_no_fault_of_ours() -> None:
    async with endpoint(Ear()) as post:
        response = await post(b"not gzip", {**HEADERS, "Content-Encoding": "gzip"})
        assert response.status == 400
