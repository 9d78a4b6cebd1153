"""A learner's browser: the page itself on a port, talked to as its script does, and left there to be looked at."""

import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp

from docs.pictures.scenes import READS, House, Json, Shot, answer, first_day, strings, tap, welcomed
from tests.channels.test_dialogue_web import serving


class Web:
    """The page's own requests, and all that came back."""

    def __init__(self, http: aiohttp.ClientSession, url: str, home: House) -> None:
        self._http, self._url, self._home = http, url, home
        self._screen: Json = {}
        self.said: list[object] = []

    async def opens(self) -> None:
        """Loads the page, which then asks for what is on its screen."""
        async with self._http.get(self._url) as page:
            self.said.append(await page.text())
        await self._sees(self._http.get(f"{self._url}/chat"))

    @property
    def buttons(self) -> Sequence[tuple[str, str]]:
        """Those on the screen."""
        return [(button["label"], button["command"]) for button in self._screen["buttons"]]

    async def says(self, words: str) -> None:
        """Types, and sees what comes."""
        await self._posts({"words": words})

    async def taps(self, label: str, command: str) -> None:
        """Taps a button."""
        await self._posts({"words": command, "label": label, "tapped": True})

    async def _posts(self, said: Json) -> None:
        self._home.clock.forward(seconds=READS)
        await self._sees(self._http.post(f"{self._url}/chat", json={"key": uuid.uuid4().hex, **said}))

    async def _sees(self, asked: "aiohttp.client._RequestContextManager") -> None:
        async with asked as got:
            assert got.status == 200, await got.text()
            self._screen = await got.json()
        self.said.append(self._screen)

    def shot(self, name: str) -> Shot:
        """What the page shows now."""
        cookies = {one.key: one.value for one in self._http.cookie_jar}
        return Shot(name, strings(self.said), url=self._url, cookies=cookies, now=self._home.clock())


async def shots(home: House) -> AsyncIterator[Shot]:
    """A question answered wrong, and the end of the first day."""
    async with serving(home.desk, home.database, home.clock, home.say) as server:
        async with visiting(server.url, home) as phone:
            await tap(phone, "/today")
            await tap(phone, "/ask")
            await answer(phone, home, right=False)
            yield phone.shot("page-quiz")
        async with visiting(server.url, home) as phone:
            await first_day(phone, home)
            yield phone.shot("page-line")


@asynccontextmanager
async def visiting(url: str, home: House) -> AsyncIterator[Web]:
    """Somebody new in front of the page, who has been welcomed."""
    jar = aiohttp.CookieJar(unsafe=True)  # of an address in numbers
    async with aiohttp.ClientSession(cookie_jar=jar) as http:
        phone = Web(http, url, home)
        await phone.opens()
        await welcomed(phone)
        yield phone
