"""`make dev`: runs the bot, and starts it again whenever a file of the code, the sentences or the lessons changes."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
WATCHED = ("bot", "handlers", "locales")
EVERY = 0.5  # seconds between looks at the files; all of them take some milliseconds


def stamps(root: Path) -> Mapping[Path, int]:
    """When each watched file was written last, in nanoseconds; what Python compiles from them is none of them."""
    found = {}
    for path in (path for folder in WATCHED for path in (root / folder).rglob("*")):
        with contextlib.suppress(FileNotFoundError):  # an editor may replace it meanwhile
            if path.is_file() and "__pycache__" not in path.parts:
                found[path] = path.stat().st_mtime_ns
    return found


def main() -> None:
    """Serve until told to stop. A bot that could not start, or fell, is started again by the next change."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that the bot is stopped too
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            seen = stamps(ROOT)
            bot = subprocess.Popen([sys.executable, "-m", "bot"], cwd=ROOT)
            try:
                while stamps(ROOT) == seen:
                    time.sleep(EVERY)
            finally:
                bot.terminate()
                bot.wait()


if __name__ == "__main__":
    main()
