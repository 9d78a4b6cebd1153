"""The body of a request, read up to a limit: what is larger is refused before it is held in memory."""

from aiohttp import web


class TooLarge(Exception):
    """The body has more bytes than are read."""


class BrokenOff(Exception):
    """The body ended before its end, or is not packed as its headers say."""


async def read_body(request: web.Request, most: int) -> bytes:
    """All of it. Raises TooLarge beyond `most` bytes, and BrokenOff."""
    body = bytearray()
    try:
        async for chunk in request.content.iter_any():
            body += chunk
            if len(body) > most:
                raise TooLarge
    except (web.RequestPayloadError, ConnectionError):
        raise BrokenOff from None
    return bytes(body)
