"""The plan on the web, and all that is held: for whoever has the page's cookie, or once for whoever has a link."""

from collections.abc import Callable

from aiohttp import web

from bot.channels.channel import Files
from bot.channels.web.asked import known, only
from bot.channels.web.calendar import FEED, Calendars
from bot.channels.web.door import BUTTONS, IN_A_CHAT, OF_A_LINK, TITLES, Door, handed
from bot.message import Say

FORMS = "html|pdf|png|md|txt"
HELD = "mine.json"  # everything that is held about a learner
MINE = "mine"  # said with the name of a page that its own learner sees: it has links of its own
LONGEST_WORDS = 40  # characters that may follow a file's name


def add_plan_routes(
    app: web.Application, files: Files, say: Say, shown_at: Callable[[str], bool] = lambda _: True
) -> None:
    """Add /plan, its files, the calendar, and the links to them, to an app that does not run yet. `shown_at` says under
    which host names a learner's own page may be shown; a link leads to wherever it was made for.
    """
    door = Door(say)
    calendars = Calendars(files, door)
    plan = _Plan(files, door, calendars)
    app.add_routes(
        [
            web.get("/plan", only(shown_at, plan.page)),
            web.get(f"/plan.{{form:{FORMS}}}", only(shown_at, plan.file)),
            web.get(f"/{HELD}", only(shown_at, plan.held)),
            web.get(f"/plan/{{token:{OF_A_LINK}}}", plan.door, allow_head=False),
            web.get(f"/plan/{{token:{OF_A_LINK}}}.png", plan.picture),
            web.post(f"/plan/{{token:{OF_A_LINK}}}", plan.open),
            web.get("/calendar", only(shown_at, calendars.page), allow_head=False),
            web.post("/calendar", only(shown_at, calendars.open)),
            web.get(f"/calendar/{{token:{OF_A_LINK}}}.ics", calendars.feed),
        ]
    )


class _Plan:
    def __init__(self, files: Files, door: Door, calendars: Calendars) -> None:
        self._files, self._door, self._calendars = files, door, calendars

    async def page(self, request: web.Request) -> web.Response:
        """A learner's own plan."""
        return await self._own(request, f"plan.html {MINE}")

    async def file(self, request: web.Request) -> web.Response:
        """The same as a file."""
        words = request.query.get("with", "")[:LONGEST_WORDS]
        return await self._own(request, f"plan.{request.match_info['form']} {words}".rstrip())

    async def held(self, request: web.Request) -> web.Response:
        """Everything that is held about a learner, for themselves."""
        return await self._own(request, HELD)

    async def door(self, request: web.Request) -> web.Response:
        """What a link shows first: opening it takes a tap, so that whoever only looks what it is does not use it up."""
        name = await self._files.leads_to(request.match_info["token"])
        if not name:
            return self._door.closed("plan-link-over")
        form = name.partition(" ")[0].rpartition(".")[2]
        once = self._door.say("plan-link-once")
        if form not in BUTTONS:
            return self._calendars.door(once)
        return self._door.shown(TITLES.get(form, "document-title"), [once], buttons=BUTTONS[form])

    async def open(self, request: web.Request) -> web.Response:
        """The file, or the page, or the address of a subscription; and the link works no more."""
        token, form = request.match_info["token"], (await request.post()).get("form")
        if form == FEED:
            return self._calendars.subscribed(await self._files.subscribe_by(token), "plan-link-over")
        file = await self._files.fetch(token, "html" if form == "html" else "")
        return handed(file) if file else self._door.closed("plan-link-over")

    async def picture(self, request: web.Request) -> web.Response:
        """What a chat shows by its address: looked at as often as somebody scrolls there."""
        file = await self._files.shown(request.match_info["token"])
        return handed(file, IN_A_CHAT) if file else self._door.closed("plan-link-over")

    async def _own(self, request: web.Request, name: str) -> web.Response:
        learner = known(request)
        file = await self._files.file(learner, name) if learner else None
        return handed(file) if file else self._door.closed("plan-page-nobody", home=True)
