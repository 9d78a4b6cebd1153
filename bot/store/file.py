"""The file of a SQLite database: whether it is still the one that was opened, and how much room is left beside it."""

import os
import shutil
from pathlib import Path

from bot.message import Away

HEAD = b"SQLite format 3\0"
LITTLE = 64 * 1024 * 1024  # bytes free


class Unfit(Exception):
    """A database that we cannot start with: the key of the sentence that says why, and its values. No secrets."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def check_file(path: Path) -> None:
    """Raises Unfit where a SQLite database cannot be opened or made at a path."""
    folder, named = path.absolute().parent, {"file": str(path)}
    if not folder.exists():
        raise Unfit("start-folder-missing", folder=str(folder))
    if not folder.is_dir() or path.is_dir():
        raise Unfit("start-file-odd", **named)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Unfit("start-folder-closed", folder=str(folder))
    if not path.exists():
        return
    if not os.access(path, os.R_OK | os.W_OK):
        raise Unfit("start-file-closed", **named)
    with path.open("rb") as file:
        head = file.read(len(HEAD))
    if head and head != HEAD:
        raise Unfit("start-not-a-database", **named)


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
