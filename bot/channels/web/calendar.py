"""The calendar on the web: a file, or the secret address of a subscription, which is shown once; and what is there."""

from urllib.parse import quote

from aiohttp import web

from bot.channels.channel import Files
from bot.channels.web.asked import known
from bot.channels.web.door import PRIVATE, Door, handed
from bot.message import Busy

FEED = "feed"  # what is posted for a subscription
NAME = "calendar"  # of the file
GOOGLE = "https://calendar.google.com/calendar/r?cid="  # adds what follows, as webcal:, on a computer
SLOW_DOWN = "60"  # seconds


class Calendars:
    """Where a learner gets their calendar, and where the programs of whoever has subscribed look."""

    def __init__(self, files: Files, door: Door) -> None:
        self._files, self._door = files, door

    async def page(self, request: web.Request) -> web.Response:
        """The ways to have it, for whoever has the page's cookie."""
        learner = known(request)
        there = learner and await self._files.file(learner, NAME)
        return self.door() if there else self._nobody()

    async def open(self, request: web.Request) -> web.Response:
        """The file, or the address of a subscription."""
        learner, form = known(request), (await request.post()).get("form")
        if learner and form == FEED:
            return self.subscribed(await self._files.subscribe(learner), "plan-page-nobody")
        file = await self._files.file(learner, NAME) if learner else None
        return handed(file) if file else self._nobody()

    async def feed(self, request: web.Request) -> web.Response:
        """The calendar as it is now. One taken back is answered as one that never was."""
        try:
            file = await self._files.calendar(request.match_info["token"])
        except Busy:
            return web.Response(status=429, headers={**PRIVATE, "Retry-After": SLOW_DOWN})
        return handed(file) if file else web.Response(status=404, headers=PRIVATE)

    def door(self, *told: str) -> web.Response:
        """What stands before it."""
        say, public = self._door.say, self._files.public
        file, feed = ("calendar-save", ""), ("calendar-subscribe", FEED)
        if not public:
            return self._door.shown("calendar-door-title", [say("calendar-door-file"), *told], buttons=[file])
        texts = [say("calendar-door"), say("calendar-door-anew"), *told]
        return self._door.shown("calendar-door-title", texts, buttons=[feed, file])

    def subscribed(self, address: str, otherwise: str) -> web.Response:
        """The address of a subscription, and the ways into the programs that know it; or why there is none."""
        if not address:
            return self._door.closed(otherwise)
        here = "webcal://" + address.partition("://")[2]
        links = [("calendar-feed-here", here), ("calendar-feed-google", GOOGLE + quote(here, safe=""))]
        return self._door.shown("calendar-door-title", [self._door.say("calendar-feed")], links=links, address=address)

    def _nobody(self) -> web.Response:
        return self._door.closed("plan-page-nobody", home=True)
