"""The open pages of every learner, and what is written to them as it comes (server-sent events)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

MOST_PAGES = 5  # live pages of one learner: a browser keeps six connections to a host, and words need one
MOST_WAITING = 8  # pushes kept for a page that reads slowly; the newest is what counts
HEARTBEAT = 10.0  # seconds; how long a page that went away may stay unnoticed
WRITE_WITHIN = 10.0  # seconds; a page that takes longer is let go and reads /chat when it returns
LEFT = b"event: left\ndata:\n\n"  # their learner is no more, and a look would greet a new one
LOOK = b"event: look\ndata:\n\n"  # another page of theirs has moved on


@dataclass(slots=True)
class Pages:
    """The open pages of every learner, each a short queue of what is still to be written to it; None ends it."""

    waiting: dict[str, set[asyncio.Queue[bytes | None]]] = field(default_factory=dict)
    closed: bool = False

    def count(self, learner: str) -> int:
        return len(self.waiting.get(learner, ()))

    def full(self, learner: str) -> bool:
        return self.count(learner) >= MOST_PAGES

    @contextmanager
    def open(self, learner: str) -> Iterator[asyncio.Queue[bytes | None]]:
        page: asyncio.Queue[bytes | None] = asyncio.Queue(MOST_WAITING)
        pages = self.waiting.setdefault(learner, set())
        pages.add(page)
        if self.closed:
            _put(page, None)
        try:
            yield page
        finally:
            pages.discard(page)
            if not pages:
                del self.waiting[learner]

    def push(self, learner: str, event: bytes) -> None:
        for page in self.waiting.get(learner, ()):
            _put(page, event)

    def close(self) -> None:
        self.closed = True
        for pages in self.waiting.values():
            for page in pages:
                _put(page, None)


def _put(page: asyncio.Queue[bytes | None], event: bytes | None) -> None:
    """Never waits: a page that reads too slowly loses its oldest push, which a newer one has replaced anyway."""
    if page.full():
        page.get_nowait()
    page.put_nowait(event)


async def pour(stream: web.StreamResponse, waiting: asyncio.Queue[bytes | None]) -> None:
    """Write pushes as they come and a sign of life between them. Raises when the page is gone or stuck."""
    event: bytes | None = b"retry: 2000\n\n"
    while event is not None:
        async with asyncio.timeout(WRITE_WITHIN):
            await stream.write(event)
        try:
            event = await asyncio.wait_for(waiting.get(), HEARTBEAT)
        except TimeoutError:
            event = b":\n\n"
