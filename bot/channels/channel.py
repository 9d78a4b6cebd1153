"""What a channel is given, and what it gives: all that the rest of the code knows of one. No channel knows another."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import msgspec
from aiohttp import web

from bot.message import Address, Appearance, Bubble, File, Message, Respond, Say, Send, Subscription

__all__ = [
    "Appearance",
    "Channel",
    "ChannelContext",
    "Files",
    "Opened",
    "PageMemory",
    "RateLimiter",
    "Respond",
    "Settings",
    "always",
]

T = TypeVar("T", bound=msgspec.Struct)


class Settings(Protocol):
    """What the operator decided, checked already."""

    def of(self, kind: type[T]) -> T:
        """The settings that a class declares; its defaults where nothing was decided."""


class RateLimiter(Protocol):
    """Hands out moments to send at, one interval apart. Shared ones let several processes keep one rate."""

    async def take(self, count: int) -> float:
        """Reserve so many in a row; the seconds until the first. May raise Away."""

    async def hold(self, seconds: float) -> None:
        """Give none for so long from now. May raise Away."""


class Files(Protocol):
    """Makes the files that messages name, and links that lead to them. Each may raise Away."""

    async def file(self, address: Address, name: str, key: str = "") -> File | None:
        """The file for whoever is reached at an address; None for a stranger. What was asked for with the same key
        before raises Repeated.
        """

    async def link(self, address: Address, name: str) -> str:
        """An address that gives the file once, for ten minutes; "" where none can be given."""

    async def picture(self, address: Address, name: str) -> str:
        """The address of a picture that a chat shows, for a week; "" where none can be given."""

    async def shown(self, token: str) -> File | None:
        """The picture at such an address."""

    async def leads_to(self, token: str) -> str:
        """The name of the file that a link would give now, or ""."""

    async def fetch(self, token: str, form: str = "") -> File | None:
        """The file that a link gives, or the same in another form; from then on the link gives nothing."""

    @property
    def public(self) -> bool:
        """Whether addresses of ours lead here from outside, so that calendars can be subscribed to."""

    async def subscribe(self, address: Address) -> str:
        """The secret address of the calendar of whoever is reached there; any older one leads nowhere from then on. ""
        where none can be given.
        """

    async def subscribe_by(self, token: str) -> str:
        """The same for whoever has a link, which gives nothing from then on."""

    async def calendar(self, token: str) -> File | None:
        """The calendar at a secret address; None where it leads nowhere. Raises Busy while too many look at it."""


class PageMemory(Protocol):
    """What a page that shows its own history is remembered by. Each may raise Away."""

    async def keep(self, address: Address, said: str, message: Message) -> Mapping[str, object]:
        """Keep what was said and the message that was shown; what stands beside the conversation by now, by names,
        and under "last" the number of the last bubble.
        """

    async def after(self, address: Address, last: int) -> Sequence[Bubble]:
        """The learner's bubbles after the one with that number, in their order."""

    async def whose(self, cookie: str) -> Address | None:
        """The learner who is known by a cookie; None where it is none that we made."""

    def newcomer(self) -> Address:
        """Somebody new: the id is their cookie, which nobody else can make."""

    async def subscribe(self, address: Address, subscription: Subscription) -> bool:
        """Reach a learner in one more browser; False for a stranger."""

    async def unsubscribe(self, endpoint: str) -> None:
        """Reach nobody there any more."""

    async def reached(self, address: Address) -> tuple[Sequence[str], Sequence[Subscription]]:
        """The ids of all pages of the learner, and the browsers that reach them."""

    async def keys(self, *names: str, make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
        """Keys of ours by their names; made when there are none yet, and kept for ever."""


@dataclass(frozen=True, slots=True)
class ChannelContext:
    """What a channel opens in. `app` is not set up yet; `menu` is (command, Korean help line)."""

    app: web.Application
    settings: Settings
    respond: Respond
    say: Say
    menu: Sequence[tuple[str, str]]
    page_shown_at: Callable[[str], bool]  # whether the web page may be shown under a host name
    bulk_rate: float  # pushes a second
    reachable: Callable[[Address, bool], Awaitable[None]]  # tells whether messages arrive at an address
    limiter: Callable[[str], RateLimiter]  # the shared one of a channel
    paid_for: Callable[[str], Awaitable[int]]  # messages of a channel that cost money this month, or may have
    files: Files
    pages: PageMemory
    public_url: str = ""  # where the server is reached from outside, if it is
    notice: Sequence[str] = ()  # the sections of the privacy notice


@dataclass(frozen=True, slots=True)
class Opened:
    """An open channel: how to speak first on it, and "ok" or in English why it does not work just now."""

    send: Send | None = None
    state: Callable[[], str] | None = None


TOKEN = ("none", "known", "refused", "away")
"""What a messenger says of the token that opens it: there is none, it is known, it is not, nobody answers."""


async def needs_none(_: Settings) -> str:
    """For a channel that no token opens."""
    return TOKEN[0]


def always(_: Settings) -> bool:
    """For a channel that needs no setting."""
    return True


@dataclass(frozen=True, slots=True)
class Channel:
    """A messenger: the class that declares its settings, whether they open it, if it can speak first, its looks."""

    open: Callable[[ChannelContext], AbstractAsyncContextManager[Opened]]
    settings: type[msgspec.Struct] | None = None
    wanted: Callable[[Settings], bool] = always
    speaks_first: Callable[[Settings], bool] = always
    appearance: Appearance = field(default_factory=Appearance)
    price: int = 0  # won that a message costs which nobody asked for
    token: Callable[[Settings], Awaitable[str]] = needs_none
    files_by_link: bool = False  # a file is handed over as a link, which needs the address of our server
