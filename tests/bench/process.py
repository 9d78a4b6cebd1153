"""A bot as the operating system sees it: started by environment variables, on one core, measured from outside."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

ROOT = Path(__file__).parent.parent.parent
CORES = sorted(os.sched_getaffinity(0))
BOT_CORE, LOAD_CORE = CORES[0], CORES[-1]
TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 180.0  # seconds to start, on a busy machine too
PROCESS_GRACE = 30.0  # seconds to end
TOKEN, SECRET, SKILL_KEY = "4242:AAbench", "bench-Secret_1", "bench-skill-key"
ALARMS = ("Traceback", " ERROR ", " CRITICAL ")


class BotProcess:
    """A running bot; `started_in` is the seconds from its start until it answered GET /healthz."""

    def __init__(self, pid: int, port: int, log: Path, started_in: float) -> None:
        self.pid, self.port, self.log, self.started_in = pid, port, log, started_in

    @property
    def cpu(self) -> float:
        """Seconds of CPU so far, of all its threads, in the system and outside of it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> tuple[float, float]:
        """Megabytes resident now, and at most so far."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        fields = dict(line.split(":", 1) for line in lines if ":" in line)
        return int(fields["VmRSS"].split()[0]) / 1024, int(fields["VmHWM"].split()[0]) / 1024

    def alarms(self) -> list[str]:
        """The lines of its log that tell of a fault."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [line for line in lines if any(alarm in line for alarm in ALARMS)]


@asynccontextmanager
async def running(
    python: Path, module: str, home: Path, folder: Path, api_url: str, database: Path, **environment: str
) -> AsyncIterator[BotProcess]:
    """The module as a process of its own on the bot's core; its folder is not the checkout, so no .env is read."""
    port = _free_port()
    settings = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(home),
        "PORT": str(port),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api_url,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PUBLIC_URL": "https://bench.example",
        "DATABASE_URL": f"sqlite:///{database}",
    }
    log = folder / f"{module}.log"
    started = time.perf_counter()
    with log.open("w") as out, on_core(BOT_CORE):
        process = await asyncio.create_subprocess_exec(
            python, "-m", module, cwd=folder, env=settings | environment, stdout=out, stderr=out
        )
    try:
        await _healthy(process, port, log)
        yield BotProcess(process.pid, port, log, time.perf_counter() - started)
    finally:
        await _end(process)


@contextlib.contextmanager
def on_core(core: int) -> Any:
    """Whatever is started inside runs on that core; we ourselves go back to where we were."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def run(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs the load on its core; with uvloop where that is installed, so that the load is not what is measured."""
    os.sched_setaffinity(0, {LOAD_CORE})
    factory = None
    with contextlib.suppress(ImportError):
        import uvloop  # noqa: PLC0415 - it does not run everywhere

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(main())


def say(line: str, *, aside: bool = False) -> None:
    """One line; progress goes aside, so that what is printed can be kept."""
    out = sys.stderr if aside else sys.stdout
    out.write(f"{line}\n")
    out.flush()


async def _healthy(process: asyncio.subprocess.Process, port: int, log: Path) -> None:
    """Waits until GET /healthz is answered with 200."""
    give_up = time.perf_counter() + PATIENCE
    while time.perf_counter() < give_up and process.returncode is None:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            status = await reader.readline()
            writer.close()
            if b" 200 " in status:
                return
        await asyncio.sleep(0.005)
    raise RuntimeError(f"it did not start:\n{_tail(log)}")


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:]


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), PROCESS_GRACE)
    except TimeoutError:
        process.kill()
        await process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
