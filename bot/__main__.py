"""Wires the house and keeps it running. The only reader of the environment."""

import asyncio
import contextlib
import io
import logging
import os
import signal
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web
from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.channels import CHANNELS
from bot.channels.channel import Appearance, ChannelContext, Opened, Respond
from bot.channels.web.asked import COOKIE, PAGES, TURNS
from bot.conversation import Conversation, Language, load_language
from bot.course.load import BrokenCourse, NoSuchCourse, load_courses, names_in, questions, titles
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import Holidays, korean_holidays
from bot.delivery.inquiries import Forwarding
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.desk.operating import starting
from bot.desk.operating.answering import Answering
from bot.desk.operating.house import House
from bot.desk.operating.odd import OddQuestions
from bot.desk.operating.page import OperatorPage, addresses
from bot.desk.pages import Pages
from bot.desk.rehearsal import rehearsal
from bot.operator import VERSION, logs, memory, start_checks
from bot.operator.addresses import networks, on_a_phone, on_this_machine, qr
from bot.operator.metrics import Metrics
from bot.operator.routes import add_operator_page, add_operator_routes, shown_at
from bot.operator.server import listen
from bot.operator.settings import BadSetting, HouseSettings, Settings, read_settings
from bot.operator.sources import Sources, guard
from bot.store import Database, Unfit, check_address, outbox
from bot.store.rate_limiter import SharedRateLimiter
from bot.texts import LOCALES, Texts, load_texts
from handlers import COMMANDS, files, for_operator, header, rights
from handlers.reminder import remind

COURSES = LOCALES / "ko" / "courses"
TAUGHT = COURSES / "own-work"  # what author's tools work on unless another course is named
SAYINGS = LOCALES / "ko" / "sayings"


def main() -> int:
    """Do what an author asks, or serve until told to stop. Status 2: a setting or a lesson file has to be mended."""
    memory.begin()
    start_checks.speak_korean()
    logs.begin()
    try:
        say = load_texts()
    except ValueError as broken:
        return _refuse(str(broken))  # a sentence file that cannot be read has no sentence for it
    try:
        if arguments := sys.argv[1:]:
            return _work(arguments, say)
        settings = _settings(say)
        check_address(settings.of(HouseSettings).database_url)
        courses = load_courses(COURSES, settings.of(HouseSettings).courses)
        with asyncio.Runner(loop_factory=_loop_factory()) as runner, logs.silent_after_a_fault():
            runner.get_loop().set_exception_handler(logs.in_loop)
            runner.run(serve(settings, courses, say, load_language(SAYINGS, names_in(courses))))
    except BrokenCourse as broken:
        from bot.authoring import cli  # noqa: PLC0415 - for authors only

        return _refuse(*cli.told(broken.faults, say))
    except KeyboardInterrupt:
        return 128 + signal.SIGINT  # before anything was open; later it is a sign to stop
    except Exception as fault:  # noqa: BLE001 - whatever it was, nobody is shown a trace
        return _refuse(_told(fault, say))
    return 0


def _told(fault: Exception, say: Texts) -> str:
    """The line for whoever started us, of a start that cannot be."""
    match fault:
        case BadSetting():
            hint = say(f"setting-{fault.name}") if fault.key == "setting-malformed" else ""
            return say(fault.key, name=fault.name, meant=fault.meant or "none", hint=hint)
        case NoSuchCourse():
            return say("setting-no-course", course=fault.name, known=", ".join(fault.known))
        case start_checks.Unstartable() | Unfit():
            return say(fault.key, **fault.values)
        case _:
            return say("start-fault", kind=logs.kind_of(fault), place=logs.place_of(fault))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop, which takes a third off a turn, where it runs: not on Windows, and on no other Python than CPython."""
    try:
        import uvloop  # noqa: PLC0415 - it may not be there
    except ImportError:
        return None
    return uvloop.new_event_loop


def _work(arguments: list[str], say: Texts) -> int:
    """What authors and operators ask on the command line."""
    from bot.authoring import cli  # noqa: PLC0415 - for those who use it
    from bot.desk.operating import commands, numbers  # noqa: PLC0415 - the same

    logging.getLogger().setLevel(logging.WARNING)  # whoever asks reads the answer, not the turns behind it
    if sys.platform != "win32":
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `preview 1 | head` ends quietly
    if arguments[0] in commands.COMMANDS:
        return commands.run(arguments, say, partial(_house, say))
    others = f"{say('operator-help')}\n{commands.described(say)}"
    tools = cli.Tools(appearances(), rehearse, lambda: asyncio.run(numbers.sent_messages(_house(say))), VERSION, others)
    return cli.run(arguments, TAUGHT, say, tools)


def appearances() -> Mapping[str, Appearance]:
    """How each channel shows a message."""
    return {name: channel.appearance for name, channel in CHANNELS.items()}


def _house(say: Texts) -> House:
    """What commands of an operator are given."""
    settings = _settings(say)
    ours, pushing = settings.of(HouseSettings), {n: c for n, c in CHANNELS.items() if c.speaks_first(settings)}
    courses = cache(partial(load_courses, COURSES, ours.courses))

    def conversation() -> Conversation:
        language = load_language(SAYINGS, names_in(courses()))
        first, *others = courses()
        return Conversation(first, say, language, COMMANDS, remind, _holidays(), pushing, others=others)

    return House(
        ours, Database(ours.database_url, ours.secret_key), say, now, os.environ, conversation,
        why=for_operator.why,
        titles=lambda: titles(courses()),
        prices={name: channel.price for name, channel in pushing.items()},
        token=partial(CHANNELS["telegram"].token, settings),
        missing_holidays=lambda: _holidays().missing(now().date()),
    )  # fmt: skip


def _settings(say: Texts) -> Settings:
    """What the operator decided; names of the environment that may be slips are told of."""
    text = start_checks.readable(Path(".env"))
    for read in parse_stream(io.StringIO(text)):
        if read.error or (read.key and read.value is None):
            raise start_checks.Unstartable("start-env-line", file=".env", line=str(read.original.line))
    file = dotenv_values(stream=io.StringIO(text))
    settings = read_settings(os.environ, file, [one.settings for one in CHANNELS.values() if one.settings])
    for name, meant in settings.strange:
        print(say("setting-strange", name=name, meant=meant or "none"), file=sys.stderr)  # noqa: T201 - as below
    return settings


async def serve(settings: Settings, courses: Sequence[Course], say: Texts, language: Language) -> None:
    """Open every channel that is wanted, and run until SIGTERM or SIGINT. The first course is that of newcomers."""
    stop, ours = _told_to_stop(), settings.of(HouseSettings)
    if ours.sql_echo:
        logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)  # the statements; the store hides their values
    metrics, odds = Metrics(), OddQuestions(say, questions(courses))
    database = Database(ours.database_url, ours.secret_key)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        await database.migrate()
        await database.unlock()
        (first, *others), holidays = courses, _holidays()
        await starting.tell(database, say, now(), holidays.missing(now().date()))
        pushing = tuple(name for name, channel in CHANNELS.items() if channel.speaks_first(settings))
        fileless = {name for name, channel in CHANNELS.items() if channel.files_by_link and not ours.public_url}
        beside = pushing, fileless, ours.public_url.rstrip("/"), others, bool(ours.admin_ids)
        conversation = Conversation(first, say, language, COMMANDS, remind, holidays, *beside)
        desk = Desk(database, conversation, now, metrics)
        stack.push_async_callback(desk.close)
        sources = Sources(networks(ours.trusted_proxies), public_url=ours.public_url)
        app = web.Application(middlewares=[guard(sources, PAGES, TURNS, COOKIE, say("web-too-often"))])
        shown = ours.public_url or on_this_machine(start_checks.bound(ours.host), ours.port)
        page = OperatorPage(database, say, now, titles(courses), odds, shown)
        add_operator_page(app, page.door, page.opened)
        respond = page.asked_by(ours.admin_ids, desk.respond)
        respond = Answering(database, say, now, odds).asked_by(ours.admin_ids, respond)
        opened = await _open_channels(stack, _context(app, settings, desk, respond, database, say))
        sends = {name: channel.send for name, channel in opened.items() if channel.send}
        states = {name: channel.state for name, channel in opened.items() if channel.state}
        forwarding = Forwarding(database, sends, say, now, addresses(ours.admin_ids), odds)
        delivery = Delivery(database, desk, sends, now, metrics, holidays, ours.bulk_rate, forwarding)
        states |= {"delivery": delivery.state, "disk": database.room}
        add_operator_routes(app, database.trouble, states, metrics, ours.metrics_token)
        port = await _listen(stack, app, ours)
        stack.push_async_callback(_end, asyncio.create_task(delivery.run()))
        conversation.warm_up(now())
        memory.settle()
        _tell_where(say, start_checks.bound(ours.host), port)
        start_checks.tell_of_key(say, database.keyring.made)
        await stop.wait()


def _context(
    app: web.Application, settings: Settings, desk: Desk, respond: Respond, database: Database, say: Texts
) -> ChannelContext:
    """What channels open in."""
    ours = settings.of(HouseSettings)
    return ChannelContext(
        app,
        settings,
        respond,
        say,
        menu=[(name, say(f"help-{name}")) for name in COMMANDS if f"help-{name}" in say.keys],
        page_shown_at=partial(shown_at, start_checks.bound(ours.host)),
        bulk_rate=ours.bulk_rate,
        reachable=desk.reachable,
        limiter=lambda channel: SharedRateLimiter(database, channel, ours.bulk_rate),
        paid_for=partial(paid_for, database),
        files=Documents(desk, database, now, files.view, files.draw, ours.public_url),
        pages=Pages(desk, database, now, header.beside, header.kept),
        public_url=ours.public_url,
        notice=rights.notice(say),
    )


async def _open_channels(stack: contextlib.AsyncExitStack, context: ChannelContext) -> dict[str, Opened]:
    """Every channel that its settings open."""
    wanted = {name: channel for name, channel in CHANNELS.items() if channel.wanted(context.settings)}
    return {name: await stack.enter_async_context(channel.open(context)) for name, channel in wanted.items()}


def rehearse(course: Course, say: Texts) -> Respond:
    """A conversation for authors."""
    language = load_language(SAYINGS, course.names)
    return rehearsal(Conversation(course, say, language, COMMANDS, remind, (), frozenset({"web", "telegram"})))


def now() -> datetime:
    """The only clock of the house, in UTC."""
    return datetime.now(UTC)


def _holidays() -> Holidays:
    """The public holidays of this year and the two after it, with those the operator has added."""
    extra = tomllib.loads((LOCALES / "ko" / "holidays.toml").read_text(encoding="utf-8"))
    years = range(now().year, now().year + 3)
    return korean_holidays(years, {date.fromisoformat(day): extra[day] for day in extra})


async def paid_for(database: Database, channel: str) -> int:
    """How many messages of a channel cost money this month, or may have; months are those of Seoul."""
    month = now().astimezone(ZoneInfo("Asia/Seoul")).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    async with database.reading() as connection:
        return await outbox.charged(connection, channel, month)


async def _listen(stack: contextlib.AsyncExitStack, app: web.Application, settings: HouseSettings) -> int:
    """Listen on the port that is given back; PORT 0 takes a free one. Raises Unstartable."""
    host, port = start_checks.bound(settings.host), settings.port
    try:
        return await listen(stack, app, host, port)
    except OSError as fault:
        raise start_checks.no_listening(fault, host, port) from None


def _tell_where(say: Texts, host: str, port: int) -> None:
    """The lines a newcomer looks for."""
    print(say("serving", address=on_this_machine(host, port)), flush=True)  # noqa: T201 - as said
    if phone := on_a_phone(host, port):
        print(say("serving-phone", address=phone), qr(phone, coloured=sys.stdout.isatty()), sep="\n", flush=True)  # noqa: T201 - the same


def _told_to_stop() -> asyncio.Event:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(sign, stop.set)
        except NotImplementedError:  # on Windows
            signal.signal(sign, lambda *_: loop.call_soon_threadsafe(stop.set))
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
