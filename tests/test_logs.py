"""What a log may hold: kinds and places, never what a fault or another program says."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from bot.operator.logs import MOST, SPAN, Discreet, Floods, bare, in_loop, kind_of, place_of

SECRET = "남몰래 끓인 미역국"


def raised(*chain: Exception) -> Exception:
    """The last of them, caused by those before it."""
    cause: Exception | None = None
    for fault in chain:
        try:
            raise fault from cause  # noqa: TRY301 - the trace has to have a frame
        except Exception as caught:  # noqa: BLE001 - it is what the test is about
            cause = caught
    assert cause
    return cause


def line(name: str, message: str, *args: object, fault: BaseException | None = None) -> str:
    told = (type(fault), fault, fault.__traceback__) if fault else None
    record = logging.LogRecord(name, logging.ERROR, "/x/driver.py", 12, message, args, told)
    return Discreet("%(name)s %(message)s").format(record)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (lambda: line("bot.desk", "turn failed: %s", ValueError(SECRET)), "bot.desk turn failed: ValueError"),
        (lambda: line("bot.desk", "%d of %s", 3, "web"), "bot.desk 3 of web"),
        (lambda: line("aiohttp.server", "Error handling request from %s", SECRET), "aiohttp.server (driver.py:12)"),
        (lambda: line("asyncio", f"exception={SECRET}"), "asyncio (driver.py:12)"),
        (lambda: line("botany", SECRET), "botany (driver.py:12)"),
        (lambda: line("sqlalchemy.engine.Engine", "SELECT %s", 1), "sqlalchemy.engine.Engine SELECT 1"),
        (lambda: line("sqlalchemy.pool", SECRET), "sqlalchemy.pool (driver.py:12)"),
    ],
)
def test_a_line_holds_what_we_wrote_and_no_more(written: Callable[[], str], shown: str) -> None:
    """Exceptions among its values are their kinds; of other programs' lines only their place is shown."""
    assert written() == shown


def test_a_trace_is_kinds_and_places() -> None:
    """Of the fault and of all that caused it, members of a group among them."""
    group = ExceptionGroup(SECRET, [raised(KeyError(SECRET), OSError(SECRET)), bare(raised(LookupError(SECRET)))])
    told = line("bot", "failed", fault=raised(group))
    assert SECRET not in told
    kinds = [one for one in told.splitlines() if not one.startswith(" ")]
    assert kinds == ["bot failed", "KeyError", "OSError", "LookupError", "ExceptionGroup"]
    assert "test_logs.py" in told
    assert (kind_of(group), place_of(raised(KeyError(SECRET))).partition(":")[0]) == ("ExceptionGroup", "test_logs.py")


def test_a_flood_is_counted_and_not_written(caplog: pytest.LogCaptureFixture) -> None:
    """A few warnings of one place a minute; the first of the next minute says how many were left out."""
    now = 0.0
    floods = Floods(lambda: now)

    def written(line: int, level: int = logging.WARNING) -> bool:
        return bool(floods.filter(logging.LogRecord("bot", level, "x.py", line, "…", (), None)))

    assert sum(written(1) for _ in range(100)) == MOST
    assert written(2), "another place"
    assert all(written(3, logging.INFO) for _ in range(100)), "no warnings"
    now = SPAN
    assert written(1)
    assert [record.getMessage() for record in caplog.records] == [f"{100 - MOST} lines like the next one were left out"]


async def test_what_nobody_waits_for_is_told_by_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    """The event loop's own line would show the exception."""
    in_loop(asyncio.get_running_loop(), {"message": SECRET, "exception": raised(ValueError(SECRET))})
    in_loop(asyncio.get_running_loop(), {"message": SECRET})
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text
    assert len(caplog.records) == 2
