"""Draws the pictures of README.md, and writes down the sentences on them: `make pictures`. It needs Chromium."""

import asyncio
import hashlib
import json
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader
from playwright.async_api import Browser, Page, async_playwright

from bot.__main__ import TAUGHT
from bot.course.load import load_course
from bot.learning.minutes import timed
from bot.texts import load_texts
from docs.pictures.palette import reduced
from docs.pictures.pictures import HERE, LIST, shots
from docs.pictures.scenes import Shot

WIDTH, HEIGHT, SHARP = 390, 844, 2  # pixels of CSS, and of the picture in one of them
SEOUL = ZoneInfo("Asia/Seoul")


def clock(at: datetime) -> str:
    """The time of a message, as Korean phones tell it."""
    local = at.astimezone(SEOUL)
    return f"{'오전' if local.hour < 12 else '오후'} {local.hour % 12 or 12}:{local:%M}"


TEMPLATES = Environment(autoescape=True, loader=FileSystemLoader(HERE))
TEMPLATES.globals["clock"] = clock
WHOLE = """() => {  // as on a phone the newest is in sight; of what is older only what is seen whole
  const main = document.querySelector("main"), log = document.querySelector("#log") ?? main;
  while (main.scrollHeight > main.clientHeight) log.firstElementChild.remove();
}"""
IN_SIGHT = (HERE / "in_sight.js").read_text(encoding="utf-8")


async def main() -> None:
    """Draw all of them anew."""
    listed, say = {}, load_texts()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        async for shot in shots(timed(load_course(TAUGHT), say), say):
            picture, sentences = await drawn(browser, shot)
            picture = reduced(picture)
            (HERE / f"{shot.name}.png").write_bytes(picture)
            listed[shot.name] = {"sha256": hashlib.sha256(picture).hexdigest(), "sentences": sentences}
        await browser.close()
    LIST.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


async def drawn(browser: Browser, shot: Shot) -> tuple[bytes, list[str]]:
    """The picture, and the sentences that can be read on it."""
    if shot.picture:
        return shot.picture, shot.said.splitlines()
    context = await browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARP, color_scheme="light",
        locale="ko-KR", timezone_id="Asia/Seoul", reduced_motion="reduce", has_touch=True, is_mobile=True,
    )  # fmt: skip
    page = await context.new_page()
    if shot.url:
        await opened(page, shot)
    else:
        await page.set_content(TEMPLATES.get_template(shot.template).render(shot.values))
    await page.evaluate(WHOLE)
    sentences = await page.evaluate(IN_SIGHT)
    picture = await page.screenshot()
    await context.close()
    return picture, sentences


async def opened(page: Page, shot: Shot) -> None:
    """The page with its history."""
    await page.context.add_cookies(
        [{"name": name, "value": value, "url": shot.url} for name, value in shot.cookies.items()]
    )
    await page.clock.set_fixed_time(shot.now)
    await page.goto(shot.url)
    await page.locator("#choices button").first.wait_for()


if __name__ == "__main__":
    asyncio.run(main())
