"""Wires the house and keeps it running. The only reader of the environment."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from aiohttp import web
from dotenv import dotenv_values

from bot.channels.kakao import open_kakao
from bot.channels.operator import add_operator_routes, page_stays_home
from bot.channels.web import open_web
from bot.conversation import Conversation
from bot.courses import BrokenCourse, load_course
from bot.delivery import Delivery
from bot.korean.holidays import Holidays, korean_holidays
from bot.lessons import Course
from bot.message import Address, Send
from bot.metrics import Metrics
from bot.settings import BadSetting, Settings, read_settings
from bot.store import Database
from bot.texts import LOCALES, Texts, load_texts
from handlers import COMMANDS

log = logging.getLogger(__name__)

PATIENCE = 10.0  # seconds that requests under way get when we are told to stop


def main() -> int:
    """Start, and serve until told to stop. The exit status is 2 when a setting or a lesson file has to be mended."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    say = load_texts()
    try:
        settings = read_settings(os.environ, dotenv_values(".env"))
        course = load_course(LOCALES / "ko" / "courses" / "own-work")
    except BadSetting as bad:
        hint = say(f"setting-{bad.name}") if bad.key == "setting-malformed" else ""
        return _refuse(say(bad.key, name=bad.name, meant=bad.meant or "none", hint=hint))
    except BrokenCourse as broken:
        faults = ((f"{path}:{fault.line}", say(fault.key, **dict(fault.values))) for path, fault in broken.faults)
        return _refuse(*(f"{where}: {mend}" for where, mend in faults))
    asyncio.run(serve(settings, course, say))
    return 0


async def serve(settings: Settings, course: Course, say: Texts) -> None:
    """Open every channel whose secret is set, and run until SIGTERM or SIGINT."""
    stop = _told_to_stop()
    metrics, database = Metrics(), Database(settings.database_url)
    async with contextlib.AsyncExitStack() as house:
        house.push_async_callback(database.close)
        await database.migrate()
        holidays = _holidays()
        pushing = frozenset({"web", "telegram"} if settings.telegram_token else {"web"})
        conversation = Conversation(database, course, say, COMMANDS, now, metrics, holidays, pushing)
        app = web.Application(middlewares=[page_stays_home(settings.host)])
        sends, states = await _open_channels(house, app, settings, conversation, database, say)
        add_operator_routes(app, database.answers, states, metrics.text, settings.metrics_token)
        address = await _listen(house, app, settings)
        delivery = asyncio.create_task(Delivery(database, conversation, sends, now, metrics, holidays).run())
        house.push_async_callback(_end, delivery)
        print(say("serving", address=address), flush=True)  # noqa: T201 - the line a newcomer looks for
        await stop.wait()


async def _open_channels(
    house: contextlib.AsyncExitStack,
    app: web.Application,
    settings: Settings,
    conversation: Conversation,
    database: Database,
    say: Texts,
) -> tuple[dict[str, Send], dict[str, Callable[[], str]]]:
    """How to send on each channel that can speak first, and how each channel that can fail is doing."""
    respond = conversation.respond
    sends = {"web": await house.enter_async_context(open_web(app, respond, say))}
    if settings.kakao_skill_secret:
        await house.enter_async_context(open_kakao(app, settings.kakao_skill_secret, respond, say))
    if not settings.telegram_token:
        return sends, {}
    from bot.channels.telegram import open_telegram  # noqa: PLC0415 - the slowest import of all, for those who use it

    menu = [(name, say(f"help-{name}")) for name in COMMANDS if f"help-{name}" in say.keys]
    telegram = await house.enter_async_context(
        open_telegram(
            settings.telegram_token, respond, say, menu,
            api_url=settings.telegram_api_url, on_reachable=partial(_reachable, database),
        )
    )  # fmt: skip
    return sends | {"telegram": telegram.send}, {"telegram": telegram.state}


def now() -> datetime:
    """The only clock of the house, in UTC."""
    return datetime.now(UTC)


def _holidays() -> Holidays:
    """The public holidays of this year and the two after it, with those the operator has added."""
    extra = tomllib.loads((LOCALES / "ko" / "holidays.toml").read_text(encoding="utf-8"))
    holidays = korean_holidays(
        range(now().year, now().year + 3), {date.fromisoformat(day): extra[day] for day in extra}
    )
    if year := holidays.missing(now().date()):
        log.warning("the holidays of %d are missing; update the holidays package and restart", year)
    return holidays


async def _reachable(database: Database, address: Address, reachable: bool) -> None:  # noqa: FBT001 - as Telegram says it
    async with database.transaction() as store:
        await store.learners.reachable(address, reachable=reachable)


async def _listen(house: contextlib.AsyncExitStack, app: web.Application, settings: Settings) -> str:
    """Listen, and tell the address to open; PORT 0 takes a free one."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    house.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, settings.host, settings.port).start()
    return f"http://{settings.host}:{runner.addresses[0][1]}/"


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    return stop


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _refuse(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)  # noqa: T201 - what an operator or author has to mend
    return 2


if __name__ == "__main__":
    sys.exit(main())
