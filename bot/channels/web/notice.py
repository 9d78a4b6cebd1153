"""개인정보 처리 안내 as a page, for everybody: who has said nothing yet, and whoever was given its address."""

from collections.abc import Sequence
from pathlib import Path

from aiohttp import web
from jinja2 import StrictUndefined, Template

from bot.channels.web.door import as_page
from bot.message import Say, plain


def add_notice(app: web.Application, say: Say, sections: Sequence[str]) -> None:
    """Add /privacy to an app that does not run yet. Each section begins with its title, and has a line for each item
    or paragraph.
    """
    source = Path(__file__).with_name("notice.html").read_text("utf-8")
    page = Template(source, autoescape=True, undefined=StrictUndefined)
    parted = [(title, [line for line in lines if line]) for title, *lines in map(_lines, sections)]
    drawn = page.render(title=say("privacy-title"), whose=say("web-title"), sections=parted).encode()

    async def shown(_: web.Request) -> web.Response:
        return as_page(drawn)

    app.router.add_get("/privacy", shown)


def _lines(section: str) -> Sequence[str]:
    return plain(section).split("\n")
