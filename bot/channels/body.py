"""The body of a request, read up to a limit: what is larger is refused before it is held in memory."""

import asyncio

from aiohttp import web

WITHIN = 10.0  # seconds for all of it: our own pages and messengers need a small part of one


class TooLarge(Exception):
    """The body has more bytes than are read."""


class BrokenOff(Exception):
    """The body ended before its end, came too slowly, or is not packed as its headers say."""


async def read_body(request: web.Request, most: int) -> bytes:
    """All of it. Raises TooLarge beyond `most` bytes, and BrokenOff."""
    body = bytearray()
    try:
        async with asyncio.timeout(WITHIN):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > most:
                    raise TooLarge
    except (web.RequestPayloadError, ConnectionError, TimeoutError):
        raise BrokenOff from None
    return bytes(body)
