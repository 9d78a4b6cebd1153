"""What may stand in a log: where a fault struck and of what kind, never what it says of itself, which may be a
learner's words, a cookie or a token. It holds for every line that leaves by `begin`, whoever wrote it.
"""

import asyncio
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

OURS = ("bot", "handlers", "__main__", "sqlalchemy.engine")  # the last writes statements, without their values
MOST = 5  # warnings of one place within SPAN; the others are counted
SPAN = 60.0  # seconds

log = logging.getLogger(__name__)

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Bare(Exception):
    """A fault of which only the kind is left: it is all that this says."""


def bare(fault: BaseException) -> Bare:
    """The fault for `exc_info`: its trace and its kind, without its own sentence, which may hold somebody's words."""
    return Bare(kind_of(fault)).with_traceback(fault.__traceback__)


def kind_of(fault: BaseException) -> str:
    """What a fault is called."""
    return str(fault) if isinstance(fault, Bare) else type(fault).__name__


def place_of(fault: BaseException) -> str:
    """Where it was raised, as `file.py:12`; "" for one that never was."""
    frames = traceback.extract_tb(fault.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


class Discreet(logging.Formatter):
    """Of exceptions kind and places alone, in whatever way a line brings them; of other programs' lines where they
    were written alone, since they hold values that nobody here has looked through.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line. The record stays as it is for other handlers, but for what it would keep of its exception."""
        shown = logging.makeLogRecord(record.__dict__)
        shown.exc_text = shown.stack_info = None
        if record.name.partition(".")[0] in OURS or record.name.startswith(OURS[-1]):
            if isinstance(record.args, tuple):
                shown.args = tuple(kind_of(one) if isinstance(one, BaseException) else one for one in record.args)
        else:
            shown.msg, shown.args = f"({record.module}.py:{record.lineno})", ()
        return super().format(shown)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the library's name
        """The frames of the fault and of what caused it."""
        return "\n".join(line for fault in _chain(ei[1]) for line in (*_frames(fault), kind_of(fault)))


def _frames(fault: BaseException) -> list[str]:
    return "".join(traceback.format_tb(fault.__traceback__)).splitlines()


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """The first cause first."""
    if fault is not None:
        yield from _chain(fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__))
        if isinstance(fault, BaseExceptionGroup):
            for one in fault.exceptions:
                yield from _chain(one)
        yield fault


@dataclass(slots=True)
class _Window:
    until: float
    written: int = 1
    left_out: int = 0


class Floods(logging.Filter):
    """Lets a few warnings of one place through in a minute, and tells with its next one how many it has left out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._windows: dict[tuple[str, int], _Window] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is written."""
        if record.levelno < logging.WARNING:
            return True
        place, now = (record.pathname, record.lineno), self._clock()
        window = self._windows.get(place)
        if window is None or now >= window.until:
            self._windows[place] = _Window(now + SPAN)
            if window and window.left_out:
                log.log(record.levelno, "%d lines like the next one were left out", window.left_out)
            return True
        full = window.written >= MOST
        window.written, window.left_out = window.written + (not full), window.left_out + full
        return not full


def begin(level: int = logging.INFO) -> None:
    """Write logs to stderr, and let what nobody catches be told there as discreetly."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(Floods())
    logging.basicConfig(level=level, handlers=[handler])
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it names each of its plugins at the first start
    sys.unraisablehook = lambda told: _uncaught("ignored", told.exc_value)
    threading.excepthook = lambda told: _uncaught("in a thread", told.exc_value)


@contextmanager
def silent_after_a_fault() -> Iterator[None]:
    """Whoever starts us is told of a fault in one line: what ends half-way tells no more of itself."""
    try:
        yield
    except Exception:
        logging.disable()
        raise


def in_loop(_loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
    """For an event loop: what became of a task or a connection that nobody waits for."""
    _uncaught("in the event loop", told.get("exception"))


def _uncaught(where: str, fault: BaseException | None) -> None:
    log.error("a fault was not caught: %s", where, exc_info=fault and bare(fault))
