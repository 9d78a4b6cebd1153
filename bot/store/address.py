"""The address of the database as an operator writes it, and what a failing start says of it."""

import os
import ssl
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

HEAD = b"SQLite format 3\0"
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
_REFUSED = {  # the database's own names and codes (SQLite, result codes; PostgreSQL, appendix A)
    "SQLITE_NOTADB": "start-not-a-database",
    "SQLITE_CORRUPT": "start-file-broken",
    "SQLITE_READONLY": "start-file-closed",
    "SQLITE_CANTOPEN": "start-file-closed",
    "SQLITE_IOERR": "start-file-closed",
    "SQLITE_FULL": "start-disk-full",
    "SQLITE_BUSY": "start-file-busy",
    "28": "start-server-login",
    "3D": "start-server-database",
    "42501": "start-server-rights",
    "42704": "start-server-setting",
    "08P01": "start-server-setting",
    "certificate": "start-server-certificate",
    "plain": "start-server-plain",
    "words": "start-address-words",
}


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


def read_address(url: str) -> URL:
    """The parts of an address, with the driver that we have. Raises Unfit for one that means something else than
    it seems to; of a password nothing is ever told.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise Unfit("start-address") from None
    base = parsed.drivername.partition("+")[0]
    if base == "sqlite" and "?" in url:
        raise Unfit("start-address-query")  # it would be another file than the one that is named
    if base == "sqlite" and parsed.host:
        raise Unfit("start-address-slashes")  # it would be in memory, and gone with the process
    if base != "sqlite" and "@" in f"{parsed.host}{parsed.database}":
        raise Unfit("start-address-at")  # the end of a password would be called a server
    return parsed.set(drivername=_DRIVERS.get(base, parsed.drivername))


def file_of(url: URL) -> Path | None:
    """The file of a SQLite database; None of all others."""
    return (
        Path(url.database)
        if url.drivername.startswith("sqlite") and url.database not in (None, "", ":memory:")
        else None
    )


def in_memory(url: URL) -> bool:
    """Whether it is gone with the process."""
    return url.drivername.startswith("sqlite") and file_of(url) is None


def check_address(url: str) -> None:
    """What can be told of the database without opening it. Raises Unfit."""
    if file := file_of(read_address(url)):
        check_file(file)


def unopened(fault: BaseException, url: URL) -> Unfit | None:
    """What to say of a database that did not open; None for a fault of our own."""
    codes: list[str] = []
    server = not url.drivername.startswith("sqlite")
    one: BaseException | None = fault
    while one:
        codes += [str(getattr(one, name)) for name in ("sqlite_errorname", "sqlstate") if getattr(one, name, None)]
        codes += _of_network(one) if server else []
        one = one.__cause__ or getattr(one, "orig", None) or one.__context__
    where = {"file": str(url.database), "server": f"{url.host or 'localhost'}:{url.port or 5432}"}
    for code in codes:
        if key := next((key for start, key in _REFUSED.items() if code.startswith(start)), ""):
            return Unfit(key, **where)
    return Unfit("start-server-away", **where) if server and codes else None


def _of_network(fault: BaseException) -> list[str]:
    """What keeps us from a server before it says a word, by names of our own."""
    if isinstance(fault, ssl.SSLError):
        return ["certificate"]
    if type(fault) is ConnectionError:  # the driver's own, of a server that was asked for TLS and has none
        return ["plain"]
    if type(fault).__name__ == "ClientConfigurationError":
        return ["words"]
    return ["away"] if isinstance(fault, OSError) else []
