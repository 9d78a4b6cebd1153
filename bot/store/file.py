"""The file of a SQLite database: whether it is still the one that was opened, and how much room is left beside it."""

import shutil
from pathlib import Path

from bot.message import Away

LITTLE = 64 * 1024 * 1024  # bytes free


class File:
    """None of it holds for other databases, nor for one in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None

    def check(self) -> None:
        """Raises Away when another file stands in its place, or none: what is written to the one that is open is lost
        when we stop.
        """
        if self._path is None:
            return
        try:
            found = self._path.stat()
        except FileNotFoundError:
            if self._opened is None:
                return  # it is about to be made
            raise Away("its file was removed; put it back and restart") from None
        same = found.st_dev, found.st_ino
        if self._opened is None and found.st_size:
            self._opened = same
        if self._opened not in (None, same):
            raise Away("its file was replaced; restart")

    def room(self) -> str:
        """ "ok", or in English how little is left; "ok" where nobody can tell."""
        try:
            free = shutil.disk_usage(self._path.parent).free if self._path else LITTLE
        except OSError:
            return "ok"
        return "ok" if free >= LITTLE else f"degraded: {free // 1024 // 1024} MB are left on the disk"
